use super::Words;
use crate::page::Figures;
use crate::zh::wrong_mended;
use juesuan_figure::measure::{Direction, Growth, Measure, Status};
use juesuan_figure::{FigureError, Number, Problem, grouped};

fn shown(number: Number) -> String {
    grouped(number.decimal())
}

impl Figures for Words {
    texts! {
        neither_budgeted_nor_spent = "未安排预算，也未发生支出";
        no_share_of_nothing = "合计为0，不计算占比";
        not_scored = "不能按比例计分";
        list_waits = "粘贴或填写后立即显示结果";
        total = "合计";
        total_read = "已读出的合计";
        sum_too_large = "各项之和太大：请核对位数。";
        shares_wait = "各行改正、填齐后再计算占比。";
        no_shares_of_zero = "各项之和是 0，不计算占比。";
        name_and_amount = "名称和金额";
        year_and_amount = "年份和金额";
        two_years_at_least = "至少填写两年，才能比较。";
        years_put_in_order = "各年已按先后重新排列。";
        growth_waits = "各行改正后再计算增长率。";
        growth_too_large = "增长率太大，超出可精确计算的范围：请核对位数。";
        three_vehicles = "公务用车购置及运行维护费";
        three_too_large = "数字太大，超出可精确计算的范围：请核对位数。";
        of_which = "其中，";
        semicolon = "；";
        full_stop = "。";
    }

    fn structure_head(&self) -> [&'static str; 4] {
        ["项目", "金额（万元）", "占比", "占比（调整后）"]
    }

    fn years_head(&self) -> [&'static str; 4] {
        ["年份", "金额（万元）", "增减额（万元）", "增长率"]
    }

    fn three_items(&self) -> [&'static str; 4] {
        [
            "因公出国（境）费",
            "公务用车购置费",
            "公务用车运行维护费",
            "公务接待费",
        ]
    }

    fn three_columns(&self) -> [&'static str; 3] {
        ["年初预算数", "决算数", "上年决算数"]
    }

    fn three_others(&self) -> [&'static str; 4] {
        ["项目", "完成率", "增减额", "增长率"]
    }

    fn not_a_number(&self, name: &str, error: &FigureError) -> String {
        format!("{name}{}", wrong_mended(error, "请填写数字，例如 1,552.63"))
    }

    fn completed(&self, rate: &str) -> String {
        format!("完成年初预算的{rate}")
    }

    fn spent_unbudgeted(&self, amount: Number) -> String {
        format!("年初未安排预算，支出{}万元", shown(amount))
    }

    fn share_of(&self, amount: Number, share: &str) -> String {
        format!("{}万元，占{share}", shown(amount))
    }

    fn change(&self, growth: &Growth) -> String {
        growth.clause()
    }

    fn changed_from(&self, growth: &Growth, year: Option<u32>) -> String {
        let with = year.map_or_else(|| "上年".to_owned(), |year| format!("{year}年"));
        match growth.direction() {
            Direction::Unchanged => format!("与{with}持平"),
            _ => format!("比{with}{}", growth.clause()),
        }
    }

    fn check_again(&self, why: &str) -> String {
        format!("{why}：请核对。")
    }

    fn check_digits(&self, wrong: &str) -> String {
        format!("{wrong}：请核对位数。")
    }

    fn points_shown(&self, points: &str) -> String {
        format!("{points} 分")
    }

    fn scored(&self, points: &str) -> String {
        format!("得{points}分")
    }

    fn amount_unreadable(&self, error: &FigureError, example: &str) -> String {
        let mend = match error.problem {
            Problem::TooLarge => "请核对位数",
            Problem::TooPrecise => "请按需要的位数填写",
            Problem::Unit(_) => "请填写金额（元、万元、亿元）",
            Problem::Unfinished => "请填写金额，没有发生的填 0",
            _ => return wrong_mended(error, &format!("请填写金额，例如 {example}")),
        };
        wrong_mended(error, mend)
    }

    fn of_line(&self, line: usize, why: &str) -> String {
        format!("第 {line} 行{why}")
    }

    fn heading_passed_over(&self, line: usize) -> String {
        format!("第 {line} 行是表头，没有计入。")
    }

    fn heading_unit(&self, line: usize, unit: &str) -> String {
        format!(
            "第 {line} 行写的单位是“{unit}”，没有单位的金额却按万元读：请在每个金额后面写上单位，或换算成万元，再删去这一行。"
        )
    }

    fn too_many_columns(&self, line: usize, columns: usize, wanted: &str) -> String {
        format!("第 {line} 行有 {columns} 列：请只留{wanted}两列。")
    }

    fn too_many_lines(&self, lines: usize, most: usize) -> String {
        format!("有 {lines} 行，最多 {most} 行，没有计算：请删去不需要的行。")
    }

    fn subtotal_line(&self, line: usize, name: &str) -> String {
        format!("第 {line} 行“{name}”是其他行的小计，会重复计算：请删去这一行。")
    }

    fn part_name(&self, number: usize) -> String {
        format!("第{number}项")
    }

    fn without_amount(&self, line: usize, name: &str) -> String {
        format!("第 {line} 行“{name}”后面还没有金额，没有发生的填 0。")
    }

    fn needs_a_blank(&self, line: usize, error: &FigureError) -> String {
        format!(
            "第 {line} 行{}",
            wrong_mended(error, "请在名称和金额之间空一格")
        )
    }

