import {
  calendarYearPeriod, dayPeriod, financialYearPeriod, halfPeriod, isWholeMonths, monthPeriod, monthsOf, previousPeriod, quarterPeriod,
  rangePeriod, rollingPeriod, samePeriodLastYear, weekPeriod, yearToDatePeriod, type Period,
} from '../../src/calendar/period';

const told = (period: Period | null): string => (period === null ? 'none' : `${period.from} ${period.to} ${period.grain} ${period.label}`);

describe('a period', () => {
  it.each([
    [dayPeriod('2024-07-10'), '2024-07-10 2024-07-10 day 10 July 2024'],
    [weekPeriod('2024-07-10'), '2024-07-08 2024-07-14 week Week ending Sunday 14 July 2024'],
    [monthPeriod(2026, 10), '2026-10-01 2026-10-31 month October 2026'],
    [quarterPeriod(2024, 1), '2024-04-01 2024-06-30 quarter Q1 2024/25 (April to June 2024)'],
    [quarterPeriod(2024, 4), '2025-01-01 2025-03-31 quarter Q4 2024/25 (January to March 2025)'],
    [halfPeriod(2024, 2), '2024-10-01 2025-03-31 half H2 2024/25 (October 2024 to March 2025)'],
    [financialYearPeriod(2024), '2024-04-01 2025-03-31 year 2024/25'],
    [calendarYearPeriod(2023), '2023-01-01 2023-12-31 year Calendar year 2023'],
    [yearToDatePeriod('2024-05-31'), '2024-04-01 2024-05-31 ytd April 2024 to May 2024 (year to date)'],
    [yearToDatePeriod('2024-04-30'), '2024-04-01 2024-04-30 ytd April 2024 (year to date)'],
    [yearToDatePeriod('2025-04-10'), '2025-04-01 2025-04-10 ytd 1 April to 10 April 2025 (year to date)'],
    [yearToDatePeriod('2025-02-28'), '2024-04-01 2025-02-28 ytd April 2024 to February 2025 (year to date)'],
    [rollingPeriod('2026-10-07', 12), '2025-11-01 2026-10-31 rolling 12 months to October 2026'],
    [rangePeriod('2025-04-01', '2025-06-30'), '2025-04-01 2025-06-30 range April to June 2025'],
    [rangePeriod('2024-11-01', '2025-02-28'), '2024-11-01 2025-02-28 range November 2024 to February 2025'],
    [rangePeriod('2024-06-03', '2024-07-14'), '2024-06-03 2024-07-14 range 3 June to 14 July 2024'],
    [rangePeriod('2024-12-20', '2025-01-05'), '2024-12-20 2025-01-05 range 20 December 2024 to 5 January 2025'],
  ])('is named as a reader expects: %#', (period, expected) => {
    expect(told(period)).toBe(expected);
    expect(period.asked).toBeNull();
  });

  it('knows its months, and whether they are whole', () => {
    expect(monthsOf(quarterPeriod(2024, 4))).toEqual(['2025-01', '2025-02', '2025-03']);
    expect(monthsOf(rangePeriod('2024-12-20', '2025-01-05'))).toEqual(['2024-12', '2025-01']);
    expect([isWholeMonths(monthPeriod(2024, 2)), isWholeMonths(rangePeriod('2024-02-01', '2024-02-28')), isWholeMonths(weekPeriod('2024-07-10'))])
      .toEqual([true, false, false]);
  });
});

describe('the period before', () => {
  it.each([
    [monthPeriod(2024, 1), '2023-12-01 2023-12-31 month December 2023'],
    [quarterPeriod(2024, 1), '2024-01-01 2024-03-31 quarter Q4 2023/24 (January to March 2024)'],
    [halfPeriod(2024, 1), '2023-10-01 2024-03-31 half H2 2023/24 (October 2023 to March 2024)'],
    [financialYearPeriod(2024), '2023-04-01 2024-03-31 year 2023/24'],
    [calendarYearPeriod(2024), '2023-01-01 2023-12-31 year Calendar year 2023'],
    [rollingPeriod('2024-05-31', 12), '2022-06-01 2023-05-31 rolling 12 months to May 2023'],
    [rollingPeriod('2024-05-31', 6), '2023-06-01 2023-11-30 rolling 6 months to November 2023'],
    [weekPeriod('2024-07-10'), '2024-07-01 2024-07-07 week Week ending Sunday 7 July 2024'],
    [dayPeriod('2024-03-01'), '2024-02-29 2024-02-29 day 29 February 2024'],
    [rangePeriod('2024-04-01', '2024-05-31'), '2024-02-01 2024-03-31 range February to March 2024'],
    [rangePeriod('2024-07-01', '2024-07-10'), '2024-06-21 2024-06-30 range 21 June to 30 June 2024'],
    [yearToDatePeriod('2024-05-31'), 'none'],
  ])('of the same kind: %#', (period, expected) => {
    expect(told(previousPeriod(period))).toBe(expected);
  });
});

describe('the same period last year', () => {
  it.each([
    [monthPeriod(2024, 5), '2023-05-01 2023-05-31 month May 2023'],
    [monthPeriod(2024, 2), '2023-02-01 2023-02-28 month February 2023'],
    [quarterPeriod(2024, 4), '2024-01-01 2024-03-31 quarter Q4 2023/24 (January to March 2024)'],
    [halfPeriod(2024, 2), '2023-10-01 2024-03-31 half H2 2023/24 (October 2023 to March 2024)'],
    [yearToDatePeriod('2024-05-31'), '2023-04-01 2023-05-31 ytd April 2023 to May 2023 (year to date)'],
    [yearToDatePeriod('2024-02-29'), '2022-04-01 2023-02-28 ytd April 2022 to February 2023 (year to date)'],
    [yearToDatePeriod('2025-02-28'), '2023-04-01 2024-02-29 ytd April 2023 to February 2024 (year to date)'],
    [rollingPeriod('2025-02-28', 12), '2023-03-01 2024-02-29 rolling 12 months to February 2024'],
    // 52 weeks before Sunday 14 July 2024 is Sunday 16 July 2023.
    [weekPeriod('2024-07-10'), '2023-07-10 2023-07-16 week Week ending Sunday 16 July 2023'],
    [dayPeriod('2024-02-29'), '2023-03-02 2023-03-02 day 2 March 2023'],
    [rangePeriod('2024-07-04', '2024-07-10'), '2023-07-06 2023-07-12 range 6 July to 12 July 2023'],
    [rangePeriod('2024-02-10', '2024-02-29'), '2023-02-10 2023-02-28 range 10 February to 28 February 2023'],
    [rangePeriod('2024-02-01', '2024-03-31'), '2023-02-01 2023-03-31 range February to March 2023'],
  ])('keeps months with months and weekdays with weekdays: %#', (period, expected) => {
    expect(told(samePeriodLastYear(period))).toBe(expected);
  });
});
