// The page in English: what is not an official name or somebody's own text is not in Chinese, in any view;
// the language is chosen by the address, the menu, the element and the frame.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { assertClean, eventually, launchToday, typeInto, withPage } from './support/chromium.mjs';
import { pageOf, portal } from './support/portal.mjs';
import { cell, oneFile } from './support/site.mjs';

const example = JSON.parse(await readFile(new URL('../../static/example.juesuan.json', import.meta.url), 'utf8'));

let browser;
before(async () => { browser = await launchToday(); });
after(() => browser?.close());

/** Texts and attributes with Chinese in them that are not within an element marked as Chinese. */
const chinese = (page) => page.evaluate(() => {
  const found = [];
  const isMarked = (element) => (element.closest('[lang]')?.lang ?? '').startsWith('zh');
  const look = (element, where, text) => {
    if (/\p{Script=Han}/u.test(text) && !isMarked(element)) found.push(`${element.tagName} ${where}: ${text.trim()}`);
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const parent = texts.currentNode.parentElement;
    if (!['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEXTAREA'].includes(parent.tagName)) look(parent, 'text', texts.currentNode.data);
  }
  for (const element of document.body.querySelectorAll('*')) {
    for (const name of ['title', 'aria-label', 'placeholder', 'alt']) {
      if (element.hasAttribute(name)) look(element, name, element.getAttribute(name));
    }
  }
  return found;
});
const english = () => { const url = new URL(oneFile()); url.search = '?lang=en'; return url; };
const nav = (page, name) => page.locator('.nav').getByRole('button', { name });

const inEnglish = (name, steps) => test(name, () => withPage({ browser, url: english() }, async ({ page, seen }) => {
  await steps(page);
  assertClean(seen);
}));

inEnglish('no view has Chinese that is not marked as such', async (page) => {
  await eventually(() => page.locator('html').getAttribute('lang'), 'en');
  await page.locator('.start h1').waitFor();
  assert.deepEqual(await chinese(page), [], 'start');
  await page.getByRole('button', { name: 'Load the example' }).click();
  await page.locator('.paper .form-title').waitFor();
  assert.ok(await page.locator('.finding').count() > 0);
  assert.deepEqual(await chinese(page), [], 'form');
  await cell(page, 'goals[0].indicators[4].actual').click();
  await page.locator('.current-cell').waitFor();
  assert.deepEqual(await chinese(page), [], 'form, in a cell');
  for (const [name, view] of [
    ['Tables', '.table-view'], ['Facts for the text', '.facts'], ['Explanatory text', '.text-view'],
    ['Cross-checks', '.identities'], ['Scoring rules and settings', '.rules'], ['Several units', '.consolidation'],
    ['Quick figures', '.quick'], ['Home', '.start'],
  ]) {
    await nav(page, name).click();
    await page.locator(view).first().waitFor();
    assert.deepEqual(await chinese(page), [], name);
  }
});

inEnglish('quick figures', async (page) => {
  await nav(page, 'Quick figures').click();
  await typeInto(page, '#quick-growth-0', '1,552.63');
  await typeInto(page, '#quick-growth-1', '1,544.93');
  await eventually(() => page.locator('.calculator .sentence span').first().innerText(), '7.7 万元 more than last year, up 0.5%');
  await typeInto(page, '#quick-completion-0', '1,55');
  await eventually(() => page.locator('.calculator .problem').count(), 1);
  await page.locator('#quick-structure').fill('Health 1\nHousing 3x');
  await page.locator('#quick-years').fill('2018 1,544.93\n2020 1,552.63');
  await page.locator('#quick-three-3-1').fill('1.38');
  await eventually(() => chinese(page), []);
});

test('the menu changes the language and back, what was typed stays, and the choice is remembered', () => withPage({ browser, url: oneFile() }, async ({ page, seen }) => {
  await page.getByRole('button', { name: '载入示例' }).click();
  await typeInto(page, cell(page, 'goals[0].indicators[0].actual'), '351');
  const menu = page.locator('select.language');
  await menu.selectOption('en');
  await eventually(() => page.locator('html').getAttribute('lang'), 'en');
  await page.locator('.top').getByRole('button', { name: 'Undo' }).waitFor();
  assert.equal(await cell(page, 'goals[0].indicators[0].actual').inputValue(), '351');
  assert.deepEqual(await chinese(page), []);
  await page.reload();
  await page.getByRole('button', { name: 'Load the example' }).waitFor();
  await menu.selectOption('zh-CN');
  await page.getByRole('button', { name: '载入示例' }).waitFor();
  await eventually(() => page.locator('html').getAttribute('lang'), 'zh-CN');
  assertClean(seen);
}));

test('of languages nobody knows it is Chinese', () => withPage({ browser, url: Object.assign(new URL(oneFile()), { search: '?lang=fr' }) }, async ({ page, seen }) => {
  await page.getByRole('button', { name: '载入示例' }).waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), 'zh-CN');
  assertClean(seen);
}));

test('two elements of one page speak two languages, and each can change', async () => {
  const served = await portal({
    ...pageOf('<juesuan-form id="a" lang="en"></juesuan-form><juesuan-form id="b"></juesuan-form>', {
      js: `import './juesuan/juesuan-form.js';
const example = await (await fetch('./example.json')).json();
for (const form of document.querySelectorAll('juesuan-form')) form.value = example.forms[0];
await Promise.all([...document.querySelectorAll('juesuan-form')].map((form) => form.ready));
document.body.dataset.ready = 'yes';`,
    }),
    'example.json': JSON.stringify(example),
  });
  try {
    await withPage({ browser, url: served.url }, async ({ page, seen }) => {
      await page.locator('body[data-ready]').waitFor();
      const heading = (id) => page.locator(`#${id}`).locator('.findings h2').innerText();
      const lang = (id) => page.locator(`#${id}`).locator('.page').getAttribute('lang');
      await eventually(() => heading('a'), 'Findings');
      await eventually(() => heading('b'), '核对');
      await page.evaluate(() => { document.getElementById('a').removeAttribute('lang'); document.getElementById('b').lang = 'en-GB'; });
      await eventually(() => heading('a'), '核对');
      await eventually(() => heading('b'), 'Findings');
      assert.deepEqual([await lang('a'), await lang('b')], ['zh-CN', 'en-GB']);
      assertClean(seen);
    });
  } finally {
    await served.close();
  }
});
