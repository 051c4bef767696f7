import type { Day } from '../../calendar/day';
import { sqlConstant, valuesTable } from '../sql-text';

/** What NHS England worked out about the trust, as the board paper of 11 July 2024 prints it; it prints no period. */
const PRINTED: readonly (readonly [metric: string, value: string, place: string])[] = [
  ['implied-productivity-growth', '-0.1584', 'Figure 1, implied productivity growth'],
  ['implied-workforce-productivity-growth', '-0.2', 'Figure 2, implied workforce productivity growth'],
];
const PUBLISHED = '2024-07-11';

/** Writes the figures that the trust only receives, as CSV. Nothing before the paper was published. */
export function publishedExtract(file: string, today: Day): readonly string[] {
  if (today < PUBLISHED) {
    return [];
  }
  const rows = PRINTED.map(([metric, value, place]) => [metric, 'not-stated', '', '', value, 'Trust Board paper H, 11 July 2024', place, PUBLISHED]);
  const columns = ['"Metric"', '"Period"', '"From"', '"To"', '"Value"', '"Document"', '"Place"', '"Published"'];
  return [`copy (from ${valuesTable(rows, columns)}) to ${sqlConstant(file)} (format csv, header)`];
}
