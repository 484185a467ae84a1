// A page one sits at for a day: where the focus goes, what stays in view, and what is said where.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertClean, eventually, launchToday, typeInto, withPage } from './support/chromium.mjs';
import { cell, oneFile, openExample } from './support/site.mjs';

let browser;
before(async () => { browser = await launchToday(); });
after(() => browser?.close());

const PHONE = { width: 390, height: 844 };

/** A test on a fresh page; `example` opens the example first. */
const page = (name, { example = true, viewport, ...more }, steps) => test(name, more, () =>
  withPage({ browser, url: oneFile(), ...(viewport && { viewport }) }, async ({ page: on, seen }) => {
    if (example) await openExample(on);
    await steps(on);
    assertClean(seen);
  }));
const focused = (on) => on.evaluate(() => document.activeElement.id || document.activeElement.className || document.activeElement.tagName);
const view = (on, name) => on.locator('.nav-item', { hasText: name }).first().click();
const table = async (on, no) => {
  await view(on, '决算表');
  await on.locator('.tab', { hasText: no }).click();
};
/** Ids that more than one element has. */
const twice = (on) => on.evaluate(() => {
  const ids = [...document.querySelectorAll('[id]')].map((one) => one.id);
  return ids.filter((id, i) => ids.indexOf(id) !== i);
});
const create = async (on, unit = '') => {
  await on.locator('#new-unit').fill(unit);
  await on.getByRole('button', { name: '新建', exact: true }).click();
  await on.locator('table.foot').waitFor();
};

// ---- room

for (const width of [1024, 1280, 1366, 1920]) {
  page(`every column of every table has room for what stands in it, on ${width} px`, { viewport: { width, height: 768 } }, async (on) => {
    for (const no of ['公开02', '公开03', '公开05', '公开06']) {
      await table(on, no);
      const [name, amount] = await on.evaluate(() => ['td.subject', 'td.amount'].map((one) => document.querySelector(one).offsetWidth));
      assert.ok(name >= 150 && amount >= 85, `${no}: a name has ${name} px, an amount ${amount} px`);
    }
  });
}

page('heads of columns and names of rows stay in view', {}, async (on) => {
  await table(on, '公开02');
  const main = on.locator('#main');
  await main.evaluate((one) => one.scrollTo(200, 400));
  const [top, left] = await on.evaluate(() => {
    const at = (one) => document.querySelector(one).getBoundingClientRect();
    return [at('.sheet-table.heads').top - at('#main').top, at('tr.line td.code').left - at('#main').left];
  });
  assert.ok(Math.abs(top) <= 2, `the heads stand at the top: ${top}`);
  assert.ok(Math.abs(left) <= 2, `the codes stand at the left: ${left}`);
  await view(on, '整体自评表');
  await on.locator('.goal-part').first().locator('tr.indicator').last().evaluate((row) => row.scrollIntoView({ block: 'start' }));
  const head = await on.evaluate(() => document.querySelector('table.form.heads').getBoundingClientRect().top - document.querySelector('#main').getBoundingClientRect().top);
  assert.ok(Math.abs(head) <= 2, `the heads of the form stand at the top: ${head}`);
});

for (const viewport of [{ width: 1366, height: 768 }, PHONE]) {
  page(`no view is wider or higher than the screen, on ${viewport.width} px`, { viewport }, async (on) => {
    for (const name of ['整体自评表', '决算表', '说明资料', '决算说明', '勾稽关系', '评分规则与设置', '首页']) {
      if (viewport === PHONE) await on.getByRole('button', { name: '功能' }).click();
      await view(on, name);
      const size = await on.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]);
      assert.deepEqual(size, [viewport.width, viewport.height], name);
    }
  });

  page(`a view begins at its top, wherever another was scrolled to, on ${viewport.width} px`, { viewport }, async (on) => {
    await on.evaluate(() => { for (const one of [document.querySelector('#main'), document.documentElement]) one.scrollTop = 400; });
    if (viewport === PHONE) await on.getByRole('button', { name: '功能' }).click();
    await view(on, '决算说明');
    assert.deepEqual(await on.evaluate(() => [document.querySelector('#main').scrollTop, document.documentElement.scrollTop]), [0, 0]);
  });
}

page('what is said of a cell at the left edge is not cut off, and the sign of an error covers no digit', {}, async (on) => {
  await typeInto(on, cell(on, 'goals[0].indicators[5].dimension'), '效益');
  await typeInto(on, cell(on, 'goals[0].indicators[5].weight'), '-100');
  await cell(on, 'goals[0].indicators[0].name').click();
  const overlap = await cell(on, 'goals[0].indicators[5].weight').evaluate((input) => {
    const sign = input.parentElement.querySelector('.mark-icon').getBoundingClientRect();
    const box = input.getBoundingClientRect();
    // Digits of 14 px stand in the middle of the height, some ten pixels high.
    return sign.bottom - (box.top + box.height / 2 - 5);
  });
  assert.ok(overlap <= 1, `the sign reaches ${overlap} px into the digits`);
  for (const field of await on.locator('.field.has-error, .field.has-warning').all()) {
    await field.hover();
    const tip = field.locator('> .mark');
    const cut = await tip.evaluate((one) => document.querySelector('#main').getBoundingClientRect().left - one.getBoundingClientRect().left);
    assert.ok(cut <= 0, `cut by ${cut} px: ${await tip.innerText()}`);
  }
});

