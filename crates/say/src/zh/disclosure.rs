//! What is said of a published disclosure.

use super::disclosure_forms as forms;
use super::disclosure_names::{cause, statement_kind, table_no};
use crate::Told;
use juesuan_understand::{
    Finding, Lacking, Matter, Order, Residue, Severity, StatementKind, YearFrame,
};

/// Quoted findings that one sentence names; of more it says how many.
const MOST_NAMED: usize = 5;

pub(crate) fn found(finding: &Finding) -> Told {
    let sure = finding.severity == Severity::Error;
    let why = why(finding);
    told(&finding.matter, sure, &why, of_table(finding))
}

/// Whether the other place is a cell of a table.
fn of_table(finding: &Finding) -> bool {
    finding.also.first().is_some_and(|spot| spot.cell.is_some())
}

/// The calculation and the cause, as the end of a sentence.
fn why(finding: &Finding) -> String {
    let working = finding.working.as_deref().unwrap_or_default();
    let working = match working {
        "" => String::new(),
        working => format!("（{working}）"),
    };
    let cause = finding
        .cause
        .map_or_else(String::new, |why| format!("，可能是{}", cause(&why)));
    format!("{working}{cause}")
}

fn told(matter: &Matter, sure: bool, why: &str, of_table: bool) -> Told {
    use Matter as M;
    match matter {
        M::Claim {
            kind,
            name,
            printed,
            right,
        } => claim(&subject(*kind, name), printed, right, why, (sure, of_table)),
        M::Direction { name, printed, up } => direction(name, printed, *up, why),
        M::NotUnchanged { name, printed } => Told::new(format!(
            "{}写的是“{printed}”，同一处却有增减{why}：请核对增减额，或者改正用词。",
            of(name)
        ))
        .remedy("核对增减额和用词"),
        M::Order { name, printed, is } => {
            let (is, remedy) = match is {
                Order::Less => ("小于", "改为“小于”"),
                Order::Equal => ("等于", "改为“等于”"),
                Order::Greater => ("大于", "改为“大于”"),
            };
            Told::new(format!(
                "{}写的是“{printed}”，实际前一个数{is}后一个数{why}：请改正比较的用词。",
                of(name)
            ))
            .remedy(remedy)
        }
        M::Sum { name, printed, sum } => Told::new(format!(
            "{}合计“{printed}”与各项之和 {sum} 不等{why}：请核对合计和各项。",
            of(name)
        ))
        .remedy("核对合计和各项"),
        M::Twice {
            name,
            printed,
            before,
        } => Told::new(format!(
            "“{name}”前面是 {before}，这里是 {printed}，两处不一致{why}：请核对是哪一处有误。"
        ))
        .remedy("核对两处"),
        M::Rounded { figures } => {
            let one = |(printed, exact): &(String, String)| {
                if exact.is_empty() {
                    printed.clone()
                } else {
                    format!("{printed}（按所列数计算为 {exact}）")
                }
            };
            Told::new(format!(
                "{} 处尾差，在四舍五入范围内，不必修改：{}。",
                figures.len(),
                named(figures.iter().map(one))
            ))
        }
        M::ZeroBase { figures } => Told::new(format!(
            "{} 处以 0 为基数的百分比（{}），除数为 0，算不出百分比：可改为文字说明，例如“上年无此项支出”。",
            figures.len(),
            named(figures.iter().cloned())
        )),
        M::LastYear {
            name,
            printed,
            before,
            right,
        } => Told::new(format!(
            "{}写的是“{printed}”，上年公开的是 {before}，据此应为 {right}{why}：请核对；上年数有调整的，请说明。",
            of(name)
        ))
        .remedy("核对上年数"),
        M::TableAmount {
            table,
            what,
            printed,
            right,
        } => Told::new(format!(
            "{}“{what}”是 {printed}，应为 {right}{why}：表内合计或其他表都是这个数。",
            title(table)
        ))
        .remedy(format!("改为 {right}")),
        M::SumOfParts {
            table,
            what,
            printed,
            right,
        } => Told::new(format!(
            "{}“{what}”是 {printed}，各项之和是 {right}，两者不等{why}：请核对合计和各项。",
            title(table)
        ))
        .remedy("核对合计和各项"),
        M::TwoTables {
            table,
            what,
            printed,
            other_table,
            other_what,
            other,
        } => Told::new(format!(
            "{}“{what}”是 {printed}，{}“{other_what}”是 {other}，应当相等而不等{why}：请核对两表。",
            title(table),
            title(other_table)
        ))
        .remedy("核对两表"),
        M::RepeatedRow { table, what } => Told::new(format!(
            "{}“{what}”一行出现了两次，合计因此对不上{why}：请删去多出的一行。",
            title(table)
        ))
        .remedy("删去重复的行"),
        M::MissingTables { numbers } => Told::new(format!(
            "目录或说明中提到的{}没有找到：请补上；没有数据的表也应公开空表，并注明原因。",
            named(numbers.iter().map(table_no))
        ))
        .remedy("补上缺少的表"),
        M::RoundedSums { count } => Told::new(format!(
            "表中 {count} 处合计有尾差，在四舍五入范围内，不必修改。"
        )),
        M::NothingButAmounts { what } => Told::new(format!(
            "文字说没有{what}，表中却有数字{why}：请核对文字和表。"
        ))
        .remedy("核对文字和表"),
        M::AmountButEmpty { what, printed } => Told::new(format!(
            "文字中{what}是 {printed}，对应的表却是空的{why}：请核对文字和表。"
        ))
        .remedy("填写表，或改正文字"),
        M::ItemsNotSpent { items } => Told::new(format!(
            "文字列出了{}，表中这些项目没有支出：请删去，或核对表。",
            quoted(items)
        ))
        .remedy("删去没有支出的项目"),
        M::ItemsNotListed { items } => Told::new(format!(
            "表中{}有支出，文字没有列出：请补上，或核对表。",
            quoted(items)
        ))
        .remedy("补上漏列的项目"),
        M::SubjectName {
            printed,
            right,
            code,
        } => Told::new(format!(
            "科目名称“{printed}”与表中{}“{right}”不一致：请改为同一名称。",
            code_of(code)
        ))
        .remedy(format!("改为“{right}”")),
        M::SubjectLevel { printed, right } => Told::new(format!(
            "科目“{printed}”的级次不对，应为“{right}”：类、款、项以编码 3、5、7 位为准。"
        ))
        .remedy(format!("改为“{right}”")),
        M::Purpose { printed, subject } => Told::new(format!(
            "“{subject}”下面的用途写的是“{printed}”，像是从别的科目照抄来的：请核对。"
        ))
        .remedy("核对用途"),
        M::NoReason => {
            Told::new("决算数与预算数不同，没有说明原因：请补写差异的主要原因。").remedy("补写原因")
        }
        M::ChangedAndUnchanged { printed } => Told::new(format!(
            "“{printed}”既说有增减，又说持平：请只保留与数字相符的一种说法。"
        ))
        .remedy("只留一种说法"),
        M::Year {
            printed,
            right,
            frame,
        } => {
            let place = match frame {
                YearFrame::Title => "标题",
                YearFrame::Statement => "这句话说的年度",
                YearFrame::Comparison => "作比较的年度",
                YearFrame::Day => "截止日期的年份",
            };
            Told::new(format!(
                "{place}写的是 {printed} 年，按本文应为 {right} 年：请改正年份。"
            ))
            .remedy(format!("改为 {right} 年"))
        }
        M::UnitName { printed, right } => Told::new(format!(
            "单位名称“{printed}”与全文的“{right}”不一致：请改为同一名称。"
        ))
        .remedy(format!("改为“{right}”")),
        M::Contents { printed, heading } => match heading {
            Some(heading) => Told::new(format!(
                "目录中是“{printed}”，正文标题是“{heading}”：请改为一致。"
            ))
            .remedy("使目录与标题一致"),
            None => Told::new(format!(
                "目录中的“{printed}”在正文里没有这个标题：请补上，或从目录中删去。"
            ))
            .remedy("补上标题，或删去这一条"),
        },
        M::Numbering {
            before,
            printed,
            right,
        } => Told::new(format!(
            "编号“{before}”后面是“{printed}”，应为“{right}”：请改正编号，或补上漏掉的部分。"
        ))
        .remedy(format!("改为“{right}”")),
        M::Residue { kind, printed } => residue(*kind, printed),
        M::Lacking {
            what,
            printed,
            right,
        } => lacking(*what, printed, right.as_deref()),
        M::Bracket { sign, opens } => {
            let (lacks, where_) = if *opens {
                ("没有合上", "后")
            } else {
                ("没有开头", "前")
            };
            Told::new(format!(
                "“{sign}”{lacks}：请在它{where_}面补上另一半，或删去这一半。"
            ))
            .remedy("补上另一半")
        }
        M::Punctuation { printed, right } => {
            Told::new(format!("标点“{printed}”有误，应为“{right}”。"))
                .remedy(format!("改为“{right}”"))
        }
        M::NoFullStop => Told::new("段末没有句号：请补上“。”。").remedy("补上句号"),
        M::ScoreAboveWeight {
            name,
            printed,
            weight,
        } => forms::above(name, printed, weight),
        M::Misplaced {
            name,
            under,
            belongs,
        } => forms::misplaced(name, under, belongs),
        M::TargetAndActual {
            why: apart,
            name,
            target,
            actual,
        } => forms::apart(*apart, name, target, actual, why),
        M::FormBlank { name, what } => forms::blank(name, what),
        M::Grade { printed, total } => forms::grade(printed, total),
        M::Words { printed, right } => {
            Told::new(format!("“{printed}”有多字、漏字或错字，应为“{right}”。"))
                .remedy(format!("改为“{right}”"))
        }
    }
}

