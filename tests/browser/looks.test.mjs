// How the page looks: light and dark, on a phone and on a large screen, in the colours of the system; columns, tabs,
// what is said before something goes out, and both sides of an identity.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible } from './support/axe.mjs';
import { assertClean, eventually, launchToday, screenshot, typeInto, withPage } from './support/chromium.mjs';
import { paragraphs, right, wrong } from './support/disclosure.mjs';
import { docx } from './support/documents.mjs';
import { cell, drop, oneFile, openExample } from './support/site.mjs';

let browser;
before(async () => { browser = await launchToday(); });
after(() => browser?.close());

const PHONE = { width: 390, height: 844 };
const OFFICE = { width: 1366, height: 768 };

const menu = async (page) => {
  const button = page.locator('.nav .menu');
  if (await button.isVisible() && (await button.getAttribute('aria-expanded')) !== 'true') await button.click();
};
const view = async (page, name) => {
  await menu(page);
  await page.locator('.nav-item', { hasText: name }).first().click();
};
const table = async (page, no) => {
  await view(page, '决算表');
  await page.locator('.tab', { hasText: no }).first().click();
};
const create = async (page) => {
  await page.getByRole('button', { name: '新建', exact: true }).click();
  await page.locator('table.foot').waitFor();
};
const scheme = (page) => page.locator('html').getAttribute('data-scheme');
const focused = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.innerText);
const color = (page, selector, property) => page.locator(selector).first().evaluate((one, name) => getComputedStyle(one)[name], property);

const VIEWS = {
  start: async () => {},
  'start, with a workbook': async (page) => { await openExample(page); await view(page, '首页'); await page.locator('.entry').waitFor(); },
  'quick figures': async (page) => { await page.getByRole('button', { name: '打开速算' }).click(); await typeInto(page, '.calculator input >> nth=0', '8x'); },
  form: async (page) => { await openExample(page); await typeInto(page, cell(page, 'execution.actual'), '12a'); },
  'empty form, checked': async (page) => { await create(page); await menuless(page); },
  'project form': async (page) => { await openExample(page); await view(page, '合同人员经费'); },
  'table of two sides': async (page) => { await openExample(page); await table(page, '公开01'); },
  'table by subject, with an error': async (page) => { await openExample(page); await table(page, '公开05'); await typeInto(page, '[id="accounts.05[0].total"]', '12a'); },
  'empty table': async (page) => { await create(page); await table(page, '公开01'); },
  facts: async (page) => { await openExample(page); await view(page, '说明资料'); },
  text: async (page) => { await openExample(page); await view(page, '决算说明'); },
  'empty text': async (page) => { await create(page); await view(page, '决算说明'); },
  identities: async (page) => { await openExample(page); await view(page, '勾稽关系'); },
  consolidation: (page) => view(page, '多单位汇总'),
  published: async (page) => { await openExample(page); await view(page, '成文与导出'); await page.locator('.published .document-text').waitFor(); },
  review: async (page) => { await drop(page, [['乙馆.docx', docx(paragraphs(wrong))]]); await page.locator('.review .finding .go').nth(2).click(); },
  import: async (page) => { await drop(page, [['去年.docx', docx(paragraphs(right))]]); await page.getByRole('button', { name: '取数建工作簿…' }).click(); await page.locator('.import').waitFor(); },
  'rules and settings': async (page) => { await openExample(page); await view(page, '评分规则与设置'); await typeInto(page, '#setting-farAbove', '90'); },
};
/** The list of findings of an empty form lies over the view on a phone; there is nothing else to open it for. */
async function menuless(page) {
  if (!await page.locator('.unfilled button').isVisible()) await page.locator('.findings .toggle').click();
  await page.locator('.unfilled button').click();
  await page.locator('.empty-cells').waitFor();
}

