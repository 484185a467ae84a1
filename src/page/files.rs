//! Files in and out, and the clipboard: the little the browser must do for them.

use super::host::Root;
use gloo_events::{EventListener, EventListenerOptions};
use js_sys::{Array, ArrayBuffer, Function, Object, Promise, Reflect};
use juesuan::exchange::EXTENSION;
use juesuan::flows::keeping::Written;
use juesuan::flows::opening::Chosen;
use juesuan::say::official;
use juesuan::shown_year;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, ClipboardEvent, DomException, File, HtmlAnchorElement, HtmlDocument,
    HtmlTextAreaElement, Url,
};

/// A file that is to be opened.
pub fn chosen_file(file: File, handle: Option<JsValue>) -> Chosen<File, JsValue> {
    Chosen {
        bytes: file.size(),
        file,
        handle,
    }
}

/// What a script hands over as a file: a file, or its content (a blob, a buffer, a view of one) with a name. `None`
/// for anything else.
pub fn handed_over(content: &JsValue, name: Option<String>) -> Option<File> {
    let name = name.filter(|name| !name.trim().is_empty());
    if let (Some(file), None) = (content.dyn_ref::<File>(), &name) {
        return Some(file.clone());
    }
    let is_content = content.has_type::<Blob>()
        || content.has_type::<ArrayBuffer>()
        || ArrayBuffer::is_view(content);
    let parts = Array::of1(content);
    File::new_with_blob_sequence(&parts, &name.filter(|_| is_content)?).ok()
}

/// The bytes of a file somebody chose; `None` where the browser cannot read it.
pub async fn bytes(file: File) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// The first bytes of a file; none where the browser cannot read it.
pub async fn head(file: &File, most: usize) -> Vec<u8> {
    let Ok(head) = file.slice_with_f64_and_f64(0.0, most as f64) else {
        return Vec::new();
    };
    let buffer = JsFuture::from(head.array_buffer()).await;
    buffer.map_or_else(
        |_| Vec::new(),
        |buffer| js_sys::Uint8Array::new(&buffer).to_vec(),
    )
}

/// What a file dialog offers: workbooks, and documents of every kind that is read or named.
pub const ALL_KINDS: &str = ".json,application/json,.pdf,.docx,.doc,.wps,.rtf,.xlsx,.xls,.et,.ods,.csv,.ofd,.html,.htm,.mht,.txt";

/// Saves a text: into `file` where there is one, or where somebody chooses, or else as a download.
/// Browsers with the File System Access interface hand out files; others, and frames that may not,
/// download.
pub async fn save(file: Option<JsValue>, name: &str, text: &str) -> Written<JsValue> {
    try_to_save(file, name, text)
        .await
        .unwrap_or(Written::Failed)
}

async fn try_to_save(
    file: Option<JsValue>,
    name: &str,
    text: &str,
) -> Result<Written<JsValue>, JsValue> {
    let file = match file {
        Some(file) => file,
        None => match chosen("showSaveFilePicker", Some(name)).await {
            Some(Ok(file)) => file,
            Some(Err(error)) if is_abort(&error) => return Ok(Written::Cancelled),
            _ => return download(name, text, JSON).map(|()| Written::Downloaded),
        },
    };
    let stream = called(&file, "createWritable", None).await?;
    called(&stream, "write", Some(&text.into())).await?;
    called(&stream, "close", None).await?;
    Ok(Written::InFile(file))
}

/// Whether the browser lets somebody choose a file that can be written again.
pub fn can_choose() -> bool {
    picker("showOpenFilePicker").is_some()
}

/// Files chosen by somebody, with their handles; none where nothing was chosen.
pub async fn choose() -> Vec<Chosen<File, JsValue>> {
    let handles = chosen("showOpenFilePicker", None).await;
    let handles = handles.and_then(|handles| handles.ok()?.dyn_into::<Array>().ok());
    let mut files = Vec::new();
    for handle in handles.iter().flat_map(Array::iter) {
        let file = called(&handle, "getFile", None).await;
        if let Some(file) = file.ok().and_then(|file| file.dyn_into().ok()) {
            files.push(chosen_file(file, Some(handle)));
        }
    }
    files
}

fn picker(name: &str) -> Option<Function> {
    let window = web_sys::window()?;
    Reflect::get(&window, &name.into()).ok()?.dyn_into().ok()
}

