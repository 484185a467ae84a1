//! Items that the text lists as spent on, against the table of basic expenditure (06).

use super::look::Proof;
use crate::passage::{DocumentPart, Passage};
use crate::pattern::{ENDS, Pattern};
use crate::{FoundTable, Matter, Severity, Spot};
use juesuan_domain::accounts::Subjects;
use std::ops::Range;
use std::sync::LazyLock;

/// What leads up to a list of items.
static LISTS: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    [
        "(人员经费|公用经费|人员支出|公用支出|商品和服务支出|工资福利支出|对个人和家庭的补助){30}(主要)?(包括|用于)(：|了)?",
        "{^}(（[一二三四]）)?(人员|公用|日常公用)经费{30}(，|。)(主要)?(包括|用于)(：)?",
    ]
    .map(Pattern::new)
    .to_vec()
});

/// A row of the table: its name, and whether anything was spent.
#[derive(Debug)]
struct Row<'a> {
    name: &'a str,
    code: Option<&'a str>,
    spent: bool,
    spot: &'a Spot,
}

pub(super) fn check(proof: &mut Proof<'_>) {
    let Some(table) = proof.tables.iter().find(|table| is_basic(table)) else {
        return;
    };
    let rows = rows(table);
    let items: Vec<(&Passage, Range<usize>, String)> =
        proof.passages.iter().flat_map(listed).collect();
    if rows.len() < 5 {
        return;
    }
    let row_of = |item: &str| rows.iter().find(|row| same(row.name, item));
    let known = items
        .iter()
        .filter(|(_, _, item)| row_of(item).is_some())
        .count();
    if known < 3 {
        return;
    }
    let mut spent_on: Vec<(&Passage, Range<usize>, String, Vec<Spot>)> = Vec::new();
    let mut absent: Vec<(&Passage, Range<usize>, String, Vec<Spot>)> = Vec::new();
    for (passage, range, item) in &items {
        match row_of(item) {
            Some(row) if !row.spent => {
                spent_on.push((passage, range.clone(), item.clone(), vec![row.spot.clone()]));
            }
            Some(_) => {}
            None if is_economic(item) => {
                absent.push((passage, range.clone(), item.clone(), Vec::new()))
            }
            None => {}
        }
    }
    let unlisted: Vec<(String, Spot)> = rows
        .iter()
        .filter(|row| row.spent && row.code.is_some_and(|code| code.len() == 5))
        .filter(|row| {
            !items
                .iter()
                .any(|(_, _, item)| same(row.name, item) || item.contains(row.name))
        })
        .map(|row| (row.name.to_owned(), row.spot.clone()))
        .collect();
    // Where most of them seem to be nothing, the table was not read as it is.
    if spent_on.len() * 2 > known {
        return;
    }
    if absent.len() * 4 > items.len() {
        absent.clear();
    }
    let end = items
        .iter()
        .any(|(passage, range, _)| ends_with_others(passage, range));
    let certain = proof.certain();
    not_spent(proof, certain, spent_on);
    not_spent(proof, Severity::Warning, absent);
    if !end && !unlisted.is_empty() {
        not_listed(proof, &items, unlisted);
    }
}

fn is_basic(table: &FoundTable) -> bool {
    table.no == Some(6)
        || (table.title.contains("基本支出")
            && table
                .rows
                .iter()
                .any(|row| row.code.as_deref().is_some_and(|c| c.starts_with("301"))))
}

fn rows(table: &FoundTable) -> Vec<Row<'_>> {
    table
        .rows
        .iter()
        .filter(|row| row.code.as_deref().is_none_or(|code| code.starts_with('3')))
        .map(|row| Row {
            name: &row.name,
            code: row.code.as_deref(),
            spent: table.amounts.iter().any(|amount| {
                amount.code == row.code && amount.name == row.name && !amount.value.value.is_zero()
            }),
            spot: &row.spot,
        })
        .collect()
}

/// 其他社会保障缴费支出 and 其他社会保障缴费 are one, 费 and 费用, 维修费 and 维修（护）费 too.
fn same(a: &str, b: &str) -> bool {
    let plain = |name: &str| {
        let mut plain: String = name
            .chars()
            .filter(|c| {
                !matches!(c, '（' | '）' | '(' | ')' | '“' | '”' | '护' | '境' | '役')
                    && !c.is_whitespace()
            })
            .collect();
        for tail in ["支出", "费用", "费"] {
            if plain.chars().count() > 3
                && let Some(rest) = plain.strip_suffix(tail)
            {
                plain = rest.to_owned();
                break;
            }
        }
        plain
    };
    plain(a) == plain(b)
}

