// Makes of a compiled module the two files that a page starts it from: its script, which a worker runs, and its program.
//   node scripts/module.mjs NAME GLUE.js WASM FOLDER      prints the script's name
// GLUE.js is wasm-bindgen's for `--target no-modules`: Chromium 83 knows no module scripts in workers everywhere.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [name, glueFile, wasmFile, folder] = process.argv.slice(2);

const digest = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 16);

const wasm = readFileSync(wasmFile);
const program = `${name}-${digest(wasm)}_bg.wasm`;
// An error that nobody catches reaches the page only where it is thrown in the open.
const script = `${readFileSync(glueFile, 'utf8')}
self.addEventListener('unhandledrejection', function (event) { setTimeout(function () { throw event.reason; }); });
wasm_bindgen({ module_or_path: new URL('./${program}', self.location.href) }).then(function () { wasm_bindgen.serve(); });
`;
const file = `${name}-${digest(script)}.js`;
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, program), wasm);
writeFileSync(join(folder, file), script);
console.log(file);
