// Everything that ships, in every browser: what works where. The tables of docs/browsers are written from what is
// found here: UPDATE_DOCS=1 writes them, otherwise they have to be what was found.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { serve } from '../../scripts/serve.mjs';
import { BROWSERS, hands, until } from './support/browsers.mjs';
import { docx, pdf, xlsx } from './support/documents.mjs';
import { bare, pagesOf } from './support/pdf.mjs';
import { STRICT, STRICT_83, pageOf, portal } from './support/portal.mjs';
import { assertClean, isOwn, withWhatWasSeen } from './support/seen.mjs';
import { dist, oneFile, stored } from './support/site.mjs';

// ---- reasons, in both languages

const NO_SERVICE_WORKER = {
  en: 'What is open goes on without a network; to load it again the server is needed. The one file needs none.',
  zh: '已经打开的网页断网后照常使用；重新载入需要服务器。单文件版不需要。',
};
const IN_THE_PAGE = {
  en: 'In the page itself, in small pieces: no worker could be started.',
  zh: '在网页里分段进行：后台线程没有启动。',
};
const UNSAFE_EVAL = {
  en: "Served with `'unsafe-eval'` added to `script-src`: it does not know `'wasm-unsafe-eval'`.",
  zh: "网站的策略在 `script-src` 里加了 `'unsafe-eval'`：它不认识 `'wasm-unsafe-eval'`。",
};
const OF_THE_PORTAL = {
  en: 'The portal keeps what is typed, and knows it through `value` and its events.',
  zh: '填写的内容由门户通过 `value` 和事件取得、保存。',
};
const PAGE_OF_THE_PORTAL = {
  en: 'What is open goes on; whether its page loads without a network is the portal\'s matter.',
  zh: '已经打开的表断网后照常使用；门户的页面能否离线载入由门户决定。',
};

// ---- what ships

const EXAMPLE = new URL('../../static/example.juesuan.json', import.meta.url);

// Under the strictest policy under which all of it works: the page vouches for its own scripts.
const policy = (old) => (old ? STRICT_83 : STRICT).replace("trusted-types 'none'", 'trusted-types juesuan');

/**
 * `start(browser)` gives the address, and `stop` that ends what serves it; `note(browser)` is what is to be said of a
 * row. `host` is the element of the page in which it stands; `lacks` says of a feature why it is none of this artefact's.
 */
const ARTEFACTS = [
  {
    name: { en: 'the site, over http', zh: '网站（http）' },
    async start({ old }) {
      const server = await serve({ root: dist, headers: { 'content-security-policy': policy(old) } });
      return { url: server.url, stop: () => server.close() };
    },
    note: ({ old }) => old && UNSAFE_EVAL,
  },
  {
    name: { en: 'the one file, from file://', zh: '单文件版（file://）' },
    start: () => ({ url: oneFile(), stop: () => {} }),
  },
  {
    name: { en: '`<juesuan-form>`, in a portal', zh: '`<juesuan-form>`（门户内）' },
    host: 'juesuan-form',
    async start({ old }) {
      const js = `import './juesuan/juesuan-form.js';
fetch('./example.json').then((answer) => answer.json()).then(({ forms }) => { document.querySelector('juesuan-form').value = forms[0]; });`;
      // A shadow root cannot choose the paper.
      const css = '@page { size: A4; margin: 11mm 12mm 10mm; } body { margin: 0; }';
      const served = await portal({ ...pageOf('<juesuan-form></juesuan-form>', { css, js }), 'example.json': await readFile(EXAMPLE, 'utf8') }, { policy: policy(old) });
      return { url: served.url, stop: () => served.close() };
    },
    note: ({ old }) => old && UNSAFE_EVAL,
    lacks: Object.fromEntries(['autosave', 'reload', 'save file', 'open file', 'consolidate'].map((feature) => [feature, OF_THE_PORTAL])),
  },
];

// ---- what each has to do

const cell = (path) => `[id="f0.${path}"]`;
const form = (unit, actual) => ({
  kind: 'overall', unit, filledOn: '2021-05-20', execution: { budget: '10', actual },
  goals: [{ indicators: [{ category: '产出指标', dimension: '数量指标', name: '培训', weight: '80', target: '≥100人次', actual: '100人次' }] }],
});
const DOCUMENTS = [
  ['说明.docx', docx(['收入决算1,552.63万元'], [['项目', '决算数'], ['合计', '1,552.63']]), '收入决算1,552.63万元'],
  ['决算表.xlsx', xlsx('收入决算表', [['项目', '决算数'], ['合计', '1,552.63']]), '1,552.63'],
  ['report.pdf', pdf([['Income 1,552.63'], ['Spending 1,552.16']]), 'Spending 1,552.16'],
];
const file = (forms) => JSON.stringify({ format: 2, ruleSet: 'wuhan-2020', forms });

