//! What a finding is about, as data: a variant for each sentence, with what was read in named fields. The
//! sentences themselves are in `say`.

use super::Code;
use super::accounts::AccountsMatter;
use super::declare::Kind;
use super::form::FormMatter;
use super::score::ScoreMatter;
use super::together::TogetherMatter;

/// What a finding is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Matter {
    /// One form, or one text.
    Form(FormMatter),
    /// Target, actual and points of an indicator, or the total.
    Score(ScoreMatter),
    /// Several forms, or the rules of a workbook.
    Together(TogetherMatter),
    /// The tables, what is typed beside them, and the text written from them.
    Accounts(AccountsMatter),
}

impl Matter {
    /// The kind of finding it makes.
    pub fn code(&self) -> Code {
        match self {
            Matter::Form(matter) => matter.code(),
            Matter::Score(matter) => matter.code(),
            Matter::Together(matter) => matter.code(),
            Matter::Accounts(matter) => matter.code(),
        }
    }

    /// What was read, by name, as plain text: the same as long as the matter is the same, whatever
    /// words it is said in. A finding that was set aside is recognised by it.
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Matter::Form(matter) => matter.arguments(),
            Matter::Score(matter) => matter.arguments(),
            Matter::Together(matter) => matter.arguments(),
            Matter::Accounts(matter) => matter.arguments(),
        }
    }

    /// Every matter of forms: its code, which of those with this code it is, and the names of its
    /// arguments. Files are written with them.
    pub fn of_forms() -> impl Iterator<Item = Kind> {
        let all = [FormMatter::ALL, ScoreMatter::ALL, TogetherMatter::ALL];
        all.into_iter().flatten().copied()
    }

    /// The same of the accounts.
    pub fn of_accounts() -> impl Iterator<Item = Kind> {
        AccountsMatter::ALL.iter().copied()
    }
}

impl From<FormMatter> for Matter {
    fn from(matter: FormMatter) -> Self {
        Matter::Form(matter)
    }
}

impl From<ScoreMatter> for Matter {
    fn from(matter: ScoreMatter) -> Self {
        Matter::Score(matter)
    }
}

impl From<TogetherMatter> for Matter {
    fn from(matter: TogetherMatter) -> Self {
        Matter::Together(matter)
    }
}

impl From<AccountsMatter> for Matter {
    fn from(matter: AccountsMatter) -> Self {
        Matter::Accounts(matter)
    }
}
