import type { Query } from '../../engine/query';
import type { Ground } from '../frame/case';
import { queryWords } from '../query-words';
import type { Reading } from '../reading';
import { followUp, type Following } from './follow-up';

/** What somebody said before: the question that was answered last, and what a question back offered since. */
interface SaidBefore {
  readonly context: Query | null;
  readonly offered: readonly string[];
}

/**
 * "What's the main reason", typed where "which cancellations?" was asked: it leans on what was offered and not on the
 * answer before that, which was about something else. It is asked again with each of them. Null where what was offered is
 * about the same as that answer, or where the words are a question by themselves.
 */
export function ofWhatWasOffered(text: string, { context, offered }: SaidBefore, ground: Ground, following: Following): Reading | null {
  const queries = offered.flatMap((option) => {
    const reading = following.read(option);
    return reading.kind === 'query' ? [reading.query] : [];
  });
  const isOfTheSame = queries.some(({ metrics, scorecard }) => context !== null && (metrics.some((id) => context.metrics.includes(id)) || (scorecard !== null && scorecard === context.scorecard)));
  if (queries.length === 0 || isOfTheSame) {
    return null;
  }
  const options = queries.flatMap((query) => {
    const reading = followUp(text, query, following);
    return reading?.kind === 'query' ? [queryWords(reading.query, ground, { usual: true })] : reading?.kind === 'clarify' ? reading.options.slice(0, 1) : [];
  });
  const [only, second] = [...new Set(options)];
  return only === undefined ? null : second === undefined ? following.read(only) : { kind: 'clarify', ask: 'Of which of these?', options: [...new Set(options)], query: null };
}
