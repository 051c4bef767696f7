import { addMonths } from '../../src/calendar/day';
import { financialYearPeriod, monthPeriod, rangePeriod } from '../../src/calendar/period';
import type { Figure, TrendPoint } from '../../src/engine/result';
import { findingOf } from '../../src/watches/finding';
import { SMALL_CATALOGUE } from '../engine/small-catalogue';
import { judged, quotient, resultFor } from './measured-result';

const HIDDEN: Figure = { numerator: null, denominator: null, value: null, hidden: true };
const DNA = SMALL_CATALOGUE.metrics.get('dna-rate');

/** The months up to June 2024, the last one last; null where one is hidden. */
const monthsTo = (values: readonly (number | null)[]): readonly TrendPoint[] => values.map((value, at) => ({
  period: addMonths('2024-06-01', at + 1 - values.length).slice(0, 7), span: 'month', figure: value === null ? HIDDEN : quotient(value, 1_000), complete: true, immature: false,
}));
const swinging = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => (at % 2 === 0 ? 71 : 69));
/** 20 months of which the third and the fifth from the end are hidden, so that two follow one another. */
const broken = monthsTo(swinging(20).map((value, at) => (at === 15 || at === 17 ? null : value)));

describe('an alert of a real change', () => {
  const found = (run: readonly TrendPoint[]) => {
    if (DNA === undefined) throw new Error('no metric');
    return findingOf(judged(resultFor('dna-rate', quotient(69, 1_000), { period: monthPeriod(2024, 6), run }), { intent: 'value', filters: { specialty: ['120'] } }).answer, { kind: 'special-cause' }, DNA);
  };

  test('that cannot be judged for months that are hidden does not say that they are not held', () => {
    expect(found(broken)).toEqual({ kind: 'unknown', why: 'a change is told from chance on 12 months in a row, and 2 of its 20 months are hidden so that nobody can be recognised' });
    expect(found(monthsTo([...swinging(19), null]))).toMatchObject({ kind: 'clear' });
  });

  test('of which months are not held says so as before', () => {
    expect(found(monthsTo(swinging(5)))).toEqual({ kind: 'unknown', why: 'a change is told from chance on 12 months in a row, of which 5 are held' });
  });
});

describe('where a figure is heading', () => {
  const [soFar, year] = [rangePeriod('2024-04-01', '2024-06-30'), financialYearPeriod(2024)];
  const figure = quotient(210, 3_000);
  const heading = (run: readonly TrendPoint[], query: object = {}) => judged(
    resultFor('dna-rate', figure, { period: soFar, run, outlook: { isLatest: true, isAdditive: false, course: { figure, soFar, period: year, gone: 3, of: 12, step: 'month', complete: true } } }),
    { intent: 'projection', period: year, filters: { specialty: ['120'] }, ...query },
  );

  test('has no range for months that are hidden, and says that it is for them', () => {
    expect(heading(broken).metric.projection).toMatchObject({ range: null, method: expect.stringContaining('No range is given for its end: 2 of its 20 months are hidden so that nobody can be recognised, and too few others follow one another to say how far it varies.') as string });
  });

  test('is told of the stretch that is hidden, and not of the month that was asked about', () => {
    const hidden = resultFor('dna-rate', HIDDEN, { period: soFar, outlook: { isLatest: true, isAdditive: false, course: null } });
    const said = /^DNA rate for ENT is hidden from April to June 2024.*, because 1 to 7 people could be recognised/;
    expect(judged(hidden, { intent: 'projection', period: year, filters: { specialty: ['120'] } }).answer.headline).toMatch(said);
    expect(judged(hidden, { intent: 'projection', period: monthPeriod(2025, 3), filters: { specialty: ['120'] }, aim: { value: 0.055 } }).answer.headline).toMatch(said);
  });

  test('is not projected to a figure of somebody\'s own for months that are hidden, and says that it is for them', () => {
    expect(heading(broken, { aim: { value: 0.055 } }).answer.headline).toMatch(/^Not projected: DNA rate for ENT for March 2025, because 2 of its 20 months are hidden so that nobody can be recognised, and too few others follow one another to say how far they vary\./);
  });
});
