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
const node = (folder, ...options) => ({
  name: folder,
  command: [process.execPath, '--test', '--test-reporter=spec', ...options, ...testFiles(folder)],
  count: nodeCount,
  skip: testFiles(folder).length === 0, // `node --test` without files would look for some itself
});

const stages = [
  { name: 'cargo test', command: ['cargo', 'test', '--locked', '--workspace', '--no-fail-fast'], count: cargoCount },
  { name: 'build', command: ['bash', 'scripts/build.sh'] },
  node('tests/node'),
  // One browser at a time, for the tests' time limits to mean something.
  // A test that waits for what never comes must not wait for ever.
  node('tests/browser', '--test-concurrency=1', '--test-timeout=900000'),
];

/** Runs a stage, shows what it says as it says it, and returns [passed, failed]. */
async function run({ name, command: [program, ...args], count, skip }) {
  console.log(`\n── ${name}`);
  let passed = 0;
  let failed = 0;
  let status = 0;
  if (!skip) {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = new Promise((done) => child.on('error', (error) => { console.log(error.message); done(1); }).on('close', done));
    for await (const line of createInterface({ input: child.stdout })) {
      console.log(line);
      const [more, less] = count?.(stripVTControlCharacters(line)) ?? [0, 0];
      passed += more;
      failed += less;
    }
    status = await ended;
  }
  if (count && passed + failed === 0) {
    console.log(`${name}: no test ran`);
    failed = 1;
  } else if (status !== 0 && failed === 0) {
    console.log(`${name}: failed`);
    failed = 1;
  }
  return [passed, failed];
}

let passed = 0;
let failed = 0;
for (const stage of stages) {
  const [more, less] = await run(stage);
  passed += more;
  failed += less;
  if (stage.name === 'build' && less > 0) break; // what follows would test the build before
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
