import { inSentence } from './names';
import type { ProcessAnswer } from './process-answer';
import type { ProjectionAnswer } from './projection-answer';

/** Whether a target lies inside the limits between which months vary: as a line of a card, and in a sentence. */
export type AgainstLimits = Pick<ProjectionAnswer, 'facts' | 'sentences'>;

/**
 * The process limits of a month, with the target of a month that lies inside or outside them. Outside, a process that
 * stays as it is meets it every month or none; of one that is changing the limits promise nothing, and that is said.
 *
 * @param targetWords the target of the month, where it is the one that leads: "at least 1.89"
 */
export function againstLimits(process: ProcessAnswer | null, targetWords: string | null): AgainstLimits {
  if (process === null) {
    return { facts: [], sentences: [] };
  }
  const { assurance, usual, signal, variationWords, promiseWords } = process;
  const side = assurance === 'none' ? null : assurance === 'hit-and-miss' ? 'inside' : 'outside';
  const fact = { caption: 'Process limits, a month', value: `${usual}${side === null ? '' : `; target ${side}`}` };
  if (side === null || targetWords === null) {
    return { facts: [fact], sentences: [] };
  }
  const lies = `Target ${targetWords} lies ${side} the process limits of a month, ${usual}`;
  return { facts: [fact], sentences: [signal === null ? `${lies}: ${promiseWords}.` : `${lies}; the process is changing (${inSentence(variationWords)}).`] };
}
