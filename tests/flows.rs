//! The flows of the page, without a browser: what happens in which state, and what is to be done then.
//! Also in odd orders: answers come late, twice, or after what they answer has gone.

use juesuan::exchange::{FileError, Gathering, LARGEST_FILE, Unit, write_workbook};
use juesuan::flows::combining::{self, Combining, Progress};
use juesuan::flows::keeping::{self, Keeping, Written};
use juesuan::flows::offline::{self, Kept, Offline, Renewal};
use juesuan::flows::opening::{self, Chosen, Found, Opening, Under};
use juesuan::flows::pasting::{self, Made, Pasting};
use juesuan::flows::{Browser, Entry, Notice, Said};
use juesuan::session::{Claim, Mark, Saving, StorageError, Stored, Word};
use juesuan::{Edit, History, Refused, Workbook, assess};
use juesuan_ask::{Answer, Failure};
use serde_json::json;
use std::cell::Cell;
use std::rc::Rc;

const EXAMPLE: &[u8] = include_bytes!("../static/example.juesuan.json");

type Open = opening::Msg<&'static str, &'static str>;
type Keep = keeping::Msg<&'static str, &'static str>;
type Kept_ = keeping::Effect<&'static str, &'static str>;

fn workbook(unit: &str) -> Workbook {
    Workbook::new("2020", unit, "wuhan-2020")
}

fn file(unit: &str) -> Vec<u8> {
    write_workbook(&workbook(unit)).into_bytes()
}

fn entry(id: &str) -> Entry {
    Entry {
        id: id.to_owned(),
        unit: format!("unit of {id}"),
        year: "2020".to_owned(),
        changed: 1.0,
        stored: Stored {
            revision: 1,
            writer: String::new(),
        },
        unreadable: false,
    }
}

// ---- the flows put together, as the page does it

/// Opening, keeping and new versions around one workbook. What is wanted of the browser is written down.
struct Page {
    opening: Opening,
    keeping: Keeping<&'static str, &'static str>,
    offline: Offline,
    window: Window,
    open: Option<Rc<Workbook>>,
    touched: bool,
    is_listed: bool,
    done: Vec<String>,
}

/// Ids are `n1`, `n2`; it is always noon.
#[derive(Default)]
struct Window {
    ids: Cell<u32>,
    turns: Cell<u64>,
}

impl Browser for Window {
    fn now(&self) -> f64 {
        12.0
    }

    fn time_of_day(&self) -> String {
        "12:00:00".to_owned()
    }

    fn new_id(&self) -> String {
        self.ids.set(self.ids.get() + 1);
        format!("n{}", self.ids.get())
    }

    fn claim(&self) -> Claim {
        self.turns.set(self.turns.get() + 1);
        Claim {
            turn: self.turns.get(),
            writer: "me".to_owned(),
        }
    }
}

/// What is done to the page.
enum Do {
    Open(Open),
    Keep(Keep),
    Renew(offline::Msg),
    Type,
    /// The start screen, with its list.
    GoHome,
}
use Do::{GoHome, Keep as K, Open as O, Renew, Type};

impl Page {
    /// Nothing is open; the store has answered.
    fn new() -> Self {
        let mut page = Page::before_the_store();
        page.does(K(Keep::Opened(Ok(()))));
        page
    }

    fn before_the_store() -> Self {
        Page {
            opening: Opening::new(EXAMPLE),
            keeping: Keeping::default(),
            offline: Offline::default(),
            window: Window::default(),
            open: None,
            touched: false,
            is_listed: false,
            done: Vec::new(),
        }
    }

    /// With a workbook from the store, as its third revision, in which nothing was typed.
    fn with_stored(id: &str) -> Self {
        let mut page = Page::new();
        page.does(O(loaded(id, 3, false)));
        page
    }

    /// What comes of it, in words.
    fn does(&mut self, what: Do) -> String {
        self.done.clear();
        match what {
            Do::Open(msg) => self.opens(msg),
            Do::Keep(msg) => self.keeps(msg),
            Do::Renew(msg) => self.renews(msg),
            Do::Type => {
                self.touched = true;
                let open = self.open.clone().unwrap();
                let effects = self.keeping.changed(&open, &self.window);
                self.carry_out(effects);
            }
            Do::GoHome => self.is_listed = true,
        }
        self.done.join("; ")
    }

    fn opens(&mut self, msg: Open) {
        let open = self.open.clone();
        let around = opening::Around {
            open: open.as_ref().map(|open| (self.keeping.id(), open)),
            touched: self.touched,
            at_risk: self.keeping.is_at_risk(),
            left_behind: &self.keeping.left_behind(),
        };
        for effect in self.opening.update(msg, &around) {
            self.carry_out_opening(effect);
        }
    }

    fn carry_out_opening(&mut self, effect: opening::Effect<&'static str, &'static str>) {
        use opening::Effect;
        let said = match effect {
            Effect::Choose => "choose".to_owned(),
            Effect::Read {
                file,
                handle,
                next_year,
            } => {
                let for_what = if next_year { " for next year" } else { "" };
                let handle = handle.map_or_else(String::new, |handle| format!(" ({handle})"));
                format!("read {file}{handle}{for_what}")
            }
            Effect::Load { id, next_year } => {
                format!("load {id}{}", if next_year { " for next year" } else { "" })
            }
            Effect::List => "list".to_owned(),
            Effect::ShowOpen => "show what is open".to_owned(),
            Effect::Show { workbook, checked } => {
                let forms = workbook.forms.len();
                let said = format!(
                    "show {forms} form of “{}”{}",
                    workbook.unit(),
                    tail(checked)
                );
                self.open = Some(Rc::new(*workbook));
                said
            }
            Effect::Say(notice) => told(&notice),
            Effect::Save => {
                let open = self.open.clone();
                let effects = self.keeping.save(open.as_ref());
                return self.carry_out(effects);
            }
            Effect::Open {
                under,
                workbook,
                checked,
            } => return self.opens_under(under, *workbook, checked),
        };
        self.done.push(said);
    }

