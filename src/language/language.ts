import type { Catalogue } from '../catalogue/catalogue';
import type { Day } from '../calendar/day';
import type { Coverage } from '../engine/snapshot';
import { correctWords, settleTorn, type Corrected } from './deciding/corrections';
import { decide } from './deciding/decide';
import { unknown } from './deciding/not-understood';
import type { Case, Ground } from './frame/case';
import { typedWords } from './frame/case';
import { withFittingValues } from './frame/fitting-values';
import { gather } from './frame/gather';
import { withCodes } from './frame/code-spans';
import { joinChildren } from './frame/joined-spans';
import { leftovers } from './frame/leftover';
import type { Span } from './frame/span';
import { spotPhrases } from './frame/spotting';
import { spotPeriods } from './frame/spot-periods';
import { frozenAsked, type Frozen } from './frozen';
import { withoutAsides } from './asides/asides';
import { passedOverNote } from './asides/passed-over-note';
import { chosenOptions } from './following/chosen-option';
import { followUp } from './following/follow-up';
import { heldFor, metricsOf } from './held-range';
import { namesAPerson } from './named-person';
import { concernsAPatient, NO_PATIENTS } from './patient-data';
import { FUNCTION_WORDS } from './words/function-words';
import { PASSING_WORDS } from './words/passing-words';
import { PERIOD_WORDS } from './words/period-words';
import type { Question } from './question';
import type { Reading } from './reading';
import { buildVocabulary, type Vocabulary } from './vocabulary/vocabulary';
import { cleanText } from './words/clean-text';
import { writtenOut } from './words/thumbed';
import { fold } from './words/fold';
import { wordsOf, type Word } from './words/word';

/** What the extracts hold and the day of asking, which a question is read against. */
export interface HeldNow {
  readonly coverage: Readonly<Record<string, Coverage>>;
  readonly today: Day;
  /** Scorecards kept under a name, where any may be shown again. */
  readonly frozen?: readonly Frozen[];
}

/** Which words became what, and which were left. */
export interface Explanation {
  readonly words: readonly { readonly typed: string; readonly as: string }[];
  readonly left: readonly string[];
  readonly notes: readonly string[];
}

export interface Language {
  /** Reads a question: one query, a question back, or what is not known. Never throws; a function of its arguments alone. */
  read(question: Question, held: HeldNow): Reading;
  /** How the words of a question were taken. */
  explain(question: Question, held: HeldNow): Explanation;
  /** Everything that words can mean here. */
  readonly vocabulary: Vocabulary;
}

/** How deep a question may be reworded while it is read: a slip, an ambiguous word, another, and the check of an option. */
const DEEPEST = 4;
/** How many wordings are tried in all, so that a text made of nothing but ambiguous words costs no more than any other. */
const MOST_WORDINGS = 30;
/** More words than one question has. */
const MOST_WORDS = 60;

/** What one reading shares with its rewordings: how many are left to try. */
interface Budget {
  left: number;
}

/** Builds the language of a catalogue. Its vocabulary is built once; reading keeps nothing between questions. */
export function createLanguage(catalogue: Catalogue): Language {
  const vocabulary = buildVocabulary(catalogue, PERIOD_WORDS);
  const plainVocabulary = buildVocabulary(catalogue, PERIOD_WORDS, { scorecards: false });
  const aboutAPerson = (text: string): boolean => concernsAPatient(text) || namesAPerson(wordsOf(text), vocabulary);
  const ground = (held: HeldNow): Ground => ({ catalogue, vocabulary, plainVocabulary, coverage: held.coverage, today: held.today });
  return {
    vocabulary,
    read(question, held) {
      const own = ground(held);
      const read = (words: string): Reading => readText(words, own, { depth: 0, offers: true, budget: { left: MOST_WORDINGS } });
      const whole = (words: string): Reading => frozenAsked(words, held.frozen ?? [], read) ?? inItsPlace(words, question, own, read);
      const text = readable(question.text);
      const plain = aboutAPerson(text) ? REFUSED : whole(text);
      // Somebody who signs with a name is no patient; a number that is one's, or a list of people, is refused wherever it stands.
      return plain.kind === 'query' || plain.kind === 'clarify' || concernsAPatient(text) ? plain : questionWithin(question.text, plain, own, (words) => (aboutAPerson(words) ? REFUSED : whole(words)));
    },
    explain(question, held) {
      const text = readable(question.text);
      return aboutAPerson(text) ? { words: [], left: [], notes: [NO_PATIENTS] } : explainText(text, ground(held));
    },
  };
}

/** A typed question as it is read: plain text, with what is written short written out. */
function readable(typed: string): string {
  return writtenOut(cleanText(typed));
}

