import fc from 'fast-check';
import {
  addDays, addMonths, dayLabel, daysBetween, existingDay, londonDay, monthEnd, monthKey, monthLabel, monthStart, weekday, weekStart,
} from '../../src/calendar/day';

const anyDay = fc.date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('the day in London', () => {
  // Clocks go forward on 31 March 2024 and 29 March 2026 and back on 25 October 2026, at 01:00 UTC.
  it.each([
    ['2024-01-15T23:59:59Z', '2024-01-15'],
    ['2024-07-10T22:59:59Z', '2024-07-10'],
    ['2024-07-10T23:00:00Z', '2024-07-11'],
    ['2024-03-31T00:59:59Z', '2024-03-31'],
    ['2024-03-31T23:00:00Z', '2024-04-01'],
    ['2026-03-28T23:30:00Z', '2026-03-28'],
    ['2026-10-24T23:30:00Z', '2026-10-25'],
    ['2026-10-25T23:30:00Z', '2026-10-25'],
    ['2026-10-26T00:00:00Z', '2026-10-26'],
  ])('at %s is %s', (instant, day) => {
    expect(londonDay(Date.parse(instant))).toBe(day);
  });
});

describe('arithmetic of days', () => {
  it.each([
    ['2024-02-28', 1, '2024-02-29'], ['2023-02-28', 1, '2023-03-01'], ['2024-12-31', 1, '2025-01-01'], ['2024-03-01', -1, '2024-02-29'],
    ['2026-03-28', 2, '2026-03-30'], ['2026-10-24', 2, '2026-10-26'],
  ])('%s and %i days is %s', (day, count, expected) => {
    expect(addDays(day, count)).toBe(expected);
  });

  it.each([
    ['2024-01-31', 1, '2024-02-29'], ['2023-01-31', 1, '2023-02-28'], ['2024-03-31', -1, '2024-02-29'], ['2024-02-29', -12, '2023-02-28'],
    ['2024-11-15', 3, '2025-02-15'], ['2024-01-15', -1, '2023-12-15'], ['2024-05-31', 12, '2025-05-31'],
  ])('%s and %i months is %s', (day, count, expected) => {
    expect(addMonths(day, count)).toBe(expected);
  });

  it('knows the ends of months', () => {
    expect([monthStart('2024-02-17'), monthEnd('2024-02-17'), monthEnd('2023-02-01'), monthEnd('2024-12-05'), monthKey('2024-02-17')])
      .toEqual(['2024-02-01', '2024-02-29', '2023-02-28', '2024-12-31', '2024-02']);
  });

  it('begins weeks on Monday', () => {
    expect([weekStart('2024-07-08'), weekStart('2024-07-14'), weekStart('2024-07-15')]).toEqual(['2024-07-08', '2024-07-08', '2024-07-15']);
    expect([weekday('2024-07-08'), weekday('2024-07-14'), weekday('1969-12-31')]).toEqual([1, 7, 3]);
  });

  it('has no 31 June, and a 29 February in leap years alone', () => {
    expect([existingDay(2024, 6, 31), existingDay(2023, 2, 29), existingDay(2024, 2, 29), existingDay(2024, 13, 1), existingDay(2024, 1, 0)])
      .toEqual([null, null, '2024-02-29', null, null]);
  });

  it('names days and months as people write them', () => {
    expect([dayLabel('2024-07-01'), monthLabel('2024-05-31'), monthLabel('2024-05')]).toEqual(['1 July 2024', 'May 2024', 'May 2024']);
  });

  it('undoes what it did', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
      expect(addDays(addDays(day, count), -count)).toBe(day);
      expect(daysBetween(day, addDays(day, count))).toBe(count);
    }));
  });

  it('keeps a week Monday to Sunday around every day', () => {
    fc.assert(fc.property(anyDay, (day) => {
      expect(weekday(weekStart(day))).toBe(1);
      expect(daysBetween(weekStart(day), day)).toBeGreaterThanOrEqual(0);
      expect(daysBetween(weekStart(day), day)).toBeLessThan(7);
    }));
  });
});
