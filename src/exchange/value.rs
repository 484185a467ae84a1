use super::file::{check_counts, probe, reading};
use super::recognised::recognise;
use crate::assess::Assessment;
use crate::evaluation::Form;
use crate::exchange::wire;
use crate::unreadable::FileError;
use crate::workbook::{FORMAT, Workbook};
use serde::Deserialize;
use serde::de::IgnoredAny;
use std::rc::Rc;

/// What a portal puts into an embedded page and gets back from it: one form, or a workbook whole.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// One form by itself.
    Form(Box<Form>),
    /// A workbook with all its forms and the accounts.
    Workbook(Box<Workbook>),
}

/// Reads a value as scripts write it, whatever it is. What has `forms` or `accounts` is a workbook,
/// whose `format` may be left out; anything else is a form.
///
/// # Errors
/// [`FileError`], as data: [`Spoken`](crate::say::Spoken) has the sentence to show.
///
/// ```
/// use juesuan::exchange::{Value, read_value};
/// assert!(matches!(read_value(r#"{"goals": []}"#), Ok(Value::Form(_))));
/// assert!(matches!(read_value(r#"{"forms": []}"#), Ok(Value::Workbook(_))));
/// assert!(read_value("[]").is_err());
/// ```
pub fn read_value(text: &str) -> Result<Value, FileError> {
    #[derive(Deserialize)]
    struct Probe {
        format: Option<u64>,
        forms: Option<IgnoredAny>,
        accounts: Option<IgnoredAny>,
    }
    let found: Probe = probe(text, FileError::NotValue)?;
    match found.format {
        Some(format) if format > u64::from(FORMAT) => return Err(FileError::Newer(format)),
        _ => {}
    }
    if found.forms.is_some() || found.accounts.is_some() {
        let mut workbook: Workbook = reading(text)?;
        workbook.format = FORMAT;
        workbook.rename_rules();
        check_counts(&workbook)?;
        recognise(&mut workbook, None);
        return Ok(Value::Workbook(Box::new(workbook)));
    }
    let form: Form = reading(text)?;
    let mut workbook = Workbook::of(form, "");
    check_counts(&workbook)?;
    recognise(&mut workbook, None);
    let form = workbook.forms.pop().map(Rc::unwrap_or_clone);
    Ok(Value::Form(Box::new(form.unwrap_or_default())))
}

impl Value {
    /// The workbook in which it is worked on. A form that names no rules is scored by `rule_set`.
    pub fn into_workbook(self, rule_set: &str) -> Workbook {
        let mut workbook = match self {
            Value::Form(form) => Workbook::of(*form, ""),
            Value::Workbook(workbook) => *workbook,
        };
        if workbook.rule_set.is_empty() {
            rule_set.clone_into(&mut workbook.rule_set);
        }
        workbook
    }
}

/// The value of a workbook that a portal handed over: as `whole`, or its one form. JSON.
pub fn write_value(workbook: &Workbook, whole: bool) -> String {
    match workbook.forms.first() {
        Some(form) if !whole => juesuan_json::write(&**form),
        _ => juesuan_json::write(workbook),
    }
}

/// What a workbook came to, in the shapes scripts know: of `whole` an `Assessment`, or else the
/// `Evaluation` of its one form. JSON.
pub fn write_evaluation(workbook: &Workbook, assessment: &Assessment, whole: bool) -> String {
    match assessment.forms.first() {
        Some(evaluation) if !whole => juesuan_json::write(&wire::Evaluation::from(&**evaluation)),
        _ => juesuan_json::write(&wire::Assessment::of(workbook, assessment)),
    }
}
