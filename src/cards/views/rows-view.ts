import type { Answer, AnswerRow, MetricAnswer } from '../../answers/answer';
import { rowFigure } from '../../answers/answer-rows';
import { displayCount, displayShort } from '../../answers/display';
import { inSentence } from '../../answers/names';
import { targetAndPath } from '../../answers/target-and-path';
import { WHY_HIDDEN, WITHHELD } from '../../answers/withheld';
import type { CardDetail } from '../card-detail';
import { capitalised } from '../card-text';
import { explaining, frame, lines, safe, type Frame, type Line } from './frame';
import { isDifferenceOut, isVisiblyOut, ROUNDED } from './rounded';
import { rowStatus, statusView, type StatusView } from './status';
import { betterWords, rivalsOnly, targetNotes, withoutCourses } from './value-view';

interface RowView {
  readonly label: string;
  readonly value: string;
  readonly status: StatusView;
  /** Under the label: a bar of text, as long as the value is large beside the others; empty where there is none. */
  readonly bar: string;
  /** Beside the bar or in its place: the numbers behind the value, its plan, or the target. */
  readonly under: string;
}

/** A measure's parts, or several measures, one row each. */
export interface RowsView extends Frame {
  readonly name: string;
  readonly target: string;
  readonly rows: readonly RowView[];
  /** Those that rest on too few to be ranked, and why they stand apart. */
  readonly apart: { readonly why: string; readonly rows: readonly RowView[] };
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
  // A row of stars beside others has room only where all rows have; nobody can ask for what is hidden.
  const visible = metric.rows.filter(({ suppressed }) => !suppressed);
  const shown = metric.rows.length <= detail.rows && visible.length > 0 ? metric.rows : visible.slice(0, detail.rows);
  const hidden = metric.rows.filter((row) => row.suppressed && !shown.includes(row));
  const left = visible.filter((row) => !shown.includes(row));
  // The same words on every line say no more than once under them.
  const isAlike = visible.length > 1 && visible.every(({ status }) => status === metric.status);
  const bars = barLengths(shown);
  const isApart = (row: AnswerRow): boolean => row.few === true;
  const views = shown.map((row, index) => ({ row, view: breakdownRow(row, { metric, isAlike, bar: bars[index] ?? '' }, detail) }));
  const whole = frame(explaining(answer, [answer.headline, metric.name, metric.working, ...shown.map(({ label }) => label), ...(hidden.length <= NAMED && visible.length > 0 ? hidden.map(({ label }) => label) : []), ...answer.next.map(({ title }) => title)]), detail);
  return {
    ...whole,
    // What stands in no rank is told with the rows, and not below again.
    caveats: metric.unranked === undefined ? whole.caveats : whole.caveats.filter(({ text }) => text !== safe(`${metric.unranked ?? ''}.`, detail)),
    verdict: safe(withoutUnlisted(answer.headline, visible, left), detail),
    name: safe(metric.name, detail, 160),
    target: safe(targetLine(metric), detail, 240),
    rows: views.filter(({ row }) => !isApart(row)).map(({ view }) => view),
    apart: { why: shown.some(isApart) ? safe(metric.unranked ?? '', detail, 160) : '', rows: views.filter(({ row }) => isApart(row)).map(({ view }) => view) },
    more: [shown.some(isApart) ? '' : (metric.unranked === undefined ? '' : safe(metric.unranked, detail, 400)), moreWords(left, metric), visible.length === 0 ? '' : hiddenNames(hidden.map(({ label }) => safe(label, detail, 90)), metric)].filter((words) => words !== '').join('. '),
    hidden: hiddenWords(metric, shown.some(({ suppressed }) => suppressed), detail),
    total: metric.total === null ? NO_TOTAL : {
      label: safe(metric.total.label, detail, 120),
      value: metric.suppressed ? '\\*' : safe(metric.total.display, detail, 20),
      status: metric.target?.due === undefined ? rowStatus(metric.status, metric.mayTurn) : statusView(metric.status, metric.statusWords),
    },
    targetNotes: metric.target === null ? [] : lines(targetNotes(withoutCourses(rivalsOnly(metric.target))), detail, 3),
    notes: lines([metric.basis, before(metric), metric.variance?.words ?? '', inBracketsWords(metric), isOut(answer, metric, { shown, left }) ? ROUNDED : ''].filter((words) => words !== ''), detail, 3),
    working: safe(metric.working, detail, 300),
  };
}

/** @param isAlike whether the same status is said of the whole, and not on every line */
function breakdownRow(row: AnswerRow, { metric, isAlike, bar }: { readonly metric: MetricAnswer; readonly isAlike: boolean; readonly bar: string }, detail: CardDetail): RowView {
  const isPlain = row.suppressed || (row.planned === undefined && row.compared === undefined);
  return {
    label: safe(row.label, detail, 90),
    value: row.suppressed ? '\\*' : safe(row.planned === undefined ? row.display : row.planned.short, detail, 20),
    status: isAlike && metric.total !== null ? rowStatus('none') : row.status === 'off-target' && metric.target?.due !== undefined ? statusView(row.status, metric.statusWords) : rowStatus(row.status, metric.mayTurn),
    bar: isPlain ? bar : '',
    under: isPlain ? behind(row, metric) : safe(row.planned?.words ?? comparedOf(row), detail, 120),
  };
}

