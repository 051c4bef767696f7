import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import type { ScorecardColumn } from '../catalogue/scorecard';
import { addDays, monthEnd, monthOf, monthStart, yearOf, type Day } from '../calendar/day';
import { monthPeriod, rollingPeriod, yearToDatePeriod, type Period } from '../calendar/period';
import { TallyError } from '../errors';
import type { Query, Selection } from './query';
import { dimensionsIn, type Setting } from './reckon';
import type { Provenance, ScorecardSectionResult } from './result';
import { narrowing } from './slice';

/** The lines of one section and where each of their numbers came from. */
export interface SectionLines {
  readonly section: ScorecardSectionResult;
  readonly provenances: readonly Provenance[];
}

/** The metric of that id. Throws CATALOGUE_INVALID: a scorecard that loads names only metrics that are there. */
export function metricNamed({ catalogue }: Pick<Setting, 'catalogue'>, id: string | undefined): Metric {
  const metric = catalogue.metrics.get(id ?? '');
  if (metric === undefined) {
    throw new TallyError('CATALOGUE_INVALID', `a scorecard names no metric ${String(id)}`);
  }
  return metric;
}

/** The stretch of time under a column's heading, counted from the last whole month of the period asked for. */
export function columnPeriod({ period: stretch }: Pick<ScorecardColumn, 'period'>, period: Period): Period {
  const month = lastMonth(period);
  switch (stretch) {
    case 'asked': return period;
    case 'month': return monthPeriod(yearOf(month), monthOf(month));
    case 'ytd': return yearToDatePeriod(monthEnd(month));
    case 'rolling-6': return rollingPeriod(month, 6);
    case 'rolling-12': return rollingPeriod(month, 12);
  }
}

/** The first day of the last month that lies in the period from end to end; of its last month where none does. */
function lastMonth({ from, to }: Pick<Period, 'from' | 'to'>): Day {
  const last = monthStart(to);
  const before = monthStart(addDays(last, -1));
  return to === monthEnd(to) || before < from ? last : before;
}

/** What a measure is narrowed to on a scorecard, or null where the question narrows by what the measure is not held by. */
export function narrowedTo(setting: Setting, query: Query, metric: Metric, own: Selection): { readonly filters: Selection; readonly excluding: Selection } | null {
  if (dimensionsIn(setting, query.filters, query.excluding).some((id) => !metric.dimensions.includes(id))) {
    return null;
  }
  return { filters: bothOf(setting.catalogue, own, query.filters), excluding: query.excluding };
}

/** Two selections at once: of a dimension that both narrow by, the keys in both. */
export function bothOf(catalogue: Catalogue, first: Selection, second: Selection): Selection {
  const [a, b] = [narrowing(catalogue, first), narrowing(catalogue, second)];
  return Object.fromEntries([...new Set([...Object.keys(a), ...Object.keys(b)])].map((id) => {
    const [one, other] = [a[id], b[id]];
    return [id, one === undefined ? (other ?? []) : other === undefined ? one : one.filter((key) => other.includes(key))];
  }));
}

/** Whether two selections rule each other out. */
export const isEmpty = (selection: Selection): boolean => Object.values(selection).some((keys) => keys.length === 0);
