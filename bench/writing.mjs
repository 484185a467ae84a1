// Measures how quickly the example is written as Word and Excel, beside who writes them too, from the same paper.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { join } from 'node:path';
import * as docx from './peers/docx.mjs';
import * as excelJs from './peers/exceljs.mjs';
import { time } from './report.mjs';

const example = new URL('../static/example.juesuan.json', import.meta.url);

/** `{ api, documents, memory }`: fresh instances of both modules for scripts. `which` tells instances apart. */
export async function modules(embed, which) {
  const api = await import(`${join(embed, 'juesuan.js')}?${which}`);
  api.initSync({ module: await readFile(join(embed, 'juesuan_bg.wasm')) });
  const documents = await import(`${join(embed, 'juesuan-documents.js')}?${which}`);
  const { memory } = documents.initSync({ module: await readFile(join(embed, 'juesuan-documents_bg.wasm')) });
  return { api, documents, memory };
}

/** Rows of a table: who wrote what, in how many milliseconds and bytes. */
export async function measureWriting(embed) {
  const { api, documents } = await modules(embed, 'writing');
  const paper = api.publish(JSON.parse(await readFile(example, 'utf8')));
  const texts = (read) => read.blocks.flatMap(({ text, rows }) => (rows ? rows.flat().map((cell) => cell.text) : [text ?? ''])).join('');
  const rows = [];
  for (const [kind, writer, write] of [
    ['docx', 'docx', docx.write], ['docx', 'juesuan', (given) => documents.writeDocument(given, 'docx')],
    ['xlsx', 'exceljs', excelJs.write], ['xlsx', 'juesuan', (given) => documents.writeDocument(given, 'xlsx')],
  ]) {
    const start = performance.now();
    const bytes = await write(paper);
    const first = performance.now() - start;
    // Whoever writes less than the tables would be quick for nothing.
    assert.ok(texts(documents.readDocument(new Uint8Array(bytes))).includes('1,552.63'), `${writer} wrote the amounts`);
    const { median } = await time(() => write(paper), { warmup: 2, runs: 15 });
    rows.push({ kind, writer, first, median, bytes: bytes.length });
  }
  return rows;
}
