//! What is set from outside is no step: it cannot be undone, and undoing does not bring it back.

use juesuan::evaluation::{Cell, FormField};
use juesuan::{Edit, History, Workbook};

fn rules(id: &str) -> Edit {
    Edit::SetRuleSet { id: id.to_owned() }
}

fn typed(text: &str) -> Edit {
    Edit::SetCell {
        form: 0,
        cell: Cell::Form(FormField::Unit),
        text: text.to_owned(),
    }
}

#[test]
fn rules_that_a_portal_sets_are_no_step() {
    let mut history = History::new(Workbook::new("2020", "", "wuhan-2020"));
    history.set(&rules("mof-2020"));
    assert!(!history.can_undo(), "nothing was done here");
    history.apply(&typed("甲")).unwrap();
    history.seal();
    history.apply(&typed("乙")).unwrap();
    history.undo();
    history.set(&rules("wuhan-2020"));
    let now = |history: &History| {
        let workbook = history.present();
        (workbook.unit().to_owned(), workbook.rule_set.clone())
    };
    let wuhan = |unit: &str| (unit.to_owned(), "wuhan-2020".to_owned());
    assert_eq!(now(&history), wuhan("甲"));
    history.undo();
    assert_eq!(now(&history), wuhan(""));
    history.redo();
    history.redo();
    assert_eq!(now(&history), wuhan("乙"));
    assert!(!history.can_redo());
}

#[test]
fn set_again_after_somebody_chose_others_it_holds_again() {
    let mut history = History::new(Workbook::new("2020", "", "wuhan-2020"));
    history.apply(&typed("甲")).unwrap();
    history.apply(&rules("mof-2020")).unwrap();
    history.set(&rules("wuhan-2020"));
    assert_eq!(history.present().rule_set, "wuhan-2020");
    // The choice made no difference any more: the step before it is the one to undo.
    history.undo();
    assert_eq!(history.present().unit(), "");
    assert_eq!(history.present().rule_set, "wuhan-2020");
    assert!(!history.can_undo());
}
