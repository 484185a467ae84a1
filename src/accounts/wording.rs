//! The sentences the checks of the accounts say: what is wrong, what was read, what would mend it.

use super::cell::{Cell, Fact, WorkField};
use super::finding::{Also, Finding};
use super::identity::Identity;
use super::subjects::{Depth, Subject};
use crate::figure::{Exact, FigureError, Number, Problem, grouped};
use crate::finding::Code;
use crate::settings::Setting;
use crate::year::YEARS;
use rust_decimal::Decimal;

/// What an amount looks like.
pub(super) const AMOUNT: &str = "1,552.63";

/// A year that cannot be read, and the layout that is used meanwhile.
/// `by_year`: the layout that stands in for that of the year.
pub(crate) fn year_unreadable(typed: &str, by_year: Option<&str>) -> Finding {
    let shown: String = typed.trim().chars().take(20).collect();
    Finding::new(
        Code::YearUnreadable,
        Cell::Year,
        format!(
            "年度“{shown}”读不出：请填写 {} 到 {} 之间的四位年份，例如 2024{}。",
            YEARS.start(),
            YEARS.end(),
            meanwhile(by_year)
        ),
    )
    .remedy("填写四位年份")
}

/// `by_year`: the layout that stands in for that of the year.
pub(crate) fn year_missing(by_year: Option<&str>) -> Finding {
    Finding::new(
        Code::YearMissing,
        Cell::Year,
        format!(
            "年度还没有填写：请填写四位年份，例如 2024{}。",
            meanwhile(by_year)
        ),
    )
    .remedy("填写年度")
}

fn meanwhile(by_year: Option<&str>) -> String {
    by_year.map_or_else(String::new, |layout| format!("；决算表暂用“{layout}”"))
}

/// A style that is not there, and the one the text is written in instead.
pub(crate) fn style_unknown(id: &str, used: &str) -> Finding {
    let shown: String = id.trim().chars().take(30).collect();
    Finding::new(
        Code::StyleUnknown,
        Cell::Style,
        format!("没有名为“{shown}”的说明样式：说明暂用“{used}”，请在“决算说明”中重新选择。"),
    )
    .remedy("重新选择说明样式")
}

/// A setting that cannot be read, where there is no form to say it at.
pub(crate) fn setting_unreadable(setting: Setting, problem: String) -> Finding {
    Finding::new(Code::SettingUnreadable, Cell::Setting(setting), problem)
        .remedy("在“评分规则”中改正设置")
}

pub(super) fn unreadable(cell: Cell, phrase: &str, error: &FigureError, example: &str) -> Finding {
    let mend = match &error.problem {
        Problem::TooLarge => "请核对位数".to_owned(),
        Problem::TooPrecise => "请按需要的位数填写".to_owned(),
        Problem::Unit(_) if example == AMOUNT => format!("请填写金额，例如 {example}"),
        _ => format!("请填写数字，例如 {example}"),
    };
    Finding::new(
        Code::FigureUnreadable,
        cell,
        format!("{phrase}{error}：{mend}。"),
    )
}

pub(super) fn not_whole(cell: Cell, label: &str, text: &str) -> Finding {
    let shown: String = text.trim().chars().take(20).collect();
    Finding::new(
        Code::FigureUnreadable,
        cell,
        format!("{label}“{shown}”不是整数：请填写整数，例如 1。"),
    )
}

pub(super) fn negative(cell: Cell, phrase: &str, number: Number) -> Finding {
    let shown = grouped(number.decimal());
    Finding::new(
        Code::AmountNegative,
        cell,
        format!("{phrase} {shown} 小于零：如不是冲减，请改为不小于零的数。"),
    )
    .remedy("核对正负号")
}

pub(super) fn decimals(cell: Cell, phrase: &str, number: Number) -> Finding {
    let shown = grouped(number.decimal());
    Finding::new(
        Code::AmountDecimals,
        cell,
        format!("{phrase} {shown} 万元多于两位小数：决算以万元为单位，保留两位小数；按元填写时请写上“元”。"),
    )
    .remedy("保留两位小数")
}

pub(super) fn code_missing(cell: Cell, line: usize) -> Finding {
    Finding::new(
        Code::CodeUnknown,
        cell,
        format!(
            "第 {} 行有金额，没有科目编码：请填写编码，或从科目表中选择。",
            line + 1
        ),
    )
    .remedy("选择科目")
}

