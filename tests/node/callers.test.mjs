// The module dist/embed/ in the hands of callers that give it anything: each argument is named and
// quoted, and nothing is left behind, however often it goes wrong.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const embed = join(root, 'dist/embed');
const module = await readFile(join(embed, 'juesuan_bg.wasm'));

let made = 0;
/** The module once more, apart from all others. */
async function fresh() {
  const api = await import(`${join(embed, 'juesuan.js')}?apart=${(made += 1)}`);
  return { api, wasm: api.initSync({ module }) };
}
const { api, wasm } = await fresh();

const nested = (depth, wrap) => {
  let value = 1;
  for (let i = 0; i < depth; i += 1) value = wrap(value);
  return value;
};
const cyclic = {};
cyclic.self = cyclic;
const cyclicList = [];
cyclicList.push(cyclicList);
const throwing = (error) => () => { throw error; };
const revoked = (target) => {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
};
/** A proxy of which nothing can be asked. */
const closed = (target) => new Proxy(target, new Proxy({}, { get: throwing(new Error('no')) }));

// What can be given instead of anything: its name, the value, and how it is quoted.
const ANYTHING = [
  ['null', null, 'null'],
  ['undefined', undefined, 'undefined'],
  ['true', true, 'true'],
  ['false', false, 'false'],
  ['NaN', NaN, 'NaN'],
  ['Infinity', Infinity, 'Infinity'],
  ['-Infinity', -Infinity, '-Infinity'],
  ['a big integer', 12n, '12'],
  ['a symbol', Symbol('s'), 'Symbol(s)'],
  ['a function', () => 1, '[object Function]'],
  ['a date', new Date(0), '[object Date]'],
  ['an invalid date', new Date(NaN), '[object Date]'],
  ['a map', new Map([[1, 2]]), '[object Map]'],
  ['a set', new Set([1]), '[object Set]'],
  ['a regular expression', /x/, '[object RegExp]'],
  ['an error', new Error('x'), '[object Error]'],
  ['a promise', Promise.resolve(1), '[object Promise]'],
  ['bytes', new Uint8Array(3), '[object Uint8Array]'],
  ['a million bytes', new Uint8Array(1e6), '[object Uint8Array]'],
  ['a boxed number', new Number(5), '[object Number]'],
  ['a boxed text', new String('5'), '[object String]'],
  ['a list in itself', cyclicList, '[object]'],
  ['a deep list', nested(100_000, (inner) => [inner]), '[object]'],
  ['a list that cannot be asked', closed([]), '[object]'],
  ['a list that was revoked', revoked([]), '[object]'],
  ['a list of 2^32 − 1', new Array(2 ** 32 - 1), 'Array(4294967295)'],
  ['a list whose items throw', Object.defineProperty([1], 0, { get: throwing(new Error('no')) }), '[object]'],
  ['an object that cannot be asked', closed({}), '[object]'],
  ['an object that was revoked', revoked({}), '[object]'],
  ['an object whose kind throws', { get [Symbol.toStringTag]() { throw new Error('no'); } }, '[object]'],
  ['an object whose kind is long', { [Symbol.toStringTag]: 'x'.repeat(1e6) }, `[object ${'x'.repeat(72)}…`],
];
// No figures, but objects; some of them no form either, and then quoted so.
const OBJECTS = [
  ['an object in itself', cyclic],
  ['a deep object', nested(100_000, (inner) => ({ inner }))],
  ['an object with a big integer', { unit: 12n }],
  ['an object that throws', { get unit() { throw new Error('no'); } }],
  ['an object that throws itself', Object.defineProperty({}, 'unit', { enumerable: true, get() { throw this; } })],
  ['an object that throws nothing', { get unit() { throw undefined; } }],
  ['an object whose JSON throws', { toJSON: throwing(new Error('no')) }],
  ['an object whose JSON is nothing', { toJSON: () => undefined }],
  ['an object whose JSON is a symbol', { toJSON: () => Symbol('s') }],
  ['an object with a huge list', { goals: closed([]) }],
].map(([name, value]) => [name, value, '[object]']);
const TEXTS = [
  ['a text', 'x', 'x'],
  ['a long text', '长'.repeat(1e6), `${'长'.repeat(80)}…`],
  ['a text of several lines', 'a\nb\u0000c', 'a b c'],
  ['characters of two units', '😀'.repeat(100), `${'😀'.repeat(80)}…`],
  ['half a character', '\ud800', '\ufffd'],
  ['an empty text', '', ''],
];
const LISTS = [
  ['an empty list', [], '[]'],
  ['a list of texts', ['1', '2'], '["1","2"]'],
  ['a sparse list', new Array(3), '[null,null,null]'],
  ['a list of lists', [[]], '[[]]'],
];

