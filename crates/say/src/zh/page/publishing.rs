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
        part_cover = "封面";
        part_contents = "目录";
        part_work = "重点工作";
        lack_error = "错误";
        lack_blank = "待填";
        lack_reason = "缺原因";
        lack_placeholder = "占位文字";
        part_profile = "单位概况";
        part_glossary = "名词解释";
    }

    fn publish_missing(
        &self,
        errors: usize,
        blanks: usize,
        reasons: usize,
        placeholders: usize,
    ) -> String {
        format!(
            "发出前请看：错误 {errors} 处，待填 {blanks} 处（印为【待填】），缺原因 {reasons} 处，占位文字 {placeholders} 处。"
        )
    }
}
