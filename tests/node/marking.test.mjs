// Findings written into the file itself: markDocument of dist/embed/juesuan-documents.js, its types, and what takes no notes.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { docx, pdf } from '../browser/support/documents.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const embed = join(root, 'dist/embed');
const fixtures = join(root, 'crates/documents/tests/documents');
const { checkDisclosure, initSync } = await import(join(embed, 'juesuan.js'));
initSync({ module: await readFile(join(embed, 'juesuan_bg.wasm')) });
const documents = await import(join(embed, 'juesuan-documents.js'));
documents.initSync({ module: await readFile(join(embed, 'juesuan-documents_bg.wasm')) });
const { markDocument, readDocument } = documents;

test('a PDF is only added to, and reads as before', () => {
  const bytes = pdf([['Income 9759.38', 'Share 99.86%']]);
  const paper = readDocument(bytes);
  const block = paper.blocks.findIndex(({ text }) => text.includes('99.86%'));
  const start = paper.blocks[block].text.indexOf('99.86%');
  const finding = { place: { ...paper.blocks[block].place, start, end: start + 6 }, quote: '99.86%', severity: 'error', message: '应为 99.87%。' };
  const review = { findings: [finding] };
  const marked = markDocument(bytes, review);
  assert.ok(marked instanceof Uint8Array);
  assert.ok(Buffer.from(marked).subarray(0, bytes.length).equals(bytes));
  const added = Buffer.from(marked.subarray(bytes.length)).toString('latin1');
  assert.equal(added.match(/\/Subtype\/Highlight/g).length, 1);
  assert.deepEqual(readDocument(marked), paper);
  assert.deepEqual(markDocument(bytes, review), marked);
});

test('what is found in a Word file becomes comments in it', () => {
  const bytes = docx([
    '第三部分 2024年度部门决算情况说明',
    '一、收入决算情况说明',
    '云山市水务局2024年度收入合计9759.38万元，其中：财政拨款收入9746.50万元，占99.86%。',
  ]);
  const paper = readDocument(bytes);
  const review = checkDisclosure(paper);
  assert.ok(review.findings.some(({ quote }) => quote === '99.86%'), JSON.stringify(review.findings));
  const marked = markDocument(bytes, review);
  assert.deepEqual(readDocument(marked), paper);
  const parts = unzipSync(marked);
  const list = strFromU8(parts['word/comments.xml']);
  for (const { message } of review.findings) assert.ok(list.includes(message.replaceAll('"', '&quot;')), message);
  assert.match(strFromU8(parts['word/document.xml']), /<w:commentRangeStart w:id="\d+"\/><w:r><w:t[^>]*>99\.86%<\/w:t><\/w:r><w:commentRangeEnd/);
  const aside = { findings: review.findings.map((finding) => ({ ...finding, setAside: '已说明' })) };
  assert.deepEqual(Buffer.from(markDocument(bytes, aside)), bytes);
});

test('what takes no notes throws one sentence', async () => {
  const none = { findings: [] };
  const some = { findings: [{ place: { block: 0 }, quote: '没有这句', message: '改' }] };
  const bytes = pdf([['Income 9759.38']]);
  for (const [args, message] of [
    [[], /^参数 bytes：“undefined”应为 Uint8Array。$/],
    [[[1, 2]], /^参数 bytes：“\[object Array\]”应为 Uint8Array。$/],
    [[bytes], /^参数 review：“undefined”不符合格式，.*。$/],
    [[bytes, 'x'], /^参数 review：“x”不符合格式，.*。$/],
    [[bytes, {}], /^参数 review：.*不符合格式.*。$/],
    [[bytes, { findings: [{ message: '改' }] }], /^参数 review：.*不符合格式.*。$/],
    [[bytes, { findings: [{ place: { block: 0 }, message: 1n }] }], /^参数 review：.*不能转换为 JSON。$/],
    [[new TextEncoder().encode('收入'), none], /^这个文本文件里不写批注.*。$/],
    [[await readFile(join(fixtures, 'one/table.xlsx')), none], /^这个 Excel（\.xlsx）文件里不写批注.*问题清单.*。$/],
    [[await readFile(join(fixtures, 'pdf/password.pdf')), none], /^文件设有打开密码.*。$/],
    [[bytes, some], /^核对结果里的位置在这个文件中都找不到.*。$/],
  ]) {
    assert.throws(() => markDocument(...args), (error) => {
      assert.equal(error.constructor, Error);
      assert.match(error.message, message);
      return true;
    });
  }
});