// Every argument that is a figure: its name, and a call with it.
const FIGURES = [
  ...['completionRate', 'executionRate'].flatMap((name) => [
    [`${name} actual`, 'actual', (value) => api[name](value, 1)],
    [`${name} budget`, 'budget', (value) => api[name](1, value)],
  ]),
  ['share part', 'part', (value) => api.share(value, 1)],
  ['share whole', 'whole', (value) => api.share(1, value)],
  ['growth current', 'current', (value) => api.growth(value, 1)],
  ['growth previous', 'previous', (value) => api.growth(1, value)],
  ['weightedMean value', 'pairs[1][0]', (value) => api.weightedMean([[1, 1], [value, 1]])],
  ['weightedMean weight', 'pairs[0][1]', (value) => api.weightedMean([[1, value]])],
];
const PLACES = [
  ['completionRate places', 'places', (value) => api.completionRate(1, 1, value)],
  ['executionRate places', 'places', (value) => api.executionRate(1, 1, value)],
  ['share places', 'places', (value) => api.share(1, 1, value)],
  ['growth places', 'places', (value) => api.growth(1, 1, value)],
];
const FORMS = [
  ['evaluate form', 'form', (value) => api.evaluate(value)],
  ['evaluate ruleSet', 'ruleSet', (value) => api.evaluate({}, value)],
  ['assess workbook', 'workbook', (value) => api.assess(value)],
  ['publish workbook', 'workbook', (value) => api.publish(value)],
];
const MANY = [
  ['consolidate forms', 'forms', (value) => api.consolidate(value)],
  ['weightedMean pairs', 'pairs', (value) => api.weightedMean(value)],
];

/** What a call threw: an Error with a sentence of some length. */
function thrown(call, label) {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof Error && error.constructor === Error, `${label}: ${String(error?.name)}`);
    assert.ok(error.message.length < 300, `${label}: ${error.message.length}`);
    assert.ok(error.message.endsWith('。'), `${label}: ${error.message}`);
    return error.message;
  }
  return assert.fail(`${label}: not thrown`);
}

const skipped = (kinds, ...names) => kinds.filter(([name]) => !names.includes(name));

test('whatever is given, the error names the argument and quotes it', () => {
  const nothing = ['null', 'undefined'];
  for (const [calls, kinds] of [
    [FIGURES, [...ANYTHING, ...OBJECTS, ...LISTS, ['a long text', '1'.repeat(201), `${'1'.repeat(80)}…`]]],
    [PLACES, [...skipped(ANYTHING, ...nothing), ...OBJECTS, ...LISTS, ...TEXTS, ['a text of a number', '2', '2'], ['below 0', -1, '-1'],
      ['between', 1.5, '1.5'], ['too many', 9, '9'], ['far too many', 1e9, '1000000000'], ['a tenth too much', 8.1, '8.1']]],
    [FORMS.filter(([, name]) => name !== 'ruleSet'), [...ANYTHING, ...OBJECTS, ...LISTS, ...TEXTS, ['a number', 7, '7']]],
    [FORMS.filter(([, name]) => name === 'ruleSet'), [...skipped(ANYTHING, ...nothing), ...OBJECTS, ...LISTS, ...TEXTS, ['a number', 7, '7']]],
    [MANY, [...skipped(ANYTHING, 'a list in itself', 'a deep list', 'a list whose items throw'), ...OBJECTS, ...TEXTS, ['a number', 7, '7']]],
  ]) {
    for (const [label, name, call] of calls) {
      for (const [kind, value, quote] of kinds) {
        const message = thrown(() => call(value), `${label}, ${kind}`);
        assert.ok(message.startsWith(`参数 ${name}：“${quote}”`), `${label}, ${kind}: ${message}`);
      }
    }
  }
});

test('figures that are none are quoted as they stand', () => {
  for (const [value, said] of [
    ['x', '“x”不是数字'], ['', '没有填写'], [1e30, '太大'], [5e-324, '小数位太多'], [-1e18, '太大'], ['1e400', '“1e400”'],
    ['1'.repeat(200), '太大'], [`${'9'.repeat(18)}.${'9'.repeat(11)}`, '小数位太多'], ['\ud800', '“\ufffd”'],
  ]) {
    for (const [label, name, call] of FIGURES) {
      const message = thrown(() => call(value), `${label}, ${value}`);
      assert.ok(message.startsWith(`参数 ${name}：`) && message.includes(said), message);
    }
  }
  // Zero has no sign, and the last allowed figures are taken.
  assert.equal(api.share(-0, 1).display, '0.0%');
  assert.equal(api.growth(-0, 1).change, '-1');
  assert.equal(api.share('999999999999999999', '999999999999999999.9999999999').display, '100.0%');
  assert.equal(api.share(` ${' '.repeat(190)}1`, 2, null).display, '50.0%');
  assert.equal(api.share(1, 3, 8).display, '33.33333333%');
  assert.equal(api.share(1, 3, -0).display, '33%');
});

