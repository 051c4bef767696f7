import type { Ground } from './frame/case';
import { queryWords } from './query-words';
import { readWording } from './read-text';
import type { Reading } from './reading';

/**
 * A question back whose options say no more than what they ask for: "what's the damage on last-minute cancellations this
 * week" as "last-minute cancellations this week", where that is the same question and shorter.
 */
export function withPlainOptions(reading: Reading, ground: Ground): Reading {
  return reading.kind === 'clarify' ? { ...reading, options: [...new Set(reading.options.map((option) => plainly(option, ground)))] } : reading;
}

/** An option of no more words says nothing besides; and so many fewer are worth another wording than that which was typed. */
const SHORT = 6;
const FEWER = 2;

const length = (words: string): number => words.split(' ').length;

function plainly(option: string, ground: Ground): string {
  const meant = readWording(option, ground);
  if (meant.kind !== 'query') {
    return option;
  }
  const { period } = meant.query;
  const words = queryWords(period === null || period.asked === null ? meant.query : { ...meant.query, period: { ...period, label: period.asked } }, ground, { usual: true });
  const again = length(option) > SHORT && length(words) + FEWER <= length(option) ? readWording(words, ground) : null;
  return again?.kind === 'query' && JSON.stringify(again.query) === JSON.stringify(meant.query) ? words : option;
}
