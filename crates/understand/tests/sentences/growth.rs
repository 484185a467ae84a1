//! What changed against last year or the budget.

use crate::draw::Draw;
use crate::sample::Fault::{
    BesideNoChange, ByThisYear, Direction, Hundred, NoPercentSign, Sum, Ten, Truncated,
    WrongChange, WrongRate,
};
use crate::sample::{Fault, Rate, Sample, Sheet, Want};
use crate::voice::Voice;
use crate::words::{DOWN, LAST_YEAR, REASONS, UP};
use rust_decimal::Decimal;

/// A change in words: its direction, the figures and what is planted in it.
struct Change {
    up: bool,
    verbs: (&'static str, &'static str),
    by: String,
    rate: String,
}

/// Draws the last year's figure with its rate, and plants the fault.
fn change(sheet: &mut Sheet<'_>, now: Decimal) -> Option<(Change, Decimal)> {
    let up = sheet.draw.one_in(2);
    let by = sheet.part_of(now);
    let by = if up { by } else { by + by };
    let rate = Rate::growth(now, by, up)?;
    let last = if up { now - by } else { now + by };
    let by_this = (by * Decimal::ONE_HUNDRED).checked_div(now);
    let printed = match sheet.fault {
        Some(WrongRate | Truncated | ByThisYear | Hundred | Ten | NoPercentSign) => {
            sheet.spoiled(rate, None, by_this)?
        }
        _ => sheet.rate(rate),
    };
    let mut verbs = sheet.draw.pick(if up { UP } else { DOWN });
    if sheet.is(Direction) {
        sheet.anywhere = true;
        verbs = if up {
            ("增加", "下降")
        } else {
            ("减少", "增长")
        };
        if sheet.draw.one_in(2) {
            verbs = (verbs.0, if up { "降低" } else { "上升" });
        }
    }
    let by = sheet.change(by, Want::Free);
    Some((
        Change {
            up,
            verbs,
            by,
            rate: printed,
        },
        last,
    ))
}

/// What it is that changes, its section, and how it is said.
const SUBJECTS: &[(&str, &str, &str)] = &[
    (
        "一、收入支出{a}总体情况说明",
        "{y}年度收、支总计{x}。",
        "收、支总计各",
    ),
    (
        "一、收入支出{a}总体情况说明",
        "{y}年度收入支出总计{x}。",
        "收入支出总计",
    ),
    ("二、收入{a}情况说明", "{y}年度本年收入合计{x}，", ""),
    ("三、支出{a}情况说明", "{y}年度本年支出合计{x}，", ""),
    (
        "四、财政拨款收入支出{a}总体情况说明",
        "{y}年度财政拨款收、支总计{x}。",
        "财政拨款收、支总计各",
    ),
    (
        "五、一般公共预算财政拨款支出{a}情况说明",
        "{y}年一般公共预算财政拨款支出{x}。",
        "一般公共预算财政拨款支出",
    ),
    (
        "十、机关运行经费支出说明",
        "{y}年度机关运行经费支出{x}，",
        "",
    ),
    (
        "七、“三公”经费支出{a}情况说明",
        "{y}年度“三公”经费支出{a}为{x}，",
        "",
    ),
    (
        "一、收支{a}总体情况",
        "{y}年收、支{a}总计{x}。",
        "收、支{a}总计各",
    ),
];

fn base(sheet: &mut Sheet<'_>, mut head: &'static str) -> String {
    let words = sheet.draw.pick(LAST_YEAR);
    // 与…相比， is followed by what changes; 比… follows it.
    if !words.ends_with('，') {
        head = head.trim_end_matches('各');
        let joint = if head.is_empty() { "" } else { head };
        return format!("{joint}{words}");
    }
    format!("{words}{head}")
}

