//! The unit's name in another spelling, and the name of another unit in its place.

use super::look::Proof;
use crate::about::{as_name, name_before};
use crate::passage::{DocumentPart, Passage, Role};
use crate::pattern::Pattern;
use crate::text::distance;
use crate::{Matter, Severity};
use std::ops::Range;
use std::sync::LazyLock;

/// What stands behind the name of the unit that gives account.
const FRAMES: &[&str] = &[
    "{y}年(度)?(部门|单位|收入|支出|收支|收、支|财政拨款|一般公共|政府性|国有资本|“三公”|机关运行|政府采购|无|没有|决算|预算)",
    "(本年度|本年|当年)?(没有|无|未发生|未安排)(使用)?(政府性基金|国有资本|“三公”|一般公共预算)",
    "概况{$}",
    "部门(决算|预算)",
    "(部门（单位）)?共有车辆",
    "(所属|下属)(各)?(预算|二级|事业|单位)",
    "(机关运行|政府采购|财政拨款|一般公共预算|公务用车|“三公”|本级|内设|（以下简称|整体支出|部门整体)",
    "(本年|当年)(收入|支出)",
    "(决算|预算)(公开|报告|说明|情况|{$})",
    "对{y}年",
    "(年末|期末|现有|核定)?(在职|实有|在编|编制)(人员|在职|实有|职工|在编|人数|{n})",
];

static IN_FRAME: LazyLock<Vec<Pattern>> =
    LazyLock::new(|| FRAMES.iter().map(|frame| Pattern::new(frame)).collect());

/// What the name of a place ends in.
const PLACES: &str = "省市区县州旗盟镇乡";

pub(super) fn check(proof: &mut Proof<'_>) {
    let Some(unit) = proof.about.unit.clone() else {
        return;
    };
    let name: Vec<char> = unit.chars().collect();
    let times = proof.passages.iter().filter(|p| p.plain.has(&unit)).count();
    if name.len() < 5 || times < 2 {
        return;
    }
    for passage in proof.passages {
        // Cells list other units, in contents nothing more is said than in the headings.
        if passage.is_cell() || passage.part == DocumentPart::Glossary {
            continue;
        }
        for (range, slip) in near(&passage.plain.chars, &name) {
            let chars = &passage.plain.chars;
            if is_source(chars, &range) {
                continue;
            }
            let framed = IN_FRAME
                .iter()
                .any(|frame| frame.at(&passage.plain.chars, range.end).is_some());
            let Some(severity) = severity(proof, slip, framed) else {
                continue;
            };
            let printed: String = passage.plain.slice(range.clone());
            let matter = Matter::UnitName {
                printed,
                right: unit.clone(),
            };
            proof.add(severity, matter, passage.spot(range));
        }
    }
    others(proof, &unit);
}

/// Whether what stands there is the paper of another unit: 根据省财政厅2019年部门预算批复.
fn is_source(chars: &[char], name: &Range<usize>) -> bool {
    let before = chars.get(..name.start).unwrap_or(&[]);
    let clause: String = before
        .iter()
        .rev()
        .take_while(|c| !"，。；：、".contains(**c))
        .take(12)
        .collect();
    let lead: String = clause.chars().rev().collect();
    let behind: String = chars
        .get(name.end..)
        .unwrap_or(&[])
        .iter()
        .take(30)
        .collect();
    let behind = behind.split(['，', '。', '；']).next().unwrap_or_default();
    ["根据", "按照", "依据", "经", "报", "《", "由"]
        .iter()
        .any(|word| lead.contains(word))
        || ["批复", "通知", "要求", "规定", "下达"]
            .iter()
            .any(|word| behind.contains(word))
}

/// How a name differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Slip {
    /// One or more characters are others.
    Other,
    /// One of the first two characters is another: it may be the place of another unit.
    First,
    /// The name of a place is missing or another.
    Place,
    /// Characters are missing: it may be the short name.
    Shorter,
    /// There are more characters.
    Longer,
    /// The end is missing.
    CutOff,
}

fn severity(proof: &Proof<'_>, slip: Slip, framed: bool) -> Option<Severity> {
    match (slip, framed) {
        (Slip::Other | Slip::Place, true) => Some(proof.certain()),
        (Slip::First | Slip::Shorter | Slip::Longer, true) => Some(Severity::Warning),
        // A name that differs by a character elsewhere may be that of another unit.
        (Slip::CutOff, true) => Some(Severity::Notice),
        _ => None,
    }
}

