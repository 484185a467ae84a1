// A browser that is killed while somebody types, as by a crash or a power cut, and what is left of it.
import { chromium } from 'playwright-core';
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { executable } from './chromium.mjs';
import { cell, openExample } from './site.mjs';

const FLAGS = [
  '--headless', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--remote-debugging-port=0', '--window-size=1366,768',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** Starts a browser of its own on a profile; `kill()` ends all its processes at once, without a word. */
async function start(profile) {
  const port = join(profile, 'DevToolsActivePort');
  await rm(port, { force: true });
  const process_ = spawn(executable(), [...FLAGS, `--user-data-dir=${profile}`, 'about:blank'], { detached: true, stdio: 'ignore' });
  const ended = new Promise((done) => process_.once('exit', done));
  const kill = async () => {
    try { process.kill(-process_.pid, 'SIGKILL'); } catch { /* gone already */ }
    await ended;
  };
  for (let tries = 0; tries < 200; tries += 1) {
    const [number] = (await readFile(port, 'utf8').catch(() => '')).split('\n');
    if (number) {
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${number}`).catch(() => null);
      if (browser) return { browser, page: browser.contexts()[0].pages()[0], kill };
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  await kill();
  throw new Error('the browser did not start');
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/**
 * Types into the example for `lasting` milliseconds, kills the browser, and starts it again. Returns how much was typed
 * at least 300 ms before the end, how much was typed in all, and what the reopened workbook holds.
 */
export async function typeAndKill(url, lasting) {
  const profile = await mkdtemp(join(tmpdir(), 'juesuan-kill-'));
  let now = await start(profile);
  try {
    await now.page.goto(url);
    await openExample(now.page);
    const field = cell(now.page, 'deviation');
    await field.click();
    await now.page.keyboard.press('Control+A');
    const times = [];
    let typed = '';
    let killed = 0;
    const { kill } = now;
    const end = new Promise((done) => setTimeout(() => {
      killed = Date.now();
      done(kill());
    }, lasting));
    while (!killed) {
      const letter = LETTERS[typed.length % LETTERS.length];
      // The browser may die under the key.
      const pressed = await now.page.keyboard.type(letter).then(() => true, () => false);
      if (!pressed || killed) break;
      typed += letter;
      times.push(Date.now());
      await new Promise((done) => setTimeout(done, 10 + ((typed.length * 37) % 60)));
    }
    await end;
    await now.browser.close().catch(() => {});
    const safe = times.filter((time) => time <= killed - 300).length;

    now = await start(profile);
    await now.page.goto(url);
    await now.page.locator('.start').waitFor();
    const entry = now.page.locator('.entry');
    await entry.first().waitFor({ timeout: 5000 }).catch(() => {});
    const entries = await entry.count();
    let kept = null;
    if (entries > 0) {
      await entry.first().click();
      await now.page.locator('table.foot').waitFor();
      kept = await cell(now.page, 'deviation').inputValue();
    }
    return { safe, typed, kept, entries };
  } finally {
    await now.kill();
    await now.browser.close().catch(() => {});
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What is wrong with such a result, in a sentence; nothing where it is as promised. */
export function lost({ safe, typed, kept, entries }) {
  if (entries !== 1) return safe > 0 ? `${entries} workbooks are left` : null;
  if (kept === null) return 'the workbook did not open';
  // Before the first letter was saved the example's own text stands there.
  if (safe === 0) return null;
  if (!typed.startsWith(kept) && !kept.startsWith(typed)) return `“${kept}” was never typed`;
  return kept.length < safe ? `${safe - kept.length} letters older than 300 ms are lost: kept ${kept.length} of ${typed.length}` : null;
}
