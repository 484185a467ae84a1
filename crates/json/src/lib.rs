//! JSON, read by one reader, and written by one writer, whatever it is written into and however: what can
//! be read and written is compiled for each of them anew, and the page is downloaded.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod reading;

use reading::Objects;
use serde::{Deserialize, Serialize};
use serde_json::Serializer;
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter};
use std::io::{self, Write};

/// Reads all of a text. A struct is read from an object only.
///
/// # Errors
/// Where the text is no JSON, or not of that shape.
pub fn read<'de, T: Deserialize<'de>>(text: &'de str) -> serde_json::Result<T> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = T::deserialize(Objects(&mut reader))?;
    reader.end()?;
    Ok(value)
}

/// On one line. What is written is texts, numbers, lists and objects: all of it is possible in JSON.
pub fn write<T: Serialize + ?Sized>(value: &T) -> String {
    text(value, Style::Line(CompactFormatter))
}

/// Indented, for people too.
pub fn write_indented<T: Serialize + ?Sized>(value: &T) -> String {
    text(value, Style::Indented(PrettyFormatter::new()))
}

/// How many bytes [`write_indented`] gives.
pub fn indented_size<T: Serialize + ?Sized>(value: &T) -> usize {
    struct Counter(usize);
    impl Write for Counter {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0 += bytes.len();
            Ok(bytes.len())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let mut counter = Counter(0);
    let style = Style::Indented(PrettyFormatter::new());
    if write_into(value, &mut counter, style) {
        counter.0
    } else {
        usize::MAX
    }
}

fn text<T: Serialize + ?Sized>(value: &T, style: Style) -> String {
    let mut bytes = Vec::new();
    write_into(value, &mut bytes, style);
    String::from_utf8(bytes).unwrap_or_default()
}

/// Says whether all of it was written.
fn write_into<T: Serialize + ?Sized>(value: &T, into: &mut dyn Write, style: Style) -> bool {
    value
        .serialize(&mut Serializer::with_formatter(into, style))
        .is_ok()
}

/// How it is laid out.
enum Style {
    Line(CompactFormatter),
    Indented(PrettyFormatter<'static>),
}

/// What the two ways differ in, each as its own formatter has it.
macro_rules! laid_out {
    ($($name:ident($($first:ident)?)),* $(,)?) => {
        $(fn $name<W: ?Sized + Write>(&mut self, writer: &mut W $(, $first: bool)?) -> io::Result<()> {
            match self {
                Style::Line(line) => line.$name(writer $(, $first)?),
                Style::Indented(indented) => indented.$name(writer $(, $first)?),
            }
        })*
    };
}

impl Formatter for Style {
    laid_out! {
        begin_array(),
        end_array(),
        begin_array_value(first),
        end_array_value(),
        begin_object(),
        end_object(),
        begin_object_key(first),
        begin_object_value(),
        end_object_value(),
    }
}

#[cfg(test)]
mod tests {
    use super::{indented_size, read, write, write_indented};
    use serde::Deserialize;
    use serde_json::{Value, json};

    /// The same texts as `serde_json` writes, byte by byte.
    #[test]
    fn writes_as_serde_json_does() {
        let cases = [
            json!(null),
            json!("引号\"与\\斜线\n"),
            json!([]),
            json!({}),
            json!([[], {}, [1, -2.5, true, null]]),
            json!({"a": {"b": [1, {"c": []}]}, "单位": "汉阳", "d": {}}),
        ];
        for case in cases {
            let indented = serde_json::to_string_pretty(&case).unwrap();
            assert_eq!(write(&case), serde_json::to_string(&case).unwrap());
            assert_eq!(write_indented(&case), indented);
            assert_eq!(indented_size(&case), indented.len(), "{case}");
            assert_eq!(serde_json::from_str::<Value>(&write(&case)).unwrap(), case);
        }
    }

    #[derive(Debug, PartialEq, Deserialize)]
    enum Kind {
        Plain,
        Of(Box<Part>),
        With { part: Option<Part> },
    }

    #[derive(Debug, PartialEq, Deserialize)]
    struct Part {
        name: String,
        #[serde(default)]
        parts: Vec<Part>,
        kind: Option<Box<Kind>>,
        pair: Option<(u8, f64)>,
    }

    /// The text, and whether it is read: as `serde_json` does, but for lists in place of objects.
    #[test]
    fn reads_as_serde_json_does_but_objects_from_objects_only() {
        let cases = [
            (r#"{"name": "a"}"#, true),
            (
                r#"{"name": "a", "parts": [{"name": "\u4e2d", "pair": [1, 0.5]}], "more": [[]]}"#,
                true,
            ),
            (r#"{"name": "a", "kind": "Plain", "pair": null}"#, true),
            (r#"{"name": "a", "kind": {"Of": {"name": "b"}}}"#, true),
            (
                r#"{"name": "a", "kind": {"With": {"part": {"name": "b"}}}}"#,
                true,
            ),
            (r#"["a", [], null, null]"#, false),
            (r#"{"name": "a", "parts": [["b", [], null, null]]}"#, false),
            (
                r#"{"name": "a", "kind": {"Of": ["b", [], null, null]}}"#,
                false,
            ),
            (
                r#"{"name": "a", "kind": {"With": {"part": ["b", [], null, null]}}}"#,
                false,
            ),
        ];
        for (text, is_read) in cases {
            let theirs = serde_json::from_str::<Part>(text);
            assert!(theirs.is_ok(), "{text}");
            assert_eq!(read::<Part>(text).is_ok(), is_read, "{text}");
            if is_read {
                assert_eq!(read::<Part>(text).unwrap(), theirs.unwrap(), "{text}");
            }
        }
    }

    /// What is wrong is said in the same words, at the same place.
    #[test]
    fn errors_are_those_of_serde_json() {
        for text in [
            "",
            "{",
            r#"{"name": 1}"#,
            r#"{"name": "a"} {}"#,
            r#"{"parts": []}"#,
            r#"{"name": "a", "parts": {}}"#,
            r#"{"name": "a", "parts": [7]}"#,
            r#"{"name": "a", "kind": "Other"}"#,
            r#"{"name": "a", "pair": [256, 1]}"#,
        ] {
            let theirs = serde_json::from_str::<Part>(text).unwrap_err();
            assert_eq!(
                read::<Part>(text).unwrap_err().to_string(),
                theirs.to_string(),
                "{text}"
            );
        }
    }
}
