// Prints the package.json of dist/embed/, with name, version and licence from Cargo.toml.
import { readFileSync } from 'node:fs';

const manifest = readFileSync(new URL('../Cargo.toml', import.meta.url), 'utf8');
const field = (name) => manifest.match(new RegExp(`^${name} = "(.*)"$`, 'm'))[1];

console.log(JSON.stringify({
  name: field('name'),
  version: field('version'),
  description: field('description'),
  license: field('license'),
  type: 'module',
  main: './juesuan.js',
  types: './juesuan.d.ts',
  // Importing the element defines it: nothing may leave that out as unused.
  sideEffects: ['./juesuan-form.js'],
  exports: {
    '.': { types: './juesuan.d.ts', default: './juesuan.js' },
    './juesuan-form.js': { types: './juesuan-form.d.ts', default: './juesuan-form.js' },
    './juesuan-documents.js': { types: './juesuan-documents.d.ts', default: './juesuan-documents.js' },
    './juesuan_bg.wasm': './juesuan_bg.wasm',
    './juesuan-documents_bg.wasm': './juesuan-documents_bg.wasm',
    './program/juesuan_bg.wasm': './program/juesuan_bg.wasm',
    './program/juesuan_rest.wasm': './program/juesuan_rest.wasm',
    './package.json': './package.json',
  },
}, null, 2));