pub(super) fn code_unreadable(cell: Cell, code: &str) -> Finding {
    let shown: String = code.chars().take(20).collect();
    Finding::new(
        Code::CodeUnknown,
        cell,
        format!("“{shown}”不是科目编码：类、款、项的编码是 3、5、7 位数字，例如 2080109。"),
    )
    .remedy("选择科目")
}

pub(super) fn code_unknown(cell: Cell, code: &str, depth: Depth) -> Finding {
    Finding::new(
        Code::CodeUnknown,
        cell,
        format!(
            "本工具的科目表中没有编码 {code}（{}）：请核对编码；确有此科目时请写全名称，可搁置本条。",
            depth.name()
        ),
    )
    .remedy("核对编码")
}

pub(super) fn code_twice(cell: Cell, code: &str, first: usize) -> Finding {
    Finding::new(
        Code::CodeTwice,
        cell,
        format!(
            "编码 {code} 在第 {} 行已经有了：请合并成一行，否则会重复计算。",
            first + 1
        ),
    )
    .remedy("合并成一行")
}

pub(super) fn code_orphan(cell: Cell, code: &str, above: &str, name: &str) -> Finding {
    let depth = Depth::of(above).map_or("", Depth::name);
    Finding::new(
        Code::CodeOrphan,
        cell,
        format!("{code} 上面缺少 {above} {name}（{depth}）一行：请补上，各级合计才能核对。"),
    )
    .remedy("补上一级科目")
}

pub(super) fn code_name(cell: Cell, subject: Subject, typed: &str) -> Finding {
    let shown: String = typed.chars().take(30).collect();
    Finding::new(
        Code::CodeName,
        cell,
        format!(
            "编码 {} 的科目名称是“{}”，填写的是“{shown}”：请核对编码和名称。",
            subject.code, subject.name
        ),
    )
    .remedy(format!("改为{}", subject.name))
    .mend(cell, subject.name)
}

pub(super) fn table_empty(cell: Cell, table: &str, nothing: &str) -> Finding {
    Finding::new(
        Code::TableEmpty,
        cell,
        format!("{table}还没有填写：如没有{nothing}，请勾选“本表无数据”，说明会照实写明。"),
    )
    .remedy("填写，或勾选“本表无数据”")
}

pub(super) fn table_not_empty(cell: Cell, table: &str, nothing: &str) -> Finding {
    Finding::new(
        Code::TableNotEmpty,
        cell,
        format!("{table}勾选了“本表无数据”，表中却有数字：如有{nothing}，请取消勾选。"),
    )
    .remedy("取消勾选，或清除数字")
}

/// A whole, and what its parts come to.
#[derive(Clone, Copy)]
pub(crate) struct Compared {
    pub whole: Exact,
    pub parts: Exact,
}

impl Compared {
    fn apart(self) -> String {
        let apart = self.whole.checked_sub(self.parts);
        apart.map_or_else(|| "超出范围".to_owned(), |apart| apart.abs().grouped())
    }
}

pub(super) fn table_sum(cell: Cell, phrase: &str, sums: Compared) -> Finding {
    Finding::new(
        Code::TableSum,
        cell,
        format!(
            "{phrase} {} 与各项之和 {} 不等，相差 {}：请核对这些单元格。",
            sums.whole.grouped(),
            sums.parts.grouped(),
            sums.apart()
        ),
    )
    .remedy("核对合计和各项")
}

pub(super) fn parts_exceed(cell: Cell, phrase: &str, sums: Compared) -> Finding {
    Finding::new(
        Code::TableSum,
        cell,
        format!(
            "{phrase} {} 小于已填各项之和 {}，少 {}：请核对这些单元格。",
            sums.whole.grouped(),
            sums.parts.grouped(),
            sums.apart()
        ),
    )
    .remedy("核对合计和各项")
}

/// Rows that come to less than their whole, which may not all be there yet.
pub(super) fn table_short(cell: Cell, phrase: &str, rows: &str, sums: Compared) -> Finding {
    Finding::new(
        Code::TableShort,
        cell,
        format!(
            "{phrase} {}，{rows}合计 {}，少 {}：还有行未录，或金额有误。",
            sums.whole.grouped(),
            sums.parts.grouped(),
            sums.apart()
        ),
    )
    .remedy("补录各行，或核对金额")
}

