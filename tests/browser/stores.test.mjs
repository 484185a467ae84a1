// Nothing comes back, nothing is lost: deleted workbooks, last words, stores that are full, closed or damaged, windows
// that open one workbook at the same moment, and a program that stops.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertClean, launchToday, screenshot, typeInto, withPage } from './support/chromium.mjs';
import { artefacts, cell, deviations, inStore, oneFile, openExample, saved, standsIn, stored } from './support/site.mjs';

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

const home = (page) => page.locator('.nav').getByRole('button', { name: '首页' }).click();
const words = (page) => page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.startsWith('juesuan.workbook.')).map(([, text]) => text).join());
/** As somebody who goes to another tab. */
const leave = (page) => page.evaluate(async () => {
  Object.defineProperty(document, 'hidden', { value: true, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
  // The end of the page's own listeners, as where the browser sends the event.
  await null;
  await null;
  delete document.hidden;
});
const remove = async (page) => {
  const count = await page.locator('.entry').count();
  await page.getByRole('button', { name: /^删除/ }).first().click();
  await page.locator('.entry').nth(count - 1).waitFor({ state: 'detached' });
};
const alert = (page, text) => page.getByRole('alert').filter({ hasText: text });
/** A new context whose store is full while `localStorage.full` says so. */
const withFull = async (use) => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  await context.addInitScript(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...of) {
      if (localStorage.full) throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, of);
    };
  });
  try {
    await withPage({ context, url: sites[0].url }, use);
  } finally {
    await context.close();
  }
};
const full = (page, is) => page.evaluate((yes) => (yes ? localStorage.setItem('full', 'yes') : localStorage.removeItem('full')), is);

test('a deleted workbook is gone from everywhere, at once', async (t) => {
  const marker = '绝不留下的字';
  for (const site of sites) {
    for (const waits of [false, true]) {
      await t.test(`${site.name}, ${waits ? 'after' : 'before'} its last change was saved`, () => withPage({ browser, url: site.url }, async ({ page, seen }) => {
        await openExample(page);
        await saved(page);
        await typeInto(page, cell(page, 'deviation'), marker);
        await leave(page);
        if (waits) {
          await inStore(page, marker);
          await page.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith('juesuan.workbook.')));
          assert.deepEqual(await standsIn(page, marker), ['juesuan.texts']);
        }
        await home(page);
        await page.locator('.entry').waitFor();
        await remove(page);
        assert.deepEqual(await standsIn(page, marker), []);
        await page.reload();
        await page.locator('.start').waitFor();
        assert.deepEqual(await standsIn(page, marker), []);
        assert.equal(await page.locator('.entry').count(), 0);
        assertClean(seen);
      }));
    }
    await t.test(`${site.name}: taken back, it comes with its last change`, () => withPage({ browser, url: site.url }, async ({ page, seen }) => {
      await openExample(page);
      await saved(page);
      await typeInto(page, cell(page, 'deviation'), marker);
      await leave(page);
      await home(page);
      await page.locator('.entry').waitFor();
      await remove(page);
      await page.getByRole('status').getByRole('button', { name: '撤销' }).click();
      await page.locator('.entry').click();
      await page.locator('table.foot').waitFor();
      assert.equal(await cell(page, 'deviation').inputValue(), marker);
      assertClean(seen);
    }));
  }
});

test('another window does not bring a deleted workbook back', () => withPage({ browser, url: sites[0].url }, async ({ page }) => {
  await openExample(page);
  await saved(page);
  const second = await page.context().newPage();
  await second.goto(sites[0].url);
  await second.locator('.entry').waitFor();
  await typeInto(page, cell(page, 'deviation'), '另一个窗口的字');
  await remove(second);
  await alert(page, '已在别处删除').waitFor();
  await typeInto(page, cell(page, 'improvement'), '另一个窗口又打的字');
  await leave(page);
  assert.deepEqual(await standsIn(second, '另一个窗口'), []);
  assert.equal(await cell(page, 'deviation').inputValue(), '另一个窗口的字', 'what is on the screen stays');
  await screenshot(page, 'deleted-elsewhere');
  await page.getByRole('button', { name: '另存为副本，继续编辑' }).click();
  await inStore(page, '另一个窗口的字');
  assert.equal(await page.getByRole('alert').count(), 0);
}));

