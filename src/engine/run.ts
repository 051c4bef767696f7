import type { Metric } from '../catalogue/metric';
import type { Period } from '../calendar/period';
import { TallyError } from '../errors';
import { alternativesOf } from './alternatives';
import { CHOOSES_PEERS, withoutPeers } from './benchmarks';
import { NO_FIGURE } from './cell';
import { comparisonsOf, otherPeriod } from './comparisons';
import { computedTargets } from './computed-targets';
import { driversOf } from './drivers';
import { engineFault } from './engine-fault';
import { exclusions } from './exclusions';
import { partHeld, type Holding } from './holding';
import { horizonOf, outlookOf } from './outlook';
import { benchmarkComparison, peersOf } from './peers';
import type { Query, Selection } from './query';
import { dimensionsIn, heldOf, onlyCell, reckon, sliceOf, type Setting, type Wanted } from './reckon';
import type { Figure, Group, MetricResult, Peers, Result } from './result';
import { runScorecard } from './scorecard';
import { courseOf, printedCourse, type Course } from './trend';
import { varianceOf } from './variance';

/**
 * Runs a query on one snapshot, every metric of it or its scorecard, and gives back numbers with their working.
 * `today` decides only whether data is stale or still being coded. Throws QUERY_INVALID for a metric, scorecard or
 * dimension the catalogue does not hold, QUERY_TIMEOUT when `signal` aborts, and ENGINE_FAILED where the statement fails.
 */
export async function runQuery(query: Query, given: Setting): Promise<Result> {
  const setting: Setting = { ...given, months: new Map() };
  try {
    if (query.intent === 'scorecard' || query.intent === 'exceptions') {
      return { query, metrics: [], scorecard: await runScorecard(setting, query) };
    }
    const metrics = await Promise.all(query.metrics.map((id) => {
      const metric = setting.catalogue.metrics.get(id);
      if (metric === undefined || query.period === null) {
        throw new TallyError('QUERY_INVALID', `nothing to run for ${id}`);
      }
      refuseUndeclared(query, metric);
      return runMetric(setting, query, metric, query.period);
    }));
    return { query, metrics, scorecard: null };
  } catch (error) {
    throw engineFault(error, setting.signal);
  }
}

/** Whether the query asks how others do; then dimensions that choose the peers are no dimensions of the metric. */
const asksPeers = ({ intent, versus }: Query): boolean => intent === 'peers' || versus === 'peers' || versus === 'national';

/** A query may come from a button that anybody could have written, so every dimension it names is held to the definition. */
function refuseUndeclared(query: Query, metric: Metric): void {
  const named = [query.by ?? [], Object.keys(query.filters), Object.keys(query.excluding), Object.keys(otherFilters(query))].flat();
  const undeclared = named.find((id) => !metric.dimensions.includes(id) && !(asksPeers(query) && CHOOSES_PEERS.includes(id)));
  if (undeclared !== undefined) {
    throw new TallyError('QUERY_INVALID', `${metric.id} cannot be split by ${undeclared}`);
  }
}

/** What the other side of a comparison of two parts is narrowed to. */
const otherFilters = ({ versus }: Query): Selection => (versus !== null && typeof versus === 'object' && 'filters' in versus ? versus.filters : {});

