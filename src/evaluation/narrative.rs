//! Slips of arithmetic inside a written text: a whole that is not the sum of its parts, a rate that
//! is not the quotient of the two amounts before it.
//!
//! People write freely, so this says something only where the text can hardly mean anything else.
//! One walk parts the text into [`Token`]s, and each 其中 and 完成 looks at the few around it.

use super::vocabulary::{known, multiple_of, strip_any};
use crate::figure::{self, Number, display_percent, fold, grouped, push_grouped};
use crate::measure::{MOST_PLACES, execution_rate};
use rust_decimal::Decimal;

/// A figure in a text that does not follow from the figures around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Slip {
    pub kind: SlipKind,
    /// `7,044 + 8,345 + 13,930 = 29,319`
    pub working: String,
    /// As it stands in the text, without blanks; a rate with its sign: `29,339`, `100.0%`.
    pub written: String,
    /// What it should be: `29,319`, `96.3%`.
    pub exact: String,
    /// The unit as it stands behind the whole, `人次`; none for a rate.
    pub unit: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SlipKind {
    /// A whole and its parts, which 其中 introduces.
    Total,
    /// 完成…的 R%.
    Rate,
}

/// Slips reported of one text, at most: with more the text is misread, not wrong.
const MOST_SLIPS: usize = 5;

/// Bytes of the shortest text with a slip in it, about `1人,其中1人,1人`.
const SHORTEST: usize = 20;

/// Tokens looked at around a 其中 or 完成, at most. It keeps the walk linear whatever the text, and a
/// sentence this long is not understood anyway.
const REACH: usize = 200;

/// Parts of one whole, at most. With [`LARGEST`] it keeps every sum exact.
const MOST_PARTS: usize = 30;

/// Amounts from here on are left alone; 10^12 of anything is no figure of a unit's narrative.
const LARGEST: i64 = 1_000_000_000_000;

/// What makes an amount another matter than a part of the whole: a comparison, a rate, an exception.
const BESIDE: &[&str] = &[
    "比上", "比去", "比年", "比前", "比预", "比计", "比同", "相比", "同比", "环比", "较", "同期",
    "增加", "减少", "增长", "下降", "上年", "去年", "均", "每", "单价", "标准", "另", "此外",
    "不含", "扣除",
];

/// What makes an amount of a list the sum, or a part, of others in it.
const NESTED: &[&str] = &[
    "合计", "共计", "总计", "小计", "累计", "总额", "总数", "包括", "包含", "含", "分为",
];

/// Words that must stand before all parts or before none: a budget is not added to a final account.
const MIXED: &[&str] = &[
    "预算", "目标", "计划", "执行", "决算", "完成", "实际", "到位", "结转", "结余", "余额",
];

/// Words of a list that does not name every part.
const INCOMPLETE: &[&str] = &["等", "部分", "主要"];

/// Traits of which the same person or case may have several: such parts overlap.
const TRAITS: &[&str] = &[
    "女", "党员", "岁", "民族", "学历", "职称", "残疾", "贫困", "脱贫", "困难", "线上", "网上",
    "即时", "当日", "当场",
];

/// Which budget is meant: a rate of the original one says nothing of the adjusted one.
const WHICH_BUDGET: &[&str] = &["年初", "全年", "年度", "年中", "调整", "追加"];

/// Finds slips of arithmetic in a narrative, in the order of the text.
///
/// Runs for every text at every key press: most texts are left after a look at their length.
pub(super) fn slips(text: &str) -> Vec<Slip> {
    let mut slips = Vec::new();
    if !may_slip(text) {
        return slips;
    }
    let flat = Flat::new(text);
    let narrative = Narrative {
        tokens: tokens(&flat),
        flat: &flat,
    };
    // Behind the last rate: the amounts before it are told.
    let mut told = 0;
    for (at, token) in narrative.tokens.iter().enumerate() {
        match token.kind {
            Kind::Among => slips.extend(narrative.total(at)),
            Kind::Done => {
                if let Some(claim) = narrative.claimed_rate(at) {
                    slips.extend(narrative.rate(at, told, &claim));
                    told = claim.next;
                }
            }
            _ => {}
        }
        if slips.len() == MOST_SLIPS {
            break;
        }
    }
    slips
}

/// Whether a closer look is worth it. Line breaks may part the words, hence single characters.
fn may_slip(text: &str) -> bool {
    text.len() >= SHORTEST
        && (text.contains('其') || text.contains('完') || text.contains('含'))
        && text.chars().filter(|c| is_digit(*c)).nth(2).is_some()
}

fn is_digit(c: char) -> bool {
    fold(c).is_ascii_digit()
}

/// A text without its blanks, which stand anywhere in what is copied from a PDF.
struct Flat {
    text: String,
    /// Where blanks were, in order. Two digits parted by one may be two numbers or one.
    gaps: Vec<usize>,
    /// Where a line ended that may end a list or may only be full.
    lines: Vec<usize>,
    /// Where a paragraph ended.
    paragraphs: Vec<usize>,
}

