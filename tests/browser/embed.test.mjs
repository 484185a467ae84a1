// <juesuan-form> in a portal's page, under a portal's policy: as its developer and its users meet it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { assertClean, eventually, launchToday, typeInto, withPage } from './support/chromium.mjs';
import { bare, pagesOf } from './support/pdf.mjs';
import { pageOf, portal } from './support/portal.mjs';

const example = JSON.parse(await readFile(new URL('../../static/example.juesuan.json', import.meta.url), 'utf8'));

const BODY = `<h1>门户</h1><main><juesuan-form id="a" rule-set="wuhan-2020"></juesuan-form></main><p id="between">之间</p>
<juesuan-form id="b"></juesuan-form>`;
// As bad as a portal's style sheet can be.
const CSS = `* { color: crimson; font-size: 22px; letter-spacing: 3px; line-height: 2; text-align: right; visibility: visible; }
input, textarea, button, td { border: 5px dotted green !important; background: yellow !important; text-transform: uppercase; }
.paper, .field, .finding { display: none !important; }
#b { --juesuan-accent: rgb(160, 28, 44); }`;
const JS = `import './juesuan/juesuan-form.js';
const a = document.getElementById('a');
window.heard = [];
for (const name of ['change', 'validated']) {
  document.addEventListener(name, (event) => heard.push([name, event.target.id, event.detail && event.detail.total]));
}
const example = await (await fetch('./example.json')).json();
a.value = example.forms[0];
document.getElementById('b').value = example;
await Promise.all([...document.querySelectorAll('juesuan-form')].map((form) => form.ready));
document.body.dataset.ready = 'yes';
`;

let browser;
let served;
before(async () => {
  browser = await launchToday({ args: ['--js-flags=--expose-gc', '--enable-precise-memory-info'] });
  served = await portal({ ...pageOf(BODY, { css: CSS, js: JS }), 'example.json': JSON.stringify(example) });
});
after(async () => {
  await browser.close();
  await served.close();
});

const inPortal = (name, use) => test(`<juesuan-form>: ${name}`, () => withPage({ browser, url: served.url }, async ({ page, seen }) => {
  await page.locator('body[data-ready]').waitFor();
  await page.locator('#a').locator('table.foot').waitFor();
  await use(page);
  assertClean(seen);
}));

const cell = (page, host, path) => page.locator(`#${host}`).locator(`[id="f0.${path}"]`);
const of = (page, host, read) => page.evaluate(([id, source]) => {
  const element = document.getElementById(id);
  return { value: () => element.value, evaluation: () => element.evaluation }[source]();
}, [host, read]);
const heard = (page) => page.evaluate(() => window.heard);
const style = (locator, property) => locator.evaluate((element, name) => getComputedStyle(element)[name], property);
const onPaper = async (page) => (await pagesOf(await page.pdf())).map((sheet) => bare(sheet.text)).join('');
const total = async (page, host) => page.locator(`#${host}`).locator('[id="f0.total"]').innerText();

inPortal('the portal\'s style and ours leave each other alone', async (page) => {
  const title = page.locator('#a').locator('.form-title');
  for (const [property, wanted] of [['color', 'rgb(29, 37, 48)'], ['fontSize', '19px'], ['letterSpacing', 'normal'], ['textAlign', 'center']]) {
    assert.equal(await style(title, property), wanted, property);
  }
  const input = cell(page, 'a', 'execution.actual');
  assert.equal(await style(input, 'textTransform'), 'none');
  assert.equal(await style(input, 'backgroundColor'), 'rgba(0, 0, 0, 0)');
  const between = page.locator('#between');
  assert.equal(await style(between, 'color'), 'rgb(220, 20, 60)');
  assert.equal(await style(between, 'fontSize'), '22px');
  assert.equal(await page.evaluate(() => document.head.querySelectorAll('style').length + document.adoptedStyleSheets.length), 0);
});