/// An amount, its change, and the rate of it.
pub fn against_last_year(draw: &mut Draw, voice: Voice, fault: Option<Fault>) -> Option<Sample> {
    let mut sheet = Sheet::new(draw, voice, fault);
    let now = sheet.draw_amount();
    let (change, _) = change(&mut sheet, now)?;
    let (title, amount, subject) = sheet.draw.pick(SUBJECTS);
    let words = base(&mut sheet, subject);
    let now = sheet.amount(now);
    let reason = sheet.draw.pick(REASONS);
    sheet.say(&format!("{title}\n"), &[]);
    sheet.say(amount, &[("x", &now)]);
    let tail = sheet.draw.pick(&[
        "，主要原因是{r}。",
        "。主要原因：{r}。",
        "，主要是{r}。",
        "。",
    ]);
    let form = sheet.draw.pick(&[
        "{v}{c}，{w}{p}",
        "{v}{c}，{w}{p}",
        "{v}{c}，{w}了{p}",
        "{v}{c}（{w}{p}）",
        "{v}{c}、{w}{p}",
    ]);
    let grow = change.verbs.1.trim_end_matches('了');
    let with = [
        ("v", change.verbs.0),
        ("w", grow),
        ("c", &change.by),
        ("p", &change.rate),
        ("r", reason),
    ];
    sheet.say(&format!("{words}{form}{tail}"), &with);
    sheet.done("growth")
}

/// Last year's amount stands in the sentence.
pub fn last_year_in_words(draw: &mut Draw, voice: Voice, fault: Option<Fault>) -> Option<Sample> {
    let mut sheet = Sheet::new(draw, voice, fault);
    let now = sheet.draw_amount();
    let (mut change, last) = change(&mut sheet, now)?;
    if sheet.is(Direction) && sheet.draw.one_in(2) {
        // The words agree with each other, and not with the figures.
        change.verbs = if change.up {
            ("减少", "下降")
        } else {
            ("增加", "增长")
        };
    }
    if sheet.is(WrongChange) {
        let by = (now - last).abs();
        let wrong = sheet.misprint(by);
        if (wrong - by).abs() <= Decimal::new(4, sheet.voice.decimals) {
            return None;
        }
        sheet.anywhere = true;
        change.by = sheet.change(wrong, Want::Wrong);
    }
    let [now, last] = [now, last].map(|amount| sheet.amount(amount));
    let words = sheet.draw.pick(&[
        "{y}年为{x}，上年为{l}，{v}{c}，{w}{p}。",
        "{y}年度机关运行经费{x}，较{y0}年的{l}{v}{c}，{w}{p}。",
        "机关运行经费支出{x}，{y0}年度支出{l}，同比{v}{c}，{w}{p}。",
        "机关运行经费支出{y}年度{x}，{y0}年度{l}，{v}{c}，{w}{p}。",
        "{y}年机关运行经费支出{x}，比上年的{l}{v}{c}，{w}率为{p}。",
    ]);
    sheet.say("十、机关运行经费支出说明\n", &[]);
    let grow = change.verbs.1.trim_end_matches('了');
    sheet.say(
        words,
        &[
            ("x", &now),
            ("l", &last),
            ("v", change.verbs.0),
            ("w", grow),
            ("c", &change.by),
            ("p", &change.rate),
        ],
    );
    sheet.done("last year in words")
}

/// The verb before the amount is missing, or the rate stands alone.
pub fn rate_only(draw: &mut Draw, voice: Voice, fault: Option<Fault>) -> Option<Sample> {
    let mut sheet = Sheet::new(draw, voice, fault);
    let now = sheet.draw_amount();
    let (change, last) = change(&mut sheet, now)?;
    let [now, last] = [now, last].map(|amount| sheet.amount(amount));
    let words = sheet.draw.pick(&[
        "{y}年机关运行经费支出{x}，较{y0}年决算数{l}{w}{p}。",
        "{y}年机关运行经费支出{x}，上年支出{l}，比上年{w}{p}。",
        "{y}年机关运行经费支出{x}，比{y0}年{l}{w}{p}。",
        "{y}年机关运行经费支出{x}，较{y0}年决算数{l}{c}，{w}{p}。",
    ]);
    if sheet.is(Direction) {
        return None;
    }
    sheet.say("十、机关运行经费支出说明\n", &[]);
    let grow = change.verbs.1.trim_end_matches('了');
    sheet.say(
        words,
        &[
            ("x", &now),
            ("l", &last),
            ("w", grow),
            ("c", &change.by),
            ("p", &change.rate),
        ],
    );
    sheet.done("rate without a change")
}

