// What is typed stays: reloads, closing pages, two windows, full and forbidden stores, older and newer
// entries, deleting and having back, files on disk.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { assertClean, eventually, launchPersistent, launchToday, screenshot, typeInto, withPage } from './support/chromium.mjs';
import { artefacts, cell, deviations, inStore, oneFile, openExample, saved, stored } from './support/site.mjs';

let browser;
let sites;
before(async () => {
  browser = await launchToday();
  sites = await artefacts();
});
after(async () => {
  await browser?.close();
  await Promise.all(sites?.map((site) => site.close()) ?? []);
});

test('a reload brings everything back', async (t) => {
  for (const site of sites) {
    await t.test(site.name, async () => {
      const profile = await mkdtemp(join(tmpdir(), 'juesuan-'));
      const context = await launchPersistent(profile);
      try {
        await withPage({ context, url: site.url }, async ({ page, seen }) => {
          await openExample(page);
          await typeInto(page, cell(page, 'execution.actual'), '12a');
          await typeInto(page, cell(page, 'improvement'), '第一行\n第二行');
          await saved(page);
          // Just before the page goes: the autosave has not come round to it yet.
          await typeInto(page, cell(page, 'deviation'), '刚刚输入');
          await page.reload();
          await page.locator('.entry').click();
          await page.locator('table.foot').waitFor();
          await eventually(() => cell(page, 'deviation').inputValue(), '刚刚输入');
          await eventually(() => cell(page, 'execution.actual').inputValue(), '12a');
          await eventually(() => cell(page, 'improvement').inputValue(), '第一行\n第二行');
          assertClean(seen);
        });
        // Another page later: it is all still there, is listed with name and year, can be deleted and had back.
        await withPage({ context, url: site.url }, async ({ page, seen }) => {
          await page.locator('.entry').waitFor();
          await eventually(() => page.locator('.entry-name').innerText(), '武汉市人力资源和社会保障局汉阳社会保险管理处');
          await eventually(() => page.locator('.entry-year').innerText(), '2020 年度');
          assert.match(await page.locator('.entry-time').innerText(), /^\d{4}-\d\d-\d\d \d\d:\d\d$/);
          await page.getByRole('button', { name: /^删除/ }).click();
          await page.locator('.entry').waitFor({ state: 'detached' });
          await page.getByRole('status').getByRole('button', { name: '撤销' }).click();
          await page.locator('.entry').click();
          await page.locator('table.foot').waitFor();
          await eventually(() => cell(page, 'deviation').inputValue(), '刚刚输入');
          await page.locator('.nav').getByRole('button', { name: '首页' }).click();
          await page.getByRole('button', { name: /^删除/ }).click();
          await page.locator('.entry').waitFor({ state: 'detached' });
          await page.reload();
          await page.locator('.start').waitFor();
          assert.deepEqual(await stored(page), []);
          await eventually(() => page.locator('.entry').count(), 0);
          assertClean(seen);
        });
      } finally {
        await context.close();
        await rm(profile, { recursive: true, force: true });
      }
    });
  }
});

