import { bankHolidays, easterSunday } from '../../src/calendar/bank-holidays';
import { isWorkingDay, workingDays } from '../../src/calendar/working-day';

describe('the bank holidays of England', () => {
  it.each([
    [2024, ['01-01', '03-29', '04-01', '05-06', '05-27', '08-26', '12-25', '12-26']],
    [2025, ['01-01', '04-18', '04-21', '05-05', '05-26', '08-25', '12-25', '12-26']],
    [2026, ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28']],
    [2027, ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28']],
    // GOV.UK: VE Day moved the early May holiday; the jubilee, the funeral and the coronation added theirs.
    [2020, ['01-01', '04-10', '04-13', '05-08', '05-25', '08-31', '12-25', '12-28']],
    [2022, ['01-03', '04-15', '04-18', '05-02', '06-02', '06-03', '08-29', '09-19', '12-26', '12-27']],
    [2023, ['01-02', '04-07', '04-10', '05-01', '05-08', '05-29', '08-28', '12-25', '12-26']],
  ])('of %i, with substitute days', (year, days) => {
    expect(bankHolidays(year)).toEqual(days.map((day) => `${year}-${day}`));
  });

  it.each([['2000-04-23'], ['2019-04-21'], ['2024-03-31'], ['2025-04-20'], ['2038-04-25'], ['2049-04-18']])('has Easter on %s', (day) => {
    expect(easterSunday(Number(day.slice(0, 4)))).toBe(day);
  });
});

describe('working days', () => {
  it.each([
    ['2023-04-01', '2024-03-31', 250], ['2024-04-01', '2025-03-31', 254], ['2025-04-01', '2026-03-31', 253], ['2026-04-01', '2027-03-31', 251],
    ['2024-05-01', '2024-05-31', 21], ['2025-05-01', '2025-05-31', 20],
    ['2024-07-13', '2024-07-14', 0], ['2024-07-15', '2024-07-15', 1], ['2024-07-15', '2024-07-14', 0],
  ])('from %s to %s number %i', (from, to, count) => {
    expect(workingDays(from, to)).toBe(count);
  });

  it('are neither weekends nor holidays', () => {
    expect(['2024-12-24', '2024-12-25', '2024-12-28'].map(isWorkingDay)).toEqual([true, false, false]);
  });
});
