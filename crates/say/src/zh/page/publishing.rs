use super::Words;
use crate::page::Publishing;

impl Publishing for Words {
    texts! {
        nav_published = "成文与导出";
        publish_word = "下载 Word";
        publish_excel = "下载 Excel";
        publish_parts = "只要其中几部分（不选为全部）";
        publish_composing = "正在成文…";
        publish_complete = "没有缺项，也没有错误。";
        part_cover = "封面和目录";
        part_profile = "单位概况";
        part_glossary = "名词解释";
    }

    fn publish_missing(&self, missing: usize, errors: usize) -> String {
        format!("还有 {missing} 处待填（印为【待填】），{errors} 个错误未改。")
    }
}
