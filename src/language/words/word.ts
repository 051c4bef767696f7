/** One word of a question: as typed, in small letters without a possessive, and where it stands in the cleaned text. */
export interface Word {
  readonly typed: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

// A comma between thousands belongs to its number: "£4,500".
const CHUNK = /(?:[\p{L}\p{M}\p{N}£%<>≥≤&+'./\-_#@:]|(?<=\d),(?=\d{3}(?!\d)))+/gu;
const LETTERS = /^[a-z]+$/i;
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*';
const WEEKDAY = '(?:mon|tues?|weds?|wednes|thu|thurs?|fri|sat|satur|sun)(?:day)?';
/** Parts joined by a hyphen that belong to a date and stay whole: 2024-05, apr-jun, q1-q2, 3rd-14th, may-24, mon-fri. */
const DATE_PART = new RegExp(`^(?:\\d+(?:st|nd|rd|th)?|[qmh]\\d{1,2}|fy\\d+|${MONTH})$`, 'i');
const WEEKDAYS = new RegExp(`^${WEEKDAY}-${WEEKDAY}$`, 'i');
/** Written with a stroke and read as one word: week commencing, week ending, care of, trauma and orthopaedics. */
const STROKED = new Set(['w/c', 'w/e', 'wk/c', 'wk/e', 't/o', 'y/y', 'm/m']);

/** Cuts a cleaned question into words. Commas, question marks and brackets fall away; dates and percentages stay whole. */
export function wordsOf(cleaned: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of cleaned.matchAll(CHUNK)) {
    cut(match[0], match.index, words);
  }
  return words;
}

function cut(chunk: string, start: number, words: Word[]): void {
  // Nearly every word is nothing but letters, and nothing below would change it.
  if (LETTERS.test(chunk)) {
    words.push({ typed: chunk, text: chunk.toLowerCase(), start, end: start + chunk.length });
    return;
  }
  const sign = /^[<>≥≤]=?/.exec(chunk);
  if (sign !== null && chunk.length > sign[0].length) {
    push(words, sign[0], start);
    cut(chunk.slice(sign[0].length), start + sign[0].length, words);
    return;
  }
  const lead = /^['./\-_+&#@:]+(?=[^'./\-_+&#@:])/.exec(chunk)?.[0].length ?? 0;
  const core = chunk.slice(lead).replace(/['./\-_#@:&]+$/, '').replace(/([^\d])\++$/, '$1');
  if (core === '' || core === '+') {
    push(words, /[&+]/.test(chunk) ? '&' : chunk === '-' ? '-' : '', start);
    return;
  }
  for (const [piece, at] of pieces(core)) {
    push(words, piece, start + lead + at);
  }
}

/** Parts of one chunk with their offsets: dates and NHS short forms whole, the rest split at its hyphens and strokes. */
function pieces(core: string): readonly (readonly [string, number])[] {
  if (/^(?:\p{L}\.)+\p{L}$/u.test(core) || STROKED.has(core.toLowerCase()) || /^[£]?\d[\d,.:]*[%+]?$/.test(core)) {
    return [[core, 0]];
  }
  const dateLike = WEEKDAYS.test(core) || core.split(/[-/.']/).every((part) => DATE_PART.test(part));
  if (dateLike) {
    return [[core, 0]];
  }
  const parts: [string, number][] = [];
  for (const match of core.matchAll(/(?:[^-/_.:@#']|'(?=\p{L}))+/gu)) {
    parts.push([match[0], match.index]);
  }
  return parts;
}

function push(words: Word[], typed: string, start: number): void {
  const text = plain(typed);
  if (text !== '') {
    words.push({ typed, text, start, end: start + typed.length });
  }
}

/**
 * Small letters, without a possessive. "Women's" keeps its s: a group called Women's and Children's is not asked for by
 * "DNA rate for women".
 */
function plain(typed: string): string {
  const lower = typed.toLowerCase();
  if (lower === '&' || lower === '+') {
    return 'and';
  }
  if (/^(?:\p{L}\.)+\p{L}$/u.test(lower)) {
    return lower.replaceAll('.', '');
  }
  const whole = lower.replace(/^(i|we|you|they)'(?:d|ll|ve|re|m)$/, '$1').replace(/^(what|how|where|who|when|that|it|there|here|let)'s$/, '$1s').replace(/(?<!(?:men|children|people))'s$/, '').replaceAll("'", '');
  return whole.replace(/^(\p{L}+)\+(\p{L}+)$/u, '$1&$2');
}