const REFUSED: Reading = { kind: 'refused', reason: 'patient-data', sentence: NO_PATIENTS };

/** The question in a message that is no question as a whole: what surrounds it is passed over, and said. */
function questionWithin(typed: string, plain: Reading, ground: Ground, read: (words: string) => Reading): Reading {
  const { text, passedOver } = withoutAsides(typed, (words, what) => hasContent(words, ground, what === 'measure'));
  if (passedOver.length === 0 || text === '') {
    return plain;
  }
  const reading = read(readable(text));
  if (reading.kind === 'query') {
    return { ...reading, notes: [...reading.notes, passedOverNote(passedOver, ground.vocabulary)] };
  }
  return reading.kind === 'clarify' ? reading : plain;
}

/** Whether words name anything that a question could be about. */
function hasContent(text: string, ground: Ground, measures: boolean): boolean {
  const words = readable(text);
  const { spans } = caseOf(words, ground, TRIED, new Set(wordsOf(words).map((word) => word.text))).one;
  return spans.some(({ meaning }) => !IDLE.has(meaning.kind) && !(measures && BESIDE.has(meaning.kind)));
}

/** What a sentence may hold without asking for anything. */
const IDLE: ReadonlySet<Span['meaning']['kind']> = new Set<Span['meaning']['kind']>(['role', 'unsupported', 'number', 'scope', 'ages']);
/** What says when, or of what kind, and not what is measured. */
const BESIDE: ReadonlySet<Span['meaning']['kind']> = new Set<Span['meaning']['kind']>(['period', 'group', 'dimension']);

const NOT_READ = (): Reading => unknown('unknown-word', '', [], []);
/** A wording that is only opened, and read no further. */
const TRIED: Pick<Case, 'again' | 'plainly' | 'offers'> = { offers: false, again: NOT_READ, plainly: NOT_READ };

/** What a person chose of a question back, what leans on the question before, or what the words say by themselves. */
function inItsPlace(text: string, { context, offered = [] }: Question, ground: Ground, read: (words: string) => Reading): Reading {
  const chosen = chosenOptions(text, offered);
  const [only, second] = chosen;
  if (only !== undefined) {
    return second === undefined ? read(only) : { kind: 'clarify', ask: 'Which of these?', options: chosen, query: null };
  }
  const followed = context === null ? null : followUp(text, context, { open: (words) => openedCase(words, ground), read });
  return followed ?? read(text);
}

function openedCase(text: string, ground: Ground): Case {
  return caseKeepingStrange(text, ground, TRIED).one;
}

interface Attempt {
  readonly depth: number;
  /** Whether the person will see what this wording comes to. */
  readonly offers: boolean;
  readonly budget: Budget;
}

function readText(text: string, ground: Ground, { depth, offers, budget }: Attempt): Reading {
  budget.left -= 1;
  if (depth > DEEPEST || budget.left < 0) {
    return unknown('unknown-word', 'I could not make one question of that.', [], []);
  }
  const length = wordsOf(text).length;
  if (length === 0) {
    return unknown('nothing-asked', 'Ask for a measure, and if you like a specialty, a site and a time.', [], []);
  }
  if (length > MOST_WORDS) {
    return unknown('too-long', 'That is too long for one question. Ask for a measure, and if you like a specialty, a site and a time.', [], []);
  }
  const again: Case['again'] = (wording, inItsPlace = false) => (
    readText(wording, ground, { depth: depth + 1, offers: offers && inItsPlace, budget }));
  const plainly: Case['plainly'] = () => readText(text, { ...ground, vocabulary: ground.plainVocabulary }, { depth: depth + 1, offers, budget });
  const { one, torn } = caseKeepingStrange(text, ground, { again, plainly, offers });
  const settled = torn === null ? null : settleTorn(one.text, one.words, torn, one);
  return settled === null ? namingCorrections(decide(one), one.notes) : withNotes(settled, one.notes);
}

/** What is not understood is named as it was typed, even where it was first taken for another word. */
function namingCorrections(reading: Reading, notes: readonly string[]): Reading {
  return reading.kind === 'unknown' ? { ...reading, sentence: [...notes.filter((note) => note.includes(' is read as ')), reading.sentence].join(' ') } : reading;
}

function withNotes(reading: Reading, notes: readonly string[]): Reading {
  return reading.kind === 'query' ? { ...reading, notes: [...notes, ...reading.notes] } : reading;
}

interface Opened extends Pick<Corrected, 'put' | 'torn'> {
  readonly one: Case;
}

