import { dayIn, dueOn, isDueOn, nextSlot, type Schedule, type Slot } from '../calendar/schedule';
import type { Ledger } from '../delivery/ledger';
import { WINDOW } from './lateness';
import type { Subscription } from './subscription';

/** Only the latest dates can be those that come next. */
const NEXT_LOOKED_FOR = 2;

/** Whether a move brings today's now, once it is written down; to be called after the digest's new schedule has been. */
export type Brought = () => Promise<'now' | 'later'>;

/**
 * A digest goes over from one schedule to another at an instant: what is past by the new one is due to nobody, but for
 * today's, where it was due today by the old one and nobody has taken it on. That is due now, and what still waits of
 * another date (yesterday's, or today's by another clock) becomes it, and does not come beside it.
 *
 * @throws TallyError STORE_FAILED
 */
export async function move(one: Pick<Subscription, 'schedule' | 'since'>, to: Schedule, ledger: Pick<Ledger, 'plan' | 'redate' | 'history'>, topic: string, at: number): Promise<Brought> {
  const [before, after] = [dayIn(one.schedule.zone, at), dayIn(to.zone, at)];
  const latest = await ledger.history(topic, NEXT_LOOKED_FOR);
  const isTaken = latest.some(({ slot, state }) => (slot === before && state !== 'planned') || state === 'claimed' || state === 'sending');
  const due = isDueOn(one.schedule, before) ? dueOn(one.schedule, before) : null;
  const wasDue = due !== null && due > one.since && at - due <= WINDOW && !isTaken;
  const isPast = isDueOn(to, after) && dueOn(to, after) <= at;
  if (!wasDue || !isPast) return () => Promise.resolve('later');
  const waiting = latest.find(({ slot, state, isAsked }) => state === 'planned' && slot !== after && !isAsked);
  return async () => {
    if (waiting !== undefined) {
      if (await ledger.redate(waiting, after, at)) return 'now';
      // Somebody has taken it on meanwhile: it comes now.
      if ((await ledger.history(topic, NEXT_LOOKED_FOR)).some(({ slot }) => slot === waiting.slot)) return 'later';
    }
    return (await ledger.plan({ topic, slot: after }, at, at)) ? 'now' : 'later';
  };
}

/** The next slot after an instant whose date has no post yet: of a day that had its post already, the time it was moved to brings no second. */
export async function nextUnposted(schedule: Schedule, ledger: Pick<Ledger, 'history'>, topic: string, at: number): Promise<Slot> {
  const posted = new Set((await ledger.history(topic, NEXT_LOOKED_FOR)).filter(({ state }) => state !== 'planned').map(({ slot }) => slot));
  const next = nextSlot(schedule, at);
  return posted.has(next.day) ? nextSlot(schedule, next.at) : next;
}
