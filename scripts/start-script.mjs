// Trunk starts the page from an inline script with a top-level await. Portals' content security policies forbid
// the first, Chromium 83 does not know the second. This puts a file in its place, and the rest of the program beside it.
// Run by Trunk (see Trunk.toml); JUESUAN_REST is the rest (scripts/build.sh).
import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const staging = process.env.TRUNK_STAGING_DIR;
const page = join(staging, 'index.html');
const html = readFileSync(page, 'utf8');

const inline = /<script type="module"[^>]*>\s*import init[^<]*? from '\.\/([^']+)\.js';[^]*?<\/script>/g;
const found = [...html.matchAll(inline)];
if (found.length !== 1) throw new Error(`expected one start script by Trunk in index.html, found ${found.length}`);
const [whole, name] = found[0];

const short = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 16);
const program = process.env.JUESUAN_REST;
const rest = `juesuan-rest-${short(readFileSync(program))}.wasm`;
copyFileSync(program, join(staging, rest));

const start = `import init, { giveReader, giveRest, openPage } from './${name}.js';
// As a worker: an error that nobody catches reaches the page only where it is thrown in the open.
if (typeof document === 'undefined') {
  self.addEventListener('unhandledrejection', ({ reason }) => setTimeout(() => { throw reason; }));
}
init({ module_or_path: new URL('./${name}_bg.wasm', import.meta.url) }).then(() => {
  giveRest(() => fetch(new URL('./${rest}', import.meta.url)).then((answer) => answer.arrayBuffer()));
  // For where a policy allows no worker.
  giveReader(() => import('./embed/juesuan-documents.js'));
  openPage();
});
`;
const file = `start-${short(start)}.js`;
writeFileSync(join(staging, file), start);
writeFileSync(page, html
  .replace(whole, () =>
    `<script type="module" src="./${file}" crossorigin="anonymous" integrity="sha384-${createHash('sha384').update(start).digest('base64')}"></script>`)
  // Browsers check no digest here, and Chromium warns of it on every start.
  .replace(/ integrity="[^"]*"(?= as="fetch")/, ''));
