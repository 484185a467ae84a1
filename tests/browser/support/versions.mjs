// Copies of the built site, and what another version of it would be.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { finish } from '../../../scripts/finish-site.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../../../..');
const HASHED = /-([0-9a-f]{12,16})(?=[_.])/;

/** Puts the built site into a folder, in place of the one that was there; other folders in it stay. */
export function deploy(folder) {
  mkdirSync(folder, { recursive: true });
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isFile() || entry.name === 'icons') rmSync(join(folder, entry.name), { recursive: true });
  }
  cpSync(join(root, 'dist'), folder, { recursive: true });
}

/** The same program as version `version`: other names with digests, another service worker. */
export function deployAs(folder, version) {
  deploy(folder);
  const other = (digest) => createHash('sha256').update(digest + version).digest('hex').slice(0, 16);
  const names = readdirSync(folder).filter((name) => HASHED.test(name));
  const digests = [...new Set(names.map((name) => name.match(HASHED)[1]))];
  const renamed = (text) => digests.reduce((all, digest) => all.replaceAll(digest, other(digest)), text);
  for (const name of names) {
    if (name.endsWith('.js')) writeFileSync(join(folder, name), renamed(readFileSync(join(folder, name), 'utf8')));
    renameSync(join(folder, name), join(folder, renamed(name)));
  }
  const page = join(folder, 'index.html');
  writeFileSync(page, renamed(readFileSync(page, 'utf8'))
    .replace(/ integrity="[^"]*"/g, '')
    .replace(/(name="juesuan-build" content=")[^"]*/, '$1')
    .replace(/<meta name="juesuan-worker"[^>]*>/, ''));
  return finish(folder, version, readFileSync(join(root, 'static/sw.js'), 'utf8'));
}

/** The names with digests in a deployed folder. */
export const hashedNames = (folder) => readdirSync(folder).filter((name) => HASHED.test(name));
export const hashedOf = (urls) => urls.map((url) => new URL(url).pathname.split('/').at(-1)).filter((name) => HASHED.test(name));

/** The list in a deployed service worker, as addresses. */
export function listed(folder, url) {
  const [, files] = readFileSync(join(folder, 'sw.js'), 'utf8').match(/^const FILES = (\{[^}]*\});$/m);
  return Object.keys(JSON.parse(files)).map((path) => new URL(path, url).href).sort();
}

export const checksumOf = (folder) => readFileSync(join(folder, 'sw.js'), 'utf8').match(/^const VERSION = "(.*)";$/m)[1];
