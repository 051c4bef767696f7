import type { ChartProcess, ChartSpec } from './chart-spec';
import type { FunnelSpec } from './funnel-spec';
import { isFunnel, isIcon, isOnDark, type PictureSpec } from './picture-spec';
import { signChart } from './signed-chart';

/** Gives the address under which a chart's picture is drawn; empty where it is too much for one. */
export type ChartAddress = (spec: PictureSpec) => string;

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
    if (whole.length <= ADDRESS_LIMIT || isIcon(spec)) {
      return whole;
    }
    const chart = isOnDark(spec) ? spec.onDark : spec;
    if (isFunnel(chart)) {
      return '';
    }
    if (chart.points.length === 0) {
      return whole;
    }
    const shorter = withoutOldest(chart, Math.floor((chart.points.length * ADDRESS_LIMIT) / whole.length));
    return address(isOnDark(spec) ? { onDark: shorter } : shorter);
  };
  return address;
}

/** At most `most` of its points, and at least one fewer than it has. */
function withoutOldest(spec: ChartSpec, most: number): ChartSpec {
  const points = most < 1 ? [] : spec.points.slice(-Math.min(most, spec.points.length - 1));
  const lost = spec.points.length - points.length;
  return { ...spec, points, events: spec.events.flatMap(({ at, label }) => (at < lost ? [] : [{ at: at - lost, label }])), process: withoutFirst(spec.process, lost) };
}

/** The picture's address, and that of the same for a card on dark; both empty where it is too much for an address. */
export function onBothGrounds(spec: ChartSpec | FunnelSpec, address: ChartAddress): { readonly picture: string; readonly onDark: string } {
  const picture = address(spec);
  return { picture, onDark: address({ onDark: spec }) || picture };
}
