// Today's Chromium, driven by playwright-core.
import { chromium } from 'playwright-core';
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { newSeen, reportViolations, VIOLATION_BINDING, withWhatWasSeen } from './seen.mjs';

export { assertClean, problems } from './seen.mjs';
export { screenshot } from './shots.mjs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const FLAGS = [
  '--disable-gpu', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

// The office screen that the page is designed for.
const VIEWPORT = { width: 1366, height: 768 };

export function executable() {
  const path = process.env.JUESUAN_CHROMIUM || PLACES.find((place) => existsSync(place));
  if (!path) throw new Error(`no Chromium: set JUESUAN_CHROMIUM, or install one of ${PLACES.join(', ')}`);
  return path;
}

const launchOptions = ({ args = [] } = {}) => ({
  executablePath: executable(),
  headless: true,
  // Chromium refuses to run sandboxed as root, as in most build containers.
  chromiumSandbox: process.getuid?.() !== 0,
  args: [...FLAGS, ...args],
});

/** A browser whose pages keep nothing beyond their context. `args`: further command-line flags. */
export const launchToday = (options) => chromium.launch(launchOptions(options));

/**
 * A context that keeps its profile in a directory, for what must outlive the browser.
 * Hand it to `withPage` as `context`, once or several times; close it yourself.
 */
export const launchPersistent = (profileDir, { args, viewport = VIEWPORT, ...context } = {}) =>
  chromium.launchPersistentContext(profileDir, {
    ...launchOptions({ args }),
    viewport,
    acceptDownloads: true,
    ...context,
  });

/** Collects what a page does from now on; call it before the page goes anywhere. */
export async function watch(page, documentUrl) {
  const seen = newSeen(documentUrl);
  const listen = (to) => {
    to.on('console', (message) => {
      const type = message.type() === 'assert' ? 'error' : message.type();
      if (type !== 'error' && type !== 'warning') return;
      const { url, lineNumber } = message.location();
      seen.console.push({ type, text: message.text(), where: url && `${url}:${lineNumber + 1}` });
    });
    to.on('pageerror', (error) => seen.errors.push(error.stack || String(error)));
    to.on('request', (request) => seen.requests.push(request.url()));
    to.on('websocket', (socket) => seen.requests.push(socket.url()));
    to.on('requestfailed', (request) =>
      seen.failed.push({ url: request.url(), why: request.failure()?.errorText ?? 'unknown' }));
    to.on('popup', listen);
  };
  listen(page);
  await page.exposeBinding(VIOLATION_BINDING, (_, violation) => seen.violations.push(violation));
  await page.addInitScript(reportViolations, VIOLATION_BINDING);
  return seen;
}

/**
 * Opens `url` in a fresh context of `browser`, or in a tab of a given `context`, and closes it afterwards.
 * `offline`: a file is opened offline; a served page is loaded first, as something must serve it.
 * Further options go to the new context (`locale`, `colorScheme`, `reducedMotion`, …).
 */
export async function withPage(
  { browser, context, url, viewport = VIEWPORT, offline = false, ...contextOptions },
  use,
) {
  const own = context ? null : await browser.newContext({ viewport, acceptDownloads: true, ...contextOptions });
  const page = await (context ?? own).newPage();
  const address = String(url);
  const seen = await watch(page, address);
  try {
    const isFile = address.startsWith('file:');
    if (offline && isFile) await page.context().setOffline(true);
    await page.goto(address);
    if (offline && !isFile) await page.context().setOffline(true);
    return await use({ page, seen });
  } catch (error) {
    throw withWhatWasSeen(error, seen);
  } finally {
    if (own) await own.close();
    else await page.close();
  }
}

/** Types as a person does: a click into the field, everything selected, then key by key. */
export async function typeInto(page, locator, text) {
  const field = typeof locator === 'string' ? page.locator(locator) : locator;
  await field.click();
  await page.keyboard.press('ControlOrMeta+A');
  if (text === '') await page.keyboard.press('Delete');
  else await page.keyboard.type(text);
  // Read is what is on the screen, once it is painted: on a busy machine that takes a moment.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Waits until what `read` gives is `expected`; after ten seconds the assertion tells what it was instead. */
export async function eventually(read, expected, message) {
  for (const end = Date.now() + 10_000; ;) {
    const actual = await read();
    if (isDeepStrictEqual(actual, expected)) return;
    if (Date.now() > end) assert.deepEqual(actual, expected, message);
    await new Promise((done) => setTimeout(done, 20));
  }
}
