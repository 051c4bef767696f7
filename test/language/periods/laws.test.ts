import fc from 'fast-check';
import { addDays, dayLabel, monthName } from '../../../src/calendar/day';
import {
  calendarYearPeriod, dayPeriod, financialYearPeriod, halfPeriod, monthPeriod, quarterPeriod, rangePeriod, rollingPeriod, weekPeriod,
  yearToDatePeriod, type Period,
} from '../../../src/calendar/period';
import { financialMonth, financialYearName, financialYear } from '../../../src/calendar/financial-year';
import { findPeriod, findPeriods } from '../../../src/language/periods/find-period';
import { bookedOn, heldOn, readPhrase, told } from './reading';

const TODAY = '2026-11-21';
const years = fc.integer({ min: 2019, max: 2026 });
const months = fc.integer({ min: 1, max: 12 });
const days = fc.integer({ min: 0, max: 2790 }).map((count) => addDays('2019-04-01', count));

const WORDS = [
  'may', 'march', 'april', 'jun', '24', '25', '2025', '24/25', '24/5', '03/04', 'q1', 'm2', 'h1', 'fy25', 'fy', 'last', 'this', 'next', 'the', 'to',
  '-', 'and', 'between', 'from', 'since', 'until', 'before', 'week', 'ending', 'w/c', 'month', 'months', 'year', 'quarter', 'day', 'days', 'rolling',
  '12', '3', '14th', '31', 'ytd', 'mtd', 'date', 'so', 'far', 'same', 'ago', 'a', 'year', 'today', 'monday', 'sun', 'vs', 'compare', '14/07/2024',
  '31/02/2024', '2024-05', 'apr-jun', 'first', 'second', 'half', 'of', 'in', 'calendar', 'financial', 'up', 'previous', 'few', 'as', 'at', 'dna', 'ent', '',
];

describe('the laws of the period grammar', () => {
  it('reads one month in all its spellings as the same month', () => {
    fc.assert(fc.property(years, months, (year, month) => {
      const name = monthName(month);
      const two = String(month).padStart(2, '0');
      const short = String(year % 100);
      const first = `${year}-${two}-01`;
      const financial = financialYearName(financialYear(first));
      const spellings = [
        `${name} ${year}`, `${name} ${short}`, `${name}-${short}`, `${name.slice(0, 3)}-${short}`, `${name.slice(0, 3)} ${year}`, `${name.slice(0, 3)}${short}`,
        `${name} '${short}`, `${two}/${year}`, `${month}/${year}`, `${name} ${financial}`, `M${financialMonth(first)} ${financial}`,
        `${financial} M${financialMonth(first)}`, `month ${financialMonth(first)} of ${financial.slice(2)}`, `the month of ${name} ${year}`,
      ];
      const expected = monthPeriod(year, month);
      for (const spelling of spellings) {
        expect([spelling, ...told(readPhrase(spelling, TODAY))]).toEqual([spelling, `${expected.from} ${expected.to} month`]);
      }
    }));
  });

  it('reads one day in all its spellings as the same day', () => {
    fc.assert(fc.property(days, (day) => {
      const [year = '', month = '', date = ''] = day.split('-');
      const name = monthName(Number(month));
      const spellings = [
        dayLabel(day), `${date}/${month}/${year}`, `${Number(date)}/${Number(month)}/${year}`, `${date}.${month}.${year.slice(2)}`, `${date}-${month}-${year}`, day,
        `${date}-${name.slice(0, 3)}-${year.slice(2)}`, `${date}${name.slice(0, 3)}${year.slice(2)}`, `the ${Number(date)}th of ${name} ${year}`, `${name} ${Number(date)}th ${year}`,
      ];
      for (const spelling of spellings) {
        expect([spelling, ...told(readPhrase(spelling, TODAY))]).toEqual([spelling, `${day} ${day} day`]);
      }
    }));
  });

  it('reads every label back as the period it names', () => {
    const labelled: fc.Arbitrary<Period> = fc.oneof(
      days.map(dayPeriod), days.map(weekPeriod), fc.tuple(years, months).map(([year, month]) => monthPeriod(year, month)),
      fc.tuple(years, fc.integer({ min: 1, max: 4 })).map(([year, quarter]) => quarterPeriod(year, quarter)),
      fc.tuple(years, fc.constantFrom(1, 2)).map(([year, half]) => halfPeriod(year, half)), years.map(financialYearPeriod), years.map(calendarYearPeriod),
      days.map(yearToDatePeriod), fc.tuple(days, fc.integer({ min: 1, max: 36 })).map(([day, count]) => rollingPeriod(day, count)),
      fc.tuple(days, fc.integer({ min: 1, max: 500 })).map(([day, count]) => rangePeriod(day, addDays(day, count))),
    );
    fc.assert(fc.property(labelled, (period) => {
      const readings = readPhrase(period.label, TODAY);
      expect(readings).toHaveLength(1);
      const [reading] = readings;
      const read = reading?.kind === 'period' ? reading.period : null;
      expect([period.label, read?.from, read?.to]).toEqual([period.label, period.from, period.to]);
      expect(reading?.end).toBe(period.label.split(' ').length);
    }), { numRuns: 300 });
  });

  it('never throws, never runs backwards, and keeps to the words it was given', () => {
    const today = fc.constantFrom(TODAY, '2024-02-29', '2025-04-01', '2024-03-31', '2026-10-26');
    fc.assert(fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 9 }), today, (tokens, now) => {
      let last = 0;
      for (const reading of findPeriods(tokens, heldOn(now), now)) {
        expect(reading.start).toBeGreaterThanOrEqual(last);
        expect(reading.end).toBeGreaterThan(reading.start);
        expect(reading.end).toBeLessThanOrEqual(tokens.length);
        last = reading.end;
        if (reading.kind === 'period') {
          expect(reading.period.from <= reading.period.to).toBe(true);
          expect(reading.period.label.length).toBeLessThanOrEqual(120);
        }
      }
    }), { numRuns: 1500 });
  });

  it('offers only phrases that it reads whole and asks nothing more about', () => {
    const helds = fc.constantFrom(heldOn(TODAY), bookedOn(TODAY, 42));
    fc.assert(fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 7 }), helds, (tokens, held) => {
      for (const reading of findPeriods(tokens, held, TODAY)) {
        for (const option of reading.kind === 'ask' ? reading.options : []) {
          const again = readPhrase(option, TODAY, held);
          expect([tokens.join(' '), option, again.map(({ kind, end }) => [kind, end])]).toEqual([tokens.join(' '), option, [['period', option.split(' ').length]]]);
        }
      }
    }), { numRuns: 1500 });
  });

  it('takes any text at all', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 12 }), (tokens) => {
      expect(() => findPeriod(tokens, heldOn(TODAY), TODAY)).not.toThrow();
    }), { numRuns: 500 });
  });

  it('is not brought down by a page of its own words', () => {
    for (const words of [['w/c'], ['so', 'far'], ['week', 'ending'], ['12', 'months', 'to'], ['may', 'to', 'june', 'and']]) {
      expect(() => findPeriods(Array.from({ length: 1500 }, (_, index) => words[index % words.length] ?? ''), heldOn(TODAY), TODAY)).not.toThrow();
    }
  });
});