/** A slip put right into a word that then has no place in the question was none: it stays as it was typed. */
function caseKeepingStrange(typed: string, ground: Ground, reading: Pick<Case, 'again' | 'plainly' | 'offers'>): Opened {
  const opened = caseOf(typed, ground, reading);
  const { one, put } = opened;
  if (put.length === 0) {
    return opened;
  }
  const metrics = one.frame.metrics.flatMap((id) => ground.catalogue.metrics.get(id) ?? []);
  const left = leftovers(one, metrics).flatMap(({ start, end }) => one.words.slice(start, end).map(({ text }) => text));
  const strange = put.filter(({ instead }) => instead.split(' ').some((word) => left.includes(word)));
  return strange.length === 0 ? opened : caseOf(typed, ground, reading, new Set(strange.map(({ word }) => word.text)));
}

function caseOf(typed: string, ground: Ground, reading: Pick<Case, 'again' | 'plainly' | 'offers'>, kept: ReadonlySet<string> = new Set()): Opened {
  const { text, put, torn } = correctWords(typed, wordsOf(typed), ground.vocabulary, isMonthOrDay, kept);
  const notes = put.map(({ word, instead }) => `“${word.typed}” is read as “${instead}”.`);
  const words = wordsOf(text);
  const folded = words.map((word) => fold(word.text));
  const whole = joinChildren(spansOf(words, folded, ground), words, folded, text, ground.vocabulary);
  const spans = withCodes(withFittingValues(whole, ground.catalogue), words, text, ground.catalogue, ground.vocabulary);
  const frame = gather(spans, folded, ground.catalogue, words);
  const passing = words.filter(({ text: word }, at) => PASSING_WORDS.has(word) && !FUNCTION_WORDS.has(word) && !spans.some(({ start, end }) => start <= at && at < end));
  const passed = passing.length === 0 ? [] : [`Not needed for the answer: ${passing.map(({ typed: word }) => `“${word}”`).join(', ')}.`];
  return { one: { ground, text, words, folded, spans, frame, notes: [...notes, ...passed], ...reading }, put, torn };
}

function isMonthOrDay(word: string): boolean {
  return PERIOD_WORDS.has(word);
}

/** Phrases first, to close what is no period; then periods; then phrases again around them. */
function spansOf(words: readonly Word[], folded: readonly string[], ground: Ground): readonly Span[] {
  const first = spotPhrases(folded, ground.vocabulary, new Set());
  const metrics = [...new Set(first.flatMap((span) => metricsMeant(span, folded, ground)))];
  const held = heldFor(metrics, ground.catalogue, ground.coverage, ground.today);
  const periods = spotPeriods(words.map(({ text }) => text), first, held, ground.today);
  if (periods.length === 0) {
    return first;
  }
  const taken = new Set(periods.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, step) => start + step)));
  return [...spotPhrases(folded, ground.vocabulary, taken), ...periods].sort((a, b) => a.start - b.start);
}

/** The metric that a phrase names, or those of the scorecard that it may name. */
function metricsMeant({ start, end, meaning }: Span, folded: readonly string[], { catalogue, vocabulary }: Ground): readonly string[] {
  if (meaning.kind === 'metric') {
    return [meaning.id];
  }
  const soft = meaning.kind === 'group' || meaning.kind === 'dimension' ? vocabulary.scorecardNamed(folded.slice(start, end)) : undefined;
  const scorecard = catalogue.scorecards.get(meaning.kind === 'scorecard' ? meaning.id : soft ?? '');
  return scorecard === undefined ? [] : metricsOf(scorecard);
}

function explainText(text: string, ground: Ground): Explanation {
  const one = openedCase(text, ground);
  const metrics = one.frame.metrics.flatMap((id) => ground.catalogue.metrics.get(id) ?? []);
  return {
    words: one.spans.map((span) => ({ typed: typedWords(one.words, span), as: nameOf(span) })),
    left: leftovers(one, metrics).map((run) => typedWords(one.words, run)),
    notes: one.notes,
  };
}

function nameOf({ meaning }: Span): string {
  switch (meaning.kind) {
    case 'metric': return `metric ${meaning.id}`;
    case 'value': return `${meaning.dimension} ${meaning.keys.join(', ')}`;
    case 'dimension': return `dimension ${meaning.id}`;
    case 'scope': return 'everything';
    case 'scorecard': return `scorecard ${meaning.id}`;
    case 'group': return `group ${meaning.group}`;
    case 'ambiguous': return `one of ${meaning.ambiguity.readings.join(', ')}`;
    case 'not-held': return 'not held';
    case 'milestone': return 'milestone';
    case 'role': return meaning.role;
    case 'unsupported': return `not supported: ${meaning.feature}`;
    case 'number': return `number ${meaning.value}`;
    case 'ages': return `ages ${meaning.from} to ${meaning.to}`;
    case 'period': return meaning.reading.kind === 'period' ? `period ${meaning.reading.period.label}` : 'a period to be asked about';
  }
}