inPortal('its colours are the portal\'s where it names them', async (page) => {
  const mend = (host) => page.locator(`#${host}`).locator('.mend').first();
  assert.equal(await style(mend('b'), 'borderTopColor'), 'rgb(160, 28, 44)');
  assert.notEqual(await style(mend('a'), 'borderTopColor'), 'rgb(160, 28, 44)');
});

inPortal('what is typed is worked out, told, and in the value at once', async (page) => {
  // The empty form may have been there for a moment.
  const before = (await heard(page)).filter(([, id]) => id === 'a');
  assert.deepEqual(before.at(-1), ['validated', 'a', '95']);
  assert.ok(!before.some(([name]) => name === 'change'), 'a value put there is no change');
  await typeInto(page, cell(page, 'a', 'execution.actual'), '776.315');
  await eventually(() => total(page, 'a'), '85');
  assert.equal((await of(page, 'a', 'value')).execution.actual, '776.315');
  assert.equal((await of(page, 'a', 'evaluation')).total, '85');
  const last = (await heard(page)).slice(-2);
  assert.deepEqual(last, [['change', 'a', undefined], ['validated', 'a', '85']].map((line) => line.map((one) => one ?? null)));
  await eventually(() => total(page, 'b'), '95', 'the other form is another');
  assert.equal((await of(page, 'b', 'value')).forms[0].execution.actual, '1,552.63');
});

inPortal('a finding leads to its cell; keys undo only here', async (page) => {
  const path = 'goals[1].indicators[0].claimed';
  await page.locator('#a').locator('.finding .go').first().click();
  const focused = () => page.evaluate(() => document.getElementById('a').shadowRoot.activeElement?.id);
  await eventually(() => focused(), `f0.${path}`);
  await page.keyboard.type('5');
  await cell(page, 'b', 'execution.actual').click();
  await page.keyboard.press('Control+z');
  assert.equal((await of(page, 'a', 'value')).goals[1].indicators[0].claimed, '5', 'nothing to undo in the other form');
  await cell(page, 'a', path).click();
  await page.keyboard.press('Control+z');
  assert.equal((await of(page, 'a', 'value')).goals[1].indicators[0].claimed, '8');
  await page.keyboard.press('Enter');
  await eventually(() => focused(), 'f0.goals[1].indicators[1].claimed', 'Enter goes down');
});

inPortal('a remark that a portal moves to another row is shown there, and no longer where it was', async (page) => {
  const tables = { ...example, forms: [] };
  const marked = (key) => page.locator('#b').locator(`[id="accounts.01.${key}.amount-mark"]`);
  const keys = ['income-general', 'income-funds'];
  for (const [at, key] of [...keys, keys[0]].entries()) {
    const remarks = [{ path: `accounts.01.${key}.amount`, text: '请核对' }];
    await page.evaluate((value) => { document.getElementById('b').value = value; }, { ...tables, accounts: { ...tables.accounts, remarks } });
    await eventually(() => marked(key).count(), 1, `${at}: ${key}`);
    for (const other of keys.filter((one) => one !== key)) await eventually(() => marked(other).count(), 0, `${at}: ${other}`);
  }
});

inPortal('nothing is said while an input method composes', async (page) => {
  const actual = cell(page, 'a', 'execution.actual');
  await actual.click();
  await page.keyboard.press('Control+A');
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'yi', selectionStart: 2, selectionEnd: 2 });
  assert.equal((await of(page, 'a', 'value')).execution.actual, '1,552.63');
  await session.send('Input.insertText', { text: '１５００' });
  await page.waitForFunction(() => document.getElementById('a').value.execution.actual === '１５００');
});

