#![no_main]

libfuzzer_sys::fuzz_target!(|list: &[u8]| juesuan_fuzz::endure(&juesuan_fuzz::parts::packed(list)));
