import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import type { Day } from '../calendar/day';
import { isWholeMonths } from '../calendar/period';
import type { Query } from '../engine/query';
import type { Comparison, Figure, MetricResult } from '../engine/result';
import type { AnswerComparison, MetricAnswer } from './answer';
import { groupRows, hiddenMonths, hiddenParts, peerRows, plannedTotal, unrankedWords } from './answer-rows';
import { basisWords, isUndated, printedOnOf } from './basis';
import { caveatsOf, partWords, provisionalWords, stillCoding } from './caveats';
import { comparedWords } from './compared-words';
import { differenceWords, inOne, isAgainstPlan, isBalance, planStatus } from './difference';
import { displayChange } from './display';
import { driversAnswer } from './drivers';
import type { DriversAnswer } from './drivers-answer';
import { eventsOf } from './events';
import { shownFigure, varianceWords, workingWords } from './figure-words';
import { standingTarget, verdictOn, yearTargetOf } from './held-targets';
import { gapWords, statusOf } from './judge';
import { aboutWords } from './names';
import { mayTurn } from './may-turn';
import { processAnswer } from './process';
import { dailyChange, dailyWords } from './per-working-day';
import { peerStanding } from './peer-standing';
import { roundedIn, roundedWords } from './rounded-people';
import { hasFigures } from './held';
import { projectionAnswer } from './projection';
import { isTrend, trendPoint } from './trend-point';
import { whereNotWhy } from './unsplit';
import { hiddenTogether, withheldWords } from './withheld';

/** Judges one metric's result: everything that a card, a terminal and JSON print, in words and unrounded numbers. */
export function metricAnswer(catalogue: Catalogue, query: Query, metric: Metric, result: MetricResult): MetricAnswer {
  const { figure, provenance, period } = result;
  const isAmongPeers = query.intent === 'peers';
  const against = { filters: query.filters, period, computed: result.computedTargets };
  const year = yearTargetOf(catalogue, metric, figure.value, against);
  // A place among peers is not a target: nothing beside it is called met or missed.
  const verdict = isAmongPeers ? null : verdictOn(catalogue, metric, figure.value, against);
  const status = statusOf(verdict, metric);
  const standing = verdict === null && year === null && !isAmongPeers && (figure.value !== null || figure.hidden) ? standingTarget(catalogue, metric, against) : null;
  const difference = differenceWords(figure, metric);
  const drivers = driversAnswer(catalogue, metric, result, verdict?.words ?? null);
  const process = processAnswer(catalogue, metric, result.run, { filters: query.filters, period, computed: result.computedTargets });
  const split = isAmongPeers ? { rows: peerRows(metric, result.peers?.providers ?? []), unranked: [] } : groupRows(catalogue, query, metric, result);
  const { rows } = split;
  const unranked = unrankedWords(split, metric);
  const parts = hiddenParts(catalogue, query, result);
  const turning = mayTurn(metric, isStillCoded(result));
  const months = hiddenMonths(result);
  const rounded = roundedIn(result);
  const unshown = isAmongPeers ? 0 : parts.hidden - rows.filter(({ suppressed }) => suppressed).length;
  const together = unshown > 0 || query.limit !== null ? null : hiddenTogether(metric, result);
  return {
    metric: metric.id,
    name: metric.name,
    kind: metric.kind,
    unit: metric.unit,
    value: figure.value,
    display: shownFigure(figure, metric),
    numerator: figure.numerator,
    denominator: figure.denominator,
    working: workingWords(figure, metric),
    status: status.status,
    statusWords: isAmongPeers ? 'Not a target' : verdict === null ? withoutVerdict(metric, result, year !== null, standing === null ? status.words : standing.of === 'whole' ? 'No target of its own' : 'Not shown') : status.words,
    ...(turning === null ? {} : { mayTurn: turning }),
    ...(metric.better === 'neutral' ? {} : { better: metric.better }),
    target: verdict,
    ...(standing === null ? {} : { standingTarget: standing }),
    ...(difference === null ? {} : { difference }),
    comparisons: result.comparisons.map((comparison) => compare(catalogue, query, metric, result, comparison)),
    trend: result.trend.map((point) => trendPoint(metric, point)),
    ...(query.intent === 'trend' ? latestGap(metric, verdict, result) : {}),
    rows,
    ...(unranked === null ? {} : { unranked }),
    ...(parts.hidden === 0 ? {} : { hiddenParts: parts }),
    ...(together === null ? {} : { hiddenTogether: together }),
    total: rows.length > 0 && !isAmongPeers && result.missing === null ? { label: `${aboutWords(catalogue, query)} overall`, display: plannedTotal(figure, metric) ?? shownFigure(figure, metric) } : null,
    yearTarget: year,
    peers: result.peers === null ? null : peerStanding(result.peers, metric),
    process,
    ...(months.hidden === 0 ? {} : { hiddenMonths: months }),
    variance: varianceWords(result.variance, metric),
    drivers,
    projection: query.intent === 'projection' ? projectionAnswer(catalogue, metric, result, query.filters, process, { until: query.period, aim: query.aim?.value ?? null }) : null,
    // What stands among others', or is published of the trust, is not of what was done here in the days asked about.
    events: isAmongPeers || metric.kind === 'published' || isUndated(result) ? [] : eventsOf(catalogue, metric, query.filters, { period, trend: isTrend(result.trend) ? result.trend : [] }, toldAgainst(query, result)),
    basis: basisWords(metric, result),
    undated: isUndated(result),
    printedOn: printedOnOf(result),
    part: heldPart(metric, result),
    // What is to be known of a figure is said beside a figure.
    caveats: hasFigures(result) ? [...(unranked === null ? [] : [`${unranked}.`]), ...withheldWords(query, result, unshown), ...(rounded.roundedTo === undefined ? [] : [roundedWords(rounded.roundedTo)]), ...explanationCaveats(drivers, { isJudged: verdict !== null, isTold: process !== null && period.grain === 'month' }, query), ...caveatsOf(catalogue, metric, result)] : [],
    suppressed: figure.hidden,
    data: {
      snapshot: provenance.snapshot,
      extracts: provenance.extracts,
      through: provenance.through,
      loadedAt: provenance.loadedAt,
      complete: provenance.complete && !isStillRunning(query, result),
      provisional: provenance.provisional,
      stale: provenance.stale,
      ...rounded,
    },
  };
}

