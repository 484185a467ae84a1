// The one file in the oldest browser that offices still run: it opens, scores, checks, keeps.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { QUIRKS_83, assertClean, screenshot, typeInto83, withPage83 } from './support/chromium83.mjs';
import { drop, heldBack, oneFile, saved } from './support/site.mjs';

const sentences = (page) => page.$$eval('.finding .message', (all) => all.map((one) => one.textContent));
const id = (path) => `[id="f0.${path}"]`;
const clickText = (page, text) => page.evaluate((wanted) => {
  [...document.querySelectorAll('button')].find((button) => button.textContent.includes(wanted)).click();
}, text);

test('Chromium 83, from file://', async () => {
  const userDataDir = await mkdtemp(join(tmpdir(), 'juesuan-83-'));
  try {
    await withPage83({ url: oneFile(), viewport: { width: 1366, height: 768 }, userDataDir }, async ({ page, seen }) => {
      await page.waitForSelector('.start');
      await clickText(page, '载入示例');
      await page.waitForSelector('table.form');
      assert.equal(await page.$eval(id('total'), (cell) => cell.textContent), '95');
      assert.equal((await sentences(page)).length, 4);
      await screenshot(page, 'chromium-83');
      await typeInto83(page, id('execution.actual'), '12a');
      assert.ok((await sentences(page)).some((line) => line.startsWith('执行数“12a”不是数字')));
      await typeInto83(page, id('execution.actual'), '1500');
      assert.ok(!(await sentences(page)).some((line) => line.includes('不是数字')));
      await saved(page);
      await new Promise((done) => setTimeout(done, 400));
      await page.reload();
      await page.waitForSelector('.entry');
      await page.click('.entry');
      await page.waitForSelector('table.form');
      assert.equal(await page.$eval(id('execution.actual'), (cell) => cell.value), '1,500');
      assertClean(seen, { allow: QUIRKS_83 });
    });
  } finally {
    await rm(userDataDir, { recursive: true, force: true });
  }
});

test('Chromium 83: a file dropped before the program listens is kept for it', () => withPage83({ url: 'about:blank' }, async ({ page, seen }) => {
  seen.documentUrl = oneFile();
  await page.evaluateOnNewDocument(heldBack);
  await page.goto(oneFile(), { waitUntil: 'domcontentloaded' });
  const file = JSON.stringify({ format: 1, forms: [{ unit: '早到的', goals: [{ indicators: [{}] }] }] });
  assert.deepEqual(await drop(page, [['x.juesuan.json', file]]), [true, true]);
  await page.evaluate(() => window.begin());
  await page.waitForSelector('table.form');
  assert.equal(await page.$eval(id('unit'), (cell) => cell.value), '早到的');
  assertClean(seen, { allow: QUIRKS_83 });
}));
