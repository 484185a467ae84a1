// Many forms brought together: in a worker where there can be one, in the page where a policy forbids it.
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import { serve } from '../../scripts/serve.mjs';
import { assertClean, eventually, launchToday, screenshot, withPage } from './support/chromium.mjs';
import { artefacts, cell, saved } from './support/site.mjs';

let browser;
let sites;
let vouching;
before(async () => {
  browser = await launchToday();
  sites = await artefacts();
  // A portal that allows the page to vouch for its worker.
  const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; require-trusted-types-for 'script'; trusted-types juesuan";
  const root = resolve(fileURLToPath(import.meta.url), '../../../dist');
  vouching = await serve({ root, headers: { 'content-security-policy': policy } });
});
after(async () => {
  await browser?.close();
  await vouching?.close();
  await Promise.all(sites?.map((site) => site.close()) ?? []);
});

const form = (unit, { spent = '10', target = '≥100人次', actual = '100人次', rate = '90%', kind = 'overall', name = '' } = {}) => ({
  kind, unit, name, filledOn: '2021-05-20',
  execution: { budget: '10', actual: spent },
  goals: [{ indicators: [
    { category: '产出指标', dimension: '数量指标', name: '培训', weight: '60', target, actual },
    { category: '满意度指标', dimension: '服务对象满意度指标', name: '满意率', weight: '20', target: '≥90%', actual: rate },
  ] }],
});
const file = (name, forms) => ({ name, mimeType: 'application/json', buffer: Buffer.from(typeof forms === 'string' ? forms : JSON.stringify({ format: 2, ruleSet: 'wuhan-2020', forms })) });
const open = (page) => page.locator('.nav').getByRole('button', { name: '多单位汇总' }).click();
const choose = (page, files) => page.locator('.drop input[type=file]').first().setInputFiles(files);
const figure = (page, label) => page.locator('.figures div', { hasText: label }).locator('dd');
const workers = (page) => { const seen = []; page.on('worker', (worker) => seen.push(worker.url())); return seen; };

const FILES = [
  ...Array.from({ length: 9 }, (_, i) => file(`甲${i}.juesuan.json`, [form(`第${i + 1}中心`, { spent: '9' })])),
  file('乙.juesuan.json', [form('第十中心', { spent: '4', actual: '10人次', rate: '50%' }), form('第十中心', { kind: 'project', name: '培训费' })]),
  file('单表.json', JSON.stringify({ ...form('第十一中心'), ruleSet: 'wuhan-2020' })),
  file('别的.json', '{"name":"package"}'),
  file('坏的.juesuan.json', '{"format": 2, "forms": ['),
];

async function consolidate(page, name) {
  await open(page);
  await screenshot(page, `consolidation-empty-${name}`);
  await choose(page, FILES);
  await page.locator('.consolidated').waitFor();
  assert.match(await page.locator('.failed').innerText(), /13 个文件中有 2 个没有读成[^]*别的\.json[^]*不是自评表[^]*坏的\.juesuan\.json[^]*已损坏或不完整/);
  await eventually(() => figure(page, '预算数').innerText(), '110');
  await eventually(() => figure(page, '执行数').innerText(), '95');
  assert.match(await page.locator('.parts h2').innerText(), /11 张表/);
  const outlier = page.locator('tr.outlier');
  await eventually(() => outlier.count(), 1);
  assert.match(await outlier.innerText(), /第十中心[^]*总分 [\d.]+，明显低于多数[^]*执行率 40%，明显低于多数/);
  await screenshot(page, `consolidation-${name}`);
  await page.getByLabel(/只看明显不同的（1 个）/).check();
  await eventually(() => page.locator('.parts tbody tr').count(), 1);
  // Another of the choices.
  const choice = page.getByLabel('汇总', { exact: true });
  await choice.focus();
  await page.evaluate(() => {
    window.gone = 0;
    new MutationObserver(() => { window.gone += document.querySelector('.consolidated') ? 0 : 1; })
      .observe(document.querySelector('.consolidation'), { childList: true, subtree: true });
  });
  for (const [label, heading] of [['项目：培训费（1 张）', '各单位（1 张表）'], ['整体自评表（11 张）', '各单位（11 张表）']]) {
    await choice.selectOption({ label });
    await page.locator('.parts h2').getByText(heading, { exact: true }).waitFor();
    await page.locator('.consolidated .primary:enabled').waitFor();
  }
  assert.equal(await page.evaluate(() => window.gone), 0, 'what is shown stays until the other is there');
  assert.ok(await choice.evaluate((select) => select === document.activeElement), 'and the choice keeps the focus');
  await page.getByRole('button', { name: '打开汇总表' }).click();
  await page.locator('table.foot').waitFor();
  await eventually(() => cell(page, 'goals[0].indicators[0].actual').inputValue(), '1,010人次');
  await eventually(() => cell(page, 'goals[0].indicators[1].actual').inputValue(), '88.315789%');
  await saved(page);
}

