//! Comparisons that say two things at once, differences without a reason, and purposes of another subject.

use super::look::Proof;
use crate::passage::{DocumentPart, Passage};
use crate::pattern::{ENDS, Pattern, number_end};
use crate::{Matter, Severity};
use rust_decimal::Decimal;
use std::ops::Range;
use std::sync::LazyLock;

/// A change and 持平 side by side: no other item, no other base between them.
const CONTRADICTIONS: &[&str] = &[
    "<(增加|减少)(了)?{+}(万元|元)(，)?((增长|下降|减少|增加|降低){+}%)?(，)?(与|和|同)?(上年|上年度|上一年度|去年|{y}年|{y}年度)?(决算数|决算|基本)?持平>",
    "<(增长|下降|降低){+}%(，)?(与|和|同)?(上年|上年度|上一年度|去年|{y}年|{y}年度)?(决算数|决算)?持平>",
    "<持平(，)?(增加|减少)(了)?{+}(万元|元|%)>",
    "<(决算数)?(大于|小于)(年初)?预算(数)?(的主要原因|的原因|主要原因)?(：|是)?(本年)?(决算数)?(与|同|和)(年初)?预算(数)?持平>",
    "[!未不无没有]<(增加|减少|下降|降低)(了)?(与|和|同)?(上年|上年度|上一年度|去年|年初预算|预算)?(决算数|决算|数)?持平>",
    "[!未不无没有]<增长持平>",
    "<(大于|小于)持平>",
];

/// So many items are compared with each other.
const MOST_ITEMS: usize = 300;

/// What a reason is told by.
const REASONS: &str = "(原因|由于|因为|主要是|主要因|系|缘于|源于|鉴于|根据|按照|因|用于)";

/// Budget and actual of one item.
const BUDGET_AND_ACTUAL: &str =
    "年初预算(数)?(为|是)?<{n}>万元，(支出)?决算(数)?(为|是)?{n}万元，完成";

struct Vocabulary {
    contradictions: Vec<Pattern>,
    reasons: Pattern,
    budget_and_actual: Pattern,
    item: Pattern,
    purpose: Pattern,
}

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary {
    contradictions: CONTRADICTIONS
        .iter()
        .map(|words| Pattern::new(words))
        .collect(),
    reasons: Pattern::new(REASONS),
    budget_and_actual: Pattern::new(BUDGET_AND_ACTUAL),
    item: Pattern::new("(（款）|{^})<{w30}>（项）"),
    purpose: Pattern::new("主要用于(：)?"),
});

pub(super) fn check(proof: &mut Proof<'_>) {
    let vocabulary = &*VOCABULARY;
    for passage in proof.passages {
        if passage.is_cell()
            || passage.part != DocumentPart::Body && passage.part != DocumentPart::Cover
        {
            continue;
        }
        contradictions(proof, passage, vocabulary);
        no_reason(proof, passage, vocabulary);
    }
    purposes(proof, vocabulary);
}

fn contradictions(proof: &mut Proof<'_>, passage: &Passage, vocabulary: &Vocabulary) {
    let mut taken: Vec<Range<usize>> = Vec::new();
    for pattern in &vocabulary.contradictions {
        for range in pattern.all(&passage.plain.chars) {
            let printed = passage.plain.slice(range.clone());
            let overlaps = taken
                .iter()
                .any(|t| t.start < range.end && range.start < t.end);
            if overlaps || printed.contains("基本持平") {
                continue;
            }
            taken.push(range.clone());
            if !printed.contains("预算") && of_the_budget(chars_before(passage, range.start)) {
                continue;
            }
            // A rate alone may be as high as last year's.
            let severity = if printed.contains('%') && !printed.contains('元') {
                Severity::Warning
            } else {
                proof.certain()
            };
            proof.add(
                severity,
                Matter::ChangedAndUnchanged { printed },
                passage.spot(range),
            );
        }
    }
}

/// The clause as far as here.
fn chars_before(passage: &Passage, at: usize) -> &[char] {
    let before = passage.plain.chars.get(..at).unwrap_or(&[]);
    let stop = before.iter().rposition(|c| "，。；：,;".contains(*c));
    before.get(stop.map_or(0, |stop| stop + 1)..).unwrap_or(&[])
}

/// 与预算数相比减少1万元，与上年持平: the change is one of the budget.
fn of_the_budget(clause: &[char]) -> bool {
    let clause: String = clause.iter().collect();
    clause.contains("预算") && !clause.contains("上年") && !clause.contains("去年")
}

/// The number that begins here.
pub(super) fn amount_at(chars: &[char], at: usize) -> Option<Decimal> {
    let end = number_end(chars, at)?;
    let digits: String = chars.get(at..end)?.iter().filter(|c| **c != ',').collect();
    digits.parse().ok()
}

fn no_reason(proof: &mut Proof<'_>, passage: &Passage, vocabulary: &Vocabulary) {
    let chars = &passage.plain.chars;
    let Some((range, end)) = vocabulary.budget_and_actual.find(chars, 0) else {
        return;
    };
    let actual = (range.end..end).find_map(|at| amount_at(chars, at));
    let differ = match (amount_at(chars, range.start), actual) {
        (Some(budget), Some(actual)) => budget != actual,
        _ => false,
    };
    let behind = chars.get(range.end..).unwrap_or(&[]);
    // 其中： goes on with the items, which have reasons of their own.
    let goes_on =
        matches!(chars.last(), Some('：')) || passage.plain.find("其中", range.end).is_some();
    if differ && !goes_on && !vocabulary.reasons.occurs(behind) {
        let spot = passage.spot(range.start..end);
        proof.add_to_kind(Severity::Notice, Matter::NoReason, spot, |matter| {
            matches!(matter, Matter::NoReason)
        });
    }
}

