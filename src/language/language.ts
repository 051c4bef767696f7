import type { Catalogue } from '../catalogue/catalogue';
import type { Day } from '../calendar/day';
import type { Coverage } from '../engine/snapshot';
import { correctWords, settleTorn } from './deciding/corrections';
import { decide } from './deciding/decide';
import { unknown } from './deciding/not-understood';
import type { Case, Ground } from './frame/case';
import { typedWords } from './frame/case';
import { gather } from './frame/gather';
import { leftovers } from './frame/leftover';
import type { Span } from './frame/span';
import { spotPhrases } from './frame/spotting';
import { spotPeriods } from './frame/spot-periods';
import { heldFor } from './held-range';
import { concernsAPatient, NO_PATIENTS } from './patient-data';
import { PERIOD_WORDS } from './words/period-words';
import type { Question } from './question';
import type { Reading } from './reading';
import { buildVocabulary } from './vocabulary/vocabulary';
import { cleanText } from './words/clean-text';
import { fold } from './words/fold';
import { wordsOf, type Word } from './words/word';

/** What the extracts hold and the day of asking, which a question is read against. */
export interface HeldNow {
  readonly coverage: Readonly<Record<string, Coverage>>;
  readonly today: Day;
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
  const ground = (held: HeldNow): Ground => ({ catalogue, vocabulary, coverage: held.coverage, today: held.today });
  return {
    read(question, held) {
      const text = cleanText(question.text);
      if (concernsAPatient(text)) {
        return { kind: 'refused', reason: 'patient-data', sentence: NO_PATIENTS };
      }
      return readText(text, ground(held), { depth: 0, offers: true, budget: { left: MOST_WORDINGS } });
    },
    explain(question, held) {
      const text = cleanText(question.text);
      return concernsAPatient(text) ? { words: [], left: [], notes: [NO_PATIENTS] } : explainText(text, ground(held));
    },
  };
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
  const { one, torn } = caseOf(text, ground, { again, offers });
  const settled = torn === null ? null : settleTorn(one.text, one.words, torn, again);
  return settled === null ? namingCorrections(decide(one), one.notes) : withNotes(settled, one.notes);
}

/** What is not understood is named as it was typed, even where it was first taken for another word. */
function namingCorrections(reading: Reading, notes: readonly string[]): Reading {
  return reading.kind === 'unknown' ? { ...reading, sentence: [...notes, reading.sentence].join(' ') } : reading;
}

function withNotes(reading: Reading, notes: readonly string[]): Reading {
  return reading.kind === 'query' ? { ...reading, notes: [...notes, ...reading.notes] } : reading;
}

function caseOf(typed: string, ground: Ground, reading: Pick<Case, 'again' | 'offers'>): { readonly one: Case; readonly torn: { readonly word: Word; readonly between: readonly string[] } | null } {
  const { text, notes, torn } = correctWords(typed, wordsOf(typed), ground.vocabulary, isMonthOrDay);
  const words = wordsOf(text);
  const folded = words.map((word) => fold(word.text));
  const spans = spansOf(words, folded, ground);
  const frame = gather(spans, folded, ground.catalogue);
  return { one: { ground, text, words, folded, spans, frame, notes, ...reading }, torn };
}

function isMonthOrDay(word: string): boolean {
  return PERIOD_WORDS.has(word);
}

/** Phrases first, to close what is no period; then periods; then phrases again around them. */
function spansOf(words: readonly Word[], folded: readonly string[], ground: Ground): readonly Span[] {
  const first = spotPhrases(folded, ground.vocabulary, new Set());
  const metrics = first.flatMap(({ meaning }) => (meaning.kind === 'metric' ? [meaning.id] : []));
  const held = heldFor(metrics, ground.catalogue, ground.coverage, ground.today);
  const periods = spotPeriods(words.map(({ text }) => text), first, held, ground.today);
  if (periods.length === 0) {
    return first;
  }
  const taken = new Set(periods.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, step) => start + step)));
  return [...spotPhrases(folded, ground.vocabulary, taken), ...periods].sort((a, b) => a.start - b.start);
}

function explainText(text: string, ground: Ground): Explanation {
  const { one } = caseOf(text, ground, { offers: false, again: () => unknown('unknown-word', '', [], []) });
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
    case 'group': return `group ${meaning.group}`;
    case 'ambiguous': return `one of ${meaning.ambiguity.readings.join(', ')}`;
    case 'not-held': return 'not held';
    case 'milestone': return 'milestone';
    case 'role': return meaning.role;
    case 'unsupported': return `not supported: ${meaning.feature}`;
    case 'number': return `number ${meaning.value}`;
    case 'period': return meaning.reading.kind === 'period' ? `period ${meaning.reading.period.label}` : 'a period to be asked about';
  }
}
