//! Names of subjects (科目) against those of the tables and of the classification.

use super::Proof;
use super::reasons::amount_at;
use crate::passage::{DocumentPart, Passage};
use crate::pattern::number_end;
use crate::{Matter, Severity, Spot};
use juesuan_domain::accounts::{Depth, Subjects};
use juesuan_figure::interval::Printed;
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::ops::Range;

/// A name with its level, as the text has it: `行政运行（项）`.
#[derive(Debug, Clone)]
struct Named {
    name: String,
    depth: Depth,
    range: Range<usize>,
}

/// What the tables have of a code.
#[derive(Debug, Clone, Default)]
struct Coded {
    names: Vec<String>,
    amounts: Vec<(Printed, Spot)>,
}

/// The subjects of the tables by code.
type Codes = BTreeMap<String, Coded>;

pub(super) fn check(proof: &mut Proof<'_>) {
    let codes = codes(proof);
    for passage in proof.passages {
        if passage.is_cell() || matches!(passage.part, DocumentPart::Contents | DocumentPart::Cover)
        {
            continue;
        }
        for chain in chains(passage) {
            levels(proof, passage, &chain);
            if passage.part == DocumentPart::Body {
                names(proof, passage, &chain, &codes);
            }
        }
    }
}

fn codes(proof: &Proof<'_>) -> Codes {
    let mut codes = Codes::new();
    let functional = |code: &str| Depth::of(code).is_some() && code.starts_with('2');
    for table in proof.tables {
        for row in &table.rows {
            if let Some(code) = row.code.as_deref().filter(|code| functional(code)) {
                let coded = codes.entry(code.to_owned()).or_default();
                if !row.name.is_empty() && !coded.names.contains(&row.name) {
                    coded.names.push(row.name.clone());
                }
            }
        }
        for amount in &table.amounts {
            if let Some(code) = amount.code.as_deref().filter(|code| functional(code)) {
                let coded = codes.entry(code.to_owned()).or_default();
                if !amount.name.is_empty() && !coded.names.contains(&amount.name) {
                    coded.names.push(amount.name.clone());
                }
                coded.amounts.push((amount.value, amount.spot.clone()));
            }
        }
    }
    codes
}

/// Names of subjects that follow each other: 类, 款, 项.
fn chains(passage: &Passage) -> Vec<Vec<Named>> {
    let chars = &passage.plain.chars;
    let mut chains: Vec<Vec<Named>> = Vec::new();
    let mut last_end = None;
    for at in 0..chars.len() {
        let depth = match chars.get(at..at + 3) {
            Some(['（', '类', '）']) => Depth::Class,
            Some(['（', '款', '）']) => Depth::Group,
            Some(['（', '项', '）']) => Depth::Item,
            _ => continue,
        };
        let start = name_start(chars, at, last_end.unwrap_or(0));
        let name: String = chars.get(start..at).unwrap_or(&[]).iter().collect();
        let end = at + 3;
        let named = Named {
            name,
            depth,
            range: start..end,
        };
        match chains.last_mut() {
            Some(chain) if last_end == Some(start) => chain.push(named),
            _ => chains.push(vec![named]),
        }
        last_end = Some(end);
    }
    chains.retain(|chain| chain.iter().all(|named| !named.name.is_empty()));
    chains
}

/// Where the name that ends here begins. Names have brackets of their own: 党委办公厅（室）及相关机构事务.
fn name_start(chars: &[char], end: usize, from: usize) -> usize {
    let mut start = end;
    let mut depth = 0usize;
    while start > from {
        let Some(c) = start.checked_sub(1).and_then(|at| chars.get(at)) else {
            break;
        };
        match c {
            '）' => depth += 1,
            '（' if depth == 0 => break,
            '（' => depth -= 1,
            '\u{4e00}'..='\u{9fff}' | '“' | '”' => {}
            '、' if depth > 0 => {}
            _ => break,
        }
        start -= 1;
    }
    start
}

/// 提租补贴（款） behind a 款: the level was not changed.
fn levels(proof: &mut Proof<'_>, passage: &Passage, chain: &[Named]) {
    for pair in chain.windows(2) {
        let [above, below] = pair else { continue };
        let next = match above.depth {
            Depth::Class => Depth::Group,
            _ => Depth::Item,
        };
        if below.depth <= above.depth && above.depth != Depth::Item {
            let matter = Matter::SubjectLevel {
                printed: format!("{}（{}）", below.name, below.depth.name()),
                right: format!("{}（{}）", below.name, next.name()),
            };
            proof.add(Severity::Notice, matter, passage.spot(below.range.clone()));
        }
    }
}

