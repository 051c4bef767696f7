/** A column of a canonical table: what it holds and what is refused. Names follow the NHS Data Dictionary. */
export interface CanonicalColumn {
  readonly name: string;
  readonly type: 'text' | 'date' | 'timestamp' | 'number' | 'integer' | 'boolean';
  /** Must be given on every row. */
  readonly required?: boolean;
  /** Must be given on every row that stands for one record (not on pre-counted rows). */
  readonly requiredOnRecords?: boolean;
  /** The only values allowed. */
  readonly codes?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  /** Worked out at load where the source does not give it. */
  readonly derived?: boolean;
}

/**
 * What a row of a table stands for in time.
 * `event`: something that happened on a day, or a count of a month; rows add up over time.
 * `census`: how things stood on a day (a waiting list); rows of one day add up, and never those of several.
 * `stretch`: a stretch of time that the row itself names (a plan to date, a printed figure); a row answers for that
 * stretch and for no other.
 */
export type RowsStandFor = 'event' | 'census' | 'stretch';

/**
 * A canonical table: one row a record, or one row a count (`weight` above 1, or `counted_by` month).
 * `date` names the column that places a row in time (for a stretch, its last day); `key` must be unique over record rows.
 */
export interface CanonicalTable {
  readonly name: string;
  readonly describes: string;
  readonly key: string;
  readonly date: string;
  readonly standsFor: RowsStandFor;
  /** For a stretch: the column with its first day. */
  readonly from?: string;
  /** For events: its rows are of whole months by their nature (a month's income), and need not say so. */
  readonly monthly?: boolean;
  /** Column and value that mark a row as looking ahead, so that it does not count towards what is held. */
  readonly ahead?: { readonly column: string; readonly value: string };
  readonly columns: readonly CanonicalColumn[];
}

/** Columns that every canonical table has beside its own. */
export const SHARED_COLUMNS: readonly CanonicalColumn[] = [
  { name: 'treatment_function_code', type: 'text' },
  { name: 'site_code', type: 'text' },
  { name: 'cmg', type: 'text', derived: true },
  { name: 'weight', type: 'integer', min: 0, max: 100_000_000, derived: true },
  { name: 'counted_by', type: 'text', codes: ['day', 'month'], derived: true },
  { name: 'provisional', type: 'boolean', derived: true },
];
