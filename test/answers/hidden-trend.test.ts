import path from 'node:path';
import { addMonths } from '../../src/calendar/day';
import { monthPeriod, rollingPeriod } from '../../src/calendar/period';
import { createCards } from '../../src/cards/create-cards';
import type { Figure, TrendPoint } from '../../src/engine/result';
import { elements } from '../cards/walk';
import { judged, quotient, resultFor } from './measured-result';

const HIDDEN: Figure = { numerator: null, denominator: null, value: null, hidden: true };
const WHY = '1 to 7 people could be recognised, or worked out from the rest';
const provenance = { ...resultFor('dna-rate', HIDDEN).provenance, through: '2024-06-30' };
const ent = { specialty: ['120'] };
const cards = createCards({ templatesFolder: path.join(__dirname, '../../cards'), chartAddress: () => 'https://tally.example/chart.png' });

/** The months up to June 2024 as missed of a thousand; `*` where one is hidden, null where none is held. */
const monthsTo = (values: readonly (number | '*' | null)[]): readonly TrendPoint[] => values.map((value, at) => ({
  period: addMonths('2024-06-01', at + 1 - values.length).slice(0, 7), span: 'month', immature: false, complete: value !== null,
  figure: value === '*' ? HIDDEN : value === null ? { ...HIDDEN, hidden: false } : quotient(value, 1_000),
}));
const trendOf = (values: readonly (number | '*' | null)[], figure: Figure = quotient(70, 1_000)) =>
  judged(resultFor('dna-rate', figure, { provenance, period: rollingPeriod('2024-06-30', 12), trend: monthsTo(values) }), { intent: 'trend', filters: ent }).answer;
const hidden = (count: number): readonly '*'[] => Array.from({ length: count }, () => '*');

describe('a trend of which months are hidden', () => {
  const lead = 'Off target: DNA rate for ENT 7.0% in the 12 months to June 2024, 2.0 percentage points over (target below 5%).';

  test('says how many are, and of the others between what they ran', () => {
    expect(trendOf([...hidden(8), 0, 62, 70, 0]).headline).toBe(`${lead} 8 of its 12 months are hidden so that nobody can be recognised. In the 4 that are shown it ran between 0.0% (March 2024) and 7.0% (May 2024).`);
  });

  test('is not said to have run between nought and nought', () => {
    expect(trendOf([...hidden(9), 0, 0, 0]).headline).toBe(`${lead} 9 of its 12 months are hidden so that nobody can be recognised. In the 3 that are shown it was 0.0% throughout.`);
    expect(trendOf([0, 0, 0]).headline).toBe(`${lead} From April 2024 to June 2024 it was 0.0% throughout.`);
  });

  test('says so where one month alone is shown, or none', () => {
    expect(trendOf([...hidden(11), 62]).headline).toBe(`${lead} 11 of its 12 months are hidden so that nobody can be recognised. Only June 2024 is shown, at 6.2%.`);
    expect(trendOf([...hidden(9), null, null, null]).headline).toBe(`${lead} 9 of its 12 months are hidden so that nobody can be recognised. None is shown.`);
    expect(trendOf(hidden(12), HIDDEN).headline)
      .toBe(`DNA rate for ENT is hidden in the 12 months to June 2024, because ${WHY}; the target is below 5%. For the whole trust it may be shown. All of its 12 months are hidden so that nobody can be recognised.`);
  });

  test('tells whoever cannot see its picture how many months the picture does not show, once', () => {
    const pictureOf = (answer: ReturnType<typeof trendOf>): string => elements(cards.render(answer)).filter(({ url }) => String(url).endsWith('chart.png')).map(({ altText }) => String(altText)).find((text) => text.includes('DNA rate')) ?? '';
    expect(pictureOf(trendOf([...hidden(8), 0, 62, 70, 0])).match(/8 of its 12 months are hidden/g)).toHaveLength(1);
    const { answer } = judged(resultFor('dna-rate', quotient(70, 1_000), { period: monthPeriod(2024, 6), trend: monthsTo([...hidden(8), 62, 71, 70]) }), { intent: 'value', filters: ent });
    expect(pictureOf(answer)).toBe(`8 of its 11 months are hidden so that nobody can be recognised. ${answer.headline}`);
  });
});
