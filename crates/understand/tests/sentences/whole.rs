//! The text of a whole disclosure, every figure of which goes with the others; one rate of it may be wrong. And the
//! items of a budget.

use crate::draw::Draw;
use crate::sample::Fault::{ByThisYear, Hundred, Ten, Truncated, WrongRate};
use crate::sample::{Fault, Rate, Sample, Sheet};
use crate::voice::Voice;
use crate::words::{CLASSES, DOWN, ITEMS, REASONS, UP};
use juesuan_figure::interval::rounded;
use rust_decimal::Decimal;

/// Counts the rates, and spoils one of them.
struct Rates {
    at: usize,
    count: usize,
}

impl Rates {
    fn of(
        &mut self,
        sheet: &mut Sheet<'_>,
        rate: Rate,
        by_this: Option<Decimal>,
    ) -> Option<String> {
        self.count += 1;
        if sheet.fault.is_some() && self.count == self.at {
            return sheet.spoiled(rate, None, by_this);
        }
        Some(sheet.rate(rate))
    }

    /// A part with its share.
    fn share(&mut self, sheet: &mut Sheet<'_>, part: Decimal, whole: Decimal) -> Option<String> {
        let rate = Rate::of(part, whole)?;
        self.of(sheet, rate, None)
    }

    /// 增加12.00万元，增长3.2%: of an amount, against last year.
    fn change(&mut self, sheet: &mut Sheet<'_>, now: Decimal) -> Option<String> {
        let up = sheet.draw.one_in(2);
        let by = sheet.part_of(now);
        let rate = Rate::growth(now, by, up)?;
        let by_this = (by * Decimal::ONE_HUNDRED).checked_div(now);
        let rate = self.of(sheet, rate, by_this)?;
        let (verb, grows) = sheet.draw.pick(if up { UP } else { DOWN });
        let by = sheet.mark_free(by);
        Some(format!(
            "{verb}{by}，{}{rate}",
            grows.trim_end_matches('了')
        ))
    }
}

