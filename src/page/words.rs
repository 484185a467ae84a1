//! The words of the page: those of the language it is in.

use juesuan::say::{Language, Page};
use std::ops::Deref;
use yew::prelude::*;

/// The texts of one language, wherever a view asks for them. Each page has its own: two forms of one
/// document may be in two languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Words {
    pub language: Language,
}

impl Words {

    /// For the attribute `lang`.
    pub fn tag(self) -> &'static str {
        self.language.tag()
    }
}

impl Deref for Words {
    type Target = dyn Page;

    fn deref(&self) -> &Self::Target {
        self.language.page()
    }
}

#[hook]
pub fn use_words() -> Words {
    use_context::<Words>().unwrap_or_default()
}
