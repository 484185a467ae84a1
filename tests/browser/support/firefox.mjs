// Firefox, driven by today's puppeteer over WebDriver BiDi.
import puppeteer from 'puppeteer-today';
import { existsSync } from 'node:fs';

const PLACES = ['/usr/bin/firefox-esr', '/usr/bin/firefox'];

export function firefox() {
  const path = process.env.JUESUAN_FIREFOX || PLACES.find((place) => existsSync(place));
  if (!path) throw new Error(`no Firefox: set JUESUAN_FIREFOX, or install one of ${PLACES.join(', ')}`);
  return path;
}

/**
 * What is no fault of a page: now and then the driver's own scripts, put into a new document before anything else,
 * complain like this in Firefox 140 (and run all the same); also in an empty page.
 */
export const QUIRKS_FIREFOX = [/^uncaught: Error: Permission denied to access property "length"$/];

/**
 * With a profile of its own, thrown away afterwards. `downloads`: the folder where files go without a question.
 * `viewport`: the size of its window, since older ones do not let the driver set that of a page.
 */
export const launchFirefox = ({ args = [], downloads, viewport: { width, height } }) => puppeteer.launch({
  browser: 'firefox',
  executablePath: firefox(),
  headless: true,
  args,
  defaultViewport: null,
  env: { ...process.env, MOZ_HEADLESS_WIDTH: width, MOZ_HEADLESS_HEIGHT: height },
  extraPrefsFirefox: downloads ? {
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'browser.download.useDownloadDir': true,
    // Its panel would take the focus away from the page.
    'browser.download.alwaysOpenPanel': false,
  } : {},
});
