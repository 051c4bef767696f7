import { dayIn, dueOn, isDueOn } from '../calendar/schedule';
import type { Subscription } from './subscription';

/** The slot by which a changed schedule begins: today's too, where one was due today by the old one and by the new. */
export function sinceChange(old: Pick<Subscription, 'schedule' | 'since'>, at: number): number {
  const today = dayIn(old.schedule.zone, at);
  return isDueOn(old.schedule, today) ? Math.max(old.since, dueOn({ ...old.schedule, at: '00:00' }, today) - 1) : at;
}
