import { calendarRows } from '../../src/calendar/calendar-row';

describe('the calendar table', () => {
  it('tells of each day its month, week, financial year and quarter, and whether it is worked', () => {
    expect([...calendarRows('2024-03-31', '2024-04-02')]).toEqual([
      { day: '2024-03-31', month_start: '2024-03-01', week_start: '2024-03-25', financial_year: 2023, financial_quarter: 4, working_day: false },
      { day: '2024-04-01', month_start: '2024-04-01', week_start: '2024-04-01', financial_year: 2024, financial_quarter: 1, working_day: false },
      { day: '2024-04-02', month_start: '2024-04-01', week_start: '2024-04-01', financial_year: 2024, financial_quarter: 1, working_day: true },
    ]);
  });

  it('has a row for every day, through leap years and changes of the clock', () => {
    expect([...calendarRows('2019-04-01', '2027-03-31')]).toHaveLength(8 * 365 + 2);
  });

  it('is empty where the end lies before the beginning', () => {
    expect([...calendarRows('2024-04-02', '2024-04-01')]).toEqual([]);
  });
});