/// Whether it is the name of an item of the classification, word for word.
fn is_economic(item: &str) -> bool {
    Subjects::Economic.all().iter().any(|subject| {
        subject.code.len() == 5 && subject.code.starts_with("30") && subject.name == item
    })
}

/// Whether it says what words mean: 机关运行经费 is what goes to these items anywhere.
fn explains(passage: &Passage) -> bool {
    passage.plain.find("注", 0) == Some(0)
        || ["机关运行经费", "是指", "反映"]
            .iter()
            .any(|words| passage.plain.has(words))
}

/// The items of the lists in a text.
fn listed(passage: &Passage) -> Vec<(&Passage, Range<usize>, String)> {
    if passage.is_cell() || passage.part != DocumentPart::Body || explains(passage) {
        return Vec::new();
    }
    let chars = &passage.plain.chars;
    let mut items = Vec::new();
    let mut from = 0;
    while let Some((_, start)) = LISTS
        .iter()
        .filter_map(|list| list.find(chars, from))
        .min_by_key(|(_, end)| *end)
    {
        let mut at = start;
        let mut begun = start;
        let mut depth = 0usize;
        loop {
            let c = chars.get(at);
            match c {
                Some('（') => depth += 1,
                Some('）') => depth = depth.saturating_sub(1),
                _ => {}
            }
            let ends = c.is_none_or(|c| ENDS.contains(c));
            if ends || (depth == 0 && matches!(c, Some('、' | '，'))) {
                let length = chars
                    .get(begun..at)
                    .unwrap_or(&[])
                    .strip_suffix(&['等'])
                    .map_or(at - begun, <[char]>::len);
                if (2..=20).contains(&length) {
                    items.push((
                        passage,
                        begun..begun + length,
                        passage.plain.slice(begun..begun + length),
                    ));
                }
                begun = at + 1;
            }
            if ends {
                break;
            }
            at += 1;
        }
        from = at.max(start + 1);
    }
    items
}

/// 等 behind the last item: there are others.
fn ends_with_others(passage: &Passage, range: &Range<usize>) -> bool {
    passage.plain.chars.get(range.end) == Some(&'等')
}

type Places<'a> = Vec<(&'a Passage, Range<usize>, String, Vec<Spot>)>;

fn not_spent(proof: &mut Proof<'_>, severity: Severity, found: Places<'_>) {
    let mut found = found.into_iter();
    let Some((passage, range, item, cells)) = found.next() else {
        return;
    };
    let spot = passage.spot(range);
    let (mut items, mut also, mut cells) = (vec![item], Vec::new(), cells);
    for (passage, range, item, of_row) in found {
        also.push(passage.spot(range));
        cells.extend(of_row);
        if !items.contains(&item) {
            items.push(item);
        }
    }
    also.extend(cells);
    proof.found.push(crate::Finding {
        severity,
        matter: Matter::ItemsNotSpent { items },
        spot,
        also,
        working: None,
        cause: None,
    });
}

fn not_listed(
    proof: &mut Proof<'_>,
    items: &[(&Passage, Range<usize>, String)],
    unlisted: Vec<(String, Spot)>,
) {
    let Some((passage, range, _)) = items.first() else {
        return;
    };
    let (items, also): (Vec<String>, Vec<Spot>) = unlisted.into_iter().unzip();
    proof.found.push(crate::Finding {
        severity: Severity::Notice,
        matter: Matter::ItemsNotListed { items },
        spot: passage.spot(range.clone()),
        also,
        working: None,
        cause: None,
    });
}

#[cfg(test)]
mod tests {
    use crate::proof::cases::{found_with, table};
    use crate::{FoundTable, Matter};

    fn items(matter: &Matter) -> bool {
        matches!(
            matter,
            Matter::ItemsNotSpent { .. } | Matter::ItemsNotListed { .. }
        )
    }

