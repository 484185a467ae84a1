//! How matters are declared: what was read, by name, and as plain text that stays the same whatever words
//! it is said in.

use super::Code;
use crate::figure::{Exact, FigureError, Number};
use crate::working::Working;
use rust_decimal::Decimal;

/// A kind of matter: its code, the argument `kind` where several have this code, and the names of
/// the other arguments.
pub type Kind = (Code, Option<&'static str>, &'static [&'static str]);

/// Declares matters once: variant, what was read, code, and where several have one code a stable word
/// for which of them it is. What stands behind `with` is said and tells nothing apart: the number of a
/// row, which changes as rows move; today's date.
macro_rules! matters {
    ($(#[$about:meta])* $enum:ident: $(
        $(#[$doc:meta])*
        $name:ident { $($field:ident: $type:ty),* $(,)? } $(with { $($more:ident: $more_type:ty),* })?
            = $code:ident $($kind:literal)?;
    )*) => {
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[allow(missing_docs, reason = "matters are named for what they say, fields for what was read")]
        pub enum $enum {
            $($(#[$doc])* $name { $($field: $type,)* $($($more: $more_type,)*)? },)*
        }

        impl $enum {
            pub(super) const ALL: &'static [super::declare::Kind] = &[
                $((
                    super::Code::$code,
                    super::declare::first(&[$($kind)?]),
                    &[$(stringify!($field),)*],
                ),)*
            ];

            pub(super) fn code(&self) -> super::Code {
                match self { $($enum::$name { .. } => super::Code::$code,)* }
            }

            pub(super) fn arguments(&self) -> Vec<(&'static str, String)> {
                #[allow(unused_imports, reason = "not every list has an argument")]
                use super::declare::Argument as _;
                match self {
                    $($enum::$name { $($field,)* .. } => vec![
                        $(("kind", $kind.to_owned()),)?
                        $((stringify!($field), $field.argument()),)*
                    ],)*
                }
            }
        }
    };
}
pub(super) use matters;

/// Declares a choice of few: variant and stable name.
macro_rules! choices {
    ($(#[$about:meta])* $enum:ident: $($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $enum { $($(#[$doc])* $name,)* }

        impl super::declare::Argument for $enum {
            fn argument(&self) -> String {
                self.as_str().to_owned()
            }
        }

        impl $enum {
            /// Its stable name.
            pub fn as_str(self) -> &'static str {
                match self { $($enum::$name => $text,)* }
            }
        }
    };
}
pub(super) use choices;

pub(super) const fn first(of: &[&'static str]) -> Option<&'static str> {
    match of {
        [first, ..] => Some(first),
        [] => None,
    }
}

/// What was read, as plain text: no separators, no words of ours.
pub(super) trait Argument {
    fn argument(&self) -> String;
}

impl Argument for String {
    fn argument(&self) -> String {
        self.clone()
    }
}

impl Argument for &'static str {
    fn argument(&self) -> String {
        (*self).to_owned()
    }
}

impl Argument for usize {
    fn argument(&self) -> String {
        self.to_string()
    }
}

impl Argument for bool {
    fn argument(&self) -> String {
        if *self { "yes" } else { "no" }.to_owned()
    }
}

impl Argument for Number {
    fn argument(&self) -> String {
        self.decimal().argument()
    }
}

impl Argument for Decimal {
    fn argument(&self) -> String {
        self.normalize().to_string()
    }
}

impl Argument for Exact {
    fn argument(&self) -> String {
        self.to_string()
    }
}

/// The text as typed; in one cell it is wrong in one way.
impl Argument for FigureError {
    fn argument(&self) -> String {
        self.text.trim().chars().take(super::LONGEST).collect()
    }
}

impl<T: Argument> Argument for Option<T> {
    fn argument(&self) -> String {
        self.as_ref().map_or_else(String::new, Argument::argument)
    }
}

impl<T: Argument> Argument for Vec<T> {
    fn argument(&self) -> String {
        let all: Vec<String> = self.iter().map(Argument::argument).collect();
        all.join(" / ")
    }
}

impl<A: Argument, B: Argument> Argument for (A, B) {
    fn argument(&self) -> String {
        format!("{}: {}", self.0.argument(), self.1.argument())
    }
}

impl Argument for Working {
    fn argument(&self) -> String {
        signs(&self.signs())
    }
}

/// Figures and signs of a calculation; names in it may be in any letters.
fn signs(text: &str) -> String {
    let sign = |c: &char| c.is_ascii() || "×÷−–→≥≤≠…".contains(*c);
    let signs: String = text.chars().filter(sign).collect();
    signs.split_whitespace().collect::<Vec<_>>().join(" ")
}
