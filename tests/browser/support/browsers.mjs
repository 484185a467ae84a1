// All browsers behind one small interface, for tests that run in each of them. A browser opens one page:
//   page        what playwright and both puppeteers have alike: goto, reload, evaluate, evaluateHandle, keyboard, pdf
//   seen        what the page did
//   upload      chooses a file on disk in a file input
//   unplug      takes its network away, where the browser lets itself be told
//   close
// Files that it downloads land in `folder`.
import { join } from 'node:path';
import { launchToday, watch } from './chromium.mjs';
import { QUIRKS_83, launch83 } from './chromium83.mjs';
import { QUIRKS_FIREFOX, launchFirefox } from './firefox.mjs';
import { watchPuppeteer } from './seen.mjs';

const VIEWPORT = { width: 1366, height: 768 };

export const BROWSERS = [
  {
    name: { en: 'Chromium of today', zh: '新版 Chromium' },
    quirks: [],
    async open(url, folder) {
      const browser = await launchToday();
      const context = await browser.newContext({ viewport: VIEWPORT, acceptDownloads: true });
      const page = await context.newPage();
      page.on('download', (download) => download.saveAs(join(folder, download.suggestedFilename())));
      return {
        page,
        seen: await watch(page, url),
        upload: (input, path) => input.setInputFiles(path),
        unplug: () => context.setOffline(true),
        close: () => browser.close(),
      };
    },
  },
  {
    name: { en: 'Chromium 83', zh: 'Chromium 83' },
    // It does not know 'wasm-unsafe-eval'.
    old: true,
    quirks: QUIRKS_83,
    async open(url, folder) {
      return puppeteers(await launch83(), url, async (page) => {
        await page.setViewport(VIEWPORT);
        // This version of the driver has no interface of its own for it.
        const session = await page.target().createCDPSession();
        await session.send('Page.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
      });
    },
  },
  {
    name: { en: 'Firefox ESR', zh: 'Firefox ESR' },
    quirks: QUIRKS_FIREFOX,
    async open(url, folder) {
      return puppeteers(await launchFirefox({ downloads: folder, viewport: VIEWPORT }), url);
    },
  },
];

async function puppeteers(browser, url, prepare = async () => {}) {
  try {
    const page = await browser.newPage();
    await prepare(page);
    return {
      page,
      seen: await watchPuppeteer(page, url),
      upload: (input, path) => input.uploadFile(path),
      // Older Firefoxes cannot be told to; a test that has what serves the page stopped needs no more.
      unplug: () => page.setOfflineMode(true).catch((error) => {
        if (!/unknown command/.test(error.message)) throw error;
      }),
      close: () => browser.close(),
    };
  } catch (error) {
    // One that is left open would keep the tests from ending.
    await browser.close();
    throw error;
  }
}

/** Waits until `ask` gives something true, and gives that. */
export async function until(what, ask) {
  const end = Date.now() + 30_000;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
    await new Promise((done) => setTimeout(done, 25));
  }
}

/** What a person sees and does on such a page, or within its element `host`. */
export function hands({ page, upload }, host = null) {
  /** All elements that `selector` names and that have `text` in them, as one handle. */
  const find = (selector, text = '') => page.evaluateHandle(({ host, selector, text }) => {
    const element = host ? document.querySelector(host) : document;
    const root = element && (element.shadowRoot || element);
    return root ? [...root.querySelectorAll(selector)].filter((one) => one.textContent.includes(text)) : [];
  }, { host, selector, text });
  const all = async (selector, text) =>
    (await find(selector, text)).evaluate((found) => found.map((one) => ({ text: one.textContent.trim(), value: one.value })));
  const first = (selector, text) => until(`there is ${selector} ${text ?? ''}`, async () =>
    (await (await find(selector, text)).evaluateHandle(([one]) => one)).asElement());
  return {
    all,
    see: async (selector, text) => { await first(selector, text); },
    value: async (selector) => (await all(selector))[0]?.value,
    /** Presses a button by key: on the start screen they move when the stored workbooks come in. */
    async press(selector, text) {
      // One that is drawn anew meanwhile is found again.
      await until(`${selector} ${text ?? ''} takes the focus`, async () => (await first(selector, text)).focus().then(() => true, () => false));
      await page.keyboard.press('Enter');
    },
    /** Whether a field shows all of its text within its own cell. */
    fits: async (selector) => (await first(selector)).evaluate((one) =>
      one.scrollHeight <= one.clientHeight + 1 && one.offsetHeight <= one.closest('td').offsetHeight + 1),
    choose: async (selector, path) => upload(await first(selector), path),
    async type(selector, text) {
      const field = await first(selector);
      await until(`${selector} is focused`, async () => {
        await field.click();
        return field.evaluate((one) => one.matches(':focus'));
      });
      await page.keyboard.down('Control');
      await page.keyboard.press('a');
      await page.keyboard.up('Control');
      await page.keyboard.type(text);
    },
    /** Drops files, `{ name, text }` or `{ name, base64 }` each. They are made in the page: no driver has real ones for it. */
    async drop(selector, files) {
      await first(selector);
      await (await find(selector)).evaluate(([one], files) => {
        const dataTransfer = new DataTransfer();
        for (const { name, text, base64 } of files) {
          dataTransfer.items.add(new File([base64 ? Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)) : text], name));
        }
        one.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, composed: true, cancelable: true }));
      }, files);
    },
  };
}
