import type { Group } from './service-mix';

/** Pounds a weighted activity unit, in prices of 2019/20, and the group's share of the trust's units, for one stretch of time. */
export interface Weighed {
  readonly unitCost: number;
  readonly share: number;
}

export interface GroupUnitCost {
  readonly group: Group;
  readonly base: Weighed;
  readonly month: Weighed;
  readonly six: Weighed;
  readonly twelve: Weighed;
}

type Row = readonly [group: Group, base: number, share: number, month: number, share: number, six: number, share: number, twelve: number, share: number];

/**
 * Unit costs of the groups as Table 3 of the board paper of 11 July 2024 prints them: the average of 2019/20, the current
 * month (here May 2024), and six and twelve months to it. The shares are not printed. They are, for each stretch, those
 * nearest to the groups' shares of the demonstration's cost (least squares of relative differences) at which the trust's
 * unit cost is the printed grand total: 4,217, 3,904, 4,260 and 4,276.
 */
const ROWS: readonly Row[] = [
  ['alliance', 4448, 0.03231, 3624, 0.03311, 3915, 0.03308, 3958, 0.03315],
  ['chuggs', 3991, 0.22610, 3615, 0.22846, 3911, 0.22678, 3957, 0.22999],
  ['csi', 4778, 0.04349, 3408, 0.04645, 4499, 0.04505, 4674, 0.04457],
  ['esm', 4396, 0.20206, 5061, 0.17416, 5187, 0.18498, 5067, 0.17978],
  ['itaps', 3490, 0.02805, 2855, 0.02802, 2858, 0.02811, 3271, 0.02809],
  ['mss', 5202, 0.09951, 4884, 0.11130, 5046, 0.11411, 5033, 0.11132],
  ['rrcv', 4010, 0.21607, 3584, 0.22060, 4012, 0.21463, 4006, 0.21871],
  ['wc', 3890, 0.15241, 3193, 0.15790, 3681, 0.15326, 3803, 0.15439],
];

export const UNIT_COSTS: readonly GroupUnitCost[] = ROWS.map(([group, base, baseShare, month, monthShare, six, sixShare, twelve, twelveShare]) => ({
  group,
  base: { unitCost: base, share: baseShare },
  month: { unitCost: month, share: monthShare },
  six: { unitCost: six, share: sixShare },
  twelve: { unitCost: twelve, share: twelveShare },
}));
