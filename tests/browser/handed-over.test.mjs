// Files that a portal hands over: to the element by `load` and `open`, to the frame by `load`. Documents are shown, workbooks
// become the value, anything else is one sentence. Under a policy that allows a worker, and under one that allows none.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { assertClean, eventually, launchToday, withPage } from './support/chromium.mjs';
import { docx, pdf, xlsx } from './support/documents.mjs';
import { STRICT, pageOf, portal } from './support/portal.mjs';

const example = await readFile(new URL('../../static/example.juesuan.json', import.meta.url), 'utf8');
const FORM = JSON.stringify({ kind: 'overall', unit: '文件里的单位' });

const POLICIES = { 'with workers': STRICT.replace("trusted-types 'none'", 'trusted-types juesuan'), 'without workers': STRICT };
// In the page: what is handed over, made of base64 and a name.
const MAKE = `window.made = (how, base64, name) => {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const shapes = {
    file: () => [new File([bytes], name)],
    'a file under another name': () => [new File([bytes], 'x.bin'), name],
    blob: () => [new Blob([bytes]), name],
    buffer: () => [bytes.buffer, name],
    bytes: () => [bytes, name],
    'a part of a buffer': () => [new Uint8Array([0, ...bytes, 0]).subarray(1, bytes.length + 1), name],
    'a blob without a name': () => [new Blob([bytes])],
    'bytes with a blank name': () => [bytes, ' '],
  };
  return shapes[how]();
};
`;
const ELEMENT = `import './juesuan/juesuan-form.js';
${MAKE}
window.hand = async (way, how, base64, name) => {
  const form = document.querySelector('juesuan-form');
  try {
    await form[way](...window.made(how, base64, name));
    return '';
  } catch (error) {
    return error.message;
  }
};
document.querySelector('juesuan-form').value = { kind: 'overall', unit: '原来的单位' };
`;
const FRAME = `${MAKE}
const frame = document.createElement('iframe');
frame.id = 'frame';
frame.src = './juesuan/index.html?' + new URLSearchParams({ embed: '1', origin: location.origin });
window.heard = [];
window.addEventListener('message', ({ data }) => {
  window.heard.push(data);
  if (data.type === 'ready') frame.contentWindow.postMessage({ type: 'load', value: { kind: 'overall', unit: '原来的单位' } }, '*');
});
document.body.append(frame);
window.hand = (how, base64, name) => {
  const [file, named] = window.made(how, base64, name);
  frame.contentWindow.postMessage({ type: 'load', file, name: named, id: how }, '*');
};
window.get = () => new Promise((done) => {
  window.addEventListener('message', ({ data }) => { if (data.id === 'get') done(data); });
  frame.contentWindow.postMessage({ type: 'get', id: 'get' }, '*');
});
`;
const CSS = '#frame { width: 1200px; height: 700px; }';

let browser;
let portals;
before(async () => {
  browser = await launchToday();
  portals = Object.fromEntries(await Promise.all(Object.entries(POLICIES).map(async ([name, policy]) => [name, {
    element: await portal(pageOf('<juesuan-form></juesuan-form>', { js: ELEMENT }), { policy }),
    frame: await portal(pageOf('', { js: FRAME, css: CSS }), { ours: '', policy }),
  }])));
});
after(async () => {
  await browser?.close();
  for (const { element, frame } of Object.values(portals ?? {})) {
    await element.close();
    await frame.close();
  }
});

const base64 = (content) => Buffer.from(content).toString('base64');
const DOCUMENTS = [
  ['file', '说明.docx', docx(['收入决算1,552.63万元']), '收入决算1,552.63万元'],
  ['a file under another name', '报告.pdf', pdf([['Income 1,552.63']]), 'Income 1,552.63'],
  ['blob', '决算表.xlsx', xlsx('收入决算表', [['合计', '1,552.63']]), '1,552.63'],
  ['buffer', '说明.txt', '收入决算', '收入决算'],
  ['bytes', '网页.html', '<!DOCTYPE html><p>支出决算', '支出决算'],
  ['a part of a buffer', '部分.txt', '一部分', '一部分'],
];
const WORKBOOKS = [['file', '表.json', FORM], ['blob', '表.juesuan.json', FORM], ['bytes', '无名', `\ufeff\n${FORM}`]];
const REFUSED = [
  ['file', '坏.json', '{"kind":', /^“坏\.json”：.*。$/],
  ['bytes', '表单.json', '[1, 2]', /^“表单\.json”：.*。$/],
  ['buffer', '新.json', '{"format": 99, "forms": []}', /^“新\.json”：.*。$/],
  ['blob', '乱.json', Buffer.of(0x7b, 0xff, 0xfe), /^“乱\.json”：.*。$/],
  ['a blob without a name', '', '收入', /^参数 file 应为 File，或者文件内容.*加文件名 name。$/],
  ['bytes with a blank name', '', '收入', /^参数 file 应为 File，或者文件内容.*加文件名 name。$/],
];

