//! The bands of a rule set with their bounds, and which of them points are in.

use super::bands::{Band, BandKey, THREE};
use super::rules::{RuleSet, built_in};
use crate::figure::Number;

/// A band with both its bounds, percent of the weight. The lower one belongs to the band; the upper one
/// only where the band is the best.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds<'a> {
    /// The band itself.
    pub band: &'a Band,
    /// The lower bound, percent of the weight.
    pub low: Number,
    /// The upper bound, percent of the weight.
    pub high: Number,
    /// Whether it is the best band, to which its upper bound belongs.
    pub best: bool,
}

impl Bounds<'_> {
    /// Whether points out of this weight are in the band.
    pub fn hold(&self, points: Number, weight: Number) -> bool {
        let end = points.against_percent(self.high, weight);
        points.against_percent(self.low, weight).is_ge()
            && (end.is_lt() || self.best && end.is_eq())
    }
}

impl RuleSet {
    /// The bands with their bounds, from the best down.
    pub fn scale(&self) -> impl Iterator<Item = Bounds<'_>> {
        let above = self.bands.iter().map(|band| band.from);
        let highs = std::iter::once(Number::ONE_HUNDRED).chain(above);
        let bands = self.bands.iter().zip(highs).enumerate();
        bands.map(|(at, (band, high))| Bounds {
            band,
            low: band.from,
            high,
            best: at == 0,
        })
    }

    /// The band of this key; `None` where these rules have none.
    pub fn band(&self, key: &BandKey) -> Option<Bounds<'_>> {
        self.scale().find(|bounds| bounds.band.key == key.as_str())
    }

    /// The best band whose lower bound the points reach, out of this weight.
    pub(super) fn band_of(&self, points: Number, weight: Number) -> Option<BandKey> {
        let mut bands = self.bands.iter();
        let reached = bands.find(|band| points.against_percent(band.from, weight).is_ge())?;
        BandKey::new(&reached.key)
    }
}

/// A finding's sentence as it read when the three bands had one name each under all rules: by that it
/// was set aside. `None` where no band is named in it, quoted or before its working.
pub(crate) fn said_before(message: &str) -> Option<String> {
    built_in()
        .iter()
        .flat_map(|rules| &rules.bands)
        .find_map(|band| {
            let (_, before) = THREE.iter().find(|(key, _)| *key == band.key)?;
            [('“', '”'), ('：', '：')].iter().find_map(|(open, close)| {
                let now = format!("{open}{}{close}", band.name);
                let then = format!("{open}{before}{close}");
                message.contains(&now).then(|| message.replace(&now, &then))
            })
        })
}
