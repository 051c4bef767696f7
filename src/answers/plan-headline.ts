import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import type { Figure, ScorecardLine, ScorecardResult } from '../engine/result';
import { isAgainstPlan, planGap } from './difference';
import { labelOf } from './names';

interface Against {
  readonly metric: Metric;
  readonly figure: Figure;
}

/**
 * The verdict on a table of lines against their plans: how far the whole is from plan, in money first, and the line
 * that is furthest below. Null where the table has no total that is held against a plan.
 *
 * @param about "variable activity from April 2024 to May 2024 (year to date)"
 */
export function planHeadline(catalogue: Catalogue, { sections }: ScorecardResult, about: string): string | null {
  const [section] = sections;
  const total = section?.lines.find(({ kind }) => kind === 'total');
  if (section === undefined || total === undefined) {
    return null;
  }
  const [lead, ...others] = againstPlan(catalogue, total).sort((a, b) => Number(b.metric.unit === 'gbp') - Number(a.metric.unit === 'gbp'));
  if (lead === undefined) {
    return null;
  }
  const gap = planGap(lead.figure, lead.metric);
  const whole = gap === null ? `${capital(measured(lead.metric))} exactly on plan for ${about}` : `${capital(measured(lead.metric))} ${gap.size} ${gap.side} plan for ${about}`;
  const rest = others.flatMap(({ metric, figure }) => {
    const other = planGap(figure, metric);
    return other === null ? [] : [`; ${measured(metric)} ${other.size} ${other.side}`];
  });
  return `${whole}${rest.join('')}.${furthestBelow(catalogue, section.lines, section.by ?? '', lead.metric)}`;
}

/** What is above or below plan: money is income here. */
const measured = ({ unit }: Metric): string => (unit === 'gbp' ? 'income' : 'activity');

const capital = (words: string): string => `${words.charAt(0).toLocaleUpperCase('en-GB')}${words.slice(1)}`;

function againstPlan(catalogue: Catalogue, { cells }: ScorecardLine): Against[] {
  return cells.flatMap(({ metric: id, part, figure }) => {
    const metric = catalogue.metrics.get(id);
    const isTold = metric !== undefined && part === 'value' && isAgainstPlan(metric) && figure.value !== null && figure.denominator !== null;
    return isTold ? [{ metric, figure }] : [];
  });
}

/** Nothing where no line is below its plan. */
function furthestBelow(catalogue: Catalogue, lines: readonly ScorecardLine[], by: string, metric: Metric): string {
  const below = lines
    .filter(({ kind }) => kind === 'line')
    .flatMap((line) => againstPlan(catalogue, line).filter((one) => one.metric.id === metric.id).map(({ figure }) => ({ line, figure })))
    .filter(({ figure }) => (figure.value ?? 0) < 0)
    .sort((a, b) => (a.figure.value ?? 0) - (b.figure.value ?? 0));
  const [furthest] = below;
  const isAnyHidden = lines.some(({ kind, cells }) => kind === 'line' && cells.some((cell) => cell.metric === metric.id && cell.figure.hidden));
  const gap = furthest === undefined ? null : planGap(furthest.figure, metric);
  return furthest === undefined || gap === null ? '' : ` Furthest below plan in ${measured(metric)}${isAnyHidden ? ', of the lines that can be shown' : ''}: ${furthest.line.label ?? labelOf(catalogue, by, furthest.line.key)} ${gap.size}.`;
}
