//! Brackets and quotation marks that are never closed, or never opened.

use super::look::Proof;
use crate::passage::Passage;
use crate::{Matter, Severity};

const PAIRS: &[(char, char)] = &[
    ('（', '）'),
    ('〔', '〕'),
    ('《', '》'),
    ('“', '”'),
    ('‘', '’'),
    ('「', '」'),
];

/// More of them in one document are said in one warning.
const MOST: usize = 5;

/// So many without their other half in one paragraph are no prose.
const DEEPEST: usize = 60;

/// A sign whose other half was not found in its own paragraph.
struct Alone {
    /// Which passage.
    passage: usize,
    at: usize,
    sign: char,
    opens: bool,
}

pub(super) fn check(proof: &mut Proof<'_>) {
    let mut alone: Vec<Alone> = Vec::new();
    for (number, passage) in proof.passages.iter().enumerate() {
        if !passage.is_cell() {
            let begun = alone.len();
            alone.extend(unpaired(number, passage));
            across(&mut alone, begun);
        }
    }
    let mut certain = Vec::new();
    for one in alone {
        let Some(passage) = proof.passages.get(one.passage) else {
            continue;
        };
        let matter = Matter::Bracket {
            sign: one.sign,
            opens: one.opens,
        };
        // Certain where the sentence is there to its end; quotation marks are often set by hand the wrong way.
        let ended = passage
            .plain
            .chars
            .last()
            .is_some_and(|c| matches!(c, '。' | '；' | '！' | '？' | '：'));
        let severity = match one.sign {
            '（' | '）' if ended => proof.certain(),
            _ => Severity::Notice,
        };
        let spot = passage.spot(one.at..one.at + 1);
        match severity {
            Severity::Notice => proof.add_to_kind(severity, matter, spot, |matter| {
                matches!(matter, Matter::Bracket { sign, .. } if !matches!(sign, '（' | '）'))
            }),
            _ => certain.push((severity, matter, spot)),
        }
    }
    // So many are not the author's: a font without its brackets, say.
    if certain.len() > MOST {
        for (_, matter, spot) in certain {
            proof.add_to_kind(Severity::Warning, matter, spot, |matter| {
                matches!(
                    matter,
                    Matter::Bracket {
                        sign: '（' | '）',
                        ..
                    }
                )
            });
        }
        return;
    }
    for (severity, matter, spot) in certain {
        // Each of them is a fault of its own.
        proof
            .found
            .push(crate::Finding::new(severity, matter, spot));
    }
}

/// What is opened in one paragraph and closed in one of the next is a pair: a reader may have parted them, and
/// what is quoted may be longer than a paragraph.
fn across(alone: &mut Vec<Alone>, begun: usize) {
    let mut begun = begun;
    let mut at = begun;
    while at < alone.len() {
        let Some(closing) = alone.get(at).filter(|one| !one.opens) else {
            at += 1;
            continue;
        };
        let (number, sign) = (closing.passage, closing.sign);
        let before = alone.get(..begun).unwrap_or(&[]);
        let opening = before.iter().rposition(|one| {
            one.opens && number - one.passage <= 3 && PAIRS.contains(&(one.sign, sign))
        });
        match opening {
            Some(opening) => {
                alone.remove(at);
                alone.remove(opening);
                begun -= 1;
                at -= 1;
            }
            None => at += 1,
        }
    }
}

fn unpaired(number: usize, passage: &Passage) -> Vec<Alone> {
    let chars = &passage.plain.chars;
    let mut opened: Vec<(usize, char)> = Vec::new();
    let mut alone = Vec::new();
    for (at, sign) in chars.iter().enumerate() {
        // Prose has no such heaps of brackets.
        if opened.len() + alone.len() > DEEPEST {
            return Vec::new();
        }
        if PAIRS.iter().any(|(open, _)| open == sign) {
            opened.push((at, *sign));
            continue;
        }
        let Some((open, _)) = PAIRS.iter().find(|(_, close)| close == sign) else {
            continue;
        };
        match opened.iter().rposition(|(_, sign)| sign == open) {
            Some(pair) => {
                opened.remove(pair);
            }
            // 〔2020） is a pair, though not a fine one.
            None if mixed(&mut opened, *sign) || numbers(chars, at) => {}
            None => alone.push(Alone {
                passage: number,
                at,
                sign: *sign,
                opens: false,
            }),
        }
    }
    let open = opened.into_iter().map(|(at, sign)| Alone {
        passage: number,
        at,
        sign,
        opens: true,
    });
    alone.extend(open);
    alone
}

fn mixed(opened: &mut Vec<(usize, char)>, close: char) -> bool {
    let bracket = |c: char| matches!(c, '（' | '〔' | '）' | '〕');
    match opened.last() {
        Some((_, open)) if bracket(*open) && bracket(close) => opened.pop().is_some(),
        _ => false,
    }
}

/// `1）` and `a）` number an item.
fn numbers(chars: &[char], at: usize) -> bool {
    let before = chars.get(..at).unwrap_or(&[]);
    let number = before
        .iter()
        .rev()
        .take_while(|c| c.is_ascii_alphanumeric() || "一二三四五六七八九十".contains(**c))
        .count();
    let start = at - number;
    let lead = start.checked_sub(1).and_then(|at| chars.get(at));
    (1..=3).contains(&number)
        && lead.is_none_or(|c| matches!(c, '。' | '；' | '：' | '，' | '、' | '？' | '！' | '（'))
}

#[cfg(test)]
mod tests {
    use crate::Matter;
    use crate::proof::cases::{hold, hold_nothing};

    fn bracket(matter: &Matter) -> bool {
        matches!(matter, Matter::Bracket { .. })
    }

    #[test]
    fn halves_are_found() {
        hold(
            bracket,
            &[
                ("平均得分99分（其中，评级为“优”的项目3个。", "E （"),
                ("平均得分99分(其中，评级为优的项目3个。", "E ("),
                ("评级为优的项目3个）。", "E ）"),
                ("社会保障支出类）2万元，占5%。", "E ）"),
                ("社会保障支出（类2万元，卫生支出（类）3万元。", "E （"),
                ("公用经费（含会议费，2万元（含培训费）；", "E （"),
                ("公用经费（含会议费。\n第二段。", "E （"),
                ("维修（护费、会议费；公用经费（一）。", "E （"),
                ("根据《预算法有关规定。", "N 《"),
                ("“三公经费支出2万元。", "N “"),
                ("三公”经费支出2万元。\n根据预算法》规定。", "N ” +1"),
                ("办公费（含水费", "N （"),
                ("（含水费。（含电费。", "E （; E （"),
            ],
        );
    }

    #[test]
    fn pairs_are_left_alone() {
        hold_nothing(
            bracket,
            &[
                "平均得分99分（其中，评级为“优”的项目3个）。",
                "1）办公费；2）水费。",
                "（1）办公费；（2）水费。",
                "一）办公费。",
                "财预〔2020〕10号，财库[2013]189号，财预〔2020）10号。",
                "社会保障支出（类)2万元。",
                "他说：“第一段。\n第二段。”完毕。",
                "上半句（含水费，\n下半句）。",
                "根据《关于〈办法〉的通知》。",
                "因公出国（境）费（含护照（签证）费）2万元。",
                "|支出（类|）",
                "‘四风’问题，“‘三公’经费”。",
                "",
            ],
        );
    }
}
