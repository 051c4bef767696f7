import { reworded, type Case } from '../frame/case';
import type { Reading } from '../reading';

/** What turns the two ends of a split into the measure of one to the other. */
const RATIO = 'ratio';

/**
 * "New:FU in ENT", "new:FU by consultant": with nothing named that could be split by them, the two are the ratio of one to the other, where that
 * is held. Null for any other question.
 */
export function splitAsRatio(one: Case): Reading | null {
  const { frame, folded, ground: { vocabulary } } = one;
  const [split, second] = frame.bare;
  if (split === undefined || second !== undefined || frame.metrics.length + frame.scorecards.length > 0 || frame.by.includes(split.dimension)) {
    return null;
  }
  const { start, end } = split.span;
  const named = vocabulary.meaningOf([...folded.slice(start, end), RATIO]);
  return named?.kind === 'metric' ? one.again(reworded(one.text, one.words, { start: end - 1, end }, `${one.words[end - 1]?.typed ?? ''} ${RATIO}`), true) : null;
}
