// An old browser: the headless Chromium 83 that the npm package chrome-aws-lambda carries inside,
// driven by puppeteer-core 3.3.0, because newer drivers do not speak to it.
import puppeteer from 'puppeteer-core';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { createBrotliDecompress } from 'node:zlib';
import { pipeline } from 'node:stream/promises';
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { watchPuppeteer, withWhatWasSeen } from './seen.mjs';

export { assertClean, problems } from './seen.mjs';
export { screenshot } from './shots.mjs';

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--single-process', '--no-zygote', '--disable-dev-shm-usage',
];

/**
 * What this browser complains of though nothing is wrong, for `assertClean(seen, { allow: QUIRKS_83 })`: it does
 * not know 'wasm-unsafe-eval', and under any script-src it reports a violation for compiling WebAssembly even
 * where 'unsafe-eval' permits it. Where evaluation is really refused, an uncaught error says so besides.
 */
export const QUIRKS_83 = [
  /^console error: The source list .* contains an invalid source: ''wasm-unsafe-eval''/,
  /^policy violation: script-src refused eval/,
];

const cacheHome = () =>
  process.env.JUESUAN_CACHE ||
  join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'juesuan');

const packedDir = () => {
  const require = createRequire(import.meta.url);
  return join(dirname(require.resolve('chrome-aws-lambda/package.json')), 'bin');
};

const inflate = (from, to) =>
  pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));

async function untar(tarBr, into) {
  await mkdir(into);
  // --no-same-owner: as root tar would otherwise give the files to a stranger's user id.
  const tar = spawn('tar', ['-x', '--no-same-owner', '-C', into], { stdio: ['pipe', 'ignore', 'inherit'] });
  const done = new Promise((resolve, reject) => {
    tar.on('error', reject);
    tar.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`tar ended with ${code}: ${tarBr}`))));
  });
  await Promise.all([pipeline(createReadStream(tarBr), createBrotliDecompress(), tar.stdin), done]);
}

/** Unpacks the browser once and returns its directory. */
export async function unpack83() {
  const home = cacheHome();
  const dir = join(home, 'chromium-83');
  if (existsSync(dir)) return dir;
  await mkdir(home, { recursive: true });
  // Unpack aside and rename: an interrupted unpack is never mistaken for a finished one.
  const part = await mkdtemp(join(home, 'chromium-83.part-'));
  try {
    const packed = packedDir();
    await inflate(join(packed, 'chromium.br'), join(part, 'chromium'));
    await chmod(join(part, 'chromium'), 0o755);
    await untar(join(packed, 'swiftshader.tar.br'), join(part, 'swiftshader'));
    await untar(join(packed, 'aws.tar.br'), join(part, 'aws'));
    await rename(part, dir);
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    // Another run may have finished the same work first; then its directory serves.
    if (!existsSync(dir)) throw error;
  }
  return dir;
}

/** Libraries the browser was packed with, for a machine that lacks some; its own are left alone otherwise. */
async function environment(dir) {
  const missing = await new Promise((resolve) => {
    let out = '';
    const ldd = spawn('ldd', [join(dir, 'chromium')], { stdio: ['ignore', 'pipe', 'ignore'] });
    ldd.stdout.on('data', (chunk) => (out += chunk));
    ldd.on('error', () => resolve(false));
    ldd.on('close', () => resolve(out.includes('not found')));
  });
  if (!missing) return process.env;
  const path = [join(dir, 'aws', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return { ...process.env, LD_LIBRARY_PATH: path };
}

/** `userDataDir`: a profile to keep; without it the profile is thrown away. */
export async function launch83({ args = [], userDataDir } = {}) {
  const dir = await unpack83();
  return puppeteer.launch({
    executablePath: join(dir, 'chromium'),
    args: [...FLAGS, ...args],
    env: await environment(dir),
    userDataDir,
    headless: true,
  });
}

/**
 * Opens `url` in a browser of its own (or in a new tab of `browser`) and closes it afterwards.
 * One process holds browser and page here, so a browser per page keeps a crash to one test.
 */
export async function withPage83(
  { browser, url, viewport = { width: 1366, height: 768 }, userDataDir },
  use,
) {
  const own = browser ? null : await launch83({ userDataDir });
  const page = await (browser ?? own).newPage();
  const address = String(url);
  const seen = await watchPuppeteer(page, address);
  try {
    await page.setViewport(viewport);
    await page.goto(address);
    return await use({ page, seen });
  } catch (error) {
    throw withWhatWasSeen(error, seen);
  } finally {
    if (own) await own.close();
    else await page.close();
  }
}

/** As `typeInto` for today's browser; `selector` is CSS. */
export async function typeInto83(page, selector, text) {
  await page.click(selector);
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  if (text === '') await page.keyboard.press('Delete');
  else await page.keyboard.type(text);
}
