//! The rows of a table by their labels.

use super::text::{name, plain};
use juesuan_domain::accounts::{Subjects, TableLayout, Target};
use std::collections::{HashMap, HashSet};

/// The rows of a table by the names they go by, so that a cell is looked up and not compared with all.
pub(super) struct Labels {
    /// Side and row, those of one name in their order.
    rows: HashMap<String, Vec<(usize, usize)>>,
    /// Rows that have been found: both sides have a 总计, and what was found once is not looked for again.
    pub taken: HashSet<(usize, usize)>,
    /// Subjects by name; two of one name are none.
    subjects: HashMap<String, Option<&'static str>>,
}

impl Labels {
    pub fn of(table: &TableLayout) -> Self {
        let mut rows: HashMap<String, Vec<(usize, usize)>> = HashMap::new();
        for (s, side) in table.sides.iter().enumerate() {
            for (r, row) in side.rows.iter().enumerate() {
                rows.entry(short(&name(&row.label)))
                    .or_default()
                    .push((s, r));
            }
        }
        let mut subjects: HashMap<String, Option<&'static str>> = HashMap::new();
        for subject in table.lines.iter().flat_map(|subjects| subjects.all()) {
            for name in subject.names() {
                let code = Some(subject.code);
                let found = subjects.entry(plain(name)).or_insert(code);
                if *found != code {
                    *found = None;
                }
            }
        }
        Labels {
            rows,
            taken: HashSet::new(),
            subjects,
        }
    }

    /// The subject that alone has this name.
    pub fn subject(&self, subjects: Subjects, name: &str) -> Option<Target> {
        let code = (*self.subjects.get(name)?)?;
        let subject = subjects.named(code)?;
        Some(Target::Subject {
            code: subject.code.to_owned(),
            name: subject.name.to_owned(),
        })
    }

    pub fn find(&self, label: &str) -> Option<(usize, usize)> {
        if label.len() > LONGEST {
            return None;
        }
        let rows = self.rows.get(&short(label))?;
        rows.iter().find(|row| !self.taken.contains(row)).copied()
    }
}

/// Other names that rows go by in printed tables, one after the other.
const NAMES: [(&str, &str); 10] = [
    ("(含专用结余)", ""),
    ("财政拨款收入", "财政拨款"),
    ("运行维护费", "运行费"),
    ("用事业基金弥补收支差额", "使用非财政拨款结余"),
    ("出国(境)费用", "出国(境)费"),
    ("上年结转和结余", "年初结转和结余"),
    ("结转下年", "年末结转和结余"),
    ("收入总计", "总计"),
    ("支出总计", "总计"),
    ("收、支总计", "总计"),
];

/// The longest label, in bytes, with room for another name of it: what is longer is none.
pub(super) const LONGEST: usize = 120;

fn short(text: &str) -> String {
    // What is carried over stands under a head of its own, with the names of the funds.
    let mut short = match text.strip_prefix("年初结转和结余:") {
        Some(fund) => format!("{fund}财政拨款"),
        None => text.to_owned(),
    };
    for (name, ours) in NAMES {
        if short.contains(name) {
            short = short.replace(name, ours);
        }
    }
    short
}
