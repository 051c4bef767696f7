import type { Reading } from '../reading';
import { reworded, type Case } from '../frame/case';
import { NEGATIONS } from '../words/negations';

/** How it is said that more is booked than there is room for; each joined as words are folded. */
const OVERBOOKED = /^(?:overbooked|over booked|overfull|over full|oversubscribed|overfilled)\b/i;

/** "Which clinics are overbooked": booked to more than the whole, which is a condition on how full they are. Null for any other question. */
export function overbooked(one: Case): Reading | null {
  const { frame, words } = one;
  const at = words.findIndex((_word, place) => OVERBOOKED.test(words.slice(place, place + 2).map(({ text }) => text).join(' ')));
  const [first] = frame.bare.length > 0 ? frame.bare.map(({ dimension }) => dimension) : frame.by;
  const bounded = frame.having.length > 0;
  if (at < 0 || first !== 'clinic' || frame.metrics.some((id) => id !== 'clinic-utilisation') || words.some(({ text }) => NEGATIONS.has(text)) || words[at + 1]?.text === 'by' || frame.having.some(({ op, value }) => op !== 'above' || value < 100)) {
    return null;
  }
  const end = at + (/^over$/i.test(words[at]?.text ?? '') ? 2 : 1);
  const named = frame.metrics.length > 0 ? '' : 'with clinic utilisation';
  const reading = one.again(reworded(one.text, words, { start: at, end }, `${named}${bounded ? '' : ' over 100%'}`), true);
  return reading.kind === 'query' ? reading : null;
}
