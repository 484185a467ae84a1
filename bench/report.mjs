// Small statistics and tables for the benchmarks.
import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { brotliCompressSync, constants } from 'node:zlib';

/** The value below which `share` (0 to 1) of the values lie, between neighbours in proportion. */
export function percentile(values, share) {
  if (!values.length) return NaN;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (sorted[above] - sorted[below]) * (at - below);
}

export const median = (values) => percentile(values, 0.5);

/** Runs `fn` (which may be asynchronous) and gives milliseconds: `{ median, min, runs }`. */
export async function time(fn, { warmup = 1, runs = 5 } = {}) {
  for (let i = 0; i < warmup; i += 1) await fn();
  const taken = [];
  for (let i = 0; i < runs; i += 1) {
    const start = performance.now();
    await fn();
    taken.push(performance.now() - start);
  }
  return { median: median(taken), min: Math.min(...taken), runs };
}

/** `[{ file, raw, brotli }]` in bytes; brotli at quality 11, as a server would keep the file compressed. */
export const sizes = (files) =>
  Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(file);
      const params = {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      };
      return { file, raw: bytes.length, brotli: brotliCompressSync(bytes, { params }).length };
    }),
  );

// Three figures are as many as a timing deserves.
function shown(value) {
  if (value === undefined || value === null || Number.isNaN(value)) return '—';
  if (typeof value !== 'number') return String(value);
  if (Number.isInteger(value) || Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-US');
  return value.toPrecision(3);
}

// A terminal gives a Chinese character two columns.
const width = (text) => [...text].reduce((sum, char) => sum + (/[\u2e80-\uffe6]/.test(char) ? 2 : 1), 0);

/** Prints objects as an aligned table, their keys as headings, numbers to the right; returns the text. */
export function table(title, rows) {
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const body = rows.map((row) => keys.map((key) => shown(row[key])));
  const widths = keys.map((key, i) => Math.max(width(key), ...body.map((cells) => width(cells[i]))));
  const right = keys.map((key) => rows.every((row) => typeof (row[key] ?? 0) === 'number'));
  const line = (cells) =>
    cells
      .map((cell, i) => {
        const space = ' '.repeat(widths[i] - width(cell));
        return right[i] ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd();
  const rule = widths.map((columns) => '-'.repeat(columns)).join('  ');
  const text = [title, line(keys), rule, ...body.map(line)].join('\n');
  console.log(`${text}\n`);
  return text;
}
