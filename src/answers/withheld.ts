import { isWholeMonths, monthsOf, type Period } from '../calendar/period';
import type { Metric } from '../catalogue/metric';
import type { Query } from '../engine/query';
import type { MetricResult } from '../engine/result';
import { displayCount, displayValue } from './display';

/** Why a figure is hidden: it is a small number of people, or one that would give a small number away, and may itself be large. */
export const WHY_HIDDEN = 'Hidden so that nobody can be recognised: counts of 1 to 7 people, and large ones or noughts too where a small one would follow by subtraction.';
/** What a star stands for. */
export const WITHHELD = `* ${WHY_HIDDEN}`;
/** Why all of what was asked for is hidden, within a sentence. */
export const ALL_HIDDEN = '1 to 7 people could be recognised, or worked out from the rest';
/** People are shown by so many things at once: a third tells some of what two together hide. */
const MOST_AT_ONCE = 2;
const AT_ONCE = 'People are shown by two things at once at most, a specialty and a site for example: ask by two of these.';
/** Whether what was asked for is narrowed and split by more than that. */
export const isByMany = ({ filters, excluding, by }: Pick<Query, 'filters' | 'excluding'> & Partial<Pick<Query, 'by'>>): boolean =>
  new Set([...Object.keys(filters), ...Object.keys(excluding), ...[by ?? []].flat()]).size > MOST_AT_ONCE;
const LONGER = 'If you ask over 12 months, more may be shown.';

/** Whether more people may be in it over 12 months: what was asked for is of less, and not of one day. */
export const isShort = (period: Period | null, isOfOneDay: boolean): boolean => !isOfOneDay && period !== null && (!isWholeMonths(period) || monthsOf(period).length < 12);

/** " Over 12 months, or for the trust as a whole, it may be shown.": what can be asked instead of a figure that is hidden. Empty where there is nothing. */
export function insteadWords({ period, filters, excluding }: Pick<Query, 'period' | 'filters' | 'excluding'>, isOfOneDay: boolean): string {
  const ways = [...(isByMany({ filters, excluding }) ? ['by two of these at once'] : isShort(period, isOfOneDay) ? ['over 12 months'] : []), ...(Object.keys(filters).length + Object.keys(excluding).length > 0 ? ['for the whole trust'] : [])];
  const said = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(ways);
  return said === '' ? '' : ` ${said.charAt(0).toLocaleUpperCase('en-GB')}${said.slice(1)} it may be shown.`;
}

const SOME_DAYS = 'Below the whole trust people are shown by whole weeks and months, by weeks by one thing at once: a whole month may be shown.';

type Shown = Pick<MetricResult, 'asAt' | 'period' | 'figure' | 'groups' | 'comparisons' | 'trend' | 'drivers' | 'peers'>;

/**
 * What goes with a result in which anything is hidden, once; nothing where all is shown.
 * @param asked what was asked for, as it is narrowed and split
 * @param unshown how many hidden parts are not among those that are shown: then no star stands anywhere for them
 */
export function withheldWords(asked: Pick<Query, 'filters' | 'excluding' | 'by'>, { asAt, period, figure, groups, comparisons, trend, drivers, peers }: Shown, unshown: number): readonly string[] {
  const parts = unshown > 0 ? [] : groups.flatMap((group) => [group.figure, ...(group.other === undefined ? [] : [group.other.figure])]);
  const shown = [figure, ...parts, ...comparisons.map((one) => one.figure), ...trend.map((point) => point.figure), ...(peers?.providers ?? []).map((peer) => peer.figure)];
  const isStarred = shown.some(({ hidden }) => hidden) || drivers?.parts.some(({ from, to }) => from.hidden || to.hidden) === true;
  const isSplit = groups.some((group) => group.figure.hidden) && groups.some((group) => !group.figure.hidden);
  return !isStarred && unshown === 0 ? [] : [isStarred ? WITHHELD : WHY_HIDDEN, ...(isByMany(asked) ? [AT_ONCE] : []), ...(isSplit && isShort(period, asAt !== null) ? [LONGER] : []), ...(isWholeMonths(period) ? [] : [SOME_DAYS])];
}

/**
 * What the hidden parts of a split come to together, which is what the shown ones leave of the whole: "180 of 2,204 (8.2%)",
 * so that nobody takes them for a handful. Null where none is hidden, or it cannot be told: where the parts do not add up,
 * or what is left is that of one part alone or is itself a small number; nor where parts are rounded, and leave another rest.
 */
export function hiddenTogether(metric: Metric, { figure, groups }: Pick<MetricResult, 'figure' | 'groups'>): string | null {
  const shown = groups.filter((group) => !group.figure.hidden).map((group) => group.figure);
  const left = (of: 'numerator' | 'denominator'): number | null => {
    const whole = figure[of];
    return whole === null || shown.some((part) => part[of] === null) ? null : whole - shown.reduce((sum, part) => sum + (part[of] ?? 0), 0);
  };
  const [above, below] = [left('numerator'), left('denominator')];
  if (shown.some(({ roundedTo }) => roundedTo !== undefined) || shown.length === 0 || groups.length - shown.length < FEWEST_TOGETHER || figure.hidden || metric.counting !== 'people' || above === null || above <= MOST_HIDDEN) {
    return null;
  }
  if (metric.kind === 'count') {
    return displayCount(above);
  }
  return metric.kind === 'ratio' && metric.unit === 'ratio' && below !== null && below - above > MOST_HIDDEN ? `${displayCount(above)} of ${displayCount(below)} (${displayValue(above / below, metric)})` : null;
}

/** What one hidden part comes to is what is hidden. */
const FEWEST_TOGETHER = 2;
/** So many people and fewer are hidden. */
const MOST_HIDDEN = 7;
