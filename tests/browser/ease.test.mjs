// What makes a day at the page easier: zeros left blank, findings as wide as one wants them, the way through the tables,
// and what somebody is told once.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible } from './support/axe.mjs';
import { assertClean, eventually, launchToday, screenshot, typeInto, withPage } from './support/chromium.mjs';
import { paragraphs, wrong } from './support/disclosure.mjs';
import { docx } from './support/documents.mjs';
import { pageOf, portal } from './support/portal.mjs';
import { drop, oneFile, openExample, saved } from './support/site.mjs';

let browser;
before(async () => { browser = await launchToday(); });
after(() => browser?.close());

const page = (name, { example = true, ...more }, steps) => test(name, () =>
  withPage({ browser, url: oneFile(), ...more }, async ({ page: on, seen }) => {
    await on.locator('.start').waitFor();
    if (example) await openExample(on);
    await steps(on);
    assertClean(seen);
  }));
const table = async (on, no) => {
  await on.locator('.nav-item', { hasText: '决算表' }).first().click();
  await on.locator('.tab', { hasText: no }).click();
};
const again = async (on) => {
  await on.reload();
  await on.locator('.start').waitFor();
  await openExample(on);
};
const place = (id) => `[id="accounts.${id}"]`;
const seenAs = (on, selector) => on.locator(selector).evaluate((one) => getComputedStyle(one).opacity);

// ---- zeros

page('zeros of tables are left blank where somebody wants that, on screen and on paper; what is typed stays', { bypassCSP: true }, async (on) => {
  await table(on, '公开07');
  await typeInto(on, place('07.abroad.actual'), '0.004');
  await typeInto(on, place('07.reception.actual'), '0');
  await table(on, '公开01');
  const choice = on.getByRole('checkbox', { name: '表中零值留空' });
  assert.equal(await choice.isChecked(), false);
  const cells = async (expected, message) => {
    for (const [selector, opacity] of expected) await eventually(() => seenAs(on, selector), opacity, `${message}: ${selector}`);
  };
  const [typed, derived, other] = [place('01.income-funds.amount'), `${place('01.205.amount')} ~ .derived`, place('01.income-general.amount')];
  await cells([[typed, '1'], [derived, '1']], 'not chosen');
  await choice.check();
  await cells([[typed, '0'], [derived, '0'], [other, '1']], 'chosen');
  assert.equal(await on.locator(typed).inputValue(), '0.00', 'what is in the cell stays');
  await on.locator(typed).focus();
  await cells([[typed, '1']], 'while somebody is in the cell');
  await on.locator(place('01.205.amount')).focus();
  await cells([[typed, '0'], [derived, '1']], 'while somebody is in a cell that follows');
  await screenshot(on, 'zeros-blank');
  await assertAccessible(on, 'zeros left blank');
  await on.emulateMedia({ media: 'print' });
  await cells([[typed, '0'], [derived, '0'], [other, '1']], 'on paper');
  await on.emulateMedia({ media: 'screen' });
  await table(on, '公开07');
  await cells([[place('07.reception.actual'), '0'], [place('07.abroad.actual'), '1']], 'what is only rounded to nothing is no zero');
  await again(on);
  assert.equal(await choice.isChecked(), true);
  await table(on, '公开01');
  await cells([[typed, '0']], 'at the next visit');
  await choice.uncheck();
  await cells([[typed, '1'], [derived, '1']], 'no more');
});

// ---- the edge of the findings

const width = (on) => on.locator('aside.findings').evaluate((one) => one.offsetWidth);
const drag = async (on, by) => {
  const box = await on.locator('.edge:not(.level)').boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + 200];
  await on.mouse.move(x, y);
  await on.mouse.down();
  await on.mouse.move(x + by / 2, y);
  await on.mouse.move(x + by, y);
  await on.mouse.up();
};

