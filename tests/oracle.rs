//! The measures and the score against a second implementation: fractions of big integers, rounded
//! and written out here, on numbers of every size. The seed is fixed, so a failure repeats.

use juesuan::evaluation::{self, quantitative_score};
use juesuan::figure::Number;
use juesuan::measure::{
    Growth, Measure, Status, completion_rate, execution_rate, growth, share, weighted_mean,
};
use juesuan::say::Spoken as _;
use num_bigint::{BigInt, Sign};
use num_rational::BigRational;
use num_traits::{One, Signed, Zero};
use rust_decimal::Decimal;
use serde_json::json;

const CASES: u32 = 100_000;

/// splitmix64: small, and good enough to spread cases.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound
    }

    fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }

    /// A figure as accounts have them, one small and round (whose quotients end in a 5), a tiny, a
    /// huge one, or one of any size up to 17 digits and 10 decimals; now and then zero or negative.
    fn figure(&mut self) -> Figure {
        let (digits, scale) = match self.below(10) {
            0..=2 => (3 + self.below(6), 2),
            3..=5 => {
                const ROUND: &[i128] = &[1, 2, 4, 5, 8, 16, 20, 25, 32, 40, 64, 80, 125, 160, 625];
                let mantissa = ROUND[self.below(ROUND.len() as u64) as usize];
                return Figure::new(mantissa, self.below(2) as u32);
            }
            6 => (1 + self.below(3), 8 + self.below(3)),
            7 => (16 + self.below(2), self.below(2)),
            _ => {
                let scale = self.below(11);
                (scale + self.below(18), scale)
            }
        };
        let sized = self.sized(digits, scale as u32);
        let sign = match self.below(20) {
            0 => 0,
            1..=3 => -1,
            _ => 1,
        };
        Figure::new(sign * sized.mantissa, sized.scale)
    }

    fn sized(&mut self, digits: u64, scale: u32) -> Figure {
        let mantissa = (0..digits).fold(0, |m, _| m * 10 + i128::from(self.below(10)));
        Figure::new(mantissa, scale)
    }

    fn places(&mut self) -> u32 {
        self.below(9) as u32
    }
}

/// A number for both sides.
#[derive(Clone)]
struct Figure {
    ours: Number,
    theirs: BigRational,
    mantissa: i128,
    scale: u32,
}

impl Figure {
    fn new(mantissa: i128, scale: u32) -> Self {
        Figure {
            ours: Number::new(Decimal::from_i128_with_scale(mantissa, scale)).unwrap(),
            theirs: BigRational::new_raw(BigInt::from(mantissa), ten(scale)),
            mantissa,
            scale,
        }
    }

    /// As it stands in a working.
    fn operand(&self) -> String {
        let text = grouped(&trimmed(&plain(&BigInt::from(self.mantissa), self.scale)));
        if self.mantissa < 0 {
            format!("({text})")
        } else {
            text
        }
    }
}

fn ten(exponent: u32) -> BigInt {
    BigInt::from(10).pow(exponent)
}

/// `factor` × a ÷ b. Not reduced: nothing here needs it, and it is most of the time otherwise.
fn quotient(factor: &BigInt, a: &BigRational, b: &BigRational) -> Option<BigRational> {
    let (above, below) = (factor * a.numer() * b.denom(), a.denom() * b.numer());
    match below.sign() {
        Sign::NoSign => None,
        Sign::Plus => Some(BigRational::new_raw(above, below)),
        Sign::Minus => Some(BigRational::new_raw(-above, -below)),
    }
}

/// Whether a fraction has no more than so many decimals.
fn ends(q: &BigRational, places: u32) -> bool {
    (q.numer() * ten(places) % q.denom()).is_zero()
}

/// Whether it lies halfway between two numbers of so many decimals.
fn is_tie(q: &BigRational, places: u32) -> bool {
    let halves: BigInt = q.numer() * ten(places) * 2;
    (halves % q.denom()).is_zero() && !ends(q, places)
}

/// Half up, away from zero, as a whole number of the last place.
fn rounded(q: &BigRational, places: u32) -> BigInt {
    let twice: BigInt = q.numer().abs() * ten(places) * 2 + q.denom();
    let size = twice / (q.denom() * BigInt::from(2));
    if q.is_negative() { -size } else { size }
}

