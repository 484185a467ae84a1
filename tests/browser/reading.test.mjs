// A reader that is stopped, hangs, breaks down or cannot be had: the page and what is open stay, the file is named.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertClean, eventually, launchToday, typeInto, withPage } from './support/chromium.mjs';
import { pdf } from './support/documents.mjs';
import { serve } from '../../scripts/serve.mjs';
import { STRICT } from './support/portal.mjs';
import { cell, dist, openExample } from './support/site.mjs';

let browser;
let served;
let strict;
before(async () => {
  browser = await launchToday();
  served = await serve({ root: dist, port: 0 });
  strict = await serve({ root: dist, port: 0, headers: { 'content-security-policy': STRICT } });
});
after(async () => {
  await browser?.close();
  await served?.close();
  await strict?.close();
});

const choose = (page, entries) => page.locator('header.top input[type=file]')
  .setInputFiles(entries.map(([name, content]) => ({ name, mimeType: '', buffer: Buffer.from(content) })));
const workers = (page) => page.workers().length;

/** The page, with nothing between it and the server that a test could not reach: no service worker. */
const onSite = (site, what, use) => test(what, () => withPage({ browser, url: 'about:blank' }, async ({ page, seen }) => {
  const { url } = site();
  seen.documentUrl = url;
  await page.addInitScript(() => { delete Navigator.prototype.serviceWorker; });
  // The page's clock, not the workers'.
  await page.clock.install();
  await page.goto(url);
  await begin(page);
  await use(page, seen);
}));
const anywhere = (what, use) => onSite(() => served, what, use);
const withoutWorkers = (what, use) => onSite(() => strict, what, use);

/** Opens the example and leaves something in it that is typed and seen to be there afterwards. */
async function begin(page) {
  await openExample(page);
  await typeInto(page, cell(page, 'deviation'), '还在这里');
}
async function stays(page) {
  await eventually(() => cell(page, 'deviation').inputValue(), '还在这里');
  await typeInto(page, cell(page, 'execution.actual'), '776.315');
  await eventually(() => page.locator('table.form.head td.computed').first().innerText(), '50.0%');
}
async function alert(page, timeout) {
  await page.locator('.notice-bar.alert p').waitFor({ timeout });
  return page.locator('.notice-bar.alert p').innerText();
}
/** Another file is read by another reader. */
async function readsOn(page) {
  await choose(page, [['好.txt', '好的说明']]);
  await page.locator('.document-head h1', { hasText: '好.txt' }).waitFor();
  await eventually(() => page.locator('.document-text').innerText(), '好的说明');
  await page.getByRole('button', { name: '关闭文档' }).click();
  await away(page);
}
/** From the list of files, which there is where several came, back to what is open. */
async function away(page) {
  const all = page.getByRole('button', { name: '全部移除' });
  await page.locator('table.foot').or(all).first().waitFor();
  if (await all.isVisible()) await all.click();
  await page.locator('table.foot').waitFor();
}

// What runs in place of the reader, as its worker's script: it starts, and then does this with what it is asked.
const doing = (what) => `self.postMessage([0]); self.onmessage = () => { ${what} };`;
const SCRIPT = /\/documents-[^/]*\.js$/;

/** Gives the page another script of that name until it is told to give the right one again. */
async function replaced(page, address, body) {
  let wrong = true;
  await page.route(address, (route) => (wrong ? route.fulfill({ contentType: 'text/javascript', body }) : route.fallback()));
  return () => { wrong = false; };
}

anywhere('stopped while it reads: the worker ends, what waited is not read', async (page, seen) => {
  const right = await replaced(page, SCRIPT, doing('for (;;);'));
  await choose(page, [['无尽.pdf', pdf([['endless']])], ['后面的.txt', '后面的']]);
  await page.locator('.reading-bar', { hasText: '无尽.pdf' }).waitFor();
  await eventually(() => workers(page), 1);
  await page.locator('.reading-bar').getByRole('button', { name: '取消' }).click();
  await eventually(() => workers(page), 0);
  assert.equal(await page.locator('.reading-bar').count(), 0);
  assert.equal(await page.locator('.notice-bar.alert').count(), 0, 'who stops it knows');
  assert.equal(await page.locator('.nav').getByRole('button', { name: '后面的.txt' }).count(), 0);
  await away(page);
  await stays(page);
  right();
  await readsOn(page);
  assertClean(seen);
});

