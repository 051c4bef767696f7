import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import type { Period } from '../calendar/period';
import type { Day } from '../calendar/day';
import { TallyError } from '../errors';
import type { Slice } from './compile';
import { holdingOf, isComplete, partHeld, provenanceOf, refusalFor, type Holding } from './holding';
import type { Query } from './query';
import type { Comparison, Figure, Group, MetricResult, Result, TrendPoint } from './result';
import type { Snapshot } from './snapshot';
import { exclusions, figures, NO_FIGURE } from './sums';
import { comparisonPeriods, endOf, startsIn, trendWindow } from './windows';

/** What only some kinds of metric have. */
const PLAIN = { asAt: null, printed: null, peers: null, variance: null, computedTargets: {}, alternatives: [] } as const;

const UNDIVIDED = { time: null, dimensions: [] } as const;

interface Run {
  readonly catalogue: Catalogue;
  readonly snapshot: Snapshot;
  readonly query: Query;
  readonly today: Day;
  readonly signal: AbortSignal;
}

/**
 * Runs a query on one snapshot, every metric of it, and gives back numbers with their working.
 * `today` decides only whether data is stale. Throws QUERY_INVALID for a metric or dimension the catalogue does not
 * hold, QUERY_TIMEOUT when `signal` aborts, and ENGINE_FAILED where the statement itself fails.
 */
export async function runQuery(
  query: Query, { catalogue, snapshot, today, signal }: Omit<Run, 'query'>,
): Promise<Result> {
  try {
    const metrics = await Promise.all(query.metrics.map((id) => {
      const metric = catalogue.metrics.get(id);
      if (metric === undefined || query.period === null) {
        throw new TallyError('QUERY_INVALID', `nothing to run for ${id}`);
      }
      refuseUndeclared(query, metric);
      return runMetric({ catalogue, snapshot, query, today, signal }, metric, query.period);
    }));
    return { query, metrics, scorecard: null };
  } catch (error) {
    if (error instanceof TallyError) {
      throw error;
    }
    throw signal.aborted
      ? new TallyError('QUERY_TIMEOUT', 'the time limit was reached', { cause: error })
      : new TallyError('ENGINE_FAILED', 'a statement failed', { cause: error });
  }
}

/** A query may come from a button that anybody could have written, so every dimension it names is held to the definition. */
function refuseUndeclared(query: Query, metric: Metric): void {
  const undeclared = dimensionsNamed(query).find((id) => !metric.dimensions.includes(id));
  if (undeclared !== undefined) {
    throw new TallyError('QUERY_INVALID', `${metric.id} cannot be split by ${undeclared}`);
  }
}

function dimensionsNamed(query: Query): readonly string[] {
  const versus = query.versus !== null && typeof query.versus === 'object' && 'filters' in query.versus ? query.versus.filters : {};
  return [query.by ?? [], Object.keys(query.filters), Object.keys(query.excluding), Object.keys(versus)].flat();
}

async function runMetric(run: Run, metric: Metric, period: Period): Promise<MetricResult> {
  const columns = dimensionsNamed(run.query).flatMap((id) => run.catalogue.dimensions.get(id)?.column ?? []);
  const holding = holdingOf(metric, run.snapshot.coverage, columns);
  if (holding === null) {
    return notHeld(run, metric, period);
  }
  const provenance = provenanceOf(metric, run.snapshot, holding, period, run.today);
  const refusal = refusalFor(holding, period);
  const empty = { metric: metric.id, period, figure: NO_FIGURE, comparisons: [], trend: [], groups: [], excluded: [], provenance, ...PLAIN };
  if (refusal !== null) {
    return { ...empty, missing: refusal };
  }
  const held = partHeld(holding, period);
  const [figure, comparisons, trend, groups, excluded] = await Promise.all([
    figureOver(run, metric, held),
    comparisonsOf(run, metric, period, held, holding),
    trendOf(run, metric, period, holding),
    groupsOf(run, metric, held),
    exclusions(run.catalogue, run.snapshot, metric, slice(run.query, held), run.signal),
  ]);
  return { ...empty, figure, comparisons, trend, groups, excluded, missing: figure.value === null ? 'no-activity' : null };
}

