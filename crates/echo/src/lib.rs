//! The module that gives back what it was given.
//!
//! It shows that a module of its own starts, answers, breaks down and is ended, in every browser and
//! under every policy, before anything that matters depends on it.

#![cfg_attr(not(target_arch = "wasm32"), forbid(unsafe_code))]
#![warn(missing_docs)]

/// Serves the page that started this worker.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn serve() {
    use juesuan_ask::{Echo, EchoAsk};

    juesuan_module::serve::<Echo, _, _>(|ask, _, _| async move {
        match ask {
            EchoAsk::Say(text) => Ok(text),
            EchoAsk::Break => std::process::abort(),
            EchoAsk::Hang => loop {
                std::hint::spin_loop();
            },
        }
    });
}
