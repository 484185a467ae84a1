// The reviewer's way: claimed beside computed, remarks, findings set aside, the list handed on; and the
// rules: chosen, set, imported, exported, refused.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { assertClean, eventually, launchToday, screenshot, typeInto, withPage } from './support/chromium.mjs';
import { cell, findings, oneFile, openExample, saved, stored } from './support/site.mjs';

let browser;
before(async () => { browser = await launchToday(); });
after(() => browser?.close());

const example = (name, steps) => test(name, () => withPage({ browser, url: oneFile() }, async ({ page, seen }) => {
  await page.evaluate(() => { delete window.showSaveFilePicker; });
  await openExample(page);
  await steps(page);
  assertClean(seen);
}));
const counts = (page) => page.locator('.counts .count').allInnerTexts();
const nav = (page, name) => page.locator('.nav').getByRole('button', { name });

example('a finding is mended by one click, moved to where it belongs, and back', async (page) => {
  await page.getByRole('button', { name: '移到服务对象满意度指标' }).click();
  assert.ok(!(await findings(page)).some((line) => line.includes('满意度应列在')));
  await eventually(() => cell(page, 'goals[0].indicators[7].dimension').inputValue(), '服务对象满意度指标');
  await page.keyboard.press('Control+Z');
  await eventually(() => cell(page, 'goals[0].indicators[7].dimension').inputValue(), '时效指标');
  await eventually(() => counts(page), ['错误 2', '警告 2', '提示 0']);
});

example('a finding is set aside with a reason, is listed and printed so, and comes back when the numbers change', async (page) => {
  const first = page.locator('.finding').first();
  await first.getByRole('button', { name: '搁置…' }).click();
  await page.locator('.reason').getByRole('button', { name: '搁置' }).click();
  await eventually(() => page.getByText('请先写明理由。').count(), 1);
  await page.getByPlaceholder(/为什么可以不改/).fill('经主管部门同意按 8 分计');
  await page.locator('.reason').getByRole('button', { name: '搁置' }).click();
  await eventually(() => counts(page), ['错误 0', '警告 2', '提示 0', '已搁置 1']);
  assert.match(await page.locator('.finding').last().innerText(), /^已搁置/);
  await eventually(() => cell(page, 'goals[1].indicators[0].claimed').getAttribute('aria-invalid'), null);
  // With the score accepted, the total that was written is its sum.
  await eventually(() => nav(page, /^整体自评表/).locator('.badge').count(), 0);
  await page.emulateMedia({ media: 'print' });
  assert.match(await page.locator('.set-aside-notes').innerText(), /已搁置的核对结果[^]*编外人员收入同比增幅[^]*经主管部门同意按 8 分计/);
  await page.emulateMedia({ media: 'screen' });
  await eventually(async () => /经主管部门同意/.test((await stored(page))[0].text), true);
  // The same claim against another actual is another matter.
  await typeInto(page, cell(page, 'goals[1].indicators[0].actual'), '1.2%');
  await eventually(() => counts(page), ['错误 2', '警告 2', '提示 0']);
  await page.keyboard.press('Control+Z');
  await eventually(() => counts(page), ['错误 0', '警告 2', '提示 0', '已搁置 1']);
  await page.locator('.finding.aside').getByRole('button', { name: '恢复' }).click();
  await eventually(() => counts(page), ['错误 2', '警告 2', '提示 0']);
});

example('a reviewer’s remarks stay with their cells, and the list is handed on', async (page) => {
  await cell(page, 'goals[0].indicators[4].actual').click();
  await page.keyboard.press('Shift+F2');
  await page.keyboard.type('请附话务统计');
  await eventually(() => page.locator('.field.has-remark').count(), 1);
  assert.match(await page.locator('.finding.remark').innerText(), /批注[^]*咨询电话接通率 · 完成值[^]*请附话务统计/);
  await cell(page, 'goals[0].indicators[1].name').click();
  await page.keyboard.press('Alt+ArrowUp');
  await page.locator('.finding.remark .go').click();
  await eventually(() => page.evaluate(() => document.activeElement.id), 'f0.goals[0].indicators[4].actual');
  await screenshot(page, 'review');
  // As text, as a table, as a file.
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const clipboard = (type) => page.evaluate(async (wanted) => {
    const [item] = await navigator.clipboard.read();
    return (await item.getType(wanted)).text();
  }, type);
  const handOn = page.locator('.hand-on');
  await handOn.getByRole('button', { name: '复制文字' }).click();
  await page.getByRole('status').filter({ hasText: '已复制 18 条核对意见' }).waitFor();
  const text = await clipboard('text/plain');
  assert.match(text, /^整体自评表\r?\n1\. 【错误】数量指标 · 编外人员收入同比增幅：得分 8 与规则不符：10 × 1\.0% ÷ 2\.0% = 5，请改为 5 或说明依据。/);
  assert.match(text, /【批注】数量指标 · 咨询电话接通率 · 完成值：请附话务统计/);
  assert.match(text, /\n合同人员经费\r?\n/);
  await handOn.getByRole('button', { name: '复制表格' }).click();
  assert.match(await clipboard('text/html'), /<table[^]*<th>序号<\/th>[^]*请附话务统计/);
  const [download] = await Promise.all([page.waitForEvent('download'), handOn.getByRole('button', { name: '存为 CSV' }).click()]);
  assert.equal(download.suggestedFilename(), '2020-武汉市人力资源和社会保障局汉阳社会保险管理处-核对.csv');
  const csv = await readFile(await download.path(), 'utf8');
  assert.ok(csv.startsWith('\u{feff}"序号","表","级别"'));
  assert.equal(csv.trim().split('\r\n').length, 19);
});

