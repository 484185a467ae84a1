//! What changed against last year or the budget.

use crate::draw::Draw;
use crate::sample::Fault::{
    BesideNoChange, ByThisYear, Direction, Hundred, NoPercentSign, Ten, Truncated, WrongChange,
    WrongRate,
};
use crate::sample::{Fault, Rate, Sample, Sheet, Want};
use crate::voice::Voice;
use crate::words::{DOWN, LAST_YEAR, REASONS, UP};
use rust_decimal::Decimal;

/// A change in words: its direction, the figures and what is planted in it.
pub struct Change {
    pub up: bool,
    pub verbs: (&'static str, &'static str),
    pub by: String,
    pub rate: String,
}

/// Draws the last year's figure with its rate, and plants the fault.
pub fn change(sheet: &mut Sheet<'_>, now: Decimal) -> Option<(Change, Decimal)> {
    let up = sheet.draw.one_in(2);
    let by = sheet.part_of(now);
    let by = sheet.voice.printed(if up { by } else { by + by });
    let last = sheet.voice.printed(if up { now - by } else { now + by });
    // Last year's amount may stand there in place of the change.
    let rate = Rate::growth(now, by, up)?.with_last(now, last)?;
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
    let rate = Rate::growth(now, by, false)?.with_last(now, sheet.voice.printed(now + by))?;
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
pub const FAULTS_OF_NOTHING: &[Fault] = &[BesideNoChange];
pub const FAULTS_OF_POINTS: &[Fault] = &[WrongChange];
pub const FAULTS_WITHOUT_VERB: &[Fault] = &[WrongRate, Truncated, WrongChange];
