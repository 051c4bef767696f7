import type { Path } from './yaml-file';
import { isOwn, keysOf, type Setting } from './setting';

export type Report = (path: Path, message: string, fix: string) => void;

/** That what something is narrowed to names dimensions and keys that exist. `where` is dimension → keys, and stands at `at`. */
export function checkFilters(where: Readonly<Record<string, readonly string[]>>, at: Path, setting: Setting, fault: Report): void {
  for (const [dimension, keys] of Object.entries(where)) {
    if (!setting.merged.ids.dimensions.has(dimension)) {
      fault([...at, dimension], `there is no dimension "${dimension}".`, 'Use the id of a dimension.');
      continue;
    }
    const known = keysOf(dimension, setting);
    keys.filter((key) => known !== null && !known.has(key)).forEach((key) => {
      fault([...at, dimension], `there is no ${dimension} "${key}".`, fixFor(dimension, known ?? new Set()));
    });
  }
}

function fixFor(dimension: string, known: ReadonlySet<string>): string {
  return dimension === 'specialty' ? 'Use a treatment function code, in quotes.' : `Use one of ${[...known].join(', ')}.`;
}

/**
 * That a metric can be narrowed or split by each of these dimensions. One that is not there is somebody else's fault; and
 * so is a metric that a trust's own file has narrowed, where `isNational` says that who asks it is not the trust.
 */
export function checkDeclared(metricId: string, dimensions: readonly string[], at: Path, isNational: boolean, setting: Setting, fault: Report): void {
  const metric = setting.metrics.get(metricId);
  if (metric === undefined || (isNational && isOwn(metric, 'dimensions', setting))) {
    return;
  }
  dimensions
    .filter((dimension) => setting.merged.ids.dimensions.has(dimension) && !metric.value.dimensions.includes(dimension))
    .forEach((dimension) => fault(at, `${metricId} is not split by ${dimension}.`, `Use one of ${metric.value.dimensions.join(', ') || 'none'}, or add ${dimension} to its dimensions.`));
}
