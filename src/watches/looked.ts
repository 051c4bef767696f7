import type { Metric } from '../catalogue/metric';
import { asksOfToday } from '../engine/asks-of-today';
import type { Query } from '../engine/query';
import { keepsWords } from './earlier-words';
import type { Finding } from './finding';
import type { Looked, Watch } from './watch';

/** Whether a query is one that goes by the reading of the day, whichever day that is. */
export const isOfToday = (query: Query): boolean => query.period?.asked === 'today' && asksOfToday(query, query.period.from);

/** What a look leads to: another crossing is told, one that lasts is not, and one that has recovered may be crossed again. Null where what was read is older than what was judged before. */
export function lookedAt(watch: Watch, now: Finding, checked: string, metric: Metric): Looked | null {
  const { fired, crossing, isPlanned, judged } = watch;
  const before = { fired, crossing, isPlanned, judged, checked };
  if (now.kind === 'unknown') return { ...before, unjudged: now.why };
  const { read } = now;
  if (read.order < judged) return null;
  const after = { ...before, judged: read.order, unjudged: '' };
  if (now.kind === 'clear') return { ...after, fired: '' };
  if (now.mark === fired) return after;
  return { ...after, fired: now.mark, crossing: { snapshot: read.snapshot, slot: read.slot, mark: now.mark, words: keepsWords(watch, metric) ? read.words : '' }, isPlanned: false };
}
