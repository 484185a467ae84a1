// Somebody who has never seen the page sits down before it: a workbook of 2025, the nine tables, two forms, the text, and
// paper. Whatever they need next must be in sight before they look for it; where it is not, the step fails. With
// JUESUAN_HUMAN=1 they type and point as slowly as people do, and it is told how long each part took.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertClean, eventually, launchToday, screenshot, withPage } from './support/chromium.mjs';
import { bare, pagesOf } from './support/pdf.mjs';
import { oneFile } from './support/site.mjs';

const HUMAN = Boolean(process.env.JUESUAN_HUMAN);
/** In milliseconds: between keys, for a way of the pointer, and to read before something new. */
const [KEY, POINT, READ] = HUMAN ? [90, 350, 1_200] : [0, 0, 0];

let browser;
before(async () => { browser = await launchToday(); });
after(() => browser?.close());

/** Hands on the page, which note what was not in sight when it was needed. */
function hands(page) {
  const hidden = [];
  const times = [];
  let part = '';
  let actions = 0;
  const pause = (ms) => (ms ? page.waitForTimeout(ms) : null);
  const inSight = async (what, one) => {
    await one.waitFor({ state: 'attached' });
    const seen = await one.evaluate((element) => {
      const box = element.getBoundingClientRect();
      const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height / 2, 20)];
      if (box.width === 0 || x < 0 || y < 0 || x > innerWidth || y > innerHeight) return false;
      const there = document.elementFromPoint(x, y);
      const label = element.labels?.[0];
      return element.contains(there) || Boolean(there?.contains(element)) || Boolean(label?.contains(there));
    });
    if (!seen) {
      hidden.push(`${part}: ${what}`);
      await screenshot(page, `newcomer-hidden-${hidden.length}`);
    }
  };
  return {
    hidden,
    async begin(name) {
      times.push([part, Date.now(), actions]);
      part = name;
      await pause(READ);
      await screenshot(page, `newcomer-${times.length}-${name}`);
    },
    async point(what, one) {
      actions += 1;
      await inSight(what, one);
      await one.scrollIntoViewIfNeeded();
      const box = await one.boundingBox();
      const to = { x: box.x + Math.min(box.width / 2, 60), y: box.y + box.height / 2 };
      await page.mouse.move(to.x, to.y, { steps: HUMAN ? 12 : 1 });
      await pause(POINT);
      await page.mouse.click(to.x, to.y);
    },
    async choose(what, one, option) {
      actions += 1;
      await inSight(what, one);
      await pause(POINT);
      await one.selectOption(option);
    },
    async type(text) {
      actions += 1;
      await page.keyboard.type(text, { delay: KEY });
    },
    async press(...keys) {
      for (const key of keys) {
        actions += 1;
        await page.keyboard.press(key);
        await pause(KEY);
      }
    },
    told() {
      times.push([part, Date.now(), actions]);
      return times.slice(1).map(([name, end, count], i) => `${name}: ${((end - times[i][1]) / 1000).toFixed(0)} s, ${count - times[i][2]} actions`);
    },
  };
}

/** What is one turn of the wheel away from the cell one is in: above a table, and below its last row. */
const ONE_TURN = /the button for zeros|that all rows are there/;

/** Subject, and its amounts as one types them from the first column that is not a sum: blank where one goes on. */
const SUBJECTS = ['2080109', '2101102', '2210201'];
const TABLES = [
  ['公开02', [['fiscal', ['800', '50', '100']], ['fromAbove', ['50']]]],
  ['公开03', [['basic', ['600', '50', '100']], ['project', ['240']]]],
  ['公开05', [['basic', ['600', '50', '100']], ['project', ['200']]]],
];
const ECONOMIC = [['30101', '450'], ['30102', '100'], ['30110', '50'], ['30113', '50'], ['30201', '60'], ['30205', '40']];

