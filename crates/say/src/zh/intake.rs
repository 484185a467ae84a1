//! Why something of a published disclosure did not go into the workbook.

use juesuan_understand::WhyLeft;

pub(crate) fn why_left(why: &WhyLeft) -> String {
    match why {
        WhyLeft::Budget => "这是预算，不是决算，不放入决算表：请导入决算公开文件。",
        WhyLeft::UnknownTable => {
            "认不出是哪一张决算表，没有放入：请核对表名，或打开对应的表后粘贴。"
        }
        WhyLeft::SecondTable => "同一张表前面已经放入，这一张没有放入：请核对是哪一张。",
        WhyLeft::UnknownUnit => {
            "不能确定金额单位，没有放入：请在表上写明“单位：万元”或“单位：元”。"
        }
        WhyLeft::UnknownRow => "表格样式里没有这一行，没有放入：请核对年度和所选的表格样式。",
        WhyLeft::NoCode => "没有科目编码，名称也不能确定是哪个科目，没有放入：请补上编码。",
        WhyLeft::UnknownColumn => "表格样式里没有这一栏，没有放入：请核对表头。",
        WhyLeft::Unsure => "不能确定这一行的数各属于哪一栏，没有放入：请直接填写。",
        WhyLeft::NoHeads => "没有认出表头，栏数也对不上，没有放入：请核对表头。",
        WhyLeft::SeveralRows => "表中有几行数，不能确定哪一行是本单位的，没有放入：请直接填写。",
        WhyLeft::Unreadable => "读不出是多少，没有放入：请直接填写。",
        WhyLeft::TooMany => "行数超过一张表的上限，没有放入。",
        WhyLeft::Contradicts => "与表中或文中别处的数不一致，没有采用：请核对哪一个对。",
        WhyLeft::Derived => "由其他数算出，不另存放。",
        WhyLeft::NoPlace => "工作簿里没有放它的地方。",
        WhyLeft::Untied => "不能确定说的是哪一项，没有放入：请核对后填写。",
    }
    .to_owned()
}
