import type { Query } from '../../engine/query';
import type { Case, Ground } from '../frame/case';
import type { Picked } from '../frame/frame';
import type { Span } from '../frame/span';
import { metricWords, listed } from '../deciding/wording';
import { openedAsTyped } from '../open-case';
import { queryWords } from '../query-words';
import type { Reading } from '../reading';
import { asksForSomething } from '../words/asks-for-something';
import { NEGATIONS } from '../words/negations';
import { readable } from '../words/readable';
import { ABOUT, NARROWS } from './chatter';
import { isIdle } from './idle-words';
import { passedOverNote, withPassedOver } from './passed-over-note';
import { WHO } from './people';
import { SOON } from './soon';

/** How the question of a message is read by itself, and as one that leans on another. */
export interface Asking {
  readonly read: (words: string) => Reading;
  /** The same of words that lean on nothing that was asked before the message. */
  readonly alone: (words: string) => Reading;
  readonly follow: (words: string, before: Query) => Reading | null;
}

/** Where one thing ends that is said and another begins. */
const SENTENCES = /(?<=[.?!])\s+|\n+|(?<=[\p{L}\d)]):\s+|\s+[–—-]\s+/u;
/** What somebody says first of asking itself. */
const JUST_ASKING = /^\s*just (?:checking|wondering|looking|to check|a quick (?:one|question)|quickly)\b/i;

/**
 * The answer to a message that tells something first and asks at its end ("52 week waits in ENT are coming down, we were
 * told. Could you show me the trend?"). A question that is whole by itself is answered, and what was told is named back;
 * where what was told names a part or a time that the question does not, both are offered. One that speaks of what was
 * told is read as one that follows it. Null where the message is none such, or what was told may narrow the figure in
 * words that are not understood.
 */
export function askedAfterTelling(text: string, ground: Ground, { read, alone, follow }: Asking): Reading | null {
  const sentences = text.split(SENTENCES).map((sentence) => sentence.trim()).filter((sentence) => sentence !== '');
  const asking = sentences.findLastIndex(asksForSomething);
  // "I have the tier 1 call this pm. Late starts by site please": what is told needs no words that ask behind it.
  const at = asking < 0 ? sentences.length - 1 : asking;
  if (sentences.length < 2 || sentences.length > MOST_SENTENCES) {
    return null;
  }
  if (at === 0) {
    return toldAfter(sentences, ground, read);
  }
  const told = sentences.slice(0, at);
  if (!told.some((sentence) => A_SENTENCE.test(sentence))) {
    return null;
  }
  const question = sentences.slice(at).join(' ');
  const before = openedAsTyped(readable(told.join('. ')), ground);
  // "Has anywhere still got 65 week waiters? Show by specialty" leans on what the message itself names.
  const asked = (before.frame.metrics.length > 0 ? alone : read)(readable(question));
  // "Might you have it for FY25? Thank you kindly."
  if (asked.kind === 'query' && asked.query.intent === 'greeting') {
    return null;
  }
  if (asked.kind === 'query' && OF_NO_FIGURE.has(asked.query.intent)) {
    return withTold(asked, told, ground);
  }
  if (!tellsOnly(before)) {
    return null;
  }
  if (asked.kind === 'query') {
    return standingAlone(asked, before, told, ground, read);
  }
  // What is asked back of the question alone is asked without the time or the place of what was told.
  if (asked.kind === 'clarify' && asked.words === undefined && before.frame.metrics.length === 0) {
    return withPassedOver(asked, told, ground.vocabulary);
  }
  const spoken = spokenOf(before, read);
  const named = openedAsTyped(readable(question), ground).frame.metrics;
  const leaning = spoken === null || named.some((metric) => !spoken.metrics.includes(metric)) ? null : follow(readable(question), spoken);
  return leaning?.kind !== 'query' ? null : withTold({ ...leaning, notes: [...leaning.notes, `Asked of what was said before it: ${queryWords(spoken ?? leaning.query, ground, { usual: true })}.`] }, told, ground);
}

/** A question with something told behind it that names nothing: "… in May? As far as I know we did not lose anything". */
function toldAfter([question = '', ...told]: readonly string[], ground: Ground, read: Asking['read']): Reading | null {
  const after = openedAsTyped(readable(told.join('. ')), ground);
  const names = after.spans.some(({ meaning }) => NAMES.has(meaning.kind) || meaning.kind === 'ambiguous' || meaning.kind === 'unsupported');
  const asked = names || !told.every((sentence) => TELLS.test(sentence)) || !tellsOnly(after) ? null : read(readable(question));
  return asked?.kind === 'query' ? withTold(asked, told, ground) : null;
}

