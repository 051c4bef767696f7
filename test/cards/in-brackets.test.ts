import path from 'node:path';
import type { Answer } from '../../src/answers/answer';
import { defineMetric } from '../../src/answers/definition';
import { answerFromResult } from '../../src/answers/from-result';
import { PLAIN } from '../../src/answers/from-reading';
import { inBrackets, withBrackets } from '../../src/answers/in-brackets';
import { financialYearPeriod, monthPeriod, rollingPeriod, yearToDatePeriod, type Period } from '../../src/calendar/period';
import type { Metric } from '../../src/catalogue/metric';
import { createCards } from '../../src/cards/create-cards';
import { answerAsText } from '../../src/cli/answer-text';
import { querySchema } from '../../src/engine/query';
import type { Figure, MetricResult } from '../../src/engine/result';
import { quotient, resultFor, sum } from '../answers/measured-result';
import { ANSWERS } from '../fixtures/cards/answers';
import { CATALOGUE } from '../language/trust-language';
import { elements, texts } from './walk';

const cards = createCards({ templatesFolder: path.join(__dirname, '../../cards'), chartAddress: null });
const NESTED = /\([^()]*\(/;

/** Everything that an answer says, on its card, aloud, beside its pictures and in a terminal. */
const said = (answer: Answer): readonly string[] => {
  const card = cards.render(answer);
  return [...texts(card), card.speak, ...elements(card).map(({ altText }) => String(altText)), ...answerAsText('', answer).split('\n'), answer.headline, ...answer.lines];
};
const nested = (answer: Answer): readonly string[] => said(answer).filter((text) => NESTED.test(text));

/** A figure of the metric's own kind; below nought where it is what two things differ by. */
function figureOf({ kind, unit, denominator }: Metric, size: number): Figure {
  if (kind === 'difference') return { numerator: 100_000, denominator: 100_000 + size, value: -size, hidden: false };
  return kind === 'ratio' && denominator !== null ? quotient(unit === 'ratio' ? size : 4 * size, 10_000) : sum(size);
}

const LAST_DAY = '2024-06-10';
const MONTHS = Array.from({ length: 15 }, (_, at) => ({ period: `${at < 9 ? 2023 : 2024}-${String(((at + 3) % 12) + 1).padStart(2, '0')}`, size: 600 + 20 * (at % 3) }));

/** What an engine would give back of a stretch that is still being coded, with everything beside it that can be. */
function resultOf(metric: Metric, period: Period): MetricResult {
  const figure = figureOf(metric, 700);
  const before = figureOf(metric, 600);
  const trend = MONTHS.map((month, at) => ({ period: month.period, span: 'month' as const, figure: figureOf(metric, month.size), complete: true, immature: at === MONTHS.length - 1 }));
  const parts = ['110', '120'].map((key) => ({ keys: [key], from: figureOf(metric, 300), to: figureOf(metric, 350) }));
  return resultFor(metric.id, figure, {
    period, trend, run: trend,
    comparisons: [{ with: 'previous', label: 'April 2024', figure: before, complete: false }, { with: 'last-year', label: 'May 2023', figure: before, complete: true, over: { from: '2023-05-01', to: '2023-05-31' } }],
    groups: parts.map(({ keys, to }) => ({ keys, figure: to })),
    excluded: metric.exclude.map(({ because }) => ({ rows: 1_224, because })),
    drivers: { with: 'previous', period: monthPeriod(2024, 4), from: before, asAt: null, complete: false, by: ['specialty'], unsplit: null, parts },
    outlook: { course: { period: financialYearPeriod(2024), soFar: yearToDatePeriod('2024-05-31'), figure, step: 'month', gone: 2, of: 12, complete: true }, isAdditive: metric.kind !== 'ratio', isLatest: true },
    provenance: { ...resultFor(metric.id, figure).provenance, maturesOn: '2024-07-10', through: LAST_DAY, complete: false, provisional: true, stale: true },
  });
}

const KINDS: Readonly<Record<string, { readonly query: object; readonly period: Period; readonly showWorking?: boolean }>> = {
  value: { query: { intent: 'value' }, period: yearToDatePeriod('2024-06-30') },
  trend: { query: { intent: 'trend' }, period: rollingPeriod('2024-06-30', 15) },
  breakdown: { query: { intent: 'breakdown', by: 'specialty' }, period: monthPeriod(2024, 6) },
  ranking: { query: { intent: 'ranking', by: 'specialty', order: 'worst', limit: 2 }, period: monthPeriod(2024, 6) },
  comparison: { query: { intent: 'comparison', versus: 'last-year' }, period: monthPeriod(2024, 6) },
  explanation: { query: { intent: 'explanation' }, period: yearToDatePeriod('2024-06-30') },
  projection: { query: { intent: 'projection' }, period: yearToDatePeriod('2024-05-31') },
  working: { query: { intent: 'value' }, period: yearToDatePeriod('2024-06-30'), showWorking: true },
};
const METRICS = [...CATALOGUE.metrics.values()];

describe('nothing is said in brackets within brackets', () => {
  test.each(Object.entries(KINDS))('of any measure, as a card of the kind %s', (_kind, { query, period, showWorking = false }) => {
    for (const metric of METRICS) {
      const asked = querySchema.parse({ metrics: [metric.id], period, ...query });
      const answer = answerFromResult(CATALOGUE, { query: asked, metrics: [resultOf(metric, period)], scorecard: null }, { notes: [], said: [], showWorking });
      expect([metric.id, nested(answer)]).toEqual([metric.id, []]);
    }
  });

  test('of any measure, as its definition', () => {
    for (const metric of METRICS) {
      expect([metric.id, nested({ ...PLAIN, outcome: 'answered', query: null, headline: metric.name, definition: defineMetric(CATALOGUE, metric, '2024-07-11') })]).toEqual([metric.id, []]);
    }
  });

  // Text that is made to do harm is shown as it was written.
  test.each(Object.entries(ANSWERS).filter(([name]) => !name.startsWith('hostile')))('on the card of %s', (_name, answer) => {
    expect(nested(answer)).toEqual([]);
  });
});

test.each([
  ['Table 2', '(Table 2)'],
  ['appendix 3 ("from 8% to 5%")', '(appendix 3, "from 8% to 5%")'],
  ['(£44,493)', '(−£44,493)'],
  ['down (355) to (1,200)', '(down −355 to −1,200)'],
  ['Ward 7 (12) ("the (old) wing")', '(Ward 7, 12, "the, old wing")'],
  ['£5.7m (12.2%) below', '(£5.7m, 12.2% below)'],
])('%s goes into brackets as %s', (words, bracketed) => {
  expect(inBrackets(words)).toBe(bracketed);
});

test.each([
  ['in May 2024', 'to 10 May 2024 only', 'in May 2024 (to 10 May 2024 only)'],
  ['from April 2024 to June 2024 (year to date)', 'still being coded', 'from April 2024 to June 2024 (year to date; still being coded)'],
  // Money in brackets is below nought, and is joined with nothing.
  ['came to (£44,493)', 'provisional', 'came to (£44,493) (provisional)'],
])('%s and %s are said as one pair of brackets', (lead, words, joined) => {
  expect(withBrackets(lead, words)).toBe(joined);
});
