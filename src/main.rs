//! Mounts the page. The same program serves as the page's worker, where there is no window.

#[cfg(target_arch = "wasm32")]
mod page;

fn main() {
    #[cfg(target_arch = "wasm32")]
    page::run();
}
