use super::Words;
use crate::page::Publishing;

impl Publishing for Words {
    texts! {
        nav_published = "成文与导出";
        before_go_on = "仍然继续";
        publish_word = "下载 Word";
        publish_excel = "下载 Excel";
        publish_parts = "只要其中几部分（不选为全部）";
        publish_again = "重新成文";
        publish_composing = "正在成文…";
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

    fn before_errors(&self, count: usize) -> String {
        format!("还有 {count} 处错误没有改，改好再打印或导出更稳妥：")
    }

    fn before_ready(&self) -> &'static str {
        "没有错误，也没有待填的地方，可以公开。"
    }

    fn before_lacks(
        &self,
        errors: usize,
        blanks: usize,
        reasons: usize,
        placeholders: usize,
    ) -> String {
        let lacks = [
            (errors, "处错误"),
            (blanks, "处待填"),
            (reasons, "处没有写原因"),
            (placeholders, "处模板占位文字"),
        ];
        let lacks = lacks.iter().filter(|(count, _)| *count > 0);
        let lacks: Vec<String> = lacks
            .map(|(count, what)| format!("{count} {what}"))
            .collect();
        format!(
            "公开之前还有 {}；没有填的地方印作“【待填】”。",
            lacks.join("、")
        )
    }
}
