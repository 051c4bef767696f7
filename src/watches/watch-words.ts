import type { Answer, MetricAnswer } from '../answers/answer';
import { displayCount, displayValue } from '../answers/display';
import { withBrackets } from '../answers/in-brackets';
import { duringWords, forWords, inSentence } from '../answers/names';
import { dayLabel } from '../calendar/day';
import type { Catalogue } from '../catalogue/catalogue';
import type { Metric } from '../catalogue/metric';
import type { Query } from '../engine/query';
import type { WatchCondition } from '../language/command';
import { amountWords } from '../language/commands/command-words';

/** "over 10%", "below 1.6", "changed for real" */
export function lineWords(condition: WatchCondition, { unit }: Pick<Metric, 'unit'>): string {
  return condition.kind === 'special-cause' ? 'changed for real' : `${condition.op === 'above' ? 'over' : 'below'} ${amountWords(condition.value, unit)}`;
}

/** When it is told again: "back at 10% or below". */
export function recoveryWords(condition: WatchCondition, { unit }: Pick<Metric, 'unit'>): string {
  return condition.kind === 'special-cause' ? 'its run has settled, with no special cause left in it' : `it has been back at ${amountWords(condition.value, unit)} or ${condition.op === 'above' ? 'below' : 'above'}`;
}

/** "DNA rate for ENT", with the words of a time where one was asked for that is not today. */
export function figureName(catalogue: Catalogue, query: Query, metric: Metric): string {
  const asked = query.period?.asked ?? null;
  return `${metric.short ?? metric.name}${forWords(catalogue, query)}${asked === null || asked === 'today' ? '' : ` ${asked}`}`;
}

/** How an alert is called: "DNA rate for ENT over 9%", "ACPL, a real change". */
export function nameOf(catalogue: Catalogue, query: Query, metric: Metric, condition: WatchCondition): string {
  const figure = figureName(catalogue, query, metric);
  const name = condition.kind === 'special-cause' ? `${figure}, a real change` : `${figure} ${lineWords(condition, metric)}`;
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** "12.4% at 09:42 on 27 November 2026, 31 of 250" */
export function readingWords({ query, onTheDay }: Answer, figure: MetricAnswer, metric: Metric, condition: WatchCondition): string {
  const working = behind(figure);
  if (onTheDay !== undefined && onTheDay.asOf !== null) {
    return `${shown(figure, metric, condition)} at ${onTheDay.asOf.slice(11)} on ${dayLabel(onTheDay.asOf.slice(0, 10))}${working}`;
  }
  if (condition.kind === 'special-cause' && figure.process !== null) {
    const { series, changeWords, month } = figure.process;
    const value = figure.trend.find(({ period }) => period === series.at(-1)?.period);
    return `${inSentence(changeWords)}, in ${month}${value === undefined ? '' : ` at ${value.display}`}`;
  }
  const asAt = /^as at [^;,]+/.exec(figure.basis)?.[0];
  const when = asAt ?? (query === null || query.period === null ? '' : duringWords(query.period, null));
  return `${shown(figure, metric, condition)} ${figure.part === null ? when : withBrackets(when, figure.part)}${working}`;
}

/** "31 of 250" where it is a share: what of what stands on the card below. */
function behind({ unit, kind, numerator, denominator, working }: MetricAnswer): string {
  const isShare = unit === 'ratio' && kind === 'ratio' && numerator !== null && denominator !== null;
  return isShare ? `, ${displayCount(numerator)} of ${displayCount(denominator)}` : working === '' ? '' : `, ${working}`;
}

/** To so many decimals that a figure beside its line does not print as the line. */
function shown({ value, display }: MetricAnswer, metric: Metric, condition: WatchCondition): string {
  if (condition.kind === 'special-cause' || value === null || value === condition.value) {
    return display;
  }
  const finer = [0, 1, 2].map((more) => ({ ...metric, decimals: metric.decimals + more }));
  const style = finer.find((one) => displayValue(value, one) !== displayValue(condition.value, one));
  return style === undefined || style.decimals === metric.decimals ? display : displayValue(value, style);
}
