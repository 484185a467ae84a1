//! The flow that asks things of documents that are open, without a browser: what is asked, what comes of it, and
//! what is said where nothing does.

use juesuan::flows::asking::{Asked, Asking, Effect, Found, Msg, Purpose};
use juesuan::flows::{Notice, Said};
use juesuan::paper::Written;
use juesuan_ask::{Answer, DocumentsAnswer, DocumentsAsk, Failure, Imported, Published};
use std::rc::Rc;

fn ask(purpose: Purpose) -> Msg<&'static str> {
    let ask = DocumentsAsk::Write {
        paper: Rc::default(),
        kind: Written::Docx,
        language: String::new(),
    };
    Msg::Ask(Box::new(Asked {
        ask,
        file: None,
        purpose,
    }))
}

fn save() -> Purpose {
    Purpose::Save {
        name: "a.docx".to_owned(),
    }
}

fn compare() -> Purpose {
    Purpose::Compare {
        row: 3,
        name: "b".to_owned(),
    }
}

fn done(number: u32, answer: DocumentsAnswer, saved: Option<bool>) -> Msg<&'static str> {
    Msg::News(number, Ok(Answer::Done(answer)), saved)
}

fn shown(effect: Effect<&'static str>) -> String {
    match effect {
        Effect::Ask {
            number, save_as, ..
        } => format!("{number}: ask {}", save_as.unwrap_or_default()),
        Effect::Stop => "stop".to_owned(),
        Effect::Compared(row, beside) => match beside.found {
            Found::LastYear(_) => format!("{row} beside last year's {}", beside.name),
            Found::Revised(_) => format!("{row} beside {}", beside.name),
        },
        Effect::Reviewed(row, _) => format!("{row} reviewed"),
        Effect::Imported(row, _) => format!("{row} imported"),
        Effect::Published(_) => "published".to_owned(),
        Effect::Say(Notice::Done(Said::Written(name))) => format!("written {name}"),
        Effect::Say(Notice::Done(Said::Marked {
            name,
            written,
            left_out,
        })) => {
            format!("{written} written into {name}, {left_out} left out")
        }
        Effect::Say(Notice::Problem(Said::FileNotSaved)) => "not saved".to_owned(),
        Effect::Say(Notice::Problem(Said::AskingFailed(_))) => "failed".to_owned(),
        Effect::Say(Notice::Problem(Said::InWords(sentence))) => sentence,
        Effect::Say(other) => panic!("{other:?}"),
    }
}

#[test]
fn what_is_asked_and_what_comes_of_it() {
    let refused = || Msg::News(1, Ok(Answer::Refused("no".to_owned())), None);
    let progress = || {
        let (done, total) = (1, None);
        Msg::News(1, Ok(Answer::Progress { done, total }), None)
    };
    let failed = |failure| Msg::News(1, Err(failure), None);
    let revised = || DocumentsAnswer::Revised(Box::default());
    let last_year = || DocumentsAnswer::BesideLastYear(Box::default());
    let imported = || DocumentsAnswer::Imported(Box::<Imported>::default());
    let published = || DocumentsAnswer::Published(Box::<Published>::default());
    let reviewed = || DocumentsAnswer::Reviewed(Box::default());
    let marked = || DocumentsAnswer::Marked {
        written: 7,
        left_out: 2,
    };
    for (what, steps) in [
        (
            "a file",
            vec![
                (ask(save()), "1: ask a.docx"),
                (progress(), ""),
                (
                    done(1, DocumentsAnswer::Written, Some(true)),
                    "stop; written a.docx",
                ),
                (done(1, DocumentsAnswer::Written, Some(true)), ""),
            ],
        ),
        (
            "a file with findings in it",
            vec![
                (ask(save()), "1: ask a.docx"),
                (
                    done(1, marked(), Some(true)),
                    "stop; 7 written into a.docx, 2 left out",
                ),
            ],
        ),
        (
            "a file with findings in it that the browser does not take",
            vec![
                (ask(save()), "1: ask a.docx"),
                (done(1, marked(), Some(false)), "stop; not saved"),
            ],
        ),
        (
            "a file that the browser does not take",
            vec![
                (ask(save()), "1: ask a.docx"),
                (
                    done(1, DocumentsAnswer::Written, Some(false)),
                    "stop; not saved",
                ),
            ],
        ),
        (
            "a file without bytes",
            vec![
                (ask(save()), "1: ask a.docx"),
                (done(1, DocumentsAnswer::Written, None), "stop; not saved"),
            ],
        ),
        (
            "another version",
            vec![
                (ask(compare()), "1: ask "),
                (done(1, revised(), None), "stop; 3 beside b"),
            ],
        ),
        (
            "last year's",
            vec![
                (ask(compare()), "1: ask "),
                (done(1, last_year(), None), "stop; 3 beside last year's b"),
            ],
        ),
        (
            "other rules",
            vec![
                (ask(Purpose::Review { row: 2 }), "1: ask "),
                (done(1, reviewed(), None), "stop; 2 reviewed"),
            ],
        ),
        (
            "a workbook",
            vec![
                (ask(Purpose::Import { row: 2 }), "1: ask "),
                (done(1, imported(), None), "stop; 2 imported"),
            ],
        ),
        (
            "a publication",
            vec![
                (ask(Purpose::Publish), "1: ask "),
                (done(1, published(), None), "stop; published"),
            ],
        ),
        (
            "refused",
            vec![(ask(save()), "1: ask a.docx"), (refused(), "stop; no")],
        ),
        (
            "broke",
            vec![
                (ask(save()), "1: ask a.docx"),
                (failed(Failure::Broke), "stop; failed"),
            ],
        ),
        (
            "an answer to something else",
            vec![
                (ask(Purpose::Publish), "1: ask "),
                (done(1, revised(), None), "stop; not saved"),
            ],
        ),
        (
            "cancelled",
            vec![
                (Msg::Cancel, ""),
                (ask(save()), "1: ask a.docx"),
                (Msg::Cancel, "stop"),
                (done(1, DocumentsAnswer::Written, Some(true)), ""),
            ],
        ),
        (
            "what is asked next takes its place",
            vec![
                (ask(save()), "1: ask a.docx"),
                (ask(compare()), "stop; 2: ask "),
                (done(1, DocumentsAnswer::Written, Some(true)), ""),
                (done(2, revised(), None), "stop; 3 beside b"),
            ],
        ),
    ] {
        let mut asking = Asking::default();
        for (at, (msg, effects)) in steps.into_iter().enumerate() {
            let done: Vec<String> = asking.update(msg).into_iter().map(shown).collect();
            assert_eq!(done.join("; "), effects, "{what}, step {at}");
        }
        assert!(!asking.is_busy(), "{what}");
    }
}
