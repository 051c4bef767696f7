import type { CanonicalColumn, CanonicalTable } from '../canonical-table';
import { CANONICAL_TABLES, canonicalTable } from '../tables/canonical-tables';
import type { Fault } from '../fault';
import type { Condition, Measure, Metric } from '../metric';
import type { Report } from './check-filters';
import type { Checked } from './conform';
import { isOwn, type Setting } from './setting';
import type { Path } from './yaml-file';

const NUMERIC: ReadonlySet<CanonicalColumn['type']> = new Set<CanonicalColumn['type']>(['number', 'integer']);
const DATED: ReadonlySet<CanonicalColumn['type']> = new Set<CanonicalColumn['type']>(['date', 'timestamp']);

const columnOf = (table: CanonicalTable, name: string): CanonicalColumn | undefined => table.columns.find((column) => column.name === name);

/** Everything about a metric that its own shape cannot say: that its tables, columns, codes and dimensions exist and fit. */
export function checkMetric(checked: Checked<Metric>, setting: Setting): Fault[] {
  const { value: metric, entry } = checked;
  const faults: Fault[] = [];
  const fault: Report = (path, message, fix) => {
    faults.push({ ...entry.place(path), message: `metric ${metric.id}: ${message}`, fix });
  };

  const tables: CanonicalTable[] = [];
  for (const [part, measure] of [['numerator', metric.numerator], ['denominator', metric.denominator]] as const) {
    const table = measure === null ? undefined : canonicalTable(measure.table);
    if (measure !== null && table === undefined) {
      fault([part, 'table'], `there is no table "${measure.table}".`, `Use one of ${CANONICAL_TABLES.map(({ name }) => name).join(', ')}.`);
    }
    if (measure !== null && table !== undefined) {
      tables.push(table);
      checkMeasure(measure, table, [part], { ...setting, mustHold: isOwn(checked, part, setting) }, fault);
    }
  }
  for (const [index, exclusion] of metric.exclude.entries()) {
    for (const table of new Set(tables)) {
      const mustHold = isOwn(checked, 'exclude', setting);
      checkConditions(exclusion.when, table, ['exclude', index, 'when'], { ...setting, mustHold }, fault);
    }
  }
  checkDimensions(metric, tables, setting, fault);
  if (metric['looks-ahead'] && tables.some((table) => table.ahead === undefined)) {
    fault(['looks-ahead'], 'its table does not look ahead.', 'Take looks-ahead out, or read theatre_sessions or theatre_cases.');
  }
  return faults;
}

function checkDimensions(metric: Metric, tables: readonly CanonicalTable[], { merged, dimensions }: Setting, fault: Report): void {
  for (const [index, id] of metric.dimensions.entries()) {
    const dimension = dimensions.get(id);
    if (metric.dimensions.indexOf(id) !== index) {
      fault(['dimensions', index], `"${id}" is given twice.`, 'Take one out.');
    }
    if (!merged.ids.dimensions.has(id)) {
      fault(['dimensions', index], `there is no dimension "${id}".`, 'Use the id of a dimension, or define it under "dimensions".');
    }
    // A printed figure names its part in words, so it may be of any dimension.
    if (dimension === undefined || metric.kind === 'published') {
      continue;
    }
    for (const table of dimension['numerator-only'] ? tables.slice(0, 1) : new Set(tables)) {
      if (columnOf(table, dimension.column) === undefined) {
        fault(['dimensions', index], `${table.name} has no column "${dimension.column}", so it cannot be split by ${id}.`, 'Take the dimension out.');
      }
    }
  }
}

/** Where a measure is held against lists, and whether all that it names must be there. */
interface Ground extends Setting {
  readonly mustHold: boolean;
}

function checkMeasure(measure: Measure, table: CanonicalTable, at: Path, ground: Ground, fault: Report): void {
  const sum = columnOf(table, measure.sum);
  if (measure.sum !== 'rows' && (sum === undefined || !NUMERIC.has(sum.type))) {
    fault([...at, 'sum'], `${table.name} has no numeric column "${measure.sum}".`, 'Write "rows", or the name of a number column.');
  }
  const dated = measure.date === undefined ? undefined : columnOf(table, measure.date);
  if (measure.date !== undefined && (dated === undefined || !DATED.has(dated.type))) {
    fault([...at, 'date'], `${table.name} has no date column "${measure.date}".`, 'Name a date column, or leave it out.');
  }
  checkConditions(measure.where, table, [...at, 'where'], ground, fault);
}

function checkConditions(conditions: readonly Condition[], table: CanonicalTable, at: Path, ground: Ground, fault: Report): void {
  for (const [index, condition] of conditions.entries()) {
    if ('any' in condition) {
      condition.any.forEach((branch, number) => checkConditions(branch, table, [...at, index, 'any', number], ground, fault));
      continue;
    }
    const column = columnOf(table, condition.field);
    if (column === undefined) {
      fault([...at, index, 'field'], `${table.name} has no column "${condition.field}".`, `It has ${table.columns.map(({ name }) => name).join(', ')}.`);
    } else {
      checkTest(condition, column, [...at, index], fault);
      checkList(condition, [...at, index], ground, fault);
    }
  }
}

function checkTest(condition: Exclude<Condition, { any: unknown }>, column: CanonicalColumn, at: Path, fault: Report): void {
  const test = 'is' in condition ? 'is' : 'is-not';
  const values = 'is' in condition ? condition.is : 'is-not' in condition ? condition['is-not'] : [];
  values.forEach((value, index) => {
    const wrong = wrongValue(value, column);
    if (wrong !== null) {
      fault([...at, test, index], `${column.name} is never ${JSON.stringify(value)}.`, wrong);
    }
  });
  if (('over' in condition || 'under' in condition || 'at-least' in condition) && !NUMERIC.has(column.type)) {
    fault(at, `${column.name} holds ${column.type}, so it is not over or under anything.`, 'Test it with is, is-not or known.');
  }
  if (('starts-with' in condition || 'starts-not-with' in condition || 'in-list' in condition) && column.type !== 'text') {
    fault(at, `${column.name} holds ${column.type} and no codes.`, 'Test it with is, is-not or known.');
  }
}

function checkList(condition: Exclude<Condition, { any: unknown }>, at: Path, { merged, mustHold }: Ground, fault: Report): void {
  if ('in-list' in condition && mustHold && !merged.written.procedureLists.has(condition['in-list'])) {
    const known = [...merged.written.procedureLists].join(', ');
    fault([...at, 'in-list'], `there is no procedure list "${condition['in-list']}".`, known === '' ? 'Define it under "procedure-lists".' : `Use one of ${known}, or define it under "procedure-lists".`);
  }
}

/** What to write instead of a value that the column cannot hold; null where it can. */
function wrongValue(value: string | number | boolean, column: CanonicalColumn): string | null {
  const type = NUMERIC.has(column.type) ? 'number' : column.type === 'boolean' ? 'boolean' : 'string';
  if (typeof value !== type) {
    return type === 'string' ? `Put codes in quotes: '${value}'.` : type === 'boolean' ? 'Write true or false.' : 'Write a number.';
  }
  return column.codes !== undefined && typeof value === 'string' && !column.codes.includes(value) ? `Its codes are ${column.codes.join(', ')}.` : null;
}