impl Flat {
    fn new(text: &str) -> Self {
        let mut flat = Flat {
            text: String::with_capacity(text.len()),
            gaps: Vec::new(),
            lines: Vec::new(),
            paragraphs: Vec::new(),
        };
        let (mut blank, mut breaks) = (false, 0);
        for c in text.chars() {
            if c.is_whitespace() {
                blank = true;
                breaks += u32::from(c == '\n');
                continue;
            }
            if blank {
                let at = flat.text.len();
                flat.gaps.push(at);
                if breaks > 1 {
                    flat.paragraphs.push(at);
                } else if breaks == 1 && !flat.goes_on_with(c) {
                    flat.lines.push(at);
                }
                (blank, breaks) = (false, 0);
            }
            flat.text.push(c);
        }
        flat
    }

    /// Whether a line break before `c` is plainly inside a sentence.
    fn goes_on_with(&self, c: char) -> bool {
        let before = self.text.chars().next_back();
        "，、。；：,;:）)%％".contains(c)
            || before.is_some_and(|b| is_digit(b) || "，、：,:（(".contains(b))
    }

    fn gap_at(&self, at: usize) -> bool {
        self.gaps.binary_search(&at).is_ok()
    }

    /// Whether a line ended anywhere from `from` to `to`.
    fn line_within(&self, from: usize, to: usize) -> bool {
        let next = self.lines.partition_point(|line| *line < from);
        self.lines.get(next).is_some_and(|line| *line <= to)
    }

    fn next(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    /// The end of the number that begins at `at`, and whether it is one beyond doubt. `29，339` and
    /// `29, 339` are taken whole, so that 339 is not taken for a number of its own.
    fn number_end(&self, at: usize) -> (usize, bool) {
        let (mut end, mut clear) = (at, true);
        let mut full_width = false;
        while let Some(c) = self.next(end) {
            let next = end + c.len_utf8();
            let digit_follows = self.next(next).is_some_and(is_digit);
            if is_digit(c) {
                clear &= end == at || !self.gap_at(end);
                full_width = !c.is_ascii();
            } else if !digit_follows {
                break;
            } else {
                match c {
                    ',' | '.' | '．' => clear &= !self.gap_at(end) && !self.gap_at(next),
                    '，' if self.gap_at(next) => break,
                    // Who types full-width digits types the separator so, too.
                    '，' => clear &= full_width && self.next(next).is_some_and(|c| !c.is_ascii()),
                    _ => break,
                }
            }
            end = next;
        }
        (end, clear)
    }
}

/// A piece of a text that the checks look at; between them stand words.
#[derive(Debug, Clone, Copy)]
struct Token<'a> {
    begin: usize,
    end: usize,
    /// How many brackets are open around it. A bracket itself stands outside.
    depth: u32,
    kind: Kind<'a>,
}

#[derive(Debug, Clone, Copy)]
enum Kind<'a> {
    Amount(Amount<'a>),
    /// A number that a list goes on behind, without a unit: `10、20 人`.
    Bare,
    Comma,
    Semicolon,
    /// The end of a sentence or a paragraph.
    Stop,
    Open,
    Close,
    /// 其中, or 含 at the beginning of a bracket.
    Among,
    /// 完成
    Done,
}

/// A number with a unit that is in the vocabulary.
#[derive(Debug, Clone, Copy)]
struct Amount<'a> {
    number: Number,
    written: &'a str,
    /// As written: `万元`.
    unit: &'a str,
    kind: Unit,
    /// Neither about so much, nor a range, nor a term of a formula.
    plain: bool,
}

/// What makes amounts comparable. No conversion: who writes 1.2万人 has rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Unit {
    base: &'static str,
    multiple: u64,
}

impl Unit {
    const PERCENT: &'static str = "%";
    const MONEY: &'static str = "元";

