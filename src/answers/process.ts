import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import { targetsFor, type ComputedTargets } from '../catalogue/targets';
import { dayLabel, monthEnd, monthLabel } from '../calendar/day';
import type { Period } from '../calendar/period';
import type { Selection } from '../engine/query';
import type { TrendPoint } from '../engine/result';
import { spcOf, type Assurance, type Improvement, type Signal, type Spc, type SpcPoint, type Variation } from '../statistics/spc';
import { readsWords } from './caveats';
import { displayFigure, shortFigure, stillWords } from './difference';
import { isShare } from './held-targets';
import { inSentence } from './names';
import type { ProcessAnswer } from './process-answer';

/** What the run of a figure is held against: what it is of, the period asked for, and the computed targets that came with it. */
export interface Judged {
  readonly filters: Selection;
  readonly period: Period;
  readonly computed: ComputedTargets;
}

const IMPROVEMENT: Readonly<Record<Metric['better'], Improvement>> = { higher: 'increase', lower: 'decrease', neutral: 'neutral' };

/**
 * The verdict on the run of a figure: its months without a gap up to the last that is over and coded, from the day that
 * the catalogue starts them, in stretches where it records a change of the process. Where that month is not the one
 * asked for, it is named. Null where fewer than three months follow one another, or none differs from the one before:
 * then nothing can be told from chance.
 */
export function processAnswer(catalogue: Catalogue, metric: Metric, run: readonly TrendPoint[], { filters, period, computed }: Judged): ProcessAnswer | null {
  const points = judged(metric, run);
  const last = points.at(-1);
  if (last === undefined) {
    return null;
  }
  const targetOf = (month: string): number | null => (isShare(catalogue, filters)
    ? null
    : targetsFor(catalogue, metric.id, { filters, day: monthEnd(`${month}-01`), grain: 'month' }, computed)[0]?.value ?? null);
  const target = targetOf(last.period);
  const rebases = metric.spc.rebase.filter(({ where }) => Object.entries(where).every(([dimension, keys]) => filters[dimension]?.length === 1 && keys.includes(filters[dimension][0] ?? '')));
  const rebaseAt = rebases.map(({ at }) => points.findIndex((point) => point.period === at.slice(0, 7))).filter((at) => at > 0);
  const spcTo = (end: number, held: number | null): Spc | null => spcOf(points.slice(0, end).map(({ value }) => value), {
    improvement: IMPROVEMENT[metric.better], target: held, screening: metric.spc.screening, fixedAfter: metric.spc['fixed-after'],
    rebaseAt: rebaseAt.filter((at) => at < end),
  });
  const spc = spcTo(points.length, target);
  if (spc === null || spc.last.upper === spc.last.lower) {
    return null;
  }
  const { mean, lower, upper } = spc.last;
  const range = rangeOf(spc.last, metric);
  const monthBefore = points.at(-2);
  const before = monthBefore === undefined ? null : spcTo(points.length - 1, targetOf(monthBefore.period));
  const month = monthLabel(`${last.period}-01`);
  const stretch = points.slice(-spc.stretch);
  const over = limitsOver(stretch.map((point) => point.period), metric);
  const isOlderLevel = isAwayFrom(spc);
  const isAsked = period.grain === 'month' && period.from.startsWith(last.period);
  const change = `${changeWords(spc, metric)}${isOlderLevel && spc.signal?.startsWith('outside') === true ? ` of ${over}` : ''}${stillWords(last.value, spc.variation, metric)}`;
  const assurance = assuranceWords({ ...spc, target }, metric, month);
  const why = isAsked ? '' : unjudgedWhy(run, last.period, metric);
  const runLine = runWords(spc, isAsked ? '' : ` to ${month}${why === '' ? '' : ` (${why})`}`);
  const trial = spc.provisional ? ', provisional until there are more than 12' : '';
  return {
    points: spc.stretch, mean, lower, upper, variation: spc.variation, signal: spc.signal, assurance: spc.assurance, target,
    isNewlyOutOfReach: spc.signal === null && spc.assurance === 'fail' && before !== null && before.assurance !== 'fail',
    words: [isAsked ? change : `Month by month to ${month}${why === '' ? '' : ` (${why})`} ${running(change)}`, inSentence(assurance), spc.stretch < FEW ? `provisional, on ${spc.stretch} months` : ''].filter((words) => words !== '').join('; '),
    changeWords: change, month, isAsked,
    variationWords: variationWords(spc.variation, spc.signal),
    assuranceWords: assurance,
    runLine,
    lineWords: [runLine, assurance].filter((words) => words !== '').join(' · '),
    limitsWords: `Usual range ${range}, average ${inSentences(mean, metric)}, over ${spc.stretch} months to ${month}${trial}${isOlderLevel ? `; limits of ${over}, for no change is recorded at which they would begin anew` : ''}`,
    usual: range,
    olderLevel: isOlderLevel ? over : '',
    rangeWords: `average ${inSentences(mean, metric)}, usual ${range}`,
    method: methodWords(metric, rebases.filter(({ at }) => points.some((point) => point.period === at.slice(0, 7)))),
    series: spc.points.map((point, at) => ({ period: points[at]?.period ?? '', mean: point.mean, lower: point.lower, upper: point.upper, signal: point.signal, variation: point.variation })),
  };
}

