import type { Answer, AnswerTrendPoint, MetricAnswer } from '../../answers/answer';
import type { CardDetail } from '../card-detail';
import type { ChartAddress } from '../charts/chart-address';
import { safe } from './frame';
import { statusView } from './status';
import { valueView, type ValueView } from './value-view';
import type { TargetVerdict } from '../../answers/target-verdict';

/** A run of a measure: the number that stands large is the last one of it, and what the whole run comes to is a line below. */
export interface TrendView extends ValueView {
  /** Of when the large number is; empty where it is of all that was asked for. */
  readonly latest: string;
  /** "24 months together 1.53 (0.36 under target)"; empty likewise. */
  readonly whole: string;
}

export function trendView(answer: Answer, metric: MetricAnswer, detail: CardDetail, address: ChartAddress | null): TrendView {
  const last = metric.trend.findLast(({ value, complete, immature }) => value !== null && complete && !immature);
  const plain = valueView(answer, metric, detail, address);
  if (last?.value === undefined || last.value === null || metric.value === null || !isOfMany(answer, last)) {
    return { ...plain, latest: '', whole: '' };
  }
  const isMet = metric.target === null ? null : meets(last.value, metric.target);
  return {
    ...plain,
    value: safe(last.display, detail, 60),
    side: '',
    gap: safe(metric.latestGap ?? '', detail, 120),
    status: isMet === null || metric.status === 'none' ? plain.status : statusView(isMet ? 'on-target' : 'off-target', isMet ? 'On target' : 'Off target'),
    // That its average is one of sums is told with the sum, under Show working.
    notes: metric.basis.endsWith('then divided') ? plain.notes.filter(({ text }) => text !== safe(metric.basis, detail)) : plain.notes,
    latest: safe(last.label, detail, 60),
    whole: safe(wholeWords(answer, metric), detail, 120),
  };
}

/** Whether what was asked for is longer than one step of the run. */
function isOfMany({ query }: Answer, last: AnswerTrendPoint): boolean {
  const period = query?.period ?? null;
  return period !== null && period.label !== last.label && period.grain !== 'month' && period.grain !== 'day' && period.grain !== 'week';
}

/** Whether another value would meet the target: a target without a word before it is nought, and at most that. */
function meets(value: number, { value: target, words }: TargetVerdict): boolean {
  return words.startsWith('at least') ? value >= target : words.startsWith('above') ? value > target : words.startsWith('below') ? value < target : value <= target;
}

function wholeWords({ query }: Answer, { kind, display, target, trend }: MetricAnswer): string {
  const step = /^\d{4}-\d{2}$/.test(trend[0]?.period ?? '') ? 'month' : null;
  const span = query?.period?.grain === 'rolling' && step !== null ? `${trend.length}-${step}` : null;
  const isSum = kind === 'count' || kind === 'difference' || kind === 'opportunity';
  // The average of the months, which the chart shows, is another number than that of all that is in them.
  const called = isSum ? 'total' : kind === 'median' ? 'median' : 'together';
  const name = called === 'together' ? `${span === null ? `${query?.period?.label ?? ''} together` : `${span.replace('-', ' ')}s together`}:` : span === null ? `${called.charAt(0).toLocaleUpperCase('en-GB')}${called.slice(1)} of ${query?.period?.label ?? ''}:` : `${span} ${called}`;
  return `${name} ${display}${target === null ? '' : ` (${target.gapWords}${target.gap === 0 ? '' : ' target'})`}`;
}