/// One change for two totals, or one each.
pub fn two_totals(draw: &mut Draw, voice: Voice, fault: Option<Fault>) -> Option<Sample> {
    let mut sheet = Sheet::new(draw, voice, fault);
    let now = sheet.draw_amount();
    let (change, _) = change(&mut sheet, now)?;
    let now = sheet.amount(now);
    let words = sheet.draw.pick(&[
        "{y}年度收入总计{x}，支出总计{x}。与{y0}年度相比，收、支总计各{v}{c}，{w}{p}。",
        "{y}年度收、支总计均为{x}。与上年相比，收、支总计均{v}{c}，{w}{p}。",
        "{y}年度收、支总计各是{x}，与{y0}年相比各{v}{c}，各{w}{p}。",
        "{y}年收、支{a}总计各{x}，比上年各{v}{c}，{w}{p}。",
    ]);
    sheet.say("一、收入支出{a}总体情况说明\n", &[]);
    let grow = change.verbs.1.trim_end_matches('了');
    sheet.say(
        words,
        &[
            ("x", &now),
            ("v", change.verbs.0),
            ("w", grow),
            ("c", &change.by),
            ("p", &change.rate),
        ],
    );
    sheet.done("two totals in one sentence")
}

/// Income and spending in one sentence, each with its own figures.
pub fn two_subjects(draw: &mut Draw, voice: Voice, fault: Option<Fault>) -> Option<Sample> {
    let mut sheet = Sheet::new(draw, voice, fault);
    let (income, spending) = (sheet.draw_amount(), sheet.draw_amount());
    let up = sheet.draw.one_in(2);
    let (by, other) = (sheet.part_of(income), sheet.part_of(spending));
    let rates = [
        Rate::growth(income, by, up)?,
        Rate::growth(spending, other, up)?,
    ];
    let at = sheet.draw.below(2);
    let mut printed = Vec::new();
    for (number, rate) in rates.iter().enumerate() {
        let spoil = sheet.fault.is_some() && (number == at || sheet.is(Fault::Swapped));
        printed.push(if spoil {
            let of = if number == 0 {
                (by, income)
            } else {
                (other, spending)
            };
            let by_this = (of.0 * Decimal::ONE_HUNDRED).checked_div(of.1);
            sheet.spoiled(*rate, rates.get(1 - number).copied(), by_this)?
        } else {
            sheet.rate(*rate)
        });
    }
    let [income, spending] = [income, spending].map(|amount| sheet.amount(amount));
    let [by, other] = [by, other].map(|amount| sheet.mark_free(amount));
    let (v, w) = if up {
        ("增加", "增长")
    } else {
        ("减少", "下降")
    };
    let words = sheet.draw.pick(&[
        "{y}年度收入总计{x1}，支出总计{x2}。与{y0}年度相比，收入总计{v}{c1}，{w}{p1}；支出总计{v}{c2}，{w}{p2}。",
        "{y}年度本年收入{x1}，比上年{v}{c1}，{w}{p1}；本年支出{x2}，比上年{v}{c2}，{w}{p2}。",
        "{y}年收入总计、支出总计分别为{x1}和{x2}，与{y0}年相比分别{v}{c1}和{c2}，分别{w}{p1}和{p2}。",
        "{y}年收、支总计分别为{x1}、{x2}，较上年各{v}{c1}、{c2}，各{w}{p1}、{p2}。",
    ]);
    sheet.say("一、收入支出{a}总体情况说明\n", &[]);
    sheet.say(
        words,
        &[
            ("x1", &income),
            ("x2", &spending),
            ("c1", &by),
            ("c2", &other),
            ("p1", &printed[0]),
            ("p2", &printed[1]),
            ("v", v),
            ("w", w),
        ],
    );
    sheet.done("two subjects in one sentence")
}

