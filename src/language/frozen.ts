import type { Period } from '../calendar/period';
import { querySchema } from '../engine/query';
import type { Reading } from './reading';

/** A scorecard that was kept under a name: which one, and the period it was of. */
export interface Frozen {
  readonly name: string;
  readonly scorecard: string;
  readonly period: Period;
}

const LONGEST_NAME = 60;
const POLITE = /^(?:please |can you |could you |hi |hello )+/i;
const FREEZE = /^(freeze|lock|keep|save|store)(?: the| our| this)? (.+?) (?:as|under(?: the name)?|called|named) ["']?(.+?)["']?[.!]?$/i;
const BARE_FREEZE = /^freeze(?: the| our| this)? (.+?)[.!]?$/i;
const SHOW = /^(?:(?:show|open|bring up|pull up|get|give|see|find|what was in|what is in|what's in|display)(?: me| us)? )?(?:the |our )?(frozen )?(?:scorecard )?["']?(.+?)["']?(?: scorecard)?(?: again)?[.?!]?$/i;
const LIST = /^(?:(?:list|show|what are|which are)(?: me| us)?(?: the| our)? )?(?:frozen (?:scorecards|packs|board packs)|(?:which|what) scorecards? (?:are|is|have been|were) frozen|what(?: is| has been|'s) frozen)\??$/i;

/**
 * A scorecard to be kept under a name ("freeze lead measures as board pack July") or one that was ("show board pack
 * July"). A name is free text and read as one, whatever else its words could mean. Null for any other question.
 * @param read how the rest of the words is read
 */
export function frozenAsked(typed: string, frozen: readonly Frozen[], read: (text: string) => Reading): Reading | null {
  const text = typed.replace(POLITE, '');
  if (LIST.test(text)) {
    return allFrozen(frozen);
  }
  return toFreeze(text, read) ?? toShow(text, frozen, read);
}

function toFreeze(text: string, read: (text: string) => Reading): Reading | null {
  const named = FREEZE.exec(text);
  const [, verb = '', what = '', name = ''] = named ?? ['', 'freeze', BARE_FREEZE.exec(text)?.[1] ?? '', ''];
  if (what === '') {
    return null;
  }
  const reading = read(what);
  const isScorecard = reading.kind === 'query' && reading.query.intent === 'scorecard' && reading.query.scorecard !== null;
  if (!isScorecard) {
    return verb.toLowerCase() === 'freeze' ? notAScorecard(reading, name) : null;
  }
  if (name === '' || name.length > LONGEST_NAME) {
    const label = reading.query.period?.label ?? '';
    return { kind: 'clarify', ask: name === '' ? 'Under which name?' : `A name may have ${LONGEST_NAME} letters. Which shorter one?`, options: [`freeze ${what} as board pack ${label}`.trim()], query: null };
  }
  return { ...reading, query: Object.freeze({ ...reading.query, frozen: { name, what: 'freeze' as const } }) };
}

/** Only a scorecard can be frozen; a question back keeps the name that was given. */
function notAScorecard(reading: Reading, name: string): Reading {
  if (reading.kind !== 'query') {
    return reading.kind === 'clarify' ? { ...reading, options: reading.options.map((option) => `freeze ${option}${name === '' ? '' : ` as ${name}`}`) } : reading;
  }
  return { kind: 'unknown', reason: 'not-supported', sentence: 'Only a scorecard can be frozen under a name, not a single measure.', words: [], options: [] };
}

/** A name without "frozen" before it is looked for only where the words mean nothing else: a scorecard frozen as "DNA" hides no measure. */
function toShow(text: string, frozen: readonly Frozen[], read: (text: string) => Reading): Reading | null {
  const [, said, name = ''] = SHOW.exec(text) ?? [];
  const found = frozen.find((one) => heard(one.name) === heard(name) || heard(one.name) === heard(text));
  if (found !== undefined && said === undefined && read(text).kind === 'query') {
    return null;
  }
  if (found !== undefined) {
    const query = querySchema.parse({ intent: 'scorecard', metrics: [], scorecard: found.scorecard, period: found.period, frozen: { name: found.name, what: 'show' } });
    return { kind: 'query', query: Object.freeze(query), notes: [], said: [] };
  }
  if (said === undefined || name === '') {
    return null;
  }
  const options = frozen.slice(0, 4).map((one) => `show frozen ${one.name}`);
  return { kind: 'unknown', reason: 'unknown-frozen', sentence: `Nothing is frozen under the name “${name.slice(0, LONGEST_NAME)}”.`, words: [name.slice(0, LONGEST_NAME)], options };
}

function allFrozen(frozen: readonly Frozen[]): Reading {
  return frozen.length === 0
    ? { kind: 'unknown', reason: 'unknown-frozen', sentence: 'No scorecard has been frozen yet.', words: [], options: [] }
    : { kind: 'clarify', ask: 'Which one?', options: frozen.slice(0, 6).map(({ name }) => `show frozen ${name}`), query: null };
}

/** A name as it is compared: without capitals, punctuation or doubled spaces. */
function heard(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
