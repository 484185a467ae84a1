//! Who reads documents: a module of its own in a worker, which lives as long as files are read; where no worker can be
//! had, the same module in the page. What is to be
//! done is decided by the flow ([`juesuan::flows::reading`]).

use super::files;
use super::host::Host;
use super::message::ReadingMsg;
use super::modules::Workers;
use super::{reading_here, remembered};
use juesuan::flows::opening::Chosen;
use juesuan::flows::reading::{Effect, Given, HEAD, Msg, Reading, is_workbook};
use juesuan::say::Language;
use juesuan_ask::{Documents, DocumentsAsk, ReadAs};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::Callback;

/// Milliseconds without news after which a file is given up. Each page or sheet is news.
const PATIENCE: f64 = 60_000.0;

/// The reader, while there is one.
pub struct Reader {
    on: Callback<ReadingMsg>,
    workers: Workers<Documents>,
}

impl Reader {
    pub fn new(on: Callback<ReadingMsg>) -> Self {
        Reader {
            on,
            workers: Workers::default(),
        }
    }

    /// Does what the flow wants of the reader. What it wants of the page is passed over.
    pub fn carry_out(&mut self, effect: Effect<File, JsValue>, language: Language) {
        match effect {
            Effect::Read {
                number,
                file,
                name,
                password,
                read_as,
            } => {
                let ask = asked(name, password, language, read_as);
                let on = self.on.clone();
                let hear = move |news| on.emit(Msg::News(number, news));
                self.workers.ask(ask, &[file.into()], PATIENCE, hear);
            }
            Effect::ReadHere {
                number,
                file,
                name,
                password,
                read_as,
            } => {
                let ask = asked(name, password, language, read_as);
                let on = self.on.clone();
                spawn_local(async move {
                    on.emit(Msg::News(
                        number,
                        reading_here::read(ask, file, language).await,
                    ));
                });
            }
            // The worker ends with who holds it.
            Effect::Stop => self.workers = Workers::default(),
            Effect::Open(_)
            | Effect::Combine(_)
            | Effect::Show(_)
            | Effect::List
            | Effect::Say(_) => {}
        }
    }
}

fn asked(
    name: String,
    password: Option<String>,
    language: Language,
    read_as: ReadAs,
) -> DocumentsAsk {
    DocumentsAsk::Read {
        name,
        password,
        language: language.tag().to_owned(),
        read_as,
    }
}

/// The flow where a page stands.
pub fn reading_in(host: &Host) -> Reading<File> {
    let mut reading: Reading<File> = match host.portal {
        Some(_) => Reading::in_portal(),
        None => Reading::default(),
    };
    let name = remembered::chosen(remembered::REVIEWER).filter(|_| host.portal.is_none());
    reading.update::<JsValue>(Msg::Reviewer(name.unwrap_or_default()));
    reading
}

/// What can be told of files at once. Only where its name says nothing a file is looked into.
pub async fn given(chosen: Vec<Chosen<File, JsValue>>) -> Vec<Given<File, JsValue>> {
    let mut all = Vec::with_capacity(chosen.len());
    for chosen in chosen {
        let name = chosen.file.name();
        let head = if is_workbook(&name, &[]) {
            Vec::new()
        } else {
            files::head(&chosen.file, HEAD).await
        };
        all.push(Given { chosen, name, head });
    }
    all
}
