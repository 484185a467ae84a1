//! Files in and out, and the clipboard: the little the browser must do for them.

use juesuan::exchange::EXTENSION;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, File, HtmlAnchorElement, HtmlDocument, HtmlTextAreaElement, Url,
};

/// The bytes of a file somebody chose; `None` where the browser cannot read it.
pub async fn bytes(file: File) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// Hands a text to the user as a download.
pub fn download(name: &str, text: &str) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let options = BlobPropertyBag::new();
    options.set_type("application/json");
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let document = web_sys::window()
        .and_then(|w| w.document())
        .ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&url)
}

/// `2020-汉阳社会保险管理处.juesuan.json`; characters that file systems refuse become `_`.
pub fn name(year: &str, unit: &str) -> String {
    let stem = [year.trim(), unit.trim()]
        .iter()
        .filter(|part| !part.is_empty())
        .copied()
        .collect::<Vec<_>>()
        .join("-");
    let stem: String = stem
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
    let stem = if stem.is_empty() { "自评表" } else { &stem };
    format!("{stem}{EXTENSION}")
}

/// Puts a text on the clipboard. By the old command: it also works on plain http and in browsers
/// that offices still run. Says whether it worked.
pub fn copy(text: &str) -> bool {
    let copied = || -> Option<bool> {
        let document: HtmlDocument = web_sys::window()?.document()?.dyn_into().ok()?;
        let focused = document.active_element();
        let area: HtmlTextAreaElement =
            document.create_element("textarea").ok()?.dyn_into().ok()?;
        area.set_class_name("off-screen");
        area.set_value(text);
        document.body()?.append_child(&area).ok()?;
        area.select();
        let done = document.exec_command("copy").unwrap_or(false);
        area.remove();
        if let Some(element) = focused.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = element.focus();
        }
        Some(done)
    };
    copied().unwrap_or(false)
}
