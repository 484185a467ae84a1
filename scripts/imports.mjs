// Looks whether a module asks its surroundings for nothing but what wasm-bindgen gives it: a crate that wants chance, a
// clock or files would pull them in unseen.
//   node scripts/imports.mjs WASM NAME
import { readFileSync } from 'node:fs';

const [file, name] = process.argv.slice(2);
const UNWANTED = /getRandomValues|randomFillSync|crypto|fetch|XMLHttpRequest|performance/i;

const imports = WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(file)));
const wrong = imports.filter((one) => one.module !== `./${name}_bg.js` || UNWANTED.test(one.name));
if (wrong.length > 0) throw new Error(`${file} imports ${wrong.map((one) => `${one.module} ${one.name}`).join(', ')}`);
