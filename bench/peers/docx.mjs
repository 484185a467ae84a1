// A Word document by docx: headings, paragraphs and tables with merged cells.
import { BorderStyle, Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';

const LEVELS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4];
const font = '仿宋_GB2312';
const single = { style: BorderStyle.SINGLE, size: 4 };
const borders = { top: single, left: single, bottom: single, right: single };

const runs = (text, size) => text.split('\n').map((line, i) => new TextRun({ text: line, font, size, break: i === 0 ? 0 : 1 }));

function table(rows) {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map((row, at) => new TableRow({
      tableHeader: at === 0,
      children: row.map(({ text, rows: rowSpan = 1, columns: columnSpan = 1 }) => new TableCell({
        rowSpan, columnSpan, borders, children: [new Paragraph({ children: runs(text, 18) })],
      })),
    })),
  });
}

/** The bytes of a document with these blocks of a paper. */
export function write({ blocks }) {
  const children = blocks.flatMap(({ type, level, text, rows }) => {
    if (type === 'heading') return [new Paragraph({ heading: LEVELS[Math.min(level, 4) - 1], children: runs(text, 32) })];
    if (type === 'paragraph') return [new Paragraph({ children: runs(text, 32) })];
    if (type === 'table' && rows.length) return [table(rows), new Paragraph('')];
    if (type === 'pageBreak') return [new Paragraph({ pageBreakBefore: true })];
    return [];
  });
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}