/// Where a name that is nearly this one stands, and how it differs.
fn near(chars: &[char], name: &[char]) -> Vec<(Range<usize>, Slip)> {
    let mut found: Vec<(Range<usize>, Slip)> = Vec::new();
    let (Some(head), Some(tail)) = (name.get(..2), name.get(name.len() - 1..)) else {
        return found;
    };
    let most = (name.len() / 4).clamp(1, 3);
    let mut from = 0;
    while from < chars.len() {
        let here = chars.get(from..).unwrap_or(&[]);
        if here.starts_with(name) {
            from += name.len();
            continue;
        }
        if !here.starts_with(head) {
            if first_differs(chars, from, name) {
                found.push((from..from + name.len(), Slip::First));
                from += name.len();
            } else {
                from += 1;
            }
            continue;
        }
        let lengths = name.len().saturating_sub(most)..=(name.len() + most);
        let best = lengths
            .filter_map(|length| {
                let candidate = here.get(..length)?;
                let whole = candidate.ends_with(tail)
                    && candidate.iter().all(|c| !"，。；：、（）".contains(*c));
                let distance = distance(candidate, name);
                (whole && distance > 0 && distance <= most).then_some((distance, length))
            })
            .min();
        if let Some((_, length)) = best {
            let candidate = here.get(..length).unwrap_or(&[]);
            found.push((from..from + length, how(candidate, name)));
            from += length;
            continue;
        }
        // 管理 for 管理处: all but the last character or two, in front of a verb.
        let cut = (1..=2).map(|less| name.len() - less).find(|length| {
            *length >= 4
                && name
                    .get(..*length)
                    .is_some_and(|start| here.starts_with(start))
        });
        if let Some(length) = cut {
            found.push((from..from + length, Slip::CutOff));
        }
        from += 1;
    }
    found
}

/// Whether all but the first one or two characters are those of the name, and the name is long enough to be told by
/// the others.
fn first_differs(chars: &[char], from: usize, name: &[char]) -> bool {
    let here = chars.get(from..from + name.len());
    here.is_some_and(|here| {
        name.len() >= 8
            && here.get(2..) == name.get(2..)
            && here
                .iter()
                .take(2)
                .all(|c| ('\u{4e00}'..='\u{9fff}').contains(c))
            && here.iter().zip(name).filter(|(a, b)| a != b).count() == 1
    })
}

/// How a name differs from the right one.
fn how(candidate: &[char], name: &[char]) -> Slip {
    let same_start = candidate
        .iter()
        .zip(name)
        .take_while(|(a, b)| a == b)
        .count();
    let same_end = candidate
        .iter()
        .rev()
        .zip(name.iter().rev())
        .take_while(|(a, b)| a == b)
        .count()
        .min(candidate.len().min(name.len()) - same_start);
    let right = name.get(same_start..name.len() - same_end).unwrap_or(&[]);
    let wrong = candidate
        .get(same_start..candidate.len() - same_end)
        .unwrap_or(&[]);
    // 普陀区 of 上海市普陀区 may be cut as 普陀区 or as 市普陀.
    let of_place = |part: &[char]| part.len() >= 2 && part.iter().any(|c| PLACES.contains(*c));
    if right.len() == wrong.len() {
        Slip::Other
    } else if wrong.is_empty() {
        if of_place(right) {
            Slip::Place
        } else {
            Slip::Shorter
        }
    } else if right.is_empty() {
        Slip::Longer
    } else {
        Slip::Other
    }
}

/// Another unit's name in a title, or where a paragraph begins.
fn others(proof: &mut Proof<'_>, unit: &str) {
    let listed: Vec<String> = proof
        .passages
        .iter()
        .filter(|p| matches!(p.role, Role::Cell(..)) || p.plain.has("包括") || p.plain.has("下属"))
        .map(|p| p.plain.text())
        .collect();
    let mut found = Vec::new();
    for passage in proof.passages {
        if passage.is_cell() || passage.part != DocumentPart::Body {
            continue;
        }
        if let Some((name, range)) = framed_name(passage) {
            let related = unit.contains(&name) || name.contains(unit) || short_for(&name, unit);
            let known = listed.iter().any(|text| text.contains(&name));
            let near = near(
                &name.chars().collect::<Vec<_>>(),
                &unit.chars().collect::<Vec<_>>(),
            );
            if !related && !known && near.is_empty() {
                found.push((name, passage.spot(range)));
            }
        }
    }
    for (printed, spot) in found {
        let right = unit.to_owned();
        proof.add(Severity::Warning, Matter::UnitName { printed, right }, spot);
    }
}

/// Whether all its characters occur in the unit's name in their order: 人大办 for 人民代表大会常务委员会办公室.
fn short_for(name: &str, unit: &str) -> bool {
    let mut rest = unit.chars();
    name.chars().all(|c| rest.any(|u| u == c))
}

