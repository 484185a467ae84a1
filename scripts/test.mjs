// Runs every test there is and closes with their count: "N passed, N failed".
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';

const testFiles = (folder) => existsSync(folder)
  ? readdirSync(folder).filter((name) => name.endsWith('.test.mjs')).sort().map((name) => `${folder}/${name}`)
  : [];

// How each runner words its result, as [passed, failed].
const cargoCount = (line) => line.match(/^test result: .*? (\d+) passed; (\d+) failed;/)?.slice(1).map(Number);
function nodeCount(line) {
  const [, what, count] = line.match(/^ℹ (pass|fail|cancelled) (\d+)$/) ?? [];
  return what && (what === 'pass' ? [Number(count), 0] : [0, Number(count)]);
}
const node = (name, files, ...options) => ({
  name,
  command: [process.execPath, '--test', '--test-reporter=spec', ...options, ...files],
  count: nodeCount,
  skip: files.length === 0, // `node --test` without files would look for some itself
});

// Tests that measure how long something takes, or how much memory: nothing else runs beside them.
const measuring = (file) => /\/(consolidation|embed|keeping|kill)\.test\.mjs$/.test(file);
const browser = testFiles('tests/browser');
// A test that waits for what never comes must not wait for ever.
const patience = '--test-timeout=900000';

// What stands in one line runs at the same time: a build keeps one processor busy most of its time.
const stages = [
  [
    { name: 'cargo test', command: ['cargo', 'test', '--locked', '--workspace', '--no-fail-fast'], count: cargoCount },
    { name: 'build', command: ['bash', 'scripts/build.sh'], needed: true }, // else what follows would test the build before
  ],
  [node('tests/node', testFiles('tests/node'))],
  [node('tests/browser', browser.filter((file) => !measuring(file)), '--test-concurrency=2', patience)],
  [node('tests/browser, alone', browser.filter(measuring), '--test-concurrency=1', patience)],
];

/** Runs what a stage says, shows what it says (as it says it, or all of it when it ends), and returns [passed, failed]. */
async function run({ name, command: [program, ...args], count, skip }, atOnce) {
  const kept = [`\n── ${name}`];
  const show = (line) => (atOnce ? console.log(line) : kept.push(line));
  if (atOnce) console.log(kept.pop());
  const began = Date.now();
  let passed = 0;
  let failed = 0;
  let status = 0;
  if (!skip) {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', atOnce ? 'inherit' : 'pipe'] });
    const ended = new Promise((done) => child.on('error', (error) => { show(error.message); done(1); }).on('close', done));
    child.stderr?.setEncoding('utf8').on('data', (text) => show(text.trimEnd()));
    for await (const line of createInterface({ input: child.stdout })) {
      show(line);
      const [more, less] = count?.(stripVTControlCharacters(line)) ?? [0, 0];
      passed += more;
      failed += less;
    }
    status = await ended;
  }
  if (count && passed + failed === 0) {
    show(`${name}: no test ran`);
    failed = 1;
  } else if (status !== 0 && failed === 0) {
    show(`${name}: failed`);
    failed = 1;
  }
  show(`${name}: ${Math.round((Date.now() - began) / 1000)} s`);
  if (!atOnce) console.log(kept.join('\n'));
  return [passed, failed];
}

let passed = 0;
let failed = 0;
for (const stage of stages) {
  const counts = await Promise.all(stage.map((what, i) => run(what, i === 0)));
  for (const [more, less] of counts) {
    passed += more;
    failed += less;
  }
  if (stage.some((what, i) => what.needed && counts[i][1] > 0)) break;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
