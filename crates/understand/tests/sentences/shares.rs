//! A total with its parts, and their shares.

use crate::draw::Draw;
use crate::sample::Fault::{
    Complement, Copied, Hundred, NoPercentSign, OtherBase, Sum, Swapped, Ten, TenThousand,
    Truncated, WrongRate,
};
use crate::sample::{Fault, Rate, Sample, Sheet, Want};
use crate::voice::Voice;
use crate::words::{CLASSES, INCOME, SPENDING};
use rust_decimal::Decimal;

/// How the total begins, how an item is written, how they are parted and how they end.
struct List {
    head: &'static str,
    item: &'static str,
    between: &'static str,
    numbered: bool,
}

const INLINE: &[List] = &[
    List {
        head: "{y}年度本年{k}合计{t}，其中：",
        item: "{i}{x}，占{p}",
        between: "；",
        numbered: false,
    },
    List {
        head: "{y}年{k}合计{t}。其中：",
        item: "{i}{x}，占本年{k}的{p}",
        between: "；",
        numbered: false,
    },
    List {
        head: "本年度{k}总额为{t}，其中，",
        item: "{i}{x}，占{k}总额的{p}",
        between: "，",
        numbered: false,
    },
    List {
        head: "{k}{a}合计{t}，包括：",
        item: "{i}{x}，占比{p}",
        between: "；",
        numbered: false,
    },
    List {
        head: "本年{k}共计{t}。其中：",
        item: "“{i}”{x}，占本年{k}合计的{p}",
        between: "；",
        numbered: false,
    },
    List {
        head: "本单位{y}年度{k}合计{t}，其中：",
        item: "{i}为{x}（占{p}）",
        between: "、",
        numbered: false,
    },
    List {
        head: "{y}年度总{k}{t}，具体构成如下：",
        item: "{i}{x}，占总{k}的比重为{p}",
        between: "；",
        numbered: false,
    },
    List {
        head: "{y}年{k}总计{t}。其中：",
        item: "{i}{x}，占总{k}{p}",
        between: "。",
        numbered: false,
    },
    List {
        head: "本年{k}合计{t}，其中：\n",
        item: "{i}{x}，占{p}",
        between: "；\n",
        numbered: true,
    },
    List {
        head: "{y}年度{k}合计{t}，具体情况如下：\n",
        item: "{i}{x}，占本年{k}合计的{p}。",
        between: "\n",
        numbered: true,
    },
    List {
        head: "{y}年度{k}合计{t}。\n其中：",
        item: "{i}{x}，占{p}",
        between: "；",
        numbered: false,
    },
];

fn planted(
    sheet: &mut Sheet<'_>,
    at: usize,
    rates: &[Rate],
    other: Option<Decimal>,
) -> Option<String> {
    let neighbour = match sheet.fault? {
        Swapped => rates.get(1 - at.min(1)),
        _ => rates.get(at.checked_sub(1)?.min(rates.len())),
    };
    let neighbour = neighbour.copied();
    sheet.spoiled(rates[at], neighbour, other)
}

/// The printed shares of a list, with the fault of the sample among them.
fn shares(sheet: &mut Sheet<'_>, rates: &[Rate], other: Option<Decimal>) -> Option<Vec<String>> {
    let count = rates.len();
    let at = sheet.draw.below(count);
    let mut printed = Vec::new();
    for (number, rate) in rates.iter().enumerate() {
        let spoil = match sheet.fault {
            None | Some(Sum | TenThousand) => false,
            Some(Swapped) => number < 2,
            // A copied one has another before it.
            Some(Copied) => number == at.max(1),
            // All of them are on the same wrong base.
            Some(OtherBase) => true,
            Some(_) => number == at,
        };
        printed.push(if !spoil {
            sheet.rate(*rate)
        } else if sheet.is(Swapped) {
            let other = rates.get(1 - number).copied();
            sheet.spoiled(*rate, other, None)?
        } else if sheet.is(OtherBase) {
            sheet.spoiled(*rate, None, Some(rate.exact * other?))?
        } else if sheet.is(Copied) {
            planted(sheet, number, rates, None)?
        } else {
            sheet.spoiled(*rate, None, None)?
        });
    }
    Some(printed)
}

