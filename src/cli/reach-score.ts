import type { Query } from '../engine/query';
import type { Reading } from '../language/reading';
import type { ExpectedOutcome, ExpectedQuery, ExpectedQuestion } from './question-file';

/**
 * How one question fared.
 * - `right`: the outcome and every field of the query are as expected
 * - `wrong`: answered with another metric, filter or period, or though it has no answer: a wrong answer that looks right
 * - `amiss`: answered with the right metric, filters and period, and another field different
 * - `asked`: it has an answer and was asked back; `offered` says at which place the right reading stands
 * - `at-a-loss`: it has an answer and was not understood
 * - `otherwise`: no answer was expected, none was given, and it was another outcome than expected
 */
export type Verdict = 'right' | 'wrong' | 'amiss' | 'asked' | 'at-a-loss' | 'otherwise';

export interface Scored {
  readonly question: ExpectedQuestion;
  readonly reading: Reading;
  readonly verdict: Verdict;
  /** For a question back: the place of the right reading among its options, from 1; null where it is not among them, or none is known. */
  readonly offered: number | null;
  /** The fields of the query that differ from what was expected. */
  readonly differ: readonly string[];
}

/** The fields in which a difference makes a wrong answer look right. */
const GRAVE: ReadonlySet<string> = new Set(['metrics', 'scorecard', 'period', 'filters', 'excluding']);

/** Judges one reading. `again` reads an option as a question of its own. */
export function scoreOf(question: ExpectedQuestion, reading: Reading, again: (text: string) => Reading): Scored {
  const queries = question.query === null ? question.alt : [question.query, ...question.alt];
  const outcomes: readonly ExpectedOutcome[] = [question.outcome, ...question.ok];
  const answerable = outcomes.includes('answered') || outcomes.includes('no-data');
  const scored = (verdict: Verdict, more: Partial<Pick<Scored, 'offered' | 'differ'>> = {}): Scored => (
    { question, reading, verdict, offered: null, differ: [], ...more });
  switch (reading.kind) {
    case 'query': {
      const differ = nearest(reading.query, queries);
      if (queries.length > 0 && differ.length === 0) {
        // A reading that was to be asked back and is answered as most likely meant is not asked for what it might have been.
        return scored(answerable ? 'right' : 'wrong', { differ: answerable ? [] : ['outcome'] });
      }
      const grave = !answerable || queries.length === 0 || differ.some((field) => GRAVE.has(field));
      return scored(grave ? 'wrong' : 'amiss', { differ: answerable && queries.length > 0 ? differ : ['outcome'] });
    }
    case 'clarify': {
      const place = reading.options.findIndex((option) => {
        const read = again(option);
        return read.kind === 'query' && nearest(read.query, queries).length === 0;
      });
      const offered = place < 0 ? null : place + 1;
      return scored(outcomes.includes('clarify') ? 'right' : question.outcome === 'answered' || question.outcome === 'no-data' ? 'asked' : 'otherwise', { offered });
    }
    case 'unknown': {
      const expected = outcomes.includes('unknown') || (outcomes.includes('clarify') && question.query === null);
      return scored(expected ? 'right' : answerable ? 'at-a-loss' : 'otherwise');
    }
    case 'refused':
      return scored(outcomes.includes('refused') ? 'right' : answerable ? 'at-a-loss' : 'otherwise');
    // Questions are judged, and a question that is carried out instead is the worst that can become of it.
    case 'command': return scored('wrong', { differ: ['outcome'] });
  }
}

/** The fields that differ from the expected query that is nearest; every field where none is expected. */
function nearest(query: Query, expected: readonly ExpectedQuery[]): readonly string[] {
  const differences = expected.map((one) => differing(query, one));
  const weight = (fields: readonly string[]): number => fields.length + fields.filter((field) => GRAVE.has(field)).length * 10;
  return differences.sort((a, b) => weight(a) - weight(b))[0] ?? ['outcome'];
}

function differing(query: Query, expected: ExpectedQuery): readonly string[] {
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['intent', query.intent, expected.intent],
    ['metrics', [...query.metrics].sort(), [...expected.metrics].sort()],
    ['scorecard', query.scorecard, expected.scorecard],
    ['period', query.period === null ? null : [query.period.from, query.period.to], expected.period],
    ['filters', sorted(query.filters), sorted(expected.filters)],
    ['excluding', sorted(query.excluding), sorted(expected.excluding)],
    ['having', query.having, expected.having],
    ['by', [query.by ?? []].flat(), [expected.by ?? []].flat()],
    // How others do is asked of the trust's own peers where nobody else is named.
    ['versus', versusOf(query.versus ?? beside(query.intent)), versusOf(expected.versus ?? beside(expected.intent))],
    ['order', query.order, expected.order],
    ['limit', query.limit, expected.limit],
  ];
  return pairs.filter(([, ours, theirs]) => JSON.stringify(ours) !== JSON.stringify(theirs)).map(([field]) => field);
}

const beside = (intent: Query['intent']): 'peers' | null => (intent === 'peers' ? 'peers' : null);

function versusOf(versus: Query['versus'] | ExpectedQuery['versus']): unknown {
  if (versus === null || typeof versus === 'string') {
    return versus;
  }
  if ('filters' in versus) {
    return { filters: sorted(versus.filters) };
  }
  const { period } = versus;
  return { period: 'from' in period ? [period.from, period.to] : period };
}

function sorted(selection: Readonly<Record<string, readonly string[]>>): unknown {
  return Object.entries(selection).map(([dimension, keys]) => [dimension, [...keys].sort()]).sort();
}
