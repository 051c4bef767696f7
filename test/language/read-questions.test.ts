import * as styles from './questions';
import type { Asked, Expected } from './questions';
import { read } from './trust-language';

/** The whole query that an expectation stands for; a period is compared by its days. */
function whole(expected: Expected): Record<string, unknown> {
  const days = expected.days === undefined ? ['2026-10-01', '2026-10-31'] : expected.days;
  return {
    intent: expected.intent ?? 'value',
    metrics: expected.metrics,
    scorecard: null,
    period: days === null ? null : expect.objectContaining({ from: days[0], to: days[1] }),
    filters: expected.filters ?? {},
    excluding: expected.excluding ?? {},
    having: expected.having ?? null,
    by: expected.by ?? null,
    versus: expected.versus ?? null,
    order: expected.order ?? null,
    limit: expected.limit ?? null,
  };
}

describe.each(Object.entries(styles))('questions typed in the style %s', (_style, questions) => {
  test.each(questions.map(([question, expected]: Asked) => ({ question, expected })))('$question', ({ question, expected }) => {
    const reading = read(question);
    expect(reading).toMatchObject({ kind: 'query' });
    expect(reading.kind === 'query' ? reading.query : reading).toEqual(whole(expected));
  });
});
