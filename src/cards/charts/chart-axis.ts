import type { Unit } from '../../catalogue/metric';
import type { ChartSpec } from './chart-spec';

/** The vertical axis, in the unit as drawn (a ratio in per cent). */
export interface ChartAxis {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A value as it is drawn: a ratio in per cent, everything else as it is. */
export function drawn(value: number, unit: Unit): number {
  return Number((unit === 'ratio' ? value * 100 : value).toPrecision(6));
}

/** A mark of the axis in its unit: "8.5%", "£4.5m", "10,500", each with the decimals that the step needs. */
export function axisLabel(value: number, unit: Unit, step: number): string {
  const size = Math.abs(value);
  const [by, letter] = unit === 'gbp' && step >= 1e5 ? [1e6, 'm'] : unit === 'gbp' && step >= 1e3 ? [1e3, 'k'] : [1, ''];
  const decimals = Math.min(4, Math.max(0, -Math.floor(Math.log10(step / by) + 1e-9)));
  const written = (size / by).toLocaleString('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return `${value < 0 ? '−' : ''}${unit === 'gbp' ? '£' : ''}${written}${letter}${unit === 'ratio' ? '%' : ''}`;
}

/** What the axis counts, where its marks do not say. */
export function unitWords(unit: Unit): string {
  return unit === 'minutes' || unit === 'nights' || unit === 'points' ? unit : '';
}

/** "Oct 25" for 2025-10, "6 Oct" for 2025-10-06; anything else as it stands. */
export function periodLabel(period: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(period) ?? [];
  const name = MONTHS[Number(month) - 1];
  if (year === undefined || name === undefined) {
    return period;
  }
  return day === undefined ? `${name} ${year.slice(2)}` : `${Number(day)} ${name}`;
}

/**
 * An axis that holds every value, the target and the limits with a little air, in round steps of 1, 2 or 5.
 * It does not start at nought: a rate that moves between 7% and 9% would be a flat line.
 */
export function chartAxis(spec: Pick<ChartSpec, 'points' | 'target' | 'unit'> & Partial<Pick<ChartSpec, 'process'>>): ChartAxis {
  const limits = spec.process?.stretches.flatMap(({ lower, upper }) => [lower, upper]) ?? [];
  const values = [...spec.points.map(({ value }) => value), spec.target?.value ?? null, ...limits]
    .filter((value) => value !== null)
    .map((value) => drawn(value, spec.unit));
  const low = values.length === 0 ? 0 : Math.min(...values);
  const high = values.length === 0 ? 1 : Math.max(...values);
  const { min, max, step } = roundAxis(low, high, limits.length > 0 ? 4 : 3);
  return { min: low >= 0 ? Math.max(0, min) : min, max: spec.unit === 'ratio' && high <= 100 ? Math.min(100, max) : max, step };
}

/** Less of the axis than this is too little to see anything move on. */
const LEAST_OF_AXIS = 0.4;

/** The axis of a picture, and on which side of it the target lies where it holds it not: the figures would be squeezed into a strip. */
export function pictureAxis(spec: ChartSpec): { readonly axis: ChartAxis; readonly beyond: 'above' | 'below' | null } {
  const whole = chartAxis(spec);
  const { target, unit } = spec;
  if (target === null || !spec.points.some(({ value }) => value !== null)) {
    return { axis: whole, beyond: null };
  }
  const axis = chartAxis({ ...spec, target: null });
  const level = drawn(target.value, unit);
  const isBeyond = (level > axis.max || level < axis.min) && axis.max - axis.min < LEAST_OF_AXIS * (whole.max - whole.min);
  return isBeyond ? { axis, beyond: level > axis.max ? 'above' : 'below' } : { axis: whole, beyond: null };
}

/** From `low` to `high` with a little air, in round steps of 1, 2 or 5, of which about `steps` lie between them. */
export function roundAxis(low: number, high: number, steps: number): ChartAxis {
  const span = high - low || Math.abs(high) * 0.2 || 1;
  const step = roundStep(span / steps);
  const tidy = (value: number): number => Number(value.toPrecision(8));
  return { min: tidy(Math.floor((low - span * 0.08) / step) * step), max: tidy(Math.ceil((high + span * 0.08) / step) * step), step: tidy(step) };
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= rough) ?? 10;
  return factor * power;
}
