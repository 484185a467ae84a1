use super::recognised::recognise;
use crate::evaluation::Form;
use crate::limits::{INDICATORS, LARGEST_FILE};
use crate::unreadable::FileError;
use crate::workbook::{FORMAT, Workbook};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::error::Category;
use std::borrow::Cow;

/// How files are named: `2020-汉阳.juesuan.json`.
pub const EXTENSION: &str = ".juesuan.json";

/// The forms of a file for consolidation, as a workbook: it may be one, or the one form that a script
/// wrote.
///
/// # Errors
/// [`FileError`], as [`read_workbook`].
pub fn read_forms(bytes: &[u8]) -> Result<Workbook, FileError> {
    let not_workbook = match read_workbook(bytes) {
        Ok(workbook) => return Ok(workbook),
        Err(error @ FileError::NotWorkbook) => error,
        Err(error) => return Err(error),
    };
    // A form has goals; anything else would read as an empty one.
    #[derive(Deserialize)]
    struct Probe {
        #[expect(dead_code, reason = "only whether it is there")]
        goals: Vec<serde::de::IgnoredAny>,
    }
    let text = std::str::from_utf8(bytes).map_err(|_| FileError::NotText)?;
    if probe::<Probe>(text, FileError::NotWorkbook).is_err() {
        return Err(not_workbook);
    }
    let form: Form = reading(text)?;
    let mut workbook = Workbook::of(form, "");
    check_counts(&workbook)?;
    recognise(&mut workbook, None);
    Ok(workbook)
}

/// Reads a saved workbook from the bytes of a file, whatever they are.
///
/// # Errors
/// [`FileError`], as data: [`Spoken`](crate::say::Spoken) has the sentence to show.
///
/// ```
/// use juesuan::exchange::{FileError, read_workbook};
/// assert_eq!(read_workbook(b""), Err(FileError::Empty));
/// assert_eq!(read_workbook(br#"{"format": 99}"#), Err(FileError::Newer(99)));
/// ```
pub fn read_workbook(bytes: &[u8]) -> Result<Workbook, FileError> {
    #[derive(Deserialize)]
    struct Probe {
        format: Option<u64>,
    }
    if bytes.len() > LARGEST_FILE {
        return Err(FileError::TooLarge(bytes.len().div_ceil(1024 * 1024)));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| FileError::NotText)?;
    // The version first: a newer file may have any shape.
    let found: Probe = probe(text, FileError::NotWorkbook)?;
    match found.format {
        None | Some(0) => return Err(FileError::NotWorkbook),
        Some(format) if format > u64::from(FORMAT) => return Err(FileError::Newer(format)),
        Some(_) => {}
    }
    let mut workbook: Workbook = reading(text)?;
    // What an older format lacks is empty by default.
    workbook.format = FORMAT;
    workbook.rename_rules();
    check_counts(&workbook)?;
    recognise(&mut workbook, None);
    Ok(workbook)
}

/// The little of a JSON object by which its kind is known; `otherwise` where it is none.
pub(super) fn probe<T: DeserializeOwned>(text: &str, otherwise: FileError) -> Result<T, FileError> {
    if text.len() > LARGEST_FILE {
        return Err(FileError::TooLarge(text.len().div_ceil(1024 * 1024)));
    }
    // Blanks before it stay: they count for the line an error is in.
    let text = text.trim_start_matches('\u{feff}');
    match text.trim_start().chars().next() {
        None => return Err(FileError::Empty),
        Some('{') => {}
        // Another kind of file; a list of values would even pass for the fields of a workbook.
        Some(_) => return Err(otherwise),
    }
    juesuan_json::read(&well_formed(text)).map_err(|e| match e.classify() {
        Category::Data => otherwise,
        _ => {
            let (line, column) = place(text, &e);
            FileError::Broken { line, column }
        }
    })
}

/// All of it.
pub(super) fn reading<T: DeserializeOwned>(text: &str) -> Result<T, FileError> {
    let text = text.trim_start_matches('\u{feff}');
    juesuan_json::read(&well_formed(text)).map_err(|e| {
        let (line, column) = place(text, &e);
        FileError::Misshapen { line, column }
    })
}

/// JSON in which a lone half of a surrogate pair, `\ud83d`, is the replacement character, `\ufffd`:
/// JavaScript has such texts, as where one was cut in the middle of a character, and writes them so.
/// Every character stays where it was.
///
/// ```
/// use juesuan::exchange::well_formed;
/// assert_eq!(well_formed(r#"["\ud83d", "\ud83d\ude00"]"#), r#"["\ufffd", "\ud83d\ude00"]"#);
/// ```
pub fn well_formed(json: &str) -> Cow<'_, str> {
    // What stands behind `\u`, where that is half of a pair.
    let half = |at: usize| {
        let digits = json.as_bytes().get(at..at + 6)?.strip_prefix(b"\\u")?;
        let digits = std::str::from_utf8(digits).ok()?;
        let unit = u16::from_str_radix(digits, 16).ok()?;
        (0xD800..0xE000).contains(&unit).then_some(unit)
    };
    let mut written = String::new();
    let (mut copied, mut at) = (0, 0);
    while let Some(found) = json.get(at..).and_then(|rest| rest.find('\\')) {
        at += found;
        at += match (half(at), half(at + 6)) {
            (None, _) => 2,
            (Some(..0xDC00), Some(0xDC00..)) => 12,
            (Some(_), _) => {
                written.push_str(&json[copied..at]);
                written.push_str("\\ufffd");
                copied = at + 6;
                6
            }
        };
    }
    if copied == 0 {
        return Cow::Borrowed(json);
    }
    written.push_str(&json[copied..]);
    Cow::Owned(written)
}

/// Refuses what no unit could have written.
pub(super) fn check_counts(workbook: &Workbook) -> Result<(), FileError> {
    let mut counts = workbook.counts().into_iter();
    match counts.find(|(limit, count)| *count > limit.most) {
        None => Ok(()),
        Some((limit, count)) if limit == INDICATORS => Err(FileError::TooManyIndicators(count)),
        Some((limit, count)) => Err(FileError::TooMany { limit, count }),
    }
}

/// Line and column of an error as editors count them: in characters, where the parser counts bytes.
pub(super) fn place(text: &str, error: &serde_json::Error) -> (usize, usize) {
    let line = text.split('\n').nth(error.line().saturating_sub(1));
    let before = line
        .unwrap_or_default()
        .char_indices()
        .take_while(|(at, _)| *at < error.column());
    (error.line(), before.count().max(1))
}

/// The file of a workbook: indented JSON that people can read too.
pub fn write_workbook(workbook: &Workbook) -> String {
    juesuan_json::write_indented(workbook)
}
