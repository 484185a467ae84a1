// Documents from scripts: dist/embed/juesuan-documents.js, its types, and what it says of what is no document.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { pdf } from '../browser/support/documents.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const embed = join(root, 'dist/embed');
const wasm = await readFile(join(embed, 'juesuan-documents_bg.wasm'));
const documents = await import(join(embed, 'juesuan-documents.js'));
documents.initSync({ module: wasm });

const bytes = (text) => new TextEncoder().encode(text);

test('a text becomes a paper', () => {
  const paper = documents.readDocument(bytes('第一部分 概况\n本单位收入1,552.63万元。\n'), '说明.txt');
  assert.equal(paper.name, '说明.txt');
  assert.equal(paper.kind, 'text');
  assert.deepEqual(paper.blocks.map(({ text }) => text), ['第一部分 概况', '本单位收入1,552.63万元。']);
  assert.deepEqual(paper.blocks.map(({ place }) => place.block), [0, 1]);
  assert.ok(Array.isArray(paper.notes));
});

test('an OFD file has pages, and its cells have places', async () => {
  const paper = documents.readDocument(await readFile(join(root, 'crates/documents/tests/documents/ofd/tables.ofd')), '收支.ofd');
  assert.equal(paper.kind, 'ofd');
  assert.deepEqual(paper.pages, [{ width: 595.28, height: 841.89 }]);
  const cell = paper.blocks[0].rows[1][1];
  assert.equal(cell.text, '10.00');
  assert.equal(cell.place.page, 1);
  assert.ok(cell.place.box[0] > 160 && cell.place.box[2] < 260, String(cell.place.box));
});

test('the name and the options may be left out; bytes may be a part of a buffer', () => {
  for (const call of [
    () => documents.readDocument(bytes('收入')),
    () => documents.readDocument(bytes('收入'), undefined, undefined),
    () => documents.readDocument(bytes('收入'), null, {}),
    () => documents.readDocument(bytes('收入'), undefined, { password: undefined }),
    () => documents.readDocument(bytes('收入'), undefined, { password: 'x' }),
    () => documents.readDocument(Buffer.from('收入')),
    () => documents.readDocument(bytes('××收入××').subarray(4, 10)),
  ]) {
    const paper = call();
    assert.equal(paper.name, undefined);
    assert.deepEqual(paper.blocks.map(({ text }) => text), ['收入']);
  }
});

test('what cannot be read throws one sentence that names the file', () => {
  for (const [content, name, message] of [
    [new Uint8Array(), '空.pdf', /^“空\.pdf”：文件是空的.*。$/],
    [new Uint8Array(), undefined, /^文件是空的.*。$/],
    [Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13), '图.docx', /^“图\.docx”：.*请选择.*。$/],
  ]) {
    assert.throws(() => documents.readDocument(content, name), (error) => error instanceof Error && message.test(error.message) || assert.fail(error.message));
  }
});

test('arguments of the wrong kind throw, naming and quoting them', () => {
  const throws = { get password() { throw new Error('mine'); } };
  for (const [call, message] of [
    [() => documents.readDocument(), /^参数 bytes：“undefined”应为 Uint8Array。$/],
    [() => documents.readDocument('text'), /^参数 bytes：“text”应为 Uint8Array。$/],
    [() => documents.readDocument('长'.repeat(1e6)), /^参数 bytes：“长{80}…”应为 Uint8Array。$/],
    [() => documents.readDocument([1, 2]), /^参数 bytes：“\[object Array\]”应为 Uint8Array。$/],
    [() => documents.readDocument(new ArrayBuffer(2)), /^参数 bytes：“\[object ArrayBuffer\]”应为 Uint8Array。$/],
    [() => documents.readDocument(bytes('x'), 7), /^参数 name：“7”应为文本。$/],
    [() => documents.readDocument(bytes('x'), Symbol('x')), /^参数 name：“\[object Symbol\]”应为文本。$/],
    [() => documents.readDocument(bytes('x'), 'x', 'secret'), /^参数 options：“secret”应为对象。$/],
    [() => documents.readDocument(bytes('x'), 'x', { password: 7 }), /^参数 options\.password：“7”应为文本。$/],
    [() => documents.readDocument(bytes('x'), 'x', throws), /^参数 options\.password：/],
  ]) {
    assert.throws(call, (error) => error instanceof Error && message.test(error.message) || assert.fail(error.message));
  }
  assert.equal(documents.readDocument(bytes('仍然可用')).blocks[0].text, '仍然可用');
});

