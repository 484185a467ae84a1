//! Years that are not those the document speaks of.

use super::look::{Proof, is_second};
use crate::about::is_compared_with;
use crate::passage::{DocumentPart, Passage};
use crate::pattern::{ENDS, Pattern, year_at};
use crate::{DisclosureKind, Matter, Severity, YearFrame};
use std::sync::LazyLock;

/// What is compared with: the year before.
const COMPARED: &[&str] = &[
    "(与|和|同)<{y}>年(度)?{w12}(相比|比较|相较|对比)",
    "[与比较]<{y}>年(度)?(年初|部门|调整|全年)?预算",
    "(与|和|同)<{y}>年(度)?{w8}(持平|一致|相同|相等)",
    "[比较]<{y}>年(度)?{w12}(增|减|下降|上升|降低|提高|持平|决算|上涨)",
];

/// What a title is about.
const TITLES: &[&str] = &["<{y}>年(度)?{w24}(决算|预算)"];

/// What a sentence is about.
const STATEMENTS: &[&str] = &[
    "<{y}>年(度)?(收入|支出|收、支|收支|财政拨款|一般公共预算财政拨款|政府性基金|国有资本经营|“三公”|三公|机关运行|政府采购|本部门|本单位|无政府性|无国有|没有政府性|没有国有|没有使用|没有用|本年收入|本年支出|预算绩效管理)",
];

/// What was evaluated, which has to be over.
const EVALUATED: &[&str] = &["对<{y}>年(度)?({n}个)?{w16}(项目|整体支出){w12}(绩效|自评|评价)"];

/// What the accounts are drawn up for.
const SCOPES: &[&str] = &["纳入{w24}<{y}>年(度)?{w8}(决算|预算)(编制|公开)?(范围|编制)"];

/// The day on which vehicles and equipment were counted.
const DAYS: &[&str] = &[
    "截[至止]<{y}>年12月(31日|底|末)",
    "截[至止]<{y}>年(末|底|年末|年底)",
];

/// What a title that stands as a line of its own is.
const LINES: &[&str] = &[
    "{^}(第[一二三四五六七八九]部分)?<{y}>年(度)?{w24}(决算|预算)(表|公开|说明|情况|情况说明)?{$}",
];

/// What a paragraph that begins with its year is about.
const OF_MONEY: &str = "(收入|支出|经费|决算|采购|车辆|公务用车|绩效|保有量)";

/// What was counted on that day.
const COUNTED: &str = "(车辆|保有量|设备|国有资产|房屋)";

/// Titles that name papers of other years.
const OF_OTHERS: &str = "(批复|通知|办法|规定|意见|报告|方案|规划|下达|执行|完成|回顾|总结|《)";

struct Vocabulary {
    compared: Vec<Pattern>,
    titles: Vec<Pattern>,
    statements: Vec<Pattern>,
    evaluated: Vec<Pattern>,
    scopes: Vec<Pattern>,
    days: Vec<Pattern>,
    lines: Vec<Pattern>,
    of_money: Pattern,
    counted: Pattern,
    of_others: Pattern,
}

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    let all = |written: &[&str]| written.iter().map(|w| Pattern::new(w)).collect::<Vec<_>>();
    Vocabulary {
        compared: all(COMPARED),
        titles: all(TITLES),
        statements: all(STATEMENTS),
        evaluated: all(EVALUATED),
        scopes: all(SCOPES),
        days: all(DAYS),
        lines: all(LINES),
        of_money: Pattern::new(OF_MONEY),
        counted: Pattern::new(COUNTED),
        of_others: Pattern::new(OF_OTHERS),
    }
});

