//! Codes of subjects in a text, with the names behind them: `2210201 住房公积金`.

use super::chain::same;
use super::look::Proof;
use super::subject::{Codes, codes};
use crate::passage::{DocumentPart, Passage};
use crate::{Matter, Severity};
use juesuan_domain::accounts::{Depth, Subjects};
use std::ops::Range;

/// A shorter one may be the beginning of a sentence.
const SHORTEST: usize = 4;

/// What names of subjects have in them.
const OF_SUBJECTS: &[&str] = &[
    "支出",
    "费",
    "补贴",
    "事务",
    "运行",
    "公积金",
    "医疗",
    "养老",
];

pub(super) fn check(proof: &mut Proof<'_>) {
    let codes = codes(proof);
    for passage in proof.passages {
        if passage.is_cell() || passage.part != DocumentPart::Body {
            continue;
        }
        for (code, range) in coded(passage) {
            let names = names_of(&code, &codes);
            let printed = passage.plain.slice(range.clone());
            let Some(right) = names
                .first()
                .filter(|_| !names.iter().any(|name| begins(&printed, name)))
            else {
                continue;
            };
            // A number that looks like a code may count something: the name of another subject tells a code, and
            // so does a table that has it.
            let of_table = code.len() == 7
                && codes.contains_key(&code)
                && OF_SUBJECTS.iter().any(|words| printed.contains(words));
            let of_other = Subjects::Functional
                .all()
                .iter()
                .any(|subject| subject.names().any(|name| begins(&printed, name)));
            if !of_table && !of_other {
                continue;
            }
            let matter = Matter::SubjectName {
                printed,
                right: right.clone(),
                code,
            };
            proof.add(Severity::Warning, matter, passage.spot(range));
        }
    }
}

/// Every name of a code: those of the tables first.
fn names_of(code: &str, codes: &Codes) -> Vec<String> {
    let in_tables = codes.get(code).map(|coded| coded.names.clone());
    let subject = Subjects::Functional.named(code);
    let of_subject = subject
        .into_iter()
        .flat_map(|s| s.names().map(str::to_owned));
    in_tables
        .unwrap_or_default()
        .into_iter()
        .chain(of_subject)
        .collect()
}

/// Whether a text begins with a name, 支出 at its end or not.
fn begins(text: &str, name: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    let length = name.chars().count();
    [length, length.saturating_sub(2)].iter().any(|length| {
        let start: Option<String> = chars.get(..*length).map(|start| start.iter().collect());
        start.is_some_and(|start| same(&start, name))
    })
}

/// Codes of five and seven digits with what stands behind them.
fn coded(passage: &Passage) -> Vec<(String, Range<usize>)> {
    let chars = &passage.plain.chars;
    let digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let length = (at..chars.len()).take_while(|at| digit(*at)).count();
        let start = at;
        at += length.max(1);
        let alone = start
            .checked_sub(1)
            .and_then(|at| chars.get(at))
            .is_none_or(|c| {
                !c.is_ascii_alphanumeric() && !matches!(c, '.' | ',' | '-' | '第' | '号' | '〕')
            });
        if !matches!(length, 5 | 7) || chars.get(start) != Some(&'2') || !alone {
            continue;
        }
        let code = passage.plain.slice(start..start + length);
        let begin = (at..chars.len())
            .find(|at| !matches!(chars.get(*at), Some('）' | '“' | '：' | '-' | '《')))
            .unwrap_or(chars.len());
        let name = chars
            .get(begin..)
            .unwrap_or(&[])
            .iter()
            .take_while(|c| matches!(**c, '\u{4e00}'..='\u{9fff}'))
            .count();
        if name >= SHORTEST && Depth::of(&code).is_some() {
            found.push((code, begin..begin + name));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::proof::cases::{found_with, table};
    use crate::{FoundTable, Matter};

    fn subject(matter: &Matter) -> bool {
        matches!(matter, Matter::SubjectName { .. })
    }

    fn tables() -> Vec<FoundTable> {
        vec![table(
            5,
            "一般公共预算财政拨款支出决算表",
            &[
                ("2210201", "住房公积金", "20.00"),
                ("2080599", "其他行政事业单位养老支出", "0.88"),
            ],
        )]
    }

    #[test]
    fn names_behind_codes() {
        for (text, expected) in [
            ("2210201购房补贴支出20.00万元。", "W 购房补贴支出"),
            ("科目（2210201）购房补贴支出20.00万元。", "W 购房补贴支出"),
            ("2210202住房公积金支出20.00万元。", "W 住房公积金支出"),
            ("22102住房保障支出20.00万元。", "W 住房保障支出"),
            ("2080599离退休人员活动费0.88万元。", "W 离退休人员活动费"),
            ("2210201住房公积金20.00万元。", ""),
            ("2210201 “住房公积金”（项）20.00万元。", ""),
            ("2080599其他行政事业单位养老0.88万元。", ""),
            ("20805行政事业单位离退休0.88万元。", ""),
            ("22102住房改革支出（款）20.00万元。", ""),
            ("2999999其他的事情。", ""),
            ("第2210201号文件的规定。", ""),
            ("人均20805元，共20805户居民参加。", ""),
            ("邮编221020，电话2219201转办公室。", ""),
            ("投资22102.5万元，新增2210201人次就业。", ""),
        ] {
            let lines = format!("# 决算\n# 目录\n一、\n# 第一部分\n{text}");
            assert_eq!(
                found_with(&lines, tables(), subject).join("; "),
                expected,
                "{text}"
            );
        }
    }
}