    fn opens_under(&mut self, under: Under<&'static str>, workbook: Workbook, checked: bool) {
        let is_new = matches!(under, Under::New { .. });
        let before = self.open.clone();
        let around = keeping::Around {
            open: before.as_ref(),
            is_listed: self.is_listed,
            browser: &self.window,
        };
        let effects = self.keeping.open(under, &around);
        self.carry_out(effects);
        let (unit, year) = (workbook.unit(), workbook.year.to_string());
        let said = format!("{} is {unit} {year}{}", self.keeping.id(), tail(checked));
        self.done.push(said);
        self.open = Some(Rc::new(workbook));
        (self.touched, self.is_listed) = (false, false);
        if is_new {
            let open = self.open.clone().unwrap();
            let effects = self.keeping.changed(&open, &self.window);
            self.carry_out(effects);
        }
    }

    fn keeps(&mut self, msg: Keep) {
        let saved = matches!(msg, Keep::Saved(..));
        let open = self.open.clone();
        let around = keeping::Around {
            open: open.as_ref(),
            is_listed: self.is_listed,
            browser: &self.window,
        };
        let effects = self.keeping.update(msg, &around);
        self.carry_out(effects);
        if saved {
            self.renews(offline::Msg::Saved);
        }
    }

    fn carry_out(&mut self, effects: Vec<Kept_>) {
        use keeping::Effect;
        for effect in effects {
            let said = match effect {
                Effect::Close => {
                    self.open = None;
                    "close".to_owned()
                }
                Effect::Write { id, before, .. } => format!("write {id} over {before}"),
                Effect::Remove(entry) => format!("remove {}", entry.id),
                Effect::PutBack { id, removed } => format!("put back {id}: {removed}"),
                Effect::WriteFile { file, .. } => {
                    format!("write file {}", file.unwrap_or("that is chosen"))
                }
                Effect::LeaveLastWords { id, head, .. } => {
                    format!("leave {id} {}→{}", head.base, head.revision)
                }
                Effect::DropLastWords { id } => format!("drop words of {id}"),
                Effect::Tell(word) => match word {
                    Word::Saved { id, revision } => format!("tell {id}@{revision}"),
                    Word::Asks { id, .. } => format!("ask for {id}"),
                    word => format!("tell {word:?}"),
                },
                Effect::OpenStore => "open store".to_owned(),
                Effect::SaveSoon => "save soon".to_owned(),
                Effect::RetryLater => "retry later".to_owned(),
                Effect::List => "list".to_owned(),
                Effect::Say(notice) => told(&notice),
                Effect::SayNothing => "say nothing".to_owned(),
                Effect::Redraw => "redraw".to_owned(),
                // Clocks that are stopped, and what is remembered for a crash: seen where it counts.
                Effect::NotSoon | Effect::NotLater | Effect::Remember { .. } | Effect::Forget => {
                    continue;
                }
            };
            self.done.push(said);
        }
    }

    fn renews(&mut self, msg: offline::Msg) {
        let kept = match &self.open {
            Some(_) if self.keeping.is_kept() => Kept::Safe,
            Some(_) if self.keeping.is_at_risk() => Kept::AtRisk,
            Some(_) => Kept::Waiting,
            None => Kept::Safe,
        };
        for effect in self.offline.update(msg, kept) {
            match effect {
                offline::Effect::Save => {
                    let open = self.open.clone();
                    let effects = self.keeping.save(open.as_ref());
                    self.carry_out(effects);
                }
                offline::Effect::TakeOver => self.done.push("take over".to_owned()),
                offline::Effect::Say(notice) => self.done.push(told(&notice)),
            }
        }
    }
}

fn tail(checked: bool) -> &'static str {
    if checked { ", checked" } else { "" }
}

fn told(notice: &Notice) -> String {
    match notice {
        Notice::Problem(said) => format!("problem {said:?}"),
        Notice::Done(said) => format!("done {said:?}"),
        Notice::Deleted(unit) => format!("deleted {unit}"),
    }
}

fn chosen(file: &'static str, handle: Option<&'static str>) -> Chosen<&'static str, &'static str> {
    let bytes = 1000.0;
    Chosen {
        file,
        bytes,
        handle,
    }
}

fn read(unit: &str, handle: Option<&'static str>) -> Open {
    let bytes = Some(file(unit));
    Open::Read {
        bytes,
        handle,
        next_year: false,
    }
}

fn loaded(id: &str, revision: u64, waits: bool) -> Open {
    let workbook = Some(Ok(workbook(&format!("unit of {id}"))));
    let found = Some(Box::new(Found {
        workbook,
        revision,
        waits,
    }));
    Open::Loaded {
        id: id.to_owned(),
        found,
        next_year: false,
    }
}

fn found_nothing(id: &str, found: Option<Found>) -> Open {
    let id = id.to_owned();
    Open::Loaded {
        id,
        found: found.map(Box::new),
        next_year: false,
    }
}

fn unreadable(workbook: Option<Result<Workbook, FileError>>) -> Option<Found> {
    Some(Found {
        workbook,
        revision: 1,
        waits: false,
    })
}

fn saved(id: &str, result: Result<u64, StorageError>) -> Do {
    K(Keep::Saved(id.to_owned(), result))
}

/// Each step, and what comes of it.
#[track_caller]
fn goes(what: &str, mut page: Page, steps: Vec<(Do, &str)>) -> Page {
    for (at, (step, expected)) in steps.into_iter().enumerate() {
        assert_eq!(page.does(step), expected, "{what}: step {}", at + 1);
    }
    page
}

// ---- opening

