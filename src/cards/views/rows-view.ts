import type { Answer, AnswerRow, MetricAnswer } from '../../answers/answer';
import { WITHHELD } from '../../answers/withheld';
import type { CardDetail } from '../card-detail';
import { frame, lines, safe, type Frame, type Line } from './frame';
import { rowStatus, statusView, type StatusView } from './status';
import { rivalsOnly, targetNotes } from './value-view';

interface RowView {
  readonly label: string;
  readonly value: string;
  readonly status: StatusView;
  /** Under the label: a bar of text, as long as the value is large beside the others, and the numbers behind it; or the target. */
  readonly under: string;
}

/** A measure's parts, or several measures, one row each. */
export interface RowsView extends Frame {
  readonly name: string;
  readonly target: string;
  readonly rows: readonly RowView[];
  /** "and 33 more …"; empty where all are shown. */
  readonly more: string;
  /** What `*` means, said once. */
  readonly hidden: string;
  /** The whole under its parts, last and marked; with an empty label where none is to be shown. */
  readonly total: { readonly label: string; readonly value: string; readonly status: StatusView };
  readonly targetNotes: readonly Line[];
  readonly notes: readonly Line[];
  readonly working: string;
}

const NO_TOTAL = { label: '', value: '', status: rowStatus('none') };

const HIDDEN = WITHHELD.replace('*', '\\*');

export function breakdownView(answer: Answer, metric: MetricAnswer, detail: CardDetail): RowsView {
  const shown = metric.rows.slice(0, detail.rows);
  const more = metric.rows.length - shown.length;
  const bars = barLengths(shown);
  return {
    ...frame(answer, detail),
    name: safe(metric.name, detail, 160),
    target: metric.target === null ? '' : safe(`Target ${metric.target.words}`, detail, 120),
    rows: shown.map((row, index) => ({
      label: safe(row.label, detail, 90),
      value: row.suppressed ? '\\*' : safe(row.display, detail, 20),
      status: rowStatus(row.status),
      under: row.compared === undefined || row.suppressed
        ? [bars[index] ?? '', behind(row, metric)].filter((part) => part !== '').join(' ')
        : safe(`${row.compared.label}: ${row.compared.display}, ${row.compared.changeWords}`, detail, 120),
    })),
    more: more === 0 ? '' : `and ${more} more: ask for one by name`,
    hidden: shown.some(({ suppressed }) => suppressed) ? HIDDEN : '',
    total: metric.total === null ? NO_TOTAL : {
      label: safe(metric.total.label, detail, 120),
      value: metric.suppressed ? '\\*' : safe(metric.total.display, detail, 20),
      status: rowStatus(metric.status),
    },
    targetNotes: metric.target === null ? [] : lines(targetNotes(rivalsOnly(metric.target)), detail, 3),
    notes: lines([metric.basis, metric.variance?.words ?? ''].filter((words) => words !== ''), detail, 2),
    working: safe(metric.working, detail, 300),
  };
}

/** Several measures of the same thing, a row each with its target and status. */
export function measuresView(answer: Answer, detail: CardDetail): RowsView {
  const shown = answer.metrics.slice(0, Math.max(1, detail.rows));
  const more = answer.metrics.length - shown.length;
  return {
    ...frame(answer, detail),
    name: '',
    target: '',
    rows: shown.map((metric) => ({
      label: safe(metric.name, detail, 120),
      value: metric.suppressed ? '\\*' : safe(metric.display, detail, 20),
      status: statusView(metric.status, metric.statusWords),
      under: metric.target === null ? '' : safe(`Target ${metric.target.words}`, detail, 120),
    })),
    more: more === 0 ? '' : `and ${more} more: ask for one by name`,
    hidden: shown.some(({ suppressed }) => suppressed) ? HIDDEN : '',
    total: NO_TOTAL,
    targetNotes: [],
    notes: [],
    working: '',
  };
}

/** "155 of 2,165": how much a row rests on, so that a rate of two in four is not read like one of two hundred in four hundred. */
function behind(row: AnswerRow, metric: MetricAnswer): string {
  if (row.suppressed || row.numerator === null || row.denominator === null) {
    return '';
  }
  const whole = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 0 });
  return `${whole(row.numerator)} ${metric.unit === 'ratio' ? 'of' : 'over'} ${whole(row.denominator)}`;
}

/** Longest bar: at the widest glyphs of any client it and the numbers after it still fit beside the value on a phone. */
const LONGEST_BAR = 8;

/** A bar in half steps for each row; none at all where a value is below nought, which a bar of text cannot show. */
function barLengths(rows: readonly AnswerRow[]): readonly string[] {
  const values = rows.map(({ value }) => value ?? 0);
  const largest = Math.max(0, ...values);
  if (largest === 0 || values.some((value) => value < 0)) {
    return [];
  }
  return rows.map(({ value, suppressed }) => {
    if (value === null || value === 0 || suppressed) {
      return '';
    }
    const halves = Math.max(1, Math.round((value / largest) * LONGEST_BAR * 2));
    return `${'━'.repeat(Math.floor(halves / 2))}${halves % 2 === 1 ? '╸' : ''}`;
  });
}
