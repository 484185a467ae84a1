//! What is said to people, in words: findings and the page. A finding itself is data, and views only ask
//! for a text; each language is one folder here that has all of them, and the compiler sees that none is
//! left out.

/// Texts that are always the same, in a trait (`name;`) and in what a language says (`name = "…";`).
macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident;)+) => {
        $($(#[$doc])* fn $name(&self) -> &'static str;)+
    };
    ($($name:ident = $text:expr;)+) => {
        $(fn $name(&self) -> &'static str {
            $text
        })+
    };
}

mod en;
pub mod official;
pub mod page;
mod sample;
mod told;
mod zh;

pub use page::{Asked, Page};
pub use told::Told;

use crate::address::BadCell;
use crate::disclosure::Missing;
use crate::edit::Refused;
use crate::evaluation::{Effective, Outlier};
use crate::figure::{FigureError, TooLarge};
use crate::finding::{Also, BandsError, Difference, Finding, Matter, Rule, RuleSetError};
use crate::limits::Beyond;
use crate::measure::Senseless;
use crate::settings::{Setting, SettingProblem};
use crate::unreadable::{FileError, RuleFileError};
use crate::working::Working;
use serde::{Deserialize, Serialize};

/// A language that findings and the page are in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Language {
    #[default]
    Chinese,
    English,
}

impl Language {
    pub const ALL: [Language; 2] = [Language::Chinese, Language::English];

    /// As `lang` of HTML says it.
    pub fn tag(self) -> &'static str {
        match self {
            Language::Chinese => "zh-CN",
            Language::English => "en",
        }
    }

    /// What it is called in itself.
    pub fn name(self) -> &'static str {
        match self {
            Language::Chinese => "中文",
            Language::English => "English",
        }
    }

    /// By its tag or a narrower one (`en-GB`); `None` for a language that there is not.
    pub fn named(tag: &str) -> Option<Self> {
        let main = tag.trim().split(['-', '_']).next()?;
        let is = |language: &Language| {
            let known = language.tag().split('-').next();
            known.is_some_and(|known| known.eq_ignore_ascii_case(main))
        };
        Language::ALL.into_iter().find(is)
    }

    /// The texts of the page.
    pub fn page(self) -> &'static dyn Page {
        match self {
            Language::Chinese => &zh::Words,
            Language::English => &en::Words,
        }
    }

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

/// Whether it is a sign of Chinese writing, or a punctuation mark that only Chinese has.
pub fn is_chinese(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{303f}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{ff01}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}')
}

/// Data that is said in words, in each language.
pub trait Spoken {
    /// What it is called, or what there is to say of it.
    fn spoken(&self, language: Language) -> String;

    fn in_chinese(&self) -> String {
        self.spoken(Language::Chinese)
    }
}

/// Declares what says a kind of data, by the same name in every language.
macro_rules! spoken {
    ($($type:ty: $say:ident;)*) => {
        $(impl Spoken for $type {
            fn spoken(&self, language: Language) -> String {
                match language {
                    Language::Chinese => zh::$say(self),
                    Language::English => en::$say(self),
                }
            }
        })*
    };
}

spoken! {
    Working: working;
    Senseless: senseless;
    Missing: missing;
    FigureError: wrong;
    TooLarge: too_large;
    RuleSetError: rule_set;
    BandsError: bands;
    SettingProblem: setting_problem;
    Setting: setting;
    Effective: effective;
    Outlier: outlier;
    FileError: file;
    RuleFileError: rule_file;
    Beyond: beyond;
    BadCell: bad_cell;
}

impl Spoken for Refused {
    fn spoken(&self, language: Language) -> String {
        match self {
            Refused::BadCell(cell) => cell.spoken(language),
            Refused::Beyond(beyond) => beyond.spoken(language),
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

impl<C> Also<C> {
    /// What there is to say of this place, in Chinese.
    pub fn text(&self) -> String {
        Language::Chinese.difference(&self.difference)
    }
}