test('somebody who has never seen the page comes from nothing to paper, and never has to look for what is next', { timeout: 600_000 }, () => withPage({ browser, url: oneFile() }, async ({ page, seen }) => {
  await page.evaluate(() => { window.printed = 0; window.print = () => { window.printed += 1; }; });
  const by = hands(page);
  const nav = (name) => page.locator('.nav-item', { hasText: name }).first();
  const cell = (id) => page.locator(`[id="accounts.${id}"]`);
  const focused = () => page.evaluate(() => document.activeElement.id);
  /** The way to the next table: below one that is filled in, above all the others. */
  const next = async () => {
    const ways = [page.locator('.guide p .link:not(.fold)'), page.locator('.guide-next .link')];
    for (const way of ways) {
      if (await way.count() && await way.evaluate((one) => { const { top, bottom } = one.getBoundingClientRect(); return top > 48 && bottom < innerHeight; })) return way;
    }
    return await ways[1].count() ? ways[1] : ways[0];
  };
  const tab = (no) => page.locator('.tab', { hasText: no });
  await page.locator('.start').waitFor();

  await by.begin('a new workbook');
  assert.match(await page.locator('#new-year').inputValue(), /^\d{4}$/);
  await by.point('the year', page.locator('#new-year'));
  await by.press('Control+A');
  await by.type('2025');
  await by.point('the name', page.locator('#new-unit'));
  await by.type('武汉市某区社会保险中心');
  await by.choose('the province', page.locator('#new-province'), '湖北省');
  await by.choose('the city', page.locator('#new-region'), '武汉市');
  await by.point('the button that begins', page.getByRole('button', { name: '新建', exact: true }));
  await page.locator('table.foot').waitFor();

  await by.begin('the overall form');
  await eventually(async () => (await focused()).startsWith('f0.'), true);
  await by.type('750');
  await by.press('Tab');
  await by.type('240');
  await by.press('Tab');
  const field = (form, path) => page.locator(`[id="f${form}.${path}"]`);
  await by.point('the budget', field(0, 'execution.budget'));
  await by.type('1000');
  await by.press('Tab');
  await by.type('990');
  await by.point('the first goal', field(0, 'goals[0].name'));
  await by.type('按时足额发放各项待遇');
  await by.point('the first indicator', field(0, 'goals[0].indicators[0].name'));
  await by.type('发放人次');
  await by.press('Tab');
  await by.press('Tab');
  await by.type('≥350人次');
  await by.press('Tab');
  await by.type('360人次');

  await by.begin('the tables');
  await by.point('the tables', nav('决算表'));
  await page.locator('.guide').waitFor();
  for (const [no, columns] of TABLES) {
    await by.begin(`table ${no}`);
    const number = no.slice(2);
    if (!(await tab(no).getAttribute('class')).includes('current')) await by.point(`the table that is next, ${no}`, await next());
    await eventually(async () => (await tab(no).getAttribute('class')).includes('current'), true, no);
    const search = page.getByRole('combobox', { name: /添加科目/ });
    const bring = page.getByRole('button', { name: /科目$/ }).first();
    if (number === '02') {
      for (const code of SUBJECTS) {
        await by.point('where subjects are added', search);
        await by.type(code);
        await page.locator('.subject-search [role=option]').first().waitFor();
        await by.press('Enter');
      }
    } else {
      await by.point('the subjects of another table', bring);
    }
    for (const [column, amounts] of columns) {
      const rows = await page.locator(`[id^="accounts.${number}["][id$=".code"]`).evaluateAll((all) => all.map((one) => [one.id.match(/\[(\d+)\]/)[1], one.value]));
      const first = rows.filter(([, code]) => SUBJECTS.includes(code));
      for (const [i, amount] of amounts.entries()) {
        await by.point(`the column ${column}`, cell(`${number}[${first[i][0]}].${column}`));
        await by.type(amount);
      }
    }
    await by.point('that all rows are there', page.getByLabel('各行已录全'));
    const zeros = page.getByRole('button', { name: /填 0/ });
    if (await zeros.isEnabled()) await by.point('the button for zeros', zeros);
    await screenshot(page, `newcomer-filled-${number}`);
  }

  await by.begin('table 公开06');
  await by.point('the table that is next, 公开06', await next());
  await eventually(async () => (await tab('公开06').getAttribute('class')).includes('current'), true);
  const rows = await page.locator('[id^="accounts.06["][id$=".code"]').count();
  for (const [code, amount] of ECONOMIC) {
    const row = await page.evaluate((wanted) => {
      const found = [...document.querySelectorAll('[id^="accounts.06["]')].find((one) => one.value === wanted || one.closest('tr')?.innerText.includes(wanted));
      return found?.id.match(/\[(\d+)\]/)?.[1];
    }, code);
    if (row === undefined) {
      const search = page.getByRole('combobox', { name: /添加科目/ });
      await by.point('where subjects are added', search);
      await by.type(code);
      await page.locator('.subject-search [role=option]').first().waitFor();
      await by.press('Enter');
    }
  }
  await screenshot(page, `newcomer-06-${rows}`);
  for (const [code, amount] of ECONOMIC) {
    const id = await page.evaluate((wanted) => {
      const code = [...document.querySelectorAll('[id^="accounts.06["][id$=".code"]')].find((one) => one.value === wanted);
      return code?.id.replace(/\.code$/, '.amount');
    }, code);
    await by.point(`the amount of ${code}`, page.locator(`[id="${id}"]`));
    await by.type(amount);
  }

  await by.begin('the three expenses');
  await by.point('the table that is next', await next());
  await screenshot(page, 'newcomer-next');
  for (let i = 0; i < 3; i += 1) {
    const title = await page.locator('.tab.current .tab-no').innerText();
    await by.begin(`table ${title}`);
    const none = page.getByRole('checkbox', { name: '本表无数据' });
    if (await none.count()) {
      await by.point('that it has no data', none);
    } else {
      for (const [row, [budget, actual]] of Object.entries({ abroad: ['0', '0'], purchase: ['0', '0'], running: ['5', '4'], reception: ['1', '0.5'] })) {
        await by.point(`the row ${row}`, cell(`07.${row}.budget`));
        await by.type(budget);
        await by.press('Tab');
        await by.type(actual);
      }
    }
    if (await (await next()).count()) await by.point('the table that is next', await next());
  }
  await screenshot(page, 'newcomer-tables-done');

  await by.begin('a project form');
  await by.point('a new form', page.getByRole('button', { name: '新增项目表' }));
  await eventually(focused, 'f1.name');
  await by.type('社会保险业务经费');
  await by.point('its budget', field(1, 'execution.budget'));
  await by.type('250');
  await by.press('Tab');
  await by.type('240');

  await by.begin('what the text needs');
  await by.point('facts', nav('说明资料'));
  await page.locator('.facts').waitFor();
  await screenshot(page, 'newcomer-facts');

  await by.begin('the text');
  await by.point('the text', nav('决算说明'));
  await page.locator('.text-view').waitFor();
  await screenshot(page, 'newcomer-text');

  await by.begin('paper');
  await by.point('what is published', nav('成文与导出'));
  await page.locator('.published .document-text').waitFor();
  await by.point('print', page.locator('.published').getByRole('button', { name: '打印', exact: true }));
  const anyway = page.getByRole('button', { name: '仍然继续' });
  await Promise.race([anyway.waitFor(), page.waitForFunction(() => window.printed === 1)]);
  if (await anyway.isVisible()) await by.point('go on', anyway);
  await eventually(() => page.evaluate(() => window.printed), 1);
  const text = bare((await pagesOf(await page.pdf({ preferCSSPageSize: true }))).map((one) => one.text).join(''));
  for (const word of ['武汉市某区社会保险中心', '2025年度', '800.00', '收入支出决算总表']) assert.ok(text.includes(bare(word)), word);
  console.log(by.told().map((line) => `  ${line}`).join('\n'));
  assert.deepEqual(by.hidden.filter((one) => !ONE_TURN.test(one)), []);
  assertClean(seen);
}));