/** "June is still being coded": why a month after the last that is judged is not judged itself; empty where nobody has to be told. */
function unjudgedWhy(run: readonly TrendPoint[], judgedTo: string, metric: Metric): string {
  const next = run.find(({ span, period, figure }) => span === 'month' && period > judgedTo && figure.value !== null);
  return next?.immature === true ? `${monthLabel(`${next.period}-01`).replace(/ \d{4}$/, '')} is still being ${metric['follow-up-days'] > 0 ? 'followed up' : `coded${metric['reads-until-mature'] === null ? '' : ` and ${readsWords(metric)}`}`}` : '';
}

/** "it is improving (special cause): falling for 7 months in a row", "there has been no significant change for 14 months (common cause)" */
const running = (change: string): string => `${change.startsWith('No ') ? 'there has been' : 'it is'} ${inSentence(change)}`;

/** On fewer months than these the limits may still move far. */
const FEW = 12;

/** The months that can be judged: whole, coded, held, one after another, from the day the chart starts. */
function judged(metric: Metric, run: readonly TrendPoint[]): readonly { readonly period: string; readonly value: number }[] {
  const months = run.filter(({ span, period }) => span === 'month' && (metric.spc.from === null || `${period}-01` >= metric.spc.from));
  const end = months.findLastIndex(({ complete, immature, figure }) => complete && !immature && figure.value !== null);
  const whole = months.slice(0, end + 1);
  const gap = whole.findLastIndex(({ figure, complete }) => figure.value === null || !complete);
  return whole.slice(gap + 1).flatMap(({ period, figure: { value } }) => (value === null ? [] : [{ period, value }]));
}

/** The months that the limits are worked out from: "July 2022 to June 2024". */
function limitsOver(periods: readonly string[], { spc: { 'fixed-after': fixedAfter } }: Metric): string {
  const of = fixedAfter === null ? periods : periods.slice(0, fixedAfter);
  return [...new Set([of[0], of.at(-1)])].flatMap((period) => (period === undefined ? [] : [monthLabel(`${period}-01`)])).join(' to ');
}

/** Months on one side of the average, and months beyond a limit, after which a run has a level of its own, and not that of its limits. */
const OWN_LEVEL = { aside: 7, beyond: 3 } as const;

/** Whether the run has left the level of its limits for good: then they are of an older one, or of both. */
function isAwayFrom({ points, last, signal, stretch }: Spc): boolean {
  const side = Math.sign(last.value - last.mean);
  const all = (months: number, isThere: (point: SpcPoint) => boolean): boolean => stretch >= months && points.slice(-months).every(isThere);
  return signal !== null && (all(OWN_LEVEL.aside, ({ value, mean }) => Math.sign(value - mean) === side)
    || all(OWN_LEVEL.beyond, ({ signal: other }) => other === (side > 0 ? 'outside-high' : 'outside-low')));
}

/** What the last point says: how long nothing has changed in the stretch that still runs, or by which rule something has. */
function changeWords({ points, last, signal, stretch, variation }: Spc, metric: Metric): string {
  const running = points.slice(-stretch);
  if (signal === null) {
    const quiet = running.length - 1 - running.findLastIndex((point) => point.signal !== null);
    return `No significant change ${quiet === 1 ? 'this month' : `for ${quiet} months`} (common cause)`;
  }
  return `${variationWords(variation, signal)}: ${ruleWords(signal, running.map(({ value }) => value), last, metric)}`;
}

type Limits = Pick<SpcPoint, 'lower' | 'upper' | 'mean'>;

/** Limits as they are shown: never below nought or beyond the whole, where no figure can be. What is judged is judged by the limits themselves. */
export function shownLimits({ lower, upper, mean }: Limits, { kind, unit }: Pick<Metric, 'kind' | 'unit'>): { readonly lower: number; readonly upper: number } {
  const canBeLess = kind === 'difference' || kind === 'opportunity' || mean < 0;
  return { lower: canBeLess ? lower : Math.max(0, lower), upper: unit === 'ratio' && mean <= 1 ? Math.min(1, upper) : upper };
}

/** "7.9% to 9.1%"; once where both print alike. */
function rangeOf(limits: Limits, metric: Metric): string {
  const shown = shownLimits(limits, metric);
  const [low, high] = [inSentences(shown.lower, metric), inSentences(shown.upper, metric)];
  return low === high ? low : `${low} to ${high}`;
}

/** Money short, as a sentence has it: "(£2.8m)". */
const inSentences = (value: number, metric: Metric): string => (metric.unit === 'gbp' ? shortFigure(value, metric) : displayFigure(value, metric));

