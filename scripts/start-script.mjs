// Trunk starts the page from an inline script with a top-level await. Portals' content security policies forbid
// the first, Chromium 83 does not know the second. This puts a file in its place. Run by Trunk (see Trunk.toml).
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const staging = process.env.TRUNK_STAGING_DIR;
const page = join(staging, 'index.html');
const html = readFileSync(page, 'utf8');

const inline = /<script type="module"[^>]*>\s*import init[^<]*? from '\.\/([^']+)\.js';[^]*?<\/script>/g;
const found = [...html.matchAll(inline)];
if (found.length !== 1) throw new Error(`expected one start script by Trunk in index.html, found ${found.length}`);
const [whole, name] = found[0];

const start = `import init, { giveReader, openPage } from './${name}.js';
// As a worker: an error that nobody catches reaches the page only where it is thrown in the open.
if (typeof document === 'undefined') {
  self.addEventListener('unhandledrejection', ({ reason }) => setTimeout(() => { throw reason; }));
}
init({ module_or_path: new URL('./${name}_bg.wasm', import.meta.url) }).then(() => {
  // For where a policy allows no worker.
  giveReader(() => import('./embed/juesuan-documents.js'));
  openPage();
});
`;
const digest = (algorithm, encoding) => createHash(algorithm).update(start).digest(encoding);
const file = `start-${digest('sha256', 'hex').slice(0, 16)}.js`;
writeFileSync(join(staging, file), start);
writeFileSync(page, html
  .replace(whole, () =>
    `<script type="module" src="./${file}" crossorigin="anonymous" integrity="sha384-${digest('sha384', 'base64')}"></script>`)
  // Browsers check no digest here, and Chromium warns of it on every start.
  .replace(/ integrity="[^"]*"(?= as="fetch")/, ''));