#[test]
#[rustfmt::skip] // A case, a line.
fn what_is_opened() {
    let (year, unit, region) = ("2021".to_owned(), "甲".to_owned(), "wuhan-2020".to_owned());
    let create = Open::Create { year, unit, region };
    let too_large = Chosen { bytes: LARGEST_FILE as f64 + 1.0, ..chosen("big", None) };
    let next_year = |bytes| Open::Read { bytes: Some(bytes), handle: None, next_year: true };
    let no_forms = br#"{ "format": 4, "year": "2020", "forms": [] }"#.to_vec();
    let of_nothing = Open::Read { bytes: Some(no_forms), handle: None, next_year: false };
    let broken = Open::Read { bytes: Some(b"{".to_vec()), handle: None, next_year: false };
    let failed = Open::Read { bytes: None, handle: Some("h"), next_year: false };
    let cases: Vec<(&str, Open, &str)> = vec![
        ("made anew", create, "n1 is 甲 2021; save soon"),
        ("the example", Open::Example, "n1 is 武汉市人力资源和社会保障局汉阳社会保险管理处 2020, checked; save soon"),
        ("a file", Open::Open(chosen("a", None)), "read a"),
        ("one that can be written again", Open::Open(chosen("a", Some("h"))), "read a (h)"),
        ("last year's is never written into", Open::OpenForNextYear(chosen("a", Some("h"))), "read a for next year"),
        ("the dialog", Open::Choose, "choose"),
        ("too large", Open::Open(too_large), "problem FileRefused(TooLarge(20))"),
        ("read", read("乙", Some("h")), "n1 is 乙 2020, checked; save soon"),
        ("read for next year", next_year(file("乙")), "n1 is 乙 2021; save soon"),
        ("not read", failed, "problem FileUnreadable"),
        ("broken", broken, "problem FileRefused(Broken { line: 1, column: 1 })"),
        ("nothing in it", of_nothing, "problem NoForms"),
        ("of the list", Open::Continue("w".to_owned()), "load w"),
        ("of the list, for next year", Open::NextYear("w".to_owned()), "load w for next year"),
        ("from the store", loaded("w", 3, false), "ask for w; w is unit of w 2020, checked"),
        ("in last words only", loaded("w", 0, true), "save soon; w is unit of w 2020, checked"),
        ("gone from the store", found_nothing("w", None), "list"),
        ("no text in the store", found_nothing("w", unreadable(None)), "problem StoredNoText"),
        ("no workbook in the store", found_nothing("w", unreadable(Some(Err(FileError::NotText)))), "problem StoredUnreadable(NotText)"),
        ("what a document became, for next year", Open::AfterThis(Box::new(workbook("乙"))), "n1 is 乙 2021; save soon"),
        ("what many came to", Open::Combined(Ok(Box::new(workbook("合计")))), "n1 is 合计 2020, checked; save soon"),
    ];
    for (what, msg, expected) in cases {
        let mut page = Page::new();
        let done = page.does(O(msg));
        assert_eq!(done, expected, "{what}");
    }
}

#[test]
#[rustfmt::skip] // A case, a line.
fn what_a_portal_hands_over_is_never_kept() {
    let empty = Workbook { forms: Vec::new(), ..workbook("") };
    let begun = workbook("甲");
    let untouched = Workbook::new("", "", "wuhan-2020");
    let blank = Workbook { forms: Vec::new(), ..untouched.clone() };
    for (what, workbook, expected) in [
        ("begun", begun, "show 1 form of “甲”, checked"),
        ("nobody began it", untouched, "show 1 form of “”"),
        ("nothing at all", blank, "show 1 form of “”"),
        ("without a form it gets one", empty, "show 1 form of “”, checked"),
    ] {
        let mut page = Page::new();
        let done = page.does(O(Open::HandedOver(Box::new(workbook))));
        assert_eq!(done, expected, "{what}");
    }
}

#[test]
#[rustfmt::skip] // A case, a line.
fn what_is_open_is_not_lost_to_what_is_opened() {
    let open = || O(read("乙", Some("h")));
    let conflict = || {
        let revision = 9;
        K(Keep::Heard(Word::Saved { id: "w".to_owned(), revision }))
    };
    let refused = "problem UnsavedFirst";
    goes("saved on the way", Page::with_stored("w"), vec![(Type, "save soon"), (open(), "write w over 3; n1 is 乙 2020, checked; save soon")]);
    goes(
        "another window has it, and something was typed",
        Page::with_stored("w"),
        vec![(Type, "save soon"), (conflict(), "redraw"), (open(), refused)],
    );
    goes(
        "another window has it, and nothing was typed",
        Page::with_stored("w"),
        vec![(conflict(), "redraw"), (open(), "n1 is 乙 2020, checked; save soon")],
    );
    let page = goes(
        "the store is full",
        Page::with_stored("w"),
        vec![
            (Type, "save soon"),
            (K(Keep::Autosave), "write w over 3"),
            (saved("w", Err(StorageError::Full)), "retry later; redraw"),
            (open(), "write w over 3; problem UnsavedFirst"),
            // It is not refused for ever.
            (saved("w", Ok(4)), "tell w@4; redraw"),
        ],
    );
    assert_eq!(page.keeping.file(), None, "what stays open is not written into that file");
    let page = goes("and then it opens", page, vec![(open(), "n1 is 乙 2020, checked; save soon")]);
    assert_eq!(page.keeping.file(), Some(&"h"));
}

