//! Names of which one character is another, or was lost or doubled: held against the other places of the document
//! and against the names that tables, codes and classifications have.
//!
//! Old and local names are names: of a document that has one spelling only nothing is said, unless it is a single
//! place, and one character away from the name of its code.

mod names;

use super::look::Proof;
use crate::plain::Plain;
use crate::{Matter, RowName, Severity, Spot};
use juesuan_domain::accounts::{Depth, Subjects};
use names::Names;
use std::collections::BTreeMap;

/// Names of rows and columns of the tables, which texts use as well.
const OFFICIAL: &[&str] = &[
    "一般公共预算财政拨款收入",
    "一般公共预算财政拨款支出",
    "一般公共预算财政拨款",
    "政府性基金预算财政拨款",
    "国有资本经营预算财政拨款",
    "财政拨款收入",
    "上级补助收入",
    "附属单位上缴收入",
    "上缴上级支出",
    "对附属单位补助支出",
    "使用非财政拨款结余",
    "年初结转和结余",
    "年末结转和结余",
    "年初财政拨款结转和结余",
    "年末财政拨款结转和结余",
    "本年收入合计",
    "本年支出合计",
    "因公出国（境）费",
    "公务用车购置及运行维护费",
    "公务用车购置费",
    "公务用车运行维护费",
    "公务接待费",
    "人员经费合计",
    "公用经费合计",
];

/// Shorter names are read where nothing stands around them only.
const LONG: usize = 7;

/// Names that are shorter are a character away from too many others.
const SHORTEST: usize = 5;

/// Characters that one writes for another: 和 for 与. The name is the same.
const ALIKE: &[&str] = &["和与及、", "他它", "账帐", "缴交", "障险", "护修", "度底"];

/// Characters of which another one makes another name: 年初, 年末.
const OPPOSED: &str =
    "初末上下前后本全收支增减大小中省市县区乡镇村一二三四五六七八九十甲乙国境事企合总共";

pub(super) fn check(proof: &mut Proof<'_>) {
    let rows = Rows::of(proof);
    rows.tell(proof);
    let names = Names::of(&rows);
    for passage in proof.passages {
        if passage.is_cell() {
            names.cell(proof, passage);
        } else {
            names.text(proof, passage);
        }
    }
}

fn add(proof: &mut Proof<'_>, matter: Matter, spot: Spot) {
    let told = |other: &Spot| {
        other.block == spot.block
            && other.cell == spot.cell
            && other.start < spot.end
            && spot.start < other.end
    };
    if !proof.found.iter().any(|finding| told(&finding.spot)) {
        proof.add(Severity::Warning, matter, spot);
    }
}

/// A name as it is compared, and the rows that have it.
type Spelling<'a> = (Vec<char>, Vec<&'a RowName>);

/// The rows of the tables by code, each with the spellings of its name.
struct Rows<'a> {
    codes: BTreeMap<&'a str, Vec<Spelling<'a>>>,
}

impl<'a> Rows<'a> {
    fn of(proof: &Proof<'a>) -> Self {
        let mut codes: BTreeMap<&str, Vec<Spelling<'_>>> = BTreeMap::new();
        for row in proof.tables.iter().flat_map(|table| &table.rows) {
            let Some(code) = row.code.as_deref().filter(|_| !row.name.is_empty()) else {
                continue;
            };
            let name = Plain::of(&row.name).chars;
            let spellings = codes.entry(code).or_default();
            match spellings.iter_mut().find(|(known, _)| *known == name) {
                Some((_, rows)) => rows.push(row),
                None => spellings.push((name, vec![row])),
            }
        }
        Rows { codes }
    }

    fn tell(&self, proof: &mut Proof<'_>) {
        for (code, spellings) in &self.codes {
            let official = classified(code);
            let is_official = |name: &[char]| official.iter().any(|known| alike(known, name));
            let often = |rows: &Vec<&RowName>| rows.len();
            let first = spellings
                .iter()
                .max_by_key(|(name, rows)| (is_official(name), often(rows)));
            let Some((right, places)) = first else {
                continue;
            };
            if spellings.len() == 1 {
                // One place alone: the classification tells.
                let near = official.iter().find(|known| near(known, right));
                if let ([row], Some(near), false) = (places.as_slice(), near, is_official(right)) {
                    self.name(proof, row, near, code);
                }
                continue;
            }
            let sure = |rows: &Vec<&RowName>| is_official(right) || places.len() > rows.len();
            for (name, rows) in spellings {
                let other = !is_official(name) && name != right && near(right, name);
                if let ([row], true) = (rows.as_slice(), other && sure(rows)) {
                    self.name(proof, row, right, code);
                }
            }
        }
    }

