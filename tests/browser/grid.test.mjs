// The grid as a spreadsheet's user expects it: keys, blocks, copying, filling, and undo over everything.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertClean, eventually, launchToday, screenshot, typeInto, withPage } from './support/chromium.mjs';
import { cell, findings, oneFile, openExample } from './support/site.mjs';

let browser;
before(async () => { browser = await launchToday(); });
after(() => browser?.close());

const example = (name, steps) => test(name, () => withPage({ browser, url: oneFile() }, async ({ page, seen }) => {
  await openExample(page);
  await steps(page);
  assertClean(seen);
}));
const press = async (page, ...keys) => { for (const key of keys) await page.keyboard.press(key); };
const focused = (page) => page.evaluate(() => document.activeElement.id);
const row = (goal, index) => (field) => `goals[${goal}].indicators[${index}].${field}`;
const value = (page, path) => cell(page, path).inputValue();
const selected = (page) => page.locator('td.selected').count();

example('F2 changes, Esc gives back, Home and End go along the row', async (page) => {
  const [first] = [row(1, 0)];
  await cell(page, first('target')).focus();
  await press(page, 'End');
  await eventually(() => focused(page), 'f0.goals[1].indicators[0].claimed');
  await press(page, 'Home');
  await eventually(() => focused(page), 'f0.goals[1].indicators[0].name');
  await press(page, 'Control+Home');
  await eventually(() => focused(page), 'f0.goals[0].indicators[0].name');
  await press(page, 'Control+End', 'ArrowRight');
  await eventually(() => focused(page), 'f0.goals[1].indicators[1].weight');
  await press(page, 'F2', 'Home');
  await page.keyboard.type('1');
  await eventually(() => value(page, row(1, 1)('weight')), '110', 'in a text Home goes to its beginning');
  await press(page, 'Escape');
  await eventually(() => value(page, row(1, 1)('weight')), '10');
  await eventually(() => focused(page), 'f0.goals[1].indicators[1].weight');
  await page.keyboard.type('12');
  await eventually(() => value(page, row(1, 1)('weight')), '12', 'typing replaces');
  await press(page, 'Escape', 'Control+Z');
  await eventually(() => page.getByRole('button', { name: '撤销' }).isDisabled(), true, 'given back is nothing done');
});

example('a block is selected by keys and by mouse, copied as text and table, cut, pasted and filled down', async (page) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']).catch(() => {});
  const block = async () => {
    await cell(page, row(0, 1)('weight')).focus();
    await press(page, 'Shift+ArrowRight', 'Shift+ArrowDown');
  };
  await block();
  await eventually(() => selected(page), 4);
  await screenshot(page, 'block');
  const copied = await page.evaluate(() => {
    const data = new DataTransfer();
    document.activeElement.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
    return { text: data.getData('text/plain'), html: data.getData('text/html') };
  });
  assert.equal(copied.text, '7\t350人次\r\n8\t年稽核量约5000人次');
  assert.equal(copied.html, '<table><tr><td>7</td><td>350人次</td></tr><tr><td>8</td><td>年稽核量约5000人次</td></tr></table>');
  // Through the real clipboard, to another place.
  await press(page, 'Control+C');
  await cell(page, row(1, 0)('weight')).focus();
  await press(page, 'Control+V');
  await eventually(() => value(page, row(1, 0)('target')), '350人次');
  await eventually(() => value(page, row(1, 1)('weight')), '8');
  await press(page, 'Control+Z');
  await eventually(() => value(page, row(1, 1)('weight')), '10', 'one step');
  await block();
  await press(page, 'Control+X');
  await eventually(() => value(page, row(0, 2)('target')), '');
  await press(page, 'Control+Z');
  await block();
  await press(page, 'Delete');
  await eventually(() => value(page, row(0, 1)('weight')), '');
  await press(page, 'Control+Z');
  await eventually(() => value(page, row(0, 1)('weight')), '7');
  await block();
  await press(page, 'Control+D');
  await eventually(() => value(page, row(0, 2)('target')), '350人次');
  await eventually(() => value(page, row(0, 2)('weight')), '7');
  await press(page, 'Control+Z');
  await cell(page, row(0, 3)('actual')).focus();
  await press(page, 'Control+D');
  await eventually(() => value(page, row(0, 3)('actual')), '6000人次', 'one cell takes the one above');
  await press(page, 'Control+Z');
  // By mouse: a drag, and a click with Shift.
  await cell(page, row(0, 3)('target')).click();
  const to = await cell(page, row(0, 4)('claimed')).boundingBox();
  const from = await cell(page, row(0, 3)('target')).boundingBox();
  await page.mouse.move(from.x + 20, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(to.x + 10, to.y + 10, { steps: 8 });
  await page.mouse.up();
  await eventually(() => selected(page), 6);
  await press(page, 'Escape');
  await eventually(() => selected(page), 0);
  await cell(page, row(0, 0)('actual')).click({ modifiers: ['Shift'] });
  await eventually(() => selected(page), 8);
});

