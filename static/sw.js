// The service worker: keeps the site for use without a network. scripts/finish-site.mjs puts two lines before this:
// VERSION, and FILES, the site's files with their digests.
/* global VERSION, FILES */

const SCOPE = self.registration.scope;
// Several copies of the site may lie on one origin: each keeps to the caches under its own path.
const FAMILY = `juesuan ${new URL(SCOPE).pathname} `;
// Windows hold a lock of this name for as long as they live (src/page/offline.rs).
const OWN = FAMILY + VERSION;

const digests = new Map(Object.keys(FILES).map((path) => [new URL(path, SCOPE).href, FILES[path]]));
// A name with a digest in it stands for one content, whatever the version. Trunk leaves leading zeros out.
const HASHED = /^[\w-]+-[0-9a-f]{12,16}(_bg)?\.\w+$/;

const isPage = ({ origin, pathname }) => [SCOPE, `${SCOPE}index.html`].includes(origin + pathname);

/** All files or none. The digests tell a half-deployed folder, or a proxy's page of excuses. */
async function install() {
  const before = await caches.has(OWN);
  const cache = await caches.open(OWN);
  const asked = [...digests].map(([url, integrity]) =>
    new Request(url, { cache: 'reload', integrity, credentials: 'same-origin', redirect: 'error' }));
  try {
    await cache.addAll(asked);
  } catch (error) {
    if (!before) await caches.delete(OWN);
    throw error;
  }
}

async function family() {
  return (await caches.keys()).filter((name) => name.startsWith(FAMILY));
}

async function kept(url, names) {
  for (const name of names) {
    const found = await caches.match(url, { cacheName: name, ignoreVary: true });
    if (found) return found;
  }
  return undefined;
}

/** Deletes the caches of earlier versions that no window works with any more. */
async function tidy() {
  const { installing, waiting } = self.registration;
  const rules = !self.serviceWorker || /^activat/.test(self.serviceWorker.state);
  if (installing || waiting || !rules) return;
  const locks = navigator.locks ? (await navigator.locks.query()).held.map(({ name }) => name) : [];
  const held = locks.filter((name) => name.startsWith(FAMILY));
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  // A window without a lock is only just starting, and nobody knows yet of which version it is.
  if (windows.filter(({ url }) => isPage(new URL(url))).length > held.length) return;
  const old = (await family()).filter((name) => name !== OWN && !held.includes(name));
  await Promise.all(old.map((name) => caches.delete(name)));
}

self.addEventListener('install', (event) => event.waitUntil(install()));

// The window of the first visit is taken over at once, so that its worker starts without a network too.
self.addEventListener('activate', (event) => event.waitUntil(tidy().catch(() => {}).then(() => self.clients.claim())));

self.addEventListener('message', (event) => {
  if (event.data === 'juesuan-take-over') event.waitUntil(self.skipWaiting());
  if (event.data === 'juesuan-started') event.waitUntil(tidy().catch(() => {}));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const url = new URL(request.url);
  url.hash = '';
  // However it is asked for: the page looks at its own headers too.
  const key = isPage(url) ? SCOPE : url.href;
  const earlier = key.startsWith(SCOPE) && HASHED.test(key.slice(SCOPE.length));
  if (!digests.has(key) && !earlier) return;
  // A window of an earlier version goes on with that version's files.
  const names = digests.has(key) ? Promise.resolve([OWN]) : family();
  event.respondWith(names.then((names) => kept(key, names)).then((found) => found || fetch(request)));
});
