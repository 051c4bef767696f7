import type { Ambiguity } from '../../catalogue/ambiguity';
import type { Catalogue } from '../../catalogue/catalogue';
import { FUNCTION_WORDS } from '../words/function-words';
import { fold, INFLECTED } from '../words/fold';
import { cataloguePhrases, gappedNames, restatedPhrases, type GappedName } from './catalogue-phrases';
import { ROLE_PHRASES, UNSUPPORTED_PHRASES } from './grammar-phrases';
import { measureWords, type MeasureWords } from './measure-words';
import type { Feature, Meaning, NamedValue, Role } from './meaning';
import type { Phrase } from './named-phrase';
import { foldedWords, phraseKey, variants } from './phrase';
import { narrowingPhrases, scorecardPhrases } from './scorecard-phrases';

/** Everything that words can mean, ready to be looked up. Built once for a catalogue. */
export interface Vocabulary {
  /** The meaning of a run of folded words, or undefined. */
  meaningOf(words: readonly string[]): Meaning | undefined;
  /** Whether a folded word is used anywhere. */
  knows(word: string): boolean;
  /** Words of four letters and more, for correcting what was mistyped. */
  readonly allWords: readonly string[];
  /** Words of three letters: never put in silently, but offered. */
  readonly shortWords: readonly string[];
  /** Names of values and metrics in which a folded word occurs, shortest first. */
  namesWith(word: string): readonly string[];
  /** The scorecard that these folded words are a name of, even where they mean something else too ("theatres"); or undefined. */
  scorecardNamed(words: readonly string[]): string | undefined;
  /** Names of metrics that other words may stand within. */
  readonly gapped: readonly GappedName[];
  /** The measures that words speak for, whether or not they name one. */
  readonly likely: MeasureWords['likely'];
  /** Folded phrases that say again what a metric counts, longest first; none for a metric without. */
  restated(metric: string): readonly (readonly string[])[];
  /** The longest phrase, in words. */
  readonly longest: number;
  /** Whether a phrase may begin with these words; so too where none does, but never not where one does. */
  mayBegin(words: readonly string[]): boolean;
  /** The same where no words name a scorecard: those that do ("CpWAU by CMG") mean what they mean one by one. */
  readonly withoutScorecards: Pick<Vocabulary, 'meaningOf' | 'scorecardNamed'>;
}

