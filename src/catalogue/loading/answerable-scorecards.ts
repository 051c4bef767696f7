import type { Metric } from '../metric';
import type { MeasuresSection, Scorecard, ScorecardSection, SplitSection } from '../scorecard';

/** Whether a metric is held here and can be narrowed or split by all of these dimensions. */
type Answers = (metric: string, dimensions: readonly string[]) => boolean;

/**
 * The scorecards with the lines and columns that can be answered here: a measure that is left out, or that a trust has
 * narrowed, leaves its line. A scorecard of which nothing is left goes with it.
 */
export function answerableScorecards(scorecards: readonly Scorecard[], metrics: readonly Metric[]): Scorecard[] {
  const declared = new Map(metrics.map(({ id, dimensions }) => [id, dimensions]));
  const answers: Answers = (id, dimensions) => dimensions.every((dimension) => declared.get(id)?.includes(dimension)) && declared.has(id);
  return scorecards
    .map((scorecard) => ({ ...scorecard, sections: scorecard.sections.flatMap((section) => answerable(section, answers)) }))
    .filter(({ sections }) => sections.length > 0);
}

function answerable(section: ScorecardSection, answers: Answers): ScorecardSection[] {
  return 'lines' in section ? measures(section, answers) : split(section, answers);
}

function measures(section: MeasuresSection, answers: Answers): MeasuresSection[] {
  const lines = section.lines.filter(({ metric, filters }) => answers(metric, Object.keys(filters)));
  return lines.length === 0 ? [] : [{ ...section, lines }];
}

function split({ order, ...section }: SplitSection, answers: Answers): SplitSection[] {
  const { by, filters, 'sub-totals': subTotals } = section;
  const needed = [by, ...(subTotals === undefined ? [] : [subTotals]), ...Object.keys(filters)];
  const columns = section.columns.filter(({ metric }) => metric !== undefined && answers(metric, needed));
  const ordered = order !== undefined && columns.some(({ id }) => id === order.column) ? { order } : {};
  return columns.length === 0 ? [] : [{ ...section, columns, ...ordered }];
}
