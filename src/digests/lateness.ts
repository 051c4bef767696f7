import { daysBetween, weekday, type Day } from '../calendar/day';
import { londonTime } from '../calendar/instant';
import type { Post } from '../delivery/ledger';
import { WOKE } from '../delivery/poster';
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
  /** Until when whoever put it off wanted to leave it. */
  readonly notBefore: number;
  /** Since when this process has looked at what is due without a gap. */
  readonly awakeSince: number;
}

/**
 * Whether nobody was there to post it: some time passed between the last that anybody did with it, or meant to, and the
 * beginning of the looks of this process. One that was written down late shows nobody before that.
 */
export function isWoken({ before, writtenAt, notBefore, due, awakeSince }: Omit<Lateness, 'isBehind'>): boolean {
  const seen = before === '' && writtenAt - due > LATE ? due : Math.max(writtenAt, notBefore);
  return before === WOKE || awakeSince - seen > LATE;
}

/** Since when a process has looked at what is due. A gap ends it: the machine was asleep, or the program not there. */
export class Awake {
  #last = -Infinity;
  #since = Infinity;

  looked(now: number): void {
    if (now - this.#last > LATE) this.#since = now;
    this.#last = now;
  }

  get since(): number {
    return this.#since;
  }
}

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
  return `Posted late, ${when}: ${isWoken(lateness) ? WOKE : before === WAITED ? 'the extract came late' : before === '' ? 'many were due at once' : before}`;
}

/** So many digests of the same weekday say how far the nightly extracts usually reach by then. */
const LOOKED_BACK_AT = 4;

/**
 * Whether the nightly extracts reach less far than they mostly have by the same weekday before: a trust whose extracts do
 * not run at weekends is not waited for on a Monday, also where one of them did. A post that was made again days later
 * says nothing of how far they reached in time.
 *
 * @param through the last day that is held; null where nothing nightly is
 * @param history the posts before this one, the last first
 */
export function isBehindUsual(through: Day | null, slot: Day, history: readonly Post[]): boolean {
  const lags = history.filter(({ state, slot: day }) => state === 'sent' && weekday(day) === weekday(slot)).flatMap((post) => {
    const held = throughShown(post);
    return held === null || held >= post.slot ? [] : [daysBetween(held, post.slot)];
  }).slice(0, LOOKED_BACK_AT).sort((a, b) => a - b);
  const usual = lags[Math.floor(lags.length / 2)];
  return through !== null && usual !== undefined && daysBetween(through, slot) > usual;
}
