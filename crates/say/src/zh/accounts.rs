//! What is said of the tables, of what is typed beside them, and of the text.

use super::figures::{formula_mend, wrong_mended};
use crate::Told;
use juesuan_domain::YEARS;
use juesuan_domain::finding::{
    AccountsMatter, Against, Compared, Difference, Incomparable, OtherSide,
};
use juesuan_figure::{Exact, FigureError, Problem, grouped};

pub(super) fn told(matter: &AccountsMatter) -> Told {
    use AccountsMatter as M;
    match matter {
        M::YearUnreadable { year, layout } => Told::new(format!(
            "年度“{year}”读不出：请填写 {} 到 {} 之间的四位年份，例如 2024{}。",
            YEARS.start(),
            YEARS.end(),
            meanwhile(layout.as_deref())
        ))
        .remedy("填写四位年份"),
        M::YearMissing { layout } => Told::new(format!(
            "年度还没有填写：请填写四位年份，例如 2024{}。",
            meanwhile(layout.as_deref())
        ))
        .remedy("填写年度"),
        M::StyleUnknown { style, used } => Told::new(format!(
            "没有名为“{style}”的说明样式：说明暂用“{used}”，请在“决算说明”中重新选择。"
        ))
        .remedy("重新选择说明样式"),
        M::LayoutUnknown { layout, used } => Told::new(format!(
            "没有名为“{layout}”的版式，先用{used}：请在决算表的版式中重新选择。"
        ))
        .remedy("重新选择版式"),
        M::CellsUnplaced {
            cells,
            count,
            layout,
        } => {
            let more = if *count > cells.len() {
                format!("等 {count} 处")
            } else {
                String::new()
            };
            Told::new(format!(
                "{layout}没有这些单元格：{}{more}。填写的内容仍在文件里，不显示，也不参加计算；换用有这些行、列的版式，就会重新出现。",
                cells.join("、")
            ))
            .remedy("核对版式")
        }
        M::Setting { problem, .. } => {
            Told::new(super::setting_problem(problem)).remedy("在“评分规则”中改正设置")
        }
        M::Unreadable {
            error,
            phrase,
            example,
            money,
        } => unreadable(error, phrase, example, *money),
        M::NotWhole { text, label } => Told::new(format!(
            "{label}“{text}”不是整数：请填写整数，例如 1。"
        )),
        M::OutOfRange { phrase } => Told::new(format!(
            "{phrase}由其他单元格算出，位数超出可精确表示的范围：请核对各项的位数。"
        ))
        .remedy("核对各项的位数"),
        M::Negative { number, phrase } => Told::new(format!(
            "{phrase} {} 小于零：如不是冲减，请改为不小于零的数。",
            grouped(number.decimal())
        ))
        .remedy("核对正负号"),
        M::Decimals { number, phrase } => Told::new(format!(
            "{phrase} {} 万元多于两位小数：决算以万元为单位，保留两位小数；按元填写时请写上“元”。",
            grouped(number.decimal())
        ))
        .remedy("保留两位小数"),
        M::CodeMissing { line } => Told::new(format!(
            "第 {} 行有金额，没有科目编码：请填写编码，或从科目表中选择。",
            line + 1
        ))
        .remedy("选择科目"),
        M::CodeUnreadable { code } => Told::new(format!(
            "“{code}”不是科目编码：类、款、项的编码是 3、5、7 位数字，例如 2080109。"
        ))
        .remedy("选择科目"),
        M::CodeUnknown { code, depth } => Told::new(format!(
            "本工具的科目表中没有编码 {code}（{depth}）：请核对编码；确有此科目时请写全名称，可搁置本条。"
        ))
        .remedy("核对编码"),
        M::CodeTwice { code, first } => Told::new(format!(
            "编码 {code} 在第 {} 行已经有了：请合并成一行，否则会重复计算。",
            first + 1
        ))
        .remedy("合并成一行"),
        M::CodeOrphan {
            code,
            above,
            name,
            depth,
        } => Told::new(format!(
            "{code} 上面缺少 {above} {name}（{depth}）一行：请补上，各级合计才能核对。"
        ))
        .remedy("补上一级科目"),
        M::CodeName { code, typed, name } => Told::new(format!(
            "编码 {code} 的科目名称是“{name}”，填写的是“{typed}”：请核对编码和名称。"
        ))
        .remedy(format!("改为{name}")),
        M::TableEmpty { table, nothing, .. } => Told::new(format!(
            "{table}还没有填写：如没有{nothing}，请勾选“本表无数据”，说明会照实写明。"
        ))
        .remedy("填写，或勾选“本表无数据”"),
        M::TableNotEmpty { table, nothing, .. } => Told::new(format!(
            "{table}勾选了“本表无数据”，表中却有数字：如有{nothing}，请取消勾选。"
        ))
        .remedy("取消勾选，或清除数字"),
        M::TableSum { sums, phrase } => Told::new(format!(
            "{phrase} {} 与各项之和 {} 不等，相差 {}：请核对这些单元格。",
            sums.whole.grouped(),
            sums.parts.grouped(),
            apart(*sums)
        ))
        .remedy("核对合计和各项"),
        M::PartsExceed { sums, phrase } => Told::new(format!(
            "{phrase} {} 小于已填各项之和 {}，少 {}：请核对这些单元格。",
            sums.whole.grouped(),
            sums.parts.grouped(),
            apart(*sums)
        ))
        .remedy("核对合计和各项"),
        M::TableShort {
            sums,
            phrase,
            other,
        } => {
            let rows = match other {
                Some(table) => format!("{table} 同类各行"),
                None => "各行".to_owned(),
            };
            Told::new(format!(
                "{phrase} {}，{rows}合计 {}，少 {}：还有行未录，或金额有误。",
                sums.whole.grouped(),
                sums.parts.grouped(),
                apart(*sums)
            ))
            .remedy("补录各行，或核对金额")
        }
        M::Rounding { count, one } => Told::new(match one {
            Some(one) => format!(
                "1 处尾差，在四舍五入范围内：{}，不必修改。",
                difference(one)
            ),
            None => format!("{count} 处尾差，均在四舍五入范围内，不必修改。"),
        }),
        M::RoundingShown { count, one } => {
            let why = "按元计算与各项之和一致，折算成万元显示时有四舍五入的尾差，不必修改。";
            Told::new(match one {
                Some(one) => format!("{}：{why}", difference(one)),
                None => format!("{count} 处合计{why}"),
            })
        }
        M::TablesDisagree {
            sums,
            phrase,
            other,
        } => Told::new(format!(
            "{phrase} {} 与{other} {} 不等，相差 {}：请核对两处。",
            sums.whole.grouped(),
            sums.parts.grouped(),
            apart(*sums),
            other = other_side(other)
        ))
        .remedy("核对两表"),
        M::Unbudgeted { actual, phrase } => Told::new(format!(
            "{phrase} {}，年初预算数为 0：请核对预算数，或说明年中追加的原因。",
            grouped(*actual)
        ))
        .remedy("核对预算数"),
        M::OverBudget {
            actual,
            budget,
            phrase,
        } => Told::new(format!(
            "{phrase} {} 大于预算数 {}：“三公”经费一般不得超预算，请核对。",
            grouped(*actual),
            grouped(*budget)
        ))
        .remedy("核对预算数和决算数"),
        M::MoreThan {
            part,
            whole,
            part_label,
            whole_label,
        } => Told::new(format!(
            "{part_label} {} 大于{whole_label} {}：请核对这两个数。",
            grouped(part.decimal()),
            grouped(whole.decimal())
        ))
        .remedy("核对这两个数"),
        M::MoreThanProcurement { part, whole } => Told::new(format!(
            "授予中小企业合同金额 {} 大于政府采购支出总额 {}，占比会超过 100%：请核对。",
            grouped(part.decimal()),
            whole.grouped()
        ))
        .remedy("核对采购金额"),
        M::RunningParts { sums, table } => Told::new(format!(
            "公务用车运行维护费各项之和 {} 与{table}的决算数 {} 不等：请核对燃料、维修、过路、保险等各项。",
            sums.parts.grouped(),
            sums.whole.grouped()
        ))
        .remedy("核对各项"),
        M::OperatingDiffers {
            typed,
            public,
            table,
        } => Told::new(format!(
            "机关运行经费 {} 与{table}的公用经费合计 {} 不等：行政单位和参照公务员法管理的单位两数应当一致。",
            grouped(typed.decimal()),
            public.grouped()
        ))
        .remedy("核对这两个数"),
        M::MoreHeld { held, all } => Told::new(format!(
            "开支财政拨款的公务用车保有量 {held} 辆多于单位的全部车辆 {} 辆：请核对两处车辆数。",
            grouped(*all)
        ))
        .remedy("核对车辆数"),
        M::SpentOnNothing {
            spent,
            phrase,
            label,
        } => Told::new(format!(
            "{phrase} {}，{label}却是 0：请核对这两个数。",
            grouped(*spent)
        ))
        .remedy("核对这两个数"),
        M::NothingSpent {
            count,
            phrase,
            label,
        } => Told::new(format!(
            "{label} {count}，{phrase}却是 0：请核对这两个数。"
        ))
        .remedy("核对这两个数"),
        M::WorkNotComparable { why } => Told::new(format!(
            "{}，不能计算完成率：请统一单位，或把数字写在文字里。",
            incomparable(why)
        ))
        .remedy("统一单位"),
        M::FormsDisagree { sums, phrase, name } => Told::new(format!(
            "{phrase} {} 与{name} {} 不等，相差 {}：同一笔钱只有一个数，请核对两处。",
            sums.whole.grouped(),
            sums.parts.grouped(),
            apart(*sums),
            name = other_side(name)
        ))
        .remedy("核对决算表和自评表"),
        M::SharesRounded { sum, whole } => Told::new(format!(
            "{whole}各项占比四舍五入后合计 {sum}，不是 100%：数字没有错，如需凑整，可在“速算”的结构计算中用最大余额法调整。"
        )),
        M::ReasonMissing { what, against } => {
            let against = match against {
                Against::LastYear => "比上年变动",
                Against::Budget => "与预算差异",
                Against::Anything => "差异",
            };
            Told::new(format!(
                "{what}{against}的原因还没有写：请在决算说明中写明。"
            ))
            .remedy("写明原因")
        }
        M::Senseless { name, why } => Told::new(format!(
            "决算说明用到“{name}”：{}。请核对；确实如此，请改写这一句。",
            super::senseless(why)
        ))
        .remedy("核对数字，或改写这一句"),
        M::Waiting { name } => Told::new(format!(
            "决算说明用到“{name}”，这一格还没有填写。"
        ))
        .remedy("填写这一格"),
        M::Unexplained { code, name } => Told::new(format!(
            "名词解释里“{name}”（{code}）还没有说明：请在决算说明的名词解释中写明。"
        ))
        .remedy("写明科目的含义"),
        M::FigureUnknown { name } => Told::new(format!(
            "改写的句子里没有名为“{name}”的数字：请从列表中选用，或恢复标准句子。"
        ))
        .remedy("改用列表中的数字"),
        M::FigureTyped { words } => Told::new(format!(
            "改写的句子里有手工填写的数字“{words}”，不会随表格变化：请改用大括号中的数字名称。"
        ))
        .remedy("改用大括号中的数字名称"),
    }
}

