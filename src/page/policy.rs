//! What the content security policy of the page says of further scripts: the worker that brings
//! many files together, and the one that keeps the site.

use js_sys::{Function, Object, Reflect};
use std::cell::OnceCell;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Headers, RequestCache, RequestInit, Response, Window};

/// Whether a worker may be started.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permission {
    Refused,
    /// No trusted types are asked for.
    Plain,
    /// The address must be vouched for, and may be.
    Vouched,
}

/// What the page's policy says. It is read rather than tried out, since the browser reports to the
/// portal, and on the console, what was tried and refused.
pub async fn permission(window: &Window) -> Permission {
    let mut policies = header(window).await.unwrap_or_default();
    if let Some(policy) = meta(window) {
        policies = format!("{policies},{policy}");
    }
    Permission::by(&policies)
}

/// The policy the page was answered with; none where it came from a file.
async fn header(window: &Window) -> Option<String> {
    let location = window.location();
    if !location.protocol().ok()?.starts_with("http") {
        return None;
    }
    let init = RequestInit::new();
    // As it was answered a moment ago.
    init.set_cache(RequestCache::ForceCache);
    let asked = window.fetch_with_str_and_init(&location.href().ok()?, &init);
    let response: Response = JsFuture::from(asked).await.ok()?.dyn_into().ok()?;
    let headers: Headers = response.headers();
    headers.get("content-security-policy").ok()?
}

fn meta(window: &Window) -> Option<String> {
    let found = window
        .document()?
        .query_selector("meta[http-equiv=content-security-policy i]");
    found.ok()??.get_attribute("content")
}

impl Permission {
    /// `policies`: as in the header, parted by commas.
    fn by(policies: &str) -> Self {
        let mut permission = Permission::Plain;
        let mut may_vouch = true;
        for policy in policies.split(',') {
            for directive in policy.split(';') {
                let directive = directive.trim().to_ascii_lowercase();
                let mut words = directive.split_ascii_whitespace();
                match words.next() {
                    Some("require-trusted-types-for") => permission = Permission::Vouched,
                    Some("trusted-types") => {
                        may_vouch &= words.any(|word| matches!(word, "*" | "juesuan"));
                    }
                    Some("worker-src") if words.eq(["'none'"]) => return Permission::Refused,
                    _ => {}
                }
            }
        }
        match permission {
            Permission::Vouched if !may_vouch => Permission::Refused,
            permission => permission,
        }
    }

    /// The address of a script of our own as the browser takes it; `None` where it would not.
    pub fn address(self, window: &Window, address: &str) -> Option<JsValue> {
        match self {
            Permission::Refused => None,
            Permission::Plain => Some(address.into()),
            // A browser that knows no trusted types does not ask for them.
            Permission::Vouched => {
                Some(vouched(window, address).unwrap_or_else(|_| address.into()))
            }
        }
    }
}

thread_local! {
    /// A policy may be made only once under its name.
    static POLICY: OnceCell<JsValue> = const { OnceCell::new() };
}

fn vouched(window: &Window, address: &str) -> Result<JsValue, JsValue> {
    let policy = POLICY.with(|made| match made.get() {
        Some(policy) => Ok(policy.clone()),
        None => policy(window).inspect(|policy| {
            let _ = made.set(policy.clone());
        }),
    })?;
    let vouch: Function = Reflect::get(&policy, &"createScriptURL".into())?.dyn_into()?;
    vouch.call1(&policy, &address.into())
}

fn policy(window: &Window) -> Result<JsValue, JsValue> {
    let types = Reflect::get(window, &"trustedTypes".into())?;
    let create: Function = Reflect::get(&types, &"createPolicy".into())?.dyn_into()?;
    let rules = Object::new();
    let same = Closure::<dyn Fn(JsValue) -> JsValue>::new(|address| address).into_js_value();
    Reflect::set(&rules, &"createScriptURL".into(), &same)?;
    create.call2(&types, &"juesuan".into(), &rules)
}
