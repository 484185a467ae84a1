// What a reviewer does with many units: remarks that are signed and followed up, the list on paper, from the list
// of units into one unit's findings and back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible } from './support/axe.mjs';
import { assertClean, eventually, launchToday, screenshot, typeInto, withPage } from './support/chromium.mjs';
import { cell, oneFile, openExample } from './support/site.mjs';

let browser;
before(async () => { browser = await launchToday(); });
after(() => browser?.close());

const page = (name, steps) => test(name, () => withPage({ browser, url: oneFile() }, async ({ page, seen }) => {
  await steps(page);
  assertClean(seen);
}));
const focused = (page) => page.evaluate(() => document.activeElement.id);
const view = async (page, name) => {
  const menu = page.locator('.nav .menu');
  if (await menu.isVisible() && (await menu.getAttribute('aria-expanded')) !== 'true') await menu.click();
  await page.locator('.nav-item', { hasText: name }).first().click();
};
const AT = 'goals[0].indicators[4].actual';
const signed = /^王审 · \d{4}-\d\d-\d\d/;

/** Keeps what would be printed, and goes on as a browser does afterwards. */
const printed = async (page) => {
  await page.evaluate(() => {
    window.print = () => { window.paper = document.querySelector('.printed-list')?.innerText ?? ''; };
  });
  return {
    text: async () => { await page.waitForFunction(() => window.paper !== undefined); return page.locator('.printed-list').textContent(); },
    done: () => page.evaluate(() => window.dispatchEvent(new Event('afterprint'))),
  };
};

page('a remark is signed once for all, followed up, undone in one step, and printed with a head', async (page) => {
  await openExample(page);
  await cell(page, AT).click();
  await page.keyboard.press('Shift+F2');
  await page.keyboard.type('请附话务统计');
  // Who reviews is asked where the first remark is written, by keyboard.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await eventually(() => focused(page), 'reviewer');
  await page.keyboard.type('王审');
  await page.keyboard.press('Tab');
  const mine = page.locator('.finding.remark .signed');
  await eventually(async () => signed.test(await mine.innerText()), true);
  await eventually(() => page.locator('.settling button').count(), 0);
  await page.locator('.settling select').selectOption({ label: '已改' });
  await eventually(async () => /王审 · \S+ · 已改$/.test(await mine.innerText()), true);
  await assertAccessible(page, 'a remark that is signed and settled');
  await screenshot(page, 'reviewer-remark');
  await page.keyboard.press('Control+Z');
  await eventually(async () => / · 已改/.test(await mine.innerText()), false);
  await page.keyboard.press('Control+Z');
  await eventually(() => page.locator('.finding.remark').count(), 0);
  await page.keyboard.press('Control+Y');
  await eventually(async () => signed.test(await mine.innerText()), true);
  // The list on paper.
  const paper = await printed(page);
  await page.getByRole('button', { name: '打印意见' }).click();
  const text = await paper.text();
  assert.match(text, /^核对意见单位武汉市人力资源和社会保障局汉阳社会保险管理处年度2020文件2020-\S+\.juesuan\.json核对日期\d{4}-\d\d-\d\d核对人王审/);
  assert.match(text, /序号表级别位置问题计算建议或说明1整体自评表错误[^]*请附话务统计王审 · /);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.main').isVisible(), false);
  assert.equal(await page.locator('.printed-list').isVisible(), true);
  await screenshot(page, 'reviewer-print');
  await page.emulateMedia({ media: 'screen' });
  await paper.done();
  await eventually(() => page.locator('.printed-list').count(), 0);
  // At the next visit nobody is asked again.
  await page.reload();
  await openExample(page);
  await eventually(() => page.locator('#reviewer').inputValue(), '王审');
});

const form = (unit, spent, done = '100人次', more = {}) => ({
  kind: 'overall', unit, filledOn: '2021-05-20', execution: { budget: '10', actual: spent }, deviation: '已说明',
  goals: [{ indicators: [{ category: '产出指标', dimension: '数量指标', name: '培训', weight: '80', target: '≥100人次', actual: done }] }], ...more,
});
const file = (name, forms) => ({ name, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify({ format: 4, ruleSet: 'wuhan-2020', forms })) });
// Files of one name, as a folder of folders has them.
const FILES = [
  file('决算.juesuan.json', [form('甲中心', '9')]),
  file('决算.juesuan.json', [form('乙中心', '4', '100人次', { claimedTotal: '99' }), { ...form('乙中心', '7'), kind: 'project', name: '培训费' }]),
  file('决算.juesuan.json', [form('丙中心', '10', '')]),
];

