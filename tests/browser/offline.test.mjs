// The site kept by the browser: installed, used without a server, brought up to date, and left alone where it may not be.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { serve } from '../../scripts/serve.mjs';
import { assertClean, eventually, launchPersistent, launchToday, screenshot, typeInto, watch, withPage } from './support/chromium.mjs';
import { QUIRKS_83, withPage83, assertClean as assertClean83 } from './support/chromium83.mjs';
import { cell, oneFile, openExample, saved } from './support/site.mjs';
import { checksumOf, deploy, deployAs, hashedNames, hashedOf, listed } from './support/versions.mjs';

let browser;
let place;
before(async () => {
  browser = await launchToday();
  place = await mkdtemp(join(tmpdir(), 'juesuan-offline-'));
});
after(async () => {
  await browser?.close();
  await rm(place, { recursive: true, force: true });
});

const PATIENCE = { timeout: 60_000 };
const PATH = 'a/b/juesuan/';

/** A server with the site under some paths; gives the server and each copy's folder and address. */
async function served(name, paths = [PATH], options = {}) {
  const root = join(place, name);
  const copies = paths.map((path) => ({ folder: join(root, path), path }));
  for (const { folder } of copies) deploy(folder);
  const server = await serve({ root, ...options });
  return { server, root, copies: copies.map((copy) => ({ ...copy, url: server.url + copy.path })) };
}

/** Waits until what `ask` answers inside the page is true; `waitForFunction` takes any promise for an answer. */
async function until(page, ask, argument) {
  const end = Date.now() + PATIENCE.timeout;
  // A page that is just being reloaded cannot answer.
  while (!(await page.evaluate(ask, argument).catch(() => false))) {
    assert.ok(Date.now() < end, `waited in vain: ${ask}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Waits until the site is installed and this window is in its hands. */
const installed = (page) => until(page, async () => {
  const registration = await navigator.serviceWorker.getRegistration('./');
  return registration?.active?.state === 'activated' && registration.scope === new URL('./', location.href).href
    && navigator.serviceWorker.controller !== null;
});
/** Waits until a cache is gone. */
const gone = (page, name) => until(page, async (name) => !(await caches.keys()).includes(name), name);

/** Name and addresses of every cache of the origin. */
const cached = (page) => page.evaluate(async () => {
  const names = await caches.keys();
  return Object.fromEntries(await Promise.all(names.map(async (name) =>
    [name, (await (await caches.open(name)).keys()).map(({ url }) => url).sort()])));
});
const cacheName = ({ folder, path }) => `juesuan /${path} ${checksumOf(folder)}`;

const bar = (page) => page.getByRole('status').filter({ hasText: '新版本已就绪' });
const shownBuild = async (page) => {
  await page.locator('.nav footer details').evaluate((one) => { one.open = true; });
  return page.locator('.nav .build').innerText();
};
const ATTACHED = { ...PATIENCE, state: 'attached' };

const part = (unit) => ({
  name: `${unit}.juesuan.json`, mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify({ format: 2, ruleSet: 'wuhan-2020', forms: [{ kind: 'overall', unit, execution: { budget: '10', actual: '9' } }] })),
});

/** Brings two forms together, and gives the address of the worker that did it. */
async function consolidate(page) {
  await page.locator('.nav').getByRole('button', { name: '多单位汇总' }).click();
  const started = page.waitForEvent('worker', PATIENCE);
  await page.locator('.drop input[type=file]').first().setInputFiles([part('甲'), part('乙')]);
  await page.locator('.consolidated').waitFor(PATIENCE);
  return (await started).url();
}

test('it can be installed', async () => {
  const { server, copies: [{ url }] } = await served('install');
  const profile = await mkdtemp(join(tmpdir(), 'juesuan-install-'));
  const context = await launchPersistent(profile);
  try {
    await withPage({ context, url }, async ({ page, seen }) => {
      await installed(page);
      const session = await context.newCDPSession(page);
      const { url: address, data, errors } = await session.send('Page.getAppManifest');
      assert.deepEqual(errors, []);
      assert.equal(address, `${url}manifest.webmanifest`);
      const { name, short_name: short, display, icons } = JSON.parse(data);
      assert.deepEqual([name, short, display], ['决算与绩效自评', '决算', 'standalone']);
      for (const { src, sizes } of icons) {
        const size = await page.evaluate(async (src) => {
          const image = new Image();
          image.src = src;
          await image.decode();
          return `${image.naturalWidth}x${image.naturalHeight}`;
        }, src);
        if (sizes !== 'any') assert.equal(size, sizes, src);
      }
      const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
      assert.deepEqual(installabilityErrors, []);
      assertClean(seen);
    });
  } finally {
    await context.close();
    await server.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

test('after one visit it works without a server, its worker too', async () => {
  const { server, copies: [copy] } = await served('offline');
  await withPage({ browser, url: copy.url }, async ({ page, seen }) => {
    await installed(page);
    await page.context().setOffline(true);
    await server.close();
    // The window of the first visit already.
    assert.match(await consolidate(page), /\/start-[0-9a-f]+\.js$/);
    for (const address of [copy.url, `${copy.url}index.html`, `${copy.url}?from=desk#top`]) {
      await page.goto('about:blank');
      await page.goto(address);
      await page.locator('.start').waitFor(PATIENCE);
    }
    await page.reload();
    await openExample(page);
    assert.equal(await page.locator('[id="f0.total"]').innerText(), '95');
    await typeInto(page, cell(page, 'deviation'), '没有网络');
    await saved(page);
    await consolidate(page);
    await screenshot(page, 'offline');
    await page.reload();
    await page.locator('.entry').first().click();
    await page.locator('table.foot').waitFor(PATIENCE);
    assert.equal(await cell(page, 'deviation').inputValue(), '没有网络');
    assertClean(seen);
  });
});

