import type { Catalogue } from '../catalogue/catalogue';
import { dayLabel, londonDay } from '../calendar/day';
import type { Query } from '../engine/query';
import type { Answer, ScorecardAnswer } from './answer';
import { PLAIN } from './from-reading';

/** A scorecard as it stood when somebody kept it under a name. */
export interface Kept {
  readonly name: string;
  readonly answer: Answer;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly snapshot: string;
}

type FrozenQuery = Query & { readonly frozen: NonNullable<Query['frozen']> };

/** Said once a scorecard is kept; the next step shows it again. */
export function keptAnswer(catalogue: Catalogue, query: FrozenQuery, { name, answer, at, snapshot }: Kept): Answer {
  return {
    ...PLAIN,
    outcome: 'done',
    query,
    headline: `Kept as “${name}”: ${answer.scorecard?.name ?? 'the scorecard'}, ${answer.scope ?? ''}, as it stands on ${dayLabel(londonDay(at))}.`,
    scope: answer.scope,
    lines: [`It is shown again unchanged, with what has changed since beside it. Data version ${snapshot}.`],
    next: [{ title: `Show ${name}`, step: { kind: 'query', query: { ...query, frozen: { name, what: 'show' } } } }],
    notice: answer.notice ?? catalogue.organisation.notice,
  };
}

/** A name that is taken stays what it was. */
export function nameTakenAnswer(catalogue: Catalogue, query: FrozenQuery, at: number): Answer {
  const { name } = query.frozen;
  return {
    ...PLAIN,
    outcome: 'refused',
    query,
    headline: `“${name}” was kept on ${dayLabel(londonDay(at))} already and stays as it is. Choose another name.`,
    reason: 'name-taken',
    next: [{ title: `Show ${name}`, step: { kind: 'query', query: { ...query, frozen: { name, what: 'show' } } } }],
    notice: catalogue.organisation.notice,
  };
}

/** Nothing is kept under that name, or nothing can be kept here at all. */
export function notKeptAnswer(catalogue: Catalogue, query: FrozenQuery, names: readonly string[]): Answer {
  return {
    ...PLAIN,
    outcome: 'no-data',
    query,
    headline: `Nothing is kept under the name “${query.frozen.name}”.`,
    lines: names.length === 0 ? ['No scorecard has been kept yet. Say: freeze lead measures as “board pack July”.'] : [`Kept: ${names.join(', ')}.`],
    reason: 'not-frozen',
    notice: catalogue.organisation.notice,
  };
}

/** It was kept by a version, or of definitions, of which nobody can say any more who may see what is in it. */
export function notCheckedAnswer(catalogue: Catalogue, query: FrozenQuery): Answer {
  return {
    ...PLAIN,
    outcome: 'refused',
    query,
    headline: `“${query.frozen.name}” cannot be shown: what it is of is not defined any more, so that it cannot be checked who may see it.`,
    lines: ['Freeze the scorecard as it is now under another name, or ask whoever looks after Tally for a copy of what was kept.'],
    reason: 'not-checked',
    notice: catalogue.organisation.notice,
  };
}

/** It holds numbers of people that are shown rounded now. */
export function keptExactAnswer(catalogue: Catalogue, query: FrozenQuery): Answer {
  return {
    ...PLAIN,
    outcome: 'refused',
    query,
    headline: `“${query.frozen.name}” cannot be shown: it was kept before numbers of people below the whole trust were rounded.`,
    lines: ['Freeze the scorecard as it is now under another name.'],
    reason: 'kept-exact',
    notice: catalogue.organisation.notice,
  };
}

/** Said where this program runs without a store. */
export function cannotKeepAnswer(catalogue: Catalogue, query: Query): Answer {
  return {
    ...PLAIN, outcome: 'refused', query, headline: 'Scorecards cannot be kept here: no state store is open.', reason: 'no-store', notice: catalogue.organisation.notice,
  };
}

/**
 * The kept answer, unchanged, with what the same question gives now where that reads differently.
 * @param now the answer to the same query on today's data; null where it has none
 */
