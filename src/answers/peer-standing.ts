import type { Metric } from '../catalogue/metric';
import type { Figure, PeerFigure, Peers } from '../engine/result';
import { rangePeriod } from '../calendar/period';
import { funnel, type Funnel, type FunnelMethod, type FunnelPosition } from '../statistics/funnel';
import { errorFromChanges, rankIntervals, type RankInterval } from '../statistics/rank-interval';
import type { PeerStanding } from './peer-standing-answer';
import { displayValue } from './display';
import { shownFigure } from './figure-words';
import { inBrackets } from './in-brackets';
import { peerFunnel } from './peer-funnel';
import { ALL_HIDDEN } from './withheld';

/** Fewer providers than this make no spread. */
const FEWEST = 5;

interface Counted extends PeerFigure {
  readonly numerator: number;
  readonly denominator: number;
}

/** How it stands beside the others, and how far outside of what chance allows. */
const POSITIONS: Readonly<Record<FunnelPosition, readonly [stands: string, outside: string]>> = {
  within: ['Not to be told apart from other trusts', ''],
  'above-95': ['Higher than other trusts', ' (outside the 95% limits, inside the 99.8%)'],
  'below-95': ['Lower than other trusts', ' (outside the 95% limits, inside the 99.8%)'],
  'above-998': ['Higher than other trusts', ' (outside the 99.8% limits)'],
  'below-998': ['Lower than other trusts', ' (outside the 99.8% limits)'],
};

const sideOf = (position: FunnelPosition): string =>
  (position === 'within' ? 'Within' : `${position.startsWith('above') ? 'Above' : 'Below'} what`);

/**
 * Where the organisation stands among its peers: its place in a funnel with the spread between trusts allowed for, and
 * the ranks that chance leaves open. A position is no verdict. Where the source gives no counts behind its figures, or
 * too few peers, nothing is said of chance. Where its own figure is hidden it has no place, and that is said.
 */
export function peerStanding(peers: Peers, metric: Metric): PeerStanding {
  const counted = peers.providers.flatMap(counts);
  const own = counted.findIndex(({ own: isOwn }) => isOwn);
  const median = shownOf(peers.median, metric);
  const values = {
    group: peers.group,
    national: shownOf(peers.national, metric),
    median: median === null ? null : { ...median, from: peers.document, name: peers.medianName ?? 'Peer median' },
    own: ownOf(peers, metric),
    source: `${peers.document}, ${rangePeriod(peers.from, peers.to).label}${peers.differenceInDefinition === null ? '' : `; ${peers.differenceInDefinition.replace(/\.$/, '')}`}`,
  };
  const spread = own < 0 || counted.length < FEWEST ? null : spreadOf(counted, metric);
  const point = spread?.points[own];
  if (spread === null || point === undefined) {
    return { ...values, ...NOT_TOLD, words: notToldWords(peers, metric) };
  }
  const scale = scaleOf(counted);
  const limits = { lower95: point.limits.lower95 * scale, upper95: point.limits.upper95 * scale, lower998: point.limits.lower998 * scale, upper998: point.limits.upper998 * scale };
  const shown = (value: number): string => displayValue(value, metric);
  const ranks = ranksOf(peers, counted, spread, metric);
  const [stands, outside] = POSITIONS[point.position];
  return {
    ...values,
    position: point.position,
    positionWords: `${sideOf(point.position)} the spread of ${counted.length} trusts${point.position === 'within' ? '' : ' explains'}`,
    shift: ranks === null ? null : shiftWords(ranks.now, ranks.before),
    words: `${stands} ${inBrackets(peers.group)}: ${shown(point.value * scale)} ${during(peers)}; ${shown(limits.lower95)} to ${shown(limits.upper95)} is what chance and their usual spread allow${outside}`,
    centre: spread.centre * scale,
    ...limits,
    rank: ranks?.now ?? null,
    funnel: peerFunnel(counted, spread, scale, metric),
    rankWords: ranks === null ? null : rankWords(ranks.now, ranks.before),
  };
}

function ownOf({ providers, from, to }: Peers, metric: Metric): PeerStanding['own'] {
  const own = providers.find((provider) => provider.own);
  return own === undefined ? null : { value: own.figure.value, display: shownFigure(own.figure, metric), label: rangePeriod(from, to).label };
}

/** When the figures are of: a benchmark is often older than what was asked about. */
const during = ({ from, to }: Peers): string => `in ${rangePeriod(from, to).label}`;

const NOT_TOLD = {
  position: 'not-told', centre: null, lower95: null, upper95: null, lower998: null, upper998: null, rank: null, rankWords: null, positionWords: '', shift: null, funnel: null,
} as const;

function shownOf(figure: Figure | null, metric: Metric): { readonly value: number; readonly display: string } | null {
  const value = figure?.value ?? null;
  return value === null ? null : { value, display: displayValue(value, metric) };
}

function counts(peer: PeerFigure): readonly Counted[] {
  const { numerator, denominator } = peer.figure;
  return numerator === null || denominator === null || denominator <= 0 || numerator < 0 ? [] : [{ ...peer, numerator, denominator }];
}

