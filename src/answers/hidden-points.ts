import type { AnswerTrendPoint } from './answer';
import type { HiddenParts } from './hidden-parts';

/** What a run is made of. */
type Step = 'month' | 'week' | 'day';

/** The step of a point: its period is YYYY-MM of a month, and a week is called one. */
const stepOf = ({ period, label }: Pick<AnswerTrendPoint, 'period' | 'label'>): Step => (period.length === 7 ? 'month' : label.startsWith('week') ? 'week' : 'day');

/** "5 of its 24 months are hidden so that nobody can be recognised", "all of its 4 months are …"; empty where none is. */
export function hiddenPointsWords({ hidden, of }: HiddenParts, step: Step = 'month'): string {
  const some = hidden === of ? (of === 1 ? `its one ${step} is` : `all of its ${of} ${step}s are`) : `${hidden} of its ${of} ${step}s ${hidden === 1 ? 'is' : 'are'}`;
  return hidden === 0 ? '' : `${some} hidden so that nobody can be recognised`;
}

/** The same of a run that is drawn: empty where none of its points is hidden. */
export function hiddenOf(trend: readonly AnswerTrendPoint[]): string {
  const [first] = trend;
  return first === undefined ? '' : hiddenPointsWords({ hidden: trend.filter(({ suppressed }) => suppressed === true).length, of: trend.length }, stepOf(first));
}
