import type { Dimension } from '../dimension';
import type { Measure, Metric } from '../metric';
import type { Checked } from './conform';
import type { Merged } from './merged-folders';

/** What one part of a configuration is held against: the rest of it. */
export interface Setting {
  readonly merged: Merged;
  readonly metrics: ReadonlyMap<string, Checked<Metric>>;
  readonly dimensions: ReadonlyMap<string, Dimension>;
  readonly omitted: ReadonlySet<string>;
  /** Canonical tables that some extract of this configuration feeds. */
  readonly fed: ReadonlySet<string>;
}

export function settingOf(merged: Merged): Setting {
  return {
    merged,
    metrics: new Map(merged.metrics.map((metric) => [metric.value.id, metric])),
    dimensions: new Map(merged.dimensions.map(({ value }) => [value.id, value])),
    omitted: new Set(merged.omissions.flatMap(({ value }) => value.metrics)),
    fed: new Set(merged.sources.map(({ value }) => value.table)),
  };
}

/** Whether the trust's own folder says it: only then must it find every list that it names. */
export function isOwn({ entry }: Checked<unknown>, field: string, { merged }: Setting): boolean {
  return entry.place([field]).file.startsWith(merged.trustFolder);
}

/** Whether a metric is worked out here from records of this table, or said to be by the trust, and not left out. */
export function isWorkedOut(checked: Checked<Metric>, { table }: Measure, field: string, setting: Setting): boolean {
  return !setting.omitted.has(checked.value.id) && (isOwn(checked, field, setting) || setting.fed.has(table));
}

/** The keys a dimension's filters may take; null where they are the codes that the data holds, or cannot be known. */
export function keysOf(dimension: string, { merged, dimensions }: Setting): ReadonlySet<string> | null {
  const organisation = merged.organisation?.value;
  switch (dimension) {
    case 'specialty': return merged.ids.specialties;
    case 'cmg': return organisation === undefined ? null : new Set(organisation.cmgs.map(({ key }) => key));
    case 'site': return organisation === undefined ? null : new Set(organisation.sites.map(({ key }) => key));
    default: {
      const values = dimensions.get(dimension)?.values ?? [];
      return values.length === 0 ? null : new Set(values.map(({ key }) => key));
    }
  }
}