test('the first screen comes with what is stored: nothing on it moves afterwards', () => withPage({ browser, url: oneFile() }, async ({ page, seen }) => {
  await openExample(page);
  await saved(page);
  await page.addInitScript(() => {
    new MutationObserver(() => {
      window.first ??= document.querySelector('.start')?.querySelectorAll('.entry').length;
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  await page.locator('.start').waitFor();
  assert.equal(await page.evaluate(() => window.first), 1);
  assertClean(seen);
}));

test('a store that never answers holds nobody up', () => withPage({ browser, url: 'about:blank' }, async ({ page, seen }) => {
  await page.addInitScript(() => { IDBFactory.prototype.open = () => new EventTarget(); });
  await page.goto(oneFile());
  await openExample(page);
  await typeInto(page, cell(page, 'deviation'), '照样能填');
  await page.waitForTimeout(500);
  assert.equal(await page.locator('.nav footer').innerText().then((text) => text.includes('已自动保存')), false);
  await page.locator('.nav').getByRole('button', { name: '首页' }).click();
  await page.locator('.start').waitFor();
  await page.locator('.nav').getByRole('button', { name: '整体自评表' }).click();
  await eventually(() => cell(page, 'deviation').inputValue(), '照样能填');
  await screenshot(page, 'no-store');
  assertClean(seen);
}));

test('typing is in the store within 300 ms, also while somebody types on, and at once when the page goes', async () => {
  for (const site of sites) {
    await withPage({ browser, url: site.url }, async ({ page, seen }) => {
      await openExample(page);
      await typeInto(page, cell(page, 'deviation'), '即将断电');
      await page.waitForTimeout(300);
      assert.deepEqual(await deviations(page), ['即将断电']);
      for (let i = 0; i < 20; i += 1) {
        await page.keyboard.type('字');
        await page.waitForTimeout(25);
      }
      const [{ length }] = await deviations(page);
      assert.ok(length >= 4 + 8, `steady typing is saved too: ${length}`);
      await page.waitForTimeout(300);
      await page.keyboard.type('了');
      const left = await page.evaluate(async () => {
        window.dispatchEvent(new Event('pagehide'));
        // The end of the page's own listeners, as where the browser sends the event.
        await null;
        await null;
        return Object.entries(localStorage).filter(([key]) => key.startsWith('juesuan.workbook.')).map(([, text]) => text).join();
      });
      assert.match(left, /即将断电字+了/);
      assertClean(seen);
    });
  }
});

test('two windows on one workbook: the second is told, and neither overwrites the other', async (t) => {
  for (const site of sites) {
    await t.test(site.name, () => withPage({ browser, url: site.url }, async ({ page }) => {
      await openExample(page);
      await saved(page);
      const second = await page.context().newPage();
      await second.goto(site.url);
      await second.locator('.entry').click();
      const told = second.getByRole('alert').filter({ hasText: '已在另一个窗口中打开' });
      await told.waitFor();
      await screenshot(second, `two-windows-${site.name}`);
      await typeInto(second, cell(second, 'deviation'), '第二个窗口');
      await typeInto(page, cell(page, 'deviation'), '第一个窗口');
      await inStore(page, '第一个窗口');
      assert.deepEqual(await deviations(page), ['第一个窗口']);
      await eventually(() => page.getByRole('alert').count(), 0, 'the first goes on as before');
      await second.getByRole('button', { name: '另存为副本，继续编辑' }).click();
      await saved(second);
      await eventually(() => told.count(), 0);
      assert.deepEqual(await deviations(page), ['第一个窗口', '第二个窗口']);
    }));
  }
});

test('windows that cannot hear each other still do not overwrite', () => withPage({ browser, url: sites[0].url }, async ({ page }) => {
  await openExample(page);
  await saved(page);
  const second = await page.context().newPage();
  // As a browser without storage events, or with localStorage forbidden.
  for (const one of [page, second]) {
    await one.addInitScript(() => Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } }));
  }
  await page.reload();
  await page.locator('.entry').click();
  await page.locator('table.foot').waitFor();
  await second.goto(sites[0].url);
  await second.locator('.entry').click();
  await typeInto(second, cell(second, 'deviation'), '第二个窗口');
  await saved(second);
  await typeInto(page, cell(page, 'deviation'), '第一个窗口');
  await page.getByRole('alert').filter({ hasText: '已在另一个窗口中打开或修改' }).waitFor();
  assert.deepEqual(await deviations(second), ['第二个窗口']);
}));

test('a full or forbidden store is said plainly, and nothing is lost', async (t) => {
  for (const [name, script, sentence] of [
    ['full', () => { IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }; }, /存储空间已满/],
    ['forbidden', () => { Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError'); } }); }, /不允许本页保存数据/],
    ['refused', () => { IDBFactory.prototype.open = () => { throw new DOMException('no', 'InvalidStateError'); }; }, /不允许本页保存数据/],
  ]) {
    await t.test(name, async () => {
      const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
      await context.addInitScript(script);
      const page = await context.newPage();
      await page.goto(sites[1].url);
      await openExample(page);
      await page.getByRole('alert').filter({ hasText: sentence }).waitFor();
      await typeInto(page, cell(page, 'execution.actual'), '1500');
      await eventually(() => cell(page, 'execution.actual').inputValue(), '1500');
      await screenshot(page, `store-${name}`);
      // Another workbook does not silently take the place of one that is in no store.
      await page.locator('.nav').getByRole('button', { name: '首页' }).click();
      await page.getByRole('button', { name: '新建', exact: true }).click();
      await page.getByRole('alert').filter({ hasText: '还没有存好' }).waitFor();
      await page.locator('.nav').getByRole('button', { name: '整体自评表' }).click();
      await eventually(() => cell(page, 'execution.actual').inputValue(), '1,500');
      // Once it is in a file there is no risk any more, until it changes again.
      await page.evaluate(() => { delete window.showSaveFilePicker; });
      const create = async () => {
        await page.locator('.nav').getByRole('button', { name: '首页' }).click();
        await page.getByRole('button', { name: '新建', exact: true }).click();
      };
      const save = () => Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+S')]);
      await save();
      await typeInto(page, cell(page, 'execution.actual'), '1501');
      await create();
      await page.getByRole('alert').filter({ hasText: '还没有存好' }).waitFor();
      await page.locator('.nav').getByRole('button', { name: '整体自评表' }).click();
      await save();
      await create();
      await page.locator('table.foot').waitFor();
      await eventually(() => cell(page, 'execution.actual').inputValue(), '', 'the new workbook');
      await context.close();
    });
  }
});

test('a slow disk: what was typed while a save was under way is saved too, though another workbook was opened', async () => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  await context.addInitScript(() => {
    const { addEventListener } = IDBTransaction.prototype;
    IDBTransaction.prototype.addEventListener = function (name, listener, options) {
      const late = name !== 'complete' || !window.slow ? listener : (event) => {
        window.late = (window.late || 0) + 1;
        setTimeout(() => listener(event), 600);
      };
      return addEventListener.call(this, name, late, options);
    };
  });
  await withPage({ context, url: oneFile() }, async ({ page, seen }) => {
    await openExample(page);
    await saved(page);
    await page.evaluate(() => { window.slow = true; });
    await typeInto(page, cell(page, 'deviation'), '先');
    await page.waitForFunction(() => window.late > 0);
    await page.keyboard.type('后');
    await page.locator('.nav').getByRole('button', { name: '首页' }).click();
    await page.getByRole('button', { name: '新建', exact: true }).click();
    await page.locator('table.foot').waitFor();
    await inStore(page, '先后');
    assertClean(seen);
  });
  await context.close();
});

test('entries of an older and of a newer version', () => withPage({ browser, url: oneFile() }, async ({ page, seen }) => {
  await page.locator('.start').waitFor();
  const older = { format: 1, year: '2019', forms: [{ ruleSet: 'mof-2020', unit: '旧格式', goals: [{ indicators: [{ name: '甲' }] }] }] };
  await page.evaluate(({ older, newer }) => {
    // As the first version left them.
    localStorage.setItem('juesuan.workbook.1-1', `1700000000000\n${JSON.stringify(older)}`);
    localStorage.setItem('juesuan.workbook.2-2', `1700000000001\n${JSON.stringify(newer)}`);
  }, { older, newer: { format: 99, year: '2031', forms: [{ unit: '新格式' }] } });
  await page.reload();
  await page.locator('.entry').nth(1).waitFor();
  await eventually(() => page.locator('.entry-name').allInnerTexts(), ['新格式', '旧格式']);
  await page.locator('.entry').first().click();
  await page.getByRole('alert').filter({ hasText: '较新的版本保存（格式 99）' }).waitFor();
  await page.locator('.entry').nth(1).click();
  await page.locator('table.foot').waitFor();
  await eventually(() => cell(page, 'goals[0].indicators[0].name').inputValue(), '甲');
  const texts = (await stored(page)).map(({ text }) => JSON.parse(text).format).sort();
  assert.deepEqual(texts, [1, 99], 'reading changes nothing');
  await typeInto(page, cell(page, 'deviation'), '改过');
  await saved(page);
  assert.deepEqual((await stored(page)).map(({ text }) => JSON.parse(text).format).sort(), [4, 99]);
  assertClean(seen);
}));

// A real file handle of the browser's, in its private file system: the dialogs themselves cannot be driven.
const dialogs = () => {
  const file = async (create) => (await navigator.storage.getDirectory()).getFileHandle('disk.json', { create });
  window.showSaveFilePicker = (options) => { window.asked = options; return window.cancel ? Promise.reject(new DOMException('no', 'AbortError')) : file(true); };
  window.showOpenFilePicker = async () => [await file(false)];
  window.onDisk = async () => (await (await file(false)).getFile()).text();
};

test('with the File System Access interface one file is written again and again', async () => {
  const [{ url }] = sites;
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  await context.addInitScript(dialogs);
  await withPage({ context, url }, async ({ page, seen }) => {
    await openExample(page);
    await page.keyboard.press('Control+S');
    await page.getByRole('status').filter({ hasText: '已存入文件' }).waitFor();
    assert.equal(await page.evaluate(() => window.asked.suggestedName), '2020-武汉市人力资源和社会保障局汉阳社会保险管理处.juesuan.json');
    await typeInto(page, cell(page, 'deviation'), '再存一次');
    await page.evaluate(() => { window.asked = null; });
    await page.keyboard.press('Control+S');
    await page.waitForFunction(() => window.onDisk().then((text) => text.includes('再存一次'), () => false));
    assert.equal(await page.evaluate(() => window.asked), null, 'asked only once');
    // Opened through the dialog, it is written again too.
    await page.reload();
    await page.locator('header.top label.button').click();
    await page.locator('table.foot').waitFor();
    await eventually(() => cell(page, 'deviation').inputValue(), '再存一次');
    await typeInto(page, cell(page, 'deviation'), '第三次');
    await page.keyboard.press('Control+S');
    await page.waitForFunction(() => window.onDisk().then((text) => text.includes('第三次'), () => false));
    // Another workbook is another file; thinking better of it is no error.
    await page.locator('.nav').getByRole('button', { name: '首页' }).click();
    await page.getByRole('button', { name: '新建', exact: true }).click();
    await page.locator('table.foot').waitFor();
    await page.evaluate(() => { window.cancel = true; });
    await page.keyboard.press('Control+S');
    await page.waitForFunction(() => window.asked !== null);
    await eventually(() => page.getByRole('alert').count(), 0);
    assertClean(seen);
  });
  await context.close();
});

test('a file that was refused is not the file of what stays open', async () => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  await context.addInitScript(() => {
    const file = async (name) => (await navigator.storage.getDirectory()).getFileHandle(name, { create: true });
    window.showOpenFilePicker = async () => {
      const handle = await file('refused.json');
      const stream = await handle.createWritable();
      await stream.write('{"format": 2, "forms": []}');
      await stream.close();
      return [handle];
    };
    window.showSaveFilePicker = async () => { window.asked = true; return file('own.json'); };
    window.refused = async () => (await (await file('refused.json')).getFile()).text();
  });
  await withPage({ context, url: sites[0].url }, async ({ page, seen }) => {
    await openExample(page);
    await page.locator('header.top label.button').click();
    await page.getByRole('alert').filter({ hasText: '没有自评表' }).waitFor();
    await page.keyboard.press('Control+S');
    await page.getByRole('status').filter({ hasText: '已存入文件' }).waitFor();
    assert.equal(await page.evaluate(() => window.asked), true, 'somebody chooses where it goes');
    assert.equal(await page.evaluate(() => window.refused()), '{"format": 2, "forms": []}');
    assertClean(seen);
  });
  await context.close();
});

