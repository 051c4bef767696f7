import type { SmallNumbers } from '../../src/access/small-numbers/small-numbers';
import { monthEnd } from '../../src/calendar/day';
import { figures } from '../../src/engine/figures';
import type { Snapshot } from '../../src/engine/snapshot';
import { CATALOGUE, MEASURES, MONTHS, type By } from './small-extract';

export const SPLITS: readonly (readonly By[])[] = [['specialty'], ['specialty', 'site'], ['site'], ['cmg', 'site']];

/** The names of all figures that are hidden of each month, measure and split, asked in this order. */
export async function hiddenOf(snapshot: Snapshot, { withhold }: SmallNumbers, splits = SPLITS): Promise<readonly string[]> {
  const ground = { catalogue: CATALOGUE, snapshot, signal: AbortSignal.timeout(20_000), withhold };
  const hidden: string[] = [];
  for (const by of splits) {
    for (const { metric } of MEASURES) {
      for (const month of MONTHS) {
        const cells = await figures(ground, metric, { from: month, to: monthEnd(month), grain: 'month', undated: false, filters: {}, excluding: {} }, { time: null, dimensions: by });
        hidden.push(...cells.filter(({ figure }) => figure.hidden).map(({ keys }) => [metric.id, month, ...by, ...keys].join(' ')));
      }
    }
  }
  return hidden.sort();
}

/** The snapshot with a record of what it was asked. */
export function recording(snapshot: Snapshot): { readonly snapshot: Snapshot; readonly statements: string[] } {
  const statements: string[] = [];
  return { statements, snapshot: { ...snapshot, run: (sql, parameters, signal) => {
    statements.push(sql);
    return snapshot.run(sql, parameters, signal);
  } } };
}

/** Whether a statement reads everybody. */
export const readsPeople = (sql: string): boolean => sql.includes('kind > 0') || sql.includes('people_outpatient_appointments');
