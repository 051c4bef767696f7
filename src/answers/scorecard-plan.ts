import type { Catalogue } from '../catalogue/catalogue';
import type { ScorecardColumn } from '../catalogue/scorecard';
import type { ScorecardCell, ScorecardLine } from '../engine/result';
import { isAgainstPlan, planStatus, planWords } from './difference';
import { displayValue } from './display';
import { inSentence } from './names';

/** The plan of a line that shows its actual alone: of the column that has one, and said to be of that. */
export interface PlanOfLine {
  readonly value: number;
  /** The column's id. */
  readonly column: string;
  /** "19,651 year to date"; the number alone where the plan is of the line's first column. */
  readonly words: string;
  /** "Above plan, year to date". */
  readonly status: string;
  /** "Year to date 1,088 (5.5%) above plan". */
  readonly note: string;
}

/**
 * The plan of the first column that has one; null where a column of the line shows it, or the line is no actual that is
 * held against a plan. A plan for the year to date is never one of the month.
 */
export function planOf(catalogue: Catalogue, { cells }: ScorecardLine, columns: readonly ScorecardColumn[]): PlanOfLine | null {
  const [first] = cells;
  const metric = first === undefined ? undefined : catalogue.metrics.get(first.metric);
  if (first === undefined || metric === undefined || first.part !== 'numerator' || !isAgainstPlan(metric)) {
    return null;
  }
  const own = cells.filter((cell) => cell.metric === metric.id);
  const at = cells.findIndex((cell) => own.includes(cell) && cell.part === 'numerator' && cell.figure.denominator !== null && !cell.figure.hidden);
  const planned = cells[at];
  if (planned === undefined || planned.figure.denominator === null || own.some(({ part }) => part === 'denominator')) {
    return null;
  }
  const isOfFirst = planned.period.from === first.period.from && planned.period.to === first.period.to;
  const label = columnLabel(planned, columns[at]);
  const plan = displayValue(planned.figure.denominator, metric);
  return {
    value: planned.figure.denominator,
    column: planned.column,
    words: isOfFirst ? plan : `${plan} ${inSentence(label)}`,
    status: isOfFirst ? planStatus(planned.figure, metric) : `${planStatus(planned.figure, metric)}, ${inSentence(label)}`,
    note: `${label} ${planWords(planned.figure, metric)}`,
  };
}

/** Whether a line that is held to a plan has not reached it: plans here are of what is to be done or earned. */
export const isBelowPlan = ({ status, statusWords }: { readonly status: string; readonly statusWords: string }): boolean => status === 'none' && statusWords.startsWith('Below plan');

/** A column that shows what was asked for is headed by it: "May 2024". */
export function columnLabel({ column, period }: Pick<ScorecardCell, 'column' | 'period'>, defined: ScorecardColumn | undefined): string {
  const isAsked = defined !== undefined && defined.period === 'asked' && defined.metric === undefined && period.grain !== 'ytd' && period.grain !== 'range';
  return isAsked ? period.label : (defined?.label ?? column);
}
