//! Sums of figures at the bounds, held against big rationals.

use juesuan::figure::{Exact, Number, TooLarge, grouped};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, Zero};
use proptest::prelude::*;
use rust_decimal::Decimal;

fn number(text: &str) -> Number {
    Number::new(text.parse().unwrap()).unwrap()
}

fn rational(text: &str) -> BigRational {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let digits: BigInt = format!("{whole}{decimals}").parse().unwrap();
    BigRational::new(digits, BigInt::from(10).pow(decimals.len() as u32))
}

#[test]
fn sums_that_no_decimal_holds() {
    // Parts, how often, the sum plain and grouped, and whether a Decimal holds it.
    let cases = [
        ("0", 3, "0", "0", true),
        ("-0.1", 3, "-0.3", "-0.3", true),
        ("1552.63", 1, "1552.63", "1,552.63", true),
        ("1000", 2, "2000", "2,000", true),
        (
            "999999999999999999.9999999999",
            7,
            "6999999999999999999.9999999993",
            "6,999,999,999,999,999,999.9999999993",
            true,
        ),
        (
            "999999999999999999.9999999999",
            8,
            "7999999999999999999.9999999992",
            "7,999,999,999,999,999,999.9999999992",
            false,
        ),
        (
            "-999999999999999999.9999999999",
            2_001,
            "-2000999999999999999999.9999997999",
            "-2,000,999,999,999,999,999,999.9999997999",
            false,
        ),
        (
            "999999999999999999",
            2_000,
            "1999999999999999998000",
            "1,999,999,999,999,999,998,000",
            true,
        ),
    ];
    for (part, times, plain, separated, fits) in cases {
        let sum = Exact::sum(vec![number(part); times]).unwrap();
        assert_eq!(
            (sum.to_string().as_str(), grouped(sum).as_str()),
            (plain, separated)
        );
        assert_eq!(sum.decimal().is_some(), fits, "{plain}");
        if let Some(decimal) = sum.decimal() {
            assert_eq!(decimal.to_string(), plain);
        }
    }
}

#[test]
fn what_is_no_exact_figure() {
    let cases = [
        ("0.12345678901", Err(TooLarge)),
        ("79228162514264337593543950335", Err(TooLarge)),
        ("0.1234567890", Ok("0.123456789")),
        ("1000000000000000000", Ok("1000000000000000000")),
    ];
    for (text, expected) in cases {
        let read = Exact::try_from(text.parse::<Decimal>().unwrap());
        assert_eq!(
            read.map(|exact| exact.to_string()),
            expected.map(str::to_owned),
            "{text}"
        );
    }
    assert_eq!(
        Exact::sum([number("999999999999999999"); 2])
            .unwrap()
            .number(),
        Err(TooLarge)
    );
    assert_eq!(
        Exact::sum([number("5"); 2]).unwrap().number(),
        Ok(number("10"))
    );
}

/// Numbers that crowd the bounds: 18 digits and ten decimals, nines, zeros and anything.
fn bound() -> impl Strategy<Value = Number> {
    let digits = |most: usize| {
        prop_oneof![
            Just("9".repeat(most)),
            Just("0".to_owned()),
            proptest::collection::vec(0..10_u8, 1..=most)
                .prop_map(|digits| digits.iter().map(|d| char::from(b'0' + d)).collect()),
        ]
    };
    (any::<bool>(), digits(18), digits(10)).prop_map(|(minus, whole, decimals)| {
        let sign = if minus { "-" } else { "" };
        number(&format!("{sign}{whole}.{decimals}"))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) })]

    /// Nothing is shortened, in whatever order.
    #[test]
    fn sums_are_those_of_rationals(parts in proptest::collection::vec(bound(), 0..40), places in 0..12_u32) {
        let wanted = parts.iter().fold(BigRational::zero(), |sum, n| sum + rational(&n.to_string()));
        let sum = Exact::sum(parts.iter().copied()).unwrap();
        prop_assert_eq!(rational(&sum.to_string()), wanted.clone());
        prop_assert_eq!(rational(&grouped(sum).replace(',', "")), wanted.clone());
        let backwards = parts.iter().rev().fold(Exact::ZERO, |sum, n| sum.checked_add((*n).into()).unwrap());
        prop_assert_eq!(sum, backwards);
        let taken = parts.iter().fold(sum, |rest, n| rest.checked_sub((*n).into()).unwrap());
        prop_assert!(taken.is_zero());
        if let Some(decimal) = sum.decimal() {
            prop_assert_eq!(rational(&decimal.to_string()), wanted.clone());
        } else {
            // 2^96 units of the last digit that is not 0.
            prop_assert!(sum.to_string().chars().filter(char::is_ascii_digit).count() > 28);
        }
        // Half up, away from zero.
        let scale = BigRational::from(BigInt::from(10).pow(places));
        let half = BigRational::new(1.into(), 2.into());
        let size = (wanted.abs() * scale.clone() + half).floor() / scale;
        let rounded = if wanted.is_negative() { -size } else { size };
        prop_assert_eq!(rational(&sum.rounded(places).to_string()), rounded);
    }

    #[test]
    fn order_is_that_of_the_numbers(a in bound(), b in bound()) {
        prop_assert_eq!(Exact::from(a).cmp(&b.into()), a.cmp(&b));
        prop_assert_eq!(Exact::from(a).number(), Ok(a));
        prop_assert_eq!(Exact::from(a) == b, a == b);
    }
}
