use super::Words;
use crate::page::{Asked, Quick};

impl Quick for Words {
    texts! {
        quick_title = "速算";
        quick_lead = "金额按万元计，也可写 元、亿元；粘贴带千分位或全角的数字也能识别。";
        quick_copy_figure = "复制数字";
        quick_copy_sentence = "复制句子";
        quick_copied = "已复制";
        quick_waiting = "填写后立即显示结果";
        quick_copy_table = "复制表格";
        structure_title = "结构";
        structure_formula = "各项 ÷ 各项之和";
        structure_list = "从表格粘贴，或一行写一项";
        structure_example = "社会保障和就业支出　1,249.26\n卫生健康支出　148.59\n住房保障支出　154.31\n合计　1,552.16";
        structure_places = "占比小数位";
        structure_adjust = "按最大余额法调整";
        structure_adjust_back = "恢复四舍五入";
        structure_adjust_hint = "舍去部分最大的几项在末位进一，其余舍去，使各项之和正好是 100%";
        years_title = "多年增长";
        years_formula = "每年与上一年比较";
        years_list = "从表格粘贴，或一行写一年";
        years_example = "2018　1,200.5\n2019　1,544.93\n2020　1,552.63";
        three_title = "“三公”经费";
        three_formula = "单位：万元；没有发生的填 0";
    }

    fn completion(&self) -> Asked {
        Asked {
            title: "完成率、执行率",
            formula: "决算数 ÷ 预算数",
            boxes: &["决算数（执行数）", "预算数"],
        }
    }

    fn growth(&self) -> Asked {
        Asked {
            title: "增长率",
            formula: "（本年 − 上年）÷ 上年",
            boxes: &["本年数", "上年数"],
        }
    }

    fn share(&self) -> Asked {
        Asked {
            title: "占比",
            formula: "部分 ÷ 合计",
            boxes: &["部分", "合计"],
        }
    }

    fn score(&self) -> Asked {
        Asked {
            title: "指标得分",
            formula: "分值 × 完成 ÷ 目标，≤ 目标时相反",
            boxes: &["分值", "目标值", "完成值"],
        }
    }

    fn structure_places_choices(&self) -> [(&'static str, &'static str); 3] {
        [("0", "0 位"), ("1", "1 位"), ("2", "2 位")]
    }

    fn three_cell(&self, item: &str, column: &str) -> String {
        format!("{item} {column}")
    }
}
