import type { Reading } from '../reading';
import { reworded, type Case } from '../frame/case';

/** More words than these between the two parts of a name belong to something else. */
const MOST_BETWEEN = 7;

/**
 * "How full are the ENT clinics", "cancelled more than 1 in 10 ops on the day": a measure named in two parts, with what it
 * is asked for standing between them. Read as the same question with the measure named whole.
 */
export function gappedName(one: Case): Reading | null {
  const { folded, ground: { catalogue, vocabulary } } = one;
  for (const { first, last, metric } of vocabulary.gapped) {
    const start = placeOf(first, folded, 0);
    const from = start === null ? null : start + first.length;
    const end = from === null ? null : placeOf(last, folded, from);
    const name = catalogue.metrics.get(metric)?.name;
    if (start === null || from === null || end === null || name === undefined || end === from || end - from > MOST_BETWEEN || isTaken(one, start, from) || isTaken(one, end, end + last.length)) {
      continue;
    }
    // The later part first, so that the place of the earlier one still holds.
    const without = one.text.slice(0, one.words[end]?.start ?? 0) + one.text.slice(one.words[end + last.length - 1]?.end ?? one.text.length);
    // "Clinics less than 70% booked" are split by clinic.
    const split = first.length === 1 && vocabulary.meaningOf(first)?.kind === 'dimension' && one.frame.having.length > 0 ? `${first.join(' ')} with ` : '';
    const reading = one.again(reworded(without, one.words, { start, end: from }, `${split}${name} `), true);
    if (reading.kind === 'query' || reading.kind === 'clarify') {
      return reading;
    }
  }
  return null;
}

function placeOf(part: readonly string[], words: readonly string[], from: number): number | null {
  for (let at = from; at + part.length <= words.length; at += 1) {
    if (part.every((word, step) => words[at + step] === word)) {
      return at;
    }
  }
  return null;
}

/** Words that are part of a measure's whole name already. */
function isTaken(one: Case, start: number, end: number): boolean {
  return one.spans.some((span) => span.meaning.kind === 'metric' && span.start < end && start < span.end);
}
