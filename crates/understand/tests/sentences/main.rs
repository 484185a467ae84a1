//! Sentences of our own, made by a generator: every pattern of wording in several voices, half of them right, half with
//! one fault. How many faults are found, and what is said of sentences that are right, by pattern and by fault.
//!
//! `cargo test -p juesuan-understand --test sentences -- --nocapture` prints the tables. `SENTENCES_EACH=20` makes
//! more of them, `SENTENCES_ONLY=growth` takes the patterns with that word, `SENTENCES_SHOW=500` shows more that
//! went wrong.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::absurd_extreme_comparisons,
    reason = "a test; a threshold may be 0"
)]

mod bases;
mod completion;
mod counts;
mod draw;
mod fixed;
mod growth;
mod judge;
mod sample;
mod shares;
mod sums;
mod table;
mod voice;
mod whole;
mod words;

use draw::Draw;
use judge::{Outcome, judged};
use sample::{Fault, Sample};
use voice::Voice;

/// Of the planted faults, so many in a thousand are found.
const LEAST_FOUND: usize = 950;
/// Of the figures that are right, so many in a thousand are held against something.
const LEAST_HELD: usize = 990;
/// So many right sentences have an error.
const MOST_FALSE_ERRORS: usize = 1;
/// So many right sentences have a warning.
const MOST_FALSE_WARNINGS: usize = 1;
/// So many sentences have a second finding for one fault.
const MOST_TWICE: usize = 3;

type Pattern = fn(&mut Draw, Voice, Option<Fault>) -> Option<Sample>;

const PATTERNS: &[(Pattern, &[Fault])] = &[
    (shares::listed, shares::FAULTS),
    (shares::listed, &[Fault::TenThousand]),
    (shares::of_other_section, shares::FAULTS_OF_SECTION),
    (shares::three_public, shares::FAULTS),
    (shares::procurement, shares::FAULTS_OF_PROCUREMENT),
    (shares::parallel, shares::FAULTS),
    (sums::basic, sums::FAULTS_OF_SUMS),
    (sums::nested, sums::FAULTS_OF_SUMS),
    (growth::against_last_year, growth::FAULTS),
    (growth::last_year_in_words, growth::FAULTS_IN_WORDS),
    (growth::rate_only, growth::FAULTS_OF_RATE),
    (bases::two_totals, growth::FAULTS),
    (bases::two_subjects, bases::FAULTS_OF_TWO),
    (growth::no_change, growth::FAULTS_OF_NOTHING),
    (growth::zero_base, &[]),
    (bases::two_bases, bases::FAULTS_OF_BASES),
    (bases::with_parts, bases::FAULTS_WITH_PARTS),
    (growth::other_words, growth::FAULTS_OF_RATE),
    (growth::without_verb, growth::FAULTS_WITHOUT_VERB),
    (growth::points, growth::FAULTS_OF_POINTS),
    (completion::overall, completion::FAULTS),
    (completion::items, completion::FAULTS_OF_ITEMS),
    (completion::classes, completion::FAULTS_OF_CLASSES),
    (completion::three_public, completion::FAULTS_OF_THREE),
    (completion::share_amid, completion::FAULTS_AMID),
    (completion::zero_budget, &[]),
    (whole::disclosure, whole::FAULTS),
    (whole::budget_items, whole::FAULTS),
    (counts::vehicles, counts::FAULTS),
    (counts::graded, counts::FAULTS),
    (counts::projects, counts::FAULTS_OF_PROJECTS),
    (counts::guests, counts::FAULTS),
];

/// All samples: of each pattern so many of each fault, and as many right ones as faulty ones.
fn samples(each: usize) -> Vec<Sample> {
    let mut samples = fixed::all();
    for (number, (pattern, faults)) in PATTERNS.iter().enumerate() {
        let right = (faults.len() * each).max(each * 2);
        let wanted = std::iter::repeat_n(None, right).chain(
            faults
                .iter()
                .flat_map(|fault| std::iter::repeat_n(Some(*fault), each)),
        );
        for (at, fault) in wanted.enumerate() {
            // Not every drawn sentence can show every fault.
            let made = (0..4000_u64).find_map(|turn| {
                let mut draw = Draw::new(((number as u64) << 40) + ((at as u64) << 16) + turn);
                let voice = Voice::drawn(&mut draw);
                pattern(&mut draw, voice, fault)
            });
            let sample = made.unwrap_or_else(|| panic!("pattern {number} cannot show {fault:?}"));
            samples.push(sample);
        }
    }
    samples
}

fn setting(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

#[test]
fn sentences() {
    let each = setting("SENTENCES_EACH")
        .and_then(|it| it.parse().ok())
        .unwrap_or(4);
    let show = setting("SENTENCES_SHOW")
        .and_then(|it| it.parse().ok())
        .unwrap_or(40);
    let only = setting("SENTENCES_ONLY").unwrap_or_default();
    let samples = samples(each);
    let faulty = samples.iter().filter(|it| it.fault.is_some()).count();
    println!("{} sentences, {faulty} with a fault", samples.len());
    assert!(samples.len() >= 600);
    let outcomes: Vec<(&Sample, Outcome)> = samples
        .iter()
        .filter(|it| it.pattern.contains(&only))
        .map(|it| (it, judged(it)))
        .collect();
    let bad = outcomes
        .iter()
        .filter(|(_, outcome)| !outcome.told.is_empty());
    for (sample, outcome) in bad.clone().take(show) {
        let fault = sample
            .fault
            .map_or("right".to_owned(), |it| format!("{it:?}"));
        println!(
            "{} | {fault} | {}",
            sample.pattern,
            outcome.told.join(" ; ")
        );
        println!("    {}", outcome.text);
    }
    println!("{} went wrong\n", bad.count());
    table::by_pattern(&outcomes);
    table::by_fault(&outcomes);
    let all = table::total(&outcomes);
    println!("{all}");
    if only.is_empty() {
        assert!(all.found * 1000 >= all.faults * LEAST_FOUND, "{all}");
        assert!(all.held * 1000 >= all.figures * LEAST_HELD, "{all}");
        assert!(all.errors <= MOST_FALSE_ERRORS, "{all}");
        assert!(all.warnings <= MOST_FALSE_WARNINGS, "{all}");
        assert!(all.twice <= MOST_TWICE, "{all}");
    }
}

/// The generator knows where its figures stand.
#[test]
fn marks_are_found_again() {
    for sample in samples(1) {
        if judge::misread(&sample).is_none() {
            let marks = sample.text.matches(voice::BEGIN).count();
            assert_eq!(judge::figures(&sample).len(), marks, "{}", sample.text);
        }
    }
}

/// Lines that were broken come together again as they were.
#[test]
fn broken_lines_are_joined() {
    let each = setting("SENTENCES_EACH")
        .and_then(|it| it.parse().ok())
        .unwrap_or(4);
    let bad: Vec<String> = samples(each).iter().filter_map(judge::misread).collect();
    let all = bad.len();
    assert_eq!(
        all,
        0,
        "{all} are misread:\n{}",
        bad[..all.min(8)].join("\n\n")
    );
}
