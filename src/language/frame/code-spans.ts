import type { Catalogue } from '../../catalogue/catalogue';
import type { Vocabulary } from '../vocabulary/vocabulary';
import { fold } from '../words/fold';
import type { Word } from '../words/word';
import type { Span } from './span';

/** Codes of theatres and clinics are short; a longer run of letters and figures is a slip of another kind. */
const LONGEST_CODE = 10;

/** Written as a number with a unit, an ordinal, or a part of a year: no code. */
const NO_CODE = /^(?:\d+(?:st|nd|rd|th|s|am|pm|k|m|bn|hrs?|mins?|days?|wks?|yrs?)|(?:q|m|h|w|fy|wk|week|month|year|yr|quarter|tfc|imd|p)\d+|(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\d+|\d+(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*)$/i;

/**
 * Theatres and clinics have no list of values: a word of letters and figures that means nothing else ("LRI-T04",
 * "120R48") is the code of one, where the metric has exactly one dimension it can be of.
 */
export function withCodes(spans: readonly Span[], words: readonly Word[], text: string, catalogue: Catalogue, vocabulary: Vocabulary): readonly Span[] {
  const dimension = openDimension(spans, catalogue);
  if (dimension === null) {
    return spans;
  }
  const codes = runs(words, text).flatMap(({ start, end }): readonly Span[] => {
    const typed = text.slice(words[start]?.start ?? 0, words[end - 1]?.end ?? 0);
    const inside = spans.filter((span) => span.start < end && start < span.end);
    const strange = words.slice(start, end).some(({ text: word }, step) => (
      !inside.some((span) => span.start <= start + step && start + step < span.end) && !vocabulary.knows(fold(word))));
    const contained = inside.every((span) => span.start >= start && span.end <= end && span.meaning.kind !== 'period');
    const isCode = /^[\p{L}\d]+(?:[-/][\p{L}\d]+)*$/u.test(typed) && /\p{L}/u.test(typed) && /\d/.test(typed) && typed.length >= 3 && typed.length <= LONGEST_CODE && !NO_CODE.test(typed);
    const key = typed.toUpperCase();
    return strange && contained && isCode ? [{ start, end, meaning: { kind: 'value', dimension, keys: [key], name: key } }] : [];
  });
  const rest = spans.filter((span) => !codes.some(({ start, end }) => span.start < end && start < span.end));
  return codes.length === 0 ? spans : [...rest, ...codes].sort((a, b) => a.start - b.start);
}

/** Runs of words with only a hyphen or a stroke between them, as they were typed. */
function runs(words: readonly Word[], text: string): readonly { readonly start: number; readonly end: number }[] {
  return words.reduce<{ start: number; end: number }[]>((found, word, at) => {
    const last = found.at(-1);
    const gap = text.slice(words[at - 1]?.end ?? 0, word.start);
    if (last !== undefined && last.end === at && /^[-/]$/.test(gap)) {
      last.end = at + 1;
    } else {
      found.push({ start: at, end: at + 1 });
    }
    return found;
  }, []);
}

/** The one dimension of the metrics asked for whose keys are the codes in the data; null for none or several. */
function openDimension(spans: readonly Span[], catalogue: Catalogue): string | null {
  const asked = spans.flatMap(({ meaning }) => (meaning.kind === 'metric' ? [meaning.id] : []));
  const open = new Set(asked.flatMap((id) => catalogue.metrics.get(id)?.dimensions ?? []).filter((id) => {
    const dimension = catalogue.dimensions.get(id);
    return dimension !== undefined && !dimension.restricted && dimension.values.length === 0 && !LISTED.has(id);
  }));
  const [only] = open;
  return only !== undefined && open.size === 1 ? only : null;
}

/** Dimensions whose values the organisation lists. */
const LISTED: ReadonlySet<string> = new Set(['specialty', 'cmg', 'site']);
