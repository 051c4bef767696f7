import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import type { ScorecardColumn, ScorecardSection } from '../catalogue/scorecard';
import type { ScorecardCell, ScorecardLine } from '../engine/result';
import { concentrationOf } from '../statistics/concentration';
import type { ScorecardAnswerCell, ScorecardAnswerLine } from './answer';
import { everywhereWords } from './basis';
import { rivalsOf } from './course-and-process';
import { displayFigure, isAgainstPlan, planStatus } from './difference';
import { displayCount, displayValue } from './display';
import { verdictOn, yearTargetOf } from './held-targets';
import { statusOf } from './judge';
import { mayTurn } from './may-turn';
import { inSentence, labelOf } from './names';
import { shortReason } from './no-data';
import { processAnswer } from './process';
import { columnLabel, planOf } from './scorecard-plan';
import type { TargetVerdict } from './target-verdict';

/** The number that a cell shows; for a difference without a plan its actual is a number of its own. */
function cellValue({ part, figure }: Pick<ScorecardCell, 'part' | 'figure'>): number | null {
  return part === 'value' ? figure.value : figure[part];
}

/**
 * A line in words: judged by its first column, for that column's period; the other columns stand beside it.
 * @param isJudged false where the scorecard's lines are indicators and not targets
 * @param isCoding whether a split's figures are still being coded; measures in a list have it on the points of their run
 */
export function scorecardLine(
  catalogue: Catalogue, line: ScorecardLine, defined: ScorecardSection | undefined, { isJudged: judged, isCoding }: { readonly isJudged: boolean; readonly isCoding: boolean },
): ScorecardAnswerLine | null {
  const columns = defined?.columns ?? [];
  const [first] = line.cells;
  const metric = first === undefined ? undefined : catalogue.metrics.get(first.metric);
  if (first === undefined || metric === undefined) {
    return null;
  }
  const verdict = judged ? verdictOf(catalogue, metric, line, first) : null;
  const status = statusOf(verdict, metric);
  const value = cellValue(first);
  const year = judged ? yearTargetOf(catalogue, metric, first.figure.value, againstOf(line, first)) : null;
  const plan = planOf(catalogue, line, columns);
  const process = judged && line.kind === 'line' ? processAnswer(catalogue, metric, line.trend, { filters: line.filters, period: first.period, computed: line.computedTargets }) : null;
  return {
    key: line.key,
    kind: line.kind,
    label: line.label ?? labelFor(catalogue, line, metric, defined),
    metric: metric.id,
    value,
    display: cellDisplay(first, metric),
    numerator: first.figure.numerator,
    denominator: first.figure.denominator,
    target: verdict === null ? null : { value: verdict.value, met: verdict.met, words: verdict.words, source: verdict.source },
    rivals: rivalsOf(verdict, process),
    status: status.status,
    plan,
    statusWords: value === null && !first.figure.hidden ? withoutValue(first)
      : verdict !== null ? status.words
      : year !== null ? 'Year not over' : isAgainstPlan(metric) ? (plan?.status ?? planStatus(first.figure, metric)) : judged ? status.words : 'Not judged',
    ...(mayTurn(metric, isOfCoding(line, first, defined, isCoding)) === status.status ? { mayTurn: true as const } : {}),
    ...(defined !== undefined && 'by' in defined && first.period.grain === 'month' ? offOver(catalogue, metric, line, columns) : {}),
    cells: line.cells.map((cell, at) => answerCell(catalogue, cell, columns[at])),
    concentration: line.kind === 'line' && verdict !== null && !verdict.met ? concentrationIn(catalogue, metric, line, verdict.value) : null,
    process,
    notes: [
      ...(line.kind === 'line' ? everywhereWords(catalogue, metric) : []),
      ...(metric.unit === 'number' && metric.suffix !== '' && value !== null ? [`in ${metric.suffix}`] : []),
      ...(year === null ? [] : [`${year.words}; ${year.runRateWords}`]),
      ...(plan === null ? [] : [plan.note]),
      ...(judged ? elsewhere(catalogue, metric, line, columns, verdict) : []),
    ],
    suppressed: first.figure.hidden,
  };
}

/** Whether the figure of a line's first column is still being coded. */
function isOfCoding({ trend }: ScorecardLine, { period: { to } }: ScorecardCell, defined: ScorecardSection | undefined, isCoding: boolean): boolean {
  return defined !== undefined && 'by' in defined ? isCoding : trend.some(({ span, period, immature }) => span === 'month' && immature && to.startsWith(period));
}

