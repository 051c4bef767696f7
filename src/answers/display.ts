import type { Metric, Unit } from '../catalogue/metric';

/** How a metric's numbers are written: its unit, decimals and the words after a plain number. */
export type Style = Pick<Metric, 'unit' | 'decimals' | 'suffix'>;

/** Made once for each number of decimals: making one costs far more than writing with it. */
const WRITERS = new Map<number, Intl.NumberFormat>();

function written(value: number, decimals: number): string {
  const writer = WRITERS.get(decimals) ?? new Intl.NumberFormat('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  WRITERS.set(decimals, writer);
  return writer.format(value);
}

/** A whole number with thousands marked: 10,500. A sum of minutes or pounds is shown to the nearest one. */
export function displayCount(value: number): string {
  return written(value, 0);
}

/** A value as the papers print it: 8.1%, 1.57, 10,500, £4,544,400. A missing value is a dash. */
export function displayValue(value: number | null, style: Style): string {
  if (value === null) {
    return '–';
  }
  const sign = value < 0 ? '−' : '';
  const size = Math.abs(value);
  const plain: Record<Unit, () => string> = {
    ratio: () => `${sign}${written(size * 100, style.decimals)}%`,
    count: () => `${sign}${written(size, style.decimals)}`,
    number: () => `${sign}${written(size, style.decimals)}`,
    minutes: () => `${sign}${written(size, style.decimals)} minutes`,
    nights: () => `${sign}${written(size, style.decimals)} nights`,
    gbp: () => `${sign}£${written(size, style.decimals)}`,
    points: () => `${sign}${written(size, style.decimals)} points`,
  };
  return plain[style.unit]();
}

/** A target as a document writes it: "5%" and not "5.0%", "1.89", "85%". */
export function displayTarget(value: number, style: Style): string {
  const shown = style.unit === 'ratio' ? value * 100 : value;
  const decimals = [0, 1, 2].find((places) => Math.abs(shown - Number(shown.toFixed(places))) < 1e-9) ?? style.decimals;
  return displayValue(value, { ...style, decimals });
}

const MILLION = 1e6;

/** For a sentence: millions of pounds as a paper writes them (£4.5m, £20m), fewer in whole pounds; anything else as a target is written. */
export function displayShort(value: number, style: Style): string {
  if (style.unit !== 'gbp' || Math.abs(value) < MILLION) {
    return style.unit === 'gbp' ? displayValue(value, { ...style, decimals: 0 }) : displayTarget(value, style);
  }
  const millions = (Math.abs(value) / MILLION).toLocaleString('en-GB', { maximumFractionDigits: 1 });
  return `${value < 0 ? '−' : ''}£${millions}m`;
}

/** Further decimals shown where a difference would otherwise print as nought. */
const FINER = 2;

/** The size of a difference: percentage points for a ratio, the metric's own unit otherwise. Never signed. */
export function displayDifference(difference: number, style: Style): string {
  const size = Math.abs(difference);
  if (style.unit === 'ratio') {
    const points = written(size * 100, style.decimals);
    return `${points} percentage ${Number(points) === 1 ? 'point' : 'points'}`;
  }
  return displayValue(size, style);
}

/** The same for a gap to a target, which is never shown as nought where there is one: "0.02 percentage points". */
export function displayGap(gap: number, style: Style): string {
  const finer = Array.from({ length: FINER + 1 }, (_, more) => ({ ...style, decimals: style.decimals + more }));
  const shown = finer.find((one) => displayDifference(gap, one) !== displayDifference(0, one));
  return displayDifference(gap, shown ?? style);
}

/**
 * The size of the step from one figure to another, of the figures themselves and not of what is printed of them. Where that
 * would seem to contradict the two that stand beside it (6.46% and 6.33% print as 6.5% and 6.3%, and are 0.1 apart), it has
 * as many more places as it takes: "0.13 percentage points".
 */
export function displayStep(from: number, to: number, style: Style): string {
  return displayGap(to - from, finely(from, to, style));
}

/** " (6.46% to 6.33%)", behind a step that nobody can make of the two figures that stand beside it; empty behind any other. */
export function exactly(from: number, to: number, style: Style): string {
  const fine = finely(from, to, style);
  return fine === style ? '' : ` (${displayValue(from, fine)} to ${displayValue(to, fine)})`;
}

/** The same where the other is a target, which is written as its document writes it: " (5.07%)". */
export function exactlyOf(target: number, value: number, style: Style): string {
  const fine = finely(target, value, style);
  return fine === style ? '' : ` (${displayValue(value, fine)})`;
}

/**
 * A value beside a line that it lies on one side of, as finely as it takes to see on which: 8.01% beside 8%, where it would
 * print as 8.0%. As it always is where it already shows, or is the line itself.
 */
export function displayBeside(value: number, line: number, style: Style): string {
  const isSeen = (one: Style): boolean => asPrinted(value, one) !== asPrinted(line, one);
  const finer = Array.from({ length: FINER + 1 }, (_, more) => ({ ...style, decimals: style.decimals + more }));
  return displayValue(value, value === line ? style : (finer.find(isSeen) ?? finer.at(-1) ?? style));
}

/** The style itself where a step comes out of the figures as they are printed, else with the places at which it does. */
function finely(from: number, to: number, style: Style): Style {
  // Pounds that come to one more or less for their pence are not told in pence.
  if (style.unit === 'gbp' || isBorneOut(from, to, style)) {
    return style;
  }
  const finer = Array.from({ length: FINER }, (_, more) => ({ ...style, decimals: style.decimals + more + 1 }));
  return finer.find((one) => isBorneOut(from, to, one) && displayDifference(to - from, one) !== displayDifference(0, one)) ?? finer.at(-1) ?? style;
}

/** Whether a step comes out of the two figures as they are printed. */
function isBorneOut(from: number, to: number, style: Style): boolean {
  return displayDifference(asPrinted(to, style) - asPrinted(from, style), style) === displayDifference(to - from, style);
}

/** What a reader takes the figure to be. */
function asPrinted(value: number, { unit, decimals }: Style): number {
  const times = unit === 'ratio' ? 100 : 1;
  return Number(written(value * times, decimals).replaceAll(',', '')) / times;
}

/** "up 0.2 percentage points", "down 0.03", "down 0.13 percentage points (6.46% to 6.33%)"; "unchanged" where both print the same, whatever their next place does. */
export function displayChange(from: number, to: number, style: Style): string {
  return displayValue(from, style) === displayValue(to, style) ? 'unchanged' : `${to > from ? 'up' : 'down'} ${displayStep(from, to, style)}${exactly(from, to, style)}`;
}
