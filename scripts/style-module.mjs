// Prints a style sheet as a module that exports its text, for constructed style sheets in shadow roots.
//   node scripts/style-module.mjs FILE.css
import { readFileSync } from 'node:fs';

const css = readFileSync(process.argv[2], 'utf8');
if (/@import|url\((?!["']?data:)/.test(css)) throw new Error('a style sheet in a shadow root cannot ask for other files');
console.log(`export default ${JSON.stringify(css)};`);
