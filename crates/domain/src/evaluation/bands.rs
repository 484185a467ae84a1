//! The scale for what is judged and not counted: a rule set's list of bands, from the best down.

use super::rule_cell::{BandField, RuleCell, RuleList};
use crate::finding::BandsError;
use juesuan_figure::Number;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Bands a scale has at least; a rule set with fewer is refused.
pub const FEWEST_BANDS: usize = 2;
/// Bands a scale has at most; a rule set with more is refused.
pub const MOST_BANDS: usize = 10;

/// The keys of the three bands that every scale had when rule sets wrote two bounds and no list, and the
/// names they were shown under.
pub(super) const THREE: [(&str, &str); 3] = [
    ("met", "达成预期"),
    ("partly", "部分达成"),
    ("unmet", "未达成"),
];

/// One step of a scale, such as 达成预期指标. Its upper bound is not written: it is the lower bound of the
/// band before it, which that one includes; the best band ends with 100, its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub struct Band {
    /// What an indicator keeps of it, in files too; it stays when the name is put in other words.
    pub key: String,
    /// As the rules call it.
    pub name: String,
    /// Lower bound, percent of the weight, inclusive.
    pub from: Number,
}

/// The bounds that rule sets of older versions wrote in place of a list: those of two bands, the third
/// beginning at 0.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub struct BandsFrom {
    /// Lower bound of the best band, percent of the weight.
    pub met: Number,
    /// Lower bound of the middle band, percent of the weight.
    pub partly: Number,
}

/// The key of the band an indicator was put in: 1 to 40 small letters, digits and hyphens. Whether its
/// rules have such a band is another matter.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), tsify(type = "string"))]
pub struct BandKey(String);

impl BandKey {
    /// `None` for what cannot be a key.
    ///
    /// ```
    /// use juesuan_domain::evaluation::BandKey;
    /// assert_eq!(BandKey::new("partly").unwrap().to_string(), "partly");
    /// assert_eq!(BandKey::new("部分达成"), None);
    /// ```
    pub fn new(key: &str) -> Option<Self> {
        is_key(key).then(|| BandKey(key.to_owned()))
    }

    /// The key as files have it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for BandKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<BandKey> for String {
    fn from(key: BandKey) -> Self {
        key.0
    }
}

impl TryFrom<String> for BandKey {
    type Error = &'static str;
    fn try_from(key: String) -> Result<Self, Self::Error> {
        if is_key(&key) {
            Ok(BandKey(key))
        } else {
            Err("not the key of a band")
        }
    }
}

/// Whether a text can be the key of a band, or the id of a rule set.
pub(super) fn is_key(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    (1..=40).contains(&text.len()) && text.chars().all(plain)
}

/// Makes a list of the bounds an older file wrote, unless they contradict the list beside them; then
/// both stay, for the check to say so. `official` is the list of the built-in set of the same id: an older
/// file had no names, and its own are meant.
pub(super) fn list_bands(
    bands: &mut Vec<Band>,
    bands_from: &mut Option<BandsFrom>,
    official: Option<&[Band]>,
) {
    let Some(BandsFrom { met, partly }) = bands_from.take() else {
        return;
    };
    let lower = [met, partly, Number::ZERO];
    if bands.is_empty() {
        *bands = match official.filter(|own| three(own)) {
            Some(own) => own.to_vec(),
            None => THREE.map(named).into(),
        };
    } else if !three(bands) {
        *bands_from = Some(BandsFrom { met, partly });
        return;
    }
    for (band, from) in bands.iter_mut().zip(lower) {
        band.from = from;
    }
}

/// What is wrong with a list of bands, and where; nothing where it can be used.
pub(super) fn check_bands(
    bands: &[Band],
    bands_from: Option<&BandsFrom>,
) -> Vec<(RuleCell, BandsError)> {
    let whole = RuleCell::List(RuleList::Bands);
    if bands_from.is_some() {
        return vec![(whole, BandsError::Twice)];
    }
    if !(FEWEST_BANDS..=MOST_BANDS).contains(&bands.len()) {
        return vec![(whole, BandsError::Count(bands.len()))];
    }
    let mut faults = Vec::new();
    for (at, band) in bands.iter().enumerate() {
        let before = &bands[..at];
        let error = if !is_key(&band.key) {
            BandsError::Key(band.key.chars().take(40).collect())
        } else if band.name.trim().is_empty() {
            BandsError::NoName(band.key.clone())
        } else if before.iter().any(|other| other.key == band.key) {
            BandsError::SameKey(band.key.clone())
        } else if before
            .iter()
            .any(|other| other.name.trim() == band.name.trim())
        {
            BandsError::SameName(band.name.chars().take(40).collect())
        } else {
            continue;
        };
        faults.push((RuleCell::Band(at, BandField::Name), error));
    }
    let mut high = Number::ONE_HUNDRED;
    for (at, band) in bands.iter().enumerate() {
        if band.from.is_negative() || band.from >= high {
            let all = bands.iter().map(|band| band.from).collect();
            faults.push((RuleCell::Band(at, BandField::From), BandsError::Bounds(all)));
            return faults;
        }
        high = band.from;
    }
    let last = bands.len().checked_sub(1).map(|at| (at, &bands[at]));
    if let Some((at, last)) = last.filter(|(_, last)| !last.from.is_zero()) {
        let error = BandsError::Last(last.name.clone(), last.from);
        faults.push((RuleCell::Band(at, BandField::From), error));
    }
    faults
}

/// Whether these are the bands that the bounds of older files are of.
fn three(bands: &[Band]) -> bool {
    let keys = bands.iter().map(|band| band.key.as_str());
    keys.eq(THREE.iter().map(|(key, _)| *key))
}

fn named((key, name): (&str, &str)) -> Band {
    Band {
        key: key.to_owned(),
        name: name.to_owned(),
        from: Number::ZERO,
    }
}
