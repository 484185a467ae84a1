// What is tested: the site over http, under the policy of a strict portal, and the one file from file://.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { serve } from '../../../scripts/serve.mjs';
import { STRICT } from './portal.mjs';

export const dist = resolve(fileURLToPath(import.meta.url), '../../../../dist');

/** `{ name, url, close }` of both, in one call. */
export async function artefacts() {
  const file = resolve(dist, 'juesuan.html');
  if (!existsSync(file)) throw new Error(`${file} is missing: run make build first`);
  const server = await serve({ root: dist, port: 0, headers: { 'content-security-policy': STRICT } });
  return [
    { name: 'http', url: server.url, close: () => server.close() },
    { name: 'file', url: pathToFileURL(file).href, close: () => {} },
  ];
}

/** The address of the one file, with a query so that each test has a place of its own in a report. */
export const oneFile = () => pathToFileURL(resolve(dist, 'juesuan.html')).href;

/** Opens the example from the start screen. */
export async function openExample(page) {
  await page.getByRole('button', { name: '载入示例' }).click();
  await page.locator('table.foot').waitFor();
}

/** The field of a cell, by its path. */
export const cell = (page, path) => page.locator(`[id="f0.${path}"]`);

/** The lines of the findings panel. */
export const findings = (page) => page.locator('.finding .message').allInnerTexts();

/** Everything in the browser's store: `{ id, text, revision, … }` of each workbook. */
export const stored = (page) => page.evaluate(() => new Promise((resolve, reject) => {
  const request = indexedDB.open('juesuan');
  request.onerror = () => reject(request.error);
  request.onsuccess = () => {
    const transaction = request.result.transaction(['entries', 'texts']);
    const read = (store, what) => new Promise((done) => {
      const asked = transaction.objectStore(store)[what]();
      asked.onsuccess = () => done(asked.result);
    });
    const all = [read('entries', 'getAllKeys'), read('entries', 'getAll'), read('texts', 'getAll')];
    Promise.all(all).then(([ids, lines, texts]) => {
      request.result.close();
      resolve(ids.map((id, i) => ({ ...lines[i], id, text: texts[i] })));
    });
  };
}));

/** The text under deviations of each stored workbook, sorted. */
export const deviations = async (page) => (await stored(page)).map(({ text }) => JSON.parse(text).forms[0].deviation).sort();

/** Waits until a stored workbook has this text under deviations. */
export async function inStore(page, text) {
  while (!(await deviations(page)).includes(text)) await page.evaluate(() => new Promise((done) => setTimeout(done, 10)));
}

/** Waits until the last change is in the browser's store. */
export const saved = (page) => page.waitForFunction(() => document.querySelector('.nav footer')?.innerText.includes('已自动保存'));

/** In which of the browser's stores a text stands, by name: every object store, localStorage, sessionStorage, every cache. */
export const standsIn = (page, text) => page.evaluate(async (marker) => {
  const found = new Set();
  const look = (where, what) => {
    if ((typeof what === 'string' ? what : JSON.stringify(what) ?? '').includes(marker)) found.add(where);
  };
  for (const [where, store] of [['localStorage', localStorage], ['sessionStorage', sessionStorage]]) look(where, Object.entries(store));
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const all = database.transaction(store).objectStore(store);
      look(`${name}.${store}`, await done(all.getAll()));
      look(`${name}.${store}`, await done(database.transaction(store).objectStore(store).getAllKeys()));
    }
    database.close();
  }
  for (const name of self.caches ? await caches.keys() : []) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) look(`cache ${name}`, await (await cache.match(request)).text());
  }
  return [...found].sort();
}, text);

/** Drops files, which may be bytes, on the page; says whether the browser is kept from opening them itself. */
export const drop = (page, files) => page.evaluate((given) => {
  const data = new DataTransfer();
  for (const [name, base64] of given) data.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name));
  const target = document.body ?? document.documentElement;
  return ['dragover', 'drop'].map((type) => {
    const event = new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true });
    target.dispatchEvent(event);
    return event.defaultPrevented;
  });
}, files.map(([name, content]) => [name, Buffer.from(content).toString('base64')]));

/** For `addInitScript`: the program does not start before `window.begin()`. */
export const heldBack = () => {
  const held = new Promise((begin) => { window.begin = begin; });
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const start = WebAssembly[name];
    WebAssembly[name] = async (...of) => {
      await held;
      return start.apply(WebAssembly, of);
    };
  }
};
