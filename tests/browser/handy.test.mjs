// What saves the hand: calculations in cells, sums of a block, points dealt out, what was deleted taken back, the list
// of commands, and finding.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible } from './support/axe.mjs';
import { assertClean, eventually, launchToday, typeInto, withPage } from './support/chromium.mjs';
import { screenshot } from './support/shots.mjs';
import { cell, oneFile, openExample } from './support/site.mjs';

let browser;
before(async () => { browser = await launchToday(); });
after(() => browser?.close());

const page = (name, { example = true, viewport, ...more }, steps) => test(name, more, () =>
  withPage({ browser, url: oneFile(), ...(viewport && { viewport }) }, async ({ page: on, seen }) => {
    if (example) await openExample(on);
    await steps(on);
    assertClean(seen);
  }));
const focused = (on) => on.evaluate(() => document.activeElement.id || document.activeElement.className || document.activeElement.tagName);
const line = (on) => on.locator('.status-line').innerText();
const listed = (on) => on.locator('.looking li').evaluateAll((all) => all.map((one) => one.querySelector('.looking-name').textContent));
const marked = (on) => on.locator('.found-here input, .found-here textarea').evaluateAll((all) => all.map((one) => one.id));
const place = (id) => `[id="${id}"]`;
const table = async (on, no) => {
  await on.locator('.nav-item', { hasText: '决算表' }).first().click();
  await on.locator('.tab', { hasText: no }).click();
};
/** The weights of the first form, as typed, a goal each. */
const weights = (on) => on.evaluate(() => [...document.querySelectorAll('[id^="f0.goals"][id$=".weight"]')]
  .filter((one) => one.id.includes('indicators')).map((one) => one.value));

// ---- figures

page('a calculation is worked out when its cell is left, and undone in one step', {}, async (on) => {
  const budget = cell(on, 'execution.budget');
  const before = await budget.inputValue();
  await typeInto(on, budget, '=1,500+52.63');
  await on.keyboard.press('Enter');
  await eventually(() => line(on), '1,500 + 52.63 = 1,552.63，已填入 1,552.63');
  await eventually(() => budget.inputValue(), '1,552.63');
  assert.notEqual(await focused(on), 'f0.execution.budget', 'Enter goes on to the next cell');
  await on.keyboard.press('Control+z');
  await eventually(() => budget.inputValue(), before);
  assert.equal(await line(on), '');
});

page('a calculation without a result stays as it was typed, and one sentence says why', {}, async (on) => {
  for (const [typed, said] of [
    ['=100÷3', '算式“=100÷3”除不尽，没有准确的结果：请填写四舍五入后的数。'],
    ['=100+', '算式“=100+”还没有写完，缺少数字：请改正算式。'],
  ]) {
    const budget = cell(on, 'execution.budget');
    await typeInto(on, budget, typed);
    await on.keyboard.press('Tab');
    await eventually(() => line(on), said);
    assert.equal(await budget.inputValue(), typed);
    await eventually(() => budget.getAttribute('aria-invalid'), 'true');
    assert.ok((await on.locator('.finding .message').allInnerTexts()).some((text) => text.includes(said.replace('。', ''))));
  }
  await screenshot(on, 'handy-wrong');
});

page('in a table too, and where words may stand a target keeps its sign', {}, async (on) => {
  await typeInto(on, cell(on, 'goals[0].indicators[0].target'), '=100');
  await on.keyboard.press('Tab');
  assert.equal(await cell(on, 'goals[0].indicators[0].target').inputValue(), '=100');
  await table(on, '公开05');
  const amount = on.locator(place('accounts.05[0].basic'));
  await typeInto(on, amount, '=10×3-0.5');
  await on.keyboard.press('Enter');
  await eventually(() => amount.inputValue(), '29.50');
  await eventually(() => line(on), '10 × 3 − 0.5 = 29.5，已填入 29.5');
});

for (const viewport of [{ width: 390, height: 844 }, { width: 1024, height: 768 }, { width: 1366, height: 768 }, { width: 1920, height: 1080 }]) {
  page(`sum, count and average of the selected cells, on ${viewport.width} px`, { viewport }, async (on) => {
    const at = (row) => `goals[0].indicators[${row}].weight`;
    for (const [row, text] of [[0, '1'], [1, '2'], [2, '2.5']]) await typeInto(on, cell(on, at(row)), text);
    await cell(on, at(0)).focus();
    assert.equal(await line(on), '');
    for (let row = 0; row < 2; row += 1) await on.keyboard.press('Shift+ArrowDown');
    await eventually(async () => (await line(on)).split('　'), ['合计 5.5', '个数 3', '平均 1.83（四舍五入到两位小数）']);
    await screenshot(on, `handy-tally-${viewport.width}`);
    await assertAccessible(on, 'a block with its sum');
    const [bar, around] = await on.evaluate(() => ['.status-line', '.main'].map((one) => document.querySelector(one).getBoundingClientRect().toJSON()));
    assert.ok(bar.bottom <= around.bottom + 1 && bar.right <= around.right + 1 && bar.height < 80, JSON.stringify([bar, around]));
    await on.keyboard.press('Escape');
    await eventually(() => line(on), '');
  });
}

