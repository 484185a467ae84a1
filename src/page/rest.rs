//! The rest of the program. What opens the page is one part of the compiled program; whatever works with a workbook or a
//! document is another, which scripts/build.sh parts from it and which is loaded once the page stands. A function that
//! is marked `#[wasm_split(rest)]` lies there, and so does all that nothing else calls. It is called by
//! [`at_once`], which answers nothing as long as the rest is not here.

use js_sys::{Function, Object, Promise, Reflect, WebAssembly};
use std::cell::RefCell;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

/// Where the part that is split off looks for what it shares with this one.
const SHARED: &str = "__wasm_split";
const TABLE: &str = "__indirect_function_table";

thread_local! {
    /// Brings the program of the rest: its bytes, or compiled.
    static BRING: RefCell<Option<Function>> = const { RefCell::new(None) };
    static COMING: RefCell<Option<Promise>> = const { RefCell::new(None) };
    static HERE: RefCell<Option<WebAssembly::Module>> = const { RefCell::new(None) };
}

/// Says how the rest of the program is to be had: a function that promises its bytes, or what they compile to.
#[wasm_bindgen(js_name = giveRest)]
pub fn give_rest(bring: Function) {
    BRING.set(Some(bring));
}

/// Loads the rest of the program, once. What could not be had is asked for anew the next time.
#[wasm_bindgen(js_name = loadRest)]
pub fn load_rest() -> Promise {
    COMING.with_borrow_mut(|coming| {
        let begin = || {
            future_to_promise(async {
                let loaded = bring().await;
                if loaded.is_err() {
                    COMING.set(None);
                }
                loaded.map(|()| JsValue::UNDEFINED)
            })
        };
        coming.get_or_insert_with(begin).clone()
    })
}

async fn bring() -> Result<(), JsValue> {
    let bring = BRING.with_borrow(Clone::clone).ok_or(JsValue::NULL)?;
    let brought: Promise = bring.call0(&JsValue::UNDEFINED)?.dyn_into()?;
    let program = JsFuture::from(brought).await?;
    let module: WebAssembly::Module = match program.dyn_into() {
        Ok(module) => module,
        Err(bytes) => JsFuture::from(WebAssembly::compile(&bytes))
            .await?
            .dyn_into()?,
    };
    // It has no prototype, so it cannot be told for an object.
    let exports: Object = wasm_bindgen::exports().unchecked_into();
    let shared = Object::assign(&Object::new(), &exports);
    // Of its own accord wasm-bindgen exports no table.
    Reflect::set(&shared, &TABLE.into(), &wasm_bindgen::function_table())?;
    let imports = Object::new();
    Reflect::set(&imports, &SHARED.into(), &shared)?;
    JsFuture::from(WebAssembly::instantiate_module(&module, &imports)).await?;
    HERE.set(Some(module));
    Ok(())
}

/// Waits for the rest of the program. Says whether it is here.
pub async fn load() -> bool {
    JsFuture::from(load_rest()).await.is_ok()
}

pub fn is_here() -> bool {
    HERE.with_borrow(Option::is_some)
}

/// The rest as it was compiled, for a worker.
pub fn module() -> JsValue {
    HERE.with_borrow(|here| here.clone().map_or(JsValue::UNDEFINED, JsValue::from))
}

/// Calls a function of the rest; `None` where it is not here yet.
pub fn at_once<T>(call: impl Future<Output = T>) -> Option<T> {
    if !is_here() {
        return None;
    }
    let mut call = pin!(call);
    let mut context = Context::from_waker(Waker::noop());
    // What stands around the function asks once whether the rest is here, and goes on when it is asked again.
    for _ in 0..2 {
        if let Poll::Ready(answer) = call.as_mut().poll(&mut context) {
            return Some(answer);
        }
    }
    None
}