test('what is typed while a file is written is not in that file', async () => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  await context.addInitScript(() => {
    IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); };
    const written = new Promise((done) => { window.written = done; });
    window.showSaveFilePicker = async () => ({ createWritable: async () => ({ write: () => written, close: async () => {} }) });
  });
  await withPage({ context, url: sites[0].url }, async ({ page }) => {
    await openExample(page);
    await alert(page, '存储空间已满').waitFor();
    await page.keyboard.press('Control+S');
    await typeInto(page, cell(page, 'deviation'), '正在写文件时打的字');
    await page.evaluate(() => window.written());
    await page.getByRole('status').filter({ hasText: '已存入文件' }).waitFor();
    await home(page);
    await page.getByRole('button', { name: '新建', exact: true }).click();
    await alert(page, '还没有存好').waitFor();
    await page.locator('.nav').getByRole('button', { name: '整体自评表' }).click();
    assert.equal(await cell(page, 'deviation').inputValue(), '正在写文件时打的字');
  });
  await context.close();
});

test('last words do not win over newer work, though the clock is set back', () => withPage({ browser, url: sites[0].url }, async ({ page, seen }) => {
  await openExample(page);
  await saved(page);
  await typeInto(page, cell(page, 'deviation'), '最后的话');
  await leave(page);
  const left = await page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.startsWith('juesuan.workbook.')));
  await inStore(page, '最后的话');
  await page.evaluate(() => {
    const { now } = Date;
    Date.now = () => now() - 3_600_000;
  });
  await typeInto(page, cell(page, 'deviation'), '一小时的新工作');
  await inStore(page, '一小时的新工作');
  // Where a browser did not take them away.
  await page.evaluate((entries) => { for (const [key, text] of entries) localStorage.setItem(key, text); }, left);
  await page.reload();
  await page.locator('.entry').click();
  await page.locator('table.foot').waitFor();
  assert.equal(await cell(page, 'deviation').inputValue(), '一小时的新工作');
  assert.equal(await words(page), '');
  assertClean(seen);
}));

test('a full store: after a reload the newer text is there, and it stays', () => withFull(async ({ page }) => {
  await openExample(page);
  await typeInto(page, cell(page, 'deviation'), '还有空间');
  await inStore(page, '还有空间');
  await full(page, true);
  await typeInto(page, cell(page, 'deviation'), '没有空间了');
  await alert(page, '存储空间已满').waitFor();
  for (const [before, next] of [['没有空间了', '再改一次'], ['再改一次', '又改一次']]) {
    await page.reload();
    await page.locator('.entry').click();
    await page.locator('table.foot').waitFor();
    assert.equal(await cell(page, 'deviation').inputValue(), before);
    await alert(page, '存储空间已满').waitFor();
    await typeInto(page, cell(page, 'deviation'), next);
  }
  // A workbook that never came to the store is there too, and can be deleted.
  await full(page, false);
  await inStore(page, '又改一次');
  await page.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith('juesuan.workbook.')));
  assert.equal(await page.getByRole('alert').count(), 0);
}));

test('a full store: a workbook that never came to it is listed, opened, and deleted for good', () => withFull(async ({ page }) => {
  await full(page, true);
  await openExample(page);
  await typeInto(page, cell(page, 'deviation'), '从未存下');
  await alert(page, '存储空间已满').waitFor();
  await page.reload();
  await page.locator('.entry').click();
  await page.locator('table.foot').waitFor();
  assert.equal(await cell(page, 'deviation').inputValue(), '从未存下');
  await home(page);
  await remove(page);
  assert.deepEqual(await standsIn(page, '从未存下'), []);
  await page.reload();
  await page.locator('.start').waitFor();
  assert.equal(await page.locator('.entry').count(), 0);
}));

