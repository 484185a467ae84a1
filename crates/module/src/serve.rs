//! Serving a page, as long as this worker lives.

use js_sys::Array;
use juesuan_ask::{Answer, Ask, Module, STARTED};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::future::Future;
use std::marker::PhantomData;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// The page that asked something, for as long as it is answered.
pub struct Page<M> {
    scope: DedicatedWorkerGlobalScope,
    number: u32,
    cancelled: Rc<RefCell<BTreeSet<u32>>>,
    /// Files and bytes that go with the answer.
    beside: RefCell<Vec<JsValue>>,
    module: PhantomData<M>,
}

impl<M: Module> Page<M> {
    /// Tells how far it is.
    pub fn progress(&self, done: usize, total: Option<usize>) {
        self.tell(&Answer::Progress { done, total });
    }

    /// Whether nobody waits any more. Worth asking where the module waits for the browser in between:
    /// while it computes it hears nothing.
    pub fn is_gone(&self) -> bool {
        self.cancelled.borrow().contains(&self.number)
    }

    /// Bytes that go with the answer, which holds nothing that JSON cannot.
    pub fn give(&self, bytes: JsValue) {
        self.beside.borrow_mut().push(bytes);
    }

    fn tell(&self, answer: &Answer<M::Answer>) {
        let message = Array::of2(&self.number.into(), &juesuan_ask::write(answer).into());
        if answer.is_last() {
            for bytes in self.beside.take() {
                message.push(&bytes);
            }
        }
        // A page that is gone needs no answer.
        let _ = self.scope.post_message(&message);
    }
}

/// Serves the page that started this worker: `answer` gets what is asked, the files or bytes that
/// came with it, and the page to tell of its progress.
pub fn serve<M, F, Fut>(answer: F)
where
    M: Module + 'static,
    F: Fn(M::Ask, Vec<JsValue>, Rc<Page<M>>) -> Fut + 'static,
    Fut: Future<Output = Result<M::Answer, String>> + 'static,
{
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let cancelled: Rc<RefCell<BTreeSet<u32>>> = Rc::default();
    let page = scope.clone();
    let answer = Rc::new(answer);
    let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let Some((number, ask, with)) = asked::<M>(&event.data()) else {
            return;
        };
        let ask = match ask {
            Ask::Do(ask) => ask,
            Ask::Cancel => {
                cancelled.borrow_mut().insert(number);
                return;
            }
        };
        let page = Rc::new(Page {
            scope: page.clone(),
            number,
            cancelled: cancelled.clone(),
            beside: RefCell::default(),
            module: PhantomData::<M>,
        });
        let answer = answer.clone();
        spawn_local(async move {
            let answered = answer(ask, with, page.clone()).await;
            page.cancelled.borrow_mut().remove(&number);
            page.tell(&match answered {
                Ok(given) => Answer::Done(given),
                Err(sentence) => Answer::Refused(sentence),
            });
        });
    });
    scope.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    heard.forget();
    let _ = scope.post_message(&Array::of1(&STARTED.into()));
}

/// A message: the request's number, the request as text, and what comes with it.
fn asked<M: Module>(data: &JsValue) -> Option<(u32, Ask<M::Ask>, Vec<JsValue>)> {
    let parts = data.dyn_ref::<Array>()?;
    let number = parts.get(0).as_f64()? as u32;
    let ask = juesuan_ask::read(&parts.get(1).as_string()?)?;
    Some((number, ask, parts.iter().skip(2).collect()))
}
