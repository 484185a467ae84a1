// Draws static/icons/*.png from static/icon.svg, in Chromium: run by hand when the icon changes.
//   node scripts/icons.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { launchToday } from '../tests/browser/support/chromium.mjs';

const svg = readFileSync('static/icon.svg', 'utf8');
// Systems cut these to shapes of their own: colour to the edges, the drawing within the inner four fifths.
const whole = svg.replace(/ rx="\d+"/, '');
const inner = whole.replace(/(<rect[^>]*>)([^]*)<\/svg>/, '$1<g transform="translate(3.2 3.2) scale(.8)">$2</g></svg>');

const browser = await launchToday();
const page = await browser.newPage();
for (const [name, size, source] of [
  ['icon-192', 192, svg], ['icon-512', 512, svg], ['maskable-512', 512, inner], ['apple-touch-180', 180, whole],
]) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${source}`);
  writeFileSync(`static/icons/${name}.png`, await page.screenshot({ omitBackground: true }));
}
await browser.close();
