import type { Reading } from '../reading';
import { reworded, type Case } from '../frame/case';
import type { Span } from '../frame/span';
import type { Role } from '../vocabulary/meaning';
import { dimensionWords } from './wording';

/** Words that compare the ends of a dimension without naming either. */
const ENDS: Readonly<Record<string, ReadonlySet<string>>> = {
  'age-band': new Set(['older', 'younger']),
  deprivation: new Set(['poorer', 'richer', 'wealthier', 'affluent']),
};
const ASKING: ReadonlySet<string> = new Set(['do', 'does', 'are', 'is', 'did']);
const DOES: ReadonlySet<string> = new Set(['do', 'does']);
/** What sets the same part beside itself, at another time or against something else. */
const WITH_A_TIME: ReadonlySet<string> = new Set(['than', 'now', 'against', 'versus', 'vs', 'compared', 'since']);
/** What stands between the two that are compared. */
const THAN: ReadonlySet<Role> = new Set<Role>(['versus', 'above', 'below']);
const MORE: ReadonlySet<string> = new Set(['more', 'less', 'most', 'better', 'worse', 'longer', 'higher', 'lower', 'fewer', 'often', 'likely']);

/** What asks for a split takes no fewer letters than these: "by age". */
const A_SPLIT = 6;

/** "Do older people DNA more": every part of what is compared, side by side. Null for any other question. */
export function groupsCompared(one: Case): Reading | null {
  const { frame, words, ground: { catalogue } } = one;
  const asks = words.findIndex(({ text }) => ASKING.has(text));
  const compared = asks < 0 ? null : endNamed(one, asks) ?? partsNamed(one, asks);
  const others = [...frame.by, ...frame.bare.map((bare) => bare.dimension)].filter((id) => id !== compared?.dimension);
  if (compared === null || others.length > 0 || !words.slice(asks).some(({ text }) => MORE.has(text))) {
    return null;
  }
  // Later words first, so that the places of the earlier ones still hold.
  const loose = words.flatMap(({ text }, place) => (compared.places.includes(place) || (place > asks && MORE.has(text)) ? [place] : [])).reverse();
  const plain = loose.reduce((text, place) => reworded(text, words, { start: place, end: place + 1 }, ''), one.text);
  const reading = one.again(frame.by.length + frame.bare.length > 0 ? plain : `${plain.replace(/[\s?.!]+$/, '')} by ${dimensionWords(catalogue, compared.dimension)}`, true);
  return reading.kind === 'query' ? reading : null;
}

/** What is compared, and the words of it that no split needs. */
interface Compared {
  readonly dimension: string;
  readonly places: readonly number[];
}

/** One end of a dimension, by a word that names none of its parts: "older". */
function endNamed({ frame, words }: Case, asks: number): Compared | null {
  const at = words.findIndex(({ text }, place) => place > asks && Object.values(ENDS).some((ends) => ends.has(text)));
  const [dimension] = Object.entries(ENDS).flatMap(([id, ends]) => (ends.has(words[at]?.text ?? '') ? [id] : []));
  return dimension === undefined || frame.main.values.some((value) => value.dimension === dimension) ? null : { dimension, places: [at] };
}

/**
 * Parts by their names, ahead of a split by what they are parts of: "do virtual ones get missed more than face to face?
 * DNA by medium" shows each of them. So it does where age or deprivation is asked about without one: "do the most deprived DNA more".
 */
function partsNamed({ frame, spans, text, words }: Case, asks: number): Compared | null {
  const [dimension = frame.versus.values.length > 0 ? undefined : frame.main.values.find((value) => Object.hasOwn(ENDS, value.dimension))?.dimension, ...others] = [...frame.by, ...frame.bare.map((bare) => bare.dimension)];
  const splits = frame.by.length + frame.bare.length > 0;
  const until = splits ? text.indexOf('?', words[asks]?.start) : text.length;
  const within = ({ start, end }: Span): boolean => start > asks && (words[end - 1]?.end ?? text.length) <= until;
  const parts = spans.filter(({ meaning }) => meaning.kind === 'value' && meaning.dimension === dimension);
  const askedOf = splits ? until > 0 && until <= text.length - A_SPLIT : asks === 0 && DOES.has(words[asks]?.text ?? '') && !words.some(({ text: word }) => WITH_A_TIME.has(word));
  if (dimension === undefined || others.length > 0 || parts.length === 0 || !askedOf || !parts.every(within)) {
    return null;
  }
  const than = spans.filter((span) => within(span) && span.meaning.kind === 'role' && THAN.has(span.meaning.role));
  return { dimension, places: [...parts, ...than].flatMap(({ start, end }) => Array.from({ length: end - start }, (_, step) => start + step)) };
}
