import { FUNCTION_WORDS } from '../words/function-words';
import type { Meaning } from '../vocabulary/meaning';
import type { Vocabulary } from '../vocabulary/vocabulary';
import { numberMeaning } from './number-words';
import type { Span } from './span';

interface Best {
  readonly score: number;
  readonly length: number;
  readonly meaning: Meaning | null;
}

/** A content word left uncovered outweighs any choice between phrases. */
const UNCOVERED = -10_000;
/** The square of its length speaks for a phrase, so that one long phrase beats the short ones inside it. */
const LENGTH = 10;
/** "By cancellation reason for ENT": the last word of a phrase of grammar binds it less than a name is bound. */
const TRAILING = 2;
/** Between equals, a phrase of the catalogue is preferred to a phrase of grammar. */
const CATALOGUE = 1;

/**
 * Covers folded words with phrases of the vocabulary: as many words as possible, in phrases as long as possible.
 * `taken` marks words that already belong to something else, across which no phrase may reach; `pauses` those that a
 * comma stands before, across which only a name with commas in it may ("Renal, Respiratory, Cardiac & Vascular").
 */
export function spotPhrases(words: readonly string[], vocabulary: Vocabulary, taken: ReadonlySet<number>, pauses: ReadonlySet<number> = new Set()): readonly Span[] {
  const best: Best[] = Array.from({ length: words.length + 1 }, () => ({ score: 0, length: 1, meaning: null }));
  for (let at = words.length - 1; at >= 0; at -= 1) {
    best[at] = bestFrom(words, at, { vocabulary, taken, pauses }, best);
  }
  const spans: Span[] = [];
  for (let at = 0; at < words.length;) {
    const { length, meaning } = best[at] ?? { length: 1, meaning: null };
    if (meaning !== null) {
      spans.push({ start: at, end: at + length, meaning });
    }
    at += length;
  }
  return spans;
}

interface Spotted {
  readonly vocabulary: Vocabulary;
  readonly taken: ReadonlySet<number>;
  readonly pauses: ReadonlySet<number>;
}

function bestFrom(words: readonly string[], at: number, { vocabulary, taken, pauses }: Spotted, best: readonly Best[]): Best {
  const after = (length: number): number => best[at + length]?.score ?? 0;
  const word = words[at] ?? '';
  const free = taken.has(at) || FUNCTION_WORDS.has(word);
  let chosen: Best = { score: after(1) + (free ? 0 : UNCOVERED), length: 1, meaning: null };
  let pauseInside = false;
  for (let length = 1; length <= vocabulary.longest && at + length <= words.length && !taken.has(at + length - 1); length += 1) {
    pauseInside = pauseInside || (length > 1 && pauses.has(at + length - 1));
    const run = words.slice(at, at + length);
    if (length > 1 && !vocabulary.mayBegin(run)) {
      break;
    }
    const meaning = vocabulary.meaningOf(run) ?? (length === 1 ? numberMeaning(word) : undefined);
    if (meaning === undefined || (pauseInside && meaning.kind !== 'value' && meaning.kind !== 'scorecard')) {
      continue;
    }
    const grammar = meaning.kind === 'role' || meaning.kind === 'unsupported';
    const trails = grammar && length > 1 && FUNCTION_WORDS.has(run.at(-1) ?? '');
    const score = after(length) + (length * length - (trails ? TRAILING : 0)) * LENGTH + (grammar ? 0 : CATALOGUE);
    if (score > chosen.score) {
      chosen = { score, length, meaning };
    }
  }
  return chosen;
}
