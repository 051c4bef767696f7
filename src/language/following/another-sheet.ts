import type { Query } from '../../engine/query';
import type { Case } from '../frame/case';
import { foldedWords } from '../vocabulary/phrase';
import { FUNCTION_WORDS } from '../words/function-words';
import type { Lean } from './leads';

/** "Same for diagnostics" after the scorecard of theatres: another scorecard, for what was asked of the first. */
export function anotherSheet(text: string, before: Query, leans: ReadonlySet<Lean>, open: (text: string) => Case, words: (query: Query) => string): string | null {
  if (before.scorecard === null || leans.size === 0) {
    return null;
  }
  const { frame, folded, spans, ground: { catalogue, vocabulary } } = open(text);
  const [named, second] = [...frame.groups, ...frame.bare, ...frame.scorecards].map(({ span }) => vocabulary.scorecardNamed(folded.slice(span.start, span.end)) ?? (span.meaning.kind === 'scorecard' ? span.meaning.id : undefined));
  const only = spans.every(({ meaning, start }) => ['group', 'dimension', 'scorecard', 'role'].includes(meaning.kind) || folded[start] === 'one');
  if (named !== undefined) {
    return second === undefined && only ? words({ ...before, scorecard: named }) : null;
  }
  // "And the lag ones": what is said is in the name of one other.
  const own = nameWords(catalogue.scorecards.get(before.scorecard)?.name ?? '');
  const said = folded.filter((word) => !FUNCTION_WORDS.has(word));
  const others = [...catalogue.scorecards.values()].filter(({ id, name }) => id !== before.scorecard && said.length > 0 && said.every((word) => nameWords(name).includes(word) || own.includes(word)) && said.some((word) => !own.includes(word)));
  return others.length === 1 ? words({ ...before, scorecard: others[0]?.id ?? before.scorecard }) : null;
}

const nameWords = (name: string): readonly string[] => foldedWords(name);
