// The scoring rule as a bare loop in binary floating point: as fast as it gets, and not exact.

const clamp = (score, most) => Math.max(0, Math.min(score, most));
const round = (score) => Math.round(score * 100) / 100;

/** Total score of each form, as text with two decimals. */
export const scoreForms = (forms) =>
  forms.map(({ execution, indicators }) => {
    let total = round(clamp((20 * Number(execution.actual)) / Number(execution.budget), 20));
    for (const { weight, target, actual, direction } of indicators) {
      const most = Number(weight);
      const a = Number(target);
      const b = Number(actual);
      total += round(clamp(direction === 'lower' ? (most * a) / b : (most * b) / a, most));
    }
    return total.toFixed(2);
  });