test('room is made: it is saved without a key', async (t) => {
  const other = async (page) => {
    await home(page);
    await page.getByRole('button', { name: '新建', exact: true }).click();
    await page.locator('table.foot').waitFor();
    await saved(page);
  };
  for (const [name, make] of [
    ['another workbook is deleted', async (page) => {
      await home(page);
      await page.locator('.entry').nth(1).waitFor();
      await full(page, false);
      // The older one, which was stored first.
      await page.getByRole('button', { name: /^删除.*汉阳/ }).click();
    }],
    ['somebody comes back', async (page) => {
      await full(page, false);
      await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    }],
    ['some time has passed', (page) => full(page, false)],
  ]) {
    await t.test(name, () => withFull(async ({ page }) => {
      await openExample(page);
      await saved(page);
      await other(page);
      await full(page, true);
      await typeInto(page, cell(page, 'deviation'), '等空间');
      await alert(page, '存储空间已满').waitFor();
      await make(page);
      await inStore(page, '等空间');
      await alert(page, '存储空间已满').waitFor({ state: 'detached' });
    }));
  }
});

test('two windows that open a workbook at the same moment: one goes on', async (t) => {
  for (let round = 0; round < 5; round += 1) {
    await t.test(`round ${round + 1}`, () => withPage({ browser, url: sites[0].url }, async ({ page }) => {
      await openExample(page);
      await saved(page);
      await page.reload();
      const second = await page.context().newPage();
      await second.goto(sites[0].url);
      const both = [page, second];
      await Promise.all(both.map((one) => one.locator('.entry').waitFor()));
      await Promise.all(both.map((one) => one.evaluate(() => document.querySelector('.entry').click())));
      await Promise.all(both.map((one) => one.locator('table.foot').waitFor()));
      const told = (one) => alert(one, '已在另一个窗口中打开').count();
      while (await told(page) + await told(second) === 0) await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
      const [goes, stops] = await told(page) ? [second, page] : [page, second];
      await typeInto(stops, cell(stops, 'deviation'), '停下的窗口');
      await typeInto(goes, cell(goes, 'deviation'), '继续的窗口');
      await inStore(goes, '继续的窗口');
      assert.equal(await told(goes), 0);
      assert.equal(await told(stops), 1);
      assert.deepEqual(await deviations(goes), ['继续的窗口']);
    }));
  }
});

test('a store that the browser closes is opened again', async (t) => {
  const withDatabases = async (use) => {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    await context.addInitScript(() => {
      const { open } = IDBFactory.prototype;
      window.databases = [];
      IDBFactory.prototype.open = function (...of) {
        const request = open.apply(this, of);
        request.addEventListener('success', () => window.databases.push(request.result));
        return request;
      };
    });
    try {
      await withPage({ context, url: sites[0].url }, use);
    } finally {
      await context.close();
    }
  };
  for (const [name, close] of [
    ['with a word', (database) => {
      database.close();
      database.dispatchEvent(new Event('close'));
    }],
    ['without one', (database) => database.close()],
  ]) {
    await t.test(name, () => withDatabases(async ({ page, seen }) => {
      await openExample(page);
      await saved(page);
      await page.evaluate(`(${close})(window.databases[0])`);
      await typeInto(page, cell(page, 'deviation'), '重新打开');
      await inStore(page, '重新打开');
      assert.equal(await page.getByRole('alert').count(), 0);
      await home(page);
      await page.locator('.entry').click();
      await page.locator('table.foot').waitFor();
      assertClean(seen);
    }));
  }
  await t.test('somebody clears the data of the site: what is on the screen can be saved', () => withDatabases(async ({ page }) => {
    await openExample(page);
    await saved(page);
    await page.evaluate(() => new Promise((done, failed) => {
      const request = indexedDB.deleteDatabase('juesuan');
      request.onsuccess = done;
      request.onblocked = () => failed(new Error('the page keeps the database open'));
    }));
    await typeInto(page, cell(page, 'deviation'), '还在屏幕上');
    await alert(page, '已在别处删除').waitFor();
    await page.getByRole('button', { name: '另存为副本，继续编辑' }).click();
    await inStore(page, '还在屏幕上');
  }));
});

