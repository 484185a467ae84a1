// What is pasted: tables without a unit, blocks with headings, cells in a field of words; and what is said of it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertClean, eventually, launchToday, withPage } from './support/chromium.mjs';
import { artefacts, openExample } from './support/site.mjs';

let browser;
let places;
before(async () => {
  browser = await launchToday();
  places = await artefacts();
});
after(async () => {
  await browser.close();
  for (const place of places) await place.close();
});

/** The same on http under the strict policy and on file://. */
function example(name, run) {
  for (const at of [0, 1]) {
    test(`${name} (${['http', 'file'][at]})`, () => withPage({ browser, url: places[at].url }, async ({ page, seen }) => {
      await openExample(page);
      await run(page);
      assertClean(seen);
    }));
  }
}

const nav = (page, name) => page.locator('.nav-item', { hasText: name }).first();
const at = (page, id) => page.locator(`[id="${id}"]`);
const table = async (page, no) => {
  await nav(page, '决算表').click();
  await page.locator('.tab', { hasText: `公开${no}` }).click();
};
const paste = (target, rows) => target.evaluate((element, text) => {
  const clipboard = new DataTransfer();
  clipboard.setData('text/plain', text);
  element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, composed: true, cancelable: true }));
}, rows.map((row) => row.split('|').join('\t')).join('\r\n'));

const HEAD = '科目编码|科目名称|本年支出合计|基本支出|项目支出';

example('a table without a unit is asked for where it cannot be in 万元', async (page) => {
  await table(page, '05');
  await page.getByRole('button', { name: '粘贴整表…' }).click();
  const box = page.locator('.paste-box textarea');
  const outcome = page.locator('.paste-outcome');
  const total = at(page, 'accounts.05.total.total');
  const before = await total.inputValue();
  await paste(box, [HEAD, '|合计|15521600|13738600|1783000']);
  assert.match(await outcome.innerText(), /没有写金额单位.*一万倍.*还没有放入/s);
  assert.doesNotMatch(await outcome.innerText(), /撤销/);
  await eventually(() => total.inputValue(), before, 'nothing is taken before somebody chooses');
  await outcome.getByRole('button', { name: '按元读入' }).click();
  await page.waitForFunction(() => document.querySelector('.paste-outcome')?.innerText.includes('可以撤销'));
  await eventually(() => total.inputValue(), '1,552.16');
  await page.keyboard.press('Control+Z');
  await eventually(() => outcome.count(), 0, 'what was said of the paste is gone with it');
  // A choice holds for one paste.
  await eventually(() => page.locator('#paste-unit').inputValue(), 'written');
  await paste(box, [HEAD, '|合计|15521600|13738600|1783000']);
  assert.match(await outcome.innerText(), /还没有放入/);
});

example('a paste that changed nothing says nothing of undoing', async (page) => {
  await table(page, '05');
  await page.getByRole('button', { name: '粘贴整表…' }).click();
  await paste(page.locator('.paste-box textarea'), ['不是一张表', '也没有数字']);
  const outcome = page.locator('.paste-outcome');
  assert.match(await outcome.innerText(), /没有认出这张表/);
  assert.doesNotMatch(await outcome.innerText(), /撤销/);
});

example('a block with headings comes under its own, from a heading and from a cell', async (page) => {
  const block = (name) => ['一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析', `产出指标|质量指标|${name}|≥90%|95%|3|3|天气`];
  await paste(at(page, 'f0.goals[0].indicators[0].category'), block('甲指标'));
  await paste(at(page, 'f0.goals[0].indicators[0].target'), block('乙指标'));
  const alert = await page.getByRole('alert').innerText();
  assert.match(alert, /1 条指标已放到各自的一级、二级指标下。.*“偏差原因分析”.*可以撤销/s);
  const texts = await page.locator('textarea, input').evaluateAll((fields) => fields.map((field) => field.value));
  assert.ok(texts.includes('甲指标') && texts.includes('乙指标'));
  assert.ok(texts.every((text) => !text.includes('\t')), 'no raw tabs');
  const weights = await page.evaluate(() => ['甲指标', '乙指标'].map((name) => {
    const field = [...document.querySelectorAll('textarea, input')].find((one) => one.value === name);
    return ['weight', 'target', 'actual'].map((column) => document.getElementById(field.id.replace(/name$/, column)).value);
  }));
  assert.deepEqual(weights, [['3', '≥90%', '95%'], ['3', '≥90%', '95%']]);
});

example('cells pasted into a field of words have no tabs, and are typed as by hand', async (page) => {
  const field = at(page, 'f0.deviation');
  await field.click();
  await field.evaluate((area) => { area.value = ''; area.dispatchEvent(new InputEvent('input', { bubbles: true })); });
  await paste(field, ['甲|乙', '丙|丁']);
  await eventually(() => field.inputValue(), '甲 乙\n丙 丁');
  await page.keyboard.press('Control+Z');
  assert.notEqual(await field.inputValue(), '甲 乙\n丙 丁');
  const line = at(page, 'f0.execution.budget');
  await line.click();
  await line.evaluate((input) => input.select());
  await paste(line, ['5|6']);
  await eventually(() => line.inputValue(), '5 6');
});
