import { monthOf, yearOf, type Day } from '../../calendar/day';
import { monthPeriod, type Period } from '../../calendar/period';
import { latestMonthHeld, type Held } from './moment';

/** The period of a question that names none: the latest complete month held. */
export function defaultPeriod(held: Held, today: Day): Period {
  const month = latestMonthHeld({ today, held });
  return monthPeriod(yearOf(month), monthOf(month));
}
