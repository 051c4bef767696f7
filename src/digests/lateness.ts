import { daysBetween, weekday, type Day } from '../calendar/day';
import { londonTime } from '../calendar/instant';
import type { Post } from '../delivery/ledger';
import { throughShown } from './what-changed';

const MINUTE = 60_000;

/** A post later than this is not made, and the next one says so; milliseconds, as all below. */
export const WINDOW = 4 * 60 * MINUTE;
/** So long the extract is waited for, and so often it is looked for. */
const WAITING = 2 * 60 * MINUTE;
const LOOK_EVERY = 5 * MINUTE;
/** One that is posted so much later than it was due says why. */
const LATE = 5 * MINUTE;

const WAITED = 'waiting for the extract';
/** Nobody looked at it while it was due. */
export const WOKE = 'Tally was not running';

/** How a post stands when it is looked at. */
interface Lateness {
  readonly now: number;
  readonly due: number;
  readonly isAsked: boolean;
  /** Whether the data is behind what it should be by now. */
  readonly isBehind: boolean;
  /** Why it was put off when it was last looked at; empty where it never was. */
  readonly before: string;
  /** When it was last written down: planned, where it never was put off. */
  readonly writtenAt: number;
}

/** Whether nobody was there to write it down when it was due. */
const isWoken = ({ before, writtenAt, due }: Lateness): boolean => before === WOKE || (before === '' && writtenAt - due > LATE);

/** Whether to look again later for the extract; null where it is to be posted as it is. Whoever wakes late looks once before that. */
export function waitFor(lateness: Lateness): { readonly until: number; readonly reason: string } | null {
  const { now, due, isAsked, isBehind, before } = lateness;
  const late = now - due;
  if (isAsked || !isBehind || (late >= WAITING && before !== '')) return null;
  return { until: late < WAITING ? Math.min(now + LOOK_EVERY, due + WAITING) : now + LOOK_EVERY, reason: isWoken(lateness) ? WOKE : WAITED };
}

/** Said at its head, and kept with it: why it comes when it does. Empty where it is in time. */
export function whyLate(lateness: Lateness): string {
  const { now, due, isAsked, isBehind, before } = lateness;
  const when = `due ${londonTime(due)}`;
  if (isAsked) return `Posted again on request, ${when}`;
  const missing = `the latest extract, which had not come by ${londonTime(Math.max(now - LOOK_EVERY, due + WAITING))}`;
  if (isBehind) return isWoken(lateness) ? `Posted late, ${when}: ${WOKE}; and without ${missing}` : `Posted without ${missing}`;
  if (now - due <= LATE) return '';
  return `Posted late, ${when}: ${before === WAITED ? 'the extract came late' : isWoken(lateness) ? WOKE : before === '' ? 'many were due at once' : before}`;
}

/** So many digests of the same weekday say how far the nightly extracts usually reach by then. */
const LOOKED_BACK_AT = 4;

/**
 * Whether the nightly extracts reach less far than they have by the same weekday before: a trust whose extracts do not run
 * at weekends is not waited for on a Monday.
 *
 * @param through the last day that is held; null where nothing nightly is
 * @param history the posts before this one, the last first
 */
export function isBehindUsual(through: Day | null, slot: Day, history: readonly Post[]): boolean {
  const lags = history.filter(({ state, slot: day }) => state === 'sent' && weekday(day) === weekday(slot)).flatMap((post) => {
    const held = throughShown(post);
    return held === null ? [] : [daysBetween(held, post.slot)];
  }).slice(0, LOOKED_BACK_AT);
  return through !== null && lags.length > 0 && daysBetween(through, slot) > Math.min(...lags);
}
