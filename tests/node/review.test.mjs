// Published disclosures from scripts: checkDisclosure of dist/embed/juesuan.js, its types, and what it says of what is no paper.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const embed = join(root, 'dist/embed');
const fixtures = join(root, 'crates/documents/tests');
const { checkDisclosure, initSync } = await import(join(embed, 'juesuan.js'));
initSync({ module: await readFile(join(embed, 'juesuan_bg.wasm')) });
const documents = await import(join(embed, 'juesuan-documents.js'));
documents.initSync({ module: await readFile(join(embed, 'juesuan-documents_bg.wasm')) });

const text = `云山市水务局2024年度部门决算

第三部分 2024年度部门决算情况说明
一、收入决算情况说明
云山市水务局2024年度收入合计9,759.38万元，其中：财政拨款收入9,746.50万元，占99.86%；其他收入12.88万元，占0.13%。
`;

test('a text with a fault', () => {
  const { about, tables, forms, statements, findings, coverage } = checkDisclosure(text);
  assert.deepEqual(about, { unit: '云山市水务局', year: 2024, kind: 'finalAccounts' });
  assert.deepEqual([tables, forms], [[], []]);
  const share = statements.find(({ claimed }) => claimed === '99.86%');
  assert.deepEqual([share.kind, share.computed, share.verdict, share.working], ['share', '99.87%', 'wrong', '9,746.50 ÷ 9,759.38 = 99.8680…%']);
  assert.deepEqual(findings.map(({ code, severity, path, quote, cause, remedy }) => [code, severity, path, quote, cause, remedy]), [
    ['figure-wrong', 'error', '', '99.86%', '末位直接舍去，没有四舍五入', '改为 99.87%'],
  ]);
  const line = text.split('\n')[4];
  const { block, start, end } = findings[0].place;
  assert.equal(block, 3);
  assert.equal(line.slice(start, end), '99.86%', 'places count as texts of JavaScript do');
  assert.ok(coverage.checked > 0 && coverage.checked <= coverage.figures);
});

test('what every example of the documentation says', async () => {
  const page = await readFile(join(root, 'docs/disclosures.md'), 'utf8');
  const examples = [...page.matchAll(/```text code=(\S+)[^\n]*\n([^]*?)```/g)];
  assert.ok(examples.length > 20);
  for (const [, code, example] of examples) {
    const [now, last] = example.split('\n----\n');
    const { findings } = checkDisclosure(now, last ? { lastYear: documents.readDocument(new TextEncoder().encode(last)) } : {});
    const { message, place } = findings.find((finding) => finding.code === code) ?? assert.fail(code);
    assert.match(message, /。$|[：:]$/, code);
    assert.equal(typeof place.block, 'number', code);
  }
});

test('papers that readDocument makes, of several kinds of files', async () => {
  for (const [file, check] of [
    ['docx/whole.docx', ({ about, tables }) => {
      assert.deepEqual(about, { unit: '某某市规划局', year: 2024, kind: 'finalAccounts' });
      assert.equal(tables[0].amounts, 4);
    }],
    ['documents/pdf/spreadsheet-ruled.pdf', ({ tables: [table] }, paper) => {
      assert.equal(table.title, '支出决算表');
      assert.equal(table.unit, '万元');
      assert.equal(table.place.page, 1);
      assert.deepEqual(table.place, paper.blocks[table.place.block].place);
    }],
    ['documents/sheets/accounts.xlsx', ({ tables }) => assert.ok(tables.length > 0)],
    ['documents/sheets/site.html', () => {}],
  ]) {
    const paper = documents.readDocument(await readFile(join(fixtures, file)), file);
    const before = structuredClone(paper);
    const review = checkDisclosure(paper);
    check(review, paper);
    assert.deepEqual(paper, before, 'a paper stays as it was');
    assert.deepEqual(checkDisclosure(paper), review);
    for (const { place } of [...review.statements, ...review.findings]) assert.ok(place.block < paper.blocks.length, file);
  }
});