    /// The unit a text begins with, and what follows it.
    fn leading(text: &str) -> Option<(Self, &str)> {
        let (multiple, rest) = multiple_of(text).unwrap_or((1, text));
        let rest = without_odd(rest).unwrap_or(rest);
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

fn without_odd(text: &str) -> Option<&str> {
    strip_any(text, &["余", "多"])
}

fn tokens(flat: &Flat) -> Vec<Token<'_>> {
    let text = flat.text.as_str();
    let mut tokens: Vec<Token> = Vec::new();
    let mut paragraphs = flat.paragraphs.iter().peekable();
    let mut depth: u32 = 0;
    // Where the second number of a range begins.
    let mut range = None;
    let mut begin = 0;
    while let Some(c) = flat.next(begin) {
        let mut token = |end, depth, kind| {
            tokens.push(Token {
                begin,
                end,
                depth,
                kind,
            });
        };
        let mut paragraph = false;
        while paragraphs.next_if(|at| **at <= begin).is_some() {
            paragraph = true;
        }
        if paragraph {
            token(begin, depth, Kind::Stop);
        }
        let mut end = begin + c.len_utf8();
        match c {
            '，' | '、' | '：' | ',' | ':' => token(end, depth, Kind::Comma),
            '；' | ';' => token(end, depth, Kind::Semicolon),
            '。' | '｡' | '！' | '!' | '？' | '?' => token(end, depth, Kind::Stop),
            '（' | '(' | '【' | '[' | '〔' => {
                token(end, depth, Kind::Open);
                depth = depth.saturating_add(1);
            }
            '）' | ')' | '】' | ']' | '〕' => {
                depth = depth.saturating_sub(1);
                token(end, depth, Kind::Close);
            }
            // Not 尤其中小企业.
            '其' if flat.next(end) == Some('中') && !text[..begin].ends_with(['尤', '极']) => {
                end += '中'.len_utf8();
                token(end, depth, Kind::Among);
            }
            '完' if flat.next(end) == Some('成') => {
                end += '成'.len_utf8();
                token(end, depth, Kind::Done);
            }
            '含' if text[..begin].ends_with(['（', '(']) => token(end, depth, Kind::Among),
            c if is_digit(c) => {
                let (number_end, clear) = flat.number_end(begin);
                end = number_end;
                let clear = clear && range != Some(begin);
                if let Some((behind, kind)) = counted(text, begin, end, clear) {
                    end = behind;
                    token(end, depth, kind);
                }
                range = range_goes_on(text, end);
            }
            _ => {}
        }
        begin = end;
    }
    tokens
}

/// What a number counts, with its end; `None` where it is a date, a name, a price or has a unit
/// nobody knows.
fn counted(text: &str, begin: usize, end: usize, clear: bool) -> Option<(usize, Kind<'_>)> {
    let (before, written, behind) = (&text[..begin], &text[begin..end], &text[end..]);
    let previous = before.chars().next_back().map(fold);
    // `PM2.5`, `第3季度`
    if previous.is_some_and(|c| c.is_ascii_alphabetic() || c == '第') {
        return None;
    }
    let odd = without_odd(behind);
    let Some((unit, rest)) = Unit::leading(odd.unwrap_or(behind)) else {
        let listed = behind.is_empty() || behind.starts_with(|c| "，、；。,;）)和及与".contains(c));
        // `1、基本支出`
        let numbering = previous.is_none_or(|c| !c.is_alphanumeric() || c == '中')
            && behind
                .strip_prefix('、')
                .is_some_and(|rest| !rest.starts_with(is_digit));
        return (listed && !numbering).then_some((end, Kind::Bare));
    };
    if rest.starts_with(['/', '／', '每']) {
        return None;
    }
    let unit_end = text.len() - rest.len();
    let about = odd.is_some()
        || text[end..unit_end].contains(['余', '多'])
        || [
            "约", "近", "超", "逾", "超过", "不足", "低于", "高于", "大于", "小于", "少于", "多于",
        ]
        .iter()
        .any(|word| before.ends_with(word))
        || [
            "余",
            "以上",
            "及以上",
            "以下",
            "以内",
            "之内",
            "左右",
            "上下",
        ]
        .iter()
        .any(|word| rest.starts_with(word));
    let formula = |c: Option<char>| c.is_some_and(|c| "+-±×*÷/=~—～≥≤<>".contains(fold(c)));
    let small = |number: &Number| number.decimal() < Decimal::from(LARGEST);
    let number = figure::number(written).ok().filter(small);
    let plain = clear
        && number.is_some()
        && !about
        && !formula(previous)
        && !before.ends_with(['.', '．'])
        && !formula(rest.chars().next())
        && range_goes_on(text, end).is_none()
        && range_goes_on(text, unit_end).is_none();
    let amount = Amount {
        number: number.unwrap_or_default(),
        written,
        unit: &text[end..unit_end],
        kind: unit,
        plain,
    };
    Some((unit_end, Kind::Amount(amount)))
}

/// Where the second number of a range begins that goes on at `at`: `-20人`, `至20人`.
fn range_goes_on(text: &str, at: usize) -> Option<usize> {
    let rest =
        text[at..].strip_prefix(|c| matches!(fold(c), '-' | '—' | '~' | '～' | '至' | '到'))?;
    rest.starts_with(is_digit).then(|| text.len() - rest.len())
}

/// A text in tokens.
struct Narrative<'a> {
    flat: &'a Flat,
    tokens: Vec<Token<'a>>,
}

/// An amount before 其中, and whether it may be the whole that is meant: `比上年增加 30 万元` is not.
type Whole<'a> = (Amount<'a>, bool);

/// What follows 其中.
#[derive(Default)]
struct List {
    parts: Vec<Number>,
    /// How many parts stand before a place where the list may end, or may go on.
    cuts: Vec<usize>,
    /// How many stand before the first semicolon; those behind it can only acquit.
    certain: usize,
    incomplete: bool,
    overlapping: bool,
}

