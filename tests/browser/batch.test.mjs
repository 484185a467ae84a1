// Many documents become workbooks, which are saved and brought together; what goes into an open workbook is ticked; a
// ledger's export goes into tables.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { unzipSync } from 'fflate';
import { assertAccessible } from './support/axe.mjs';
import { assertClean, eventually, launchToday, screenshot, withPage } from './support/chromium.mjs';
import { paragraphs, right } from './support/disclosure.mjs';
import { docx, xlsx } from './support/documents.mjs';
import { drop, oneFile, openExample } from './support/site.mjs';

let browser;
before(async () => { browser = await launchToday(); });
after(() => browser?.close());

const TABLE = [
  ['科目编码', '科目名称', '合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'],
  ['', '合计', '100.00', '80.00', '20.00', '0.00', '0.00', '0.00'],
  ['207', '文化旅游体育与传媒支出', '100.00', '80.00', '20.00', '0.00', '0.00', '0.00'],
  ['20701', '文化和旅游', '100.00', '80.00', '20.00', '0.00', '0.00', '0.00'],
  ['2070104', '图书馆', '100.00', '80.00', '20.00', '0.00', '0.00', '0.00'],
];
/** A unit's disclosure with its table 03, as Word and as Excel. */
const word = (unit) => docx([...paragraphs(right.replaceAll('青山市图书馆', unit)), '支出决算表', '公开03表', '单位：万元'], TABLE);
const excel = (unit) => xlsx('公开03', [['支出决算表', '', '', '', '', '', '', ''], ['公开03表'], [`单位名称：${unit}`, '', '', '', '', '', '', '单位：万元'], ['2024年度'], ...TABLE]);
const LEDGER = [
  ['科目编码', '科目名称', '资金性质', '支出类型', '金额'],
  ['30101', '基本工资', '一般公共预算财政拨款', '基本支出', '1234567.89'],
  ['30201', '办公费', '一般公共预算财政拨款', '基本支出', '50000.00'],
  ['2080109', '社会保险经办机构', '', '', '70000.00'],
  ['', '本单位自定科目', '', '', '1000.00'],
].map((row) => row.join(',')).join('\r\n');

const onPage = (name, lang, steps) => test(name, () => withPage({ browser, url: Object.assign(new URL(oneFile()), { search: `?lang=${lang}` }).href }, async ({ page, seen }) => {
  await page.locator('.start').waitFor();
  await steps(page);
  assertClean(seen);
}));

for (const [lang, words] of [
  ['zh', { make: '全部建成工作簿', pack: '打包保存工作簿', gather: '汇总这些工作簿', expected: '应报单位', missing: /还缺 1 个单位/, all: '名单上的单位都已报送。', open: '打开汇总表', units: '2 个单位的公开01至09表逐格相加', failed: /3 个文件中有 1 个没有读成/, tables: '决算表' }],
  ['en', { make: 'Make workbooks of all', pack: 'Save the workbooks in one file', gather: 'Consolidate the workbooks', expected: 'Units that are expected', missing: /Missing units \(1\)/, all: 'All units of the list are there.', open: 'Open the consolidated form', units: 'Tables 01 to 09 of 2 units', failed: /1 of 3 files could not be read/, tables: 'Tables' }],
]) {
  onPage(`a folder of unit files becomes workbooks and one department (${lang})`, lang, async (page) => {
    await drop(page, [['甲.docx', word('甲图书馆')], ['乙.xlsx', excel('乙图书馆')], ['坏.pdf', Buffer.from('%PDF-1.7 nothing of the kind')]]);
    const button = (name) => page.getByRole('button', { name });
    await page.locator('.files-table tbody tr').nth(2).waitFor();
    await eventually(() => button(words.make).isEnabled(), true);
    await button(words.make).click();
    await eventually(() => button(words.pack).isEnabled(), true);
    await assertAccessible(page, 'a list of which workbooks are made');
    await screenshot(page, `batch-list-${lang}`);
    const [download] = await Promise.all([page.waitForEvent('download'), button(words.pack).click()]);
    const files = Object.entries(unzipSync(await readFile(await download.path())));
    assert.equal(files.length, 2);
    for (const [name, bytes] of files) {
      assert.match(name, /图书馆.*\.juesuan\.json$/);
      assert.equal(JSON.parse(Buffer.from(bytes)).accounts.tables['03'].lines.at(-1).basic, '80.00', name);
    }
    await button(words.gather).click();
    await page.getByText(words.units).waitFor();
    await page.getByText(words.failed).waitFor();
    const expected = page.getByLabel(words.expected);
    await expected.fill('甲图书馆\n乙图书馆\n丙图书馆');
    await page.getByRole('status').filter({ hasText: words.missing }).waitFor();
    assert.deepEqual(await page.locator('.missing li').allInnerTexts(), ['丙图书馆']);
    await expected.fill('甲图书馆\n乙图书馆');
    await page.getByRole('status').filter({ hasText: words.all }).waitFor();
    await assertAccessible(page, 'a consolidation of accounts');
    await screenshot(page, `batch-consolidated-${lang}`);
    await button(words.open).click();
    await page.locator('.nav button', { hasText: words.tables }).first().click();
    await page.locator('.tab', { hasText: '03' }).click();
    await page.locator('.table-view').getByText('200').first().waitFor();
  });
}

