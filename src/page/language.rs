//! Which language the page is in: the address says so (`?lang=en`), or what was chosen last here does.

use super::leaving::local_storage;
use juesuan::say::Language;
use web_sys::UrlSearchParams;

const CHOSEN: &str = "juesuan.language";

/// What a page of its own begins in, as a tag. What nobody knows is passed over.
pub fn at_first() -> String {
    let known = |tag: &String| Language::named(tag).is_some();
    asked_for()
        .filter(known)
        .or_else(|| chosen().filter(known))
        .unwrap_or_else(|| Language::default().tag().to_owned())
}

/// What the address asks for.
pub fn asked_for() -> Option<String> {
    let search = web_sys::window()?.location().search().ok()?;
    UrlSearchParams::new_with_str(&search).ok()?.get("lang")
}

fn chosen() -> Option<String> {
    local_storage()?.get_item(CHOSEN).ok().flatten()
}

/// For the next visit. Where the browser keeps nothing, the choice holds as long as the page is open.
pub fn remember(language: Language) {
    if let Some(storage) = local_storage() {
        let _ = storage.set_item(CHOSEN, language.tag());
    }
}
