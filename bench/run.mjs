// Measures what the README promises, each beside a peer or an aim, in one run: `make bench`.
//   node bench/run.mjs [scoring] [keys] [opening] [sizes]
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { launchToday } from '../tests/browser/support/chromium.mjs';
import { makeForms, toApiForm } from './forms.mjs';
import { UNPACED, keyToPaint, openToUsable, slowed } from './page.mjs';
import * as decimalJs from './peers/decimal-js.mjs';
import * as floats from './peers/floats.mjs';
import * as hyperFormula from './peers/hyperformula.mjs';
import { sizes, table, time } from './report.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../..');
const dist = join(root, 'dist');
const parts = join(root, 'target/wasm/parts');
const oneFile = pathToFileURL(join(dist, 'juesuan.html')).href;
const ms = (value) => value.toFixed(value < 100 ? 1 : 0);

async function scoring() {
  const api = await import(join(parts, 'bench/juesuan.js'));
  api.initSync({ module: await readFile(join(parts, 'bench/juesuan_bg.wasm')) });
  const forms = makeForms(10_000, 10);
  const apiForms = forms.map((form) => toApiForm(form));
  const plain = new api.Forms(JSON.stringify(forms.map(({ execution, indicators }) => ({ execution, goals: [{ indicators }] }))));
  const full = new api.Forms(JSON.stringify(apiForms));

  // A benchmark of different answers would measure nothing.
  const exact = decimalJs.scoreForms(forms);
  const same = (totals) => totals.filter((total, i) => Number(total) === Number(exact[i])).length;
  const lines = (text) => text.trim().split('\n');
  for (const totals of [lines(plain.core()), lines(full.full()), apiForms.map((form) => api.evaluate(form).total)]) {
    assert.equal(same(totals), forms.length, 'our totals are those of decimal.js');
  }

  const rows = [];
  const measure = async (what, fn, right) => rows.push({ what, ms: (await time(fn)).median, right });
  await measure('decimal.js, bare loop', () => decimalJs.scoreForms(forms), forms.length);
  await measure('HyperFormula, build and calculate', () => hyperFormula.scoreForms(forms), same(hyperFormula.scoreForms(forms)));
  await measure('floats, bare loop', () => floats.scoreForms(forms), same(floats.scoreForms(forms)));
  await measure('juesuan, bare loop', () => plain.core(), forms.length);
  await measure('juesuan, with workings and findings', () => full.full(), forms.length);
  await measure('juesuan, the same through the JavaScript interface', () => apiForms.map((form) => api.evaluate(form)), forms.length);
  const [{ ms: peer }] = rows;
  table('Scoring 10,000 forms of 10 indicators from their texts (Node, wasm)', rows.map((row) => ({
    what: row.what,
    ms: ms(row.ms),
    'times as quick as decimal.js': (peer / row.ms).toFixed(2),
    'totals exact': row.right.toLocaleString('en'),
  })));
}

/** A workbook with one form of 500 indicators, in which every key typed into one cell changes the total. */
function longWorkbook() {
  const form = toApiForm(makeForms(1, 500)[0]);
  const row = form.goals[1].indicators[100];
  Object.assign(row, { weight: '10', target: '≤1', actual: '7', direction: 'lower' });
  return JSON.stringify({ format: 1, year: '2020', forms: [form] });
}

async function keys() {
  const rows = [];
  for (const [pace, args] of [['60 frames a second', []], ['as many frames as it can', UNPACED]]) {
    const browser = await launchToday({ args });
    try {
      for (const slow of [1, 4]) {
        const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
        const page = await context.newPage();
        await page.goto(oneFile);
        await page.locator('header.top input[type=file]').setInputFiles({ name: 'long.juesuan.json', mimeType: 'application/json', buffer: Buffer.from(longWorkbook()) });
        await page.locator('table.foot').waitFor();
        await page.waitForTimeout(1000);
        if (slow !== 1) await slowed(page, slow);
        const { presses, answered, work, painted } = await keyToPaint(
          page,
          '[id="f0.goals[1].indicators[100].actual"]',
          Array(15).fill('1234'),
          { answer: '[id="f0.total"]' },
        );
        assert.equal(answered, presses, 'every key press was answered');
        rows.push({
          frames: pace,
          processor: slow === 1 ? 'plain' : `slowed ${slow} times`,
          presses,
          'work, median': ms(work.median),
          'work, 95%': ms(work.p95),
          'to painted, median': ms(painted.median),
          'to painted, 95%': ms(painted.p95),
        });
        await context.close();
      }
    } finally {
      await browser.close();
    }
  }
  table('Key press to painted answer with 500 indicators, ms (aim: below 16.7 plain)', rows);
}

async function opening() {
  const browser = await launchToday();
  try {
    const rows = [];
    for (const slow of [1, 4]) {
      const { median, p95 } = await openToUsable(browser, oneFile, () => document.querySelector('.start') !== null, { slow });
      rows.push({ processor: slow === 1 ? 'plain' : `slowed ${slow} times`, median: ms(median), '95%': ms(p95) });
    }
    table('Opening the one file from file:// until usable, ms (aim: below 300 plain)', rows);
  } finally {
    await browser.close();
  }
}

async function size() {
  const files = readdirSync(dist);
  const of = async (what, names) => {
    const all = await sizes(names.map((name) => join(dist, name)));
    const sum = (key) => all.reduce((total, one) => total + one[key], 0);
    return { what, raw: sum('raw'), brotli: sum('brotli') };
  };
  const end = (...ends) => files.filter((name) => ends.some((tail) => name.endsWith(tail)));
  const rows = [
    await of('wasm', end('.wasm')),
    await of('JavaScript and CSS', end('.js', '.css')),
    await of('all of the page (aim: below 200 kB)', end('.wasm', '.js', '.css', 'index.html')),
    await of('the one file', ['juesuan.html']),
    await of('module for scripts: wasm', ['embed/juesuan_bg.wasm']),
    await of('module for scripts: JavaScript', ['embed/juesuan.js']),
  ];
  const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
  table('Sizes', rows.map(({ what, raw, brotli }) => ({ what, raw: kB(raw), brotli: kB(brotli) })));
}

const all = { scoring, keys, opening, sizes: size };
const wanted = process.argv.slice(2).length ? process.argv.slice(2) : Object.keys(all);
console.log(`${cpus().length} × ${cpus()[0].model}, Node ${process.version}`);
for (const name of wanted) await all[name]();