/// The name that a title or paragraph begins with, in front of what only the unit that gives account has.
fn framed_name(passage: &Passage) -> Option<(String, Range<usize>)> {
    let chars = &passage.plain.chars;
    let frame = IN_FRAME.first()?;
    let (range, _) = frame.find(chars, 0)?;
    let name = name_before(chars, range.start)?;
    let length = name.chars().count();
    let start = range.start.checked_sub(length)?;
    // Only what is in front of it may stand there: 第二部分, or nothing.
    let lead = chars.get(..start)?;
    let leads = lead.is_empty() || as_name(lead).is_none() && lead.len() <= 6;
    (leads && length >= 5).then_some((name, start..range.start))
}

#[cfg(test)]
mod tests {
    use crate::Matter;
    use crate::proof::cases::{hold, hold_nothing};

    fn name(matter: &Matter) -> bool {
        matches!(matter, Matter::UnitName { .. })
    }

    fn of_planning(text: &str) -> String {
        format!(
            "# 云山市东湖区规划和自然资源局\n# 2024年度部门决算\n# 目录\n一、概况\n# 第一部分 云山市东湖区规划和自然资源局概况\n# 第二部分 云山市东湖区规划和自然资源局2024年度部门决算表\n{text}"
        )
    }

    #[test]
    fn names_misspelt() {
        let cases = [
            ("## 云山市规划和自然资源局2024年度部门决算表", "E 云山市规划和自然资源局"),
            ("云山市东湖区规划与自然资源局2024年度无政府性基金预算财政拨款收入。\n云山市东湖区规划与自然资源局2024年度无国有资本经营预算财政拨款收入。", "E 云山市东湖区规划与自然资源局 +1"),
            ("2024年，云山市东湖区规划与自然资源局所属各预算单位公务用车0辆。", "E 云山市东湖区规划与自然资源局"),
            ("云山市南湖区规划和自然资源局2024年度收入5万元。", "E 云山市南湖区规划和自然资源局"),
            ("云山市东湖 区规划和自\r然资原局2024年度收入5万元。", "E 云山市东湖区规划和自然资原局"),
            ("云山市东湖区规划自然资源局2024年度收入5万元。", "W 云山市东湖区规划自然资源局"),
            ("云山市东湖区规划和自然资源管局2024年度收入5万元。", "W 云山市东湖区规划和自然资源管局"),
            ("云山市东湖区规划和自然资源没有国有资本经营支出。", "N 云山市东湖区规划和自然资源"),
            ("云山市东湖区规划和自然资源局没有使用国有资本经营支出，云山市东湖区规划与自然资源局共有车辆2辆。", "E 云山市东湖区规划与自然资源局"),
            ("## 第三部分 云山市东湖区水务局2024年度部门决算情况说明", "W 云山市东湖区水务局"),
            ("北川县教育和体育局2024年度收入支出总计5万元。", "W 北川县教育和体育局"),
            ("某山市东湖区规划和自然资源局2024年度收入5万元。", "W 某山市东湖区规划和自然资源局"),
            ("云川市东湖区规划和自然资源局2024年度收入5万元。", "W 云川市东湖区规划和自然资源局"),
            ("云山市东湖区规划和自某资源局年末在职实有44人。", "E 云山市东湖区规划和自某资源局"),
            ("云山市东湖区规划和自某资源局对2024年度2个项目开展自评。", "E 云山市东湖区规划和自某资源局"),
            ("2024年度云山市东湖区规划和自某资源局决算公开", "E 云山市东湖区规划和自某资源局"),
        ]
        .map(|(text, expected)| (of_planning(text), expected));
        let cases: Vec<(&str, &str)> = cases
            .iter()
            .map(|(text, found)| (text.as_str(), *found))
            .collect();
        hold(name, &cases);
    }

    #[test]
    fn names_that_are_right_or_of_others() {
        let texts = [
            "云山市东湖区规划和自然资源局2024年度收入5万元。",
            "根据云山市规划和自然资源局的要求，完成调查。",
            "会同云山市南湖区规划和自然资源局开展工作。",
            "云山市东湖区规划和自然资源管理事务中心负责调查。",
            "东湖区规划和自然资源局2024年度收入5万元。",
            "区规划和自然资源局2024年度收入5万元。",
            "本部门2024年度收入5万元。",
            "北山市东湖区规划和自然资源局开展交流。",
            "云山市东湖区规划和水务局对口支援。",
            "云山市东湖区规划和自然资源局（本级）2024年度收入5万元。",
            "|云山市规划和自然资源局2024年度部门决算",
            "下属单位包括：云山市东湖区土地发展中心。\n云山市东湖区土地发展中心2024年度收入5万元。",
            "# 名词解释\n云山市规划和自然资源局2024年度部门决算。",
            "云山市东湖区规划和自然资源局执法大队2024年度收入5万元。",
        ]
        .map(of_planning);
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        hold_nothing(name, &texts);
        // Named once only: it is not known which spelling is right.
        hold_nothing(
            name,
            &["# 云山市水务局2024年度决算\n云山市水利局2024年度收入。"],
        );
    }
}
