// Quick figures that make a table: lists pasted and typed, the adjustment of shares, years, the three public expenses.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertClean, eventually, launchToday, screenshot, typeInto, withPage } from './support/chromium.mjs';
import { artefacts, cell, openExample } from './support/site.mjs';

let browser;
let sites;
before(async () => {
  browser = await launchToday();
  sites = await artefacts();
});
after(async () => {
  await browser?.close();
  await Promise.all(sites?.map((site) => site.close()) ?? []);
});

/** Runs `steps` in the view of quick figures of every artefact, each in a fresh browser profile, and lets nothing be complained of. */
function everywhere(name, steps, options = {}) {
  test(name, async (t) => {
    for (const site of sites) {
      await t.test(site.name, () => withPage({ browser, url: site.url, ...options }, async ({ page, seen }) => {
        await page.getByRole('button', { name: '打开速算' }).click();
        await steps(page, site);
        assertClean(seen);
      }));
    }
  });
}

const card = (page, name) => page.getByRole('region', { name, exact: true });
const list = (within) => within.getByRole('textbox', { name: /^从表格粘贴，或一行写一/ });
/** The rows of a table as displayed, cells parted by bars, boxes as their values. */
const rows = (within) => within.locator('tbody tr').evaluateAll((all) => all.map((row) => [...row.children]
  .map((one) => one.querySelector('input')?.value ?? [...one.childNodes].filter((node) => node.nodeName !== 'SMALL').map((node) => node.textContent).join(''))
  .join('|')));
const texts = (within, selector) => within.locator(selector).allInnerTexts();

/** Puts a text into the focused field as a paste of the clipboard does. */
async function paste(page, field, text) {
  await field.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}

/** Presses a button and gives what came to the clipboard. */
async function copied(page, button) {
  await page.evaluate(() => {
    window.copied = null;
    // After the page's own listener, which sits on the area that is copied from.
    document.addEventListener('copy', (event) => {
      const text = event.clipboardData.getData('text/plain') || String(event.target.value ?? '');
      window.copied = { text, html: event.clipboardData.getData('text/html') };
    }, { once: true });
  });
  await button.click();
  return page.evaluate(() => window.copied);
}

const THREE = '社会保障和就业支出\t1,249.26\n卫生健康支出\t148.59\n住房保障支出\t154.31\n合计\t1,552.16\n';

everywhere('structure: a pasted list, its shares, its total, its sentence', async (page, site) => {
  const here = card(page, '结构');
  await eventually(() => texts(here, '.waiting'), ['粘贴或填写后立即显示结果']);
  await paste(page, list(here), THREE);
  assert.deepEqual(await rows(here), [
    '社会保障和就业支出|1,249.26|80.5%',
    '卫生健康支出|148.59|9.6%',
    '住房保障支出|154.31|9.9%',
    '合计|1,552.16|100.0%',
  ]);
  assert.deepEqual(await texts(here, '.remark'), ['第 4 行的合计与各项之和一致。']);
  const sentence = '社会保障和就业支出1,249.26万元，占80.5%；卫生健康支出148.59万元，占9.6%；住房保障支出154.31万元，占9.9%。';
  assert.deepEqual(await texts(here, '.sentence span'), [sentence]);
  const table = await copied(page, here.getByRole('button', { name: '复制表格' }));
  assert.match(table.text, /^项目\t金额（万元）\t占比\r?\n社会保障和就业支出\t1,249\.26\t80\.5%/);
  assert.match(table.html, /^<table><tr><td>项目<\/td>/);
  assert.equal((await copied(page, here.getByRole('button', { name: '复制句子' }))).text, sentence);
  await eventually(() => here.getByRole('button', { name: '已复制' }).count(), 2);
  await here.getByLabel('占比小数位').selectOption('2');
  assert.equal((await rows(here))[0], '社会保障和就业支出|1,249.26|80.49%');
  await eventually(() => here.getByRole('button', { name: '已复制' }).count(), 0, 'something else has not been copied');
  await screenshot(page, `quick-structure-${site.name}`);
});