pub(crate) fn difference(difference: &Difference) -> String {
    match difference {
        Difference::Short { phrase, sums } => format!(
            "{phrase} {}，各行合计 {}，少 {}",
            sums.whole.grouped(),
            sums.parts.grouped(),
            apart(*sums)
        ),
        Difference::Rounding {
            phrase,
            other,
            sums,
        } => format!(
            "{phrase} {} 与{other} {} 差 {}",
            sums.whole.grouped(),
            sums.parts.grouped(),
            apart(*sums),
            other = other_side(other)
        ),
        Difference::Shown { phrase, shown, sum } => format!(
            "{phrase}显示为 {}，各项显示数之和是 {}",
            shown.grouped(),
            sum.grouped()
        ),
    }
}

fn meanwhile(layout: Option<&str>) -> String {
    layout.map_or_else(String::new, |layout| format!("；决算表暂用“{layout}”"))
}

fn apart(sums: Compared) -> String {
    let apart = sums.apart();
    apart.map_or_else(|| "超出范围".to_owned(), Exact::grouped)
}

fn unreadable(error: &FigureError, phrase: &str, example: &str, money: bool) -> Told {
    let mend = match &error.problem {
        Problem::TooLarge => "请核对位数".to_owned(),
        Problem::TooPrecise => "请按需要的位数填写".to_owned(),
        problem @ (Problem::Formula(_) | Problem::NotWorkedOut(_)) => {
            formula_mend(problem).to_owned()
        }
        Problem::Unit(_) if money => format!("请填写金额，例如 {example}"),
        _ => format!("请填写数字，例如 {example}"),
    };
    Told::new(format!("{phrase}{}", wrong_mended(error, &mend)))
}