/// Nothing changed.
pub fn no_change(draw: &mut Draw, voice: Voice, fault: Option<Fault>) -> Option<Sample> {
    let mut sheet = Sheet::new(draw, voice, fault);
    let now = sheet.draw_amount();
    let by = sheet.part_of(now);
    let last = sheet.amount(now + by);
    let zero = sheet.amount(Decimal::new(0, sheet.voice.decimals));
    let [now, by] = [now, by].map(|amount| sheet.amount(amount));
    sheet.anywhere = sheet.fault.is_some();
    let words = match sheet.fault {
        None => sheet.draw.pick(&[
            "机关运行经费支出{x}，与上年持平。",
            "机关运行经费支出{x}，上年为{x}，与上年持平。",
            "机关运行经费支出{x}，与{y0}年度{a}数一致。",
            "机关运行经费支出{x}，同比无增减变化。",
            "机关运行经费支出{x}，比上年增加{z}，增长0%。",
            "机关运行经费支出{x}，较上年增加{z}，增长0.00%，与上年持平。",
            "机关运行经费支出{x}，与上年相等，实现零增长。",
            "公务接待费支出{z}，与上年持平，主要是本年未发生公务接待。",
        ]),
        Some(BesideNoChange) => sheet.draw.pick(&[
            "机关运行经费支出{x}，比上年减少{c}，与上年持平。",
            "机关运行经费支出{x}，较上年增加{c}，与上年基本一致，持平。",
            "机关运行经费支出{x}，上年为{l}，与上年持平。",
        ]),
        _ => return None,
    };
    sheet.say("十、机关运行经费支出说明\n", &[]);
    sheet.say(
        words,
        &[("x", &now), ("c", &by), ("l", &last), ("z", &zero)],
    );
    sheet.done("no change")
}

/// Last year was nothing: there is no rate.
pub fn zero_base(draw: &mut Draw, voice: Voice, fault: Option<Fault>) -> Option<Sample> {
    let mut sheet = Sheet::new(draw, voice, fault);
    let now = sheet.draw_amount();
    let zero = sheet.amount(Decimal::ZERO);
    let now = sheet.amount(now);
    let words = sheet.draw.pick(&[
        "公务接待费支出{x}，上年为{z}，增加{x}，增长率无可比性。",
        "公务接待费支出{x}，{y0}年度支出{z}，比上年增加{x}，上年无此项支出，不可比。",
        "公务接待费支出{x}，比上年增加{x}，增长100%，主要是上年未发生此项支出。",
        "因公出国（境）费支出{z}，比上年减少{x}，下降100%，主要是本年未安排出国（境）任务。",
    ]);
    sheet.say("（二）“三公”经费支出{a}具体情况\n", &[]);
    sheet.say(words, &[("x", &now), ("z", &zero)]);
    sheet.done("a base of zero")
}

/// Against the budget, against last year, or both in one sentence.
pub fn two_bases(draw: &mut Draw, voice: Voice, fault: Option<Fault>) -> Option<Sample> {
    let mut sheet = Sheet::new(draw, voice, fault);
    let now = sheet.draw_amount();
    let (up, more) = (sheet.draw.one_in(2), sheet.draw.one_in(2));
    let [by, other] = [sheet.part_of(now), sheet.part_of(now)];
    let rates = [Rate::growth(now, by, up)?, Rate::growth(now, other, more)?];
    let at = sheet.draw.below(2);
    let mut printed = Vec::new();
    for (number, rate) in rates.iter().enumerate() {
        let of = if number == 0 { by } else { other };
        let by_this = (of * Decimal::ONE_HUNDRED).checked_div(now);
        printed.push(
            if sheet.fault.is_some() && number == at && !sheet.is(Direction) {
                sheet.spoiled(*rate, None, by_this)?
            } else {
                sheet.rate(*rate)
            },
        );
    }
    let word = |up: bool| {
        if up {
            ("增加", "增长")
        } else {
            ("减少", "下降")
        }
    };
    let (mut first, second) = (word(up), word(more));
    if sheet.is(Direction) {
        first.1 = word(!up).1;
        sheet.anywhere = true;
    }
    let x = sheet.amount(now);
    let [by, other] = [by, other].map(|amount| sheet.mark_free(amount));
    let words = sheet.draw.pick(&[
        "公务用车运行维护费支出{x}，与{y}年度预算相比，{v1}{c1}，{w1}{p1}；与{y0}年度决算相比，{v2}{c2}，{w2}{p2}。",
        "公务用车运行维护费支出{x}，比年初预算{v1}{c1}，{w1}{p1}，比上年决算数{v2}{c2}，{w2}{p2}。",
        "公务用车运行维护费支出决算为{x}，较年初预算数{v1}{c1}，{w1}{p1}；较上年{v2}{c2}，{w2}{p2}。主要是厉行节约。",
    ]);
    sheet.say("（二）“三公”经费支出{a}具体情况\n", &[]);
    sheet.say(
        words,
        &[
            ("x", &x),
            ("c1", &by),
            ("c2", &other),
            ("p1", &printed[0]),
            ("p2", &printed[1]),
            ("v1", first.0),
            ("w1", first.1),
            ("v2", second.0),
            ("w2", second.1),
        ],
    );
    sheet.done("against the budget and last year")
}

