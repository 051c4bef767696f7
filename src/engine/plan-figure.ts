import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import { NO_FIGURE } from './cell';
import { tableOf } from './measure-table';
import { onlyCell, reckon, type Setting, type Wanted } from './reckon';
import type { Comparison } from './result';

/** The plan for what is asked: a difference's own, else that of the difference which counts the same thing. */
export async function planFigure(setting: Setting, wanted: Wanted): Promise<Comparison> {
  const planned = plannedAs(setting.catalogue, wanted.metric);
  const figure = planned === null ? NO_FIGURE : onlyCell(await reckon(setting, { ...wanted, metric: planned, by: [] })).figure;
  return { with: 'plan', label: 'plan', figure: { ...NO_FIGURE, value: figure.denominator, hidden: figure.hidden }, complete: figure.denominator !== null };
}

/** The metric that gives a metric's plan; null where none does. */
export function plannedAs(catalogue: Pick<Catalogue, 'metrics'>, metric: Metric): Metric | null {
  const counted = countedBy(metric);
  return hasPlan(metric) ? metric : [...catalogue.metrics.values()].find((other) => hasPlan(other) && countedBy(other) === counted) ?? null;
}

const hasPlan = ({ kind, denominator }: Metric): boolean => kind === 'difference' && denominator !== null && tableOf(denominator).standsFor === 'stretch';

const countedBy = ({ numerator: { table, sum, where, divide } }: Metric): string => JSON.stringify([table, sum, where, divide]);
