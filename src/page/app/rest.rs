//! What is done by the rest of the program, and what waits until it is here.

use super::App;
use crate::page::message::Msg;
use crate::page::rest::{self, at_once};
use juesuan::flows::{Notice, Said};
use wasm_split_helpers::wasm_split;
use yew::Html;

#[wasm_split(rest)]
fn work(app: &mut App, msg: Msg) -> bool {
    app.work(msg)
}

#[wasm_split(rest)]
fn shell(app: &App) -> Html {
    app.shell()
}

impl App {
    /// Everything on the screen, where the rest is here.
    pub(super) fn whole(&self) -> Option<Html> {
        at_once(shell(self))
    }

    /// The rest does it, at once or when it has come. Asked for in vain, it is asked for again.
    pub(super) fn leave_to_rest(&mut self, msg: Msg) -> bool {
        if rest::is_here() {
            return at_once(work(self, msg)).unwrap_or_default();
        }
        self.waiting.push(msg);
        if self.is_ready {
            self.fetch_rest();
        }
        false
    }

    pub(super) fn fetch_rest(&self) {
        if !rest::is_here() {
            self.later(async { Msg::RestCame(rest::load().await) });
        }
    }

    /// Does what has waited for it, in the order in which it came.
    pub(super) fn rest_came(&mut self, is_here: bool) -> bool {
        let waiting = std::mem::take(&mut self.waiting);
        if is_here {
            for msg in waiting {
                at_once(work(self, msg));
            }
        } else if !waiting.is_empty() {
            let sentence = self.words.rest_not_loaded().to_owned();
            self.notice = Some(Notice::Problem(Said::InWords(sentence)));
        }
        true
    }
}
