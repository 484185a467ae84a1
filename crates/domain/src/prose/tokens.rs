//! A text as amounts and marks, with words between them.

use super::flat::{End, Flat, is_digit};
use super::words::{ABOUT, BESIDE, OR_SO, ends_in, says};
use crate::quantity::{known, multiple_of, strip_any, without_odd};
use juesuan_figure::{self as figure, Number, fold};
use rust_decimal::Decimal;

/// Tokens looked at around a 其中 or 完成, at most. It keeps the walk linear whatever the text, and a
/// sentence this long is not understood anyway.
pub(super) const REACH: usize = 200;

/// Amounts from here on are left alone; 10^12 of anything is no figure of a unit's narrative.
const LARGEST: i64 = 1_000_000_000_000;

/// A piece of a text that the checks look at; between them stand words.
#[derive(Clone, Copy)]
pub(super) struct Token<'a> {
    pub begin: usize,
    pub end: usize,
    /// How many brackets are open around it. A bracket itself stands outside.
    pub depth: u32,
    pub kind: Kind<'a>,
}

#[derive(Clone, Copy)]
pub(super) enum Kind<'a> {
    Amount(Amount<'a>),
    /// A number that a list goes on behind, without a unit: `10、20 人`.
    Bare,
    Comma,
    Semicolon,
    /// The end of a sentence, a paragraph or, as the last token, the text.
    Stop,
    Open,
    Close,
    /// 其中, or 含 at the beginning of a bracket.
    Among,
    /// 完成
    Done,
}

impl Kind<'_> {
    pub fn ends_sentence(&self) -> bool {
        matches!(self, Kind::Stop | Kind::Semicolon)
    }
}

/// A number with a unit that is in the vocabulary.
#[derive(Clone, Copy)]
pub(super) struct Amount<'a> {
    pub number: Number,
    pub written: &'a str,
    /// As written: `万元`.
    pub written_unit: &'a str,
    pub unit: Unit,
    /// Neither about so much, nor a range, nor a term of a formula.
    pub plain: bool,
}

/// What makes amounts comparable. No conversion: who writes 1.2万人 has rounded.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Unit {
    pub base: &'static str,
    multiple: u64,
}

impl Unit {
    pub const PERCENT: &'static str = "%";
    pub const MONEY: &'static str = "元";

    /// The unit a text begins with, and what follows it.
    fn leading(text: &str) -> Option<(Self, &str)> {
        let text = without_odd(text);
        let (multiple, rest) = multiple_of(text).unwrap_or((1, text));
        let rest = without_odd(rest);
        let (spelled, base, factor) = known(rest)?;
        let base = match *base {
            "人次" | "名" => "人",
            // Dates, and differences of percentages.
            "百分点" | "‰" => return None,
            _ if *spelled == "日" => return None,
            other => other,
        };
        let unit = Unit {
            base,
            multiple: u64::from(multiple) * u64::from(*factor),
        };
        Some((unit, &rest[spelled.len()..]))
    }
}

/// A text in tokens.
pub(super) struct Narrative<'a> {
    pub flat: &'a Flat,
    pub tokens: Vec<Token<'a>>,
}

impl<'a> Narrative<'a> {
    pub fn new(flat: &'a Flat) -> Self {
        let tokens = tokens(flat);
        Narrative { flat, tokens }
    }

    /// The words between two places.
    pub fn words(&self, from: usize, to: usize) -> &'a str {
        self.flat.text.get(from..to).unwrap_or_default()
    }

    pub fn amount(&self, at: usize) -> Option<&Amount<'a>> {
        match &self.tokens.get(at)?.kind {
            Kind::Amount(amount) => Some(amount),
            _ => None,
        }
    }

    /// The words right before a token.
    pub fn label(&self, at: usize) -> &'a str {
        let from = at.checked_sub(1).map_or(0, |b| self.tokens[b].end);
        self.words(from, self.tokens[at].begin)
    }

    /// Whether the words before an amount make it another matter: `比上年增加 30 万元`.
    pub fn is_beside(&self, at: usize) -> bool {
        says(self.label(at), BESIDE)
    }

    /// The first token, `first` or later, of the sentence and bracket that the one at `at` is in;
    /// `None` where that is too far.
    pub fn sentence_start(&self, at: usize, first: usize) -> Option<usize> {
        let depth = self.tokens[at].depth;
        let mut start = at;
        while start > first {
            let token = &self.tokens[start - 1];
            if at - start >= REACH {
                return None;
            }
            if token.depth < depth || token.depth == depth && token.kind.ends_sentence() {
                break;
            }
            start -= 1;
        }
        Some(start)
    }
}

