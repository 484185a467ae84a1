// The page in a frame of another origin: what it says, what it listens to, and what it does not.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { eventually, launchToday, typeInto } from './support/chromium.mjs';
import { pageOf, portal } from './support/portal.mjs';

const example = JSON.parse(await readFile(new URL('../../static/example.juesuan.json', import.meta.url), 'utf8'));

// The portal only keeps what it hears; the tests speak.
const JS = `window.heard = [];
window.addEventListener('message', ({ origin, data }) => heard.push({ origin, ...data }));
const asked = new URLSearchParams(location.search);
for (const id of ['frame', 'other']) {
  if (!asked.get(id)) continue;
  const frame = document.createElement('iframe');
  frame.id = id;
  frame.src = asked.get(id);
  document.body.append(frame);
}
window.say = (message, id = 'frame') => document.getElementById(id).contentWindow.postMessage(message, '*');
window.ask = (message) => new Promise((done) => {
  const id = Math.random();
  const listen = ({ data }) => {
    if (data.id !== id) return;
    window.removeEventListener('message', listen);
    done(data);
  };
  window.addEventListener('message', listen);
  say({ ...message, id });
});
`;

let browser;
let ours; // the server the page is on
let theirs; // the portal's
let hostile; // somebody else's
before(async () => {
  browser = await launchToday();
  ours = await portal({}, { ours: '', policy: null });
  theirs = await portal(pageOf('', { js: JS, css: 'iframe { width: 1200px; height: 600px; }' }), { ours: null, policy: null });
  hostile = await portal(pageOf('', { js: `setInterval(() => {
    for (const frame of [...Array(parent.length)].map((_, i) => parent[i])) {
      frame.postMessage({ type: 'load', value: { kind: 'overall', unit: '恶意单位' } }, '*');
    }
  }, 5);` }), { ours: null, policy: null });
});
after(async () => {
  await browser.close();
  await Promise.all([ours, theirs, hostile].map((one) => one.close()));
});

const origin = (server) => new URL(server.url).origin;
const pageAddress = (search, file = 'index.html') => `${ours.url}juesuan/${file}?${new URLSearchParams(search)}`;

async function framed(search, use, more = {}, file = undefined) {
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  try {
    await page.goto(`${theirs.url}?${new URLSearchParams({ frame: pageAddress(search, file), ...more })}`);
    await use(page, page.frameLocator('#frame'));
    assert.deepEqual(errors, []);
  } finally {
    await page.context().close();
  }
}

const heard = (page, type) => page.evaluate((wanted) => window.heard.filter((one) => one.type === wanted), type);
async function next(page, type) {
  await page.waitForFunction((wanted) => window.heard.some((one) => one.type === wanted), type);
  return (await heard(page, type)).at(-1);
}
const ready = async (page, frame) => {
  await next(page, 'ready');
  await frame.locator('table.form').first().waitFor();
};
const embed = () => ({ embed: '1', origin: origin(theirs) });
const field = (frame, path) => frame.locator(`[id="f0.${path}"]`);

const conversation = async (page, frame) => {
  await ready(page, frame);
  const { version, source, origin: from } = await next(page, 'ready');
  assert.deepEqual([source, from], ['juesuan', origin(ours)]);
  assert.match(version, /^\d+\.\d+\.\d+$/);

  await page.evaluate((value) => say({ type: 'load', value }), example.forms[0]);
  await page.waitForFunction(() => heard.some(({ type, evaluation }) => type === 'validated' && evaluation.total === '95'));
  assert.deepEqual(await heard(page, 'change'), [], 'what the portal puts there is no change');

  await typeInto(page, field(frame, 'execution.actual'), '776.315');
  await page.waitForFunction(() => heard.some(({ type, evaluation }) => type === 'validated' && evaluation.total === '85'));
  // The score is what it is before the last digit is typed.
  await page.waitForFunction(() => heard.filter(({ type }) => type === 'change').at(-1).value.execution.actual === '776.315');

  await page.keyboard.press('Control+s');
  assert.equal((await next(page, 'saved')).value.execution.actual, '776.315');

  const answer = await page.evaluate(() => ask({ type: 'get' }));
  assert.equal(answer.type, 'value');
  assert.equal(answer.value.execution.actual, '776.315');
  assert.equal(answer.evaluation.total, '85');

  // It is told once the page has been laid out anew.
  const inner = () => frame.locator('body').evaluate((body) => body.scrollHeight);
  await page.waitForFunction((wanted) => heard.filter(({ type }) => type === 'height').at(-1)?.height === wanted, await inner());
};

// The site's page and the one file speak alike.
for (const file of ['index.html', 'juesuan.html']) {
  test(`frame, ${file}: ready, load, change, validated, saved, value, height`, () => framed(embed(), conversation, {}, file));
}

test('frame: a workbook whole, text of JSON too', () => framed(embed(), async (page, frame) => {
  await ready(page, frame);
  await page.evaluate((value) => say(JSON.stringify({ type: 'load', value })), example);
  await frame.locator('.nav').getByRole('button', { name: '决算表' }).waitFor();
  assert.deepEqual((await page.evaluate(() => ask({ type: 'get' }))).value, example);
}));

