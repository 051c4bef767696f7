import type { Answer, MetricAnswer } from '../../answers/answer';
import { londonTime } from '../../calendar/instant';
import type { CardDetail } from '../card-detail';
import { frame, lines, safe, type Frame, type Line } from './frame';
import { targetNotes } from './value-view';

/** How a number came to be: what was counted, divided and left out, of which data, and against which targets. */
export interface WorkingView extends Frame {
  readonly name: string;
  readonly value: string;
  readonly counted: string;
  readonly sum: string;
  readonly rule: string;
  readonly notes: readonly Line[];
  readonly parts: readonly { readonly label: string; readonly working: string }[];
  readonly more: string;
  readonly targets: readonly Line[];
  readonly facts: readonly { readonly title: string; readonly value: string }[];
}

const RULES: Readonly<Record<MetricAnswer['kind'], string>> = {
  ratio: 'Both are added up over the whole period and every part first, then divided. It is never an average of averages.',
  difference: 'Both are added up over exactly the same stretch of time, then one is taken from the other.',
  opportunity: 'Worked out at the level asked for: what it cost, less what the same activity would have cost in the base year.',
  median: 'The middle of all values of the period; medians of parts are never averaged.',
  count: '',
  published: '',
};

export function workingView(answer: Answer, metric: MetricAnswer, detail: CardDetail): WorkingView {
  const shown = metric.rows.slice(0, detail.rows);
  const more = metric.rows.length - shown.length;
  const { target, data } = metric;
  return {
    ...frame(answer, detail),
    name: safe(metric.name, detail, 160),
    value: metric.suppressed ? 'Withheld' : safe(metric.display, detail, 60),
    counted: safe(metric.working, detail, 300),
    sum: metric.suppressed ? '' : safe(sum(metric, metric.kind), detail),
    rule: metric.denominator === null && metric.kind === 'ratio' ? '' : RULES[metric.kind],
    notes: lines([...(answer.definition?.exclusions.map((words) => `Left out: ${words}`) ?? []), ...answer.lines], detail, detail.caveats * 2),
    parts: shown.map((row) => ({
      label: safe(row.label, detail, 90),
      working: row.suppressed ? 'withheld' : safe(sum(row, metric.kind), detail),
    })),
    more: more === 0 ? '' : `and ${more} more`,
    targets: target === null ? [{ text: 'No target is set for this.' }] : lines([`Target ${target.words}: ${target.gapWords}`, ...targetNotes(target)], detail, 5),
    facts: [
      { title: 'Extracts', value: safe(data.extracts.join(', '), detail, 300) },
      { title: 'Snapshot', value: safe(data.snapshot, detail, 120) },
      { title: 'Loaded', value: londonTime(Date.parse(data.loadedAt)) },
    ].filter(({ value }) => value !== ''),
  };
}

/** "235 ÷ 2,908 = 8.1%", "20,739 − 19,651 = 1,088", "(52,165,321 − 46,484,821) × 0.8 = £4,544,400"; the value alone for the rest. */
function sum({ numerator, denominator, value, display }: Pick<MetricAnswer, 'numerator' | 'denominator' | 'value' | 'display'>, kind: MetricAnswer['kind']): string {
  if (numerator === null || denominator === null || (kind !== 'ratio' && kind !== 'difference')) {
    return display;
  }
  if (kind === 'difference') {
    const whole = numerator - denominator;
    // A printed variance is rounded by itself: a thousandth more or less is no share that was taken off.
    const share = value === null || whole === 0 ? 1 : Number((value / whole).toFixed(3));
    const taken = `${counted(numerator)} − ${counted(denominator)}`;
    return `${share === 1 ? taken : `(${taken}) × ${share}`} = ${display}`;
  }
  return `${counted(numerator)} ÷ ${counted(denominator)} = ${display}`;
}

const counted = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 1 });
