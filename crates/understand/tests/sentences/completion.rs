//! What of the budget was spent.

use crate::draw::Draw;
use crate::sample::Fault::{
    AmountTwice, ComparisonWord, CompletionAsShare, Copied, Hundred, NoPercentSign, Sum, Swapped,
    Ten, Truncated, WrongRate,
};
use crate::sample::{Fault, Rate, Sample, Sheet, Want};
use crate::voice::Voice;
use crate::words::{CLASSES, ITEMS, REASONS};
use rust_decimal::Decimal;

/// A budget and what was spent of it; not too far from each other.
fn pair(sheet: &mut Sheet<'_>) -> (Decimal, Decimal) {
    let budget = sheet.draw_amount();
    let share = Decimal::new(sheet.draw.between(250, 1400), 3);
    let spent = juesuan_figure::interval::rounded(budget * share, sheet.voice.decimals);
    let spent = spent.max(Decimal::new(3, sheet.voice.decimals));
    (budget, sheet.voice.printed(spent))
}

/// 决算数小于预算数的主要原因是….
fn compared(sheet: &mut Sheet<'_>, budget: Decimal, spent: Decimal, faulty: bool) -> String {
    let right = match spent.cmp(&budget) {
        std::cmp::Ordering::Less => "小于",
        std::cmp::Ordering::Equal => "等于",
        std::cmp::Ordering::Greater => "大于",
    };
    let word = if faulty {
        sheet.anywhere = true;
        if right == "小于" {
            "大于"
        } else {
            "小于"
        }
    } else {
        right
    };
    let reason = sheet.draw.pick(REASONS);
    sheet
        .draw
        .pick(&[
            "决算数{w}预算数的主要原因是{r}。",
            "决算数{w}年初预算数的主要原因：{r}。",
            "决算数{w}预算数，主要是{r}。",
        ])
        .replace("{w}", word)
        .replace("{r}", reason)
}

fn completed(
    sheet: &mut Sheet<'_>,
    rate: Rate,
    neighbour: Option<Rate>,
    other: Option<Decimal>,
) -> Option<String> {
    match sheet.fault {
        Some(
            WrongRate | Truncated | Ten | Hundred | NoPercentSign | Swapped | Copied
            | CompletionAsShare,
        ) => sheet.spoiled(rate, neighbour, other),
        _ => Some(sheet.rate(rate)),
    }
}

const FORMS: &[&str] = &[
    "{y}年度一般公共预算财政拨款支出年初预算为{b}，支出决算为{x}，完成年初预算的{p}。",
    "{y}年一般公共预算财政拨款支出年初预算{b}，支出决算{x}，完成年初预算{p}。",
    "一般公共预算财政拨款支出年初预算为{b}，当年支出决算为{x}，完成年初预算的{p}。",
    "一般公共预算财政拨款支出年初预算数为{b}，决算数为{x}，完成预算的{p}。",
    "一般公共预算财政拨款支出预算为{b}，决算为{x}，完成预算{p}。",
    "一般公共预算财政拨款支出全年预算为{b}，支出决算为{x}，完成全年预算数的{p}。",
    "一般公共预算财政拨款支出全年预算数{b}，全年执行数{x}，执行率{p}。",
    "一般公共预算财政拨款支出决算{x}，年初预算为{b}，完成年初预算的{p}。",
    "一般公共预算财政拨款支出决算为{x}，完成年初预算{b}的{p}。",
];

pub fn overall(draw: &mut Draw, voice: Voice, fault: Option<Fault>) -> Option<Sample> {
    let mut sheet = Sheet::new(draw, voice, fault);
    let (budget, spent) = pair(&mut sheet);
    let rate = Rate::of(spent, budget)?;
    let total = sheet.draw_amount() + spent;
    let share = (spent * Decimal::ONE_HUNDRED).checked_div(total);
    let printed = completed(&mut sheet, rate, None, share)?;
    if sheet.is(ComparisonWord) && budget == spent {
        return None;
    }
    let faulty = sheet.is(ComparisonWord);
    let why = compared(&mut sheet, budget, spent, faulty);
    let [budget, spent, total] = [budget, spent, total].map(|amount| sheet.amount(amount));
    if sheet.is(CompletionAsShare) || sheet.draw.one_in(4) {
        sheet.say(
            "三、支出决算情况说明\n本年支出合计{t}。\n",
            &[("t", &total)],
        );
    }
    sheet.say(
        "五、一般公共预算财政拨款支出决算情况说明\n（三）具体情况。\n",
        &[],
    );
    let form = sheet.draw.pick(FORMS);
    sheet.say(form, &[("b", &budget), ("x", &spent), ("p", &printed)]);
    if faulty || sheet.draw.one_in(2) {
        sheet.say(&why, &[]);
    }
    sheet.done("completion")
}

