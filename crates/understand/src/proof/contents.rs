//! What the contents (目录) have in other words than the headings, or what has no heading.

use super::look::Proof;
use super::numbering::{Mark, Style};
use crate::passage::{DocumentPart, Passage, without_page};
use crate::text::distance;
use crate::{Matter, Severity};

/// So many headings are looked at.
const MOST_HEADINGS: usize = 2_000;

/// A longer line holds several headings that a reader did not part.
const LONGEST: usize = 50;

pub(super) fn check(proof: &mut Proof<'_>) {
    let lines: Vec<(&Passage, Vec<char>)> = proof
        .passages
        .iter()
        .filter(|p| p.part == DocumentPart::Contents && !p.is_cell())
        .map(|p| (p, without_page(&p.plain)))
        .filter(|(_, words)| Mark::of(words).is_some())
        .collect();
    let headings: Vec<&Passage> = proof
        .passages
        .iter()
        .filter(|p| matches!(p.part, DocumentPart::Body | DocumentPart::Glossary) && !p.is_cell())
        .filter(|p| p.is_heading() || (p.plain.chars.len() < LONGEST && !p.plain.has("。")))
        .take(MOST_HEADINGS)
        .collect();
    if lines.iter().any(|(_, words)| words.len() > LONGEST) {
        return;
    }
    let exact = |words: &[char]| {
        headings
            .iter()
            .any(|heading| without_mark(&heading.plain.chars) == without_mark(words))
    };
    let differ: Vec<&(&Passage, Vec<char>)> =
        lines.iter().filter(|(_, words)| !exact(words)).collect();
    // Where hardly anything agrees, it is the contents of something else, or nothing was told apart.
    if lines.len() < 3 || differ.len() * 2 > lines.len() {
        return;
    }
    for (line, words) in differ {
        let heading = nearest(words, &headings);
        let is_part = Mark::of(words).is_some_and(|mark| mark.style == Style::Part);
        let severity = match heading {
            // Annexes are often files of their own.
            None if is_part && !words.contains(&'附') => Severity::Warning,
            _ => Severity::Notice,
        };
        let matter = Matter::Contents {
            printed: words.iter().collect(),
            heading: heading.map(|h| h.plain.text()),
        };
        let spot = line.spot(0..words.len());
        if severity == Severity::Notice {
            proof.add_to_kind(severity, matter, spot, |matter| {
                matches!(matter, Matter::Contents { .. })
            });
        } else {
            proof.add(severity, matter, spot);
        }
    }
}

fn without_mark(words: &[char]) -> &[char] {
    let length = Mark::of(words).map_or(0, |mark| mark.length);
    let rest = words.get(length..).unwrap_or(&[]);
    // （一）总体情况说明。 is a heading with a full stop.
    match rest.split_last() {
        Some(('。' | '：', rest)) => rest,
        _ => rest,
    }
}

/// The heading that is meant: the one with the fewest other characters, at most two of five.
fn nearest<'a>(words: &[char], headings: &[&'a Passage]) -> Option<&'a Passage> {
    let mark = Mark::of(words);
    let same_part = headings.iter().find(|heading| {
        mark.is_some_and(|mark| {
            mark.style == Style::Part && Mark::of(&heading.plain.chars) == Some(mark)
        })
    });
    if let Some(heading) = same_part {
        return Some(heading);
    }
    let words = without_mark(words);
    headings
        .iter()
        .map(|heading| {
            let other = without_mark(&heading.plain.chars);
            let held = !other.is_empty()
                && other.len() >= 5
                && (contains(words, other) || contains(other, words));
            let distance = distance(words, other);
            (
                distance,
                held || distance * 5 <= 2 * words.len().max(other.len()),
                *heading,
            )
        })
        .filter(|(_, near, _)| *near)
        .min_by_key(|(distance, _, _)| *distance)
        .map(|(_, _, heading)| heading)
}

fn contains(whole: &[char], part: &[char]) -> bool {
    whole
        .windows(part.len().max(1))
        .any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use crate::Matter;
    use crate::proof::cases::{hold, hold_nothing};

    fn contents(matter: &Matter) -> bool {
        matches!(matter, Matter::Contents { .. })
    }

    fn document(lines: &str, headings: &str) -> String {
        format!(
            "# 云山市水务局2024年度部门决算\n# 目录\n第一部分 概况\n一、主要职能\n二、机构设置\n{lines}\n# 第一部分 概况\n## 一、主要职能\n负责水务工作。\n## 二、机构设置\n{headings}"
        )
    }

    #[test]
    fn lines_without_their_heading() {
        let cases = [
            (
                "第二部分 决算表",
                "# 第二部分 部门决算报表",
                "N 第二部分决算表",
            ),
            (
                "三、其他重要事项说明……12",
                "## 三、其他重要事项的情况说明",
                "N 三、其他重要事项说明",
            ),
            (
                "三、机构设置及构成\n四、收入决算总表",
                "## 三、机构设置和构成\n## 四、收入决算表",
                "N 三、机构设置及构成 +1",
            ),
            (
                "三、收入决算情况说明",
                "## 三、“三公”经费",
                "N 三、收入决算情况说明",
            ),
            (
                "第三部分 名词解释",
                "# 第二部分 决算情况",
                "W 第三部分名词解释",
            ),
            (
                "第二部分 云山市水务局2024年度决算表",
                "# 云山市务局2024年度决算表",
                "N 第二部分云山市水务局2024年度决算表",
            ),
        ]
        .map(|(lines, headings, found)| (document(lines, headings), found));
        let cases: Vec<(&str, &str)> = cases
            .iter()
            .map(|(text, found)| (text.as_str(), *found))
            .collect();
        hold(contents, &cases);
    }

    #[test]
    fn lines_with_their_heading() {
        let texts = [
            ("三、收入决算表", "## 三、收入决算表"),
            ("三、收入决算表........5", "## 收入决算表"),
            ("三、收 入 决算表 5", "## （三）收入决算表。"),
            ("三、收入决算表—— 15", "三、收入决算表"),
            ("第二部分 2024年度决算表 4", "# 第二部分 2024年度决算表"),
        ]
        .map(|(lines, headings)| document(lines, headings));
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        hold_nothing(contents, &texts);
        hold_nothing(
            contents,
            &[
                "# 决算\n# 目录\n一、甲甲甲\n二、乙乙乙\n三、丙丙丙\n四、丁丁丁\n# 第一部分 概况\n## 其他的标题",
                "# 决算\n# 目录\n一、甲\n# 第一部分 概况",
                "# 决算\n没有目录。",
            ],
        );
    }
}
