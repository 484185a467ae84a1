//! Signs of punctuation that are doubled or out of place, and sentences that do not end.

use super::look::Proof;
use crate::passage::{DocumentPart, Passage, Role};
use crate::wordings::Wordings;
use crate::{Matter, Severity};
use std::ops::Range;
use std::sync::LazyLock;

/// Signs that do not stand side by side, and which of them is meant.
const DOUBLED: &[(&str, &str)] = &[
    ("。。", "。"),
    ("，，", "，"),
    ("、、", "、"),
    ("；；", "；"),
    ("：：", "："),
    ("，。", "。"),
    ("。，", "。"),
    ("、。", "。"),
    ("。、", "。"),
    ("，、", "、"),
    ("、，", "，"),
    ("；。", "。"),
    ("。；", "。"),
    ("，；", "；"),
    ("；，", "；"),
    ("：，", "："),
    ("：。", "。"),
    ("，.", "，"),
    (".。", "。"),
    ("。.", "。"),
];

/// Signs that part what belongs together, and what should be there.
const OUT_OF_PLACE: &[(&str, &str)] = &[
    (
        "{n}(万元|元)?<。>完成(了)?(年初|年度|全年|调整|当年)?预算",
        "，",
    ),
    ("{n}(万元|元)<。>(占|增长|下降)[!比用地]", "，"),
    ("占<[，、。]>{n}(%|个百分点)", ""),
];

static WORDINGS: LazyLock<Wordings> = LazyLock::new(|| {
    let doubled = DOUBLED
        .iter()
        .map(|(signs, _)| format!("[!。.，、；]<{signs}>[!。.，、；]"));
    Wordings::new(doubled.chain(OUT_OF_PLACE.iter().map(|(words, _)| (*words).to_owned())))
});

pub(super) fn check(proof: &mut Proof<'_>) {
    for passage in proof.passages {
        if passage.is_cell() || passage.part == DocumentPart::Contents {
            continue;
        }
        for (number, range) in WORDINGS.all(&passage.plain.chars) {
            let Some((_, right)) = DOUBLED.iter().chain(OUT_OF_PLACE).nth(number) else {
                continue;
            };
            let printed = passage.plain.slice(range.clone());
            let right = (*right).to_owned();
            let matter = Matter::Punctuation { printed, right };
            proof.add(Severity::Notice, matter, passage.spot(range));
        }
    }
    no_full_stop(proof);
}

/// Shorter ones are names and labels.
const RUNNING: usize = 18;

/// A paragraph without a full stop among those of its section that have one.
fn no_full_stop(proof: &mut Proof<'_>) {
    // Where a document mostly does without them, none is missed.
    let whole: Vec<&Passage> = proof
        .passages
        .iter()
        .filter(|p| {
            is_running(p) && !matches!(p.part, DocumentPart::Contents | DocumentPart::Cover)
        })
        .collect();
    let with = whole.iter().filter(|p| stops(p)).count();
    if with < 2 || with * 3 < whole.len() * 2 {
        return;
    }
    let mut section: Vec<&Passage> = Vec::new();
    for passage in proof.passages {
        let heading = passage.is_heading() || passage.is_cell();
        let outside = matches!(passage.part, DocumentPart::Contents | DocumentPart::Cover);
        if heading || outside {
            among_others(proof, &section, true);
            section.clear();
        } else {
            section.push(passage);
        }
    }
    among_others(proof, &section, true);
}

fn among_others(proof: &mut Proof<'_>, section: &[&Passage], ends_here: bool) {
    let running: Vec<bool> = section.iter().map(|p| is_running(p)).collect();
    let with = section.iter().filter(|p| is_running(p) && stops(p)).count();
    let all = running.iter().filter(|running| **running).count();
    // A list whose items have none is a list of names.
    if all >= 3 && with * 5 < all * 3 {
        return;
    }
    for (at, passage) in section.iter().enumerate() {
        let Some(last) = passage.plain.chars.last() else {
            continue;
        };
        let word = matches!(last, '\u{4e00}'..='\u{9fff}' | '%' | '）' | '”' | '0'..='9');
        // Where no new paragraph begins behind it, a reader may have broken it.
        let complete = match section.get(at + 1) {
            Some(next) => begins_anew(next),
            None => ends_here,
        };
        let starts = |word: &&str| passage.plain.find(word, 0) == Some(0);
        let note = ["注", "图", "（图", "单位", "附"].iter().any(starts);
        let clauses = passage.plain.has("，") || passage.plain.has("。") || passage.plain.has("、");
        let is_title = begins_anew(passage) && !clauses;
        if running.get(at) == Some(&true) && word && complete && !note && !is_title {
            let matter = Matter::NoFullStop;
            proof.add(
                Severity::Notice,
                matter,
                passage.spot(last_words(&passage.plain.chars)),
            );
        }
    }
}

