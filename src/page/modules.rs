//! The page's workers: started when something is asked of them, ended when they hung or broke down, or
//! when nobody holds them any more. The conversation itself is [`juesuan_ask`]'s.

use super::{policy, rest};
use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Interval;
use js_sys::{Array, Function, Promise, Reflect};
use juesuan_ask::{Answer, Ask, Desk, Echo, EchoAsk, Failure, Heard, Module, STARTED};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlScriptElement, MessageEvent, Window, Worker};

/// How often it is looked whether a request has hung, in milliseconds.
const WATCH: u32 = 250;

/// The name of the page's own program, which serves as a worker too.
pub const OWN: &str = "juesuan";

thread_local! {
    /// Addresses of modules by name, where a portal's element has given them.
    static GIVEN: RefCell<BTreeMap<String, String>> = const { RefCell::new(BTreeMap::new()) };
    /// Finds what the one file has behind the page.
    static BEHIND: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Says how that is found which the one file has behind the page: a function that promises it by its name.
#[wasm_bindgen(js_name = giveBehind)]
pub fn give_behind(find: Function) {
    BEHIND.set(Some(find));
}

/// Says where a module's script is, in a page whose head does not name it.
#[wasm_bindgen(js_name = giveModule)]
pub fn give_module(name: &str, address: &str) {
    GIVEN.with_borrow_mut(|given| given.insert(name.to_owned(), address.to_owned()));
}

/// Asks the module that gives back what it was given (`ask` is an [`EchoAsk`] as JSON): whether modules
/// start where this page stands. Rejects with what failed.
#[wasm_bindgen(js_name = askEcho)]
pub fn ask_echo(ask: &str, patience: f64) -> Result<Promise, JsValue> {
    let ask: EchoAsk = juesuan_json::read(ask).map_err(|error| JsValue::from(error.to_string()))?;
    let workers = Workers::<Echo>::default();
    Ok(Promise::new(&mut |resolve, reject| {
        // Held until the last answer: then this ends, and the worker with it.
        let held = workers.clone();
        workers.ask(ask.clone(), &[], patience, move |news| {
            let _held = &held;
            let _ = match news {
                Ok(Answer::Progress { .. }) => return,
                Ok(Answer::Done(text)) => resolve.call1(&JsValue::NULL, &text.into()),
                Ok(Answer::Refused(why)) => reject.call1(&JsValue::NULL, &why.into()),
                Err(failure) => reject.call1(&JsValue::NULL, &format!("{failure:?}").into()),
            };
        });
    }))
}

/// What comes of a request: answers of the module, or why there are none.
pub type News<M> = Result<Answer<<M as Module>::Answer>, Failure>;

/// Gets what is heard, and the bytes that came with it.
type Hearer<M> = Rc<dyn Fn(News<M>, Vec<JsValue>)>;

/// The worker of one module. Clones are the same worker; it ends with the last of them.
pub struct Workers<M: Module>(Rc<RefCell<Inner<M>>>);

impl<M: Module> Clone for Workers<M> {
    fn clone(&self) -> Self {
        Workers(self.0.clone())
    }
}

struct Inner<M: Module> {
    desk: Desk,
    state: State,
    /// Messages for a worker that has not started yet.
    waiting: Vec<Array>,
    /// By the numbers of the requests they wait for.
    hearers: Vec<(u32, Hearer<M>)>,
    watch: Option<Interval>,
    lost: Option<Rc<dyn Fn(Failure)>>,
}

enum State {
    None,
    Starting,
    Running {
        worker: Worker,
        _listeners: [EventListener; 2],
    },
}

impl Drop for State {
    fn drop(&mut self) {
        if let State::Running { worker, .. } = self {
            worker.terminate();
        }
    }
}

impl<M: Module + 'static> Default for Workers<M> {
    fn default() -> Self {
        Workers(Rc::new(RefCell::new(Inner {
            desk: Desk::default(),
            state: State::None,
            waiting: Vec::new(),
            hearers: Vec::new(),
            watch: None,
            lost: None,
        })))
    }
}

