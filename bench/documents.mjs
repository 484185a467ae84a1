// Documents to measure readers with, made from the project's own example at the time of measuring: what the page prints
// as a PDF, and the same content as a Word document and a workbook.
import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';

const example = JSON.parse(readFileSync(new URL('../static/example.juesuan.json', import.meta.url), 'utf8'));
const SHEETS_OF_ACCOUNTS = 10;

/** The example with `times` as many forms. */
const workbook = (times) => JSON.stringify({ ...example, forms: Array.from({ length: times }, () => example.forms).flat() });

// Runs in the page: headings, paragraphs and tables of what is on paper, as they stand, sheet by sheet.
function contentOfPaper() {
  const shown = (element) => {
    const copy = element.cloneNode(true);
    const fields = element.querySelectorAll('input, textarea, select');
    copy.querySelectorAll('input, textarea, select').forEach((field, i) => field.replaceWith(fields[i].value));
    copy.querySelectorAll('.screen-only, button, svg').forEach((other) => other.remove());
    return copy.textContent.replace(/\s+/g, ' ').trim();
  };
  const rowsOf = (table) => [...table.rows]
    .map((row) => [...row.cells].filter((cell) => !cell.matches('.screen-only')).map((cell) => ({ text: shown(cell), rows: cell.rowSpan, columns: cell.colSpan })));
  return [...document.querySelectorAll('.sheet')].map((sheet) => {
    const blocks = [];
    const walk = (element) => {
      const last = blocks.at(-1);
      if (element.matches('.screen-only')) return;
      if (element.matches('table')) {
        const rows = rowsOf(element);
        // A long table stands in pieces, each under the same heads.
        if (last?.rows && JSON.stringify(last.rows[0]) === JSON.stringify(rows[0])) last.rows.push(...rows.slice(1));
        else blocks.push({ rows });
      } else if (element.matches('h1, h2, h3, h4')) {
        blocks.push({ level: Number(element.tagName[1]), text: shown(element) });
      } else if (element.matches('p') || element.children.length === 0) {
        const text = shown(element);
        if (text) blocks.push({ text });
      } else {
        [...element.children].forEach(walk);
      }
    };
    walk(sheet);
    return blocks;
  });
}