everywhere('structure: typed key by key, and what cannot be read is said by its line', async (page, site) => {
  const here = card(page, '结构');
  await list(here).click();
  await page.keyboard.type('基本支出 ');
  assert.match((await texts(here, '.waiting')).join(), /第 1 行“基本支出”后面还没有金额/);
  await page.keyboard.type('1,200');
  await page.keyboard.press('Enter');
  await page.keyboard.type('项目支出 35x');
  const problem = '第 2 行“35x”不是数字：第 3 个字“x”无法识别，请填写金额，例如 1,249.26。';
  assert.deepEqual(await texts(here, '.problem'), [problem]);
  await eventually(() => list(here).getAttribute('aria-invalid'), 'true');
  const description = await list(here).getAttribute('aria-describedby');
  assert.equal(await page.locator(`[id="${description}"]`).textContent(), problem);
  assert.deepEqual(await rows(here), ['基本支出|1,200|—', '已读出的合计|1,200|—']);
  await eventually(() => here.locator('.sentence').count(), 0);
  await screenshot(page, `quick-structure-unreadable-${site.name}`);
  await page.keyboard.press('Backspace');
  assert.deepEqual(await rows(here), ['基本支出|1,200|97.2%', '项目支出|35|2.8%', '合计|1,235|100.0%']);
  await eventually(() => list(here).getAttribute('aria-invalid'), null);
  await paste(page, list(here), '甲 1\n'.repeat(201));
  assert.deepEqual(await texts(here, '.problem'), ['有 201 行，最多 200 行，没有计算：请删去不需要的行。']);
});

everywhere('structure: shares that miss 100 are said, adjusted on demand, and back', async (page, site) => {
  const here = card(page, '结构');
  await paste(page, list(here), '甲 1\n乙 1\n丙 1');
  assert.deepEqual(await texts(here, '.rounding .warning'), ['四舍五入后各项之和为 99.9%']);
  assert.deepEqual(await rows(here), ['甲|1|33.3%', '乙|1|33.3%', '丙|1|33.3%', '合计|3|100.0%']);
  await here.getByRole('button', { name: '按最大余额法调整' }).click();
  assert.deepEqual(await rows(here), ['甲|1|33.3%|33.4%', '乙|1|33.3%|33.3%', '丙|1|33.3%|33.3%', '合计|3|100.0%|100.0%']);
  assert.deepEqual(await texts(here, 'td.moved small'), ['由 33.3% 调整']);
  assert.deepEqual(await texts(here, '.adjusted'), ['已按最大余额法调整，各项之和为 100%：甲由33.3%调为33.4%。']);
  assert.match((await texts(here, '.sentence span'))[0], /占比按最大余额法调整：甲由33\.3%调为33\.4%/);
  await screenshot(page, `quick-structure-adjusted-${site.name}`);
  await here.getByRole('button', { name: '恢复四舍五入' }).click();
  await eventually(() => here.locator('td.moved').count(), 0);
  // Another list is not adjusted unasked.
  await here.getByRole('button', { name: '按最大余额法调整' }).click();
  await list(here).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\n丁 4');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('3');
  await eventually(() => here.locator('td.moved').count(), 0);
});

everywhere('years: sorted, gaps named, the last year in a sentence', async (page, site) => {
  const here = card(page, '多年增长');
  await paste(page, list(here), '2020\t1,552.63\n2018\t1,200.5\n');
  assert.deepEqual(await rows(here), ['2018年|1,200.5||', '2020年|1,552.63|+352.13|29.3%', '2018—2020年||+352.13|29.3%']);
  assert.deepEqual(await texts(here, '.remark'), ['各年已按先后重新排列。', '缺 2019 年，2020 年与 2018 年比较。']);
  await paste(page, list(here), '2018\t1,200.5\n2019\t1,544.93\n2020\t1,552.63');
  const sentence = '2020年1,552.63万元，比上年增加7.7万元，增长0.5%；比2018年增加352.13万元，增长29.3%。';
  assert.deepEqual(await texts(here, '.sentence span'), [sentence]);
  assert.match((await copied(page, here.getByRole('button', { name: '复制表格' }))).text, /^年份\t金额（万元）\t增减额（万元）\t增长率/);
  await screenshot(page, `quick-years-${site.name}`);
});