fn tokens(flat: &Flat) -> Vec<Token<'_>> {
    let text = flat.text.as_str();
    let mut tokens = Vec::new();
    let mut gaps = flat.gaps.as_slice();
    let mut depth: u32 = 0;
    // Where the second number of a range begins.
    let mut range = None;
    let mut begin = 0;
    while let Some(c) = flat.next(begin) {
        let mut paragraph = false;
        while let [gap, later @ ..] = gaps
            && gap.at <= begin
        {
            paragraph |= gap.end == End::Paragraph;
            gaps = later;
        }
        if paragraph {
            tokens.push(Token {
                begin,
                end: begin,
                depth,
                kind: Kind::Stop,
            });
        }
        let mut end = begin + c.len_utf8();
        let kind = match c {
            '，' | '、' | '：' | ',' | ':' => Some(Kind::Comma),
            '；' | ';' => Some(Kind::Semicolon),
            '。' | '｡' | '！' | '!' | '？' | '?' => Some(Kind::Stop),
            '（' | '(' | '【' | '[' | '〔' => Some(Kind::Open),
            '）' | ')' | '】' | ']' | '〕' => {
                depth = depth.saturating_sub(1);
                Some(Kind::Close)
            }
            // Not 尤其中小企业.
            '其' if flat.next(end) == Some('中') && !text[..begin].ends_with(['尤', '极']) => {
                end += '中'.len_utf8();
                Some(Kind::Among)
            }
            '完' if flat.next(end) == Some('成') => {
                end += '成'.len_utf8();
                Some(Kind::Done)
            }
            '含' if text[..begin].ends_with(['（', '(']) => Some(Kind::Among),
            c if is_digit(c) => {
                let (number_end, clear) = flat.number_end(begin);
                let clear = clear && range != Some(begin);
                let kind = counted(text, begin, number_end, clear);
                end = number_end;
                if let Some(Kind::Amount(amount)) = &kind {
                    end += amount.written_unit.len();
                }
                range = range_goes_on(text, end);
                kind
            }
            _ => None,
        };
        if let Some(kind) = kind {
            tokens.push(Token {
                begin,
                end,
                depth,
                kind,
            });
        }
        depth += u32::from(matches!(kind, Some(Kind::Open)));
        begin = end;
    }
    tokens.push(Token {
        begin,
        end: begin,
        depth: 0,
        kind: Kind::Stop,
    });
    tokens
}

/// What a number counts; `None` where it is a date, a name, a price or has a unit nobody knows.
fn counted(text: &str, begin: usize, end: usize, clear: bool) -> Option<Kind<'_>> {
    let (before, written, behind) = (&text[..begin], &text[begin..end], &text[end..]);
    let previous = before.chars().next_back().map(fold);
    // `PM2.5`, `第3季度`
    if previous.is_some_and(|c| c.is_ascii_alphabetic() || c == '第') {
        return None;
    }
    let Some((unit, rest)) = Unit::leading(behind) else {
        let listed = behind.is_empty() || behind.starts_with(|c| "，、；。,;）)和及与".contains(c));
        // `1、基本支出`
        let numbering = previous.is_none_or(|c| !c.is_alphanumeric() || c == '中')
            && behind
                .strip_prefix('、')
                .is_some_and(|rest| !rest.starts_with(is_digit));
        return (listed && !numbering).then_some(Kind::Bare);
    };
    if rest.starts_with(['/', '／', '每']) {
        return None;
    }
    let unit_end = text.len() - rest.len();
    let written_unit = &text[end..unit_end];
    let about = written_unit.contains(['余', '多'])
        || ends_in(before, ABOUT)
        || strip_any(rest, OR_SO).is_some();
    let formula = |c: Option<char>| c.is_some_and(|c| "+-±×*÷/=~—～≥≤<>".contains(fold(c)));
    let number = figure::number(written)
        .ok()
        .filter(|number| number.decimal() < Decimal::from(LARGEST));
    let plain = clear
        && number.is_some()
        && !about
        && !formula(previous)
        && !before.ends_with(['.', '．'])
        && !formula(rest.chars().next())
        && range_goes_on(text, end).is_none()
        && range_goes_on(text, unit_end).is_none();
    Some(Kind::Amount(Amount {
        number: number.unwrap_or_default(),
        written,
        written_unit,
        unit,
        plain,
    }))
}

/// Where the second number of a range begins that goes on at `at`: `-20人`, `至20人`.
fn range_goes_on(text: &str, at: usize) -> Option<usize> {
    let rest =
        text[at..].strip_prefix(|c| matches!(fold(c), '-' | '—' | '~' | '～' | '至' | '到'))?;
    rest.starts_with(is_digit).then(|| text.len() - rest.len())
}
