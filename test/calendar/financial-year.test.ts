import { financialMonth, financialMonthStart, financialQuarter, financialYear, financialYearName } from '../../src/calendar/financial-year';

describe('the financial year', () => {
  it.each([
    ['2024-03-31', 2023, 4, 12], ['2024-04-01', 2024, 1, 1], ['2024-05-31', 2024, 1, 2], ['2024-07-01', 2024, 2, 4],
    ['2024-10-15', 2024, 3, 7], ['2025-01-31', 2024, 4, 10], ['2025-03-31', 2024, 4, 12],
  ])('%s is in the year from %i, quarter %i, month %i', (day, year, quarter, month) => {
    expect([financialYear(day), financialQuarter(day), financialMonth(day)]).toEqual([year, quarter, month]);
  });

  it('has M1 in April, M10 in January and M12 in March', () => {
    expect([1, 2, 10, 12].map((number) => financialMonthStart(2024, number))).toEqual(['2024-04-01', '2024-05-01', '2025-01-01', '2025-03-01']);
  });

  it('is written with both years', () => {
    expect([financialYearName(2024), financialYearName(1999), financialYearName(2009)]).toEqual(['2024/25', '1999/00', '2009/10']);
  });
});