/// `mantissa` ÷ 10^`places` with just these places; zero without a sign.
fn plain(mantissa: &BigInt, places: u32) -> String {
    let places = places as usize;
    let mut digits = mantissa.magnitude().to_string();
    if digits.len() <= places {
        digits = "0".repeat(places + 1 - digits.len()) + &digits;
    }
    if places > 0 {
        digits.insert(digits.len() - places, '.');
    }
    if mantissa.sign() == Sign::Minus {
        digits.insert(0, '-');
    }
    digits
}

fn trimmed(text: &str) -> String {
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text.to_owned()
    }
}

fn grouped(text: &str) -> String {
    let (sign, rest) = text.split_at(usize::from(text.starts_with('-')));
    let (whole, decimals) = rest.split_at(rest.find('.').unwrap_or(rest.len()));
    let mut groups = Vec::new();
    let mut end = whole.len();
    while end > 3 {
        groups.push(&whole[end - 3..end]);
        end -= 3;
    }
    groups.push(&whole[..end]);
    groups.reverse();
    format!("{sign}{}{decimals}", groups.join(","))
}

/// To twelve significant digits, and all digits before the point.
fn significant(q: &BigRational) -> String {
    let size = q.abs();
    let whole = size.numer() / size.denom();
    let mut places = 0;
    if whole.is_zero() {
        // Zeros behind the point do not count.
        let mut shifted = size.numer().clone();
        while !shifted.is_zero() && &shifted * BigInt::from(10) < *size.denom() {
            shifted *= 10;
            places += 1;
        }
        places += 12;
    } else {
        let digits = whole.to_string().len() as u32;
        places += 12_u32.saturating_sub(digits);
    }
    trimmed(&plain(&rounded(q, places), places))
}

/// What 96 bits hold.
fn fits(mantissa: &BigInt) -> bool {
    mantissa.magnitude().bits() <= 96
}

/// How many cases of a kind came up: a random test that never meets them shows nothing.
#[derive(Default, Debug)]
struct Met {
    values: u32,
    ties: u32,
    without: u32,
    too_large: u32,
    negative: u32,
}

impl Met {
    #[track_caller]
    fn enough(&self) {
        let Met {
            values,
            ties,
            without,
            too_large,
            negative,
        } = *self;
        assert!(values > CASES / 2, "{self:?}");
        for kind in [ties, without, too_large, negative] {
            assert!(kind > CASES / 1_000, "{self:?}");
        }
    }
}

/// Ours against theirs for a percentage; `formula` opens the working where that is compared too.
fn compare(
    ours: Result<&Measure, String>,
    theirs: Option<&BigRational>,
    missing: Status,
    places: u32,
    formula: Option<&str>,
    met: &mut Met,
) -> Result<(), String> {
    let Some(q) = theirs else {
        let ours = ours?;
        met.without += 1;
        let same = ours.status == missing
            && ours.value.is_none()
            && ours.exact.is_none()
            && ours.display() == "—";
        return if same {
            Ok(())
        } else {
            Err(format!("{ours:?}"))
        };
    };
    let value = rounded(q, places);
    if !fits(&value) {
        met.too_large += 1;
        return match ours {
            Err(_) => Ok(()),
            Ok(ours) => Err(format!("too large, yet {ours:?}")),
        };
    }
    met.values += 1;
    met.negative += u32::from(q.is_negative());
    met.ties += u32::from(is_tie(q, places));
    let ours = ours?;
    let text = plain(&value, places);
    let expected = (
        Status::Value,
        text.clone(),
        significant(q),
        grouped(&text) + "%",
    );
    let got = (
        ours.status,
        ours.value.map_or_else(String::new, |v| v.to_string()),
        ours.exact.map_or_else(String::new, |v| v.to_string()),
        ours.display(),
    );
    if got != expected {
        return Err(format!("{got:?}, expected {expected:?}"));
    }
    match formula {
        Some(formula)
            if ours.working.in_chinese() != format!("{formula} = {}%", spelled(q, places)) =>
        {
            Err(format!(
                "{:?}, expected {formula} = {}%",
                ours.working.in_chinese(),
                spelled(q, places)
            ))
        }
        _ => Ok(()),
    }
}