fn incomparable(why: &Incomparable) -> String {
    match why {
        Incomparable::Units(target, actual) => {
            format!("目标值的单位是“{target}”，完成值的单位是“{actual}”")
        }
        Incomparable::Periods => "目标值和完成值的期间不同".to_owned(),
        Incomparable::ZeroTarget => "目标值为 0，不能计算完成率".to_owned(),
        Incomparable::TooLarge => super::too_large(&juesuan_figure::TooLarge),
    }
}

/// What an amount is held against.
fn other_side(other: &OtherSide) -> String {
    match other {
        OtherSide::Cell(phrase) => phrase.clone(),
        OtherSide::NoRow { table, row } => format!("{table}（没有“{row}”的行）"),
        OtherSide::Cells { first, count } => format!("{first}等 {count} 格之和"),
        OtherSide::Parts => "各项之和".to_owned(),
        OtherSide::Facts => "说明资料中各项之和".to_owned(),
        OtherSide::FormExecution => "整体自评表的执行数".to_owned(),
        OtherSide::FormBasic => "整体自评表的基本支出总额".to_owned(),
        OtherSide::FormProjects => "整体自评表的项目支出总额".to_owned(),
        OtherSide::ProjectForms => "各项目自评表的执行数合计".to_owned(),
    }
}
