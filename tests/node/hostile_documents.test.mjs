// Documents that are broken or made to do harm, read in wasm as the page's worker reads them: each ends before its deadline,
// with a paper or with one sentence that names the file, and takes no more than a GB.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { pdf } from '../browser/support/documents.mjs';
import { Reader } from './support/reader.mjs';

const fixtures = resolve(fileURLToPath(import.meta.url), '../../../crates/documents/tests');
const SEEDS = ['docx', 'documents/pdf', 'documents/sheets'].flatMap((folder) => readdirSync(join(fixtures, folder))
  .map((name) => ({ name, bytes: readFileSync(join(fixtures, folder, name)) })));
const named = (...ends) => SEEDS.filter(({ name }) => ends.some((end) => name.endsWith(end)) && !/^(owner|password|spread).*\.txt$/.test(name));

const DEADLINE = 30_000;
const GB = 2 ** 30;
const reader = new Reader({ deadline: DEADLINE });
after(() => reader.close());

// xorshift: the same cases everywhere.
function dice(seed) {
  let state = seed;
  return (most) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % Math.max(most, 1);
  };
}

/** Cuts, flips, zeroes, splices. */
function mutated(bytes, others, below) {
  let out = Buffer.from(bytes);
  for (let times = 1 + below(4); times > 0; times -= 1) {
    const at = below(out.length);
    switch (below(5)) {
      case 0: out = out.subarray(0, at); break;
      case 1: if (out.length) out[at] ^= 1 << below(8); break;
      case 2: out.fill(0, at, Math.min(at + 16, out.length)); break;
      case 3: {
        const other = others[below(others.length)].bytes;
        const from = below(other.length);
        out = Buffer.concat([out.subarray(0, at), other.subarray(from, from + 64), out.subarray(at)]);
        break;
      }
      // A piece of its own once more, somewhere else.
      default: out = Buffer.concat([out.subarray(0, at), out.subarray(below(out.length)).subarray(0, 256), out.subarray(at)]);
    }
  }
  return out;
}

/** Of a package: what is inside it is mutated, since it is checked by sums itself. */
function mutatedInside(bytes, below) {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => ({ name, bytes: Buffer.from(part) }));
  const chosen = parts[below(parts.length)];
  const spoilt = mutated(chosen.bytes, parts, below);
  return Buffer.from(zipSync(Object.fromEntries(parts.map((part) => [part.name, new Uint8Array(part === chosen ? spoilt : part.bytes)]))));
}

function judge({ ended, message, ms, memory }, name, what) {
  const told = `${what}: ${ended} after ${Math.round(ms)} ms, ${Math.round((memory ?? 0) / 2 ** 20)} MB, ${message ?? ''}`;
  assert.ok(ended === 'read' || ended === 'refused', told);
  if (ended === 'refused') assert.match(message, new RegExp(`^“${name}”：[^\\n]+。$`), told);
  assert.ok(memory <= GB, told);
}

const COPIES = Number(process.env.JUESUAN_MUTATIONS) || 100;
const FORMATS = {
  pdf: named('.pdf'),
  docx: named('.docx'),
  xlsx: named('.xlsx'),
  xls: named('.xls'),
  ods: named('.ods'),
  html: named('.html'),
  text: named('.txt', '.csv').filter(({ name }) => /^(gbk|semicolon|table|thousands|utf-16|wrapped)\./.test(name)),
};

for (const [format, seeds] of Object.entries(FORMATS)) {
  test(`${COPIES} spoilt copies of ${format}`, async (t) => {
    assert.ok(seeds.length > 0);
    const below = dice(20240607);
    const counts = { read: 0, refused: 0 };
    let longest = 0;
    for (let i = 0; i < COPIES; i += 1) {
      const seed = seeds[below(seeds.length)];
      const isPackage = seed.bytes.subarray(0, 2).toString() === 'PK';
      const bytes = isPackage && i % 4 ? mutatedInside(seed.bytes, below) : mutated(seed.bytes, seeds, below);
      const outcome = await reader.read(bytes, `坏.${format}`);
      judge(outcome, `坏\\.${format}`, `copy ${i} of ${seed.name}`);
      counts[outcome.ended] += 1;
      longest = Math.max(longest, outcome.ms);
    }
    t.diagnostic(`${counts.read} read, ${counts.refused} refused, the longest took ${Math.round(longest)} ms`);
    // Of copies all of which were refused at the door, nothing would be learnt.
    assert.ok(counts.read > 0, 'some are read all the same');
  });
}

// ---- made to do harm