function notHeld(run: Run, metric: Metric, period: Period): MetricResult {
  const provenance = {
    snapshot: run.snapshot.id, loadedAt: run.snapshot.loadedAt, extracts: [], through: period.to, since: period.from,
    complete: false, provisional: false, maturesOn: null, stale: false, notice: run.snapshot.notice,
  };
  return {
    metric: metric.id, period, figure: NO_FIGURE, comparisons: [], trend: [], groups: [], excluded: [], provenance, ...PLAIN,
    missing: 'not-held',
  };
}

function slice(query: Query, period: { readonly from: Day; readonly to: Day }, filters = query.filters): Slice {
  return { from: period.from, to: period.to, filters, excluding: query.excluding };
}

async function figureOver(run: Run, metric: Metric, period: Period, filters = run.query.filters): Promise<Figure> {
  const [cell] = await figures(run.catalogue, run.snapshot, metric, slice(run.query, period, filters), UNDIVIDED, run.signal);
  return cell?.figure ?? NO_FIGURE;
}

/** A figure for a period that may lie outside what is held; then there is none. */
async function figureIfHeld(run: Run, metric: Metric, period: Period, holding: Holding): Promise<Figure> {
  const isHeld = refusalFor(holding, period) === null && period.from >= holding.since;
  return isHeld ? figureOver(run, metric, partHeld(holding, period)) : NO_FIGURE;
}

async function comparisonsOf(run: Run, metric: Metric, period: Period, held: Period, holding: Holding): Promise<readonly Comparison[]> {
  const versus = run.query.versus;
  const usual = comparisonPeriods(period, holding).map(async (other): Promise<Comparison> => ({
    with: other.with,
    label: other.period.label,
    figure: await figureIfHeld(run, metric, other.period, holding),
    complete: isComplete(holding, other.period),
  }));
  if (versus !== null && typeof versus === 'object' && 'period' in versus) {
    const { period: other } = versus;
    return [{ with: 'period', label: other.label, figure: await figureIfHeld(run, metric, other, holding), complete: isComplete(holding, other) }];
  }
  if (versus !== null && typeof versus === 'object' && 'filters' in versus) {
    return [{ with: 'filters', label: '', figure: await figureOver(run, metric, held, versus.filters), complete: true }];
  }
  return Promise.all(usual);
}

async function trendOf(run: Run, metric: Metric, period: Period, holding: Holding): Promise<readonly TrendPoint[]> {
  const window = trendWindow(run.query, period, holding);
  if (window === null) {
    return [];
  }
  const cells = await figures(
    run.catalogue, run.snapshot, metric, slice(run.query, window), { time: window.time, dimensions: [] }, run.signal,
  );
  const figureAt = new Map(cells.map((cell) => [cell.period, cell.figure]));
  return startsIn(window).map((start) => ({
    period: window.time === 'month_start' ? start.slice(0, 7) : start,
    span: SPANS[window.time],
    figure: figureAt.get(start) ?? NO_FIGURE,
    complete: isComplete(holding, { from: start, to: endOf(window.time, start) }),
    immature: false,
  }));
}

const SPANS = { month_start: 'month', week_start: 'week', day: 'day' } as const;

async function groupsOf(run: Run, metric: Metric, period: Period): Promise<readonly Group[]> {
  const { by } = run.query;
  if (by === null) {
    return [];
  }
  const dimensions = typeof by === 'string' ? [by] : by;
  const cells = await figures(run.catalogue, run.snapshot, metric, slice(run.query, period), { time: null, dimensions }, run.signal);
  return cells.map(({ keys, figure }) => ({ keys, figure }));
}
