import type { Day } from '../../calendar/day';
import { findPeriods } from '../periods/find-period';
import type { Held } from '../periods/moment';
import type { Span } from './span';

/** Stands for words that belong to something else; the period grammar reads nothing across it. */
const CLOSED = '|';
/** Words that make a length of time of the figure after them. */
const LOOKING_BACK: ReadonlySet<string> = new Set(['last', 'past', 'previous', 'latest', 'rolling', 'recent']);

/**
 * The periods of a question. Phrases of several words, and names with a figure in them ("28-day breaches", "80+"),
 * are closed to the period grammar; single words are open to it, so that "first" may belong to "first quarter".
 */
export function spotPeriods(tokens: readonly string[], spans: readonly Span[], held: Held, today: Day): readonly Span[] {
  const closed = new Set(spans.filter((span) => isClosed(span, tokens)).flatMap(({ start, end }) => (
    Array.from({ length: end - start }, (_, step) => start + step))));
  const open = tokens.map((token, at) => (closed.has(at) ? CLOSED : token));
  return findPeriods(open, held, today).map((reading) => ({ start: reading.start, end: reading.end, meaning: { kind: 'period', reading } }));
}

function isClosed({ start, end, meaning }: Span, tokens: readonly string[]): boolean {
  if (meaning.kind === 'number') {
    return false;
  }
  // "Last 12 months by month": the months are the period's.
  if (meaning.kind === 'role' && meaning.role === 'trend' && /^\d+$/.test(tokens[start - 1] ?? '')) {
    return false;
  }
  // "Last 18 weeks" is a time, though 18 weeks by themselves are a standard.
  if (end - start === 2 && LOOKING_BACK.has(tokens[start - 1] ?? '') && /^weeks?$/.test(tokens[end - 1] ?? '')) {
    return false;
  }
  return end - start > 1 || (meaning.kind === 'value' && /\d/.test(tokens[start] ?? ''));
}
