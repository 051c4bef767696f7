import type { Catalogue } from '../../src/catalogue/catalogue';
import { monthPeriod } from '../../src/calendar/period';
import { querySchema, type Query } from '../../src/engine/query';
import type { MetricResult, ScorecardResult } from '../../src/engine/result';
import { runQuery } from '../../src/engine/run';
import type { Snapshot } from '../../src/engine/snapshot';
import type { Withholding } from '../../src/engine/withholding';
import { holdRows } from './held-rows';
import { SMALL_CATALOGUE } from './small-catalogue';

/** Snapshots with rows, closed once a file's tests are over. */
export function holding(): (...given: Parameters<typeof holdRows>) => Promise<Snapshot> {
  const open: (Snapshot & { close(): void })[] = [];
  afterAll(() => open.forEach((snapshot) => snapshot.close()));
  return async (...given) => {
    const snapshot = await holdRows(...given);
    open.push(snapshot);
    return snapshot;
  };
}

/** What is asked of the small catalogue, for May 2024 where nothing else is said. */
export const ask = (metric: string, more: Partial<Query> = {}): Query =>
  querySchema.parse({ intent: 'value', metrics: [metric], period: monthPeriod(2024, 5), ...more });

interface On {
  readonly today?: string;
  readonly catalogue?: Catalogue;
  readonly signal?: AbortSignal;
  /** What is hidden; nothing where it is not given. */
  readonly withhold?: Withholding;
}

async function run(snapshot: Snapshot, query: Query, { today = '2024-06-12', catalogue = SMALL_CATALOGUE, signal = AbortSignal.timeout(5_000), withhold }: On) {
  return runQuery(query, { catalogue, snapshot, today, signal, ...(withhold === undefined ? {} : { withhold }) });
}

/** The result of the first metric asked for. */
export async function resultOf(snapshot: Snapshot, query: Query, on: On = {}): Promise<MetricResult> {
  const [metric] = (await run(snapshot, query, on)).metrics;
  if (metric === undefined) {
    throw new Error('no metric came back');
  }
  return metric;
}

/** A scorecard of the small catalogue, for May 2024 where nothing else is said. */
export async function scorecardOf(snapshot: Snapshot, scorecard: string, more: Partial<Query> = {}, on: On = {}): Promise<ScorecardResult> {
  const query = querySchema.parse({ intent: 'scorecard', metrics: [], scorecard, period: monthPeriod(2024, 5), ...more });
  const { scorecard: result } = await run(snapshot, query, on);
  if (result === null) {
    throw new Error('no scorecard came back');
  }
  return result;
}
