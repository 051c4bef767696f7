import type { Metric } from '../catalogue/metric';
import type { TargetHeld } from '../catalogue/targets';
import { addDays, dayLabel, earlierDay, laterDay, monthEnd, monthLabel, type Day } from '../calendar/day';
import { monthsOf, rangePeriod, type Period } from '../calendar/period';
import type { MetricResult } from '../engine/result';
import { smallestClearing } from '../statistics/smallest-clearing';
import { smallestMove } from '../statistics/smallest-move';
import { partWords } from './caveats';
import { displayBeside, displayCount, displayShort, displayStep } from './display';
import { meets } from './judge';
import { directionTo, lessOrMore, neededWords, stretchWords, unitsOf, weeksIn, weekWords } from './needed-words';
import type { ProjectionAnswer } from './projection-answer';

/** What a figure lacks to a target, over the very stretch and denominator that it is of. */
export type Gap = Pick<ProjectionAnswer, 'gap' | 'units' | 'perWeek' | 'needs' | 'sentences' | 'facts'> & {
  /** How the number was worked out, where it is not the smallest number with all else as it was. */
  readonly method?: string;
};

/** A value to be met, and from which side. */
type Aimed = Pick<TargetHeld, 'comparator' | 'value'>;

const NO_GAP: Gap = { gap: null, units: null, perWeek: null, needs: null, sentences: [], facts: [] };

/**
 * The smallest whole number of what is counted that meets the target, all else as it was; for a difference or an
 * opportunity the amount itself. A figure without counts (a median, one that a document prints) has only its distance. Of
 * a share of those who wait, who has waited too long meets it by leaving the list, which then is as much shorter.
 *
 * @param words the target in words: "below 5%"
 * @param until the stretch by whose end a list is to meet it; null, or one that is over, gives no pace
 */
export function gapToTarget(metric: Metric, result: MetricResult, target: Aimed, words: string, until: Period | null = null): Gap {
  const { value, numerator, denominator } = result.figure;
  const direction = directionTo(target);
  if (value === null) {
    return NO_GAP;
  }
  if (meets(value, target)) {
    return { ...NO_GAP, gap: isCounted(metric, result) || isAmount(metric) ? 0 : null, sentences: [], facts: [] };
  }
  const distance = displayStep(target.value, value, metric);
  if (isAmount(metric)) {
    const amount = Math.abs(target.value - value);
    const needed = `${displayShort(amount, metric)} ${lessOrMore(direction)}`;
    return { ...NO_GAP, gap: amount, units: lessOrMore(direction), sentences: [`Target ${words} needs ${needed}.`], facts: [{ caption: 'Needed', value: needed }] };
  }
  if (!isCounted(metric, result) || numerator === null) {
    return { ...NO_GAP, sentences: [`It is ${distance} from target ${words}.`], facts: [{ caption: 'From target', value: distance }] };
  }
  // A figure that is the target itself, and has to be beyond it, is at no distance from it.
  const isShort = denominator !== null && value !== target.value;
  const needs = isShort ? `needs ${distance} ${lessOrMore(direction)}${metric.suffix === '' || metric.unit === 'ratio' ? '' : ` ${metric.suffix}`}` : null;
  if (metric.queue !== null && denominator !== null && direction === 'more') {
    return clearing(metric, metric.queue, { numerator, denominator, needs }, target, { words, asAt: result.asAt ?? result.period.to, until });
  }
  const gap = smallestMove({ numerator, denominator: denominator ?? 1 }, direction, target.value, (moved) => meets(moved, target));
  if (gap === null) {
    return { ...NO_GAP, sentences: [`No whole number of ${metric.numerator.counts} meets target ${words}.`] };
  }
  const perWeek = result.asAt !== null || result.period.grain === 'week' || result.period.grain === 'day' ? null : gap / weeksIn(heldOf(result));
  const week = perWeek === null ? null : weekWords(perWeek, metric);
  const needed = neededWords(gap, metric, direction);
  return {
    gap,
    units: unitsOf(metric, direction),
    perWeek,
    needs,
    sentences: [gapSentence(metric, result, { words, needed, week, isShort })],
    facts: [{ caption: `Needed${result.asAt === null && partWords(result) === null ? ` ${stretchWords(result.period)}` : ''}`, value: needed }, ...(week === null ? [] : [{ caption: 'A week', value: week.replace(/ a week$/, '') }])],
  };
}