test('the module asks for nothing but what comes with it, and never takes more than a GB', async () => {
  for (const { module, name } of WebAssembly.Module.imports(new WebAssembly.Module(wasm))) {
    assert.equal(module, './documents_bg.js');
    assert.doesNotMatch(name, /getRandomValues|crypto|fetch/i);
  }
  const { memory } = documents.initSync({ module: wasm });
  const page = 64 * 1024;
  assert.throws(() => memory.grow(2 ** 30 / page - memory.buffer.byteLength / page + 1), RangeError);
});

test('the page reads by it where a policy allows no worker: with an end, after which nothing more is read', async () => {
  const again = await import(`${join(embed, 'juesuan-documents.js')}?here`);
  again.initSync({ module: wasm });
  const read = (content, patience, { name = '说明.txt', password = null, language = 'zh-CN' } = {}) =>
    JSON.parse(again.readHere(JSON.stringify({ read: { name, password, language, read_as: 'paper' } }), content, patience));
  const { done: { paper: { paper } } } = read(bytes('收入'), 60_000);
  assert.deepEqual(paper, documents.readDocument(bytes('收入'), '说明.txt'));
  const locked = pdf([['x']], 'open');
  assert.deepEqual(read(locked, 60_000), { done: { password: { wrong: false } } });
  assert.deepEqual(read(locked, 60_000, { password: 'no' }), { done: { password: { wrong: true } } });
  assert.equal(read(locked, 60_000, { password: 'open' }).done.paper.paper.kind, 'pdf');
  assert.match(read(new Uint8Array(), 60_000).refused, /^文件是空的.*。$/);
  assert.match(read(new Uint8Array(), 60_000, { language: 'en' }).refused, /^The file is empty/);
  assert.throws(() => again.readHere('{}', bytes('x'), 60_000));
  assert.equal(read(bytes('收入'), 60_000).done.paper.paper.kind, 'text');
  assert.throws(() => read(pdf([['late']]), -1), /too late/);
  assert.throws(() => read(bytes('收入'), 60_000));
  assert.throws(() => again.readDocument(bytes('收入')), /没有正常结束/);
});

test('types', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'juesuan-documents-'));
  try {
    await writeFile(join(folder, 'use.ts'), `
      import init, { initSync, readDocument } from '${join(embed, 'juesuan-documents.js')}';
      import type { Block, Cell, Note, Paper, Place } from '${join(embed, 'juesuan-documents.js')}';
      const paper: Paper = readDocument(new Uint8Array(), 'a.pdf', { password: 'x' });
      const kind: 'pdf' | 'docx' | 'xlsx' | 'xls' | 'ods' | 'ofd' | 'html' | 'text' = paper.kind;
      const texts = paper.blocks.map((block: Block) => block.type === 'table' ? block.rows.flat().map((cell: Cell) => cell.text).join() : 'text' in block ? block.text : '');
      const places: Place[] = paper.blocks.map((block) => block.place);
      const page: number | undefined = places[0].page, box: [number, number, number, number] | undefined = places[0].box;
      const notes: string[] = paper.notes.map((note: Note) => note.code + note.message);
      const width: number | undefined = paper.pages?.[0].width;
      void [init, initSync, kind, texts, page, box, notes, width, readDocument(new Uint8Array())];
      // @ts-expect-error a text is not bytes
      readDocument('text');
      // @ts-expect-error no such option
      readDocument(new Uint8Array(), 'a', { secret: 'x' });
      // @ts-expect-error the page's worker is no matter of scripts
      import { serve } from '${join(embed, 'juesuan-documents.js')}';
    `);
    await promisify(execFile)(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '--noEmit', '--strict', '--target', 'es2022', '--module', 'nodenext', '--lib', 'es2022,dom', join(folder, 'use.ts')])
      .catch((error) => assert.fail(error.stdout));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
