// A workbook by SheetJS: the texts of cells as they are shown, sheet by sheet.
import { read as parse, utils } from 'xlsx';

/** The rows of each sheet. */
export function read(bytes) {
  const book = parse(bytes, { type: 'buffer' });
  return book.SheetNames.map((name) => utils.sheet_to_json(book.Sheets[name], { header: 1, raw: false, defval: '' }));
}

export const found = (sheets) => {
  const texts = sheets.flat(2);
  return { text: texts.join(''), cells: texts.filter((text) => text !== '').length };
};
