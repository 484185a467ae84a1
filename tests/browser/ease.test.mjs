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
  const box = await on.locator('.edge').boundingBox();
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
