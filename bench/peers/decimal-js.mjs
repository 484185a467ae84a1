// The scoring rule as a bare loop in decimal.js: what exact decimals cost in JavaScript.
import { Decimal } from 'decimal.js';

const zero = new Decimal(0);
const full = new Decimal(20);

const clamp = (score, most) => (score.lt(zero) ? zero : score.gt(most) ? most : score);
const round = (score) => score.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);

/** Total score of each form, as text with two decimals. */
export const scoreForms = (forms) =>
  forms.map(({ execution, indicators }) => {
    let total = round(clamp(full.times(execution.actual).div(execution.budget), full));
    for (const { weight, target, actual, direction } of indicators) {
      const most = new Decimal(weight);
      const score =
        direction === 'lower' ? most.times(target).div(actual) : most.times(actual).div(target);
      total = total.plus(round(clamp(score, most)));
    }
    return total.toFixed(2);
  });

/** Amounts and quantities added, rates averaged with the amounts as weights, over the files of many units. */
export function consolidateFiles(texts) {
  let budget = zero;
  let actual = zero;
  const rows = new Map();
  for (const text of texts) {
    const [{ execution, goals }] = JSON.parse(text).forms;
    const spent = new Decimal(execution.actual);
    budget = budget.plus(execution.budget);
    actual = actual.plus(spent);
    for (const { indicators } of goals) {
      for (const { name, target, actual: done } of indicators) {
        const rate = done.endsWith('%');
        const weight = rate ? spent : new Decimal(1);
        const number = (typed) => weight.times(typed.replace(/[^\d.]/g, ''));
        const row = rows.get(name) ?? { target: zero, actual: zero, weight: zero };
        rows.set(name, { target: row.target.plus(number(target)), actual: row.actual.plus(number(done)), weight: row.weight.plus(weight) });
      }
    }
  }
  const means = [...rows].map(([name, { target, actual: done, weight }]) => [name, target.div(weight).toString(), done.div(weight).toString()]);
  return { budget: budget.toString(), actual: actual.toString(), means };
}