test('the one file, in a worker out of itself', () => withPage({ browser, url: sites[1].url }, async ({ page, seen }) => {
  const started = workers(page);
  await consolidate(page, 'file');
  assert.match(started.join(), /^blob:/);
  assertClean(seen);
}));

test('a worker that breaks down: a sentence, and the next one works', () => withPage({ browser, url: sites[1].url }, async ({ page, seen }) => {
  await page.evaluate(() => {
    const { Worker } = window;
    window.Worker = class extends Worker { constructor(...args) { super(...args); window.worker = this; } };
  });
  await open(page);
  await choose(page, FILES);
  await page.locator('.consolidated').waitFor();
  await page.evaluate(() => window.worker.dispatchEvent(new Event('error')));
  await page.getByText('汇总中途停止，可能是文件太多、内存不够。请关闭一些页面，或分几批汇总。').waitFor();
  await eventually(() => page.locator('.consolidated').count(), 0);
  await choose(page, FILES.slice(0, 2));
  await page.locator('.parts h2').getByText('各单位（2 张表）', { exact: true }).waitFor();
  assertClean(seen);
}));

test('the site, in a worker that the policy lets it vouch for', () => withPage({ browser, url: vouching.url }, async ({ page, seen }) => {
  const started = workers(page);
  await consolidate(page, 'vouched');
  assert.match(started.join(), /\/start-[0-9a-f]+\.js$/);
  assertClean(seen);
}));

test('the site, where the policy allows nobody to vouch: in the page itself', () => withPage({ browser, url: sites[0].url }, async ({ page, seen }) => {
  const started = workers(page);
  await consolidate(page, 'strict');
  assert.deepEqual(started, []);
  // Nothing that the policy refuses is so much as tried.
  assertClean(seen);
}));

test('many files: progress, a page that answers, and cancel', () => withPage({ browser, url: sites[1].url }, async ({ page, seen }) => {
  await open(page);
  const one = JSON.stringify({ format: 2, ruleSet: 'wuhan-2020', forms: [form('中心')] });
  // Dropped, as from a folder; real files, made in the page.
  const drop = (count) => page.evaluate(({ one, count }) => {
    const data = new DataTransfer();
    for (let i = 0; i < count; i += 1) data.items.add(new File([one.replace('中心', `第${i}中心`)], `${i}.juesuan.json`));
    window.longest = 0;
    let last = performance.now();
    const beat = () => { const now = performance.now(); window.longest = Math.max(window.longest, now - last); last = now; window.beating = requestAnimationFrame(beat); };
    requestAnimationFrame(beat);
    document.querySelector('.drop').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, { one, count });
  await drop(3000);
  await page.locator('.under-way').waitFor();
  await page.getByRole('button', { name: '取消' }).click();
  await page.locator('.under-way').waitFor({ state: 'detached' });
  await page.waitForTimeout(200);
  await eventually(() => page.locator('.consolidated').count(), 0, 'cancelled is cancelled');
  // Of several begun in one breath the last one counts.
  for (const count of [5, 7]) {
    // So few files are done soon: the button is pressed as soon as it is there.
    await page.evaluate(() => {
      window.cancelled = new Promise((done) => {
        new MutationObserver((_, watch) => {
          const button = document.querySelector('.under-way button');
          if (!button) return;
          watch.disconnect();
          button.click();
          done();
        }).observe(document.querySelector('.consolidation'), { childList: true, subtree: true });
      });
    });
    await drop(count);
    await page.evaluate(() => window.cancelled);
  }
  await drop(3000);
  await page.locator('.parts h2', { hasText: '3000 张表' }).waitFor({ timeout: 60_000 });
  await eventually(() => page.locator('.parts tbody tr').count(), 100, 'not all at once');
  assertClean(seen);
}));
