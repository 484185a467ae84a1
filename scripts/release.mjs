// Packs what was built into files to hand out. The same content gives the same bytes, whenever and wherever it is packed.
//   node scripts/release.mjs DIST RELEASE
import { gzipSync, zipSync } from 'fflate';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { siteFiles } from './finish-site.mjs';

const LICENCES = ['LICENSE', 'LICENSE-APACHE', 'LICENSE-MIT'];

// The moment that npm gives its packages.
const MOMENT = [1985, 9, 26, 8, 15];

/** `entries`: pairs of name and bytes. */
function zip(entries) {
  // A zip holds what a clock shows, wherever it hangs.
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: new Date(...MOMENT), os: 3, attrs: (0o100644 << 16) >>> 0 });
}

function header(name, size) {
  if (Buffer.byteLength(name) > 100) throw new Error(`${name}: too long a name for a tar file`);
  const block = Buffer.alloc(512);
  const number = (value, at, digits) => block.write(value.toString(8).padStart(digits, '0'), at);
  block.write(name, 0);
  number(0o644, 100, 7);
  number(0, 108, 7); // user
  number(0, 116, 7); // group
  number(size, 124, 11);
  number(Date.UTC(...MOMENT) / 1000, 136, 11);
  block.fill(' ', 148, 156); // the sum is taken over spaces in its own place
  block.write('0', 156); // a file
  block.write('ustar\x0000', 257, 'latin1');
  const sum = block.reduce((sum, byte) => sum + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return block;
}

function tgz(entries) {
  const blocks = entries.flatMap(([name, bytes]) => [header(name, bytes.length), bytes, Buffer.alloc(-bytes.length & 511)]);
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]), { level: 9, mtime: 0 });
}

export function pack(dist, release, licences = '.') {
  const read = (path) => readFileSync(join(dist, path));
  const { version } = JSON.parse(read('embed/package.json'));
  const named = (folder, entries) => entries
    .concat(LICENCES.map((name) => [name, readFileSync(join(licences, name))]))
    .map(([name, bytes]) => [`${folder}/${name}`, bytes])
    .sort(([a], [b]) => (a < b ? -1 : 1));

  const site = [...siteFiles(dist), 'sw.js'].map((path) => [path, read(path)]);
  const embed = readdirSync(join(dist, 'embed'), { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? readdirSync(join(dist, 'embed', entry.name)).map((name) => `${entry.name}/${name}`) : [entry.name]))
    .map((name) => [name, read(join('embed', name))]);
  const files = {
    [`juesuan-${version}-site.zip`]: zip(named(`juesuan-${version}`, site)),
    [`juesuan-${version}.html`]: read('juesuan.html'),
    [`juesuan-embed-${version}.tgz`]: tgz(named('package', embed)),
  };
  const sum = (bytes) => createHash('sha256').update(bytes).digest('hex');
  files.SHA256SUMS = Object.keys(files).sort().map((name) => `${sum(files[name])}  ${name}\n`).join('');

  rmSync(release, { recursive: true, force: true });
  mkdirSync(release, { recursive: true });
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(release, name), bytes);
  return files.SHA256SUMS;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [dist, release] = process.argv.slice(2);
  process.stdout.write(pack(dist, release));
}
