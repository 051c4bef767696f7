import { canonicalTable } from '../../catalogue/tables/canonical-tables';
import type { Period } from '../../calendar/period';
import type { Case, Ground } from '../frame/case';
import { heldFor } from '../held-range';
import { defaultPeriod } from '../periods/default-period';
import type { Moment } from '../periods/moment';

/** The period of a question about these measures that names none: the latest complete month held. */
export function usualPeriod(metrics: readonly string[], { catalogue, coverage, today }: Pick<Ground, 'catalogue' | 'coverage' | 'today'>): Period {
  const moment: Moment = { today, held: heldFor(metrics, catalogue, coverage, today) };
  return defaultPeriod(printedOnItsDay(moment) ? heldFor([], catalogue, coverage, today) : moment.held, today);
}

/** What a document prints without a period is held on its day of publication alone: the usual month is that of everything else. */
function printedOnItsDay({ held }: Moment): boolean {
  return held.from === held.to;
}

/** Whether all that is asked for is held against the year: a measure is, where all its targets are, or where it is what was done less what was planned. */
export function isOfTheYear({ frame, ground: { catalogue } }: Case): boolean {
  const metrics = frame.metrics.flatMap((id) => catalogue.metrics.get(id) ?? []);
  return metrics.length > 0 && metrics.every(({ id, kind, numerator, denominator }) => {
    const targets = catalogue.targets.filter(({ metric }) => metric === id);
    const planned = kind === 'difference' && [numerator, ...(denominator === null ? [] : [denominator])].some(({ table }) => canonicalTable(table)?.standsFor === 'stretch');
    return planned || (targets.length > 0 && targets.every((target) => target.for === 'year' || target.for === 'ytd'));
  });
}