/// A figure of the text; `(sure, of_table)`: it is certain, and the right one stands in a table.
fn claim(
    subject: &str,
    printed: &str,
    right: &str,
    why: &str,
    (sure, of_table): (bool, bool),
) -> Told {
    if right.is_empty() {
        return Told::new(format!("{subject}“{printed}”与其他数对不上{why}：请核对。"))
            .remedy("核对这个数");
    }
    let told = if !why.is_empty() && sure {
        format!("{subject}“{printed}”算得不对，应为 {right}{why}。")
    } else if !why.is_empty() {
        format!("{subject}“{printed}”可能不对，按所列数计算为 {right}{why}：请核对。")
    } else {
        let other = if of_table { "表中" } else { "另一处" };
        let remedy = if sure {
            "请改为一致"
        } else {
            "请核对两处"
        };
        format!("{subject}“{printed}”与{other}的 {right} 不一致：{remedy}。")
    };
    let remedy = if sure {
        format!("改为 {right}")
    } else {
        "核对这个数".to_owned()
    };
    Told::new(told).remedy(remedy)
}

fn direction(name: &str, printed: &str, up: Option<bool>, why: &str) -> Told {
    match up {
        Some(up) => {
            let (is, words) = if up {
                ("增加", "改为“增加”“增长”")
            } else {
                ("减少", "改为“减少”“下降”")
            };
            Told::new(format!(
                "{}写的是“{printed}”，实际是{is}{why}：增减的方向写反了，请改正。",
                of(name)
            ))
            .remedy(words)
        }
        None => Told::new(format!(
            "{}“{printed}”中增、减两种说法互相矛盾{why}：请核对方向。",
            of(name)
        ))
        .remedy("核对增减方向"),
    }
}

