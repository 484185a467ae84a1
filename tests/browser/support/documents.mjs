// Small documents of each kind, made as bytes: what tests drop on the page.
import { createHash } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';

const zip = (parts) => Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))));
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = (part, type) => `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}"/></Types>`;
const relation = (type, target) => `${HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`;
const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** Paragraphs, and below them a table: a list of rows. */
export function docx(paragraphs, rows = []) {
  const p = (text) => `<w:p><w:r><w:t xml:space="preserve">${escape(text)}</w:t></w:r></w:p>`;
  const table = rows.length === 0 ? '' : `<w:tbl><w:tblPr/><w:tblGrid>${rows[0].map(() => '<w:gridCol w:w="2000"/>').join('')}</w:tblGrid>${
    rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc><w:tcPr/>${p(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;
  return zip({
    '[Content_Types].xml': types('/word/document.xml', 'wordprocessingml.document.main+xml'),
    '_rels/.rels': relation('officeDocument', 'word/document.xml'),
    'word/document.xml': `${HEAD}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs.map(p).join('')}${table}${p('')}</w:body></w:document>`,
  });
}

/** One sheet. */
export function xlsx(name, rows) {
  const cell = (text, row, column) => `<c r="${String.fromCharCode(65 + column)}${row + 1}" t="inlineStr"><is><t>${escape(text)}</t></is></c>`;
  return zip({
    '[Content_Types].xml': types('/xl/workbook.xml', 'spreadsheetml.sheet.main+xml'),
    '_rels/.rels': relation('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `${HEAD}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><sheets><sheet name="${escape(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relation('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `${HEAD}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${
      rows.map((row, y) => `<row r="${y + 1}">${row.map((text, x) => cell(text, y, x)).join('')}</row>`).join('')}</sheetData></worksheet>`,
  });
}

function rc4(key, data) {
  const s = Uint8Array.from({ length: 256 }, (_, i) => i);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + s[i] + key[i % key.length]) & 255;
    [s[i], s[j]] = [s[j], s[i]];
  }
  let [i, j] = [0, 0];
  return Buffer.from(data, 'latin1').map((byte) => {
    i = (i + 1) & 255;
    j = (j + s[i]) & 255;
    [s[i], s[j]] = [s[j], s[i]];
    return byte ^ s[(s[i] + s[j]) & 255];
  });
}

const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const padded = (password) => Buffer.concat([Buffer.from(password, 'latin1'), PADDING]).subarray(0, 32);
const md5 = (...parts) => createHash('md5').update(Buffer.concat(parts)).digest();
const hex = (bytes) => `<${bytes.toString('hex')}>`;

/** Pages, each of a few lines in Helvetica; with a password to open it (40 bits, as the oldest do it). */
export function pdf(pages, password) {
  const id = Buffer.from('0123456789abcdef');
  const rights = Buffer.from([0xfc, 0xff, 0xff, 0xff]);
  const owner = rc4(md5(padded('owner')).subarray(0, 5), padded(password ?? ''));
  const key = md5(padded(password ?? ''), owner, rights, id).subarray(0, 5);
  const sealed = (number, text) => {
    if (password === undefined) return Buffer.from(text, 'latin1');
    return rc4(md5(key, Buffer.from([number, 0, 0, 0, 0])).subarray(0, 10), text);
  };
  const objects = [null, '<< /Type /Catalog /Pages 2 0 R >>'];
  const first = 4;
  objects.push(`<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${first + 2 * i} 0 R`).join(' ')}] >>`);
  objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  pages.forEach((lines, i) => {
    const number = first + 2 * i;
    objects.push(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${number + 1} 0 R >>`);
    const text = `BT /F 12 Tf 72 770 Td ${lines.map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj 0 -40 Td`).join(' ')} ET`;
    const stream = sealed(number + 1, text);
    objects.push(Buffer.concat([Buffer.from(`<< /Length ${stream.length} >>\nstream\n`), stream, Buffer.from('\nendstream')]));
  });
  const encryption = objects.length;
  if (password !== undefined) {
    objects.push(`<< /Filter /Standard /V 1 /R 2 /O ${hex(owner)} /U ${hex(rc4(key, PADDING.toString('latin1')))} /P -4 >>`);
  }
  let out = Buffer.from('%PDF-1.4\n');
  const places = [];
  objects.slice(1).forEach((object, i) => {
    places.push(out.length);
    out = Buffer.concat([out, Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]);
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `<< /Size ${objects.length} /Root 1 0 R${password === undefined ? '' : ` /Encrypt ${encryption} 0 R`} /ID [${hex(id)} ${hex(id)}] >>`;
  return Buffer.concat([out, Buffer.from(`xref\n0 ${objects.length}\n0000000000 65535 f \n${table}trailer\n${trailer}\nstartxref\n${out.length}\n%%EOF\n`)]);
}
