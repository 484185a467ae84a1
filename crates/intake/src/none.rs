//! Tables of which the unit says in words that it has nothing in them.

use crate::imported::Imported;
use juesuan_domain::Sorted;
use juesuan_domain::accounts::{Cells, Table, TableNo, read_amount};
use juesuan_paper::Block;
use juesuan_understand::{DisclosureKind, Document, FoundTable, How, Spot, Taken};
use std::ops::Range;
use std::rc::Rc;

/// A table that may be empty, and what it is called in words.
const FUNDS: [(TableNo, &str); 2] = [
    (TableNo::FUNDS, "政府性基金"),
    (TableNo::CAPITAL, "国有资本经营"),
];

/// Marks the tables of which a note or a sentence says that there is nothing, where nothing stands in them.
pub fn take(document: &Document, imported: &mut Imported) {
    if document.about.kind == DisclosureKind::Budget {
        return;
    }
    for (no, name) in FUNDS {
        let laid_out = imported.workbook.layout().table(no);
        let accounts = &imported.workbook.accounts;
        // Amounts that are printed speak against it, also those that were left.
        let printed = own(document, no).is_some_and(|table| {
            let mut amounts = table.amounts.iter();
            amounts.any(|amount| !amount.value.value.is_zero())
        });
        if laid_out.may_be_empty.is_none() || printed || !is_empty(accounts.table(no)) {
            continue;
        }
        let Some(spot) = said(document, no, name) else {
            continue;
        };
        let accounts = Rc::make_mut(&mut imported.workbook.accounts);
        let table = Rc::make_mut(&mut accounts.tables[no.index()]);
        table.none = true;
        // Rows without an amount are no rows, and what is none comes to 0 without being typed.
        table.lines.clear();
        table.rows = Sorted::default();
        let path = format!("accounts.{no}");
        imported.taken.retain(|one| !one.to.starts_with(&path));
        imported.taken.push(Taken {
            to: format!("accounts.{no}.none"),
            text: spot.quote(document.paper),
            from: spot,
            how: How::Printed,
        });
    }
}

/// Whether nothing stands in it, or only zeros.
fn is_empty(table: &Table) -> bool {
    let nothing = |cells: &Cells| {
        let mut amounts = cells.iter().filter(|(column, _)| column.is_amount());
        amounts.all(|(_, text)| {
            text.is_blank() || read_amount(text).is_ok_and(|amount| amount.is_zero())
        })
    };
    table.rows.values().all(nothing) && table.lines.iter().all(|line| nothing(line))
}

/// The table of that number, as it was found.
fn own<'d>(document: &'d Document, no: TableNo) -> Option<&'d FoundTable> {
    let mut tables = document.tables.iter();
    tables.find(|table| table.no.map(usize::from) == Some(no.index() + 1))
}

/// Where it is said: below the table, or in the section about it.
fn said(document: &Document, no: TableNo, name: &str) -> Option<Spot> {
    let below = own(document, no).and_then(|table| {
        let last = table.extent.last().map_or(table.block, |(block, _)| *block);
        let blocks = document.paper.blocks.iter().enumerate().skip(last + 1);
        let mut notes = blocks
            .take_while(|(_, block)| matches!(block, Block::Paragraph { .. }))
            .take(4);
        notes.find_map(|(at, block)| match block {
            Block::Paragraph { text, .. } => {
                let range = nothing(text, name, true)?;
                Some(Spot::text(at, range))
            }
            _ => None,
        })
    });
    below.or_else(|| {
        let lines = document.sections.iter().flat_map(|section| &section.lines);
        lines
            .filter(|line| line.text.contains(name))
            .find_map(|line| {
                let range = nothing(&line.text, name, false)?;
                Some(Spot::text(line.block, range))
            })
    })
}

/// The sentence that says that there is nothing.
fn nothing(text: &str, name: &str, below: bool) -> Option<Range<usize>> {
    let mut start = 0;
    for sentence in text.split_inclusive(['。', '；']) {
        let range = start..start + sentence.trim_end().len();
        start += sentence.len();
        if ["XX", "××"].iter().any(|blank| sentence.contains(blank)) {
            continue;
        }
        let no_data = ["无数据", "没有数据", "空表", "表为空", "表无数"]
            .iter()
            .any(|word| sentence.contains(word));
        if below && no_data {
            return Some(range);
        }
        let Some(at) = sentence.find(name) else {
            continue;
        };
        let before = &sentence[..at];
        let denied = ["没有", "无", "未发生", "未安排", "不涉及", "未使用"]
            .iter()
            .any(|word| before.contains(word) || sentence[at..].contains(word));
        // 没有安排的支出 and the like are of a part; with an amount it is no denial of all.
        let amount = sentence.contains("万元") || sentence.contains('%');
        let doubt = [
            "无关", "无法", "如", "若", "原因", "保留", "应当", "填写", "XX", "××",
        ]
        .iter()
        .any(|word| sentence.contains(word));
        if denied && !amount && !doubt && sentence.chars().count() <= 80 {
            return Some(range);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::nothing;

    #[test]
    fn sentences_that_say_that_there_is_nothing() {
        for (text, below, says) in [
            (
                "某局2024年度无政府性基金预算财政拨款收入和支出。",
                false,
                true,
            ),
            (
                "本单位没有政府性基金预算财政拨款收支，故本表无数据。",
                true,
                true,
            ),
            ("说明：本表为空表。", true, true),
            (
                "本单位2021年度未发生政府性基金预算财政拨款支出。",
                false,
                true,
            ),
            ("本表反映政府性基金预算财政拨款收入支出情况。", true, false),
            ("政府性基金预算财政拨款支出30万元，无结转。", false, false),
            (
                "政府性基金预算财政拨款收入：指本级财政拨付的资金。",
                false,
                false,
            ),
            ("如本年度没有政府性基金，应说明。", false, false),
            ("没有国有资本经营预算财政拨款支出。", false, false),
            (
                "无政府性基金预算财政拨款收支的，仍保留该表格式：",
                true,
                false,
            ),
            ("XX局没有政府性基金预算财政拨款收支。", false, false),
        ] {
            assert_eq!(nothing(text, "政府性基金", below).is_some(), says, "{text}");
        }
    }
}
