import { dayIn, dueOn, isDueOn, nextSlot, type Schedule, type Slot } from '../calendar/schedule';
import type { Ledger } from '../delivery/ledger';
import { WINDOW } from './lateness';
import type { Subscription } from './subscription';

const MOVING = 'whoever moves the digest';

/** Only the latest dates can be those that come next. */
const NEXT_LOOKED_FOR = 2;

/**
 * A digest goes over from one schedule to another at an instant: what is past by the new one is due to nobody, but for
 * today's, where it was due today by the old one and nobody has taken it on. That is due now.
 *
 * @returns `now` where today's is due now
 * @throws TallyError STORE_FAILED
 */
export async function move(one: Pick<Subscription, 'schedule' | 'since'>, to: Schedule, ledger: Pick<Ledger, 'plan' | 'claim' | 'drop' | 'history'>, topic: string, at: number): Promise<'now' | 'later'> {
  const [before, after] = [dayIn(one.schedule.zone, at), dayIn(to.zone, at)];
  const waiting = { topic, slot: before };
  const isTaken = (await ledger.history(topic, NEXT_LOOKED_FOR)).some(({ slot, state }) => slot === before && state !== 'planned');
  // A date is another one by another clock: what waits under the old one would come beside the new one's.
  if (to.zone !== one.schedule.zone && (await ledger.claim(waiting, { by: MOVING, until: at + 1_000 }, at))) await ledger.drop(waiting, MOVING);
  const due = isDueOn(one.schedule, before) ? dueOn(one.schedule, before) : null;
  const wasDue = due !== null && due > one.since && at - due <= WINDOW && !isTaken;
  const isPast = isDueOn(to, after) && dueOn(to, after) <= at;
  return wasDue && isPast && (await ledger.plan({ topic, slot: after }, at, at)) ? 'now' : 'later';
}

/** The next slot after an instant whose date has no post yet: of a day that had its post already, the time it was moved to brings no second. */
export async function nextUnposted(schedule: Schedule, ledger: Pick<Ledger, 'history'>, topic: string, at: number): Promise<Slot> {
  const posted = new Set((await ledger.history(topic, NEXT_LOOKED_FOR)).filter(({ state }) => state !== 'planned').map(({ slot }) => slot));
  const next = nextSlot(schedule, at);
  return posted.has(next.day) ? nextSlot(schedule, next.at) : next;
}
