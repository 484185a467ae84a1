// A place's rules, made in the page: a copy of those of the form is changed, what is wrong is said at its cell and
// mended, the trial says what the form would come to, and the form is scored by them, until that is undone.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { assertAccessible } from './support/axe.mjs';
import { assertClean, eventually, launchToday, screenshot, typeInto, withPage } from './support/chromium.mjs';
import { oneFile, openExample, saved } from './support/site.mjs';

let browser;
before(async () => { browser = await launchToday(); });
after(() => browser?.close());

const page = (name, steps, options = {}) => test(name, () => withPage({ browser, url: oneFile(), ...options }, async ({ page, seen }) => {
  await steps(page);
  assertClean(seen);
}));

const rule = (page, path) => page.locator(`[id="draft-${path}"]`);
const wrong = (page) => page.locator('.own .own-line .field > .mark, .own .own-table tr.wrong .own-wrong, .own .own-choice .own-wrong, .own-cards > section > .own-wrong').allInnerTexts();
const state = (page) => page.locator('.own-state').innerText();
const total = (page) => page.locator('[id="f0.total"]').innerText();
const chosen = (page) => page.locator('[id="f0.ruleSet"]').evaluate((select) => select.selectedOptions[0].innerText);
const press = (page, name) => page.getByRole('button', { name, exact: true }).click();

/** Opens the example and a copy of the rules of its form. */
async function copied(page) {
  await openExample(page);
  await press(page, '改规则…');
  await page.locator('.own').waitFor();
}

page('copied, mended where it is wrong, tried, used, undone, and there after a reload', async (page) => {
  await copied(page);
  await eventually(() => rule(page, 'name').inputValue(), '武汉市 2020 年度（自定）');
  assert.equal(await state(page), '全部填对，可以使用。');
  assert.equal(await page.locator('.own-same').innerText(), '各项得分都不变。');
  await assertAccessible(page, 'a copy');

  // What is wrong is said at the cell while it is typed, and stays as typed.
  await typeInto(page, rule(page, 'executionPoints'), '1O');
  assert.deepEqual(await wrong(page), ['“1O”不是数字：第 2 个字像是字母 O，应是数字 0，请填写数字，例如 10。']);
  assert.equal(await rule(page, 'executionPoints').getAttribute('aria-invalid'), 'true');
  assert.equal(await state(page), '还有 1 处要改。');
  assert.equal(await page.getByRole('button', { name: '用于这张表' }).isDisabled(), true);
  assert.match(await page.locator('.own-trial').innerText(), /规则还有 1 处要改/);
  await assertAccessible(page, 'a wrong cell');
  await screenshot(page, 'own-rules-wrong');
  await typeInto(page, rule(page, 'executionPoints'), '10');
  assert.deepEqual(await wrong(page), ['预算执行 10 分与指标 80 分应合计 100 分，指标的大于 0，都不小于 0：请改正。']);
  await typeInto(page, rule(page, 'indicatorPoints'), '90');
  assert.deepEqual(await wrong(page), ['各行分值合计 80 分，不等于指标总分值 90 分：请改正。']);
  // To the first that is wrong, by key: the list of the template, where a row is added.
  await press(page, '到第一处');
  await rule(page, 'projectTemplate').and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Enter');
  await rule(page, 'projectTemplate[9].dimension').and(page.locator(':focus')).waitFor();
  assert.equal(await rule(page, 'projectTemplate[9].category').inputValue(), '效益指标');
  await page.keyboard.type('其他指标');
  await page.keyboard.press('Tab');
  await page.keyboard.type('10');
  assert.equal(await state(page), '全部填对，可以使用。');

  // The trial: the form by the rules it has, and by these.
  const sums = page.locator('.own-compared .sums td');
  assert.deepEqual(await sums.allInnerTexts(), ['95', '85']);
  assert.deepEqual(await page.locator('.own-compared.lines tbody th').allInnerTexts(), ['预算执行']);
  assert.match(await page.locator('.own-trial').innerText(), /新增 \d+ 条检查结果/);
  await assertAccessible(page, 'a trial with differences');
  await screenshot(page, 'own-rules-trial');

  // A band comes and goes, and with it its cells.
  await press(page, '定性档次：添加一行');
  await rule(page, 'bands[3].name').and(page.locator(':focus')).waitFor();
  assert.equal(await state(page), '还有 2 处要改。');
  await press(page, '删除定性档次 4');
  assert.equal(await state(page), '全部填对，可以使用。');

  await press(page, '用于这张表');
  await eventually(() => total(page), '85');
  assert.equal(await chosen(page), '武汉市 2020 年度（自定）');
  assert.match(await page.locator('.notice-bar').innerText(), /这张表改按“武汉市 2020 年度（自定）”计分/);
  // One step back, and on again.
  await page.keyboard.press('Control+z');
  await page.locator('.own').waitFor();
  assert.equal(await rule(page, 'indicatorPoints').inputValue(), '90');
  await page.keyboard.press('Control+y');
  await page.locator('.rules').waitFor();
  await saved(page);

  // After a reload they are there, and the form is scored by them.
  await page.reload();
  await page.locator('.entry').first().click();
  await page.locator('table.foot').waitFor();
  assert.equal(await total(page), '85');
  assert.equal(await chosen(page), '武汉市 2020 年度（自定）');
}, { viewport: { width: 1366, height: 768 } });