for (const viewport of [PHONE, OFFICE]) {
  for (const colorScheme of ['light', 'dark']) {
    for (const [name, go] of Object.entries(VIEWS)) {
      test(`${name}: usable by everybody and no wider than the screen, ${colorScheme}, ${viewport.width} px`, () =>
        withPage({ browser, url: oneFile(), viewport, colorScheme, bypassCSP: true }, async ({ page, seen }) => {
          await page.locator('.start').waitFor();
          await go(page);
          assert.equal(await scheme(page), colorScheme);
          const size = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]);
          assert.deepEqual(size, [viewport.width, viewport.height]);
          await assertAccessible(page, name);
          await screenshot(page, `${name}-${colorScheme}-${viewport.width}`);
          assertClean(seen);
        }));
    }
  }
}

const page = (name, { viewport = OFFICE, example = true, ...options }, steps) => test(name, () =>
  withPage({ browser, url: oneFile(), viewport, ...options }, async ({ page: on, seen }) => {
    await on.locator('.start').waitFor();
    if (example) await openExample(on);
    await steps(on);
    assertClean(seen);
  }));

// ---- light and dark

page('light or dark is as the system has it, until somebody chooses; the choice is remembered; paper is always light', { example: false }, async (on) => {
  assert.equal(await scheme(on), 'light');
  await on.emulateMedia({ colorScheme: 'dark' });
  await eventually(() => scheme(on), 'dark');
  const choice = on.getByLabel('颜色');
  assert.deepEqual(await choice.locator('option').allInnerTexts(), ['跟随系统', '浅色', '深色']);
  await choice.selectOption('浅色');
  await eventually(() => scheme(on), 'light');
  await choice.selectOption('深色');
  await on.emulateMedia({ colorScheme: 'light' });
  await eventually(() => scheme(on), 'dark');
  await on.reload();
  await on.locator('.start').waitFor();
  assert.equal(await scheme(on), 'dark');
  assert.equal(await on.getByLabel('颜色').inputValue(), 'dark');
  const ground = () => color(on, 'body', 'backgroundColor');
  const dark = await ground();
  await on.emulateMedia({ media: 'print' });
  assert.notEqual(await ground(), dark);
  assert.equal(await ground(), 'rgb(255, 255, 255)');
  await on.emulateMedia({ media: null });
  await on.getByLabel('颜色').selectOption('跟随系统');
  await eventually(() => scheme(on), 'light');
});

page('what waits and examples are readable: 4.5 to 1, light and dark', { example: false }, async (on) => {
  await create(on);
  await table(on, '公开01');
  for (const wanted of ['浅色', '深色']) {
    await on.getByLabel('颜色').selectOption(wanted);
    const least = await on.evaluate(() => {
      const light = (text) => text.match(/[\d.]+/g).slice(0, 3).map((one) => one / 255)
        .map((one) => (one <= 0.03928 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4))
        .reduce((sum, one, at) => sum + one * [0.2126, 0.7152, 0.0722][at], 0);
      const ground = (one) => { for (let at = one; ; at = at.parentElement) { const { backgroundColor } = getComputedStyle(at); if (!/, 0\)$|transparent/.test(backgroundColor)) return backgroundColor; } };
      return Math.min(...[...document.querySelectorAll('td.awaited input')].map((one) => {
        const [a, b] = [getComputedStyle(one, '::placeholder').color, ground(one)].map(light);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      }));
    });
    assert.ok(least >= 4.5, `${wanted}: ${least}`);
  }
});

// ---- colours of the system