async function runMetric(setting: Setting, query: Query, metric: Metric, asked: Period): Promise<MetricResult> {
  const by = splitBy(query);
  const wantedAsAsked: Wanted = {
    metric, period: asked, filters: asksPeers(query) ? withoutPeers(query.filters) : query.filters, excluding: query.excluding,
    by: [], heldBy: [...by, ...dimensionsIn(setting, otherFilters(query))], undated: asked.asked === null,
  };
  const held = await heldOf(setting, metric, [...wantedAsAsked.heldBy, ...dimensionsIn(setting, wantedAsAsked.filters, wantedAsAsked.excluding)]);
  const horizon = query.intent === 'projection' && held.kind === 'tables' ? horizonOf(setting.catalogue, wantedAsAsked, held.holding, query.aim !== undefined) : null;
  const wanted: Wanted = { ...wantedAsAsked, period: horizon?.period ?? asked };
  const { period } = wanted;
  // What somebody else publishes says little by itself: where they give the country and the peers with it, these stand beside it.
  const isPublished = metric.kind === 'published' && query.intent === 'value' && query.versus === null;
  const [reckoned, known, targets] = await Promise.all([
    reckon(setting, wanted),
    asksPeers(query) || isPublished ? peersOf(setting, metric, period, query.filters) : null,
    computedTargets(setting, metric, period, wanted.filters),
  ]);
  const peers = isPublished ? null : known;
  const beside = isPublished ? (['national', 'peers'] as const).map((one) => benchmarkComparison(one, known)).filter((one) => one.figure.value !== null) : [];
  const { figure, asAt, printed } = onlyCell(reckoned);
  const plain = {
    metric: metric.id, period, figure, comparisons: [], trend: [], run: [], groups: [], excluded: [], provenance: reckoned.provenance,
    asAt, printed, peers, variance: null, drivers: null, outlook: null, computedTargets: targets, alternatives: [],
  };
  const missing = missingWithPeers(query, reckoned.missing, peers);
  if (held.kind === 'not-held' || (held.kind === 'tables' && reckoned.cells.length === 0 && reckoned.missing !== 'no-activity')) {
    return { ...plain, comparisons: peers === null ? [] : await comparisonsOf(setting, { ...wanted, versus: query.versus, figure, peers }, held), missing };
  }
  const [comparisons, course, groups, excluded, variance, alternatives, drivers, outlook] = await Promise.all([
    comparisonsOf(setting, { ...wanted, versus: query.versus, figure, peers }, held),
    held.kind === 'tables' ? courseWithMonths(setting, wanted, query, held.holding) : printedCourse(setting, wanted),
    groupsOf(setting, { ...wanted, by }, otherPeriod(query.versus, period, held)),
    held.kind === 'tables' && !withholdsExclusions(setting, wanted) ? exclusions(setting, metric, sliceOf(wanted, partHeld(held.holding, period))) : null,
    varianceOf(setting, wanted, figure),
    alternativesOf(setting, wanted, held, missing),
    driversOf(setting, query, { ...wanted, figure, held, computed: targets }),
    horizon === null ? null : outlookOf(setting, wanted, horizon, { figure, provenance: reckoned.provenance }),
  ]);
  return { ...plain, comparisons: [...comparisons, ...beside], ...course, groups, excluded: excluded ?? [], variance, alternatives, drivers, outlook, missing };
}

/** People left out are people too, and below the trust no pattern covers them. */
const withholdsExclusions = (setting: Setting, { metric, filters, excluding }: Wanted): boolean =>
  setting.withhold !== undefined && metric.counting === 'people' && dimensionsIn(setting, filters, excluding).length > 0;

/** How a figure has run; where it is heading for the end of a month, the months before as well, of which its days are drawn. */
async function courseWithMonths(setting: Setting, wanted: Wanted, query: Query, holding: Holding): Promise<Course> {
  const course = await courseOf(setting, wanted, query, holding);
  return query.intent !== 'projection' || query.period === null || course.run.length > 0 ? course : { ...course, run: (await courseOf(setting, { ...wanted, period: query.period }, query, holding)).run };
}

/** A question about peers is answered by its peers, with or without a figure of one's own. */
function missingWithPeers(query: Query, missing: MetricResult['missing'], peers: Peers | null): MetricResult['missing'] {
  return query.intent !== 'peers' ? missing : peers === null ? 'no-peers' : null;
}

/** An explanation is split by its own rule, and only where that changes nothing of the figure. */
const splitBy = ({ intent, by }: Query): readonly string[] =>
  (intent === 'explanation' || intent === 'projection' ? [] : [by ?? []].flat().filter((id) => !CHOOSES_PEERS.includes(id)));

/** The parts of a split, each with its figure over the other period where it is set against one. */
async function groupsOf(setting: Setting, wanted: Wanted, other: Period | null): Promise<readonly Group[]> {
  if (wanted.by.length === 0) {
    return [];
  }
  const [{ cells }, before] = await Promise.all([reckon(setting, wanted), other === null ? null : reckon(setting, { ...wanted, period: other, undated: false })]);
  const figureThen = (keys: readonly string[]): Figure => before?.cells.find((cell) => cell.keys.join('|') === keys.join('|'))?.figure ?? NO_FIGURE;
  return cells.map(({ keys, figure, missing, printed }) => ({
    keys, figure, ...(other === null ? {} : { other: { label: other.label, figure: figureThen(keys) } }), ...(missing === null ? {} : { missing }), ...(printed === null ? {} : { printed }),
  }));
}

