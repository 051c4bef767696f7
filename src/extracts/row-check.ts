import type { CanonicalColumn, CanonicalTable } from '../catalogue/canonical-table';
import { addDays, type Day } from '../calendar/day';
import { CODE_SHAPE } from '../engine/keys';
import type { LoadedRow } from './load-rows';
import { sequenceChecks } from './row-sequence';
import { identifier, literal, literals } from './sql-text';

/**
 * Something no row may be: a test in SQL that is true of a bad row, and what is said of it. The sentence never repeats a
 * value: in a row that is out of place it may be a name or a date of birth. File, row and column lead to it.
 */
export interface RowCheck {
  readonly column: string;
  readonly fails: string;
  /** Columns whose being filled the check or its sentence looks at; none where what is wrong is that the column is empty. */
  readonly shows: readonly string[];
  readonly says: (row: LoadedRow) => string;
  readonly remedy: string;
}

/** No extract of this product reaches back further, so an older date is a slip of the pen or of a two-digit year. */
const FIRST_DAY: Day = '2000-01-01';
/** Lists and clinics are booked about a year ahead. */
const DAYS_AHEAD = 400;

const CORRECT = 'Correct the row and export again';

/** Three, three and four digits, close together or set apart: how an NHS number is written. */
const LIKE_NHS_NUMBER = '[0-9]{3}[ .-]{0,3}[0-9]{3}[ .-]{0,3}[0-9]{4}';

function requiredChecks(column: CanonicalColumn, bit: number): readonly RowCheck[] {
  if (column.required !== true && column.requiredOnRecords !== true) {
    return [];
  }
  const records = column.required === true ? '' : ' and not counted';
  // A value that could not be read is there, and has been named already.
  const fails = `${identifier(column.name)} is null and unread & ${2 ** bit} = 0${records}`;
  return [{ column: column.name, fails, shows: [], says: () => 'is empty', remedy: CORRECT }];
}

function codeChecks(column: CanonicalColumn): readonly RowCheck[] {
  const codes = column.codes;
  return codes === undefined ? [] : [{
    column: column.name, fails: `${identifier(column.name)} not in (${literals(codes)})`, shows: [column.name],
    says: () => `is not one of ${codes.join(', ')}`,
    remedy: 'Correct the row, or turn the code into one of these in the mapping',
  }];
}

/** Columns whose values become the names of parts in answers. */
export const isCode = (column: CanonicalColumn): boolean =>
  column.type === 'text' && column.codes === undefined && (column.name.endsWith('_code') || column.name === 'cmg');

/** That a code has the shape of one, and not of a person's number or name. */
export function shapeCheck({ name }: Pick<CanonicalColumn, 'name'>): RowCheck {
  const value = identifier(name);
  return {
    column: name, fails: `(not regexp_matches(${value}, ${literal(CODE_SHAPE)}) or regexp_matches(${value}, ${literal(LIKE_NHS_NUMBER)}))`, shows: [name],
    says: () => 'is not a code of up to 16 letters, digits and & . _ / + -',
    remedy: 'Give the code itself in the mapping, never a name or the number of a person',
  };
}

/** Least and greatest value of a column. */
export function boundChecks(column: CanonicalColumn): readonly RowCheck[] {
  const bound = (limit: number | undefined, operator: '<' | '>', word: string): readonly RowCheck[] =>
    (limit === undefined ? [] : [{
      column: column.name, fails: `${identifier(column.name)} ${operator} ${limit}`, shows: [column.name],
      says: () => `is ${word} ${limit}`, remedy: CORRECT,
    }]);
  return [...bound(column.min, '<', 'below'), ...bound(column.max, '>', 'above')];
}

function dateChecks(column: CanonicalColumn, today: Day): readonly RowCheck[] {
  if (column.type !== 'date' && column.type !== 'timestamp') {
    return [];
  }
  const day = `cast(${identifier(column.name)} as date)`;
  const last = addDays(today, DAYS_AHEAD);
  const check = (fails: string, said: string): RowCheck => ({
    column: column.name, fails, shows: [column.name],
    says: () => `is ${said}`, remedy: 'Correct the row, or the date pattern of the mapping',
  });
  return [
    check(`${day} < cast(${literal(FIRST_DAY)} as date)`, 'before the year 2000'),
    check(`${day} > cast(${literal(last)} as date)`, `more than ${DAYS_AHEAD} days ahead`),
  ];
}

/** A row counted by the month stands for as many records as it says; nothing can be taken for granted where it says nothing. */
const monthWeightCheck = (bit: number): RowCheck => ({
  column: 'weight', fails: `counted_by = 'month' and weight is null and unread & ${2 ** bit} = 0`, shows: [],
  says: () => 'is empty on a row that is counted by the month', remedy: 'Give how many records the row stands for',
});

/** Every check of a table's own rows, as of `today`. Columns and limits are those of the canonical table. */
export function rowChecks(table: CanonicalTable, today: Day): readonly RowCheck[] {
  return [
    ...table.columns.flatMap((column, bit) => [
      ...requiredChecks(column, bit), ...codeChecks(column), ...boundChecks(column), ...dateChecks(column, today),
    ]),
    ...(table.monthly === true ? [] : [monthWeightCheck(table.columns.findIndex((column) => column.name === 'weight'))]),
    ...sequenceChecks(table),
  ];
}
