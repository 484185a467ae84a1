//! Numbers of things: vehicles, projects, guests.

use crate::draw::Draw;
use crate::sample::Fault::{Hundred, Sum, Truncated, WrongRate};
use crate::sample::{Fault, Rate, Sample, Sheet};
use crate::voice::Voice;
use rust_decimal::Decimal;

pub fn vehicles(draw: &mut Draw, voice: Voice, fault: Option<Fault>) -> Option<Sample> {
    let mut sheet = Sheet::new(draw, voice, fault);
    let mut parts: Vec<i64> = (0..4).map(|_| sheet.draw.between(1, 15)).collect();
    let all: i64 = parts.iter().sum();
    if sheet.is(Sum) {
        let at = sheet.draw.below(4);
        parts[at] += sheet.draw.between(1, 4);
        sheet.anywhere = true;
    }
    let [n, a, b, c, d] =
        [all, parts[0], parts[1], parts[2], parts[3]].map(|count| count.to_string());
    let words = sheet.draw.pick(&[
        "截至{y}年12月31日，本单位共有车辆{n}辆，其中：机要通信用车{a1}辆、应急保障用车{a2}辆、执法执勤用车{a3}辆、其他用车{a4}辆。",
        "截至{y}年末，共有车辆{n}辆，其中，副部（省）级及以上领导用车{a1}辆，主要负责人用车{a2}辆，特种专业技术用车{a3}辆，其他用车{a4}辆，其他用车主要是业务用车。",
    ]);
    sheet.say("十二、国有资产占用情况说明\n", &[]);
    sheet.say(
        words,
        &[("n", &n), ("a1", &a), ("a2", &b), ("a3", &c), ("a4", &d)],
    );
    sheet.done("vehicles by kind")
}

pub fn graded(draw: &mut Draw, voice: Voice, fault: Option<Fault>) -> Option<Sample> {
    let mut sheet = Sheet::new(draw, voice, fault);
    let mut parts: Vec<i64> = (0..3).map(|_| sheet.draw.between(1, 12)).collect();
    let all: i64 = parts.iter().sum();
    if sheet.is(Sum) {
        let at = sheet.draw.below(3);
        parts[at] += sheet.draw.between(1, 4);
        sheet.anywhere = true;
    }
    let [n, a, b, c] = [all, parts[0], parts[1], parts[2]].map(|count| count.to_string());
    let words = sheet.draw.pick(&[
        "本单位对{n}个项目开展了绩效自评，其中：评价结果为“优”的项目{a1}个，“良”的项目{a2}个，“合格”的项目{a3}个。",
        "{y}年度共自评项目{n}个，其中，自评等级为优的{a1}个、良的{a2}个、合格的{a3}个、不合格的0个。",
    ]);
    sheet.say("十三、预算绩效管理情况说明\n", &[]);
    sheet.say(words, &[("n", &n), ("a1", &a), ("a2", &b), ("a3", &c)]);
    sheet.done("projects by grade")
}

/// Projects with their amount, and its share in the project spending of another section.
pub fn projects(draw: &mut Draw, voice: Voice, fault: Option<Fault>) -> Option<Sample> {
    let mut sheet = Sheet::new(draw, voice, fault);
    let (all, parts) = sheet.parts(2);
    let part = sheet.part_of(parts[1]);
    let rate = Rate::of(part, parts[1])?;
    let shown = if sheet.fault.is_some() {
        sheet.spoiled(rate, None, None)?
    } else {
        sheet.rate(rate)
    };
    let count = sheet.draw.between(2, 30).to_string();
    let [all, basic, project, part] =
        [all, parts[0], parts[1], part].map(|amount| sheet.amount(amount));
    sheet.say(
        "三、支出{a}情况说明\n本年支出合计{t}，其中：基本支出{b}，项目支出{c}。\n十三、预算绩效情况说明\n",
        &[("t", &all), ("b", &basic), ("c", &project)],
    );
    let words = sheet.draw.pick(&[
        "本单位组织对{y}年度项目支出开展绩效自评，共涉及项目{n}个，资金{x}，占项目支出总额的{p}。",
        "{y}年对{n}个项目进行了自评，涉及资金{x}，占项目支出的{p}。",
    ]);
    sheet.say(words, &[("n", &count), ("x", &part), ("p", &shown)]);
    sheet.done("projects and their share")
}

/// Receptions by home and foreign ones.
pub fn guests(draw: &mut Draw, voice: Voice, fault: Option<Fault>) -> Option<Sample> {
    let mut sheet = Sheet::new(draw, voice, fault);
    let (whole, mut parts) = sheet.parts(2);
    if sheet.is(Sum) {
        parts[0] = sheet.misprint(parts[0]);
        if (parts[0] + parts[1] - whole).abs() <= Decimal::new(6, sheet.voice.decimals) {
            return None;
        }
        sheet.anywhere = true;
    }
    let times = sheet.draw.between(2, 60).to_string();
    let people = sheet.draw.between(70, 900).to_string();
    let [whole, home, abroad] = [whole, parts[0], parts[1]].map(|amount| sheet.amount(amount));
    sheet.say("（二）“三公”经费支出{a}具体情况\n", &[]);
    sheet.say(
        "公务接待费支出{t}，其中：国内公务接待支出{x}，共接待国内来访团组{n}批次、{m}人次；国（境）外公务接待支出{z}，共接待1批次、12人次。",
        &[("t", &whole), ("x", &home), ("z", &abroad), ("n", &times), ("m", &people)],
    );
    sheet.done("receptions")
}

pub const FAULTS: &[Fault] = &[Sum];
pub const FAULTS_OF_PROJECTS: &[Fault] = &[WrongRate, Truncated, Hundred];