inPortal('a block is pasted from a spreadsheet', async (page) => {
  await cell(page, 'a', 'goals[0].indicators[0].weight').click();
  await page.locator('#a').locator('[id="f0.goals[0].indicators[0].weight"]').evaluate((field) => {
    const data = new DataTransfer();
    data.setData('text/plain', '7\t≥10\t12\n7\t≥20\t21');
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, composed: true, cancelable: true }));
  });
  const { indicators } = (await of(page, 'a', 'value')).goals[0];
  assert.deepEqual(indicators.slice(0, 2).map(({ target, actual }) => [target, actual]), [['≥10', '12'], ['≥20', '21']]);
});

inPortal('readonly: looked at, not changed', async (page) => {
  await page.evaluate(() => { document.getElementById('a').readonly = true; });
  const actual = cell(page, 'a', 'execution.actual');
  await page.waitForFunction(() => document.getElementById('a').shadowRoot.querySelector('[id="f0.execution.actual"]')?.readOnly);
  await typeInto(page, actual, '1');
  await page.keyboard.press('Alt+Delete');
  assert.deepEqual(await of(page, 'a', 'value'), example.forms[0]);
  assert.ok(await page.locator('#a').locator('select').first().isDisabled());
  await eventually(() => page.locator('#a').locator('.mend:visible').count(), 0);
  await page.evaluate(() => { document.getElementById('a').readonly = false; });
  await typeInto(page, actual, '1');
  assert.equal((await of(page, 'a', 'value')).execution.actual, '1');
});

inPortal('rule-set: for a form that names none', async (page) => {
  await page.evaluate(() => document.getElementById('a').setAttribute('rule-set', 'mof-2020'));
  await page.waitForFunction(() => document.getElementById('a').evaluation.ruleSet === 'mof-2020');
  await page.evaluate(() => { document.getElementById('a').value = { ...document.getElementById('a').value, ruleSet: 'wuhan-2020' }; });
  assert.equal((await of(page, 'a', 'evaluation')).ruleSet, 'wuhan-2020');
  assert.ok(!(await heard(page)).some(([name]) => name === 'change'), 'what the portal does is no change');
});

inPortal('values that are none throw and change nothing; bad content comes back as findings', async (page) => {
  const before = await of(page, 'a', 'value');
  for (const [value, message] of [
    ['text', '参数 value：“text”应为自评表或工作簿的对象。'],
    [[1], '参数 value：“[1]”应为自评表或工作簿的对象。'],
    [{ goals: 7 }, '参数 value：“{"goals":7}”：文件内容与格式不符'],
    [{ format: 99, forms: [] }, '由较新的版本保存（格式 99）'],
    [{ goals: [{ indicators: Array(2001).fill({}) }] }, '一张表有 2001 条指标'],
    [{ forms: Array(501).fill({}) }, '501 张自评表，超过 500 的上限'],
  ]) {
    const thrown = await page.evaluate((bad) => {
      try {
        document.getElementById('a').value = bad;
        return null;
      } catch (error) {
        return error instanceof Error && error.message;
      }
    }, value);
    assert.ok(thrown?.includes(message), `${thrown} should say ${message}`);
  }
  assert.deepEqual(await of(page, 'a', 'value'), before);
  await page.evaluate(() => { document.getElementById('a').value = { execution: { budget: '<img src=x onerror=alert(1)>' } }; });
  const { findings } = await of(page, 'a', 'evaluation');
  assert.ok(findings.some(({ code, path }) => code === 'figure-unreadable' && path === 'execution.budget'), JSON.stringify(findings));
  await page.locator('#a').locator('.finding', { hasText: 'img' }).first().waitFor();
  assert.equal(await page.evaluate(() => document.getElementById('a').shadowRoot.querySelectorAll('img').length), 0, 'text is text');
});

inPortal('printed alone, and the page is whole again afterwards', async (page) => {
  await page.evaluate(() => { window.print = () => { window.printed = (window.printed || 0) + 1; }; });
  await page.locator('#a').getByRole('button', { name: '打印', exact: true }).click();
  await page.waitForFunction(() => window.printed === 1);
  const text = await onPaper(page);
  assert.ok(text.includes('咨询电话接通率'), 'the form is on paper');
  assert.ok(!text.includes('之间') && !text.includes('门户'), 'the page around it is not');
  assert.equal(text.split('咨询电话接通率').length, 2, 'nor is the other form');
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  assert.equal(await page.evaluate(() => document.querySelectorAll('[data-juesuan-not-printed]').length + document.adoptedStyleSheets.length), 0);
  assert.ok((await onPaper(page)).includes('之间'));
});

