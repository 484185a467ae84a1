// The module dist/embed/ in Node: every function of the interface, and its types.
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
const api = await import(join(embed, 'juesuan.js'));
api.initSync({ module: await readFile(join(embed, 'juesuan_bg.wasm')) });

const example = JSON.parse(await readFile(join(root, 'static/example.juesuan.json'), 'utf8'));

test('measures', () => {
  const completion = { status: 'value', value: '102.3', exact: '102.32515212', display: '102.3%', working: '1,552.16 ÷ 1,516.89 = 102.3252…%' };
  for (const [name, call, expected] of [
    ['completionRate', () => api.completionRate('1,552.16', '1,516.89'), completion],
    ['completionRate of numbers', () => api.completionRate(1552.16, 1516.89), completion],
    ['executionRate', () => api.executionRate('93.5', '93.5'), { status: 'value', value: '100.0', exact: '100', display: '100.0%', working: '93.5 ÷ 93.5 = 100.0%' }],
    ['places', () => api.share('8', '8.57', 2), { status: 'value', value: '93.35', exact: '93.3488914819', display: '93.35%', working: '8 ÷ 8.57 = 93.34889…%' }],
    ['0 of 0', () => api.completionRate('0', '0'), { status: 'notApplicable', display: '—', working: '0 ÷ 0，除数为 0，不计算' }],
    ['x of 0', () => api.executionRate('1', '0'), { status: 'unbudgeted', display: '—', working: '1 ÷ 0，除数为 0，不计算' }],
    ['the point of an input method', () => api.share('0。47', '1，552。63'), { status: 'value', value: '0.0', exact: '0.030271217225', display: '0.0%', working: '0.47 ÷ 1,552.63 = 0.0303…%' }],
    ['growth', () => api.growth('1.38', '1.85'), { status: 'value', value: '-25.4', exact: '-25.4054054054', display: '-25.4%', working: '(1.38 − 1.85) ÷ 1.85 = -25.4054…%', change: '-0.47', direction: 'decrease', phrase: '减少0.47万元，下降25.4%' }],
    ['weightedMean', () => api.weightedMean([['95.2%', 84.8], [90, '93.5']]), { status: 'value', value: '92.5', exact: '92.4731351655', display: '92.5%', working: '(95.2% × 84.8 + 90% × 93.5) ÷ (84.8 + 93.5) = 92.4731…%' }],
  ]) assert.deepEqual(call(), expected, name);
});

test('bad arguments throw, naming and quoting them', () => {
  for (const [call, message] of [
    [() => api.completionRate('12a', '1'), /^参数 actual：“12a”不是数字：第 3 个字“a”无法识别。$/],
    [() => api.completionRate('1', {}), /^参数 budget：“\{\}”应为数字或数字文本。$/],
    [() => api.completionRate(NaN, '1'), /^参数 actual：/],
    [() => api.share('1', '2', 99), /^参数 places：“99”应为 0 到 8 的整数。$/],
    [() => api.share(`1${'0'.repeat(30)}`, '2'), /^参数 part：.*太大/],
    [() => api.growth('999999999999999999', '0.0000000001'), /太大/],
    [() => api.weightedMean('no'), /^参数 pairs：“no”应为/],
    [() => api.weightedMean([['1']]), /^参数 pairs\[0\]：/],
    [() => api.evaluate('no form'), /^参数 form：“no form”不符合格式/],
    [() => api.evaluate({ kind: 'other' }), /^参数 form：/],
    [() => api.evaluate({}, { id: 'mine' }), /^参数 ruleSet：/],
    [() => api.assess(7), /^参数 workbook：“7”/],
  ]) assert.throws(call, (error) => error instanceof Error && message.test(error.message) || assert.fail(error.message));
});

test('evaluate: a form as scripts write it', () => {
  const evaluation = api.evaluate({
    kind: 'overall', ruleSet: 'wuhan-2020', unit: '某单位', filledOn: '2021-05-20',
    execution: { budget: '1,552.63', actual: 1552.63, claimed: '20' },
    goals: [{
      name: '目标', weight: '80',
      indicators: [{
        category: '产出指标', dimension: '数量指标', name: '咨询电话接通率', weight: '80', target: '≥85.0%', actual: '97.1%',
        claimed: '80', nature: 'quantitative', direction: 'higher',
      }],
    }],
    claimedTotal: '98', deviation: null,
  });
  assert.equal(evaluation.ruleSet, 'wuhan-2020');
  assert.equal(evaluation.execution.rate.display, '100.0%');
  assert.deepEqual(evaluation.execution.score, { score: '20', claimed: '20', status: 'computed', working: '20 × 1,552.63 ÷ 1,552.63 = 20' });
  assert.deepEqual(Object.keys(evaluation.goals[0]), ['name', 'weight', 'score', 'indicators']);
  assert.equal(evaluation.total, '100');
  assert.equal(evaluation.claimedTotal, '98');
  assert.equal(evaluation.complete, true);
  assert.equal(evaluation.grade, undefined);
  assert.deepEqual(evaluation.findings.map(({ code, severity, path }) => [code, severity, path]), [['total-differs', 'error', 'claimedTotal']]);
});

