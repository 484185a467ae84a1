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