/** Builds the vocabulary of a catalogue; `periodWords` are the words of the period grammar. */
export function buildVocabulary(catalogue: Catalogue, periodWords: Iterable<string>): Vocabulary {
  const claims = new Map<string, Phrase[]>();
  const meanings = new Map<string, Meaning>();
  const known = new Set<string>();
  const names = new Map<string, Set<string>>();
  let longest = 1;
  const learn = (words: readonly string[]): string => {
    words.forEach((word) => known.add(word));
    longest = Math.max(longest, words.length);
    return phraseKey(words);
  };
  const phrases = cataloguePhrases(catalogue);
  const parts = new Set(phrases.filter(({ meaning }) => meaning.kind === 'value').map(({ words }) => phraseKey(foldedWords(words))));
  for (const phrase of phrases) {
    const words = foldedWords(phrase.words);
    // What leads to a code ("treatment function 120") is in no name.
    if (phrase.meaning.kind === 'metric' || (phrase.meaning.kind === 'value' && !/\d/.test(phrase.words))) {
      words.filter((word) => word.length > 3 && word !== 'adult').forEach((word) => names.set(word, (names.get(word) ?? new Set()).add(phrase.label)));
    }
    for (const form of variants(words, phrase.meaning.kind === 'metric' && !parts.has(phraseKey(words.slice(0, -1))))) {
      const key = learn(form);
      if (key !== '') {
        claims.set(key, [...(claims.get(key) ?? []), phrase]);
      }
    }
  }
  claims.forEach((phrases, key) => meanings.set(key, settled(phrases)));
  for (const ambiguity of catalogue.ambiguities) {
    ambiguity.words.forEach((words) => meanings.set(learn(foldedWords(words)), { kind: 'ambiguous', ambiguity }));
  }
  const sheets = new Map<string, string>();
  // What the names of scorecards mean where they name none.
  const otherwise = new Map<string, Meaning | undefined>();
  for (const { words, id } of scorecardPhrases(catalogue)) {
    const key = learn(words);
    sheets.set(key, sheets.get(key) ?? id);
    const kind = meanings.get(key)?.kind;
    // One word that is a name of something else too ("theatres") asks for a scorecard only with words that say so.
    if (kind === undefined || (words.length > 1 && kind !== 'metric' && kind !== 'ambiguous' && kind !== 'scorecard')) {
      otherwise.set(key, meanings.get(key));
      meanings.set(key, { kind: 'scorecard', id });
    }
  }
  for (const phrase of narrowingPhrases(catalogue)) {
    for (const key of variants(foldedWords(phrase.words), false).map(phraseKey)) {
      if (meanings.get(key)?.kind !== 'ambiguous') {
        otherwise.set(key, settled([...claims.get(key) ?? [], phrase]));
      }
    }
  }
  for (const [phrase, meaning] of grammarMeanings()) {
    const key = learn(foldedWords(phrase));
    if (!meanings.has(key)) {
      meanings.set(key, meaning);
    } else if (otherwise.has(key)) {
      otherwise.set(key, otherwise.get(key) ?? meaning);
    }
  }
  [...FUNCTION_WORDS, ...periodWords].forEach((word) => known.add(fold(word)));
  const gapped = gappedNames(catalogue);
  gapped.forEach(({ words }) => words.forEach((word) => known.add(word)));
  const restated = restatedPhrases(catalogue);
  restated.forEach((phrases) => phrases.flat().forEach((word) => known.add(word)));
  return freezeVocabulary({ meanings, otherwise, known, names, sheets, gapped, restated, longest, likely: measureWords(catalogue).likely });
}

interface Learnt {
  readonly meanings: ReadonlyMap<string, Meaning>;
  readonly otherwise: ReadonlyMap<string, Meaning | undefined>;
  readonly known: ReadonlySet<string>;
  readonly names: ReadonlyMap<string, ReadonlySet<string>>;
  readonly sheets: ReadonlyMap<string, string>;
  readonly gapped: readonly GappedName[];
  readonly restated: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly longest: number;
  readonly likely: MeasureWords['likely'];
}

function freezeVocabulary({ meanings, otherwise, known, names, sheets, gapped, restated, longest, likely }: Learnt): Vocabulary {
  const allWords = [...new Set([...known, ...INFLECTED])].filter((word) => word.length > 3 && /^\p{L}+$/u.test(word));
  const reach = new Map<string, number>();
  meanings.forEach((_meaning, key) => reach.set(key.slice(0, LETTERS), Math.max(reach.get(key.slice(0, LETTERS)) ?? 0, key.length)));
  return {
    meaningOf: (words) => lookedUp(words, (key) => meanings.get(key)),
    withoutScorecards: {
      meaningOf: (words) => lookedUp(words, (key) => (otherwise.has(key) ? otherwise.get(key) : meanings.get(key))),
      scorecardNamed: () => undefined,
    },
    knows: (word) => known.has(word) || meanings.has(phraseKey([word])),
    allWords,
    shortWords: [...known].filter((word) => /^\p{L}{3}$/u.test(word)),
    namesWith: (word) => [...(names.get(word) ?? [])].sort((a, b) => a.length - b.length),
    scorecardNamed: (words) => sheets.get(phraseKey(words)),
    gapped,
    likely,
    restated: (metric) => restated.get(metric) ?? [],
    longest,
    mayBegin(words) {
      const letters = words.join('');
      // A plural's s is no part of a name, and what is joined by a mark is looked up in more ways than one.
      return letters.length < LETTERS || /[-&/]/.test(letters) || (reach.get(letters.slice(0, LETTERS)) ?? -1) + 1 >= letters.length;
    },
  };
}

