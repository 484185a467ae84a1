// Sentences of the text: what one reads like while it is reworded, the figures it can name, and those that wait.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible } from './support/axe.mjs';
import { assertClean, eventually, launchToday, screenshot, withPage } from './support/chromium.mjs';
import { oneFile, openExample } from './support/site.mjs';

let browser;
before(async () => { browser = await launchToday(); });
after(() => browser?.close());

const PHONE = { width: 390, height: 844 };

/** A test on the text of the example. */
const text = (name, { viewport, ...more }, steps) => test(name, () =>
  withPage({ browser, url: oneFile(), ...(viewport && { viewport }), ...more }, async ({ page: on, seen }) => {
    await openExample(on);
    await view(on, '决算说明');
    await steps(on);
    assertClean(seen);
  }));
const view = async (on, name) => {
  if (on.viewportSize().width < 600) await on.getByRole('button', { name: '功能' }).click();
  await on.locator('.nav-item', { hasText: name }).first().click();
};
const sentence = (on, key) => on.locator(`[data-sentence="${key}"]`).first();
const box = (on) => on.locator('.rewording textarea');
const search = (on) => on.locator('.rewording [role="combobox"]');
const options = (on) => on.locator('#figure-list [role="option"]');
const preview = async (on) => (await on.locator('.rewording .preview').innerText()).replace(/\s/g, '').replace(/^写出来是：/, '');
const chips = async (on) => (await on.locator('.figure-chip').allInnerTexts()).map((one) => one.replace(/\s+/g, ' '));
const reword = async (on, key) => {
  await sentence(on, key).locator('.reword').focus();
  await on.keyboard.press('Enter');
  await eventually(() => box(on).evaluate((one) => one === document.activeElement), true);
};
const inBox = (on) => box(on).evaluate((one) => one === document.activeElement);

text('at each key a sentence says what it reads like, and what is wrong with it', {}, async (on) => {
  await reword(on, 'total');
  await eventually(() => preview(on), '2020年度收入总计和支出总计均为1,552.63万元，与2019年度相比各增加7.7万元，增长0.5%。');
  for (const [typed, reads, problem] of [
    ['共{总计}万元。', '共1,552.63万元。', ''],
    ['共{总计万元。', '共{总计万元。', ''],
    ['共{总结}万元。', '共没有“总结”这个数字万元。', /总结/],
    ['共1500万元。', '共1500万元。', /共1500万元/],
    ['，', '，', ''],
  ]) {
    await box(on).fill(typed);
    await eventually(() => preview(on), reads);
    const problems = (await on.locator('.rewording .problem').allInnerTexts()).join();
    assert[problem ? 'match' : 'equal'](problems, problem, typed);
  }
});

text('what is typed changes what stands beside it, and the field stays', {}, async (on) => {
  for (const [key, typed] of [
    ['total', '共{总计}万元，{总计·原因}，{总结}。'],
    ['profile.staff', '年末在职{在职人数}人。'],
    ['profile.staff.end', '。多谢。'],
  ]) {
    await reword(on, key);
    await on.keyboard.press('Delete');
    await on.keyboard.type(typed);
    assert.equal(await box(on).inputValue(), typed);
    await on.getByRole('button', { name: '完成', exact: true }).click();
  }
});

text('who clears the field begins anew', {}, async (on) => {
  await reword(on, 'total');
  await on.keyboard.press('Delete');
  assert.equal(await box(on).inputValue(), '');
  await on.keyboard.type('全年持平。');
  await eventually(() => preview(on), '全年持平。');
  await on.keyboard.press('ControlOrMeta+A');
  await on.keyboard.press('Delete');
  await on.keyboard.type('增减不大。');
  assert.equal(await box(on).inputValue(), '增减不大。');
  await on.getByRole('button', { name: '恢复标准句子' }).click();
  await eventually(() => box(on).inputValue(), '{年度}年度收入总计和支出总计均为{总计}万元，与{上年度}年度相比各{总计·增减}。');
});