page('what is not right is kept, and mended after a reload; the rules are saved to a file that can be opened', async (page) => {
  await copied(page);
  await typeInto(page, rule(page, 'bands[0].from'), '40');
  await saved(page);
  await page.reload();
  await page.locator('.entry').first().click();
  await page.locator('table.foot').waitFor();
  await page.locator('.nav').getByRole('button', { name: '评分规则与设置' }).click();
  const draft = page.locator('.rule-set', { hasText: '（自定）' });
  assert.match(await draft.innerText(), /还有 1 处要改/);
  await assertAccessible(page, 'rules that are being written, among the others');
  await draft.getByRole('button', { name: '继续修改' }).click();
  assert.equal(await rule(page, 'bands[0].from').inputValue(), '40');
  assert.deepEqual(await wrong(page), ['下限（%）：下限应依次降低并在 0 与 100 之间，现在是 40、50、0：请改正。']);
  await typeInto(page, rule(page, 'bands[0].from'), '85');
  await typeInto(page, rule(page, 'name'), '本区 2020');
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, '导出')]);
  assert.equal(download.suggestedFilename(), 'wuhan-2020-own.rules.json');
  const file = await readFile(await download.path());
  await press(page, '放弃这份');
  await page.locator('.rules').waitFor();
  assert.equal(await page.locator('.rule-set', { hasText: '本区 2020' }).count(), 0);
  await page.locator('.rules-head input[type=file]').setInputFiles({ name: download.suggestedFilename(), mimeType: 'application/json', buffer: file });
  const own = page.locator('.rule-set', { hasText: '本区 2020' });
  await own.waitFor();
  // One of the workbook's own is changed in its place, and taken away.
  await own.getByRole('button', { name: '修改', exact: true }).click();
  assert.match(await page.locator('.own .lead').innerText(), /用来修改“本区 2020”/);
  assert.equal(await rule(page, 'bands[0].from').inputValue(), '85');
  await typeInto(page, rule(page, 'name'), '本区 2021');
  await press(page, '只收进规则，先不用');
  const changed = page.locator('.rule-set', { hasText: '本区 2021' });
  await changed.waitFor();
  assert.equal(await own.count(), 0);
  await changed.getByRole('button', { name: '删除' }).click();
  await eventually(() => changed.count(), 0);
});

page('in English, in the dark and on a phone it is readable, and nothing sticks out', async (page) => {
  await copied(page);
  await page.evaluate(() => { document.documentElement.dataset.scheme = 'dark'; });
  await typeInto(page, rule(page, 'executionPoints'), '30');
  for (const [width, height] of [[390, 844], [1024, 768], [1366, 768], [1920, 1080]]) {
    await page.setViewportSize({ width, height });
    await assertAccessible(page, `dark, ${width}`);
    const out = await page.evaluate(() => {
      const main = document.getElementById('main');
      return main.scrollWidth - main.clientWidth;
    });
    assert.ok(out <= 0, `${width}: ${out} px stick out`);
    await screenshot(page, `own-rules-${width}`);
  }
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.locator('select.language').selectOption('en');
  await page.getByRole('heading', { name: 'Write rules' }).waitFor();
  assert.deepEqual(await wrong(page), ['30 points for execution and 80 for the indicators must be 100 together, those of the indicators above 0, none below: correct them.']);
  await assertAccessible(page, 'in English');
  await screenshot(page, 'own-rules-en');
  // Beside the rules of the form there is room for the way here, or it is not there.
  await page.locator('.nav').getByRole('button', { name: '整体自评表' }).click();
  await page.locator('table.foot').waitFor();
  for (const width of [390, 761, 1024, 1181, 1366]) {
    await page.setViewportSize({ width, height: 768 });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), 0, `${width} in English`);
  }
});
