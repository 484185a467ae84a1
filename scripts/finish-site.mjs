// Gives the site that Trunk has built its version and checksum, and the service worker that keeps it for use without a
// network. Prints "VERSION CHECKSUM", for the one file to show the same.
//   node scripts/finish-site.mjs FOLDER Cargo.toml static/sw.js [SCRIPT…]
// SCRIPTs are those of the modules that workers run (scripts/module.mjs); the page finds them by its head.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

// What lies in the folder too, but is not the site.
const OTHER = /^(juesuan\.html$|embed\/|sw\.js$)/;

export const siteFiles = (folder) => readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll('\\', '/'))
  .filter((path) => !OTHER.test(path))
  .sort();

const sha256 = (bytes, encoding) => createHash('sha256').update(bytes).digest(encoding);

/** The first half of a digest over all parts: each by its name and its own digest. */
const checksum = (parts) => sha256(parts.map(([name, bytes]) => `${sha256(bytes, 'hex')}  ${name}\n`).join(''), 'hex').slice(0, 16);

/** Puts the words that the page reads into its head. */
export function withBuild(html, build) {
  const place = '<meta name="juesuan-build" content="">';
  if (!html.includes(place)) throw new Error(`no ${place} in the page`);
  return html.replace(place, `<meta name="juesuan-build" content="${build}">`);
}

/** Names the scripts of the modules in the page's head. */
function withModules(html, scripts) {
  if (scripts.length === 0) return html;
  const place = '<meta name="juesuan-modules" content="">';
  if (!html.includes(place)) throw new Error(`no ${place} in the page`);
  return html.replace(place, `<meta name="juesuan-modules" content="${scripts.join(' ')}">`);
}

export function finish(folder, version, worker, scripts = []) {
  const read = (path) => readFileSync(join(folder, path));
  writeFileSync(join(folder, 'index.html'), withModules(read('index.html').toString(), scripts));
  const files = siteFiles(folder);
  const build = `${version} ${checksum([...files.map((path) => [path, read(path)]), ['sw.js', worker], ['version', version]])}`;

  const page = withBuild(read('index.html').toString(), build)
    .replace('</head>', '<meta name="juesuan-worker" content="sw.js"></head>');
  writeFileSync(join(folder, 'index.html'), page);

  // The page is asked for by the folder's own address.
  const digests = Object.fromEntries(files.map((path) =>
    [path === 'index.html' ? './' : path, `sha256-${sha256(read(path), 'base64')}`]));
  writeFileSync(join(folder, 'sw.js'),
    `const VERSION = ${JSON.stringify(build.split(' ')[1])};\nconst FILES = ${JSON.stringify(digests, null, 2)};\n\n${worker}`);
  return build;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [folder, manifest, worker, ...scripts] = process.argv.slice(2);
  const [, version] = readFileSync(manifest, 'utf8').match(/^version = "(.*)"$/m);
  console.log(finish(folder, version, readFileSync(worker, 'utf8'), scripts));
}
