// Documents on the page: chosen and dropped, several at once, with a password, refused; shown, searched, put away. From
// the one file and over http, under the policy of a strict portal.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { assertClean, eventually, launchToday, screenshot, typeInto, withPage } from './support/chromium.mjs';
import { docx, pdf, xlsx } from './support/documents.mjs';
import { serve } from '../../scripts/serve.mjs';
import { STRICT } from './support/portal.mjs';
import { drop, cell, dist, heldBack, oneFile, openExample } from './support/site.mjs';

let browser;
// A worker is started where the policy lets the page vouch for its address.
const POLICY = STRICT.replace("trusted-types 'none'", 'trusted-types juesuan');
let sites;
let servers;
before(async () => {
  browser = await launchToday();
  servers = await Promise.all([POLICY, STRICT].map((policy) => serve({ root: dist, port: 0, headers: { 'content-security-policy': policy } })));
  // Where none may be started the page reads by itself.
  sites = [{ name: 'http', url: servers[0].url }, { name: 'http, without workers', url: servers[1].url }, { name: 'file', url: oneFile() }];
});
after(async () => {
  await browser?.close();
  await Promise.all(servers?.map((server) => server.close()) ?? []);
});

const TEXT = '第一部分 单位概况\n一、主要职责\n收入决算1,552.63万元，支出决算1,552.16万元。\n';
const workbook = (unit) => JSON.stringify({ format: 1, forms: [{ unit, goals: [{ indicators: [{ name: '指标', weight: '80', target: '1', actual: '1' }] }] }] });

const files = (entries) => entries.map(([name, content]) => ({ name, mimeType: '', buffer: Buffer.from(content) }));
const choose = (page, entries) => page.locator('header.top input[type=file]').setInputFiles(files(entries));

const text = (page) => page.locator('.document-text').innerText();
const titled = (page, name) => page.locator('.document-head h1', { hasText: name }).waitFor();
/** Of several documents the list is shown first: one of them is gone to. */
const openOf = async (page, name) => {
  await page.locator('.nav').getByRole('button', { name }).click();
  await titled(page, name);
};
const alertSays = async (page) => {
  const alert = page.locator('.notice-bar.alert p');
  await alert.waitFor();
  return alert.innerText();
};

const KINDS = [
  ['说明.txt', TEXT, '收入决算1,552.63万元'],
  ['说明.docx', docx(['一、收入情况', '收入决算1,552.63万元'], [['项目', '决算数'], ['合计', '1,552.63']]), '收入决算1,552.63万元'],
  ['决算表.xlsx', xlsx('收入决算表', [['项目', '决算数'], ['合计', '1,552.63']]), '1,552.63'],
  ['收支.ofd', readFileSync(new URL('../../crates/documents/tests/documents/ofd/tables.ofd', import.meta.url)), '财政拨款'],
  ['report.pdf', pdf([['Income 1,552.63'], ['Spending 1,552.16']]), 'Spending 1,552.16'],
];

test('each kind is read, where the page is one file and where it is served', async (t) => {
  for (const site of sites) {
    for (const [name, content, expected] of KINDS) {
      await t.test(`${site.name}: ${name}`, () => withPage({ browser, url: site.url }, async ({ page, seen }) => {
        await choose(page, [[name, content]]);
        await titled(page, name);
        assert.ok((await text(page)).includes(expected), await text(page));
        assert.deepEqual(await page.locator('.nav').getByRole('button', { name }).count(), 1);
        await eventually(() => page.locator('.reading-bar').count(), 0);
        assert.equal(page.workers().length, 0, 'no worker outlives its work');
        await screenshot(page, `document-${site.name}-${name.split('.').pop()}`);
        assertClean(seen);
      }));
    }
  }
});

test('tables are tables, pages are marked at the margin', () => withPage({ browser, url: oneFile() }, async ({ page, seen }) => {
  await drop(page, [['说明.docx', KINDS[1][1]], ['report.pdf', KINDS.at(-1)[1]]]);
  await openOf(page, 'report.pdf');
  assert.deepEqual(await page.locator('.document-page').allInnerTexts(), ['第 1 页', '第 2 页']);
  await page.locator('.nav').getByRole('button', { name: '说明.docx' }).click();
  await titled(page, '说明.docx');
  assert.deepEqual(await page.locator('.document-table tr').evaluateAll((rows) => rows.map((row) => [...row.cells].map((one) => one.innerText))), [['项目', '决算数'], ['合计', '1,552.63']]);
  assertClean(seen);
}));

