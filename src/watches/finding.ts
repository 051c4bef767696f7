import type { Answer, MetricAnswer } from '../answers/answer';
import { displayCount } from '../answers/display';
import { hiddenPointsWords } from '../answers/hidden-points';
import { WHY_HIDDEN } from '../answers/withheld';
import type { Day } from '../calendar/day';
import type { Metric } from '../catalogue/metric';
import type { WatchCondition } from '../language/command';
import { LEAST_MONTHS, leastOf } from './least';
import { readingWords } from './watch-words';

/** One reading of a figure, as far as an alert goes by it. */
export interface FigureRead {
  readonly snapshot: string;
  /** Sorts by age: a reading that sorts before another is the older one. */
  readonly order: string;
  readonly slot: Day;
  readonly words: string;
}

/** What a figure is to an alert: beyond its line, within it, or not to be judged, with the reason in words. */
export type Finding =
  | { readonly kind: 'unknown'; readonly why: string; readonly isWithheld?: true }
  | { readonly kind: 'clear'; readonly read: FigureRead }
  | { readonly kind: 'crossed'; readonly mark: string; readonly read: FigureRead };

/**
 * Holds an answer to the condition of an alert. Nothing is judged that is withheld, that rests on fewer than the least, or
 * whose run is too short to tell a change from chance.
 */
export function findingOf(answer: Answer, condition: WatchCondition, metric: Metric): Finding {
  const [figure] = answer.metrics;
  if (answer.outcome === 'refused') {
    return unknown('it may not be seen there any more');
  }
  if (answer.outcome !== 'answered' || figure === undefined) {
    return unknown(answer.headline.replace(/\.$/, ''));
  }
  if (figure.suppressed) {
    return { kind: 'unknown', why: answer.onTheDay === undefined ? WITHHELD_FIGURE : `it is withheld, because ${WHOLE_TRUST_ONLY}`, isWithheld: true };
  }
  if (figure.value === null) {
    return unknown('there is no figure');
  }
  const least = leastOf(metric);
  if (least !== null && (figure.denominator ?? 0) < least) {
    return unknown(`it rests on ${displayCount(figure.denominator ?? 0)} ${metric.denominator?.counts ?? ''} only, and is judged from ${displayCount(least)} on`);
  }
  const read: FigureRead = { snapshot: figure.data.snapshot, order: orderOf(answer, figure), slot: slotOf(answer, figure, condition), words: readingWords(answer, figure, metric, condition) };
  if (condition.kind === 'special-cause') {
    return specialCause(figure, read);
  }
  const isBeyond = condition.op === 'above' ? figure.value > condition.value : figure.value < condition.value;
  // A day starts from nought, so that a crossing of yesterday's is none of today's.
  return isBeyond ? { kind: 'crossed', mark: answer.onTheDay === undefined ? condition.op : `${condition.op} on ${read.slot}`, read } : { kind: 'clear', read };
}

/** Which of the two it is would say what is hidden. */
const WITHHELD_FIGURE = `it is ${WHY_HIDDEN.charAt(0).toLocaleLowerCase('en-GB')}${WHY_HIDDEN.slice(1).replace(/\.$/, '')}`;

/** Why there is never a figure of a part of a day, where small numbers are not lifted. */
export const WHOLE_TRUST_ONLY = 'through the day people are counted for the whole trust only';

const unknown = (why: string): Finding => ({ kind: 'unknown', why });

/** By the rules of Making Data Count, at the last month judged. A change the other way is another one. */
function specialCause({ process, hiddenMonths }: MetricAnswer, read: FigureRead): Finding {
  if (process === null || process.points < LEAST_MONTHS) {
    const why = hiddenMonths === undefined ? `of which ${process === null ? 'too few are' : `${process.points} are`} held` : `and ${hiddenPointsWords(hiddenMonths)}`;
    return unknown(`a change is told from chance on ${LEAST_MONTHS} months in a row, ${why}`);
  }
  return process.signal === null ? { kind: 'clear', read } : { kind: 'crossed', mark: `${process.variation} ${process.signal.endsWith('high') || process.signal === 'trend-rising' ? 'high' : 'low'}`, read };
}

/** A day is read at a time; what comes every night goes to a day, and of two that go as far the later one serves. */
const orderOf = ({ onTheDay }: Answer, { data }: MetricAnswer): string => onTheDay?.asOf ?? `${data.through} ${data.loadedAt}`;

function slotOf({ onTheDay, query }: Answer, { process, data }: MetricAnswer, condition: WatchCondition): Day {
  const month = condition.kind === 'special-cause' ? process?.series.at(-1)?.period : undefined;
  return onTheDay?.asOf?.slice(0, 10) ?? (month === undefined ? query?.period?.from ?? data.through : `${month}-01`);
}
