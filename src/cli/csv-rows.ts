import { isUtf8 } from 'node:buffer';
import { parseHeader } from '../extracts/csv-header';

/** A row of a CSV by the names of its columns, with its number as a spreadsheet counts it: the header is row 1. */
export interface CsvRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** What the header calls a column that it gives no name. */
const NAMELESS = /^column_\d+$/;

/** A CSV in full. `columns` are as written in the header; rows and nameless columns with nothing in them are passed over. */
export function readCsv(text: string): { readonly columns: readonly string[]; readonly rows: readonly CsvRow[] } {
  const whole = text.replace(/^\uFEFF/, '');
  const { delimiter, columns } = parseHeader(whole);
  const rows = recordsOf(whole, delimiter).map((record, index): CsvRow => ({
    row: index + 1,
    cells: Object.fromEntries(columns.map((column, at) => [column, (record[at] ?? '').trim()])),
  }));
  const filled = rows.slice(1).filter(({ cells }) => Object.values(cells).some((cell) => cell !== ''));
  return { columns: columns.filter((column) => !NAMELESS.test(column) || filled.some(({ cells }) => cells[column] !== '')), rows: filled };
}

/** Text of a file: UTF-8, or what Excel writes where it is none. */
export function decoded(bytes: Uint8Array): string {
  return new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1252').decode(bytes);
}

function recordsOf(text: string, delimiter: string): string[][] {
  const records: string[][] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = (): void => {
    cells.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '"' && quoted && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (character === '"') {
      quoted = !quoted;
    } else if (!quoted && character === delimiter) {
      endCell();
    } else if (!quoted && (character === '\n' || character === '\r')) {
      at += character === '\r' && text[at + 1] === '\n' ? 1 : 0;
      endCell();
      records.push(cells);
      cells = [];
    } else {
      cell += character;
    }
  }
  endCell();
  return [...records, cells];
}