/** A fresh start. */
async function start({ page, on, url }) {
  await page.goto(url);
  await on.see('.start');
}
async function example(at) {
  if (at.embedded) {
    await at.page.goto(at.url);
    await at.on.see('table.foot');
    return;
  }
  await start(at);
  await at.on.press('button', '载入示例');
  await at.on.see('table.foot');
}
const savedWith = ({ page, on }, text) => until(`“${text}” is kept`, async () =>
  (await on.all('.nav footer', '已自动保存')).length > 0
  && (await stored(page)).some((entry) => entry.text.includes(text)));

async function printedAlone(at) {
  await at.on.press('header.top button', '打印');
  await until('the page asks to be printed', () => at.page.evaluate(() => window.printed));
  const pages = await pagesOf(await at.page.pdf());
  const text = bare(pages.map((one) => one.text).join(''));
  assert.equal(pages.length, 1);
  for (const figure of ['1,374.33', '97.1%', '2021-05-20']) assert.ok(text.includes(figure), `${figure} is on paper`);
}

/** Each does its work and throws where something is amiss; it may return `{ note }` or `{ no }`, a reason. */
const FEATURES = [
  {
    name: { en: 'open', zh: '打开' },
    async run(at) {
      await example(at);
      assert.equal((await at.on.all(cell('total')))[0].text, '95');
    },
  },
  {
    name: { en: 'type', zh: '填写' },
    async run(at) {
      await example(at);
      await at.on.see('table.form.head td.computed', '100.0%');
      await at.on.type(cell('execution.actual'), '776.315');
      await at.on.see('table.form.head td.computed', '50.0%');
      const wraps = cell('goals[0].indicators[1].actual');
      await at.on.type(wraps, '约600人次，含网络培训和上门培训');
      await until('the row is as high as its text', () => at.on.fits(wraps));
    },
  },
  {
    name: { en: 'validate', zh: '核对' },
    async run(at) {
      await example(at);
      await at.on.type(cell('execution.actual'), '12a');
      await at.on.see('.finding .message', '执行数“12a”不是数字');
      await at.on.type(cell('execution.actual'), '1500');
      await until('the finding is gone', async () => (await at.on.all('.finding .message', '不是数字')).length === 0);
    },
  },
  {
    name: { en: 'autosave', zh: '自动保存' },
    async run(at) {
      await example(at);
      await at.on.type(cell('deviation'), '自动保存的文字');
      await savedWith(at, '自动保存的文字');
    },
  },
  {
    name: { en: 'reload', zh: '重新载入' },
    async run(at) {
      await example(at);
      await at.on.type(cell('deviation'), '重新载入之前');
      await savedWith(at, '重新载入之前');
      await at.page.reload();
      // What changed last stands first.
      await at.on.press('.entry', '武汉市人力资源和社会保障局汉阳社会保险管理处');
      await until('the value is back', async () => (await at.on.value(cell('deviation'))) === '重新载入之前');
    },
  },
  {
    name: { en: 'save file', zh: '保存文件' },
    async run(at) {
      await example(at);
      await at.on.type(cell('execution.actual'), '12a');
      // The dialog of the File System Access interface cannot be driven; without it files are downloaded.
      await at.page.evaluate(() => { delete window.showSaveFilePicker; });
      await at.on.press('header.top button', '保存文件');
      const saved = await until('the file is on disk', async () => {
        // Until it is whole it has another name, or is there in part only.
        for (const name of (await readdir(at.folder)).filter((one) => one.endsWith('.juesuan.json'))) {
          const content = await readFile(join(at.folder, name), 'utf8').catch(() => '');
          try { return { name, workbook: JSON.parse(content) }; } catch { /* not yet */ }
        }
        return null;
      });
      assert.equal(saved.name, '2020-武汉市人力资源和社会保障局汉阳社会保险管理处.juesuan.json');
      assert.equal(saved.workbook.forms[0].execution.actual, '12a');
    },
  },
  {
    name: { en: 'open file', zh: '打开文件' },
    async run(at) {
      await start(at);
      const path = join(at.disk, '打开.juesuan.json');
      await writeFile(path, file([form('从文件来的单位', '9')]));
      await at.on.choose('header.top input[type=file]', path);
      await at.on.see('table.foot');
      assert.equal(await at.on.value(cell('unit')), '从文件来的单位');
      assert.equal(await at.on.value(cell('execution.actual')), '9');
    },
  },
  {
    name: { en: 'print', zh: '打印' },
    async run(at) {
      await example(at);
      await at.page.evaluate(() => { window.print = () => { window.printed = true; }; });
      if (at.embedded) return printedAlone(at);
      await at.on.press('header.top button', '打印全部');
      // Its errors are named first.
      await at.on.press('#before button', '仍然继续');
      await until('the page asks to be printed', () => at.page.evaluate(() => window.printed));
      // As the dialog would: the tables, the text and three forms.
      await until('all of it is there', async () => (await at.on.all('.sheet')).length === 13);
      const pages = await pagesOf(await at.page.pdf());
      assert.ok(pages.length > 3, `${pages.length} pages`);
      const text = bare(pages.map((one) => one.text).join(''));
      // Figures of tables, text and forms: Firefox does not name every Chinese character in a PDF.
      for (const figure of ['2080109', '1,236.3', '102.3%', '1,374.33']) assert.ok(text.includes(figure), `${figure} is on paper`);
    },
  },
  {
    name: { en: 'consolidate', zh: '汇总' },
    async run(at) {
      await start(at);
      // Counts only what a worker answers: one that could not start leaves the work to the page.
      await at.page.evaluate(() => {
        const { Worker } = window;
        window.worked = false;
        window.Worker = class extends Worker {
          constructor(...given) {
            super(...given);
            this.addEventListener('message', ({ data }) => { window.worked = window.worked || (Array.isArray(data) && data.length > 1); });
          }
        };
      });
      await at.on.press('.nav button', '多单位汇总');
      await at.on.drop('.drop', ['8', '9', '10'].map((actual) => ({ name: `${actual}.juesuan.json`, text: file([form(`中心${actual}`, actual)]) })));
      await at.on.see('.parts h2', '3 张表');
      const parts = await at.on.all('.parts tbody tr');
      assert.equal(parts.length, 3);
      for (const unit of ['中心8', '中心9', '中心10']) assert.ok(parts.some(({ text }) => text.includes(unit)), unit);
      assert.deepEqual((await at.on.all('.figures dd')).slice(0, 2).map(({ text }) => text), ['30', '27']);
      return (await at.page.evaluate(() => window.worked)) ? undefined : { note: IN_THE_PAGE };
    },
  },
  {
    // A module of its own in a worker of its own: it answers, breaks down and hangs without harm to the page.
    name: { en: 'modules', zh: '模块' },
    async run(at) {
      await example(at);
      const ask = (what, patience) => at.page.evaluate(async ({ json, ms }) => {
        const { src } = document.querySelector('script[type=module]') || {};
        const program = document.querySelector('juesuan-form') ? new URL('juesuan/program/juesuan.js', document.baseURI).href
          : src && /'(\.\/juesuan-[^']*\.js)'/.exec(await (await fetch(src)).text())[1].replace('./', new URL('./', src).href);
        const { askEcho } = program ? await import(program) : wasm_bindgen; // eslint-disable-line no-undef
        return askEcho(json, ms).catch((failure) => `failed: ${failure}`);
      }, { json: JSON.stringify(what), ms: patience });
      const said = await ask({ say: '回声 <b>&amp;' }, 30_000);
      assert.equal(said, '回声 <b>&amp;');
      assert.equal(await ask('break', 30_000), 'failed: Broke');
      assert.equal(await ask('hang', 500), 'failed: Hung');
      assert.equal(await ask({ say: '再来' }, 30_000), '再来');
      await at.on.type(cell('execution.actual'), '776.315');
      await at.on.see('table.form.head td.computed', '50.0%');
    },
  },
  {
    name: { en: 'documents', zh: '文档' },
    async run(at) {
      await example(at);
      const files = DOCUMENTS.map(([name, bytes, text]) => ({ name, base64: bytes.toString('base64'), text }));
      for (const { name, base64, text } of files) {
        if (at.embedded) {
          await at.page.evaluate(({ name, base64 }) => document.querySelector('juesuan-form').load(Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)), name), { name, base64 });
        } else {
          await at.on.drop('table.foot, .document', [{ name, base64 }]);
        }
        await at.on.see('.document-head h1', name);
        await at.on.see('.document-text', text);
      }
      // The form is there as before.
      for (const _ of files) await at.on.press('.document-head button, .document-tools button', '关闭文档');
      await at.on.see('table.foot');
    },
  },
  {
    // The last: there is no network any more.
    name: { en: 'offline', zh: '离线' },
    async run(at) {
      await example(at);
      const offers = at.served && !at.embedded && await hasServiceWorker();
      if (offers) {
        await until('the service worker is in charge', () => at.page.evaluate(async () => {
          const registration = await navigator.serviceWorker.getRegistration();
          return Boolean(navigator.serviceWorker.controller) && registration?.active?.state === 'activated';
        }));
      }
      await at.unplug();
      await at.stop();
      await at.on.type(cell('execution.actual'), '776.315');
      await at.on.see('table.form.head td.computed', '50.0%');
      if (at.embedded) return { note: PAGE_OF_THE_PORTAL };
      await at.on.type(cell('deviation'), '没有网络');
      await savedWith(at, '没有网络');
      if (at.served && !offers) return { no: NO_SERVICE_WORKER };
      await at.page.reload();
      await at.on.see('.start');
      await at.on.press('button', '载入示例');
      await at.on.see(cell('total'), '95');
      return undefined;
    },
  },
];