/// Items of the classification, each over two or three sentences.
pub fn items(draw: &mut Draw, mut voice: Voice, fault: Option<Fault>) -> Option<Sample> {
    voice.budget = false;
    let mut sheet = Sheet::new(draw, voice, fault);
    let count = 2 + sheet.draw.below(3);
    let names = sheet.draw.some(ITEMS, count);
    let pairs: Vec<(Decimal, Decimal)> = names.iter().map(|_| pair(&mut sheet)).collect();
    let rates: Option<Vec<Rate>> = pairs
        .iter()
        .map(|(budget, spent)| Rate::of(*spent, *budget))
        .collect();
    let rates = rates?;
    let at = sheet.draw.below(count).max(usize::from(sheet.is(Copied)));
    let headed = sheet.is(AmountTwice) || sheet.draw.one_in(2);
    let style = sheet.draw.below(3);
    sheet.say(
        "五、一般公共预算财政拨款支出决算情况说明\n（三）支出决算具体情况。\n",
        &[],
    );
    for (number, (class, group, item)) in names.iter().enumerate() {
        let (budget, spent) = pairs[number];
        let here = number == at || sheet.is(Swapped) && number < 2;
        let neighbour = if sheet.is(Swapped) {
            rates.get(1 - number.min(1))
        } else {
            rates.get(number.saturating_sub(1))
        };
        let printed = if here {
            completed(&mut sheet, rates[number], neighbour.copied(), None)?
        } else {
            sheet.rate(rates[number])
        };
        let faulty = here && sheet.is(ComparisonWord);
        if faulty && budget == spent {
            return None;
        }
        let why = compared(&mut sheet, budget, spent, faulty);
        let mut head = spent;
        if here && sheet.is(AmountTwice) {
            head = sheet.misprint(spent);
            sheet.anywhere = true;
            if (head - spent).abs() <= Decimal::new(2, sheet.voice.decimals) {
                return None;
            }
        }
        let [budget, spent, head] = [budget, spent, head].map(|amount| sheet.amount(amount));
        let n = (number + 1).to_string();
        let form = match (headed, style) {
            (true, 0) => {
                "{n}.{c}（类）{g}（款）{i}（项）{h}，主要用于本单位日常运转。年初预算为{b}，支出决算为{x}，完成年初预算的{p}。"
            }
            (true, 1) => {
                "{n}、{c}（类）{g}（款）{i}（项）支出{h}。主要用于保障工作开展。年初预算为{b}，支出决算为{x}，完成年初预算的{p}。"
            }
            (true, _) => {
                "（{n}）{c}（类）{g}（款）{i}（项）{h}，用于日常工作。年初预算{b}，支出决算{x}，完成年初预算的{p}。"
            }
            (false, 0) => {
                "{n}.{c}（类）{g}（款）{i}（项）。年初预算为{b}，支出决算为{x}，完成年初预算的{p}。"
            }
            (false, 1) => {
                "{n}、{c}（类）{g}（款）{i}（项）年初预算为{b}，支出决算为{x}。完成年初预算的{p}。"
            }
            (false, _) => {
                "（{n}）{c}（类）{g}（款）{i}（项）年初预算{b}，支出决算{x}，完成年初预算的{p}，"
            }
        };
        sheet.say(
            form,
            &[
                ("n", &n),
                ("c", class),
                ("g", group),
                ("i", item),
                ("h", &head),
                ("b", &budget),
                ("x", &spent),
                ("p", &printed),
            ],
        );
        sheet.say(&why, &[]);
        sheet.line();
    }
    sheet.done("items with budget and actual")
}

