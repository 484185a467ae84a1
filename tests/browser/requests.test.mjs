// Nothing leaves the page: every request of every artefact while somebody uses it, and text that would like to be more.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { launchToday, withPage } from './support/chromium.mjs';
import { pageOf, portal } from './support/portal.mjs';
import { artefacts, cell, openExample } from './support/site.mjs';

// What a browser would fetch, run or show at once, were it HTML anywhere.
const HOSTILE = '<img src="https://evil.example/x.png" onerror="window.evil=1"><script>window.evil=1</script>'
  + '<link rel=stylesheet href=https://evil.example/x.css>"\'`${1}{{1}}javascript:window.evil=1';

const example = JSON.parse(await readFile(new URL('../../static/example.juesuan.json', import.meta.url), 'utf8'));

let browser;
before(async () => { browser = await launchToday(); });
after(() => browser.close());

/** The example with that text in every place for text. */
function hostileWorkbook() {
  const workbook = structuredClone(example);
  const poison = (value) => {
    if (Array.isArray(value)) return value.map(poison);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [
      key, typeof inner === 'string' && ['unit', 'name', 'target', 'actual', 'deviation', 'improvement', 'department', 'implementer', 'filledOn'].includes(key) ? HOSTILE : poison(inner)]));
  };
  workbook.forms = workbook.forms.map(poison);
  for (const table of Object.values(workbook.accounts.tables)) {
    for (const line of table.lines ?? []) line.name = HOSTILE;
  }
  workbook.year = HOSTILE;
  return workbook;
}

const harmless = async (page) => {
  assert.equal(await page.evaluate(() => window.evil), undefined, 'nothing ran');
  const foreign = await page.evaluate(() => [...document.querySelectorAll('img, iframe, object, embed, [onerror]')].map((one) => one.outerHTML));
  assert.deepEqual(foreign, [], 'text stayed text');
};

/** Every address asked for, but what the page carries in itself. */
const asked = (seen) => [...new Set(seen.requests)].filter((url) => !/^(data|blob):/.test(url));

test('every request of the site and of the one file, in all views', async (t) => {
  for (const { name, url, close } of await artefacts()) {
    await t.test(name, async () => {
      await withPage({ browser, url }, async ({ page, seen }) => {
        await openExample(page);
        for (const view of ['决算表', '说明资料', '决算说明', '勾稽关系', '评分规则与设置', '速算', '多单位汇总']) {
          await page.locator('.nav').getByRole('button', { name: view }).click();
        }
        await page.locator('header.top input[type=file]').setInputFiles({
          name: '恶意.juesuan.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(hostileWorkbook())),
        });
        await page.waitForFunction(() => document.querySelector('[id="f0.unit"]')?.value.includes('evil'));
        await harmless(page);
        for (const view of ['决算表', '决算说明']) {
          await page.locator('.nav').getByRole('button', { name: view }).click();
          await harmless(page);
        }
        await page.locator('.nav-item').filter({ hasText: '整体自评表' }).click();
        await cell(page, 'goals[0].indicators[0].name').click();
        await page.evaluate((text) => {
          const data = new DataTransfer();
          data.setData('text/html', `<table><tr><td>${text}</td><td>7</td></tr></table>`);
          document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        }, HOSTILE);
        await harmless(page);
        const own = new URL('.', url).href;
        const foreign = asked(seen).filter((address) => !address.startsWith(own));
        assert.deepEqual(foreign, []);
        if (name === 'file') assert.deepEqual(asked(seen).map((address) => address.split(/[?#]/)[0]), [url.split(/[?#]/)[0]], 'the one file asks for itself alone');
      });
      await close();
    });
  }
});

test('every request of the element: its own files and no other', async () => {
  const served = await portal(pageOf('<juesuan-form></juesuan-form>', { js: "import './juesuan/juesuan-form.js';" }));
  try {
    await withPage({ browser, url: served.url }, async ({ page, seen }) => {
      await page.evaluate(async (form) => {
        await customElements.whenDefined('juesuan-form');
        const element = document.querySelector('juesuan-form');
        await element.ready;
        element.value = form;
      }, hostileWorkbook().forms[0]);
      await page.locator('juesuan-form').locator('.finding', { hasText: 'evil' }).first().waitFor();
      assert.equal(await page.evaluate(() => document.querySelector('juesuan-form').shadowRoot.querySelectorAll('img, script, link').length), 0);
      await harmless(page);
      const names = asked(seen).map((address) => address.slice(served.url.length)).sort();
      assert.deepEqual(names, ['', 'icon.svg', 'juesuan/juesuan-form.js', 'juesuan/program/juesuan.js', 'juesuan/program/juesuan_bg.wasm', 'juesuan/program/juesuan_rest.wasm', 'juesuan/program/modules.js', 'juesuan/program/style.js', 'portal.css', 'portal.js']
        .filter((name) => name !== 'icon.svg' || names.includes(name)));
    });
  } finally {
    await served.close();
  }
});