#[test]
#[rustfmt::skip] // A case, a line.
fn answers_come_in_any_order() {
    goes(
        "a file read twice quickly is two workbooks, and neither is lost",
        Page::new(),
        vec![
            (O(Open::Open(chosen("a", None))), "read a"),
            (O(Open::Open(chosen("a", None))), "read a"),
            (O(read("甲", None)), "n1 is 甲 2020, checked; save soon"),
            (O(read("甲", None)), "write n1 over 0; n2 is 甲 2020, checked; save soon"),
            (K(Keep::Autosave), "write n2 over 0"),
            (saved("n1", Ok(1)), "tell n1@1"),
            (saved("n2", Ok(1)), "tell n2@1; redraw"),
        ],
    );
    goes(
        "a read that fails leaves what is open",
        Page::with_stored("w"),
        vec![
            (O(Open::Open(chosen("a", None))), "read a"),
            (O(Open::Read { bytes: None, handle: None, next_year: false }), "problem FileUnreadable"),
            (Type, "save soon"),
            (K(Keep::Autosave), "write w over 3"),
        ],
    );
    goes(
        "what was asked for is deleted before it comes",
        Page::new(),
        vec![(O(Open::Continue("w".to_owned())), "load w"), (K(Keep::Delete(entry("w"))), "remove w"), (O(found_nothing("w", None)), "list")],
    );
    goes(
        "it comes, and is deleted: typing into it is told, and does not bring it back",
        Page::new(),
        vec![
            (K(Keep::Delete(entry("w"))), "remove w"),
            (O(loaded("w", 3, false)), "ask for w; w is unit of w 2020, checked"),
            (Type, "save soon"),
            (K(Keep::Autosave), "write w over 3"),
            (saved("w", Err(StorageError::Gone)), "redraw"),
            (Type, ""),
            (K(Keep::Autosave), ""),
        ],
    );
    goes("what is open is asked for again", Page::with_stored("w"), vec![(Type, "save soon"), (O(loaded("w", 3, false)), "show what is open")]);
    goes(
        "it was closed meanwhile",
        Page::with_stored("w"),
        vec![(O(Open::Continue("w".to_owned())), "load w"), (K(Keep::Delete(entry("w"))), "close; remove w"), (O(found_nothing("w", None)), "list")],
    );
    goes(
        "one that was left goes on as it was left",
        Page::with_stored("w"),
        vec![
            (Type, "save soon"),
            (O(read("乙", None)), "write w over 3; n1 is 乙 2020, checked; save soon"),
            // The store's copy is older than what is still on its way.
            (O(loaded("w", 3, false)), "write n1 over 0; w is unit of w 2020, checked"),
            (saved("w", Ok(4)), "tell w@4; redraw"),
            (saved("n1", Ok(1)), "tell n1@1"),
        ],
    );
}

// ---- keeping

#[test]
#[rustfmt::skip] // A case, a line.
fn what_is_typed_is_kept() {
    goes(
        "before the store has answered nothing is asked of it",
        Page::before_the_store(),
        vec![
            (O(read("甲", None)), "n1 is 甲 2020, checked; save soon"),
            (K(Keep::Autosave), ""),
            (K(Keep::Retry), ""),
            (K(Keep::Opened(Ok(()))), "list; write n1 over 0; redraw"),
        ],
    );
    goes(
        "there is no store",
        Page::before_the_store(),
        vec![
            (K(Keep::Opened(Err(StorageError::Forbidden))), "retry later; list; redraw; redraw"),
            (K(Keep::Retry), "open store"),
            (K(Keep::Opened(Ok(()))), "list; redraw; redraw"),
        ],
    );
    goes(
        "steady typing starts one clock, and what is typed meanwhile is saved next",
        Page::with_stored("w"),
        vec![
            (Type, "save soon"),
            (Type, ""),
            (K(Keep::Autosave), "write w over 3"),
            (Type, ""),
            (saved("w", Ok(4)), "tell w@4; save soon; redraw"),
            (K(Keep::Autosave), "write w over 4"),
        ],
    );
    goes(
        "on the way out words are left, and a save is tried all the same",
        Page::with_stored("w"),
        vec![
            (K(Keep::Flush), ""),
            (Type, "save soon"),
            (K(Keep::Flush), "leave w 3→4; write w over 3"),
            (saved("w", Ok(4)), "tell w@4; drop words of w; redraw"),
        ],
    );
    goes(
        "words of what was left are left too",
        Page::with_stored("w"),
        vec![
            (Type, "save soon"),
            (O(read("乙", None)), "write w over 3; n1 is 乙 2020, checked; save soon"),
            (K(Keep::Flush), "leave n1 0→1; leave w 3→4; write n1 over 0"),
        ],
    );
    goes(
        "a copy of what another window has",
        Page::with_stored("w"),
        vec![
            (Type, "save soon"),
            (K(Keep::Autosave), "write w over 3"),
            (saved("w", Err(StorageError::Conflict)), "redraw"),
            (Type, ""),
            (K(Keep::Copy), "save soon; redraw"),
            (K(Keep::Autosave), "write n1 over 0"),
            // Late words of the other one are not about the copy.
            (K(Keep::Heard(Word::Deleted { id: "w".to_owned() })), ""),
        ],
    );
    let page = goes(
        "what was left and failed is tried again",
        Page::with_stored("w"),
        vec![
            (Type, "save soon"),
            (O(read("乙", None)), "write w over 3; n1 is 乙 2020, checked; save soon"),
            (saved("w", Err(StorageError::Full)), "retry later"),
            (K(Keep::Retry), "write w over 3"),
            (saved("w", Ok(4)), "tell w@4"),
        ],
    );
    assert!(page.keeping.left_behind().is_empty());
}