pub(super) fn short_place(cell: Cell, phrase: &str, sums: Compared) -> Also {
    Also {
        cell,
        text: format!(
            "{phrase} {}，各行合计 {}，少 {}",
            sums.whole.grouped(),
            sums.parts.grouped(),
            sums.apart()
        ),
    }
}

/// Where rounding makes a difference: both sides and how far they are apart.
pub(crate) fn rounding_place(cell: Cell, phrase: &str, other: &str, sums: Compared) -> Also {
    Also {
        cell,
        text: format!(
            "{phrase} {} 与{other} {} 差 {}",
            sums.whole.grouped(),
            sums.parts.grouped(),
            sums.apart()
        ),
    }
}

/// One notice for all differences that rounding explains.
pub(super) fn rounding(places: Vec<Also>) -> Option<Finding> {
    let first = places.first()?;
    let message = match &places[..] {
        [one] => format!("1 处尾差，在四舍五入范围内：{}，不必修改。", one.text),
        _ => format!("{} 处尾差，均在四舍五入范围内，不必修改。", places.len()),
    };
    let mut finding = Finding::new(Code::TableRounding, first.cell, message);
    finding.also = places;
    Some(finding)
}

pub(super) fn shown_place(cell: Cell, phrase: &str, shown: Exact, sum: Exact) -> Also {
    Also {
        cell,
        text: format!(
            "{phrase}显示为 {}，各项显示数之和是 {}",
            shown.grouped(),
            sum.grouped()
        ),
    }
}

/// One notice for all exact sums that do not add up in what is displayed of them.
pub(super) fn rounding_shown(places: Vec<Also>) -> Option<Finding> {
    let first = places.first()?;
    let why = "按元计算与各项之和一致，折算成万元显示时有四舍五入的尾差，不必修改。";
    let message = match &places[..] {
        [one] => format!("{}：{why}", one.text),
        _ => format!("{} 处合计{why}", places.len()),
    };
    let mut finding = Finding::new(Code::RoundingShown, first.cell, message);
    finding.also = places;
    Some(finding)
}

/// A cell whose amount follows and is too long to be shown.
pub(super) fn out_of_range(cell: Cell, phrase: &str) -> Finding {
    Finding::new(
        Code::FigureUnreadable,
        cell,
        format!("{phrase}由其他单元格算出，位数超出可精确表示的范围：请核对各项的位数。"),
    )
    .remedy("核对各项的位数")
}

pub(super) fn tables_disagree(
    cell: Cell,
    identity: &Identity,
    phrase: &str,
    other: &str,
    sums: Compared,
) -> Finding {
    Finding::new(
        Code::TablesDisagree,
        cell,
        format!(
            "{phrase} {} 与{other} {} 不等，相差 {}：请核对两处。",
            sums.whole.grouped(),
            sums.parts.grouped(),
            sums.apart()
        ),
    )
    .rule(format!("勾稽关系 {}：{}", identity.no, identity.title))
    .remedy("核对两表")
}

pub(super) fn unbudgeted(cell: Cell, phrase: &str, actual: Decimal) -> Finding {
    Finding::new(
        Code::SpentUnbudgeted,
        cell,
        format!(
            "{phrase} {}，年初预算数为 0：请核对预算数，或说明年中追加的原因。",
            grouped(actual)
        ),
    )
    .remedy("核对预算数")
}

pub(super) fn over_budget(cell: Cell, phrase: &str, actual: Decimal, budget: Decimal) -> Finding {
    Finding::new(
        Code::SpentOverBudget,
        cell,
        format!(
            "{phrase} {} 大于预算数 {}：“三公”经费一般不得超预算，请核对。",
            grouped(actual),
            grouped(budget)
        ),
    )
    .working(format!(
        "{} − {} = {}",
        grouped(actual),
        grouped(budget),
        grouped(actual - budget)
    ))
    .remedy("核对预算数和决算数")
}

pub(super) fn more_than(part: Fact, p: Number, whole: &str, w: Number) -> Finding {
    Finding::new(
        Code::FactsDisagree,
        Cell::Fact(part),
        format!(
            "{} {} 大于{whole} {}：请核对这两个数。",
            part.label(),
            grouped(p.decimal()),
            grouped(w.decimal())
        ),
    )
    .remedy("核对这两个数")
}

