// A clerk's year, from files to files: last year's publication begins the year, this year's Excel fills it, three findings
// are mended, reasons are written, and it goes out as Word. No figure is typed, and what somebody does is counted.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { assertClean, eventually, launchToday, screenshot, withPage } from './support/chromium.mjs';
import { dist, drop, oneFile, openExample } from './support/site.mjs';

let browser;
before(async () => { browser = await launchToday(); });
after(() => browser?.close());

const MOST_ACTIONS = 40;
const example = new URL('../../static/example.juesuan.json', import.meta.url);

/** The modules for scripts, which write and read what a finance office would. */
async function modules() {
  const at = `${dist}/embed/`;
  const api = await import(`${at}juesuan.js`);
  api.initSync({ module: await readFile(`${at}juesuan_bg.wasm`) });
  const documents = await import(`${at}juesuan-documents.js`);
  documents.initSync({ module: await readFile(`${at}juesuan-documents_bg.wasm`) });
  return { api, documents };
}

/** What the example's unit has published, as a PDF that a browser has printed. */
const lastYear = () => withPage({ browser, url: oneFile() }, async ({ page }) => {
  await openExample(page);
  await page.evaluate(() => { window.print = () => {}; });
  await page.getByRole('button', { name: '打印全部' }).click();
  await page.getByRole('button', { name: '仍然继续' }).click();
  await page.locator('.sheet').nth(12).waitFor({ state: 'attached' });
  return page.pdf({ preferCSSPageSize: true });
});

/** The totals of one subject in three tables, two digits the wrong way round, and as they are right. */
const SLIPS = [['02', '984.51', '948.51'], ['03', '984.51', '948.51'], ['05', '984.04', '948.04']];
const SUBJECT = '2080101';

/** The tables of the year after, as Excel, with the slips. */
async function thisYear({ api, documents }) {
  const workbook = JSON.parse(await readFile(example, 'utf8'));
  workbook.year = '2021';
  workbook.forms = workbook.forms.slice(0, 1).map(({ kind, unit }) => ({ kind, unit }));
  const { facts, text, work, ...accounts } = workbook.accounts;
  const paper = api.publish({ ...workbook, accounts });
  const rows = paper.blocks.flatMap((block) => block.rows ?? []).filter((row) => row.some((cell) => cell.text === SUBJECT));
  assert.equal(rows.length, SLIPS.length);
  for (const [at, [, wrong, right]] of SLIPS.entries()) {
    const cell = rows[at].find((one) => one.text === right);
    cell.text = wrong;
  }
  return documents.writeDocument(paper, 'xlsx');
}

test('last year’s PDF and this year’s Excel become this year’s Word, without a figure typed', async () => {
  const { api, documents } = await modules();
  const [pdf, xlsx] = [await lastYear(), await thisYear({ api, documents })];
  await withPage({ browser, url: oneFile() }, async ({ page, seen }) => {
    let actions = 0;
    const act = async (what) => { actions += 1; await what(); };
    const press = (name, exact = false) => act(() => page.getByRole('button', { name, exact }).click());
    await page.locator('.start').waitFor();

    await act(() => drop(page, [['2020年度决算公开.pdf', pdf]]));
    await page.locator('.document-head h1', { hasText: '2020年度决算公开.pdf' }).waitFor();
    await press('取数建工作簿…');
    await press('作为上年，建下一年的工作簿');
    await page.locator('header.top').waitFor();
    await eventually(() => page.locator('#year').inputValue(), '2021');

    await act(() => drop(page, [['2021年决算表.xlsx', xlsx]]));
    await page.locator('.document-head h1', { hasText: '2021年决算表.xlsx' }).waitFor();
    await press('取数建工作簿…');
    await press('放入打开的工作簿');
    await page.getByRole('status').filter({ hasText: /已放入 \d+ 项，可撤销/ }).waitFor();
    await screenshot(page, 'clerk-filled');

    // Each says what it would change, and changes that alone.
    const mends = page.locator('.finding button.mend');
    for (let left = SLIPS.length; left > 0; left -= 1) {
      await eventually(() => mends.count(), left);
      await act(() => mends.first().click());
    }
    await eventually(() => mends.count(), 0);

    // What only a person knows: why. Last year's words are at hand, but none stands there by itself.
    await act(() => page.locator('.nav').getByRole('button', { name: '决算说明' }).click());
    const reasons = page.locator('.reason-line textarea, .reason-line input');
    await reasons.first().waitFor();
    for (let at = 0; at < await reasons.count(); at += 1) {
      const field = reasons.nth(at);
      if (await field.inputValue() !== '') continue;
      await act(() => field.fill('按规定据实列支'));
    }
    await screenshot(page, 'clerk-text');

    await act(() => page.locator('.nav').getByRole('button', { name: '成文与导出' }).click());
    await page.locator('.published .document-text').waitFor();
    await press('下载 Word');
    const anyway = page.getByRole('button', { name: '仍然继续' });
    const coming = page.waitForEvent('download');
    await Promise.race([coming, anyway.waitFor().catch(() => {})]);
    if (await anyway.isVisible()) await act(() => anyway.click());
    const download = await coming;
    const word = await readFile(await download.path());
    const { workbook } = api.importDisclosure(documents.readDocument(word));
    for (const [table, , right] of SLIPS) {
      const { total } = workbook.accounts.tables[table].lines.find(({ code }) => code === SUBJECT);
      assert.equal(Number(total), Number(right), table);
    }
    assert.equal(workbook.year, '2021');
    console.log(`  ${actions} actions`);
    assert.ok(actions < MOST_ACTIONS, `${actions} actions`);
    assertClean(seen);
  });
});