onPage('what is typed is replaced only where it is ticked', 'zh', async (page) => {
  await openExample(page);
  await drop(page, [['甲.docx', word('甲图书馆')]]);
  await page.locator('.document-head h1', { hasText: '甲.docx' }).waitFor();
  await page.getByRole('button', { name: '取数建工作簿…' }).click();
  const others = page.locator('.import-overwritten tbody input');
  await others.first().waitFor();
  assert.ok((await others.all()).length > 0);
  for (const box of await others.all()) assert.equal(await box.isChecked(), false);
  await page.getByLabel('全部替换').check();
  await eventually(async () => (await Promise.all((await others.all()).map((box) => box.isChecked()))).every(Boolean), true);
  await assertAccessible(page, 'what would be replaced');
  await screenshot(page, 'import-ticked');
});

onPage('a ledger goes into the tables once what is uncertain is chosen', 'zh', async (page) => {
  await openExample(page);
  await drop(page, [['账.csv', Buffer.from(`\ufeff${LEDGER}`)]]);
  await page.locator('.document-head h1', { hasText: '账.csv' }).waitFor();
  await page.getByRole('button', { name: '取数建工作簿…' }).click();
  const ledger = page.locator('.ledger');
  await ledger.waitFor();
  // By economic nature, of basic spending: certain. By function: it waits.
  await eventually(() => page.locator('.import-parts > li').count(), 1);
  const groups = ledger.locator('tbody').first().locator('tr');
  assert.equal(await groups.count(), 2);
  await groups.filter({ hasText: '支出功能分类' }).locator('select').selectOption({ label: '公开05 · 基本支出' });
  await eventually(() => page.locator('.import-parts > li').count(), 2);
  const code = ledger.getByLabel('科目编码');
  await code.fill('2080101');
  await code.press('Tab');
  await eventually(() => ledger.locator('details').count(), 0);
  await assertAccessible(page, 'a ledger');
  await screenshot(page, 'ledger');
  await page.getByLabel('全部替换').check();
  await page.getByRole('button', { name: '放入打开的工作簿' }).click();
  await page.getByRole('status').filter({ hasText: /已放入 \d+ 项，可撤销/ }).waitFor();
  await page.locator('.tab', { hasText: '公开06' }).click();
  await eventually(() => page.locator('.table-view').evaluate((view) => [...view.querySelectorAll('input')].some(({ value }) => value === '123.46') || view.innerText.includes('123.46')), true);
  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await eventually(() => page.getByRole('button', { name: '撤销', exact: true }).isDisabled(), true);
});
