// What axe-core finds wrong for people who do not see or do not use a mouse: nothing, on any view.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launchToday, typeInto } from './support/chromium.mjs';
import { cell, oneFile, openExample } from './support/site.mjs';

const axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

let browser;
before(async () => { browser = await launchToday(); });
after(() => browser?.close());

const VIEWS = [
  ['start screen', async () => {}],
  ['quick figures', (page) => page.getByRole('button', { name: '打开速算' }).click()],
  ['quick figures with an error', async (page) => {
    await page.getByRole('button', { name: '打开速算' }).click();
    await typeInto(page, page.locator('.calculator input').first(), '8x');
  }],
  ['form with findings', openExample],
  ['form with an unreadable number', async (page) => {
    await openExample(page);
    await typeInto(page, cell(page, 'execution.actual'), '12a');
  }],
  ['project form', async (page) => {
    await openExample(page);
    await page.locator('.nav').getByRole('button', { name: '合同人员经费' }).click();
  }],
  ['empty form, checked', async (page) => {
    await page.getByRole('button', { name: '新建', exact: true }).click();
    await page.getByRole('button', { name: '检查未填写的单元格' }).click();
  }],
  ['start screen with stored workbooks', async (page) => {
    await openExample(page);
    await page.locator('.nav').getByRole('button', { name: '首页' }).click();
  }],
];

for (const [name, go] of VIEWS) {
  test(name, async () => {
    // axe is a script of the test's, which the page's policy would rightly refuse.
    const context = await browser.newContext({ bypassCSP: true, viewport: { width: 1366, height: 768 } });
    try {
      const page = await context.newPage();
      await page.goto(oneFile());
      await page.locator('.start').waitFor();
      await go(page);
      await page.evaluate(axe);
      const violations = await page.evaluate(async () => (await window.axe.run(document)).violations);
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`), []);
    } finally {
      await context.close();
    }
  });
}