/** Whether the site registers one, by what it is made of. */
async function hasServiceWorker() {
  for (const name of await readdir(dist)) {
    if (/\.(m?js|wasm)$/.test(name) && (await readFile(join(dist, name))).includes('serviceWorker')) return true;
  }
  return false;
}

// ---- all of it

const rows = [];

for (const artefact of ARTEFACTS) {
  for (const browser of BROWSERS) {
    const row = { artefact, browser, found: new Map() };
    rows.push(row);
    test(`${artefact.name.en}, in ${browser.name.en}`, async (t) => {
      const disk = await mkdtemp(join(tmpdir(), 'juesuan-matrix-'));
      const folder = await mkdtemp(join(disk, 'downloads-'));
      const { url, stop } = await artefact.start(browser);
      let opened;
      try {
        opened = await browser.open(url, folder);
        const { seen } = opened;
        const at = { ...opened, url, stop, disk, folder, served: url.startsWith('http'), embedded: Boolean(artefact.host), on: hands(opened, artefact.host) };
        for (const feature of FEATURES) {
          const none = artefact.lacks?.[feature.name.en];
          await t.test(feature.name.en, { skip: none && none.en }, async () => {
            try {
              row.found.set(feature, (await feature.run(at)) ?? {});
            } catch (error) {
              throw withWhatWasSeen(error, seen);
            }
          });
          if (none) row.found.set(feature, { no: none });
          // Without a network failed requests are what is to be expected.
          if (feature === FEATURES.at(-2)) await t.test('nothing to complain of', () => assertClean(seen, { allow: browser.quirks }));
        }
        await t.test('nothing asked of anybody else', () => assert.deepEqual(seen.requests.filter((asked) => !isOwn(asked, url)), []));
      } finally {
        await opened?.close();
        await stop();
        await rm(disk, { recursive: true, force: true, maxRetries: 5 });
      }
    });
  }
}