/// 主要用于：住房公积金支出 under another item than 住房公积金.
fn purposes(proof: &mut Proof<'_>, vocabulary: &Vocabulary) {
    let items: Vec<(&Passage, String, Range<usize>)> = proof
        .passages
        .iter()
        .filter(|p| !p.is_cell() && p.part == DocumentPart::Body)
        .filter_map(|passage| {
            let chars = &passage.plain.chars;
            let (name, end) = vocabulary.item.find(chars, 0)?;
            let (purpose, start) = vocabulary.purpose.find(chars, end)?;
            let length = chars
                .get(start..)?
                .iter()
                .take_while(|c| !ENDS.contains(c) && **c != '，')
                .count();
            (purpose.start <= end + 4)
                .then(|| (passage, passage.plain.slice(name), start..start + length))
        })
        .take(MOST_ITEMS)
        .collect();
    for (passage, name, range) in &items {
        let purpose = passage.plain.slice(range.clone());
        let single = !purpose.contains(['、', '和', '及']);
        let of_other = items.iter().any(|(_, other, _)| {
            other.chars().count() >= 4
                && purpose.contains(other.as_str())
                && purpose.chars().count() <= other.chars().count() + 10
                && !name.contains(other.as_str())
                && !other.contains(name.as_str())
        });
        if single && of_other && !shares_words(name, &purpose) {
            let matter = Matter::Purpose {
                printed: purpose,
                subject: name.clone(),
            };
            proof.add(Severity::Warning, matter, passage.spot(range.clone()));
        }
    }
}

/// Whether two characters that stand side by side in the one do so in the other, 支出 and the like left aside.
fn shares_words(name: &str, purpose: &str) -> bool {
    let chars: Vec<char> = name.chars().collect();
    chars
        .windows(2)
        .map(|pair| pair.iter().collect::<String>())
        .filter(|pair| {
            !matches!(
                pair.as_str(),
                "支出" | "单位" | "事业" | "行政" | "其他" | "机关" | "经费" | "缴费"
            )
        })
        .any(|pair| purpose.contains(&pair))
}

#[cfg(test)]
mod tests {
    use crate::Matter;
    use crate::proof::cases::{hold, hold_nothing};

    fn reason(matter: &Matter) -> bool {
        matches!(
            matter,
            Matter::ChangedAndUnchanged { .. } | Matter::NoReason | Matter::Purpose { .. }
        )
    }

    #[test]
    fn what_does_not_go_together() {
        hold(
            reason,
            &[
                (
                    "收入比上年减少0.15万元，与上年持平。",
                    "E 减少0.15万元，与上年持平",
                ),
                (
                    "收入比上年减少 0.15 万元，下降2%，持平。",
                    "E 减少0.15万元，下降2%，持平",
                ),
                (
                    "收入增加5万元，增长3%，与2023年度决算数持平。",
                    "E 增加5万元，增长3%，与2023年度决算数持平",
                ),
                ("收入下降3.5%，与上年持平。", "W 下降3.5%，与上年持平"),
                ("与上年持平，增加3万元。", "E 持平，增加3万元"),
                ("与上年持平减少3万元。", "E 持平减少3万元"),
                (
                    "决算数小于预算数的主要原因：决算数与预算数持平。",
                    "E 决算数小于预算数的主要原因：决算数与预算数持平",
                ),
                (
                    "决算数大于预算数的主要原因是与年初预算持平。",
                    "E 决算数大于预算数的主要原因是与年初预算持平",
                ),
                ("决算数小于持平年初预算数。", "E 小于持平"),
                ("支出比2023年度减少持平。", "E 减少持平"),
                ("支出较上年下降与上年持平。", "E 下降与上年持平"),
                (
                    "年初预算为5.00万元，支出决算为4.00万元，完成年初预算的80.00%。",
                    "N 5.00万元，支出决算为4.00万元，完成",
                ),
                (
                    "# 决算\n# 目录\n一、\n# 第一部分\n1.住房改革支出（款）住房公积金（项）。主要用于：住房公积金支出。\n2.住房改革支出（款）购房补贴（项）。主要用于：住房公积金支出。",
                    "W 住房公积金支出",
                ),
            ],
        );
    }

    #[test]
    fn what_goes_together() {
        hold_nothing(
            reason,
            &[
                "收入与上年持平，支出减少3万元。",
                "支出减少0.15万元，下降2%，其中：因公出国（境）费与上年持平；公务接待费减少0.15万元。",
                "比上年减少5万元，与年初预算持平。",
                "比上年减少5万元，与上年基本持平。",
                "比上年没有增加，与上年持平，既不增长也不下降持平状态。",
                "财政收入增长与上年持平。",
                "增加0万元，与上年持平。",
                "增加0.00万元，增长0%，与上年持平。",
                "决算数小于预算数的主要原因是人员减少。",
                "决算数与预算数持平。",
                "年初预算为5.00万元，支出决算为5.00万元，完成年初预算的100%。",
                "年初预算为5.00万元，支出决算为4.00万元，完成年初预算的80%，主要原因是人员减少。",
                "年初预算为5.00万元，支出决算为4.00万元，完成年初预算的80%。其中：",
                "# 决算\n# 目录\n一、\n# 第一部分\n1.（款）住房公积金（项）。主要用于：缴存。\n2.（款）行政运行（项）。主要用于：工资、住房公积金。",
                "# 决算\n# 目录\n一、\n# 第一部分\n1.（款）行政单位医疗（项）。主要用于：医疗保险。\n2.（款）其他行政单位医疗支出（项）。主要用于：行政单位医疗。",
                "|减少0.15万元，与上年持平",
            ],
        );
    }
}