inPortal('taken off and put back a hundred times: the value stays, memory is flat', async (page) => {
  await typeInto(page, cell(page, 'a', 'execution.actual'), '1000');
  const cycles = (count) => page.evaluate(async (times) => {
    const form = document.getElementById('a');
    const home = form.parentElement;
    for (let i = 0; i < times; i += 1) {
      form.remove();
      await new Promise((done) => setTimeout(done));
      home.append(form);
      await form.ready;
      await new Promise((done) => requestAnimationFrame(done));
    }
    const program = await (await import('./juesuan/program/juesuan.js')).default();
    gc();
    return { wasm: program.memory.buffer.byteLength, heap: performance.memory.usedJSHeapSize };
  }, count);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const counts = async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    return Object.fromEntries(metrics.filter(({ name }) => ['Nodes', 'JSEventListeners'].includes(name)).map(({ name, value }) => [name, value]));
  };
  const first = { ...await cycles(10), ...await counts() };
  const last = { ...await cycles(100), ...await counts() };
  assert.equal((await of(page, 'a', 'value')).execution.actual, '1000');
  // It grows by whole pages: one more may only be the moment at which it was looked at.
  assert.ok(last.wasm - first.wasm <= 65536, `the program's memory: ${first.wasm} before, ${last.wasm} after`);
  for (const [what, within] of [['Nodes', 200], ['JSEventListeners', 50], ['heap', 1.5e6]]) {
    assert.ok(last[what] - first[what] < within, `${what}: ${first[what]} before, ${last[what]} after`);
  }
});

inPortal('moved within the page it keeps what can be undone', async (page) => {
  await typeInto(page, cell(page, 'a', 'execution.actual'), '7');
  await page.evaluate(() => document.body.append(document.getElementById('a')));
  await cell(page, 'a', 'execution.actual').click();
  await page.keyboard.press('Control+z');
  assert.equal((await of(page, 'a', 'value')).execution.actual, '1,552.63');
});

inPortal('of one form there is no copy and no removal', async (page) => {
  await page.evaluate((project) => { document.getElementById('a').value = project; }, example.forms.find(({ kind }) => kind === 'project'));
  await page.locator('#a').locator('.form-title', { hasText: '项目' }).first().waitFor();
  for (const name of ['建立副本', '删除此表']) {
    await eventually(() => page.locator('#a').locator('button:visible', { hasText: name }).count(), 0, name);
    assert.ok(await page.locator('#b').locator('button', { hasText: '建立副本' }).isVisible());
  }
});

inPortal('of a workbook: its forms and tables, nothing of a page of its own', async (page) => {
  const nav = page.locator('#b').locator('.nav');
  await nav.getByRole('button', { name: '决算表' }).click();
  await page.locator('#b').locator('.tab', { hasText: '公开05' }).click();
  await page.locator('#b').locator('.sheet-table').first().waitFor();
  for (const name of ['速算', '多单位汇总', '打开', '保存']) {
    await eventually(() => page.locator('#b').getByRole('button', { name }).count(), 0, name);
  }
  assert.deepEqual(await of(page, 'b', 'value'), example);
  assert.equal((await of(page, 'b', 'evaluation')).forms.length, example.forms.length);
  // What is typed in a table is checked for the portal too.
  const errors = async () => (await of(page, 'b', 'evaluation')).accounts.findings.filter(({ severity }) => severity === 'error').map(({ path }) => path);
  assert.deepEqual(await errors(), []);
  await typeInto(page, page.locator('#b').locator('[id="accounts.05[0].basic"]'), '12x');
  assert.deepEqual(await errors(), ['accounts.05[0].basic']);
});