// ---- the tables

const BEGIN = '<!-- browsers:begin -->\n';
const END = '<!-- browsers:end -->';
const WORDS = {
  en: { no: 'no', number: (numbers) => ` (${numbers.join(', ')})` },
  zh: { no: '否', number: (numbers) => `（${numbers.join('、')}）` },
};

/** What was found, in one language, with the reasons numbered below. */
function table(language) {
  const { no, number } = WORDS[language];
  const reasons = [];
  const numbered = (...given) => {
    const numbers = given.filter(Boolean).map((reason) => (reasons.includes(reason) ? reasons.indexOf(reason) + 1 : reasons.push(reason)));
    return numbers.length ? number(numbers) : '';
  };
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const lines = rows.map(({ artefact, browser, found }) => line([
    artefact.name[language],
    browser.name[language] + numbered(artefact.note?.(browser)),
    ...FEATURES.map((feature) => {
      const { note, no: why } = found.get(feature);
      return why ? no + numbered(why) : `✓${numbered(note)}`;
    }),
  ]));
  return [
    line(['', '', ...FEATURES.map(({ name }) => name[language])]),
    line(['---', '---', ...FEATURES.map(() => '---')]),
    ...lines,
    '',
    ...reasons.map((reason, i) => `${i + 1}. ${reason[language]}`),
    '',
  ].join('\n');
}

test('the documents say what was found', async (t) => {
  const failed = rows.flatMap(({ artefact, browser, found }) => FEATURES
    .filter((feature) => !found.has(feature))
    .map((feature) => `${artefact.name.en}, in ${browser.name.en}: ${feature.name.en}`));
  assert.deepEqual(failed, [], 'a table is made only of what is known');
  for (const [name, language] of [['docs/browsers.md', 'en'], ['docs/browsers.zh-CN.md', 'zh']]) {
    await t.test(name, async () => {
      const path = join(dist, '..', name);
      const text = await readFile(path, 'utf8');
      const [begin, end] = [text.indexOf(BEGIN) + BEGIN.length, text.indexOf(END)];
      assert.ok(begin >= BEGIN.length && end >= begin, `${name} has a place for it`);
      if (process.env.UPDATE_DOCS === '1') await writeFile(path, text.slice(0, begin) + table(language) + text.slice(end));
      else assert.equal(text.slice(begin, end), table(language), 'UPDATE_DOCS=1 writes it anew');
    });
  }
});
