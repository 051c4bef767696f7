import type { Metric } from '../../catalogue/metric';
import { foldedWords } from '../vocabulary/phrase';
import { amountWords } from './command-words';

/** A number as it was typed beside "goes over": its figure, and what it was said to be a number of. */
export interface Amount {
  readonly words: string;
  readonly value: number;
  readonly mark: 'percent' | 'pounds' | null;
  /** "minutes", "patients"; null where nothing was said. */
  readonly counted: string | null;
}

/** A value in the metric's unit; or what does not fit, with amounts that would. */
export type Fitted =
  | { readonly kind: 'fits'; readonly value: number; readonly notes: readonly string[] }
  | { readonly kind: 'misfit'; readonly ask: string; readonly instead: readonly string[] };

const SMALL: Readonly<Record<string, number>> = { zero: 0, nought: 0, none: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12 };
const TIMES: Readonly<Record<string, number>> = { k: 1e3, thousand: 1e3, m: 1e6, mn: 1e6, million: 1e6, bn: 1e9, billion: 1e9 };
const COUNTED = "minutes?|mins?|hours?|hrs?|days?|nights?|pounds|patients?|pts|people|waits?|waiters|breaches|appointments?|cancellations?|complaints?|tests?|referrals?|admissions?|sessions?|slots?|pathways?|(?:cases?|points?|ops|operations?|patients?) (?:per|a|on a|each|every) (?:list|hour|session)|cases?|points?|ops|operations?|follow[- ]?ups?";

/** An amount as a pattern, its groups named. What is counted in weeks or years is the name of a wait or an age. */
export const AMOUNT = `(?<sign>minus |-)?(?<pounds>£ ?)?(?<figure>\\d[\\d,]*(?:\\.\\d+)?|${Object.keys(SMALL).join('|')})(?: ?(?<times>k|m|mn|bn|million|thousand|billion)\\b)?(?: ?(?<percent>%|percent\\b|per cent\\b|pc\\b))?(?: (?<counted>${COUNTED})\\b)?(?![\\d%]|[ -]?(?:weeks?|months?|years?|wks?)\\b)`;

/** The amount that the groups of the pattern tell. */
export function amountOf(groups: Readonly<Record<string, string | undefined>>, words: string): Amount {
  const { sign, pounds, figure = '', times, percent, counted } = groups;
  const size = SMALL[figure.toLowerCase()] ?? Number(figure.replaceAll(',', ''));
  const value = Number((size * (TIMES[times?.toLowerCase() ?? ''] ?? 1) * (sign === undefined ? 1 : -1)).toPrecision(12));
  return { words: words.trim(), value, mark: percent !== undefined ? 'percent' : pounds !== undefined || counted?.toLowerCase() === 'pounds' ? 'pounds' : null, counted: counted?.toLowerCase() === 'pounds' ? null : counted?.toLowerCase() ?? null };
}

/** Sets an amount into a metric's unit: 10% of a share is 0.1. What is of another kind is asked back, and never bent. */
export function fitted(amount: Amount, metric: Metric): Fitted {
  const { value, mark, counted, words } = amount;
  const fits = (own: number, notes: readonly string[] = []): Fitted => ({ kind: 'fits', value: Number(own.toPrecision(12)), notes });
  const misfit = (...instead: readonly number[]): Fitted => ({ kind: 'misfit', ask: `“${words}” does not fit ${metric.short ?? metric.name}, which is told ${TOLD[metric.unit]}. Which of these?`, instead: instead.map((each) => amountWords(each, metric.unit)) });
  const plain = mark === null && counted === null;
  switch (metric.unit) {
    case 'ratio':
      if (mark === 'percent') {
        return fits(value / 100);
      }
      if (plain && Math.abs(value) > 1) {
        return fits(value / 100, [`“${words}” is read as ${value}%.`]);
      }
      return plain ? { kind: 'misfit', ask: `Is “${words}” a percentage or a share?`, instead: [value / 100, value].map((each) => amountWords(each, 'ratio')) } : misfit(value / 100);
    case 'gbp':
      if (mark === 'pounds' || (plain && Math.abs(value) >= 1000)) {
        return fits(value);
      }
      return misfit(...(plain ? [value * 1e6, value * 1e3, value] : [value]));
    case 'minutes':
    case 'nights': return fitsTime(amount, metric) ?? misfit(value);
    case 'count':
    case 'number':
    case 'points': return mark === null && (counted === null || counts(counted, metric)) ? fits(value) : misfit(value);
  }
}

const TOLD: Readonly<Record<Metric['unit'], string>> = {
  ratio: 'as a percentage', gbp: 'in pounds', minutes: 'in minutes', nights: 'in nights', count: 'as a number', number: 'as a number', points: 'in points',
};

function fitsTime({ value, mark, counted }: Amount, { unit }: Metric): Fitted | null {
  if (mark !== null) {
    return null;
  }
  if (counted === null) {
    return { kind: 'fits', value, notes: [] };
  }
  const minutes = /^min/.test(counted) ? 1 : /^h(?:ou)?rs?/.test(counted) ? 60 : null;
  if (unit === 'minutes') {
    return minutes === null ? null : { kind: 'fits', value: Number((value * minutes).toPrecision(12)), notes: [] };
  }
  // A stay is counted in the nights that lie in it, and called days as often.
  return /^(?:nights?|days?)$/.test(counted) ? { kind: 'fits', value, notes: [] } : null;
}

const OF_PEOPLE: ReadonlySet<string> = new Set(['patient', 'patients', 'pts', 'people', 'waits', 'wait', 'waiters', 'breaches']);

/** Whether a number of that is what the metric counts: patients of a count of people, cases of cases a list. */
function counts(counted: string, { counting, unit, suffix, name, numerator, synonyms }: Metric): boolean {
  if (unit === 'count' && counting === 'people' && OF_PEOPLE.has(counted)) {
    return true;
  }
  const own = new Set([suffix, name, numerator.counts, ...synonyms, 'per', 'a', 'on', 'each', 'every'].flatMap(foldedWords));
  return foldedWords(counted).every((word) => own.has(word) || (word === 'operation' && own.has('case')) || (word === 'op' && own.has('case')));
}
