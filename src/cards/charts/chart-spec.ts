import { UNITS, type Unit } from '../../catalogue/metric';
import { z } from 'zod';

export interface ChartPoint {
  /** YYYY-MM for months, YYYY-MM-DD for weeks and days. */
  readonly period: string;
  /** Unrounded, in the metric's unit (a ratio from 0 to 1); null where nothing is held. */
  readonly value: number | null;
  /** False for a period that is not over or not wholly held: it is drawn hollow and dashed. */
  readonly complete: boolean;
}

/** Everything a picture of a trend needs: it is carried whole in the picture's address. */
export interface ChartSpec {
  readonly name: string;
  readonly unit: Unit;
  readonly target: { readonly value: number; readonly label: string } | null;
  readonly points: readonly ChartPoint[];
  /** The last value held, as the card prints it: "8.1%". */
  readonly last: string;
  /** What happened meanwhile, each marked at the point it falls in (by its place among the points). */
  readonly events: readonly { readonly at: number; readonly label: string }[];
}

const wire = z.tuple([
  z.literal(1),
  z.string().max(200),
  z.enum(UNITS),
  z.tuple([z.number(), z.string().max(80)]).nullable(),
  z.array(z.tuple([z.string().max(10), z.number().nullable(), z.union([z.literal(0), z.literal(1)])])).max(400),
  z.string().max(40),
  z.array(z.tuple([z.int().min(0).max(399), z.string().max(60)])).max(6).default([]),
]);

/** Six figures are more than a picture can show. */
const rounded = (value: number): number => Number(value.toPrecision(6));

/** The spec as short JSON. */
export function writeSpec(spec: ChartSpec): string {
  const points = spec.points.map(({ period, value, complete }) => [period, value === null ? null : rounded(value), complete ? 1 : 0]);
  const target = spec.target === null ? null : [rounded(spec.target.value), spec.target.label.slice(0, 80)];
  return JSON.stringify([1, spec.name.slice(0, 200), spec.unit, target, points, spec.last.slice(0, 40), spec.events.slice(0, 6).map(({ at, label }) => [at, label.slice(0, 60)])]);
}

/** The spec that `writeSpec` wrote, or null where the text is anything else. */
export function readSpec(json: unknown): ChartSpec | null {
  const read = wire.safeParse(json);
  if (!read.success) {
    return null;
  }
  const [, name, unit, target, points, last, events] = read.data;
  return {
    name,
    unit,
    target: target === null ? null : { value: target[0], label: target[1] },
    points: points.map(([period, value, complete]) => ({ period, value, complete: complete === 1 })),
    last,
    events: events.map(([at, label]) => ({ at, label })),
  };
}