#[test]
#[rustfmt::skip] // A case, a line.
fn what_is_deleted_comes_back_once() {
    let page = goes(
        "deleted while it is open, and while it is being saved",
        Page::with_stored("w"),
        vec![
            (Type, "save soon"),
            (K(Keep::Autosave), "write w over 3"),
            (K(Keep::Delete(entry("w"))), "close; remove w"),
            (saved("w", Err(StorageError::Gone)), ""),
            (K(Keep::Autosave), ""),
            (K(Keep::Deleted(entry("w"), "text")), "deleted unit of w; list"),
            (K(Keep::Restore), "say nothing; put back w: text"),
            (K(Keep::Restore), ""),
            (K(Keep::NotRestored), "problem RestoreFailed"),
        ],
    );
    assert_eq!((page.keeping.id(), page.keeping.saving()), ("", &Saving::Not));
    goes(
        "another than the open one",
        Page::with_stored("w"),
        vec![
            (Type, "save soon"),
            (K(Keep::Delete(entry("v"))), "remove v"),
            (K(Keep::NotDeleted), "problem DeleteFailed"),
            (K(Keep::Autosave), "write w over 3"),
        ],
    );
    goes(
        "one that was left is not written any more",
        Page::with_stored("w"),
        vec![
            (Type, "save soon"),
            (O(read("乙", None)), "write w over 3; n1 is 乙 2020, checked; save soon"),
            (K(Keep::Delete(entry("w"))), "remove w"),
            (saved("w", Err(StorageError::Full)), ""),
            (K(Keep::Retry), ""),
        ],
    );
    goes(
        "two: the last one comes back",
        Page::new(),
        vec![
            (K(Keep::Deleted(entry("v"), "1")), "deleted unit of v; list"),
            (K(Keep::Deleted(entry("w"), "2")), "deleted unit of w; list"),
            (K(Keep::Restore), "say nothing; put back w: 2"),
        ],
    );
    goes(
        "deleted in another window",
        Page::with_stored("w"),
        vec![(Type, "save soon"), (K(Keep::Heard(Word::Deleted { id: "w".to_owned() })), "redraw"), (K(Keep::Autosave), ""), (K(Keep::Flush), "")],
    );
}

#[test]
#[rustfmt::skip] // A case, a line.
fn the_list_is_shown_when_it_is_there() {
    let listed = |ids: &[&str]| K(Keep::Listed(ids.iter().map(|id| entry(id)).collect()));
    let ids = |page: &Page| {
        let entries = page.keeping.entries();
        entries.map(|all| all.iter().map(|one| one.id.clone()).collect::<Vec<_>>())
    };
    let page = goes("the store is slow", Page::before_the_store(), vec![(K(Keep::StoreIsSlow), "redraw")]);
    assert_eq!(ids(&page), Some(vec![]));
    let page = goes("and answers after all", page, vec![(listed(&["w"]), "redraw")]);
    assert_eq!(ids(&page), Some(vec!["w".to_owned()]));
    let page = goes("it was not slow", page, vec![(K(Keep::StoreIsSlow), "")]);
    assert_eq!(ids(&page), Some(vec!["w".to_owned()]));
    let mut page = Page::with_stored("w");
    page.does(Type);
    goes(
        "on screen it is kept up",
        page,
        vec![
            (GoHome, ""),
            (K(Keep::Autosave), "write w over 3"),
            (saved("w", Ok(4)), "tell w@4; list; redraw"),
            (K(Keep::Heard(Word::Deleted { id: "v".to_owned() })), "list"),
        ],
    );
}

#[test]
#[rustfmt::skip] // A case, a line.
fn files_are_written() {
    /// The state of what is open when the file was begun.
    fn begun(page: &mut Page) -> Mark {
        let open = page.open.clone();
        let around = keeping::Around { open: open.as_ref(), is_listed: false, browser: &page.window };
        match page.keeping.update(Keep::WriteFile, &around).pop() {
            Some(keeping::Effect::WriteFile { mark, .. }) => mark,
            other => panic!("{other:?}"),
        }
    }
    let saved = "done FileSaved";
    // What was open: typed into; what came of the file; what is said, which file is next, whether all is kept.
    for (what, written, said, file, kept) in [
        ("into a file", Written::InFile("new"), saved, Some("new"), true),
        ("a download: what is changed since is drawn anew", Written::Downloaded, "redraw", Some("old"), true),
        ("thought better of it", Written::Cancelled, "", Some("old"), false),
        ("locked: chosen anew next time", Written::Failed, "problem FileNotSaved", None, false),
    ] {
        let mut page = Page::new();
        page.does(O(read("甲", Some("old"))));
        let mark = begun(&mut page);
        assert_eq!(page.does(K(Keep::Written(mark, written))), said, "{what}");
        assert_eq!(page.keeping.file().copied(), file, "{what}");
        assert_eq!(page.keeping.is_kept(), kept, "{what}");
    }
    // Typed while it is written: that is in no file.
    let mut page = Page::with_stored("w");
    page.does(Type);
    let mark = begun(&mut page);
    page.does(Type);
    page.does(K(Keep::Written(mark, Written::InFile("h"))));
    assert!(!page.keeping.is_kept());
    // Another one was opened while it is written: the file is none of its.
    for written in [Written::InFile("h"), Written::Downloaded, Written::Failed] {
        let mut page = Page::with_stored("w");
        page.does(Type);
        let mark = begun(&mut page);
        page.does(O(read("乙", Some("other"))));
        page.does(K(Keep::Written(mark, written)));
        assert_eq!(page.keeping.file(), Some(&"other"));
        assert!(!page.keeping.is_kept());
    }
    let mut nothing_open = Page::new();
    assert_eq!(nothing_open.does(K(Keep::WriteFile)), "");
}

// ---- a new version