anywhere('hung: it is ended after its patience, the file is named, the next one is read', async (page, seen) => {
  const right = await replaced(page, SCRIPT, doing('for (;;);'));
  await choose(page, [['无尽.pdf', pdf([['endless']])], ['后面的.txt', '后面的']]);
  await page.locator('.reading-bar', { hasText: '无尽.pdf' }).waitFor();
  await eventually(() => workers(page), 1);
  right();
  // The patience counts anew once the worker has started. Of the next file no time goes by.
  await eventually(async () => {
    await page.clock.fastForward(61_000);
    return page.locator('.reading-bar', { hasText: '无尽.pdf' }).count();
  }, 0);
  await page.locator('.nav').getByRole('button', { name: '后面的.txt' }).waitFor();
  assert.match(await alert(page), /^“无尽\.pdf”：读取很久没有进展，已停止：.*。$/);
  await eventually(() => workers(page), 0);
  await away(page);
  await stays(page);
  await readsOn(page);
  assertClean(seen);
});

const BREAKDOWNS = {
  'an instruction that traps': `new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(
    0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 97, 0, 0, 10, 5, 1, 3, 0, 0, 11))).exports.a();`,
  'memory that has an end': 'new WebAssembly.Memory({ initial: 1, maximum: 2 }).grow(2);',
  'a stack that has an end': 'const deeper = () => deeper() + 1; deeper();',
};
for (const [what, code] of Object.entries(BREAKDOWNS)) {
  anywhere(`broken down over ${what}: the file is named, the next one is read`, async (page, seen) => {
    const right = await replaced(page, SCRIPT, doing(code));
    await choose(page, [['断.pdf', pdf([['text']])]]);
    assert.match(await alert(page), /^“断\.pdf”：读取时内存不足或文件有异常，没有读成：.*。$/);
    await eventually(() => workers(page), 0);
    right();
    await stays(page);
    await readsOn(page);
    assert.equal(await page.locator('.crashed').count(), 0);
    assertClean(seen);
  });
}

anywhere('its program cannot be had: the page reads by itself', async (page, seen) => {
  await page.route(SCRIPT, (route) => route.abort());
  await readsOn(page);
  await stays(page);
});

anywhere('nothing of it can be had: the file is named', async (page, seen) => {
  await page.route(/documents/, (route) => route.abort());
  await choose(page, [['说明.txt', '说明']]);
  assert.match(await alert(page), /^“说明\.txt”：浏览器没能启动读取程序：.*。$/);
  await stays(page);
});

// The same without workers: what the page reads with is given up, and not tried again.
const HERE = {
  // A minute later, it says.
  '读取很久没有进展，已停止': 'const late = Date.now() + 60_000; Date.now = () => late; throw new Error("too late");',
  读取时内存不足或文件有异常: 'throw new WebAssembly.RuntimeError("unreachable");',
};
for (const [sentence, code] of Object.entries(HERE)) {
  withoutWorkers(`without workers, ${sentence}: the file is named, the page stays`, async (page, seen) => {
    await replaced(page, /\/embed\/juesuan-documents\.js$/, `export default async () => {}; export function readHere() { ${code} }`);
    await choose(page, [['断.pdf', pdf([['text']])]]);
    assert.match(await alert(page), new RegExp(`^“断\\.pdf”：${sentence}.*。$`));
    await page.locator('.notice-bar.alert').getByRole('button', { name: '关闭' }).click();
    await choose(page, [['好.txt', '好的说明']]);
    assert.match(await alert(page), /^“好\.txt”：浏览器没能启动读取程序：请刷新本页/);
    await stays(page);
    assert.equal(await page.locator('.crashed').count(), 0);
    assertClean(seen);
  });
}
