use super::Words;
use crate::page::Publishing;

impl Publishing for Words {
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