/// Three decimals more than shown, where digits follow; as many as are there, where none do.
fn spelled(q: &BigRational, places: u32) -> String {
    let more = places + 3;
    let longer = rounded(q, more);
    let shown = plain(&rounded(q, places), places);
    if ends(q, places) {
        grouped(&shown)
    } else if !fits(&longer) {
        grouped(&shown) + "…"
    } else if ends(q, more) {
        grouped(&trimmed(&plain(&longer, more)))
    } else {
        grouped(&plain(&longer, more)) + "…"
    }
}

#[track_caller]
fn ratios(
    seed: u64,
    measure: fn(Number, Number, u32) -> Result<Measure, juesuan::figure::TooLarge>,
    missing: impl Fn(&Figure) -> Status,
) {
    let mut random = Random(seed);
    let mut met = Met::default();
    for case in 0..CASES {
        let (a, b, places) = (random.figure(), random.figure(), random.places());
        let ours = measure(a.ours, b.ours, places);
        let theirs = quotient(&ten(2), &a.theirs, &b.theirs);
        let formula = format!("{} ÷ {}", a.operand(), b.operand());
        compare(
            ours.as_ref().map_err(|e| e.in_chinese()),
            theirs.as_ref(),
            missing(&a),
            places,
            Some(&formula),
            &mut met,
        )
        .unwrap_or_else(|e| panic!("case {case}: {formula} to {places}: {e}"));
    }
    met.enough();
}

#[test]
fn completion() {
    ratios(1, completion_rate, unbudgeted);
}

#[test]
fn execution() {
    ratios(2, execution_rate, unbudgeted);
}

#[test]
fn shares() {
    ratios(3, share, |_| Status::NotApplicable);
}

fn unbudgeted(actual: &Figure) -> Status {
    if actual.theirs.is_zero() {
        Status::NotApplicable
    } else {
        Status::Unbudgeted
    }
}

#[test]
fn growths() {
    let mut random = Random(4);
    let mut met = Met::default();
    for case in 0..CASES {
        let (now, before, places) = (random.figure(), random.figure(), random.places());
        let change = &now.theirs - &before.theirs;
        let rate = quotient(&ten(2), &change, &before.theirs).filter(|_| before.mantissa > 0);
        let ours = growth(now.ours, before.ours, places);
        let formula = format!(
            "({} − {}) ÷ {}",
            now.operand(),
            before.operand(),
            before.operand()
        );
        compare(
            ours.as_ref().map(|g| &g.rate).map_err(|e| e.in_chinese()),
            rate.as_ref(),
            Status::NotApplicable,
            places,
            Some(&formula),
            &mut met,
        )
        .and_then(|()| {
            ours.map_or(Ok(()), |g| {
                compare_change(&g, &change, rate.as_ref(), places)
            })
        })
        .unwrap_or_else(|e| panic!("case {case}: {formula} to {places}: {e}"));
    }
    met.enough();
}

fn compare_change(
    ours: &Growth,
    change: &BigRational,
    rate: Option<&BigRational>,
    places: u32,
) -> Result<(), String> {
    let amount = trimmed(&plain(&rounded(change, 10), 10));
    let size = grouped(amount.trim_start_matches('-'));
    let (more, up) = if change.is_negative() {
        ("减少", "下降")
    } else {
        ("增加", "增长")
    };
    let phrase = match rate {
        _ if change.is_zero() => "与上年持平".to_owned(),
        None => format!("{more}{size}万元"),
        Some(rate) => {
            let rate = grouped(&plain(&rounded(&rate.abs(), places), places));
            format!("{more}{size}万元，{up}{rate}%")
        }
    };
    let got = (ours.change.normalize().to_string(), ours.phrase());
    if got == (amount.clone(), phrase.clone()) {
        Ok(())
    } else {
        Err(format!("{got:?}, expected {amount}, {phrase}"))
    }
}

