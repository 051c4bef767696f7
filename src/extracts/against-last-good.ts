import type { ExtractSource } from '../catalogue/extract-source';
import { monthsOf } from '../calendar/period';
import type { Coverage } from '../engine/snapshot';
import { fileFault, type Fault } from './fault';
import type { SnapshotManifest } from './snapshot-manifest';

type Held = Pick<SnapshotManifest, 'sources'> & { readonly coverage: Readonly<Record<string, Coverage>> };
type SourceRows = SnapshotManifest['sources'][string];

/**
 * Why `now` may not take the place of `lastGood`: rows, days or months that were held are gone. An older export, or one
 * that was cut at the end of a line, has no other fault. A mapping that allows a fall of everything is not asked.
 */
export function faultsAgainst(lastGood: Held | null, sources: readonly ExtractSource[], now: Held): readonly Fault[] {
  if (lastGood === null) {
    return [];
  }
  const fallen = sources.flatMap((source) => fallFault(source, lastGood.sources[source.id] ?? [], now.sources[source.id] ?? []));
  if (fallen.length > 0) {
    return fallen;
  }
  return Object.entries(lastGood.coverage).flatMap(([table, before]) => {
    const feeding = sources.filter((source) => source.table === table);
    const after = now.coverage[table];
    return after === undefined || feeding.some((source) => source['allowed-fall'] === 1) ? []
      : coverageFaults(table, feeding.map((source) => source.files).join(', '), before, after);
  });
}

const total = (files: SourceRows): number => files.reduce((sum, file) => sum + file.rows, 0);

/** An export that lost most of its rows is more often a broken export than a quiet night. */
function fallFault(source: ExtractSource, filesBefore: SourceRows, files: SourceRows): readonly Fault[] {
  const before = total(filesBefore);
  const now = total(files);
  const fall = before === 0 ? 0 : 1 - now / before;
  const percent = (share: number): string => `${Math.round(share * 100)}%`;
  return fall <= source['allowed-fall'] ? [] : [fileFault(source.id, files.map((file) => file.file).join(', ') || source.files,
    `holds ${now} rows where the last good load held ${before}, a fall of ${percent(fall)} where ${percent(source['allowed-fall'])} is allowed`,
    'Export it again, or raise "allowed-fall" in the mapping if the fall is right')];
}

function coverageFaults(table: string, files: string, before: Coverage, after: Coverage): readonly Fault[] {
  const remedy = (wanted: string): string =>
    `Export ${wanted} again, or set "allowed-fall" to 1 in the mapping for one load if it is right`;
  const faults: Fault[] = [];
  if (after.to < before.to) {
    faults.push(fileFault(null, files,
      `${table} ends on ${after.to} where the last good load reached ${before.to}, as an older or half-written export does`, remedy(`everything up to ${before.to}`)));
  }
  const gone = monthsGone(before, after);
  if (gone.length > 0) {
    faults.push(fileFault(null, files,
      `${table} holds nothing in ${gone.join(', ')}, which the last good load (${before.from} to ${before.to}) held; it runs from ${after.from} to ${after.to} now`,
      remedy(gone.length === 1 ? 'that month' : 'those months')));
  }
  return faults;
}

function monthsHeld(coverage: Coverage): readonly string[] {
  return monthsOf(coverage).filter((month) => !coverage.missingMonths.includes(month));
}

/**
 * Months that were held and are not, up to where both reach. Exports often hold the latest so many months, so that the
 * first ones may go as new ones come.
 */
function monthsGone(before: Coverage, after: Coverage): readonly string[] {
  const held = new Set(monthsHeld(after));
  const gone = monthsHeld(before).filter((month) => !held.has(month) && month <= after.to.slice(0, 7));
  const moved = monthsOf({ from: before.from, to: after.to }).length - monthsOf(before).length;
  const dropped = gone.filter((month) => month < after.from.slice(0, 7));
  return dropped.length <= moved ? gone.filter((month) => !dropped.includes(month)) : gone;
}
