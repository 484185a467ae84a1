// Firefox, driven by today's puppeteer over WebDriver BiDi.
import puppeteer from 'puppeteer-today';
import { existsSync } from 'node:fs';
import { watchPuppeteer, withWhatWasSeen } from './seen.mjs';

export { assertClean, problems } from './seen.mjs';
export { screenshot } from './shots.mjs';

const PLACES = ['/usr/bin/firefox-esr', '/usr/bin/firefox'];

const VIEWPORT = { width: 1366, height: 768 };

export function firefox() {
  const path = process.env.JUESUAN_FIREFOX || PLACES.find((place) => existsSync(place));
  if (!path) throw new Error(`no Firefox: set JUESUAN_FIREFOX, or install one of ${PLACES.join(', ')}`);
  return path;
}

/** With a profile of its own, thrown away afterwards. `downloads`: the folder where files go without a question. */
export const launchFirefox = ({ args = [], downloads } = {}) => puppeteer.launch({
  browser: 'firefox',
  executablePath: firefox(),
  headless: true,
  args,
  extraPrefsFirefox: downloads ? {
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'browser.download.useDownloadDir': true,
    // Its panel would take the focus away from the page.
    'browser.download.alwaysOpenPanel': false,
  } : {},
});

/** Opens `url` in a browser of its own (or in a new tab of `browser`) and closes it afterwards. */
export async function withPageFirefox({ browser, url, viewport = VIEWPORT, downloads }, use) {
  const own = browser ? null : await launchFirefox({ downloads });
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
