//! Shares of a list: rounded each by itself, and adjusted so that they add to 100. The properties are
//! held against fractions of big integers.

use juesuan::figure::{Number, TooLarge, number};
use juesuan::measure::{MOST_PLACES, Shares, Status, share, shares};
use juesuan::say::Spoken as _;
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;
use proptest::prelude::*;
use rust_decimal::Decimal;

fn numbers(texts: &[&str]) -> Vec<Number> {
    texts.iter().map(|text| number(text).unwrap()).collect()
}

fn adjusted_texts(shares: &Shares) -> Vec<String> {
    let adjusted = shares.adjusted.iter().flatten();
    adjusted.map(Decimal::to_string).collect()
}

/// Parts, decimals, and what their shares are: rounded, the sum of those, and adjusted (empty where
/// nothing is).
type Case<'a> = (&'a [&'a str], u32, &'a [&'a str], &'a str, &'a [&'a str]);

#[track_caller]
fn all(cases: &[Case]) {
    let mut wrong = Vec::new();
    for (parts, places, rounded, sum, adjusted) in cases {
        let got = shares(&numbers(parts), *places).unwrap();
        let shown: Vec<String> = got.rounded.iter().map(|m| m.display()).collect();
        let got_sum = got.sum_rounded.map(|sum| sum.to_string());
        let moved = adjusted_texts(&got);
        if shown != *rounded || got_sum.as_deref().unwrap_or("") != *sum || moved != *adjusted {
            wrong.push(format!("{parts:?}: {shown:?}, {got_sum:?}, {moved:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn cases() {
    all(&[
        (
            &["1,249.26", "148.59", "154.31"],
            1,
            &["80.5%", "9.6%", "9.9%"],
            "100.0",
            &[],
        ),
        (&["5"], 1, &["100.0%"], "100.0", &[]),
        (&["5", "0"], 1, &["100.0%", "0.0%"], "100.0", &[]),
        // One unit is missing: of equal remainders the earlier part gets it.
        (
            &["1", "1", "1"],
            1,
            &["33.3%", "33.3%", "33.3%"],
            "99.9",
            &["33.4", "33.3", "33.3"],
        ),
        // One unit is too much: all but one of the halves that were rounded up stay so.
        (
            &["1", "1", "6"],
            0,
            &["13%", "13%", "75%"],
            "101",
            &["13", "12", "75"],
        ),
        // Several at once; those without a remainder stay.
        (
            &["1", "1", "1", "1", "1", "1"],
            0,
            &["17%", "17%", "17%", "17%", "17%", "17%"],
            "102",
            &["17", "17", "17", "17", "16", "16"],
        ),
        (
            &["0", "1", "1", "1", "0"],
            2,
            &["0.00%", "33.33%", "33.33%", "33.33%", "0.00%"],
            "99.99",
            &["0.00", "33.34", "33.33", "33.33", "0.00"],
        ),
        // No shares.
        (&[], 1, &[], "", &[]),
        (&["0", "0"], 1, &["—", "—"], "", &[]),
        (&["5", "-1"], 1, &["—", "—"], "", &[]),
        (&["5", "-5"], 1, &["—", "—"], "", &[]),
    ]);
}

#[test]
fn why_there_are_no_shares() {
    let working = |texts: &[&str]| {
        shares(&numbers(texts), 1).unwrap().rounded[0]
            .working
            .in_chinese()
    };
    assert_eq!(working(&["0", "0"]), "0 ÷ 0，合计为 0，不计算占比");
    assert_eq!(working(&["-5", "6"]), "(-5) ÷ 1，有小于 0 的项，不计算占比");
    let none = shares(&numbers(&["5", "-5"]), 1).unwrap();
    assert_eq!(none.rounded[0].status, Status::NotApplicable);
    assert_eq!(none.whole, Decimal::ZERO);
}

#[test]
fn the_bounds() {
    let largest = number("999999999999999999.9999999999").unwrap();
    assert_eq!(shares(&[largest, largest], 1), Err(TooLarge));
    let smallest = number("0.0000000001").unwrap();
    let parts = [number("333333333333333333.3333333333").unwrap(); 3];
    let thirds = shares(&parts, MOST_PLACES).unwrap();
    assert_eq!(
        adjusted_texts(&thirds),
        ["33.33333334", "33.33333333", "33.33333333"]
    );
    let uneven = shares(&[largest, Number::ZERO], 20).unwrap();
    assert_eq!(
        uneven.rounded[0].display(),
        "100.00000000%",
        "places are bounded"
    );
    let uneven = shares(&[number("999999999999999999").unwrap(), smallest], 8).unwrap();
    assert_eq!(uneven.adjusted, None);
}

/// Amounts as accounts have them, round ones whose shares often tie, and ones of every size.
fn part() -> impl Strategy<Value = Number> {
    prop_oneof![
        4 => (0_i64..10_000_000).prop_map(|units| Decimal::new(units, 2)),
        3 => (0_i64..9).prop_map(Decimal::from),
        1 => (0_i64..i64::MAX, 0_u32..=10).prop_map(|(units, scale)| {
            Decimal::new(units / 10_000, scale)
        }),
    ]
    .prop_map(|value| Number::new(value).unwrap())
}

fn parts() -> impl Strategy<Value = Vec<Number>> {
    prop::collection::vec(part(), 1..40)
}

fn fraction(value: Decimal) -> BigRational {
    BigRational::new(
        BigInt::from(value.mantissa()),
        BigInt::from(10).pow(value.scale()),
    )
}

/// The exact share in units of the last place.
fn exact(part: Number, whole: Decimal, places: u32) -> BigRational {
    let hundred = BigRational::from_integer(BigInt::from(100) * BigInt::from(10).pow(places));
    fraction(part.decimal()) / fraction(whole) * hundred
}

fn units(value: Decimal, places: u32) -> BigRational {
    fraction(value) * BigRational::from_integer(BigInt::from(10).pow(places))
}

fn computed(parts: &[Number], places: u32) -> Option<Shares> {
    let computed = shares(parts, places).unwrap();
    (!computed.whole.is_zero()).then_some(computed)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// Each rounded share is what `share` gives for that part alone, and the sum is their sum.
    #[test]
    fn rounded_each_by_itself(parts in parts(), places in 0_u32..=MOST_PLACES) {
        let Some(computed) = computed(&parts, places) else { return Ok(()) };
        let whole = Number::new(computed.whole).unwrap();
        let mut sum = BigRational::zero();
        for (part, rounded) in parts.iter().zip(&computed.rounded) {
            prop_assert_eq!(rounded, &share(*part, whole, places).unwrap());
            sum += fraction(rounded.value.unwrap());
        }
        prop_assert_eq!(fraction(computed.sum_rounded.unwrap()), sum);
        prop_assert_eq!(
            computed.adjusted.is_some(),
            computed.sum_rounded != Some(Decimal::ONE_HUNDRED)
        );
    }

    /// Adjusted shares add to exactly 100, each is the exact share cut or raised at the last place (so
    /// it lies at most one unit beside the rounded one), and a larger part has no smaller share.
    #[test]
    fn adjusted_add_to_100(parts in parts(), places in 0_u32..=MOST_PLACES) {
        let Some(computed) = computed(&parts, places) else { return Ok(()) };
        let Some(adjusted) = &computed.adjusted else { return Ok(()) };
        let one = BigRational::from_integer(BigInt::from(1));
        let sum: BigRational = adjusted.iter().map(|share| fraction(*share)).sum();
        prop_assert_eq!(sum, BigRational::from_integer(BigInt::from(100)));
        for (i, share) in adjusted.iter().enumerate() {
            let exact = exact(parts[i], computed.whole, places);
            let ours = units(*share, places);
            prop_assert!(ours == exact.floor() || ours == exact.ceil());
            let rounded = units(computed.rounded[i].value.unwrap(), places);
            let apart = &ours - &rounded;
            prop_assert!(apart <= one && apart >= -one.clone());
            for (j, other) in adjusted.iter().enumerate() {
                prop_assert!(parts[i] <= parts[j] || share >= other);
                // Of equal parts the earlier has no less.
                prop_assert!(parts[i] != parts[j] || i > j || share >= other);
            }
        }
    }

    /// Only those move that must: all that were raised have remainders no smaller than those cut.
    #[test]
    fn the_largest_remainders_are_raised(parts in parts(), places in 0_u32..=3) {
        let Some(computed) = computed(&parts, places) else { return Ok(()) };
        let Some(adjusted) = &computed.adjusted else { return Ok(()) };
        let (mut raised, mut cut) = (Vec::new(), Vec::new());
        for (part, share) in parts.iter().zip(adjusted) {
            let exact = exact(*part, computed.whole, places);
            let remainder = &exact - exact.floor();
            if units(*share, places) > exact { raised.push(remainder) } else { cut.push(remainder) }
        }
        if let (Some(least), Some(most)) = (raised.iter().min(), cut.iter().max()) {
            prop_assert!(least >= most);
        }
    }
}