fn residue(kind: Residue, printed: &str) -> Told {
    match kind {
        Residue::Choice => Told::new(format!("模板中的“{printed}”没有选定：请按实际只留一个。"))
            .remedy("按实际只留一个"),
        Residue::ChoiceOfNothing => Told::new(format!(
            "“{printed}”没有增减，却留着模板中两种说法：请改为“与上年持平”一类的说法。"
        ))
        .remedy("改为“持平”"),
        Residue::Blank => Told::new(format!(
            "模板中的空“{printed}”没有填写：请填写，或删去这一句。"
        ))
        .remedy("填写，或删去"),
        Residue::Instruction => Told::new(format!(
            "“{printed}”是模板中写给填表人的说明，没有删去：请删去。"
        ))
        .remedy("删去"),
        Residue::Example => Told::new(format!(
            "“{printed}”是模板中的示例，没有换成本单位的内容：请改写。"
        ))
        .remedy("换成本单位的内容"),
    }
}

fn lacking(what: Lacking, printed: &str, right: Option<&str>) -> Told {
    let lacks = match what {
        Lacking::Percent => "后面缺少“%”",
        Lacking::Unit => "后面缺少单位",
        Lacking::Yuan => "单位缺少“元”",
        Lacking::Figure => "缺少数字",
    };
    match right {
        Some(right) => Told::new(format!("“{printed}”{lacks}，应为“{right}”。"))
            .remedy(format!("改为“{right}”")),
        None => Told::new(format!("“{printed}”{lacks}：请补上。")).remedy("补上"),
    }
}

/// `人员经费的占比`.
fn subject(kind: StatementKind, name: &str) -> String {
    let what = statement_kind(&kind);
    match name {
        "" => what.to_owned(),
        name => format!("“{name}”的{what}"),
    }
}

fn of(name: &str) -> String {
    match name {
        "" => "这里".to_owned(),
        name => format!("“{name}”"),
    }
}

fn title(table: &str) -> String {
    match table {
        "" => "表中".to_owned(),
        table => format!("《{table}》"),
    }
}

fn code_of(code: &str) -> String {
    match code {
        "" => String::new(),
        code => format!("编码 {code} 的"),
    }
}

fn quoted(items: &[String]) -> String {
    named(items.iter().map(|item| format!("“{item}”")))
}

/// The first of them, and how many there are.
fn named(texts: impl Iterator<Item = String>) -> String {
    let all: Vec<String> = texts.collect();
    let first = all
        .iter()
        .take(MOST_NAMED)
        .cloned()
        .collect::<Vec<_>>()
        .join("、");
    if all.len() > MOST_NAMED {
        format!("{first}等 {} 处", all.len())
    } else {
        first
    }
}