#[test]
#[rustfmt::skip] // A case, a line.
fn a_new_version_waits_for_what_is_typed() {
    use Kept::{AtRisk, Safe, Waiting};
    use offline::Msg::{Later, Ready, Renew, Saved};
    let at_risk = offline::Effect::Say(Notice::Problem(Said::UpdateAtRisk));
    let (save, over) = (offline::Effect::Save, offline::Effect::TakeOver);
    let is = |renewal| (renewal, vec![]);
    // How far it is; what happens; how the workbook is kept; how far it is then, and what is to be done.
    let cases = [
        (Renewal::None, Ready, Waiting, is(Renewal::Ready)),
        (Renewal::Ready, Later, Safe, is(Renewal::None)),
        (Renewal::Ready, Saved, Safe, is(Renewal::Ready)),
        (Renewal::None, Saved, Safe, is(Renewal::None)),
        (Renewal::Ready, Renew, Safe, (Renewal::None, vec![save.clone(), over.clone()])),
        (Renewal::Ready, Renew, Waiting, (Renewal::Wanted, vec![save.clone()])),
        (Renewal::Ready, Renew, AtRisk, (Renewal::Ready, vec![save.clone(), at_risk.clone()])),
        (Renewal::Wanted, Saved, Waiting, (Renewal::Wanted, vec![save.clone()])),
        (Renewal::Wanted, Saved, Safe, (Renewal::None, vec![save.clone(), over])),
        (Renewal::Wanted, Saved, AtRisk, (Renewal::Ready, vec![save, at_risk])),
    ];
    for (before, msg, kept, expected) in cases {
        let mut offline = Offline::default();
        let way: &[_] = match before {
            Renewal::None => &[],
            Renewal::Ready => &[(Ready, Safe)],
            Renewal::Wanted => &[(Ready, Safe), (Renew, Waiting)],
        };
        for (msg, kept) in way {
            offline.update(*msg, *kept);
        }
        assert_eq!(offline.renewal(), before);
        let effects = offline.update(msg, kept);
        assert_eq!((offline.renewal(), effects), expected, "{before:?} {msg:?} {kept:?}");
    }
}

#[test]
#[rustfmt::skip] // A case, a line.
fn a_new_version_takes_over_once() {
    let renew = || Renew(offline::Msg::Renew);
    goes(
        "while something is unsaved",
        Page::with_stored("w"),
        vec![
            (Renew(offline::Msg::Ready), ""),
            (Type, "save soon"),
            (renew(), "write w over 3"),
            (Type, ""),
            (saved("w", Ok(4)), "tell w@4; save soon; redraw; write w over 4"),
            (saved("w", Ok(5)), "tell w@5; take over"),
            (K(Keep::Autosave), ""),
        ],
    );
    goes(
        "the store is full",
        Page::with_stored("w"),
        vec![
            (Type, "save soon"),
            (renew(), "write w over 3"),
            (saved("w", Err(StorageError::Full)), "retry later; redraw; write w over 3; problem UpdateAtRisk"),
            (saved("w", Ok(4)), "tell w@4; redraw"),
            (renew(), "take over"),
        ],
    );
    goes("nothing is open", Page::new(), vec![(renew(), "take over")]);
    goes(
        "put off while it waits",
        Page::with_stored("w"),
        vec![(Type, "save soon"), (renew(), "write w over 3"), (Renew(offline::Msg::Later), ""), (saved("w", Ok(4)), "tell w@4; redraw")],
    );
}

// ---- combining

/// What two units come to; `choices` of it can be chosen.
fn outcome(chosen: usize) -> Box<juesuan::exchange::Outcome> {
    let form = |unit: &str, kind: &str| {
        json!({
            "unit": unit, "kind": kind, "name": "名称",
            "execution": { "budget": "10", "actual": "9" },
            "goals": [{ "indicators": [{
                "category": "产出指标", "dimension": "数量指标", "name": "办件", "weight": "80",
                "target": "100个", "actual": "90个"
            }] }]
        })
    };
    let mut gathering = Gathering::default();
    for (unit, kind) in [("甲", "overall"), ("乙", "overall"), ("丙", "project")] {
        let file = json!({ "format": 2, "forms": [form(unit, kind)] });
        gathering.add(unit, file.to_string().as_bytes());
    }
    Box::new(gathering.outcome(chosen, None))
}

#[test]
#[rustfmt::skip] // A case, a line.
fn many_files_are_combined() {
    use combining::Msg::{Begin, Cancel, Choose, News, Open, OpenUnit};
    let progress = |run, done| {
        let total = Some(3);
        News(run, Ok(Answer::Progress { done, total }))
    };
    let done = |run, chosen| News(run, Ok(Answer::Done(outcome(chosen))));
    let failed = |run, failure| News(run, Err(failure));
    let refused = |run| News(run, Ok(Answer::Refused("no".to_owned())));
    let files = || Begin(vec!["1", "2", "3"]);
    let started = "show, stop, start 1 with 3";
    let broke_off = "stop, problem CombiningBrokeOff";
    // Each message: what is to be done, and how far it is then.
    let cases = vec![
        (
            "to the end",
            vec![
                (files(), started, "0 of 3"),
                (progress(1, 2), "", "2 of 3"),
                (progress(1, 3), "", "working"),
                (done(1, 0), "", "done 0, wanted 0"),
                (Open, "open 200个", "done 0, wanted 0"),
            ],
        ),
        (
            "of two chosen in one breath the last one counts",
            vec![
                (files(), started, "0 of 3"),
                (done(1, 0), "", "done 0, wanted 0"),
                (Choose(1), "choose 1 in 1", "done 0, wanted 1"),
                (Choose(0), "choose 0 in 1", "done 0, wanted 0"),
                (done(1, 1), "", "done 1, wanted 0"),
                (done(1, 0), "", "done 0, wanted 0"),
            ],
        ),
        (
            "others are dropped meanwhile",
            vec![
                (files(), started, "0 of 3"),
                (progress(1, 2), "", "2 of 3"),
                (Begin(vec!["4"]), "show, stop, start 2 with 1", "0 of 1"),
                (progress(1, 3), "", "0 of 1"),
                (done(1, 0), "", "0 of 1"),
                (failed(1, Failure::Broke), "", "0 of 1"),
                (progress(2, 1), "", "working"),
                (done(2, 0), "", "done 0, wanted 0"),
            ],
        ),
        (
            "cancelled, and it had not heard yet",
            vec![
                (files(), started, "0 of 3"),
                (Cancel, "stop", "nothing"),
                (progress(1, 3), "", "nothing"),
                (done(1, 0), "", "nothing"),
                (failed(1, Failure::NotStarted), "", "nothing"),
            ],
        ),
        (
            "no worker starts",
            vec![
                (files(), started, "0 of 3"),
                (failed(1, Failure::NotStarted), "do 3 here in 1", "0 of 3"),
                (progress(1, 3), "", "working"),
                (done(1, 0), "", "done 0, wanted 0"),
            ],
        ),
        (
            "no worker starts, twice",
            vec![
                (files(), started, "0 of 3"),
                (failed(1, Failure::NotStarted), "do 3 here in 1", "0 of 3"),
                (failed(1, Failure::NotStarted), broke_off, "nothing"),
            ],
        ),
        ("it breaks down", vec![(files(), started, "0 of 3"), (failed(1, Failure::Broke), broke_off, "nothing")]),
        ("it hangs", vec![(files(), started, "0 of 3"), (failed(1, Failure::Hung), broke_off, "nothing")]),
        ("it refuses", vec![(files(), started, "0 of 3"), (refused(1), broke_off, "nothing")]),
        (
            "the worker that has read the files is gone when another is chosen",
            vec![
                (files(), started, "0 of 3"),
                (done(1, 0), "", "done 0, wanted 0"),
                (Choose(1), "choose 1 in 1", "done 0, wanted 1"),
                (failed(1, Failure::NotStarted), broke_off, "nothing"),
                (files(), "show, stop, start 3 with 3", "0 of 3"),
            ],
        ),
        (
            "too early",
            vec![(Open, "", "nothing"), (Choose(1), "", "nothing"), (files(), started, "0 of 3"), (Open, "", "0 of 3"), (Choose(1), "", "0 of 3")],
        ),
        (
            "the file of a unit, while there are any",
            vec![
                (OpenUnit(0, None), "", "nothing"),
                (files(), started, "0 of 3"),
                (OpenUnit(1, Some(0)), "open 2 1 Some(0)", "0 of 3"),
                (OpenUnit(9, Some(0)), "", "0 of 3"),
                (Cancel, "stop", "nothing"),
                (OpenUnit(0, None), "", "nothing"),
            ],
        ),
    ];
    for (what, steps) in cases {
        let mut combining = Combining::default();
        for (at, (msg, effects, progress)) in steps.into_iter().enumerate() {
            let done: Vec<String> = combining.update(msg).into_iter().map(combined).collect();
            let step = format!("{what}: step {}", at + 1);
            assert_eq!(done.join(", "), effects, "{step}");
            assert_eq!(how_far(combining.progress()), progress, "{step}");
        }
    }
}

