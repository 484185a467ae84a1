// The publication of a workbook from scripts: publish of dist/embed/juesuan.js, whole and in parts.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const embed = join(root, 'dist/embed');
const { checkDisclosure, initSync, publish } = await import(join(embed, 'juesuan.js'));
initSync({ module: await readFile(join(embed, 'juesuan_bg.wasm')) });
const example = JSON.parse(await readFile(join(root, 'static/example.juesuan.json'), 'utf8'));

const sheets = (paper) => (paper.looks ?? []).flatMap(({ sheet }) => sheet ?? []);

test('the whole, which is right when it is read again', () => {
  const before = structuredClone(example);
  const paper = publish(example);
  assert.deepEqual(example, before, 'a workbook stays as it was');
  assert.equal(paper.name, '武汉市人力资源和社会保障局汉阳社会保险管理处2020年度单位决算');
  assert.equal(paper.kind, 'docx');
  assert.equal(sheets(paper).length, 13);
  assert.equal(paper.blocks.filter(({ type }) => type === 'picture').length, 4);
  const total = paper.looks.flatMap(({ cells = [] }) => cells).find(({ formula }) => formula);
  assert.match(total.formula, /^SUM\(\[\d+,\d+\]:\[\d+,\d+\]\)$/);
  assert.deepEqual(publish(example, {}), paper);
  assert.deepEqual(publish(example, { parts: [] }), paper);
  const { findings, about } = checkDisclosure(paper);
  assert.deepEqual(about, { unit: '武汉市人力资源和社会保障局汉阳社会保险管理处', year: 2020, kind: 'finalAccounts' });
  // The faults that the example's form is there to show, and no other.
  const of = new Set(['总分', '参保对象满意率', '宣传资料发放量', '编外人员收入同比增幅']);
  const others = findings.filter(({ severity, message }) => severity !== 'notice' && ![...of].some((name) => message.includes(name)));
  assert.deepEqual(others, []);
});

test('parts of it', () => {
  for (const [parts, expected] of [
    [['05'], ['公开05 一般公共预算财政拨款支出决算表']],
    [['公开05', 'forms[1]'], ['公开05 一般公共预算财政拨款支出决算表', '自评表2 合同人员经费']],
    [['text'], []],
    [['重点工作'], ['重点工作完成情况']],
  ]) assert.deepEqual(sheets(publish(example, { parts })), expected, parts.join());
});

test('what is missing is said', () => {
  const texts = publish({ forms: [] }).blocks.flatMap(({ text, rows = [] }) => [text, ...rows.flat().map((cell) => cell.text)]);
  assert.ok(texts.filter((text) => text === '【待填】').length > 100);
});

test('parts that are none are named', () => {
  for (const [options, message] of [
    [7, '参数 options：“7”不符合格式，应为一个对象。'],
    [[], '参数 options：“[]”不符合格式，应为一个对象。'],
    [{ parts: '05' }, '参数 options.parts：“05”不符合格式，应为一个数组。'],
    [{ parts: [5] }, '参数 options.parts[0]：“5”不符合格式，应为一个部分的名称。'],
    [{ parts: ['05', 'x'] }, '参数 options.parts[1]：“x”不是任何一部分的名称。'],
    [{ parts: ['10'] }, '参数 options.parts[0]：“10”不是任何一部分的名称。'],
    [{ parts: ['forms[9]'] }, '参数 options.parts[0]：“forms[9]”在工作簿里没有。'],
    [{ get parts() { throw new Error('no'); } }, /^参数 options：“.*”的 parts 读不出来。$/],
    [{ parts: new Array(50_001) }, '参数 options.parts：“Array(50001)”太长：最多 50000 项。'],
  ]) assert.throws(() => publish(example, options), { message });
});
