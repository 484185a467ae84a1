// A workbook by exceljs: a sheet for each table, amounts as numbers, merged cells.
import ExcelJS from 'exceljs';

/** The bytes of a workbook with the tables of a paper. */
export async function write({ blocks }) {
  const workbook = new ExcelJS.Workbook();
  const border = { top: { style: 'thin' }, left: { style: 'thin' }, bottom: { style: 'thin' }, right: { style: 'thin' } };
  const tables = blocks.filter(({ type, rows }) => type === 'table' && rows.length);
  tables.forEach(({ rows }, i) => {
    const sheet = workbook.addWorksheet(`表${i + 1}`);
    for (const { text, row, column, rows: height = 1, columns = 1 } of rows.flat()) {
      const cell = sheet.getCell(row + 1, column + 1);
      const amount = /^-?[\d,]+\.\d\d?$/.test(text);
      cell.value = amount ? Number(text.replaceAll(',', '')) : text;
      if (amount) cell.numFmt = '#,##0.00';
      cell.border = border;
      if (height > 1 || columns > 1) sheet.mergeCells(row + 1, column + 1, row + height, column + columns);
    }
  });
  return workbook.xlsx.writeBuffer();
}
