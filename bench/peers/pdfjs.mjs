// A PDF by pdf.js: the text of each page, piece by piece with its place. It tells no tables.
import { fileURLToPath } from 'node:url';
import { VerbosityLevel, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const folder = (name) => fileURLToPath(new URL(`./${name}/`, import.meta.resolve('pdfjs-dist/package.json')));
const FONTS = { cMapUrl: folder('cmaps'), cMapPacked: true, standardFontDataUrl: folder('standard_fonts'), useSystemFonts: false };

/** The pieces of each page. */
export async function read(bytes) {
  // It takes the buffer for itself, so it gets one of its own.
  const document = await getDocument({ ...FONTS, data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS }).promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    pages.push((await page.getTextContent()).items);
  }
  await document.destroy();
  return pages;
}

export const found = (pages) => ({ text: pages.flat().map(({ str }) => str).join('') });
