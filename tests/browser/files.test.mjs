// Files out and in, and files that are none: a clear sentence, and what was open stays.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { assertClean, eventually, launchToday, screenshot, typeInto, withPage } from './support/chromium.mjs';
import { artefacts, cell, drop, heldBack, oneFile, openExample, saved } from './support/site.mjs';

let browser;
before(async () => { browser = await launchToday(); });
after(() => browser?.close());

/** Without the file dialogs that cannot be driven: files are downloaded. */
const noDialogs = () => { delete window.showSaveFilePicker; };

const choose = (page, name, content) => page.locator('header.top input[type=file]')
  .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });

const indicators = (count, weight = '1') => Array.from({ length: count }, () => ({ name: '指标', weight, target: '1', actual: '1' }));
const workbook = (form) => JSON.stringify({ format: 1, forms: [form] });

test('a saved file opens again as it was', () => withPage({ browser, url: oneFile() }, async ({ page, seen }) => {
  await page.evaluate(noDialogs);
  await openExample(page);
  await typeInto(page, cell(page, 'execution.actual'), '12a');
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+S')]);
  assert.equal(download.suggestedFilename(), '2020-武汉市人力资源和社会保障局汉阳社会保险管理处.juesuan.json');
  const content = await readFile(await download.path(), 'utf8');
  assert.equal(JSON.parse(content).forms[0].execution.actual, '12a');
  await page.reload();
  await choose(page, 'saved.juesuan.json', content);
  await page.locator('table.foot').waitFor();
  await eventually(() => cell(page, 'execution.actual').inputValue(), '12a');
  assertClean(seen);
}));

const BAD = [
  ['an empty file', '', '文件是空的'],
  ['a broken file', '{"format": 1, "forms": [', '已损坏或不完整'],
  ['a file of something else', '{"name": "package"}', '不是决算工作簿'],
  ['a workbook without forms', '{"format": 1, "forms": []}', '没有自评表'],
  ['a file of a newer format', '{"format": 7, "forms": "elsewhere"}', '较新的版本保存（格式 7）'],
  ['10 MB of random bytes', randomBytes(10 * 1024 * 1024), '文件不是文本'],
  ['a file too large', Buffer.alloc(21 * 1024 * 1024, '['), '超过 20 MB'],
  ['endless nesting', `{"format": 1, "forms": ${'['.repeat(100_000)}`, '已损坏或不完整'],
  ['5,000 indicators', workbook({ goals: [{ indicators: indicators(5000) }] }), '一张表有 5000 条指标'],
];

for (const [name, content, sentence] of BAD) {
  test(`${name}: a clear sentence, nothing lost`, () => withPage({ browser, url: oneFile() }, async ({ page, seen }) => {
    await openExample(page);
    await typeInto(page, cell(page, 'deviation'), '还在这里');
    await choose(page, 'bad.juesuan.json', content);
    const alert = page.getByRole('alert');
    await alert.waitFor();
    const said = await alert.locator('p').innerText();
    assert.ok(said.includes(sentence), said);
    assert.match(said, /^[^a-z]*(\.juesuan\.json[^a-z]*)?$/, 'in Chinese');
    await eventually(() => cell(page, 'deviation').inputValue(), '还在这里');
    await screenshot(page, `bad-file-${BAD.findIndex(([n]) => n === name)}`);
    await alert.getByRole('button', { name: '关闭' }).click();
    await eventually(() => alert.count(), 0);
    assertClean(seen);
  }));
}

test('weights of 10^30 in a file: a finding each, no panic', () => withPage({ browser, url: oneFile() }, async ({ page, seen }) => {
  await choose(page, 'huge.juesuan.json', workbook({ goals: [{ indicators: indicators(3, `1${'0'.repeat(30)}`) }] }));
  await page.locator('table.foot').waitFor();
  const lines = await page.locator('.finding .message').allInnerTexts();
  assert.equal(lines.filter((line) => line.includes('太大：整数部分最多 18 位')).length, 3);
  assertClean(seen);
}));

