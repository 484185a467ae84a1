//! The page: what people see and touch. Knows the browser, and leaves every calculation to the
//! library.

mod app;
mod block;
mod blocks;
mod bookkeeping;
mod clock;
mod consolidating;
mod document;
mod field;
mod files;
mod keeping;
mod keys;
mod listeners;
mod offline;
mod opening;
mod picture;
mod selection;
mod storage;
mod text;
mod views;
mod worker;

pub use app::App;

use std::panic;

/// Mounts the page into the document, or serves as the page's worker where there is none.
pub fn run() {
    panic::set_hook(Box::new(tell));
    if web_sys::window().is_none() {
        worker::serve();
        return;
    }
    yew::set_custom_panic_hook(Box::new(tell));
    yew::Renderer::<App>::new().render();
}

/// Should the program ever stop by a mistake of ours: say so on the page, plainly.
fn tell(info: &panic::PanicHookInfo<'_>) {
    web_sys::console::error_1(&info.to_string().into());
    let show = || {
        let document = web_sys::window()?.document()?;
        let bar = document.create_element("div").ok()?;
        bar.set_class_name("crashed");
        bar.set_attribute("role", "alert").ok()?;
        bar.set_text_content(Some(text::CRASHED));
        document.body()?.append_child(&bar).ok()
    };
    let _ = show();
}