/// The change of a total, and of its parts.
pub fn with_parts(draw: &mut Draw, voice: Voice, fault: Option<Fault>) -> Option<Sample> {
    let mut sheet = Sheet::new(draw, voice, fault);
    let now = sheet.draw_amount();
    let by = sheet.part_of(now);
    let less = sheet.part_of(by);
    let mut more = by + less;
    let rate = Rate::growth(now, by, true)?;
    let printed = match sheet.fault {
        None | Some(Sum) => sheet.rate(rate),
        _ => {
            let by_this = (by * Decimal::ONE_HUNDRED).checked_div(now);
            sheet.spoiled(rate, None, by_this)?
        }
    };
    if sheet.is(Sum) {
        let wrong = sheet.misprint(more);
        if (wrong - more).abs() <= Decimal::new(6, sheet.voice.decimals) {
            return None;
        }
        more = wrong;
        sheet.anywhere = true;
    }
    let x = sheet.amount(now);
    let [by, more, less] = [by, more, less].map(|amount| sheet.mark_free(amount));
    let words = sheet.draw.pick(&[
        "{y}年度支出合计{x}，比上年增加{c}，增长{p}，其中：基本支出增加{m}，项目支出减少{l}。",
        "本年支出合计{x}，较上年增加{c}，增长{p}。其中，基本支出比上年增加{m}，项目支出比上年减少{l}。",
    ]);
    sheet.say("三、支出{a}情况说明\n", &[]);
    sheet.say(
        words,
        &[
            ("x", &x),
            ("c", &by),
            ("p", &printed),
            ("m", &more),
            ("l", &less),
        ],
    );
    sheet.done("change of a total and of its parts")
}

/// Rates in other words: 增幅为-4.5%, 负增长, 降幅, 约, 增长16倍, 一成二.
pub fn other_words(draw: &mut Draw, voice: Voice, fault: Option<Fault>) -> Option<Sample> {
    let mut sheet = Sheet::new(draw, voice, fault);
    let now = sheet.draw_amount();
    let by = sheet.part_of(now);
    let rate = Rate::growth(now, by, false)?;
    let printed = match sheet.fault {
        None => sheet.rate(rate),
        Some(_) => {
            let by_this = (by * Decimal::ONE_HUNDRED).checked_div(now);
            sheet.spoiled(rate, None, by_this)?
        }
    };
    let [x, last] = [now, now + by].map(|amount| sheet.amount(amount));
    let by = sheet.mark_free(by);
    let words = sheet.draw.pick(&[
        "机关运行经费支出{x}，比上年减少{c}，降幅{p}。",
        "机关运行经费支出{x}，较上年减少{c}，降幅为{p}。",
        "机关运行经费支出{x}，上年支出{l}，减少{c}，负增长{p}。",
        "机关运行经费支出{x}，比上年减支{c}，下降{p}。",
        "机关运行经费支出{x}，比上年压减{c}，压缩{p}。",
        "机关运行经费支出{x}，同比减少{c}，同比下降{p}。",
    ]);
    sheet.say("十、机关运行经费支出说明\n", &[]);
    sheet.say(
        words,
        &[("x", &x), ("l", &last), ("c", &by), ("p", &printed)],
    );
    sheet.done("rates in other words")
}

