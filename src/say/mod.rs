//! What findings say, in words. A finding itself is data; each language is one file here that has a
//! sentence for every matter, and the compiler sees that none is left out.

mod en;
mod told;
mod zh;

pub use told::Told;

use crate::finding::{Difference, Finding, Matter, Rule};

/// A language that findings are said in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// 简体中文.
    #[default]
    Chinese,
    /// English.
    English,
}

impl Language {
    /// What a matter is, in words.
    pub fn told(self, matter: &Matter) -> Told {
        match self {
            Language::Chinese => zh::told(matter),
            Language::English => en::told(matter),
        }
    }

    /// What a check rests on.
    pub fn rule(self, rule: &Rule) -> String {
        match self {
            Language::Chinese => zh::rule(rule),
            Language::English => en::rule(rule),
        }
    }

    /// What there is to say of one of several places.
    pub fn difference(self, difference: &Difference) -> String {
        match self {
            Language::Chinese => zh::difference(difference),
            Language::English => en::difference(difference),
        }
    }
}

/// The words of a finding, in Chinese.
pub trait InWords {
    /// A whole sentence: what is wrong, what was read, what would mend it.
    fn message(&self) -> String;

    /// What would mend it, in a few words.
    fn remedy(&self) -> Option<String>;

    /// The text the check rests on.
    fn rule(&self) -> Option<String>;
}

impl<C> InWords for Finding<C> {
    fn message(&self) -> String {
        Language::Chinese.told(&self.matter).message
    }

    fn remedy(&self) -> Option<String> {
        Language::Chinese.told(&self.matter).remedy
    }

    fn rule(&self) -> Option<String> {
        let rule = self.rule.as_ref()?;
        Some(Language::Chinese.rule(rule))
    }
}