/** Where a missed target is missed in one specialty above all; never where any of them is withheld. */
function concentrationIn(catalogue: Catalogue, metric: Metric, { specialties }: ScorecardLine, target: number): ScorecardAnswerLine['concentration'] {
  const { better, kind, counting, numerator: { counts } } = metric;
  // Minutes and pounds are counted in units too small to say that there are few of them.
  if (better === 'neutral' || counting === 'minutes' || counting === 'money' || (kind === 'count' && target !== 0) || specialties.some(({ figure }) => figure.hidden)) {
    return null;
  }
  const parts = specialties.flatMap(({ key, figure: { numerator, denominator } }) => (numerator === null ? [] : [{ key, numerator, denominator }]));
  const found = concentrationOf(parts, target, better);
  const key = found === null ? undefined : parts[found.at]?.key;
  return found === null || key === undefined ? null
    : { key, share: found.share, words: `${labelOf(catalogue, 'specialty', key)} alone ${better === 'lower' ? 'has' : 'lacks'} ${displayCount(found.excess)} of the ${displayCount(found.excess / found.share)} ${counts} ${better === 'lower' ? 'over' : 'short of'} target` };
}

function labelFor(catalogue: Catalogue, { kind, key }: ScorecardLine, metric: Metric, defined: ScorecardSection | undefined): string {
  if (kind === 'total') {
    return 'Grand total';
  }
  if (defined === undefined || !('by' in defined)) {
    return metric.short ?? metric.name;
  }
  return kind === 'sub-total' ? subTotal(catalogue, defined['sub-totals'] ?? defined.by, key) : labelOf(catalogue, defined.by, key);
}

/** "Outpatients total": in full, for nothing on the table says what the letters of a group stand for. */
function subTotal(catalogue: Catalogue, dimension: string, key: string): string {
  const inFull = catalogue.dimensions.get(dimension)?.values.find((value) => value.key === key)?.['in-full'];
  return `${inFull ?? labelOf(catalogue, dimension, key)} total`;
}

const againstOf = (line: ScorecardLine, { period }: ScorecardCell) => ({ filters: line.filters, period, computed: line.computedTargets });

/** A plan is no target; only the value itself is held against one. A difference is judged by the difference, whichever of its numbers is shown. */
function verdictOf(catalogue: Catalogue, metric: Metric, line: ScorecardLine, cell: ScorecardCell): TargetVerdict | null {
  const isJudged = cell.part === 'value' || (metric.kind === 'difference' && cell.part === 'numerator');
  return isJudged ? verdictOn(catalogue, metric, cell.figure.value, againstOf(line, cell)) : null;
}

function withoutValue({ missing }: ScorecardCell): string {
  const words = missing === null ? 'no figure' : shortReason(missing);
  return `${words.charAt(0).toLocaleUpperCase('en-GB')}${words.slice(1)}`;
}

function cellDisplay(cell: ScorecardCell, metric: Metric): string {
  if (cell.figure.hidden) {
    return '*';
  }
  const value = cellValue(cell);
  if (cell.part === 'value') {
    return displayFigure(value, metric);
  }
  return value === null ? '–' : metric.kind === 'difference' ? displayValue(value, metric) : displayCount(value);
}

function answerCell(catalogue: Catalogue, cell: ScorecardCell, column: ScorecardColumn | undefined): ScorecardAnswerCell {
  const metric = catalogue.metrics.get(cell.metric);
  const value = cellValue(cell);
  return {
    id: cell.column,
    label: columnLabel(cell, column),
    value,
    display: metric === undefined ? '–' : cellDisplay(cell, metric),
    reason: value !== null || cell.figure.hidden ? null : cell.missing === null ? 'no figure' : shortReason(cell.missing),
  };
}

/** A month that misses a target which longer stretches meet is no more than a month. */
function offOver(catalogue: Catalogue, metric: Metric, line: ScorecardLine, columns: readonly ScorecardColumn[]): Pick<ScorecardAnswerLine, 'offOver'> {
  const others = line.cells.slice(1).flatMap((cell, at) => {
    const verdict = cell.metric === metric.id ? verdictOf(catalogue, metric, line, cell) : null;
    return verdict === null ? [] : [{ label: columns[at + 1]?.label ?? cell.column, met: verdict.met }];
  });
  return others.length === 0 ? {} : { offOver: others.filter(({ met }) => !met).map(({ label }) => label) };
}

/** Columns of the same measure that come out the other way: a month on target and a rolling half-year off it. */
function elsewhere(
  catalogue: Catalogue, metric: Metric, line: ScorecardLine, columns: readonly ScorecardColumn[], verdict: TargetVerdict | null,
): readonly string[] {
  const others = line.cells.slice(1).flatMap((cell, at) => {
    const other = cell.metric === metric.id ? verdictOf(catalogue, metric, line, cell) : null;
    if (other === null || (verdict !== null && other.met === verdict.met)) {
      return [];
    }
    const target = other.words === verdict?.words ? '' : ` (target ${other.words})`;
    return [{ label: columns[at + 1]?.label ?? cell.column, words: `${other.met ? 'on target' : 'off target'}${target}` }];
  });
  return [...new Set(others.map(({ words }) => words))].map((words) =>
    `${new Intl.ListFormat('en-GB').format(others.filter((other) => other.words === words).map(({ label }, at) => (at === 0 ? label : inSentence(label))))}: ${words}`);
}
