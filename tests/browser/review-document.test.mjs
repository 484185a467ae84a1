// Published disclosures, reviewed: several files dropped, the faults of one found, gone through by keyboard, set aside,
// remarked on, handed on as a letter.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible } from './support/axe.mjs';
import { assertClean, eventually, launchToday, screenshot, withPage } from './support/chromium.mjs';
import { paragraphs, right, wrong } from './support/disclosure.mjs';
import { docx, pdf } from './support/documents.mjs';
import { drop, oneFile } from './support/site.mjs';

let browser;
before(async () => { browser = await launchToday(); });
after(() => browser?.close());

const THREE = [['甲馆.txt', right], ['乙馆.docx', docx(paragraphs(wrong))], ['c.pdf', pdf([['Nothing to check here']])]];
const rows = (page) => page.locator('.files-table tbody tr');
const row = (page, name) => rows(page).filter({ hasText: name });
const cells = (page, name) => row(page, name).locator('td').allInnerTexts();
const counts = (page) => page.locator('.review .counts').first().locator('.count').allInnerTexts();
const current = (page) => page.locator('.review .finding.current').getAttribute('data-finding');
const focused = (page) => page.evaluate(() => document.activeElement.innerText);
const read = (page) => page.locator('.files [role=status]', { hasText: '已读 3 个，共 3 个文件' }).waitFor();

const three = (name, steps, options = {}) => test(name, () => withPage({ browser, url: oneFile(), ...options }, async ({ page, seen }) => {
  await page.locator('.start').waitFor();
  await drop(page, THREE);
  await read(page);
  await steps(page);
  assertClean(seen);
}));

const openSecond = async (page) => {
  await page.locator('.files-table').getByRole('button', { name: '乙馆.docx' }).click();
  await page.locator('.document-head h1', { hasText: '乙馆.docx' }).waitFor();
};

three('three files: each has its line, ordered and filtered', async (page) => {
  assert.deepEqual((await cells(page, '乙馆.docx')).slice(0, 3), ['青山市图书馆', '2024', '决算']);
  assert.deepEqual((await cells(page, '乙馆.docx')).slice(4), ['7', '2', '0']);
  assert.deepEqual((await cells(page, '甲馆.txt')).slice(4), ['0', '0', '0']);
  await page.locator('.files-table').getByRole('button', { name: '错误' }).click();
  await eventually(() => rows(page).first().locator('th').innerText(), '乙馆.docx');
  await page.locator('.files').getByRole('button', { name: /^有错误/ }).click();
  await eventually(() => rows(page).count(), 1);
  await page.locator('.files').getByRole('button', { name: /^全部 / }).click();
  await page.getByPlaceholder('筛选文件或单位').fill('图书馆');
  await eventually(() => rows(page).count(), 2);
  await page.getByPlaceholder('筛选文件或单位').fill('');
  await assertAccessible(page, 'the list');
  await screenshot(page, 'review-files');
  // What is right says so, and how much was held against something.
  await page.locator('.files-table').getByRole('button', { name: '甲馆.txt' }).click();
  await page.locator('.review .none', { hasText: /没有发现问题[^]*个数，其中 \d+ 个已与其他数核对/ }).waitFor();
  await page.locator('.nav').getByRole('button', { name: /^文件清单/ }).click();
  await page.locator('.files-table').getByRole('button', { name: 'c.pdf' }).click();
  await page.locator('.review .none', { hasText: '没有可以核对的内容' }).waitFor();
});

three('the faults are found, and a click goes both ways', async (page) => {
  await openSecond(page);
  assert.deepEqual(await counts(page), ['错误 7', '警告 2', '提示 0', '已搁置 0']);
  await eventually(() => page.locator('.nav .nav-item.current .badge').innerText(), '7');
  // From a finding to its figure, which is in sight and has the focus.
  await page.locator('.review .finding', { hasText: '39.33%' }).locator('.go').click();
  await eventually(() => focused(page), '39.33%');
  assert.equal(await page.locator('.figure-mark.current').innerText(), '39.33%');
  assert.match(await page.locator('.figure-mark.current').getAttribute('aria-label'), /39\.33%.*93\.33%/);
  assert.match(await page.locator('.figure-card').innerText(), /39\.33%[^]*应为 93\.33%[^]*980\.00 ÷ 1,050\.00/);
  // From a figure to its finding.
  await page.locator('.figure-mark.wrong', { hasText: '13.40%' }).click();
  await eventually(() => focused(page).then((text) => text.includes('13.40%') && text.includes('错误')), true);
  // The other place of a finding.
  const twice = page.locator('.review .finding', { hasText: '82.00' });
  await twice.locator('.other').first().click();
  await eventually(() => focused(page), '80.00万元');
  // A figure that agrees is quiet: what is said of it stands in the list of what was checked.
  await page.locator('.figure-mark.agrees', { hasText: '86.96%' }).click();
  await eventually(() => focused(page).then((text) => /相符[^]*占86.96%/.test(text)), true);
  await page.locator('.figure-mark', { hasText: '72.73%' }).hover();
  await eventually(() => page.locator('.figure-card').innerText().then((text) => text.includes('800.00 ÷ 1,100.00')), true);
  await assertAccessible(page, 'what was checked');
  await page.getByRole('button', { name: /^不符 \d/ }).click();
  await eventually(() => page.locator('.checked .finding').count(), 6);
  await page.getByRole('button', { name: /^发现的问题/ }).click();
  await page.locator('.review .kinds').getByRole('button', { name: /^比率/ }).click();
  await eventually(() => page.locator('.review .finding').count(), 3);
  await page.getByPlaceholder('筛选清单').fill('13.40');
  await eventually(() => page.locator('.review .finding').count(), 1);
});

