//! What was typed last, for the case that the program stops by a mistake of ours before it is saved.

use super::leaving;
use juesuan::Workbook;
use juesuan::exchange::write_workbook;
use juesuan::session::LastWords;
use std::cell::RefCell;
use std::rc::Rc;

struct Unsaved {
    id: String,
    head: LastWords,
    workbook: Rc<Workbook>,
}

thread_local! {
    static UNSAVED: RefCell<Option<Unsaved>> = const { RefCell::new(None) };
}

/// The open workbook is not stored as it is now; without a head, it is.
pub fn remember(id: &str, head: Option<LastWords>, workbook: &Rc<Workbook>) {
    UNSAVED.with_borrow_mut(|unsaved| {
        *unsaved = head.map(|head| Unsaved {
            id: id.to_owned(),
            head,
            workbook: workbook.clone(),
        });
    });
}

pub fn forget() {
    UNSAVED.with_borrow_mut(Option::take);
}

/// The program has stopped, wherever it was: leaves it where the next start finds it.
pub fn leave() {
    let unsaved = UNSAVED.with(|unsaved| unsaved.try_borrow_mut().ok()?.take());
    if let Some(Unsaved { id, head, workbook }) = unsaved {
        leaving::leave(&id, &head, &write_workbook(&workbook));
    }
}