pub(super) fn check(proof: &mut Proof<'_>) {
    let Some(year) = proof.about.year else { return };
    if !is_sure(proof.passages, year) {
        return;
    }
    let vocabulary = &*VOCABULARY;
    let mut section = None;
    for passage in proof.passages {
        if passage.is_cell() || passage.part == DocumentPart::Glossary {
            continue;
        }
        let short = passage.plain.chars.len() < 50 && !passage.plain.has("。");
        let outside = matches!(passage.part, DocumentPart::Contents | DocumentPart::Cover);
        let line = vocabulary
            .lines
            .iter()
            .any(|p| p.occurs(&passage.plain.chars));
        // A heading that runs on is a sentence: （一）因公出国费0万元，比2021年预算减少0万元。
        let heading = passage.is_heading() && !(passage.plain.has("，") && passage.plain.has("元"));
        if heading || line {
            section = of_another(passage, year).or(section.filter(|_| !heading));
        }
        if heading || line || (outside && short) {
            titles(proof, passage, year, vocabulary);
        } else {
            scopes(proof, passage, year, vocabulary);
            evaluated(proof, passage, year, vocabulary);
            compared(proof, passage, year, vocabulary);
            if section.is_none_or(|of| !speaks_of(&passage.plain.chars, of)) {
                statements(proof, passage, year, vocabulary);
            }
            days(proof, passage, year, vocabulary);
        }
    }
}

/// The year before or after, where a heading says that its section is about that: 二、2021年“三公”经费决算情况 in the
/// budget of 2022.
fn of_another(passage: &Passage, year: u16) -> Option<u16> {
    let chars = &passage.plain.chars;
    let mut years = (0..chars.len()).filter_map(|at| year_at(chars, at));
    years
        .next()
        .filter(|of| *of != year && years.all(|it| it == *of))
}

/// Whether the document speaks of this year at least as often as of any other in the same frames.
fn is_sure(passages: &[Passage], year: u16) -> bool {
    let (mut of_it, mut of_others) = (0usize, 0usize);
    for passage in passages.iter().filter(|p| !p.is_cell()) {
        for pattern in VOCABULARY.titles.iter().chain(&VOCABULARY.statements) {
            for range in pattern.all(&passage.plain.chars) {
                match year_at(&passage.plain.chars, range.start) {
                    _ if is_compared_with(&passage.plain.chars, range.start) => {}
                    Some(found) if found == year => of_it += 1,
                    Some(_) => of_others += 1,
                    None => {}
                }
            }
        }
    }
    of_it >= 2 && of_it > of_others
}

fn add(
    proof: &mut Proof<'_>,
    severity: Severity,
    passage: &Passage,
    at: usize,
    frame: YearFrame,
    right: u16,
) {
    let Some(printed) = year_at(&passage.plain.chars, at) else {
        return;
    };
    let matter = Matter::Year {
        printed,
        right,
        frame,
    };
    proof.add(severity, matter, passage.spot(at..at + 4));
}

/// The characters of the sentence around this one.
fn sentence(chars: &[char], at: usize) -> &[char] {
    let start = chars
        .get(..at)
        .and_then(|before| before.iter().rposition(|c| ENDS.contains(c)))
        .map_or(0, |end| end + 1);
    let end = chars
        .get(at..)
        .and_then(|behind| behind.iter().position(|c| ENDS.contains(c)))
        .map_or(chars.len(), |end| at + end);
    chars.get(start..end).unwrap_or(&[])
}

/// Whether a year occurs in these characters.
fn speaks_of(chars: &[char], year: u16) -> bool {
    (0..chars.len()).any(|at| year_at(chars, at) == Some(year))
}

fn titles(proof: &mut Proof<'_>, passage: &Passage, year: u16, vocabulary: &Vocabulary) {
    let chars = &passage.plain.chars;
    if vocabulary.of_others.occurs(chars) || speaks_of(chars, year) {
        return;
    }
    for range in vocabulary.titles.iter().flat_map(|p| p.all(chars)) {
        if is_compared_with(chars, range.start) {
            continue;
        }
        let accounts = passage.plain.find("决算", range.start).is_some();
        // Accounts may have a section on next year's budget, and a budget one on last year's accounts.
        let same_kind = match proof.about.kind {
            DisclosureKind::Budget => !accounts,
            _ => accounts,
        };
        if same_kind && year_at(chars, range.start) != Some(year) {
            let severity = proof.certain();
            add(
                proof,
                severity,
                passage,
                range.start,
                YearFrame::Title,
                year,
            );
        }
    }
}

