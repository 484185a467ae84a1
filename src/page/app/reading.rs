//! Documents: read one after another, shown, put away.

use super::App;
use crate::page::keys;
use crate::page::message::{Msg, ReadingMsg};
use crate::page::reading::{Reader, given, reading_in};
use crate::page::whereabouts::View;
use juesuan::flows::opening::Chosen;
use juesuan::flows::reading::Effect;
use juesuan::flows::{combining, opening, reading};
use wasm_bindgen::JsValue;
use web_sys::File;

impl App {
    /// Files were chosen or dropped: what they are is told by the flow.
    pub(super) fn choose(&mut self, chosen: Vec<Chosen<File, JsValue>>) {
        self.later(async move { Msg::Reading(reading::Msg::Begin(given(chosen).await)) });
    }

    pub(super) fn read(&mut self, msg: ReadingMsg) -> bool {
        let closes = matches!(msg, reading::Msg::Close(_));
        let is_named = matches!(msg, reading::Msg::Reviewer(_));
        let effects = self.reading.update(msg);
        if is_named {
            self.sign();
        }
        if closes && self.reading.is_listed() {
            // Back to where it was opened from.
            self.show(View::Papers);
            self.focus = Some(keys::MAIN.to_owned());
        }
        for effect in effects {
            match effect {
                Effect::Open(chosen) => {
                    self.open(opening::Msg::Open(chosen));
                }
                Effect::Combine(files) => {
                    self.combine(combining::Msg::Begin(files));
                }
                Effect::Show(at) => {
                    // What was pressed in the list is gone with it.
                    if self.view == View::Papers {
                        self.focus = Some(keys::MAIN.to_owned());
                    }
                    self.show(View::Paper(at));
                }
                Effect::List => self.show(View::Papers),
                Effect::Say(notice) => self.notice = Some(notice),
                effect => self.reader.carry_out(effect, self.words.language),
            }
        }
        true
    }

    /// Nothing of what was read is left, and nothing is read any more.
    pub(super) fn forget_papers(&mut self) {
        self.reading = reading_in(&self.host);
        self.reader = Reader::new(self.links.reading.clone());
    }
}
