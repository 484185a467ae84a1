//! Cells of a fixed set, each with its name in paths and what people call it.

/// Declares the fields of one part of a form or table: variant, name in paths and files, label for people.
macro_rules! fields {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $text:literal, $label:literal;)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name {
            $(
                #[doc = $label]
                $variant,
            )*
        }

        impl $name {
            /// All of them, in the order of the form or table.
            pub const ALL: &'static [$name] = &[$($name::$variant,)*];

            /// Its name in paths and files.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text,)* }
            }

            /// What the form calls it.
            pub fn label(self) -> &'static str {
                match self { $($name::$variant => $label,)* }
            }

            pub(crate) fn named(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|field| field.as_str() == text)
            }
        }
    };
}

/// In files a field stands by its name.
macro_rules! by_name_in_files {
    ($($name:ident),*) => {
        $(impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <String as serde::Deserialize>::deserialize(deserializer)?;
                let unknown = || serde::de::Error::custom(format!("no {text} here"));
                $name::named(&text).ok_or_else(unknown)
            }
        })*
    };
}

pub(crate) use {by_name_in_files, fields};
