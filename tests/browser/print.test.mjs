// On paper: the three forms of the example as the official form, on A4, whole, with nothing else on it.
import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { assertClean, eventually, launchToday, typeInto, withPage } from './support/chromium.mjs';
import { paragraphs, right } from './support/disclosure.mjs';
import { docx } from './support/documents.mjs';
import { pageOf, portal } from './support/portal.mjs';
import { bare, pagesOf } from './support/pdf.mjs';
import { cell, drop, oneFile, openExample } from './support/site.mjs';

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

// ---- Ctrl+P, and the browser's own menu

const view = (page, name) => page.locator('.nav-item', { hasText: name }).first().click();
const table = async (page, no) => {
  await view(page, '决算表');
  await page.locator('.tab', { hasText: no }).click();
};
const published = async (page) => {
  await view(page, '成文与导出');
  await page.locator('.published .document-text').waitFor();
};
const review = async (page) => {
  await drop(page, [['甲馆.docx', docx(paragraphs(right))]]);
  await page.locator('.review .none').waitFor();
};
/** Counts prints instead of printing, and says of each key whether the browser was kept from what it would do. */
const watchPrints = (page) => page.evaluate(() => {
  window.printed = 0;
  window.print = () => { window.printed += 1; };
  window.addEventListener('keydown', (event) => setTimeout(() => { window.kept = event.defaultPrevented; }));
});
const prints = (page) => page.evaluate(() => window.printed);
const focused = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.className);

const HELD = 'held back';
const PRINTS = 'printed';
const LEFT = 'left to the browser';
for (const [what, go, expected] of [
  ['a form with errors', async () => {}, HELD],
  ['a form with errors, in one of its cells', (page) => cell(page, 'execution.budget').focus(), HELD],
  ['a form without errors', (page) => page.getByRole('button', { name: '新增项目表' }).click(), PRINTS],
  ['a table without errors', (page) => table(page, '公开01'), PRINTS],
  ['the text', (page) => view(page, '决算说明'), PRINTS],
  ['the whole disclosure, with the errors of its forms', published, HELD],
  ['a document that is reviewed', review, PRINTS],
  ['rules and settings', (page) => view(page, '评分规则与设置'), LEFT],
  ['the start', (page) => view(page, '首页'), LEFT],
  ['quick figures', (page) => view(page, '速算'), LEFT],
]) {
  test(`Ctrl+P on ${what}: ${expected}`, () => withPage({ browser, url: oneFile() }, async ({ page, seen }) => {
    await openExample(page);
    await watchPrints(page);
    await go(page);
    await page.keyboard.press('Control+p');
    await eventually(() => page.evaluate(() => window.kept), expected !== LEFT);
    await eventually(() => prints(page), expected === PRINTS ? 1 : 0);
    await eventually(() => page.locator('#before').count(), expected === HELD ? 1 : 0);
    if (expected === HELD) {
      await eventually(() => focused(page), 'before');
      await page.getByRole('button', { name: '仍然继续' }).click();
      await eventually(() => prints(page), 1);
    }
    assertClean(seen);
  }));
}

test('held back in a cell, one is back in it after cancelling', () => withPage({ browser, url: oneFile() }, async ({ page, seen }) => {
  await openExample(page);
  await watchPrints(page);
  await cell(page, 'execution.budget').focus();
  await page.keyboard.press('Control+p');
  await page.getByRole('button', { name: '取消' }).click();
  await eventually(() => focused(page), 'f0.execution.budget');
  assertClean(seen);
}));

for (const [typed, printedAs] of [['1234.5', '1,234.50'], ['=1,000+234.5', '1,234.50']]) {
  test(`${typed} in the cell one is in is ${printedAs} on paper, also from the browser's menu`, () => withPage({ browser, url: oneFile() }, async ({ page, seen }) => {
    await openExample(page);
    await table(page, '公开01');
    const amount = '[id="accounts.01.income-funds.amount"]';
    await typeInto(page, amount, typed);
    const text = bare((await printed(page, 'typed')).map((one) => one.text).join(''));
    assert.ok(text.includes(printedAs) && !text.includes(typed), text.slice(0, 400));
    await eventually(() => focused(page), 'accounts.01.income-funds.amount');
    assertClean(seen);
  }));
}

for (const [what, parts, there, missing] of [
  ['all of it', [], ['目录', '收入支出决算总表', '一般公共预算财政拨款支出决算表', '名词解释', '整体绩效自评表'], []],
  ['the parts that were chosen', ['封面', '目录'], ['目录'], ['收入支出决算总表公开01', '1,552.63']],
]) {
  test(`the browser's menu prints what is published, not the screen: ${what}`, () => withPage({ browser, url: oneFile() }, async ({ page, seen }) => {
    await openExample(page);
    await published(page);
    for (const part of parts) await page.getByLabel(part, { exact: true }).check();
    await page.locator('.published .document-text').waitFor();
    await watchPrints(page);
    // What stands there before printing, as the page's own print would have it.
    const shown = bare(await page.locator('.published .document-text').innerText());
    const text = bare((await printed(page, `published-${parts.length}`)).map((one) => one.text).join(''));
    for (const word of ['2020年度', ...there]) assert.ok(shown.includes(bare(word)) && text.includes(bare(word)), word);
    for (const word of [...missing, '下载Word', '成文与导出', '处错误', '首页']) assert.ok(!text.includes(bare(word)), word);
    assertClean(seen);
  }));
}

/** For `addInitScript`: what is asked of workers waits until `window.release()`. */
const heldWorkers = () => {
  const waiting = [];
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (...of) {
    if (window.holding) waiting.push(() => post.apply(this, of));
    else post.apply(this, of);
  };
  window.release = () => {
    window.holding = false;
    for (const one of waiting.splice(0)) one();
  };
};
test('what is still being put together is printed once it is there; until then the paper says so', async () => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  try {
    await context.addInitScript(heldWorkers);
    await withPage({ context, url: oneFile() }, async ({ page, seen }) => {
      await openExample(page);
      await watchPrints(page);
      await page.evaluate(() => { window.holding = true; });
      await view(page, '成文与导出');
      assert.match(bare((await printed(page, 'composing')).map((one) => one.text).join('')), /^正在成文/);
      await page.keyboard.press('Control+p');
      await page.getByRole('button', { name: '仍然继续' }).click();
      await page.locator('#before').waitFor({ state: 'detached' });
      assert.equal(await prints(page), 0);
      await page.evaluate(() => window.release());
      await eventually(() => prints(page), 1);
      assert.ok(await page.locator('.published .document-text').isVisible());
      assertClean(seen);
    });
  } finally {
    await context.close();
  }
});

test('in an element of somebody else’s page Ctrl+P is that page’s', async () => {
  const served = await portal(pageOf('<juesuan-form id="a"></juesuan-form>', {
    js: `import './juesuan/juesuan-form.js';\nconst a = document.getElementById('a');\na.value = ${JSON.stringify({ unit: '某中心', execution: { budget: '12a' } })};\nawait a.ready;\ndocument.body.dataset.ready = 'yes';`,
  }));
  try {
    await withPage({ browser, url: served.url }, async ({ page, seen }) => {
      await page.locator('body[data-ready]').waitFor();
      await watchPrints(page);
      await page.locator('#a').locator('[id="f0.execution.budget"]').click();
      await page.keyboard.press('Control+p');
      await eventually(() => page.evaluate(() => window.kept), false);
      assert.equal(await prints(page), 0);
      assert.equal(await page.locator('#a').locator('#before').count(), 0);
      assertClean(seen);
    });
  } finally {
    await served.close();
  }
});