example('rules: shown with their source, chosen for the workbook and for a form', async (page) => {
  await nav(page, '评分规则与设置').click();
  await screenshot(page, 'rules');
  await eventually(() => page.locator('.rule-set').count(), 4);
  for (const set of await page.locator('.rule-set').all()) assert.ok((await set.locator('dd').last().innerText()).length > 20, 'a source');
  await page.locator('.rule-set', { hasText: '财政部 2020' }).getByRole('button', { name: '用于本工作簿' }).click();
  await nav(page, /^整体自评表/).click();
  assert.ok((await findings(page)).some((line) => line.includes('指标分值合计 80，应为 90')));
  await page.locator('header.top').getByLabel('评分规则').selectOption('wuhan-2020');
  await eventually(() => page.locator('[id="f0.total"]').innerText(), '95');
  await nav(page, '合同人员经费').click();
  assert.ok((await findings(page)).some((line) => line.includes('应为 90')), 'the other forms follow the workbook');
});

example('settings: each with its effect', async (page) => {
  await nav(page, '评分规则与设置').click();
  const now = (label) => page.locator('.settings tr', { hasText: label }).locator('td').last();
  await page.getByLabel('百分比小数位').selectOption('2');
  await page.getByLabel('得分小数位').selectOption('1');
  await page.getByLabel('0 ÷ 0 的执行率').selectOption('zero');
  await eventually(() => now('百分比小数位').innerText(), '2 位，如 33.33%');
  await eventually(() => now('0 ÷ 0').innerText(), '印“0.00%”');
  const far = page.locator('#setting-farAbove');
  await typeInto(page, far, '90');
  await eventually(() => far.getAttribute('aria-invalid'), 'true');
  await eventually(() => now('超额完成').innerText(), '不要求', 'what cannot be read leaves the rule as it was');
  await screenshot(page, 'settings-error');
  await typeInto(page, far, '200%');
  await eventually(() => now('超额完成').innerText(), '达到目标的 200% 须说明原因');
  await typeInto(page, page.locator('#setting-deadline'), '2021-05-01');
  await nav(page, /^整体自评表/).click();
  assert.ok((await findings(page)).some((line) => line.includes('晚于截止日期 2021-05-01')));
  assert.ok((await findings(page)).some((line) => line.includes('达到目标的 200% 以上')));
  await eventually(() => page.locator('td.computed').first().innerText(), '100.00%');
  await typeInto(page, cell(page, 'goals[1].indicators[0].actual'), '1.35%');
  await eventually(() => page.locator('tr.indicator td.computed').nth(8).innerText(), '6.8');
  await typeInto(page, cell(page, 'execution.budget'), '0');
  await typeInto(page, cell(page, 'execution.actual'), '0');
  await eventually(() => page.locator('td.computed').first().innerText(), '0.00%');
});

example('a rule set goes out as a file and comes in again, changed; a faulty one is refused', async (page) => {
  await nav(page, '评分规则与设置').click();
  const card = page.locator('.rule-set', { hasText: '四川省' });
  const [download] = await Promise.all([page.waitForEvent('download'), card.getByRole('button', { name: '导出' }).click()]);
  assert.equal(download.suggestedFilename(), 'sichuan-2023.rules.json');
  const rules = JSON.parse(await readFile(await download.path(), 'utf8'));
  const bring = (content) => page.locator('.rules-head input[type=file]').setInputFiles({ name: 'x.rules.json', mimeType: 'application/json', buffer: Buffer.from(content) });
  const refused = page.getByRole('alert');
  for (const [content, sentence] of [
    [JSON.stringify({ ...rules, name: '改过' }), '与内置规则的代号相同而内容不同'],
    [JSON.stringify({ ...rules, id: 'ours-2024', executionPoints: '20' }), '合计不是 100 分'],
    ['{"id": "x"', '已损坏或不完整'],
    [JSON.stringify({ id: 'x' }), '规则文件缺少“name”'],
    ['', '规则文件是空的'],
  ]) {
    await bring(content);
    await refused.filter({ hasText: sentence }).waitFor();
  }
  await eventually(() => page.locator('.rule-set').count(), 4);
  await bring(JSON.stringify({ ...rules, id: 'ours-2024', name: '本市 2024', explainExecutionBelow: '95' }));
  await page.getByRole('status').filter({ hasText: '已导入规则“本市 2024”' }).waitFor();
  const ours = page.locator('.rule-set', { hasText: '本市 2024' });
  await ours.getByRole('button', { name: '用于本工作簿' }).click();
  await saved(page);
  await nav(page, /^整体自评表/).click();
  await typeInto(page, cell(page, 'execution.actual'), '1,450');
  await typeInto(page, cell(page, 'deviation'), '');
  assert.ok((await findings(page)).some((line) => line.startsWith('“预算执行”')), (await findings(page)).join('\n'));
  // It travels with the workbook, and can be taken away again.
  await saved(page);
  await page.waitForTimeout(300);
  await page.reload();
  await page.locator('.entry').click();
  await nav(page, '评分规则与设置').click();
  await ours.getByRole('button', { name: '删除' }).click();
  await eventually(() => ours.count(), 0);
  assert.match(await page.locator('.rule-set.used h3').innerText(), /武汉市/);
});
