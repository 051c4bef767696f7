import type { Metric } from '../catalogue/metric';
import type { Cell } from './cell';
import type { Grouping, Ground, Slice } from './slice';

/**
 * Gives back the cells of one metric with those hidden that may not be shown, and numbers of people rounded where the trust
 * has them so. Every figure of the trust's own passes here once, as it leaves the tables and before anything is ordered,
 * summed, compared or drawn from it; so does its own value among its peers'. What a document prints, and the trust does not hold, is public already and does not.
 */
export type Withholding = (ground: Ground, metric: Metric, slice: Slice, grouping: Grouping, cells: readonly Cell[]) => Promise<readonly Cell[]>;