for (const policy of Object.keys(POLICIES)) {
  const element = (name, use) => test(`<juesuan-form>, ${policy}: ${name}`, () => withPage({ browser, url: portals[policy].element.url }, async ({ page, seen }) => {
    await page.waitForFunction(() => document.querySelector('juesuan-form').evaluation);
    await use(page, (way, how, content, file) => page.evaluate((given) => window.hand(...given), [way, how, base64(content), file]));
    assertClean(seen);
  }));
  const unit = (page) => page.evaluate(() => document.querySelector('juesuan-form').value.unit);

  element('documents are shown, beside the form', async (page, hand) => {
    for (const [how, name, content, text] of DOCUMENTS) {
      for (const way of ['load', 'open']) {
        assert.equal(await hand(way, how, content, name), '', how);
        await page.locator('.document-head h1', { hasText: name }).waitFor();
        await eventually(async () => (await page.locator('.document-text').innerText()).includes(text), true, how);
        await page.getByRole('button', { name: '关闭文档' }).click();
        await eventually(() => page.locator('.document-head h1', { hasText: name }).count(), 0);
      }
    }
    assert.equal(await unit(page), '原来的单位');
    await page.locator('table.foot').waitFor();
  });

  element('workbooks and forms become the value', async (page, hand) => {
    for (const [how, name, content] of WORKBOOKS) {
      await page.evaluate(() => { document.querySelector('juesuan-form').value = { kind: 'overall', unit: '原来的单位' }; });
      assert.equal(await hand('load', how, content, name), '', how);
      assert.equal(await unit(page), '文件里的单位', how);
      await eventually(() => page.locator('[id="f0.unit"]').inputValue(), '文件里的单位');
    }
    assert.equal(await hand('open', 'file', example, '例.juesuan.json'), '');
    assert.equal(await page.evaluate(() => document.querySelector('juesuan-form').value.forms.length), 3);
  });

  element('anything else is one sentence, and the value stays', async (page, hand) => {
    for (const [how, name, content, sentence] of REFUSED) {
      assert.match(await hand('load', how, content, name), sentence);
      assert.equal(await unit(page), '原来的单位');
    }
    assert.match(await page.evaluate(() => document.querySelector('juesuan-form').load(7).then(() => '', (error) => error.message)), /^参数 value：“7”应为自评表或工作簿的对象。$/);
    assert.match(await page.evaluate(() => document.querySelector('juesuan-form').open('x').then(() => '', (error) => error.message)), /^参数 file 应为 File/);
    // What is no document is said over the form.
    assert.equal(await hand('load', 'bytes', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), '图.png'), '');
    await page.locator('.notice-bar.alert p', { hasText: '“图.png”：' }).waitFor();
    await page.evaluate(() => document.querySelector('juesuan-form').load({ kind: 'overall', unit: '又一个' }));
    assert.equal(await unit(page), '又一个');
  });

  const framed = (name, use) => test(`frame, ${policy}: ${name}`, () => withPage({ browser, url: portals[policy].frame.url }, async ({ page, seen }) => {
    const frame = page.frameLocator('#frame');
    await eventually(() => frame.locator('[id="f0.unit"]').inputValue(), '原来的单位');
    await use(page, frame, (how, content, file) => page.evaluate((given) => window.hand(...given), [how, base64(content), file]));
    assertClean(seen);
  }));

  framed('documents are shown, beside the form', async (page, frame, hand) => {
    for (const [how, name, content, text] of DOCUMENTS) {
      await hand(how, content, name);
      await frame.locator('.document-head h1', { hasText: name }).waitFor();
      await eventually(async () => (await frame.locator('.document-text').innerText()).includes(text), true, how);
      await frame.getByRole('button', { name: '关闭文档' }).click();
      await eventually(() => frame.locator('.document-head h1', { hasText: name }).count(), 0);
    }
    assert.equal((await page.evaluate(() => window.get())).value.unit, '原来的单位');
    assert.deepEqual(await page.evaluate(() => window.heard.filter(({ type }) => type === 'error')), []);
  });

  framed('workbooks become the value, anything else is one sentence', async (page, frame, hand) => {
    for (const [how, name, content, sentence] of REFUSED) {
      await page.evaluate(() => { window.heard = []; });
      await hand(how, content, name);
      await page.waitForFunction(() => window.heard.some(({ type }) => type === 'error'));
      const { id, message } = await page.evaluate(() => window.heard.find(({ type }) => type === 'error'));
      assert.equal(id, how);
      assert.match(message, sentence);
    }
    await page.evaluate(() => document.getElementById('frame').contentWindow.postMessage({ type: 'load', file: 7, id: 'seven' }, '*'));
    await page.waitForFunction(() => window.heard.some(({ id, message }) => id === 'seven' && message.startsWith('参数 file')));
    assert.equal((await page.evaluate(() => window.get())).value.unit, '原来的单位');
    for (const [how, name, content] of WORKBOOKS) {
      await hand(how, content, name);
      await eventually(() => frame.locator('[id="f0.unit"]').inputValue(), '文件里的单位');
      await page.evaluate(() => document.getElementById('frame').contentWindow.postMessage({ type: 'load', value: { kind: 'overall', unit: '原来的单位' } }, '*'));
      await eventually(() => frame.locator('[id="f0.unit"]').inputValue(), '原来的单位');
    }
  });
}
