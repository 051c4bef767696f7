import { z } from 'zod';
import { UNITS, type Unit } from '../../catalogue/metric';

/** Limits over one denominator: lower 99.8% and 95%, then upper 95% and 99.8%, in the metric's unit. */
export interface FunnelLine {
  readonly denominator: number;
  readonly limits: readonly [lower998: number, lower95: number, upper95: number, upper998: number];
}

/** Everything a picture of a place among peers needs: it is carried whole in the picture's address. */
export interface FunnelSpec {
  readonly name: string;
  /** Of whom, and of which stretch of time: "13 trusts, July to September 2026". */
  readonly about: string;
  readonly unit: Unit;
  /** What a denominator counts: "stays". */
  readonly per: string;
  readonly centre: number;
  readonly dots: readonly { readonly denominator: number; readonly value: number }[];
  /** Which of the dots is the trust itself, and its value as the card prints it: "3.7 nights". */
  readonly own: { readonly at: number; readonly value: string };
  /** By denominator, smallest first. */
  readonly curves: readonly FunnelLine[];
}

const pair = z.tuple([z.number(), z.number()]);

const wire = z.tuple([
  z.literal('funnel-1'),
  z.string().max(200),
  z.string().max(120),
  z.enum(UNITS),
  z.string().max(80),
  z.number(),
  z.array(pair).min(1).max(400),
  z.tuple([z.int().min(0).max(399), z.string().max(40)]),
  z.array(z.tuple([z.number(), z.number(), z.number(), z.number(), z.number()])).max(60),
]);

/** Four figures are more than a picture of this size can show, and an address has to hold a whole country's trusts. */
const rounded = (value: number): number => Number(value.toPrecision(4));

/** The spec as short JSON. */
export function writeFunnel({ name, about, unit, per, centre, dots, own, curves }: FunnelSpec): string {
  return JSON.stringify([
    'funnel-1', name.slice(0, 200), about.slice(0, 120), unit, per.slice(0, 80), rounded(centre),
    dots.map(({ denominator, value }) => [rounded(denominator), rounded(value)]), [own.at, own.value.slice(0, 40)],
    curves.map(({ denominator, limits }) => [denominator, ...limits].map(rounded)),
  ]);
}

/** The spec that `writeFunnel` wrote, or null where the text is anything else. */
export function readFunnel(json: unknown): FunnelSpec | null {
  const read = wire.safeParse(json);
  if (!read.success) {
    return null;
  }
  const [, name, about, unit, per, centre, dots, [at, value], curves] = read.data;
  return {
    name, about, unit, per, centre,
    dots: dots.map(([denominator, held]) => ({ denominator, value: held })),
    own: { at, value },
    curves: curves.map(([denominator, ...limits]) => ({ denominator, limits })),
  };
}
