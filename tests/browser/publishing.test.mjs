// From a document to a workbook, and out again: the disclosure as it is published, as Word and Excel; findings as notes
// in the file; one version beside another.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { assertAccessible } from './support/axe.mjs';
import { assertClean, eventually, launchToday, screenshot, withPage } from './support/chromium.mjs';
import { paragraphs, right, wrong } from './support/disclosure.mjs';
import { docx } from './support/documents.mjs';
import { drop, oneFile, openExample } from './support/site.mjs';

let browser;
before(async () => { browser = await launchToday(); });
after(() => browser?.close());

const nav = (page, name) => page.locator('.nav').getByRole('button', { name });

/** Presses a button and gives the file that comes of it. */
async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

const onPage = (name, steps) => test(name, () => withPage({ browser, url: oneFile() }, async ({ page, seen }) => {
  await page.locator('.start').waitFor();
  await steps(page);
  assertClean(seen);
}));

onPage('the example is published, goes out as Word and Excel, and comes in again', async (page) => {
  await openExample(page);
  await nav(page, '成文与导出').click();
  const text = page.locator('.published .document-text');
  await text.waitFor();
  const shown = await text.innerText();
  for (const part of ['收入支出决算总表', '一般公共预算财政拨款支出决算表', '名词解释', '1,552.63']) assert.ok(shown.includes(part), part);
  assert.ok(await page.locator('.published svg').count() >= 4, 'the charts are drawn');
  await assertAccessible(page, 'what is published');
  await screenshot(page, 'published');
  // The example has errors, which are named before it goes out.
  const anyway = page.getByRole('button', { name: '仍然继续' });
  await page.getByRole('button', { name: '下载 Word' }).click();
  const word = await saved(page, anyway);
  assert.match(word.name, /^2020.*\.docx$/);
  await page.getByRole('status').filter({ hasText: `已生成“${word.name}”` }).waitFor();
  await page.getByRole('button', { name: '下载 Excel' }).click();
  const excel = await saved(page, anyway);
  assert.match(excel.name, /^2020.*\.xlsx$/);
  // One part alone.
  await page.getByLabel('名词解释').check();
  await eventually(async () => (await text.innerText()).includes('收入支出决算总表'), false);
  await page.getByLabel('名词解释').uncheck();
  await eventually(async () => (await text.innerText()).includes('收入支出决算总表'), true);

  await drop(page, [[word.name, word.bytes]]);
  await page.locator('.document-head h1', { hasText: word.name }).waitFor();
  await eventually(() => page.locator('.review .counts').first().locator('.count').first().innerText(), '错误 0');
  await page.getByRole('button', { name: '取数建工作簿…' }).click();
  await page.locator('.import-parts').waitFor();
  assert.ok(await page.locator('.import-parts > li').count() >= 9);
  // The same figures: nothing that is typed would be replaced by another.
  await page.getByText(/不会覆盖打开的工作簿|勾选的才会替换/).first().waitFor();
  await assertAccessible(page, 'what came of a document');
  await screenshot(page, 'imported');
  await page.getByRole('button', { name: '建成新工作簿' }).click();
  await nav(page, '决算表').click();
  await page.locator('.table-view').getByText('1,552.63').first().waitFor();
});

onPage('a document goes into the open workbook in one step, which is undone', async (page) => {
  await openExample(page);
  await drop(page, [['去年.docx', docx(paragraphs(right))]]);
  await page.locator('.document-head h1', { hasText: '去年.docx' }).waitFor();
  await page.getByRole('button', { name: '取数建工作簿…' }).click();
  await page.locator('.import').waitFor();
  await page.getByRole('button', { name: '放入打开的工作簿' }).click();
  await page.getByRole('status').filter({ hasText: /已放入 \d+ 项，可撤销/ }).waitFor();
  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await eventually(() => page.getByRole('button', { name: '撤销', exact: true }).isDisabled(), true);
});

onPage('one version beside another: what was changed, what is mended', async (page) => {
  await drop(page, [['初稿.docx', docx(paragraphs(wrong))], ['修改稿.docx', docx(paragraphs(right))]]);
  await page.locator('.files-table').getByRole('button', { name: '修改稿.docx' }).click();
  await page.locator('.document-head h1', { hasText: '修改稿.docx' }).waitFor();
  await page.locator('.review-beside select').selectOption({ label: '初稿.docx' });
  const said = page.locator('.review-beside [role=status]');
  await said.filter({ hasText: /与“初稿\.docx”相比：改动 \d+ 处，原有问题已改 9 条，新增 0 条/ }).waitFor();
  const changes = page.locator('.review .list.checked').first().locator('.finding');
  assert.ok((await changes.allInnerTexts()).some((line) => /16\.67.*20\.00/s.test(line)));
  await changes.first().getByRole('button').click();
  await page.locator('.document-text [data-reached], .figure-mark.current').first().waitFor();
  await assertAccessible(page, 'two versions');
  await screenshot(page, 'two-versions');
});

onPage('findings are written into the Word file itself', async (page) => {
  await drop(page, [['送审稿.docx', docx(paragraphs(wrong))]]);
  await page.locator('.document-head h1', { hasText: '送审稿.docx' }).waitFor();
  const marked = await saved(page, page.getByRole('button', { name: '另存带批注的文件' }));
  assert.match(marked.name, /^送审稿.*\.docx$/);
  assert.ok(marked.bytes.includes('word/comments.xml'), 'it has comments');
  // It still says the same.
  await drop(page, [[marked.name, marked.bytes]]);
  await page.locator('.document-head h1', { hasText: marked.name }).waitFor();
  await eventually(() => page.locator('.review .counts').first().locator('.count').allInnerTexts(), ['错误 7', '警告 2', '提示 0', '已搁置 0']);
});