/** "39,057 of the 44,532 pathways over 18 weeks treated, with nobody else joining or leaving the list": within ÷ (all − x), and not one more within of as many. */
function clearing(
  metric: Metric, { beyond, leave }: NonNullable<Metric['queue']>,
  { numerator, denominator, needs }: { readonly numerator: number; readonly denominator: number; readonly needs: string | null }, target: Aimed,
  { words, asAt, until }: { readonly words: string; readonly asAt: Day; readonly until: Period | null },
): Gap {
  const gap = smallestClearing({ numerator, denominator }, target.value, (moved) => meets(moved, target));
  const all = `${displayCount(denominator - numerator)} ${beyond}`;
  if (gap === null) {
    return { ...NO_GAP, needs, sentences: [`Target ${words} is not met even with all ${all} ${leave}.`] };
  }
  const needed = `${displayCount(gap)} of the ${all} on ${dayLabel(asAt)} ${leave}`;
  const left = denominator - gap;
  const months = until === null || until.to <= asAt ? 0 : monthsOf(rangePeriod(addDays(asAt, 1), until.to)).length;
  const isWhole = until !== null && asAt === monthEnd(asAt) && until.to === monthEnd(until.to) && months > 0;
  const pace = isWhole ? { caption: `A month to ${monthLabel(until.to)}, on top of treating as many as join`, value: displayCount(Math.ceil(gap / months)) } : null;
  return {
    ...NO_GAP, gap, units: `${beyond} ${leave}`, needs,
    sentences: [`That is ${needed}${pace === null ? '' : `, ${pace.value} a month to ${monthLabel(until?.to ?? asAt)}`}, with nobody else joining or leaving the list.`],
    facts: [{ caption: 'Needed', value: needed }, ...(pace === null ? [] : [pace])],
    method: `Those ${leave} leave the list, so it gets shorter: ${displayCount(numerator)} ÷ (${displayCount(denominator)} − ${displayCount(gap)}) = ${displayBeside(numerator / left, target.value, metric)}. All else is taken as it was.`,
  };
}

const isAmount = ({ kind }: Metric): boolean => kind === 'difference' || kind === 'opportunity';

/** Whether the figure is counts, or a quotient of them. */
const isCounted = ({ kind }: Metric, { figure }: MetricResult): boolean => (kind === 'ratio' || kind === 'count') && figure.numerator !== null;

/** The days that the figure really is of. */
const heldOf = ({ period, provenance }: MetricResult): { readonly from: string; readonly to: string } =>
  ({ from: laterDay(period.from, provenance.since), to: earlierDay(period.to, provenance.through) });

function gapSentence(
  metric: Metric, result: MetricResult,
  { words, needed, week, isShort }: { readonly words: string; readonly needed: string; readonly week: string | null; readonly isShort: boolean },
): string {
  const { figure: { denominator }, period, asAt } = result;
  const isPart = partWords(result) !== null;
  const over = asAt === null ? ` ${isPart ? 'on the days held' : stretchWords(period)}` : '';
  const weekly = week === null ? '' : `, ${week}`;
  if (denominator === null || metric.denominator === null) {
    return `Target ${words} needs ${needed}${over}${weekly}.`;
  }
  const below = `${displayCount(denominator)} ${metric.denominator.counts}`;
  return isShort ? `On the ${below} that is ${needed}${over}${weekly}.` : `On the ${below} target ${words} needs ${needed}${over}${weekly}.`;
}
