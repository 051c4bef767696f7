import type { Catalogue } from '../catalogue/catalogue';
import type { Condition, Metric } from '../catalogue/metric';
import type { ProcedureList } from '../catalogue/procedure-list';
import { dayLabel, type Day } from '../calendar/day';
import { monthsOf } from '../calendar/period';
import type { MetricResult, Printed } from '../engine/result';
import { displayValue } from './display';
import { inBrackets } from './in-brackets';

const ROLLING: Readonly<Record<Metric['rolling'], (months: string) => string>> = {
  'ratio-of-sums': (months) => `${months} added together, then divided`, 'mean-of-months': (months) => `Mean of ${months}`,
};

/** How a figure is to be read: the day of its census, how it rolls, the document it is printed in, and the rest of a share that is quoted both ways. Empty where it needs no words. */
export function basisWords(metric: Metric, result: MetricResult): string {
  const printed = printedOf(result);
  if (result.missing !== null && printed === null) {
    return '';
  }
  const { value, hidden } = result.figure;
  const rest = metric.rest === null || value === null || hidden ? '' : `${displayValue(1 - value, metric)} ${metric.rest}`;
  return [readWords(metric, result, printed), rest].filter((words) => words !== '').join('; ');
}

function readWords(metric: Metric, { asAt, period }: MetricResult, printed: Printed | null): string {
  if (printed !== null) {
    const stated = printed.period === null ? '; the document does not state the period' : '';
    return `As printed in ${printed.document}, ${printed.place}${stated}`;
  }
  if (asAt !== null) {
    return `As at ${dayLabel(asAt)}`;
  }
  if (period.grain === 'rolling' && metric.denominator !== null && metric.kind === 'ratio') {
    const months = monthsOf(period).length;
    return ROLLING[metric.rolling](`${months} ${months === 1 ? 'month' : 'months'}`);
  }
  return '';
}

/** Whether the figure's document leaves open which period it means; then no month may stand beside it. */
export function isUndated(result: Pick<MetricResult, 'printed' | 'groups'>): boolean {
  const printed = printedOf(result);
  return printed !== null && printed.period === null;
}

/** The day on which a document printed a figure whose period it leaves open: all that is known of its time. Null for any other figure. */
export function printedOnOf(result: Pick<MetricResult, 'printed' | 'groups'>): Day | null {
  return isUndated(result) ? (printedOf(result)?.publishedOn ?? null) : null;
}

/** The document of the figure; of its first part's, where a document prints parts and no whole. */
function printedOf({ printed, groups }: Pick<MetricResult, 'printed' | 'groups'>): Printed | null {
  return printed ?? groups.find((group) => group.printed !== undefined)?.printed ?? null;
}

/** The procedure lists that a metric counts over. A loaded condition holds a list's codes, or still names the list. */
export function listsOf({ procedureLists }: Pick<Catalogue, 'procedureLists'>, metric: Metric): readonly ProcedureList[] {
  const conditions = [
    ...metric.numerator.where, ...(metric.denominator?.where ?? []), ...metric.exclude.flatMap(({ when }) => when),
  ].flatMap(inner);
  return procedureLists.filter((list) => conditions.some((condition) => {
    if ('in-list' in condition) {
      return condition['in-list'] === list.id;
    }
    const codes = 'is' in condition ? condition.is : 'starts-with' in condition ? condition['starts-with'] : [];
    return codes.length === list.codes.length && list.codes.every((code, at) => codes[at] === code);
  }));
}

function inner(condition: Condition): readonly Condition[] {
  return 'any' in condition ? condition.any.flat().flatMap(inner) : [condition];
}

/** "proxy, not BADS: day-procedure codes (owner, 1 March 2024)": what a figure stands in for, said before all else. */
function proxyWords(catalogue: Pick<Catalogue, 'procedureLists'>, metric: Metric): readonly string[] {
  // A definition that says it in its own caveats says it once.
  const said = metric.caveats.filter((caveat) => /^proxy\b/i.test(caveat));
  return said.length > 0 ? said : listsOf(catalogue, metric).flatMap(({ proxy, name, owner, date }) =>
    (proxy === null ? [] : [`${proxy.charAt(0).toLocaleUpperCase('en-GB')}${proxy.slice(1)}: counted over ${name} ${inBrackets(`${owner}, ${dayLabel(date)}`)}.`]));
}

/** What is said wherever the figure is shown, on a scorecard too: that it stands in for something else, or is known not to be accurate. */
export function everywhereWords(catalogue: Pick<Catalogue, 'procedureLists'>, metric: Metric): readonly string[] {
  return [...proxyWords(catalogue, metric), ...metric.caveats.filter((caveat) => /^not accurate\b/i.test(caveat))];
}
