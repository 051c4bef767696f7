import type { Metric } from '../catalogue/metric';
import type { Period } from '../calendar/period';
import { quantile } from '../statistics/quantile';
import { benchmarksOf, isProvider, NATIONAL, newestStretch, PEER_MEDIAN, stretchBefore, type BenchmarkStretch } from './benchmarks';
import { NO_FIGURE } from './cell';
import { ownWithheld } from './own-benchmark';
import type { Selection } from './query';
import type { Comparison, Figure, PeerFigure, Peers } from './result';
import type { Ground } from './slice';

/**
 * What benchmark values hold on a metric for what is asked: the newest stretch of the peer group (the one that the
 * filter names, else the organisation's own) that ends on or before the period's end, the organisation's own value hidden
 * where it may not be shown. Null where none is held.
 */
export async function peersOf(ground: Ground, metric: Metric, period: Period, filters: Selection): Promise<Peers | null> {
  const { provider, peerGroup } = ground.catalogue.organisation;
  const group = filters['peer-group']?.[0] ?? peerGroup;
  if (group === null) {
    return null;
  }
  const benchmarks = await benchmarksOf(ground, metric, filters);
  const newest = newestStretch(benchmarks, group, period);
  const [first] = newest?.values ?? [];
  if (newest === null || first === undefined) {
    return null;
  }
  const earlier = stretchBefore(benchmarks, group, newest);
  const [stretch, before] = await Promise.all([ownWithheld(ground, metric, filters, newest), earlier === null ? null : ownWithheld(ground, metric, filters, earlier)]);
  const figureOf = (code: string): Figure | null => stretch.values.find((one) => one.provider === code)?.figure ?? null;
  const medianName = stretch.values.find((one) => one.provider === PEER_MEDIAN)?.name;
  return {
    group,
    from: stretch.from,
    to: stretch.to,
    providers: providersIn(stretch, provider),
    national: figureOf(NATIONAL),
    median: figureOf(PEER_MEDIAN),
    ...(medianName === undefined || medianName === '' ? {} : { medianName }),
    document: first.document,
    publishedOn: first.publishedOn,
    differenceInDefinition: stretch.values.find((one) => one.differenceInDefinition !== null)?.differenceInDefinition ?? null,
    before: before === null ? [] : providersIn(before, provider),
  };
}

function providersIn({ values }: BenchmarkStretch, own: string | null): readonly PeerFigure[] {
  return values.filter(isProvider)
    .map(({ provider, name, figure }) => ({ provider, name, own: provider === own, figure }))
    .sort((a, b) => a.provider.localeCompare(b.provider, 'en'));
}

/**
 * Peers as one number to compare with: the median that the source gives, under the name it gives it, else that of its
 * providers; the country as given.
 */
export function benchmarkComparison(versus: 'peers' | 'national', peers: Peers | null): Comparison {
  const figure = peers === null ? null : versus === 'national' ? peers.national : (peers.median ?? medianOf(peers.providers));
  return { with: versus, label: versus === 'national' ? 'national' : (peers?.medianName ?? peers?.group ?? ''), figure: figure ?? NO_FIGURE, complete: figure !== null };
}

function medianOf(providers: readonly PeerFigure[]): Figure | null {
  const value = quantile(providers.flatMap(({ figure }) => figure.value ?? []), 0.5);
  return value === null ? null : { ...NO_FIGURE, value };
}