    fn total_agrees(&self, line: usize) -> String {
        format!("第 {line} 行的合计与各项之和一致。")
    }

    fn total_differs(&self, line: usize, total: &str, sum: &str, apart: &str) -> String {
        format!(
            "第 {line} 行的合计 {total} 与各项之和 {sum} 不符，相差 {apart} 万元：请核对各项和合计。"
        )
    }

    fn part_below_zero(&self, name: &str, amount: Number) -> String {
        format!(
            "“{name}”是 {}，小于 0：有小于 0 的项，占比没有意义，不计算。",
            shown(amount)
        )
    }

    fn rounded_sum(&self, sum: &str) -> String {
        format!("四舍五入后各项之和为 {sum}")
    }

    fn adjusted(&self, moves: &str) -> String {
        format!("已按最大余额法调整，各项之和为 100%：{moves}。")
    }

    fn moved(&self, name: &str, from: &str, to: &str) -> String {
        format!("{name}由{from}调为{to}")
    }

    fn moved_from(&self, from: &str) -> String {
        format!("由 {from} 调整")
    }

    fn moves(&self, moves: &[String]) -> String {
        moves.join("，")
    }

    fn adjusted_sentence(&self, text: &str, moves: &str) -> String {
        format!("{text}（占比按最大余额法调整：{moves}）。")
    }

    fn part_share(&self, name: &str, amount: Number, share: &str) -> String {
        format!("{name}{}万元，占{share}", shown(amount))
    }

    fn year_twice(&self, line: usize, year: u32, before: usize) -> String {
        format!("第 {line} 行又是 {year} 年，第 {before} 行已经有了：请删去一行，或改正年份。")
    }

    fn year_without_amount(&self, line: usize, year: u32) -> String {
        format!("第 {line} 行 {year} 年后面还没有金额。")
    }

    fn not_a_year(&self, line: usize, begins: &str) -> String {
        format!("第 {line} 行的开头“{begins}”不是年份：请写成“2018　1,200.5”，每行一年。")
    }

    fn gap(&self, before: u32, now: u32) -> String {
        let gap = match now - before {
            2 => format!("{} 年", before + 1),
            3 => format!("{}、{} 年", before + 1, before + 2),
            _ => format!("{} 至 {} 年", before + 1, now - 1),
        };
        format!("缺 {gap}，{now} 年与 {before} 年比较。")
    }

    fn no_growth(&self, before: u32, amount: Number, now: u32) -> String {
        format!(
            "{before} 年是 {}，{now} 年只有增减额，不计算增长率。",
            shown(amount)
        )
    }

    fn year_below_zero(&self, year: u32, amount: Number) -> String {
        format!("{year} 年是 {}，小于零", shown(amount))
    }

    fn no_sentence(&self, why: &str) -> String {
        format!("{why}：请核对，没有现成的句子。")
    }

    fn year_sentence(&self, year: u32, amount: Number, changed: &str) -> String {
        format!("{year}年{}万元，{changed}", shown(amount))
    }

    fn in_year(&self, year: u32) -> String {
        format!("{year}年")
    }

    fn years_between(&self, first: u32, last: u32) -> String {
        format!("{first}—{last}年")
    }

    fn place_of(&self, item: &str, column: &str) -> String {
        format!("{item}的{column}")
    }

    fn three_below_zero(&self, place: &str, amount: Number) -> String {
        format!("{place} {} 小于 0：请核对，没有发生的填 0。", shown(amount))
    }

    fn three_unreadable(&self, place: &str, why: &str) -> String {
        format!("{place}{why}")
    }

    fn three_clause(
        &self,
        name: &str,
        actual: Number,
        budget: Option<(Number, &Measure)>,
        last: Option<(Number, &Growth)>,
    ) -> String {
        let mut text = if actual.is_zero() {
            format!("{name}本年未发生支出")
        } else {
            format!("{name}支出{}万元", shown(actual))
        };
        if let Some((budget, completion)) = budget {
            let budget = shown(budget);
            text.push_str(&match completion.status {
                Status::Value if actual.is_zero() => format!("，年初预算{budget}万元没有使用"),
                Status::Value => format!("，完成年初预算{budget}万元的{}", completion.display()),
                Status::NotApplicable | Status::Unbudgeted => "，年初未安排预算".to_owned(),
            });
        }
        if let Some((last, growth)) = last {
            text.push('，');
            text.push_str(&match (last.is_zero(), actual.is_zero()) {
                (true, true) => "上年也未发生".to_owned(),
                (true, false) => format!("上年未发生，{}", growth.clause()),
                (false, _) => self.changed_from(growth, None),
            });
        }
        text
    }

    fn three_unbudgeted(&self, name: &str, spent: Number) -> String {
        format!(
            "{name}年初未安排预算，支出 {} 万元，没有完成率：请核对，并说明原因。",
            shown(spent)
        )
    }

    fn three_over_budget(&self, name: &str, over: &str) -> String {
        format!("{name}超出年初预算 {over} 万元：请核对，并说明原因。")
    }

    fn three_wait(&self, columns: &[String]) -> String {
        format!("{}填齐后给出说明文字，没有发生的填 0。", columns.join("、"))
    }

    fn three_compare(&self, budget: &str, last: &str) -> String {
        format!("再填写{budget}或{last}，才能比较。")
    }
}
