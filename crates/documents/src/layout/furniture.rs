//! What stands on every page but is not part of the text: page numbers and running heads.

use std::collections::HashMap;

use super::lines::Line;

/// Why a line is not part of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Furniture {
    /// `- 3 -`, `第3页`.
    PageNumber,
    /// A line that many pages repeat.
    RunningHead,
}

/// Share of the page height, at top and bottom, in which furniture stands.
const MARGIN: f32 = 0.11;

/// One line of a page as a candidate: page index, text without blanks, where it stands.
struct Candidate {
    page: usize,
    line: usize,
    text: String,
    top: bool,
}

/// For each page (its height and lines from top to bottom), the lines that are furniture.
pub fn find(pages: &[(f32, &[Line])]) -> Vec<HashMap<usize, Furniture>> {
    let mut found: Vec<HashMap<usize, Furniture>> = vec![HashMap::new(); pages.len()];
    let mut candidates = Vec::new();
    for (page, (height, lines)) in pages.iter().enumerate() {
        let last = lines.len().saturating_sub(1);
        for (number, line) in lines.iter().enumerate() {
            let top = line.baseline < MARGIN * height && number < 2;
            let bottom = line.baseline > (1.0 - MARGIN) * height && number + 2 > last;
            if !top && !bottom {
                continue;
            }
            let text: String = line.glyphs.iter().map(|glyph| glyph.c).collect();
            if is_page_number(&text) && (number == 0 || number == last) {
                mark(&mut found, page, number, Furniture::PageNumber);
            } else {
                candidates.push(Candidate {
                    page,
                    line: number,
                    text,
                    top,
                });
            }
        }
    }
    // A running head says the same on many pages. Titles and units of tables are often repeated as well: a
    // head must stand outermost and on a third of all pages.
    let mut places: HashMap<(&str, bool), usize> = HashMap::new();
    for candidate in &candidates {
        *places
            .entry((candidate.text.as_str(), candidate.top))
            .or_default() += 1;
    }
    let least = (pages.len() / 3).max(3);
    for candidate in &candidates {
        let often = places
            .get(&(candidate.text.as_str(), candidate.top))
            .copied()
            .unwrap_or(0);
        if often >= least && !candidate.text.contains("单位") {
            mark(
                &mut found,
                candidate.page,
                candidate.line,
                Furniture::RunningHead,
            );
        }
    }
    found
}

fn mark(found: &mut [HashMap<usize, Furniture>], page: usize, line: usize, kind: Furniture) {
    if let Some(lines) = found.get_mut(page) {
        lines.insert(line, kind);
    }
}

/// `3`, `- 3 -`, `─3─`, `第3页`, `第3页共20页`, `3/20`.
fn is_page_number(text: &str) -> bool {
    let mut digits = 0;
    let text = text
        .strip_prefix("Page")
        .or_else(|| text.strip_prefix("PAGE"))
        .unwrap_or(text);
    for c in text.chars() {
        match c {
            '0'..='9' | '０'..='９' => digits += 1,
            '-' | '–' | '—' | '─' | '－' | '~' | '·' | '/' | '第' | '页' | '共' | ',' | '，'
            | 'I' | 'V' | 'X' | 'i' | 'v' | 'x' => {}
            _ => return false,
        }
    }
    (1..=8).contains(&digits)
        || (digits == 0 && !text.is_empty() && text.chars().all(|c| c.is_ascii_alphabetic()))
}

#[cfg(test)]
mod tests {
    use super::is_page_number;

    #[test]
    fn page_numbers() {
        for (text, is) in [
            ("3", true),
            ("-3-", true),
            ("─12─", true),
            ("第3页共20页", true),
            ("3/20", true),
            ("iv", true),
            ("Page12", true),
            ("2024年", false),
            ("表", false),
            ("12.5%", false),
            ("", false),
        ] {
            assert_eq!(is_page_number(text), is, "{text}");
        }
    }
}
