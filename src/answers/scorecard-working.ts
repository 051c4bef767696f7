import type { Catalogue } from '../catalogue/catalogue';
import type { Metric, MetricKind } from '../catalogue/metric';
import type { Scorecard } from '../catalogue/scorecard';
import type { ScorecardResult } from '../engine/result';
import type { ScorecardAnswer, ScorecardAnswerLine } from './answer';
import { everywhereWords } from './basis';
import { displayValue } from './display';
import { inBrackets } from './in-brackets';
import { inSentence } from './names';
import { quotable } from './quotable';
import { sumWords } from './sum-words';

/** The working of every line of a scorecard: the sum that its first number is, and whose it is. */
export function scorecardSums(catalogue: Catalogue, { sections }: Pick<ScorecardAnswer, 'sections'>): ScorecardAnswer['working'] {
  return sections.flatMap(({ lines }) => lines.flatMap((line) => {
    const metric = catalogue.metrics.get(line.metric);
    return metric === undefined || (line.value === null && !line.suppressed) ? [] : [{ label: line.label, words: line.suppressed ? 'hidden' : isActualAlone(line, metric.kind) ? actualWords(line, metric) : inUnits(sumWords(line, metric.kind), metric) }];
  }));
}

/** A count by itself says what it counts, and a quotient of minutes that it is one. */
function inUnits(sum: string, { kind, counting, numerator }: Metric): string {
  return kind === 'count' ? `${sum} ${numerator.counts}` : counting === 'minutes' ? sum.replace(' = ', ' minutes = ') : sum;
}

/** The actual of a difference, shown by itself, is no sum of the two. */
const isActualAlone = ({ value, numerator }: ScorecardAnswerLine, kind: MetricKind): boolean => kind === 'difference' && value === numerator;

/** "10,500 done; year to date 20,739 done, plan 19,651 (+1,088)": an actual is told as one, for its line is named after the plan. */
function actualWords({ display, plan, cells }: ScorecardAnswerLine, metric: Metric): string {
  const made = metric.unit === 'gbp' ? 'earned' : 'done';
  const planned = cells.findIndex(({ id }) => id === plan?.column);
  const { value = null, label = '', display: actual = '' } = cells[planned] ?? {};
  if (plan === null || value === null) {
    return `${display} ${made}; no plan is given`;
  }
  const difference = value - plan.value;
  const against = `${actual} ${made}, plan ${displayValue(plan.value, metric)}${difference === 0 ? '' : ` (${difference > 0 ? '+' : '−'}${displayValue(Math.abs(difference), metric)})`}`;
  return planned === 0 ? against : `${display} ${made}; ${inSentence(label)} ${against}`;
}

/**
 * What the numbers of a scorecard mean, whose they are and whom to ask where one does not match another source: a sentence
 * for each measure, in the order in which they stand; then the sentence that can be quoted.
 *
 * @param verdict the verdict, with every measure named that is off target
 */
export function scorecardWorking(catalogue: Catalogue, { owner, source }: Scorecard, { sections }: ScorecardAnswer, { verdict, result }: { readonly verdict: string; readonly result: ScorecardResult }): readonly string[] {
  const ids = [...new Set(sections.flatMap(({ lines }) => lines.map(({ metric }) => metric)))];
  const metrics = ids.flatMap((id) => catalogue.metrics.get(id) ?? []);
  const isJudged = sections.some(({ lines }) => lines.some(({ process }) => process !== null));
  return [
    ...metrics.map((metric) => [meaning(metric), ...everywhereWords(catalogue, metric)].join(' ')),
    ownersLine(metrics),
    ...(isJudged ? ['Run of each by statistical process control (XmR chart, Making Data Count): the usual range is the average and 2.66 times the average move from month to month either way.'] : []),
    `Scorecard owned by ${owner}. Source: ${source}`,
    `Doesn't match another source? Ask for the one measure by name and show its working: that says what differs elsewhere and whom to ask. For the scorecard as a whole ask ${owner}`,
    ...quotable(verdict, result.provenance),
  ];
}

/** "Definitions: Theatres performance (1.0) keeps ACPL and Late starts; …": whose each measure is, and in which version. */
function ownersLine(metrics: readonly Metric[]): string {
  const keepers = [...new Set(metrics.map(({ owner, version }) => `${owner} ${inBrackets(`version ${version}`)}`))];
  const kept = keepers.map((keeper) => `${keeper}: ${new Intl.ListFormat('en-GB').format(metrics.filter(({ owner, version }) => `${owner} ${inBrackets(`version ${version}`)}` === keeper).map(({ short, name }) => short ?? name))}`);
  return `Definitions owned by ${kept.join('; ')}.`;
}

/** "DNA rate: missed appointments ÷ appointments attended or missed. Left out: …" Whose it is stands in the working of the one measure. */
function meaning({ name, short, numerator, denominator, kind, exclude }: Metric): string {
  const parts = `${numerator.counts}${denominator === null ? '' : ` ${kind === 'difference' ? '−' : '÷'} ${denominator.counts}`}`;
  const left = exclude.length === 0 ? '' : ` Left out: ${exclude.map(({ because }) => because).join('; ')}.`;
  return `${short ?? name}: ${parts}.${left}`;
}
