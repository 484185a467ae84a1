// The main job, as a person does it: the example scored, a wrong number typed and mended, rows moved,
// everything back after a reload. On the site and in the one file.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertClean, eventually, launchToday, screenshot, typeInto, withPage } from './support/chromium.mjs';
import { artefacts, cell, findings, openExample } from './support/site.mjs';

let browser;
let sites;
before(async () => {
  browser = await launchToday();
  sites = await artefacts();
});
after(async () => {
  await browser?.close();
  await Promise.all(sites?.map((site) => site.close()) ?? []);
});

/** Runs `steps` on every artefact, each in a fresh browser profile, and lets nothing be complained of. */
function everywhere(name, steps, options = {}) {
  test(name, async (t) => {
    for (const site of sites) {
      await t.test(site.name, () => withPage({ browser, url: site.url, ...options }, async ({ page, seen }) => {
        await steps(page, site);
        assertClean(seen);
      }));
    }
  });
}

const total = (page) => page.locator('[id="f0.total"]').innerText();
const counts = (page) => page.locator('.counts .count').allInnerTexts();

everywhere('the example: 95 where the unit claimed 98, and the four findings', async (page, site) => {
  await openExample(page);
  await eventually(() => total(page), '95');
  await eventually(() => cell(page, 'claimedTotal').inputValue(), '98');
  assert.deepEqual(await counts(page), ['错误 2', '警告 2', '提示 0']);
  await eventually(() => findings(page), [
    '得分 8 与规则不符：10 × 1.0% ÷ 2.0% = 5，请改为 5 或说明依据。',
    '总分 98 与计算不符：各项得分合计为 95，请改为 95 或说明依据。',
    '目标值和完成值的期间不同，已折算为全年再比较：请确认口径一致。',
    '满意度应列在“满意度指标”下，现在列在“时效指标”下：请移到满意度指标。',
  ]);
  await screenshot(page, `example-${site.name}`);
});

everywhere('a finding leads to its cell, says its rule, and its mend can be applied', async (page) => {
  await openExample(page);
  await page.locator('.finding .go').first().click();
  await cell(page, 'goals[1].indicators[0].claimed').and(page.locator(':focus')).waitFor();
  assert.match(await page.locator('.finding.current .rule').innerText(), /^依据：正向指标/);
  await page.getByRole('button', { name: '改为 5', exact: true }).click();
  await eventually(() => cell(page, 'goals[1].indicators[0].claimed').inputValue(), '5');
  await page.getByRole('button', { name: '改为 95', exact: true }).click();
  await eventually(() => cell(page, 'claimedTotal').inputValue(), '95');
  assert.deepEqual(await counts(page), ['错误 0', '警告 2', '提示 0']);
});

everywhere('a wrong number is said at once and stays; the right one clears it', async (page, site) => {
  await openExample(page);
  const actual = cell(page, 'execution.actual');
  await typeInto(page, actual, '12a');
  const sentence = '执行数“12a”不是数字：第 3 个字“a”无法识别，请填写数字，例如 1,552.63。';
  assert.ok((await findings(page)).includes(sentence), (await findings(page)).join('\n'));
  await eventually(() => actual.getAttribute('aria-invalid'), 'true');
  const description = await actual.getAttribute('aria-describedby');
  await eventually(() => page.locator(`[id="${description}"]`).innerText(), sentence);
  await screenshot(page, `unreadable-${site.name}`);
  await page.keyboard.press('Tab');
  await eventually(() => actual.inputValue(), '12a', 'what was typed stays');
  await typeInto(page, actual, '１，５５２．６３');
  assert.ok(!(await findings(page)).some((line) => line.includes('不是数字')));
  await eventually(() => actual.getAttribute('aria-invalid'), null);
  await page.keyboard.press('Tab');
  await eventually(() => actual.inputValue(), '1,552.63', 'a cell that was left reads as displayed');
  await actual.focus();
  await eventually(() => actual.inputValue(), '１，５５２．６３', 'and as typed once entered again');
});

everywhere('scores, totals and headings follow every key', async (page) => {
  await openExample(page);
  await typeInto(page, cell(page, 'goals[1].indicators[0].actual'), '1.5%');
  await eventually(() => total(page), '97.5');
  await typeInto(page, cell(page, 'goals[1].indicators[0].weight'), '12');
  await eventually(() => page.locator('th.heading .points').nth(5).innerText(), '（22 分）');
  assert.ok((await findings(page)).includes('指标分值合计 82，应为 80，多出 2 分：请调整指标分值。'));
});

everywhere('numbers no account has are refused in words', async (page) => {
  await openExample(page);
  await typeInto(page, cell(page, 'goals[0].indicators[0].weight'), '1' + '0'.repeat(30));
  assert.ok((await findings(page)).some((line) => line.includes('太大：整数部分最多 18 位')), (await findings(page)).join('\n'));
  assert.equal((await cell(page, 'goals[0].indicators[0].weight').inputValue()).length, 31);
});

