// docs/portal.md as it stands: each integration's files, put where it says, run under the policy it names.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { assertClean, launchToday, screenshot, typeInto, withPage } from './support/chromium.mjs';
import { STRICT, portal } from './support/portal.mjs';

const guide = await readFile(new URL('../../docs/portal.md', import.meta.url), 'utf8');

/** The files of a section, by name, and what folder of ours is to be copied. */
function integration(heading) {
  const section = guide.split(/^## /m).find((part) => part.startsWith(heading));
  assert.ok(section, `docs/portal.md has a section ${heading}`);
  const files = Object.fromEntries([...section.matchAll(/^文件 `([^`]+)`[^\n]*\n+```\w+\n([^]*?)^```/gm)].map(([, name, text]) => [name, text]));
  const [, ours] = section.match(/把 `dist\/(\w*)\/?`/);
  return { files, ours };
}

let browser;
before(async () => { browser = await launchToday(); });
after(() => browser.close());

const cases = {
  async '一、自定义元素'(page) {
    const total = page.locator('#total');
    await page.waitForFunction(() => document.getElementById('total').textContent === '100');
    assert.equal(await page.locator('#errors').innerText(), '0');
    await page.locator('#submit:enabled').waitFor();
    const actual = page.locator('juesuan-form').locator('[id="f0.goals[0].indicators[0].actual"]');
    await typeInto(page, actual, '42.5%');
    await page.waitForFunction(() => document.getElementById('total').textContent !== '100');
    assert.equal(await total.innerText(), '60');
    assert.ok(await page.locator('#submit').isDisabled(), 'scores claimed too high are errors');
    await typeInto(page, actual, '97.1%');
    await page.locator('#submit:enabled').click();
    const submitted = await page.evaluate(() => JSON.parse(localStorage.getItem('submitted')));
    assert.equal(submitted.goals[0].indicators[0].actual, '97.1%');
  },
  async '二、iframe'(page) {
    const frame = page.frameLocator('#frame');
    await frame.locator('table.form').first().waitFor();
    await typeInto(page, frame.locator('[id="f0.execution.budget"]'), '100');
    await typeInto(page, frame.locator('[id="f0.execution.actual"]'), '50');
    await page.waitForFunction(() => document.getElementById('total').textContent === '10');
    await frame.getByRole('button', { name: '保存' }).click();
    await page.waitForFunction(() => localStorage.getItem('saved'));
    const saved = await page.evaluate(() => JSON.parse(localStorage.getItem('saved')));
    assert.deepEqual([saved.unit, saved.execution.actual], ['某某中心', '50']);
    const height = await page.evaluate(() => document.getElementById('frame').clientHeight);
    assert.ok(height > 700, `the frame grew with its page: ${height}`);
    await page.reload();
    await page.waitForFunction(() => document.getElementById('total').textContent === '10');
  },
  async '三、只用函数'(page) {
    await page.waitForFunction(() => document.getElementById('rate').textContent === '102.3%');
    assert.equal(await page.locator('#working').innerText(), '1,552.16 ÷ 1,516.89 = 102.3252…%');
    await typeInto(page, page.locator('#budget'), '12a');
    assert.equal(await page.locator('#working').innerText(), '参数 budget：“12a”不是数字：第 3 个字“a”无法识别。');
  },
};

for (const [heading, use] of Object.entries(cases)) {
  test(`docs/portal.md: ${heading}`, async () => {
    const { files, ours } = integration(heading);
    // A browser asks for it unless the page says otherwise, and the guide is about other things.
    const served = await portal({ ...files, 'favicon.ico': '' }, { ours });
    try {
      await withPage({ browser, url: served.url }, async ({ page, seen }) => {
        await use(page);
        await screenshot(page, `portal-${heading}`);
        assertClean(seen);
      });
    } finally {
      await served.close();
    }
  });
}

test('docs/portal.md: the policy it names is the one tested', () => {
  assert.ok(guide.includes(`Content-Security-Policy: ${STRICT}`));
});

test('docs/portal.md: in Node', async () => {
  const { files, ours } = integration('三、只用函数');
  const served = await portal(files, { ours });
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [join(served.folder, 'check.mjs')]);
    assert.equal(stdout.trim(), "96.3% score-differs");
  } finally {
    await served.close();
  }
});