const zip = (parts) => Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text])), { level: 9 }));
/** A fixture in one of whose parts what `pattern` finds is another text. */
const inside = (name, part, pattern, text) => {
  const parts = unzipSync(readFileSync(join(fixtures, name)));
  const before = strFromU8(parts[part]);
  assert.match(before, pattern);
  return zip({ ...parts, [part]: before.replace(pattern, text) });
};
const inDocument = (body) => inside('docx/plain.docx', 'word/document.xml', /<w:body>[^]*<\/w:body>/, `<w:body>${body}</w:body>`);
const inSheet = (data) => inside('documents/sheets/accounts.xlsx', 'xl/worksheets/sheet1.xml', /<sheetData>[^]*<\/sheetData>/, `<sheetData>${data}</sheetData>`);
const MB = 2 ** 20;

const pdfOf = (...objects) => Buffer.from(`%PDF-1.7\n${objects.map((object, i) => `${i + 1} 0 obj ${object} endobj\n`).join('')}trailer << /Root 1 0 R >>\n`, 'latin1');
const stream = (text, dictionary = '') => `<< /Length ${text.length} ${dictionary} >> stream\n${text}\nendstream`;
const onPage = (content, resources = '', ...more) => pdfOf(
  '<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << ${resources} >> >>`, stream(content), ...more,
);

const HARM = {
  'a pile of 600,000 elements, one in the other, in Word': () => inDocument('<w:p>'.repeat(600_000)),
  'tables in tables, 20,000 deep': () => inDocument(`${'<w:tbl><w:tr><w:tc>'.repeat(20_000)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(20_000)}`),
  'a Word document that unpacks to 300 MB': () => inDocument(`<w:p><w:r><w:t>${'决'.repeat(100 * MB)}</w:t></w:r></w:p>`),
  'a row that spans a billion columns': () => inDocument('<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'),
  'a million paragraphs': () => inDocument('<w:p><w:r><w:t>决算</w:t></w:r></w:p>'.repeat(1_000_000)),
  'a sheet with a cell in its last corner': () => inSheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
  'a sheet of two million cells': () => inSheet('<row><c><v>1</v></c><c><v>2</v></c></row>'.repeat(1_000_000)),
  'a table of spreadsheets repeated a billion times': () => inside('documents/sheets/repeated.ods', 'content.xml', /number-(rows|columns)-repeated="\d+"/g, 'number-$1-repeated="1000000000"'),
  'a package that says there are 60,000 parts': () => zip(Object.fromEntries([['[Content_Types].xml', '<Types/>'], ...Array.from({ length: 60_000 }, (_, i) => [`word/${i}.xml`, ''])])),
  'a page tree that is its own child': () => pdfOf('<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 9 /Kids [2 0 R 2 0 R] >>'),
  'a form that draws itself': () => onPage('/X Do', '/XObject << /X 5 0 R >>', stream('/X Do /X Do', '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>')),
  'a million brackets': () => onPage('['.repeat(MB)),
  'a million lines': () => onPage('0 0 m 9 9 l S\n'.repeat(MB)),
  'a million rectangles': () => onPage('1 1 500 700 re f\n'.repeat(MB)),
  'a font whose characters map to a range of four billion': () => onPage('BT /F 9 Tf (ab) Tj ET', '/Font << /F 5 0 R >>', '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>',
    stream('begincmap 1 begincodespacerange <00000000> <ffffffff> endcodespacerange 1 beginbfrange <00000000> <ffffffff> <0041> endbfrange endcmap')),
  'ten thousand pages': () => pdf(Array.from({ length: 10_000 }, (_, i) => [`page ${i}`])),
  'a web page of a million elements, one in the other': () => Buffer.from(`<!DOCTYPE html><html><body>${'<div>'.repeat(MB)}x`),
  'a web page whose cells span a million rows': () => Buffer.from(`<!DOCTYPE html><html><body><table>${'<tr><td rowspan=1000000 colspan=1000000>1</td></tr>'.repeat(1000)}</table>`),
  'a list of ten million values': () => Buffer.from('1,2,3,4,5,6,7,8,9,10\n'.repeat(MB)),
  'a text of one line, 60 MB long': () => Buffer.alloc(60 * MB, '决'),
};

for (const [what, make] of Object.entries(HARM)) {
  test(what, async (t) => {
    const outcome = await reader.read(make(), '害.bin');
    t.diagnostic(`${outcome.ended} after ${Math.round(outcome.ms)} ms, ${Math.round((outcome.memory ?? 0) / MB)} MB; ${outcome.message ?? `${outcome.blocks} blocks, ${outcome.notes}`}`);
    judge(outcome, '害\\.bin', what);
  });
}
