// What is shown is of now: parts of a view that are drawn anew only when something in them changed miss nothing.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertClean, launchToday, typeInto, withPage } from './support/chromium.mjs';
import { cell, oneFile, openExample } from './support/site.mjs';

let browser;
before(async () => { browser = await launchToday(); });
after(() => browser?.close());

const field = (page, id) => page.locator(`[id="accounts.${id}"]`);
const table = async (page, no) => {
  await page.locator('.nav-item', { hasText: '决算表' }).first().click();
  await page.locator('.tab', { hasText: `公开${no}` }).click();
};
/** Opens a workbook with these tables. */
const withTables = (tables, use) => withPage({ browser, url: oneFile() }, async ({ page, seen }) => {
  const workbook = { format: 3, year: '2020', forms: [{ unit: '某中心' }], accounts: { style: 'wuhan-2020', tables, work: [{ matter: '旧事项', targetValue: '0', actualValue: '5' }] } };
  await page.locator('header.top input[type=file]').setInputFiles({ name: 'a.juesuan.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(workbook)) });
  await page.locator('.table-view').waitFor();
  await use(page);
  assertClean(seen);
});

test('the tip of a sum tells of the parts it has now: 60 + 40, then 50 + 50', () => withTables({
  '07': { rows: { abroad: { actual: '0' }, vehicles: { budget: '200', last: '100' }, purchase: { actual: '60' }, running: { actual: '40' }, reception: { actual: '0' } } },
}, async (page) => {
  await table(page, '07');
  const tip = page.locator('[data-sentence="three.vehicles"] .live .tip').first();
  await tip.waitFor({ state: 'attached' });
  assert.match(await tip.textContent(), /60 \+ 40 = 100/);
  await field(page, '07.purchase.actual').click();
  await field(page, '07.purchase.actual').evaluate((cell) => {
    const data = new DataTransfer();
    data.setData('text/plain', '50\n50');
    cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, composed: true, cancelable: true }));
  });
  await page.waitForFunction(() => document.querySelector('[id="accounts.07.running.actual"]').value === '50.00');
  assert.match(await tip.textContent(), /50 \+ 50 = 100/);
}));

test('a blank row comes after the last of now', () => withTables({
  '05': { lines: [{ code: '208', total: '1' }] },
}, async (page) => {
  await table(page, '05');
  const codes = async (count) => {
    await field(page, `05[${count - 1}].code`).waitFor();
    return page.locator('.code textarea, .code input').evaluateAll((fields) => fields.map((one) => one.value));
  };
  const add = page.locator('.table-tools').getByRole('button', { name: '添加空行' });
  await add.click();
  await codes(2);
  await typeInto(page, field(page, '05[1].code'), '210');
  await add.click();
  assert.deepEqual(await codes(3), ['208', '210', '']);
}));

test('a finding of the key work names the matter of now', () => withTables({
  '01': { rows: { 'left-total': { amount: '1' } } },
}, async (page) => {
  await page.locator('.nav-item', { hasText: '说明资料' }).first().click();
  const where = page.locator('.finding .where', { hasText: '重点工作' }).first();
  await where.waitFor();
  assert.match(await where.innerText(), /旧事项/);
  await typeInto(page, page.locator('[id="accounts.work[0].matter"]'), '新事项');
  assert.match(await where.innerText(), /新事项/);
}));

test('a page that is open over midnight knows the new day', () => withPage({ browser, url: 'about:blank' }, async ({ page, seen }) => {
  await page.addInitScript(() => {
    const Today = Date;
    window.later = 0;
    window.Date = class extends Today {
      constructor(...of) { super(...(of.length ? of : [Today.now() + window.later])); }
      static now() { return Today.now() + window.later; }
    };
  });
  seen.documentUrl = oneFile();
  await page.goto(oneFile());
  await openExample(page);
  const tomorrow = await page.evaluate(() => {
    const day = new Date(Date.now() + 86_400_000);
    return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
  });
  await typeInto(page, cell(page, 'filledOn'), tomorrow);
  const early = page.locator('.finding', { hasText: '晚于今天' });
  await early.first().waitFor();
  await page.evaluate(() => { window.later = 86_400_000; });
  await typeInto(page, cell(page, 'deviation'), '第二天');
  await early.first().waitFor({ state: 'detached' });
  assertClean(seen);
}));