test('a file that says everything twice opens, and stays alive', () => withPage({ browser, url: oneFile() }, async ({ page, seen }) => {
  const slip = '净增100人。其中，甲60人，乙41人。';
  const rules = { id: 'twice', name: '两次', source: { title: '依据', issuer: '单位' }, executionPoints: '20', indicatorPoints: '80', categories: [{ name: '产出指标', stems: ['产出'], dimensions: [] }], bandsFrom: { met: '80', partly: '50' }, words: { execution: '一', higher: '二', lower: '三', bands: '四' } };
  const remark = { path: 'deviation', text: '批注' };
  const aside = { code: 'narrative-total', path: 'deviation', message: '一', reason: '二' };
  const form = { unit: '某中心', deviation: slip + slip, remarks: [remark, remark], setAside: [aside, aside], goals: [{ indicators: indicators(2) }] };
  await choose(page, 'twice.juesuan.json', JSON.stringify({ format: 2, ruleSets: [rules, rules], ruleSet: 'twice', forms: [form, form] }));
  await page.locator('table.foot').waitFor();
  const twice = page.locator('.finding', { hasText: '文字中的合计' });
  await eventually(() => twice.count(), 2);
  await typeInto(page, cell(page, 'deviation'), slip);
  await eventually(() => twice.count(), 1);
  await page.keyboard.press('Control+Z');
  await eventually(() => twice.count(), 2);
  await page.locator('.nav').getByRole('button', { name: '评分规则与设置' }).click();
  await eventually(() => page.locator('.rule-set', { hasText: '两次' }).count(), 2);
  await page.locator('.rule-set', { hasText: '两次' }).first().getByRole('button', { name: '删除' }).click();
  await eventually(() => page.locator('.rule-set', { hasText: '两次' }).count(), 0);
  assertClean(seen);
}));

test('text of a file is never markup', () => withPage({ browser, url: oneFile() }, async ({ page, seen }) => {
  const hostile = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
  await choose(page, 'hostile.juesuan.json', workbook({ unit: hostile, deviation: hostile, goals: [{ name: hostile, indicators: [{ name: hostile, dimension: hostile }] }] }));
  await page.locator('table.foot').waitFor();
  await eventually(() => cell(page, 'unit').inputValue(), hostile);
  await eventually(() => page.locator('main img, main script').count(), 0);
  assert.equal(await page.title(), '决算与绩效自评');
  assertClean(seen);
}));

const dropped = (unit) => ['x.juesuan.json', workbook({ unit, goals: [{ indicators: indicators(2) }] })];

test('a file dropped on the page opens', () => withPage({ browser, url: oneFile() }, async ({ page, seen }) => {
  assert.deepEqual(await drop(page, [dropped('拖进来的')]), [true, true]);
  await page.locator('table.foot').waitFor();
  await eventually(() => cell(page, 'unit').inputValue(), '拖进来的');
  // Over an open workbook too, which stays in the list.
  await typeInto(page, cell(page, 'unit'), '原来开着的');
  assert.deepEqual(await drop(page, [dropped('再拖进来的')]), [true, true]);
  await page.waitForFunction(() => document.querySelector('[id="f0.unit"]').value === '再拖进来的');
  await saved(page);
  await page.locator('.nav').getByRole('button', { name: '首页' }).click();
  await page.locator('.entry').nth(1).waitFor();
  assert.deepEqual((await page.locator('.entry-name').allInnerTexts()).sort(), ['再拖进来的', '原来开着的'].sort());
  assertClean(seen);
}));

test('a file dropped before the program listens is kept for it', async (t) => {
  const sites = await artefacts();
  t.after(() => Promise.all(sites.map((site) => site.close())));
  for (const site of sites) {
    await t.test(site.name, () => withPage({ browser, url: 'about:blank' }, async ({ page, seen }) => {
      seen.documentUrl = site.url;
      await page.addInitScript(heldBack);
      await page.goto(site.url, { waitUntil: 'commit' });
      await page.waitForFunction(() => window.juesuanEarly);
      assert.deepEqual(await drop(page, [dropped('早到的')]), [true, true], 'it does not take the place of the page');
      await eventually(() => page.locator('.start, table.foot').count(), 0, 'the program is not there yet');
      await page.evaluate(() => window.begin());
      await page.locator('table.foot').waitFor();
      await eventually(() => cell(page, 'unit').inputValue(), '早到的');
      await saved(page);
      assertClean(seen);
    }));
    await t.test(`${site.name}: several files go to the consolidation`, () => withPage({ browser, url: 'about:blank' }, async ({ page }) => {
      await page.addInitScript(heldBack);
      await page.goto(site.url, { waitUntil: 'commit' });
      await page.waitForFunction(() => window.juesuanEarly);
      await drop(page, [dropped('甲'), dropped('乙')]);
      await page.evaluate(() => window.begin());
      await page.locator('.consolidation').waitFor();
    }));
  }
});

test('text that is dragged into a field stays the browser\'s matter', () => withPage({ browser, url: oneFile() }, async ({ page }) => {
  await openExample(page);
  const prevented = await cell(page, 'deviation').evaluate((field) => {
    const data = new DataTransfer();
    data.setData('text/plain', '拖来的字');
    const event = new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
    field.dispatchEvent(event);
    return event.defaultPrevented;
  });
  assert.equal(prevented, false);
}));
