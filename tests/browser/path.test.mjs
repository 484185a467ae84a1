// A clerk's whole way: a new workbook, a project form with eight indicators typed by keyboard alone, a wrong weight
// corrected, printed, saved, opened again, undone to empty and redone.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { assertClean, eventually, launchToday, screenshot, withPage } from './support/chromium.mjs';
import { bare, pagesOf } from './support/pdf.mjs';
import { findings, oneFile } from './support/site.mjs';

let browser;
before(async () => { browser = await launchToday(); });
after(() => browser?.close());

const ROWS = [
  ['职业培训人次', '10', '≥350人次', '600人次'],
  ['培训合格率', '10', '≥90%', '92.5%'],
  ['补贴按时发放率', '10', '100%', '100%'],
  ['人均培训成本', '10', '≤1200元', '1150元'],
  ['带动就业人数', '8', '≥200人', '180人'],
  ['政策知晓率', '80', '≥85%', '88%'],
  ['绿色办公', '8', '按计划推进', '100.0%'],
  ['学员满意率', '16', '≥90%', '95.2%'],
];

test('from an empty page to a printed, saved and reopened form, by keyboard', () => withPage({ browser, url: oneFile() }, async ({ page, seen }) => {
  await page.evaluate(() => { delete window.showSaveFilePicker; window.print = () => { window.printed = true; }; });
  const press = async (...keys) => { for (const key of keys) await page.keyboard.press(key); };
  const type = (text) => page.keyboard.type(text);
  const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.innerText);
  /** Tabs until the element with this id or these words is focused; `just` where others begin with the same words. */
  const tabTo = async (wanted, key = 'Tab', just = false) => {
    for (let i = 0; i < 80; i += 1) {
      const here = await focused();
      if (just ? here === wanted : here.startsWith(wanted)) return;
      await press(key);
    }
    assert.fail(`${key} does not lead to ${wanted}`);
  };
  const text = (path) => page.locator(`[id="f1.${path}"]`).inputValue();

  await tabTo('new-year');
  await press('Control+A');
  await type('2024');
  await press('Tab');
  await type('某某市就业服务中心');
  // To the province, to the city in it, the second of what there is; then back to the name, where Enter begins.
  await press('Tab');
  while (await page.evaluate(() => document.activeElement.selectedOptions[0].innerText) !== '湖北省') await press('ArrowDown');
  await press('Tab', 'ArrowDown');
  await press('Shift+Tab', 'Shift+Tab', 'Enter');
  await page.locator('table.foot').waitFor();
  // One is in the new form; the navigation stands before it.
  await eventually(async () => (await focused()).startsWith('f0.'), true);
  await tabTo('＋ 新增项目表', 'Shift+Tab');
  await press('Enter');
  await eventually(() => focused(), 'f1.name');

  // The head.
  await tabTo('f1.filledOn', 'Shift+Tab');
  await type('2025-03-20');
  await tabTo('f1.name');
  await type('职业技能提升行动');
  await press('Tab');
  await type('某某市人力资源和社会保障局');
  await tabTo('f1.projectCategory');
  await press('ArrowDown', 'Tab', 'ArrowDown', 'Tab', 'ArrowDown', 'ArrowDown');
  await tabTo('f1.execution.budget');
  await type('120.5');
  await press('Tab');
  await type('118.09');
  // Nine rows are laid out; this project has eight indicators.
  await tabTo('f1.goals[0].name');
  await type('提升职业技能，促进就业');
  await tabTo('f1.goals[0].indicators[8].name');
  await press('Alt+Delete', 'Control+Home');
  await eventually(() => focused(), 'f1.goals[0].indicators[0].name');
  for (const [i, row] of ROWS.entries()) {
    for (const [column, value] of row.entries()) {
      await type(value);
      if (column < row.length - 1) await press('Tab');
    }
    if (i < ROWS.length - 1) await press('Enter', 'Home');
  }
  await eventually(() => text('goals[0].indicators[7].actual'), '95.2%');
  assert.ok((await findings(page)).includes('指标分值合计 152，应为 80，多出 72 分：请调整指标分值。'), (await findings(page)).join('\n'));
  // The wrong weight, by keyboard: two rows up, two cells to the left.
  await press('ArrowUp', 'ArrowUp');
  await press('Home', 'ArrowRight');
  await eventually(() => focused(), 'f1.goals[0].indicators[5].weight');
  await type('8');
  assert.ok(!(await findings(page)).some((line) => line.includes('指标分值合计')), (await findings(page)).join('\n'));
  await eventually(() => page.locator('[id="f1.total"]').innerText(), '98.8', '19.6 + 79.2');
  assert.ok((await findings(page)).some((line) => line.startsWith('“带动就业人数”未完成')));
  await tabTo('f1.deviation');
  await type('部分学员仍在实习期，未计入就业。');
  assert.ok(!(await findings(page)).some((line) => line.includes('未完成或偏差较大')));
  await screenshot(page, 'path');

  // Printed: the button reached by keyboard, the paper read.
  await page.evaluate(() => document.activeElement.blur());
  await tabTo('打印', 'Tab', true);
  await press('Enter');
  assert.equal(await page.evaluate(() => window.printed), true);
  const printed = bare((await pagesOf(await page.pdf({ preferCSSPageSize: true }))).map((one) => one.text).join(''));
  for (const wanted of ['职业技能提升行动项目自评表', ...ROWS.map(([name]) => name), '98.8', '98.0%']) assert.ok(printed.includes(bare(wanted)), wanted);

  // Saved as a file, and opened again.
  const [download] = await Promise.all([page.waitForEvent('download'), press('Control+S')]);
  const content = await readFile(await download.path(), 'utf8');
  assert.equal(download.suggestedFilename(), '2024-某某市就业服务中心.juesuan.json');
  await page.locator('header.top input[type=file]').setInputFiles({ name: 'again.juesuan.json', mimeType: 'application/json', buffer: Buffer.from(content) });
  await page.waitForFunction(() => [...document.querySelectorAll('header.top button')].find((one) => one.innerText === '撤销').disabled);
  await page.locator('.nav').getByRole('button', { name: '职业技能提升行动' }).click();
  await eventually(() => page.locator('[id="f1.total"]').innerText(), '98.8');
  await eventually(() => text('goals[0].indicators[5].weight'), '8');
  await eventually(() => text('projectCategory'), '部门预算项目');
  assertClean(seen);
}));