fn scopes(proof: &mut Proof<'_>, passage: &Passage, year: u16, vocabulary: &Vocabulary) {
    for range in vocabulary
        .scopes
        .iter()
        .flat_map(|p| p.all(&passage.plain.chars))
    {
        if year_at(&passage.plain.chars, range.start) != Some(year) {
            let severity = proof.certain();
            add(
                proof,
                severity,
                passage,
                range.start,
                YearFrame::Statement,
                year,
            );
        }
    }
}

fn evaluated(proof: &mut Proof<'_>, passage: &Passage, year: u16, vocabulary: &Vocabulary) {
    if proof.about.kind != DisclosureKind::FinalAccounts {
        return;
    }
    let chars = &passage.plain.chars;
    for range in vocabulary.evaluated.iter().flat_map(|p| p.all(chars)) {
        // What was evaluated in a year may be of the year before it, but not of one to come.
        if year_at(chars, range.start).is_some_and(|printed| printed > year) {
            let (severity, frame) = (Severity::Warning, YearFrame::Statement);
            add(proof, severity, passage, range.start, frame, year);
        }
    }
}

fn compared(proof: &mut Proof<'_>, passage: &Passage, year: u16, vocabulary: &Vocabulary) {
    let chars = &passage.plain.chars;
    for range in vocabulary.compared.iter().flat_map(|p| p.all(chars)) {
        let Some(printed) = year_at(chars, range.start) else {
            continue;
        };
        let of_budget = passage
            .plain
            .slice(range.end..range.end + 8)
            .contains("年初预算");
        if printed + 1 == year && !(of_budget && proof.about.kind == DisclosureKind::FinalAccounts)
        {
            continue;
        }
        let behind = chars.get(range.end..).unwrap_or(&[]);
        let before = chars.get(..range.start).unwrap_or(&[]);
        let before = before
            .iter()
            .rposition(|c| ENDS.contains(c))
            .and_then(|end| before.get(end..))
            .unwrap_or(before);
        let states = |pattern: &Pattern| {
            let mut stated = pattern.all(chars).into_iter();
            stated.any(|r| r.end < range.start && year_at(chars, r.start) == Some(printed + 1))
        };
        // 比2024年度预算减少 is right in the accounts of 2024; a sentence on another year compares with its own.
        let budget: String = behind.iter().take(8).collect();
        let with_budget =
            budget.contains("预算") && !(budget.contains("年初预算") && printed != year);
        let own_year = printed != year
            && printed + 1 != year
            && (speaks_of(before, printed + 1) || vocabulary.statements.iter().any(states));
        let ahead = printed > year && proof.about.kind == DisclosureKind::Budget;
        if with_budget || own_year || ahead || (printed + 1 < year && is_second(chars, &range)) {
            continue;
        }
        let severity = if printed == year && proof.about.kind == DisclosureKind::FinalAccounts {
            Severity::Error
        } else {
            Severity::Warning
        };
        add(
            proof,
            severity,
            passage,
            range.start,
            YearFrame::Comparison,
            if of_budget { year } else { year - 1 },
        );
    }
}