// ---- focus

page('a new workbook begins in its first blank', { example: false }, async (on) => {
  await create(on, '某中心');
  await eventually(() => focused(on), 'f0.basicSpending');
});

page('a new project form begins with its name, and nothing is yellow yet', {}, async (on) => {
  await on.getByRole('button', { name: '新增项目表' }).click();
  await eventually(() => focused(on), 'f3.name');
  assert.match(await on.locator('.findings .counts').innerText(), /错误 0\s+警告 0/);
  await on.keyboard.press('Control+Z');
  await on.keyboard.press('Control+Y');
  await eventually(() => on.locator('.nav-item', { hasText: '项目自评表' }).count(), 1);
  assert.match(await on.locator('.findings .counts').innerText(), /警告 0/);
  await on.getByRole('button', { name: '检查未填写的单元格' }).click();
  await on.locator('.empty-cells').waitFor();
});

page('Enter goes on from the budget to what was spent', {}, async (on) => {
  await cell(on, 'execution.budget').focus();
  await on.keyboard.press('Enter');
  await eventually(() => focused(on), 'f0.execution.actual');
  await on.keyboard.press('Enter');
  await eventually(() => focused(on), 'f0.execution.claimed');
  await on.keyboard.press('Shift+Enter');
  await eventually(() => focused(on), 'f0.execution.actual');
});

page('a sentence is reworded at once, and the pencil has the focus back', {}, async (on) => {
  await view(on, '决算说明');
  const sentence = on.locator('.said-sentence').first();
  const key = await sentence.getAttribute('data-sentence');
  await sentence.locator('.reword').focus();
  await on.keyboard.press('Enter');
  const box = on.locator('.rewording textarea');
  await eventually(() => box.evaluate((one) => one === document.activeElement), true);
  assert.deepEqual(await twice(on), []);
  await on.keyboard.press('Control+End');
  await on.keyboard.type('以上为初步数');
  assert.match(await box.inputValue(), /以上为初步数$/);
  await on.getByRole('button', { name: '完成', exact: true }).click();
  const again = on.locator(`.said-sentence[data-sentence="${key}"]`).first();
  await eventually(() => again.locator('.reword').evaluate((one) => one === document.activeElement), true);
  assert.match(await again.innerText(), /以上为初步数/);
});

page('a finding is set aside and taken up again without leaving it', {}, async (on) => {
  const finding = on.locator('.finding', { hasText: '总分' }).first();
  await finding.getByRole('button', { name: '搁置…' }).click();
  await on.keyboard.press('Escape');
  await eventually(() => on.evaluate(() => document.activeElement.innerText), '搁置…');
  await on.keyboard.press('Enter');
  await on.keyboard.type('按原件公开');
  await on.keyboard.press('Control+Enter');
  await eventually(() => on.evaluate(() => document.activeElement.innerText), '恢复');
});

page('what a mend moves elsewhere is gone to', {}, async (on) => {
  await on.getByRole('button', { name: /^移到/ }).first().click();
  await eventually(async () => /^f0\.goals\[0\]\.indicators\[\d+\]\.name$/.test(await focused(on)), true);
});

page('Esc leaves a remark for its cell', {}, async (on) => {
  await cell(on, 'execution.budget').focus();
  await on.keyboard.press('Shift+F2');
  await eventually(() => focused(on), 'remark');
  await on.keyboard.type('请核对');
  await on.keyboard.press('Escape');
  await eventually(() => focused(on), 'f0.execution.budget');
});

for (const example of [true, false]) {
  page(`no two elements have one id, in ${example ? 'the example' : 'a new workbook'}`, { example }, async (on) => {
    if (!example) await create(on);
    for (const name of ['整体自评表', '决算表', '说明资料', '决算说明', '勾稽关系', '评分规则与设置', '首页']) {
      await view(on, name);
      assert.deepEqual(await twice(on), [], name);
      for (const tab of name === '决算表' ? await on.locator('.tab').all() : []) {
        await tab.click();
        assert.deepEqual(await twice(on), [], await tab.innerText());
      }
    }
  });
}

// ---- what is said

page('a remark that is handed on names its cell', {}, async (on) => {
  await on.context().grantPermissions(['clipboard-read', 'clipboard-write']).catch(() => {});
  await cell(on, 'execution.budget').focus();
  await on.keyboard.press('Shift+F2');
  await on.locator('#remark').fill('请核对');
  await on.getByRole('button', { name: '复制文字' }).click();
  await on.locator('.notice-bar.done').waitFor();
  assert.match(await on.evaluate(() => navigator.clipboard.readText()), /【批注】预算执行 · 预算数[^：]*：请核对/);
});