example('a table from Word or Excel keeps its cells apart; merged ones line up', async (page) => {
  await cell(page, row(1, 0)('name')).focus();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', 'not\tthis');
    data.setData('text/html', '<html><body><!--StartFragment--><table><tr><td>甲<br>指标</td><td>4</td><td colspan=2>≥90%</td><td>4</td></tr>'
      + '<tr><td>乙&amp;丙</td><td>6</td><td>&lt;5次</td><td>3次</td></tr></table><!--EndFragment--></body></html>');
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  const values = (at, fields) => Promise.all(fields.map((field) => value(page, row(1, at)(field))));
  await eventually(() => values(0, ['name', 'weight', 'target', 'actual', 'claimed']), ['甲\n指标', '4', '≥90%', '', '4']);
  await eventually(() => values(1, ['name', 'weight', 'target', 'actual']), ['乙&丙', '6', '<5次', '3次']);
});

example('rows are duplicated by key and by mouse', async (page) => {
  const names = () => page.locator('td.name textarea[id^="f0.goals[1]"]').evaluateAll((all) => all.map((one) => one.value));
  await cell(page, row(1, 0)('actual')).focus();
  await press(page, 'Alt+D');
  await eventually(() => names(), ['编外人员收入同比增幅', '编外人员收入同比增幅', '编外人员工资足额发放率']);
  await eventually(() => focused(page), 'f0.goals[1].indicators[1].actual');
  await press(page, 'Control+Z');
  await cell(page, row(1, 1)('name')).hover();
  await page.getByRole('button', { name: /^复制这项指标/ }).click();
  await eventually(() => names(), ['编外人员收入同比增幅', '编外人员工资足额发放率', '编外人员工资足额发放率']);
  await page.locator('tr.indicator').last().hover();
  await page.getByRole('button', { name: /^上移/ }).click();
  await page.getByRole('button', { name: /^删除这项指标/ }).first().click();
  assert.equal((await names()).length, 2);
});

