import type { Answer, AnswerComparison, MetricAnswer } from '../../answers/answer';
import { inOne } from '../../answers/difference';
import { displayShort } from '../../answers/display';
import { inBrackets } from '../../answers/in-brackets';
import { rivalWords } from '../../answers/judge';
import { targetAndPath } from '../../answers/target-and-path';
import { monthLabel } from '../../calendar/day';
import { inSentence } from '../../answers/names';
import type { CardDetail } from '../card-detail';
import { capitalised, plainText } from '../card-text';
import type { ChartAddress } from '../charts/chart-address';
import { chartView, recentWords, type ChartView } from './chart-view';
import { iconViews, letterWords, type IconView } from './icon-view';
import { frame, lines, safe, type Frame, type Line } from './frame';
import { isDifferenceOut, isVisiblyOut, ROUNDED } from './rounded';
import { provisionalView, statusView, type StatusView } from './status';
import type { TargetVerdict } from '../../answers/target-verdict';

interface ItemView {
  readonly caption: string;
  readonly label: string;
  readonly value: string;
  readonly change: string;
}

/** One measure: its number, target, verdict, trend and comparisons. The value and trend cards show it. */
export interface ValueView extends Frame {
  readonly name: string;
  readonly status: StatusView;
  readonly value: string;
  /** What a difference is, beside its size: "above plan (6.3%)". Empty of anything else. */
  readonly side: string;
  readonly target: string;
  readonly gap: string;
  readonly targetNotes: readonly Line[];
  /** How the figure is to be read, how far a target for the year is reached, what a variance is made of. */
  readonly notes: readonly Line[];
  /** Beside the verdict; empty where there are none. */
  readonly icons: readonly IconView[];
  /** What the letters in them stand for; empty where they have none. */
  readonly letters: string;
  readonly chart: ChartView;
  readonly recent: string;
  /** Two abreast, which is what a phone has room for. */
  readonly pairs: readonly { readonly items: readonly ItemView[] }[];
  readonly working: string;
}

const UNSET = 'No target set';

/** "Off target", "Off target, provisional"; that no target is set helps nobody where the figure is hidden. */
const metricStatus = ({ status, statusWords, mayTurn, suppressed }: MetricAnswer): StatusView =>
  provisionalView(status, plainText(suppressed && statusWords === UNSET ? '' : statusWords), mayTurn !== undefined && mayTurn === status);

/** "fewer is better": which way is better of what is judged by its direction alone; empty where neither is. */
export function betterWords(better: MetricAnswer['better'], unit: MetricAnswer['unit']): string {
  return better === undefined ? '' : `${unit === 'count' ? (better === 'lower' ? 'fewer' : 'more') : better} is better`;
}

export function valueView(answer: Answer, metric: MetricAnswer, detail: CardDetail, address: ChartAddress | null): ValueView {
  const icons = iconViews(metric.process, detail, address);
  const recent = detail.points === 0 ? recentWords(metric.trend, 3) : recentWords(metric.trend, 6);
  const whole = frame(answer, detail);
  return {
    ...whole,
    // The star is explained where one stands; elsewhere what is hidden says so in a word.
    caveats: recent.includes('\\*') ? whole.caveats : whole.caveats.map(({ text }) => ({ text: text.replace(/^\\\* (?=Hidden )/, '') })),
    verdict: safe(beyondTheNumber(answer.headline, metric), detail),
    name: safe(metric.name, detail, 160),
    status: metricStatus(metric),
    value: metric.suppressed ? 'Hidden' : safe(metric.difference?.size ?? metric.display, detail, 60),
    side: safe(metric.difference?.side ?? '', detail, 60),
    target: metric.target !== null ? safe(`Target ${metric.target.words}`, detail, 120) : safe(standingWords(metric), detail, 120),
    gap: metric.target === null ? '' : safe(metric.target.gapWords, detail, 120),
    targetNotes: metric.target !== null ? lines(targetNotes(withoutCourses(rivalsOnly(metric.target))), detail, 3) : metric.standingTarget === undefined ? [] : lines([`Target${metric.standingTarget.of === 'whole' ? ' of the whole' : ''}: ${metric.standingTarget.source}`], detail, 1),
    notes: lines(notesOf(metric), detail, 4),
    icons,
    letters: icons.length === 0 || metric.process === null ? '' : letterWords([metric.process]),
    chart: chartView(metric, answer.headline, detail, address),
    recent,
    pairs: pairs(distinct(metric.comparisons).slice(0, 6).map((comparison) => itemView(comparison, metric, detail))),
    working: safe(metric.working, detail, 300),
  };
}

