import { offered, reworded, typedWords, type Case } from '../frame/case';
import type { Reading } from '../reading';

/**
 * "Unbundled (IP and OP)": a part that stands in brackets behind another of its kind may say which of it, and is no third
 * part beside it. Asked back; null for any other question.
 */
export function partInBrackets(one: Case): Reading | null {
  const restated = sameInBrackets(one);
  if (restated !== null) {
    return restated;
  }
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

/** What may stand between the parts of one whole. */
const JOINS: ReadonlySet<string> = new Set(['and', 'or', '&', 'plus']);

/** "Elective PODs (DC + EL)": parts in brackets that are just what stands before them say it again. */
function sameInBrackets(one: Case): Reading | null {
  const { frame: { main: { values } }, ground: { catalogue }, text, words } = one;
  const codes = (dimension: string, keys: readonly string[]): readonly string[] => catalogue.dimensions.get(dimension)?.values.filter(({ key }) => keys.includes(key)).flatMap((value) => value.codes) ?? [];
  const column = (dimension: string): string | undefined => catalogue.dimensions.get(dimension)?.column;
  for (const whole of values) {
    const behind = words[whole.span.end - 1]?.end ?? text.length;
    const from = /^(?:\s+only)?\s*\(/i.test(text.slice(behind)) ? text.indexOf('(', behind) : -1;
    const to = text.indexOf(')', from);
    const inside = values.filter(({ span }) => from >= 0 && (words[span.start]?.start ?? -1) > from && (words[span.end - 1]?.end ?? to + 1) <= to);
    const parts = inside.flatMap(({ dimension, keys }) => codes(dimension, keys));
    const besides = words.some(({ start, end, text: word }, at) => start > from && end <= to && !JOINS.has(word) && !inside.some(({ span }) => span.start <= at && at < span.end));
    const same = inside.length > 1 && !besides && inside.every(({ dimension }) => dimension !== whole.dimension && column(dimension) === column(whole.dimension));
    const own = codes(whole.dimension, whole.keys);
    if (same && own.length === parts.length && own.every((code) => parts.includes(code))) {
      const reading = one.again(`${text.slice(0, from)} ${text.slice(to + 1)}`.replace(/\s+/g, ' ').replace(/ ,/g, ',').trim(), true);
      return reading.kind === 'query' ? reading : null;
    }
  }
  return null;
}
