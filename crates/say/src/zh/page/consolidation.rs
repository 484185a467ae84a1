use super::Words;
use crate::page::Consolidation;

impl Consolidation for Words {
    texts! {
        file_without_forms = "文件里没有自评表。";
        file_is_no_form = "不是自评表：请选择本工具保存的 .juesuan.json 文件。";
        consolidate_lead = "决算表逐格相加；自评表的数量相加，比率和定性得分按支出金额加权平均，再按规则计分。文件只在本机读取。";
        consolidate_drop = "把各单位的 .juesuan.json 文件拖到这里，或者：";
        consolidate_files = "选择文件…";
        consolidate_folder = "选择文件夹…";
        consolidate_working = "正在汇总……";
        consolidate_broke_off = "汇总中途停止，可能是文件太多、内存不够。请关闭一些页面，或分几批汇总。";
        consolidate_failed = "没有读成的文件";
        consolidate_what = "汇总";
        consolidate_grade = "等级";
        consolidate_open = "打开汇总表";
        consolidate_nothing = "这些文件里没有可以汇总的决算表或自评表。";
        consolidate_findings = "汇总表的核对";
        consolidate_accounts = "决算表汇总";
        consolidate_expected = "应报单位（每行一个，可粘贴）";
        consolidate_expected_hint = "名单只用来核对谁还没有报，不影响汇总数。再次汇总时沿用上一次的单位。";
        consolidate_none_missing = "名单上的单位都已报送。";
        consolidated = "汇总结果";
        part_note = "说明";
        part_star = "* 总分里有沿用的自填得分、待填或无法计算的指标，补齐以后会变。";
        part_filter = "按单位、项目或文件名筛选";
        part_copy = "复制表格";
        part_print = "打印表格";
        part_back = "返回各单位";
        units = "各单位";
    }

    fn too_many_forms(&self, most: usize) -> String {
        format!("一次最多汇总 {most} 张表，这个文件没有计入。")
    }

    fn rules_under_official_id(&self, name: &str) -> String {
        format!("文件自带的规则与内置的“{name}”代号相同而内容不同，没有采用：请核对文件的来源。")
    }

    fn rules_unusable(&self, name: &str, why: &str) -> String {
        format!("文件自带的规则“{name}”不能使用，没有采用：{why}")
    }

    fn part_columns(&self) -> [&'static str; 7] {
        ["单位", "预算数", "执行数", "执行率", "总分", "自填", "错误"]
    }

    fn files_read(&self, done: usize, total: usize) -> String {
        format!("已读取 {done} / {total} 个文件……")
    }

    fn all_files_read(&self, files: usize) -> String {
        format!("{files} 个文件都已读取。")
    }

    fn some_files_failed(&self, failed: usize, files: usize) -> String {
        format!("{files} 个文件中有 {failed} 个没有读成")
    }

    fn and_more(&self, count: usize) -> String {
        format!("……另有 {count} 条")
    }

    fn parts(&self, count: usize) -> String {
        format!("各单位（{count} 张表）")
    }

    fn accounts_of(&self, units: usize) -> String {
        format!("{units} 个单位的公开01至09表逐格相加（万元）")
    }

    fn units_missing(&self, missing: usize) -> String {
        format!("还缺 {missing} 个单位：")
    }

    fn unit_twice(&self, files: &str) -> String {
        format!("这个单位有几份决算，都计入了合计：{files}。请只留一份再汇总。")
    }

    fn unit_of_another_year(&self, year: &str, usual: &str) -> String {
        format!("年度是“{year}”，与多数单位的“{usual}”不同，也计入了合计：请核对。")
    }

    fn unit_lacks_table(&self, table: &str) -> String {
        format!("公开{table}没有填写，也没有说明无数据：该表的合计不含这个单位。")
    }

    fn unit_lacks_amounts(&self, table: &str, count: usize) -> String {
        format!("公开{table}有 {count} 格空着或读不出，别的单位有数：这些格的合计不含这个单位。")
    }

    fn unit_rows_untold(&self, table: &str, count: usize) -> String {
        format!("公开{table}有 {count} 行没有科目编码，没有计入合计。")
    }

    fn unit_lacks_facts(&self, count: usize) -> String {
        format!("说明资料有 {count} 项没有填写，别的单位有：这些项不合计，留空。")
    }

    fn unit_of_another_layout(&self, layout: &str) -> String {
        format!("决算表用的是“{layout}”，与多数单位不同：多数单位没有的行和列没有计入合计。")
    }

    fn only_outliers(&self, count: usize) -> String {
        format!("只看明显不同的（{count} 个）")
    }

    fn only_errors(&self, count: usize) -> String {
        format!("只看有错误的（{count} 个）")
    }

    fn more_parts(&self, count: usize) -> String {
        format!("显示其余 {count} 行")
    }
}
