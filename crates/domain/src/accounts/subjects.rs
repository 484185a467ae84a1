//! Subjects by function and by economic nature (支出功能分类, 部门预算支出经济分类), as data.

use serde::Deserialize;
use std::borrow::Cow;
use std::sync::OnceLock;

/// Which classification the rows of a table are by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Subjects {
    /// 支出功能分类.
    Functional,
    /// 部门预算支出经济分类.
    Economic,
}

/// A subject: its code of 3, 5 or 7 digits and its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Subject {
    /// Digits only.
    pub code: &'static str,
    /// What it is called first.
    pub name: &'static str,
    /// Other names as the file has them, with the years they are of.
    others: &'static str,
}

/// Another name of a subject, of some years.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OtherName {
    /// The name.
    pub name: &'static str,
    /// The first year it is of, where that is known.
    pub from: Option<u16>,
    /// The last year it is of, where that is known and over.
    pub to: Option<u16>,
}

impl Subject {
    /// What else it is called: `归口管理的行政单位离退休` until 2019. Old names go on being printed, so
    /// one of any year is a name of the subject.
    ///
    /// ```
    /// use juesuan_domain::accounts::Subjects;
    /// let subject = Subjects::Functional.named("2080501").unwrap();
    /// let other = subject.other_names().next().unwrap();
    /// assert_eq!((other.name, other.from, other.to), ("归口管理的行政单位离退休", None, Some(2019)));
    /// ```
    pub fn other_names(self) -> impl Iterator<Item = OtherName> {
        let others = self.others.split(';').filter(|other| !other.is_empty());
        others.map(|other| {
            let (name, years) = other.split_once('@').unwrap_or((other, ""));
            let (from, to) = years.split_once('-').unwrap_or((years, ""));
            OtherName {
                name,
                from: from.parse().ok(),
                to: to.parse().ok(),
            }
        })
    }

    /// Every name it goes by, the first one first.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        std::iter::once(self.name).chain(self.other_names().map(|other| other.name))
    }
}

/// How deep a code is: 类, 款, 项.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// 类, three digits.
    Class,
    /// 款, five digits.
    Group,
    /// 项, seven digits.
    Item,
}

impl Depth {
    /// By the digits of a code; `None` where it is none.
    pub fn of(code: &str) -> Option<Self> {
        if !code.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        match code.len() {
            3 => Some(Depth::Class),
            5 => Some(Depth::Group),
            7 => Some(Depth::Item),
            _ => None,
        }
    }

    /// 类, 款 or 项.
    pub fn name(self) -> &'static str {
        match self {
            Depth::Class => "类",
            Depth::Group => "款",
            Depth::Item => "项",
        }
    }
}

/// A code as typed, with full-width digits and blanks left away; other texts stay what they are.
pub fn plain_code(text: &str) -> Cow<'_, str> {
    // Mostly it is typed as it should be.
    if text.bytes().all(|b| b.is_ascii_graphic()) {
        return Cow::Borrowed(text);
    }
    text.chars()
        .filter(|c| !c.is_whitespace())
        .map(juesuan_figure::fold)
        .collect()
}

/// The code of the subject above: `20805` for `2080505`, none for a class.
pub fn parent(code: &str) -> Option<&str> {
    match Depth::of(code)? {
        Depth::Class => None,
        Depth::Group => code.get(..3),
        Depth::Item => code.get(..5),
    }
}

impl Subjects {
    /// All subjects, by code.
    pub fn all(self) -> &'static [Subject] {
        static FUNCTIONAL: OnceLock<Vec<Subject>> = OnceLock::new();
        static ECONOMIC: OnceLock<Vec<Subject>> = OnceLock::new();
        match self {
            Subjects::Functional => FUNCTIONAL
                .get_or_init(|| read(include_str!("../../../../layouts/functional-2020.tsv"))),
            Subjects::Economic => {
                ECONOMIC.get_or_init(|| read(include_str!("../../../../layouts/economic-2018.tsv")))
            }
        }
    }

    /// The subject of a code.
    ///
    /// ```
    /// use juesuan_domain::accounts::Subjects;
    /// assert_eq!(Subjects::Functional.named("2080109").unwrap().name, "社会保险经办机构");
    /// ```
    pub fn named(self, code: &str) -> Option<Subject> {
        let all = self.all();
        let at = all.binary_search_by(|subject| subject.code.cmp(code));
        at.ok().map(|at| all[at])
    }

    /// Subjects whose code begins so, or whose name or that of a subject above it holds all the words:
    /// the nearest first, at most `most`.
    pub fn search(self, text: &str, most: usize) -> Vec<Subject> {
        let text = text.trim();
        if text.is_empty() {
            return Vec::new();
        }
        let code = plain_code(text);
        let words: Vec<&str> = text.split_whitespace().collect();
        let rank = |subject: &Subject| -> Option<u8> {
            if subject.code.starts_with(&*code) {
                return Some(0);
            }
            let all = |name: &str| words.iter().all(|word| name.contains(word));
            if subject.names().any(|name| name == text) {
                Some(1)
            } else if subject.names().any(|name| name.starts_with(text)) {
                Some(2)
            } else if subject.names().any(all) {
                Some(3)
            } else {
                let mut whole = subject.name.to_owned();
                let mut above = parent(subject.code);
                while let Some(code) = above {
                    whole.push_str(self.named(code).map_or("", |subject| subject.name));
                    above = parent(code);
                }
                all(&whole).then_some(4)
            }
        };
        let mut found: Vec<(u8, Subject)> = self
            .all()
            .iter()
            .filter_map(|subject| Some((rank(subject)?, *subject)))
            .collect();
        found.sort_by_key(|(rank, subject)| (*rank, subject.code));
        found.truncate(most);
        found.into_iter().map(|(_, subject)| subject).collect()
    }
}

fn read(lines: &'static str) -> Vec<Subject> {
    lines
        .lines()
        .filter_map(|line| {
            let mut fields = line.split('\t');
            Some(Subject {
                code: fields.next()?,
                name: fields.next()?,
                others: fields.next().unwrap_or_default(),
            })
        })
        .collect()
}
