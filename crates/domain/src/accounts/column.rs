//! The columns of the tables: what a cell is by where it stands in its row.

use crate::fields::{by_name_in_files, fields};

fields! {
    /// The columns of the tables, and what is typed beside their rows.
    Column {
        Code = "code", "科目编码";
        Name = "name", "科目名称";
        Amount = "amount", "决算数";
        Total = "total", "合计";
        Fiscal = "fiscal", "财政拨款收入";
        FromAbove = "fromAbove", "上级补助收入";
        Service = "service", "事业收入";
        Business = "business", "经营";
        FromSubordinates = "fromSubordinates", "附属单位上缴收入";
        Other = "other", "其他收入";
        Basic = "basic", "基本支出";
        Project = "project", "项目支出";
        ToAbove = "toAbove", "上缴上级支出";
        ToSubordinates = "toSubordinates", "对附属单位补助支出";
        General = "general", "一般公共预算财政拨款";
        Funds = "funds", "政府性基金预算财政拨款";
        Capital = "capital", "国有资本经营预算财政拨款";
        Opening = "opening", "年初结转和结余";
        Income = "income", "本年收入";
        Closing = "closing", "年末结转和结余";
        Actual = "actual", "决算数";
        Budget = "budget", "年初预算数";
        Last = "last", "上年决算数";
        Reason = "reason", "与预算差异的原因";
        ReasonLast = "reasonLast", "比上年增减的原因";
        Use = "use", "主要用途";
        Explanation = "explanation", "科目说明";
    }
}

impl Column {
    /// Whether amounts are typed there, rather than words.
    pub fn is_amount(self) -> bool {
        !matches!(
            self,
            Column::Code
                | Column::Name
                | Column::Reason
                | Column::ReasonLast
                | Column::Use
                | Column::Explanation
        )
    }
}

by_name_in_files!(Column);