everywhere('nothing is said while an input method composes', async (page) => {
  await openExample(page);
  const actual = cell(page, 'execution.actual');
  await actual.click();
  await page.keyboard.press('Control+A');
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'yi', selectionStart: 2, selectionEnd: 2 });
  assert.ok(!(await findings(page)).some((line) => line.includes('不是数字')), 'half a syllable is no finding');
  await session.send('Input.insertText', { text: '１５５２．６３' });
  await page.waitForFunction(() => document.activeElement.value === '１５５２．６３');
  assert.ok(!(await findings(page)).some((line) => line.includes('不是数字')));
  await eventually(() => page.locator('td.computed').first().innerText(), '100.0%');
  await session.send('Input.imeSetComposition', { text: 'wan', selectionStart: 3, selectionEnd: 3 });
  await session.send('Input.insertText', { text: '万人' });
  assert.ok((await findings(page)).some((line) => line.includes('单位“万人”')), (await findings(page)).join('\n'));
});

everywhere('rows are added, moved and removed by keyboard, and undone', async (page) => {
  await openExample(page);
  const names = () => page.locator('td.name textarea[id^="f0.goals[1]"]').evaluateAll((all) => all.map((one) => one.value));
  const before = await names();
  await cell(page, 'goals[1].indicators[0].name').click();
  await page.keyboard.press('Alt+Enter');
  await cell(page, 'goals[1].indicators[1].name').and(page.locator(':focus')).waitFor();
  await page.keyboard.type('新指标');
  await eventually(() => names(), [before[0], '新指标', before[1]]);
  await page.keyboard.press('Alt+ArrowDown');
  await eventually(() => names(), [before[0], before[1], '新指标']);
  await cell(page, 'goals[1].indicators[2].name').and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Alt+Delete');
  await eventually(() => names(), before);
  for (let i = 0; i < 4; i += 1) await page.keyboard.press('Control+Z');
  await eventually(() => names(), before);
  await eventually(() => page.getByRole('button', { name: '撤销' }).isDisabled(), true);
  for (let i = 0; i < 2; i += 1) await page.keyboard.press('Control+Y');
  await eventually(() => names(), [before[0], '新指标', before[1]]);
});

everywhere('Enter and arrows walk the grid, Tab goes on', async (page) => {
  await openExample(page);
  const focused = () => page.evaluate(() => document.activeElement.id);
  await cell(page, 'goals[0].indicators[7].actual').click();
  await page.keyboard.press('Enter');
  await eventually(() => focused(), 'f0.goals[1].indicators[0].actual', 'on into the next goal');
  await page.keyboard.press('ArrowRight');
  await eventually(() => focused(), 'f0.goals[1].indicators[0].claimed');
  await page.keyboard.press('ArrowDown');
  await eventually(() => focused(), 'f0.goals[1].indicators[1].claimed');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('ArrowUp');
  await eventually(() => focused(), 'f0.goals[0].indicators[7].claimed');
  await page.keyboard.press('Shift+Tab');
  await eventually(() => focused(), 'f0.goals[0].indicators[7].actual');
});

