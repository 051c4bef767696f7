import * as styles from './catalogue-questions';
import type { Meant, Question } from './catalogue-questions';
import { read } from './trust-language';

function whole(meant: Meant): unknown {
  const [from, to] = meant.days ?? ['2026-10-01', '2026-10-31'];
  const period: unknown = expect.objectContaining({ from, to });
  return {
    intent: meant.intent ?? 'value',
    metrics: meant.metrics ?? [],
    scorecard: meant.scorecard ?? null,
    period,
    filters: meant.filters ?? {},
    excluding: meant.excluding ?? {},
    having: meant.having ?? null,
    by: meant.by ?? null,
    versus: meant.versus ?? null,
    order: meant.order ?? null,
    limit: meant.limit ?? null,
  };
}

describe.each(Object.entries(styles))('questions about %s', (_style, questions) => {
  test.each(questions.map(([words, meant]: Question) => ({ words, meant })))('$words', ({ words, meant }) => {
    const reading = read(words);
    expect(reading.kind === 'query' ? reading.query : reading).toEqual(whole(meant));
  });
});