test('several at once, a workbook among them: each to its place', () => withPage({ browser, url: oneFile() }, async ({ page, seen }) => {
  await drop(page, [['甲.txt', '甲的说明'], ['表.juesuan.json', workbook('某中心')], ['乙.txt', '乙的说明']]);
  const nav = page.locator('.nav');
  // The workbook is open, and both documents are listed, whichever came last.
  for (const name of ['评分规则与设置', '甲.txt', '乙.txt']) await nav.getByRole('button', { name }).waitFor();
  await eventually(() => page.locator('.reading-bar').count(), 0);
  assert.ok((await nav.locator('.nav-item').allInnerTexts()).join().includes('甲.txt,乙.txt'));
  // What is shown is the workbook.
  await page.locator('table.foot').waitFor();
  assert.equal(await page.locator('.document').count(), 0);
  await nav.getByRole('button', { name: '甲.txt' }).click();
  await eventually(() => text(page), '甲的说明');
  await page.getByRole('button', { name: '关闭文档' }).click();
  // Several came: the list is where one comes from.
  await openOf(page, '乙.txt');
  await page.getByRole('button', { name: '关闭文档' }).click();
  await page.getByRole('button', { name: '全部移除' }).click();
  // What is open of the workbook is there as before.
  await page.locator('table.foot').waitFor();
  await eventually(() => cell(page, 'unit').inputValue(), '某中心');
  assertClean(seen);
}));

test('several workbooks go to the consolidation, as before', () => withPage({ browser, url: oneFile() }, async ({ page }) => {
  await drop(page, [['a.juesuan.json', workbook('甲')], ['b.juesuan.json', workbook('乙')]]);
  await page.locator('.consolidation .consolidated').waitFor();
}));

test('a workbook under another name is a workbook', () => withPage({ browser, url: oneFile() }, async ({ page, seen }) => {
  await drop(page, [['备份.txt', `\ufeff ${workbook('备份的')}`]]);
  await page.locator('table.foot').waitFor();
  await eventually(() => cell(page, 'unit').inputValue(), '备份的');
  assertClean(seen);
}));

const BAD = [
  ['空.pdf', '', /^“空\.pdf”：文件是空的/],
  ['图.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /^“图\.png”：.*请选择/],
  ['旧.doc', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1024)]), /^“旧\.doc”：.*。$/],
  ['信.rtf', '{\\rtf1\\ansi x}', /^.*。$/],
  ['半.pdf', pdf([['half']]).subarray(0, 60), /^“半\.pdf”：.*。$/],
  ['半.docx', KINDS[1][1].subarray(0, 300), /^“半\.docx”：.*。$/],
];

test('what cannot be read is named in one sentence, and what was open stays', () => withPage({ browser, url: oneFile() }, async ({ page, seen }) => {
  await openExample(page);
  await typeInto(page, cell(page, 'deviation'), '还在这里');
  for (const [name, content, sentence] of BAD) {
    await choose(page, [[name, content]]);
    const said = await alertSays(page);
    assert.match(said, sentence, name);
    await eventually(() => cell(page, 'deviation').inputValue(), '还在这里');
    await page.locator('.notice-bar.alert').getByRole('button', { name: '关闭' }).click();
    await eventually(() => page.locator('.notice-bar.alert').count(), 0);
  }
  assertClean(seen);
}));

test('of several the bad ones are named, the good ones are there', () => withPage({ browser, url: oneFile() }, async ({ page, seen }) => {
  await drop(page, [BAD[0].slice(0, 2), ['甲.txt', '甲的说明'], BAD[1].slice(0, 2)]);
  await openOf(page, '甲.txt');
  const said = await alertSays(page);
  assert.match(said, /“空\.pdf”：.*\n“图\.png”：/);
  assertClean(seen);
}));