#[test]
fn weighted_means() {
    let mut random = Random(5);
    let mut met = Met::default();
    for case in 0..CASES {
        let places = random.places();
        let mut pairs: Vec<(Figure, Figure)> = (0..random.below(6))
            .map(|_| (random.figure(), random.figure()))
            .collect();
        // Weights that all but cancel make the mean of large values too large.
        if random.one_in(100) {
            let weight = random.sized(17, 0);
            let opposite = Figure::new(-weight.mantissa, 0);
            pairs = vec![
                (random.sized(17, 0), weight),
                (random.figure(), opposite),
                (random.figure(), random.sized(3, 10)),
            ];
        }
        // Over a common denominator, 10^20 and 10^10.
        let (mut products, mut weights) = (BigInt::zero(), BigInt::zero());
        for (value, weight) in &pairs {
            let product = BigInt::from(value.mantissa) * weight.mantissa;
            products += product * ten(20 - value.scale - weight.scale);
            weights += BigInt::from(weight.mantissa) * ten(10 - weight.scale);
        }
        let theirs = quotient(
            &BigInt::one(),
            &BigRational::new_raw(products, ten(20)),
            &BigRational::new_raw(weights, ten(10)),
        );
        let ours: Vec<_> = pairs.iter().map(|(v, w)| (v.ours, w.ours)).collect();
        let ours = weighted_mean(&ours, places);
        compare(
            ours.as_ref().map_err(|e| e.in_chinese()),
            theirs.as_ref(),
            Status::NotApplicable,
            places,
            None,
            &mut met,
        )
        .unwrap_or_else(|e| {
            let pairs: Vec<_> = pairs
                .iter()
                .map(|(v, w)| (v.operand(), w.operand()))
                .collect();
            panic!("case {case}: {pairs:?} to {places}: {e}")
        });
    }
    met.enough();
}

/// The rule: weight × B ÷ A or its mirror, rounded once, within 0 and the weight; where there is no
/// ratio, all or nothing.
fn score(weight: &Figure, target: &Figure, actual: &Figure, lower: bool) -> BigRational {
    let (a, b) = (&target.theirs, &actual.theirs);
    let reached = if lower { b <= a } else { b >= a };
    let no_ratio = a.is_negative() || b.is_negative() || a.is_zero() || lower && b.is_zero();
    let all_or_nothing = if reached {
        weight.theirs.clone()
    } else {
        BigRational::zero()
    };
    if no_ratio {
        return all_or_nothing;
    }
    if reached {
        return weight.theirs.clone();
    }
    let (above, below) = if lower { (a, b) } else { (b, a) };
    let points = quotient(weight.theirs.numer(), above, below).unwrap();
    let below = points.denom() * weight.theirs.denom();
    let points = BigRational::new_raw(points.numer().clone(), below);
    BigRational::new_raw(rounded(&points, 2), ten(2)).min(weight.theirs.clone())
}

/// A quotient a script is given has twelve digits that count, however small it is.
#[test]
fn tiny_quotients_keep_their_digits() {
    let mut random = Random(8);
    for case in 0..CASES / 10 {
        let scale = 7 + random.below(4) as u32;
        let digits = 1 + random.below(4);
        let a = random.sized(digits, scale);
        let b = random.sized(17, 0);
        let Some(q) = quotient(&ten(2), &a.theirs, &b.theirs) else {
            continue;
        };
        let exact = share(a.ours, b.ours, 1).unwrap().exact.unwrap().to_string();
        assert_eq!(exact, significant(&q), "case {case}");
    }
}

#[track_caller]
fn scores(seed: u64, direction: evaluation::Direction) {
    let lower = direction == evaluation::Direction::Lower;
    let mut random = Random(seed);
    let (mut full, mut none, mut between) = (0, 0, 0);
    for case in 0..CASES {
        let (a, b) = (random.figure(), random.figure());
        // Mostly the points a form has, with up to three decimals; sometimes anything.
        let weight = match random.below(10) {
            0 => {
                let any = random.figure();
                Figure::new(any.mantissa.abs(), any.scale)
            }
            1 => Figure::new(i128::from(random.below(100_000)), 3),
            _ => Figure::new(i128::from(random.below(1_000)), 1),
        };
        let expected = score(&weight, &a, &b, lower);
        let ours = quantitative_score(weight.ours, a.ours, b.ours, direction).unwrap();
        let text = trimmed(&plain(&rounded(&expected, 10), 10));
        let (w, a, b) = (weight.operand(), a.operand(), b.operand());
        assert_eq!(
            ours.normalize().to_string(),
            text,
            "case {case}: weight {w}, target {a}, actual {b}"
        );
        match &expected {
            e if e.is_zero() => none += 1,
            e if *e == weight.theirs => full += 1,
            _ => between += 1,
        }
    }
    for kind in [full, none, between] {
        assert!(
            kind > CASES / 10,
            "{full} full, {none} none, {between} between"
        );
    }
}