/// A change that has no verb, or only last year's amount.
pub fn without_verb(draw: &mut Draw, voice: Voice, fault: Option<Fault>) -> Option<Sample> {
    let mut sheet = Sheet::new(draw, voice, fault);
    let now = sheet.draw_amount();
    let by = sheet.part_of(now);
    let mut told = by;
    if sheet.is(WrongChange) {
        told = sheet.misprint(by);
        if (told - by).abs() <= Decimal::new(4, sheet.voice.decimals) {
            return None;
        }
        sheet.anywhere = true;
    }
    let rate = Rate::growth(now, by, false)?;
    let printed = match sheet.fault {
        None | Some(WrongChange) => sheet.rate(rate),
        _ => sheet.spoiled(rate, None, None)?,
    };
    let [x, last, told] = [now, now + by, told].map(|amount| sheet.amount(amount));
    let words = match sheet.fault {
        Some(WrongChange) => sheet.draw.pick(&[
            "机关运行经费支出{x}，上年为{l}，本年数小于上年数{c}，下降{p}。",
            "机关运行经费支出{x}，上年支出{l}。比上年减少{c}，降幅{p}。",
        ]),
        _ => sheet.draw.pick(&[
            "机关运行经费支出{x}，上年为{l}，本年数小于上年数{c}，下降{p}。",
            "机关运行经费支出{x}，上年安排{l}，下降{p}。",
            "机关运行经费支出{x}。与上年的{l}相比，下降{p}。",
            "机关运行经费支出{x}，上年支出{l}。比上年减少{c}，降幅{p}。",
        ]),
    };
    sheet.say("十、机关运行经费支出说明\n", &[]);
    sheet.say(
        words,
        &[("x", &x), ("l", &last), ("c", &told), ("p", &printed)],
    );
    sheet.done("change without a verb")
}

/// A change of a share is in points.
pub fn points(draw: &mut Draw, mut voice: Voice, fault: Option<Fault>) -> Option<Sample> {
    voice.rate = voice.rate.max(1);
    let mut sheet = Sheet::new(draw, voice, fault);
    let (whole, parts) = sheet.parts(2);
    let share = Rate::of(parts[0], whole)?;
    let now = share.printed(sheet.voice.rate);
    let by = Decimal::new(sheet.draw.between(3, 39), 1);
    if now <= by {
        return None;
    }
    let mut last = now - by;
    last.rescale(sheet.voice.rate);
    if sheet.is(WrongChange) {
        last -= Decimal::new(sheet.draw.between(11, 29), 1);
        sheet.anywhere = true;
        if last <= Decimal::ZERO {
            return None;
        }
    }
    let last = sheet.voice.percent(last);
    let [whole, part] = [whole, parts[0]].map(|amount| sheet.amount(amount));
    let shown = sheet.rate(share);
    let by = sheet.voice.bare(by);
    let words = sheet.draw.pick(&[
        "{y}年支出合计{t}，其中基本支出{x}，占{p}，比上年的{l}提高{b}个百分点。",
        "{y}年支出合计{t}，其中：基本支出{x}，占支出合计的{p}，较上年（{l}）提高了{b}个百分点。",
    ]);
    sheet.say("三、支出{a}情况说明\n", &[]);
    sheet.say(
        words,
        &[
            ("t", &whole),
            ("x", &part),
            ("p", &shown),
            ("l", &last),
            ("b", &by),
        ],
    );
    sheet.done("change of a share in points")
}

pub const FAULTS: &[Fault] = &[
    WrongRate,
    Truncated,
    ByThisYear,
    Direction,
    Ten,
    Hundred,
    NoPercentSign,
];
pub const FAULTS_IN_WORDS: &[Fault] = &[
    WrongRate,
    Truncated,
    ByThisYear,
    Direction,
    WrongChange,
    Hundred,
];
pub const FAULTS_OF_RATE: &[Fault] = &[WrongRate, Truncated, ByThisYear, Hundred];
pub const FAULTS_OF_TWO: &[Fault] = &[WrongRate, Truncated, ByThisYear, Fault::Swapped];
pub const FAULTS_OF_BASES: &[Fault] = &[WrongRate, Truncated, ByThisYear, Direction];
pub const FAULTS_WITH_PARTS: &[Fault] = &[WrongRate, Truncated, ByThisYear, Sum];
pub const FAULTS_OF_NOTHING: &[Fault] = &[BesideNoChange];
pub const FAULTS_OF_POINTS: &[Fault] = &[WrongChange];
pub const FAULTS_WITHOUT_VERB: &[Fault] = &[WrongRate, Truncated, WrongChange];