/** The number and its target stand above already: what is left of the sentence is of which part of the period they are, where not of the whole, and what they mean. */
function beyondTheNumber(headline: string, { process, part, target, yearTarget, mayTurn, status }: MetricAnswer): string {
  const at = process === null || (target === null && yearTarget !== null) ? -1 : headline.indexOf(process.words);
  return at < 0 ? headline : [...(part === null ? [] : [`${capitalised(part)}${mayTurn === undefined || mayTurn !== status ? '' : `; it may yet come out ${status === 'off-target' ? 'on' : 'off'} target`}.`]), headline.slice(at)].join(' ');
}

/** A target that the figure is not held against; where there is none, which way is better. */
const standingWords = ({ standingTarget, statusWords, suppressed, better, unit }: MetricAnswer): string =>
  (standingTarget === undefined ? (statusWords === UNSET && !suppressed ? capitalised(betterWords(better, unit)) : '') : `${standingTarget.of === 'whole' ? 'The whole has a target:' : 'Target'} ${standingTarget.words}`);

/** Where a course to a later target wants the figure to be stands first, for it qualifies what is off target. */
function notesOf(metric: MetricAnswer): readonly string[] {
  const { basis, target, yearTarget, variance, peers } = metric;
  return [
    ...(target === null ? [] : targetAndPath(target)),
    // The first line of the card says that the period is not stated.
    ...(basis === '' ? [] : [basis.replace('; the document does not state the period', '')]),
    ...(yearTarget === null ? [] : [`Target for the year ${yearTarget.display} ${inBrackets(yearTarget.source)}`]),
    ...(variance === null ? [] : [variance.words]),
    ...(isOut(metric) ? [ROUNDED] : []),
    ...(peers === null ? [] : [peers.words]),
  ];
}

/** Whether the two sides of a difference, or what it is made of, visibly come to another number than the one that is told. */
function isOut({ kind, working, display, variance, suppressed }: MetricAnswer): boolean {
  const [from, off] = kind !== 'difference' || suppressed || working.includes(', less ') ? [] : working.split(' against ');
  const [volume, price] = variance === null ? [] : variance.words.split('; price or mix ');
  return (from !== undefined && off !== undefined && isDifferenceOut(from, off, display))
    || (volume !== undefined && price !== undefined && isVisiblyOut([volume.replace(/^Volume /, '').replace(/, of it .*$/, ''), price], display));
}

/** The same target stated by a second document is kept for the working; one that differs is shown at once. */
export function rivalsOnly(target: TargetVerdict): TargetVerdict {
  return { ...target, others: target.others.filter((other) => other.value !== target.value) };
}

/** A course is told with the verdict, and not again below. */
export function withoutCourses(target: TargetVerdict): TargetVerdict {
  return { ...target, others: target.others.filter(({ path }) => path === null) };
}

/** The period before a rolling year is the year before it as well: said once. */
function distinct(comparisons: readonly AnswerComparison[]): readonly AnswerComparison[] {
  return comparisons.filter(({ label }, at) => comparisons.findIndex((other) => other.label === label) === at);
}

/** The same, with the other thing it is compared with beside it, each under what it is of. */
export interface ComparisonView extends ValueView {
  readonly own: string;
  readonly other: ItemView;
  /** What the other is where it is a difference: "below plan". Empty of anything else. */
  readonly otherSide: string;
}

/** A name longer than this has no room beside the measure's. */
const SHORT = 12;

/** @param other the comparison that was asked for; the rest of them stay below */
export function comparisonView(
  answer: Answer, metric: MetricAnswer, other: AnswerComparison, detail: CardDetail, address: ChartAddress | null,
): ComparisonView {
  const rest = metric.comparisons.filter((comparison) => comparison !== other);
  const [about = ''] = (answer.scope ?? '').split(' · ');
  const whole = valueView(answer, { ...metric, comparisons: rest }, detail, address);
  const beside = besideWords(answer, metric, about, other);
  return {
    ...whole,
    value: metric.suppressed ? whole.value : safe(halfWide(metric, metric), detail, 60),
    ...(beside === null ? {} : { verdict: safe(beside, detail) }),
    chart: other.with === 'filters' && whole.chart.kind !== 'none' ? chartView({ ...metric, name: `${metric.name}, ${about}` }, answer.headline, detail, address) : whole.chart,
    working: other.with === 'filters' ? safe(`${about}: ${metric.working}`, detail, 300) : whole.working,
    scope: other.with === 'filters' ? safe((answer.scope ?? '').replace(about, `${about} and ${other.label}`), detail, 200) : whole.scope,
    status: other.with === 'filters' && metric.status !== 'none' ? bothStatus(metric, about, other) : whole.status,
    otherSide: safe(other.difference?.side ?? '', detail, 60),
    own: safe(other.with === 'filters' ? about : (answer.query?.period?.label ?? about), detail, 120),
    other: { ...itemView(other, metric, detail), ...(isHidden(other) ? {} : { value: safe(halfWide(other, metric), detail, 60) }) },
  };
}

