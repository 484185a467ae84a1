//! The words of the page: those of the language it is in.

use juesuan::say::{Language, Page, is_chinese};
use std::ops::Deref;
use yew::prelude::*;

/// The texts of one language, wherever a view asks for them. Each page has its own: two forms of one
/// document may be in two languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Words {
    pub language: Language,
}

impl Words {
    /// Of a language by its tag; Chinese where nobody knows it.
    pub fn by_tag(tag: Option<&str>) -> Self {
        let language = tag.and_then(Language::named).unwrap_or_default();
        Words { language }
    }

    /// For the attribute `lang`.
    pub fn tag(self) -> &'static str {
        self.language.tag()
    }

    /// A text of this language, in which Chinese names are marked as such for screen readers.
    pub fn mixed(self, text: &str) -> Html {
        if self.language == Language::Chinese || !text.contains(is_chinese) {
            return html! { { text.to_owned() } };
        }
        let mut parts: Vec<(bool, String)> = Vec::new();
        for c in text.chars() {
            match parts.last_mut() {
                Some((chinese, part)) if *chinese == is_chinese(c) => part.push(c),
                _ => parts.push((is_chinese(c), c.to_string())),
            }
        }
        html! {
            { for parts.into_iter().map(|(chinese, part)| match chinese {
                true => html! { <span lang={Language::Chinese.tag()}>{ part }</span> },
                false => html! { { part } },
            }) }
        }
    }
}

/// The `lang` of an element that shows nothing but a name: names of forms, tables, units and rules are
/// Chinese in every language of the page.
pub fn lang_of(name: &str) -> Option<&'static str> {
    name.contains(is_chinese).then_some(Language::Chinese.tag())
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