pub(super) fn more_than_procurement(part: Number, whole: Exact) -> Finding {
    Finding::new(
        Code::FactsDisagree,
        Cell::Fact(Fact::SmallMedium),
        format!(
            "授予中小企业合同金额 {} 大于政府采购支出总额 {}，占比会超过 100%：请核对。",
            grouped(part.decimal()),
            whole.grouped()
        ),
    )
    .remedy("核对采购金额")
}

pub(super) fn running_parts(first: Fact, table: &str, sums: Compared, working: String) -> Finding {
    Finding::new(
        Code::FactsDisagree,
        Cell::Fact(first),
        format!(
            "公务用车运行维护费各项之和 {} 与{table}的决算数 {} 不等：请核对燃料、维修、过路、保险等各项。",
            sums.parts.grouped(),
            sums.whole.grouped()
        ),
    )
    .working(working)
    .remedy("核对各项")
}

pub(super) fn operating_differs(typed: Number, table: &str, public: Exact) -> Finding {
    Finding::new(
        Code::FactsDisagree,
        Cell::Fact(Fact::Operating),
        format!(
            "机关运行经费 {} 与{table}的公用经费合计 {} 不等：行政单位和参照公务员法管理的单位两数应当一致。",
            grouped(typed.decimal()),
            public.grouped()
        ),
    )
    .remedy("核对这两个数")
}

pub(super) fn more_held(held: Number, all: Decimal) -> Finding {
    Finding::new(
        Code::FactsDisagree,
        Cell::Fact(Fact::Held),
        format!(
            "开支财政拨款的公务用车保有量 {held} 辆多于单位的全部车辆 {} 辆：请核对两处车辆数。",
            grouped(all)
        ),
    )
    .remedy("核对车辆数")
}

pub(super) fn spent_on_nothing(fact: Fact, phrase: &str, spent: Decimal) -> Finding {
    Finding::new(
        Code::FactsMissing,
        Cell::Fact(fact),
        format!(
            "{phrase} {}，{}却是 0：请核对这两个数。",
            grouped(spent),
            fact.label()
        ),
    )
    .remedy("核对这两个数")
}

pub(super) fn nothing_spent(fact: Fact, phrase: &str, count: Number) -> Finding {
    Finding::new(
        Code::FactsMissing,
        Cell::Fact(fact),
        format!("{} {count}，{phrase}却是 0：请核对这两个数。", fact.label()),
    )
    .remedy("核对这两个数")
}

pub(super) fn work_not_comparable(row: usize, why: &str) -> Finding {
    Finding::new(
        Code::UnitMismatch,
        Cell::Work(row, WorkField::ActualValue),
        format!("{why}，不能计算完成率：请统一单位，或把数字写在文字里。"),
    )
    .remedy("统一单位")
}

/// A figure of the accounts, and what the forms say of the same money.
pub(crate) fn forms_disagree(cell: Cell, phrase: &str, name: &str, sums: Compared) -> Finding {
    Finding::new(
        Code::FormsDisagree,
        cell,
        format!(
            "{phrase} {} 与{name} {} 不等，相差 {}：同一笔钱只有一个数，请核对两处。",
            sums.whole.grouped(),
            sums.parts.grouped(),
            sums.apart()
        ),
    )
    .remedy("核对决算表和自评表")
}

pub(super) fn layout_unknown(id: &str, used: &str) -> Finding {
    let shown: String = id.chars().take(30).collect();
    Finding::new(
        Code::LayoutUnknown,
        Cell::Layout,
        format!("没有名为“{shown}”的版式，先用{used}：请在决算表的版式中重新选择。"),
    )
    .remedy("重新选择版式")
}

/// Cells with something typed for which the layout has no place.
pub(super) fn cells_unplaced(layout: &str, cells: &[String]) -> Finding {
    const SHOWN: usize = 6;
    let named = cells.iter().take(SHOWN).map(String::as_str);
    let named: Vec<&str> = named.collect();
    let more = if cells.len() > SHOWN {
        format!("等 {} 处", cells.len())
    } else {
        String::new()
    };
    Finding::new(
        Code::CellsUnplaced,
        Cell::Layout,
        format!(
            "{layout}没有这些单元格：{}{more}。填写的内容仍在文件里，不显示，也不参加计算；换用有这些行、列的版式，就会重新出现。",
            named.join("、")
        ),
    )
    .remedy("核对版式")
}