    fn name(&self, proof: &mut Proof<'_>, row: &RowName, right: &[char], code: &str) {
        let matter = Matter::SubjectName {
            printed: row.name.clone(),
            right: right.iter().collect(),
            code: code.to_owned(),
        };
        add(proof, matter, row.spot.clone());
    }
}

/// All names that the classifications of any year have for a code.
fn classified(code: &str) -> Vec<Vec<char>> {
    let subjects = match code.chars().next() {
        Some('2') if Depth::of(code).is_some() => Subjects::Functional,
        Some('3') => Subjects::Economic,
        _ => return Vec::new(),
    };
    let named = subjects.named(code).into_iter();
    named
        .flat_map(|subject| subject.names())
        .map(|name| Plain::of(name).chars)
        .collect()
}

/// Whether both are one name but for characters that one writes for another.
fn alike(a: &[char], b: &[char]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(*a, *b))
}

fn same(a: char, b: char) -> bool {
    a == b
        || ALIKE
            .iter()
            .any(|class| class.contains(a) && class.contains(b))
}

fn han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

/// Whether one character of a name is another in what is printed.
fn replaced(name: &[char], printed: &[char]) -> bool {
    if name.len() != printed.len() {
        return false;
    }
    let mut others = name.iter().zip(printed).filter(|(a, b)| !same(**a, **b));
    let (Some((a, b)), None) = (others.next(), others.next()) else {
        return false;
    };
    han(*a) && han(*b) && !(OPPOSED.contains(*a) && OPPOSED.contains(*b))
}

/// Whether that character stands within the name. A text goes on in its own words: 公务用车购置支出 has all of
/// 公务用车购置费 but its end, and 补助经费 is no slip for 补助缴费. `begins`, `ends`: nothing
/// stands right before it, or behind it.
fn inside(name: &[char], printed: &[char], begins: bool, ends: bool) -> bool {
    let at = name.iter().zip(printed).take_while(|(a, b)| same(**a, **b));
    let at = at.count();
    let goes_on = if begins && ends { 1 } else { 2 };
    (at > 0 || begins) && at + goes_on < name.len() && !printed.ends_with(&['经', '费'])
}

/// Whether one character within a longer text was lost in the shorter. Not the first and not the last: a text may
/// begin and end anywhere.
fn lost(longer: &[char], shorter: &[char]) -> bool {
    if longer.len() != shorter.len() + 1 {
        return false;
    }
    let start = longer
        .iter()
        .zip(shorter)
        .take_while(|(a, b)| a == b)
        .count();
    let Some(c) = longer.get(start) else {
        return false;
    };
    let rest = longer.get(start + 1..).unwrap_or(&[]);
    let within = start > 0 && !rest.is_empty();
    within
        && han(*c)
        && !"和与及、的等性离".contains(*c)
        && !OPPOSED.contains(*c)
        && shorter.get(start..) == Some(rest)
}

fn near(name: &[char], printed: &[char]) -> bool {
    let long = name.len().min(printed.len()) >= SHORTEST;
    long && (replaced(name, printed) || lost(name, printed) || lost(printed, name))
}

#[cfg(test)]
mod tests {
    use crate::Matter;
    use crate::proof::cases::{found_with, table};

    fn names(matter: &Matter) -> bool {
        matches!(matter, Matter::SubjectName { .. } | Matter::Words { .. })
    }

    /// What is found in rows of two tables.
    fn in_tables(rows: &[&[(&str, &str, &str)]]) -> String {
        let tables = rows.iter().map(|rows| table(5, "支出决算表", rows));
        found_with("# 决算", tables.collect(), names).join("; ")
    }

