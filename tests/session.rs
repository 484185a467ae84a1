//! Keeping the open workbook: which of two texts wins, what a save has saved, which of two windows goes on.

use juesuan::session::{Claim, Deed, Fate, Keeper, LastWords, Saving, StorageError, Stored, Word};
use std::collections::VecDeque;

fn claim(turn: u64, writer: &str) -> Claim {
    let writer = writer.to_owned();
    Claim { turn, writer }
}

fn keeper(revision: u64, turn: u64, writer: &str) -> Keeper {
    let mut keeper = Keeper::idle();
    keeper.begin("w".to_owned(), revision, claim(turn, writer));
    keeper
}

fn stored(revision: u64, writer: &str) -> Stored {
    let writer = writer.to_owned();
    Stored { revision, writer }
}

fn noon() -> String {
    "12:00:00".to_owned()
}

#[test]
fn last_words_win_by_revision_and_not_by_time() {
    use Fate::{Copy, Drop, Take};
    // Over which revision they were typed, what they would have become, by whom; what is stored, by whom;
    // whether it was deleted; and when: earlier or later than what is stored.
    let cases = [
        (
            (3, 4, "a"),
            Some((3, "a")),
            false,
            Take,
            "typed after the last save",
        ),
        (
            (3, 4, "a"),
            Some((3, "b")),
            false,
            Take,
            "the one before was another window's",
        ),
        (
            (3, 4, "a"),
            Some((4, "a")),
            false,
            Drop,
            "the save under way got through after all",
        ),
        (
            (3, 5, "a"),
            Some((4, "a")),
            false,
            Take,
            "it got through, and there was more",
        ),
        (
            (3, 4, "a"),
            Some((40, "a")),
            false,
            Drop,
            "an hour of newer work",
        ),
        (
            (3, 4, "a"),
            Some((4, "b")),
            false,
            Copy,
            "another window saved meanwhile",
        ),
        (
            (3, 4, "a"),
            Some((40, "b")),
            false,
            Copy,
            "another window worked for an hour",
        ),
        (
            (3, 4, "a"),
            Some((4, "")),
            false,
            Copy,
            "an earlier version of the program saved meanwhile",
        ),
        ((0, 1, "a"), None, false, Take, "it was never saved"),
        ((3, 4, "a"), None, false, Take, "the store was lost"),
        ((3, 4, "a"), None, true, Drop, "it was deleted"),
        (
            (0, 1, "a"),
            None,
            true,
            Drop,
            "it was deleted before its first save was known",
        ),
        (
            (3, 4, "a"),
            Some((3, "a")),
            true,
            Drop,
            "it was deleted, and its record is still to go",
        ),
    ];
    for ((base, revision, writer), there, deleted, fate, what) in cases {
        let there = there.map(|(revision, writer)| stored(revision, writer));
        // The clock may say anything.
        for changed in [0.0, 1e12, 1e15] {
            let writer = writer.to_owned();
            let words = LastWords {
                base,
                revision,
                writer,
                changed,
                dated: false,
            };
            let (words, text) = (words.write("{}\n1"), "{}\n1");
            let (read, its_text) = LastWords::read(&words).expect(what);
            assert_eq!(its_text, text);
            assert_eq!(
                read.fate(there.as_ref(), 1e12, deleted),
                fate,
                "{what}, {changed}"
            );
        }
    }
}

#[test]
fn what_an_earlier_version_left_has_only_a_time() {
    let cases = [
        ("1700000000001\n{}", None, Some(Fate::Take)),
        (
            "1700000000001\n{}",
            Some(1_700_000_000_000.0),
            Some(Fate::Take),
        ),
        (
            "1700000000000\n{}",
            Some(1_700_000_000_000.0),
            Some(Fate::Drop),
        ),
        ("no time\n{}", None, None),
        ("1700000000001", None, None),
        ("", None, None),
    ];
    for (left, stored_at, fate) in cases {
        let there = stored_at.map(|_| stored(7, ""));
        let read = LastWords::read(left);
        let found =
            read.map(|(words, _)| words.fate(there.as_ref(), stored_at.unwrap_or(0.0), false));
        assert_eq!(found, fate, "{left:?}");
    }
}