/// What a file dialog of the File System Access interface gives; `None` where there is none.
async fn chosen(dialog: &str, suggested: Option<&str>) -> Option<Result<JsValue, JsValue>> {
    let dialog = picker(dialog)?;
    let options = || -> Result<Object, JsValue> {
        let accept = Object::new();
        // Saved are workbooks; opened is more.
        let extensions: Array = match suggested {
            Some(_) => Array::of1(&".json".into()),
            None => ALL_KINDS
                .split(',')
                .filter(|kind| kind.starts_with('.'))
                .map(JsValue::from)
                .collect(),
        };
        Reflect::set(&accept, &JSON.into(), &extensions)?;
        let kind = Object::new();
        Reflect::set(&kind, &"accept".into(), &accept)?;
        let options = Object::new();
        Reflect::set(&options, &"types".into(), &Array::of1(&kind))?;
        match suggested {
            Some(name) => Reflect::set(&options, &"suggestedName".into(), &name.into())?,
            None => Reflect::set(&options, &"multiple".into(), &true.into())?,
        };
        Ok(options)
    };
    let asked = options().and_then(|options| dialog.call1(&JsValue::UNDEFINED, &options));
    Some(match asked {
        Ok(promise) => JsFuture::from(Promise::resolve(&promise)).await,
        Err(error) => Err(error),
    })
}

/// Calls a method that gives a promise, and waits for it.
async fn called(on: &JsValue, method: &str, with: Option<&JsValue>) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(on, &method.into())?.dyn_into()?;
    let promise = match with {
        Some(with) => function.call1(on, with)?,
        None => function.call0(on)?,
    };
    JsFuture::from(Promise::resolve(&promise)).await
}

fn is_abort(error: &JsValue) -> bool {
    error
        .dyn_ref::<DomException>()
        .is_some_and(|error| error.name() == "AbortError")
}

/// Types of what is downloaded.
pub const JSON: &str = "application/json";
pub const CSV: &str = "text/csv";
pub const SVG: &str = "image/svg+xml";

/// Hands a text to the user as a download.
pub fn download(name: &str, text: &str, kind: &str) -> Result<(), JsValue> {
    let parts = Array::of1(&JsValue::from_str(text));
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    download_blob(
        name,
        &Blob::new_with_str_sequence_and_options(&parts, &options)?,
    )
}

/// Hands anything to the user as a download.
pub fn download_blob(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(blob)?;
    let document = web_sys::window()
        .and_then(|w| w.document())
        .ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&url)
}

/// `2020-汉阳社会保险管理处.juesuan.json`.
pub fn workbook_name(year: &str, unit: &str) -> String {
    format!(
        "{}{EXTENSION}",
        stem(&[&shown_year(year), unit], official::FILE)
    )
}

/// The name of a file without its ending: `决算` of `决算.docx`.
pub fn without_ending(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// The parts of a name, joined; characters that file systems refuse become `_`. Where all are blank,
/// `otherwise`.
pub fn stem(parts: &[&str], otherwise: &str) -> String {
    let parts: Vec<&str> = parts
        .iter()
        .map(|part| part.trim())
        .filter(|part| !part.is_empty())
        .collect();
    let stem: String = parts
        .join("-")
        .chars()
        .map(|c| {
            if c.is_control() || "\\/:*?\"<>|".contains(c) {
                '_'
            } else {
                c
            }
        })
        .take(80)
        .collect();
    if stem.is_empty() {
        otherwise.to_owned()
    } else {
        stem
    }
}

/// Puts a text on the clipboard, and a table beside it for programs that take one. By the old command:
/// it also works on plain http and in browsers that offices still run. Says whether it worked.
pub fn copy(root: Option<Root>, text: &str, html: Option<&str>) -> bool {
    let copied = || -> Option<bool> {
        let document: HtmlDocument = web_sys::window()?.document()?.dyn_into().ok()?;
        let root = root?;
        let focused = root.focused();
        let area: HtmlTextAreaElement =
            document.create_element("textarea").ok()?.dyn_into().ok()?;
        area.set_class_name("off-screen");
        area.set_value(text);
        root.append(&area).then_some(())?;
        area.select();
        let (plain, html) = (text.to_owned(), html.map(str::to_owned));
        let active = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::once_with_options(&area, "copy", active, move |event| {
            let data = event
                .dyn_ref::<ClipboardEvent>()
                .and_then(ClipboardEvent::clipboard_data);
            if let (Some(data), Some(html)) = (data, html) {
                event.prevent_default();
                // A type the browser refuses leaves the plain text.
                let _ = data.set_data("text/plain", &plain);
                let _ = data.set_data("text/html", &html);
            }
        });
        let done = document.exec_command("copy").unwrap_or(false);
        drop(listener);
        area.remove();
        if let Some(element) = focused {
            let _ = element.focus();
        }
        Some(done)
    };
    copied().unwrap_or(false)
}
