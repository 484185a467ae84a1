//! What a workbook may hold: far more than any unit has, and little enough that a page stays quick
//! whoever made the file. One list, for what is read and for what is made: what can be made can be
//! opened.

use crate::accounts::MOST_LINES;
use crate::evaluation::{Form, MOST_INDICATORS};
use crate::workbook::Workbook;
use std::io;

/// Bytes a file may have. A workbook of the longest forms has a hundredth of it.
pub const LARGEST_FILE: usize = 20 * 1024 * 1024;

/// How many of something there may be in one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// In what they are counted.
    pub within: &'static str,
    /// What is counted, with its measure word.
    pub what: &'static str,
    /// How many there may be.
    pub most: usize,
    /// Said behind what is counted, where a file has it in several places.
    pub of_each: &'static str,
    /// What to do instead.
    pub way_on: &'static str,
}

/// Forms of a workbook.
pub const MOST_FORMS_OF_WORKBOOK: usize = 500;

/// Indicators of one form.
pub(crate) const INDICATORS: Limit = Limit {
    within: "一张自评表",
    what: "条指标",
    most: MOST_INDICATORS,
    of_each: "（同一张表内）",
    way_on: "请拆成几张表",
};
const GOALS: Limit = Limit {
    what: "个年度目标",
    most: 500,
    ..INDICATORS
};
const FORMS: Limit = Limit {
    within: "一个工作簿",
    what: "张自评表",
    most: MOST_FORMS_OF_WORKBOOK,
    of_each: "",
    way_on: "请把其余的放进另一个工作簿",
};
const LINES: Limit = Limit {
    within: "一张决算表",
    what: "行科目",
    most: MOST_LINES,
    of_each: "（同一张决算表内）",
    way_on: "请删去用不到的行",
};
const WORK: Limit = Limit {
    what: "项重点工作",
    most: 500,
    way_on: "请删减或合并",
    ..FORMS
};
const RULE_SETS: Limit = Limit {
    what: "套评分规则",
    most: 200,
    way_on: "请先删去用不到的规则",
    ..FORMS
};
/// Of each kind for itself.
const REMARKS: Limit = Limit {
    within: "一张自评表或全部决算表",
    what: "条批注或搁置的问题",
    most: 5_000,
    of_each: "",
    way_on: "请先删去过时的",
};

/// A limit that an edit would pass, in a sentence. Nothing is changed then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Beyond {
    /// There would be more of something than a workbook may hold.
    #[error(
        "{}最多 {} {}，这样会有 {count} {}，没有改动：{}。",
        .limit.within, .limit.most, .limit.what, .limit.what, .limit.way_on
    )]
    Count {
        /// What there would be too much of, and how many there may be.
        limit: Limit,
        /// How many there would be.
        count: usize,
    },
    /// The file would have more bytes than can be opened again.
    #[error(
        "工作簿会超过 20 MB 的上限，保存后不能再打开，没有改动：请删减过长的文字，或拆成几个工作簿。"
    )]
    Size,
}

impl Workbook {
    /// Every limit, and how many there are of each where there are most.
    pub(crate) fn counts(&self) -> [(Limit, usize); 7] {
        let forms = &self.forms;
        let longest = |count: fn(&Form) -> usize| forms.iter().map(|f| count(f)).max().unwrap_or(0);
        let accounts = &self.accounts;
        let noted = longest(|form| form.remarks.len().max(form.set_aside.len()));
        let noted_in_accounts = accounts.remarks.len().max(accounts.set_aside.len());
        [
            (INDICATORS, longest(Form::indicator_count)),
            (FORMS, forms.len()),
            (GOALS, longest(|form| form.goals.len())),
            (LINES, accounts.longest()),
            (WORK, accounts.work.len()),
            (RULE_SETS, self.rule_sets.len()),
            (REMARKS, noted.max(noted_in_accounts)),
        ]
    }

    /// Whether what an edit made of a workbook keeps to the limits. What was beyond one before may
    /// stay so, and become less.
    pub(crate) fn keeps_to_limits(&self, before: &Workbook) -> Result<(), Beyond> {
        let counts = self.counts().into_iter().zip(before.counts());
        for ((limit, count), (_, before)) in counts {
            if count > limit.most.max(before) {
                return Err(Beyond::Count { limit, count });
            }
        }
        Ok(())
    }

    /// Whether its file can be opened again, of a workbook that did not come about by edits.
    ///
    /// # Errors
    /// The first limit that it passes.
    pub fn within_limits(&self) -> Result<(), Beyond> {
        for (limit, count) in self.counts() {
            if count > limit.most {
                return Err(Beyond::Count { limit, count });
            }
        }
        if self.file_size() > LARGEST_FILE {
            return Err(Beyond::Size);
        }
        Ok(())
    }

    /// Bytes of its file.
    pub fn file_size(&self) -> usize {
        struct Counter(usize);
        impl io::Write for Counter {
            fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
                self.0 += bytes.len();
                Ok(bytes.len())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let mut counter = Counter(0);
        match serde_json::to_writer_pretty(&mut counter, self) {
            Ok(()) => counter.0,
            Err(_) => usize::MAX,
        }
    }
}