/// Whether two names are one: 支出 at the end, quotation marks and 和 for 与 do not count.
fn same(a: &str, b: &str) -> bool {
    let plain = |name: &str| {
        let name: String = name
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '“' | '”' | '、'))
            .map(|c| match c {
                '与' | '及' => '和',
                '(' => '（',
                ')' => '）',
                other => other,
            })
            .collect();
        name.strip_suffix("支出")
            .map_or(name.clone(), str::to_owned)
    };
    plain(a) == plain(b)
}

/// Whether a text that ends in a name may mean it: `主要用于社会保障和就业支出`.
fn means(text: &str, name: &str) -> bool {
    same(text, name)
        || text.ends_with(name)
        || (name.ends_with("支出")
            && text.ends_with(name.trim_end_matches("支出"))
            && text.chars().count() > 4
            && name.chars().count() > 4)
}

/// Whether this may be the name of a code, by the tables or by the classification of any year.
fn may_be(text: &str, code: &str, codes: &Codes) -> bool {
    let in_tables = codes
        .get(code)
        .is_some_and(|coded| coded.names.iter().any(|name| means(text, name)));
    in_tables
        || Subjects::Functional
            .named(code)
            .is_some_and(|subject| subject.names().any(|name| means(text, name)))
}

/// The name of a code, as the tables have it, or else the classification.
fn name_of(code: &str, codes: &Codes) -> Option<String> {
    let in_tables = codes
        .get(code)
        .and_then(|coded| coded.names.first())
        .cloned();
    in_tables.or_else(|| {
        Subjects::Functional
            .named(code)
            .map(|subject| subject.name.to_owned())
    })
}

fn names(proof: &mut Proof<'_>, passage: &Passage, chain: &[Named], codes: &Codes) {
    let Some((last, above)) = chain.split_last() else {
        return;
    };
    let of_depth = |depth: Depth| {
        codes
            .keys()
            .filter(move |code| Depth::of(code) == Some(depth))
            .cloned()
            .collect::<Vec<String>>()
    };
    let known: Vec<String> = of_depth(last.depth)
        .into_iter()
        .filter(|code| may_be(&last.name, code, codes))
        .collect();
    if known.is_empty() {
        unknown_name(proof, passage, (last, above), codes);
    } else {
        parents(proof, passage, above, &known, codes);
    }
}

/// The names above it against those above its code in the tables.
fn parents(
    proof: &mut Proof<'_>,
    passage: &Passage,
    above: &[Named],
    known: &[String],
    codes: &Codes,
) {
    for named in above {
        let digits = digits(named.depth);
        let mut of_parents: Vec<&str> =
            known.iter().filter_map(|code| code.get(..digits)).collect();
        of_parents.dedup();
        let fits = |code: &&str| may_be(&named.name, code, codes);
        let [parent] = of_parents.as_slice() else {
            continue;
        };
        if fits(parent) {
            continue;
        }
        // Right but for its level: 行政事业单位离退休（类） is a 款.
        let of_level = known.iter().any(|code| {
            [3, 5].iter().any(|length| {
                *length != digits
                    && code
                        .get(..*length)
                        .is_some_and(|code| may_be(&named.name, code, codes))
            })
        });
        let Some(right) = name_of(parent, codes) else {
            continue;
        };
        let printed = format!("{}（{}）", named.name, named.depth.name());
        let spot = passage.spot(named.range.clone());
        // A name of the level above printed as that of this one too is wrong; one whose level alone is wrong is not.
        let skipped = above.len() == 1 && named.depth == Depth::Class;
        if of_level && skipped {
            let right = format!("{}（款）", named.name);
            proof.add(
                Severity::Notice,
                Matter::SubjectLevel { printed, right },
                spot,
            );
            continue;
        }
        let matter = Matter::SubjectName {
            printed,
            right: format!("{right}（{}）", named.depth.name()),
            code: (*parent).to_owned(),
        };
        let severity = proof.certain();
        proof.add(severity, matter, spot);
    }
}

fn digits(depth: Depth) -> usize {
    match depth {
        Depth::Class => 3,
        Depth::Group => 5,
        Depth::Item => 7,
    }
}

