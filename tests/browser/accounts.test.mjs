// The final accounts: tables typed and pasted, the text that follows, its figures, identities.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { assertClean, eventually, launchToday, screenshot, withPage } from './support/chromium.mjs';
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

const nav = (page, name) => page.locator('.nav-item', { hasText: name }).first();
const cell = (page, path) => page.locator(`[id="accounts.${path}"]`);
/** What a blank cell shows: what follows from others, as a text, or else that it is waited for. */
const shown = async (page, path) => {
  const derived = page.locator(`[id="accounts.${path}-derived"]`);
  return (await derived.count()) ? derived.innerText() : cell(page, path).getAttribute('placeholder');
};
const findings = (page) => page.locator('.finding .message').allInnerTexts();
const table = async (page, no) => {
  await nav(page, '决算表').click();
  await page.locator('.tab', { hasText: `公开${no}` }).click();
};
const paste = (page, selector, data) => page.locator(selector).evaluate((target, formats) => {
  const clipboard = new DataTransfer();
  for (const [type, text] of Object.entries(formats)) clipboard.setData(type, text);
  target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }));
}, data);

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

example('a figure typed in table 05 changes totals, findings, text and chart', async (page) => {
  await table(page, '05');
  await eventually(() => cell(page, '05.total.total').inputValue(), '1,552.16');
  // What follows is shown.
  await eventually(() => shown(page, '05[8].total'), '148.59');
  await eventually(() => shown(page, '05[1].total'), '1,126.34');
  await cell(page, '05[0].total').fill('1,248.25');
  assert.ok((await findings(page)).some((line) => line.includes('公开05“合计”的本年支出合计 1,552.16 与各项之和 1,551.15 不等，相差 1.01')), (await findings(page)).join('\n'));
  // What would not add up is not written.
  assert.match(await page.locator('.written').innerText(), /各类之和 1,551\.15 小于合计 1,552\.16/);
  await screenshot(page, 'table');
  await cell(page, '05[0].total').fill('12a');
  await eventually(() => cell(page, '05[0].total').getAttribute('aria-invalid'), 'true');
  assert.ok((await findings(page)).some((line) => line.includes('“12a”不是数字')));
  for (let i = 0; i < 2; i += 1) await page.keyboard.press('Control+z');
  await eventually(() => cell(page, '05[0].total').inputValue(), '1,249.26');
});

example('what follows is a text: read aloud, copied, gone where something is typed', async (page) => {
  await table(page, '05');
  const path = '05[8].total';
  const [field, derived] = [cell(page, path), page.locator(`[id="accounts.${path}-derived"]`)];
  await eventually(() => derived.innerText(), '148.59');
  assert.equal(await field.inputValue(), '', 'nobody typed it');
  assert.match(await field.getAttribute('aria-describedby'), /accounts\.05\[8\]\.total-derived/);
  assert.ok((await page.locator('tr', { has: field }).innerText()).includes('148.59'), 'it is selected with the row');
  const copied = await field.evaluate((target) => {
    const clipboardData = new DataTransfer();
    target.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
    return clipboardData.getData('text/plain');
  });
  assert.equal(copied, '148.59');
  // A press where it stands is one in the field.
  await derived.click({ force: true });
  await eventually(() => page.evaluate(() => document.activeElement.id), `accounts.${path}`);
  await page.keyboard.type('1');
  await eventually(() => field.inputValue(), '1');
  await eventually(() => derived.count(), 0);
  await page.keyboard.press('Control+z');
  await eventually(() => derived.innerText(), '148.59');
});

example('rounding is one notice that leads to its places; rows are said to be complete; zeros are counted before', async (page) => {
  await table(page, '05');
  await cell(page, '05[0].total').fill('1,249.25');
  const notice = page.locator('.finding[data-code="table-rounding"]');
  assert.match(await notice.locator('.message').innerText(), /四舍五入范围内/);
  await notice.locator('summary').click();
  await notice.locator('.places .link').first().click();
  assert.match(await page.evaluate(() => document.activeElement.id), /^accounts\.0/);
  await page.keyboard.press('Control+z');
  await eventually(() => notice.count(), 0);
  await table(page, '02');
  const zeros = page.getByRole('button', { name: /^空格填 0/ });
  await eventually(() => zeros.innerText(), '空格填 0（0 格）');
  assert.ok(await zeros.isDisabled());
});

example('a class follows from its items once no row is missing', async (page) => {
  await page.getByRole('button', { name: '首页' }).click();
  await page.locator('#new-unit').fill('某中心');
  await page.getByRole('button', { name: '新建', exact: true }).click();
  await table(page, '05');
  await page.getByRole('combobox', { name: /添加科目/ }).fill('2080101');
  await page.keyboard.press('Enter');
  await cell(page, '05[2].total').fill('5');
  await eventually(() => shown(page, '05[1].total'), '待填');
  const complete = page.getByLabel('各行已录全');
  await complete.check();
  await eventually(() => shown(page, '05[1].total'), '5.00');
  await complete.uncheck();
  await eventually(() => shown(page, '05[1].total'), '待填');
});

example('keys walk the grid, blocks are copied and filled, subjects found', async (page) => {
  await table(page, '05');
  await cell(page, '05[3].basic').fill('');
  await cell(page, '05[1].basic').click();
  await page.keyboard.type('10');
  await page.keyboard.press('Enter');
  await page.keyboard.type('6');
  await page.keyboard.press('Enter');
  await eventually(() => cell(page, '05[1].basic').inputValue(), '10.00');
  await eventually(() => cell(page, '05[2].basic').inputValue(), '6.00');
  // The one part that is left follows.
  await eventually(() => shown(page, '05[3].basic'), '4.00');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+d');
  await page.getByRole('combobox', { name: /添加科目/ }).fill('一般行政管理事务');
  await page.getByRole('combobox', { name: /添加科目/ }).fill('2080102');
  await page.keyboard.press('Enter');
  await eventually(() => cell(page, '05[3].code').inputValue(), '2080102');
  await eventually(() => page.evaluate(() => document.activeElement.id), 'accounts.05[3].total');
  await page.keyboard.press('Alt+Delete');
  await eventually(() => cell(page, '05[3].code').inputValue(), '2080109');
});

