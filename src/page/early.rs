//! The script that is there before the program, and after it (`static/early.js`). The page has it; a form
//! in somebody else's page has not.

use super::rescue;
use super::words::Words;
use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::File;

fn early() -> Option<JsValue> {
    let early = Reflect::get(web_sys::window()?.as_ref(), &"juesuanEarly".into()).ok()?;
    early.is_object().then_some(early)
}

/// The files of each drop that came before the program listened. Those that come later are the program's.
pub fn take_dropped() -> Vec<Vec<File>> {
    let Some(early) = early() else {
        return Vec::new();
    };
    // Setting a field of a plain object cannot fail.
    let _ = Reflect::set(&early, &"taken".into(), &true.into());
    let dropped = Reflect::get(&early, &"dropped".into()).ok();
    let dropped = dropped.and_then(|dropped| dropped.dyn_into::<Array>().ok());
    let drops = dropped.map(|dropped| dropped.splice(0, dropped.length(), &JsValue::UNDEFINED));
    let files = |drop: JsValue| {
        Array::from(&drop)
            .iter()
            .filter_map(|f| f.dyn_into().ok())
            .collect()
    };
    drops.iter().flat_map(Array::iter).map(files).collect()
}

/// The database, which the script has begun to open; `None` where it has not, and once it was taken.
pub fn take_store() -> Option<Promise> {
    let early = early()?;
    let store = Reflect::get(&early, &"store".into()).ok()?.dyn_into().ok();
    let _ = Reflect::set(&early, &"store".into(), &JsValue::NULL);
    store
}

/// Whether the script has the database open already.
pub fn is_store_open() -> bool {
    let open = early().and_then(|early| Reflect::get(&early, &"isStoreOpen".into()).ok());
    open.is_some_and(|open| open.is_truthy())
}

/// In which colours the page is, as it was chosen: `light`, `dark`, or nothing where the system says so.
pub fn scheme() -> String {
    let chosen = early().and_then(|early| Reflect::get(&early, &"scheme".into()).ok());
    chosen
        .and_then(|chosen| chosen.as_string())
        .unwrap_or_default()
}

/// Shows the page in the colours that were chosen, now and at the next visit.
pub fn show_in(scheme: &str) {
    let show = early().and_then(|early| Reflect::get(&early, &"show".into()).ok());
    if let Some(show) = show.and_then(|show| show.dyn_into::<Function>().ok()) {
        let _ = show.call1(&JsValue::UNDEFINED, &scheme.into());
    }
}

/// What the script is to say should the program ever stop by a mistake of ours, and what it is to have
/// done then: a program that has stopped says nothing itself.
pub fn say_if_stopped(in_frame: bool, words: Words) {
    let sentence = if in_frame {
        words.crashed_embedded()
    } else {
        words.crashed()
    };
    if let Some(early) = early() {
        let _ = Reflect::set(&early, &"stopped".into(), &sentence.into());
        let leave = Closure::<dyn Fn()>::new(rescue::leave).into_js_value();
        let _ = Reflect::set(&early, &"leave".into(), &leave);
    }
}