    fn tables() -> Vec<FoundTable> {
        vec![table(
            6,
            "一般公共预算财政拨款基本支出决算表",
            &[
                ("301", "工资福利支出", "60.00"),
                ("30101", "基本工资", "20.00"),
                ("30102", "津贴补贴", "30.00"),
                ("30103", "奖金", "0.00"),
                ("30112", "其他社会保障缴费", "10.00"),
                ("302", "商品和服务支出", "6.00"),
                ("30201", "办公费", "1.00"),
                ("30202", "印刷费", ""),
                ("30205", "水费", "2.00"),
                ("30213", "维修（护）费", "3.00"),
                ("30240", "税金及附加费用", "0.00"),
            ],
        )]
    }

    fn read(text: &str) -> String {
        let text = format!("# 决算\n# 目录\n一、\n# 第一部分\n{text}");
        found_with(&text, tables(), items).join("; ")
    }

    #[test]
    fn lists_beside_the_table() {
        let mut differ = Vec::new();
        for (text, expected) in [
            (
                "人员经费60.00万元，主要包括：基本工资、津贴补贴、奖金、其他社会保障缴费；公用经费6.00万元，主要包括：办公费、水费、维修（护）费、税金及附加费用。",
                "E 奖金 +3",
            ),
            (
                "人员经费60.00万元，主要包括：基本工资、津贴补贴、其他社会保障缴费；公用经费6.00万元，主要包括：办公费、印刷费、水费、维修(护)费。",
                "E 印刷费 +1",
            ),
            (
                "（一）人员经费60.00万元。主要包括：基本工资、津贴补贴、其他社会保障缴费、奖金。\n（二）公用经费6.00万元。主要包括：办公费、水费、维修费。",
                "E 奖金 +1",
            ),
            (
                "人员经费60.00万元，主要包括基本工资、津贴补贴、其他社会保障缴费支出；公用经费6.00万元，包括办公费、水费。",
                "N 基本工资 +1",
            ),
            (
                "人员经费60.00万元，主要包括：基本工资、津贴补贴、绩效工资、其他社会保障缴费；公用经费6.00万元，主要包括：办公费、水费、维修（护）费。",
                "W 绩效工资",
            ),
            (
                "人员经费60.00万元，主要用于：基本工资、津贴补贴；公用经费6.00万元，主要用于：办公费、水费、维修（护）费。",
                "N 基本工资 +1",
            ),
            (
                "人员经费60.00万元，主要包括：基本工资、津贴补贴、其他社会保障缴费；公用经费6.00万元，主要包括：办公费、水费、维修（护）费、差旅费、电费、会议费、邮电费、劳务费。",
                "",
            ),
            (
                "公用经费6.00万元，主要包括：办公费、水费、维修（护）费；人员经费60.00万元，主要包括：基本工资、津贴补贴、其他社会保障缴费。\n机关运行经费，即日常公用经费，包括办公费、印刷费、税金及附加费用。\n注：公用经费包括印刷费。",
                "",
            ),
            (
                "人员经费60.00万元，主要包括：奖金、基本工资；公用经费6.00万元，包括印刷费、税金及附加费用。",
                "",
            ),
            // In order.
            (
                "人员经费60.00万元，主要包括：基本工资、津贴补贴、其他社会保障缴费支出；公用经费6.00万元，主要包括：办公费、水费、维修（护）费。",
                "",
            ),
            (
                "人员经费60.00万元，主要包括：基本工资、津贴补贴等；公用经费6.00万元，主要包括：办公费、水费等。",
                "",
            ),
            (
                "人员经费60.00万元，主要包括：社会保障经费、津贴补贴、其他社会保障缴费、基本工资；公用经费6.00万元，主要包括：办公费、水费、维修（护）费。",
                "",
            ),
            ("人员经费60.00万元，主要包括：工资、保险、奖金。", ""),
            ("奖金、税金及附加费用未发生。", ""),
            (
                "# 名词解释\n人员经费，主要包括：基本工资、津贴补贴、奖金、办公费、水费。",
                "",
            ),
            ("公用经费减少主要用于弥补。", ""),
            ("", ""),
        ] {
            let found = read(text);
            if found != expected {
                differ.push(format!("{text}\n    found {found}, expected {expected}"));
            }
        }
        assert!(differ.is_empty(), "{}", differ.join("\n"));
    }
}
