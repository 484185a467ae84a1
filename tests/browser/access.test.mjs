// What axe-core finds wrong for people who do not see or do not use a mouse: nothing, on any view.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launchToday, typeInto } from './support/chromium.mjs';
import { cell, oneFile, openExample, saved } from './support/site.mjs';

const axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

let browser;
before(async () => { browser = await launchToday(); });
after(() => browser?.close());

const view = (page, name) => page.locator('.nav').getByRole('button', { name }).click();

const VIEWS = [
  ['start screen', async () => {}],
  ['quick figures', (page) => page.getByRole('button', { name: '打开速算' }).click()],
  ['quick figures with an error', async (page) => {
    await page.getByRole('button', { name: '打开速算' }).click();
    await typeInto(page, page.locator('.calculator input').first(), '8x');
  }],
  ['quick figures that make a table, adjusted, and with an error', async (page) => {
    await page.getByRole('button', { name: '打开速算' }).click();
    await page.locator('#quick-structure').fill('甲 1\n乙 1\n丙 1\n合计 4');
    await page.getByRole('button', { name: '按最大余额法调整' }).click();
    await page.locator('#quick-years').fill('2018 5\n2020 6x\n2021');
    for (const box of await page.locator('.three input').all()) await box.fill('2');
    await typeInto(page, page.locator('.three input').first(), '8x');
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
  ['rules and settings', async (page) => {
    await openExample(page);
    await view(page, '评分规则与设置');
  }],
  ['rules and settings with an error and a refused file', async (page) => {
    await openExample(page);
    await view(page, '评分规则与设置');
    await typeInto(page, page.locator('#setting-farAbove'), '90');
    await page.locator('.rules-head input[type=file]').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
    await page.getByRole('alert').waitFor();
  }],
  ['a finding being set aside, without a reason yet', async (page) => {
    await openExample(page);
    await page.locator('.finding').first().getByRole('button', { name: '搁置…' }).click();
    await page.locator('.reason').getByRole('button', { name: '搁置' }).click();
  }],
  ['a finding set aside, a remark, a block of cells', async (page) => {
    await openExample(page);
    await page.locator('.finding').first().getByRole('button', { name: '搁置…' }).click();
    await page.locator('.reason textarea').fill('已请示');
    await page.locator('.reason').getByRole('button', { name: '搁置' }).click();
    await cell(page, 'goals[0].indicators[0].weight').click();
    await page.locator('#remark').fill('请核实');
    await cell(page, 'goals[0].indicators[1].weight').focus();
    await page.keyboard.press('Shift+ArrowRight');
    await page.locator('.keys summary').click();
  }],
  ['tables, with a wrong sum, a search and a box to paste into', async (page) => {
    await openExample(page);
    await view(page, '决算表');
    await page.locator('.tab', { hasText: '公开05' }).click();
    await typeInto(page, '[id="accounts.05[0].total"]', '12a');
    await page.getByRole('button', { name: '粘贴整表…' }).click();
    await page.getByRole('combobox', { name: /添加科目/ }).fill('社会保险');
  }],
  ['table of two sides, waiting', async (page) => {
    await openExample(page);
    await view(page, '决算表');
  }],
  ['facts and key work', async (page) => {
    await openExample(page);
    await view(page, '说明资料');
  }],
  ['the text, with a sentence that waits and one being reworded', async (page) => {
    await openExample(page);
    await view(page, '说明资料');
    await typeInto(page, '[id="accounts.facts.held"]', '');
    await view(page, '决算说明');
    await page.locator('[data-sentence="total"]').hover();
    await page.locator('[data-sentence="total"] .reword').click();
    await page.locator('.chart summary').first().click();
  }],
  ['identities', async (page) => {
    await openExample(page);
    await view(page, '勾稽关系');
  }],
  ['consolidation, empty', (page) => view(page, '多单位汇总')],
  ['consolidation, with parts, outliers and a file that could not be read', async (page) => {
    await view(page, '多单位汇总');
    const part = (i) => JSON.stringify({ format: 2, ruleSet: 'mof-2020', forms: [{ unit: `第${i}中心`, execution: { budget: '10', actual: i === 3 ? '2' : '9' }, goals: [{ indicators: [{ name: '培训', weight: '90', target: '10', actual: i === 3 ? '1' : '10' }] }] }] });
    const files = Array.from({ length: 9 }, (_, i) => ({ name: `${i}.json`, mimeType: 'application/json', buffer: Buffer.from(part(i)) }));
    await page.locator('.drop input').first().setInputFiles([...files, { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('[]') }]);
    await page.locator('tr.outlier').waitFor();
  }],
  ['a workbook open in another window', async (page) => {
    await openExample(page);
    await saved(page);
    const second = await page.context().newPage();
    await second.goto(oneFile());
    await second.locator('.entry').click();
    await second.getByRole('alert').waitFor();
    return second;
  }],
  ['a form in print', async (page) => {
    await openExample(page);
    await page.emulateMedia({ media: 'print' });
  }],
  ['a deleted workbook, to be had back', async (page) => {
    await openExample(page);
    await saved(page);
    await view(page, '首页');
    await page.getByRole('button', { name: /^删除/ }).click();
    await page.getByRole('status').getByRole('button', { name: '撤销' }).waitFor();
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
      const looked = await go(page) ?? page;
      await looked.evaluate(axe);
      const violations = await looked.evaluate(async () => (await window.axe.run(document)).violations);
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`), []);
    } finally {
      await context.close();
    }
  });
}

test('the live region speaks the counts when they change', async () => {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(oneFile());
    const region = page.locator('.shell > .off-screen[role=status]');
    assert.equal(await region.getAttribute('aria-live'), 'polite');
    await openExample(page);
    assert.equal(await region.innerText(), '错误 2 条，警告 2 条，提示 0 条');
    await typeInto(page, cell(page, 'goals[1].indicators[0].claimed'), '5');
    assert.equal(await region.innerText(), '错误 1 条，警告 2 条，提示 0 条');
  } finally {
    await context.close();
  }
});

/** Everything that can be pressed, and whether the keyboard gets there: by Tab, or by a key that the button names. */
test('every action can be reached by keyboard', async () => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  try {
    const page = await context.newPage();
    await page.goto(oneFile());
    for (const name of [null, '整体自评表', '评分规则与设置', '多单位汇总', '速算', '首页']) {
      if (name === null) await openExample(page);
      else await page.locator('.nav').getByRole('button', { name: new RegExp(`^${name}`) }).click();
      const unreachable = await page.evaluate(() => [...document.querySelectorAll('button, input, select, textarea, summary, a[href], [onclick]')]
        .filter((one) => one.tabIndex < 0 && !one.disabled && !/（(Alt|Ctrl|F\d)/.test(one.getAttribute('aria-label') ?? ''))
        .map((one) => one.outerHTML.slice(0, 120)));
      assert.deepEqual(unreachable, [], name ?? 'form');
    }
  } finally {
    await context.close();
  }
});