test('what is no workbook is listed as unreadable, and can be removed and had back', () => withPage({ browser, url: oneFile() }, async ({ page, seen }) => {
  const lines = (id, write) => page.evaluate(`new Promise((resolve, reject) => {
    const request = indexedDB.open('juesuan');
    request.onsuccess = () => {
      const transaction = request.result.transaction(['entries', 'texts'], 'readwrite');
      const [entries, texts, id] = [transaction.objectStore('entries'), transaction.objectStore('texts'), ${JSON.stringify(id)}];
      ${write};
      transaction.oncomplete = () => { request.result.close(); resolve(); };
      transaction.onerror = () => reject(transaction.error);
    };
  })`);
  for (const [write, name] of [
    ['texts.put({ no: "text" }, id)', /汉阳社会保险管理处 无法读取$/],
    ['texts.delete(id)', /汉阳社会保险管理处 无法读取$/],
    ['texts.put(new Blob(["text"]), id); entries.put("no line", id)', /^无法读取$/],
    ['entries.delete(id); texts.put("{", id)', /^无法读取$/],
  ]) {
    // What was deleted once stays so: each time another workbook.
    await openExample(page);
    await saved(page);
    await lines((await stored(page))[0].id, write);
    await page.reload();
    await page.locator('.entry').waitFor();
    assert.match(await page.locator('.entry-name').innerText(), name, write);
    assert.ok(await page.locator('.entry').isDisabled());
    await screenshot(page, 'unreadable');
    await remove(page);
    await page.getByRole('status').getByRole('button', { name: '撤销' }).click();
    await page.locator('.entry').waitFor();
    assert.match(await page.locator('.entry-name').innerText(), name, `${write}, had back`);
    await remove(page);
    await page.reload();
    await page.locator('.start').waitFor();
    assert.equal(await page.locator('.entry').count(), 0, write);
    assert.deepEqual(await page.evaluate(() => new Promise((resolve) => {
      const request = indexedDB.open('juesuan');
      request.onsuccess = () => {
        const asked = request.result.transaction('texts').objectStore('texts').count();
        asked.onsuccess = () => { request.result.close(); resolve(asked.result); };
      };
    })), 0, write);
  }
  assertClean(seen);
}));

test('a program that stops says so once, and what was typed is there after a reload', async (t) => {
  const ways = [
    // The program's own end: what it takes for impossible.
    ['by itself', () => { Node.prototype.insertBefore = () => { throw new Error('refused'); }; }],
    // An exception goes through its frames and leaves it as it was in the middle.
    ['by an exception that passes through', () => {
      for (const kind of [HTMLInputElement, HTMLTextAreaElement]) {
        Object.defineProperty(kind.prototype, 'value', { get: () => { throw new Error('refused'); }, set: () => { throw new Error('refused'); } });
      }
    }],
  ];
  for (const site of sites) {
    for (const [name, break_] of ways) {
      await t.test(`${site.name}, ${name}`, () => withPage({ browser, url: site.url }, async ({ page, seen }) => {
        await openExample(page);
        await typeInto(page, cell(page, 'deviation'), '停下之前');
        await inStore(page, '停下之前');
        await page.evaluate(break_);
        await cell(page, 'improvement').click();
        await page.keyboard.type('停下');
        const bar = page.locator('.crashed');
        await bar.waitFor();
        assert.equal(await bar.innerText(), '程序遇到意外错误，已停止。输入的内容已自动保存，重新打开本页即可继续。');
        await page.keyboard.type('还在打字');
        assert.equal(await bar.count(), 1, 'said once');
        await screenshot(page, 'stopped');
        await page.reload();
        await page.locator('.entry').click();
        await page.locator('table.foot').waitFor();
        assert.equal(await cell(page, 'deviation').inputValue(), '停下之前');
        assert.ok(seen.errors.length > 0);
      }));
    }
  }
});
