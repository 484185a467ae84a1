//! What was typed last, for the case that the program stops by a mistake of ours before it is saved.

use super::leaving;
use juesuan::Workbook;
use juesuan::session::LastWords;
use std::cell::RefCell;
use std::rc::Rc;

struct Unsaved {
    id: String,
    head: LastWords,
    workbook: Rc<Workbook>,
    /// What writes it: nothing can be loaded any more by then.
    write: fn(&Workbook) -> String,
}

thread_local! {
    static UNSAVED: RefCell<Option<Unsaved>> = const { RefCell::new(None) };
}

/// The open workbook is not stored as it is now; without a head, it is.
pub fn remember(
    id: &str,
    head: Option<LastWords>,
    workbook: &Rc<Workbook>,
    write: fn(&Workbook) -> String,
) {
    UNSAVED.with_borrow_mut(|unsaved| {
        *unsaved = head.map(|head| Unsaved {
            id: id.to_owned(),
            head,
            workbook: workbook.clone(),
            write,
        });
    });
}

pub fn forget() {
    UNSAVED.with_borrow_mut(Option::take);
}

/// The program has stopped, wherever it was: leaves it where the next start finds it.
pub fn leave() {
    let unsaved = UNSAVED.with(|unsaved| unsaved.try_borrow_mut().ok()?.take());
    if let Some(unsaved) = unsaved {
        let text = (unsaved.write)(&unsaved.workbook);
        leaving::leave(&unsaved.id, &unsaved.head, &text);
    }
}