    #[test]
    fn names_beside_codes() {
        let mut differ = Vec::new();
        let pension = ("2080505", "机关事业单位基本养老保险缴费支出", "1.00");
        for (rows, expected) in [
            (
                vec![vec![
                    ("2080505", "机关事业单位基本养老保险缴费支出", "1.00"),
                    ("2080505", "机关事业单位基本养老保险激费支出", "1.00"),
                ]],
                1,
            ),
            (
                vec![vec![
                    pension,
                    ("2080505", "机关事业单位基本养老缴费支出", "1.00"),
                ]],
                0,
            ),
            // One place alone: the classification has it.
            (vec![vec![("2210201", "住房公职金", "1.00")]], 1),
            (vec![vec![("30206", "点费", "1.00")]], 0),
            (vec![vec![("30112", "其他社会保障激费", "1.00")]], 1),
            // Its own spelling at every place: a name of another year or place.
            (
                vec![
                    vec![("2210201", "住房公基金", "1.00")],
                    vec![("2210201", "住房公基金", "1.00")],
                ],
                0,
            ),
            (
                vec![vec![
                    ("2080501", "归口管理的行政单位离退休", "1.00"),
                    ("2080501", "行政单位离退休", "1.00"),
                ]],
                0,
            ),
            (
                vec![vec![
                    ("2010301", "行政运行", "1.00"),
                    ("2010301", "行政远行", "1.00"),
                ]],
                0,
            ),
            (
                vec![vec![
                    ("2019901", "云山市水务局机关", "1.00"),
                    ("2019901", "云山市水利局机关", "1.00"),
                ]],
                0,
            ),
            (
                vec![vec![
                    ("2081601", "红十字事务管理运行", "1.00"),
                    ("2081601", "红十字事务管里运行", "1.00"),
                    ("2081601", "红十字事务管理运行", "1.00"),
                ]],
                1,
            ),
            (
                vec![vec![
                    pension,
                    ("2080505", "机关事业单位基本养老保险交费支出", "1.00"),
                ]],
                0,
            ),
        ] {
            let rows: Vec<&[(&str, &str, &str)]> = rows.iter().map(Vec::as_slice).collect();
            let found = in_tables(&rows);
            let count = found.split("; ").filter(|it| !it.is_empty()).count();
            if count != expected {
                differ.push(format!(
                    "{rows:?}\n    found {found:?}, expected {expected}"
                ));
            }
        }
        assert!(differ.is_empty(), "{}", differ.join("\n"));
    }

    #[test]
    fn names_in_texts_and_cells() {
        let rows: &[(&str, &str, &str)] = &[
            ("2080505", "机关事业单位基本养老保险缴费支出", "1.00"),
            ("2210201", "住房公积金", "1.00"),
            ("2101101", "行政单位医疗", "1.00"),
            ("2101102", "事业单位医疗", "1.00"),
        ];
        let mut differ = Vec::new();
        for (text, expected) in [
            (
                "本年一般公共预算财政拔款支出5万元，一般公共预算财政拨款支出4万元。",
                "N 拔款",
            ),
            (
                "一般公共算财政拨款支出5万元，一般公共预算财政拨款支出4万元。",
                "W 一般公共算财政拨款",
            ),
            (
                "公务用车运行维护费1万元。公务用车运型维护费1万元。",
                "W 公务用车运型维护费",
            ),
            ("| 年初结转和结余\n| 年初结转和节余", "W 年初结转和节余"),
            (
                "| 一、一般公共预算财政拨款收入\n| 一、一般公共预算财致拨款收入",
                "W 一般公共预算财致拨款收入",
            ),
            (
                "使用的科目有：住房公积金、行政单位医疗。\n科目有：住房公职金、事业单位医疗。",
                "W 住房公职金",
            ),
            // The name stands nowhere else, or stands so twice.
            ("公务用车运型维护费1万元。", ""),
            (
                "公务用车运行维护费1万元。公务用车运型维护费1万元。公务用车运型维护费2万元。",
                "",
            ),
            // Other names.
            (
                "年初结转和结余1万元，年末结转和结余2万元，上年结转和结余3万元。",
                "",
            ),
            ("本年支出合计5万元，全年支出合计6万元。", ""),
            ("| 本年支出合计\n| 本年支出小计", ""),
            (
                "行政单位医疗1万元，事业单位医疗2万元，企业单位医疗3万元。",
                "",
            ),
            (
                "住房公积金管理中心5万元，住房公积金1万元，住房公益金管理6万元。",
                "",
            ),
            ("附属单位上缴收入0万元，附属单位上交收入0万元。", ""),
            (
                "一般公共预算财政拨款收入5万元，一般公共预算拨款收入5万元。",
                "",
            ),
            (
                "政府性基金预算财政拨款0万元，政府基金预算财政拨款0万元。",
                "",
            ),
            (
                "公务用车购置费1万元，公务用车购置支出2万元；因公出国（境）费0万元，因公出国（境）团组0个。",
                "",
            ),
            ("公务员医疗补助1万元，安排的公务员医疗补助经费。", ""),
            (
                "行政单位医疗1万元。行政单位离退休1万元，行政单位退休人员2人。",
                "",
            ),
            ("| 公务用车购置费\n| 公务用车购置数", ""),
            ("公务接待费1万元，公务接待费用2万元，其公务接待1批次。", ""),
            (
                "公务用车购置及运行维护费1万元，公务用车购置及运行费1万元。",
                "",
            ),
        ] {
            let tables = vec![table(5, "支出决算表", rows)];
            let found = found_with(&format!("# 决算\n{text}"), tables, names).join("; ");
            if found != expected {
                differ.push(format!(
                    "{text}\n    found {found:?}, expected {expected:?}"
                ));
            }
        }
        assert!(differ.is_empty(), "{}", differ.join("\n"));
    }
}
