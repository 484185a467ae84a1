//! Which language the page is in: the address says so (`?lang=en`), or what was chosen last here does.

use super::remembered;
use juesuan::say::Language;
use web_sys::UrlSearchParams;

/// What a page of its own begins in, as a tag. What nobody knows is passed over.
pub fn at_first() -> String {
    let known = |tag: &String| Language::named(tag).is_some();
    asked_for()
        .filter(known)
        .or_else(|| remembered::chosen(remembered::LANGUAGE).filter(known))
        .unwrap_or_else(|| Language::default().tag().to_owned())
}

/// What the address asks for.
pub fn asked_for() -> Option<String> {
    let search = web_sys::window()?.location().search().ok()?;
    UrlSearchParams::new_with_str(&search).ok()?.get("lang")
}

/// For the next visit.
pub fn remember(language: Language) {
    remembered::remember(remembered::LANGUAGE, language.tag());
}
