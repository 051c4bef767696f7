import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import type { DriverPart, Drivers } from '../engine/change';
import { UNPLACED } from '../engine/keys';
import type { MetricResult } from '../engine/result';
import { partWords, stillCoding } from './caveats';
import { contributionOf, contributionStyle, displayCases, displayContribution, type ContributionStyle } from './contribution';
import { displayChange, displayCount, displayDifference, displayStep, displayValue } from './display';
import type { ChangeSide, DriverRow, DriversAnswer } from './drivers-answer';
import { isBalance } from './difference';
import { shownFigure } from './figure-words';
import { duringWords, inSentence, labelOf } from './names';
import { dailyChange, type DailyChange } from './per-working-day';
import { unsplitWords } from './unsplit';

/**
 * Judges where a figure's change lies: what each part did to it, largest first, in the metric's unit and in what is
 * counted. Null where the result explains nothing. Contributions are worked out from the figures that are shown, so that
 * a part that is withheld has none.
 *
 * @param targetWords what the figure is held against in words, where that is a target
 */
export function driversAnswer(catalogue: Catalogue, metric: Metric, result: MetricResult, targetWords: string | null): DriversAnswer | null {
  const { drivers, figure } = result;
  if (drivers === null) {
    return null;
  }
  const isShare = drivers.by.some((id) => catalogue.dimensions.get(id)?.['numerator-only'] === true);
  const work = contributionOf(metric, drivers, figure, isShare);
  const style = contributionStyle(metric);
  const parts = drivers.parts.map((part) => driverRow(catalogue, metric, part, { drivers, result, work, style }));
  const isRounded = drivers.parts.some(({ from, to }) => from.roundedTo !== undefined || to.roundedTo !== undefined);
  const dimensions = drivers.by.flatMap((id) => catalogue.dimensions.get(id) ?? []);
  const listed = new Intl.ListFormat('en-GB');
  const plural = listed.format(dimensions.map((dimension) => inSentence(dimension.plural)));
  const change = figure.value === null || drivers.from.value === null ? null : figure.value - drivers.from.value;
  return {
    with: drivers.with === 'target' ? 'target' : 'time',
    by: drivers.by,
    split: listed.format(dimensions.map((dimension) => inSentence(dimension.name))),
    plural,
    from: fromSide(metric, drivers, targetWords),
    to: { label: sideLabel(result), value: figure.value, display: shownFigure(figure, metric), when: whenHeld(result) },
    change,
    changeWords: change === null ? '' : changeWords(metric, result),
    daily: dailyOf(metric, result),
    style,
    unit: unitWords(metric),
    counts: metric.numerator.counts,
    parts: [...parts].sort((a, b) => size(b) - size(a) || a.label.localeCompare(b.label, 'en')),
    ...(isRounded ? { isRounded: true as const } : {}),
    effects: effectsOf(style, parts, plural, isRounded),
    total: change === null ? { contribution: null, cases: null, display: '', casesDisplay: '' } : { contribution: change, cases: casesIn(metric, result, change), display: displayContribution(change, style), casesDisplay: casesDisplay(metric, casesIn(metric, result, change)) },
    countedWords: change === null ? '' : countedWords(metric, result, drivers, change),
    unsplit: drivers.unsplit === null ? null : unsplitWords(catalogue, metric, drivers),
  };
}

/** Withheld parts come last, whatever they are. */
const size = ({ contribution }: DriverRow): number => (contribution === null ? -1 : Math.abs(contribution));

interface Whole {
  readonly drivers: Drivers;
  readonly result: MetricResult;
  readonly work: ReturnType<typeof contributionOf>;
  readonly style: ContributionStyle;
}

function driverRow(catalogue: Catalogue, metric: Metric, part: DriverPart, { drivers, result, work, style }: Whole): DriverRow {
  const suppressed = part.from.hidden || part.to.hidden;
  const { rate, mix, contribution } = suppressed ? { rate: null, mix: null, contribution: null } : work(part);
  const cases = contribution === null ? null : casesIn(metric, result, contribution);
  return {
    key: part.keys.join('|'),
    keys: part.keys,
    label: part.keys.includes(UNPLACED) ? `Without ${metric.denominator?.counts ?? 'any'} of its own` : part.keys.map((key, at) => labelOf(catalogue, drivers.by[at] ?? '', key)).join(' · '),
    from: drivers.with === 'target' ? drivers.from.value : part.from.value,
    fromDisplay: shownFigure(drivers.with === 'target' ? drivers.from : part.from, metric),
    to: part.to.value,
    toDisplay: shownFigure(part.to, metric),
    rateEffect: rate,
    mixEffect: mix,
    contribution,
    cases,
    display: contribution === null ? '*' : displayContribution(contribution, style),
    casesDisplay: cases === null ? '' : casesDisplay(metric, cases),
    suppressed,
  };
}

/** A contribution to a quotient in what stands above its line, over the denominator of the figure that is explained. */
function casesIn({ kind }: Metric, { figure: { denominator } }: MetricResult, contribution: number): number {
  return kind === 'ratio' && denominator !== null ? contribution * denominator : contribution;
}

/**
 * How the count itself changed between two times, beside what the rate alone did to it: the rest is that there was more or
 * less to count it of. Nothing where one of them is not known, or the rate is all there is to it.
 */
