import { defaultPeriod } from '../../../src/language/periods/default-period';
import { heldOn, readPhrase } from './reading';

const notesOn = (phrase: string, today: string): readonly string[] =>
  readPhrase(phrase, today).flatMap((reading) => (reading.kind === 'period' ? reading.notes : []));

describe('what is said about a reading', () => {
  it.each([
    ['this month', '2025-04-01', 'Nothing is held for April 2025 yet: this is the latest month held, March 2025.'],
    ['YTD last year', '2025-04-01', 'No month of 2025/26 is complete yet: this is one year before April 2024 to March 2025 (year to date).'],
    ['YTD a year ago', '2025-04-01', 'This is one year before April 2024 to March 2025 (year to date), the latest that is held.'],
    ['week ending 14 July', '2026-11-21', '14 July 2026 is a Tuesday; its week runs from Monday 13 July 2026 to Sunday 19 July 2026.'],
    ['YTD', '2025-04-01', 'Nothing is held for 2025/26 yet: this is 2024/25 as far as it is held.'],
    ['this year', '2025-04-11', 'No month of 2025/26 is complete yet, so this runs to the latest day held, 10 April 2025.'],
    ['MTD', '2025-04-01', 'Nothing is held for this month yet: this is the month last held.'],
    ['24/05', '2026-11-21', '24/05 is read as May 2024; for the day, write 24 May 2026.'],
    ['Monday 14 July 2024', '2026-11-21', '14 July 2024 is a Sunday.'],
    ['week ending 12 July 2024', '2026-11-21', '12 July 2024 is a Friday; its week runs from Monday 8 July 2024 to Sunday 14 July 2024.'],
    ['w/c 9 July 2024', '2026-11-21', '9 July 2024 is a Tuesday; its week runs from Monday 8 July 2024 to Sunday 14 July 2024.'],
  ])('"%s" on %s', (phrase, today, note) => {
    expect(notesOn(phrase, today)).toEqual([note]);
  });

  it.each([['this month'], ['YTD'], ['MTD'], ['week ending 14 July 2024'], ['w/c 8 July 2024'], ['YTD last year']])('nothing of "%s" where it is as asked', (phrase) => {
    expect(notesOn(phrase, '2026-11-21')).toEqual([]);
  });
});

describe('data that ended long ago', () => {
  // The national file: months to January 2026, asked for in November.
  const published = { from: '2019-04-01', to: '2026-01-31', bookedTo: '2026-01-31', dailyFrom: null };

  it.each([
    ['this month', '2026-01-01', '2026-01-31'],
    ['YTD', '2025-04-01', '2026-01-31'],
    ['last 12 months', '2025-02-01', '2026-01-31'],
    ['since April 2025', '2025-04-01', '2026-01-31'],
    ['last month', '2026-10-01', '2026-10-31'],
    ['last quarter', '2026-07-01', '2026-09-30'],
  ])('"%s" is %s to %s', (phrase, from, to) => {
    expect(readPhrase(phrase, '2026-11-21', published)).toMatchObject([{ period: { from, to } }]);
  });

  it('has its last month for a question that names none', () => {
    expect(defaultPeriod(published, '2026-11-21')).toMatchObject({ from: '2026-01-01', to: '2026-01-31', label: 'January 2026', asked: null });
  });
});

describe('a clock set back into the middle of the data', () => {
  const held = { from: '2019-04-01', to: '2026-01-31', bookedTo: '2026-01-31', dailyFrom: null };

  it('counts no day after it', () => {
    expect(readPhrase('ytd', '2024-06-12', held)).toMatchObject([{ period: { from: '2024-04-01', to: '2024-05-31' } }]);
    expect(defaultPeriod(held, '2024-06-12').label).toBe('May 2024');
  });
});

describe('the period of a question that names none', () => {
  it.each([['2024-06-12', 'May 2024'], ['2024-07-01', 'June 2024'], ['2025-04-01', 'March 2025'], ['2024-03-31', 'February 2024']])(
    'on %s is %s', (today, label) => {
      expect(defaultPeriod(heldOn(today), today).label).toBe(label);
    },
  );

  it('is the month in hand where no month is complete', () => {
    expect(defaultPeriod({ from: '2024-05-10', to: '2024-05-20', bookedTo: '2024-05-20', dailyFrom: '2024-05-10' }, '2024-05-21').label).toBe('May 2024');
  });
});
