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
