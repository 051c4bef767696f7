import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import type { RecordedEvent } from '../catalogue/recorded-event';
import { addDays, dayLabel, monthEnd, type Day } from '../calendar/day';
import { daysLabel } from '../calendar/period-label';
import type { Selection } from '../engine/query';
import type { MetricResult, TrendPoint } from '../engine/result';
import type { MetricAnswer } from './answer';
import { inSentence } from './names';

type AnswerEvent = MetricAnswer['events'][number];

/** "Industrial action, 27 June to 2 July 2024"; what has no end is said from its day on. */
function eventWords({ name, from, to }: Pick<RecordedEvent, 'name' | 'from' | 'to'>): string {
  return `${name}, ${to === null ? `from ${dayLabel(from)}` : daysLabel(from, to)}`;
}

interface Stretch {
  readonly from: Day;
  readonly to: Day;
}

/**
 * The recorded events that bear on what is answered: on the metric's group, on what is asked for, and on the period or
 * the trend. One without an end is a change that came to stay: it bears on the stretch in which it came. Newest last.
 *
 * @param others stretches of time that the period is told against
 */
export function eventsOf(
  { events }: Pick<Catalogue, 'events'>, metric: Metric, filters: Selection, { period, trend }: Pick<MetricResult, 'period' | 'trend'>, others: readonly Stretch[],
): readonly AnswerEvent[] {
  const [first] = trend;
  const last = trend.at(-1);
  const from = first === undefined ? period.from : earlier(period.from, pointFrom(first));
  const to = last === undefined ? period.to : later(period.to, pointTo(last));
  return events
    .filter((event) => event.from <= to && (event.to ?? event.from) >= from)
    .filter(({ groups }) => groups.length === 0 || groups.includes(metric.group))
    .filter(({ where }) => Object.entries(where).every(([dimension, keys]) => filters[dimension]?.some((key) => keys.includes(key)) ?? true))
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map(({ name, from: begins, to: ends, source, ...event }) => ({
      from: begins, to: ends, name, source, isNow: [period, ...others].some((told) => begins <= told.to && (ends ?? begins) >= told.from), words: eventWords({ ...event, name, from: begins, to: ends }),
    }));
}

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
const later = (a: Day, b: Day): Day => (a > b ? a : b);

const pointFrom = ({ period, span }: TrendPoint): Day => (span === 'month' ? `${period}-01` : period);
const pointTo = ({ period, span }: TrendPoint): Day => (span === 'month' ? monthEnd(`${period}-01`) : span === 'week' ? addDays(period, 6) : period);

/** More stretches of one event than these are counted, and not listed day by day. */
const LISTED = 3;

/**
 * "At the time: industrial action (junior doctors), 27 June to 2 July 2024": events as lines, each name once with all its
 * days; of more than three stretches how many there were, from the first of them to the last.
 */
export function eventLines(events: readonly Pick<AnswerEvent, 'name' | 'words' | 'from' | 'to'>[]): readonly string[] {
  return [...new Set(events.map(({ name }) => name))].map((name) => {
    const own = events.filter((event) => event.name === name);
    const days = [...new Set(own.map(({ words }) => words.slice(name.length + 2)))];
    const [first = ''] = own.map(({ from }) => from).sort();
    const last = own.map(({ from, to }) => to ?? from).sort().at(-1) ?? first;
    return `At the time: ${inSentence(name)}, ${days.length > LISTED ? `${days.length} times, ${daysLabel(first, last)}` : new Intl.ListFormat('en-GB').format(days)}`;
  });
}
