//! The site kept by the browser, for use without a network: the service worker beside the page
//! (`static/sw.js`), and new versions of the site. The one file and pages inside others have none.

use super::policy;
use gloo_events::EventListener;
use js_sys::{Function, Object, Promise, Reflect};
use std::cell::Cell;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState, Url,
    Window,
};
use yew::Callback;

/// Milliseconds for which nobody looks for a new version again.
const LOOKED_FOR_AFTER: f64 = 3_600_000.0;

/// Version and checksum of this page, where the build has put them into it.
pub fn build() -> Option<(String, String)> {
    let content = meta("juesuan-build")?;
    let (version, checksum) = content.split_once(' ')?;
    Some((version.to_owned(), checksum.to_owned()))
}

fn meta(name: &str) -> Option<String> {
    let document = web_sys::window()?.document()?;
    let found = document.query_selector(&format!("meta[name={name}]"));
    found.ok()??.get_attribute("content")
}

/// Installs the site, and says when there is a new version. What the browser or a portal's policy
/// refuses is done without.
pub fn install(on: Callback<()>) {
    let Some(site) = Site::here() else { return };
    spawn_local(async move {
        let _ = site.install(on).await;
    });
}

/// The new version takes over, and this window begins anew with it.
pub fn take_over() {
    spawn_local(async {
        let reload = || {
            if let Some(window) = web_sys::window() {
                let _ = window.location().reload();
            }
        };
        let registration = match Site::here() {
            Some(site) => site.registration().await.ok().flatten(),
            None => None,
        };
        // In another window it may have taken over already.
        let Some(waiting) = registration.and_then(|registration| registration.waiting()) else {
            return reload();
        };
        let next = waiting.clone();
        EventListener::new(&waiting, "statechange", move |_| {
            if next.state() != ServiceWorkerState::Activating {
                reload();
            }
        })
        .forget();
        let _ = waiting.post_message(&"juesuan-take-over".into());
    });
}

struct Site {
    window: Window,
    workers: ServiceWorkerContainer,
    worker: String,
    /// The folder that the page is in.
    scope: String,
    /// Stands for this version of this copy of the site; the service worker makes the same name.
    name: String,
}

impl Site {
    /// `None` where the page is not the site's own, or the browser keeps none.
    fn here() -> Option<Self> {
        let worker = meta("juesuan-worker")?;
        let (_, checksum) = build()?;
        let window = web_sys::window()?;
        let address = window.location().href().ok()?;
        let resolve = |relative: &str| Url::new_with_base(relative, &address).ok();
        let scope = resolve("./")?;
        if !window.is_secure_context() || !scope.protocol().starts_with("http") {
            return None;
        }
        // Not in every browser, whatever its type says.
        let workers = Reflect::get(&window.navigator(), &"serviceWorker".into()).ok()?;
        Some(Site {
            workers: workers.dyn_into().ok()?,
            worker: resolve(&worker)?.href(),
            name: format!("juesuan {} {checksum}", scope.pathname()),
            scope: scope.href(),
            window,
        })
    }

    async fn install(&self, on: Callback<()>) -> Result<(), JsValue> {
        self.hold().await?;
        if self.is_inside_another()? {
            return Ok(());
        }
        let registration = match self.registration().await? {
            Some(registration) => registration,
            None => {
                let permission = policy::permission(&self.window).await;
                let Some(address) = permission.address(&self.window, &self.worker) else {
                    return Ok(());
                };
                self.register(&address).await?
            }
        };
        if registration.waiting().is_some() {
            on.emit(());
        }
        if let Some(worker) = registration.active() {
            worker.post_message(&"juesuan-started".into())?;
        }
        let watched = registration.clone();
        let watch = move || {
            if let Some(worker) = watched.installing() {
                tell_when_ready(&watched, worker, &on);
            }
        };
        watch();
        EventListener::new(&registration, "updatefound", move |_| watch()).forget();
        look_again(&self.window, registration);
        Ok(())
    }

    /// Holds a lock as long as this window lives, by which the service worker knows that the files
    /// of this version are still needed.
    async fn hold(&self) -> Result<(), JsValue> {
        let locks = Reflect::get(&self.window.navigator(), &"locks".into())?;
        if locks.is_undefined() {
            return Ok(());
        }
        let request: Function = Reflect::get(&locks, &"request".into())?.dyn_into()?;
        let options = Object::new();
        Reflect::set(&options, &"mode".into(), &"shared".into())?;
        let held = Promise::new(&mut |resolve, _| {
            let granted = Closure::once_into_js(move || {
                let _ = resolve.call0(&JsValue::NULL);
                Promise::new(&mut |_, _| {})
            });
            // Refused, it leaves old files lying; they hurt nobody.
            let _ = request.call3(&locks, &self.name.as_str().into(), &options, &granted);
        });
        JsFuture::from(held).await.map(drop)
    }

    fn is_inside_another(&self) -> Result<bool, JsValue> {
        let framed = self.window.parent()?.as_ref() != Some(&self.window);
        let query = self.window.location().search()?;
        let embedded = query.trim_start_matches('?').split('&');
        Ok(framed || embedded.into_iter().any(|part| part == "embed=1"))
    }

    async fn registration(&self) -> Result<Option<ServiceWorkerRegistration>, JsValue> {
        let asked = self.workers.get_registration_with_document_url(&self.scope);
        let found: Option<ServiceWorkerRegistration> = JsFuture::from(asked).await?.dyn_into().ok();
        // A folder further up may have one of its own.
        Ok(found.filter(|registration| registration.scope() == self.scope))
    }

    async fn register(&self, address: &JsValue) -> Result<ServiceWorkerRegistration, JsValue> {
        let register: Function = Reflect::get(&self.workers, &"register".into())?.dyn_into()?;
        let promise: Promise = register.call1(&self.workers, address)?.dyn_into()?;
        Ok(JsFuture::from(promise).await?.unchecked_into())
    }
}

/// Browsers look for a new version when a page is opened, and a page may be open for days: somebody
/// who comes back to it makes it look again.
fn look_again(window: &Window, registration: ServiceWorkerRegistration) {
    let looked = Cell::new(js_sys::Date::now());
    EventListener::new(window, "focus", move |_| {
        let now = js_sys::Date::now();
        if now - looked.get() < LOOKED_FOR_AFTER {
            return;
        }
        looked.set(now);
        if let Ok(asked) = registration.update() {
            // Without a network it is looked for the next time.
            spawn_local(async move {
                let _ = JsFuture::from(asked).await;
            });
        }
    })
    .forget();
}

fn tell_when_ready(
    registration: &ServiceWorkerRegistration,
    worker: ServiceWorker,
    on: &Callback<()>,
) {
    let (registration, on, next) = (registration.clone(), on.clone(), worker.clone());
    EventListener::new(&worker, "statechange", move |_| {
        // The first of all is not a new version.
        if next.state() == ServiceWorkerState::Installed && registration.active().is_some() {
            on.emit(());
        }
    })
    .forget();
}