text('figures are found by name, put in at the caret, and taken back in one step, all by keyboard', {}, async (on) => {
  const standard = await sentence(on, 'total').innerText();
  await reword(on, 'total');
  await on.keyboard.press('Delete');
  await on.keyboard.type('共万元。');
  for (let i = 0; i < 3; i += 1) await on.keyboard.press('ArrowLeft');
  for (let i = 0; i < 4 && !(await search(on).evaluate((one) => one === document.activeElement)); i += 1) await on.keyboard.press('Tab');
  await eventually(() => options(on).count().then((count) => count > 60), true);
  assert.match((await options(on).allInnerTexts()).join('\n'), /总计\s+1,552\.63\n/);
  await on.keyboard.type('支出 占支出');
  await eventually(async () => (await options(on).allInnerTexts()).every((one) => /支出.*占支出/.test(one)), true);
  await on.keyboard.press('Escape');
  await eventually(() => inBox(on), true);
  assert.equal(await box(on).inputValue(), '共万元。');
  await search(on).focus();
  await on.keyboard.type('财政拨款总计');
  await eventually(() => options(on).first().innerText().then((line) => line.split(/\s/)[0]), '财政拨款总计');
  await on.keyboard.press('ArrowDown');
  await on.keyboard.press('ArrowUp');
  await on.keyboard.press('Enter');
  await eventually(() => inBox(on), true);
  assert.equal(await box(on).inputValue(), '共{财政拨款总计}万元。');
  // The caret stands behind it.
  await on.keyboard.type('多');
  assert.equal(await box(on).inputValue(), '共{财政拨款总计}多万元。');
  assert.match(await preview(on), /^共[\d,.]+多万元。$/);
  await on.keyboard.press('ControlOrMeta+Z');
  await eventually(() => box(on).inputValue(), '{年度}年度收入总计和支出总计均为{总计}万元，与{上年度}年度相比各{总计·增减}。');
  await on.getByRole('button', { name: '完成', exact: true }).click();
  await eventually(() => sentence(on, 'total').innerText(), standard);
  assert.equal(await on.getByRole('button', { name: '撤销' }).isDisabled(), true);
});

text('chips tell what each name says; one that is pressed is selected in the text', {}, async (on) => {
  await reword(on, 'total');
  await box(on).fill('共{总计}万元，{总计·增减}，{总结}。');
  await eventually(() => chips(on), ['总计 1,552.63', '总计·增减 增加7.7万元，增长0.5%', '总结 没有“总结”这个数字']);
  await on.locator('.figure-chip').nth(2).click();
  await eventually(() => inBox(on), true);
  await search(on).click();
  await on.keyboard.type('基本支出');
  await eventually(() => options(on).first().innerText().then((line) => line.split(/\s/)[0]), '基本支出');
  await options(on).first().click();
  assert.equal(await box(on).inputValue(), '共{总计}万元，{总计·增减}，{基本支出}。');
  // A field that is entered by key is selected as a whole: nobody means to lose all of it.
  await box(on).focus();
  await box(on).selectText();
  await search(on).click();
  await on.keyboard.type('年度');
  await on.keyboard.press('Enter');
  assert.equal(await box(on).inputValue(), '共{总计}万元，{总计·增减}，{基本支出}。{年度}');
});

text('a sentence that waits shows itself with blanks that lead to what is missing', {}, async (on) => {
  await view(on, '决算表');
  await on.locator('.tab', { hasText: '公开07' }).click();
  await on.locator('[id="accounts.07.running.budget"]').fill('一点');
  await view(on, '决算说明');
  const waits = sentence(on, 'three.running');
  const said = (await waits.innerText()).replace(/[✎\s]/g, '');
  assert.match(said, /^（2）公务用车运行维护费1\.38.*万元，公务用车运行费·完成填的是“一点”，读不出，/);
  const blanks = waits.locator('button.gap');
  assert.equal(await blanks.count(), 2);
  await blanks.first().focus();
  await on.keyboard.press('Enter');
  await eventually(() => on.evaluate(() => document.activeElement.id), 'accounts.07.running.budget');
  await view(on, '决算说明');
  // Neither printed nor copied before it is whole.
  await on.emulateMedia({ media: 'print' });
  assert.equal(await waits.innerText(), '');
});

text('a reason stands below the sentence it is of, and the next one goes on below it', {}, async (on) => {
  const of = await on.locator('.reason-line textarea').evaluateAll((all) => all.map((one) => {
    const line = one.closest('.reason-line');
    const before = line.previousElementSibling;
    return [one.id, before.matches('.said-sentence, .reason-line'), before.innerText.replace(/✎/g, '').trim().slice(-1)];
  }));
  assert.ok(of.length >= 5, String(of.length));
  for (const [id, below, end] of of) assert.ok(below && /[。；]/.test(end) || !end, `${id} stands below half a sentence`);
});

for (const viewport of [undefined, PHONE]) {
  for (const colorScheme of ['light', 'dark']) {
    const where = `${viewport?.width ?? 1366} px, ${colorScheme}`;
    text(`rewording can be used by everybody: ${where}`, { viewport, colorScheme }, async (on) => {
      await view(on, '说明资料');
      await on.locator('[id="accounts.facts.held"]').fill('');
      await view(on, '决算说明');
      await reword(on, 'total');
      await on.keyboard.press('Control+End');
      await on.keyboard.type('{总结}');
      await search(on).focus();
      await on.keyboard.type('支出');
      await assertAccessible(on, where);
      assert.equal(await on.evaluate(() => document.documentElement.scrollWidth), on.viewportSize().width, 'nothing is wider than the screen');
      await screenshot(on, `rewording ${where}`);
    });
  }
}
