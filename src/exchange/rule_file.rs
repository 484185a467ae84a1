//! Rule sets as files, so that one office can hand its rules to all its units.

use crate::evaluation::{RuleSet, rule_set};
use crate::unreadable::RuleFileError;
use serde_json::error::Category;

/// How files of rule sets are named: `wuhan-2020.rules.json`.
pub const RULES_EXTENSION: &str = ".rules.json";

/// Bytes a rule set may have; the built-in ones have some three thousand.
const LARGEST: usize = 256 * 1024;

/// Reads a rule set from the bytes of a file, whatever they are, and makes sure that it can be used.
///
/// # Errors
/// [`RuleFileError`], as data: [`Spoken`](crate::say::Spoken) has the sentence to show.
///
/// ```
/// use juesuan::{evaluation::rule_set, exchange::{read_rules, write_rules}};
/// let rules = rule_set("mof-2020").unwrap();
/// assert_eq!(read_rules(write_rules(rules).as_bytes()).as_ref(), Ok(&**rules));
/// ```
pub fn read_rules(bytes: &[u8]) -> Result<RuleSet, RuleFileError> {
    if bytes.len() > LARGEST {
        return Err(RuleFileError::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| RuleFileError::NotText)?;
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        return Err(RuleFileError::Empty);
    }
    let rules: RuleSet = match juesuan_json::read(text) {
        Ok(rules) => rules,
        Err(error) => return Err(refusal(text, &error)),
    };
    rules.check()?;
    match rule_set(&rules.id) {
        Some(own) if **own != rules => Err(RuleFileError::BuiltIn(rules.id)),
        _ => Ok(rules),
    }
}

fn refusal(text: &str, error: &serde_json::Error) -> RuleFileError {
    let (line, column) = super::file::place(text, error);
    if error.classify() != Category::Data {
        return RuleFileError::Broken { line, column };
    }
    let is_workbook = serde_json::from_str::<serde_json::Value>(text)
        .is_ok_and(|value| value.get("forms").is_some() && value.get("format").is_some());
    if is_workbook {
        return RuleFileError::Workbook;
    }
    // The only place a missing field is named in is the message.
    let message = error.to_string();
    match message.split('`').nth(1) {
        Some(field) if message.starts_with("missing field") => {
            RuleFileError::Missing(field.to_owned())
        }
        _ => RuleFileError::Misshapen { line, column },
    }
}

/// The file of a rule set: indented JSON that people can read and change.
pub fn write_rules(rules: &RuleSet) -> String {
    juesuan_json::write_indented(rules)
}
