//! What is said to people, in words: findings and the page. A finding itself is data, and views only ask
//! for a text; each language is one folder here that has all of them, and the compiler sees that none is
//! left out.

// What wasm-bindgen writes has some of its own; scripts/lint.sh looks that we write none.
#![cfg_attr(not(target_arch = "wasm32"), forbid(unsafe_code))]

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

mod document_pages;
mod en;
#[allow(
    missing_docs,
    reason = "official texts, which say themselves what they are"
)]
pub mod official;
#[allow(
    missing_docs,
    reason = "a text is named for what it says; the words stand in each language"
)]
pub mod page;
mod sample;
mod told;
mod zh;

pub use page::{Asked, Page};
pub use told::Told;

use juesuan_domain::Beyond;
use juesuan_domain::Refused;
use juesuan_domain::address::BadCell;
use juesuan_domain::disclosure::Missing;
use juesuan_domain::evaluation::{Effective, Outlier, RuleCell, RuleFault};
use juesuan_domain::finding::{BandsError, Difference, Finding, Matter, Rule, RuleSetError};
pub use juesuan_domain::settings::{Setting, SettingProblem};
pub use juesuan_domain::unreadable::{FileError, RuleFileError};
use juesuan_figure::measure::Senseless;
use juesuan_figure::working::Working;
use juesuan_figure::{FigureError, TooLarge};
use juesuan_paper::{Note, Paper, Unmarkable, Unreadable, Unwritable};
use serde::{Deserialize, Serialize};

/// A language that findings and the page are in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Language {
    /// 简体中文.
    #[default]
    Chinese,
    /// English.
    English,
}

impl Language {
    /// Every language, Chinese first.
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

    /// What was found in a published disclosure, in words.
    pub fn found(self, finding: &juesuan_understand::Finding) -> Told {
        match self {
            Language::Chinese => zh::found(finding),
            Language::English => en::found(finding),
        }
    }

    /// A table of final accounts by its number, 1 to 9: `公开01表（收入支出决算总表）`.
    pub fn table_no(self, no: u8) -> String {
        match self {
            Language::Chinese => zh::table_no(&no),
            Language::English => en::table_no(&no),
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
///
/// ```
/// use juesuan_figure::number;
/// use juesuan_figure::measure::completion_rate;
/// use juesuan_say::Spoken as _;
/// let [a, b] = ["1,552.16", "1,516.89"].map(|t| number(t).unwrap());
/// let rate = completion_rate(a, b, 1).unwrap();
/// assert_eq!(rate.working.in_chinese(), "1,552.16 ÷ 1,516.89 = 102.3252…%");
///
/// let error = number("12a").unwrap_err();
/// assert_eq!(error.in_chinese(), "“12a”不是数字：第 3 个字“a”无法识别");
///
/// use juesuan_domain::evaluation::{Form, evaluate};
/// let mut form = Form::default();
/// form.execution.budget = "93.5".into();
/// form.execution.actual = "93.5".into();
/// let evaluation = evaluate(&form, None, None);
/// assert_eq!(evaluation.execution.rate.working.in_chinese(), "93.5 ÷ 93.5 = 100.0%");
/// ```
pub trait Spoken {
    /// What it is called, or what there is to say of it.
    fn spoken(&self, language: Language) -> String;

    /// The same in Chinese, in which forms and published texts are.
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
    FigureError: wrong;
    TooLarge: too_large;
    RuleSetError: rule_set;
    BandsError: bands;
    RuleFault: rule_fault;
    RuleCell: rule_cell;
    SettingProblem: setting_problem;
    Setting: setting;
    Effective: effective;
    Outlier: outlier;
    Senseless: senseless;
    Missing: missing;
    FileError: file;
    RuleFileError: rule_file;
    Beyond: beyond;
    BadCell: bad_cell;
    Unreadable: unreadable;
    Unmarkable: unmarkable;
    Unwritable: unwritable;
    Note: note;
    juesuan_understand::Matter: kind;
    juesuan_understand::Cause: cause;
    juesuan_understand::Severity: severity;
    juesuan_understand::StatementKind: statement_kind;
    juesuan_understand::Verdict: verdict;
    juesuan_understand::DisclosureKind: disclosure_kind;
    juesuan_understand::Unit: amounts_unit;
    juesuan_understand::WhyLeft: why_left;
}

/// Fills in the sentence of each note of a paper.
pub fn say_notes(paper: &mut Paper, language: Language) {
    for note in &mut paper.notes {
        note.message = note.spoken(language);
    }
}

/// Who writes the findings of a review into a file.
pub fn reviewer(language: Language) -> &'static str {
    match language {
        Language::Chinese => zh::REVIEWER,
        Language::English => en::REVIEWER,
    }
}

/// A sentence about a file, which names it where a name is known.
pub fn of_file(name: Option<&str>, sentence: &str, language: Language) -> String {
    match name.map(str::trim).filter(|name| !name.is_empty()) {
        None => sentence.to_owned(),
        Some(name) => match language {
            Language::Chinese => zh::named_file(name, sentence),
            Language::English => en::named_file(name, sentence),
        },
    }
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
