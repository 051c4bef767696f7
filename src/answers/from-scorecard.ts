import type { Catalogue } from '../catalogue/catalogue';
import { monthOf, yearOf } from '../calendar/day';
import { monthPeriod, yearToDatePeriod } from '../calendar/period';
import type { Query } from '../engine/query';
import type { ScorecardResult } from '../engine/result';
import { glossaryOf, lettersIn } from './abbreviations';
import type { Answer, ScorecardAnswer } from './answer';
import type { NextStep, ReportStep } from './next-step';
import { PLAIN } from './from-reading';
import { inSentence, scopeLine, whenWords } from './names';
import { scorecardAnswer } from './scorecard-answer';
import { standingOutWords } from './insights';
import { scorecardVerdict, standingOutOf } from './scorecard-headline';
import { scorecardSums, scorecardWorking } from './scorecard-working';

/** The answer to a scorecard or to what is off target. No data only where no line has a number. */
export function answerFromScorecard(
  catalogue: Catalogue, query: Query, result: ScorecardResult, { notes, said, showWorking }: { notes: readonly string[]; said: readonly string[]; showWorking: boolean },
): Answer {
  const scorecard = catalogue.scorecards.get(result.scorecard);
  if (scorecard === undefined) {
    return { ...PLAIN, outcome: 'unknown', query, headline: 'No scorecard of that name is kept here.', reason: 'unknown-scorecard' };
  }
  const all = scorecardAnswer(catalogue, { ...query, intent: 'scorecard' }, scorecard, result);
  const shown = query.intent === 'exceptions' ? scorecardAnswer(catalogue, query, scorecard, result) : all;
  const isHeld = all.sections.some(({ lines }) => lines.some(({ cells, suppressed }) => suppressed || cells.some(({ value }) => value !== null)));
  const undated = all.printedOn !== null;
  const when = undated ? ' (period not stated)' : ` ${whenWords(result.period)}`;
  const told = { answer: shown, all, when, result };
  const standingOut = isHeld ? standingOutOf(query, told) : [];
  const verdict = isHeld
    ? scorecardVerdict(catalogue, query, scorecard, told)
    : `Nothing of the ${inSentence(scorecard.name)} is held for ${result.period.label}.`;
  const headline = [verdict, standingOutWords(standingOut)].filter((words) => words !== '').join(' ');
  const letters = lettersIn(catalogue, [headline, all.name, ...shown.sections.flatMap(({ title, lines }) => [title, ...lines.map(({ label }) => label)])]);
  return {
    ...PLAIN,
    outcome: isHeld ? 'answered' : 'no-data',
    query,
    headline: [headline, ...said].join(' '),
    scope: scopeLine(catalogue, query, undated),
    lines: showWorking && isHeld ? scorecardWorking(catalogue, scorecard, shown, { verdict: scorecardVerdict(catalogue, query, scorecard, { ...told, most: Infinity }), result }) : [],
    scorecard: { ...shown, said: { opening: '', verdict: [verdict, ...said].join(' '), standingOut }, working: showWorking ? scorecardSums(catalogue, shown) : [], notes: [...notes.filter((note) => !said.includes(note)), ...shown.notes, ...glossaryOf(letters)] },
    reason: isHeld ? null : 'not-held',
    next: !isHeld ? [] : showWorking ? workingSteps(catalogue, query, shown, result) : nextSteps(query, all),
    showWorking: showWorking && isHeld,
    notice: result.provenance.notice,
    letters,
  };
}

/** The other half of the scorecard where there is one, and the month or the year to date, whichever was not asked for. */
function nextSteps(query: Query, { sections }: ScorecardAnswer): readonly NextStep[] {
  const statuses = sections.flatMap(({ lines }) => lines.map(({ status }) => status));
  // Where all that has a target is off it, what is off target stands first already.
  const isNarrower = statuses.includes('off-target') && statuses.includes('on-target');
  const step = (title: string, changed: Partial<Query>): NextStep => ({ title, step: { kind: 'query', query: { ...query, ...changed } } });
  const { period } = query;
  return [
    ...(query.intent === 'exceptions' ? [step('The whole scorecard', { intent: 'scorecard' })] : isNarrower ? [step('Only what is off target', { intent: 'exceptions' })] : []),
    ...(period?.grain === 'month' ? [step('Year to date', { period: yearToDatePeriod(period.to) })] : []),
    ...(period?.grain === 'ytd' ? [step('The last month', { period: monthPeriod(yearOf(period.to), monthOf(period.to)) })] : []),
    { title: 'Show working', step: { kind: 'working', query } },
  ];
}

/** The way to say that one of its numbers is wrong, and which, and the way back. */
function workingSteps(catalogue: Catalogue, query: Query, shown: ScorecardAnswer, { provenance: { extracts, snapshot } }: ScorecardResult): readonly NextStep[] {
  return [
    ...(extracts.length === 0 ? [] : [{ title: 'Report a wrong number', step: { kind: 'report' as const, query, snapshot, among: measuresOf(catalogue, shown) } }]),
    { title: 'Back to the scorecard', step: { kind: 'query', query } },
  ];
}

/** Its measures, each once and in the order in which they stand: by the name of their line, or by their own where several lines are of one. */
function measuresOf(catalogue: Catalogue, { sections }: ScorecardAnswer): ReportStep['among'] {
  const lines = sections.flatMap((section) => section.lines.filter(({ kind }) => kind === 'line'));
  return [...new Set(lines.map(({ metric }) => metric))].map((metric) => {
    const [only, second] = lines.filter((line) => line.metric === metric);
    return { metric, name: only !== undefined && second === undefined ? only.label : (catalogue.metrics.get(metric)?.name ?? metric) };
  });
}