inPortal('rules that the portal sets are not undone by the clerk, and set again they hold again', async (page) => {
  const rules = () => page.evaluate(() => document.getElementById('b').evaluation.forms[0].ruleSet);
  const set = (id) => page.evaluate((to) => document.getElementById('b').setAttribute('rule-set', to), id);
  const become = (id) => page.waitForFunction((to) => document.getElementById('b').evaluation.forms[0].ruleSet === to, id);
  await typeInto(page, cell(page, 'b', 'execution.actual'), '1500');
  await set('mof-2020');
  await become('mof-2020');
  await cell(page, 'b', 'execution.actual').click();
  await page.keyboard.press('Control+z');
  assert.equal((await of(page, 'b', 'value')).forms[0].execution.actual, '1,552.63', 'what was typed is undone');
  assert.equal(await rules(), 'mof-2020');
  await page.keyboard.press('Control+z');
  assert.equal(await rules(), 'mof-2020', 'there is no step more');
  // The clerk chooses others; the portal sets its own once more.
  await page.locator('#b').locator('.nav').getByRole('button', { name: '评分规则与设置' }).click();
  await page.locator('#b').locator('.rule-set', { hasText: '武汉' }).getByRole('button', { name: '用于本工作簿' }).first().click();
  await become('wuhan-2020');
  await set('mof-2020');
  await become('mof-2020');
});

test('<juesuan-form>: a program that stops: each form says so once, and gives back its last value', () => withPage({ browser, url: served.url }, async ({ page, seen }) => {
  await page.locator('body[data-ready]').waitFor();
  await typeInto(page, cell(page, 'a', 'execution.actual'), '1234');
  // The portal has not asked for it meanwhile.
  const stop = async (host) => {
    await page.evaluate(() => {
      window.insertBefore = Node.prototype.insertBefore;
      Node.prototype.insertBefore = () => { throw new Error('refused'); };
    });
    await cell(page, host, 'improvement').click();
    await page.keyboard.type('停');
    await page.locator(`#${host}`).locator('.crashed').waitFor();
    await page.evaluate(() => { Node.prototype.insertBefore = window.insertBefore; });
  };
  await stop('a');
  await page.locator('#b').locator('.crashed').waitFor();
  for (const host of ['a', 'b']) {
    await eventually(() => page.locator(`#${host}`).locator('.crashed').innerText(), '表格遇到意外错误，已停止。请重新载入所在页面后继续。');
  }
  assert.equal((await of(page, 'a', 'value')).execution.actual, '1234');
  assert.deepEqual(await of(page, 'b', 'value'), example);
  // Whatever the portal does next, nothing is thrown at it.
  const after = await page.evaluate(async () => {
    const [a, b] = ['a', 'b'].map((id) => document.getElementById(id));
    a.readonly = true;
    a.ruleSet = 'mof-2020';
    b.value = a.value;
    const { evaluation } = a;
    a.remove();
    await new Promise((done) => setTimeout(done));
    document.body.append(a);
    const late = document.createElement('juesuan-form');
    late.value = { unit: '后来的' };
    document.body.append(late);
    const ready = await late.ready.then(() => 'ready', (error) => error.message);
    return { evaluation, b: b.value.execution.actual, a: a.value.execution.actual, late: late.value, ready, said: late.shadowRoot.querySelectorAll('.crashed').length };
  });
  assert.deepEqual(after, { evaluation: undefined, b: '1234', a: '1234', late: { unit: '后来的' }, ready: '表格遇到意外错误，已停止。请重新载入所在页面后继续。', said: 1 });
  await cell(page, 'a', 'execution.actual').click();
  await page.keyboard.type('5');
  for (const host of ['a', 'b']) await eventually(() => page.locator(`#${host}`).locator('.crashed').count(), 1);
  assert.ok(seen.errors.length > 0);
}));
