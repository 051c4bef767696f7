import type { Ambiguity } from '../catalogue/ambiguity';
import { querySchema, type Query } from '../engine/query';
import { foldedWords } from '../language/vocabulary/phrase';
import type { Vocabulary } from '../language/vocabulary/vocabulary';
import { fold } from '../language/words/fold';
import { wordsOf } from '../language/words/word';
import type { DislikedCard } from './judged-card';
import type { KeptQuestion } from './kept-question';
import { toldBy, type Thing, type Told } from './told';
import { REMOVED } from './without-personal';

/** How often something was, the most often first wherever there are several. */
export interface Counted {
  readonly what: string;
  readonly times: number;
}

/** Words that stand nowhere in the vocabulary, or that name a measure which is not held. */
export interface WantedWords extends Counted {
  /** Questions in which they stood. */
  readonly examples: readonly string[];
  /** Options that were offered instead. */
  readonly offered: readonly string[];
  /** What was chosen in their place; and options that were chosen and put nothing there. */
  readonly meant: readonly { readonly thing: Thing; readonly times: number }[];
  readonly chosen: readonly Counted[];
  /** What they are another name for, by what most who chose anything chose; null where that cannot be told. */
  readonly told: Told | null;
}

/** A word of several meanings, which was asked back. */
export interface AmbiguousWord extends Counted {
  /** Readings. */
  readonly chosen: readonly Counted[];
  /** The reading that is chosen so often that it could be taken by default; null where none is. */
  readonly usual: string | null;
  readonly ambiguity: Ambiguity;
}

/** Cards of one measure or scorecard that somebody thought wrong. */
export interface Disliked extends Counted {
  readonly queries: readonly { readonly query: Query; readonly snapshot: string | null }[];
}

export interface VocabularyWanted {
  readonly unknown: readonly WantedWords[];
  readonly ambiguous: readonly AmbiguousWord[];
  readonly notHeld: readonly WantedWords[];
  /** Words that are known, by now or all along, and had no place in the question. */
  readonly misplaced: readonly Counted[];
  /** Questions whose unknown words were taken out, because they may have been a name. */
  readonly unread: number;
  /** What was understood and nothing is held of: ids of metrics or scorecards. */
  readonly noData: readonly Counted[];
  /** Questions that were not answered for any other reason: its code, or "clarify" for one asked back. */
  readonly otherwise: readonly Counted[];
  readonly disliked: readonly Disliked[];
}

/** What was asked for by its name was never kept under it: nothing is missing from the data. */
const NO_SUCH_NAME = 'not-frozen';
const MOST_EXAMPLES = 3;
/** A reading is usual when of at least this many who chose, at least this share chose it. */
const FEWEST_CHOICES = 3;
const USUAL_SHARE = 2 / 3;

interface Seen {
  readonly phrase: string;
  readonly question: KeptQuestion;
}

interface AskedBack {
  readonly word: string;
  readonly ambiguity: Ambiguity;
  readonly question: KeptQuestion;
}

/**
 * What the questions that were kept say of the vocabulary as it is now: a word that has been added since is wanted no
 * more, and one that has been given a default is not ambiguous.
 */
export function vocabularyWanted(
  { questions, disliked }: { readonly questions: readonly KeptQuestion[]; readonly disliked: readonly DislikedCard[] }, vocabulary: Vocabulary,
): VocabularyWanted {
  const isStrange = (word: string): boolean => !vocabulary.knows(fold(word));
  const unknown: Seen[] = [];
  const misplaced: string[] = [];
  const notHeld: Seen[] = [];
  const ambiguous: AskedBack[] = [];
  const noData: string[] = [];
  const otherwise: string[] = [];
  let unread = 0;
  for (const question of questions) {
    const word = question.outcome === 'clarify' ? askedBack(question, vocabulary) : null;
    if (word !== null) {
      ambiguous.push({ ...word, question });
    } else if (question.query !== null && question.reason !== NO_SUCH_NAME) {
      noData.push(...[readQuery(question.query)].flatMap((query) => (query === null ? [] : subjectOf(query))));
    } else if (question.reason === 'unknown-measure') {
      notHeld.push(...question.unknown.map((phrase) => ({ phrase, question })));
    } else if (question.reason === 'unknown-word' || question.reason === 'cannot-split') {
      const strange = question.unknown.flatMap((phrase) => strangePart(phrase, isStrange) ?? []);
      unknown.push(...strange.map((phrase) => ({ phrase, question })));
      misplaced.push(...question.unknown.filter((phrase) => strangePart(phrase, isStrange) === null));
      unread += question.unknown.length === 0 && question.words.includes(REMOVED) ? 1 : 0;
    } else {
      otherwise.push(question.reason ?? question.outcome);
    }
  }
  return {
    unknown: wanted(unknown, vocabulary),
    ambiguous: [...grouped(ambiguous, ({ ambiguity }) => ambiguity.ask).values()].map(ambiguousWord).sort(oftenFirst),
    notHeld: wanted(notHeld, vocabulary),
    misplaced: counted(misplaced.map((phrase) => phrase.toLowerCase())),
    unread,
    noData: counted(noData),
    otherwise: counted(otherwise),
    disliked: dislikedBy(disliked),
  };
}