page('the findings are made wider and narrower by their edge, which is remembered; a double click gives them back their width', {}, async (on) => {
  const edge = on.getByRole('separator', { name: '核对栏的宽度' });
  const is = async (pixels, message) => {
    await eventually(() => width(on), pixels, message);
    await eventually(() => edge.getAttribute('aria-valuenow'), String(pixels), message);
  };
  await is(312, 'its own');
  await drag(on, -100);
  await is(412, 'drawn to the left');
  await drag(on, 60);
  await is(352, 'and back');
  await edge.focus();
  for (const [key, pixels] of [['ArrowLeft', 368], ['ArrowRight', 352], ['Home', 240], ['ArrowRight', 240], ['End', 683]]) {
    await on.keyboard.press(key);
    await is(pixels, key);
  }
  assert.equal(await on.evaluate(() => document.documentElement.scrollWidth), 1366);
  await on.keyboard.press('Home');
  await is(240, 'narrow');
  await again(on);
  await is(240, 'at the next visit');
  await edge.dblclick();
  await is(312, 'its own again');
  await on.locator('.findings .toggle').click();
  await eventually(() => edge.isVisible(), false, 'folded up it has no edge');
  await on.locator('.findings .toggle').click();
  await on.setViewportSize({ width: 1024, height: 768 });
  await eventually(() => edge.isVisible(), false, 'below the view it has no edge');
});

page('what was found in a document has a width of its own', { example: false, viewport: { width: 1920, height: 1080 } }, async (on) => {
  await drop(on, [['乙馆.docx', docx(paragraphs(wrong))]]);
  await on.locator('.review .finding').first().waitFor();
  assert.equal(await width(on), 518, 'of the screen 27 parts in 100');
  await drag(on, -82);
  await eventually(() => width(on), 600);
  await on.locator('.nav-item', { hasText: '首页' }).click();
  await openExample(on);
  assert.equal(await width(on), 312);
});

// ---- findings below the view

const BELOW = { width: 1024, height: 768 };
const height = (on, selector = 'aside.findings') => on.locator(selector).evaluate((one) => one.offsetHeight);
const PANELS = [
  ['a form', (on) => openExample(on), 210],
  ['a document', async (on) => {
    await drop(on, [['乙馆.docx', docx(paragraphs(wrong))]]);
    await on.locator('.review .finding').first().waitFor();
  }, 307],
];
for (const [what, go, own] of PANELS) {
  page(`on 1024 px the findings of ${what} fold up to a line, and are made higher and lower by their edge`, { example: false, viewport: BELOW, bypassCSP: true }, async (on) => {
    await go(on);
    const edge = on.getByRole('separator', { name: '核对栏的高度' });
    await eventually(() => height(on), own, 'its own');
    const box = await edge.boundingBox();
    await on.mouse.move(500, box.y + 3);
    await on.mouse.down();
    await on.mouse.move(500, box.y - 40);
    await on.mouse.move(500, box.y - 77);
    await on.mouse.up();
    await eventually(() => height(on), own + 80, 'drawn up');
    await edge.focus();
    for (const [key, pixels] of [['ArrowDown', own + 64], ['ArrowUp', own + 80], ['Home', 96], ['End', 538]]) {
      await on.keyboard.press(key);
      await eventually(() => height(on), pixels, key);
    }
    await edge.dblclick();
    await eventually(() => height(on), own, 'its own again');
    const [before, toggle] = [await height(on, '#main'), on.getByRole('button', { name: '展开或收起核对' })];
    await toggle.click();
    await eventually(() => height(on), 40, 'folded up');
    assert.ok(await height(on, '#main') >= before + own - 41, 'the view has the room');
    assert.match((await on.locator('aside.findings').innerText()).replace(/\s+/g, ' '), /^核对 错误 \d+ 警告 \d+/);
    assert.equal(await edge.isVisible(), false, 'folded up it has no edge');
    await assertAccessible(on, `the findings of ${what}, folded up`);
    await screenshot(on, `ease-folded-${what}`);
    await toggle.click();
    await eventually(() => height(on), own, 'open again');
  });
}

