import { open } from 'node:fs/promises';

/** The first row of a CSV: the names of its columns and what stands between them. */
export interface CsvHeader {
  readonly delimiter: string;
  readonly columns: readonly string[];
}

const DELIMITERS = [',', ';', '\t', '|'] as const;
const LONGEST_HEADER = 1 << 20;

function firstRecord(text: string): string {
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') {
      quoted = !quoted;
    } else if (!quoted && (character === '\n' || character === '\r')) {
      return text.slice(0, at);
    }
  }
  return text;
}

function cellsOf(record: string, delimiter: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (const character of record) {
    if (character === '"') {
      quoted = !quoted;
    } else if (!quoted && character === delimiter) {
      cells.push(cell);
      cell = '';
    } else {
      cell += character;
    }
  }
  return [...cells, cell];
}

/**
 * Reads the header of UTF-8 text. The delimiter is whichever of comma, semicolon, tab and bar cuts it into most cells.
 * A column without a name is called by its place, `column_3`.
 */
export function parseHeader(text: string): CsvHeader {
  const record = firstRecord(text.replace(/^\uFEFF/, ''));
  const cut = DELIMITERS.map((delimiter) => ({ delimiter, cells: cellsOf(record, delimiter) }))
    .reduce((best, next) => (next.cells.length > best.cells.length ? next : best));
  const columns = cut.cells.map((cell, index) => cell.trim() || `column_${index + 1}`);
  return { delimiter: cut.delimiter, columns: record.trim() === '' ? [] : columns };
}

/** The first stretch of a file, in which its header must lie. */
export async function headOf(path: string): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(LONGEST_HEADER), position: 0 });
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