/// A name that no table has: the one code with its amount says what it should be.
fn unknown_name(
    proof: &mut Proof<'_>,
    passage: &Passage,
    (last, above): (&Named, &[Named]),
    codes: &Codes,
) {
    let Some(amount) = amount_behind(passage, last.range.end) else {
        return;
    };
    if amount.value.is_zero() {
        return;
    }
    // Names above it that the tables have narrow the search; where they have none of them, nothing is certain.
    let within = |code: &str| {
        above.iter().all(|named| {
            code.get(..digits(named.depth))
                .is_some_and(|parent| may_be(&named.name, parent, codes))
        })
    };
    let with_amount: Vec<(&String, &Coded)> = codes
        .iter()
        .filter(|(code, coded)| {
            Depth::of(code) == Some(last.depth)
                && within(code)
                && coded
                    .amounts
                    .iter()
                    .any(|(value, _)| one_amount(*value, amount))
        })
        .collect();
    let [(code, coded)] = with_amount.as_slice() else {
        return;
    };
    let (Some(right), Some((_, cell))) = (
        coded.names.first(),
        coded
            .amounts
            .iter()
            .find(|(value, _)| one_amount(*value, amount)),
    ) else {
        return;
    };
    // Where the text has the right name elsewhere for this code, it is another item.
    let spelt = |passage: &Passage| {
        chains(passage)
            .iter()
            .flatten()
            .any(|named| named.depth == last.depth && means(&named.name, right))
    };
    let elsewhere = proof
        .passages
        .iter()
        .any(|p| !p.is_cell() && p.part == DocumentPart::Body && spelt(p));
    let severity = if elsewhere || above.is_empty() {
        Severity::Warning
    } else {
        proof.certain()
    };
    let matter = Matter::SubjectName {
        printed: format!("{}（{}）", last.name, last.depth.name()),
        right: format!("{right}（{}）", last.depth.name()),
        code: (*code).clone(),
    };
    proof.add(severity, matter.clone(), passage.spot(last.range.clone()));
    if let Some(finding) = proof
        .found
        .iter_mut()
        .find(|finding| finding.matter == matter)
    {
        finding.also.push(cell.clone());
    }
}

/// Whether both may be one amount, each within less than half a unit of its last digit.
fn one_amount(a: Printed, b: Printed) -> bool {
    let apart = (a.value - b.value).abs();
    apart.is_zero() || apart < a.half + b.half
}

