import type { Query } from '../../src/engine/query';
import type { HeldNow } from '../../src/language/language';
import { HELD, LANGUAGE, read } from './trust-language';

/** Thirteen months on, with everything held as many months further. */
const LATER: HeldNow = {
  today: '2027-12-21',
  coverage: Object.fromEntries(Object.entries(HELD.coverage).map(([name, table]) => [name, { ...table, to: `2027-12${table.to.slice(7).replace('-31', '-20')}`, bookedTo: '2028-01-31' }])),
};
const asked = (text: string, context: Query | null = null): Query => {
  const reading = read(text, HELD, context);
  if (reading.kind !== 'query') {
    throw new Error(`${text} was not read: ${reading.kind}`);
  }
  return reading.query;
};
const days = ({ period }: Query): readonly [string, string] | null => (period === null ? null : [period.from, period.to]);

describe('a question asked before, thirteen months later', () => {
  test.each([
    ['DNA rate last month', ['2026-10-01', '2026-10-31'], ['2027-11-01', '2027-11-30']],
    ['DNA rate this month', ['2026-11-01', '2026-11-30'], ['2027-12-01', '2027-12-31']],
    ['DNA rate', ['2026-10-01', '2026-10-31'], ['2027-11-01', '2027-11-30']],
    ['DNA rate last week', ['2026-11-09', '2026-11-15'], ['2027-12-13', '2027-12-19']],
    ['DNA rate yesterday', ['2026-11-20', '2026-11-20'], ['2027-12-20', '2027-12-20']],
    ['DNA rate ytd', ['2026-04-01', '2026-10-31'], ['2027-04-01', '2027-11-30']],
    ['DNA rate last 12 months', ['2025-11-01', '2026-10-31'], ['2026-12-01', '2027-11-30']],
    ['DNA rate fytd', ['2026-04-01', '2026-10-31'], ['2027-04-01', '2027-11-30']],
    ['theatres scorecard', ['2026-10-01', '2026-10-31'], ['2027-11-01', '2027-11-30']],
  ])('%s is of another time', (text, then, now) => {
    const query = asked(text);
    expect(days(query)).toEqual(then);
    expect(days(LANGUAGE.asOfNow(query, LATER))).toEqual(now);
  });

  test.each(['DNA rate May 24', 'DNA rate May', 'DNA rate Q1', 'DNA rate 24/25', 'DNA rate 3 June 2026', 'DNA rate last October', 'DNA rate H1 25/26', 'DNA rate calendar 2025', 'DNA rate week ending 15/11', 'DNA rate month 2', 'DNA rate since 1/4', 'DNA rate since 1st April'])('%s is of the same time still', (text) => {
    const reading = read(text);
    const query = reading.kind === 'query' ? reading.query : asked(reading.kind === 'clarify' ? reading.options[0] ?? '' : '');
    expect(LANGUAGE.asOfNow(query, LATER)).toEqual(query);
  });

  test('what has gone on since a month still begins with the month that was meant', () => {
    const query = asked('DNA rate since April');
    expect(days(query)).toEqual(['2026-04-01', '2026-11-20']);
    expect(days(LANGUAGE.asOfNow(query, LATER))).toEqual(days(query));
    const soon: HeldNow = { ...HELD, today: '2026-12-02', coverage: { ...HELD.coverage, outpatient_appointments: { ...HELD.coverage['outpatient_appointments'] ?? (() => { throw new Error('not held'); })(), to: '2026-12-01', bookedTo: '2026-12-01' } } };
    expect(days(LANGUAGE.asOfNow(query, soon))).toEqual(['2026-04-01', '2026-12-01']);
  });

  test('a time that came with a button, and a scorecard kept under a name, stay what they were', () => {
    const query = asked('DNA rate ytd');
    const pressed: Query = { ...query, period: query.period === null ? null : { ...query.period, asked: null } };
    expect(LANGUAGE.asOfNow(pressed, LATER)).toEqual(pressed);
    const kept = asked('freeze lead measures as board pack');
    expect(LANGUAGE.asOfNow(kept, LATER)).toEqual(kept);
  });

  test('on the day it was asked it is the same question', () => {
    for (const text of ['DNA rate last month', 'ACPL', 'income against plan ytd', 'theatres scorecard last month', 'DNA rate May vs last month', 'CpWAU rolling 12 months']) {
      const query = asked(text);
      expect(LANGUAGE.asOfNow(query, HELD)).toEqual(query);
    }
  });
});
