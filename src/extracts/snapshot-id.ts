import { createHash } from 'node:crypto';
import { version } from '@duckdb/node-api';
import { CANONICAL_TABLES } from '../catalogue/canonical-table';
import type { Catalogue } from '../catalogue/catalogue';

/** Raised whenever the same files would load into something else. */
const LOADING_RULES = 2;

/** The name of what these files become under this configuration: the same on every machine and at every time. */
export function snapshotId(
  catalogue: Pick<Catalogue, 'fingerprint' | 'sources' | 'organisation'>,
  files: readonly { readonly source: string; readonly name: string; readonly hash: string }[],
): string {
  const sorted = files.map((file) => [file.source, file.name, file.hash].join('\u0000')).sort();
  const parts = [LOADING_RULES, version(), CANONICAL_TABLES, catalogue.sources, catalogue.fingerprint, sorted];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12);
}
