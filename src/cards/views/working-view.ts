import type { Answer, MetricAnswer } from '../../answers/answer';
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

const RULE = 'Both are added up over the whole period and every part first, then divided. It is never an average of averages.';

export function workingView(answer: Answer, metric: MetricAnswer, detail: CardDetail): WorkingView {
  const shown = metric.rows.slice(0, detail.rows);
  const more = metric.rows.length - shown.length;
  const { target, data } = metric;
  return {
    ...frame(answer, detail),
    name: safe(metric.name, detail, 160),
    value: metric.suppressed ? 'Withheld' : safe(metric.display, detail, 60),
    counted: safe(metric.working, detail, 300),
    sum: metric.suppressed ? '' : safe(sum(metric.numerator, metric.denominator, metric.display), detail),
    rule: metric.denominator === null ? '' : RULE,
    notes: lines([...(answer.definition?.exclusions.map((words) => `Left out: ${words}`) ?? []), ...answer.lines], detail, detail.caveats),
    parts: shown.map((row) => ({
      label: safe(row.label, detail, 90),
      working: row.suppressed ? 'withheld' : safe(sum(row.numerator, row.denominator, row.display), detail),
    })),
    more: more === 0 ? '' : `and ${more} more`,
    targets: target === null ? [{ text: 'No target is set for this.' }] : lines([`Target ${target.words}: ${target.gapWords}`, ...targetNotes(target)], detail, 5),
    facts: [
      { title: 'Extracts', value: safe(data.extracts.join(', '), detail, 300) },
      { title: 'Snapshot', value: safe(data.snapshot, detail, 120) },
      { title: 'Loaded', value: londonTime(data.loadedAt) },
    ].filter(({ value }) => value !== ''),
  };
}

/** "235 ÷ 2,908 = 8.1%"; the value alone for a plain count. */
function sum(numerator: number | null, denominator: number | null, display: string): string {
  if (numerator === null || denominator === null) {
    return display;
  }
  return `${counted(numerator)} ÷ ${counted(denominator)} = ${display}`;
}

const counted = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 1 });

const LONDON = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'long', timeStyle: 'short' });

/** "1 November 2026 at 06:12", London time; the text as it stands where it is no instant. */
function londonTime(instant: string): string {
  const at = Date.parse(instant);
  return Number.isNaN(at) ? '' : LONDON.format(at);
}