page('what is left of the points goes to a new goal, by one button that says so', {}, async (on) => {
  await on.getByRole('button', { name: '添加年度目标' }).click();
  await typeInto(on, cell(on, 'goals[0].indicators[0].weight'), '1');
  await on.keyboard.press('Tab');
  const before = await weights(on);
  const button = on.locator('button.split');
  const said = await button.innerText();
  assert.match(said, /^把剩余的 [\d.]+ 分填给未填分值的 1 项指标$/);
  await screenshot(on, 'handy-split');
  await button.click();
  await eventually(async () => (await weights(on)).at(-1), said.match(/[\d.]+/)[0]);
  assert.deepEqual((await weights(on)).slice(0, -1), before.slice(0, -1), 'nothing else was touched');
  await on.keyboard.press('Control+z');
  await eventually(() => weights(on), before);
});

page('all points are dealt out evenly, and one step takes that back', {}, async (on) => {
  const before = await weights(on);
  const button = on.locator('button.split');
  assert.match(await button.innerText(), /^把 80 分平均分给全部指标，替换现有分值（/);
  await button.click();
  await eventually(async () => (await weights(on)).reduce((sum, one) => sum + Number(one), 0).toFixed(2), '80.00');
  await on.keyboard.press('Control+z');
  await eventually(() => weights(on), before);
});

// ---- deleted, and taken back

page('what was deleted is told, and comes back by the button beside it', {}, async (on) => {
  const undo = on.locator('.status-line button');
  const row = cell(on, 'goals[0].indicators[1].name');
  const name = await row.inputValue();
  await row.focus();
  await on.keyboard.press('Alt+Delete');
  await eventually(async () => (await line(on)).replace(/\s*撤销$/, ''), `已删除“${name}”`);
  await assertAccessible(on, 'what was deleted');
  await screenshot(on, 'handy-deleted');
  await undo.click();
  await eventually(() => row.inputValue(), name);
  assert.equal(await line(on), '');
  await on.getByRole('button', { name: '添加年度目标' }).click();
  const goals = await on.locator('.goal-part').count();
  await on.getByRole('button', { name: '删除此目标' }).last().click();
  await eventually(() => on.locator('.goal-part').count(), goals - 1);
  assert.match(await line(on), new RegExp(`^已删除年度目标 ${goals} 和它的指标`));
  await undo.click();
  await eventually(() => on.locator('.goal-part').count(), goals);
  await on.getByRole('button', { name: '新增项目表' }).click();
  const forms = await on.locator('.nav-item').count();
  await on.getByRole('button', { name: '删除此表' }).click();
  await eventually(() => on.locator('.nav-item').count(), forms - 1);
  assert.match(await line(on), /^已删除表“/);
  await undo.click();
  await eventually(() => on.locator('.nav-item').count(), forms);
  await table(on, '公开05');
  const code = on.locator(place('accounts.05[0].code'));
  const typed = await code.inputValue();
  await code.focus();
  await on.locator('tr.line:focus-within .actions button').last().click();
  await eventually(() => code.inputValue().then((now) => now !== typed), true);
  await undo.click();
  await eventually(() => code.inputValue(), typed);
});

page('after another change it is no longer offered: it would take back that one', {}, async (on) => {
  await cell(on, 'goals[0].indicators[1].name').focus();
  await on.keyboard.press('Alt+Delete');
  await on.locator('.status-line button').waitFor();
  await typeInto(on, cell(on, 'execution.budget'), '1');
  await eventually(() => line(on), '');
});

// ---- the list of commands

page('Ctrl+K lists what there is, Enter goes there, Esc gives the focus back', {}, async (on) => {
  await cell(on, 'execution.budget').focus();
  await on.keyboard.press('Control+k');
  await eventually(() => focused(on), 'looking-field');
  const all = await listed(on);
  for (const name of ['公开05 一般公共预算支出', '说明资料', '查找', '保存文件', '打印', '速算', '首页', 'English']) {
    assert.ok(all.some((one) => one.startsWith(name)), `${name} is listed: ${all}`);
  }
  await assertAccessible(on, 'the list of commands');
  await on.keyboard.press('Escape');
  await eventually(() => focused(on), 'f0.execution.budget');
  assert.equal(await on.locator('.looking').count(), 0);
  await on.keyboard.press('Control+k');
  await on.keyboard.type('公开05');
  await eventually(async () => (await listed(on)).length, 1);
  await on.keyboard.press('Enter');
  await eventually(() => on.locator('.tab.current .tab-no').innerText(), '公开05');
  assert.equal(await focused(on), 'main');
  // Down to the next, and a deed by its name.
  await on.keyboard.press('Control+k');
  await on.keyboard.press('ArrowDown');
  const second = await on.locator('.looking li.at .looking-name').innerText();
  assert.equal(second, (await listed(on))[1]);
  await on.keyboard.type('增长率');
  await eventually(async () => (await listed(on)).length > 0, true);
  await on.keyboard.press('Enter');
  await eventually(() => focused(on), 'quick-growth-0');
});

