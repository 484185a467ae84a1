//! As a worker of the page: reads the files that come with what is asked, and reviews them.

use crate::{Asked, Paper, Unreadable, read, work};
use js_sys::Uint8Array;
use juesuan_ask::{Documents, DocumentsAnswer, DocumentsAsk, ReadAs, Reviewed};
use juesuan_paper::within_size;
use juesuan_say::{Language, Spoken as _, say_notes};
use juesuan_understand::{Summary, review};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

/// Serves the page that started this worker.
#[wasm_bindgen(skip_typescript)]
pub fn serve() {
    juesuan_module::serve::<Documents, _, _>(|ask, with, page| async move {
        let file = with.first().and_then(|file| file.dyn_ref::<Blob>());
        let DocumentsAsk::Read {
            name,
            password,
            language,
            read_as,
        } = ask
        else {
            let bytes = contents(file).await.and_then(Result::ok);
            let done = work::done(ask, bytes).unwrap_or_else(|| Err(String::new()));
            return done.map(|(answer, bytes)| {
                if let Some(bytes) = bytes {
                    page.give(Uint8Array::from(bytes.as_slice()).into());
                }
                answer
            });
        };
        let language = Language::named(&language).unwrap_or_default();
        let Some(bytes) = contents(file).await else {
            return Err(language.page().file_unreadable().to_owned());
        };
        let mut asked = Asked {
            password: password.as_deref(),
            progress: &mut |done, total| page.progress(done, total),
        };
        answer(
            bytes.and_then(|bytes| read(&bytes, Some(&name), &mut asked)),
            language,
            read_as,
        )
    });
}

/// What the page is told of a file that was read, or could not be.
pub(crate) fn answer(
    read: Result<Paper, Unreadable>,
    language: Language,
    read_as: ReadAs,
) -> Result<DocumentsAnswer, String> {
    match read {
        Ok(mut paper) => {
            if read_as == ReadAs::Workbook {
                return Ok(DocumentsAnswer::Made(Box::new(work::made(&paper))));
            }
            let review = review(&paper);
            if read_as == ReadAs::Summary {
                let summary = Summary::of(&review);
                return Ok(DocumentsAnswer::Summary(Box::new(summary)));
            }
            say_notes(&mut paper, language);
            let reviewed = Reviewed { paper, review };
            Ok(DocumentsAnswer::Paper(Box::new(reviewed)))
        }
        Err(Unreadable::Password { wrong }) => Ok(DocumentsAnswer::Password { wrong }),
        Err(unreadable) => Err(unreadable.spoken(language)),
    }
}

/// What is in a file; `None` where the browser cannot read it.
async fn contents(file: Option<&Blob>) -> Option<Result<Vec<u8>, Unreadable>> {
    let file = file?;
    if let Err(too_large) = within_size(file.size()) {
        return Some(Err(too_large));
    }
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(Ok(js_sys::Uint8Array::new(&buffer).to_vec()))
}
