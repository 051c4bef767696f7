import type { Query } from '../../src/engine/query';
import type { HeldNow } from '../../src/language/language';
import type { Reading } from '../../src/language/reading';
import { HELD, read } from './trust-language';

/** Money is counted by the month, and closed for June; waiting lists are counted on the last day of each. */
const CLOSED_IN_JUNE: ReadonlySet<string> = new Set(['population', 'contract_activity', 'service_costs']);
const CENSUSES: ReadonlySet<string> = new Set(['diagnostic_waits', 'rtt_pathways', 'follow_up_register']);
const AHEAD: ReadonlySet<string> = new Set(['theatre_sessions', 'theatre_cases']);
const PRINTED = { from: '2024-07-11', to: '2024-07-11' };

/** The demonstration trust on the day of the 2024 board paper, with extracts to the day before. */
export const JULY_2024: HeldNow = {
  today: '2024-07-11',
  coverage: Object.fromEntries(Object.entries(HELD.coverage).map(([name, table]) => {
    const to = CLOSED_IN_JUNE.has(name) || CENSUSES.has(name) ? '2024-06-30' : '2024-07-10';
    switch (name) {
      case 'activity_plan': return [name, { ...table, from: '2023-04-01', to: '2024-06-30', bookedTo: '2024-06-30' }];
      case 'benchmark_values': return [name, { ...table, from: '2019-04-01', to: '2024-03-31', bookedTo: '2024-03-31' }];
      // What the paper prints without a period is held on the day of the paper alone.
      case 'published_values': return [name, {
        ...table, ...PRINTED, bookedTo: PRINTED.to, byMetric: Object.fromEntries(Object.keys(table.byMetric).map((id) => [id, PRINTED])),
      }];
      default: return [name, { ...table, ...(CENSUSES.has(name) ? { from: '2019-04-30', dailyFrom: '2019-04-30' } : {}), to, bookedTo: AHEAD.has(name) ? '2024-07-25' : to }];
    }
  })),
};

/** Reads a question on that day, after another where one is given. */
export function askedIn2024(text: string, context: Query | null = null): Reading {
  return read(text, JULY_2024, context);
}