test('a paper made by hand: places and blocks may say anything, what counts is the order', () => {
  const place = { block: 99, start: 7 };
  const review = checkDisclosure({
    kind: 'text', notes: [],
    blocks: [{ type: 'pageBreak', place }, { type: 'paragraph', text: text.split('\n')[4], place }],
  });
  assert.deepEqual(review.findings.map(({ quote, place: { block } }) => [quote, block]), [['99.86%', 1]]);
  for (const blocks of [
    [],
    [{ type: 'table', rows: [], place }],
    [{ type: 'table', rows: [[{ text: '合计', row: 2 ** 31, column: 2 ** 31, place }]], place }],
    [{ type: 'paragraph', text: 'a\ud83d', place }],
  ]) assert.deepEqual(checkDisclosure({ blocks }).findings, []);
});

test('options', () => {
  const review = checkDisclosure(text);
  const lastYear = { kind: 'text', blocks: [], notes: [] };
  for (const options of [undefined, null, {}, { lastYear: undefined, ruleSet: null }, { lastYear }, { lastYear: { forms: [] } }, { ruleSet: 'wuhan-2020' }]) {
    assert.deepEqual(checkDisclosure(text, options), review);
  }
});

test('last year: a paper, or a workbook', async () => {
  const of = (year, sentence) => `云山市水务局${year}年度部门决算\n\n第三部分 决算情况说明\n一、机关运行经费\n${sentence}\n`;
  const now = of(2024, '机关运行经费支出142.80万元，比上年下降8.65%。');
  const rate = (options) => checkDisclosure(now, options).statements.find(({ claimed }) => claimed === '8.65%').verdict;
  const paper = (text) => documents.readDocument(new TextEncoder().encode(text));
  assert.deepEqual(
    [undefined, { lastYear: paper(of(2023, '机关运行经费支出156.32万元。')) }, { lastYear: paper(of(2023, '机关运行经费支出150.00万元。')) }].map(rate),
    ['unknown', 'agrees', 'doubtful'],
  );
  const example = JSON.parse(await readFile(join(root, 'static/example.juesuan.json'), 'utf8'));
  assert.equal(rate({ lastYear: example }), 'unknown', 'of another unit');
});

test('what is no paper throws one sentence that names the argument, and the next call works', () => {
  const circle = { blocks: [] };
  circle.self = circle;
  const deep = (levels) => (levels ? [deep(levels - 1)] : []);
  const place = { block: 0 };
  const cell = { text: '1', row: 0, column: 0, place };
  for (const [call, message] of [
    [() => checkDisclosure(), /^参数 paper：“undefined”不符合格式/],
    [() => checkDisclosure(7), /^参数 paper：“7”不符合格式/],
    [() => checkDisclosure([]), /^参数 paper：“\[\]”不符合格式/],
    [() => checkDisclosure({}), /^参数 paper：“\{\}”不符合格式/],
    [() => checkDisclosure(new Uint8Array(3)), /^参数 paper：“\[object Uint8Array\]”不符合格式/],
    [() => checkDisclosure({ blocks: 'x' }), /^参数 paper：/],
    [() => checkDisclosure({ blocks: [7] }), /^参数 paper：.*不符合格式/],
    [() => checkDisclosure({ blocks: [{ type: 'poem', place }] }), /^参数 paper：.*不符合格式/],
    [() => checkDisclosure({ blocks: [{ type: 'paragraph', text: 7, place }] }), /^参数 paper：.*不符合格式/],
    [() => checkDisclosure({ blocks: [{ type: 'table', rows: [[{ ...cell, row: -1 }]], place }] }), /^参数 paper：.*不符合格式/],
    [() => checkDisclosure({ blocks: [{ type: 'table', rows: [[{ ...cell, column: 0.5 }]], place }] }), /^参数 paper：.*不符合格式/],
    [() => checkDisclosure({ blocks: [{ type: 'table', rows: [[{ ...cell, rows: 1e6, columns: 1e6 }]], place }] }), /^参数 paper：太大：表格最多 4000000 格。$/],
    [() => checkDisclosure({ blocks: Array(200_001).fill({ type: 'pageBreak', place }) }), /^参数 paper：太大：最多 200000 段。$/],
    [() => checkDisclosure('字'.repeat(50_001)), /^参数 paper：有一段太长：一段最多 50000 字。$/],
    [() => checkDisclosure(`${'字'.repeat(89)}。\n\n`.repeat(23_000)), /^参数 paper：.*太长：最多 2000000 字。$/],
    [() => checkDisclosure('字'.repeat(5_000_000)), /^参数 paper：“字+…”太长：最多 2000000 字。$/],
    [() => checkDisclosure(circle), /^参数 paper：.*不能转换为 JSON/],
    [() => checkDisclosure({ blocks: deep(5000) }), /^参数 paper：/],
    [() => checkDisclosure({ get blocks() { throw new Error('mine'); } }), /^参数 paper：/],
    [() => checkDisclosure('x', 'y'), /^参数 options：“y”不符合格式，应为一个对象。$/],
    [() => checkDisclosure('x', { lastYear: '去年' }), /^参数 options\.lastYear：“去年”不符合格式/],
    [() => checkDisclosure('x', { lastYear: { blocks: [7] } }), /^参数 options\.lastYear：/],
    [() => checkDisclosure('x', { lastYear: { forms: 7 } }), /^参数 options\.lastYear：/],
    [() => checkDisclosure('x', { ruleSet: 7 }), /^参数 options\.ruleSet：“7”不符合格式/],
    [() => checkDisclosure('x', { ruleSet: 'none' }), /^参数 options\.ruleSet：没有代号为“none”的评分规则。$/],
    [() => checkDisclosure('x', { get ruleSet() { throw new Error('mine'); } }), /^参数 options：/],
  ]) {
    assert.throws(call, (error) => error instanceof Error && message.test(error.message) || assert.fail(error.message));
    assert.deepEqual(checkDisclosure('').findings, []);
  }
});

