// Measures how quickly documents are read, beside who reads them too, on the same files in the same run.
import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { join } from 'node:path';
import { makeDocuments } from './documents.mjs';
import * as mammoth from './peers/mammoth.mjs';
import * as pdfJs from './peers/pdfjs.mjs';
import * as sheetJs from './peers/sheetjs.mjs';
import { time } from './report.mjs';

const textsOf = ({ blocks }) => blocks.flatMap(({ text, rows }) => (rows ? rows.flat().map((cell) => cell.text) : [text ?? '']));

/** What our papers have, as `found` of a peer tells it. Of a sheet, empty cells and the sheet's name are no matter. */
const foundIn = (paper) => ({
  text: textsOf(paper).join(''),
  cells: paper.blocks.flatMap(({ rows }) => rows ?? []).flat().filter(({ text }) => paper.kind !== 'xlsx' || text !== '').length,
});

const characters = (text) => [...text.replace(/\s+/g, '')].length;

/** Rows of a table: who read what, in how many milliseconds, and what was found. `embed`: the folder of the module for scripts. */
export async function measureReading({ embed, browser, page, tables }) {
  const module = await readFile(join(embed, 'juesuan-documents_bg.wasm'));
  const files = await makeDocuments(browser, page, tables);
  const rows = [];
  const measure = async (what, reader, { read, found }, bytes) => {
    const start = performance.now();
    const got = await read(bytes);
    const first = performance.now() - start;
    const { median, runs } = await time(() => read(bytes), { warmup: 2, runs: 9 });
    const { text, cells } = found(got);
    rows.push({ file: `${what}, ${Math.round(bytes.length / 1000)} kB`, reader, first, median, runs, characters: characters(text), cells });
  };
  for (const [kind, peer, name] of [['pdf', pdfJs, 'pdf.js'], ['docx', mammoth, 'mammoth'], ['xlsx', sheetJs, 'SheetJS']]) {
    const { what, bytes } = files[kind];
    await measure(what, name, peer, bytes);
    // A file is read by a worker of its own, so each gets an instance of its own.
    const documents = await import(`${join(embed, 'juesuan-documents.js')}?${kind}`);
    documents.initSync({ module });
    await measure(what, 'juesuan', { read: (given) => documents.readDocument(given), found: foundIn }, bytes);
  }
  return rows;
}
