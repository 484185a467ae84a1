//! 无收支 beside a table with amounts, and amounts beside an empty table.

use super::look::Proof;
use super::reasons::amount_at;
use crate::passage::DocumentPart;
use crate::pattern::{ENDS, Pattern, number_end};
use crate::{FoundTable, Matter, Severity};
use std::sync::LazyLock;

/// What may be nothing: its name in the text, the words its table's title has, and the table's number.
const MATTERS: &[(&str, &str, u8)] = &[
    ("政府性基金", "政府性基金", 8),
    ("国有资本经营", "国有资本经营", 9),
];

struct Wording {
    name: &'static str,
    in_title: &'static str,
    no: u8,
    denies: Vec<Pattern>,
    has: Vec<Pattern>,
}

static WORDINGS: LazyLock<Vec<Wording>> = LazyLock::new(|| {
    let wording = |(name, in_title, no): &(&'static str, &'static str, u8)| {
        Wording {
        name,
        in_title,
        no: *no,
        denies: [
            format!("<(无|没有|未安排|未发生|未使用|不涉及)(使用|安排|发生)?(一般公共预算、)?{name}(预算)?(财政)?(拨款)?(收入|支出|收支|安排的支出|收、支)"),
            format!("{name}(预算)?(财政)?(拨款)?(收入|支出|收支)?(收入)?(支出)?<(均)?(为零|为0万元|无收支|无支出|无收入)"),
        ]
        .map(|words| Pattern::new(&words))
        .to_vec(),
        has: [
            format!("{name}(预算)?(财政)?(拨款)?(本年)?(收入|支出|收支)(预算|决算)?(总计|合计|总额|数)?(为)?<{{+}}>(万元|元|亿元)"),
        ]
        .map(|words| Pattern::new(&words))
        .to_vec(),
    }
    };
    MATTERS.iter().map(wording).collect()
});

pub(super) fn check(proof: &mut Proof<'_>) {
    for wording in WORDINGS.iter() {
        let tables: Vec<&FoundTable> = proof
            .tables
            .iter()
            .filter(|table| {
                table.no == Some(wording.no) || (table.no.is_none() && is_of(table, wording))
            })
            .collect();
        // Where there are several of them, one may be of a part of the unit.
        let [table] = tables.as_slice() else { continue };
        let first = table
            .amounts
            .iter()
            .find(|amount| !amount.value.value.is_zero());
        for passage in proof.passages {
            if passage.is_cell()
                || !matches!(passage.part, DocumentPart::Body | DocumentPart::Cover)
            {
                continue;
            }
            let chars = &passage.plain.chars;
            if let Some(cell) = first {
                let denied = wording.denies.iter().flat_map(|p| p.all(chars));
                for range in denied.filter(|range| !has_amount(chars, range.end)) {
                    let what = wording.name.to_owned();
                    let matter = Matter::NothingButAmounts { what };
                    let severity = proof.certain();
                    proof.add(severity, matter.clone(), passage.spot(range));
                    if let Some(finding) = proof.found.iter_mut().find(|f| f.matter == matter)
                        && !finding.also.contains(&cell.spot)
                    {
                        finding.also.push(cell.spot.clone());
                    }
                }
            } else if table.empty {
                for range in wording.has.iter().flat_map(|p| p.all(chars)) {
                    let matter = Matter::AmountButEmpty {
                        what: wording.name.to_owned(),
                        printed: passage.plain.slice(range.clone()),
                    };
                    proof.add(Severity::Warning, matter, passage.spot(range));
                }
            }
        }
    }
}

/// A table of this matter alone: not the one of all that money is granted from.
fn is_of(table: &FoundTable, wording: &Wording) -> bool {
    table.title.contains(wording.in_title) && !table.title.contains("一般公共预算")
}

/// Whether the sentence goes on to an amount that is not zero.
fn has_amount(chars: &[char], from: usize) -> bool {
    let rest = chars.get(from..).unwrap_or(&[]);
    let end = rest
        .iter()
        .position(|c| ENDS.contains(c))
        .unwrap_or(rest.len());
    (from..from + end).any(|at| {
        let unit = number_end(chars, at).and_then(|end| chars.get(end));
        matches!(unit, Some('万' | '元'))
            && amount_at(chars, at).is_some_and(|amount| !amount.is_zero())
    })
}

#[cfg(test)]
mod tests {
    use crate::proof::cases::{found_with, table};
    use crate::{FoundTable, Matter};

    fn nothing(matter: &Matter) -> bool {
        matches!(
            matter,
            Matter::NothingButAmounts { .. } | Matter::AmountButEmpty { .. }
        )
    }

    fn filled() -> Vec<FoundTable> {
        vec![table(
            8,
            "政府性基金预算财政拨款收入支出决算表",
            &[("212", "城乡社区支出", "5.00")],
        )]
    }

    fn empty() -> Vec<FoundTable> {
        let mut table = table(8, "政府性基金预算财政拨款收入支出决算表", &[]);
        table.empty = true;
        vec![table]
    }

    #[test]
    fn text_beside_table() {
        let mut differ = Vec::new();
        for (text, tables, expected) in [
            (
                "云山市水务局2024年度无政府性基金预算财政拨款收入和支出。",
                filled(),
                "E 无政府性基金预算财政拨款收入 +1",
            ),
            (
                "本单位没有政府性基金收支。",
                filled(),
                "E 没有政府性基金收支 +1",
            ),
            (
                "也没有使用政府性基金预算财政拨款安排的支出。",
                filled(),
                "E 没有使用政府性基金预算财政拨款安排的支出 +1",
            ),
            (
                "说明：本部门未安排 政府性基金预算\r支出，故本表无数据。",
                filled(),
                "E 未安排政府性基金预算支出 +1",
            ),
            (
                "政府性基金预算财政拨款收入5.00万元，支出5.00万元。",
                empty(),
                "W 5.00",
            ),
            (
                "其中：政府性基金预算财政拨款支出为5.00万元，占1%。",
                empty(),
                "W 5.00",
            ),
            // They agree.
            ("本单位没有政府性基金收支。", empty(), ""),
            (
                "政府性基金预算财政拨款收入0.00万元，支出0万元。",
                empty(),
                "",
            ),
            ("政府性基金预算财政拨款收入5.00万元。", filled(), ""),
            (
                "没有政府性基金预算财政拨款收入，年初结转5.00万元，支出5.00万元。",
                filled(),
                "",
            ),
            ("本单位没有国有资本经营预算收入。", filled(), ""),
            ("无年初政府性基金结转。", filled(), ""),
            ("本单位没有政府性基金收支。", Vec::new(), ""),
            (
                "本单位没有政府性基金收支。",
                [filled(), filled()].concat(),
                "",
            ),
            (
                "# 名词解释\n政府性基金：没有政府性基金收入的单位。",
                filled(),
                "",
            ),
            ("|没有政府性基金收入", filled(), ""),
        ] {
            let lines = format!("# 决算\n# 目录\n一、\n# 第一部分\n{text}");
            let found = found_with(&lines, tables, nothing).join("; ");
            if found != expected {
                differ.push(format!("{text}\n    found {found}, expected {expected}"));
            }
        }
        assert!(differ.is_empty(), "{}", differ.join("\n"));
    }
}
