import type { Metric } from '../../catalogue/metric';
import type { Query } from '../../engine/query';
import { typedWords, type Case } from '../frame/case';
import { wordsOf } from '../words/word';
import { fold } from '../words/fold';

const TURNED: Readonly<Record<NonNullable<Query['order']>, NonNullable<Query['order']>>> = { highest: 'lowest', lowest: 'highest', worst: 'worst', best: 'best' };

/** What a sum of money is called below nought, as words are folded. */
const BELOW_NOUGHT: ReadonlySet<string> = new Set(['deficit', 'loss', 'losses', 'lose', 'loses', 'losing', 'lost'].map(fold));
/** What a share is called by the part that is not filled, as words are folded. */
const LEFT_EMPTY: ReadonlySet<string> = new Set(['empty', 'unfilled', 'unused', 'underbooked', 'idle', 'unbooked', 'wasted', 'vacant'].map(fold));
/** Beside these a name says both: "profit and loss", "make or lose". */
const EITHER_WAY: ReadonlySet<string> = new Set(['surplus', 'profit', 'or'].map(fold));

/** Whether folded words name a sum of money by what it is below nought ("net deficit"), or a share by what is left of the whole ("empty slots"). */
export function namesOpposite(words: readonly string[], unit: Metric['unit']): boolean {
  const [opposites, both] = unit === 'gbp' ? [BELOW_NOUGHT, EITHER_WAY] : [unit === 'ratio' ? LEFT_EMPTY : new Set<string>(), new Set<string>()];
  return (words.some((word) => opposites.has(word)) || (unit === 'ratio' && /\bunder booked\b/.test(words.join(' ')))) && !words.some((word) => both.has(word));
}

/** What a measure named by its opposite is answered with, said in the first sentence. */
export function oppositeNotes(one: Case): readonly string[] {
  const metric = one.ground.catalogue.metrics.get(one.frame.metrics[0] ?? '');
  const [span] = one.frame.metricSpans;
  return metric?.unit !== 'ratio' || span === undefined || !namedByOpposite(one) ? []
    : [`“${typedWords(one.words, span)}” is what is left of 100%: the figure is ${metric.name}.`];
}

/** Whether the measure was named by its opposite: "net deficit" for the net surplus. Of two names the later counts: "net surplus, biggest deficit first". */
function namedByOpposite(one: Case): boolean {
  const [id, second] = one.frame.metrics;
  const unit = id === undefined ? undefined : one.ground.catalogue.metrics.get(id)?.unit;
  const last = [...one.frame.metricSpans].sort((a, b) => a.start - b.start).at(-1);
  return unit !== undefined && second === undefined && last !== undefined && namesOpposite(one.folded.slice(last.start, last.end), unit);
}

/** A name of a measure that says it by its opposite, for a question that did so in parts; null where it has none. */
export function oppositeName(metric: Metric): string | null {
  return metric.synonyms.find((name) => !name.includes('…') && namesOpposite(wordsOf(name).map(({ text }) => fold(text)), metric.unit)) ?? null;
}

/** "The largest deficit" is the lowest surplus; best and worst are what they are. */
export function orderAsNamed(one: Case, order: Query['order']): Query['order'] {
  return order !== null && namedByOpposite(one) ? TURNED[order] : order;
}

/** "A deficit over £5m" is a surplus below minus five million; "over 20% empty" is filled below 80%. */
export function conditionAsNamed(one: Case, having: Query['having']): Query['having'] {
  const unit = one.ground.catalogue.metrics.get(one.frame.metrics[0] ?? '')?.unit;
  return having !== null && namedByOpposite(one) ? { op: having.op === 'above' ? 'below' : 'above', value: unit === 'ratio' ? Number((1 - having.value).toPrecision(12)) : -having.value } : having;
}
