//! Whatever a text is, it is reviewed: nothing panics, and every place lies within its text.

use juesuan_paper::{Block, Paper, plain};
use juesuan_understand::{Spot, review};

/// Pieces that wordings are made of, and some that they are not.
const PIECES: &[&str] = &[
    "本年支出合计",
    "基本支出",
    "项目支出",
    "“三公”经费",
    "公务接待费",
    "财政拨款",
    "年初预算为",
    "支出决算为",
    "完成年初预算的",
    "占",
    "占本年支出合计的",
    "增加",
    "减少",
    "增长",
    "下降",
    "比上年",
    "较2023年",
    "与2019",
    "同比",
    "决算数小于预算数",
    "与上年持平",
    "其中：",
    "包括：",
    "主要用于",
    "主要原因是",
    "分别为",
    "各",
    "和",
    "、",
    "，",
    ",",
    "。",
    "；",
    "：",
    "（",
    "）",
    "(",
    ")",
    "“",
    "”",
    "（类）",
    "（款）",
    "（项）",
    "万元",
    "元",
    "亿元",
    "万",
    "%",
    "％",
    "个百分点",
    "辆",
    "人次",
    "分",
    "年",
    "2024年度",
    "1,234.56",
    "0.00",
    "99.86",
    "-5",
    "１２．５",
    "100",
    "79228162514264337593543950335",
    "0.00000000000001",
    "1.2.3",
    "1,2,3",
    "\n",
    " ",
    "　",
    "一、收入决算情况说明\n",
    "（一）",
    "1.",
    "1、",
    "𝟘",
    "é",
    "\u{200b}",
    "〔2020〕10号",
    "合计\t100\t60\n",
    "XX",
    "___",
];

#[test]
fn any_text_is_reviewed() {
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below as u64).unwrap_or(0)
    };
    for _ in 0..1_500 {
        let count = 1 + next(60);
        let text: String = (0..count).map(|_| PIECES[next(PIECES.len())]).collect();
        let paper = plain::read(&text);
        let review = review(&paper);
        let spots = review
            .findings
            .iter()
            .flat_map(|finding| [&finding.spot].into_iter().chain(&finding.also));
        for spot in spots.chain(review.statements.iter().map(|statement| &statement.spot)) {
            assert!(stands(spot, &paper), "{spot:?} of {text:?}");
        }
    }
}

/// What stands many times over takes no longer than its length asks for.
#[test]
fn long_paragraphs_end() {
    for piece in [
        "（",
        "1,",
        "占",
        "，其中：",
        "增加1万元",
        "“",
        "（类）",
        "2024年",
        "1万元，占1%；",
        "、",
    ] {
        let text = piece.repeat(9_000 / piece.len());
        let began = std::time::Instant::now();
        review(&plain::read(&format!("一、支出决算情况说明\n{text}")));
        assert!(
            began.elapsed().as_secs() < 20,
            "{piece}: {:?}",
            began.elapsed()
        );
    }
}

/// Whether a place is part of a text, from one character to another.
fn stands(spot: &Spot, paper: &Paper) -> bool {
    let text = match (paper.blocks.get(spot.block), spot.cell) {
        (Some(Block::Heading { text, .. } | Block::Paragraph { text, .. }), None) => text,
        (Some(Block::Table { rows, .. }), Some((row, column))) => {
            let cell = rows
                .iter()
                .flatten()
                .find(|cell| cell.row == row && cell.column == column);
            match cell {
                Some(cell) => &cell.text,
                None => return false,
            }
        }
        (Some(Block::Table { .. }), None) => return true,
        _ => return false,
    };
    text.get(spot.start..spot.end).is_some()
}
