import { readFile, writeFile } from 'node:fs/promises';
import { fileFault, type Fault } from './fault';

const SECOND = 1000;
const DAY_MS = 86_400_000;

/** Excel keeps times as fractions of a day, so that 08:30 arrives a few milliseconds out. */
function dateText(date: Date): string {
  const instant = new Date(Math.round(date.getTime() / SECOND) * SECOND);
  const text = instant.toISOString();
  return instant.getTime() % DAY_MS === 0 ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ');
}

function cellText(cell: unknown): string {
  if (cell instanceof Date) {
    return dateText(cell);
  }
  if (typeof cell === 'number' || typeof cell === 'boolean') {
    return String(cell);
  }
  return typeof cell === 'string' ? `"${cell.replaceAll('"', '""')}"` : '';
}

/**
 * Writes one sheet of an XLSX workbook as UTF-8 CSV, row for row; dates become ISO. Gives the faults found instead
 * where the file is no workbook, or has no such sheet.
 */
export async function sheetToCsv(
  file: { readonly source: string; readonly name: string; readonly path: string; readonly sheet: string | undefined },
  csvPath: string,
): Promise<readonly Fault[]> {
  const bytes = await readFile(file.path);
  // The package's types are for ES modules alone, so that it must be imported where it is used.
  const { default: readWorkbook } = await import('read-excel-file/node');
  let sheets: Awaited<ReturnType<typeof readWorkbook>>;
  try {
    sheets = await readWorkbook(bytes);
  } catch {
    return [fileFault(file.source, file.name, 'looks half-written or is not an XLSX workbook', 'Save it again from Excel and replace the file')];
  }
  const sheet = file.sheet === undefined ? sheets[0] : sheets.find((one) => one.sheet === file.sheet);
  if (sheet === undefined) {
    return [fileFault(file.source, file.name, `has no sheet called "${file.sheet ?? ''}"; it has ${sheets.map((one) => `"${one.sheet}"`).join(', ')}`,
      'Rename the sheet, or correct "sheet" in the mapping')];
  }
  const lines = sheet.data.map((row) => row.map((cell) => cellText(cell)).join(','));
  await writeFile(csvPath, lines.length === 0 ? '' : `${lines.join('\n')}\n`);
  return [];
}