/** The part of a phrase from its first strange word to its last; null where every word is known. */
function strangePart(phrase: string, isStrange: (word: string) => boolean): string | null {
  const words = wordsOf(phrase);
  const first = words.findIndex(({ text }) => isStrange(text));
  const last = words.findLastIndex(({ text }) => isStrange(text));
  return first < 0 ? null : words.slice(first, last + 1).map(({ typed }) => typed).join(' ');
}

function wanted(seen: readonly Seen[], vocabulary: Vocabulary): readonly WantedWords[] {
  return [...grouped(seen, ({ phrase }) => foldedWords(phrase).join(' ')).values()].map((group): WantedWords => {
    const questions = group.map(({ question }) => question);
    const choices = group.flatMap(({ phrase, question: { words, chosen } }) => (chosen === null ? [] : [{ option: chosen.words, told: toldBy(words, phrase, chosen.words, vocabulary) }]));
    const meant = [...grouped(choices.flatMap(({ told }) => told ?? []), ({ thing }) => JSON.stringify(thing)).values()].sort((a, b) => b.length - a.length);
    const [most] = meant;
    return {
      what: usualForm(group.map(({ phrase }) => phrase)),
      times: group.length,
      examples: counted(questions.map(({ words }) => words)).slice(0, MOST_EXAMPLES).map(({ what }) => what),
      offered: counted(questions.flatMap(({ options }) => options)).slice(0, MOST_EXAMPLES).map(({ what }) => what),
      meant: meant.map((told) => ({ thing: told[0].thing, times: told.length })),
      chosen: counted(choices.flatMap(({ option, told }) => (told === null ? [option] : []))),
      told: most !== undefined && most.length * 2 > choices.length ? most[0] : null,
    };
  }).sort(oftenFirst);
}

/** The first word of several meanings in a question to which some of what it was offered gives one. */
function askedBack({ words, options }: KeptQuestion, vocabulary: Vocabulary): Pick<AskedBack, 'word' | 'ambiguity'> | null {
  const typed = wordsOf(words);
  const folded = typed.map(({ text }) => fold(text));
  for (let start = 0; start < folded.length; start += 1) {
    for (let end = Math.min(folded.length, start + vocabulary.longest); end > start; end -= 1) {
      const meaning = vocabulary.meaningOf(folded.slice(start, end));
      if (meaning?.kind === 'ambiguous' && meaning.ambiguity.default === null && options.some((option) => readingIn(option, meaning.ambiguity) !== null)) {
        return { word: typed.slice(start, end).map(({ text }) => text).join(' '), ambiguity: meaning.ambiguity };
      }
    }
  }
  return null;
}

/** The longest of the readings that stands in a question. */
function readingIn(question: string, { readings }: Ambiguity): string | null {
  const asked = ` ${foldedWords(question).join(' ')} `;
  const [longest] = readings.filter((reading) => asked.includes(` ${foldedWords(reading).join(' ')} `)).sort((a, b) => b.length - a.length);
  return longest ?? null;
}

function ambiguousWord(group: Group<AskedBack>): AmbiguousWord {
  const [{ ambiguity }] = group;
  const chosen = counted(group.flatMap(({ question }) => (question.chosen === null ? [] : readingIn(question.chosen.words, ambiguity) ?? [])));
  const choices = chosen.reduce((sum, { times }) => sum + times, 0);
  const [first] = chosen;
  const isUsual = first !== undefined && choices >= FEWEST_CHOICES && first.times >= choices * USUAL_SHARE;
  return { what: usualForm(group.map(({ word }) => word)), times: group.length, chosen, usual: isUsual ? first.what : null, ambiguity };
}

function dislikedBy(cards: readonly DislikedCard[]): readonly Disliked[] {
  const read = cards.flatMap(({ query: json, snapshot }) => {
    const query = readQuery(json);
    return query === null ? [] : [{ query, snapshot }];
  });
  return [...grouped(read, ({ query }) => subjectOf(query).join(', '))]
    .map(([what, queries]) => ({ what, times: queries.length, queries })).sort(oftenFirst);
}

/** A query that was kept; null where another version of the program wrote one that cannot be asked any more. */
function readQuery(json: string): Query | null {
  const parsed = querySchema.safeParse(JSON.parse(json));
  return parsed.success ? parsed.data : null;
}

/** The scorecard that a query asks for, or its metrics. */
function subjectOf({ scorecard, metrics }: Query): readonly string[] {
  return scorecard === null ? metrics : [scorecard];
}

/** How words are written most often, capitals of an abbreviation included. */
function usualForm(forms: readonly string[]): string {
  return counted(forms.map((form) => (/^\p{Lu}{2,5}s?$/u.test(form) ? form : form.toLowerCase())))[0]?.what ?? '';
}

function counted(whats: readonly string[]): readonly Counted[] {
  return [...grouped(whats, (what) => what)].map(([what, all]) => ({ what, times: all.length })).sort(oftenFirst);
}

type Group<T> = [T, ...T[]];

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, Group<T>> {
  const groups = new Map<string, Group<T>>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group === undefined) {
      groups.set(keyOf(one), [one]);
    } else {
      group.push(one);
    }
  }
  return groups;
}

function oftenFirst(a: Counted, b: Counted): number {
  return b.times - a.times || (a.what < b.what ? -1 : 1);
}