fn combined(effect: combining::Effect<&'static str>) -> String {
    use combining::Effect;
    match effect {
        Effect::Show => "show".to_owned(),
        Effect::Start { run, files } => format!("start {run} with {}", files.len()),
        Effect::DoHere { run, files } => format!("do {} here in {run}", files.len()),
        Effect::Choose { run, chosen } => format!("choose {chosen} in {run}"),
        Effect::Stop => "stop".to_owned(),
        Effect::Open(Ok(workbook)) => {
            let rules = !workbook.rule_set.is_empty();
            assert!(rules, "a workbook has rules");
            format!("open {}", workbook.forms[0].goals[0].indicators[0].target)
        }
        Effect::Open(Err(beyond)) => format!("open {beyond:?}"),
        Effect::OpenUnit { file, source, form } => format!("open {file} {source} {form:?}"),
        Effect::Say(notice) => told(&notice),
    }
}

fn how_far(progress: &Progress) -> String {
    match progress {
        Progress::Nothing => "nothing".to_owned(),
        Progress::Reading { done, total } => format!("{done} of {total}"),
        Progress::Working => "working".to_owned(),
        Progress::Done { outcome, wanted } => format!("done {}, wanted {wanted}", outcome.chosen),
    }
}

// ---- pasting

fn cells(text: &str) -> Vec<Vec<String>> {
    let row = |row: &str| row.split('|').map(str::to_owned).collect();
    text.split('/').map(row).collect()
}

/// Pastes into a workbook, makes the edit, and gives what is said and whether anything changed.
fn pasted(pasting: &mut Pasting, history: &mut History, msg: pasting::Msg) -> (String, bool) {
    let open = history.present().clone();
    let assessment = assess(&open, None);
    let reckoned = &assessment.accounts.reckoned;
    let around = pasting::Around {
        open: Some((&open, reckoned)),
    };
    let mut said = Vec::new();
    let mut effects = pasting.update(msg, &around);
    while let Some(effect) = effects.pop() {
        match effect {
            pasting::Effect::Make(edit) => {
                let made = make(history, &edit);
                effects.extend(pasting.update(pasting::Msg::Made(made), &around));
            }
            pasting::Effect::Say(notice) => said.push(told(&notice)),
            pasting::Effect::SayNothing => said.push("say nothing".to_owned()),
        }
    }
    (said.join("; "), !Rc::ptr_eq(&open, history.present()))
}

fn make(history: &mut History, edit: &Edit) -> Made {
    let before = history.present().clone();
    match history.apply(edit) {
        Err(Refused::Beyond(_)) => Made::Refused,
        _ if Rc::ptr_eq(&before, history.present()) => Made::Same,
        _ => Made::Changed,
    }
}

