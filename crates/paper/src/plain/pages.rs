//! Page numbers that were copied with a text stand between its lines, even inside a sentence.

use super::line::{Line, ended};

/// Takes page numbers out, and says how many they were. The line behind one may go on with the sentence before it.
pub(super) fn without_numbers(lines: Vec<Line<'_>>) -> (Vec<Line<'_>>, usize) {
    let numbers = numbers(&lines);
    let mut kept: Vec<Line<'_>> = Vec::with_capacity(lines.len());
    let mut over = false;
    for (line, number) in lines.into_iter().zip(&numbers) {
        if *number {
            over = true;
            continue;
        }
        kept.push(Line {
            over: over || line.page,
            ..line
        });
        over = false;
    }
    (kept, numbers.iter().filter(|it| **it).count())
}

/// Which lines are page numbers: those marked as such (— 5 —, 第5页), and bare ones that go on counting or stand
/// inside a sentence.
fn numbers(lines: &[Line<'_>]) -> Vec<bool> {
    let bare: Vec<(usize, u32)> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.text.len() <= 3)
        .filter_map(|(at, line)| Some((at, line.text.parse().ok().filter(|it| *it > 0)?)))
        .collect();
    let mut numbers: Vec<bool> = lines.iter().map(|line| marked(line.text)).collect();
    // Numbers in a table stand close to each other; page numbers have a page between them.
    let follows = |before: &(usize, u32), after: &(usize, u32)| {
        after.1 == before.1 + 1 && after.0 - before.0 > 14
    };
    let counting: Vec<usize> = bare
        .chunk_by(follows)
        .filter(|run| run.len() > 2)
        .flatten()
        .map(|(at, _)| *at)
        .collect();
    for (at, _) in bare {
        let counts = counting.binary_search(&at).is_ok();
        if (counts && alone(lines, at) || inside(lines, at))
            && let Some(number) = numbers.get_mut(at)
        {
            *number = true;
        }
    }
    numbers
}

/// Whether no other short line stands beside it, as in a column of a table.
fn alone(lines: &[Line<'_>], at: usize) -> bool {
    let short = |at: Option<usize>| {
        at.and_then(|at| lines.get(at))
            .is_some_and(|it| it.width < 8)
    };
    !short(at.checked_sub(1)) && !short(Some(at + 1))
}

/// Whether it stands between two lines of a sentence.
fn inside(lines: &[Line<'_>], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| lines.get(at));
    let (Some(before), Some(after)) = (before, lines.get(at + 1)) else {
        return false;
    };
    let unit = [
        "万", "元", "亿", "%", "％", "个", "年", "人", "辆", "批", "项", ".",
    ];
    before.width >= 30
        && !ended(before.text)
        && !before
            .text
            .ends_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | '为' | '、'))
        && !after.indented
        && (after.width >= 24 || ended(after.text))
        && !unit.iter().any(|it| after.text.starts_with(it))
}

/// — 5 —, -5-, 第5页, 第 5 页 共 30 页, 5/30.
fn marked(text: &str) -> bool {
    let text: String = text
        .chars()
        .filter(|c| !c.is_whitespace())
        .take(24)
        .collect();
    let dash = |c: char| matches!(c, '-' | '—' | '－' | '–' | '―' | '─' | '~' | '·' | '•');
    let is_number =
        |text: &str| (1..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    let between = text.trim_matches(dash);
    if is_number(between) {
        return text.starts_with(dash) && text.ends_with(dash);
    }
    if let Some(page) = text.strip_prefix('第') {
        let page = page.trim_end_matches('页');
        let all = page.split_once('页').map_or((page, "1"), |(page, all)| {
            (page, all.trim_start_matches(['，', ',', '/', '共']))
        });
        return text.ends_with('页') && is_number(all.0) && is_number(all.1);
    }
    false
}
