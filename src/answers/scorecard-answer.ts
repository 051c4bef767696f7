import type { Catalogue } from '../catalogue/catalogue';
import type { Scorecard, ScorecardSection } from '../catalogue/scorecard';
import type { Query } from '../engine/query';
import type { ScorecardResult, ScorecardSectionResult } from '../engine/result';
import type { ScorecardAnswer, ScorecardAnswerLine } from './answer';
import { stillBeingCoded } from './caveats';
import { roundedOn, roundedWords } from './rounded-people';
import { scorecardLine } from './scorecard-line';

/** Judges a scorecard: its lines in words, in its own order or the worst first; of exceptions, only what is off target. */
export function scorecardAnswer(catalogue: Catalogue, query: Query, scorecard: Scorecard, result: ScorecardResult): ScorecardAnswer {
  const { provenance } = result;
  const sections = result.sections.map((section, at) => ({
    title: section.title,
    lines: linesOf(catalogue, query, scorecard, { section, isCoding: provenance.maturesOn !== null }, scorecard.sections[at]),
  }));
  const rounded = roundedOn(result, sections);
  return {
    id: scorecard.id,
    name: scorecard.name,
    said: { opening: '', verdict: '', standingOut: [] },
    sections: query.intent === 'exceptions' ? sections.filter(({ lines }) => lines.length > 0) : sections,
    notes: [...(rounded.roundedTo === undefined ? [] : [roundedWords(rounded.roundedTo)]), ...codingOf(catalogue, scorecard, result), ...documentsOf(result), ...scorecard.notes],
    restated: [],
    working: [],
    frozen: null,
    judged: scorecard.judged,
    printedOn: printedOnAll(result),
    data: {
      snapshot: provenance.snapshot, extracts: provenance.extracts, through: provenance.through, loadedAt: provenance.loadedAt,
      complete: provenance.complete, provisional: provenance.provisional, stale: provenance.stale, ...rounded,
    },
  };
}

function linesOf(
  catalogue: Catalogue, query: Query, scorecard: Scorecard, { section, isCoding }: { readonly section: ScorecardSectionResult; readonly isCoding: boolean }, defined: ScorecardSection | undefined,
): readonly ScorecardAnswerLine[] {
  const lines = section.lines.flatMap((line) => scorecardLine(catalogue, line, defined, { isJudged: scorecard.judged, isCoding }) ?? []);
  if (query.intent === 'exceptions') {
    return worstFirst(lines.filter(({ kind, status }) => kind === 'line' && status === 'off-target'));
  }
  const isWorstFirst = query.order === 'worst' || (query.order === null && scorecard.order === 'worst-first');
  return isWorstFirst && lines.every(({ kind }) => kind !== 'sub-total') ? worstFirst(lines) : lines;
}

const RANKS = { 'off-target': 0, none: 1, 'on-target': 2 } as const;

/** Off target first, the furthest from its target (for its size) before the rest; then what has no verdict; then on target. Totals stay last. */
function worstFirst(lines: readonly ScorecardAnswerLine[]): readonly ScorecardAnswerLine[] {
  const measured = lines.filter(({ kind }) => kind === 'line');
  const sorted = measured
    .map((line, at) => ({ line, at }))
    .sort((a, b) => RANKS[a.line.status] - RANKS[b.line.status] || (a.line.status === 'off-target' ? relativeGap(b.line) - relativeGap(a.line) : 0) || a.at - b.at)
    .map(({ line }) => line);
  return [...sorted, ...lines.filter(({ kind }) => kind !== 'line')];
}

/** How far off, as a share of the target; a target of nought is missed by the value itself, far beyond any share. */
function relativeGap({ value, target }: ScorecardAnswerLine): number {
  if (value === null || target === null) {
    return 0;
  }
  return target.value === 0 ? Number.MAX_SAFE_INTEGER : Math.abs((value - target.value) / target.value);
}

/** Of one measure split: which way its last month errs. Measures in a list say so each for itself. */
function codingOf({ metrics }: Catalogue, { sections }: Scorecard, { period, provenance: { maturesOn } }: ScorecardResult): readonly string[] {
  const [split] = sections.flatMap((section) => ('by' in section ? [section] : []));
  const metric = metrics.get(split?.columns.flatMap((column) => column.metric ?? [])[0] ?? '');
  return maturesOn === null || metric === undefined ? [] : [stillBeingCoded(period, maturesOn, metric)];
}

/** The day of the document that prints every figure without its period; null where any has one, or there are several documents. */
function printedOnAll({ sections }: ScorecardResult): string | null {
  const cells = sections.flatMap(({ lines }) => lines.flatMap((line) => line.cells)).filter(({ missing }) => missing === null);
  const days = new Set(cells.map(({ printed }) => (printed !== undefined && printed.period === null ? printed.publishedOn : null)));
  const [day = null] = days;
  return days.size === 1 ? day : null;
}

/** The documents that print the figures, each once, and whether one leaves its period open. */
function documentsOf({ sections }: ScorecardResult): readonly string[] {
  const printed = sections.flatMap(({ lines }) => lines.flatMap(({ cells }) => cells.flatMap((cell) => cell.printed ?? [])));
  const places = [...new Set(printed.map(({ document, place, period }) =>
    `As printed in ${document}, ${place.split(',')[0] ?? place}${period === null ? '; the document does not state the period' : ''}`))];
  return places.map((place) => `${place}.`);
}
