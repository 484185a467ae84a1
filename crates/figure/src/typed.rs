//! What somebody typed into a cell, kept as typed.

use serde::de::{self, value::MapAccessDeserializer};
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

/// The text of a cell, whether or not it can be read.
///
/// In JSON a string, or a number for scripts that have one at hand; `null` and a missing field are
/// the empty cell.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash, Serialize)]
#[serde(transparent)]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
#[cfg_attr(
    all(target_arch = "wasm32", feature = "api"),
    tsify(type = "string | number")
)]
pub struct Typed(String);

impl Typed {
    /// Nothing but blanks.
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }

    /// Not even a blank: such a cell is left out of files.
    pub fn is_unset(&self) -> bool {
        self.0.is_empty()
    }
}

impl Deref for Typed {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Typed {
    fn from(text: &str) -> Self {
        Typed(text.to_owned())
    }
}

impl From<String> for Typed {
    fn from(text: String) -> Self {
        Typed(text)
    }
}

impl fmt::Display for Typed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// `null` for what may be left out, as scripts write it.
pub fn null_is_default<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Default + Deserialize<'de>,
{
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}

/// What is an object in JSON. Left to itself a struct is read from a list too, value by value: an
/// empty list would be a form, and a list of texts one with the wrong texts in it.
pub struct Object<T>(pub T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> de::Visitor<'de> for Visitor<T> {
            type Value = Object<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Object<T>, A::Error> {
                T::deserialize(MapAccessDeserializer::new(map)).map(Object)
            }
        }
        deserializer.deserialize_map(Visitor(PhantomData))
    }
}

/// An [`Object`]; `null` where it may be left out.
pub fn object<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Default + Deserialize<'de>,
{
    let object: Option<Object<T>> = Option::deserialize(deserializer)?;
    Ok(object.map_or_else(T::default, |object| object.0))
}

/// A list of [`Object`]s; `null` where it may be left out.
pub fn objects<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    let objects: Option<Vec<Object<T>>> = Option::deserialize(deserializer)?;
    let objects = objects.unwrap_or_default().into_iter();
    Ok(objects.map(|object| object.0).collect())
}

impl<'de> Deserialize<'de> for Typed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> de::Visitor<'de> for Visitor {
            type Value = Typed;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string or a number")
            }
            fn visit_str<E>(self, text: &str) -> Result<Typed, E> {
                Ok(Typed(text.to_owned()))
            }
            fn visit_string<E>(self, text: String) -> Result<Typed, E> {
                Ok(Typed(text))
            }
            fn visit_i64<E>(self, value: i64) -> Result<Typed, E> {
                Ok(Typed(value.to_string()))
            }
            fn visit_u64<E>(self, value: u64) -> Result<Typed, E> {
                Ok(Typed(value.to_string()))
            }
            // The shortest text that reads back as the same float: 1552.63 stays 1552.63.
            fn visit_f64<E>(self, value: f64) -> Result<Typed, E> {
                Ok(Typed(value.to_string()))
            }
            fn visit_unit<E>(self) -> Result<Typed, E> {
                Ok(Typed::default())
            }
            fn visit_none<E>(self) -> Result<Typed, E> {
                Ok(Typed::default())
            }
            fn visit_some<D: Deserializer<'de>>(self, d: D) -> Result<Typed, D::Error> {
                Typed::deserialize(d)
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}
