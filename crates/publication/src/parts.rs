//! Which parts of the publication are asked for.

use juesuan_domain::accounts::TableNo;
use std::fmt;
use std::str::FromStr;

/// A part of the publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The title page.
    Cover,
    /// What there is, by its titles.
    Contents,
    /// What the unit is there for, what it is made of, who works there.
    Profile,
    /// All nine tables.
    Tables,
    /// The explanatory text, with its figures.
    Text,
    /// The key work of the year.
    Work,
    /// The words explained.
    Glossary,
    /// All self-evaluation forms.
    Forms,
    /// One table, by the number it has in files whatever it is printed under.
    Table(TableNo),
    /// One form, by its place in the workbook, counted from 0.
    Form(usize),
}

/// The parts that have a name, as scripts and as people write it.
const NAMES: [(&str, &str, Part); 8] = [
    ("cover", "封面", Part::Cover),
    ("contents", "目录", Part::Contents),
    ("profile", "概况", Part::Profile),
    ("tables", "决算表", Part::Tables),
    ("text", "情况说明", Part::Text),
    ("work", "重点工作", Part::Work),
    ("glossary", "名词解释", Part::Glossary),
    ("forms", "绩效自评表", Part::Forms),
];

/// A name that no part has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownPart(pub String);

impl FromStr for Part {
    type Err = UnknownPart;

    /// Reads `cover` or `封面`, `05` or `公开05` for a table, `forms[1]` for a form.
    fn from_str(text: &str) -> Result<Self, UnknownPart> {
        let name = text.trim();
        let unknown = || UnknownPart(text.chars().take(20).collect());
        let named = NAMES
            .iter()
            .find(|(id, called, _)| *id == name || *called == name);
        if let Some((.., part)) = named {
            return Ok(*part);
        }
        let form = name
            .strip_prefix("forms[")
            .and_then(|n| n.strip_suffix(']'));
        if let Some(form) = form {
            return form.parse().map(Part::Form).map_err(|_| unknown());
        }
        let number = name.strip_prefix("公开").unwrap_or(name);
        let digits = number.len() == 2 && number.bytes().all(|c| c.is_ascii_digit());
        let table = digits.then(|| number.parse().ok()).flatten();
        let table = table.and_then(TableNo::new);
        table.map(Part::Table).ok_or_else(unknown)
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Part::Table(no) => no.fmt(f),
            Part::Form(at) => write!(f, "forms[{at}]"),
            part => {
                let named = NAMES.iter().find(|(.., other)| other == part);
                f.write_str(named.map_or("", |(id, ..)| id))
            }
        }
    }
}

/// The parts that are asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Parts(Vec<Part>);

impl Parts {
    /// All there is.
    pub fn whole() -> Self {
        Parts::default()
    }

    /// These; of none, all there is.
    pub fn of(parts: Vec<Part>) -> Self {
        Parts(parts)
    }

    /// By their names.
    ///
    /// # Errors
    /// [`UnknownPart`]: the first name that no part has.
    pub fn named<'a>(names: impl IntoIterator<Item = &'a str>) -> Result<Self, UnknownPart> {
        let parts: Result<Vec<Part>, UnknownPart> = names.into_iter().map(str::parse).collect();
        parts.map(Parts)
    }

    pub(crate) fn has(&self, part: Part) -> bool {
        self.0.is_empty() || self.0.contains(&part)
    }

    pub(crate) fn has_table(&self, no: TableNo) -> bool {
        self.has(Part::Tables) || self.0.contains(&Part::Table(no))
    }

    pub(crate) fn has_form(&self, at: usize) -> bool {
        self.has(Part::Forms) || self.0.contains(&Part::Form(at))
    }
}
