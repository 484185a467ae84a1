# Where the standard library for wasm32 comes from; sourced after env.sh.
# shellcheck shell=bash disable=SC2034
#
# Office machines run browsers as old as Chromium 83, which refuse what rustc takes for granted in wasm32 today.
# So the standard library is compiled along with the crates, for WebAssembly's first version. That takes the
# library's source and a linker for wasm, to be had in two ways:
#   rustup   the component rust-src; rustup's toolchain has the linker, rust-lld
#   debian   rustc-web (a compiler), rust-web-src (the source that fits it) and the lld of the same LLVM

sysroot=$(rustc --print sysroot)

debian_llvm() { /usr/bin/rustc -vV | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p'; }

debian_has() {
  local package
  for package; do
    [[ $(dpkg-query -W -f '${Status}' "$package" 2>/dev/null) == 'install ok installed' ]] || return 1
  done
}

# Prints the way that is open on this machine, or nothing. JUESUAN_WASM_STD=debian or =rustup decides where both are.
wasm_way() {
  if [[ -n ${JUESUAN_WASM_STD:-} ]]; then
    echo "$JUESUAN_WASM_STD"
  elif [[ -f $sysroot/lib/rustlib/src/rust/library/Cargo.lock && -n $(find "$sysroot"/lib/rustlib/*/bin -name rust-lld) ]]; then
    echo rustup
  elif debian_has rustc-web rust-web-src && debian_has "lld-$(debian_llvm)"; then
    echo debian
  fi
}