for (const viewport of [{ width: 390, height: 844 }, BELOW, { width: 1366, height: 768 }, { width: 1920, height: 1080 }]) {
  page(`what was found in a document folds up, on ${viewport.width} px; on paper it is whole`, { example: false, viewport, bypassCSP: true }, async (on) => {
    await PANELS[1][1](on);
    const toggle = on.getByRole('button', { name: '展开或收起核对' });
    await screenshot(on, `ease-review-open-${viewport.width}`);
    assert.equal(await toggle.getAttribute('aria-expanded'), 'true');
    await toggle.click();
    await eventually(() => on.locator('.review .list').isVisible(), false);
    assert.equal(await toggle.getAttribute('aria-expanded'), 'false');
    assert.ok(await on.locator('.review .count.error').isVisible(), 'the counts stay');
    const [own, screen] = [await on.locator('.review').boundingBox(), viewport];
    assert.ok(own.width <= 44 || own.height <= 42, JSON.stringify(own));
    assert.ok(own.x + own.width <= screen.width + 1 && own.y + own.height <= screen.height + 1, JSON.stringify(own));
    await screenshot(on, `ease-review-folded-${viewport.width}`);
    await assertAccessible(on, 'a review that is folded up');
    await on.emulateMedia({ media: 'print' });
    assert.ok(await on.locator('.review .list').isVisible(), 'on paper');
    await on.emulateMedia({ media: 'screen' });
    await toggle.click();
    await eventually(() => on.locator('.review .list').isVisible(), true);
  });
}

// ---- keys

const TOUCH = { hasTouch: true, isMobile: true };
for (const [what, options, shown] of [
  ['at a desk', {}, true],
  ['on a phone', { viewport: { width: 390, height: 844 }, ...TOUCH }, false],
  ['on a tablet', { viewport: { width: 1024, height: 768 }, ...TOUCH }, false],
  ['in a narrow window', { viewport: { width: 683, height: 600 } }, false],
]) {
  page(`keys are shown ${what}: ${shown ? 'yes' : 'no'}`, options, async (on) => {
    const keys = async () => {
      const text = await on.evaluate(() => document.querySelector('.shell').innerText);
      return /\b(Ctrl|Alt|Shift)\+|\bF\d\b/.test(text) || await on.locator('.keys').isVisible();
    };
    assert.equal(await keys(), shown, 'a form');
    await on.locator('.top .look').click();
    await on.locator('.looking').waitFor();
    assert.equal(await on.locator('.looking kbd').first().isVisible(), shown, 'the list of commands');
    assert.equal(await keys(), shown);
  });
}

// ---- the way through the tables

page('the way through the tables says what is filled in first, what follows, how far each is, and what comes next', { example: false }, async (on) => {
  await on.getByRole('button', { name: '新建', exact: true }).click();
  await on.locator('table.foot').waitFor();
  await on.locator('.nav-item', { hasText: '决算表' }).first().click();
  const guide = on.getByRole('region', { name: '填表次序' });
  const parts = () => guide.locator('li').evaluateAll((all) => all.map((one) => [...one.children].map((part) => part.textContent.match(/^\d+|^\S+/)[0])));
  assert.deepEqual(await parts(), [['先填', '02', '03', '05', '06', '07', '08', '09'], ['随之得出', '01', '04']]);
  const far = async (no) => (await guide.locator('li .link', { hasText: no }).innerText()).trim();
  const next = guide.locator('p .link:not(.fold)');
  assert.match(await next.innerText(), /^02 收入\s+0\/7$/);
  await next.click();
  await eventually(() => on.locator('.tab.current .tab-no').innerText(), '公开02');
  // There already, it leads to the first blank.
  await next.click();
  await eventually(() => on.evaluate(() => document.activeElement.id), 'accounts.02.total.total');
  await on.keyboard.type('12');
  await eventually(async () => /1\/7$/.test(await far('02 ')), true);
  // What follows need not be filled in: of the twelve cells the vehicles and the total wait no more.
  await table(on, '“三公”');
  for (const row of ['abroad', 'purchase', 'running', 'reception']) await typeInto(on, place(`07.${row}.budget`), '1');
  await eventually(async () => /4\/10$/.test(await far('“三公”')), true);
  await guide.getByRole('button', { name: '填表次序' }).click();
  await eventually(() => guide.locator('li').count(), 0);
  await saved(on);
  await on.reload();
  await on.locator('.entry').first().click();
  await on.locator('.nav-item', { hasText: '决算表' }).first().click();
  await guide.getByRole('button', { name: '填表次序' }).waitFor();
  assert.equal(await guide.locator('li').count(), 0, 'folded at the next visit too');
  await on.locator('.nav-item', { hasText: '首页' }).click();
  await openExample(on);
  await on.locator('.nav-item', { hasText: '决算表' }).first().click();
  assert.equal(await guide.innerText(), '各表都已填完');
  assert.equal(await on.locator('.tabs .tab-state.begun').count(), 0, 'nor has a tab of the example anything to be filled in');
  // Cells less, and what cannot be read is an error in its table.
  await table(on, '“三公”');
  for (const row of ['total', 'vehicles', 'abroad', 'purchase', 'running', 'reception']) await typeInto(on, place(`07.${row}.actual`), '');
  await typeInto(on, place('07.abroad.budget'), '12a');
  const said = async () => (await next.innerText()).replace(/\s+/g, ' ');
  await eventually(async () => /^07 一般公共预算“三公”经费支出 \d+\/1[0-2] 1$/.test(await said()), true);
});

