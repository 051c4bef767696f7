import type { Catalogue } from '../../catalogue/catalogue';
import type { Metric } from '../../catalogue/metric';
import type { Case } from '../frame/case';
import type { Picked } from '../frame/frame';

/**
 * "New patients discharged at their first appointment": what a measure counts by its own definition narrows it no
 * further. The case without such values; null where every value asked for narrows something.
 */
export function withoutItsOwnKind(one: Case): Case | null {
  const { frame, ground: { catalogue } } = one;
  const metrics = frame.metrics.flatMap((id) => catalogue.metrics.get(id) ?? []);
  const values = frame.main.values.filter((value) => metrics.length === 0 || !metrics.every((metric) => countsNothingElse(metric, value, catalogue) || isOfItsGroup(metric, value, catalogue)));
  return values.length === frame.main.values.length ? null : { ...one, frame: { ...frame, main: { ...frame.main, values } } };
}

/** Whether a measure that cannot be told by a dimension counts only rows of this value of it. */
function countsNothingElse({ dimensions, numerator, denominator }: Metric, { dimension, keys }: Picked, catalogue: Catalogue): boolean {
  const told = catalogue.dimensions.get(dimension);
  const codes = told?.values.filter(({ key }) => keys.includes(key)).flatMap((value) => value.codes ?? [value.key]) ?? [];
  return !dimensions.includes(dimension) && (denominator ?? numerator).where.some((condition) => (
    'is' in condition && condition.field === told?.column && condition.is.every((code) => codes.includes(String(code)))));
}

/** "OP appointments cancelled": a group of the contract's lines, each of which bears the name of the measure's own group. */
function isOfItsGroup({ dimensions, group }: Metric, { dimension, keys }: Picked, catalogue: Catalogue): boolean {
  const codes = catalogue.dimensions.get(dimension)?.values.filter(({ key }) => keys.includes(key)).flatMap(({ codes: own = [] }) => own) ?? [];
  return !dimensions.includes(dimension) && codes.length > 1 && codes.every((code) => code.split('-').includes(group.toLowerCase().replace(/s$/, '')));
}