test('nothing is kept but the site’s own files', async () => {
  const { server, root, copies: [copy] } = await served('own');
  try {
    await withPage({ browser, url: copy.url }, async ({ page }) => {
      await installed(page);
      const own = { [cacheName(copy)]: listed(copy.folder, copy.url) };
      assert.deepEqual(await cached(page), own);
      assert.ok(own[cacheName(copy)].includes(copy.url));
      assert.ok(!own[cacheName(copy)].some((url) => /juesuan\.html|embed|sw\.js/.test(url)));
      // Others' files, unknown ones, the one file, and what only looks like ours: the network's, and changing with it.
      const paths = ['other.json', `${PATH}data.json`, `${PATH}juesuan-0123456789abcdef.js`, `${PATH}embed/data.json`];
      for (const content of ['1', '2']) {
        for (const path of paths) {
          writeFileSync(join(root, path), content);
          assert.equal(await page.evaluate(async (url) => (await fetch(url)).text(), `/${path}`), content, path);
        }
      }
      assert.equal(await page.evaluate(async () => (await fetch('nowhere-0123456789abcdef.js')).status), 404);
      const other = await page.context().newPage();
      await other.goto(`${copy.url}juesuan.html`);
      await other.locator('.start').waitFor(PATIENCE);
      await other.goto(`${copy.url}data.json`);
      assert.equal(await other.locator('body').innerText(), '2');
      assert.deepEqual(await cached(page), own);
      // Where the browser has thrown the files away, the server has them.
      await page.evaluate((name) => caches.delete(name), cacheName(copy));
      await page.reload();
      await page.locator('.start').waitFor(PATIENCE);
    });
  } finally {
    await server.close();
  }
});

test('two copies under two paths, one inside the other too, do not touch each other', async () => {
  const paths = ['one/', 'two/', 'one/inner/'];
  const { server, copies } = await served('copies', paths);
  try {
    const context = await browser.newContext();
    const pages = [];
    for (const copy of copies) {
      const page = await context.newPage();
      pages.push(page);
      await page.goto(copy.url);
      await installed(page);
    }
    const all = () => Object.fromEntries(copies.map((copy) => [cacheName(copy), listed(copy.folder, copy.url)]));
    assert.deepEqual(await cached(pages[0]), all());
    const before = cacheName(copies[0]);
    deployAs(copies[0].folder, '0.2.0');
    await pages[0].reload();
    await bar(pages[0]).getByRole('button', { name: '立即更新' }).click(PATIENCE);
    await gone(pages[0], before);
    assert.deepEqual(await cached(pages[1]), all());
    assert.match(await shownBuild(pages[0]), /0\.2\.0/);
    for (const page of [pages[1], pages[2]]) {
      await page.reload();
      assert.match(await shownBuild(page), /0\.1\.0/);
      assert.equal(await bar(page).count(), 0);
    }
    await server.close();
    for (const page of pages) {
      await page.reload();
      await page.locator('.start').waitFor(PATIENCE);
    }
    await context.close();
  } finally {
    await server.close().catch(() => {});
  }
});

