import type { MetricResult } from '../engine/result';

/** Whether there is a figure to tell of: of the whole, of one of its parts, or one that is withheld. */
export function hasFigures({ missing, figure, groups }: Pick<MetricResult, 'missing' | 'figure' | 'groups'>): boolean {
  return missing === null || figure.hidden || hasParts({ groups });
}

/** Whether parts of a split have figures, with or without one of the whole: a document may print some parts alone. */
function hasParts({ groups }: Pick<MetricResult, 'groups'>): boolean {
  return groups.some(({ figure }) => figure.value !== null || figure.hidden);
}