fn statements(proof: &mut Proof<'_>, passage: &Passage, year: u16, vocabulary: &Vocabulary) {
    let chars = &passage.plain.chars;
    let mut stated: Vec<usize> = vocabulary
        .statements
        .iter()
        .flat_map(|p| p.all(chars))
        .map(|range| range.start)
        .collect();
    // A paragraph of amounts that begins with a year is about that year. Budgets look back in such paragraphs.
    let of_money =
        vocabulary.of_money.occurs(chars) && (passage.plain.has("万元") || passage.plain.has("辆"));
    if of_money && chars.get(4) == Some(&'年') && proof.about.kind == DisclosureKind::FinalAccounts
    {
        stated.push(0);
    }
    for start in stated {
        let Some(printed) = year_at(chars, start) else {
            continue;
        };
        let lead = chars.get(..start).unwrap_or(&[]);
        let unit: Vec<char> = proof
            .about
            .unit
            .as_deref()
            .unwrap_or_default()
            .chars()
            .collect();
        // What a paragraph begins with, or what stands right behind the name of the unit.
        let begins = lead.is_empty()
            || (!unit.is_empty() && lead.ends_with(&unit) && lead.len() <= unit.len() + 6);
        // A year further back is history; accounts cannot tell of one that comes after theirs.
        let ahead = printed > year && proof.about.kind == DisclosureKind::FinalAccounts;
        let next_to = printed.abs_diff(year) == 1;
        if (next_to || ahead) && begins && !speaks_of(chars, year) {
            add(
                proof,
                Severity::Warning,
                passage,
                start,
                YearFrame::Statement,
                year,
            );
        }
    }
}

