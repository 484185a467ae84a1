// dist/embed/ as a package in a project: bundled by Vite, typed by TypeScript, imported where there is no document.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';
import { launchToday, assertClean, typeInto, withPage } from '../browser/support/chromium.mjs';
import { STRICT } from '../browser/support/portal.mjs';
import { serve } from '../../scripts/serve.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const run = promisify(execFile);

let project;
before(async () => {
  project = await mkdtemp(join(tmpdir(), 'juesuan-package-'));
  await mkdir(join(project, 'node_modules'));
  await cp(join(root, 'dist/embed'), join(project, 'node_modules/juesuan'), { recursive: true });
  await writeFile(join(project, 'package.json'), '{ "type": "module" }');
});
after(() => rm(project, { recursive: true, force: true }));

test('bundled by Vite, it works under the strict policy', async () => {
  await writeFile(join(project, 'index.html'), `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>门户</title>
<link rel="icon" href="/icon.svg"></head><body><juesuan-form></juesuan-form><output></output><script type="module" src="/main.js"></script></body></html>`);
  await mkdir(join(project, 'public'));
  await writeFile(join(project, 'public/icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(project, 'main.js'), `import 'juesuan/juesuan-form.js';
import init, { completionRate } from 'juesuan';
init().then(() => { document.querySelector('output').textContent = completionRate('1,552.16', '1,516.89').display; });
document.querySelector('juesuan-form').value = { kind: 'overall', execution: { budget: '100', actual: '50' } };`);
  await build({ root: project, logLevel: 'silent', build: { assetsInlineLimit: 0, modulePreload: { polyfill: false } } });
  const built = await readdir(join(project, 'dist/assets'));
  assert.equal(built.filter((name) => name.endsWith('.wasm')).length, 4, 'all programs are among its files: of the functions, of the element in two parts, and of the reader');
  const server = await serve({ root: join(project, 'dist'), headers: { 'content-security-policy': STRICT } });
  const browser = await launchToday();
  try {
    await withPage({ browser, url: server.url }, async ({ page, seen }) => {
      await page.locator('output', { hasText: '102.3%' }).waitFor();
      const actual = page.locator('juesuan-form').locator('[id="f0.execution.actual"]');
      await typeInto(page, actual, '100');
      assert.equal(await page.locator('juesuan-form').locator('[id="f0.total"]').innerText(), '20');
      assertClean(seen);
    });
  } finally {
    await browser.close();
    await server.close();
  }
});

test('typed: the element by its tag, its events, and the functions', async () => {
  await writeFile(join(project, 'use.ts'), `import 'juesuan/juesuan-form.js';
import type { JuesuanForm, JuesuanFormEventMap } from 'juesuan/juesuan-form.js';
import init, { completionRate, type Evaluation } from 'juesuan';
const form: JuesuanForm = document.createElement('juesuan-form');
form.value = { kind: 'overall', goals: [] };
form.readonly = true;
const evaluation: Evaluation | unknown = form.evaluation;
const heard = (event: JuesuanFormEventMap['validated']) => event.detail;
export const display: string = completionRate('1', 2).display;
// @ts-expect-error a form is no number
form.value = 7;
await init();
export { evaluation, heard };
`);
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  await run(process.execPath, [tsc, '--noEmit', '--strict', '--module', 'esnext', '--moduleResolution', 'bundler', '--target', 'es2022', '--lib', 'es2022,dom,dom.iterable', '--skipLibCheck', 'use.ts'], { cwd: project })
    .catch((error) => assert.fail(error.stdout));
});

test('imported where there is no document, the element does nothing and says nothing', async () => {
  await writeFile(join(project, 'server.mjs'), `import { JuesuanForm } from 'juesuan/juesuan-form.js';
console.log(typeof JuesuanForm);`);
  // `node` of another version can be named: the package promises 18 and later.
  const node = process.env.JUESUAN_OTHER_NODE || process.execPath;
  const { stdout, stderr } = await run(node, [join(project, 'server.mjs')]);
  assert.deepEqual([stdout.trim(), stderr], ['function', '']);
});

test('every file the package names is in it', async () => {
  const folder = join(project, 'node_modules/juesuan');
  const { exports, main, types } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const named = [main, types, ...Object.values(exports).flatMap((one) => (typeof one === 'string' ? [one] : Object.values(one)))];
  for (const name of named) await readFile(join(folder, name));
});
