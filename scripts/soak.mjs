// Kills the browser at random moments while somebody types, many times over, and counts what was lost: `make soak`.
//   node scripts/soak.mjs [TIMES]
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { lost, typeAndKill } from '../tests/browser/support/kill.mjs';

const times = Number(process.argv[2] ?? 200);
const url = pathToFileURL(resolve('dist/juesuan.html')).href;
let failed = 0;
let typed = 0;
const behind = [];
for (let i = 0; i < times; i += 1) {
  const lasting = 200 + Math.floor(Math.random() * 2800);
  const result = await typeAndKill(url, lasting);
  const problem = lost(result);
  typed += result.typed.length;
  if (result.kept?.startsWith('a')) behind.push(result.typed.length - result.kept.length);
  if (problem) {
    failed += 1;
    console.log(`after ${lasting} ms: ${problem}`);
  }
  if ((i + 1) % 20 === 0) console.log(`${i + 1} of ${times}`);
}
behind.sort((a, b) => a - b);
console.log(`${typed} letters typed; of the last ones, lost: median ${behind[behind.length >> 1] ?? 0}, most ${behind.at(-1) ?? 0}`);
console.log(`${times - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
