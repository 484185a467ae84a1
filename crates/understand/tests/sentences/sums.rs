//! A whole and what it is made of, without shares.

use crate::draw::Draw;
use crate::sample::Fault::Sum;
use crate::sample::{Fault, Sample, Sheet};
use crate::voice::Voice;
use rust_decimal::Decimal;

/// A whole with its two parts, each with what it holds behind it.
pub fn basic(draw: &mut Draw, voice: Voice, fault: Option<Fault>) -> Option<Sample> {
    let mut sheet = Sheet::new(draw, voice, fault);
    let (whole, mut parts) = sheet.parts(2);
    if sheet.is(Sum) {
        let at = sheet.draw.below(2);
        let wrong = sheet.misprint(parts[at]);
        if (wrong - parts[at]).abs() <= Decimal::new(6, sheet.voice.decimals) {
            return None;
        }
        parts[at] = wrong;
        sheet.anywhere = true;
    }
    let total = sheet.amount(whole);
    let [staff, office] = [parts[0], parts[1]].map(|part| sheet.mark_free(part));
    let words = sheet.draw.pick(&[
        "{y}年度一般公共预算财政拨款基本支出{t}，其中：人员经费{x}，主要包括：基本工资、津贴补贴、奖金、住房公积金；公用经费{z}，主要包括：办公费、水费、电费、差旅费。",
        "{y}年一般公共预算基本支出{t}。其中：人员经费{x}，主要用于发放工资和缴纳社会保险；日常公用经费{z}，主要用于办公和维修。",
        "{y}年度一般公共预算财政拨款基本支出{t}，包括人员经费和公用经费，支出具体情况如下：\n（一）人员经费{x}，主要包括基本工资、绩效工资等。\n（二）公用经费{z}，主要包括办公费、印刷费等。",
    ]);
    sheet.say("六、一般公共预算财政拨款基本支出{a}情况说明\n", &[]);
    sheet.say(words, &[("t", &total), ("x", &staff), ("z", &office)]);
    sheet.done("basic spending and its parts")
}

/// A part with parts of its own in brackets.
pub fn nested(draw: &mut Draw, voice: Voice, fault: Option<Fault>) -> Option<Sample> {
    let mut sheet = Sheet::new(draw, voice, fault);
    let (staff, inner) = sheet.parts(3);
    let office = sheet.draw_amount();
    let whole = staff + office;
    let mut told = inner.clone();
    if sheet.is(Sum) {
        // More than the whole it is of: that cannot be, however many parts are left out.
        told[1] = staff + inner[1];
        sheet.anywhere = true;
    }
    let [whole, staff, office] = [whole, staff, office].map(|amount| sheet.amount(amount));
    let told: Vec<String> = told.iter().map(|amount| sheet.mark_free(*amount)).collect();
    let words = sheet.draw.pick(&[
        "{y}年度基本支出{t}，其中：人员经费{s}（其中：工资福利支出{x1}、离休费{x2}、退休费{x3}），公用经费{o}。",
        "本年基本支出合计{t}，包括：人员经费{s}（包括：基本工资{x1}、津贴补贴{x2}、奖金{x3}）；公用经费{o}。",
    ]);
    sheet.say("六、基本支出{a}情况说明\n", &[]);
    sheet.say(
        words,
        &[
            ("t", &whole),
            ("s", &staff),
            ("o", &office),
            ("x1", &told[0]),
            ("x2", &told[1]),
            ("x3", &told[2]),
        ],
    );
    sheet.done("parts in brackets")
}

pub const FAULTS_OF_SUMS: &[Fault] = &[Sum];