/** A large number for half the width of a phone: pounds in millions, which the sentence below has in full. */
function halfWide({ difference, display, value }: Pick<AnswerComparison, 'difference' | 'display' | 'value'>, { unit }: MetricAnswer): string {
  return difference?.size ?? (unit === 'gbp' && value !== null && display.length > HALF ? displayShort(value, { unit, decimals: 0, suffix: '' }) : display);
}

/** Letters of the largest size that half a phone holds. */
const HALF = 8;

/** What the comparison says, how both stand to the target, and how the own figure runs; null where one of the two is missing. */
function besideWords({ query }: Answer, { process, status, statusWords }: MetricAnswer, about: string, other: AnswerComparison): string | null {
  const both = other.met === undefined || status === 'none' ? '' : other.met === (status === 'on-target') ? `Both are ${inSentence(statusWords)}.` : `${other.met ? about : other.label} is off target, ${other.met ? other.label : about} is not.`;
  const run = process === null || query === null ? '' : other.with === 'filters' ? `${about}: ${inSentence(process.words)}.` : `${process.words}.`;
  return other.sentence === null ? null : [other.sentence, both, run].filter((words) => words !== '').join(' ');
}

/** How each of two that stand side by side stands: "Both off target", "Off target: Urology". Where only the first is held to a target, it is named. */
function bothStatus({ status, statusWords }: MetricAnswer, about: string, { met, label }: AnswerComparison): StatusView {
  const isMet = status === 'on-target';
  if (met === undefined) {
    return statusView(status, plainText(about.length <= SHORT ? `${about}: ${inSentence(statusWords)}` : statusWords));
  }
  const off = isMet ? label : about;
  return met === isMet ? statusView(status, `Both ${inSentence(statusWords)}`) : statusView('off-target', plainText(off.length <= SHORT * 2 ? `Off target: ${off}` : 'One of two off target'));
}

/** "Target: the board paper, June 2024", then each other target held for the same thing, with what the value makes of it. */
export function targetNotes({ source, others }: TargetVerdict, isWorking = false): readonly string[] {
  return [`Target: ${source}`, ...others.map((other) => rivalWords(other, isWorking || other.path === null))];
}

/** What the other figure is of; a stretch of time says so by itself. */
const CAPTIONS: Record<AnswerComparison['with'], string> = {
  previous: '', 'last-year': '', period: '', filters: '', plan: 'Plan', peers: 'Peers', national: 'Nationally',
};

/** What a source calls its own figure of peers says by itself that it is of peers. */
const isPeerName = ({ with: other, label }: AnswerComparison): boolean => other === 'peers' && /^peer/i.test(label);

function itemView(comparison: AnswerComparison, metric: MetricAnswer, detail: CardDetail): ItemView {
  const caption = CAPTIONS[comparison.with];
  return {
    caption: safe(caption === '' ? capitalised(comparison.label) : comparison.with === 'national' ? caption : isPeerName(comparison) ? comparison.label : `${caption}: ${comparison.label}`, detail, 120),
    label: safe(comparison.label, detail, 120),
    value: safe(isHidden(comparison) ? 'Hidden' : comparison.difference === undefined ? comparison.display : inOne(comparison.difference), detail, 60),
    change: isHidden(comparison) ? '' : safe(`${movedWords(comparison)}${isUsual(comparison, metric) ? ', within its usual variation' : ''}`, detail, 160),
  };
}

/** What is hidden says so in a word, and no star stands for it. */
const isHidden = ({ value, changeWords }: AnswerComparison): boolean => value === null && changeWords === 'hidden';

/** How far it has moved since; of a surplus or deficit, of which "down" may be taken for less of it, for better or worse. */
function movedWords({ changeWords, difference }: AnswerComparison): string {
  return difference !== undefined && /surplus|deficit/.test(difference.side)
    ? changeWords.replace(/^(up|down) (£[\d,]+)/, (_all, way: string, size: string) => `since then ${size} ${way === 'up' ? 'better' : 'worse'}`)
    : changeWords.replaceAll('percentage point', 'point');
}

/** Whether a move lies wholly within a run in which nothing has changed significantly, which the verdict says of it. */
function isUsual({ label, change }: AnswerComparison, { process }: MetricAnswer): boolean {
  if (change === null || process === null || !process.isAsked) {
    return false;
  }
  const at = process.series.findIndex(({ period }) => monthLabel(`${period}-01`) === label);
  return at >= 0 && process.series.slice(at).every(({ signal }) => signal === null);
}

function pairs<T>(items: readonly T[]): readonly { readonly items: readonly T[] }[] {
  return items.flatMap((_, index) => (index % 2 === 0 ? [{ items: items.slice(index, index + 2) }] : []));
}
