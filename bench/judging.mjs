// Measures a review: of one PDF from its bytes to its findings, and of many documents one after another, with memory.
import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { makeDocuments } from './documents.mjs';
import { time } from './report.mjs';
import { modules } from './writing.mjs';

const example = new URL('../static/example.juesuan.json', import.meta.url);
/** Different documents among the many; they come again and again. */
const DIFFERENT = 20;

/** `{ what, first, median, findings }` of a PDF of 30 pages. */
export async function measureReview({ embed, browser, page, tables }) {
  const { what, bytes } = (await makeDocuments(browser, page, tables)).pdf;
  const { api, documents } = await modules(embed, 'review');
  const judge = () => api.checkDisclosure(documents.readDocument(bytes));
  const start = performance.now();
  const { findings, coverage } = judge();
  const first = performance.now() - start;
  const { median } = await time(judge, { warmup: 2, runs: 9 });
  return { what, first, median, findings: findings.length, ...coverage };
}

/** The example as Word and Excel, each time with other amounts in it, so that there is something to find. */
async function documentsOf({ api, documents }) {
  const text = await readFile(example, 'utf8');
  return Array.from({ length: DIFFERENT }, (_, i) => {
    const workbook = JSON.parse(text.replaceAll('1,552.63', `1,5${52 + i}.63`));
    return documents.writeDocument(api.publish(workbook), i % 2 ? 'xlsx' : 'docx');
  });
}

/** Rows of a table: after how many documents, so many ms and MB. */
export async function measureMany(embed, counts) {
  const files = await documentsOf(await modules(embed, 'makes'));
  const { api, documents, memory } = await modules(embed, 'many');
  const rows = [];
  let done = 0;
  let taken = 0;
  let findings = 0;
  for (const count of counts) {
    const start = performance.now();
    for (; done < count; done += 1) findings += api.checkDisclosure(documents.readDocument(files[done % files.length])).findings.length;
    taken += performance.now() - start;
    rows.push({ documents: done, ms: taken, each: taken / done, findings, memory: memory.buffer.byteLength, resident: process.memoryUsage.rss() });
  }
  return rows;
}