test('frame: configure', () => framed(embed(), async (page, frame) => {
  await ready(page, frame);
  await page.evaluate(() => say({ type: 'configure', ruleSet: 'mof-2020', readonly: true, lang: 'zh-Hans' }));
  await page.waitForFunction(() => heard.some(({ type, evaluation }) => type === 'validated' && evaluation.ruleSet === 'mof-2020'));
  await frame.locator('input[readonly]').first().waitFor();
  await eventually(() => frame.locator('html').getAttribute('lang'), 'zh-Hans');
  await page.evaluate(() => say({ type: 'configure', readonly: false }));
  await frame.locator('input:not([readonly])').first().waitFor();
}));

test('frame: what is no value is answered with a sentence, and nothing is lost', () => framed(embed(), async (page, frame) => {
  await ready(page, frame);
  await page.evaluate((value) => say({ type: 'load', value }), example.forms[0]);
  await frame.locator('.form-title', { hasText: '汉阳' }).waitFor();
  for (const [value, message] of [
    [7, '内容不是自评表，也不是决算工作簿'],
    [{ goals: 'none' }, '文件内容与格式不符'],
    [{ format: 99 }, '由较新的版本保存'],
    [{ forms: Array(501).fill({}) }, '501 张自评表'],
  ]) {
    const answer = await page.evaluate((bad) => ask({ type: 'load', value: bad }), value);
    assert.equal(answer.type, 'error');
    assert.ok(answer.message.includes(message), answer.message);
  }
  const { value } = await page.evaluate(() => ask({ type: 'get' }));
  assert.deepEqual(value, example.forms[0]);
}));

test('frame: messages that say nothing are ignored and counted', () => framed(embed(), async (page, frame) => {
  await ready(page, frame);
  const { ignored } = await page.evaluate(async () => {
    const round = {};
    round.self = round;
    for (const message of [null, 7, 'text', '{', {}, { type: 'unknown' }, { type: 'load' }, [], { type: 'configure', readonly: 'yes' }, round]) say(message);
    return ask({ type: 'get' });
  });
  assert.equal(ignored, 10);
}));

test('frame: a flood is ignored beyond sixty a second, and the page goes on', () => framed(embed(), async (page, frame) => {
  await ready(page, frame);
  await page.evaluate(() => {
    for (let i = 0; i < 10000; i += 1) say({ type: 'load', value: { kind: 'overall', unit: `单位${i}` } });
  });
  await typeInto(page, field(frame, 'execution.budget'), '100');
  await page.waitForTimeout(1100); // the second of the flood is over
  const { ignored, value } = await page.evaluate(() => ask({ type: 'get' }));
  assert.ok(ignored >= 9000, `${ignored} were ignored`);
  assert.equal(value.execution.budget, '100');
}));

test('frame: another frame of the portal\'s page is not listened to', () => framed(embed(), async (page, frame) => {
  await ready(page, frame);
  await page.waitForTimeout(500);
  const { ignored, value } = await page.evaluate(() => ask({ type: 'get' }));
  assert.ok(ignored > 10, `${ignored} were ignored`);
  assert.equal(value.unit ?? '', '');
  await eventually(() => frame.locator('.form-title', { hasText: '恶意' }).count(), 0);
}, { other: hostile.url }));

test('frame: a portal of another origin than the address says hears nothing and is not heard', () => (
  framed({ embed: '1', origin: 'https://portal.example' }, async (page, frame) => {
    await frame.locator('table.form').first().waitFor();
    await page.evaluate(() => say({ type: 'load', value: { kind: 'overall', unit: '恶意单位' } }));
    await typeInto(page, field(frame, 'execution.budget'), '100');
    await page.waitForTimeout(500);
    await eventually(() => frame.locator('.form-title', { hasText: '恶意' }).count(), 0);
    assert.deepEqual(await page.evaluate(() => window.heard), []);
  })));

for (const [name, search] of [
  ['no origin', { embed: '1' }],
  ['every origin', { embed: '1', origin: '*' }],
  ['no web page\'s origin', { embed: '1', origin: 'null' }],
  ['an address, not an origin', { embed: '1', origin: 'https://portal.example/path' }],
]) {
  test(`frame: ${name} in the address: a sentence, and no word to anybody`, () => framed(search, async (page, frame) => {
    await frame.locator('body', { hasText: '嵌入地址不完整' }).waitFor();
    assert.deepEqual(await page.evaluate(() => window.heard), []);
  }));
}

test('frame: nothing is kept in the browser\'s store', () => framed(embed(), async (page, frame) => {
  await ready(page, frame);
  await typeInto(page, field(frame, 'execution.budget'), '100');
  await page.waitForTimeout(600);
  const kept = await frame.locator('body').evaluate(async () => ({ local: localStorage.length, stores: (await indexedDB.databases()).length }));
  assert.deepEqual(kept, { local: 0, stores: 0 });
}));

test('frame: opened by itself the address is the page as always', async () => {
  const page = await browser.newPage();
  await page.goto(pageAddress(embed()));
  await page.locator('.start').waitFor();
  await page.close();
});
