import type { Query } from '../../src/engine/query';
import type { HeldNow } from '../../src/language/language';
import type { Reading } from '../../src/language/reading';
import { HELD, read } from './trust-language';

/** Money is counted by the month, and closed for June. */
const MONTHLY: ReadonlySet<string> = new Set(['population', 'contract_activity', 'service_costs']);
const AHEAD: ReadonlySet<string> = new Set(['theatre_sessions', 'theatre_cases']);

/** The demonstration trust on the day of the 2024 board paper, with extracts to the day before. */
export const JULY_2024: HeldNow = {
  today: '2024-07-11',
  coverage: Object.fromEntries(Object.entries(HELD.coverage).map(([name, table]) => {
    const to = MONTHLY.has(name) ? '2024-06-30' : '2024-07-10';
    const written = ['activity_plan', 'benchmark_values', 'published_values'].includes(name);
    return [name, written ? table : { ...table, to, bookedTo: AHEAD.has(name) ? '2024-08-31' : to }];
  })),
};

/** Reads a question on that day, after another where one is given. */
export function askedIn2024(text: string, context: Query | null = null): Reading {
  return read(text, JULY_2024, context);
}
