import { offered, reworded, typedWords, type Case } from '../frame/case';
import type { Reading } from '../reading';

/**
 * "Unbundled (IP and OP)": a part that stands in brackets behind another of its kind may say which of it, and is no third
 * part beside it. Asked back; null for any other question.
 */
export function partInBrackets(one: Case): Reading | null {
  const { frame: { main: { values } }, words, text } = one;
  const pair = values.flatMap((first) => values.filter(({ dimension, span }) => {
    const between = text.slice(words[first.span.end - 1]?.end ?? 0, words[span.start]?.start ?? 0);
    return dimension === first.dimension && span.start >= first.span.end && /^\s*\(\s*$/.test(between);
  }).map((second) => ({ first, second })))[0];
  if (pair === undefined) {
    return null;
  }
  const { first, second } = pair;
  const inside = words.findIndex(({ start }, at) => at > second.span.start && text.slice(second.span.start === at ? start : words[second.span.start]?.start ?? 0, start).includes(')'));
  const end = inside < 0 ? words.length : inside;
  const options = [reworded(text, words, { start: second.span.start, end }, ''), reworded(text, words, first.span, '')].map((wording) => wording.replace(/\(\s*\)?|\)/g, ' ').replace(/\s+/g, ' ').trim());
  return { kind: 'clarify', ask: `“${typedWords(words, { start: second.span.start, end })}” may be a part of ${first.name}, which I cannot narrow so. Which of these?`, options: offered(one, options), query: null };
}
