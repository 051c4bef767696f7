import type { Day } from '../calendar/day';

/** What one canonical table holds, read once when a snapshot is made. */
export interface Coverage {
  readonly extract: string;
  /** First and last day held, looking back only: rows that look ahead (planned lists) are not counted. */
  readonly from: Day;
  readonly to: Day;
  /** Last day held of what is booked ahead; equal to `to` where nothing looks ahead. */
  readonly bookedTo: Day;
  /** First day from which rows are dated to the day; null where only monthly counts are held. */
  readonly dailyFrom: Day | null;
  /**
   * Column that dates rows beside the table's own → the first day from which every row is dated to the day by it, where
   * that is later: what a monthly count of March is dated to in April is of that whole month.
   */
  readonly dailyFromBy: Readonly<Record<string, Day>>;
  /**
   * Column → the first day on which any row gives it; null for one that no row gives. History often has fewer columns
   * than the records after it, and a split by one it lacks would quietly cover less than it says.
   */
  readonly columnsFrom: Readonly<Record<string, Day | null>>;
  /** First day whose figures the publisher still calls provisional; null where none is. */
  readonly provisionalFrom: Day | null;
  /** Whole months with no row between `from` and `to`, as YYYY-MM, and weekdays with none where rows are daily. */
  readonly missingMonths: readonly string[];
  readonly missingDays: readonly Day[];
  readonly rows: number;
  /** For tables whose rows name a metric: metric id → the stretch its rows cover. Empty for the rest. */
  readonly byMetric: Readonly<Record<string, { readonly from: Day; readonly to: Day }>>;
  /** Rows that are not real, by the stretch they cover: said on every card that rests on them. */
  readonly notices: readonly { readonly notice: string; readonly from: Day; readonly to: Day }[];
}

/**
 * Sums made when the snapshot was: a table of its own with a row for every day or month, way of counting (`counted_by`) and
 * value of `columns`, and the sums in the columns `amounts`. A month is dated to its first day. Canonical tables that are
 * short have none.
 */
export interface RollUp {
  readonly name: string;
  /** The canonical table whose rows were summed, and its column that dates them. */
  readonly table: string;
  readonly date: string;
  readonly each: 'day' | 'month';
  readonly columns: readonly string[];
  readonly amounts: readonly string[];
}

export type SqlValue = string | number | boolean | null;
export type Row = Readonly<Record<string, SqlValue>>;

/**
 * One immutable state of the data. Everything a query reads comes from one of these, from start to end.
 * `run` executes one SQL statement with positional parameters ($1, $2 …); big integers come back as numbers
 * and dates as YYYY-MM-DD; it stops when `signal` aborts and throws the signal's reason.
 */
export interface Snapshot {
  readonly id: string;
  /** ISO instant at which it began to serve. */
  readonly loadedAt: string;
  /** Who says that the data is synthetic; shown on every card. Null for real data. */
  readonly notice: string | null;
  /** Canonical table → what it holds; a table with no rows has no entry. */
  readonly coverage: Readonly<Record<string, Coverage>>;
  readonly rollUps: readonly RollUp[];
  run(sql: string, parameters: readonly SqlValue[], signal: AbortSignal): Promise<readonly Row[]>;
}

/** Lends the snapshot that serves now, and keeps it open until it is handed back. */
export interface Snapshots {
  /** Null while no good snapshot has ever been loaded. */
  lend(): Promise<{ readonly snapshot: Snapshot; release(): void } | null>;
  /** Why newer files are not being served, one sentence a fault; empty when all is well. */
  problems(): readonly string[];
}
