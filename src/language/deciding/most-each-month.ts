import type { Reading } from '../reading';
import { reworded, type Case } from '../frame/case';

/** "Which site gets the most complaints per month": put in order, they are of a month anyway. Null for any other question. */
export function mostEachMonth(one: Case): Reading | null {
  const { frame, folded } = one;
  const [month, second] = frame.roles.get('trend') ?? [];
  const said = month === undefined ? '' : folded.slice(month.start, month.end).join(' ');
  if (month === undefined || second !== undefined || frame.order === null || frame.by.length + frame.bare.length === 0 || !/^(?:per|each|every) month$/.test(said)) {
    return null;
  }
  const reading = one.again(reworded(one.text, one.words, month, ''), true);
  return reading.kind === 'query' ? reading : null;
}
