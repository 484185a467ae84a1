// A portal: a folder of its own files with ours among them, served under a strict policy.
import { cp, mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../../../scripts/serve.mjs';

const dist = resolve(fileURLToPath(import.meta.url), '../../../../dist');

/** What portals' administrators ask for; nothing of ours may need more. */
export const STRICT = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
  + "require-trusted-types-for 'script'; trusted-types 'none'";
/** The same for a browser that does not know 'wasm-unsafe-eval' yet. */
export const STRICT_83 = STRICT.replace("'wasm-unsafe-eval'", "'unsafe-eval'");

/**
 * Serves `files` (name to text) beside `juesuan/`, a copy of dist/`ours` ('embed', or '' for the site).
 * Returns `{ url, folder, close }`; `close` leaves nothing behind.
 */
export async function portal(files, { ours = 'embed', policy = STRICT } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'juesuan-portal-'));
  if (ours !== null) await cp(join(dist, ours), join(folder, 'juesuan'), { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  const server = await serve({ root: folder, headers: policy ? { 'content-security-policy': policy } : {} });
  return {
    url: server.url,
    folder,
    async close() {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A page around `body`, with a script of its own that may be empty. */
export const pageOf = (body, { css = '', js = '' } = {}) => ({
  'index.html': `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>门户</title><link rel="icon" href="./icon.svg">
<link rel="stylesheet" href="./portal.css"></head><body>${body}<script type="module" src="./portal.js"></script></body></html>`,
  'icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'portal.css': css,
  'portal.js': js,
});
