import { createHash } from 'node:crypto';
import { version } from '@duckdb/node-api';
import { CANONICAL_TABLES } from '../catalogue/tables/canonical-tables';
import type { Catalogue } from '../catalogue/catalogue';

/** Raised whenever the same files would load into something else. */
const LOADING_RULES = 9;

/** The parts of the catalogue that decide what the extracts become; the metrics only what is summed of them beforehand. */
export type ExtractCatalogue = Pick<Catalogue, 'sources' | 'organisation' | 'metrics' | 'dimensions'>;

/**
 * Changes whenever the same files would load into something else, and not with the wording of a metric, target or
 * synonym: 64 hex digits, the same on every machine.
 */
export function loadFingerprint({ sources, organisation }: Pick<ExtractCatalogue, 'sources' | 'organisation'>): string {
  const { notice, cmgs, sites, specialties } = organisation;
  const groups = {
    notice,
    cmgs: cmgs.map((cmg) => [cmg.key, cmg.specialties, cmg.sites]),
    sites: sites.map((site) => [site.key, site.codes]),
    specialties: specialties.map((specialty) => specialty.code),
  };
  return createHash('sha256').update(JSON.stringify([LOADING_RULES, version(), CANONICAL_TABLES, sources, groups])).digest('hex');
}

/** The name of what these files become under this configuration: the same on every machine and at every time. */
export function snapshotId(
  catalogue: ExtractCatalogue,
  files: readonly { readonly source: string; readonly name: string; readonly hash: string }[],
): string {
  const sorted = files.map((file) => [file.source, file.name, file.hash].join('\u0000')).sort();
  return createHash('sha256').update(JSON.stringify([loadFingerprint(catalogue), sorted])).digest('hex').slice(0, 12);
}