test('consolidate', () => {
  const form = (spent, done) => ({ execution: { budget: spent, actual: spent }, goals: [{ indicators: [{ name: '满意率', weight: 80, target: '≥90%', actual: done }] }] });
  const { form: one, evaluation } = api.consolidate([form('10', '80%'), form('30', '60%')]);
  assert.equal(one.execution.actual, '40');
  assert.equal(one.goals[0].indicators[0].actual, '65%');
  assert.equal(evaluation.goals[0].indicators[0].score, '57.78');
  assert.equal(api.evaluate(one).total, evaluation.total);
  assert.throws(() => api.consolidate([]), /^Error: 参数 forms：“\[\]”至少应有一张表。$/);
  assert.throws(() => api.consolidate({}), /参数 forms/);
});

test('bad content of a form never throws', () => {
  for (const [form, code] of [
    [{}, 'cell-missing'],
    [{ execution: { budget: '😀', actual: '\u0000' } }, 'figure-unreadable'],
    [{ goals: [{ indicators: [{ weight: `1${'0'.repeat(30)}`, target: '1', actual: '1' }] }] }, 'figure-unreadable'],
    [{ ruleSet: 'mars-2099' }, 'rule-set-unknown'],
    [{ goals: [{ indicators: Array.from({ length: 5000 }, () => ({ weight: '1', target: '1', actual: '1' })) }] }, 'form-too-large'],
  ]) assert.ok(api.evaluate(form).findings.some((finding) => finding.code === code), code);
});

test('a rule set of one’s own', () => {
  const [wuhan] = api.ruleSets();
  const evaluation = api.evaluate({ execution: { budget: '10', actual: '5' } }, { ...wuhan, id: 'mine', executionPoints: '30' });
  assert.equal(evaluation.ruleSet, 'mine');
  assert.equal(evaluation.execution.score.score, '15');
});

test('bands of one’s own, and the two bounds that scripts wrote before there was a list', () => {
  const [wuhan] = api.ruleSets();
  assert.deepEqual(wuhan.bands.map(({ key, from }) => [key, from]), [['met', '80'], ['partly', '50'], ['unmet', '0']]);
  const bands = [['full', '完成', '90'], ['mostly', '基本完成', 80], ['partly', '部分完成', '60'], ['none', '未完成', 0]]
    .map(([key, name, from]) => ({ key, name, from }));
  const { bands: _, ...bare } = wuhan;
  const bandsFrom = { met: '75', partly: '40' };
  for (const [what, rules, band, awarded, status, said] of [
    ['built in', undefined, 'met', 8, 'computed', undefined],
    ['built in', undefined, 'mostly', 8, 'waiting', 'band-unknown'],
    ['a list', { ...wuhan, bands }, 'mostly', 8, 'computed', undefined],
    ['a list', { ...wuhan, bands }, 'mostly', 9, 'computed', 'score-outside-band'],
    ['a list', { ...wuhan, bands }, 'met', 8, 'waiting', 'band-unknown'],
    ['bounds alone', { ...bare, bandsFrom }, 'met', '7.5', 'computed', undefined],
    ['bounds alone', { ...bare, bandsFrom }, 'partly', '7.5', 'computed', 'score-outside-band'],
    ['bounds over a list', { ...wuhan, bandsFrom }, 'met', '7.5', 'computed', undefined],
  ]) {
    const indicator = { name: '宣传', weight: 10, target: '按计划', actual: '已完成', band, awarded };
    const evaluation = api.evaluate({ goals: [{ indicators: [indicator] }] }, rules);
    assert.equal(evaluation.goals[0].indicators[0].status, status, `${what} ${band} ${awarded}`);
    const found = evaluation.findings.map(({ code }) => code).filter((code) => code.includes('band'));
    assert.deepEqual(found, said ? [said] : [], `${what} ${band} ${awarded}`);
  }
  assert.throws(() => api.evaluate({}, { ...wuhan, bands: [] }), /参数 ruleSet：定性档次有 0 档/);
  assert.throws(() => api.evaluate({}, bare), /参数 ruleSet：定性档次有 0 档/);
  assert.throws(() => api.evaluate({}, { ...wuhan, bands, bandsFrom }), /参数 ruleSet：定性档次既写在 bands，又写在 bandsFrom/);
});

