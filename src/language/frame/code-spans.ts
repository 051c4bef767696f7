import type { Catalogue } from '../../catalogue/catalogue';
import type { Vocabulary } from '../vocabulary/vocabulary';
import { fold } from '../words/fold';
import type { Word } from '../words/word';
import type { Span } from './span';

/** Codes of theatres and clinics are short; a longer run of letters and figures is a slip of another kind. */
const LONGEST_CODE = 10;

/** Written as a number with a unit, an ordinal, or a part of a year: no code. */
const NO_CODE = /^(?:\d+(?:st|nd|rd|th|s|am|pm|k|m|bn|hrs?|mins?|days?|wks?|yrs?)|(?:q|m|h|w|fy|wk|week|month|year|yr|quarter|tfc|imd|p)\d+|(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\d+|\d+(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*)$/i;

/** How the codes of a dimension are written, where they are written like nothing else. */
const SHAPES: Readonly<Record<string, RegExp>> = {
  // Healthcare resource groups, "AA22C"; OPCS-4 procedures, "W37.1" or "W371"; commissioners, "04C" or "QK1".
  hrg: /^[A-Z]{2}\d{2}[A-Z]$/,
  procedure: /^[A-Z]\d{2}(?:\.?[0-9])$/,
  commissioner: /^(?:\d{2}[A-Z]|Q[A-Z0-9]{2}|[A-Z]\d[A-Z]\d[A-Z])$/,
};
/** Procedures of the chapter W, which a week with so many digits cannot be. */
const OPERATION = /^w\d{3}$/i;
/** Said of one of its kind only right behind the word for it, since they are written as anything may be. */
const ONLY_NAMED: ReadonlySet<string> = new Set(['hrg', 'procedure', 'commissioner', 'provider', 'consultant', 'peer-group']);

/**
 * Theatres, clinics, procedures, HRGs and commissioners have no list of values: a word of letters and figures that means
 * nothing else ("LRI-T04", "120R48", "W37.1") is the code of one. Which, is told by the word before it ("HRG AA22C"), by
 * how it is written, or by there being only one dimension of the metric that it can be of.
 */
export function withCodes(spans: readonly Span[], words: readonly Word[], text: string, catalogue: Catalogue, vocabulary: Vocabulary): readonly Span[] {
  const open = openDimensions(spans, catalogue);
  if (open.length === 0) {
    return spans;
  }
  const codes = runs(words, text).flatMap(({ start, end }): readonly Span[] => {
    const typed = text.slice(words[start]?.start ?? 0, words[end - 1]?.end ?? 0);
    const inside = spans.filter((span) => span.start < end && start < span.end);
    const named = spans.find((span) => span.end === start && span.meaning.kind === 'dimension');
    const strange = words.slice(start, end).some(({ text: word }, step) => (
      !inside.some((span) => span.start <= start + step && start + step < span.end) && !vocabulary.knows(fold(word))));
    const contained = inside.every((span) => span.start >= start && span.end <= end && span.meaning.kind !== 'period');
    const isCode = /^[\p{L}\d]+(?:[-/.][\p{L}\d]+)*$/u.test(typed) && /\p{L}/u.test(typed) && /\d/.test(typed) && typed.length >= 3 && typed.length <= LONGEST_CODE && (!NO_CODE.test(typed) || named !== undefined || OPERATION.test(typed));
    const key = typed.toUpperCase();
    const dimension = isCode ? dimensionOf(key, open, named?.meaning.kind === 'dimension' ? named.meaning.id : null) : null;
    return strange && contained && dimension !== null ? [{ start, end, meaning: { kind: 'value', dimension, keys: [codeOf(key, dimension)], name: key } }] : [];
  });
  const rest = spans.filter((span) => !codes.some(({ start, end }) => span.start < end && start < span.end));
  return codes.length === 0 ? spans : [...rest, ...codes].sort((a, b) => a.start - b.start);
}

/** OPCS-4 codes are held without their point. */
function codeOf(key: string, dimension: string): string {
  return dimension === 'procedure' ? key.replace('.', '') : key;
}

/** Which of the open dimensions a code is of, or null where it can be of none or of several. */
function dimensionOf(key: string, open: readonly OpenDimension[], named: string | null): string | null {
  if (named !== null) {
    return open.some(({ id }) => id === named) ? named : null;
  }
  const shaped = open.filter(({ id, restricted }) => !restricted && SHAPES[id]?.test(key) === true);
  const [only, second] = shaped.length > 0 ? shaped : open.filter(({ id, restricted }) => !restricted && !ONLY_NAMED.has(id));
  return only !== undefined && second === undefined && (shaped.length > 0 || !key.includes('.')) ? only.id : null;
}

/** Runs of words with only a hyphen, a stroke or a point between them, as they were typed. */
function runs(words: readonly Word[], text: string): readonly { readonly start: number; readonly end: number }[] {
  return words.reduce<{ start: number; end: number }[]>((found, word, at) => {
    const last = found.at(-1);
    const gap = text.slice(words[at - 1]?.end ?? 0, word.start);
    if (last !== undefined && last.end === at && /^[-/.]$/.test(gap)) {
      last.end = at + 1;
    } else {
      found.push({ start: at, end: at + 1 });
    }
    return found;
  }, []);
}

interface OpenDimension {
  readonly id: string;
  readonly restricted: boolean;
}

/** The dimensions of the metrics asked for whose keys are the codes in the data. */
function openDimensions(spans: readonly Span[], catalogue: Catalogue): readonly OpenDimension[] {
  const asked = spans.flatMap(({ meaning }) => (meaning.kind === 'metric' ? [meaning.id] : []));
  const open = new Set(asked.flatMap((id) => catalogue.metrics.get(id)?.dimensions ?? []));
  return [...open].flatMap((id) => {
    const dimension = catalogue.dimensions.get(id);
    return dimension !== undefined && dimension.values.length === 0 && !LISTED.has(id) ? [{ id, restricted: dimension.restricted }] : [];
  });
}

/** Dimensions whose values the organisation lists. */
const LISTED: ReadonlySet<string> = new Set(['specialty', 'cmg', 'site']);