test('lists of pairs and of forms are bounded, and their items are named', () => {
  for (const [call, said] of [
    [() => api.weightedMean([[1]]), '参数 pairs[0]：“[1]”应为 [值, 权重]。'],
    [() => api.weightedMean([[1, 1], [1, 2, 3]]), '参数 pairs[1]：“[1,2,3]”应为 [值, 权重]。'],
    [() => api.weightedMean([[1, 1], '12']), '参数 pairs[1]：“12”应为 [值, 权重]。'],
    [() => api.weightedMean([new Array(2 ** 32 - 1)]), '参数 pairs[0]：“Array(4294967295)”应为 [值, 权重]。'],
    [() => api.weightedMean([cyclicList]), '参数 pairs[0]：“[object]”应为 [值, 权重]。'],
    [() => api.weightedMean({ length: 2 ** 32 - 1 }), '参数 pairs：“{"length":4294967295}”应为 [值, 权重] 的数组。'],
    [() => api.weightedMean(new Array(100_001)), '参数 pairs：“Array(100001)”太长：最多 100000 组。'],
    [() => api.weightedMean(Object.defineProperty([[1, 1]], 0, { get: throwing(new Error('no')) })), '参数 pairs[0]：“undefined”应为 [值, 权重]。'],
    [() => api.consolidate(new Array(2 ** 32 - 1)), '参数 forms：“Array(4294967295)”太长：最多 50000 张表。'],
    [() => api.consolidate([]), '参数 forms：“[]”至少应有一张表。'],
    [() => api.consolidate([1n]), '参数 forms：“[object]”不能转换为 JSON。'],
  ]) assert.equal(thrown(call, said), said);
  assert.equal(api.weightedMean([]).status, 'notApplicable');
});

test('lists are no objects, wherever an object belongs', () => {
  const form = (value) => api.evaluate(value);
  for (const [name, call] of [
    ['form', () => form([])], ['form', () => form([['overall']])], ['form', () => form({ goals: [[]] })],
    ['form', () => form({ goals: [{ indicators: [[]] }] })], ['form', () => form({ execution: [] })], ['form', () => form({ execution: ['1', '1'] })],
    ['form', () => form({ remarks: [[]] })],
    ['forms', () => api.consolidate([[]])], ['forms', () => api.consolidate([{}, ['overall']])],
    ['workbook', () => api.assess([])], ['workbook', () => api.assess({ forms: [[]] })], ['workbook', () => api.assess({ accounts: [] })],
    ['workbook', () => api.assess({ settings: [] })], ['workbook', () => api.assess({ ruleSets: [[]] })],
    ['workbook', () => api.assess({ accounts: { tables: { '01': [] } } })], ['workbook', () => api.assess({ accounts: { work: [[]] } })],
    ['ruleSet', () => api.evaluate({}, [])],
  ]) assert.match(thrown(call, `${name}: ${call}`), new RegExp(`^参数 ${name}：“.*”不符合格式`));
});

test('rules that cannot be used are told of', () => {
  const [wuhan] = api.ruleSets();
  for (const [change, said] of [
    [{ executionPoints: '-32' }, /^参数 ruleSet：预算执行 -32 分/],
    [{ executionPoints: '200' }, /^参数 ruleSet：预算执行 200 分/],
    [{ indicatorPoints: '-80' }, /^参数 ruleSet：/],
    [{ bandsFrom: { met: '60', partly: '80' } }, /^参数 ruleSet：定性档次的下限/],
    [{ scorePlaces: 9 }, /^参数 ruleSet：scorePlaces 应为/],
    [{ grades: [{ name: '优', from: '101' }] }, /^参数 ruleSet：等级“优”/],
    [{ deadline: 'x'.repeat(1e6) }, /^参数 ruleSet：截止日期“x+”不是日期/],
    [{ id: 'X'.repeat(1e6) }, /^参数 ruleSet：代号 id“X+”不合规定/],
    [{ executionPoints: '1e400' }, /^参数 ruleSet：“.*”不符合格式/],
  ]) assert.match(thrown(() => api.evaluate({ execution: { budget: '2', actual: '1' } }, { ...wuhan, ...change }), String(said)), said);
  // Other points than those of the place are a script's own matter.
  assert.equal(api.evaluate({ execution: { budget: '2', actual: '1' } }, { ...wuhan, executionPoints: '30' }).execution.score.score, '15');
});

