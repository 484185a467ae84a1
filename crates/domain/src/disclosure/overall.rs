//! The overall form, which the text speaks of as the whole, and what is typed of the money of any form.

use super::material::{Amount, Material, Named, amount_of};
use super::missing::Source;
use crate::evaluation::{self, ExecutionField, Form, FormField, FormKind};

impl<'a> Material<'a> {
    /// What a name means that speaks of the overall form.
    pub(super) fn of_overall(&self, name: &str) -> Option<Named> {
        let (overall, form) = self.overall();
        let of_form =
            |cell, text: &str| Named::Words(text.trim().to_owned(), Source::Form(overall, cell));
        Some(match name {
            "整体自评" => Named::Flag(Some(form.is_some()), Source::None),
            "整体预算" | "整体执行" => {
                let field = if name == "整体预算" {
                    ExecutionField::Budget
                } else {
                    ExecutionField::Actual
                };
                match form {
                    Some(_) => Named::Amount(self.execution(overall, field)),
                    // The first form is another one then.
                    None => Named::Amount(Amount {
                        value: None,
                        source: Source::None,
                        is_count: false,
                    }),
                }
            }
            "整体得分" => {
                let complete = self.forms.complete(overall).filter(|_| form.is_some());
                Named::Amount(Amount {
                    value: complete.and_then(|evaluation| evaluation.accepted_total.decimal()),
                    source: Source::Form(overall, evaluation::Cell::Form(FormField::ClaimedTotal)),
                    is_count: true,
                })
            }
            "整体偏差" => of_form(
                evaluation::Cell::Form(FormField::Deviation),
                form.map_or("", |form| &form.deviation),
            ),
            "整体改进" => of_form(
                evaluation::Cell::Form(FormField::Improvement),
                form.map_or("", |form| &form.improvement),
            ),
            _ => return None,
        })
    }

    /// The overall form, which the text speaks of as the whole.
    pub(super) fn overall(&self) -> (usize, Option<&'a Form>) {
        let mut forms = self.forms.all();
        match forms.find(|(_, form)| form.kind == FormKind::Overall) {
            Some((at, form)) => (at, Some(form)),
            None => (0, None),
        }
    }

    pub(super) fn execution(&self, form: usize, field: ExecutionField) -> Amount {
        let cell = evaluation::Cell::Execution(field);
        let text = self.forms.at(form).and_then(|form| cell.text(form));
        Amount {
            value: text.and_then(amount_of),
            source: Source::Form(form, cell),
            is_count: false,
        }
    }
}