/// The budget and completion of a total and its classes, which add up.
pub fn classes(draw: &mut Draw, mut voice: Voice, fault: Option<Fault>) -> Option<Sample> {
    voice.budget = false;
    let mut sheet = Sheet::new(draw, voice, fault);
    let count = 2 + sheet.draw.below(2);
    let names = sheet.draw.some(CLASSES, count);
    let pairs: Vec<(Decimal, Decimal)> = names.iter().map(|_| pair(&mut sheet)).collect();
    let budget: Decimal = pairs.iter().map(|(budget, _)| *budget).sum();
    let spent: Decimal = pairs.iter().map(|(_, spent)| *spent).sum();
    let total = Rate::of(spent, budget)?;
    let total = sheet.rate(total);
    let [all, done] = [budget, spent].map(|amount| sheet.amount(amount));
    sheet.say(
        "五、一般公共预算财政拨款支出决算情况说明\n{y}年度一般公共预算财政拨款支出年初预算为{b}，支出决算为{x}，完成年初预算的{p}。其中：\n",
        &[("b", &all), ("x", &done), ("p", &total)],
    );
    let at = sheet.draw.below(count);
    let mut rates = Vec::new();
    for (number, name) in names.iter().enumerate() {
        let (budget, spent) = pairs[number];
        let rate = Rate::of(spent, budget)?;
        // A share is on the whole, where the words speak of the budget.
        let share =
            (spent * Decimal::ONE_HUNDRED).checked_div(pairs.iter().map(|(_, spent)| *spent).sum());
        let printed = if number == at {
            completed(&mut sheet, rate, rates.last().copied(), share)?
        } else {
            sheet.rate(rate)
        };
        rates.push(rate);
        let mut shown = budget;
        if number == at && sheet.is(Sum) {
            return None;
        }
        shown.rescale(budget.scale());
        let [budget, spent] = [shown, spent].map(|amount| sheet.amount(amount));
        let n = (number + 1).to_string();
        sheet.say(
            "{n}.{c}支出（类）。年初预算为{b}，支出决算为{x}，完成年初预算的{p}。\n",
            &[
                ("n", &n),
                ("c", name),
                ("b", &budget),
                ("x", &spent),
                ("p", &printed),
            ],
        );
    }
    sheet.done("completion of a total and of its classes")
}

/// The three public expenses: total and parts, their budgets told or not.
pub fn three_public(draw: &mut Draw, mut voice: Voice, fault: Option<Fault>) -> Option<Sample> {
    voice.budget = false;
    let mut sheet = Sheet::new(draw, voice, fault);
    let pairs: Vec<(Decimal, Decimal)> = (0..3).map(|_| pair(&mut sheet)).collect();
    let budget: Decimal = pairs.iter().map(|(budget, _)| *budget).sum();
    let spent: Decimal = pairs.iter().map(|(_, spent)| *spent).sum();
    let told = sheet.fault.is_some() || sheet.draw.one_in(2);
    let at = sheet.draw.below(4);
    let all = Rate::of(spent, budget)?;
    let share = (pairs[0].1 * Decimal::ONE_HUNDRED).checked_div(spent);
    let mut printed = vec![
        if at == 0 && !sheet.is(CompletionAsShare) && !sheet.is(Copied) {
            completed(&mut sheet, all, None, None)?
        } else {
            sheet.rate(all)
        },
    ];
    for (number, (budget, spent)) in pairs.iter().enumerate() {
        let rate = Rate::of(*spent, *budget)?;
        let special = sheet.is(CompletionAsShare) || sheet.is(Copied);
        let here = if special {
            number == 0
        } else {
            number + 1 == at
        };
        printed.push(if here && sheet.fault.is_some() {
            completed(&mut sheet, rate, Some(all), share)?
        } else if told {
            sheet.rate(rate)
        } else {
            let shown = sheet.voice.percent(rate.printed(sheet.voice.rate));
            sheet.mark(&shown, Want::Free)
        });
    }
    if sheet.is(ComparisonWord) {
        if budget == spent {
            return None;
        }
        sheet.anywhere = true;
    }
    let faulty = sheet.is(ComparisonWord);
    let why = compared(&mut sheet, budget, spent, faulty);
    let [all_budget, mut all_spent] = [budget, spent].map(|amount| sheet.amount(amount));
    if sheet.is(Sum) {
        return None;
    }
    sheet.say("七、“三公”经费支出决算情况说明\n（一）总体情况。\n", &[]);
    sheet.say(
        "{y}年度“三公”经费财政拨款支出预算为{b}，支出决算为{x}，完成预算的{p}。",
        &[("b", &all_budget), ("x", &all_spent), ("p", &printed[0])],
    );
    sheet.say(&why, &[]);
    all_spent.clear();
    sheet.say("\n其中：", &[]);
    let names = ["因公出国（境）费", "公务用车购置及运行维护费", "公务接待费"];
    for (number, name) in names.iter().enumerate() {
        let (budget, spent) = pairs[number];
        let [budget, spent] = [budget, spent].map(|amount| sheet.amount(amount));
        let form = if told {
            "{i}预算为{b}，支出决算为{x}，完成预算的{p}"
        } else {
            "{i}支出决算为{x}，完成预算的{p}"
        };
        sheet.say(
            form,
            &[
                ("i", name),
                ("b", &budget),
                ("x", &spent),
                ("p", &printed[number + 1]),
            ],
        );
        sheet.say(if number < 2 { "；" } else { "。" }, &[]);
    }
    sheet.done("completion of the three public expenses")
}

