import type { Reading } from '../reading';
import { reworded, type Case } from '../frame/case';
import { dimensionWords } from './wording';

/** Words that compare the ends of a dimension without naming either. */
const ENDS: Readonly<Record<string, ReadonlySet<string>>> = {
  'age-band': new Set(['older', 'younger']),
  deprivation: new Set(['poorer', 'richer', 'wealthier', 'affluent']),
};
const ASKING: ReadonlySet<string> = new Set(['do', 'does', 'are', 'is', 'did']);
const MORE: ReadonlySet<string> = new Set(['more', 'less', 'most', 'better', 'worse', 'longer', 'higher', 'lower', 'fewer', 'often', 'likely']);

/** "Do older people DNA more": every part of what is compared, side by side. Null for any other question. */
export function groupsCompared(one: Case): Reading | null {
  const { frame, words, ground: { catalogue } } = one;
  const at = words.findIndex(({ text }) => Object.values(ENDS).some((ends) => ends.has(text)));
  const [dimension] = Object.entries(ENDS).flatMap(([id, ends]) => (ends.has(words[at]?.text ?? '') ? [id] : []));
  const asks = words.findIndex(({ text }) => ASKING.has(text));
  const compares = asks >= 0 && asks < at && words.slice(asks).some(({ text }) => MORE.has(text));
  if (dimension === undefined || !compares || [...frame.by, ...frame.bare.map((bare) => bare.dimension)].some((id) => id !== dimension) || frame.main.values.some((value) => value.dimension === dimension)) {
    return null;
  }
  // Later words first, so that the places of the earlier ones still hold.
  const loose = words.flatMap(({ text }, place) => (place === at || (place > asks && MORE.has(text)) ? [place] : [])).reverse();
  const plain = loose.reduce((text, place) => reworded(text, words, { start: place, end: place + 1 }, ''), one.text);
  const reading = one.again(frame.by.length + frame.bare.length > 0 ? plain : `${plain.replace(/[\s?.!]+$/, '')} by ${dimensionWords(catalogue, dimension)}`, true);
  return reading.kind === 'query' ? reading : null;
}
