import { monthEnd, type Day } from '../calendar/day';
import { compileCensusDays, type Reading } from './compile';
import { tableOf } from './measure-table';
import type { Ground } from './slice';

/** The censuses that stand for a slice. */
export interface Censuses {
  /** The days whose rows are read; null for a table that is none of censuses, whose every row is. */
  readonly days: readonly Day[] | null;
  /** Start of each stretch of time ('' where time is not divided) → the day that its figure is as at. */
  readonly asAt: ReadonlyMap<string, Day>;
}

/**
 * The last census of each stretch of time in the slice. It is the last of the whole table and not of what the slice is
 * narrowed to: a specialty with nobody waiting that day has none waiting, and not the queue of the week before.
 */
export async function censusesOf(ground: Ground, reading: Reading): Promise<Censuses> {
  if (tableOf(reading.measure).standsFor !== 'census') {
    return { days: null, asAt: new Map() };
  }
  const statement = compileCensusDays(reading);
  const rows = await ground.snapshot.run(statement.sql, statement.parameters, ground.signal);
  const last = new Map<string, { readonly dated: Day; readonly asAt: Day }>();
  for (const row of rows) {
    const dated = String(row['day']);
    // A census that is kept as one count a month stands under the month's first day and is as at its last.
    const asAt = row['counted_by'] === 'month' ? monthEnd(dated) : dated;
    const period = typeof row['period'] === 'string' ? row['period'] : '';
    const before = last.get(period);
    if (before === undefined || before.asAt < asAt) {
      last.set(period, { dated, asAt });
    }
  }
  return {
    days: [...new Set([...last.values()].map(({ dated }) => dated))].sort(),
    asAt: new Map([...last].map(([period, { asAt }]) => [period, asAt])),
  };
}