#[test]
fn a_save_looks_at_what_is_stored() {
    use StorageError::{Conflict, Gone};
    let cases = [
        (None, 0, Ok(1), "the first"),
        (Some((1, "a")), 1, Ok(2), "the next"),
        (
            Some((1, "b")),
            1,
            Ok(2),
            "after another window, which is closed",
        ),
        (Some((2, "b")), 1, Err(Conflict), "another window was first"),
        (
            Some((2, "a")),
            1,
            Ok(3),
            "its own last words, brought over by another window",
        ),
        (
            Some((1, "a")),
            0,
            Ok(2),
            "its own last words, never saved before",
        ),
        (
            Some((1, "b")),
            0,
            Err(Conflict),
            "a workbook of this name is there",
        ),
        (None, 4, Err(Gone), "it was deleted"),
    ];
    for (there, before, result, what) in cases {
        let there = there.map(|(revision, writer)| stored(revision, writer));
        assert_eq!(Stored::next(there.as_ref(), before, "a"), result, "{what}");
    }
}

#[test]
fn words_between_windows_come_back_as_they_were() {
    let id = || "1-2".to_owned();
    for word in [
        Word::Saved {
            id: id(),
            revision: 3,
        },
        Word::Asks {
            id: id(),
            claim: claim(4, "1-x"),
        },
        Word::Holds {
            id: id(),
            claim: claim(0, "1-x"),
        },
        Word::Deleted { id: id() },
    ] {
        assert_eq!(Word::read(&format!("{} 17-3", word.line())), Some(word));
    }
    // A window with an earlier version was there before, and has saved.
    for (line, word) in [
        (
            "asks 1-2 17-3",
            Some(Word::Asks {
                id: id(),
                claim: claim(0, ""),
            }),
        ),
        (
            "saved 1-2 17-3",
            Some(Word::Saved {
                id: id(),
                revision: u64::MAX,
            }),
        ),
        ("saved", None),
        ("shouts 1-2", None),
        ("", None),
    ] {
        assert_eq!(Word::read(line), word, "{line:?}");
    }
}

#[test]
fn only_what_was_there_when_the_save_began_is_saved() {
    let mut one = keeper(0, 1, "a");
    assert_eq!(one.changed(), [Deed::SaveSoon]);
    assert_eq!(one.changed(), [], "the clock runs on");
    let mark = one.mark();
    one.changed();
    one.saved_in_file(&mark);
    assert!(!one.is_kept(), "typed while the file was written");
    one.saved_in_file(&one.mark());
    assert!(one.is_kept());
    one.changed();
    assert!(!one.is_kept());

    let other = one.mark();
    one.begin("v".to_owned(), 0, claim(2, "a"));
    one.changed();
    one.saved_in_file(&other);
    assert!(!one.is_kept(), "another workbook's file");

    // The same of the store.
    assert_eq!(one.save(), Some(0));
    one.changed();
    assert_eq!(one.save(), None, "one at a time");
    let deeds = one.saved(Ok(1), noon());
    assert!(deeds.contains(&Deed::SaveSoon), "{deeds:?}");
    assert!(!one.is_kept());
    assert_eq!(one.save(), Some(1));
    assert!(!one.saved(Ok(2), noon()).contains(&Deed::SaveSoon));
    assert!(one.is_kept());
}

#[test]
fn a_failed_store_is_tried_again_without_a_key() {
    for error in [StorageError::Full, StorageError::Forbidden] {
        let mut one = keeper(3, 1, "a");
        one.changed();
        let mark = one.mark();
        one.save();
        one.changed();
        one.saved_in_file(&mark);
        assert_eq!(one.saved(Err(error), noon()), [Deed::RetryLater]);
        assert!(one.is_at_risk(), "typed after the file, and in no store");
        assert_eq!(one.retry(), [Deed::SaveSoon]);
        assert_eq!(one.retry(), [], "the clock runs");
        assert_eq!(one.save(), Some(3));
        one.saved(Ok(4), noon());
        assert_eq!(one.saving(), &Saving::At(noon()));
        assert_eq!(one.retry(), []);
        assert!(!one.is_at_risk());
    }
}

#[test]
fn last_words_go_once_the_store_has_them() {
    let mut one = keeper(3, 1, "a");
    assert_eq!(one.leave(0.0), None, "nothing to say");
    one.changed();
    let words = one.leave(0.0).expect("unsaved");
    assert_eq!((words.base, words.revision), (3, 4));
    one.save();
    one.changed();
    let words = one.leave(0.0).expect("more than is under way");
    assert_eq!((words.base, words.revision), (3, 5));
    assert!(
        !one.saved(Ok(4), noon()).contains(&Deed::DropLastWords),
        "they say more"
    );
    one.save();
    assert!(one.saved(Ok(5), noon()).contains(&Deed::DropLastWords));
    assert_eq!(one.leave(0.0), None);

    let mut waiting = keeper(3, 2, "a");
    assert_eq!(waiting.begun_from_last_words(), [Deed::SaveSoon]);
    waiting.save();
    assert!(waiting.saved(Ok(4), noon()).contains(&Deed::DropLastWords));
}