/** Whether what is there may still move for its coding; what is followed up counts no more than what has been. */
const isStillCoded = ({ provenance: { maturesOn, followedTo }, printed }: MetricResult): boolean => maturesOn !== null && followedTo === undefined && printed === null;

/** How far the last whole point of a trend is from the target: that of all its points together says nothing of where it is now. */
function latestGap(metric: Metric, verdict: MetricAnswer['target'], { trend }: MetricResult): Pick<MetricAnswer, 'latestGap'> {
  const last = trend.findLast(({ figure, complete, immature }) => figure.value !== null && complete && !immature)?.figure.value ?? null;
  return verdict === null || last === null ? {} : { latestGap: gapWords(last, verdict.value, metric) };
}

/** What of the period the figure is of, and whether it is to be taken for more than provisional. */
function heldPart(metric: Metric, result: MetricResult): string | null {
  const words = [partWords(result), result.figure.value === null ? null : provisionalWords(metric, result)].filter((part) => part !== null);
  return words.length === 0 ? null : words.join('; ');
}

/** The stretches of time that an answer sets its own against; of a single value the two beside it are but beside it. */
function toldAgainst({ intent, versus }: Query, { comparisons, drivers, outlook }: MetricResult): readonly { readonly from: Day; readonly to: Day }[] {
  return [
    ...(intent === 'comparison' || versus !== null ? comparisons.flatMap(({ over }) => over ?? []) : []),
    ...(drivers === null || drivers.period === null ? [] : [drivers.period]),
    ...(outlook === null || outlook.course === null ? [] : [outlook.course.soFar]),
  ];
}