/// The amount of an item: that of 支出决算 where there is one, else the first behind its name.
fn amount_behind(passage: &Passage, from: usize) -> Option<Printed> {
    let chars = &passage.plain.chars;
    let named = [
        "支出决算为",
        "支出决算数为",
        "决算数为",
        "决算为",
        "支出决算",
    ]
    .iter()
    .find_map(|words| Some((passage.plain.find(words, from)?, words.chars().count())));
    let near = chars.len().min(from + 12);
    let at = match named {
        Some((at, length)) => (at + length..(at + length + 2).min(chars.len()))
            .find(|at| number_end(chars, *at).is_some())?,
        None => (from..near).find(|at| number_end(chars, *at).is_some())?,
    };
    // The next item is not this one.
    let behind = chars.get(from..at).unwrap_or(&[]);
    if behind
        .windows(3)
        .any(|w| matches!(w, ['（', '类' | '款' | '项', '）']))
    {
        return None;
    }
    let end = number_end(chars, at)?;
    let value = Printed::new(amount_at(chars, at)?);
    match (chars.get(end), chars.get(end + 1)) {
        (Some('万'), _) => Some(value),
        (Some('元'), _) => value.times(Decimal::new(1, 4)),
        (Some('亿'), Some('元')) => value.times(Decimal::new(10_000, 0)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::same;
    use crate::proof::cases::{found_with, table};
    use crate::{FoundTable, Matter};

    fn subject(matter: &Matter) -> bool {
        matches!(
            matter,
            Matter::SubjectName { .. } | Matter::SubjectLevel { .. }
        )
    }

    fn tables() -> Vec<FoundTable> {
        vec![table(
            5,
            "一般公共预算财政拨款支出决算表",
            &[
                ("208", "社会保障和就业支出", "100.88"),
                ("20805", "行政事业单位养老支出", "100.88"),
                ("2080505", "机关事业单位基本养老保险缴费支出", "100.00"),
                ("2080599", "其他行政事业单位养老支出", "0.88"),
                ("201", "一般公共服务支出", "70.00"),
                ("20103", "政府办公厅（室）及相关机构事务", "70.00"),
                ("2010301", "行政运行", "60.00"),
                ("2010302", "一般行政管理事务", "10.00"),
                ("220", "自然资源海洋气象等支出", "90.00"),
                ("22001", "自然资源事务", "90.00"),
                ("2200199", "其他自然资源事务支出", "45.00"),
                ("2200150", "事业运行", "45.00"),
                ("221", "住房保障支出", "50.00"),
                ("22102", "住房改革支出", "50.00"),
                ("2210201", "住房公积金", "20.00"),
                ("2210203", "购房补贴", "30.00"),
            ],
        )]
    }

    fn read(text: &str) -> String {
        let text = format!("# 决算\n# 目录\n一、\n# 第一部分\n{text}");
        found_with(&text, tables(), subject).join("; ")
    }

    #[test]
    fn names_of_other_subjects() {
        let mut differ = Vec::new();
        for (text, expected) in [
            (
                "5、社会保障和就业支出（类）行政事业单位养老支出（款）退休人员活动费支出（项）。年初预算为0.90万元，支出决算为0.88万元。",
                "E 退休人员活动费支出（项） +1",
            ),
            (
                "5、社会保障和就业支出(类)行政事业单位养老支出(款)退休人员活动费支出(项) 8800 元。",
                "E 退休人员活动费支出(项) +1",
            ),
            (
                "1、一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）一般行政事务管理（项）支出10.00万元。",
                "E 一般行政事务管理（项） +1",
            ),
            (
                "12、住房保障支出（类）住房保障支出（款）住房公积金（项）。支出决算为20.00万元。\n13、住房保障支出（类）住房保障支出（款）购房补贴（项）。支出决算为30.00万元。",
                "E 住房保障支出（款） +1",
            ),
            (
                "1、教育支出（类）住房改革支出（款）住房公积金（项）20.00万元。",
                "E 教育支出（类）",
            ),
            (
                "1、住房保障支出（类）住房改革支出（款）公积金（项）20.00万元。",
                "E 公积金（项） +1",
            ),
            (
                "1、一般公共服务支出（类）国土资源事务（款）行政运行（项）60.00万元。",
                "E 国土资源事务（款）",
            ),
            (
                "自然资源等支出（类）90.00万元；其他。",
                "W 自然资源等支出（类） +1",
            ),
            (
                "1.行政事业单位养老支出（类）机关事业单位基本养老保险缴费支出（项）100.00万元。",
                "N 行政事业单位养老支出（类）",
            ),
            (
                "1.住房保障支出（类）住房改革支出（款）购房补贴（款）30.00万元。",
                "N 购房补贴（款）",
            ),
            (
                "# 名词解释\n9.住房保障支出（类）住房改革支出（款）提租补贴（款），反映补贴。",
                "N 提租补贴（款）",
            ),
        ] {
            let found = read(text);
            if found != expected {
                differ.push(format!("{text}\n    found {found}, expected {expected}"));
            }
        }
        assert!(differ.is_empty(), "{}", differ.join("\n"));
    }

    #[test]
    fn names_that_are_right_or_not_known() {
        let mut differ = Vec::new();
        for text in [
            "1、社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）100.00万元。",
            "1、社会保障和就业（类）行政事业单位离退休（款）其他行政事业单位养老支出（项）0.88万元。",
            "社会保障和就业（类）支出100.88万元，占5%；住房保障（类）支出50.00万元。",
            "主要用于社会保障和就业支出（类）100.88万元。",
            "一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）60.00万元。",
            "一般公共服务支出（类）政府办公厅(室)与相关机构事务（款）行政运行（项）60.00万元。",
            // The budget alone has it: nothing was spent.
            "1、住房保障支出（类）住房改革支出（款）提租补贴（项）。年初预算为5.00万元，支出决算为0.00万元。",
            // Two rows have the amount.
            "1、自然资源海洋气象等支出（类）自然资源事务（款）其他国土资源事务支出（项）45.00万元。",
            "1、教育支出（类）普通教育（款）小学教育（项）99.00万元。",
            "1、教育支出（类）普通教育（款）小学教育（项）。",
            "（类）（款）（项）0.88万元。",
            "# 名词解释\n住房保障支出（类）住房保障支出（款）住房公积金（项），反映公积金。",
        ] {
            let found = read(text);
            if !found.is_empty() {
                differ.push(format!("{text}\n    found {found}"));
            }
        }
        assert!(differ.is_empty(), "{}", differ.join("\n"));
    }

    #[test]
    fn one_name_in_several_spellings() {
        for (a, b, one) in [
            ("住房保障支出", "住房保障", true),
            ("“三公”经费", "三公经费", true),
            ("水利与环境", "水利和环境", true),
            ("住房保障支出", "住房改革支出", false),
        ] {
            assert_eq!(same(a, b), one, "{a} {b}");
        }
    }
}
