import { addDays, earlierDay, monthEnd, weekStart, type Day } from '../../calendar/day';
import type { Kind } from '../../engine/people';
import type { Columns } from './views';

/** What the weeks of one month are chosen from. */
export interface ToChooseWeeks {
  /** Everybody of the month, by week: a time is the first day of what of a week lies in it. */
  readonly people: Columns;
  readonly month: Day;
  /** The last day that is held: a week ends there at the latest, and what is booked after it is another. */
  readonly held: Day;
  /** How many counts there are, each a bit of a kind. */
  readonly counts: number;
  /** Counts of people from 1 to this are small. */
  readonly threshold: number;
  /** The keys of a dimension under which the month itself hides a count: so are its weeks then, and may be exchanged with. */
  readonly hiddenKeys: (dimension: string, count: ReadonlySet<Kind>) => ReadonlySet<string>;
}

type Ends = Pick<ToChooseWeeks, 'month' | 'held'>;

/** The last day of what of a week lies in a month, and is held or is not. */
export function lastOf(week: Day, { month, held }: Ends): Day {
  const end = earlierDay(addDays(weekStart(week), 6), monthEnd(month));
  return held < week ? end : earlierDay(end, held);
}

/** Whether some of the week lies in another month, and is held too. */
export const isSplit = (week: Day, { month, held }: Ends): boolean =>
  weekStart(week) < month || (addDays(weekStart(week), 6) > monthEnd(month) && held > monthEnd(month));