test('what stands in a form may be anything that JSON holds', () => {
  for (const [what, form] of [
    ['half a character', { unit: '\ud800', name: 'a\udc00b\\ud800', deviation: '😀\ud83d' }],
    ['half a character as a key', { '\ud800': 1 }],
    ['control characters', { unit: '\u0000\u0001\u2028' }],
    ['no numbers', { execution: { budget: NaN, actual: -Infinity } }],
    ['numbers at the ends', { execution: { budget: 1e308, actual: 5e-324, rate: -0 } }],
    ['keys nobody knows', { __proto__: null, constructor: 1, toString: 2, hasOwnProperty: 3 }],
    ['an object of no class', Object.assign(Object.create(null), { unit: '某局' })],
    ['an object of a class', new (class Form { unit = '某局'; })()],
    ['an object that gives its JSON', { toJSON: () => ({ unit: '某局' }) }],
    ['undefined and functions', { unit: undefined, name() {} }],
    ['a megabyte', { deviation: '因'.repeat(1e6) }],
  ]) assert.ok(Array.isArray(api.evaluate(form).findings), what);
  // As deep as a text can be that nobody reads; and no deeper.
  assert.ok(api.evaluate({ other: nested(120, (inner) => [inner]) }));
  assert.match(thrown(() => api.evaluate({ unit: 'x'.repeat(21 << 20) }), 'too large'), /^参数 form：“.*…”太大：最多 20 MB。$/);
  assert.match(thrown(() => api.evaluate({ kind: 'x'.repeat(1e6) }), 'kind'), /^参数 form：“\{"kind":"x+…”不符合格式（unknown variant `x+…）。$/);
});

test('a hundred thousand bad calls leave nothing behind', () => {
  // 2^32 − 1 of anything is slow to count, not to refuse; a million deep takes its time to be given up.
  const kinds = skipped([...ANYTHING, ...OBJECTS, ...LISTS, ...TEXTS], 'a deep list', 'a deep object', 'a long text');
  const deep = [nested(20_000, (inner) => [inner]), nested(20_000, (inner) => ({ inner }))];
  const calls = [...FIGURES, ...PLACES, ...FORMS, ...MANY].map(([, , call]) => call);
  const stack = () => wasm.__wbindgen_add_to_stack_pointer(0);
  const goodOnes = () => [
    api.evaluate({ goals: Array.from({ length: 100 }, () => ({ indicators: Array.from({ length: 20 }, () => ({ name: '数', weight: '1', target: '≥1', actual: '1' })) })) }).total,
    api.share(1, 2).display, api.ruleSets().length, api.weightedMean([[1, 1]]).display,
  ];
  const good = goodOnes();
  const round = () => {
    for (const call of calls) {
      for (const [, value] of kinds) {
        try { call(value); } catch { /* seen above */ }
      }
    }
    return calls.length * kinds.length;
  };
  const depth = stack();
  let done = round();
  for (const value of deep) for (const call of calls) { try { call(value); } catch { /* seen above */ } }
  const memory = wasm.memory.buffer.byteLength;
  while (done < 100_000) done += round();
  assert.equal(stack(), depth, 'the stack is where it was');
  assert.equal(wasm.memory.buffer.byteLength, memory, 'memory did not grow');
  assert.deepEqual(goodOnes(), good);
});

test('callers may call from within what they give', () => {
  const form = { toJSON: () => ({ execution: { budget: '100', actual: api.share(1, 2).value } }) };
  assert.equal(api.evaluate(form).execution.rate.display, '50.0%');
});

test('a call that was cut short makes all further ones fail, until the module is loaded anew', async () => {
  const { api: cut, wasm: { memory } } = await fresh();
  const form = { goals: [{ indicators: Array.from({ length: 2000 }, () => ({ name: '数', weight: '1', target: '≥1', actual: '1' })) }] };
  const dead = '之前的一次调用没有正常结束，此后的结果不再可靠：请重新载入模块。';
  const rows = (count) => ({ goals: [{ indicators: Array.from({ length: count }, () => ({})) }] });
  assert.ok(cut.evaluate(rows(10_000)));
  // No memory is left but what that took: what comes of more rows finds no room.
  memory.grow(65_536 - memory.buffer.byteLength / 65_536);
  assert.equal(cut.share(1, 2).display, '50.0%');
  assert.throws(() => cut.evaluate(rows(200_000)), WebAssembly.RuntimeError);
  for (const call of [() => cut.share(1, 2), () => cut.growth(1, 2), () => cut.weightedMean([[1, 1]]), () => cut.ruleSets(), () => cut.evaluate({}), () => cut.consolidate([{}]), () => cut.assess({})]) {
    assert.equal(thrown(call, 'after that'), dead);
  }
  const { api: anew } = await fresh();
  assert.equal(anew.share(1, 2).display, '50.0%');
});
