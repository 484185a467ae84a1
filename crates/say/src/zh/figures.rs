//! Why a text is no figure.

use juesuan_figure::{Fault, FigureError, Problem, TooLarge, excerpt};

/// Of the result of a calculation, as the middle of a sentence.
pub(crate) fn too_large(_: &TooLarge) -> String {
    "数值太大，超出可精确计算的范围".to_owned()
}

/// What is wrong with the text, and what mends it, as the end of a sentence: with one colon, also where what is wrong
/// has one already.
pub(crate) fn wrong_mended(error: &FigureError, mend: &str) -> String {
    let said = wrong(error);
    let colon = said.replace(&*error.excerpt(), "").contains('：');
    format!("{said}{}{mend}。", if colon { '，' } else { '：' })
}

/// What is wrong with the text, as the middle of a sentence that begins with the cell.
pub(crate) fn wrong(error: &FigureError) -> String {
    let (text, at) = (error.excerpt(), error.place());
    match &error.problem {
        Problem::Empty => "没有填写数字".to_owned(),
        // An escape would only blur what can be seen anyway.
        Problem::Unexpected(c @ ('"' | '\'' | '\\')) => {
            format!("“{text}”不是数字：第 {at} 个字“{c}”无法识别")
        }
        Problem::Unexpected(c) => {
            let c = c.escape_debug();
            format!("“{text}”不是数字：第 {at} 个字“{c}”无法识别")
        }
        Problem::Unfinished => format!("“{text}”不是数字：后面缺少数字"),
        Problem::Separator => format!("“{text}”的千分位不对：第 {at} 个字处的分隔应每三位一个"),
        Problem::TooLarge => format!("“{text}”太大：整数部分最多 18 位"),
        Problem::TooPrecise => format!("“{text}”小数位太多：最多 10 位"),
        Problem::LookAlike { found, digit } if found.is_alphabetic() && *found != '〇' => {
            format!("“{text}”不是数字：第 {at} 个字像是字母 {found}，应是数字 {digit}")
        }
        Problem::LookAlike { found, digit } => {
            format!("“{text}”不是数字：第 {at} 个字“{found}”应写成数字 {digit}")
        }
        Problem::Scientific(plain) => {
            let instead = plain
                .as_ref()
                .map(|plain| format!("，应写成 {}", excerpt(plain)));
            let instead = instead.unwrap_or_default();
            format!("“{text}”是科学计数法，末尾的数字可能已经舍去{instead}")
        }
        Problem::Brackets(plain) => {
            format!("“{text}”用括号表示负数，应写成 {}", excerpt(plain))
        }
        Problem::Currency(number) => {
            let number = excerpt(number);
            format!("“{text}”看不出是元还是万元，应写成“{number}元”或“{number}万元”")
        }
        Problem::Formula(fault) => {
            let why = match fault {
                Fault::Unfinished => "还没有写完，缺少数字".to_owned(),
                Fault::Unexpected(c) => {
                    format!("第 {at} 个字“{}”无法识别", c.escape_debug())
                }
                Fault::Brackets => "括号不成对".to_owned(),
                Fault::ByZero => "除数是 0".to_owned(),
                Fault::Endless => "除不尽，没有准确的结果".to_owned(),
                Fault::TooLarge => "结果太大，或者小数超过 10 位".to_owned(),
            };
            format!("算式“{text}”{why}")
        }
        Problem::NotWorkedOut(result) => {
            format!("“{text}”是算式，结果是 {result}，还没有算出来放进格子")
        }
        Problem::Unit(unit) => format!("“{text}”的单位“{}”不适用于这里", excerpt(unit)),
    }
}

/// What mends a calculation that has no result, or that nobody has worked out.
pub(crate) fn formula_mend(problem: &Problem) -> &'static str {
    match problem {
        Problem::Formula(Fault::Endless) => "请填写四舍五入后的数",
        Problem::NotWorkedOut(_) => "请到这一格按 Enter，或者直接填写结果",
        _ => "请改正算式",
    }
}
