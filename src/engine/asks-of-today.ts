import type { Day } from '../calendar/day';
import { REASON } from './day-statements';
import type { Query } from './query';

/** The measure that is known of a day before it is over. */
export const TODAYS_MEASURE = 'on-the-day-cancellations';

/** Dimensions that the theatre system's reading of a day has. */
const KNOWN_TODAY: readonly string[] = ['specialty', 'cmg', 'site', 'theatre', REASON];

/**
 * Whether the query is one that the day's own extract answers: cancellations on the day for the day of asking, whole,
 * narrowed or split by what the extract knows. Anything else about today is for the nights' extracts, which do not reach it.
 */
export function asksOfToday({ intent, metrics, period, filters, excluding, by, having, versus }: Query, today: Day): boolean {
  const isDay = period !== null && period.from === today && period.to === today;
  const isPlain = having === null && versus === null && (intent === 'value' || ((intent === 'breakdown' || intent === 'ranking') && typeof by === 'string'));
  const named = [...Object.keys(filters), ...Object.keys(excluding), ...[by ?? []].flat()];
  return isDay && isPlain && metrics.length === 1 && metrics[0] === TODAYS_MEASURE && named.every((id) => KNOWN_TODAY.includes(id));
}