everywhere('the three public expenses: sums, rates, sentences', async (page, site) => {
  const here = card(page, '“三公”经费');
  await here.getByRole('textbox', { name: '公务接待费 年初预算数' }).click();
  for (const number of ['2.5', '1.38', '1.85']) {
    await page.keyboard.type(number);
    await page.keyboard.press('Tab');
  }
  assert.equal((await rows(here))[4], '公务接待费|2.5|1.38|1.85|55.2%|-0.47|-25.4%');
  assert.match((await texts(here, '.waiting')).join(), /填齐后给出说明文字，没有发生的填 0/);
  assert.equal((await rows(here))[5], '合计||||||', 'a blank box is no zero');
  for (const item of ['因公出国（境）费', '公务用车购置费', '公务用车运行维护费']) {
    for (const column of ['年初预算数', '决算数', '上年决算数']) {
      await typeInto(page, here.getByRole('textbox', { name: `${item} ${column}`, exact: true }), '0');
    }
  }
  assert.deepEqual(await rows(here), [
    '因公出国（境）费|0|0|0|—|0|—',
    '公务用车购置及运行维护费|0|0|0|—|0|—',
    '公务用车购置费|0|0|0|—|0|—',
    '公务用车运行维护费|0|0|0|—|0|—',
    '公务接待费|2.5|1.38|1.85|55.2%|-0.47|-25.4%',
    '合计|2.5|1.38|1.85|55.2%|-0.47|-25.4%',
  ]);
  const [text] = await texts(here, '.sentence span');
  assert.match(text, /^“三公”经费支出1\.38万元，完成年初预算2\.5万元的55\.2%，比上年减少0\.47万元，下降25\.4%。/);
  assert.match(text, /因公出国（境）费本年未发生支出，年初未安排预算，上年也未发生。/);
  assert.equal((await copied(page, here.getByRole('button', { name: '复制句子' }))).text, text);
  assert.match((await copied(page, here.getByRole('button', { name: '复制表格' }))).text, /公务接待费\t2\.5\t1\.38\t1\.85\t55\.2%\t-0\.47\t-25\.4%/);
  await screenshot(page, `quick-three-${site.name}`);

  const actual = here.getByRole('textbox', { name: '公务接待费 决算数' });
  await typeInto(page, actual, '1.38x');
  const problem = '公务接待费的决算数“1.38x”不是数字：第 5 个字“x”无法识别，请填写金额，例如 1.38。';
  assert.deepEqual(await texts(here, '.problem'), [problem]);
  await eventually(() => actual.getAttribute('aria-invalid'), 'true');
  const mark = page.locator(`[id="${await actual.getAttribute('aria-describedby')}"]`);
  await eventually(() => mark.innerText(), problem, 'said next to the box');
  await eventually(() => here.locator('.sentence').count(), 0);
  await screenshot(page, `quick-three-unreadable-${site.name}`);
  await typeInto(page, here.getByRole('textbox', { name: '公务接待费 年初预算数' }), '0');
  await typeInto(page, actual, '1.38');
  assert.match((await texts(here, '.warning')).join(), /公务接待费年初未安排预算，支出 1\.38 万元，没有完成率/);
});

everywhere('what is typed here is undone here, and leaves the workbook alone', async (page) => {
  await page.locator('.nav').getByRole('button', { name: '首页' }).click();
  await openExample(page);
  await typeInto(page, cell(page, 'execution.budget'), '2000');
  await page.locator('.nav').getByRole('button', { name: '速算' }).click();
  const here = card(page, '结构');
  await list(here).click();
  await page.keyboard.type('甲 5');
  await page.keyboard.press('Control+Z');
  assert.notEqual(await list(here).inputValue(), '甲 5');
  await page.locator('.nav').getByRole('button', { name: /^整体自评表/ }).click();
  await eventually(() => cell(page, 'execution.budget').inputValue(), '2,000');
});

everywhere('at 1024 pixels nothing is cut off', async (page, site) => {
  await paste(page, list(card(page, '结构')), THREE.replace('社会保障和就业支出', '机关事业单位基本养老保险缴费支出和职业年金缴费支出').replace('1,249.26', '123,456,789,249.26'));
  await paste(page, list(card(page, '多年增长')), '2018\t1,200.5\n2019\t1,544.93');
  const here = card(page, '“三公”经费');
  for (const box of await here.getByRole('textbox').all()) await box.fill('1,234,567.89');
  await screenshot(page, `quick-1024-${site.name}`);
  const wide = await page.evaluate(() => [...document.querySelectorAll('.quick, .quick .card, .quick .quick-table, .quick .scroll, .quick input')]
    .filter((one) => one.scrollWidth > one.clientWidth + 1)
    .map((one) => `${one.className}: ${one.scrollWidth} > ${one.clientWidth}`));
  assert.deepEqual(wide, []);
}, { viewport: { width: 1024, height: 768 } });