#[test]
#[rustfmt::skip] // A case, a line.
fn blocks_are_pasted_and_told_of() {
    use juesuan::accounts::{Grid, MOST_LINES, TableNo};
    use juesuan::evaluation::{Cell, FormField, IndicatorField, MOST_INDICATORS};
    let form = |form, field, text: &str| pasting::Msg::IntoForm { form, cell: Cell::Indicator(0, 0, field), cells: cells(text) };
    let grid = Grid::of(workbook("").layout(), TableNo::INCOME_AND_SPENDING, 0).remove(0);
    let (columns, rows) = (grid.columns.len(), grid.rows.len());
    let left = (0..columns).find(|at| grid.cell(0, *at).is_some()).unwrap();
    let first = grid.cell(0, left).unwrap();
    let table = |text: &str| pasting::Msg::IntoTable { cell: first, cells: cells(text) };
    let name = IndicatorField::Name;
    let room = Edit::columns_from(name).len();
    let wide = vec!["x"; room + 2].join("|");
    let too_wide = |changed| format!("problem {:?}", Said::PasteTooWide { columns: room + 2, room, changed });
    let brought = |rows, changed| {
        let problems = Vec::new();
        format!("done {:?}", Said::BlockBrought { rows, problems, changed })
    };
    let too_long = |rows| format!("problem {:?}", Said::PasteTooLong { rows, most: MOST_INDICATORS });
    let many = vec!["x"; MOST_INDICATORS + 1].join("/");
    let block = "一级指标|二级指标|三级指标|分值|年初目标值|实际完成值/产出指标|数量指标|培训|5|100人|90人";
    let problem = |said: Said| format!("problem {said:?}");
    let (room, changed) = (columns - left, true);
    let wider = problem(Said::PasteTooWide { columns: columns + 1, room, changed });
    let taller = problem(Said::PasteTooTall { rows: rows + 1, room: rows, changed });
    let too_many = problem(Said::PasteTooLongTable { rows: MOST_LINES + 1, most: MOST_LINES });
    let nothing = || "say nothing".to_owned();
    let silent = String::new;
    let cases = vec![
        ("fits", form(0, name, "甲|5"), nothing(), true),
        ("once more", form(0, name, "甲|5"), nothing(), false),
        ("too wide", form(0, name, &wide), too_wide(true), true),
        ("too wide, once more", form(0, name, &wide), too_wide(false), false),
        ("says where it belongs", form(0, name, block), brought(1, true), true),
        ("says it once more", form(0, name, block), brought(1, false), false),
        ("too long", form(0, name, &many), too_long(MOST_INDICATORS + 1), false),
        ("of a form that is gone", form(7, name, "甲"), silent(), false),
        ("outside the grid", pasting::Msg::IntoForm { form: 0, cell: Cell::Form(FormField::Unit), cells: cells("1") }, silent(), false),
        ("into a table", table("1"), nothing(), true),
        ("into a table once more", table("1"), nothing(), false),
        ("wider than the table", table(&vec!["2"; columns + 1].join("|")), wider, true),
        ("taller than the table", table(&vec!["3"; rows + 1].join("/")), taller, true),
        ("more rows than any table has", table(&vec!["3"; MOST_LINES + 1].join("/")), too_many, false),
    ];
    let mut history = History::new(workbook("甲"));
    let mut pasting = Pasting::default();
    for (what, msg, said, changed) in cases {
        assert_eq!(pasted(&mut pasting, &mut history, msg), (said, changed), "{what}");
    }
}

#[test]
#[rustfmt::skip] // A case, a line.
fn whole_tables_are_pasted_and_told_of() {
    use juesuan::accounts::TableNo;
    let no = TableNo::INCOME_AND_SPENDING;
    let whole = |text: &str, unit| pasting::Msg::WholeTable(no, Rc::new(cells(text)), unit);
    let table = "项目|决算数|项目|决算数/一、一般公共预算财政拨款收入|1552.63|一、一般公共服务支出|1552.63";
    let mut history = History::new(workbook("甲"));
    let mut pasting = Pasting::default();
    // What is pasted; how many amounts were read, and whether there is something to undo.
    for (what, msg, amounts, changed) in [
        ("read", whole(table, Unit::TenThousandYuan), 2, true),
        ("the same again", whole(table, Unit::TenThousandYuan), 2, false),
        ("once more, in the other unit", whole(table, Unit::Yuan), 2, true),
        ("no table", whole("甲|乙", Unit::AsWritten), 0, false),
    ] {
        assert_eq!(pasted(&mut pasting, &mut history, msg), (String::new(), changed), "{what}");
        let outcome = pasting.pasted().expect(what);
        assert_eq!((outcome.read.amounts, outcome.changed), (amounts, changed), "{what}");
    }
    pasted(&mut pasting, &mut history, pasting::Msg::Undone);
    assert_eq!(pasting.pasted(), None, "what was undone is not told of any more");
}

#[test]
#[rustfmt::skip] // A case, a line.
fn a_paste_that_is_refused_leaves_word_of_the_limit() {
    use juesuan::evaluation::{Cell, IndicatorField};
    let open = workbook("甲");
    let assessment = assess(&open, None);
    let around = pasting::Around { open: Some((&open, &assessment.accounts.reckoned)) };
    let nobody_may = pasting::Around { open: None };
    let paste = || pasting::Msg::IntoForm { form: 0, cell: Cell::Indicator(0, 0, IndicatorField::Name), cells: cells("甲") };
    let mut pasting = Pasting::default();
    assert_eq!(pasting.update(paste(), &nobody_may), []);
    let effects = pasting.update(paste(), &around);
    assert!(matches!(effects[..], [pasting::Effect::Make(_)]), "{effects:?}");
    assert_eq!(pasting.update(pasting::Msg::Made(Made::Refused), &around), []);
    let late = pasting.update(pasting::Msg::Made(Made::Changed), &around);
    assert_eq!(late, [], "an edit that nobody waits for");
}

#[test]
#[rustfmt::skip] // A case, a line.
fn what_was_undone_is_not_spoken_of() {
    let (columns, room, rows, most, problems) = (3, 2, 3, 2, Vec::new());
    for (said, expected) in [
        (Said::PasteTooWide { columns, room, changed: true }, true),
        (Said::PasteTooWide { columns, room, changed: false }, false),
        (Said::PasteTooTall { rows, room, changed: true }, true),
        (Said::PasteTooTall { rows, room, changed: false }, false),
        (Said::BlockBrought { rows, problems: problems.clone(), changed: true }, true),
        (Said::BlockBrought { rows, problems, changed: false }, false),
        (Said::PasteTooLong { rows, most }, false),
        (Said::FileSaved, false),
    ] {
        assert_eq!(said.is_of_a_change(), expected, "{said:?}");
    }
}
