//! Changes of several totals, against several bases, and of a total with its parts.

use crate::draw::Draw;
use crate::growth::change;
use crate::sample::Fault::{ByThisYear, Direction, Sum, Truncated, WrongRate};
use crate::sample::{Fault, Rate, Sample, Sheet};
use crate::voice::Voice;
use rust_decimal::Decimal;

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

pub const FAULTS_OF_TWO: &[Fault] = &[WrongRate, Truncated, ByThisYear, Fault::Swapped];
pub const FAULTS_OF_BASES: &[Fault] = &[WrongRate, Truncated, ByThisYear, Direction];
pub const FAULTS_WITH_PARTS: &[Fault] = &[WrongRate, Truncated, ByThisYear, Sum];