everywhere('a block from a spreadsheet fills cells and adds rows, in one step', async (page) => {
  await openExample(page);
  const paste = (text) => page.evaluate((copied) => {
    const data = new DataTransfer();
    data.setData('text/plain', copied);
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
  await cell(page, 'goals[1].indicators[1].name').click();
  await paste('甲指标\t4\t≥90%\t95%\r\n乙指标\t6\t≤5次\t10次\r\n');
  await eventually(() => cell(page, 'goals[1].indicators[2].name').inputValue(), '乙指标');
  await eventually(() => cell(page, 'goals[1].indicators[1].claimed').inputValue(), '10', 'what the block does not cover stays');
  await eventually(() => page.locator('tr.indicator').last().locator('td.computed').innerText(), '3');
  await cell(page, 'goals[1].indicators[0].claimed').click();
  await paste('5\t多出的');
  assert.match(await page.getByRole('alert').innerText(), /有 2 列，从这一格起只能放 1 列/);
  await page.keyboard.press('Control+Z');
  await page.keyboard.press('Control+Z');
  await eventually(() => cell(page, 'goals[1].indicators[1].name').inputValue(), '编外人员工资足额发放率');
  await eventually(() => cell(page, 'goals[1].indicators[2].name').count(), 0);
});

everywhere('undo leads back to the cell that changed', async (page) => {
  await openExample(page);
  await typeInto(page, cell(page, 'execution.budget'), '2000');
  await typeInto(page, cell(page, 'deviation'), '无');
  await page.keyboard.press('Control+Z');
  await eventually(() => page.evaluate(() => document.activeElement.id), 'f0.deviation');
  await page.keyboard.press('Control+Z');
  await eventually(() => page.evaluate(() => document.activeElement.id), 'f0.execution.budget');
  await eventually(() => cell(page, 'execution.budget').inputValue(), '1,552.63');
  await eventually(() => total(page), '95');
});

everywhere('a form of one’s own: what is missing is said once a cell was left, or when asked', async (page, site) => {
  await page.getByLabel('单位名称').fill('某某中心');
  await page.getByLabel('省份').selectOption('');
  await page.getByRole('button', { name: '新建', exact: true }).click();
  await page.locator('table.foot').waitFor();
  await eventually(() => page.locator('th.heading .points').first().innerText(), '（50 分）', 'weights are laid out');
  await eventually(() => page.locator('.form-title').innerText(), '某某中心整体绩效自评表');
  assert.deepEqual(await counts(page), ['错误 0', '警告 0', '提示 0']);
  await screenshot(page, `empty-${site.name}`);
  await cell(page, 'execution.budget').click();
  await page.keyboard.press('Tab');
  await eventually(() => findings(page), ['预算数还没有填写，暂时不能计分。']);
  await page.getByRole('button', { name: '检查未填写的单元格' }).click();
  assert.ok((await findings(page)).length > 10);
  await typeInto(page, cell(page, 'execution.budget'), '100');
  await typeInto(page, cell(page, 'execution.actual'), '95');
  await eventually(() => total(page), '9.5');
});

everywhere('the example has its two project forms; another is added, filled, undone and removed', async (page, site) => {
  await openExample(page);
  const forms = () => page.locator('.nav ul').nth(1).locator('.nav-item span:first-child').allInnerTexts();
  assert.deepEqual(await forms(), ['整体自评表', '合同人员经费', '社会保险业务工作经费']);
  await page.locator('.nav').getByRole('button', { name: '社会保险业务工作经费' }).click();
  await eventually(() => page.locator('.form-title').innerText(), '社会保险业务工作经费项目自评表');
  await eventually(() => page.locator('[id="f2.total"]').innerText(), '100');
  assert.ok((await findings(page)).includes('“参保对象满意率”这里是 100.0%，在“整体自评表”里是 96.2%：同一事项应只有一个数，请核对。'));
  await screenshot(page, `project-${site.name}`);

  await page.getByRole('button', { name: '新增项目表' }).click();
  const added = (path) => page.locator(`[id="f3.${path}"]`);
  await eventually(() => added('goals[0].indicators[0].weight').inputValue(), '10', 'weights are laid out');
  await typeInto(page, added('name'), '新项目');
  await added('projectCategory').selectOption('财政专项资金');
  await typeInto(page, added('execution.budget'), '10');
  await typeInto(page, added('execution.actual'), '8');
  await eventually(() => page.locator('[id="f3.total"]').innerText(), '16');
  assert.equal((await forms())[3], '新项目');
  await page.getByRole('button', { name: /^整体自评表/ }).click();
  assert.ok((await findings(page)).includes('各项目自评表的执行数合计 186.3，项目支出总额是 178.3：请核对，或补齐项目自评表。'));
  for (let i = 0; i < 5; i += 1) await page.keyboard.press('Control+Z');
  assert.equal((await forms()).length, 3);

  await page.locator('.nav').getByRole('button', { name: '合同人员经费' }).click();
  await page.getByRole('button', { name: '建立副本' }).click();
  assert.deepEqual(await forms(), ['整体自评表', '合同人员经费', '合同人员经费（2）', '社会保险业务工作经费']);
  await page.getByRole('button', { name: '删除此表' }).click();
  assert.equal((await forms()).length, 3);
  await page.keyboard.press('Control+Z');
  assert.equal((await forms()).length, 4);
});

everywhere('another rule set scores anew', async (page) => {
  await openExample(page);
  await page.getByLabel('评分规则').selectOption('mof-2020');
  await eventually(() => page.locator('td.computed').nth(1).innerText(), '10', 'execution is 10 of 10 now');
  assert.ok((await findings(page)).some((line) => line.includes('指标分值合计 80，应为 90')));
});

everywhere('quick figures: four calculators, each with its working', async (page, site) => {
  await page.getByRole('button', { name: '打开速算' }).click();
  for (const [title, boxes, answer, working, sentence] of [
    ['完成率、执行率', ['1,552.16', '1,516.89'], '102.3%', '1,552.16 ÷ 1,516.89 = 102.3252…%', '完成年初预算的102.3%'],
    ['增长率', ['1.38', '1.85'], '-25.4%', '(1.38 − 1.85) ÷ 1.85 = -25.4054…%', '减少0.47万元，下降25.4%'],
    ['占比', ['1552.16', '1552.63'], '100.0%', '1,552.16 ÷ 1,552.63 = 99.9697…%', '1,552.16万元，占100.0%'],
    ['指标得分', ['10', '≥2.0%', '1.0%'], '5 分', '10 × 1.0% ÷ 2.0% = 5', '得5分'],
  ]) {
    const card = page.getByRole('region', { name: title });
    for (const [i, text] of boxes.entries()) await card.getByRole('textbox').nth(i).fill(text);
    await eventually(() => card.locator('output').innerText(), answer);
    await eventually(() => card.locator('.working').innerText(), working);
    await eventually(() => card.locator('.sentence span').innerText(), sentence);
  }
  await page.getByRole('region', { name: '占比' }).getByRole('textbox').first().fill('8x');
  assert.match(await page.getByRole('region', { name: '占比' }).locator('.problem').innerText(), /“8x”不是数字/);
  await screenshot(page, `quick-${site.name}`);
});