page('every state has a sign where the system has its own colours', { forcedColors: 'active' }, async (on) => {
  await typeInto(on, cell(on, 'execution.actual'), '12a');
  await cell(on, 'unit').focus();
  const sign = (field) => on.locator(`.field.${field} > .mark-icon`).first().evaluate((one) => [getComputedStyle(one).display, getComputedStyle(one, '::before').content]);
  assert.deepEqual(await sign('has-error'), ['block', '"!"']);
  assert.deepEqual(await sign('has-warning'), ['block', '"▲"']);
  assert.equal(await on.locator('td.computed.differs').first().evaluate((one) => getComputedStyle(one, '::before').content), '"≠ "');
  assert.equal(await color(on, '.nav-item.current', 'borderLeftWidth'), '4px');
  await on.locator('.finding .go').first().click();
  assert.equal(await color(on, '.finding.current', 'borderLeftWidth'), '4px');
  const outline = await on.evaluate(() => getComputedStyle(document.activeElement.closest('.field')).outlineStyle);
  assert.equal(outline, 'solid', 'where somebody is, is told by a line');
  await table(on, '公开02');
  const lines = await on.locator('.tab').evaluateAll((tabs) => tabs.map((tab) => [tab.matches('.current'), getComputedStyle(tab).borderBottomColor]));
  const current = lines.find(([is]) => is)[1];
  assert.equal(lines.filter(([, line]) => line === current).length, 1, 'one tab alone has the line');
  await screenshot(on, 'forced');
});

// ---- small