test('a new version: said, taken when wanted, without a word lost and without a file of another', async () => {
  const { server, copies: [copy] } = await served('update');
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  try {
    const page = await context.newPage();
    const seen = await watch(page, copy.url);
    await page.goto(copy.url);
    await installed(page);
    const first = { cache: cacheName(copy), names: hashedNames(copy.folder), checksum: checksumOf(copy.folder) };
    assert.equal(await shownBuild(page), `版本 0.1.0\n校验码 ${first.checksum}`);
    assert.equal(await bar(page).count(), 0);
    // A second window stays behind, with a workbook of its own.
    const second = await context.newPage();
    const seenBySecond = await watch(second, copy.url);
    await second.goto(copy.url);
    await second.getByRole('button', { name: '新建', exact: true }).click();
    await second.locator('table.foot').waitFor(PATIENCE);
    await saved(second);

    deployAs(copy.folder, '0.2.0');
    const next = { cache: cacheName(copy), names: hashedNames(copy.folder), checksum: checksumOf(copy.folder) };
    assert.notEqual(next.checksum, first.checksum);
    assert.ok(next.names.every((name) => !first.names.includes(name)));
    seen.requests.length = 0;
    await page.reload();
    await openExample(page);
    await bar(page).waitFor(PATIENCE);
    assert.match(await shownBuild(page), /0\.1\.0/, 'the old one until somebody wants the new one');
    assert.ok(hashedOf(seen.requests).length >= 4);
    assert.deepEqual(hashedOf(seen.requests).filter((name) => !first.names.includes(name)), []);
    await screenshot(page, 'update');
    await bar(page).getByRole('button', { name: '稍后' }).click();
    assert.equal(await bar(page).count(), 0);
    await page.reload();
    await page.locator('.entry').first().waitFor(PATIENCE);
    await page.getByRole('button', { name: /汉阳社会保险管理处/ }).first().click();
    await page.locator('table.foot').waitFor(PATIENCE);
    await bar(page).waitFor(PATIENCE);
    await bar(second).waitFor(PATIENCE);

    seen.requests.length = 0;
    await cell(page, 'deviation').click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('刚刚输入的字');
    await bar(page).getByRole('button', { name: '立即更新' }).click();
    await page.locator('.nav .build', { hasText: next.checksum }).waitFor(ATTACHED);
    assert.deepEqual(hashedOf(seen.requests).filter((name) => !next.names.includes(name)), []);
    assert.equal(await bar(page).count(), 0);
    await page.getByRole('button', { name: /汉阳社会保险管理处/ }).first().click();
    await page.locator('table.foot').waitFor(PATIENCE);
    assert.equal(await cell(page, 'deviation').inputValue(), '刚刚输入的字');

    // The second window goes on as it was: its worker is of its own version, which the server has no more.
    assert.match(await shownBuild(second), /0\.1\.0/);
    assert.deepEqual(Object.keys(await cached(page)).sort(), [first.cache, next.cache].sort());
    seenBySecond.requests.length = 0;
    const worker = await consolidate(second);
    assert.ok(first.names.includes(hashedOf([worker])[0]), worker);
    assert.deepEqual(hashedOf(seenBySecond.requests).filter((name) => !first.names.includes(name)), []);
    await bar(second).getByRole('button', { name: '立即更新' }).click();
    await second.locator('.nav .build', { hasText: next.checksum }).waitFor(ATTACHED);
    // Nobody needs the old one any more.
    await gone(second, first.cache);
    assert.deepEqual(await cached(page), { [next.cache]: listed(copy.folder, copy.url) });
    const worker2 = await consolidate(second);
    assert.ok(next.names.includes(hashedOf([worker2])[0]), worker2);
    assertClean(seen);
    assertClean(seenBySecond);
  } finally {
    await context.close();
    await server.close();
  }
});