export function shownAgain(query: FrozenQuery, { name, answer, at, snapshot }: Kept, now: Answer | null): Answer {
  const { scorecard } = answer;
  if (scorecard === null) {
    return { ...answer, query };
  }
  const day = dayLabel(londonDay(at));
  const current = now?.scorecard ?? null;
  const restated = current === null ? ['The same question has no answer now.'] : restatements(scorecard, current, shortDay(day));
  const changed = restated.length === 0 ? 'nothing has changed since' : `${restated.length} ${restated.length === 1 ? 'figure has' : 'figures have'} changed since`;
  const opening = `“${name}”, kept on ${day}; ${changed}.`;
  return {
    ...answer,
    query,
    headline: `${opening} ${answer.headline}`,
    scorecard: { ...scorecard, said: { ...scorecard.said, opening }, restated, frozen: { name, at: new Date(at).toISOString(), snapshot } },
    next: [{ title: 'Show working', step: { kind: 'working', query } }],
  };
}

const shortDay = (label: string): string => label.replace(/ \d{4}$/, '');

/** "DNA rate: 6.5% on 11 July, 6.4% now", for every number that prints differently; columns after the first are named. */
function restatements(then: ScorecardAnswer, now: ScorecardAnswer, day: string): readonly string[] {
  const cellsNow = new Map(now.sections.flatMap(({ title, lines }, section) => lines.flatMap((line, at) =>
    line.cells.map((cell) => [cellKey(section, title, line.kind, line.key, line.label, isKeyed(lines) ? 0 : at, cell.id), cell.display] as const))));
  return then.sections.flatMap(({ title, lines }, section) => lines.flatMap((line, at) => line.cells.flatMap((cell, column) => {
    const current = cellsNow.get(cellKey(section, title, line.kind, line.key, line.label, isKeyed(lines) ? 0 : at, cell.id));
    const of = column === 0 ? line.label : `${line.label}, ${cell.label.charAt(0).toLocaleLowerCase('en-GB')}${cell.label.slice(1)}`;
    return current === cell.display ? [] : [`${of}: ${cell.display} on ${day}, ${current ?? 'not shown'} now`];
  })));
}

/** Whether the lines' keys and labels tell them apart; where two are alike, their place does. */
function isKeyed(lines: ScorecardAnswer['sections'][number]['lines']): boolean {
  return new Set(lines.map(({ kind, key, label }) => JSON.stringify([kind, key, label]))).size === lines.length;
}

const cellKey = (...parts: readonly (string | number)[]): string => JSON.stringify(parts);

/** An answer as it was kept; null for anything that is not one, written by another version or by hand. */
export function readKeptAnswer(json: string): Answer | null {
  try {
    const read: unknown = JSON.parse(json);
    return isAnswer(read) ? withProcess(read) : null;
  } catch {
    // Not JSON: whatever was kept, it is no answer that could be shown.
    return null;
  }
}

/** A scorecard that was kept before its lines were judged by their run says nothing of it. How its sums were done is worked out of its lines, when it is asked for. */
function withProcess(answer: Answer): Answer {
  const { scorecard } = answer;
  return scorecard === null ? answer : { ...answer, scorecard: { ...scorecard, said: withParts(answer.headline, scorecard), working: [], sections: scorecard.sections.map((section) => ({ ...section, lines: section.lines.map((line) => ({ ...line, process: line.process ?? null })) })) } };
}

/** One that was kept before its headline was kept in parts says all of it as its verdict. */
function withParts(headline: string, { said }: { readonly said?: ScorecardAnswer['said'] }): ScorecardAnswer['said'] {
  return said ?? { opening: '', verdict: headline, standingOut: [] };
}

function isAnswer(value: unknown): value is Answer {
  return typeof value === 'object' && value !== null
    && 'headline' in value && typeof value.headline === 'string'
    && 'metrics' in value && Array.isArray(value.metrics)
    && 'scorecard' in value && typeof value.scorecard === 'object' && value.scorecard !== null
    && 'judged' in value.scorecard && 'sections' in value.scorecard && Array.isArray(value.scorecard.sections);
}
