// The browser is killed while somebody types: at most the last 300 ms of typing are lost. `make soak` does it 200 times.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lost, typeAndKill } from './support/kill.mjs';
import { oneFile } from './support/site.mjs';

for (const lasting of [450, 900, 1400, 2100]) {
  test(`killed after ${lasting} ms`, async () => {
    const result = await typeAndKill(oneFile(), lasting);
    assert.equal(lost(result), null);
  });
}