/** What a value is of its counts: 1, or 1,000 for a rate per thousand. */
function scaleOf(counted: readonly Counted[]): number {
  const first = counted.find(({ figure, numerator }) => figure.value !== null && numerator > 0);
  return first === undefined || first.figure.value === null ? 1 : first.figure.value / (first.numerator / first.denominator);
}

function spreadOf(counted: readonly Counted[], metric: Metric): Funnel | null {
  return counted.some(({ numerator }) => numerator > 0) ? funnel(counted, methodOf(counted, metric)) : null;
}

/**
 * A share varies as a proportion. Events over what is measured and not counted, such as admissions over people, vary
 * about what the common rate makes of that; everything else as a count over a count.
 */
function methodOf(counted: readonly Counted[], { unit, numerator: above, denominator: below }: Metric): FunnelMethod {
  if (unit === 'ratio' && counted.every(({ numerator, denominator }) => numerator <= denominator)) {
    return 'proportion';
  }
  return above.sum === 'rows' && below !== null && below.sum !== 'rows' ? 'rate' : 'ratio';
}

/** Ranks now and one stretch earlier. The error of a place is that of counting, or what the group's own changes show where that is more. */
function ranksOf(peers: Peers, counted: readonly Counted[], now: Funnel, metric: Metric): { readonly now: RankInterval; readonly before: RankInterval | null } | null {
  if (metric.better === 'neutral') {
    return null;
  }
  const earlier = peers.before.flatMap(counts);
  const before = earlier.length < FEWEST ? null : spreadOf(earlier, metric);
  const placeBefore = new Map(earlier.map(({ provider }, at) => [provider, before?.points[at]?.transformed]));
  const changes = counted.flatMap(({ provider }, at) => {
    const [then, current] = [placeBefore.get(provider), now.points[at]?.transformed];
    return then === undefined || current === undefined ? [] : [current - then];
  });
  const shown = errorFromChanges(changes);
  const ranked = (of: Funnel, units: readonly Counted[]): RankInterval | null => {
    const places = of.points.map(({ transformed, error }) => ({ transformed, error: Math.max(error, shown) }));
    return rankIntervals(places, metric.better === 'lower' ? 'lower' : 'higher')[units.findIndex(({ own }) => own)] ?? null;
  };
  const current = ranked(now, counted);
  return current === null ? null : { now: current, before: before === null ? null : ranked(before, earlier) };
}

/** "8th of 13, best first (11th the period before), but chance alone could put it anywhere from 1st to 12th". */
function rankWords(now: RankInterval, before: RankInterval | null): string {
  const then = before === null ? '' : before.value === now.value ? ' (as the period before)' : ` (${ordinal(before.value)} the period before${isBeyondChance(now, before) ? ', a larger shift than random variation explains' : ''})`;
  const open = now.from === now.to ? '' : `, but chance alone could put it anywhere from ${ordinal(now.from)} to ${ordinal(now.to)}`;
  return `${ordinal(now.value)} of ${now.of}, best first${then}${open}`;
}

/** The rank's change in one sentence; without one, how closely the rank can be told. */
function shiftWords(now: RankInterval, before: RankInterval | null): string {
  if (before === null || before.value === now.value) {
    return now.from === now.to ? `It ranks ${ordinal(now.value)} of ${now.of}` : `Its rank cannot be told closer than ${ordinal(now.from)} to ${ordinal(now.to)} of ${now.of}`;
  }
  return `From ${ordinal(before.value)} to ${ordinal(now.value)} of ${now.of} is ${shiftKind(now, before)}`;
}

const shiftKind = (now: RankInterval, before: RankInterval): string =>
  (isBeyondChance(now, before) ? 'a larger shift than random variation explains' : 'a shift within random variation');

const isBeyondChance = (now: RankInterval, before: RankInterval): boolean => before.from > now.to || now.from > before.to;

function notToldWords(peers: Peers, metric: Metric): string {
  const { providers, group } = peers;
  if (providers.some(({ own, figure }) => own && figure.hidden)) {
    return `This trust's own figure ${during(peers)} is hidden, because ${ALL_HIDDEN}`;
  }
  const values = providers.flatMap(({ figure }) => figure.value ?? []).sort((a, b) => a - b);
  const [lowest] = values;
  const highest = values.at(-1);
  const own = providers.find((provider) => provider.own)?.figure.value ?? null;
  if (own === null || lowest === undefined || highest === undefined || values.length < 2) {
    return 'How far chance accounts for the difference cannot be told, for the counts behind the figures are not given';
  }
  const range = `${displayValue(lowest, metric)} to ${displayValue(highest, metric)}`;
  return `${displayValue(own, metric)}, where ${values.length} trusts ${inBrackets(group)} run from ${range}; the counts behind them are not given, so how far chance accounts for it cannot be told`;
}

/** 1 → "1st". */
export function ordinal(value: number): string {
  const teen = value % 100 >= 11 && value % 100 <= 13;
  const end = teen ? 'th' : (ENDINGS[value % 10] ?? 'th');
  return `${value}${end}`;
}

const ENDINGS: readonly (string | undefined)[] = [undefined, 'st', 'nd', 'rd'];
