//! Names of sheets.

use crate::write::xml::forbidden;
use std::collections::HashSet;

/// UTF-16 units of a name.
const LONGEST: usize = 31;

/// The names that are taken.
#[derive(Default)]
pub(super) struct Names(HashSet<String>);

impl Names {
    /// A name for a sheet, as near to what is wished as Excel allows; `number` where nothing is left of it.
    pub fn of(&mut self, wish: &str, number: usize) -> String {
        let wish: String = wish
            .chars()
            .map(|c| match c {
                '[' | ']' | ':' | '*' | '?' | '/' | '\\' => ' ',
                c if c.is_control() || forbidden(c) => ' ',
                c => c,
            })
            .collect();
        let wish = wish.trim_matches(|c: char| c == '\'' || c.is_whitespace());
        let wish = match wish {
            "" => format!("表{number}"),
            wish => wish.split_whitespace().collect::<Vec<_>>().join(" "),
        };
        let name = cut(&wish, LONGEST);
        if self.takes(name) {
            return name.to_owned();
        }
        for again in 2.. {
            let ending = format!(" ({again})");
            let name = format!("{}{ending}", cut(&wish, LONGEST - ending.len()));
            if self.takes(&name) {
                return name;
            }
        }
        format!("表{number}")
    }

    fn takes(&mut self, name: &str) -> bool {
        // Excel keeps this one for itself.
        let name = name.to_lowercase();
        name != "history" && self.0.insert(name)
    }
}

/// The beginning of a text, which ends in no blank and no `'`.
fn cut(text: &str, most: usize) -> &str {
    let mut left = most;
    let end = text.char_indices().find(|(_, c)| {
        let fits = left >= c.len_utf16();
        left = left.saturating_sub(c.len_utf16());
        !fits
    });
    let end = end.map_or(text.len(), |(at, _)| at);
    text.get(..end)
        .unwrap_or_default()
        .trim_end_matches([' ', '\''])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_sheets() {
        let mut names = Names::default();
        let long = "一".repeat(40);
        let cut = "一".repeat(31);
        let again = format!("{} (2)", "一".repeat(27));
        for (number, (wish, expected)) in [
            ("收入决算表", "收入决算表"),
            ("收入决算表", "收入决算表 (2)"),
            ("收入决算表", "收入决算表 (3)"),
            ("01/02:表[1]", "01 02 表 1"),
            ("'表'", "表"),
            ("", "表6"),
            ("???", "表7"),
            ("History", "History (2)"),
            ("Sheet", "Sheet"),
            ("SHEET", "SHEET (2)"),
            (&long, &cut),
            (&long, &again),
            ("表\n一\u{1}", "表 一"),
        ]
        .into_iter()
        .enumerate()
        {
            assert_eq!(names.of(wish, number + 1), expected, "{wish}");
        }
    }
}
