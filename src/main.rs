//! The page: a page of its own, its worker, or a form in somebody else's page. Which of them is asked for
//! by what the script calls.

#[cfg(target_arch = "wasm32")]
mod page;

fn main() {
    #[cfg(target_arch = "wasm32")]
    page::prepare();
}
