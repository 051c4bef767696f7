import type { ChartProcess } from './chart-spec';
import { isFunnel, isIcon, type PictureSpec } from './picture-spec';
import { signChart } from './signed-chart';

/** Gives the address under which a chart's picture is drawn; empty where it is too much for one. */
export type ChartAddress = (spec: PictureSpec) => string;

/** Where the same picture is drawn for a dark ground. */
export const inTheDark = (address: string): string => address.replace(/\.png$/, '.dark.png');

/** Longest address: old proxies and clients stop at about two thousand characters. */
const ADDRESS_LIMIT = 1_800;

/** The process of what is left once the oldest points are lost; null where nothing of it is. */
function withoutFirst(process: ChartProcess | null, lost: number): ChartProcess | null {
  if (process === null || process.to <= lost) {
    return null;
  }
  const stretches = process.stretches.filter((_stretch, at) => (process.stretches[at + 1]?.from ?? process.to) > lost).map((stretch) => ({ ...stretch, from: Math.max(0, stretch.from - lost) }));
  return { ...process, stretches, to: process.to - lost, marks: process.marks.flatMap(({ at, kind }) => (at < lost ? [] : [{ at: at - lost, kind }])) };
}

/**
 * Addresses of the form `${publicUrl}/charts/<token>.png`. A trend too long for an address loses its oldest points; a
 * funnel of too many trusts has no address, since one without some of them would be another funnel.
 *
 * @param publicUrl where this program is reached from outside, without a slash at its end
 * @param key the signing key; whoever knows it can have any picture drawn
 * @param clock milliseconds since 1970: an address serves for 90 days
 */
export function createChartAddress({ publicUrl, key, clock }: { readonly publicUrl: string; readonly key: string; readonly clock: () => number }): ChartAddress {
  const base = publicUrl.replace(/\/+$/, '');
  const address = (spec: PictureSpec): string => {
    const whole = `${base}/charts/${signChart(spec, key, clock())}.png`;
    if (whole.length <= ADDRESS_LIMIT || isIcon(spec) || (!isFunnel(spec) && spec.points.length === 0)) {
      return whole;
    }
    if (isFunnel(spec)) {
      return '';
    }
    const fewer = Math.floor((spec.points.length * ADDRESS_LIMIT) / whole.length);
    const points = fewer < 1 ? [] : spec.points.slice(-Math.min(fewer, spec.points.length - 1));
    const lost = spec.points.length - points.length;
    return address({ ...spec, points, events: spec.events.flatMap(({ at, label }) => (at < lost ? [] : [{ at: at - lost, label }])), process: withoutFirst(spec.process, lost) });
  };
  return address;
}
