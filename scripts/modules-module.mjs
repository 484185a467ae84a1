// Prints a JavaScript module that says where the modules of workers are: names of their scripts, one a line, come in.
import { readFileSync } from 'node:fs';

const scripts = readFileSync(0, 'utf8').split('\n').filter(Boolean);
const line = (file) => `  ${JSON.stringify(file.slice(0, file.lastIndexOf('-')))}: new URL(${JSON.stringify(`./${file}`)}, import.meta.url).href,`;
console.log(['export default {', ...scripts.map(line), '};'].join('\n'));
