// What is handed out: the same bytes from the same content, and archives that others can read.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { unzipSync } from 'fflate';
import { finish, siteFiles, withBuild } from '../../scripts/finish-site.mjs';
import { pack } from '../../scripts/release.mjs';

const place = mkdtempSync(join(tmpdir(), 'juesuan-release-'));
after(() => rmSync(place, { recursive: true, force: true }));

const filesIn = (folder) => readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));

/** The built files written in another order, at another time. */
function copied(name, order, when) {
  const to = join(place, name);
  for (const file of order(filesIn('dist').sort())) {
    mkdirSync(dirname(join(to, file)), { recursive: true });
    copyFileSync(join('dist', file), join(to, file));
    utimesSync(join(to, file), when, when);
  }
  return to;
}

test('packed twice, elsewhere and at another time, it is the same to the byte', () => {
  const zone = process.env.TZ;
  const packed = [
    ['one', (files) => files, new Date('2001-02-03'), 'UTC'],
    ['another', (files) => files.reverse(), new Date('2024-08-09'), 'Asia/Shanghai'],
  ].map(([name, order, when, tz]) => {
    process.env.TZ = tz;
    const release = join(place, `release-${name}`);
    pack(copied(name, order, when), release);
    return Object.fromEntries(readdirSync(release).sort().map((file) => [file, readFileSync(join(release, file))]));
  });
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;

  const [first, second] = packed;
  const { version } = JSON.parse(readFileSync('dist/embed/package.json', 'utf8'));
  const names = ['SHA256SUMS', `juesuan-${version}-site.zip`, `juesuan-${version}.html`, `juesuan-embed-${version}.tgz`];
  assert.deepEqual(Object.keys(first), names);
  for (const name of names) assert.ok(first[name].equals(second[name]), name);

  const sums = first.SHA256SUMS.toString().trim().split('\n').map((line) => line.split('  '));
  assert.deepEqual(sums.map(([, name]) => name), names.slice(1));
  for (const [sum, name] of sums) assert.equal(sum, createHash('sha256').update(first[name]).digest('hex'), name);

  const unpacked = unzipSync(first[names[1]]);
  for (const file of [...siteFiles('dist'), 'sw.js']) {
    assert.ok(readFileSync(join('dist', file)).equals(unpacked[`juesuan-${version}/${file}`]), file);
  }
  assert.ok(!Object.keys(unpacked).some((file) => /juesuan\.html$|embed\//.test(file)));
  assert.ok(first[names[2]].equals(readFileSync('dist/juesuan.html')));
});

test('npm installs the module from its package', () => {
  const release = join(place, 'release');
  pack('dist', release);
  const [tgz] = readdirSync(release).filter((name) => name.endsWith('.tgz'));
  const project = join(place, 'project');
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{"private":true,"type":"module"}');
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', join(release, tgz)], { cwd: project, stdio: 'pipe' });
  const installed = join(project, 'node_modules/juesuan');
  for (const file of filesIn('dist/embed')) {
    assert.ok(readFileSync(join('dist/embed', file)).equals(readFileSync(join(installed, file))), file);
  }
  writeFileSync(join(project, 'use.js'), `import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initSync, version } from 'juesuan';
initSync({ module: readFileSync(createRequire(import.meta.url).resolve('juesuan/juesuan_bg.wasm')) });
console.log(version());`);
  const said = execFileSync(process.execPath, ['use.js'], { cwd: project, encoding: 'utf8' }).trim();
  assert.equal(said, JSON.parse(readFileSync('dist/embed/package.json', 'utf8')).version);
});

test('the checksum is of all that the site is made of, and of nothing else', () => {
  const unfinished = (name, change = () => {}) => {
    const folder = copied(name, (files) => files, new Date('2001-02-03'));
    const page = join(folder, 'index.html');
    writeFileSync(page, readFileSync(page, 'utf8')
      .replace(/(name="juesuan-build" content=")[^"]*/, '$1').replace(/<meta name="juesuan-worker"[^>]*>/, ''));
    change(folder);
    return folder;
  };
  const worker = readFileSync('static/sw.js', 'utf8');
  const { version } = JSON.parse(readFileSync('dist/embed/package.json', 'utf8'));
  const build = finish(unfinished('again'), version, worker);
  assert.ok(readFileSync('dist/index.html', 'utf8').includes(`<meta name="juesuan-build" content="${build}">`));
  assert.ok(readFileSync('dist/juesuan.html', 'utf8').includes(`<meta name="juesuan-build" content="${build}">`));
  assert.match(build, /^\d+\.\d+\.\d+ [0-9a-f]{16}$/);
  const beside = (folder) => writeFileSync(join(folder, 'embed', 'more.js'), '');
  assert.equal(finish(unfinished('beside', beside), version, worker), build);
  const builds = [
    build,
    ...siteFiles('dist').map((file, i) => finish(unfinished(`change-${i}`, (folder) => writeFileSync(join(folder, file),
      Buffer.concat([readFileSync(join(folder, file)), Buffer.from('\n')]))), version, worker)),
    finish(unfinished('worker'), version, `${worker}\n`),
    finish(unfinished('version'), '99.0.0', worker),
  ].map((one) => one.split(' ')[1]);
  assert.equal(new Set(builds).size, builds.length);
  assert.throws(() => withBuild('<html>', build), /juesuan-build/);
});

test('nothing that ships names a place on this machine', () => {
  const places = [process.cwd(), process.env.HOME, process.env.CARGO_HOME].filter((one) => one?.length > 1).map((one) => `${one}/`);
  for (const file of filesIn('dist')) {
    const bytes = readFileSync(join('dist', file));
    for (const one of places) assert.ok(!bytes.includes(one), `${file} names ${one}`);
  }
});
