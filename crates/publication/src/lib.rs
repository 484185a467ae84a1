//! A workbook as it is published: cover, contents, profile, tables, text with figures, key work, glossary and
//! forms, as one [`Paper`] that a writer makes a file of.
//!
//! Nothing is invented and nothing left out silently: what is missing is printed as 【待填】, and [`check_before`]
//! says where.

#![forbid(unsafe_code)]

mod before;
mod drawing;
mod forms;
mod formula;
mod parts;
mod tables;
mod tables_by_subject;
mod text;
mod three_public;
mod titles;
mod writing;

pub use before::{Before, Lack, LackKind, check_before};
pub use parts::{Part, Parts, UnknownPart};

use juesuan_domain::Workbook;
use juesuan_domain::assess::{Assessment, assess};
use juesuan_paper::{Kind, Paper};
use time::Date;
use writing::Writing;

/// The publication of a workbook, or the parts of it that are asked for. `today` is what dates are measured
/// against, and the date on the cover.
///
/// ```
/// use juesuan_publication::{Parts, publish};
/// let workbook = juesuan_domain::Workbook::new("2024", "某中心", "wuhan-2020");
/// let paper = publish(&workbook, None, &Parts::whole());
/// assert_eq!(paper.name.as_deref(), Some("某中心2024年度单位决算"));
/// ```
pub fn publish(workbook: &Workbook, today: Option<Date>, parts: &Parts) -> Paper {
    publish_assessed(workbook, &assess(workbook, today), today, parts)
}

/// The same as [`publish`], of a workbook that has been assessed already.
pub fn publish_assessed(
    workbook: &Workbook,
    assessment: &Assessment,
    today: Option<Date>,
    parts: &Parts,
) -> Paper {
    let mut writing = Writing::new(workbook, assessment, parts);
    writing.whole(today);
    Paper {
        name: Some(writing.titles.name()),
        kind: Kind::Docx,
        blocks: writing.blocks,
        looks: writing.looks,
        ..Paper::default()
    }
    .numbered()
}