#[test]
fn scores_where_higher_is_better() {
    scores(6, evaluation::Direction::Higher);
}

#[test]
fn scores_where_lower_is_better() {
    scores(7, evaluation::Direction::Lower);
}

/// A target in words and signs, and what its score is: `None` where the rule gives none.
fn score_of_target(
    sign: &str,
    ends: &[Figure; 2],
    actual: &Figure,
    weight: &Figure,
) -> Option<BigRational> {
    let [a, high] = ends;
    let (x, b) = (&a.theirs, &actual.theirs);
    match sign {
        "≥" | "" => Some(score(weight, a, actual, false)),
        "≤" => Some(score(weight, a, actual, true)),
        "=" if x.is_zero() && !b.is_zero() => Some(BigRational::zero()),
        "=" => Some(score(weight, a, actual, false)),
        "～" if b > &high.theirs => Some(score(weight, high, actual, true)),
        "～" => Some(score(weight, a, actual, false)),
        // Met exactly a strict target is missed: nothing where there is no ratio, and no score otherwise.
        ">" | "<" if x == b => (x.is_zero() || x.is_negative()).then(BigRational::zero),
        ">" => Some(score(weight, a, actual, false)),
        _ => Some(score(weight, a, actual, true)),
    }
}

/// Targets as texts, with every sign and as ranges, through the whole evaluation.
#[test]
fn scores_of_targets_as_written() {
    const ROWS: u32 = 500;
    let mut random = Random(9);
    let (mut none, mut equal) = (0, 0);
    for round in 0..CASES / 10 / ROWS {
        let mut rows = Vec::new();
        let mut expected = Vec::new();
        for _ in 0..ROWS {
            let weight = Figure::new(i128::from(1 + random.below(500)), 1);
            let mut ends = [random.figure(), random.figure()];
            ends.sort_by(|a, b| a.theirs.cmp(&b.theirs));
            let sign = ["≥", "≤", ">", "<", "=", "～", ""][random.below(7) as usize];
            if sign == "～" && ends[0].theirs == ends[1].theirs {
                continue;
            }
            let actual = if random.one_in(4) {
                ends[0].clone()
            } else {
                random.figure()
            };
            let plain = |f: &Figure| trimmed(&plain(&BigInt::from(f.mantissa), f.scale));
            let target = match sign {
                "～" => format!("{}～{}个", plain(&ends[0]), plain(&ends[1])),
                sign => format!("{sign}{}个", plain(&ends[0])),
            };
            equal += u32::from(ends[0].theirs == actual.theirs);
            rows.push(json!({ "weight": plain(&weight), "target": target, "actual": format!("{}个", plain(&actual)) }));
            expected.push((
                target,
                plain(&actual),
                score_of_target(sign, &ends, &actual, &weight),
            ));
        }
        let form = serde_json::from_value(json!({ "goals": [{ "indicators": rows }] })).unwrap();
        let evaluation = evaluation::evaluate(&form, None, None);
        for (score, (target, actual, expected)) in
            evaluation.goals[0].indicators.iter().zip(expected)
        {
            none += u32::from(expected.is_none());
            let expected = expected.map(|e| trimmed(&plain(&rounded(&e, 10), 10)));
            let got = score.score.map(|score| score.normalize().to_string());
            assert_eq!(got, expected, "round {round}: {target} against {actual}");
        }
    }
    assert!(
        none > 100 && equal > 1_000,
        "{none} without a score, {equal} equal"
    );
}
