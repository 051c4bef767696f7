import { addDays, type Day } from '../calendar/day';
import { dayIn, dueOn } from '../calendar/schedule';

const ZONE = 'Europe/London';
/** Nobody is woken by a figure; whoever is on call at seven has it. */
const QUIET = { from: '22:00', to: '06:30' } as const;

/** "from 22:00 to 06:30" */
export const QUIET_WORDS = `from ${QUIET.from} to ${QUIET.to}`;

const at = (day: Day, time: string): number => dueOn({ every: 'working-day', on: null, at: time, zone: ZONE }, day);

/** When the quiet hours end that it is in; null where it is in none. Milliseconds since 1970. */
export function quietEnds(now: number): number | null {
  const day = dayIn(ZONE, now);
  const morning = at(day, QUIET.to);
  return now < morning ? morning : now >= at(day, QUIET.from) ? at(addDays(day, 1), QUIET.to) : null;
}

/** When quiet that lasts to the end of a day ends; null where it has. */
export function muteEnds(lastDay: Day | null, now: number): number | null {
  return lastDay === null || lastDay < dayIn(ZONE, now) ? null : lastDay === FOR_EVER ? Infinity : at(addDays(lastDay, 1), '00:00');
}

/** The last day of quiet that nobody has given an end. */
export const FOR_EVER: Day = '9999-12-31';