fn days(proof: &mut Proof<'_>, passage: &Passage, year: u16, vocabulary: &Vocabulary) {
    // A budget counts what was there on any day before it.
    if proof.about.kind != DisclosureKind::FinalAccounts {
        return;
    }
    let chars = &passage.plain.chars;
    for range in vocabulary.days.iter().flat_map(|p| p.all(chars)) {
        if year_at(chars, range.start) != Some(year) {
            let counted = vocabulary.counted.occurs(sentence(chars, range.start));
            let severity = if counted {
                Severity::Error
            } else {
                Severity::Warning
            };
            add(proof, severity, passage, range.start, YearFrame::Day, year);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Matter;
    use crate::proof::cases::{hold, hold_nothing};

    fn years(matter: &Matter) -> bool {
        matches!(matter, Matter::Year { .. })
    }

    /// In the accounts of 2024.
    fn accounts(text: &str) -> String {
        format!(
            "# 云山市水务局2024年度部门决算\n# 目录\n一、概况\n# 第一部分 概况\n# 第二部分 2024年度部门决算表\n# 第三部分 2024年度决算说明\n{text}"
        )
    }

    /// In the budget of 2019.
    fn budget(text: &str) -> String {
        format!(
            "# 云山市水务局2019年度部门预算\n# 目录\n一、概况\n# 第一部分 概况\n# 第二部分 2019年度部门预算表\n# 第三部分 2019年度预算说明\n{text}"
        )
    }

    #[test]
    fn years_of_another_document() {
        let cases: Vec<(String, &str)> = [
            ("## 2023年度收入支出决算表", "E 2023"),
            ("## 第四部分 2022年度部门决算公开说明", "E 2022"),
            ("收入5万元。与2024年度相比，增加1万元。", "E 2024"),
            ("收入5万元，比2024年增加1万元。", "E 2024"),
            (
                "收入5万元。与2022年度相比，增加1万元。\n支出较2022年度减少1万元。",
                "W 2022 +1",
            ),
            ("收入5万元，较 2022 年\r度决算数减少1万元。", "W 2022"),
            ("收入5万元，比2025年增加1万元。", "W 2025"),
            ("截至2023年12月31日，本部门共有车辆2辆。", "E 2023"),
            ("截止2022年12月31日，公务用车保有量2辆。", "E 2022"),
            ("截至2023年末，结余5万元。", "W 2023"),
            (
                "纳入云山市水务局2023年度部门决算编制范围的单位包括：",
                "E 2023",
            ),
            ("2023年度收入总计5万元，增加1万元。", "W 2023"),
            ("云山市水务局2023年度财政拨款收入5万元。", "W 2023"),
            ("2023年度无政府性基金预算财政拨款收入。", "W 2023"),
            (
                "2023年，机关运行经费支出5.00万元，比2023年减少1万元。",
                "W 2023",
            ),
            ("2023年末公务用车2辆。", "W 2023"),
            ("2023年度部门决算情况说明", "E 2023"),
            (
                "## 一、2025年预算安排\n## 二、收入\n2023年度收入5万元。",
                "W 2023",
            ),
            ("支出与2022年持平。", "W 2022"),
            ("支出5万元，比2023年年初预算数减少1万元。", "W 2023"),
            ("截至2023年12月底，共有车辆2辆。", "E 2023"),
            ("2023年度收入5万元。与2022年度相比，增加1万元。", "W 2023"),
            ("2027年度收入总计5万元，增加1万元。", "W 2027"),
            ("2027年度本年支出合计5万元。", "W 2027"),
            (
                "云山市水务局2027年度没有政府性基金预算财政拨款收入。",
                "W 2027",
            ),
            ("云山市水务局2023年度没有使用国有资本经营预算。", "W 2023"),
            ("2026年度云山市水务局机关运行经费支出5万元。", "W 2026"),
            (
                "云山市水务局对2027年度2个一般公共预算项目支出开展绩效自评。",
                "W 2027",
            ),
        ]
        .map(|(text, expected)| (accounts(text), expected))
        .into_iter()
        .chain(
            [
                ("## 2018年度收支预算总表", "W 2018"),
                ("纳入本部门2018年部门汇总预算编制范围的单位一家。", "W 2018"),
                ("收入5万元，与2017年相比增加1万元。", "W 2017"),
                ("收入5万元，与2019年相比增加1万元。", "W 2019"),
            ]
            .map(|(text, expected)| (budget(text), expected)),
        )
        .collect();
        let cases: Vec<(&str, &str)> = cases
            .iter()
            .map(|(text, found)| (text.as_str(), *found))
            .collect();
        hold(years, &cases);
    }

    #[test]
    fn years_that_are_meant() {
        let texts: Vec<String> = [
            "收入5万元。与2023年度相比，增加1万元。",
            "支出比2024年度预算减少1万元，与2024年初预算相比。",
            "2023年度收入5万元，2024年度收入6万元；2022年收入5万元，比2021年增加1万元。",
            "根据财预〔2020〕10号和《2023年部门决算编报通知》。",
            "截至2024年12月31日，本部门共有车辆2辆。",
            "到2035年基本建成，“十四五”（2021-2025年）规划。",
            "自2013年以来，严格落实规定。",
            "## 2025年部门预算安排",
            "## 关于2023年度部门决算的批复",
            "2023年11月底整体入驻中心，1998年12月31日成立。",
            "2023年，新建农田3万亩。",
            "2023年结余5万元，2024年支出5万元。",
            "支出与2023年持平。",
            "|2023年决算数|比2022年增加",
            "# 名词解释\n2023年度收入：指收入。",
            "编报绩效目标的2024年度项目39个。",
            "对2023年度3个项目开展重点评价。",
            "到2027年，建成水库2座，共有车辆通道5条，力争2026年完成。",
            "2021年度没有政府性基金预算财政拨款收入。",
        ]
        .map(accounts)
        .into_iter()
        .chain(
            [
                "收入5万元，与2018年相比增加1万元。",
                "截至2018年12月31日，共有车辆2辆。",
                "## 2018年度决算情况",
                "## 二、2018年部门预算执行情况",
                "2018年执行数5万元，比2017年增加1万元。",
                "## 二、2018年“三公”经费决算情况\n2018年度“三公”经费合计支出5万元，比2017年增加1万元。",
                "## （一）因公出国（境）费预算0万元，比2018年预算减少0万元，下降0.0%，主要是无该项预算。",
            ]
            .map(budget),
        )
        .collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        hold_nothing(years, &texts);
        // Where the year of the document itself is in doubt, nothing is said.
        hold_nothing(
            years,
            &["# 2024年度决算\n# 2023年度决算\n与2021年度相比，增加1万元。"],
        );
    }
}