three('by keyboard alone: gone through, two set aside, a remark, the letter copied', async (page) => {
  const press = async (...keys) => { for (const key of keys) await page.keyboard.press(key); };
  /** Past the buttons to other places, of which there may be some. */
  const tabTo = async (label) => {
    for (let left = 6; (await focused(page)) !== label; left--) {
      assert.ok(left > 0, `${label} is not on the way`);
      await press('Tab');
    }
  };
  await page.locator('.files-table').getByRole('button', { name: '乙馆.docx' }).focus();
  await press('Enter');
  await page.locator('.document-head h1', { hasText: '乙馆.docx' }).waitFor();
  await press('F8');
  await eventually(() => current(page), '0');
  await eventually(() => focused(page), '16.67%');
  await press('F8', 'F8', 'Shift+F8');
  await eventually(() => current(page), '1');
  await eventually(() => focused(page), '13.40%');
  for (const why of ['已请示主管部门', '上年口径不同']) {
    // From the figure to its finding, and on to what can be done about it.
    await press('Enter');
    await eventually(() => focused(page).then((text) => text.includes('错误')), true);
    await tabTo('搁置…');
    await press('Enter');
    await page.locator('.reason textarea').waitFor();
    await page.keyboard.type(why);
    await press('Control+Enter');
    await page.locator('.review .finding.aside', { hasText: why }).waitFor();
    await press('F8');
  }
  await eventually(() => counts(page), ['错误 5', '警告 2', '提示 0', '已搁置 2']);
  // What is set aside is passed over.
  await eventually(() => current(page), '3');
  await press('Enter');
  await eventually(() => focused(page).then((text) => text.includes('错误')), true);
  await tabTo('批注…');
  await press('Enter');
  await page.locator('.review .finding.current textarea:focus').waitFor();
  await page.keyboard.type('请附计算过程');
  await assertAccessible(page, 'findings set aside and remarked on');
  await page.locator('.reviewer').focus();
  await page.keyboard.type('王小明');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: '复制意见函' }).focus();
  await press('Enter');
  await page.locator('.notice-bar.done', { hasText: '已复制' }).waitFor();
  const letter = await page.evaluate(() => navigator.clipboard.readText());
  for (const part of ['青山市图书馆', '2024', '乙馆.docx', '王小明', '39.33%']) assert.ok(letter.includes(part), `${part} in ${letter}`);
  for (const part of ['13.40%']) assert.ok(!letter.includes(part), `${part} in ${letter}`);
  await page.getByRole('button', { name: '复制清单' }).click();
  const list = await page.evaluate(() => navigator.clipboard.readText());
  for (const part of ['13.40%', '已请示主管部门', '请附计算过程']) assert.ok(list.includes(part), `${part} in ${list}`);
  await screenshot(page, 'review-findings');
  // Closed and opened again, it is all there.
  await page.getByRole('button', { name: '关闭文档' }).click();
  await openSecond(page);
  await eventually(() => counts(page), ['错误 5', '警告 2', '提示 0', '已搁置 2']);
  await eventually(() => page.locator('.review .finding textarea').inputValue(), '请附计算过程');
});

for (const [width, height] of [[390, 844], [1024, 768], [1366, 768], [1920, 1080]]) {
  three(`nothing is cut off at ${width} pixels`, async (page) => {
    await openSecond(page);
    await page.keyboard.press('F8');
    await eventually(() => focused(page), '16.67%');
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(await wide(), 0);
    // The figure is where it can be seen: not under the list.
    const figure = await page.locator('.figure-mark.current').boundingBox();
    const list = await page.locator('.review').boundingBox();
    const apart = figure.x + figure.width <= list.x || figure.y + figure.height <= list.y;
    assert.ok(apart && figure.y >= 0, JSON.stringify({ figure, list }));
    assert.ok(await page.locator('.review .finding').first().isVisible());
    await screenshot(page, `review-${width}`);
  }, { viewport: { width, height } });
}

test('of many only the list is kept: a thousand files, one is opened, the rest cancelled and gone on with', () => withPage({ browser, url: oneFile() }, async ({ page, seen }) => {
  await page.locator('.start').waitFor();
  const many = Array.from({ length: 1000 }, (_, at) => [`${at}.txt`, at === 3 ? wrong : `某${at}局2024年度单位决算\n收入1.00万元。`]);
  await drop(page, [...many, ['坏.pdf', '%PDF-1.7']]);
  await row(page, '3.txt').first().locator('td.error').first().waitFor();
  await page.locator('.files-table').getByRole('button', { name: '3.txt', exact: true }).click();
  await page.locator('.document-head h1', { hasText: '3.txt' }).waitFor();
  await eventually(() => counts(page), ['错误 7', '警告 2', '提示 0', '已搁置 0']);
  // One file is open, however many were read.
  assert.equal(await page.locator('.nav .nav-item', { hasText: '.txt' }).count(), 1);
  await page.locator('.nav').getByRole('button', { name: /^文件清单/ }).click();
  const cancel = page.locator('.files').getByRole('button', { name: '取消' });
  if (await cancel.count()) {
    await cancel.click();
    await page.getByRole('button', { name: '继续读取' }).click();
  }
  await page.locator('.files [role=status]', { hasText: '已读 1001 个，共 1001 个文件' }).waitFor({ timeout: 120_000 });
  await page.getByRole('button', { name: /^没有读成 1$/ }).click();
  await eventually(() => rows(page).count(), 1);
  assert.match(await rows(page).innerText(), /坏\.pdf[^]*。/);
  await page.getByRole('button', { name: '全部移除' }).click();
  await page.locator('.start').waitFor();
  assertClean(seen);
}));