function countedWords(metric: Metric, result: MetricResult, { from, with: kind }: Drivers, change: number): string {
  const { numerator: now, denominator } = result.figure;
  const { numerator: then } = from;
  if (metric.kind !== 'ratio' || metric.denominator === null || kind === 'target' || now === null || then === null || denominator === null || from.hidden || result.figure.hidden || POUNDS.test(metric.numerator.counts)) {
    return '';
  }
  const byRate = Math.round(casesIn(metric, result, change));
  const inAll = Math.round(now) - Math.round(then);
  const moreOrFewer = (size: number): string => `${displayCount(Math.abs(size))} ${size < 0 ? 'fewer' : 'more'}`;
  return inAll === byRate ? '' : `${moreOrFewer(inAll)} ${metric.numerator.counts} in all (${displayCount(then)} to ${displayCount(now)}): ${moreOrFewer(byRate)} by the rate, ${moreOrFewer(inAll - byRate)} by the number of ${metric.denominator.counts}`;
}

const POUNDS = /^pounds of /;

function casesDisplay({ kind, denominator }: Metric, cases: number): string {
  return kind === 'ratio' && denominator !== null ? displayCases(cases) : '';
}

function fromSide(metric: Metric, { with: kind, period, from, asAt, complete }: Drivers, targetWords: string | null): ChangeSide {
  if (kind === 'target' || period === null) {
    return { label: targetWords === null ? '' : `Target ${targetWords}`, value: from.value, display: shownFigure(from, metric), when: '' };
  }
  const part = complete || from.value === null ? '' : ' (part held)';
  return { label: `${period.label}${part}`, value: from.value, display: shownFigure(from, metric), when: `${duringWords(period, asAt)}${part}` };
}

const partOf = (result: MetricResult): string => {
  const part = partWords(result);
  return part === null ? '' : ` (${part})`;
};

/** When a figure is of, and what part of that is held; a census is of its day and of no part. */
export function whenHeld(result: MetricResult): string {
  const part = result.asAt === null ? partWords(result) : null;
  return `${duringWords(result.period, result.asAt)}${part === null ? '' : `, ${part}`}`;
}

const sideLabel = (result: MetricResult): string => `${result.period.label}${partOf(result)}`;

/**
 * A change that the two figures beside it do not bear out is told with both to as many places as its parts are, and not to
 * a third number of them: "down 0.26 percentage points (6.52% to 6.27%, rounded)".
 */
function inOnePrecision(metric: Metric, from: number, to: number): string {
  const plain = displayChange(from, to, metric);
  const fine = { ...metric, decimals: contributionStyle(metric).decimals };
  const step = displayDifference(to - from, fine);
  if (!plain.endsWith(')') || fine.decimals === metric.decimals || step === displayDifference(0, fine)) {
    return plain;
  }
  return `${to > from ? 'up' : 'down'} ${step} (${displayValue(from, fine)} to ${displayValue(to, fine)}${displayStep(from, to, fine) === step ? '' : ', rounded'})`;
}

/** "up 0.3 percentage points"; what prints the same on both sides has not changed. */
function changeWords(metric: Metric, { drivers, figure, period, provenance }: MetricResult): string {
  const moved = inOnePrecision(metric, drivers?.from.value ?? 0, figure.value ?? 0);
  return provenance.maturesOn === null || drivers?.with === 'target' ? moved : `${moved}; ${stillCoding({ period, provenance }, isBalance(metric) ? '' : moved)}`;
}

/** How a volume changed for each working day, where the other stretch of time is all held and has not as many of them. */
function dailyOf(metric: Metric, { drivers, figure, period, provenance }: MetricResult): DailyChange | null {
  return drivers === null || drivers.period === null || !drivers.complete || !provenance.complete ? null
    : dailyChange(metric, { value: figure.value, from: period.from, to: period.to }, { value: drivers.from.value, from: drivers.period.from, to: drivers.period.to });
}

function unitWords(metric: Metric): string {
  switch (metric.unit) {
    case 'ratio': return 'percentage points';
    case 'minutes':
    case 'nights': return metric.unit;
    case 'points': return `points ${metric.suffix}`.trim();
    case 'count':
    case 'number': return metric.suffix;
    case 'gbp': return '';
  }
}

/** @param isRounded whether the parts, being of rounded numbers, need not come to the change */
function effectsOf(style: ContributionStyle, parts: readonly DriverRow[], plural: string, isRounded: boolean): DriversAnswer['effects'] {
  const told = parts.filter(({ rateEffect, mixEffect }) => rateEffect !== null && mixEffect !== null);
  if (told.length === 0) {
    return null;
  }
  const rate = told.reduce((sum, { rateEffect }) => sum + (rateEffect ?? 0), 0);
  const mix = told.reduce((sum, { mixEffect }) => sum + (mixEffect ?? 0), 0);
  const whole = isRounded || parts.some(({ suppressed }) => suppressed) ? `Of the ${displayContribution(rate + mix, style)} of the parts that are shown` : 'Of the change';
  const rounded = inLastPlace(rate, style) + inLastPlace(mix, style) === inLastPlace(rate + mix, style) ? '' : ', before rounding';
  const words = `${whole}, ${displayContribution(rate, style)} is what the ${plural} did themselves and ${displayContribution(mix, style)} is mix${rounded}: how much of the whole each of them was.`;
  return { rate, mix, words };
}

/** A contribution in the last place that is printed of it. */
const inLastPlace = (contribution: number, { times, decimals }: ContributionStyle): number => Math.round(contribution * times * 10 ** decimals);
