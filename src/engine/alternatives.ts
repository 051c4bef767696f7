import { rangePeriod } from '../calendar/period';
import { compileStretches } from './compile';
import { tableOf } from './measure-table';
import { printedPeriods, printedRows } from './kinds/published';
import { sliceOf, type Held, type Setting, type Wanted } from './reckon';
import type { MetricResult } from './result';
import { narrowing, UNDIVIDED } from './slice';
import { text } from './sum';

/**
 * What is held where the period asked for is not: the periods that documents print of the same part, or the stretches
 * touching the period that its plan is given for. Earliest first; empty where a figure is given.
 */
export async function alternativesOf(setting: Setting, wanted: Wanted, held: Held, missing: MetricResult['missing']): Promise<readonly string[]> {
  if (missing !== 'not-printed' && missing !== 'plan-not-given') {
    return [];
  }
  if (held.kind === 'printed') {
    const rows = await printedRows(setting, wanted.metric);
    return printedPeriods(setting.catalogue, missing === 'not-printed' ? rows : rows.filter(({ denominator }) => denominator !== null), wanted);
  }
  return missing === 'plan-not-given' ? planStretches(setting, wanted) : [];
}

async function planStretches(setting: Setting, { metric, period, ...wanted }: Wanted): Promise<readonly string[]> {
  const plan = metric.denominator;
  if (plan === null || tableOf(plan).standsFor !== 'stretch') {
    return [];
  }
  const slice = { ...sliceOf(wanted, period), filters: narrowing(setting.catalogue, wanted.filters) };
  const statement = compileStretches({ catalogue: setting.catalogue, metric, measure: plan, slice, grouping: UNDIVIDED, isNumerator: false });
  const rows = await setting.snapshot.run(statement.sql, statement.parameters, setting.signal);
  const stretches = rows.map((row) => ({ from: text(row['from_day']) ?? '', to: text(row['to_day']) ?? '' }))
    .filter(({ from, to }) => from !== period.from || to !== period.to)
    .sort((a, b) => (a.from + a.to).localeCompare(b.from + b.to));
  return [...new Set(stretches.map(({ from, to }) => rangePeriod(from, to).label))];
}