/// How many characters tell the end of a paragraph from others.
const LAST_WORDS: usize = 8;

/// The last clause, or as much of its end as tells where one is.
fn last_words(chars: &[char]) -> Range<usize> {
    let sign = |c: &char| "，。；：、！？".contains(*c);
    let clause = chars.iter().rposition(sign).map_or(0, |at| at + 1);
    clause.max(chars.len().saturating_sub(LAST_WORDS))..chars.len()
}

fn is_running(passage: &Passage) -> bool {
    passage.role == Role::Paragraph && passage.plain.chars.len() >= RUNNING
}

fn stops(passage: &Passage) -> bool {
    let last = passage.plain.chars.last();
    last.is_some_and(|c| "。；！？".contains(*c))
}

/// Whether it begins with a number, as items do.
fn begins_anew(passage: &Passage) -> bool {
    super::numbering::Mark::of(&passage.plain.chars).is_some()
}

#[cfg(test)]
mod tests {
    use crate::Matter;
    use crate::proof::cases::{hold, hold_nothing};

    fn signs(matter: &Matter) -> bool {
        matches!(matter, Matter::Punctuation { .. } | Matter::NoFullStop)
    }

    const ITEMS: &str =
        "1.负责全市水资源的统一管理和保护工作。\n2.负责全市防汛抗旱和水土保持的组织工作";

    #[test]
    fn signs_out_of_place() {
        hold(
            signs,
            &[
                ("主要原因是人员增加。。", "N 。。"),
                ("办公费，，水费。", "N ，，"),
                ("办公费、、水费，。", "N 、、; N ，。"),
                ("办公费、水费、。", "N 、。"),
                ("办公费、水费；。", "N ；。"),
                ("办公费 。 。水费", "N 。。"),
                ("办公费，.水费", "N ，."),
                ("主要包括：，办公费", "N ：，"),
                ("支出决算为0.88万元。完成年初预算的100.00%。", "N 。"),
                ("支出决算为 0.88 万元。完成预算的100.00%。", "N 。"),
                ("收入0.88万元。占总收入的5%。", "N 。"),
                ("收入0.88万元，占,5%；占、6%。", "N ,; N 、"),
                (
                    "1.负责全市水资源的统一管理和保护工作。\n2.负责全市防汛抗旱、水土保持的组织工作\n3.负责全市的河道和水库的日常管理工作。",
                    "N 土保持的组织工作",
                ),
                (
                    "1.负责全市水资源的统一管理和保护工作。\n2.负责全市防汛抗旱和水土保持的组织工作；\n3.负责全市的河道、水库的日常管理工作\n# 二、机构设置",
                    "N 库的日常管理工作",
                ),
            ],
        );
    }

    #[test]
    fn signs_in_their_place() {
        hold_nothing(
            signs,
            &[
                "增长5%。完成年初预算的任务。",
                "支出0.88万元。占比情况如下。",
                "其他事项……。",
                "（一）、办公费。",
                "一、概况……………3",
                "“办公费”、“水费”。",
                "办公费1,552.63万元。",
                "占5%，占比例5%。",
                "# 目录\n一、概况..3\n二、收入，，4",
                ITEMS,
                // Broken by a reader: no new item begins behind it.
                "1.负责全市水资源的统一管理和保护工作。\n2.负责全市防汛抗旱和水土保持的组织工作\n以及河道的管理的工作和相关的事务。\n3.负责全市的河道和水库的日常管理工作。",
                // Lists without full stops throughout.
                "1.负责全市水资源的统一管理和保护工作\n2.负责全市防汛抗旱和水土保持的组织工作\n3.负责全市的河道和水库的日常管理工作。",
                "1.负责全市水资源的统一管理和保护工作。\n2.负责全市防汛抗旱和水土保持工作。\n（图1：收、支决算总计变动情况图）（柱状图）\n# 二、收入",
                // Names.
                "1.负责全市水资源的统一管理和保护工作。\n2.负责全市防汛抗旱和水土保持工作。\n3.刑事审判第一庭\n4.民事审判第二庭",
                "1.负责全市水资源的统一管理和保护工作。\n2.负责全市防汛抗旱和水土保持工作。\n3.具体分工和职责的划分如下列各项：",
            ],
        );
    }
}