/// A total, each part with its share.
pub fn listed(draw: &mut Draw, mut voice: Voice, fault: Option<Fault>) -> Option<Sample> {
    if fault == Some(TenThousand) {
        voice.unit = "万元";
        voice.decimals = voice.decimals.max(1);
    }
    let mut sheet = Sheet::new(draw, voice, fault);
    let (kind, names): (&str, Vec<&str>) = match sheet.draw.below(3) {
        0 => {
            let count = 2 + sheet.draw.below(3);
            ("收入", sheet.draw.some(INCOME, count))
        }
        1 => {
            let count = 2 + sheet.draw.below(2);
            ("支出", sheet.draw.some(SPENDING, count))
        }
        _ => {
            let count = 3 + sheet.draw.below(4);
            ("支出", sheet.draw.some(CLASSES, count))
        }
    };
    let names: Vec<String> = if CLASSES.contains(&names[0]) {
        let form = sheet.draw.pick(&["支出", "（类）支出", "支出（类）"]);
        names.iter().map(|name| format!("{name}{form}")).collect()
    } else {
        names.iter().map(|name| (*name).to_owned()).collect()
    };
    if sheet.is(Complement) && names.len() != 2 {
        return None;
    }
    let (mut whole, mut parts) = sheet.parts(names.len());
    // One part is often nearly all.
    if sheet.draw.one_in(3) {
        whole += parts[0] * Decimal::new(8, 0);
        parts[0] *= Decimal::new(9, 0);
    }
    let rates: Option<Vec<Rate>> = parts.iter().map(|part| Rate::of(*part, whole)).collect();
    let factor = Decimal::new(sheet.draw.between(820, 960), 3);
    let printed = shares(&mut sheet, &rates?, Some(factor))?;
    let list = &INLINE[sheet.draw.below(INLINE.len())];
    write_list(&mut sheet, list, kind, whole, &names, &parts, &printed)?;
    sheet.done("total with parts and shares")
}

fn write_list(
    sheet: &mut Sheet<'_>,
    list: &List,
    kind: &str,
    whole: Decimal,
    names: &[String],
    parts: &[Decimal],
    shares: &[String],
) -> Option<()> {
    let title = format!(
        "二、{kind}{}情况说明\n",
        if sheet.voice.budget {
            "预算"
        } else {
            "决算"
        }
    );
    sheet.say(&title, &[]);
    let total = sheet.amount(whole);
    let off = sheet.draw.below(parts.len());
    sheet.say(list.head, &[("k", kind), ("t", &total)]);
    let mark = sheet.draw.pick(&["{n}.", "{n}、", "（{n}）"]);
    for (number, (name, part)) in names.iter().zip(parts).enumerate() {
        if number > 0 {
            sheet.say(list.between, &[]);
        }
        let mut amount = sheet.amount(*part);
        if number == off && sheet.is(TenThousand) {
            amount = amount.replace("万元", "元");
            sheet.anywhere = true;
        }
        if number == off && sheet.is(Sum) {
            let other = sheet.misprint(*part);
            let small = Decimal::new(parts.len() as i64 + 2, sheet.voice.decimals);
            if (other - *part).abs() <= small {
                return None;
            }
            amount = sheet.amount(other);
            sheet.anywhere = true;
        }
        if list.numbered {
            sheet.say(&mark.replace("{n}", &(number + 1).to_string()), &[]);
        }
        sheet.say(
            list.item,
            &[
                ("k", kind),
                ("i", name),
                ("x", &amount),
                ("p", &shares[number]),
            ],
        );
    }
    if !sheet.text.ends_with('。') {
        sheet.say("。", &[]);
    }
    Some(())
}

/// The share in a total that another section has.
pub fn of_other_section(draw: &mut Draw, voice: Voice, fault: Option<Fault>) -> Option<Sample> {
    let mut sheet = Sheet::new(draw, voice, fault);
    let (whole, parts) = sheet.parts(2);
    let income = whole + sheet.part_of(whole);
    let fiscal = sheet.part_of(whole);
    let rate = Rate::of(fiscal, whole)?;
    let other = (fiscal * Decimal::ONE_HUNDRED).checked_div(income);
    let share = if sheet.fault.is_some() {
        sheet.spoiled(rate, None, other)?
    } else {
        sheet.rate(rate)
    };
    let [income, whole, basic, project, fiscal] =
        [income, whole, parts[0], parts[1], fiscal].map(|amount| sheet.amount(amount));
    sheet.say(
        "二、收入{a}情况说明\n{y}年度本年收入合计{t}。\n",
        &[("t", &income)],
    );
    sheet.say(
        "三、支出{a}情况说明\n{y}年度本年支出合计{t}，其中：基本支出{b}；项目支出{c}。\n",
        &[("t", &whole), ("b", &basic), ("c", &project)],
    );
    let words = sheet.draw.pick(&[
        "{y}年度一般公共预算财政拨款支出{x}，占本年支出合计的{p}。",
        "{y}年度一般公共预算财政拨款支出{x}，占本年支出合计{p}。",
        "一般公共预算财政拨款支出{x}，占本年支出的{p}。",
        "{y}年一般公共预算财政拨款支出为{x}，占支出合计的比重为{p}。",
    ]);
    sheet.say("五、一般公共预算财政拨款支出{a}情况说明\n", &[]);
    sheet.say(words, &[("x", &fiscal), ("p", &share)]);
    sheet.done("share of another section's total")
}