test('last year’s file, or a stored workbook, begins the next year', () => withPage({ browser, url: oneFile() }, async ({ page, seen }) => {
  await openExample(page);
  await saved(page);
  await page.locator('.nav').getByRole('button', { name: '首页' }).click();
  await page.getByRole('button', { name: /^建下一年度/ }).click();
  await page.locator('table.foot').waitFor();
  await eventually(() => page.locator('#year').inputValue(), '2021');
  await eventually(() => cell(page, 'goals[0].indicators[0].name').inputValue(), '宣传资料发放量');
  await eventually(() => cell(page, 'goals[0].indicators[0].weight').inputValue(), '7');
  await eventually(async () => await cell(page, 'goals[0].indicators[0].target').inputValue() !== '', true, 'targets stay');
  for (const path of ['goals[0].indicators[0].actual', 'execution.budget', 'deviation', 'claimedTotal']) {
    await eventually(() => cell(page, path).inputValue(), '', path);
  }
  await eventually(() => page.locator('.nav ul').nth(1).locator('.nav-item span:first-child').count(), 3);
  await saved(page);
  assert.equal((await stored(page)).length, 2);
  const [{ text }] = (await stored(page)).filter(({ year }) => year === '2020');
  await page.locator('.nav').getByRole('button', { name: '首页' }).click();
  await page.locator('.card input[type=file]').nth(1).setInputFiles({ name: 'last.juesuan.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await page.locator('table.foot').waitFor();
  await eventually(() => page.locator('#year').inputValue(), '2021');
  assertClean(seen);
}));
