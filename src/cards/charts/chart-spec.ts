import { UNITS, type Unit } from '../../catalogue/metric';
import { z } from 'zod';

export interface ChartPoint {
  /** YYYY-MM for months, YYYY-MM-DD for weeks and days. */
  readonly period: string;
  /** Unrounded, in the metric's unit (a ratio from 0 to 1); null where nothing is held. */
  readonly value: number | null;
  /** False for a period that is not over or not wholly held: it is drawn hollow and dashed. */
  readonly complete: boolean;
  /** Set where there is a value that is hidden: it is marked, for a hole in the line would say that none is held. */
  readonly hidden?: true;
}

/** What a point says of its process: for better, for worse, or neither; every other is common cause. */
const MARKS = ['improvement', 'concern', 'neutral'] as const;

/** The process behind the points: its average and limits, stretch by stretch, and what is special cause. */
export interface ChartProcess {
  /** Each holds from its point to the one before the next; only those after the first are begun anew. */
  readonly stretches: readonly { readonly from: number; readonly mean: number; readonly lower: number; readonly upper: number }[];
  /** The first point after the last that is judged. */
  readonly to: number;
  readonly marks: readonly { readonly at: number; readonly kind: (typeof MARKS)[number] }[];
  /** "average 8.5%, usual 7.9% to 9.1%" */
  readonly words: string;
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
  /** Null where too little is held to judge the run. */
  readonly process: ChartProcess | null;
}

/** Upright lines of one picture, the latest of them: two years of strikes are eleven. */
export const MOST_EVENTS = 12;

/** How a hidden point is carried, in place of whether it is complete. */
const HIDDEN = 2;

const place = z.int().min(0).max(399);

const wire = z.tuple([
  z.literal(1),
  z.string().max(200),
  z.enum(UNITS),
  z.tuple([z.number(), z.string().max(80)]).nullable(),
  z.array(z.tuple([z.string().max(10), z.number().nullable(), z.union([z.literal(0), z.literal(1), z.literal(HIDDEN)])])).max(400),
  z.string().max(40),
  z.array(z.tuple([place, z.string().max(60)])).max(MOST_EVENTS).default([]),
  z.tuple([z.array(z.tuple([place, z.number(), z.number(), z.number()])).min(1).max(6), z.int().min(0).max(400), z.array(z.tuple([place, z.union([z.literal(0), z.literal(1), z.literal(2)])])).max(400), z.string().max(80)]).nullable().default(null),
]);

/** Six figures are more than a picture can show. */
const rounded = (value: number): number => Number(value.toPrecision(6));

/** The spec as short JSON. */
export function writeSpec(spec: ChartSpec): string {
  const points = spec.points.map(({ period, value, complete, hidden }) => [period, value === null ? null : rounded(value), hidden === true ? HIDDEN : complete ? 1 : 0]);
  const target = spec.target === null ? null : [rounded(spec.target.value), spec.target.label.slice(0, 80)];
  return JSON.stringify([1, spec.name.slice(0, 200), spec.unit, target, points, spec.last.slice(0, 40), spec.events.slice(-MOST_EVENTS).map(({ at, label }) => [at, label.slice(0, 60)]), processWire(spec.process)]);
}

function processWire(process: ChartProcess | null): unknown {
  return process === null ? null : [
    process.stretches.slice(-6).map(({ from, mean, lower, upper }) => [from, rounded(mean), rounded(lower), rounded(upper)]),
    process.to, process.marks.map(({ at, kind }) => [at, MARKS.indexOf(kind)]), process.words.slice(0, 80),
  ];
}

/** The spec that `writeSpec` wrote, or null where the text is anything else. */
export function readSpec(json: unknown): ChartSpec | null {
  const read = wire.safeParse(json);
  if (!read.success) {
    return null;
  }
  const [, name, unit, target, points, last, events, process] = read.data;
  return {
    name,
    unit,
    target: target === null ? null : { value: target[0], label: target[1] },
    points: points.map(([period, value, state]) => ({ period, value, complete: state !== 0, ...(state === HIDDEN ? { hidden: true as const } : {}) })),
    last,
    events: events.map(([at, label]) => ({ at, label })),
    process: process === null ? null : {
      stretches: process[0].map(([from, mean, lower, upper]) => ({ from, mean, lower, upper })),
      to: process[1],
      marks: process[2].map(([at, kind]) => ({ at, kind: MARKS[kind] })),
      words: process[3],
    },
  };
}
