import type { Metric } from '../catalogue/metric';
import type { Status } from './answer';

/** A verdict that a figure may yet lose. */
export type MayTurn = Exclude<Status, 'none'>;

/**
 * The verdict that may yet turn while a figure is still being coded: a cost that reads high until then may come out on
 * target after all, and one that reads low may come out off it. Null where it is coded, or errs to no known side.
 */
export function mayTurn(metric: Pick<Metric, 'better' | 'reads-until-mature'>, isCoding: boolean): MayTurn | null {
  const reads = metric['reads-until-mature'];
  if (!isCoding || reads === null || metric.better === 'neutral') {
    return null;
  }
  return (reads === 'low') === (metric.better === 'higher') ? 'off-target' : 'on-target';
}