page('keys are shown on what they do, and a command that is done is done once', {}, async (on) => {
  await typeInto(on, cell(on, 'deviation'), '甲');
  await on.keyboard.press('Control+k');
  await on.keyboard.type('撤销');
  await eventually(() => on.locator('.looking li.at kbd').innerText(), 'Ctrl+Z');
  await on.keyboard.press('Enter');
  await eventually(() => cell(on, 'deviation').inputValue().then((text) => text === '甲'), false);
  await on.keyboard.press('Control+k');
  await on.keyboard.type('没有这一条');
  await eventually(() => on.locator('.looking-said').innerText(), '没有这样的命令');
  await on.keyboard.press('Enter');
  assert.equal(await on.locator('.looking').count(), 1);
  // A press elsewhere closes it.
  await on.locator('.nav h2').first().click();
  await eventually(() => on.locator('.looking').count(), 0);
});

page('without a workbook there are the views that need none, and the browser finds', { example: false }, async (on) => {
  await on.locator('.cards').waitFor();
  await on.keyboard.press('Control+k');
  await eventually(() => focused(on), 'looking-field');
  const all = await listed(on);
  assert.ok(all.includes('首页') && !all.includes('查找') && !all.includes('打印'), all.join());
  await on.keyboard.press('Escape');
  await on.keyboard.press('Control+f');
  assert.equal(await on.locator('.looking').count(), 0);
});

// ---- finding

page('Ctrl+F finds figures and text over all views; Enter goes on, Esc leaves one at the place', {}, async (on) => {
  await typeInto(on, cell(on, 'deviation'), '因为寻找的词推迟了');
  await on.locator('.nav-item', { hasText: '说明资料' }).click();
  await typeInto(on, on.locator(place('accounts.facts.functions')), '负责寻找的词');
  await table(on, '公开05');
  await typeInto(on, on.locator(place('accounts.05[0].basic')), '98765.43');
  await on.keyboard.press('Control+f');
  await eventually(() => focused(on), 'looking-field');
  await on.keyboard.type('98,765.43');
  await eventually(() => on.locator('.looking-said').innerText().then((text) => text.startsWith('第 1 处')), true);
  await on.keyboard.press('Enter');
  await eventually(() => marked(on), ['accounts.05[0].basic']);
  assert.equal(await focused(on), 'looking-field');
  await on.keyboard.press('Control+a');
  await on.keyboard.type('寻找的词');
  await eventually(() => on.locator('.looking-said').innerText(), '第 1 处，共 4 处');
  await assertAccessible(on, 'what was found');
  await on.keyboard.press('Enter');
  await eventually(() => marked(on), ['f0.deviation']);
  await on.keyboard.press('Enter');
  await eventually(() => marked(on), ['accounts.facts.functions']);
  assert.equal(await on.locator('.looking-said').innerText(), '第 2 处，共 4 处');
  await on.keyboard.press('Escape');
  await eventually(() => focused(on), 'accounts.facts.functions');
  assert.deepEqual(await marked(on), []);
  // The third stands in a sentence: what rewords it is focused.
  await on.keyboard.press('F3');
  await eventually(() => focused(on).then((name) => name.startsWith('reword')), true);
  await on.keyboard.press('Shift+F3');
  await eventually(() => focused(on), 'accounts.facts.functions');
});

page('a sentence of the text is found as it is written', {}, async (on) => {
  await on.locator('.nav-item', { hasText: '决算说明' }).click();
  const words = (await on.locator('.said-sentence').nth(2).innerText()).replace(/[✎\s]/g, '').slice(0, 12);
  await on.keyboard.press('Control+f');
  await on.keyboard.type(words);
  await on.keyboard.press('Enter');
  await eventually(() => on.locator('.said-sentence.found-here').count(), 1);
  await on.keyboard.press('Escape');
  await eventually(() => focused(on).then((name) => name.startsWith('reword')), true);
});

