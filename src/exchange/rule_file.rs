//! Rule sets as files, so that one office can hand its rules to all its units.

use crate::evaluation::{RuleSet, RuleSetError, rule_set};
use serde_json::error::Category;

/// How files of rule sets are named: `wuhan-2020.rules.json`.
pub const RULES_EXTENSION: &str = ".rules.json";

/// Bytes a rule set may have; the built-in ones have some three thousand.
const LARGEST: usize = 256 * 1024;

/// Why a file is no rule set, in a sentence. Nothing that was there is touched.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RuleFileError {
    /// The file has no bytes, or blanks alone.
    #[error("规则文件是空的，没有内容可以导入。")]
    Empty,
    /// It is larger than a rule set may be (256 KB).
    #[error("规则文件超过 256 KB，不像是本工具导出的规则。")]
    TooLarge,
    /// Its bytes are no text in UTF-8.
    #[error("规则文件不是文本，不能导入：请选择导出的 .rules.json 文件。")]
    NotText,
    /// It is no JSON from some place on.
    #[error("规则文件已损坏或不完整：第 {line} 行第 {column} 列处无法读取。")]
    Broken {
        /// The line of that place, counted from 1.
        line: usize,
        /// The column of that place, counted from 1.
        column: usize,
    },
    /// It is a workbook, not a rule set.
    #[error("这是一个工作簿，不是规则文件：请用“打开”来打开它。")]
    Workbook,
    /// A field that every rule set has is not there; its name in files.
    #[error("规则文件缺少“{0}”：请补上后再导入。")]
    Missing(String),
    /// It is JSON of another shape than a rule set has there.
    #[error("规则文件第 {line} 行第 {column} 列处的内容不是这里应有的：请改正后再导入。")]
    Misshapen {
        /// The line of that place, counted from 1.
        line: usize,
        /// The column of that place, counted from 1.
        column: usize,
    },
    /// It has the id of a built-in rule set and differs from it; the id.
    #[error("规则“{0}”与内置规则的代号相同而内容不同：请换一个代号 id，避免混淆。")]
    BuiltIn(String),
    /// It was read, and its rules cannot be used.
    #[error("规则不能使用：{0}")]
    Faulty(#[from] RuleSetError),
}

/// Reads a rule set from the bytes of a file, whatever they are, and makes sure that it can be used.
///
/// # Errors
/// [`RuleFileError`], whose display is the sentence to show.
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
    let rules: RuleSet = match serde_json::from_str(text) {
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
    // Strings, numbers and lists only: there is nothing in it that JSON cannot hold.
    serde_json::to_string_pretty(rules).unwrap_or_default()
}
