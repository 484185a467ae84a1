//! The page's side of the conversation, case by case.

use juesuan_ask::{Answer, Ask, Desk, EchoAsk, Failure, Heard};

fn progress(done: usize) -> Answer<String> {
    Answer::Progress { done, total: None }
}

fn done() -> Answer<String> {
    Answer::Done("text".to_owned())
}

#[test]
fn an_answer_reaches_the_request_of_its_number_and_no_other() {
    let mut desk = Desk::default();
    let (first, second) = (desk.ask(0.0, 100.0), desk.ask(0.0, 100.0));
    assert_ne!(first, second);
    for (number, answer, heard) in [
        (second, progress(1), true),
        (0, progress(1), false),
        (second + 1, done(), false),
        (second, done(), true),
        (second, done(), false),
        (second, progress(2), false),
        (first, Answer::Refused("no".to_owned()), true),
        (first, done(), false),
    ] {
        let expected = if heard {
            Heard::Of(number, answer.clone())
        } else {
            Heard::Nothing
        };
        assert_eq!(desk.hear(1.0, number, answer), expected);
    }
    assert!(desk.is_idle());
}

#[test]
fn patience_counts_from_the_last_word() {
    let mut desk = Desk::default();
    let number = desk.ask(0.0, 100.0);
    assert_eq!(desk.overdue(100.0), None);
    assert_eq!(desk.overdue(101.0), Some(Failure::Hung));
    // Starting takes as long as it takes.
    desk.started(500.0);
    assert_eq!(desk.overdue(600.0), None);
    desk.hear(590.0, number, progress(1));
    assert_eq!(desk.overdue(690.0), None);
    assert_eq!(desk.overdue(690.5), Some(Failure::Hung));
    desk.hear(691.0, number, done());
    assert_eq!(desk.overdue(10_000.0), None);
}

#[test]
fn a_worker_that_is_gone_leaves_nothing_open() {
    let mut desk = Desk::default();
    let numbers: Vec<u32> = (0..3).map(|_| desk.ask(0.0, 100.0)).collect();
    assert!(desk.cancel(numbers[1]));
    assert!(!desk.cancel(numbers[1]));
    assert_eq!(desk.give_up(), [numbers[0], numbers[2]]);
    assert!(desk.is_idle());
    assert_eq!(desk.hear(1.0, numbers[0], done()), Heard::Nothing);
    assert!(!numbers.contains(&desk.ask(2.0, 100.0)));
}

#[test]
fn messages_go_through_json() {
    for ask in [
        Ask::Do(EchoAsk::Say("“文”".to_owned())),
        Ask::Do(EchoAsk::Break),
        Ask::Cancel,
    ] {
        let json = serde_json::to_string(&ask).unwrap();
        assert_eq!(
            serde_json::from_str::<Ask<EchoAsk>>(&json).unwrap(),
            ask,
            "{json}"
        );
    }
    for answer in [progress(3), done(), Answer::Refused("否".to_owned())] {
        let json = serde_json::to_string(&answer).unwrap();
        assert_eq!(
            serde_json::from_str::<Answer<String>>(&json).unwrap(),
            answer,
            "{json}"
        );
    }
}