/** The meaning of a run of words, as they stand, without the s of a short form, or without what joins them. */
function lookedUp(words: readonly string[], meaning: (key: string) => Meaning | undefined): Meaning | undefined {
  const key = phraseKey(words);
  // "Was it us": words that only join others are no name, whatever their letters come to.
  if (words.length > 1 && words.every((word) => FUNCTION_WORDS.has(word) || word === 'u') && meaning(phraseKey([key.replace(/s$/, '')]))?.kind === 'value') {
    return undefined;
  }
  return meaning(key)
    ?? (words.length > 1 && /^\p{L}{1,2}s$/u.test(words.at(-1) ?? '') ? meaning(key.slice(0, -1)) : undefined)
    ?? (words.indexOf('-') > 0 && words.at(-1) !== '-' ? meaning(phraseKey(words.filter((word) => word !== '-'))) : undefined);
}

/** Phrases are told apart by so many of their first letters before they are looked up. */
const LETTERS = 5;

function* grammarMeanings(): Generator<readonly [string, Meaning]> {
  for (const [role, phrases] of entries<Role>(ROLE_PHRASES)) {
    for (const phrase of phrases) {
      yield [phrase, { kind: 'role', role }];
    }
  }
  for (const [feature, phrases] of entries<Feature>(UNSUPPORTED_PHRASES)) {
    for (const phrase of phrases) {
      yield [phrase, { kind: 'unsupported', feature }];
    }
  }
}

function entries<Key extends string>(record: Readonly<Record<Key, readonly string[]>>): readonly (readonly [Key, readonly string[]])[] {
  // Object.entries forgets the key's type; the record is total over Key.
  return Object.entries<readonly string[]>(record) as [Key, readonly string[]][];
}

const RANK: Readonly<Record<Meaning['kind'], number>> = {
  ambiguous: 0, scorecard: 1, metric: 1, value: 1, 'not-held': 2, milestone: 2, dimension: 3, scope: 4, group: 5, role: 6, unsupported: 6, number: 7, ages: 7,
};

/** One meaning for a phrase: the strongest claim, or a choice where several different things claim it alike. */
function settled(phrases: readonly Phrase[]): Meaning {
  const best = Math.min(...phrases.map(({ meaning }) => RANK[meaning.kind]));
  const strongest = phrases.filter(({ meaning }) => RANK[meaning.kind] === best);
  const [first] = strongest;
  if (first === undefined) {
    return { kind: 'scope' };
  }
  const distinct = new Map(strongest.map((phrase) => [JSON.stringify(phrase.meaning), phrase]));
  const values = strongest.flatMap(({ meaning }) => (meaning.kind === 'value' ? [meaning] : []));
  const dimensions = new Set(values.map(({ dimension }) => dimension));
  if (distinct.size > 1 && dimensions.size === distinct.size && values.length === strongest.length) {
    return ofSeveralDimensions(values);
  }
  const choosing = first.meaning.kind === 'metric' || first.meaning.kind === 'value';
  return distinct.size === 1 || !choosing ? first.meaning : { kind: 'ambiguous', ambiguity: choice(first.words, [...distinct.values()]) };
}

/** One name for values of several dimensions ("respiratory physiology", a specialty and a line of the contract). */
function ofSeveralDimensions(values: readonly NamedValue[]): Meaning {
  const [first, ...rest] = [...new Map(values.map((value) => [value.dimension, value])).values()];
  return first === undefined ? { kind: 'scope' } : { ...first, rivals: rest };
}

function choice(words: string, phrases: readonly Phrase[]): Ambiguity {
  const labels = phrases.map(({ label }) => label);
  const readings = phrases.map(({ meaning, label }) => (
    labels.filter((other) => other === label).length > 1 && meaning.kind === 'value' && meaning.dimension === 'specialty'
      ? `TFC ${meaning.keys.join(' ')}`
      : label));
  return { words: [words], ask: `Which do you mean by “${words}”?`, readings, default: null, about: {}, today: null };
}