/** `{ pdf, pages, sheets }`: what the page prints of a workbook with so many forms, and the same as blocks, sheet by sheet. */
async function printed(browser, url, text, forms) {
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage();
  try {
    await page.goto(url);
    await page.locator('header.top input[type=file]').setInputFiles({ name: '例.juesuan.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await page.locator('table.foot').waitFor();
    await page.evaluate(() => { window.print = () => {}; });
    await page.getByRole('button', { name: '打印全部' }).click();
    // What has errors names them first.
    const anyway = page.getByRole('button', { name: '仍然继续' });
    await anyway.or(page.locator('.sheet').first()).first().waitFor({ state: 'attached' });
    if (await anyway.isVisible()) await anyway.click();
    await page.locator('.sheet').nth(SHEETS_OF_ACCOUNTS + forms - 1).waitFor({ state: 'attached' });
    // Once it is printed, the sheets are gone.
    const sheets = await page.evaluate(contentOfPaper);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    return { pdf, pages: pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length, sheets };
  } finally {
    await page.context().close();
  }
}

// ---- packages of Office

const zip = (parts) => Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))));
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
const relations = (targets) => `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${
  targets.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`).join('')}</Relationships>`;
const contentTypes = (parts) => `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${
  parts.map(([part, type]) => `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`).join('')}</Types>`;

/** Cells with the column they begin in, and those that a cell of a row above covers. */
function inGrid(rows) {
  const covered = new Map();
  return rows.map((row) => {
    const line = [];
    let column = 0;
    const below = () => {
      while (covered.has(column)) {
        const { left, columns } = covered.get(column);
        line.push({ column, columns, covered: true });
        if (left === 1) covered.delete(column);
        else covered.set(column, { left: left - 1, columns });
        column += columns;
      }
    };
    for (const cell of row) {
      below();
      line.push({ ...cell, column });
      if (cell.rows > 1) line.at(-1).begins = true;
      column += cell.columns;
    }
    below();
    for (const { begins, rows: left, column: at, columns } of line) if (begins) covered.set(at, { left: left - 1, columns });
    return line;
  });
}

/** A Word document as Word writes it: styles, runs with fonts and sizes, a border around each cell, merged cells. */
function docx(blocks) {
  const fonts = '<w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:hint="eastAsia"/>';
  const run = (text, size) => `<w:r><w:rPr>${fonts}<w:color w:val="000000"/><w:kern w:val="0"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr><w:t xml:space="preserve">${escape(text)}</w:t></w:r>`;
  // A word processor parts digits from ideographs.
  const runs = (text, size) => text.split(/(?<=[0-9.,%])(?=[^0-9.,%])|(?<=[^0-9.,%])(?=[0-9.,%])/).map((part) => run(part, size)).join('');
  const p = (text, properties, size) => `<w:p w:rsidR="00A77B3E" w:rsidRDefault="00A77B3E"><w:pPr>${properties}</w:pPr>${runs(text, size)}</w:p>`;
  const borders = ['top', 'left', 'bottom', 'right'].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`).join('');
  const cell = ({ text = '', columns, begins, covered }) => `<w:tc><w:tcPr><w:tcW w:w="${1200 * columns}" w:type="dxa"/>${
    columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : ''}${begins ? '<w:vMerge w:val="restart"/>' : ''}${covered ? '<w:vMerge/>' : ''}<w:tcBorders>${borders}</w:tcBorders><w:vAlign w:val="center"/></w:tcPr>${
    p(text, '<w:widowControl/><w:jc w:val="center"/>', 18)}</w:tc>`;
  const table = (rows) => {
    const grid = inGrid(rows);
    const width = Math.max(...grid.map((row) => row.reduce((sum, { columns }) => sum + columns, 0)));
    return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${'<w:gridCol w:w="1200"/>'.repeat(width)}</w:tblGrid>${
      grid.map((row) => `<w:tr><w:trPr><w:trHeight w:val="340"/></w:trPr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
  };
  const one = ({ rows, level, text }) => {
    if (rows) return table(rows) + p('', '', 18);
    if (level) return p(text, `<w:pStyle w:val="${level}"/><w:spacing w:line="560" w:lineRule="exact"/>`, 32);
    return p(text, '<w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/>', 32);
  };
  const style = (level) => `<w:style w:type="paragraph" w:styleId="${level}"><w:name w:val="heading ${level}"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>`;
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  return zip({
    '[Content_Types].xml': contentTypes([['word/document.xml', 'wordprocessingml.document.main'], ['word/styles.xml', 'wordprocessingml.styles']]),
    '_rels/.rels': relations([['officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': relations([['styles', 'styles.xml']]),
    'word/styles.xml': `${HEAD}<w:styles ${w}><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>${[1, 2, 3, 4].map(style).join('')}</w:styles>`,
    'word/document.xml': `${HEAD}<w:document ${w}><w:body>${blocks.map(one).join('')}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`,
  });
}

/** The name of a column, from 0: A to Z, AA and so on. */
const letters = (column) => (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

/** A workbook as Excel writes it: shared strings, amounts as numbers with a format, merged cells. */
function xlsx(tables) {
  const strings = new Map();
  const shared = (text) => strings.get(text) ?? (strings.set(text, strings.size), strings.size - 1);
  const sheet = (rows) => {
    const merges = [];
    const cell = ({ text, rows: height, columns, column, covered }, y) => {
      if (covered || text === '') return '';
      const at = `${letters(column)}${y + 1}`;
      if (height > 1 || columns > 1) merges.push(`<mergeCell ref="${at}:${letters(column + columns - 1)}${y + height}"/>`);
      if (/^-?[\d,]+\.\d\d?$/.test(text)) return `<c r="${at}" s="1"><v>${text.replaceAll(',', '')}</v></c>`;
      return `<c r="${at}" t="s"><v>${shared(text)}</v></c>`;
    };
    const data = inGrid(rows).map((row, y) => `<row r="${y + 1}">${row.map((one) => cell(one, y)).join('')}</row>`).join('');
    return `${HEAD}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${data}</sheetData>${
      merges.length ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>` : ''}</worksheet>`;
  };
  const sheets = tables.map(sheet);
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  return zip({
    '[Content_Types].xml': contentTypes([['xl/workbook.xml', 'spreadsheetml.sheet.main'], ['xl/styles.xml', 'spreadsheetml.styles'], ['xl/sharedStrings.xml', 'spreadsheetml.sharedStrings'],
      ...sheets.map((_, i) => [`xl/worksheets/sheet${i + 1}.xml`, 'spreadsheetml.worksheet'])]),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `${HEAD}<workbook ${main} xmlns:r="${OFFICE}"><sheets>${sheets.map((_, i) => `<sheet name="公开0${i + 1}表" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([...sheets.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`]), ['styles', 'styles.xml'], ['sharedStrings', 'sharedStrings.xml']]),
    'xl/styles.xml': `${HEAD}<styleSheet ${main}><fonts count="1"><font><sz val="11"/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="4" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(sheets.map((xml, i) => [`xl/worksheets/sheet${i + 1}.xml`, xml])),
    'xl/sharedStrings.xml': `${HEAD}<sst ${main} uniqueCount="${strings.size}">${[...strings.keys()].map((text) => `<si><t xml:space="preserve">${escape(text)}</t></si>`).join('')}</sst>`,
  });
}

/**
 * `{ pdf, docx, xlsx }`, each `{ bytes, what }`: 30 pages, the content of 60, nine sheets. `tables` is a workbook with long
 * tables, as text.
 */
export async function makeDocuments(browser, url, tables) {
  const times = (count) => printed(browser, url, workbook(count), count * example.forms.length);
  const short = await times(1);
  // Each form takes a page.
  const ofPages = (pages) => times(1 + Math.ceil((pages - short.pages) / example.forms.length));
  const [thirty, sixty] = [await ofPages(30), await ofPages(60)];
  const long = await printed(browser, url, tables, JSON.parse(tables).forms.length);
  const sheets = long.sheets.slice(0, 9).map((blocks) => blocks.flatMap(({ rows, text }) => rows ?? [[{ text, rows: 1, columns: 1 }]]));
  return {
    pdf: { bytes: thirty.pdf, what: `PDF of ${thirty.pages} pages` },
    docx: { bytes: docx(sixty.sheets.flat()), what: `DOCX of what prints on ${sixty.pages} pages` },
    xlsx: { bytes: xlsx(sheets), what: `XLSX of ${sheets.length} sheets` },
  };
}