page('what was said over one view does not stay over another', {}, async (on) => {
  await on.getByRole('button', { name: '复制文字' }).click();
  await on.locator('.notice-bar').waitFor();
  await view(on, '决算说明');
  assert.equal(await on.locator('.notice-bar').count(), 0);
});

page('counts choose which findings are listed; F8 goes to each, F6 to its answer, Enter applies it', {}, async (on) => {
  await on.locator('.counts').getByRole('button', { name: '警告 2' }).click();
  await eventually(() => on.locator('.list .finding').evaluateAll((all) => all.every((one) => one.matches('.warning'))), true);
  await on.locator('.counts').getByRole('button', { name: '警告 2' }).click();
  await on.keyboard.press('F8');
  await eventually(() => on.locator('.finding.current').first().innerText().then((text) => text.includes('得分 8 与规则不符')), true);
  const first = await focused(on);
  await on.keyboard.press('F8');
  await eventually(async () => await focused(on) !== first, true);
  await on.keyboard.press('Shift+F8');
  await eventually(() => focused(on), first);
  await on.keyboard.press('F6');
  await eventually(() => on.evaluate(() => document.activeElement.innerText), '改为 5');
  await on.keyboard.press('F6');
  await eventually(() => focused(on), first);
  await on.keyboard.press('F6');
  await on.keyboard.press('Enter');
  // The total is another matter.
  await eventually(() => on.locator('.counts button').first().innerText(), '错误 1');
});

page('cells that are left empty are one line', { example: false }, async (on) => {
  await create(on, '某中心');
  await on.getByRole('button', { name: '检查未填写的单元格' }).click();
  const line = on.locator('.fill-in');
  assert.match(await line.innerText(), /^未填 \d+ 格，逐个填写$/);
  assert.ok(await on.locator('.list .finding').count() < 4);
  await line.click();
  await eventually(async () => (await focused(on)).startsWith('f0.'), true);
});

page('an empty table is said to be empty', { example: false }, async (on) => {
  await create(on, '某中心');
  await view(on, '决算表');
  assert.match(await on.locator('.findings .none').innerText(), /还没有填写/);
  assert.equal(await on.locator('.tab-state.empty').count(), 9);
});

page('a computed score is red only where the claimed one is another', {}, async (on) => {
  const red = () => on.locator('td.computed.differs').allInnerTexts();
  await eventually(red, ['5', '95']);
  await typeInto(on, cell(on, 'claimedTotal'), '95');
  await eventually(red, ['5']);
});

// ---- headings

page('headings are added to a new goal, and split', {}, async (on) => {
  await on.getByRole('button', { name: '添加年度目标' }).click();
  await eventually(() => focused(on), 'f0.goals[2].name');
  const goal = on.locator('.goal-part').nth(2);
  const headings = () => goal.locator('th.heading textarea').evaluateAll((all) => all.map((one) => one.value));
  await goal.getByRole('button', { name: '添加二级指标' }).click();
  await eventually(() => focused(on), 'f0.goals[2].indicators[1].dimension');
  await eventually(headings, ['产出指标', '数量指标', '质量指标']);
  await goal.getByRole('button', { name: '添加一级指标' }).click();
  await eventually(headings, ['产出指标', '数量指标', '质量指标', '效益指标', '经济效益指标']);
  await on.locator('[id="f0.goals[0].indicators[1].name"]').hover();
  await on.getByRole('button', { name: '从这一行起另立二级指标' }).click();
  await eventually(() => focused(on), 'f0.goals[0].indicators[1].dimension');
  await on.keyboard.type('规模指标');
  const dimensions = on.locator('.goal-part').first().locator('th.heading textarea');
  await eventually(() => dimensions.evaluateAll((all) => all.slice(0, 3).map((one) => one.value)), ['产出指标', '数量指标', '规模指标']);
});

page('other rules lay out a form that nobody has begun', { example: false }, async (on) => {
  await create(on, '某中心');
  const weights = () => on.locator('[id$=".weight"][id*="indicators"]').evaluateAll((all) => all.map((one) => one.value).join());
  const before = await weights();
  await on.getByLabel('评分规则').selectOption('sichuan-2023');
  await eventually(async () => await weights() !== before, true);
  await on.keyboard.press('Control+Z');
  await eventually(weights, before);
});

page('a place to let go is shown while files hang over the page', {}, async (on) => {
  const drag = (type) => on.evaluate((name) => {
    const data = new DataTransfer();
    data.items.add(new File(['x'], 'x.json'));
    document.body.dispatchEvent(new DragEvent(name, { dataTransfer: data, bubbles: true, cancelable: true }));
  }, type);
  await drag('dragover');
  await on.locator('.drop-target').waitFor();
  await drag('dragleave');
  await on.locator('.drop-target').waitFor({ state: 'detached' });
});
