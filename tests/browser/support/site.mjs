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

/** Waits until the last change is in the browser's store. */
export const saved = (page) => page.waitForFunction(() => document.querySelector('.nav footer')?.innerText.includes('已自动保存'));
