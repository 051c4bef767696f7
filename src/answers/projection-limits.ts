import { inBrackets } from './in-brackets';
import { inSentence } from './names';
import type { Direction } from './needed-words';
import type { ProcessAnswer } from './process-answer';
import type { ProjectionAnswer } from './projection-answer';

/** Whether a target lies inside the usual range of a month, which is between its process limits: as a line of a card, and in a sentence. */
export type AgainstLimits = Pick<ProjectionAnswer, 'facts' | 'sentences'>;

/**
 * The usual range of a month, from one process limit to the other, with the target of a month that lies inside or outside
 * it. Outside, the best or the worst to expect of a month is told, or that it is changing.
 *
 * @param target the target of the month in words ("at least 1.89") and which way it lies, where it is the one that leads
 */
export function againstLimits(process: ProcessAnswer | null, target: { readonly words: string; readonly direction: Direction } | null): AgainstLimits {
  if (process === null) {
    return { facts: [], sentences: [] };
  }
  const { assurance, usual, olderLevel, signal, changeWords, month, variationWords } = process;
  const side = assurance === 'none' ? null : assurance === 'hit-and-miss' ? 'inside' : 'outside';
  const of = olderLevel === '' ? '' : `, ${olderLevel}`;
  const facts = [{ caption: `Usual range of a month${of}`, value: `${usual}${side === null ? '' : `; target ${side}`}` }];
  if (side === null || target === null) {
    return { facts, sentences: [] };
  }
  const run = signal === null ? [] : [`The run of months to ${month} is ${inSentence(changeWords)}.`];
  if (side === 'inside') {
    return { facts, sentences: [`Target ${target.words} lies inside the usual range of a month, ${usual}${inBracketsOf(olderLevel)}.`, ...run] };
  }
  const beyond = signal === 'outside-high' ? 'above' : signal === 'outside-low' ? 'below' : null;
  const [low = usual, high = usual] = usual.split(' to ');
  const isHigh = (target.direction === 'more') === (assurance === 'fail');
  // While it changes, months lie beyond the range that they usually have: nothing is the best to expect.
  return { facts, sentences: signal === null ? [`The ${assurance === 'fail' ? 'best' : 'worst'} to expect of a month is ${isHigh ? high : low}.`] : [`The target lies outside the usual range of a month, ${usual}${inBracketsOf(olderLevel)}.`, ...(beyond === null ? run : [`${month} lies ${beyond} that range: ${inSentence(variationWords)}.`])] };
}

/** " (July 2022 to June 2024)": which months limits are of that are of an older level. */
const inBracketsOf = (months: string): string => (months === '' ? '' : ` ${inBrackets(months)}`);
