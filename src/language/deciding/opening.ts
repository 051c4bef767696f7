import type { Reading } from '../reading';
import type { Case } from '../frame/case';
import { unknown } from './not-understood';

/** "When does Hinckley open", "when will the planned care centre be fully open". */
const OPENS = /\bwhen\b.*\b(?:open|opens|opened|opening|up and running|go(?:es)? live)\b/i;

/** When a place opens is a milestone of the plan, and nothing that is counted; null for any other question. */
export function opening({ text, frame }: Case): Reading | null {
  return OPENS.test(text) && frame.metrics.length + frame.scorecards.length === 0 && frame.main.values.some(({ dimension }) => dimension === 'site')
    ? unknown('not-a-measure', 'When a place opens is a milestone in the plan, not something that is counted, so there is no figure for it.', [], [])
    : null;
}
