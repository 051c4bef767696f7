import { CANONICAL_TABLES, canonicalTable } from '../tables/canonical-tables';
import type { Dimension } from '../dimension';
import type { ExtractSource } from '../extract-source';
import type { Fault } from '../fault';
import type { Checked } from './conform';

/** Files that are read, by how their names end. */
const READ = /\.(csv|txt|tsv|parquet|xlsx)$/i;

/** That each source feeds a table that exists, stays inside the extracts folder, and can name the row of a fault. */
export function checkSources(sources: readonly Checked<ExtractSource>[]): Fault[] {
  return sources.flatMap(({ value: source, entry }) => {
    const faults: Fault[] = [];
    const fault = (field: string, message: string, fix: string): void => {
      faults.push({ ...entry.place([field]), message: `extract ${source.id}: ${message}`, fix });
    };
    if (canonicalTable(source.table) === undefined) {
      fault('table', `there is no table "${source.table}".`, `Use one of ${CANONICAL_TABLES.map(({ name }) => name).join(', ')}.`);
    }
    if (/[/\\]|\.\./.test(source.files)) {
      fault('files', `"${source.files}" leads out of the extracts folder.`, 'Give a file name, with * where it varies.');
    }
    if (/\.[a-z]+$/i.test(source.files) && !READ.test(source.files)) {
      fault('files', `"${source.files}" is no kind of file that is read.`, 'Export it as .csv, .parquet or .xlsx.');
    }
    // Whether a * reaches the end of the select is seen once it is laid over a file.
    if (!/\bfile_row\b|(?:\bselect|,)\s*(?:\w+\.)?\*/i.test(source.select)) {
      fault('select', 'the select does not give file_row through.', 'Add file_row to what it selects.');
    }
    return faults;
  });
}

/** That some table has the column a dimension reads, and that its values have keys and codes of their own. */
export function checkDimension({ value: dimension, entry }: Checked<Dimension>): Fault[] {
  const faults: Fault[] = [];
  const columns = CANONICAL_TABLES.flatMap((table) => table.columns).filter(({ name }) => name === dimension.column);
  if (columns.length === 0) {
    faults.push({ ...entry.place(['column']), message: `dimension ${dimension.id}: no table has a column "${dimension.column}".`, fix: 'Name a column of a canonical table.' });
  }
  const keys = new Set<string>();
  const codes = new Set<string>();
  dimension.values.forEach((value, index) => {
    if (keys.has(value.key)) {
      faults.push({ ...entry.place(['values', index, 'key']), message: `dimension ${dimension.id}: "${value.key}" is given twice.`, fix: 'Give each value a key of its own.' });
    }
    keys.add(value.key);
    value.codes.forEach((code, position) => {
      const place = entry.place(['values', index, 'codes', position]);
      if (codes.has(code) && dimension.whole === null) {
        faults.push({ ...place, message: `dimension ${dimension.id}: code "${code}" means two values.`, fix: 'Keep it in one of them.' });
      }
      if (columns.some((column) => column.codes !== undefined && !column.codes.includes(code))) {
        faults.push({ ...place, message: `dimension ${dimension.id}: ${dimension.column} is never "${code}".`, fix: `Its codes are ${columns.flatMap((column) => column.codes ?? []).join(', ')}.` });
      }
      codes.add(code);
    });
  });
  return faults;
}