impl<M: Module + 'static> Workers<M> {
    /// A worker that keeps something between requests: `lost` hears of it when it is gone while nothing
    /// is asked.
    pub fn that_keep(lost: impl Fn(Failure) + 'static) -> Self {
        let workers = Workers::default();
        workers.0.borrow_mut().lost = Some(Rc::new(lost));
        workers
    }

    /// Asks for something. What is in `with` (files, bytes) goes beside it. `hear` gets its news until
    /// the last, or nothing more once [`Workers::cancel`] is called. A request of which nothing is heard
    /// for `patience` milliseconds ends the worker.
    pub fn ask(
        &self,
        ask: M::Ask,
        with: &[JsValue],
        patience: f64,
        hear: impl Fn(News<M>) + 'static,
    ) -> u32 {
        self.ask_for_bytes(ask, with, patience, move |news, _| hear(news))
    }

    /// The same, where bytes come with the answer.
    pub fn ask_for_bytes(
        &self,
        ask: M::Ask,
        with: &[JsValue],
        patience: f64,
        hear: impl Fn(News<M>, Vec<JsValue>) + 'static,
    ) -> u32 {
        let mut inner = self.0.borrow_mut();
        let number = inner.desk.ask(now(), patience);
        inner.hearers.push((number, Rc::new(hear)));
        let message = message(number, &Ask::Do(ask));
        for part in with {
            message.push(part);
        }
        match &inner.state {
            State::Running { worker, .. } => post(worker, &message),
            State::Starting => inner.waiting.push(message),
            State::None => {
                inner.waiting.push(message);
                inner.state = State::Starting;
                let this = Rc::downgrade(&self.0);
                spawn_local(async move {
                    let worker = start(M::NAME).await;
                    if let Some(this) = this.upgrade() {
                        Workers(this).began(worker.ok());
                    }
                });
            }
        }
        if inner.watch.is_none() {
            let this = Rc::downgrade(&self.0);
            inner.watch = Some(Interval::new(WATCH, move || watch(&this)));
        }
        number
    }

    /// Nobody waits for it any more. A worker that is busy with it is ended: it would hear of it too late.
    pub fn cancel(&self, number: u32) {
        let mut inner = self.0.borrow_mut();
        inner.forget(number);
        if inner.desk.cancel(number) {
            if inner.desk.is_idle() {
                inner.end();
            } else if let State::Running { worker, .. } = &inner.state {
                post(worker, &message(number, &Ask::<M::Ask>::Cancel));
            }
        }
    }

    /// A worker, which has still to say that its program runs; or none can be had.
    fn began(&self, worker: Option<Worker>) {
        let Some(worker) = worker else {
            self.give_up(Failure::NotStarted);
            return;
        };
        let mut inner = self.0.borrow_mut();
        // Nobody waits any longer.
        if !matches!(inner.state, State::Starting) {
            worker.terminate();
            return;
        }
        let this = Rc::downgrade(&self.0);
        let message = EventListener::new(&worker, "message", move |event| {
            let data = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
            if let (Some(this), Some(data)) = (this.upgrade(), data) {
                Workers(this).hear(&data);
            }
        });
        let this = Rc::downgrade(&self.0);
        // The page is told in a sentence: nothing more is to be said on the console.
        let options = EventListenerOptions::enable_prevent_default();
        let error = EventListener::new_with_options(&worker, "error", options, move |event| {
            event.prevent_default();
            if let Some(this) = this.upgrade() {
                Workers(this).broke();
            }
        });
        inner.state = State::Running {
            worker,
            _listeners: [message, error],
        };
    }

    fn hear(&self, data: &JsValue) {
        let Some(parts) = data.dyn_ref::<Array>() else {
            return;
        };
        let Some(number) = parts.get(0).as_f64().map(|number| number as u32) else {
            return;
        };
        if number == STARTED {
            let mut inner = self.0.borrow_mut();
            inner.desk.started(now());
            let waiting = std::mem::take(&mut inner.waiting);
            if let State::Running { worker, .. } = &inner.state {
                for message in &waiting {
                    post(worker, message);
                }
            }
            return;
        }
        let answer = parts.get(1).as_string();
        let Some(answer) = answer.and_then(|answer| juesuan_ask::read(&answer)) else {
            return;
        };
        let mut inner = self.0.borrow_mut();
        let Heard::Of(number, answer) = inner.desk.hear(now(), number, answer) else {
            return;
        };
        let hearer = if answer.is_last() {
            inner.forget(number)
        } else {
            inner.hearer(number)
        };
        if inner.desk.is_idle() {
            inner.watch = None;
        }
        drop(inner);
        if let Some(hear) = hearer {
            hear(Ok(answer), parts.iter().skip(2).collect());
        }
    }

    /// Its program could not be started, or has broken down.
    fn broke(&self) {
        let never_started = !self.0.borrow().waiting.is_empty();
        self.give_up(if never_started {
            Failure::NotStarted
        } else {
            Failure::Broke
        });
    }

    fn give_up(&self, failure: Failure) {
        let mut inner = self.0.borrow_mut();
        inner.end();
        let numbers = inner.desk.give_up();
        let numbered = numbers.iter();
        let hearers: Vec<_> = numbered
            .filter_map(|number| inner.forget(*number))
            .collect();
        let lost = inner.lost.clone().filter(|_| numbers.is_empty());
        drop(inner);
        for hear in hearers {
            hear(Err(failure), Vec::new());
        }
        if let Some(lost) = lost {
            lost(failure);
        }
    }
}

impl<M: Module> Inner<M> {
    fn place(&self, number: u32) -> Option<usize> {
        self.hearers.iter().position(|(other, _)| *other == number)
    }

    fn hearer(&self, number: u32) -> Option<Hearer<M>> {
        let at = self.place(number)?;
        Some(self.hearers[at].1.clone())
    }

    /// Nobody hears of it any more: who did.
    fn forget(&mut self, number: u32) -> Option<Hearer<M>> {
        let at = self.place(number)?;
        Some(self.hearers.remove(at).1)
    }