page('on a phone an indicator is a card: nothing is cut off, each cell says what it is', { viewport: PHONE }, async (on) => {
  const main = await on.locator('#main').evaluate((one) => [one.scrollWidth, one.clientWidth]);
  assert.equal(main[0], main[1], 'nothing scrolls sideways');
  const row = on.locator('tr.indicator').first();
  assert.deepEqual(await row.locator('td').evaluateAll((cells) => cells.map((one) => getComputedStyle(one, '::before').content.replace(/"/g, ''))),
    ['三级指标', '分值', '年初目标值（A）', '实际完成值（B）', '计算得分', '自填得分']);
  for (const box of await on.locator('table.form').locator('input, textarea').all()) {
    if (!await box.isVisible()) continue;
    const cut = await box.evaluate((one) => one.scrollWidth - one.clientWidth);
    assert.ok(cut <= 0, `${await box.getAttribute('id')} is cut by ${cut} px`);
  }
  assert.equal(await on.locator('.nav-inside').isVisible(), false, 'the menu is closed');
  const counts = on.locator('.findings .count.error');
  const [bottom, left] = await counts.evaluate((one) => [one.getBoundingClientRect().bottom, one.getBoundingClientRect().left]);
  assert.equal(await counts.innerText(), '错误 2');
  assert.ok(bottom <= PHONE.height && left >= 0, 'the errors stay in sight');
});

page('at twice the size of a small screen the form is read without scrolling sideways', { viewport: { width: 683, height: 384 } }, async (on) => {
  const main = await on.locator('#main').evaluate((one) => [one.scrollWidth, one.clientWidth, one.clientHeight]);
  assert.equal(main[0], main[1]);
  assert.ok(main[2] >= 220, `the form has ${main[2]} px`);
});

page('on 1024 px the findings fold away', { viewport: { width: 1024, height: 768 } }, async (on) => {
  const height = () => on.locator('#main').evaluate((one) => one.clientHeight);
  const before = await height();
  await on.getByRole('button', { name: /核对/ }).first().click();
  await eventually(async () => await height() - before > 150, true);
});

page('on 1920 px a view fills its room', { viewport: { width: 1920, height: 1080 } }, async (on) => {
  for (const [name, what, least] of [['整体自评表', '.paper', 1000], ['说明资料', '.facts', 1000], ['评分规则与设置', '.rules', 1200], ['首页', '.start', 1200], ['成文与导出', '.published', 1100]]) {
    await view(on, name);
    const [width, left, right] = await on.locator(what).evaluate((one) => {
      const [own, around] = [one.getBoundingClientRect(), document.querySelector('#main').getBoundingClientRect()];
      return [own.width, own.left - around.left, around.right - own.right];
    });
    assert.ok(width >= least, `${name}: ${width} px`);
    assert.ok(Math.abs(left - right) <= 20, `${name} stands in the middle: ${left}, ${right}`);
  }
});

// ---- keyboard

page('the first Tab leads past the menu', { example: false }, async (on) => {
  await on.keyboard.press('Tab');
  assert.equal(await focused(on), '跳到正文');
  await on.keyboard.press('Enter');
  await eventually(() => focused(on), 'main');
});

page('arrows go from tab to tab, and Tab enters there once', {}, async (on) => {
  await table(on, '公开02');
  assert.equal(await on.locator('.tab[tabindex="0"]').count(), 1);
  await on.locator('.tab.current').focus();
  const at = async () => (await focused(on)).slice(0, 4);
  for (const [key, no] of [['ArrowRight', '公开03'], ['ArrowLeft', '公开02'], ['Home', '公开01'], ['ArrowLeft', '公开09'], ['ArrowRight', '公开01'], ['End', '公开09']]) {
    await on.keyboard.press(key);
    assert.equal(await at(), no, key);
  }
  await on.keyboard.press('Enter');
  await on.locator('.tab.current', { hasText: '公开09' }).waitFor();
});

// ---- columns

const width = (on, selector) => on.locator(selector).first().evaluate((one) => one.offsetWidth);

page('a column is drawn wider by its edge and by keys, and stays so when one comes back', {}, async (on) => {
  await table(on, '公开05');
  const [head, amount] = ['.sheet-table.heads th >> nth=2', '[id="accounts.05[0].total"]'];
  const before = await width(on, head);
  const edge = await on.locator(head).boundingBox();
  await on.mouse.move(edge.x + edge.width - 2, edge.y + 8);
  await on.mouse.down();
  await on.mouse.move(edge.x + edge.width + 28, edge.y + 8);
  await on.mouse.move(edge.x + edge.width + 38, edge.y + 8);
  await on.mouse.up();
  assert.equal(await width(on, head), before + 40);
  await on.locator(amount).focus();
  await on.keyboard.press('Alt+Shift+ArrowRight');
  assert.equal(await width(on, head), before + 50);
  await on.keyboard.press('Alt+Shift+ArrowLeft');
  assert.equal(await width(on, head), before + 40);
  assert.equal(await on.locator(amount).evaluate((one) => one.closest('td').offsetWidth), before + 40, 'the cells below too');
  assert.ok(await width(on, 'td.subject') >= 150, 'a name keeps its room');
  await table(on, '公开02');
  assert.equal(await width(on, head), before, 'another table has its own');
  await table(on, '公开05');
  await eventually(() => width(on, head), before + 40);
  // The form, by keys.
  await view(on, '整体自评表');
  const target = 'table.heads th >> nth=4';
  const was = await width(on, target);
  await cell(on, 'goals[0].indicators[0].target').focus();
  for (let i = 0; i < 3; i++) await on.keyboard.press('Alt+Shift+ArrowRight');
  assert.equal(await width(on, target), was + 30);
  // The one that takes the rest: the next gives way.
  await cell(on, 'goals[0].indicators[0].name').focus();
  const [name, weight] = [await width(on, 'table.heads th >> nth=2'), await width(on, 'table.heads th >> nth=3')];
  await on.keyboard.press('Alt+Shift+ArrowLeft');
  assert.deepEqual([await width(on, 'table.heads th >> nth=2'), await width(on, 'table.heads th >> nth=3')], [name - 10, weight + 10]);
});

// ---- findings

page('each finding names its place in full: form or table, row, column', {}, async (on) => {
  await typeInto(on, cell(on, 'goals[0].indicators[1].weight'), '7x');
  await eventually(async () => (await on.locator('.finding .where').allInnerTexts()).some((where) => /数量指标 · 社会保险业务培训 · 分值/.test(where)), true);
  await table(on, '公开05');
  await typeInto(on, '[id="accounts.05[0].total"]', '12a');
  await eventually(async () => (await on.locator('.finding.error .where').allInnerTexts()).includes('公开05 · 社会保障和就业支出 · 本年支出合计'), true);
});

page('before something with errors is printed or written, they are named; one goes there, on, or stays', {}, async (on) => {
  await on.evaluate(() => { window.printed = 0; window.print = () => { window.printed += 1; }; });
  const printed = () => on.evaluate(() => window.printed);
  const print = on.locator('.top').getByRole('button', { name: '打印', exact: true });
  const summary = on.locator('#before');
  await print.click();
  await summary.waitFor();
  await eventually(() => focused(on), 'before');
  assert.match(await summary.innerText(), /还有 2 处错误/);
  assert.equal(await printed(), 0);
  await assertNoDoubledColons(on);
  await summary.getByRole('button', { name: /编外人员收入同比增幅/ }).click();
  await summary.waitFor({ state: 'detached' });
  await eventually(() => focused(on).then((id) => id.startsWith('f0.goals[1].indicators[0]')), true);
  await print.click();
  await summary.getByRole('button', { name: '取消' }).click();
  await summary.waitFor({ state: 'detached' });
  assert.equal(await printed(), 0);
  await print.click();
  await summary.getByRole('button', { name: '仍然继续' }).click();
  await eventually(printed, 1);
  await view(on, '成文与导出');
  await on.locator('.published .document-text').waitFor();
  await on.getByRole('button', { name: '下载 Word' }).click();
  await eventually(() => focused(on), 'before');
  const [file] = await Promise.all([on.waitForEvent('download'), summary.getByRole('button', { name: '仍然继续' }).click()]);
  assert.match(file.suggestedFilename(), /\.docx$/);
  // What has none is printed at once.
  await table(on, '公开01');
  await print.click();
  await eventually(printed, 2);
});

// ---- identities

page('an identity shows both its sides; one with blanks says how many hold and how many wait', {}, async (on) => {
  await view(on, '勾稽关系');
  const row = (no) => on.locator('.identities tbody tr', { has: on.locator(`th:text-is("${no}")`) });
  for (const no of ['1', '2', '7', '10']) {
    const sides = await row(no).locator('td.side').allInnerTexts();
    assert.ok(/\d/.test(sides[0]) && /\d/.test(sides[1]), `${no}: ${sides}`);
  }
  await table(on, '公开02');
  await typeInto(on, '[id="accounts.02[0].total"]', '');
  await view(on, '勾稽关系');
  const states = await on.locator('.identities .state').allInnerTexts();
  for (const state of states) assert.ok(/^(相等|待填|尾差|还有行未录|\d+ 处不等|(\d+ (相等|尾差|待填)(，|$))+)?$/.test(state), state);
});

// ---- words

/** One finding, one sentence: what mends it does not follow a second colon. */
async function assertNoDoubledColons(on) {
  for (const message of await on.locator('.finding .message, .said-here').allInnerTexts()) {
    const bare = message.replace(/“[^”]*”/g, '');
    assert.ok((bare.match(/：/g) ?? []).length <= 1, message);
  }
}

page('words: one colon in a sentence, a copy is called so and numbered, version and checksum lie under 关于', {}, async (on) => {
  for (const [path, text] of [['execution.actual', '12a'], ['goals[0].indicators[0].weight', '1,24'], ['goals[0].indicators[1].weight', '-'], ['goals[0].indicators[2].weight', '1234567890123456789']]) await typeInto(on, cell(on, path), text);
  await assertNoDoubledColons(on);
  assert.equal(await on.locator('.nav .build').isVisible(), false);
  await on.locator('.nav footer summary', { hasText: '关于' }).click();
  assert.match(await on.locator('.nav .build').innerText(), /版本.*\n校验码/);
  for (const name of ['合同人员经费（2）', '合同人员经费（3）']) {
    await view(on, '合同人员经费');
    await on.getByRole('button', { name: '建立副本' }).click();
    await on.locator('.notice-bar', { hasText: `已建立副本“${name}` }).waitFor();
  }
  await view(on, '决算说明');
  assert.doesNotMatch(await on.locator('#main').innerText(), /本工具/);
});
