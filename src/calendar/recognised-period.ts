import { earlierDay, monthEnd, monthOf, yearOf } from './day';
import { financialQuarter, financialYear } from './financial-year';
import {
  calendarYearPeriod, dayPeriod, financialYearPeriod, halfPeriod, monthPeriod, monthsOf, quarterPeriod, rangePeriod, rollingPeriod,
  weekPeriod, yearToDatePeriod, type Period,
} from './period';

/**
 * The same days with a label and a grain that belong to them. A period may come from outside, in a button, and what it
 * calls itself is believed only where those days are really called that; any other is the plain range of its days.
 */
export function recognisedPeriod(given: Period): Period {
  const { from, to } = given;
  const year = financialYear(from);
  const known = [
    dayPeriod(from), weekPeriod(from), monthPeriod(yearOf(from), monthOf(from)), quarterPeriod(year, financialQuarter(from)),
    halfPeriod(year, monthOf(from) === 4 ? 1 : 2), financialYearPeriod(year), calendarYearPeriod(yearOf(from)), yearToDatePeriod(to),
    ...(to === monthEnd(to) ? [rollingPeriod(to, monthsOf({ from, to: earlierDay(to, monthEnd(to)) }).length)] : []),
  ];
  const same = known.find((one) => one.from === from && one.to === to && one.grain === given.grain && one.label === given.label);
  return { ...(same ?? rangePeriod(from, to)), asked: given.asked };
}