    fn end(&mut self) {
        self.state = State::None;
        self.waiting.clear();
        self.watch = None;
    }
}

fn watch<M: Module + 'static>(this: &Weak<RefCell<Inner<M>>>) {
    let Some(this) = this.upgrade() else { return };
    // A program that is still on its way hangs when its own files do not come: that counts too.
    let failure = this.borrow().desk.overdue(now());
    if let Some(failure) = failure {
        Workers(this).give_up(failure);
    }
}

fn now() -> f64 {
    js_sys::Date::now()
}

fn message<A: serde::Serialize>(number: u32, ask: &Ask<A>) -> Array {
    Array::of2(&number.into(), &juesuan_ask::write(ask).into())
}

fn post(worker: &Worker, message: &Array) {
    // What cannot be sent is never answered: the request's patience ends.
    let _ = worker.post_message(message);
}

/// Starts a module in a worker of its own.
///
/// # Errors
/// Where the browser or a policy does not allow it, or this page does not have the module.
async fn start(name: &str) -> Result<Worker, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let document = window.document().ok_or(JsValue::NULL)?;
    let glue = |id: &str| document.get_element_by_id(id)?.text_content();
    let options = js_sys::Object::new();
    // What it is started from, and the program where that has to be handed over.
    let (address, program) = if name == OWN {
        match glue("juesuan-glue") {
            Some(glue) => (
                blob(&format!("{glue}\n{RECEIVE}"))?,
                Some(Array::of2(&wasm_bindgen::module(), &rest::module()).into()),
            ),
            // The site: the script that started the page.
            None => {
                let script = document.query_selector("script[type=module][src]")?;
                let script = script.ok_or(JsValue::NULL)?;
                Reflect::set(&options, &"type".into(), &"module".into())?;
                (script.unchecked_into::<HtmlScriptElement>().src(), None)
            }
        }
    } else {
        let id = format!("juesuan-module-{name}");
        match glue(&format!("{id}-glue")) {
            Some(glue) => {
                let program = behind_the_page(&id).await?;
                (blob(&format!("{glue}\n{UNPACK}"))?, Some(program))
            }
            None => (address(&window, name).ok_or(JsValue::NULL)?, None),
        }
    };
    let permission = policy::permission(&window).await;
    let vouched = permission.address(&window, &address).ok_or(JsValue::NULL)?;
    let constructor: Function = Reflect::get(&window, &"Worker".into())?.dyn_into()?;
    let worker = Reflect::construct(&constructor, &Array::of2(&vouched, &options))?;
    let worker: Worker = worker.unchecked_into();
    if let Some(program) = program {
        worker.post_message(&program)?;
    }
    Ok(worker)
}

/// Where the module's script is: as an element was told, or as the head of the site says.
fn address(window: &Window, name: &str) -> Option<String> {
    if let Some(given) = GIVEN.with_borrow(|given| given.get(name).cloned()) {
        return Some(given);
    }
    let selector = "meta[name=juesuan-modules]";
    let meta = window.document()?.query_selector(selector).ok()??;
    let names = meta.get_attribute("content")?;
    // Behind the name comes a digest.
    names
        .split_whitespace()
        .find(|file| file.rsplit_once('-').is_some_and(|(of, _)| of == name))
        .map(str::to_owned)
}

/// What the one file has of a module, which lies behind the page.
async fn behind_the_page(id: &str) -> Result<JsValue, JsValue> {
    let find = BEHIND.with_borrow(Clone::clone).ok_or(JsValue::NULL)?;
    let found: Promise = find.call1(&JsValue::UNDEFINED, &id.into())?.dyn_into()?;
    JsFuture::from(found).await
}

fn blob(source: &str) -> Result<String, JsValue> {
    let kind = web_sys::BlobPropertyBag::new();
    kind.set_type("text/javascript");
    let parts = Array::of1(&source.into());
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &kind)?;
    web_sys::Url::create_object_url_with_blob(&blob)
}

/// In a worker of the one file: the first message is the compiled program of the page, and the rest of it.
const RECEIVE: &str = "self.onmessage = function (event) {
  self.onmessage = null;
  wasm_bindgen({ module_or_path: event.data[0] }).then(function () {
    wasm_bindgen.giveRest(function () { return Promise.resolve(event.data[1]); });
    wasm_bindgen.openPage();
  });
};
self.addEventListener('unhandledrejection', function (event) {
  setTimeout(function () { throw event.reason; });
});";

/// In a worker of the one file: the first message is the program, deflated, in base64.
const UNPACK: &str = "self.onmessage = function (event) {
  self.onmessage = null;
  var text = atob(event.data);
  var bytes = new Uint8Array(text.length);
  for (var i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  var program = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  new Response(program).arrayBuffer()
    .then(function (buffer) { return wasm_bindgen({ module_or_path: buffer }); })
    .then(function () { wasm_bindgen.serve(); })
    .catch(function (error) { setTimeout(function () { throw error; }); });
};
self.addEventListener('unhandledrejection', function (event) {
  setTimeout(function () { throw event.reason; });
});";
