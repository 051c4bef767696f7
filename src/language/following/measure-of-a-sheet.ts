import type { Catalogue } from '../../catalogue/catalogue';
import type { Query } from '../../engine/query';
import { plays, type Frame } from '../frame/frame';
import { metricsOf } from '../held-range';

/**
 * "Month by month", "why", "against last year" after a scorecard that shows one measure by its parts: the measure and not
 * the sheet is meant, which has no course. Any other query stays as it is.
 */
export function measureOfASheet(before: Query, frame: Frame, { scorecards }: Catalogue): Query {
  const scorecard = before.scorecard === null ? undefined : scorecards.get(before.scorecard);
  const [section, second] = scorecard?.sections ?? [];
  const [metric, another] = scorecard === undefined ? [] : metricsOf(scorecard);
  const more = plays(frame, 'trend', 'why', 'forecast', 'versus', 'versus-previous', 'versus-last-year', 'versus-target', 'target', 'compare') || frame.by.length + frame.having.length > 0 || frame.order !== null;
  if (section === undefined || second !== undefined || !('by' in section) || metric === undefined || another !== undefined || !more) {
    return before;
  }
  return { ...before, scorecard: null, metrics: [metric], intent: 'breakdown', by: section.by, filters: { ...section.filters, ...before.filters } };
}