/** How a sentence begins that tells. */
const TELLS = /^(?:and |but |so |as |because )*(?:as far as|i|we|they|he|she|it|you|my|our|the|there)(?:'\p{L}+)?\s+\S+\s+\S/iu;

/** What a sentence has that tells of somebody or something, and a heading has not: who, and what they are, have, do or say. */
const A_SENTENCE = /(?<![\p{L}'])(?:(?:i|we|he|she|they|it|you|there)(?:'(?:m|ve|re|s|ll|d))?|is|are|was|were|has|have|had|need|needs|want|wants|got|keeps?|says?|said|thinks?|reckons?|asked|asking|trying|hoping|sorry|going|coming|wondering|struggling)(?![\p{L}'])/iu;

/** A longer message is no question with something told first. */
const MOST_SENTENCES = 6;

/** Whether what was told narrows nothing in words that are not understood. */
function tellsOnly(one: Case): boolean {
  const named = withoutSpans(one, ({ meaning }) => NAMES.has(meaning.kind)).replace(JUST_ASKING, ' ');
  // What somebody answers for is a part that was named, and is looked for in the question.
  const rest = one.frame.main.values.length > 0 ? named.replace(ANSWERS_FOR_IT, ' ') : named;
  const strange = withoutSpans(one, () => true).replace(EDGE_OF_A_TIME, ' ').replace(SOMEBODY, ' ').replace(SOON, ' ');
  return !NARROWS.test(rest) && !rest.split(/\s+/).some((word) => NEGATIONS.has(word.toLowerCase()) && !/n't$/i.test(word)) && one.spans.every(({ meaning }) => meaning.kind !== 'ages' && meaning.kind !== 'not-held' && meaning.kind !== 'ambiguous')
    && [...strange.matchAll(ABOUT)].every(([, what = '']) => isIdle(what));
}

const ANSWERS_FOR_IT = /\b(?:look(?:ing)? after|responsible for|in charge of|manage[sd]?|managing|cover(?:s|ing)?|runs?|running)\b/gi;
const NAMES: ReadonlySet<Span['meaning']['kind']> = new Set<Span['meaning']['kind']>(['metric', 'value', 'period', 'dimension', 'group', 'scorecard', 'number', 'scope']);

/** What was told without the words of it that are understood as something. */
function withoutSpans({ text, words, spans }: Case, goes: (span: Span) => boolean): string {
  return spans.filter(goes).sort((a, b) => b.start - a.start).reduce((kept, { start, end }) => `${kept.slice(0, words[start]?.start)} ${kept.slice(words[end - 1]?.end)}`, text);
}

/** What stands before a time that was named. */
const EDGE_OF_A_TIME = /\b(?:from|since|at|by|until|towards) the (?:start|beginning|end|middle) of\b/gi;
const SOMEBODY = new RegExp(`(?<![\\p{L}\\d])${WHO}(?![\\p{L}\\d])`, 'giu');

/** A question that is whole: with what was told beside it, or, where that names a part or a time of its own, as one of two. */
function standingAlone(asked: Extract<Reading, { kind: 'query' }>, { frame }: Case, told: readonly string[], ground: Ground, read: Asking['read']): Reading | null {
  const { query } = asked;
  const sides = [query.filters, query.excluding, ...(query.versus !== null && typeof query.versus === 'object' && 'filters' in query.versus ? [query.versus.filters] : [])];
  const isNamed = ({ dimension, keys }: Picked): boolean => query.by === dimension || sides.some((side) => keys.every((key) => side[dimension]?.includes(key) === true));
  const parts = frame.main.values.filter((value) => !isNamed(value));
  const times = query.period === null || query.period.asked !== null ? [] : frame.main.periods.flatMap(({ reading }) => (reading.kind === 'period' && reading.period.asked !== null ? [reading.period.asked] : []));
  if (parts.length === 0 && times.length === 0) {
    return withTold(asked, told, ground);
  }
  const plain = queryWords(query, ground, { usual: true });
  const narrowed = [plain, ...(parts.length === 0 ? [] : [`for ${listed(parts.map(({ name }) => name))}`]), ...times.slice(0, 1)].join(' ');
  const options = [...new Set([narrowed, plain])].filter((wording) => read(wording).kind === 'query');
  return options.length < 2 ? null : { kind: 'clarify', ask: [passedOverNote(told, ground.vocabulary), 'Which of these?'].flatMap((said) => said ?? []).join(' '), options, query: null };
}

function withTold(asked: Extract<Reading, { kind: 'query' }>, told: readonly string[], { vocabulary }: Ground): Reading {
  const note = passedOverNote(told, vocabulary);
  return note === null ? asked : { ...asked, notes: [...asked.notes, note] };
}

/** What a measure means, or what can be asked, is the same whatever was told before. */
const OF_NO_FIGURE: ReadonlySet<Query['intent']> = new Set<Query['intent']>(['definition', 'help', 'freshness']);

/** What was spoken of, as a question: its one measure, with the parts and the time that were named. */
function spokenOf({ frame, ground: { catalogue } }: Case, read: Asking['read']): Query | null {
  const [metric, second] = [...new Set(frame.metrics)];
  const times = frame.main.periods.flatMap(({ reading }) => (reading.kind === 'period' && reading.period.asked !== null ? [reading.period.asked] : []));
  if (metric === undefined || second !== undefined || times.length > 1) {
    return null;
  }
  const names = frame.main.values.map(({ name }) => name);
  const reading = read([metricWords(catalogue, metric), ...(names.length === 0 ? [] : [`for ${listed(names)}`]), ...times].join(' '));
  return reading.kind === 'query' ? reading.query : null;
}
