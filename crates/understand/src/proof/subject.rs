//! Names of subjects (科目) against those of the tables and of the classification.

use super::chain::{Named, amount_behind, chains, means, same};
use super::look::Proof;
use crate::passage::{DocumentPart, Passage};
use crate::{Matter, Severity, Spot};
use juesuan_domain::accounts::{Depth, Subjects};
use juesuan_figure::interval::Printed;
use std::collections::BTreeMap;

/// What the tables have of a code.
#[derive(Debug, Clone, Default)]
pub(super) struct Coded {
    pub names: Vec<String>,
    amounts: Vec<(Printed, Spot)>,
}

/// The subjects of the tables by code.
pub(super) type Codes = BTreeMap<String, Coded>;

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

pub(super) fn codes(proof: &Proof<'_>) -> Codes {
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
    // What is only the end of a name that has a 、 says nothing.
    if last.cut {
        return;
    }
    if codes.is_empty() {
        by_classification(proof, passage, last, above);
        return;
    }
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

/// Without tables: the 款 of an 项 whose name only one 款 has, where what is printed is another one's name.
fn by_classification(proof: &mut Proof<'_>, passage: &Passage, last: &Named, above: &[Named]) {
    let group = above
        .last()
        .filter(|named| named.depth == Depth::Group && !named.cut);
    let (Some(group), Depth::Item) = (group, last.depth) else {
        return;
    };
    let all = Subjects::Functional.all();
    let named = |text: &str, digits: usize| {
        let text = text.to_owned();
        all.iter().filter(move |subject| {
            subject.code.len() == digits && subject.names().any(|name| same(&text, name))
        })
    };
    let mut parents: Vec<&str> = named(&last.name, 7)
        .filter_map(|subject| subject.code.get(..5))
        .collect();
    parents.dedup();
    let [parent] = parents.as_slice() else { return };
    let is_other = [3, 5]
        .into_iter()
        .any(|digits| named(&group.name, digits).next().is_some());
    let Some(right) = Subjects::Functional.named(parent) else {
        return;
    };
    if is_other && !right.names().any(|name| same(&group.name, name)) {
        let matter = Matter::SubjectName {
            printed: format!("{}（款）", group.name),
            right: format!("{}（款）", right.name),
            code: (*parent).to_owned(),
        };
        proof.add(Severity::Warning, matter, passage.spot(group.range.clone()));
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
    for named in above.iter().filter(|named| !named.cut) {
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

#[cfg(test)]
mod tests {
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
                ("211", "节能环保支出", "17.00"),
                ("21101", "环境保护管理事务", "8.00"),
                ("2110104", "环境保护法规、规划及标准", "8.00"),
                ("21102", "土壤、大气治理与监测", "9.00"),
                ("2110201", "土壤、大气监测", "9.00"),
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
                "1、教育支出（类）环境保护管理事务（款）环境保护法规、规划及标准（项）8.00万元。",
                "E 教育支出（类）",
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
            // A 、 within a name, of the classification or of the tables alone.
            "1、节能环保支出（类）环境保护管理事务（款）环境保护法规、规划及标准（项）8.00万元。",
            "1、节能环保支出（类）土壤、大气治理与监测（款）土壤、大气监测（项）9.00万元。",
            "1、节能环保支出（类）土壤、大气监测（项）9.00万元。",
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
    fn without_tables() {
        let read = |text: &str| {
            let text = format!("# 决算\n# 目录\n一、\n# 第一部分\n{text}");
            found_with(&text, Vec::new(), subject).join("; ")
        };
        for (text, expected) in [
            (
                "住房保障支出（类）住房保障支出（款）住房公积金（项）20.00万元。",
                "W 住房保障支出（款）",
            ),
            (
                "住房保障支出（类）行政事业单位医疗（款）购房补贴（项）20.00万元。",
                "W 行政事业单位医疗（款）",
            ),
            (
                "住房保障支出（类）住房改革支出（款）住房公积金（项）20.00万元。",
                "",
            ),
            (
                "住房保障支出（类）住房改革（款）住房公积金（项）20.00万元。",
                "",
            ),
            (
                "节能环保支出（类）环境保护管理事务（款）环境保护法规、规划及标准（项）20.00万元。",
                "",
            ),
            (
                "节能环保支出（类）污染防治（款）环境保护法规、规划及标准（项）20.00万元。",
                "W 污染防治（款）",
            ),
            (
                "社会保障和就业支出（类）行政事业单位离退休（款）机关事业单位职业年金缴费支出（项）20.00万元。",
                "",
            ),
            (
                "一般公共服务支出（类）水务（款）行政运行（项）20.00万元。",
                "",
            ),
            (
                "住房保障支出（类）某某事务（款）住房公积金（项）20.00万元。",
                "",
            ),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
