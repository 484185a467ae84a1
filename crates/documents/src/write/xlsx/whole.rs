//! Tables with what belongs to them.

use crate::write::plan::{Step, Table, Text};
use juesuan_paper::TextStyle;

/// A table with what stands above and below it.
pub(super) struct Whole<'s, 'a> {
    pub above: Vec<&'s Text<'a>>,
    pub table: &'s Table<'a>,
    pub below: Vec<&'s Text<'a>>,
}

impl<'a> Whole<'_, 'a> {
    /// What its sheet is called.
    pub fn name(&self) -> &'a str {
        let said = self.table.look.and_then(|look| look.sheet.as_deref());
        let title = self
            .above
            .iter()
            .find(|it| it.style == Some(TextStyle::TableTitle));
        said.or_else(|| title.map(|it| it.text)).unwrap_or_default()
    }
}

/// The tables with what belongs to them, and all else.
pub(super) fn sorted<'s, 'a>(steps: &'s [Step<'a>]) -> (Vec<Whole<'s, 'a>>, Vec<&'s Step<'a>>) {
    let is = |step: &'s Step<'a>, styles: &[TextStyle]| match step {
        Step::Text(text) if text.style.is_some_and(|it| styles.contains(&it)) => Some(text),
        _ => None,
    };
    let mut wholes: Vec<Whole<'s, 'a>> = Vec::new();
    let mut rest: Vec<&'s Step<'a>> = Vec::new();
    // Whether only notes stood behind the last table yet.
    let mut below = false;
    for step in steps {
        match step {
            Step::Table(table) => {
                let mut above = Vec::new();
                while let Some(text) = rest
                    .last()
                    .and_then(|it| is(it, &[TextStyle::TableTitle, TextStyle::TableLine]))
                {
                    above.push(text);
                    rest.pop();
                }
                above.reverse();
                wholes.push(Whole {
                    above,
                    table,
                    below: Vec::new(),
                });
                below = true;
            }
            Step::Page { .. } => below = false,
            step => match (is(step, &[TextStyle::TableNote]), wholes.last_mut()) {
                (Some(note), Some(whole)) if below => whole.below.push(note),
                _ => {
                    below = false;
                    rest.push(step);
                }
            },
        }
    }
    (wholes, rest)
}
