import type { ChartSpec } from '../../../src/cards/charts/chart-spec';
import { isFunnel, isIcon, type PictureSpec } from '../../../src/cards/charts/picture-spec';

/** The picture where it is one of a trend. */
export const trendOf = (spec: PictureSpec | null): ChartSpec | null => (spec === null || isFunnel(spec) || isIcon(spec) ? null : spec);