/// The three public expenses: shares in a total some sentences before.
pub fn three_public(draw: &mut Draw, voice: Voice, fault: Option<Fault>) -> Option<Sample> {
    let mut sheet = Sheet::new(draw, voice, fault);
    let (whole, parts) = sheet.parts(3);
    let rates: Option<Vec<Rate>> = parts.iter().map(|part| Rate::of(*part, whole)).collect();
    let factor = Decimal::new(sheet.draw.between(1100, 1300), 3);
    let shares = shares(&mut sheet, &rates?, Some(factor))?;
    let total = sheet.amount(whole);
    let mut amounts: Vec<String> = parts.iter().map(|part| sheet.amount(*part)).collect();
    if sheet.is(Sum) {
        let other = sheet.misprint(parts[1]);
        if (other - parts[1]).abs() <= Decimal::new(6, sheet.voice.decimals) {
            return None;
        }
        amounts[1] = sheet.amount(other);
        sheet.anywhere = true;
    }
    let head = sheet.draw.pick(&[
        "“三公”经费财政拨款支出{a}为{t}，与预算持平。",
        "{y}年度“三公”经费支出{a}总体情况：支出合计{t}。",
        "{y}年度一般公共预算财政拨款“三公”经费支出{a}{t}。",
    ]);
    sheet.say("七、“三公”经费支出{a}情况说明\n（一）总体情况。\n", &[]);
    sheet.say(head, &[("t", &total)]);
    sheet.say("\n（二）具体情况。\n", &[]);
    let detail = sheet.draw.pick(&[
        "“三公”经费财政拨款支出{a}中，因公出国（境）费支出{a}{x1}，占{p1}；公务用车购置及运行维护费支出{a}{x2}，占{p2}；公务接待费支出{a}{x3}，占{p3}。",
        "{y}年度“三公”经费支出{a}中，因公出国（境）费支出{x1}，占{p1}；公务用车购置及运行维护费支出{x2}，占{p2}；公务接待费支出{x3}，占{p3}。",
        "其中：\n1.因公出国（境）费支出{x1}，占“三公”经费总支出的{p1}。\n2.公务用车购置及运行费支出{x2}，占“三公”经费总支出的{p2}。\n3.公务接待费支出{x3}，占“三公”经费总支出的{p3}。",
    ]);
    sheet.say(
        detail,
        &[
            ("x1", &amounts[0]),
            ("x2", &amounts[1]),
            ("x3", &amounts[2]),
            ("p1", &shares[0]),
            ("p2", &shares[1]),
            ("p3", &shares[2]),
        ],
    );
    sheet.done("shares of the three public expenses")
}

/// What was bought, and of whom.
pub fn procurement(draw: &mut Draw, voice: Voice, fault: Option<Fault>) -> Option<Sample> {
    let mut sheet = Sheet::new(draw, voice, fault);
    let (whole, mut parts) = sheet.parts(3);
    let firms = sheet.part_of(whole);
    let small = sheet.part_of(firms);
    let nested = sheet.draw.one_in(2);
    let rates = [
        Rate::of(firms, whole)?,
        Rate::of(small, if nested { firms } else { whole })?,
    ];
    let other = (small * Decimal::ONE_HUNDRED).checked_div(if nested { whole } else { firms });
    let at = sheet.draw.below(2);
    let mut shares = Vec::new();
    for (number, rate) in rates.iter().enumerate() {
        let spoil = match sheet.fault {
            None | Some(Sum) => false,
            Some(Copied | OtherBase) => number == 1,
            Some(_) => number == at,
        };
        shares.push(if spoil {
            sheet.spoiled(*rate, rates.first().copied(), other)?
        } else {
            sheet.rate(*rate)
        });
    }
    if sheet.is(Sum) {
        let wrong = sheet.misprint(parts[2]);
        if (wrong - parts[2]).abs() <= Decimal::new(6, sheet.voice.decimals) {
            return None;
        }
        parts[2] = wrong;
        sheet.anywhere = true;
    }
    let [goods, works, services] = [parts[0], parts[1], parts[2]].map(|part| sheet.amount(part));
    let [whole, firms, small] = [whole, firms, small].map(|part| sheet.amount(part));
    sheet.say("十一、政府采购支出情况说明\n", &[]);
    let first = sheet.draw.pick(&[
        "{y}年度政府采购支出总额{t}，其中：政府采购货物支出{g}、政府采购工程支出{w}、政府采购服务支出{s}。",
        "{y}年度政府采购支出合计{t}，其中：货物支出{g}，工程支出{w}，服务支出{s}。",
    ]);
    sheet.say(
        first,
        &[
            ("t", &whole),
            ("g", &goods),
            ("w", &works),
            ("s", &services),
        ],
    );
    let second = if nested {
        "授予中小企业合同金额{f}，占政府采购支出总额的{p}，其中：授予小微企业合同金额{m}，占授予中小企业合同金额的{q}。"
    } else {
        "授予中小企业合同金额{f}，占政府采购支出总额的{p}，其中：授予小微企业合同金额{m}，占政府采购支出总额的{q}。"
    };
    sheet.say(
        second,
        &[
            ("f", &firms),
            ("m", &small),
            ("p", &shares[0]),
            ("q", &shares[1]),
        ],
    );
    sheet.done("procurement")
}

