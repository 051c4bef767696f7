import type { Case } from '../frame/case';
import { asksForASplit } from '../frame/second-split';
import type { Reading } from '../reading';
import { dimensionWords, metricWords } from './wording';

/** "Late starts by site and session": by the one of the two that it can be split by, with what it cannot be split by said. Null for any other question. */
export function splitBeside(one: Case): Reading | null {
  const at = one.folded.findIndex((_word, place) => asksForASplit(one, place));
  const [by] = one.frame.by;
  const [id] = one.frame.metrics;
  const [joint, word] = [one.words[at - 1], one.words[at]];
  if (at < 0 || by === undefined || id === undefined || joint === undefined || word === undefined) {
    return null;
  }
  const reading = one.again(`${one.text.slice(0, joint.start)}${one.text.slice(word.end)}`.trim(), true);
  if (reading.kind !== 'query' || reading.query.by === null) {
    return null;
  }
  const { catalogue } = one.ground;
  const split = [reading.query.by].flat().map((dimension) => dimensionWords(catalogue, dimension)).join(' and ');
  const note = `By ${split} only: ${metricWords(catalogue, id).toLowerCase()} cannot be split by ${one.text.slice(word.start, word.end).toLowerCase()}.`;
  return { ...reading, notes: [...reading.notes, note], said: [...reading.said, note] };
}