#[test]
fn of_a_deleted_workbook_nothing_is_written_any_more() {
    let gone = Word::Deleted { id: "w".to_owned() };
    for under_way in [false, true] {
        let mut one = keeper(3, 1, "a");
        one.changed();
        if under_way {
            one.save();
            one.changed();
        }
        one.heard(&gone);
        assert_eq!(one.saving(), &Saving::Deleted);
        if under_way {
            one.saved(Ok(4), noon());
            assert_eq!(
                one.saving(),
                &Saving::Deleted,
                "also where it was saved a moment before"
            );
        }
        assert_eq!(
            (one.changed(), one.save(), one.leave(0.0)),
            (vec![], None, None)
        );
        assert!(one.is_at_risk(), "what is on the screen is nowhere else");
    }
    let mut other = keeper(3, 1, "a");
    other.changed();
    other.heard(&Word::Deleted { id: "v".to_owned() });
    assert!(other.save().is_some(), "another one");
    // Where the word was not heard the store says so.
    other.saved(Err(StorageError::Gone), noon());
    assert_eq!(other.saving(), &Saving::Deleted);
}

/// Numbers that look random, the same ones at every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound
    }
}

/// A window with its letters, in the order in which each other window sent them.
struct Window {
    keeper: Keeper,
    letters: Vec<VecDeque<Word>>,
    opens: bool,
    text: u32,
    /// What a save under way writes.
    writes: Option<(u64, u32)>,
    result: Option<Result<u64, StorageError>>,
}

/// Windows that open one workbook at about the same moment, type and save: whatever the order in which
/// the store and the words between them get on, exactly one goes on, and what it has is stored.
#[test]
fn of_windows_that_open_at_one_moment_exactly_one_goes_on() {
    for seed in 0..20_000 {
        let mut chance = Chance(seed);
        let count = 2 + chance.below(2);
        let mut there = (stored(5, "before"), 0);
        let mut turn = 1 + chance.below(3) as u64;
        let mut windows: Vec<Window> = (0..count)
            .map(|_| Window {
                keeper: Keeper::idle(),
                letters: vec![VecDeque::new(); count],
                opens: false,
                text: 0,
                writes: None,
                result: None,
            })
            .collect();
        let mut steps = 0;
        loop {
            steps += 1;
            assert!(steps < 10_000, "seed {seed} never ends");
            let at = chance.below(count);
            let mut deeds = Vec::new();
            let window = &mut windows[at];
            match chance.below(6) {
                0 if !window.opens => {
                    window.opens = true;
                    // Two may read the same turn.
                    turn += chance.below(2) as u64;
                    window.text = there.1;
                    let claim = claim(turn, &format!("window-{at}"));
                    deeds = window.keeper.begin("w".to_owned(), there.0.revision, claim);
                }
                1 if window.opens && steps < 40 => {
                    window.text = steps;
                    deeds = window.keeper.changed();
                }
                2 => {
                    if let Some(before) = window.keeper.save() {
                        window.writes = Some((before, window.text));
                    }
                }
                3 => {
                    if let Some((before, text)) = window.writes.take() {
                        let writer = format!("window-{at}");
                        let next = Stored::next(Some(&there.0), before, &writer);
                        if let Ok(revision) = next {
                            there = (stored(revision, &writer), text);
                        }
                        window.result = Some(next);
                    }
                }
                4 => {
                    if let Some(result) = window.result.take() {
                        deeds = window.keeper.saved(result, noon());
                    }
                }
                _ => {
                    let from = chance.below(count);
                    if let Some(word) = window.letters[from].pop_front() {
                        deeds = window.keeper.heard(&word);
                    }
                }
            }
            for deed in deeds {
                if let Deed::Tell(word) = deed {
                    for to in (0..count).filter(|to| *to != at) {
                        windows[to].letters[at].push_back(word.clone());
                    }
                }
            }
            let quiet = |window: &Window| {
                window.opens
                    && window.letters.iter().all(VecDeque::is_empty)
                    && !window.keeper.is_busy()
                    && window.result.is_none()
            };
            if steps >= 40 && windows.iter().all(quiet) {
                break;
            }
        }
        let going: Vec<&Window> = windows
            .iter()
            .filter(|window| !matches!(window.keeper.saving(), Saving::Conflict | Saving::Deleted))
            .collect();
        assert_eq!(
            going.len(),
            1,
            "seed {seed}: {:?}",
            windows
                .iter()
                .map(|w| w.keeper.saving())
                .collect::<Vec<_>>()
        );
        assert_eq!(going[0].text, there.1, "seed {seed}: what it has is stored");
    }
}
