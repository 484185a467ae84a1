//! The program as a worker: reads files and brings their forms together while the page stays free.
//! It is the same program as the page, started where there is no window.

use super::clock::today;
use js_sys::Array;
use juesuan::exchange::{Gathering, Outcome};
use juesuan::say::Language;
use juesuan_ask::Module;
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_split_helpers::wasm_split;
use web_sys::{Blob, File};

/// Files that are read together, and their bytes, at most.
const MOST_AT_ONCE: usize = 1000;
const LARGEST_BATCH: f64 = 8.0 * 1024.0 * 1024.0;

/// Bringing many files together: what this program does as a worker.
pub struct Consolidation;

impl Module for Consolidation {
    /// The page's own program.
    const NAME: &'static str = super::modules::OWN;
    type Ask = ConsolidationAsk;
    type Answer = Box<Outcome>;
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ConsolidationAsk {
    /// The files that come along are read and brought together.
    Gather(Language),
    /// Of what was gathered another of the choices.
    Choose(usize, Language),
}

/// Serves the page that started this worker, for as long as it lives.
#[wasm_split(rest)]
pub fn serve() {
    let gathering = Rc::new(RefCell::new(Gathering::default()));
    juesuan_module::serve::<Consolidation, _, _>(move |ask, with, page| {
        let gathering = gathering.clone();
        async move {
            let chosen = match ask {
                ConsolidationAsk::Choose(chosen, language) => {
                    gathering.borrow_mut().speak(language);
                    chosen
                }
                ConsolidationAsk::Gather(language) => {
                    gathering.borrow_mut().speak(language);
                    let files: Vec<File> = with
                        .into_iter()
                        .filter_map(|file| file.dyn_into().ok())
                        .collect();
                    let total = files.len();
                    let read = |count| page.progress(count, Some(total));
                    gather(files, &gathering, read, || page.is_gone()).await;
                    0
                }
            };
            Ok(Box::new(gathering.borrow().outcome(chosen, today())))
        }
    });
}

/// Reads files into a gathering, some at a time, and lets the browser do other things in between.
pub async fn gather(
    files: Vec<File>,
    gathering: &RefCell<Gathering>,
    read: impl Fn(usize),
    cancelled: impl Fn() -> bool,
) {
    let mut breath = js_sys::Date::now();
    let mut done = 0;
    while done < files.len() && !cancelled() {
        let batch = &files[done..done + batch_size(&files[done..])];
        match together(batch).await {
            Some(contents) => {
                for (file, bytes) in batch.iter().zip(contents) {
                    gathering.borrow_mut().add(&file.name(), &bytes);
                }
            }
            // One of them cannot be read, or is too large: which one is found out by itself.
            None => {
                for file in batch {
                    alone(file, gathering).await;
                }
            }
        }
        done += batch.len();
        let now = js_sys::Date::now();
        if now - breath > 12.0 {
            read(done);
            gloo_timers::future::TimeoutFuture::new(0).await;
            breath = js_sys::Date::now();
        }
    }
    read(done);
}

/// How many of the next files are read together.
fn batch_size(files: &[File]) -> usize {
    let mut bytes = 0.0;
    let within = |file: &&File| {
        bytes += file.size();
        bytes <= LARGEST_BATCH
    };
    files
        .iter()
        .take(MOST_AT_ONCE)
        .take_while(within)
        .count()
        .max(1)
}

/// The contents of several files, read as one: a browser takes a good part of a millisecond to hand
/// out a file, however small. `None` where it does not hand out all of them.
async fn together(files: &[File]) -> Option<Vec<Vec<u8>>> {
    let parts: Array = files.iter().collect();
    let whole = Blob::new_with_blob_sequence(&parts).ok()?;
    if whole.size() > LARGEST_BATCH {
        return None;
    }
    let buffer = JsFuture::from(whole.array_buffer()).await.ok()?;
    let mut from = 0;
    let contents = files.iter().map(|file| {
        let to = from + file.size() as u32;
        let bytes = js_sys::Uint8Array::new(&buffer).subarray(from, to).to_vec();
        from = to;
        bytes
    });
    Some(contents.collect())
}

async fn alone(file: &File, gathering: &RefCell<Gathering>) {
    let name = file.name();
    let words = gathering.borrow().language().page();
    if file.size() > juesuan::exchange::LARGEST_FILE as f64 {
        gathering
            .borrow_mut()
            .withhold(&name, words.file_too_large());
        return;
    }
    match JsFuture::from(file.array_buffer()).await {
        Ok(buffer) => {
            let bytes = js_sys::Uint8Array::new(&buffer).to_vec();
            gathering.borrow_mut().add(&name, &bytes);
        }
        Err(_) => gathering
            .borrow_mut()
            .withhold(&name, words.file_unreadable()),
    }
}