function ruleWords(signal: Signal, values: readonly number[], last: SpcPoint, metric: Metric): string {
  const said = (value: number): string => inSentences(value, metric);
  const { mean, lower, upper } = last;
  switch (signal) {
    case 'outside-high': return `above the usual ${rangeOf(last, metric)}`;
    case 'outside-low': return `below the usual ${rangeOf(last, metric)}`;
    case 'trend-rising': return `rising for ${inARow(values, (later, earlier) => later > earlier) + 1} months in a row`;
    case 'trend-falling': return `falling for ${inARow(values, (later, earlier) => later < earlier) + 1} months in a row`;
    case 'two-in-three-high': return `two of the last three months near its upper limit (${said(upper)})`;
    case 'two-in-three-low': return `two of the last three months near its lower limit (${said(lower)})`;
    case 'shift-high': return `${sameSide(values, (value) => value > mean)} months in a row above its average of ${said(mean)}`;
    case 'shift-low': return `${sameSide(values, (value) => value < mean)} months in a row below its average of ${said(mean)}`;
  }
}

/** How many steps up to the last go the same way. */
function inARow(values: readonly number[], goes: (later: number, earlier: number) => boolean): number {
  const steps = values.slice(1).map((value, at) => goes(value, values[at] ?? value));
  return steps.length - 1 - steps.lastIndexOf(false);
}

function sameSide(values: readonly number[], isThere: (value: number) => boolean): number {
  return values.length - 1 - values.findLastIndex((value) => !isThere(value));
}

/**
 * One wording for each verdict of Making Data Count, the plain word before its name for it. A special cause is of a run,
 * whose last months may go the other way: by which rule it is one is said with it.
 */
function variationWords(variation: Variation, signal: Signal | null): string {
  switch (variation) {
    case 'common-cause': return 'No significant change (common cause)';
    case 'improvement': return 'Improving (special cause)';
    case 'concern': return 'Concerning (special cause)';
    case 'neutral': return `${signal?.endsWith('high') === true || signal === 'trend-rising' ? 'Higher' : 'Lower'} (special cause)`;
  }
}

/** The same as a line of a scorecard has it, with as much of the rule as it takes to be believed. */
function runWords({ points, stretch, signal, variation, last }: Spc, until: string): string {
  const head = `${variationWords(variation, signal)}${until}`;
  const values = points.slice(-stretch).map(({ value }) => value);
  switch (signal) {
    case null: return head;
    case 'outside-high': return `${head}: above its usual range`;
    case 'outside-low': return `${head}: below its usual range`;
    case 'trend-rising': return `${head}: rising for ${inARow(values, (later, earlier) => later > earlier) + 1} months`;
    case 'trend-falling': return `${head}: falling for ${inARow(values, (later, earlier) => later < earlier) + 1} months`;
    case 'two-in-three-high': return `${head}: two of the last three months near its upper limit`;
    case 'two-in-three-low': return `${head}: two of the last three months near its lower limit`;
    case 'shift-high': return `${head}: above its average for ${sameSide(values, (value) => value > last.mean)} months`;
    case 'shift-low': return `${head}: below its average for ${sameSide(values, (value) => value < last.mean)} months`;
  }
}

const ASSURANCE: Readonly<Record<Assurance, string>> = {
  pass: 'Consistently passing the target', fail: 'Consistently failing the target', 'hit-and-miss': 'Hit and miss against the target', none: '',
};

/** On which side of the target its usual range lies; where the last month has left the range for the other side, that it lay there before. */
function assuranceWords({ assurance, target, last }: Pick<Spc, 'assurance' | 'last'> & { readonly target: number | null }, { better }: Metric, month: string): string {
  const isBeyond = target !== null && last.value !== target && (last.value > target) === (better === 'higher');
  const isOther = (assurance === 'fail' && isBeyond) || (assurance === 'pass' && !isBeyond && last.value !== target);
  return `${ASSURANCE[assurance]}${isOther ? ` before ${month}` : ''}`;
}

/** How the limits were drawn: the chart, what was left out of them, and where and why they begin anew. */
function methodWords({ spc }: Pick<Metric, 'spc'>, rebases: Metric['spc']['rebase']): string {
  const fixed = spc['fixed-after'] === null ? '' : ` Limits are those of the first ${spc['fixed-after']} months.`;
  const screened = spc.screening ? ' Moves of 3.267 times the average and more are left out of it.' : '';
  const anew = rebases.map(({ at, reason }) => ` Limits begin anew at ${dayLabel(at)}: ${reason}.`).join('');
  const start = spc.from === null ? '' : ` Judged from ${monthLabel(spc.from)}${spc.because === null ? '' : ` (${inSentence(spc.because)})`}.`;
  return `Statistical process control (XmR chart, Making Data Count): usual range is the average and 2.66 times the average move from month to month either way.${start}${screened}${fixed}${anew}`;
}
