import type { ScorecardAnswer, ScorecardAnswerLine } from '../answers/answer';
import { inBrackets } from '../answers/in-brackets';
import { dayLabel } from '../calendar/day';
import { sourceLines } from './source-text';
import { textTable } from './text-table';

/** A scorecard as an aligned table: a line a measure, a column a period or a part, then its status and target in words. */
export function scorecardLines({ sections, notes, restated, frozen, data, printedOn }: ScorecardAnswer): readonly string[] {
  return [
    ...(frozen === null ? [] : [`  Kept as “${frozen.name}” on ${dayLabel(frozen.at.slice(0, 10))}, data version ${frozen.snapshot}`]),
    ...sections.flatMap(({ title, lines }) => [...(title === '' ? [] : ['', `  ${title}`]), ...table(lines)]),
    ...sections.flatMap(({ lines }) => lines.flatMap(({ label, notes: own }) => own.map((note) => `  ${label}: ${note}`))),
    ...(frozen === null ? [] : restated.length === 0 ? ['  Nothing has changed since it was kept.'] : ['  Changed since it was kept:', ...restated.map((line) => `    ${line}`)]),
    ...sourceLines({ data, printedOn }),
    ...notes.map((note) => `  ! ${note}`),
  ];
}

function table(lines: readonly ScorecardAnswerLine[]): readonly string[] {
  const heads = lines[0]?.cells.map(({ label }) => label) ?? [];
  const isJudged = lines.some(({ target, plan }) => target !== null || plan !== null);
  const columns = [
    { head: '', right: false }, ...heads.map((head) => ({ head, right: true })),
    ...(isJudged ? [{ head: '', right: false }, { head: 'Target', right: false }] : []),
  ];
  const rows = lines.map((line) => [
    line.kind === 'line' ? line.label : `= ${line.label}`,
    ...line.cells.map(({ display }) => display),
    ...(isJudged ? [line.statusWords, targetCell(line)] : []),
  ]);
  return textTable(columns, rows).map((text) => `  ${text}`);
}

function targetCell({ target, rivals, plan }: ScorecardAnswerLine): string {
  return target === null ? (plan === null ? '' : `Plan ${plan.words}`) : [`${target.words} ${inBrackets(target.source)}`, ...rivals.map(({ words, source, met }) => `also ${words} ${inBrackets(source)}, ${met ? 'met' : 'not met'}`)].join('; ');
}