test('types: a paper of the one module goes into the other', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'juesuan-review-'));
  try {
    await writeFile(join(folder, 'use.ts'), `
      import { readDocument } from '${join(embed, 'juesuan-documents.js')}';
      import { checkDisclosure } from '${join(embed, 'juesuan.js')}';
      import type { About, CheckOptions, Finding, FoundForm, FoundTable, Paper, Place, Review, ReviewFinding, Statement, Workbook } from '${join(embed, 'juesuan.js')}';
      const read = readDocument(new Uint8Array(), 'a.pdf');
      const paper: Paper = read;
      const workbook: Workbook = { forms: [] };
      const options: CheckOptions = { lastYear: read, ruleSet: 'wuhan-2020' };
      const review: Review = checkDisclosure(paper, options);
      const others: Review[] = [checkDisclosure('text'), checkDisclosure(read, { lastYear: workbook })];
      const about: About = review.about;
      const unit: string | undefined = about.unit, year: number | undefined = about.year;
      const kind: 'finalAccounts' | 'budget' | 'selfEvaluation' | 'unknown' = about.kind;
      const tables: FoundTable[] = review.tables, forms: FoundForm[] = review.forms;
      const no: number | undefined = tables[0].no;
      const score: string[] = forms.map(({ evaluation }) => evaluation.total);
      const statements: Statement[] = review.statements;
      const verdict: 'agrees' | 'rounding' | 'wrong' | 'doubtful' | 'unknown' = statements[0].verdict;
      const what: 'amount' | 'change' | 'growth' | 'share' | 'completion' | 'comparison' | 'sum' | 'count' | 'score' | 'year' | 'name' = statements[0].kind;
      const computed: string | undefined = statements[0].computed;
      const finding: ReviewFinding = review.findings[0];
      const plain: Finding = finding;
      const also: Place[] | undefined = finding.also;
      const cause: string | undefined = finding.cause, quote: string = finding.quote;
      const page: number | undefined = finding.place.page, box: [number, number, number, number] | undefined = finding.place.box;
      const checked: number = review.coverage.checked;
      void [others, unit, year, kind, no, score, verdict, what, computed, plain.message, also, cause, quote, page, box, checked];
      // @ts-expect-error bytes are read first
      checkDisclosure(new Uint8Array());
      // @ts-expect-error no such option
      checkDisclosure('text', { year: 2024 });
    `);
    await promisify(execFile)(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '--noEmit', '--strict', '--target', 'es2022', '--module', 'nodenext', '--lib', 'es2022,dom', join(folder, 'use.ts')])
      .catch((error) => assert.fail(error.stdout));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
