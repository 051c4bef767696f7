import type { Period } from '../../calendar/period';

/**
 * What the words from `start` up to, not including, `end` say about time: a period, with what a reader should know
 * about how it was read; or a short question, with phrases to put in place of those words, each of which the grammar
 * reads without asking again.
 */
export type PeriodReading =
  | {
      readonly kind: 'period';
      readonly period: Period;
      readonly notes: readonly string[];
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: 'ask';
      readonly ask: string;
      readonly options: readonly string[];
      readonly start: number;
      readonly end: number;
    };
