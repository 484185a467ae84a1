// A Word document by mammoth: paragraphs, headings and tables, as HTML.
import mammoth from 'mammoth';

/** The HTML. */
export async function read(bytes) {
  const { value } = await mammoth.convertToHtml({ buffer: bytes });
  return value;
}

const SIGNS = { lt: '<', gt: '>', quot: '"', amp: '&' };

export const found = (html) => ({
  text: html.replace(/<[^>]*>/g, '').replace(/&(lt|gt|quot|amp);/g, (_, name) => SIGNS[name]),
  cells: html.match(/<t[dh]\b/g)?.length ?? 0,
});
