//! What tests of proof-reading share: a paper out of lines, and what is found in it in one line each.

use crate::{
    AmountCell, Document, Finding, FoundTable, Mark, Matter, RowName, Severity, Side, Spot,
};
use juesuan_figure::interval::Printed;
use juesuan_paper::{Block, Cell, Paper, Place};

/// A paper of these lines: `#` before a heading, more of them for a lower level; lines of cells parted by `|`
/// are a table.
pub(crate) fn paper(lines: &str) -> Paper {
    let mut blocks: Vec<Block> = Vec::new();
    for line in lines.split('\n') {
        let (place, runs) = (Place::default(), Vec::new());
        let level = line.chars().take_while(|c| *c == '#').count();
        if let Some(row) = line.strip_prefix('|') {
            if !matches!(blocks.last(), Some(Block::Table { .. })) {
                let rows = Vec::new();
                blocks.push(Block::Table { rows, place });
            }
            if let Some(Block::Table { rows, .. }) = blocks.last_mut() {
                let number = rows.len();
                rows.push(
                    row.split('|')
                        .enumerate()
                        .map(|(column, text)| Cell {
                            text: text.trim().to_owned(),
                            row: number,
                            column,
                            rows: 1,
                            columns: 1,
                            place: Place::default(),
                            runs: Vec::new(),
                        })
                        .collect(),
                );
            }
        } else if let Ok(level @ 1..) = u8::try_from(level) {
            let text = line.trim_start_matches('#').trim().to_owned();
            blocks.push(Block::Heading {
                level,
                text,
                place,
                runs,
            });
        } else {
            let text = line.to_owned();
            blocks.push(Block::Paragraph { text, place, runs });
        }
    }
    Paper {
        blocks,
        ..Paper::default()
    }
    .numbered()
}

/// What is found in these lines beside these tables.
pub(crate) fn findings_with(lines: &str, tables: Vec<FoundTable>) -> Vec<(Finding, String)> {
    let paper = paper(lines);
    let mut document = Document::of(&paper);
    document.tables = tables;
    let mut findings = Vec::new();
    super::check(&document, &mut findings);
    findings
        .into_iter()
        .map(|finding| {
            let quote = finding.spot.quote(&paper);
            (finding, quote)
        })
        .collect()
}

/// What of one kind is found in these lines: severity, what is quoted, and at how many more places.
pub(crate) fn found(lines: &str, of: fn(&Matter) -> bool) -> Vec<String> {
    found_with(lines, Vec::new(), of)
}

/// The same beside tables.
pub(crate) fn found_with(
    lines: &str,
    tables: Vec<FoundTable>,
    of: fn(&Matter) -> bool,
) -> Vec<String> {
    findings_with(lines, tables)
        .into_iter()
        .filter(|(finding, _)| of(&finding.matter))
        .map(|(finding, quote)| {
            let severity = match finding.severity {
                Severity::Error => 'E',
                Severity::Warning => 'W',
                Severity::Notice => 'N',
            };
            match finding.also.len() {
                0 => format!("{severity} {quote}"),
                more => format!("{severity} {quote} +{more}"),
            }
        })
        .collect()
}

/// Says of each of these texts what is found in it; fails with all that differ.
pub(crate) fn hold(of: fn(&Matter) -> bool, cases: &[(&str, &str)]) {
    let mut differ = Vec::new();
    for (lines, expected) in cases {
        let found = found(lines, of).join("; ");
        if found != *expected {
            differ.push(format!(
                "{lines}\n    found {found:?}, expected {expected:?}"
            ));
        }
    }
    assert!(differ.is_empty(), "{}", differ.join("\n"));
}

/// Says of each of these texts that nothing of the kind is found in it.
pub(crate) fn hold_nothing(of: fn(&Matter) -> bool, cases: &[&str]) {
    let cases: Vec<(&str, &str)> = cases.iter().map(|lines| (*lines, "")).collect();
    hold(of, &cases);
}

/// A table of these rows: code, name and amount in 万元; an empty one is a blank cell.
pub(crate) fn table(no: u8, title: &str, rows: &[(&str, &str, &str)]) -> FoundTable {
    let mut table = FoundTable {
        no: Some(no),
        title: title.to_owned(),
        block: 1000,
        ..FoundTable::default()
    };
    for (number, (code, name, amount)) in rows.iter().enumerate() {
        let code = Some((*code).to_owned());
        table.rows.push(RowName {
            code: code.clone(),
            name: (*name).to_owned(),
            spot: Spot::cell(1000, number, 1, 0..0),
            ..RowName::default()
        });
        if let Ok(value) = amount.parse() {
            table.amounts.push(AmountCell {
                depth: 0,
                code,
                name: (*name).to_owned(),
                mark: Mark::None,
                heads: vec!["决算数".to_owned()],
                side: Side::Left,
                value: Printed::new(value),
                printed: (*amount).to_owned(),
                spot: Spot::cell(1000, number, 2, 0..0),
            });
        }
    }
    table
}

/// Bits of disclosures in any order: whatever they come to, it is read.
#[test]
fn any_text_is_read() {
    // Parted by blanks; those of headings are put in behind.
    let mut bits: Vec<&str> = "增加（减少） 0.5 万元 ， 。 （ ） “ 》 一、 2. \n | XX ___ 2024年 与2023年度相比 云山市水务局 部门决算 （类） （款） （项） 2080501 人员经费 主要包括： 、 年初预算为 支出决算为 完成 % 占 持平 政府性基金 目录 第一部分 名词解释 \u{3000} Ａ … 𠀀 截至 12月31日 车辆 。。 下降 十"
        .split(' ')
        .collect();
    bits.extend(["# ", "## "]);
    let mut seed = 2_463_534_242_u32;
    let mut next = |most: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 17;
        seed ^= seed << 5;
        seed as usize % most
    };
    for _ in 0..300 {
        let length = next(120);
        let text: String = (0..length).map(|_| bits[next(bits.len())]).collect();
        for (finding, _) in findings_with(&text, Vec::new()) {
            assert!(finding.spot.start <= finding.spot.end, "{text}");
        }
    }
    let heap = "（".repeat(20_000) + &"”".repeat(20_000);
    assert!(found(&heap, |matter| matches!(matter, Matter::Bracket { .. })).is_empty());
}
