import { previousPeriod, samePeriodLastYear, type Period } from '../../calendar/period';
import { foundAsk, periodOf } from './found';
import type { Moment } from './moment';
import type { Placed } from './placed';

/**
 * No period is compared with itself: where two that stand beside each other come to the same days, what the one
 * without a year of its own, or else the second, is to be is asked.
 */
export function setApart(placed: readonly Placed[], beside: (left: Placed, right: Placed) => boolean, moment: Moment): readonly Placed[] {
  return placed.map((one, at) => {
    const [before, next] = [placed[at - 1], placed[at + 1]];
    const alone = periodOf(one.found.meaning, moment);
    const isClash = (left: Placed, right: Placed): boolean => (
      beside(left, right) && isSame(periodOf(left.found.meaning, moment), periodOf(right.found.meaning, moment)));
    const asked = (before !== undefined && isClash(before, one) && !isLeftAsked(before, one))
      || (next !== undefined && isClash(one, next) && isLeftAsked(one, next));
    return asked && alone !== null ? { ...one, found: foundAsk(one.found.end, `Compare ${alone.label} with which period?`, othersThan(alone)) } : one;
  });
}

/** Whether two periods hold the same days; what is no period is the same as nothing. */
export function isSame(a: Period | null, b: Period | null): boolean {
  return a !== null && b !== null && a.from === b.from && a.to === b.to;
}

function isLeftAsked(left: Placed, right: Placed): boolean {
  return isUndated(left) && !isUndated(right);
}

function isUndated({ found }: Placed): boolean {
  return found.meaning.kind === 'named' && found.meaning.named.year === null;
}

function othersThan(period: Period): readonly string[] {
  return [...new Set([samePeriodLastYear(period), previousPeriod(period)].flatMap((other) => other?.label ?? []))];
}
