//! The titles of the publication: what its parts are called, and whose it is.

use juesuan_domain::disclosure::{Disclosure, Section, Written};
use juesuan_domain::{Workbook, read_year};
use juesuan_figure::chinese_numeral;
use juesuan_say::official::published as words;

/// Whose publication it is, and of which year.
pub(crate) struct Titles {
    /// The name of the unit; a gap where nobody typed it.
    pub unit: String,
    /// `2024`; a gap where it cannot be read.
    pub year: String,
    /// 部门 or 单位, as the style calls it.
    pub body: &'static str,
}

/// What a part of the text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Profile,
    Text,
    Work,
    Glossary,
}

impl Titles {
    pub(crate) fn of(workbook: &Workbook, disclosure: &Disclosure) -> Self {
        let gap = || words::GAP.to_owned();
        let unit = workbook.unit();
        let year = read_year(&workbook.year).year();
        let mut parts = disclosure.sections.iter().filter_map(|s| s.part.as_deref());
        let of_department = parts.any(|part| part.starts_with(words::DEPARTMENT));
        Titles {
            unit: if unit.is_empty() {
                gap()
            } else {
                unit.to_owned()
            },
            year: year.map_or_else(gap, |year| year.to_string()),
            body: if of_department {
                words::DEPARTMENT
            } else {
                words::UNIT
            },
        }
    }

    /// What the paper is called: `某中心2024年度单位决算`.
    pub(crate) fn name(&self) -> String {
        format!("{}{}", self.unit, self.of_year())
    }

    /// `2024年度单位决算`.
    pub(crate) fn of_year(&self) -> String {
        words::accounts_of_year(&self.year, self.body)
    }

    /// Of a part of the text: `某中心2024年度单位决算情况说明`.
    pub(crate) fn part(&self, role: Role, title: &str) -> String {
        let bare = [words::DEPARTMENT, words::UNIT]
            .into_iter()
            .find_map(|body| title.strip_prefix(body))
            .unwrap_or(title);
        match role {
            Role::Profile => format!("{}{bare}", self.unit),
            Role::Text => words::of_year(&self.unit, &self.year, self.body, bare),
            Role::Work => words::in_year(&self.year, bare),
            Role::Glossary => title.to_owned(),
        }
    }

    /// Of the part with the tables.
    pub(crate) fn tables(&self) -> String {
        words::of_year(&self.unit, &self.year, self.body, words::TABLES)
    }
}

/// `第二部分 …`, counted from 1.
pub(crate) fn numbered_part(number: u32, title: &str) -> String {
    words::part(&chinese_numeral(number), title)
}

/// The sections of each part, with what the part is. The tables stand before the part that explains them.
pub(crate) fn parts(disclosure: &Disclosure) -> Vec<(Role, &str, Vec<&Section>)> {
    let mut parts: Vec<(Role, &str, Vec<&Section>)> = Vec::new();
    for section in &disclosure.sections {
        match &section.part {
            Some(part) => parts.push((Role::Profile, part.as_str(), vec![section])),
            None => match parts.last_mut() {
                Some((.., sections)) => sections.push(section),
                None => parts.push((Role::Profile, "", vec![section])),
            },
        }
    }
    let mut explained = false;
    for (role, _, sections) in &mut parts {
        let blocks = || sections.iter().flat_map(|section| &section.blocks);
        let any = |is: fn(&Written) -> bool| blocks().any(|block| is(block));
        *role = if any(|block| matches!(block, Written::Glossary(_))) {
            Role::Glossary
        } else if any(|block| matches!(block, Written::Work(_))) {
            Role::Work
        } else if explained || any(speaks_of_totals) {
            explained = true;
            Role::Text
        } else {
            Role::Profile
        };
    }
    parts
}

/// The key of the sentence that every style's explanatory text begins with.
fn speaks_of_totals(block: &Written) -> bool {
    let Written::Paragraph(sentences) = block else {
        return false;
    };
    sentences.iter().any(|sentence| sentence.key == "total")
}