test('ruleSets, assess, version', async () => {
  assert.deepEqual(api.ruleSets().map(({ id }) => id), ['wuhan-2020', 'mof-2020', 'sichuan-2023', 'hubei-2019']);
  const assessment = api.assess(example);
  assert.equal(assessment.forms.length, example.forms.length);
  assert.equal(assessment.forms[0].total, '95');
  assert.deepEqual(assessment.forms[0].findings.map(({ code }) => code), ['score-differs', 'total-differs', 'period-converted', 'dimension-misplaced']);
  const { values, findings, text } = assessment.accounts;
  assert.equal(values['accounts.05.total.total'], '1552.16');
  assert.ok(findings.every(({ path }) => path.startsWith('accounts.')));
  assert.match(text, /^2020年度.+决算公开\n[^]*1,552\.63万元/);
  assert.equal(api.assess({ ...example, accounts: undefined }).accounts, undefined);
  // A workbook brings its rules, its settings, and what was set aside.
  const [wuhan] = api.ruleSets();
  const [{ message }] = assessment.forms[0].findings;
  const [form] = example.forms;
  const own = api.assess({
    ...example,
    ruleSet: 'ours',
    ruleSets: [{ ...wuhan, id: 'ours', name: '本市' }],
    settings: { scorePlaces: '1', percentPlaces: '2' },
    forms: [{ ...form, setAside: [{ code: 'score-differs', path: 'goals[1].indicators[0].claimed', message, reason: '已请示' }] }],
  });
  assert.equal(own.forms[0].ruleSet, 'ours');
  assert.equal(own.forms[0].execution.rate.display, '100.00%');
  assert.deepEqual(own.forms[0].findings.map(({ code, setAside }) => [code, setAside]), [
    // With the score accepted, the total that was written is its sum.
    ['period-converted', undefined], ['dimension-misplaced', undefined], ['score-differs', '已请示'],
  ]);
  const { version } = JSON.parse(await readFile(join(embed, 'package.json'), 'utf8'));
  assert.equal(api.version(), version);
});

test('the generated types hold what scripts write', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'juesuan-types-'));
  try {
    await writeFile(join(folder, 'use.ts'), `
      import init, { initSync, completionRate, growth, weightedMean, evaluate, assess, ruleSets, version, share, executionRate, consolidate } from ${JSON.stringify(join(embed, 'juesuan.js'))};
      import type { Form, Evaluation, Finding, Measure, Growth, Score, RuleSet, Workbook, Assessment } from ${JSON.stringify(join(embed, 'juesuan.js'))};
      const form: Form = { kind: 'overall', ruleSet: 'wuhan-2020', execution: { budget: '1', actual: 1 },
        goals: [{ name: 'a', weight: 80, indicators: [{ weight: '80', target: '1', actual: '1', nature: 'quantitative', direction: 'higher', band: 'met' }] }] };
      const evaluation: Evaluation = evaluate(form, ruleSets()[0]);
      const finding: Finding | undefined = evaluation.findings[0];
      const severity: 'error' | 'warning' | 'notice' | undefined = finding?.severity;
      const measure: Measure = completionRate('1', 2, 1);
      const value: string | undefined = measure.value;
      const grown: Growth = growth('1', '2');
      const phrase: string = grown.phrase + grown.display;
      const mean: Measure = weightedMean([['90%', 1], [80, '2']]);
      const score: Score = evaluation.execution.score;
      const rules: RuleSet = ruleSets()[0];
      const key: string | undefined = form.goals?.[0].indicators?.[0].band ?? rules.bands?.[0].key;
      const workbook: Workbook = { format: 1, year: '2020', forms: [form] };
      const assessment: Assessment = assess(workbook);
      const sum: string | undefined = assessment.accounts?.values['accounts.05.total.total'];
      const said: Finding[] = assessment.accounts?.findings ?? [];
      const together: { form: Form; evaluation: Evaluation } = consolidate([form]);
      void together;
      const text: string = version() + evaluation.total + (evaluation.grade ?? '');
      void [sum, said, init, initSync, share, executionRate, severity, value, phrase, mean, score, rules, key, assessment, text];
      // @ts-expect-error a number is no form
      evaluate(7);
      // @ts-expect-error no such status
      const status: 'value' | 'notApplicable' = measure.status;
    `);
    await promisify(execFile)(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '--noEmit', '--strict', '--target', 'es2022', '--module', 'nodenext', '--lib', 'es2022,dom', join(folder, 'use.ts')])
      .catch((error) => assert.fail(error.stdout));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