page('from the units into one unit’s findings, and back to the list as it was', async (page) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.locator('.nav').getByRole('button', { name: '多单位汇总' }).click();
  await page.locator('.drop input[type=file]').first().setInputFiles(FILES);
  const names = () => page.locator('.parts tbody th .link').allInnerTexts();
  await eventually(names, ['甲中心', '乙中心', '丙中心']);
  assert.match(await page.locator('.part-star').innerText(), /^\* 总分里有/);
  // Sorted by keyboard, at first the largest.
  const spent = page.locator('.parts').getByRole('button', { name: '执行数' });
  await spent.focus();
  await page.keyboard.press('Enter');
  await eventually(names, ['丙中心', '甲中心', '乙中心']);
  await eventually(() => page.locator('.parts th[aria-sort]').getAttribute('aria-sort'), 'descending');
  await page.keyboard.press('Enter');
  await eventually(names, ['乙中心', '甲中心', '丙中心']);
  await page.locator('.part-filter').fill('乙');
  await eventually(names, ['乙中心']);
  await page.locator('.part-filter').fill('');
  await page.getByLabel(/只看有错误的/).check();
  await eventually(names, ['乙中心']);
  await page.getByRole('button', { name: '复制表格' }).click();
  await page.getByRole('status').filter({ hasText: '已复制' }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /^单位\t预算数\t执行数\t执行率\t总分\t自填\t错误\t说明\r?\n乙中心\t10\t4\t40\.0%\t88\t99\t1\t/);
  await assertAccessible(page, 'the units, sorted and narrowed');
  await screenshot(page, 'reviewer-units');
  // In, at the findings.
  await page.locator('.parts tbody .link').focus();
  await page.keyboard.press('Enter');
  await eventually(() => focused(page), 'findings');
  await eventually(() => cell(page, 'unit').inputValue(), '乙中心');
  await cell(page, 'unit').click();
  await page.keyboard.press('Shift+F2');
  await page.keyboard.type('请用全称');
  await eventually(() => page.locator('.finding.remark').count(), 1);
  await assertAccessible(page, 'a unit of the list');
  await screenshot(page, 'reviewer-unit');
  // Back, to where one came from.
  await page.getByRole('button', { name: '返回各单位' }).click();
  await eventually(names, ['乙中心']);
  await eventually(() => page.evaluate(() => document.activeElement?.textContent), '乙中心');
  // What was remarked there is there again, and the project is another form of the same workbook.
  await page.keyboard.press('Enter');
  await eventually(() => page.locator('.finding.remark').count(), 1);
  await page.getByRole('button', { name: '返回各单位' }).click();
  await page.getByLabel(/只看有错误的/).uncheck();
  await page.locator('.parts').getByRole('button', { name: '甲中心' }).click();
  await eventually(() => cell(page, 'unit').inputValue(), '甲中心');
  await page.getByRole('button', { name: '返回各单位' }).click();
  await page.locator('.parts').getByRole('button', { name: '乙中心' }).click();
  await eventually(() => page.locator('.finding.remark').count(), 1);
  // The list is kept once for each unit.
  await view(page, '首页');
  await eventually(() => page.locator('.entry').count(), 2);
  await eventually(() => page.getByRole('button', { name: '返回各单位' }).count(), 0);
});

page('what is changed since it was opened is marked, counted and listed', async (page) => {
  await openExample(page);
  await eventually(() => page.locator('.changes').count(), 0);
  await typeInto(page, cell(page, AT), '97.5%');
  await typeInto(page, cell(page, 'unit'), '某局');
  await page.getByRole('button', { name: '打开或存盘以后改了 2 格' }).click();
  await eventually(() => page.locator('.changes .message').allInnerTexts(), ['原来：武汉市人力资源和社会保障局汉阳社会保险管理处', '原来：97.1%']);
  await eventually(() => page.locator('.field.has-change').count(), 2);
  await assertAccessible(page, 'what is changed');
  await screenshot(page, 'reviewer-changes');
  await page.locator('.changes .go').last().click();
  await eventually(() => focused(page), `f0.${AT}`);
  // Undone, it is no change any more; in a file, neither.
  await page.keyboard.press('Control+Z');
  await page.getByRole('button', { name: '打开或存盘以后改了 1 格' }).waitFor();
  await page.evaluate(() => { delete window.showSaveFilePicker; });
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+S')]);
  await download.path();
  await eventually(() => page.locator('.changes, .has-change').count(), 0);
});

for (const [width, height] of [[390, 844], [1366, 768]]) {
  for (const colorScheme of ['light', 'dark']) {
    page(`looked at: ${width} px, ${colorScheme}`, async (page) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      await page.evaluate(() => localStorage.setItem('juesuan.reviewer', '王审'));
      await page.reload();
      await openExample(page);
      await cell(page, AT).click();
      // On a phone the findings are folded below the form.
      if (width < 1000) await page.locator('.findings .toggle').click();
      await page.locator('#remark').fill('请附话务统计，并说明口径');
      await page.locator('.settling select').selectOption({ label: '已答复' });
      await eventually(() => page.locator('.finding.remark.settled').count(), 1);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
      await screenshot(page, `reviewer-remark-${width}-${colorScheme}`);
      await page.locator('.finding.remark').scrollIntoViewIfNeeded();
      await screenshot(page, `reviewer-list-${width}-${colorScheme}`);
      await view(page, '多单位汇总');
      await page.locator('.drop input[type=file]').first().setInputFiles(FILES);
      await page.locator('.parts tbody').waitFor();
      await page.locator('.parts').scrollIntoViewIfNeeded();
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
      await assertAccessible(page, `units, ${width}, ${colorScheme}`);
      await screenshot(page, `reviewer-units-${width}-${colorScheme}`);
      await page.locator('.parts').getByRole('button', { name: '乙中心' }).click();
      await page.getByRole('button', { name: '返回各单位' }).waitFor();
      await screenshot(page, `reviewer-unit-${width}-${colorScheme}`);
    });
  }
}
