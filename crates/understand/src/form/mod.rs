//! Self-evaluation forms (绩效自评表) of a document: where they are, what they say, and whether their figures agree.
//!
//! | module | what it is for |
//! | --- | --- |
//! | `words` | heads, labels and numbers as forms print them |
//! | `table` | forms in tables, row after row |
//! | `flow` | forms in lines of text |
//! | `field` | texts with their places |
//! | `draft` | a form while it is read |
//! | `found` | what is told of it |
//! | `rules` | by which rules it is scored |
//! | `check` | its figures against each other |
//! | `across` | several forms, and the text beside them |

mod across;
mod check;
mod draft;
mod field;
mod flow;
mod found;
mod lines;
mod rules;
mod table;
mod words;

pub use found::{FoundForm, Placed, RulesFrom};

use crate::claimed::Statement;
use crate::finding::Finding;
use crate::place::Spot;
pub(crate) use draft::Draft;
use field::Field;
use juesuan_domain::evaluation::RuleSet;
use juesuan_paper::{Block, Paper};

/// Finds the forms of a paper, in its order.
pub(crate) fn find(paper: &Paper) -> Vec<Draft> {
    let mut reader = table::Reader::default();
    let mut forms = Vec::new();
    let mut until = 0;
    for (block, of) in paper.blocks.iter().enumerate() {
        match of {
            Block::Heading { text, .. } | Block::Paragraph { text, .. } => {
                let heading = matches!(of, Block::Heading { .. });
                let title = text.len() < 300 && words::is_title(text);
                if heading && !title {
                    reader.heading();
                    continue;
                }
                if block >= until
                    && let Some(form) = flow::read_form(paper, block)
                {
                    until = form.last + 1;
                    reader.heading();
                    forms.push(form);
                } else if block >= until && text.len() < 3_000 {
                    let field = Field {
                        text: lines::closed(text),
                        spot: Spot::text(block, 0..text.len()),
                    };
                    reader.text(field, block);
                }
            }
            Block::Table { rows, .. } => {
                if crate::table::is_form(rows) {
                    for line in lines::lines(block, rows) {
                        reader.line(block, &line);
                    }
                }
            }
            Block::Picture { .. } | Block::PageBreak { .. } => {}
        }
    }
    reader.finish();
    forms.append(&mut reader.found);
    forms.sort_by_key(|form| form.title.spot.clone());
    forms
}

/// Holds the forms of a document, and gives what is told of each. `lines` are those of its text, with their blocks.
pub(crate) fn check(
    forms: &[Draft],
    lines: &[(usize, &str)],
    given: Option<&RuleSet>,
    findings: &mut Vec<Finding>,
    statements: &mut Vec<Statement>,
) -> Vec<FoundForm> {
    let mut found = Vec::with_capacity(forms.len());
    for draft in forms {
        let (rules, from) = rules::of(draft, given);
        found.push(check::check(draft, rules, from, findings, statements));
    }
    across::check(lines, forms, findings, statements);
    found
}

/// Whether a block is a line of a form, and so no text.
pub(crate) fn is_part(forms: &[Draft], block: usize) -> bool {
    across::covered(forms, block)
}
