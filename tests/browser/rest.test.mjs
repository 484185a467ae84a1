// The rest of the program comes once the page stands (src/page/rest.rs): what is done before waits for it, and what cannot be
// had is said and asked for again.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serve } from '../../scripts/serve.mjs';
import { launchToday } from './support/chromium.mjs';
import { dist } from './support/site.mjs';

const REST = /juesuan-rest-[0-9a-f]+\.wasm$/;
const example = (page) => page.getByRole('button', { name: '载入示例' });

let browser;
let server;
before(async () => {
  browser = await launchToday();
  server = await serve({ root: dist });
});
after(async () => {
  await browser.close();
  await server.close();
});

/** Opens the site; what asks for the rest waits until the test says how it ends. */
async function opened() {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const asked = [];
  let came;
  const next = () => new Promise((done) => { came = done; });
  let coming = next();
  await page.route(REST, (route) => {
    asked.push(route);
    came(route);
  });
  await page.goto(server.url);
  await example(page).waitFor();
  const request = async () => {
    const route = await coming;
    coming = next();
    return route;
  };
  return { page, asked, request, close: () => context.close() };
}

test('the page stands before the rest is asked for, and what is pressed waits for it', async () => {
  const { page, request, close } = await opened();
  const route = await request();
  const name = page.getByLabel('单位名称');
  await name.click();
  await page.keyboard.type('某局');
  await example(page).click();
  assert.equal(await page.locator('table.foot').count(), 0, 'nothing can be done yet');
  assert.equal(await page.locator('.notice-bar').count(), 0, 'and nothing is wrong');
  await route.continue();
  await page.locator('table.foot').waitFor();
  await close();
});

test('nothing loses its focus when the rest comes', async () => {
  const { page, request, close } = await opened();
  const route = await request();
  await page.getByLabel('单位名称').click();
  await page.keyboard.type('某');
  const [answer] = await Promise.all([page.waitForResponse(REST), route.continue()]);
  await answer.finished();
  // The list of everything there is to do belongs to the rest: it opens, and gives the focus back.
  await page.keyboard.press('Control+k');
  await page.locator('.looking').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.looking').waitFor({ state: 'detached' });
  await page.keyboard.type('局');
  assert.equal(await page.getByLabel('单位名称').inputValue(), '某局');
  await close();
});

test('what cannot be had is said, and asked for again', async () => {
  const { page, asked, request, close } = await opened();
  await (await request()).abort();
  await example(page).click();
  await (await request()).abort();
  await page.locator('.notice-bar', { hasText: '没有读到' }).waitFor();
  assert.equal(asked.length, 2);
  await example(page).click();
  await (await request()).continue();
  await page.locator('table.foot').waitFor();
  await close();
});