impl<'a> Narrative<'a> {
    /// The words between two tokens.
    fn words(&self, from: usize, to: usize) -> &'a str {
        self.flat.text.get(from..to).unwrap_or_default()
    }

    fn amount(&self, at: usize) -> Option<&Amount<'a>> {
        match &self.tokens.get(at)?.kind {
            Kind::Amount(amount) => Some(amount),
            _ => None,
        }
    }

    /// The words right before a token.
    fn label(&self, at: usize) -> &'a str {
        let from = at.checked_sub(1).map_or(0, |b| self.tokens[b].end);
        self.words(from, self.tokens[at].begin)
    }

    /// The slip in the whole before the 其中 at `at`, if it is one.
    fn total(&self, at: usize) -> Option<Slip> {
        let wholes = self.wholes(at);
        let mut units: Vec<Unit> = Vec::new();
        for (amount, _) in &wholes {
            if !units.contains(&amount.kind) {
                units.push(amount.kind);
            }
        }
        // Of several units only one has parts here; two are seen where the sentence is no list.
        let mut slips = units.into_iter().filter_map(|unit| {
            let wholes: Vec<Whole> = wholes
                .iter()
                .filter(|(amount, _)| amount.kind.base == unit.base)
                .copied()
                .collect();
            let alike = |(amount, _): &Whole| amount.plain && amount.kind == unit;
            if !wholes.iter().all(alike) {
                return None;
            }
            self.list(at, unit)?.slip(&wholes, unit)
        });
        let slip = slips.next();
        slip.filter(|_| slips.next().is_none())
    }

    /// Amounts the 其中 at `at` may part, the nearest first: those of its sentence, or of the
    /// sentence before where it begins one; in a bracket that begins with it, the one before the
    /// bracket. Empty where it stands in the midst of words or that cannot be told.
    fn wholes(&self, at: usize) -> Vec<Whole<'a>> {
        let here = self.tokens[at];
        let Some(last) = at.checked_sub(1) else {
            return Vec::new();
        };
        let before = self.tokens[last];
        let begins_line = self.flat.line_within(here.begin, here.begin);
        if before.end != here.begin && !begins_line {
            return Vec::new();
        }
        let whole = |j: usize| {
            let amount = *self.amount(j).filter(|a| a.kind.base != Unit::PERCENT)?;
            let label = self.label(j);
            let sure = !BESIDE.iter().any(|word| label.contains(word));
            Some((amount, sure))
        };
        if matches!(before.kind, Kind::Open) {
            return last
                .checked_sub(1)
                .filter(|j| self.tokens[*j].end == before.begin)
                .and_then(whole)
                .into_iter()
                .collect();
        }
        let mut wholes = Vec::new();
        let mut parted = false;
        for j in (0..at).rev() {
            let token = self.tokens[j];
            if at - j > REACH {
                return Vec::new();
            }
            if token.depth > here.depth {
                continue;
            }
            let outside = token.depth < here.depth;
            let ends = matches!(token.kind, Kind::Stop | Kind::Semicolon);
            if outside || ends && j != last {
                break;
            }
            // What an earlier 其中 parts is not parted again.
            parted |= matches!(token.kind, Kind::Among);
            wholes.extend(whole(j).map(|(amount, sure)| (amount, sure && !parted)));
        }
        wholes
    }

    /// The parts behind the 其中 at `at`, up to the end of the sentence or of the bracket around it;
    /// `None` where it is no plain list of parts.
    fn list(&self, at: usize, unit: Unit) -> Option<List> {
        let here = self.tokens[at];
        let mut list = List::default();
        let mut certain = None;
        // Which of the words stand before every part so far, and which before any.
        let (mut every, mut any) = (u32::MAX, 0);
        let (mut from, mut label) = (here.end, here.end);
        for (passed, j) in (at + 1..=self.tokens.len()).enumerate() {
            // Before the words are looked at: they may be all the rest of a long text.
            if passed > REACH {
                return None;
            }
            let token = self.tokens.get(j).copied();
            if token.is_some_and(|t| t.depth > here.depth) {
                continue;
            }
            let to = token.map_or(self.flat.text.len(), |t| t.begin);
            let words = self.words(from, to);
            let has = |list: &[&str]| list.iter().any(|word| words.contains(word));
            if self.flat.line_within(from, to) {
                list.cuts.push(list.parts.len());
            }
            list.incomplete |= has(INCOMPLETE);
            list.overlapping |= has(TRAITS);
            let mut part = None;
            let fits = match token.map(|t| t.kind) {
                Some(Kind::Amount(amount)) if amount.kind.base == unit.base => {
                    part = Some(amount.number);
                    amount.plain && amount.kind == unit && list.parts.len() < MOST_PARTS
                }
                Some(Kind::Bare | Kind::Among) => false,
                _ => true,
            };
            if !fits || has(BESIDE) || has(NESTED) {
                // What is said behind a semicolon does not unsettle the list before it.
                certain?;
                break;
            }
            if let (Some(number), Some(token)) = (part, token) {
                list.parts.push(number);
                if certain.is_none() {
                    let said = said(self.words(label, token.begin));
                    every &= said;
                    any |= said;
                }
                label = token.end;
            }
            let Some(token) = token.filter(|t| t.depth == here.depth) else {
                break;
            };
            match token.kind {
                Kind::Stop => break,
                Kind::Semicolon => {
                    list.cuts.push(list.parts.len());
                    certain.get_or_insert(list.parts.len());
                }
                _ => {}
            }
            from = token.end;
        }
        list.cuts.push(list.parts.len());
        list.certain = certain.unwrap_or(list.parts.len());
        (every == any).then_some(list)
    }

    /// The rate that the 完成 at `at` claims, if it does.
    fn claimed_rate(&self, at: usize) -> Option<Claim<'a>> {
        let here = self.tokens[at];
        let rate_at = |j: usize| self.amount(j).filter(|a| a.kind.base == Unit::PERCENT);
        let next = self.tokens.get(at + 1)?;
        if let Some(rate) = rate_at(at + 1) {
            return Some(Claim {
                next: at + 2,
                rate: *rate,
                of: Base::Named(self.words(here.end, next.begin).strip_suffix('的')?),
            });
        }
        // （19,200 人次）的
        let [open, inside, close, behind] = self.tokens.get(at + 1..at + 5)? else {
            return None;
        };
        let bracket = matches!(open.kind, Kind::Open)
            && matches!(close.kind, Kind::Close)
            && inside.end == close.begin
            && self.words(close.end, behind.begin) == "的";
        let label = self.label(at + 2);
        let clear = bracket && !BESIDE.iter().any(|word| label.contains(word));
        Some(Claim {
            next: at + 5,
            rate: *rate_at(at + 4)?,
            of: Base::Amount(*self.amount(at + 2).filter(|_| clear)?),
        })
    }

    /// The slip in the rate that the 完成 at `at` claims, where the amounts it is made of are plain;
    /// those before the token `told` belong to another rate.
    fn rate(&self, at: usize, told: usize, claim: &Claim) -> Option<Slip> {
        let done = self.tokens[at];
        // The amount that was completed stands right before: `执行数为 90 万元，完成`.
        let comma = at.checked_sub(1)?;
        let parted = matches!(self.tokens[comma].kind, Kind::Comma);
        let last = if parted { comma.checked_sub(1)? } else { comma };
        let adjacent = matches!(self.label(at), "" | "已")
            && (!parted || self.tokens[last].end == self.tokens[comma].begin);
        let actual = *self.amount(last).filter(|_| adjacent && last >= told)?;
        let mut others = Vec::new();
        for j in (told..last).rev() {
            let token = self.tokens[j];
            if last - j > REACH || matches!(token.kind, Kind::Among) {
                return None;
            }
            if token.depth > done.depth {
                continue;
            }
            if token.depth < done.depth || matches!(token.kind, Kind::Stop | Kind::Semicolon) {
                break;
            }
            if let Kind::Amount(amount) = token.kind
                && amount.kind.base == actual.kind.base
            {
                others.push((j, amount));
            }
        }
        let base = match (claim.of, others.as_slice()) {
            (Base::Amount(base), []) => base,
            (Base::Named(name), [(j, base)])
                if is_budget(name, self.label(*j)) && is_account(self.label(last)) =>
            {
                *base
            }
            _ => return None,
        };
        let plain = actual.plain && base.plain && claim.rate.plain;
        if !plain || base.kind != actual.kind || actual.kind.base == Unit::PERCENT {
            return None;
        }
        let decimals = claim.rate.written.split_once(['.', '．']);
        let places = decimals.map_or(0, |(_, decimals)| decimals.chars().count());
        let places = u32::try_from(places).ok().filter(|p| *p <= MOST_PLACES)?;
        let exact = execution_rate(actual.number, base.number, places).ok()?;
        let value = exact.value?;
        (value != claim.rate.number.decimal()).then(|| Slip {
            kind: SlipKind::Rate,
            working: exact.working,
            written: format!("{}{}", claim.rate.written, claim.rate.unit),
            exact: display_percent(value, places),
            unit: String::new(),
        })
    }
}

