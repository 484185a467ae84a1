// On paper: the three forms of the example as the official form, on A4, whole, with nothing else on it.
import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { assertClean, launchToday, typeInto, withPage } from './support/chromium.mjs';
import { bare, pagesOf } from './support/pdf.mjs';
import { cell, oneFile, openExample } from './support/site.mjs';

let browser;
before(async () => { browser = await launchToday(); });
after(() => browser?.close());

const MM = 72 / 25.4;

async function printed(page, name) {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  if (process.env.JUESUAN_SHOTS) {
    await mkdir(process.env.JUESUAN_SHOTS, { recursive: true });
    await writeFile(join(process.env.JUESUAN_SHOTS, `${name}.pdf`), pdf);
  }
  return pagesOf(pdf);
}

/** A4, and every text inside the margins. */
function assertOnPaper(pages) {
  for (const [i, { width, height, items }] of pages.entries()) {
    assert.ok(Math.abs(width - 210 * MM) < 1 && Math.abs(height - 297 * MM) < 1, `page ${i + 1} is A4: ${width} × ${height}`);
    for (const { text, left, right, top, bottom } of items) {
      const inside = left >= 11.5 * MM && right <= width - 11.5 * MM && top >= 10.5 * MM && bottom <= height - 9.5 * MM;
      assert.ok(inside, `page ${i + 1}: “${text}” at ${[left, right, top, bottom].map(Math.round)}`);
    }
  }
}

/** What stands in the fields of a form, and whether each shows it whole. */
const fields = (page, form) => page.evaluate((index) => [...document.querySelectorAll(`[id^="f${index}."]`)]
  .filter((one) => one.matches('input, textarea') && one.offsetParent)
  .map((one) => ({ id: one.id, value: one.value, whole: one.scrollHeight <= one.clientHeight + 1 && one.scrollWidth <= one.clientWidth + 1 })), form);

test('tables, text and the three forms of the example, in one print', () => withPage({ browser, url: oneFile() }, async ({ page, seen }) => {
  await openExample(page);
  await page.evaluate(() => { window.print = () => {}; });
  await page.getByRole('button', { name: '打印全部' }).click();
  // Its errors are named first.
  await page.getByRole('button', { name: '仍然继续' }).click();
  await page.locator('.sheet').nth(12).waitFor({ state: 'attached' });
  assert.equal(await page.locator('.sheet.only-print').first().isVisible(), false, 'on the screen one form stays');
  // As wide as the paper between its margins: what is cut off there is cut off on paper.
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: Math.floor(186 / 25.4 * 96), height: 1000 });
  const typed = [];
  for (const form of [0, 1, 2]) typed.push(await fields(page, form));
  for (const { id, value, whole } of typed.flat()) assert.ok(whole, `${id} shows all of “${value}”`);
  const all = await printed(page, 'example');
  assertOnPaper(all);
  // The tables and the text come first, then a page for each form.
  const [accounts, pages] = [all.slice(0, -3), all.slice(-3)];
  const before = bare(accounts.map(({ text }) => text).join(''));
  for (const word of ['收入支出决算总表', '一般公共预算财政拨款支出决算表', '公开09', '2080109', '1,552.63', '1,236.3', '社会保险经办机构', '收入总计和支出总计均为', '名词解释']) {
    assert.ok(before.includes(bare(word)), `${word} before the forms`);
  }
  for (const control of ['待填', '粘贴整表', '复制全文', '存为', '上年决算数', '勾稽']) assert.ok(!before.includes(control), `${control} is for the screen`);
  const titles = ['汉阳社会保险管理处整体绩效自评表', '合同人员经费项目自评表', '社会保险业务工作经费项目自评表'];
  const starts = titles.map((title) => pages.findIndex(({ text }) => bare(text).includes(bare(title))));
  assert.deepEqual(starts, [0, 1, 2]);
  for (const [form, values] of typed.entries()) {
    const text = bare(pages.slice(starts[form], starts[form + 1]).map((one) => one.text).join(''));
    for (const { id, value } of values) assert.ok(text.includes(bare(value)), `${id}: “${value}” is printed`);
    for (const word of ['预算执行情况', '执行率', '100.0%', '数量指标', '总分', '偏差大或目标未完成原因分析', '改进措施及结果应用方案', '备注', '填表人：', '单位（盖章）：']) {
      assert.ok(text.includes(bare(word)), `${word} on form ${form}`);
    }
    for (const control of ['添加指标', '建立副本', '添加二级指标', '搁置', '计算得分', '自填', '按键', '核对', '批注']) {
      assert.ok(!text.includes(control), `${control} is no part of form ${form}`);
    }
  }
  for (const points of ['(50分)', '(36分)', '(14分)']) assert.ok(bare(pages[0].text).includes(points), `${points} in a heading`);
  await page.emulateMedia({ media: 'screen' });
  await page.locator('.sheet').first().waitFor({ state: 'detached' });
  assertClean(seen);
}));

test('one form alone, with long texts, a remark and a finding set aside', () => withPage({ browser, url: oneFile() }, async ({ page, seen }) => {
  await openExample(page);
  const long = '新冠疫情期间业务量变化较大，'.repeat(60);
  await cell(page, 'deviation').fill(long);
  await typeInto(page, cell(page, 'goals[0].indicators[0].name'), '很长的指标名称'.repeat(12));
  await cell(page, 'claimedTotal').click();
  await page.locator('#remark').fill('只给填报人看');
  await page.locator('.finding', { hasText: '总分' }).first().getByRole('button', { name: '搁置…' }).click();
  await page.getByPlaceholder(/为什么可以不改/).fill('按原件公开');
  await page.locator('.reason').getByRole('button', { name: '搁置' }).click();
  const pages = await printed(page, 'long');
  assertOnPaper(pages);
  const text = bare(pages.map((one) => one.text).join(''));
  assert.ok(text.includes(bare(long)) && text.includes('很长的指标名称'.repeat(12)));
  assert.match(text, /已搁置的核对结果[^]*按原件公开/);
  assert.ok(!text.includes('只给填报人看') && !text.includes('合同人员经费项目自评表'));
  assertClean(seen);
}));

test('forty rows under one heading go over pages, rows unbroken', () => withPage({ browser, url: oneFile() }, async ({ page, seen }) => {
  const indicators = Array.from({ length: 40 }, (_, i) => ({ category: '产出指标', dimension: i < 25 ? '数量指标' : '质量指标', name: `第${i + 1}项指标，名称稍长一些以便折行显示`, weight: '2', target: '≥50人次', actual: '60人次', claimed: '2' }));
  const workbook = JSON.stringify({ format: 2, forms: [{ unit: '某中心', execution: { budget: '1', actual: '1' }, goals: [{ name: '目标', indicators }] }] });
  await page.locator('header.top input[type=file]').setInputFiles({ name: 'x.juesuan.json', mimeType: 'application/json', buffer: Buffer.from(workbook) });
  await page.locator('table.foot').waitFor();
  const pages = await printed(page, 'forty');
  assertOnPaper(pages);
  for (let i = 1; i <= 40; i += 1) {
    const on = pages.filter(({ text }) => bare(text).includes(`第${i}项指标,名称稍长一些以便折行显示`));
    assert.equal(on.length, 1, `row ${i} stands whole on one page`);
  }
  const used = pages.map(({ items }) => Math.max(0, ...items.map(({ bottom }) => bottom)));
  assert.ok(used[0] > 500, `the first page is used: ${used.map(Math.round)}`);
  assertClean(seen);
}));
