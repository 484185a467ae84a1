// Firefox, driven by today's puppeteer over WebDriver BiDi.
import puppeteer from 'puppeteer-today';
import { existsSync } from 'node:fs';

const PLACES = ['/usr/bin/firefox-esr', '/usr/bin/firefox'];

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
