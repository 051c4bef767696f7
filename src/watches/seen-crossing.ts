import type { Answer } from '../answers/answer';
import type { Metric } from '../catalogue/metric';
import { keepsWords } from './earlier-words';
import type { Finding } from './finding';
import type { Crossing, Watch } from './watch';

/** A watch's figure as it was read for somebody. */
export interface FigureReadFor {
  readonly answer: Answer;
  readonly now: Finding;
  readonly metric: Metric;
}

/** What of a crossing may be told to whoever its figure was read for; a word for each that says why not, kept with the post. */
export const UNTOLD = {
  refused: 'what it shows may not be seen there any more',
  hidden: 'its figure is hidden from those who read it there',
  past: 'it is not so any more, and what it was may be hidden from those who read it there',
  'not-known': 'its figure could not be looked at',
} as const;

/**
 * That a figure crossed its line says on which side of it a hidden or restricted one lies. So it is told only where the
 * figure is seen as it is now, or is one that is hidden from nobody and something is loaded: before that, it is not looked
 * at who may ask. Of one that may have been hidden then, nothing is told that is past.
 */
export function seenOf(watch: Watch, crossing: Crossing | null, { answer, now, metric }: FigureReadFor): 'shown' | keyof typeof UNTOLD {
  const [figure] = answer.metrics;
  const isOpen = keepsWords(watch, metric);
  if (answer.outcome === 'refused') return 'refused';
  if (now.kind === 'unknown' && now.isWithheld === true) return 'hidden';
  // Of a run it is not the last figure that is told, but whether its months, some of which may be hidden, show a change.
  const isSeen = answer.outcome === 'answered' && figure !== undefined && figure.value !== null && (watch.condition.kind !== 'special-cause' || now.kind !== 'unknown');
  if (!isSeen && (!isOpen || answer.reason === 'nothing-loaded')) return 'not-known';
  return isOpen || crossing === null || isStillSo(now, crossing) ? 'shown' : 'past';
}

/** Whether it still is what it was found to be, as far as is known. */
export const isStillSo = (now: Finding, { mark }: Crossing): boolean => now.kind === 'unknown' || (now.kind === 'crossed' && now.mark === mark);
