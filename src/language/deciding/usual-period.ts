import type { Catalogue } from '../../catalogue/catalogue';
import type { Metric } from '../../catalogue/metric';
import { canonicalTable } from '../../catalogue/tables/canonical-tables';
import type { Period } from '../../calendar/period';
import type { Case } from '../frame/case';
import { plays } from '../frame/frame';
import { heldFor } from '../held-range';
import { defaultPeriod } from '../periods/default-period';
import type { Moment } from '../periods/moment';
import { yearToDate } from '../periods/year-to-date';
import { listed, metricWords } from './wording';

/**
 * The period of a question that names none: the latest complete month held; for a measure that is held against a plan or
 * against a target for the year, the year to date, since one month of it says little. A trend is of months.
 */
export function usualPeriod(one: Case): { readonly period: Period; readonly notes: readonly string[] } {
  const { catalogue, coverage, today } = one.ground;
  const moment: Moment = { today, held: heldFor(one.frame.metrics, catalogue, coverage, today) };
  const metrics = one.frame.metrics.flatMap((id) => catalogue.metrics.get(id) ?? []);
  if (metrics.length === 0 || plays(one.frame, 'trend') || !metrics.every((metric) => isOfTheYear(metric, catalogue))) {
    return { period: defaultPeriod(printedOnItsDay(moment) ? heldFor([], catalogue, coverage, today) : moment.held, today), notes: [] };
  }
  const { period, notes } = yearToDate(moment);
  const names = listed(metrics.map(({ id }) => metricWords(catalogue, id)));
  return { period, notes: [...(moment.held.from === moment.held.to ? [] : notes), `No period was asked for: ${names} is shown for the year to date, as its plan or target is.`] };
}

/** What a document prints without a period is held on its day of publication alone: the usual month is that of everything else. */
function printedOnItsDay({ held }: Moment): boolean {
  return held.from === held.to;
}

/** Whether a measure is held against the year: all its targets are, or it is what was done less what was planned. */
function isOfTheYear({ id, kind, numerator, denominator }: Metric, catalogue: Catalogue): boolean {
  const targets = catalogue.targets.filter(({ metric }) => metric === id);
  const planned = kind === 'difference' && [numerator, ...(denominator === null ? [] : [denominator])].some(({ table }) => canonicalTable(table)?.standsFor === 'stretch');
  return planned || (targets.length > 0 && targets.every((target) => target.for === 'year' || target.for === 'ytd'));
}