test('a page that stays open hears of a new version too, when somebody comes back to it', async () => {
  const { server, copies: [copy] } = await served('open');
  try {
    await withPage({ browser, url: copy.url }, async ({ page, seen }) => {
      await installed(page);
      await openExample(page);
      const comeBack = (hours) => page.evaluate((hours) => {
        const { now } = Date;
        Date.now = () => now.call(Date) + hours * 3_600_000;
        window.dispatchEvent(new Event('focus'));
        Date.now = now;
      }, hours);
      deployAs(copy.folder, '0.2.0');
      await comeBack(0.9);
      await page.waitForTimeout(1000);
      const found = await page.evaluate(async () => {
        const { installing, waiting } = await navigator.serviceWorker.getRegistration('./');
        return [installing, waiting];
      });
      assert.deepEqual(found, [null, null], 'not at every turn');
      await comeBack(1.1);
      await bar(page).waitFor(PATIENCE);
      await page.context().setOffline(true);
      await comeBack(3);
      await page.waitForTimeout(500);
      assertClean(seen);
    });
  } finally {
    await server.close();
  }
});

test('where what is typed cannot be kept, no new version takes over', async () => {
  const { server, copies: [copy] } = await served('risk');
  const context = await browser.newContext();
  await context.addInitScript(() => { IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }; });
  try {
    const page = await context.newPage();
    await page.goto(copy.url);
    await installed(page);
    deployAs(copy.folder, '0.2.0');
    await page.reload();
    await openExample(page);
    await bar(page).getByRole('button', { name: '立即更新' }).click(PATIENCE);
    await page.getByRole('alert').filter({ hasText: '没有更新' }).waitFor(PATIENCE);
    assert.match(await shownBuild(page), /0\.1\.0/);
    // In a file it is safe.
    await page.evaluate(() => { delete window.showSaveFilePicker; });
    await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+S')]);
    await bar(page).getByRole('button', { name: '立即更新' }).click(PATIENCE);
    await page.locator('.nav .build', { hasText: '0.2.0' }).waitFor(ATTACHED);
  } finally {
    await context.close();
    await server.close();
  }
});

test('a broken deployment changes nothing', async () => {
  const { server, copies: [copy] } = await served('broken');
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const seen = await watch(page, copy.url);
    await page.goto(copy.url);
    await installed(page);
    const before = await cached(page);
    const failed = () => page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration('./');
      const ended = new Promise((done) => registration.addEventListener('updatefound', () => {
        const worker = registration.installing;
        worker.addEventListener('statechange', () => worker.state !== 'installing' && done(worker.state));
      }));
      await registration.update();
      return ended;
    });
    // A file is missing; a file is another's, as of a proxy that answers everything.
    const breaks = [
      () => rmSync(join(copy.folder, hashedNames(copy.folder).find((name) => name.endsWith('.css')))),
      () => writeFileSync(join(copy.folder, hashedNames(copy.folder).find((name) => name.endsWith('.css'))), 'p { }'),
      () => renameSync(join(copy.folder, 'icons/icon-192.png'), join(copy.folder, 'icons/icon.png')),
    ];
    for (const [i, harm] of breaks.entries()) {
      deployAs(copy.folder, `0.2.${i}`);
      harm();
      assert.equal(await failed(), 'redundant');
      await page.reload();
      await openExample(page);
      assert.match(await shownBuild(page), /0\.1\.0/);
      assert.equal(await bar(page).count(), 0);
      // Opened anew, the page has tried once more: of what failed nothing stays.
      await eventually(() => cached(page), before);
    }
    // Once it is whole it comes.
    deployAs(copy.folder, '0.2.9');
    await page.reload();
    await bar(page).waitFor(PATIENCE);
    assert.deepEqual(seen.errors, []);
  } finally {
    await context.close();
    await server.close();
  }
});

