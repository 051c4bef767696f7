import type { ChartSpec } from '../../../src/cards/charts/chart-spec';
import type { PictureSpec } from '../../../src/cards/charts/picture-spec';

/** The picture where it is one of a trend, for a light card. */
export const trendOf = (spec: PictureSpec | null): ChartSpec | null => (spec !== null && 'points' in spec ? spec : null);