example('a whole table is pasted; what cannot be placed is said', async (page) => {
  await table(page, '03');
  await page.getByRole('button', { name: '粘贴整表…' }).click();
  const rows = [
    ['支出决算表'], ['单位：元'],
    ['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'],
    ['', '合计', '15526300', '13743300', '1783000', '0', '0', '0'],
    ['208', '社会保障和就业支出', '15526300', '13743300', '约数', '0', '0', '0'],
    ['', '不知道的一行', '5', '', '', '', '', ''],
    ['注：本表反映支出情况。'],
  ];
  await paste(page, '.paste-box textarea', { 'text/plain': rows.map((row) => row.join('\t')).join('\r\n') });
  const outcome = await page.locator('.paste-outcome').innerText();
  assert.match(outcome, /按元保留/);
  assert.match(outcome, /第 5 行第 5 列“约数”/);
  assert.match(outcome, /第 6 行“不知道的一行”没有科目编码/);
  await eventually(() => cell(page, '03.total.total').inputValue(), '1,552.63');
  await eventually(() => cell(page, '03[0].basic').inputValue(), '1,374.33');
  await screenshot(page, 'pasted');
});

example('the layout of a place: other tables and columns, nothing typed is lost, undone in one step', async (page) => {
  await table(page, '09');
  assert.equal(await page.locator('.form-title').innerText(), '国有资本经营预算财政拨款支出决算表');
  await page.locator('[id="accounts.layout"]').selectOption('shanghai-2024');
  assert.equal(await page.locator('.form-title').innerText(), '国有资本经营预算财政拨款收入支出决算表');
  await cell(page, '09.total.opening').fill('0');
  await page.locator('.tab', { hasText: '公开05' }).click();
  assert.match(await page.locator('.sheet-side tbody tr').last().innerText(), /合计/);
  await screenshot(page, 'layout');
  await page.locator('[id="accounts.layout"]').selectOption('');
  assert.ok((await findings(page)).some((line) => line.includes('没有这些单元格：公开09“合计”的年初结转和结余')), (await findings(page)).join('\n'));
  await page.keyboard.press('Control+z');
  assert.equal(await page.locator('[id="accounts.layout"]').inputValue(), 'shanghai-2024');
  assert.ok(!(await findings(page)).some((line) => line.includes('没有这些单元格')));
});

example('the text: numbers lead to their cells, a sentence is reworded, the style chosen, all of it copied', async (page) => {
  await nav(page, '决算说明').click();
  const text = () => page.locator('.paper.text').innerText();
  assert.match(await text(), /占本年收入的\s*100\.0%/);
  await page.locator('[data-sentence="total"] button.live').first().click();
  await eventually(() => page.evaluate(() => document.activeElement.id), 'accounts.01.left-total.amount');
  await nav(page, '决算说明').click();
  const sentence = page.locator('[data-sentence="total"]');
  await sentence.hover();
  await sentence.getByRole('button', { name: '改写这句话' }).click();
  await page.locator('.rewording textarea').fill('全年收支总计{总计}万元，{总计·增减}。');
  await page.getByRole('button', { name: '完成', exact: true }).click();
  assert.match(await sentence.innerText(), /^全年收支总计1,552\.63[^]*万元，增加7\.7/);
  await page.locator('[id="accounts.style"]').selectOption('zhejiang-2021');
  assert.match(await text(), /占收入合计的\s*99\.97%/);
  await page.locator('[id="accounts.style"]').selectOption('wuhan-2020');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: '复制全文' }).click();
  const html = await page.evaluate(async () => (await (await navigator.clipboard.read())[0].getType('text/html')).text());
  assert.match(html, /<h2[^>]*>一、收入支出决算总体情况说明<\/h2>/);
  const [svg] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '存为 SVG' }).first().click()]);
  assert.match(await readFile(await svg.path(), 'utf8'), /^<svg [^]*1,544\.93/);
  const [png] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '存为 PNG' }).first().click()]);
  assert.equal((await readFile(await png.path())).subarray(1, 4).toString(), 'PNG');
  await screenshot(page, 'text');
});

example('facts and key work; identities with both sides', async (page) => {
  await nav(page, '说明资料').click();
  await eventually(() => shown(page, 'facts.operating'), '137.56');
  await cell(page, 'facts.smallMedium').fill('9');
  assert.ok((await findings(page)).some((line) => line.includes('占比会超过 100%')));
  await page.getByRole('button', { name: '添加重点工作' }).click();
  await cell(page, 'work[4].targetValue').fill('100人次');
  await cell(page, 'work[4].actualValue').fill('95人次');
  assert.match(await page.locator('.work-grid tbody tr').nth(4).innerText(), /95\.0%/);
  await screenshot(page, 'facts');
  await table(page, '06');
  await cell(page, '06.personnel.amount').fill('1,236.4');
  await nav(page, '勾稽关系').click();
  assert.ok(await page.locator('.identities tr.broken').count() > 0);
  await screenshot(page, 'identities');
  await page.locator('.identities tr.broken button.link').first().click();
  assert.match(await page.evaluate(() => document.activeElement.id), /^accounts\.0/);
});
