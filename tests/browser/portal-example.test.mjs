// The example portal, as `make portal` serves it: two forms, submitted, kept, and there again.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { servePortal } from '../../examples/portal/server.mjs';
import { assertClean, launchToday, screenshot, typeInto, withPage } from './support/chromium.mjs';

const embed = resolve(fileURLToPath(import.meta.url), '../../../dist/embed');

test('the example portal keeps what is submitted', async () => {
  const saved = await mkdtemp(join(tmpdir(), 'juesuan-saved-'));
  const server = await servePortal({ embed, saved });
  const browser = await launchToday();
  try {
    await withPage({ browser, url: server.url }, async ({ page, seen }) => {
      const section = (name) => page.locator('section', { has: page.locator(`[data-form=${name}]`) });
      const field = (name, path) => page.locator(`[data-form=${name}]`).locator(`[id="f0.${path}"]`);
      await typeInto(page, field('overall', 'unit'), '某某中心');
      await typeInto(page, field('overall', 'execution.budget'), '12a');
      await section('overall').locator('.state', { hasText: '有 1 处错误' }).waitFor();
      assert.ok(await section('overall').locator('.bar button').isDisabled());
      await typeInto(page, field('overall', 'execution.budget'), '100');
      await typeInto(page, field('overall', 'execution.actual'), '50');
      await section('overall').locator('.state', { hasText: '已填部分 10 分' }).waitFor();
      await section('overall').locator('.bar button').click();
      await section('overall').locator('.state', { hasText: '已提交' }).waitFor();
      await screenshot(page, 'portal-example');
      const kept = JSON.parse(await readFile(join(saved, 'overall.json'), 'utf8'));
      assert.deepEqual([kept.unit, kept.execution], ['某某中心', { budget: '100', actual: '50' }]);
      await page.reload();
      await page.waitForFunction(() => document.querySelector('[data-form=overall]').value?.unit === '某某中心');
      assert.equal(await page.evaluate(() => document.querySelector('[data-form=project]').value.kind), 'project');
      assertClean(seen);
    });
    const answers = await Promise.all([
      fetch(`${server.url}forms/other`, { method: 'PUT', body: '{}' }),
      fetch(`${server.url}forms/overall`, { method: 'PUT', body: 'no JSON' }),
      fetch(`${server.url}..%2f..%2fserver.mjs`),
    ]);
    assert.deepEqual(answers.map(({ status }) => status), [404, 400, 404]);
  } finally {
    await browser.close();
    await server.close();
    await rm(saved, { recursive: true, force: true });
  }
});