/** "June 2023: 8.4%, down 0.4 percentage points" */
const comparedOf = ({ compared }: AnswerRow): string => (compared === undefined ? '' : `${compared.label}: ${compared.display}, ${compared.changeWords}`);

/** Whether a reader who adds up what is printed gets another number: a row's two sides, or the rows and the whole. */
function isOut({ query }: Answer, metric: MetricAnswer, { shown, left }: { readonly shown: readonly AnswerRow[]; readonly left: readonly AnswerRow[] }): boolean {
  const value = (row: AnswerRow): string => row.planned?.short ?? row.display;
  const isRowOut = shown.some((row) => {
    const [from, off] = row.planned === undefined ? behind(row, metric).split(' against ') : row.planned.words.split(/, plan | \(/);
    return !row.suppressed && from !== undefined && off !== undefined && isDifferenceOut(from, off, value(row));
  });
  const isAdded = metric.kind === 'count' || metric.kind === 'difference' || metric.kind === 'opportunity';
  const isWhole = isAdded && metric.total !== null && query?.limit === null && query.having === null && metric.rows.every(({ suppressed }) => !suppressed);
  const more = left.length === 0 ? [] : [(/, (.*) between them/.exec(moreWords(left, metric))?.[1] ?? '')];
  return isRowOut || (isWhole && isVisiblyOut([...shown.map(value), ...more], metric.total?.display ?? ''));
}

/** What brackets about an amount mean, where any has them. */
const inBracketsWords = ({ rows, difference }: MetricAnswer): string =>
  (/surplus|deficit/.test(difference?.side ?? '') && rows.some(({ display }) => display.startsWith('(')) ? 'In brackets: a deficit' : '');

/** Most hidden parts that are named. */
const NAMED = 6;

/** Which are hidden, what they come to together, and that they stand below for no reason but that: some may be larger than those above. */
function hiddenNames(labels: readonly string[], { hiddenTogether, kind }: MetricAnswer): string {
  if (labels.length === 0) {
    return '';
  }
  const together = hiddenTogether === undefined ? '' : `, ${hiddenTogether} between them`;
  const who = labels.length <= NAMED ? `Hidden: ${new Intl.ListFormat('en-GB').format(labels)}${together}` : `${labels.length} hidden${together}`;
  const some = labels.length === 1 ? 'it' : 'some';
  return `${who}: ${some} may ${kind === 'count' ? 'be larger than those shown' : 'belong higher up in the list'}`;
}

/** "and 26 more, 884 between them: ask for one by name": what adds up is told together, so that nobody takes what is left for little. */
function moreWords(left: readonly AnswerRow[], { kind, unit }: MetricAnswer): string {
  if (left.length === 0) {
    return '';
  }
  const isPlanned = left.every(({ planned }) => planned !== undefined);
  const sum = left.reduce((total, { value }) => total + (value ?? 0), 0);
  const shown = unit === 'gbp' ? displayShort(Math.abs(sum), { unit, decimals: 0, suffix: '' }) : displayCount(Math.abs(sum));
  const together = left.length === 1 || !(isPlanned || (kind === 'count' && left.every(({ value }) => (value ?? 0) >= 0))) ? '' : `, ${shown}${isPlanned ? ` ${sum < 0 ? 'below' : 'above'} plan` : ''} between them`;
  return `and ${left.length} more${together}: ask for one by name`;
}

/** The target and, where it is to be reached by degrees, how the whole stands to that now; or, where none is set for the whole or any part, which way is better. */
function targetLine({ target, total, standingTarget, yearTarget, difference, status, rows, better, unit }: MetricAnswer): string {
  if (target !== null) {
    return [`Target ${target.words}`, ...targetAndPath(target).map((words) => (total === null ? words : `${total.label}: ${inSentence(words)}`))].join('. ');
  }
  const isUnset = standingTarget === undefined && yearTarget === null && difference === undefined && status === 'none' && rows.every((row) => row.target === null && row.planned === undefined);
  return isUnset ? capitalised(betterWords(better, unit)) : '';
}

/** "May 2024: 3,955 overall, up 60": of a whole that is held to no target, how it was before. */
function before({ target, comparisons, total, kind, rows }: MetricAnswer): string {
  const other = comparisons.find((comparison) => comparison.with === 'previous');
  const isTold = target === null && kind === 'count' && total !== null && rows.every(({ compared }) => compared === undefined);
  return other === undefined || other.value === null || !isTold ? '' : `${other.label}: ${other.display} overall, ${other.changeWords}`;
}

/** Who is last and has no line here is not spoken of by name either. */
function withoutUnlisted(headline: string, visible: readonly AnswerRow[], left: readonly AnswerRow[]): string {
  const last = visible.findLast(({ few }) => few !== true) ?? visible.at(-1);
  return last === undefined || !left.includes(last) ? headline : headline.replace(` to ${last.label} ${rowFigure(last)}.`, ` to ${rowFigure(last)} for the last.`);
}

/** Why parts are hidden, and what they come to together, so that nobody takes them for a handful. */
function hiddenWords({ rows, hiddenTogether }: MetricAnswer, isStarred: boolean, detail: CardDetail): string {
  // Where all of them are, the sentence says so, and why.
  if (!rows.some(({ suppressed }) => suppressed) || rows.every(({ suppressed }) => suppressed)) {
    return '';
  }
  // Where no line is starred, what they come to stands with how many they are.
  const together = hiddenTogether === undefined || !isStarred ? '' : ` All the hidden ones together: ${hiddenTogether}; they stand last, and some may belong higher up.`;
  return safe(`${isStarred ? WITHHELD : WHY_HIDDEN}${together}`, { ...detail, text: Math.max(detail.text, LONGEST_WHY) });
}

const LONGEST_WHY = 300;

/** Several measures of the same thing, a row each with its target, its status and how it runs. */
export function measuresView(answer: Answer, detail: CardDetail): RowsView {
  const shown = answer.metrics.slice(0, Math.max(1, detail.rows));
  const more = answer.metrics.length - shown.length;
  return {
    ...frame(answer, detail),
    ...(answer.query === null ? {} : { verdict: safe(measuresVerdict(answer.metrics), detail) }),
    name: '',
    target: '',
    apart: { why: '', rows: [] },
    rows: shown.map((metric) => ({
      bar: '',
      label: safe(metric.name, detail, 120),
      value: metric.suppressed ? '\\*' : safe(metric.display, detail, 20),
      status: statusView(metric.status, metric.statusWords),
      under: safe([...(metric.target === null ? [] : [`Target ${metric.target.words}`]), ...(metric.process === null || detail.rows < 8 ? [] : [metric.process.words])].join('. '), detail, 240),
    })),
    more: more === 0 ? '' : `and ${more} more: ask for one by name`,
    hidden: shown.some(({ suppressed }) => suppressed) ? HIDDEN : '',
    total: NO_TOTAL,
    targetNotes: [],
    notes: [],
    working: '',
  };
}

/** "All 3 are off target. All 3 are improving (special cause).": what the rows have in common, and which of them differ. */
function measuresVerdict(metrics: readonly MetricAnswer[]): string {
  const judged = metrics.filter(({ status }) => status !== 'none');
  const off = judged.filter(({ status }) => status === 'off-target');
  const runs = (wanted: 'improvement' | 'concern'): readonly string[] => [...new Set(metrics.flatMap(({ process }) => (process?.variation === wanted ? [process.variationWords] : [])))]
    .flatMap((words) => {
      const some = metrics.filter(({ process }) => process?.variationWords === words);
      return sentence(some, metrics.length, inSentence(words));
    });
  const sentence = (some: readonly MetricAnswer[], all: number, words: string): readonly string[] => {
    const [only] = some;
    return only === undefined ? [] : [some.length === all && all > 1 ? `${all === 2 ? 'Both' : `All ${all}`} are ${words}.` : `${new Intl.ListFormat('en-GB').format(some.map(({ name }) => name))} ${some.length === 1 ? 'is' : 'are'} ${words}.`];
  };
  const verdict = judged.length === 0 ? ['None of them has a target.'] : off.length === 0 ? sentence(judged, metrics.length, 'on target') : sentence(off, metrics.length, 'off target');
  return [...verdict, ...runs('concern'), ...runs('improvement')].join(' ');
}

const WHOLE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const whole = (value: number): string => WHOLE.format(value);

/** "155 of 2,165": how much a row rests on, so that a rate of two in four is not read like one of two hundred in four hundred. */
function behind(row: AnswerRow, metric: MetricAnswer): string {
  if (row.suppressed || row.numerator === null || row.denominator === null) {
    return '';
  }
  if (metric.kind === 'difference' || metric.kind === 'opportunity') {
    const sign = metric.unit === 'gbp' ? '£' : '';
    return `${sign}${whole(row.numerator)} against ${sign}${whole(row.denominator)}`;
  }
  return `${whole(row.numerator)} ${metric.unit === 'ratio' ? 'of' : 'over'} ${whole(row.denominator)}`;
}

/** Longest bar: at the widest glyphs of any client it and the numbers after it still fit beside the value on a phone. */
const LONGEST_BAR = 8;

/** A bar in half steps for each row; none at all where a value is below nought, which a bar of text cannot show. */
function barLengths(rows: readonly AnswerRow[]): readonly string[] {
  const values = rows.filter(({ few }) => few !== true).map(({ value }) => value ?? 0);
  const largest = Math.max(0, ...values);
  if (largest === 0 || values.some((value) => value < 0)) {
    return [];
  }
  return rows.map(({ value, suppressed, few }) => {
    if (value === null || value === 0 || suppressed || few === true) {
      return '';
    }
    const halves = Math.max(1, Math.round((value / largest) * LONGEST_BAR * 2));
    return `${'━'.repeat(Math.floor(halves / 2))}${halves % 2 === 1 ? '╸' : ''}`;
  });
}
