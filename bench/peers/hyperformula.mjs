// The scoring rule as formulas in HyperFormula, a spreadsheet engine: one sheet, a form a row.
import { HyperFormula } from 'hyperformula';

function columnName(index) {
  const rest = Math.floor(index / 26);
  return (rest ? columnName(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

// Inputs first, then the scores, then the total.
function row({ execution, indicators }, at) {
  const cell = (index) => `${columnName(index)}${at + 1}`;
  const inputs = [Number(execution.budget), Number(execution.actual)];
  const scores = [`=ROUND(MAX(0,MIN(20,20*${cell(1)}/${cell(0)})),2)`];
  for (const { weight, target, actual, direction } of indicators) {
    const [w, a, b] = [0, 1, 2].map((i) => cell(inputs.length + i));
    inputs.push(Number(weight), Number(target), Number(actual));
    scores.push(`=ROUND(MAX(0,MIN(${w},${direction === 'lower' ? `${w}*${a}/${b}` : `${w}*${b}/${a}`})),2)`);
  }
  const [first, last] = [inputs.length, inputs.length + scores.length - 1];
  return [...inputs, ...scores, `=SUM(${cell(first)}:${cell(last)})`];
}

/** Builds and calculates the sheet; `edit` types one indicator's actual anew and returns the form's total. */
export function buildSheet(forms) {
  const rows = forms.map(row);
  const engine = HyperFormula.buildFromArray(rows, {
    licenseKey: 'gpl-v3',
    maxRows: Math.max(1, rows.length),
  });
  const total = (form) => engine.getCellValue({ sheet: 0, row: form, col: rows[form].length - 1 }).toFixed(2);
  return {
    totals: () => forms.map((_, form) => total(form)),
    edit(form, indicator, actual) {
      engine.setCellContents({ sheet: 0, row: form, col: 2 + 3 * indicator + 2 }, Number(actual));
      return total(form);
    },
    destroy: () => engine.destroy(),
  };
}

/** Total score of each form, as text with two decimals. */
export function scoreForms(forms) {
  const sheet = buildSheet(forms);
  const totals = sheet.totals();
  sheet.destroy();
  return totals;
}