const BASE = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'";
const POLICIES = [
  ['a plain policy', BASE, true],
  ['trusted types, this name among others', `${BASE}; require-trusted-types-for 'script'; trusted-types other juesuan`, true],
  ['trusted types of any name', `${BASE}; require-trusted-types-for 'script'`, true],
  ['no trusted types required, none allowed', `${BASE}; trusted-types 'none'`, true],
  ['trusted types, none allowed', `${BASE}; require-trusted-types-for 'script'; trusted-types 'none'`, false],
  ['trusted types, others’ only', `${BASE}; require-trusted-types-for 'script'; trusted-types other`, false],
  ['two policies, of which one refuses', [`${BASE}; require-trusted-types-for 'script'`, "trusted-types 'none'"], false],
  ['no workers', `${BASE}; worker-src 'none'`, false],
];

test('under a portal’s policy: installed where it allows that, and nothing is said where not', async (t) => {
  for (const [name, policy, allowed] of POLICIES) {
    await t.test(name, async () => {
      const { server, copies: [copy] } = await served('policy', [PATH], { headers: { 'content-security-policy': policy } });
      try {
        await withPage({ browser, url: copy.url }, async ({ page, seen }) => {
          await page.locator('.start').waitFor(PATIENCE);
          if (allowed) {
            await installed(page);
            await page.reload();
          }
          await openExample(page);
          // What is not to happen is given time to happen.
          if (!allowed) await page.waitForTimeout(1000);
          assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), allowed ? 1 : 0);
          assertClean(seen);
          assert.deepEqual(seen.console, []);
        });
      } finally {
        await server.close();
      }
    });
  }
});

test('neither the one file, nor a page inside another, nor one that is to be embedded, installs anything', async () => {
  const { server, root, copies: [copy] } = await served('inside');
  const framed = `?embed=1&origin=${new URL(server.url).origin}`;
  writeFileSync(join(root, 'portal.html'), `<!doctype html><title>portal</title><iframe src="${PATH}${framed}"></iframe><iframe src="${PATH}"></iframe>`);
  const cases = [
    // The address, and what each of its frames shows once it is open.
    [`${copy.url}juesuan.html`, ['.start']],
    [`${copy.url}${framed}`, ['.start']],
    [`${server.url}portal.html`, [null, 'table.form', '.start']],
  ];
  try {
    for (const [url, shown] of cases) {
      await withPage({ browser, url }, async ({ page, seen }) => {
        const frames = page.frames();
        assert.equal(frames.length, shown.length);
        for (const [index, what] of shown.entries()) {
          if (what) await frames[index].locator(what).first().waitFor(PATIENCE);
        }
        await page.waitForTimeout(1000);
        assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0, url);
        assert.deepEqual(await cached(page), {});
        assertClean(seen, { allow: [/favicon\.ico/, /404/] });
      });
    }
    await withPage({ browser, url: oneFile() }, async ({ page, seen }) => {
      assert.equal(await shownBuild(page), `版本 0.1.0\n校验码 ${checksumOf(copy.folder)}`, 'the same program, the same checksum');
      await screenshot(page, 'build');
      await page.setViewportSize({ width: 1024, height: 768 });
      await screenshot(page, 'build-1024');
      assertClean(seen);
    });
  } finally {
    await server.close();
  }
});

test('Chromium 83 keeps it too', async () => {
  const { server, copies: [copy] } = await served('83');
  const profile = await mkdtemp(join(tmpdir(), 'juesuan-83-'));
  try {
    await withPage83({ url: copy.url, userDataDir: profile }, async ({ page, seen }) => {
      await page.waitForSelector('.start');
      await page.waitForFunction(() => navigator.serviceWorker.controller, PATIENCE);
      await server.close();
      await page.reload();
      await page.waitForSelector('.start');
      await page.evaluate(() => [...document.querySelectorAll('button')].find((one) => one.textContent.includes('载入示例')).click());
      await page.waitForSelector('table.form');
      assert.equal(await page.$eval('[id="f0.total"]', (one) => one.textContent), '95');
      assertClean83(seen, { allow: QUIRKS_83 });
    });
  } finally {
    await server.close().catch(() => {});
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});
