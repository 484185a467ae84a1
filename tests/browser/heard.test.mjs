// What a screen reader says of the page, kept in heard/ and read through by a person. After a change that is wanted:
// JUESUAN_WRITE=1 node --test tests/browser/heard.test.mjs, and the difference is read through.
import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { assertClean, launchToday, typeInto, withPage } from './support/chromium.mjs';
import { paragraphs, wrong } from './support/disclosure.mjs';
import { docx } from './support/documents.mjs';
import { heard } from './support/heard.mjs';
import { cell, drop, oneFile, openExample } from './support/site.mjs';

let browser;
before(async () => { browser = await launchToday(); });
after(() => browser?.close());

const folder = new URL('heard/', import.meta.url);
const view = (page, name) => page.locator('.nav-item', { hasText: name }).first().click();
const table = (no) => async (page) => {
  await openExample(page);
  await view(page, '决算表');
  await page.locator('.tab', { hasText: no }).click();
};

/** Name, how to get there, and of what. */
const CASES = [
  ['start', async (page) => { await page.locator('#new-year').fill('2025'); await page.locator('#new-province').selectOption('湖北省'); }, '#main'],
  ['menu', openExample, '.nav'],
  ['form', async (page) => { await openExample(page); await typeInto(page, cell(page, 'execution.actual'), '12a'); }, '#main'],
  ['findings', async (page) => { await openExample(page); await cell(page, 'goals[1].indicators[0].claimed').focus(); await page.locator('.current-cell').waitFor(); }, '#findings'],
  ['table of two sides', table('公开01'), '#main'],
  ['table by subject', table('公开05'), '#main'],
  ['text', async (page) => { await openExample(page); await view(page, '决算说明'); }, '#main'],
  ['review', async (page) => {
    await drop(page, [['乙馆.docx', docx(paragraphs(wrong))]]);
    await page.locator('.review .finding').first().waitFor();
  }, '#findings'],
];
for (const [name, go, selector] of CASES) {
  test(`what is heard of ${name}`, () => withPage({ browser, url: oneFile() }, async ({ page, seen }) => {
    await page.locator('.start').waitFor();
    await go(page);
    const now = await heard(page, selector);
    const file = new URL(`${name.replaceAll(' ', '-')}.txt`, folder);
    if (process.env.JUESUAN_WRITE) {
      await mkdir(folder, { recursive: true });
      await writeFile(file, now);
    }
    const kept = (await readFile(file, 'utf8')).split('\n');
    assert.deepEqual(now.split('\n'), kept);
    // Whatever can be pressed or typed into has a name, and none has it twice.
    for (const line of kept) {
      const [, role, said = ''] = line.match(/^\s*(button|textbox|checkbox|combobox|link|tab|option|searchbox|separator|img|image)\b\s*("(?:[^"\\]|\\.)*")?/) ?? [];
      if (role) assert.ok(said.length > 2, `without a name: ${line}`);
    }
    assertClean(seen);
  }));
}