fn reason(sheet: &mut Sheet<'_>) -> &'static str {
    sheet.draw.pick(REASONS)
}

/// 一 to 四: totals, income, spending.
fn totals(
    sheet: &mut Sheet<'_>,
    rates: &mut Rates,
    general: Decimal,
    basic: Decimal,
    project: Decimal,
) -> Option<Decimal> {
    // What is fiscal is more than the general public budget: funds, and what was carried over.
    let fiscal = general + sheet.part_of(general);
    let other = sheet.part_of(general);
    let income = fiscal + other;
    let total = income + sheet.part_of(other);
    let change = rates.change(sheet, total)?;
    let why = reason(sheet);
    let shown = sheet.amount(total);
    sheet.say(
        "一、收入支出决算总体情况说明\n{y}年度收入总计{t}，支出总计{t}。与{y0}年度相比，收入、支出总计各{c}，主要原因是{r}。\n",
        &[("t", &shown), ("c", &change), ("r", why)],
    );
    let p = [
        rates.share(sheet, fiscal, income)?,
        rates.share(sheet, other, income)?,
    ];
    let [all, from, rest] = [income, fiscal, other].map(|amount| sheet.amount(amount));
    sheet.say(
        "二、收入决算情况说明\n{y}年度本年收入合计{t}，其中：财政拨款收入{x}，占{p1}；其他收入{z}，占{p2}。\n",
        &[("t", &all), ("x", &from), ("z", &rest), ("p1", &p[0]), ("p2", &p[1])],
    );
    let spending = income;
    let project = project + income - general;
    let p = [
        rates.share(sheet, basic, spending)?,
        rates.share(sheet, project, spending)?,
    ];
    let [all, basic, project] = [spending, basic, project].map(|amount| sheet.amount(amount));
    sheet.say(
        "三、支出决算情况说明\n{y}年度本年支出合计{t}，其中：基本支出{x}，占{p1}；项目支出{z}，占{p2}。\n",
        &[("t", &all), ("x", &basic), ("z", &project), ("p1", &p[0]), ("p2", &p[1])],
    );
    let change = rates.change(sheet, fiscal)?;
    let shown = sheet.amount(fiscal);
    sheet.say(
        "四、财政拨款收入支出决算总体情况说明\n{y}年度财政拨款收入总计{t}，支出总计{t}。与{y0}年度相比，财政拨款收入、支出总计各{c}。\n",
        &[("t", &shown), ("c", &change)],
    );
    Some(spending)
}

/// 五: general public budget spending, with its classes.
fn general(
    sheet: &mut Sheet<'_>,
    rates: &mut Rates,
    general: Decimal,
    spending: Decimal,
    classes: &[(&str, Decimal)],
) -> Option<()> {
    let share = rates.share(sheet, general, spending)?;
    let change = rates.change(sheet, general)?;
    let shown = sheet.amount(general);
    let why = reason(sheet);
    sheet.say(
        "五、一般公共预算财政拨款支出决算情况说明\n（一）总体情况\n{y}年度一般公共预算财政拨款支出{t}，占本年支出合计的{p}。与{y0}年度相比，一般公共预算财政拨款支出{c}，主要是{r}。\n",
        &[("t", &shown), ("p", &share), ("c", &change), ("r", why)],
    );
    sheet.say(
        "（二）结构情况\n{y}年度一般公共预算财政拨款支出{t}，主要用于以下方面：",
        &[("t", &shown)],
    );
    for (number, (name, part)) in classes.iter().enumerate() {
        let share = rates.share(sheet, *part, general)?;
        let part = sheet.amount(*part);
        let end = if number + 1 < classes.len() {
            "；"
        } else {
            "。\n"
        };
        sheet.say(
            "{i}支出（类）{x}，占{p}",
            &[("i", name), ("x", &part), ("p", &share)],
        );
        sheet.say(end, &[]);
    }
    let mut budgets = Vec::new();
    for (_, part) in classes {
        let share = Decimal::new(sheet.draw.between(700, 1300), 3);
        let budget = rounded(*part * share, sheet.voice.decimals);
        budgets.push(
            sheet
                .voice
                .printed(budget.max(Decimal::new(1, sheet.voice.decimals))),
        );
    }
    let budget: Decimal = budgets.iter().sum();
    let rate = rates.share(sheet, general, budget)?;
    let all = sheet.amount(budget);
    sheet.say(
        "（三）具体情况\n{y}年度一般公共预算财政拨款支出年初预算为{b}，支出决算为{t}，完成年初预算的{p}。其中：\n",
        &[("b", &all), ("t", &shown), ("p", &rate)],
    );
    for (number, ((name, part), budget)) in classes.iter().zip(budgets).enumerate() {
        let rate = rates.share(sheet, *part, budget)?;
        let order = match part.cmp(&budget) {
            std::cmp::Ordering::Less => "小于",
            std::cmp::Ordering::Equal => "等于",
            std::cmp::Ordering::Greater => "大于",
        };
        let [part, budget] = [*part, budget].map(|amount| sheet.amount(amount));
        let n = (number + 1).to_string();
        let why = reason(sheet);
        sheet.say(
            "{n}.{i}支出（类）。年初预算为{b}，支出决算为{x}，完成年初预算的{p}，支出决算数{o}年初预算数的主要原因：{r}。\n",
            &[("n", &n), ("i", name), ("b", &budget), ("x", &part), ("p", &rate), ("o", order), ("r", why)],
        );
    }
    Some(())
}

/// 六 to 十一.
fn others(sheet: &mut Sheet<'_>, rates: &mut Rates, basic: Decimal, staff: Decimal) -> Option<()> {
    let office = basic - staff;
    let [shown, staff] = [basic, staff].map(|amount| sheet.amount(amount));
    let public = sheet.amount(office);
    sheet.say(
        "六、一般公共预算财政拨款基本支出决算情况说明\n{y}年度一般公共预算财政拨款基本支出{t}，其中：人员经费{x}，主要包括：基本工资、津贴补贴；公用经费{z}，主要包括：办公费、水费。\n",
        &[("t", &shown), ("x", &staff), ("z", &public)],
    );
    let (whole, parts) = sheet.parts(2);
    let budget = rounded(
        whole * Decimal::new(sheet.draw.between(1010, 1900), 3),
        sheet.voice.decimals,
    );
    let budget = sheet.voice.printed(budget);
    let rate = rates.share(sheet, whole, budget)?;
    let change = rates.change(sheet, whole)?;
    let p = [
        rates.share(sheet, parts[0], whole)?,
        rates.share(sheet, parts[1], whole)?,
    ];
    let [whole, car, guests, budget] =
        [whole, parts[0], parts[1], budget].map(|amount| sheet.amount(amount));
    sheet.say(
        "七、“三公”经费支出决算情况说明\n（一）总体情况\n{y}年度“三公”经费财政拨款支出预算为{b}，支出决算为{t}，完成预算的{p}，比{y0}年度{c}。\n（二）具体情况\n{y}年度“三公”经费支出决算中，公务用车运行维护费支出决算{x}，占{p1}；公务接待费支出决算{z}，占{p2}。\n",
        &[("b", &budget), ("t", &whole), ("p", &rate), ("c", &change), ("x", &car), ("z", &guests), ("p1", &p[0]), ("p2", &p[1])],
    );
    let change = rates.change(sheet, office)?;
    sheet.say(
        "八、机关运行经费支出情况\n{y}年度机关运行经费支出{z}，比{y0}年度{c}。\n",
        &[("z", &public), ("c", &change)],
    );
    let (whole, parts) = sheet.parts(2);
    let firms = sheet.part_of(whole);
    let share = rates.share(sheet, firms, whole)?;
    let [whole, goods, services, firms] =
        [whole, parts[0], parts[1], firms].map(|amount| sheet.amount(amount));
    sheet.say(
        "九、政府采购支出情况\n{y}年度政府采购支出总额{t}，其中：政府采购货物支出{x}、政府采购服务支出{z}。授予中小企业合同金额{f}，占政府采购支出总额的{p}。\n",
        &[("t", &whole), ("x", &goods), ("z", &services), ("f", &firms), ("p", &share)],
    );
    Some(())
}

pub fn disclosure(draw: &mut Draw, mut voice: Voice, fault: Option<Fault>) -> Option<Sample> {
    voice.budget = false;
    let mut sheet = Sheet::new(draw, voice, fault);
    let count = 2 + sheet.draw.below(3);
    let names = sheet.draw.some(CLASSES, count);
    let (whole, parts) = sheet.parts(count);
    let classes: Vec<(&str, Decimal)> = names.into_iter().zip(parts).collect();
    let basic = sheet.part_of(whole);
    let staff = sheet.part_of(basic);
    let project = whole - basic;
    let mut rates = Rates {
        at: 1 + sheet.draw.below(20),
        count: 0,
    };
    let spending = totals(&mut sheet, &mut rates, whole, basic, project)?;
    general(&mut sheet, &mut rates, whole, spending, &classes)?;
    others(&mut sheet, &mut rates, basic, staff)?;
    sheet.done("the text of a whole disclosure")
}

/// Items of a budget: each with its change against last year.
pub fn budget_items(draw: &mut Draw, mut voice: Voice, fault: Option<Fault>) -> Option<Sample> {
    voice.budget = true;
    let mut sheet = Sheet::new(draw, voice, fault);
    let count = 2 + sheet.draw.below(3);
    let names = sheet.draw.some(ITEMS, count);
    let amounts: Vec<Decimal> = names.iter().map(|_| sheet.draw_amount()).collect();
    let total: Decimal = amounts.iter().sum();
    let spending = total + sheet.part_of(total);
    let mut rates = Rates {
        at: 1 + sheet.draw.below(count + 1),
        count: 0,
    };
    let share = rates.share(&mut sheet, total, spending)?;
    let change = rates.change(&mut sheet, total)?;
    let [all, shown] = [spending, total].map(|amount| sheet.amount(amount));
    sheet.say(
        "三、支出预算情况说明\n本部门{y}年支出预算合计{t}。\n五、财政拨款支出预算情况说明\n本部门{y}年财政拨款预算支出{x}，占本年支出合计的{p}。与上年相比，财政拨款支出{c}。其中：\n",
        &[("t", &all), ("x", &shown), ("p", &share), ("c", &change)],
    );
    for (number, ((class, group, item), amount)) in names.iter().zip(amounts).enumerate() {
        let change = rates.change(&mut sheet, amount)?;
        let amount = sheet.amount(amount);
        let n = (number + 1).to_string();
        let why = reason(&mut sheet);
        sheet.say(
            "{n}.{k}（类）{g}（款）{i}（项）支出{x}，与上年相比{c}，主要原因是{r}。\n",
            &[
                ("n", &n),
                ("k", class),
                ("g", group),
                ("i", item),
                ("x", &amount),
                ("c", &change),
                ("r", why),
            ],
        );
    }
    sheet.done("items of a budget")
}

pub const FAULTS: &[Fault] = &[WrongRate, Truncated, ByThisYear, Ten, Hundred];
