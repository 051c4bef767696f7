import type { Catalogue } from '../../catalogue/catalogue';
import type { Span } from './span';

/** The values of a metric's numerator-only dimension that one word names: "patient" one reason, "hospital" two. */
export interface Cause {
  readonly dimension: string;
  readonly keys: readonly string[];
  readonly name: string;
}

/** The dimension of these metrics whose parts divide only what is counted (the reasons of a cancellation), or null. */
export function causeDimension(metricIds: readonly string[], catalogue: Catalogue): string | null {
  const dimensions = metricIds.flatMap((id) => catalogue.metrics.get(id)?.dimensions ?? []);
  return dimensions.find((id) => catalogue.dimensions.get(id)?.['numerator-only'] === true) ?? null;
}

/** Which causes a word names, by the start of their keys; null for none. */
export function causeNamed(word: string, metricIds: readonly string[], catalogue: Catalogue): Cause | null {
  const dimension = causeDimension(metricIds, catalogue);
  const values = (dimension === null ? undefined : catalogue.dimensions.get(dimension)?.values)?.filter(({ key }) => key === word || key.startsWith(`${word}-`)) ?? [];
  const [first, ...rest] = values;
  if (dimension === null || first === undefined) {
    return null;
  }
  return { dimension, keys: values.map(({ key }) => key), name: rest.length === 0 ? first.name : `${word} reasons` };
}

/**
 * Whether a metric's words, standing right after a person's or a hospital's, name the event ("patient cancellations")
 * and not what befell them ("patients cancelled on the day").
 */
export function namesTheEvent(metric: Span, words: readonly string[], plural: boolean): boolean {
  return !plural || !words.slice(metric.start, metric.end).includes('cancelled');
}
