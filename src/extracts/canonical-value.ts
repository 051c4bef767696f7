import type { CanonicalColumn } from '../catalogue/canonical-table';
import type { ExtractSource } from '../catalogue/extract-source';
import { identifier, literals } from './sql-text';

/** The engine's type for each canonical type. */
export const SQL_TYPES: Readonly<Record<CanonicalColumn['type'], string>> = {
  text: 'varchar', date: 'date', timestamp: 'timestamp', number: 'double', integer: 'bigint', boolean: 'boolean',
};

/** How a value of each type is called in "is not a date". */
export const TYPE_NAMES: Readonly<Record<CanonicalColumn['type'], string>> = {
  text: 'text', date: 'a date', timestamp: 'a date and time', number: 'a number', integer: 'a whole number', boolean: 'true or false',
};

/** A column that a mapping gives: its name and the engine's type for it. */
export interface GivenColumn {
  readonly name: string;
  readonly type: string;
}

/** SQL of the value as trimmed text, null where it is blank. */
export function textOf(given: GivenColumn): string {
  return `nullif(trim(cast(${identifier(given.name)} as varchar)), '')`;
}

/** SQL of the value in its canonical type; null where it is blank or cannot be read as that type. */
export function valueOf(column: CanonicalColumn, given: GivenColumn, source: ExtractSource): string {
  const raw = identifier(given.name);
  const text = textOf(given);
  switch (column.type) {
    case 'text':
      return text;
    case 'boolean':
      return given.type === 'BOOLEAN' ? raw : `try_cast(${text} as boolean)`;
    case 'number':
      return finite(numberOf(given));
    case 'integer':
      return given.type.endsWith('INT') || given.type === 'INTEGER' ? `try_cast(${raw} as bigint)`
        : `case when ${finite(numberOf(given))} = trunc(${numberOf(given)}) then try_cast(${numberOf(given)} as bigint) end`;
    case 'date':
      return given.type === 'DATE' ? raw : `cast(${timestampOf(given, source.dates)} as date)`;
    case 'timestamp':
      return timestampOf(given, source['date-times']);
  }
}

const numberOf = (given: GivenColumn): string => `try_cast(${given.type === 'VARCHAR' ? textOf(given) : identifier(given.name)} as double)`;

/** "nan" and "infinity" are words that the engine takes for numbers and dates. */
const finite = (value: string): string => `case when isfinite(${value}) then ${value} end`;

/** Times are London's clock: the patterns in turn, then ISO, where a zone given with the time is turned into London's. */
function timestampOf(given: GivenColumn, patterns: readonly string[]): string {
  const raw = identifier(given.name);
  if (given.type === 'DATE' || given.type === 'TIMESTAMP') {
    return finite(`cast(${raw} as timestamp)`);
  }
  if (given.type === 'TIMESTAMP WITH TIME ZONE') {
    return `${raw} at time zone 'Europe/London'`;
  }
  const text = textOf(given);
  const zoned = `regexp_matches(${text}, ':[0-9.]+ ?(Z|[+-][0-9]{2}(:?[0-9]{2})?)$')`;
  const iso = `case when ${zoned} then try_cast(${text} as timestamptz) at time zone 'Europe/London' else ${finite(`try_cast(${text} as timestamp)`)} end`;
  return patterns.length === 0 ? iso : `coalesce(try_strptime(${text}, [${literals(patterns)}]), ${iso})`;
}

/** What the person is told about how a value is read, for the types that can be written in many ways. */
export function readingRule(column: CanonicalColumn, source: ExtractSource): string {
  const patterns = column.type === 'date' ? source.dates : column.type === 'timestamp' ? source['date-times'] : [];
  const iso = column.type === 'date' ? 'YYYY-MM-DD' : 'YYYY-MM-DD HH:MM';
  return column.type === 'date' || column.type === 'timestamp'
    ? `Correct the row and export again; it is read as ${[...patterns, iso].join(' or ')}`
    : 'Correct the row and export again';
}

/** SQL literal of a canonical value's type, for a column that the mapping does not give. */
export const missingValue = (column: CanonicalColumn): string => `cast(null as ${SQL_TYPES[column.type]})`;