/// Lists side by side: 分别为…和…, 占…的比重分别为…和….
pub fn parallel(draw: &mut Draw, voice: Voice, fault: Option<Fault>) -> Option<Sample> {
    let mut sheet = Sheet::new(draw, voice, fault);
    let three = sheet.draw.one_in(2);
    let (whole, mut parts) = sheet.parts(if three { 3 } else { 2 });
    let rates: Option<Vec<Rate>> = parts.iter().map(|part| Rate::of(*part, whole)).collect();
    let factor = Decimal::new(sheet.draw.between(1100, 1300), 3);
    let shares = shares(&mut sheet, &rates?, Some(factor))?;
    if sheet.is(Sum) {
        let wrong = sheet.misprint(parts[0]);
        if (wrong - parts[0]).abs() <= Decimal::new(6, sheet.voice.decimals) {
            return None;
        }
        parts[0] = wrong;
        sheet.anywhere = true;
    }
    let amounts: Vec<String> = parts.iter().map(|part| sheet.amount(*part)).collect();
    let total = sheet.amount(whole);
    let words = if three {
        sheet.draw.pick(&[
            "本年支出合计{t}，其中基本支出、项目支出和经营支出分别为{x1}、{x2}和{x3}，占本年支出合计的比重分别为{p1}、{p2}和{p3}。",
            "{y}年度支出合计{t}，其中：基本支出、项目支出、经营支出分别为{x1}、{x2}、{x3}，分别占{p1}、{p2}、{p3}。",
            "{y}年支出合计{t}，按性质分，基本支出{x1}、项目支出{x2}和经营支出{x3}，占支出合计的比例为{p1}、{p2}和{p3}。",
        ])
    } else {
        sheet.draw.pick(&[
            "{y}年度本年支出合计{t}，其中：基本支出和项目支出分别为{x1}和{x2}，分别占本年支出合计的{p1}和{p2}。",
            "本年支出合计{t}，基本支出、项目支出分别为{x1}、{x2}，占比分别为{p1}、{p2}。",
        ])
    };
    let empty = String::new();
    sheet.say("三、支出{a}情况说明\n", &[]);
    sheet.say(
        words,
        &[
            ("t", &total),
            ("x1", &amounts[0]),
            ("x2", &amounts[1]),
            ("x3", amounts.get(2).unwrap_or(&empty)),
            ("p1", &shares[0]),
            ("p2", &shares[1]),
            ("p3", shares.get(2).unwrap_or(&empty)),
        ],
    );
    sheet.done("parallel lists")
}

impl Sheet<'_> {
    /// An amount that may, but need not, be held against others.
    pub fn mark_free(&mut self, amount: Decimal) -> String {
        self.change(amount, Want::Free)
    }
}

pub const FAULTS: &[Fault] = &[
    WrongRate,
    Truncated,
    Complement,
    Swapped,
    Copied,
    Ten,
    Hundred,
    Sum,
    OtherBase,
    NoPercentSign,
];
pub const FAULTS_OF_SECTION: &[Fault] = &[
    WrongRate,
    Truncated,
    Complement,
    Hundred,
    OtherBase,
    NoPercentSign,
];
pub const FAULTS_OF_PROCUREMENT: &[Fault] = &[
    WrongRate, Truncated, Complement, Copied, Hundred, OtherBase, Sum,
];