test('undone to empty and redone, and what was redone is what is saved', () => withPage({ browser, url: oneFile() }, async ({ page, seen }) => {
  await page.evaluate(() => { delete window.showSaveFilePicker; });
  const saved = async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+S')]);
    return readFile(await download.path(), 'utf8');
  };
  await page.getByRole('button', { name: '新建', exact: true }).click();
  await page.locator('table.foot').waitFor();
  const empty = await saved();
  await page.getByRole('button', { name: '新增项目表' }).click();
  await page.locator('[id="f1.goals[0].indicators[0].name"]').click();
  for (const [i, row] of ROWS.entries()) {
    for (const [column, value] of row.entries()) {
      await page.keyboard.type(value);
      if (column < row.length - 1) await page.keyboard.press('Tab');
    }
    if (i % 3 === 1) await page.keyboard.press('Alt+D');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Home');
  }
  const full = await saved();
  assert.ok(ROWS.every(([name]) => full.includes(name)));
  const button = (name) => page.getByRole('button', { name, exact: true });
  let steps = 0;
  for (; !(await button('撤销').isDisabled()); steps += 1) await page.keyboard.press('Control+Z');
  assert.ok(steps >= 30, `${steps} steps`);
  assert.equal(await saved(), empty);
  for (let i = 0; i < steps; i += 1) await page.keyboard.press('Control+Y');
  await eventually(() => button('重做').isDisabled(), true);
  assert.equal(await saved(), full);
  assertClean(seen);
}));

test('what a key does is done before the next key, however busy the machine is', () => withPage({ browser, url: oneFile() }, async ({ page, seen }) => {
  await page.getByRole('button', { name: '新建', exact: true }).click();
  await page.locator('table.foot').waitFor();
  await page.locator('[id="f0.goals[0].indicators[0].actual"]').click();
  const keys = [
    ['Enter', {}, 'goals[0].indicators[1].actual'],
    ['Home', {}, 'goals[0].indicators[1].name'],
    ['d', { altKey: true }, 'goals[0].indicators[2].name'],
    ['Enter', {}, 'goals[0].indicators[3].name'],
    ['End', {}, 'goals[0].indicators[3].claimed'],
    ['Enter', { altKey: true }, 'goals[0].indicators[4].name'],
    ['ArrowUp', {}, 'goals[0].indicators[3].name'],
    ['z', { ctrlKey: true }, 'goals[0].indicators[4].name'],
  ];
  // One after the other, without letting go of the page between them.
  const reached = await page.evaluate((keys) => keys.map(([key, more]) => {
    document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...more }));
    return document.activeElement.id;
  }), keys);
  assert.deepEqual(reached, keys.map(([, , id]) => `f0.${id}`));
  assertClean(seen);
}));
