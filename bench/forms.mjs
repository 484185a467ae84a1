// Made-up self-evaluation forms to measure with: the same seed gives the same forms everywhere.

// mulberry32: small, and the same in every JavaScript engine, which Math.random is not.
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  };
}

// Written from integers, so that no binary fraction creeps into a text.
const fixed = (scaled, places) => {
  if (places === 0) return String(scaled);
  const digits = String(scaled).padStart(places + 1, '0');
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
};

// What indicators are measured in: the range of targets, as integers with `places` decimals.
const KINDS = [
  { unit: '%', places: 1, from: 600, to: 1000, most: 1000 },
  { unit: '%', places: 1, from: 10, to: 200, most: 1000 },
  { unit: '个', places: 0, from: 1, to: 60 },
  { unit: '人次', places: 0, from: 100, to: 20000 },
  { unit: '万元', places: 2, from: 500, to: 9999999 },
];

// 80 points (20 belong to execution), in whole points or, for very many indicators, in parts of one.
function weights(count, int) {
  let places = 0;
  while (80 * 10 ** places < 2 * count) places += 1;
  const each = new Array(count).fill(1);
  for (let left = 80 * 10 ** places - count; left > 0; left -= 1) each[int(0, count - 1)] += 1;
  return each.map((scaled) => fixed(scaled, places));
}

/**
 * `n` forms of `indicators` indicators each: plain decimal texts, as
 * `{ execution: { budget, actual }, indicators: [{ weight, target, actual, direction, unit }] }`.
 * No target and no lower-is-better actual is zero, so the bare formulas never divide by zero.
 */
export function makeForms(n, indicators, seed = 1) {
  const next = random(seed);
  const int = (from, to) => from + Math.floor(next() * (to - from + 1));

  const indicator = (weight) => {
    const { unit, places, from, to, most } = KINDS[int(0, KINDS.length - 1)];
    const direction = next() < 0.25 ? 'lower' : 'higher';
    const target = int(from, to);
    // Most are met about exactly, some missed, a few far off, as in real forms.
    const [low, high] = next() < 0.8 ? [95, 115] : [40, 160];
    const reached = Math.max(1, Math.round((target * int(low, high)) / 100));
    return {
      weight,
      target: fixed(target, places),
      actual: fixed(most ? Math.min(most, reached) : reached, places),
      direction,
      unit,
    };
  };

  return Array.from({ length: n }, () => {
    const budget = int(1000, 9999999);
    return {
      execution: {
        budget: fixed(budget, 2),
        actual: fixed(Math.floor((budget * int(700, 1020)) / 1000), 2),
      },
      indicators: weights(indicators, int).map(indicator),
    };
  });
}

const PLACES_IN_FORM = [
  ['产出指标', '数量指标'],
  ['产出指标', '质量指标'],
  ['产出指标', '时效指标'],
  ['产出指标', '成本指标'],
  ['效益指标', '社会效益指标'],
  ['效益指标', '可持续影响指标'],
  ['满意度指标', '服务对象满意度指标'],
];

// Weights are added exactly: as integers of their last decimal.
function sum(texts) {
  const places = Math.max(0, ...texts.map((text) => (text.split('.')[1] ?? '').length));
  const scaled = texts.map((text) => Math.round(Number(text) * 10 ** places));
  const total = fixed(scaled.reduce((a, b) => a + b, 0), places);
  return places ? total.replace(/\.?0+$/, '') : total;
}

/** The same form as the JavaScript interface takes it: two goals, targets with their sign and unit. */
export function toApiForm(form, name = '测试单位') {
  const all = form.indicators.map(({ weight, target, actual, direction, unit }, i) => {
    const [category, dimension] =
      PLACES_IN_FORM[Math.floor((i * PLACES_IN_FORM.length) / form.indicators.length)];
    return {
      category,
      dimension,
      name: `指标${i + 1}`,
      weight,
      target: `${direction === 'lower' ? '≤' : '≥'}${target}${unit}`,
      actual: `${actual}${unit}`,
      nature: 'quantitative',
      direction,
    };
  });
  const half = Math.ceil(all.length / 2);
  const goals = [all.slice(0, half), all.slice(half)]
    .filter((indicators) => indicators.length)
    .map((indicators, i) => ({
      name: `年度绩效目标${i + 1}`,
      weight: sum(indicators.map(({ weight }) => weight)),
      indicators,
    }));
  return {
    kind: 'overall',
    ruleSet: 'wuhan-2020',
    unit: name,
    name: `${name}整体绩效自评表`,
    filledOn: '2021-05-20',
    execution: { ...form.execution },
    goals,
  };
}