for (const viewport of [{ width: 390, height: 844 }, { width: 1024, height: 768 }, { width: 1366, height: 768 }, { width: 1920, height: 1080 }]) {
  page(`list and find bar have room, on ${viewport.width} px`, { viewport }, async (on) => {
    const inside = async (what) => {
      const box = await on.locator('.looking').evaluate((one) => one.getBoundingClientRect().toJSON());
      assert.ok(box.left >= 0 && box.right <= viewport.width && box.bottom <= viewport.height, `${what}: ${JSON.stringify(box)}`);
      assert.deepEqual(await on.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]), [viewport.width, viewport.height]);
    };
    await on.keyboard.press('Control+k');
    await on.locator('.looking li').first().waitFor();
    await inside('commands');
    await screenshot(on, `handy-deeds-${viewport.width}`);
    await on.keyboard.press('Escape');
    await on.keyboard.press('Control+f');
    await on.keyboard.type('合计');
    await on.keyboard.press('Enter');
    await on.locator('.found-here').waitFor();
    await inside('find');
    await screenshot(on, `handy-find-${viewport.width}`);
    const [at, main, bar] = await on.evaluate(() => ['.found-here', '.main', '.looking'].map((one) => document.querySelector(one).getBoundingClientRect().toJSON()));
    assert.ok(at.top >= main.top && at.bottom <= main.bottom && (at.top >= bar.bottom || at.right <= bar.left), `what was found is in view: ${JSON.stringify([at, main, bar])}`);
  });
}

// ---- a new workbook

page('a new workbook asks for the place once, the ministry first, and remembers it', { example: false }, async (on) => {
  const province = on.locator('#new-province');
  const create = async (unit) => {
    await on.locator('#new-unit').fill(unit);
    await on.getByRole('button', { name: '新建', exact: true }).click();
    await on.locator('table.foot').waitFor();
    return on.locator('.top select').evaluate((select) => select.selectedOptions[0].textContent);
  };
  assert.equal(await province.evaluate((select) => select.selectedOptions[0].textContent), '全国（财政部统一格式）');
  assert.match(await create('甲中心'), /财政部 2020/);
  assert.match(await on.locator('[id="f0.filledOn"]').getAttribute('placeholder'), /^例：\d{4}-\d{2}-\d{2}$/);
  await on.locator('.brand').click();
  await province.selectOption('浙江省');
  await assertAccessible(on, 'the start with a place');
  await screenshot(on, 'handy-start');
  await create('乙中心');
  await on.locator('.nav-item', { hasText: '决算说明' }).click();
  assert.match(await on.locator('[id="accounts.style"]').evaluate((select) => select.selectedOptions[0].textContent), /浙江/);
  await on.reload();
  await province.waitFor();
  assert.equal(await province.evaluate((select) => select.selectedOptions[0].textContent), '浙江省');
});

/** Province, what there is to choose from in it, what is chosen, what is said of it, and by which rules it scores. */
const PLACES = [
  ['湖北省', ['省直单位', '武汉市', '其他市县'], '省直单位', /^评分规则用湖北省省直单位的；没有内置当地的说明样式，用湖北省武汉市的。$/, /湖北省直/],
  ['湖北省', ['省直单位', '武汉市', '其他市县'], '武汉市', /^评分规则和说明的样式都用湖北省武汉市的。$/, /武汉市/],
  ['湖北省', ['省直单位', '武汉市', '其他市县'], '其他市县', /^没有内置湖北省其他市县的评分规则和说明样式：评分规则用财政部统一的/, /财政部/],
  ['四川省', [], null, /^评分规则用四川省的/, /四川省/],
  ['上海市', [], null, /^没有内置上海市的评分规则，用财政部统一的；说明的样式用上海市的。$/, /财政部/],
  ['广东省', [], null, /^没有内置广东省的评分规则和说明样式：评分规则用财政部统一的，说明的样式用湖北省武汉市的。$/, /财政部/],
];
for (const [name, parts, part, said, rules] of PLACES) {
  page(`a workbook of ${name}${part ?? ''}: the province first, then the place in it, and what it takes is said`, { example: false }, async (on) => {
    const [province, place] = [on.getByLabel('省份'), on.getByLabel('地区')];
    await province.selectOption(name);
    assert.deepEqual(await place.locator('option').allInnerTexts(), parts);
    if (part) await place.selectOption(part);
    await eventually(async () => said.test(await on.locator('#new-region-hint').innerText()), true);
    assert.equal(await province.getAttribute('aria-describedby'), 'new-region-hint');
    await assertAccessible(on, 'a place being chosen');
    await screenshot(on, `handy-place-${name}${part ?? ''}`);
    await on.getByRole('button', { name: '新建', exact: true }).click();
    await on.locator('table.foot').waitFor();
    assert.match(await on.locator('.top select').evaluate((select) => select.selectedOptions[0].textContent), rules);
    await on.reload();
    await province.waitFor();
    const chosen = (select) => select.evaluate((one) => one.selectedOptions[0].textContent);
    await eventually(() => chosen(province), name, 'at the next visit');
    if (part) assert.equal(await chosen(place), part);
  });
}