/** What an explanation does not say; where a target was asked about that there is none of, that; and why it is not split, where it is not. */
function explanationCaveats(drivers: DriversAnswer | null, { isJudged, isTold }: { readonly isJudged: boolean; readonly isTold: boolean }, { versus }: Query): readonly string[] {
  if (drivers === null || drivers.change === null) {
    return [];
  }
  const instead = versus === 'target' && drivers.with === 'time' && !isJudged ? ['No target is set, so it is held against the period before.'] : [];
  return [...instead, ...(drivers.unsplit === null ? [] : [drivers.unsplit]), whereNotWhy(drivers, isTold)];
}

/** A figure of what is behind of a stretch that is not over. */
function isStillRunning({ period: asked }: Query, { period, outlook }: MetricResult): boolean {
  return outlook !== null && asked !== null && asked.to > period.to;
}

/** A year that is not over and a plan are said in place of "No target set". */
function withoutVerdict(metric: Metric, { figure }: MetricResult, isForYear: boolean, words: string): string {
  return isForYear ? 'Year not over' : isAgainstPlan(metric) ? planStatus(figure, metric) : words;
}

function compare(catalogue: Catalogue, query: Query, metric: Metric, { figure, period, provenance }: MetricResult, other: Comparison): AnswerComparison {
  const change = figure.value === null || other.figure.value === null ? null : figure.value - other.figure.value;
  const part = other.complete || other.figure.value === null ? '' : ' (part held)';
  const filters = query.versus !== null && typeof query.versus === 'object' && 'filters' in query.versus ? query.versus.filters : null;
  const moved = figure.value === null || other.figure.value === null ? 'unchanged' : displayChange(other.figure.value, figure.value, metric);
  const isOverTime = other.with === 'previous' || other.with === 'last-year' || other.with === 'period';
  const daily = other.over === undefined || !other.complete || !provenance.complete ? null : dailyChange(metric, { value: figure.value, from: period.from, to: period.to }, { value: other.figure.value, ...other.over });
  const coding = change !== null && isOverTime && provenance.maturesOn !== null ? `; ${stillCoding({ period, provenance }, isBalance(metric) ? '' : moved)}` : '';
  const beside = other.with === 'filters' && filters !== null ? verdictOn(catalogue, metric, other.figure.value, { filters: { ...query.filters, ...filters }, period, computed: {} }) : null;
  const [ownWords, otherWords] = [differenceWords(figure, metric, false), differenceWords(other.figure, metric, false)];
  const told = {
    with: other.with,
    ...(otherWords === null ? {} : { difference: otherWords }),
    label: other.with === 'filters' && filters !== null ? aboutWords(catalogue, { filters, excluding: {} }) : `${other.label}${part}`,
    value: other.figure.value,
    display: shownFigure(other.figure, metric),
    change,
    changeWords: change === null ? (other.figure.hidden ? 'hidden' : figure.hidden && other.figure.value !== null ? 'not compared' : other.over !== undefined && !isWholeMonths(other.over) ? 'not held by the day' : 'not held') : isOverTime ? `${moved}${daily === null ? '' : `, ${dailyWords(daily)}`}${coding}` : besides(moved),
    daily: dailyWords(daily),
  };
  const said = (words: typeof ownWords, of: Figure): string => (words === null ? shownFigure(of, metric) : inOne(words));
  const own = { value: figure.value, display: said(ownWords, figure) };
  return {
    ...told,
    ...(beside === null ? {} : { met: beside.met }),
    sentence: own.value === null || told.value === null ? null : comparedWords(catalogue, query, metric, { own: { ...own, value: own.value }, other: { ...told, value: told.value, display: said(otherWords, other.figure) } }),
  };
}

/** Beside another place or other trusts nothing goes up or down: "this is 0.2 percentage points higher". */
function besides(moved: string): string {
  const [, side, size, other, own] = /^(up|down) (.*?)(?: \((.*) to (.*)\))?$/.exec(moved) ?? [];
  const exact = other === undefined ? '' : ` (${own ?? ''} against ${other})`;
  return side === undefined ? 'the same' : `this is ${size ?? ''} ${side === 'up' ? 'higher' : 'lower'}${exact}`;
}
