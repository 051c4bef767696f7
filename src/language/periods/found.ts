import type { Period } from '../../calendar/period';
import type { Atom } from './atoms';
import type { Moment } from './moment';
import { namedPeriod, type Named } from './named';

/** A period read, or a question back; what a name means may still depend on the words around it. */
export type Meaning =
  | { readonly kind: 'named'; readonly named: Named }
  | {
      readonly kind: 'period';
      readonly period: Period;
      /** What it comes to when it is set against another period: "May against last year" is last May. */
      readonly against: 'last-year' | 'previous' | null;
    }
  | { readonly kind: 'step'; readonly step: 'last-year' | 'previous'; readonly alone: Period | null }
  | { readonly kind: 'ask'; readonly ask: string; readonly options: readonly string[] };

/** What one rule found at a place: what it means, and the index of the atom after it. */
export interface Found {
  readonly end: number;
  readonly meaning: Meaning;
  readonly notes: readonly string[];
}

/** What rules read from. `simple` gives everything that needs no other period to be read, at a place. */
export interface Reader {
  readonly atoms: readonly Atom[];
  readonly moment: Moment;
  readonly simple: (at: number) => readonly Found[];
}

/** A rule looks at one place and says what it can read there, if anything. */
export type Rule = (reader: Reader, at: number) => Found | null;

export function foundPeriod(end: number, period: Period, notes: readonly string[] = []): Found {
  return { end, meaning: { kind: 'period', period, against: null }, notes };
}

export function foundNamed(end: number, named: Named, notes: readonly string[] = []): Found {
  return { end, meaning: { kind: 'named', named }, notes };
}

export function foundAsk(end: number, ask: string, options: readonly string[]): Found {
  return { end, meaning: { kind: 'ask', ask, options }, notes: [] };
}

/** The period that a meaning comes to on its own; null where it is a question, or needs a period before it. */
export function periodOf(meaning: Meaning, moment: Moment): Period | null {
  switch (meaning.kind) {
    case 'named': return namedPeriod(meaning.named, moment);
    case 'period': return meaning.period;
    case 'step': return meaning.alone;
    case 'ask': return null;
  }
}

/** The finding that takes in the most; of equals, the first. */
export function longest(found: readonly Found[]): Found | null {
  return found.reduce<Found | null>((best, next) => (best === null || next.end > best.end ? next : best), null);
}
