//! The page of juesuan, a program for wasm32. Elsewhere it does nothing: the library has the tests.

#[cfg(target_arch = "wasm32")]
mod page;

fn main() {
    #[cfg(target_arch = "wasm32")]
    page::run();
}
