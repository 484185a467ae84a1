use super::Words;
use crate::page::AtHand;
use crate::zh::{formula_mend, wrong_mended};
use juesuan_domain::evaluation::Split;
use juesuan_figure::{FigureError, Tally, grouped};

impl AtHand for Words {
    texts! {
        line_label = "状态";
        deeds = "命令";
        deeds_hint = "输入要去的页面、要做的事";
        deeds_none = "没有这样的命令";
        find = "查找";
        find_hint = "查找文字或数字";
        find_none = "没有找到";
        find_previous = "上一处（Shift+F3）";
        find_next = "下一处（Enter、F3）";
        deed_check = "检查全部，列出未填的格子";
        deed_findings = "到核对结果";
        deed_next_finding = "下一个问题";
        hint_deeds = "按 Ctrl+K，输入几个字，就能到任何一张表、一个页面，或做一件事。";
        hint_next = "F8 到下一处问题，Shift+F8 到上一处。";
        hint_drop = "Excel、Word、PDF 文件拖到本页任何地方，就能打开。";
        unnamed_row = "未填名称的一行";
    }

    fn example(&self, what: &str) -> String {
        format!("例：{what}")
    }

    fn worked_out(&self, shown: &str, result: &str) -> String {
        format!("{shown} = {result}，已填入 {result}")
    }

    fn not_worked_out(&self, error: &FigureError) -> String {
        wrong_mended(error, formula_mend(&error.problem))
    }

    fn tally(&self, tally: &Tally) -> String {
        let Tally {
            count,
            sum,
            average,
        } = tally;
        let mut text = format!("合计 {}　个数 {count}", sum.grouped());
        if let Some((value, rounded)) = average {
            let note = if *rounded {
                "（四舍五入到两位小数）"
            } else {
                ""
            };
            text += &format!("　平均 {}{note}", grouped(*value));
        }
        text
    }

    fn removed_form(&self, name: &str) -> String {
        format!("已删除表“{name}”")
    }

    fn removed_goal(&self, number: usize) -> String {
        format!("已删除年度目标 {number} 和它的指标")
    }

    fn removed_row(&self, name: &str) -> String {
        match name {
            "" => format!("已删除{}", self.unnamed_row()),
            name => format!("已删除“{name}”"),
        }
    }

    fn split(&self, split: &Split) -> String {
        let points = grouped(split.points.decimal());
        let count = split.count();
        let shares: Vec<String> = split
            .shares
            .iter()
            .map(|(count, share)| format!("{count} 项各 {} 分", grouped(share.decimal())))
            .collect();
        let shares = shares.join("，");
        if split.replaces {
            format!("把 {points} 分平均分给全部指标，替换现有分值（{shares}）")
        } else if count == 1 {
            format!("把剩余的 {points} 分填给未填分值的 1 项指标")
        } else {
            format!("把剩余的 {points} 分平均分给未填分值的指标（{shares}）")
        }
    }

    fn found(&self, at: usize, count: usize, more: bool) -> String {
        let more = if more { " 以上" } else { "" };
        format!("第 {at} 处，共 {count} 处{more}")
    }
}
