//! Many wordings looked for at once.

use crate::pattern::Pattern;
use std::collections::HashMap;
use std::ops::Range;

/// Wordings by the characters that they can begin with: a text is walked through once for all of them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Wordings {
    patterns: Vec<Pattern>,
    /// Which of them can have a character where they begin, or one behind.
    by_first: HashMap<char, Vec<usize>>,
    anywhere: Vec<usize>,
}

impl Wordings {
    /// These patterns, numbered as they come.
    pub fn new<S: AsRef<str>>(written: impl IntoIterator<Item = S>) -> Self {
        let mut wordings = Wordings::default();
        for (number, words) in written.into_iter().enumerate() {
            let pattern = Pattern::new(words.as_ref());
            match pattern.firsts() {
                Some(firsts) => {
                    for first in firsts {
                        let of_first = wordings.by_first.entry(*first).or_default();
                        if of_first.last() != Some(&number) {
                            of_first.push(number);
                        }
                    }
                }
                None => wordings.anywhere.push(number),
            }
            wordings.patterns.push(pattern);
        }
        wordings
    }

    /// Every place of each of them: which it is, and what is meant.
    pub fn all(&self, text: &[char]) -> Vec<(usize, Range<usize>)> {
        let mut found = Vec::new();
        let mut behind = vec![0usize; self.patterns.len()];
        for at in 0..text.len() {
            let of_first = text.get(at).and_then(|first| self.by_first.get(first));
            let candidates = of_first.into_iter().flatten().chain(&self.anywhere);
            for number in candidates {
                let (Some(pattern), Some(from)) =
                    (self.patterns.get(*number), behind.get_mut(*number))
                else {
                    continue;
                };
                // What it can begin with may be its second character.
                let Some(start) = at.checked_sub(pattern.lead()).filter(|start| start >= from)
                else {
                    continue;
                };
                if let Some((meant, _)) = pattern.at(text, start) {
                    *from = meant.end.max(start + 1);
                    found.push((*number, meant));
                }
            }
        }
        found
    }

    /// Whether one of them occurs.
    pub fn occurs(&self, text: &[char]) -> bool {
        self.patterns.iter().any(|pattern| pattern.occurs(text))
    }
}

#[cfg(test)]
mod tests {
    use super::Wordings;
    use crate::pattern::Pattern;

    #[test]
    fn all_at_once_is_what_each_finds() {
        let patterns = [
            "增加{n}",
            "(增加|减少)<{n}万元>",
            "[!的]<的的>[!的]",
            "<{n}>万",
            "{3}万",
            "{^}收入",
            "万元{$}",
            "(再)?增加",
        ];
        let wordings = Wordings::new(patterns);
        for text in [
            "收入增加5万元，减少6.5万元，的的增加7万元",
            "再增加5万元。的的的，一的的一的的一",
            "",
            "万",
            "收入",
        ] {
            let chars: Vec<char> = text.chars().collect();
            let mut at_once = wordings.all(&chars);
            at_once.sort_by_key(|(number, range)| (*number, range.start));
            let one_by_one: Vec<_> = patterns
                .iter()
                .enumerate()
                .flat_map(|(number, written)| {
                    let found = Pattern::new(written).all(&chars);
                    found.into_iter().map(move |range| (number, range))
                })
                .collect();
            assert_eq!(at_once, one_by_one, "{text}");
        }
    }
}