// ---- told once

const HINTS = [
  ['the list of commands', 'Ctrl+K', async (on) => { await on.keyboard.press('Control+K'); await on.locator('.looking').waitFor(); await on.keyboard.press('Escape'); }, async () => {}],
  ['the next finding', 'F8', (on) => on.keyboard.press('F8'), async () => {}],
  ['files dropped anywhere', '拖到本页任何地方', (on) => drop(on, [['x.json', '{}']]), (on) => table(on, '公开05')],
];
for (const [what, text, use, go] of HINTS) {
  page(`${what}: told where it helps, until it was done or closed`, {}, async (on) => {
    await go(on);
    const hint = on.locator('.hint-line', { hasText: text });
    await hint.waitFor();
    const covers = await hint.evaluate((one) => getComputedStyle(one).position);
    assert.equal(covers, 'static', 'it stands in the flow and covers nothing');
    await on.emulateMedia({ media: 'print' });
    assert.equal(await hint.isVisible(), false, 'none on paper');
    await on.emulateMedia({ media: 'screen' });
    await use(on);
    await eventually(() => hint.count(), 0, 'done once');
    // What is remembered is written by another process of the browser: on a busy machine it may come a moment after the page.
    const atNextVisit = async () => {
      await again(on);
      await go(on);
      return hint.count();
    };
    await eventually(atNextVisit, 0, 'nor at the next visit');
    await on.evaluate(() => localStorage.clear());
    await eventually(atNextVisit, 1, 'forgotten, it is told again');
    await hint.getByRole('button', { name: '关闭' }).click();
    await eventually(() => hint.count(), 0, 'closed');
    assert.notEqual(await on.evaluate(() => document.activeElement.tagName), 'BODY', 'the focus stays in the view');
    await eventually(atNextVisit, 0, 'closed at the next visit too');
  });
}

test('a form in a portal’s page has no edge and no hints, and nothing is remembered of it', async () => {
  const example = JSON.stringify({ format: 2, forms: [{ unit: '某中心' }] });
  const served = await portal({
    ...pageOf('<juesuan-form id="a" rule-set="wuhan-2020"></juesuan-form>', {
      js: `import './juesuan/juesuan-form.js';\nconst a = document.getElementById('a');\na.value = ${example};\nawait a.ready;\ndocument.body.dataset.ready = 'yes';`,
    }),
  });
  try {
    await withPage({ browser, url: served.url }, async ({ page: on, seen }) => {
      await on.locator('body[data-ready]').waitFor();
      await on.locator('#a').locator('table.foot').waitFor();
      assert.equal(await on.locator('#a').locator('.hint-line, .edge, .guide').count(), 0);
      await on.locator('#a').locator('[id="f0.execution.budget"]').click();
      await on.keyboard.press('F8');
      assert.equal(await on.evaluate(() => localStorage.length), 0);
      assertClean(seen);
    });
  } finally {
    await served.close();
  }
});
