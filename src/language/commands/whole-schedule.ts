import type { Schedule } from '../../calendar/schedule';
import { onTheDay } from './clock-words';
import type { Said } from './schedule-rules';

/** A schedule as it was said, filled up with what is usual, and what the person is told of that. */
export interface ScheduleRead {
  readonly schedule: Schedule;
  readonly notes: readonly string[];
}

const USUAL_TIME = '08:00';
const USUAL_ZONE = 'Europe/London';
/** Where only a part of the day was said. */
const PARTS = { morning: '08:00', afternoon: '14:00', evening: '18:00', night: '20:00' } as const;

/** Only what was said of a schedule: what another is changed by. Null where nothing was. */
export function partlySaid(said: readonly Said[]): { readonly schedule: Partial<Schedule>; readonly notes: readonly string[] } | null {
  const [day] = said.flatMap((one) => (one.kind === 'days' ? [one] : []));
  const [clock] = said.flatMap((one) => (one.kind === 'clock' ? [one] : []));
  const [zone] = said.flatMap((one) => (one.kind === 'zone' ? [one.zone] : []));
  const part = said.flatMap((one) => (one.kind === 'part' ? [one.part] : []))[0] ?? day?.part ?? null;
  const time = clock === undefined ? null : onTheDay(clock.clock, part);
  const schedule: Partial<Schedule> = {
    ...(day === undefined ? {} : { every: day.every, on: onOf(day) }),
    ...(time !== null ? { at: time.at } : part !== null ? { at: PARTS[part] } : {}),
    ...(zone === undefined ? {} : { zone }),
  };
  const notes = [
    ...(day?.notes ?? []),
    ...(clock !== undefined && time?.guessed === true ? [`“${clock.words}” is read as ${time.at}.`] : []),
    ...(time === null && part !== null ? [`“${part}” is read as ${PARTS[part]}.`] : []),
  ];
  return Object.keys(schedule).length === 0 ? null : { schedule, notes };
}

type Days = Extract<Said, { kind: 'days' }>;

/** The first day of the week or the month, where none was said. */
const onOf = ({ every, on }: Days): number | null => (every === 'working-day' ? null : on ?? 1);

/** The whole schedule; weekly on Monday where not even the days were said. */
export function wholeSchedule(said: readonly Said[]): ScheduleRead {
  const partly = partlySaid(said);
  const [day] = said.flatMap((one) => (one.kind === 'days' ? [one] : []));
  const schedule: Schedule = { every: 'week', on: 1, at: USUAL_TIME, zone: USUAL_ZONE, ...partly?.schedule };
  const noDay = day === undefined || (day.every !== 'working-day' && day.on === null);
  const assumed = [
    ...(noDay ? [schedule.every === 'month' ? 'the 1st of the month' : 'Monday'] : []),
    ...(partly?.schedule.at === undefined ? [USUAL_TIME] : []),
  ];
  const unsaid = [...(noDay ? ['day'] : []), ...(partly?.schedule.at === undefined ? ['time'] : [])].join(' or ');
  return { schedule, notes: [...(partly?.notes ?? []), ...(assumed.length === 0 ? [] : [`No ${unsaid} was said: ${assumed.join(' at ')} is taken.`])] };
}