/// A share amid completions: 占总支出决算的….
pub fn share_amid(draw: &mut Draw, mut voice: Voice, fault: Option<Fault>) -> Option<Sample> {
    voice.budget = false;
    let mut sheet = Sheet::new(draw, voice, fault);
    let pairs: Vec<(Decimal, Decimal)> = (0..2).map(|_| pair(&mut sheet)).collect();
    let spent: Decimal = pairs.iter().map(|(_, spent)| *spent).sum();
    let mut printed = Vec::new();
    let at = sheet.draw.below(4);
    for (number, (budget, part)) in pairs.iter().enumerate() {
        let rates = [Rate::of(*part, *budget)?, Rate::of(*part, spent)?];
        for (turn, rate) in rates.into_iter().enumerate() {
            let here = number * 2 + turn == at;
            printed.push(if here && sheet.fault.is_some() {
                sheet.spoiled(rate, rates.get(1 - turn).copied(), None)?
            } else {
                sheet.rate(rate)
            });
        }
    }
    let total = sheet.amount(spent);
    sheet.say(
        "五、一般公共预算财政拨款支出决算情况说明\n{y}年度一般公共预算财政拨款支出决算{t}，其中：\n",
        &[("t", &total)],
    );
    for (number, name) in ["教育支出（类）", "住房保障支出（类）"].iter().enumerate()
    {
        let (budget, spent) = pairs[number];
        let [budget, spent] = [budget, spent].map(|amount| sheet.amount(amount));
        let n = (number + 1).to_string();
        sheet.say(
            "{n}.{i}年初预算为{b}，支出决算为{x}，完成年初预算的{p}，占总支出决算的{q}。\n",
            &[
                ("n", &n),
                ("i", name),
                ("b", &budget),
                ("x", &spent),
                ("p", &printed[number * 2]),
                ("q", &printed[number * 2 + 1]),
            ],
        );
    }
    sheet.done("share amid completions")
}

/// Nothing was planned.
pub fn zero_budget(draw: &mut Draw, mut voice: Voice, fault: Option<Fault>) -> Option<Sample> {
    voice.budget = false;
    let mut sheet = Sheet::new(draw, voice, fault);
    let zero = sheet.amount(Decimal::new(0, sheet.voice.decimals));
    let spent = sheet.draw_amount();
    let spent = sheet.amount(spent);
    let none = sheet.voice.percent(Decimal::new(0, sheet.voice.rate));
    let none = sheet.mark(&none, Want::Free);
    let form = sheet.draw.pick(&[
        "公务接待费支出预算为{z}，支出决算为{z}，与预算持平。",
        "公务接待费支出预算为{z}，支出决算为{z}，完成预算的{p}。",
        "公务接待费年初预算为{z}，支出决算为{x}，年初无预算，主要是年中追加。",
        "公务接待费支出决算为{z}，完成预算的{p}，本年未发生。",
    ]);
    if !form.contains("{p}") {
        sheet.wants.clear();
    }
    sheet.say("（二）“三公”经费支出决算具体情况\n", &[]);
    sheet.say(form, &[("z", &zero), ("x", &spent), ("p", &none)]);
    sheet.done("nothing planned")
}

pub const FAULTS: &[Fault] = &[
    WrongRate,
    Truncated,
    Ten,
    Hundred,
    CompletionAsShare,
    ComparisonWord,
    NoPercentSign,
];
pub const FAULTS_OF_ITEMS: &[Fault] = &[
    WrongRate,
    Truncated,
    Swapped,
    Copied,
    Hundred,
    ComparisonWord,
    AmountTwice,
];
pub const FAULTS_OF_CLASSES: &[Fault] = &[WrongRate, Truncated, CompletionAsShare, Ten];
pub const FAULTS_OF_THREE: &[Fault] = &[
    WrongRate,
    Truncated,
    Copied,
    CompletionAsShare,
    ComparisonWord,
];
pub const FAULTS_AMID: &[Fault] = &[WrongRate, Truncated, Copied, Ten];
