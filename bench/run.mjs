// Measures what the README promises, each beside a peer or an aim, in one run: `make bench`.
//   node bench/run.mjs [scoring] [consolidation] [reading] [writing] [judging] [keys] [opening] [elements] [sizes]
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { readFileSync, readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { serve } from '../scripts/serve.mjs';
import { launchToday } from '../tests/browser/support/chromium.mjs';
import { pageOf, portal } from '../tests/browser/support/portal.mjs';
import { makeForms, toApiForm } from './forms.mjs';
import { measureMany, measureReview } from './judging.mjs';
import { UNPACED, keyToPaint, openToUsable, slowed } from './page.mjs';
import * as decimalJs from './peers/decimal-js.mjs';
import * as floats from './peers/floats.mjs';
import * as hyperFormula from './peers/hyperformula.mjs';
import { measureReading } from './reading.mjs';
import { median, sizes, table, time } from './report.mjs';
import { measureWriting } from './writing.mjs';

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

/** The files of 10,000 units, as their workbooks are saved. */
const unitFiles = () => makeForms(10_000, 10).map((form, i) => {
  const one = toApiForm(form, `第${i + 1}中心`);
  return JSON.stringify({ format: 2, year: '2020', ruleSet: 'wuhan-2020', forms: [one] });
});

async function consolidation() {
  const bench = join(parts, 'bench/juesuan.js');
  const module = await readFile(join(parts, 'bench/juesuan_bg.wasm'));
  const texts = unitFiles();
  const files = texts.map((text) => new TextEncoder().encode(text));
  // Memory only grows: an instance of its own shows what this takes.
  const fresh = await import(`${bench}?consolidation`);
  const { memory } = fresh.initSync({ module });
  let outcome;
  const whole = () => {
    const gathered = new fresh.Files();
    files.forEach((bytes, i) => gathered.add(`${i}.juesuan.json`, bytes));
    outcome = JSON.parse(gathered.outcome());
    gathered.free();
  };
  const ours = await time(whole);
  const theirs = await time(() => decimalJs.consolidateFiles(texts));
  const sums = decimalJs.consolidateFiles(texts);
  assert.equal(outcome.parts.length, 10_000);
  for (const [text, sum] of [[outcome.form.execution.budget, sums.budget], [outcome.form.execution.actual, sums.actual]]) {
    assert.equal(text.replaceAll(',', ''), sum, 'our sums are those of decimal.js');
  }
  table('Consolidating 10,000 files of 10 indicators, from their bytes (Node, wasm; aim: below 2 s and 300 MB)', [
    { what: 'decimal.js: sums and weighted means only', ms: ms(theirs.median), 'wasm memory': '' },
    { what: 'juesuan: also every part scored and checked, outliers, workings', ms: ms(ours.median), 'wasm memory': `${Math.round(memory.buffer.byteLength / 1e6)} MB` },
  ]);

  const browser = await launchToday();
  try {
    const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage();
    await page.goto(oneFile);
    await page.locator('.nav').getByRole('button', { name: '多单位汇总' }).click();
    const rows = [];
    for (let run = 0; run < 3; run += 1) {
      rows.push(await page.evaluate(async (contents) => {
        const data = new DataTransfer();
        contents.forEach((text, i) => data.items.add(new File([text], `${i}.juesuan.json`)));
        const frames = [];
        let last = performance.now();
        let beating = true;
        const beat = () => {
          const now = performance.now();
          frames.push(now - last);
          last = now;
          if (beating) requestAnimationFrame(beat);
        };
        await new Promise((done) => setTimeout(done, 500));
        last = performance.now();
        requestAnimationFrame(beat);
        const start = performance.now();
        document.querySelector('.drop').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
        await new Promise((done) => {
          const look = () => (document.querySelector('.under-way') === null && document.querySelector('.parts') ? done() : setTimeout(look, 5));
          setTimeout(look, 50);
        });
        const taken = performance.now() - start;
        beating = false;
        return { ms: taken, longest: Math.max(...frames) };
      }, texts));
    }
    table('The same dropped on the page as 10,000 files, until the result is painted (in its worker)', [{
      'median, ms': ms(median(rows.map((row) => row.ms))),
      'longest time without a frame, ms': ms(median(rows.map((row) => row.longest))),
    }]);
  } finally {
    await browser.close();
  }
}

async function reading() {
  const browser = await launchToday();
  try {
    const rows = await measureReading({ embed: join(dist, 'embed'), browser, page: oneFile, tables: tablesWorkbook() });
    table('Reading documents, ms (Node; juesuan in wasm; text and tables as far as each gives them)', rows.map(({ file, reader, first, median: typical, characters, cells }) => ({
      file, reader, 'the first time': ms(first), median: ms(typical), characters, cells,
    })));
  } finally {
    await browser.close();
  }
}

async function writing() {
  const rows = await measureWriting(join(dist, 'embed'));
  table('Writing the example as it is published, ms (Node; juesuan in wasm; from the same paper)', rows.map(({ kind, writer, first, median: typical, bytes }) => ({
    file: kind, writer, 'the first time': ms(first), median: ms(typical), kB: (bytes / 1000).toFixed(1),
  })));
}

async function judging() {
  const embed = join(dist, 'embed');
  const browser = await launchToday();
  try {
    const review = await measureReview({ embed, browser, page: oneFile, tables: tablesWorkbook() });
    table('A review from the bytes of a file to its findings, ms (Node, wasm; aim: below 1 s)', [
      { file: review.what, 'the first time': ms(review.first), median: ms(review.median), figures: review.figures, checked: review.checked, findings: review.findings },
    ]);
  } finally {
    await browser.close();
  }
  const MB = (bytes) => `${Math.round(bytes / 1e6)} MB`;
  table('Word and Excel documents reviewed one after another by one instance (Node, wasm; aim: 1,000 in two minutes)', (await measureMany(embed, [200, 1000])).map((row) => ({
    documents: row.documents, s: (row.ms / 1000).toFixed(1), 'ms each': ms(row.each), findings: row.findings, 'memory of the reader': MB(row.memory), 'memory of the process': MB(row.resident),
  })));
}

/** A workbook with one form of so many indicators, in which every key typed into one cell of `row` changes the total. */
function formWorkbook(count, at) {
  const form = toApiForm(makeForms(1, count)[0]);
  const row = form.goals[1].indicators[at];
  Object.assign(row, { weight: '10', target: '≤1', actual: '7', direction: 'lower' });
  return JSON.stringify({ format: 1, year: '2020', forms: [form] });
}

/** The example with tables 02, 03 and 05 of 300 rows, all of them there, in whose 05 every key changes totals, text and findings. */
function tablesWorkbook() {
  const workbook = JSON.parse(readFileSync(new URL('../static/example.juesuan.json', import.meta.url), 'utf8'));
  const subjects = readFileSync(new URL('../layouts/functional-2020.tsv', import.meta.url), 'utf8').trim().split('\n').map((line) => line.split('\t'));
  const lines = subjects.slice(0, 300);
  // A line with lines below it is their sum. The last ones may be cut off, and then their heading has the amounts itself.
  const isSum = ([code], at) => lines[at + 1]?.[0].startsWith(code);
  const rows = (columns) => lines.map(([code, name], at) => (
    isSum([code], at) ? { code, name } : { code, name, ...Object.fromEntries(columns.map((column, i) => [column, String(10 + i)])) }));
  const { tables } = workbook.accounts;
  tables['02'] = { complete: true, lines: rows(['fiscal', 'fromAbove', 'service', 'business', 'fromSubordinates', 'other']) };
  tables['03'] = { complete: true, lines: rows(['basic', 'project', 'toAbove', 'business', 'toSubordinates']) };
  tables['05'] = { complete: true, rows: { total: { last: '1,544.93' } }, lines: rows(['basic', 'project', 'budget']) };
  return JSON.stringify(workbook);
}

/** Where a key is pressed and what answers it. */
const PRESSED = [
  ...[[60, 10, 33], [500, 100, 50]].map(([count, at, slow]) => ({
    what: `with ${count} indicators`,
    aim: `below 16.7 plain, ${slow} slowed`,
    workbook: () => formWorkbook(count, at),
    go: async () => {},
    cell: `[id="f0.goals[1].indicators[${at}].actual"]`,
    answer: '[id="f0.total"]',
  })),
  {
    what: 'in table 05, with tables of 300 rows: totals, findings and text',
    aim: 'below 16.7 plain',
    workbook: tablesWorkbook,
    go: async (page) => {
      await page.locator('.nav-item', { hasText: '决算表' }).click();
      await page.locator('.tab', { hasText: '公开05' }).click();
      await page.locator('.written').waitFor();
    },
    cell: '[id="accounts.05[4].basic"]',
    answer: '.written',
  },
];

async function keys() {
  for (const pressed of PRESSED) await keysIn(pressed);
}

async function keysIn({ what, aim, workbook, go, cell, answer }) {
  const rows = [];
  for (const [pace, args] of [['60 frames a second', []], ['as many frames as it can', UNPACED]]) {
    const browser = await launchToday({ args });
    try {
      for (const slow of [1, 4]) {
        const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
        const page = await context.newPage();
        await page.goto(oneFile);
        await page.locator('header.top input[type=file]').setInputFiles({ name: 'long.juesuan.json', mimeType: 'application/json', buffer: Buffer.from(workbook()) });
        await page.locator('table.foot').waitFor();
        await go(page);
        await page.waitForTimeout(1000);
        if (slow !== 1) await slowed(page, slow);
        const { presses, answered, work, painted } = await keyToPaint(
          page,
          cell,
          Array(30).fill('1234'),
          { answer },
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
  table(`Key press to painted answer ${what}, ms (aim: ${aim})`, rows);
}

async function opening() {
  const browser = await launchToday();
  const server = await serve({ root: dist });
  try {
    const rows = [];
    for (const [artefact, url] of [['the one file, from file://', oneFile], ['the site, over http', server.url]]) {
      for (const slow of [1, 4]) {
        const { median, p95 } = await openToUsable(browser, url, () => document.querySelector('.start') !== null, { slow });
        rows.push({ artefact, processor: slow === 1 ? 'plain' : `slowed ${slow} times`, median: ms(median), '95%': ms(p95) });
      }
    }
    table('Opening until usable, ms (aim: below 300 plain)', rows);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** The custom element on a plain page: from the import to the first form's use, then nine more, one after the other. */
async function elements() {
  const js = `const start = performance.now();
import('./juesuan/juesuan-form.js').then(async () => {
  const taken = [];
  let since = start;
  for (let i = 0; i < 10; i += 1) {
    const form = document.createElement('juesuan-form');
    document.body.append(form);
    await form.ready;
    // Usable is what is drawn: its field is there and takes the focus.
    while (!form.shadowRoot.querySelector('[id="f0.execution.budget"]')) await new Promise((done) => setTimeout(done));
    form.shadowRoot.querySelector('[id="f0.execution.budget"]').focus();
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const now = performance.now();
    taken.push(now - since);
    since = now;
  }
  window.taken = taken;
});`;
  const served = await portal(pageOf('', { js }));
  const browser = await launchToday();
  try {
    const rows = [];
    for (let run = 0; run < 9; run += 1) {
      const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
      const page = await context.newPage();
      await page.goto(served.url);
      await page.waitForFunction(() => window.taken);
      rows.push(await page.evaluate(() => window.taken));
      await context.close();
    }
    const more = rows.flatMap((row) => row.slice(1));
    table('<juesuan-form> on a plain page, from import until usable and painted, ms (aim: first below 300, each further one below 50)', [
      { form: 'the first', median: ms(median(rows.map(([first]) => first))), most: ms(Math.max(...rows.map(([first]) => first))) },
      { form: 'each of nine more', median: ms(median(more)), most: ms(Math.max(...more)) },
    ]);
  } finally {
    await browser.close();
    await served.close();
  }
}

async function size() {
  const files = readdirSync(dist);
  const of = async (what, names) => {
    const all = await sizes(names.map((name) => join(dist, name)));
    const sum = (key) => all.reduce((total, one) => total + one[key], 0);
    return { what, raw: sum('raw'), brotli: sum('brotli') };
  };
  const named = (...patterns) => files.filter((name) => patterns.some((pattern) => pattern.test(name)));
  const page = [/^juesuan-.*_bg\.wasm$/];
  const rest = [/^juesuan-rest-.*\.wasm$/];
  const around = [/^(juesuan|early|start)-.*\.js$/, /^sw\.js$/, /\.css$/];
  const rows = [
    await of('the page: wasm that opens it', named(...page)),
    await of('the page: the rest of the wasm', named(...rest)),
    await of('the page: JavaScript (the service worker\'s too) and CSS', named(...around)),
    await of('all of the page', named(...page, ...rest, ...around, /^index\.html$/)),
    await of('the one file', ['juesuan.html']),
    await of('module for scripts: wasm', ['embed/juesuan_bg.wasm']),
    await of('module for scripts: JavaScript', ['embed/juesuan.js']),
    await of('reader of documents: wasm', ['embed/juesuan-documents_bg.wasm']),
    await of('reader of documents: JavaScript', ['embed/juesuan-documents.js']),
    await of('custom element: wasm', ['embed/program/juesuan_bg.wasm', 'embed/program/juesuan_rest.wasm']),
    await of('custom element: JavaScript and style', ['embed/juesuan-form.js', 'embed/program/juesuan.js', 'embed/program/style.js']),
  ];
  const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
  table('Sizes', rows.map(({ what, raw, brotli }) => ({ what, raw: kB(raw), brotli: kB(brotli) })));
}

const all = { scoring, consolidation, reading, writing, judging, keys, opening, elements, sizes: size };
const wanted = process.argv.slice(2).length ? process.argv.slice(2) : Object.keys(all);
console.log(`${cpus().length} × ${cpus()[0].model}, Node ${process.version}`);
for (const name of wanted) await all[name]();
