import type { Ambiguity } from '../ambiguity';
import type { Catalogue } from '../catalogue';
import type { ExtractSource } from '../extract-source';
import type { Metric } from '../metric';
import { PUBLISHED_VALUES } from '../tables/printed-figures';
import { asHeard } from './check-words';

/** Every word that a metric is called by. */
export const wordsOf = (metric: Metric): string[] => [...new Set([metric.name, metric.short ?? metric.name, ...metric.synonyms])];

/** What a configuration holds, and what it has left out. */
interface Held {
  readonly metrics: readonly Metric[];
  readonly left: readonly Metric[];
  readonly sources: readonly ExtractSource[];
}

const heardOf = (metrics: readonly Metric[]): ReadonlySet<string> => new Set(metrics.flatMap(wordsOf).map(asHeard));

/** Ambiguous words all of whose readings are left out here: they are not held either, for the reason of the first. */
export function claimedByNone(ambiguities: readonly Ambiguity[], left: readonly Metric[], reasons: ReadonlyMap<string, string>): Catalogue['notHeld'] {
  const leftBy = new Map(left.flatMap((metric) => wordsOf(metric).map((word) => [asHeard(word), metric.id] as const)));
  return ambiguities
    .filter(({ readings }) => readings.every((reading) => leftBy.has(asHeard(reading))))
    .map(({ words, readings: [first = ''] }) => ({ words, nearest: [], because: reasons.get(leftBy.get(asHeard(first)) ?? '') ?? '' }));
}

/**
 * Ambiguities without the readings that are left out here, nor those that no extract here can answer. A reading alone is
 * offered for the word still; only where it would be taken by default is there nothing more to say.
 */
export function stillAmbiguous(ambiguities: readonly Ambiguity[], { metrics, left, sources }: Held): Ambiguity[] {
  const gone = heardOf(left);
  const unfed = heardOf(metrics.filter((metric) => !isFed(metric, sources)));
  return ambiguities
    .map((ambiguity) => ({ ...ambiguity, readings: ambiguity.readings.filter((reading) => !gone.has(asHeard(reading))) }))
    .map((ambiguity) => ({ ...ambiguity, today: ambiguity.readings.find((reading) => reading === ambiguity.today) ?? null, about: Object.fromEntries(Object.entries(ambiguity.about).filter(([, reading]) => ambiguity.readings.includes(reading))) }))
    .filter(({ readings, default: taken }) => (taken === null ? readings.length > 0 : readings.length > 1 && readings.includes(taken)))
    .map((ambiguity) => withoutUnfed(ambiguity, (reading) => !unfed.has(asHeard(reading))));
}

/** Where the default cannot be answered it is asked which is meant; where nothing else can, the word stays as it is. */
function withoutUnfed(ambiguity: Ambiguity, isFedReading: (reading: string) => boolean): Ambiguity {
  const readings = ambiguity.readings.filter(isFedReading);
  const { default: taken } = ambiguity;
  if (readings.length === 0 || (taken !== null && readings.includes(taken) && readings.length === 1)) {
    return ambiguity;
  }
  return { ...ambiguity, readings, default: taken !== null && readings.includes(taken) ? taken : null };
}

/** Whether extracts here can answer a metric: from records, or from figures that a document prints. True of all where there are no extracts. */
function isFed({ kind, numerator, denominator }: Metric, sources: readonly ExtractSource[]): boolean {
  const tables = new Set(sources.map(({ table }) => table));
  // A difference shows what was done even where no plan is held.
  const needed = [numerator.table, ...(denominator === null || kind === 'difference' ? [] : [denominator.table])];
  return tables.size === 0 || tables.has(PUBLISHED_VALUES.name) || needed.every((table) => tables.has(table));
}
