import type { Scorecard, ScorecardSection } from '../catalogue/scorecard';
import type { Period } from '../calendar/period';
import { TallyError } from '../errors';
import type { Query } from './query';
import { provenanceOfNothing, type Setting } from './reckon';
import type { Provenance, ScorecardResult } from './result';
import type { SectionLines } from './scorecard-column';
import { measureLines } from './scorecard-measures';
import { splitLines } from './scorecard-split';

/**
 * The numbers of a scorecard, every line of it, in the order its definition gives; what is off target is for the
 * answer to pick out. The query's filters narrow each measure that is held by their dimensions. Throws QUERY_INVALID
 * for a scorecard the catalogue does not hold, and for a dimension that none of its measures declares.
 */
export async function runScorecard(setting: Setting, query: Query): Promise<ScorecardResult> {
  const scorecard = setting.catalogue.scorecards.get(query.scorecard ?? '');
  const { period } = query;
  if (scorecard === undefined || period === null) {
    throw new TallyError('QUERY_INVALID', `no scorecard ${String(query.scorecard)}`);
  }
  refuseUndeclared(setting, scorecard, query);
  const sections = await Promise.all(scorecard.sections.map((section) => linesOf(setting, query, section, period)));
  return {
    scorecard: scorecard.id,
    period,
    sections: sections.map(({ section }) => section),
    provenance: together(sections.flatMap(({ provenances }) => provenances), provenanceOfNothing(setting.snapshot, period)),
  };
}

function linesOf(setting: Setting, query: Query, section: ScorecardSection, period: Period): Promise<SectionLines> {
  return 'lines' in section ? measureLines(setting, query, section, period) : splitLines(setting, query, section, period);
}

/** The metrics that a section reads. */
export function metricsIn(section: ScorecardSection): readonly string[] {
  const columns = section.columns.flatMap(({ metric }) => metric ?? []);
  return 'lines' in section ? [...columns, ...section.lines.map(({ metric }) => metric)] : columns;
}

function refuseUndeclared({ catalogue }: Setting, scorecard: Scorecard, query: Query): void {
  const declared = new Set(scorecard.sections.flatMap(metricsIn).flatMap((id) => catalogue.metrics.get(id)?.dimensions ?? []));
  const undeclared = [...Object.keys(query.filters), ...Object.keys(query.excluding)].find((id) => !declared.has(id));
  if (undeclared !== undefined) {
    throw new TallyError('QUERY_INVALID', `${scorecard.id} cannot be split by ${undeclared}`);
  }
}

/** Where all the numbers came from together: as old as the oldest, and complete only where all are. What is not held has no say. */
function together(provenances: readonly Provenance[], nothing: Provenance): Provenance {
  const held = provenances.filter(({ extracts }) => extracts.length > 0);
  const [first] = held;
  if (first === undefined) {
    return nothing;
  }
  const notices = [...new Set(held.flatMap(({ notice }) => notice ?? []))];
  return {
    ...first,
    extracts: [...new Set(held.flatMap(({ extracts }) => extracts))].sort(),
    through: held.map(({ through }) => through).reduce((a, b) => (a < b ? a : b)),
    since: held.map(({ since }) => since).reduce((a, b) => (a > b ? a : b)),
    complete: held.every(({ complete }) => complete),
    provisional: held.some(({ provisional }) => provisional),
    maturesOn: held.flatMap(({ maturesOn }) => maturesOn ?? []).sort().at(-1) ?? null,
    stale: held.some(({ stale }) => stale),
    notice: notices.length === 0 ? null : notices.join(' '),
  };
}
