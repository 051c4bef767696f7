import { correctWords, type Corrected } from './deciding/corrections';
import { NOT_NEEDED } from './deciding/not-needed';
import { unknown } from './deciding/not-understood';
import type { Case, Ground } from './frame/case';
import { withCodes } from './frame/code-spans';
import { withFittingValues } from './frame/fitting-values';
import { withoutTheOther } from './frame/not-the-other';
import { withWise } from './frame/split-wise';
import { withRestated } from './frame/restated';
import { gather } from './frame/gather';
import { joinChildren } from './frame/joined-spans';
import { notPlaced } from './frame/leftover';
import type { Span } from './frame/span';
import { isPassing } from './frame/passing';
import { spotPeriods } from './frame/spot-periods';
import { spotPhrases } from './frame/spotting';
import { heldFor, heldForAny, metricsOf } from './held-range';
import type { Reading } from './reading';
import { fold } from './words/fold';
import { FUNCTION_WORDS } from './words/function-words';
import { PERIOD_WORDS } from './words/period-words';
import { wordsOf, type Word } from './words/word';

const NOT_READ = (): Reading => unknown('unknown-word', '', [], []);
/** A wording that is only opened, and read no further. */
const TRIED: Pick<Case, 'again' | 'plainly' | 'offers'> = { offers: false, again: NOT_READ, plainly: NOT_READ };

/** A wording opened into its words, spans and frame, with its slips put right. */
export function openedCase(text: string, ground: Ground): Case {
  return caseKeepingStrange(text, ground, TRIED).one;
}

/** A wording as it was typed, none of its words put right. */
export function openedAsTyped(text: string, ground: Ground): Case {
  return caseOf(text, ground, TRIED, new Set(wordsOf(text).map((word) => word.text))).one;
}

/** A wording opened, with what was put right in it. */
export interface Opened extends Pick<Corrected, 'put' | 'torn'> {
  readonly one: Case;
}

/** A slip put right into a word that then has no place in the question was none: it stays as it was typed. */
export function caseKeepingStrange(typed: string, ground: Ground, reading: Pick<Case, 'again' | 'plainly' | 'offers'>): Opened {
  const opened = caseOf(typed, ground, reading);
  const { one, put } = opened;
  if (put.length === 0) {
    return opened;
  }
  const metrics = one.frame.metrics.flatMap((id) => ground.catalogue.metrics.get(id) ?? []);
  const left = notPlaced(one, metrics).flatMap(({ start, end }) => one.words.slice(start, end).map(({ text }) => text));
  const strange = put.filter(({ instead }) => instead.split(' ').some((word) => left.includes(word)));
  return strange.length === 0 ? opened : caseOf(typed, ground, reading, new Set(strange.map(({ word }) => word.text)));
}

function caseOf(typed: string, ground: Ground, reading: Pick<Case, 'again' | 'plainly' | 'offers'>, kept: ReadonlySet<string> = new Set()): Opened {
  const { text, put, torn } = correctWords(typed, wordsOf(typed), ground.vocabulary, isMonthOrDay, kept);
  const notes = put.map(({ word, instead }) => `“${word.typed}” is read as “${instead}”.`);
  const words = wordsOf(text);
  const folded = words.map((word) => fold(word.text));
  const whole = joinChildren(spansOf(words, folded, text, ground), words, folded, text, ground.vocabulary);
  const fitting = withFittingValues(withRestated(whole, folded, ground.vocabulary), ground.catalogue);
  const spans = withCodes(withoutTheOther(withWise(fitting, folded), folded), words, text, ground.catalogue, ground.vocabulary);
  const frame = gather(spans, folded, ground.catalogue, words);
  const passing = words.filter(({ text: word }, at) => isPassing({ words, folded }, at) && !FUNCTION_WORDS.has(word) && !spans.some(({ start, end }) => start <= at && at < end));
  const passed = passing.length === 0 ? [] : [`${NOT_NEEDED}${passing.map(({ typed: word }) => `“${word}”`).join(', ')}.`];
  return { one: { ground, text, words, folded, spans, frame, notes: [...notes, ...passed], ...reading }, put, torn };
}

function isMonthOrDay(word: string): boolean {
  return PERIOD_WORDS.has(word);
}

/** Phrases first, to close what is no period; then periods; then phrases again around them. */
function spansOf(words: readonly Word[], folded: readonly string[], text: string, ground: Ground): readonly Span[] {
  const pauses = new Set(words.flatMap((word, at) => (/^\s*[,;]/.test(text.slice(words[at - 1]?.end ?? 0, word.start)) ? [at] : [])));
  const first = spotPhrases(folded, ground.vocabulary, new Set(), pauses);
  // "By theatre" is no scorecard where a measure is named.
  const named = first.flatMap(({ meaning }) => (meaning.kind === 'metric' ? [meaning.id] : []));
  const metrics = [...new Set(named.length > 0 ? named : first.flatMap((span) => sheetMeant(span, folded, ground)))];
  const isSheet = metrics.length > 1 && first.every(({ meaning }) => meaning.kind !== 'metric');
  const held = (isSheet ? heldForAny : heldFor)(metrics, ground.catalogue, ground.coverage, ground.today);
  const periods = spotPeriods(words.map(({ text }) => text), first, held, ground.today);
  if (periods.length === 0) {
    return first;
  }
  const taken = new Set(periods.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, step) => start + step)));
  return [...spotPhrases(folded, ground.vocabulary, taken, pauses), ...periods].sort((a, b) => a.start - b.start);
}

/** The metrics of the scorecard that a phrase may name. */
function sheetMeant({ start, end, meaning }: Span, folded: readonly string[], { catalogue, vocabulary }: Ground): readonly string[] {
  const soft = meaning.kind === 'group' || meaning.kind === 'dimension' ? vocabulary.scorecardNamed(folded.slice(start, end)) : undefined;
  const scorecard = catalogue.scorecards.get(meaning.kind === 'scorecard' ? meaning.id : soft ?? '');
  return scorecard === undefined ? [] : metricsOf(scorecard);
}

