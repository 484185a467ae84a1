//! What subjects mean, as the text explains them (名词解释).

use super::names::plain;
use super::{Asked, Telling, is_blank_form};
use juesuan_domain::accounts::{Cell, Column};
use juesuan_understand::{How, Spot};

impl Telling<'_> {
    /// `7.社会保障和就业支出（类）…（项）：……`, of subjects that 公开05 has.
    pub(super) fn explained(&mut self) {
        let lines: Vec<(usize, String)> = self
            .document
            .sections
            .iter()
            .flat_map(|section| &section.lines)
            .filter(|line| line.text.contains(['：', ':']))
            .map(|line| (line.block, line.text.clone()))
            .collect();
        for (block, text) in lines {
            let Some(colon) = text.find(['：', ':']) else {
                continue;
            };
            let (name, rest) = text.split_at(colon);
            let narrow = plain(name);
            // Amounts are no explanation, nor is a name in the midst of a sentence.
            if !narrow.ends_with("(项)") || narrow.contains('.') && narrow.matches('.').count() > 1
            {
                continue;
            }
            let path = "一般公共预算";
            let Some(Cell::Line(no, line, _)) =
                self.names.cells(Asked { name, path }).first().copied()
            else {
                continue;
            };
            let said = rest.trim_start_matches(['：', ':']).trim();
            if said.is_empty() || is_blank_form(said) || said.contains("年初预算") {
                continue;
            }
            let start = text.len() - rest.trim_start_matches(['：', ':']).trim_start().len();
            let spot = Spot::text(block, start..start + said.len());
            self.put(
                Cell::Line(no, line, Column::Explanation),
                said,
                spot,
                How::Printed,
            );
        }
    }
}
