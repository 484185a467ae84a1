// What stands on the pages of a PDF.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** `{ width, height, items: [{ text, left, right, top, bottom }], text }` of each page, in points from the top left. */
export async function pagesOf(pdf) {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0, useSystemFonts: true }).promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const [, , width, height] = page.view;
    const { items } = await page.getTextContent();
    const placed = items.filter(({ str }) => str.trim()).map(({ str, transform, width: length, height: size }) => ({
      text: str,
      left: transform[4],
      right: transform[4] + length,
      top: height - transform[5] - size,
      bottom: height - transform[5],
    }));
    pages.push({ width, height, items: placed, text: placed.map(({ text }) => text).join('') });
  }
  await document.destroy();
  return pages;
}

/** For comparing: breaks between lines and cells are no matter, nor is how a sign is composed. */
export const bare = (text) => text.normalize('NFKC').replace(/\s+/g, '').replace(/[\u2e80-\u2eff]/g, (sign) => SIGNS[sign] ?? sign);

// Fonts share a glyph between a character and the radical of its shape, and a PDF may name either.
const SIGNS = Object.fromEntries([...'⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻬齐⻮齿⻰龙⻄西⺠民⺟母⻩黄⻨麦⻳龟'].reduce((pairs, sign, i, all) => (i % 2 ? pairs : [...pairs, [sign, all[i + 1]]]), []));