/// Which of the [`MIXED`] words a text has, a bit each.
fn said(text: &str) -> u32 {
    MIXED
        .iter()
        .fold(0, |bits, word| bits << 1 | u32::from(text.contains(word)))
}

/// `完成…的 R%`.
struct Claim<'a> {
    rate: Amount<'a>,
    of: Base<'a>,
    /// The token behind it.
    next: usize,
}

/// What a rate is of.
#[derive(Clone, Copy)]
enum Base<'a> {
    /// `完成年初预算的`: an amount named before.
    Named(&'a str),
    /// `完成目标（300 人）的`
    Amount(Amount<'a>),
}

/// Whether `name`, of which a rate is, is what `label` stands before.
fn is_budget(name: &str, label: &str) -> bool {
    let budget = ["预算", "预算数", "预算安排", "预算金额", "预算总额"]
        .iter()
        .any(|word| name.ends_with(word));
    let same = WHICH_BUDGET
        .iter()
        .all(|which| !name.contains(which) || label.contains(which));
    let other = ["执行", "决算", "上年", "去年", "同期"]
        .iter()
        .any(|word| label.contains(word) || name.contains(word));
    budget && same && !other && label.contains("预算")
}

/// Whether a label stands before what was spent of a budget.
fn is_account(label: &str) -> bool {
    let other = ["上年", "去年", "同期", "未"];
    (label.contains("执行") || label.contains("决算"))
        && !other.iter().any(|word| label.contains(word))
}

impl List {
    /// The slip in one of the `wholes`: none where any reading of the list makes any of them right,
    /// or where two could be wrong.
    fn slip(&self, wholes: &[Whole], unit: Unit) -> Option<Slip> {
        let mut found: Option<(&Amount, usize, Decimal)> = None;
        let mut sum = Decimal::ZERO;
        let mut summed = 0;
        let first_cut = self.cuts.first().copied();
        let mut unclear = false;
        for (i, count) in self.cuts.iter().copied().enumerate() {
            if i > 0 && count == summed {
                continue;
            }
            sum = self.parts[summed..count]
                .iter()
                .fold(sum, |sum, part| sum + part.decimal());
            summed = count;
            if count < 2 {
                continue;
            }
            for (whole, sure) in wholes {
                if whole.number.decimal() == sum {
                    return None;
                }
                // Where another whole or another end of the list is thinkable, only a sum next to
                // the whole tells that these are meant.
                let doubtful = wholes.len() > 1 || first_cut != Some(count);
                if *sure
                    && count <= self.certain
                    && self.is_slip(sum, whole.number.decimal(), unit, doubtful)
                {
                    unclear |= found.is_some();
                    found = Some((whole, count, sum));
                }
            }
        }
        let (whole, count, sum) = found.filter(|_| !unclear)?;
        let mut working = String::new();
        for (i, part) in self.parts[..count].iter().enumerate() {
            if i > 0 {
                working.push_str(" + ");
            }
            push_grouped(&mut working, part.decimal());
        }
        let exact = grouped(sum);
        working.push_str(" = ");
        working.push_str(&exact);
        Some(Slip {
            kind: SlipKind::Total,
            working,
            written: whole.written.to_owned(),
            exact,
            unit: whole.unit.to_owned(),
        })
    }

    /// Whether a sum that is not the whole is a slip. Lists often leave parts out, so less is one
    /// only within 2%. More is one, unless it is so much more that the parts overlap: who is counted
    /// is often counted by several traits, money is spent once.
    fn is_slip(&self, sum: Decimal, whole: Decimal, unit: Unit, doubtful: bool) -> bool {
        let times = |value: Decimal, count: u32| value * Decimal::from(count);
        let more = sum > whole;
        if times((sum - whole).abs(), 50) <= whole {
            return more || !self.incomplete;
        }
        let bounded = if unit.base == Unit::MONEY {
            sum <= times(whole, 2)
        } else {
            !self.overlapping && times(sum, 5) <= times(whole, 6)
        };
        more && bounded && !doubtful
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST_SLIPS, SlipKind, slips};

    /// `written unit → working` of a total, `written → working` of a rate.
    fn found(text: &str) -> Vec<String> {
        slips(text)
            .into_iter()
            .map(|slip| match slip.kind {
                SlipKind::Total => {
                    assert!(slip.working.ends_with(&format!(" = {}", slip.exact)));
                    format!("{}{} → {}", slip.written, slip.unit, slip.working)
                }
                SlipKind::Rate => {
                    assert_eq!(slip.unit, "");
                    format!("{} → {}（{}）", slip.written, slip.exact, slip.working)
                }
            })
            .collect()
    }

    fn each_is(cases: &[(&str, &str)]) {
        for (text, expected) in cases {
            assert_eq!(found(text), [*expected], "{text}");
        }
    }

    fn none_is(cases: &[&str]) {
        for text in cases {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn totals_that_are_not_their_sum() {
        let insured = "29,339人次 → 7,044 + 8,345 + 13,930 = 29,319";
        each_is(&[
            (
                "社保扩面净增 29,339 人次，完成扩面目标合格值（19,200 人次）的 152.8%。其中，养老保险扩面\
                 净增 7,044 人，失业保险扩面净增 8,345 人，工伤保险扩面净增 13,930 人。",
                insured,
            ),
            // As copied from a PDF.
            (
                "社保扩面净 增29,339 人\n次。其\n中，养老保险扩面净增 7,044\n人，失业保险扩\n面净增 8,345 人，\n\
                 工伤保险扩面\n净增 13,930 人 。",
                insured,
            ),
            (
                "社保扩面净增２９，３３９人次，其中：养老７，０４４人，失业８，３４５人，工伤１３，９３０人。",
                "２９，３３９人次 → 7,044 + 8,345 + 13,930 = 29,319",
            ),
            (
                "社保扩面净增29339人次,其中:养老7044人,失业8345人,工伤13930人",
                "29339人次 → 7,044 + 8,345 + 13,930 = 29,319",
            ),
            (
                "支出 1,552.63 万元。其中：基本支出 1,374.33 万元，项目支出 178.2 万元。",
                "1,552.63万元 → 1,374.33 + 178.2 = 1,552.53",
            ),
            // More than the whole: a digit mistaken.
            (
                "支出 1,552.63 万元（基本支出占 88.5%），其中基本支出 1,374.33 万元，项目支出 978.3 万元。",
                "1,552.63万元 → 1,374.33 + 978.3 = 2,352.63",
            ),
            (
                "受理工伤认定申报 755 人，其中简易工伤 189 人，一般工伤 666 人。",
                "755人 → 189 + 666 = 855",
            ),
            // Percentages and other units are no parts.
            (
                "支出 100 万元，其中：基本支出 80.5 万元，占 80.5%，项目支出 20.5 万元，用于 3 个项目。",
                "100万元 → 80.5 + 20.5 = 101",
            ),
            // In brackets, and behind them.
            (
                "受理申报 755 人，其中简易 89 人，一般 666 人（含个人申报 39 人，单位申报 628 人）。",
                "666人 → 39 + 628 = 667",
            ),
            (
                "培训 200 人（其中：线下 120 人，直播 81 人），支出 3 万元。",
                "200人 → 120 + 81 = 201",
            ),
            // Several amounts before: the one next to the sum.
            (
                "年初预算 1,300 万元，支出决算 1,552.63 万元。其中：基本支出 1,374.33 万元，项目支出 178.2 \
                 万元。",
                "1,552.63万元 → 1,374.33 + 178.2 = 1,552.53",
            ),
            (
                "支出 100 万元，其中：基本 60 万元，项目 40 万元，其中：培训 25 万元，宣传 15.5 万元。",
                "40万元 → 25 + 15.5 = 40.5",
            ),
            // 等 does not make less of more.
            (
                "支出 100 万元，其中：培训 60 万元，宣传等 41 万元。",
                "100万元 → 60 + 41 = 101",
            ),
            (
                "支出 100 万元\n其中：1、基本支出 60 万元，2、项目支出 41 万元\n",
                "100万元 → 60 + 41 = 101",
            ),
            // The sentence ends with the list.
            (
                "支出 100 万元，其中：人员 60 万元，公用 41 万元。另付 5 万元。",
                "100万元 → 60 + 41 = 101",
            ),
            (
                "支出 100 万元，其中：人员 60 万元，公用 39 万元；另付 5 万元。",
                "100万元 → 60 + 39 = 99",
            ),
            // The bounds themselves.
            (
                "支出 100 万元，其中：培训 58 万元，宣传 40 万元。",
                "100万元 → 58 + 40 = 98",
            ),
            (
                "走访 100 户，其中：城区 70 户，乡镇 50 户。",
                "100户 → 70 + 50 = 120",
            ),
        ]);
    }

    #[test]
    fn totals_that_hold_or_are_none() {
        none_is(&[
            "受理工伤认定申报 755 人，其中简易工伤 89 人，一般工伤 666 人（含个人申报 39 人，单位申报 627 人）",
            "支出 1,552.63 万元。其中：基本支出 1,374.33 万元，项目支出 178.3 万元。",
            "年初预算为 1,516.89 万元，支出决算为 1,552.63 万元。其中：基本支出 1,374.33 万元，项目支出 \
             178.3 万元。",
            // Incomplete lists.
            "总额 8.57 万元，其中：服务支出 8 万元。",
            "总额 8.57 万元，其中：服务支出 8 万元，邮电费 0.1 万元。",
            "总额 100 万元，其中：培训 60 万元，宣传等 39 万元。",
            "总额 100 万元，其中：主要是培训 60 万元，宣传 39 万元。",
            "支出 100 万元，其中：培训 57.9 万元，宣传 40 万元。",
            // Parts that overlap.
            "走访 100 户，其中：城区 71 户，乡镇 50 户。",
            "培训 100 人，其中女性 60 人，党员 55 人。",
            "办理业务 1000 件，其中网上办理 900 件，即时办结 800 件。",
            "支出 10 万元，其中：基本支出 1,374.33 万元，项目支出 178.3 万元。",
            // Comparisons, subtotals and budgets among the parts.
            "支出 1,552.63 万元，其中：基本支出 1,374.33 万元，比上年增加 20 万元，项目支出 178.3 万元。",
            "支出较上年增加 30 万元，其中：基本支出 20 万元，项目支出 10.5 万元。",
            "支出 100 万元，其中：人员 50 万元，公用 30 万元，小计 80 万元，项目 20 万元。",
            "支出 100 万元，其中：项目预算 60 万元，执行 55 万元，公用 30 万元。",
            "支出 100 万元，其中：人员 60 万元，包括工资 50 万元，公用 30 万元。",
            "培训 100 人，其中：人均 60 元，甲 50 人，乙 51 人。",
            // A list in a list.
            "支出 100 万元，其中：基本 60 万元，其中：人员 50 万元，公用 10 万元，项目 41 万元。",
            // Amounts that are about so much, ranges, other measures of the same.
            "培训约 100 人，其中甲 50 人，乙 51 人。",
            "培训 100 余人，其中甲 50 人，乙 51 人。",
            "培训 100 人，其中甲 50 多人，乙 51 人。",
            "培训 100 人，其中甲 50-60 人，乙 51 人。",
            "培训 100 人，其中甲 50 人，乙 49 至 52 人。",
            "培训 1.2 万人，其中甲 7,000 人，乙 5,100 人。",
            "支出 8.57 万元，其中：甲 8 万元，乙 5,800 元，丙 0.5 万元。",
            "培训 100 人，其中甲、乙分别为 50、51 人。",
            "采购 100 元，其中甲 50 元/人，乙 51 元/人。",
            "满意度 100%，其中甲 50%，乙 51%。",
            // Numbers that are not plain to read.
            "社保扩面净增 29，339 人次，其中养老 330 人，失业 12 人。",
            "社保扩面净增 29, 339 人次，其中养老 330 人，失业 12 人。",
            "社保扩面净增 29 339 人次，其中养老 330 人，失业 12 人。",
            // Whether the list ends with the line, or the semicolon, cannot be told.
            "支出 100 万元，其中：人员 60 万元，公用 39 万元\n项目 1 万元",
            "支出 100 万元，其中：人员 60 万元，公用 40 万元\n另付上年的 1 万元",
            "支出 100 万元，其中：人员 60 万元，公用 39 万元\n培训支出 2 万元",
            "支出 100 万元，其中：人员 60 万元，公用 39 万元；项目 1 万元。",
            "支出 100 万元，其中：人员 60 万元；公用 39 万元。",
            // Nothing before, nothing behind, other words.
            "其中：人员 60 万元，公用 41 万元，共用 100 天完成。",
            "支出 100 万元，用于培训。各项目其中人员 60 万元，公用 41 万元。",
            "支出 100 万元，尤其中小企业补贴 60 万元，公用 41 万元。",
            "支出 100 万元。人员不变。其中：人员 60 万元，公用 41 万元。",
            "支出 100 万元\n\n（二）其中：人员 60 万元，公用 41 万元。",
            "支出 100 万元，其中：人员 60 万元。公用 41 万元。",
            "支出 100 万元，其中：人员 60 万元（公用 41 万元）。",
            "税后 100 万元（含税 13%，运费 2 万元）。",
        ]);
    }

    #[test]
    fn rates_that_are_not_their_quotient() {
        each_is(&[
            (
                "预算数为 93.5 万元，执行数为 90 万元，完成预算的 100.0%",
                "100.0% → 96.3%（90 ÷ 93.5 = 96.2567…%）",
            ),
            (
                "2021年年初预算为 1,516.89 万元，支出决算为 1,552.16 万元，完成年初预算的 102.4%，比上年增长 5%。",
                "102.4% → 102.3%（1,552.16 ÷ 1,516.89 = 102.3252…%）",
            ),
            (
                "年初预算为 1,516.89\n万元，支出决算为 1,552.16 万\n元，完\n成年初预算的１０２．４％",
                "１０２．４％ → 102.3%（1,552.16 ÷ 1,516.89 = 102.3252…%）",
            ),
            (
                "净增 29,339 人次，完成扩面目标合格值（19,200 人次）的 152.9%。",
                "152.9% → 152.8%（29,339 ÷ 19,200 = 152.8073…%）",
            ),
            (
                "培训 200 人次，已完成目标(目标 250 人)的90%",
                "90% → 80%（200 ÷ 250 = 80%）",
            ),
            // Half up, at the decimals written.
            (
                "预算数 80 万元、决算数 70.1 万元，完成预算的 87.62%",
                "87.62% → 87.63%（70.1 ÷ 80 = 87.625%）",
            ),
            // The second rate has its own amounts.
            (
                "甲 100 人，完成目标（90 人）的 111.1%，乙 200 人，完成目标（190 人）的 110.0%",
                "110.0% → 105.3%（200 ÷ 190 = 105.2632…%）",
            ),
        ]);
    }

    #[test]
    fn rates_that_hold_or_are_none() {
        none_is(&[
            "年初预算为 1,516.89 万元，支出决算为 1,552.16 万元，完成年初预算的 102.3%",
            "净增 29,339 人次，完成扩面目标合格值（19,200 人次）的 152.8%",
            "净增 29,339 人次，完成扩面目标合格值（19,200 人次）的 153%",
            "预算数为 93.5 万元，执行数为 93.5 万元，完成预算的 100%",
            // Another budget, another order, more amounts, another matter.
            "年初预算 100 万元，调整预算 120 万元，决算 110 万元，完成年初预算的 91.7%",
            "调整预算为 120 万元，支出决算为 110 万元，完成年初预算的 110.0%",
            "执行数为 90 万元，预算数为 93.5 万元，完成预算的 100.0%",
            "预算数为 93.5 万元，执行数为 90 万元，上年 80 万元，完成预算的 100.0%",
            "预算数为 93.5 万元，上年执行数为 90 万元，完成预算的 100.0%",
            "预算数为 93.5 万元，执行数为 90 万元，完成预算绩效目标的 100.0%",
            "预算数为 93.5 万元，执行数为 90 万元，超额完成预算的 10.0%",
            "预算数为 93.5 万元，执行数为 90 万元，未完成预算的 10.0%",
            "预算数为 93.5 万元，执行数为 90 万元。按期完成预算的 100.0%",
            "预算数为 93.5 万元；执行数为 90 万元，完成预算的 100.0%",
            "预算数为 93.5 万元，执行数为 900,000 元，完成预算的 100.0%",
            "预算数约 93.5 万元，执行数为 90 万元，完成预算的 100.0%",
            "预算数为 93.5 万元，执行数为 90 万元，完成预算的 100.0%以上",
            "预算数为 0 万元，执行数为 90 万元，完成预算的 100.0%",
            "预算数 100 万元，其中甲 50 万元，执行数 90 万元，完成预算的 50.0%",
            "甲 100 人，乙 200 人，完成目标（300 人）的 100.0%",
            "培训 200 人，支出 3 万元，完成目标（300 人）的 100.0%",
            "培训 200 人，完成目标（300 场）的 100.0%",
            "培训 200 人，完成目标（上年 300 人）的 100.0%",
            "培训 200 人，完成目标（300 人，不含网络）的 100.0%",
            "培训 200 人，完成目标（300 余人）的 100.0%",
            "100 万元预算，一季度执行 20 万元，完成预算的 25.0%",
        ]);
    }

    #[test]
    fn other_texts() {
        none_is(&[
            "",
            "其中",
            "完成",
            "≥85.0%",
            "按期完成率",
            "其中其中其中1、2、3完成完成的%",
            "完成（（（1人）））的100.0%，其中）1人，）2人",
            "1人，其中99999999999999999999999人，1.00000000000000000001人，1,2,3人",
            "０人，其中０人，０人，完成预算的０％",
        ]);
    }

    #[test]
    fn no_more_than_a_few() {
        let text = "支出 100 万元，其中：人员 60 万元，公用 41 万元。".repeat(20);
        assert_eq!(slips(&text).len(), MOST_SLIPS);
    }

    #[test]
    fn long_texts_are_quick() {
        for piece in [
            "其中1人，",
            "其中（",
            "1人，完成",
            "（1人",
            "1人，其中2人（",
            "完成1人的1%",
        ] {
            assert!(slips(&piece.repeat(5_000)).len() <= MOST_SLIPS);
        }
    }
}