example('undo and redo go over everything, and lead to what changed', async (page) => {
  const nav = page.locator('.nav');
  // One of each: a cell, a row, a goal, a form, the year, a rule set, a setting, a remark, a finding set aside.
  await typeInto(page, cell(page, 'execution.budget'), '2000');
  await cell(page, row(0, 0)('name')).focus();
  await press(page, 'Alt+Enter');
  await page.getByRole('button', { name: '添加年度目标' }).click();
  await nav.getByRole('button', { name: '新增项目表' }).click();
  await typeInto(page, page.locator('#year'), '2023');
  await nav.getByRole('button', { name: '评分规则与设置' }).click();
  await page.locator('.rule-set', { hasText: '四川省' }).getByRole('button', { name: '用于本工作簿' }).click();
  await page.getByLabel('得分小数位').selectOption('1');
  await nav.getByRole('button', { name: /^整体自评表/ }).click();
  await cell(page, 'claimedTotal').focus();
  await press(page, 'Shift+F2');
  await eventually(() => focused(page), 'remark');
  await page.keyboard.type('请复核');
  await page.locator('.finding').first().getByRole('button', { name: '搁置…' }).click();
  await page.getByPlaceholder(/为什么可以不改/).fill('已请示');
  await press(page, 'Control+Enter');
  await page.locator('.finding.aside').waitFor();
  const seen = [];
  for (let i = 0; i < 9; i += 1) {
    await page.getByRole('button', { name: '撤销' }).click();
    seen.push(await focused(page));
  }
  await eventually(() => page.getByRole('button', { name: '撤销' }).isDisabled(), true);
  assert.match(seen[0], /^f0\./);
  assert.deepEqual(seen.slice(1), ['f0.claimedTotal', 'main', 'main', 'year', 'main', 'f0.goals[1].indicators[0].name', 'f0.goals[0].indicators[1].name', 'f0.execution.budget']);
  await eventually(() => page.locator('[id="f0.total"]').innerText(), '95');
  await eventually(() => page.locator('#year').inputValue(), '2020');
  for (let i = 0; i < 9; i += 1) await page.getByRole('button', { name: '重做' }).click();
  await eventually(() => page.getByRole('button', { name: '重做' }).isDisabled(), true);
  await eventually(() => page.locator('.finding.aside').count(), 1);
  await eventually(() => page.locator('#year').inputValue(), '2023');
  assert.ok((await findings(page)).length > 4);
});

test('a category of sixty rows: its headings go on, are renamed as one, and rows are walked and moved across', () => withPage({ browser, url: oneFile() }, async ({ page, seen }) => {
  const indicators = Array.from({ length: 60 }, (_, i) => ({ category: '产出指标', dimension: i < 40 ? '数量指标' : '质量指标', name: `第${i}项`, weight: '1', target: '1', actual: '1' }));
  const workbook = JSON.stringify({ format: 2, forms: [{ unit: '某中心', execution: { budget: '1', actual: '1' }, goals: [{ indicators }] }] });
  await page.locator('header.top input[type=file]').setInputFiles({ name: 'x.juesuan.json', mimeType: 'application/json', buffer: Buffer.from(workbook) });
  await page.locator('table.foot').waitFor();
  const headings = () => page.locator('th.heading').evaluateAll((all) => all.map((one) => `${one.querySelector('textarea').value}${one.querySelector('.points')?.textContent ?? ''}×${one.rowSpan}`));
  assert.deepEqual(await headings(), [
    '产出指标（60 分）×24', '数量指标（40 分）×24',
    '产出指标（60 分）×24', '数量指标（40 分）×16', '质量指标（20 分）×8',
    '产出指标（60 分）×12', '质量指标（20 分）×12',
  ]);
  await typeInto(page, cell(page, 'goals[0].indicators[24].dimension'), '成本指标');
  await typeInto(page, cell(page, 'goals[0].indicators[24].weight'), '2');
  await eventually(() => value(page, 'goals[0].indicators[0].dimension'), '成本指标');
  assert.deepEqual((await headings()).slice(1, 4), ['成本指标（41 分）×24', '产出指标（61 分）×24', '成本指标（41 分）×16']);
  await cell(page, 'goals[0].indicators[23].name').focus();
  await press(page, 'Enter');
  await eventually(() => focused(page), 'f0.goals[0].indicators[24].name');
  await press(page, 'Alt+ArrowUp');
  await eventually(() => value(page, 'goals[0].indicators[23].name'), '第24项');
  await eventually(() => value(page, 'goals[0].indicators[24].name'), '第23项');
  await press(page, 'Shift+ArrowDown', 'Shift+ArrowDown');
  await eventually(() => selected(page), 3, 'a block reaches over');
  await press(page, 'Control+End');
  await eventually(() => focused(page), 'f0.goals[0].indicators[59].name');
  assert.ok(await cell(page, 'goals[0].indicators[59].name').isVisible());
  for (let i = 0; i < 3; i += 1) await press(page, 'Control+Z');
  await eventually(() => value(page, 'goals[0].indicators[0].dimension'), '数量指标');
  assertClean(seen);
}));
