//! What is asked of documents that are open.

use super::App;
use crate::page::message::{Against, AskingMsg};
use juesuan::flows::asking::{Asked, Effect, Msg, Purpose};
use juesuan::flows::reading;
use juesuan_ask::{DocumentsAsk, Other};

impl App {
    pub(super) fn ask(&mut self, msg: AskingMsg) -> bool {
        for effect in self.asking.update(msg) {
            match effect {
                Effect::Compared(row, beside) => {
                    self.read(reading::Msg::Compared(row, beside));
                }
                Effect::Say(notice) => self.notice = Some(notice),
                effect => self.asker.carry_out(effect),
            }
        }
        true
    }

    /// Holds a paper against another document of its unit.
    pub(super) fn compare(&mut self, at: usize, with: Against) -> bool {
        let papers = self.reading.papers();
        let Some(opened) = papers.get(at) else {
            return false;
        };
        let other = match with {
            Against::Paper(other) => papers.get(other).map(|other| {
                let name = other.paper.name.clone().unwrap_or_default();
                (Other::Paper(other.paper.clone()), name)
            }),
            Against::Workbook => self.document.as_ref().map(|document| {
                let workbook = document.workbook();
                (
                    Other::Workbook(workbook.clone()),
                    workbook.unit().to_owned(),
                )
            }),
        };
        let Some((with, name)) = other else {
            return false;
        };
        let row = opened.row;
        let ask = DocumentsAsk::Compare {
            paper: opened.paper.clone(),
            with,
        };
        self.ask(Msg::Ask(Box::new(Asked {
            ask,
            file: None,
            purpose: Purpose::Compare { row, name },
        })))
    }
}