for (const without of [false, true]) test(`a password is asked for, wrong ones are said, the file opens or is left${without ? ', without workers' : ''}`, () => withPage({ browser, url: without ? sites[1].url : oneFile() }, async ({ page, seen }) => {
  const locked = pdf([['Locked 1,552.63']], 'open');
  await choose(page, [['锁.pdf', locked], ['甲.txt', '甲的说明']]);
  const bar = page.locator('form.reading-bar');
  await bar.waitFor();
  assert.match(await bar.innerText(), /“锁\.pdf”设有打开密码/);
  await bar.getByLabel('打开密码').fill('wrong');
  await page.keyboard.press('Enter');
  await bar.locator('p', { hasText: '密码不对' }).waitFor();
  assert.equal(await bar.getByLabel('打开密码').inputValue(), '');
  await bar.getByLabel('打开密码').fill('open');
  await bar.getByRole('button', { name: '打开', exact: true }).click();
  await openOf(page, '甲.txt');
  await page.locator('.nav').getByRole('button', { name: '锁.pdf' }).click();
  assert.ok((await text(page)).includes('Locked 1,552.63'));
  // Left unread, it is in nobody's way.
  await choose(page, [['又锁.pdf', locked]]);
  await bar.getByRole('button', { name: '不打开' }).click();
  await eventually(() => bar.count(), 0);
  await eventually(() => page.locator('.notice-bar').count(), 0);
  assertClean(seen);
}));

test('search: counted, gone through, over line breaks, and seen', () => withPage({ browser, url: oneFile() }, async ({ page, seen }) => {
  const lines = Array.from({ length: 9000 }, (_, i) => `第${i}段 收入决算${i}万元。`);
  await choose(page, [['长.txt', lines.join('\n\n')]]);
  await titled(page, '长.txt');
  assert.equal(await page.getByRole('button', { name: '继续显示' }).count(), 1, 'a long one is drawn piece by piece');
  const field = page.getByRole('searchbox', { name: '查找' });
  const status = page.locator('.document-tools [role=status]');
  await field.fill('收入 决算8999万');
  await eventually(() => status.innerText(), '第 1 处，共 1 处');
  const current = page.locator('mark.current');
  // What is found may reach into a figure, which is marked itself.
  await eventually(async () => (await current.allInnerTexts()).join(''), '收入决算8999万');
  await page.waitForFunction(() => {
    const { top, bottom } = document.querySelector('mark.current').getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
  await field.fill('第12');
  await eventually(() => status.innerText(), '第 1 处，共 111 处');
  await field.press('Enter');
  await eventually(() => status.innerText(), '第 2 处，共 111 处');
  await eventually(() => page.locator('p', { has: current }).innerText(), '第120段 收入决算120万元。');
  await page.getByRole('button', { name: '上一处' }).click();
  await page.getByRole('button', { name: '上一处' }).click();
  await eventually(() => status.innerText(), '第 111 处，共 111 处');
  await field.fill('没有的字');
  await eventually(() => status.innerText(), '没有找到');
  assertClean(seen);
}));

test('text of a document is never markup, a link or a script', () => withPage({ browser, url: oneFile() }, async ({ page, seen }) => {
  const hostile = '<img src=x onerror="document.title=1"><script>document.title=2</script><a href="javascript:alert(1)">链接</a>';
  for (const [name, content] of [['x.txt', `收入 ${hostile}`], ['<b>x.docx', docx([hostile], [[hostile]])], ['x.xlsx', xlsx(hostile, [[hostile]])]]) {
    await choose(page, [[name, content]]);
    await titled(page, name);
    assert.ok((await text(page)).includes(hostile), name);
    assert.equal(await page.locator('main img, main script, main a, main b').count(), 0, name);
  }
  assert.equal(await page.title(), '决算与绩效自评');
  assertClean(seen);
}));

test('files dropped before the program listens are kept for it', async (t) => {
  for (const site of sites) {
    await t.test(site.name, () => withPage({ browser, url: 'about:blank' }, async ({ page, seen }) => {
      seen.documentUrl = site.url;
      await page.addInitScript(heldBack);
      await page.goto(site.url, { waitUntil: 'commit' });
      await page.waitForFunction(() => window.juesuanEarly);
      await drop(page, [['早.txt', '早到的说明']]);
      await page.evaluate(() => window.begin());
      await titled(page, '早.txt');
      await eventually(() => text(page), '早到的说明');
      assertClean(seen);
    }));
  }
});

test('in English too', () => withPage({ browser, url: `${oneFile()}?lang=en` }, async ({ page, seen }) => {
  await page.locator('.brand').waitFor();
  await choose(page, [['a.txt', TEXT], ['empty.pdf', '']]);
  await openOf(page, 'a.txt');
  assert.match(await alertSays(page), /^“empty\.pdf”: The file is empty/);
  await page.getByRole('button', { name: 'Close document' }).waitFor();
  assertClean(seen);
}));
