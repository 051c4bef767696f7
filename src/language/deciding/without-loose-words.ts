import type { Query } from '../../engine/query';
import type { Case } from '../frame/case';
import { selection } from '../frame/comparing';
import type { Leftover } from '../frame/leftover';
import type { Span } from '../frame/span';
import { asksForSomething } from '../words/asks-for-something';
import { NEGATIONS } from '../words/negations';
import { asUnderstood, said } from './as-understood';
import { askedAgain } from './wording';

/** How often what is left is cut again, where the words around it hold nothing without it. */
const MOST_CUTS = 3;
/** A message of more parts than this is no question with something said around it. */
const MOST_CLAUSES = 9;
/** Where one thing ends that is said and another begins. */
const BETWEEN_CLAUSES = /[.?!;:,()\n]+(?:\s+|$)|\s+-+\s+|\s+(?=(?:so|but|because|which is|and (?:she|he|they|i|we|it|can|could)|(?:can|could) (?:you|u|i|we))\s)/gi;

/**
 * Whole questions that stay of one when what was not understood is left out, the one that keeps the most first: all of
 * it without those words, then the clauses that make a question by themselves, then its measure with filters and period.
 * None, where what was left turns something round.
 */
export function withoutLoose(one: Case, left: readonly Leftover[]): readonly string[] {
  if (turnedRound(one, left)) {
    return [];
  }
  const plain = askedAgain(one, one.frame.metrics[0]);
  const { alone, first } = clausesAlone(one, left);
  const cut = afterCutting(one, without(one, left), MOST_CUTS);
  // "For the July board": the month may be the board's and not what is asked about.
  const theirs = left.flatMap((run) => one.spans.filter(({ meaning, end }) => meaning.kind === 'period' && end === run.start));
  const untimed = theirs.length === 0 ? [] : afterCutting(one, without(one, [...left, ...theirs]), 1);
  const whole = asUnderstood(one);
  return [...new Set([...(first ? [...alone, ...cut] : [...cut, ...alone]), ...untimed, ...(whole === null ? [] : [whole]), ...(plain === null ? [] : [plain])])];
}

/** Whether what was left, or any other word outside a name, turns something round, so that no question without it may be offered. */
export function turnedRound(one: Case, left: readonly Leftover[]): boolean {
  const kept = ({ meaning }: Span): boolean => ['metric', 'value', 'dimension', 'period', 'ambiguous'].includes(meaning.kind) || (meaning.kind === 'role' && meaning.role === 'excluding' && one.frame.excluded.length > 0);
  if (one.words.some(({ text }, at) => NEGATIONS.has(text) && !one.spans.some((span) => span.start <= at && at < span.end && kept(span)))) {
    return true;
  }
  return left.some(({ start, end }) => one.words.slice(start, end).some(({ text }) => text === 'but' || NEGATIONS.has(text)));
}

/** A clause of no more words than these is as likely a part of the question as talk around it. */
const A_FEW_WORDS = 4;

interface Alone {
  readonly alone: readonly string[];
  /** Whether all that was not understood stands in clauses of their own, so that this question is more likely meant than what is left of the whole. */
  readonly first: boolean;
}

/**
 * The clause of a message that says the most of what is asked, where it makes a question by itself, with as many of those
 * beside it as were understood whole and go with it; and the same of the parts that were spoken of around it.
 */
function clausesAlone(one: Case, left: readonly Leftover[]): Alone {
  const clauses = clausesOf(one, left);
  if (clauses.length < 2 || clauses.length > MOST_CLAUSES) {
    return { alone: [], first: false };
  }
  const wording = (from: number, to: number): string => clauses.slice(from, to).map(({ text }) => text).join(', ');
  const read = (from: number, to: number): Query | null => {
    const reading = one.again(wording(from, to));
    return reading.kind === 'query' && (reading.query.metrics.length > 0 || reading.query.scorecard !== null) ? reading.query : null;
  };
  const goes = (at: number): boolean => clauses[at]?.understood === true;
  const most = Math.max(...clauses.map(({ understood, says }) => (understood ? says : 0)));
  const alone = most === 0 ? -1 : clauses.findLastIndex(({ understood, says }) => understood && says === most);
  let query = alone < 0 ? null : read(alone, alone + 1);
  if (query === null) {
    return { alone: [], first: false };
  }
  let [from, to] = [alone, alone + 1];
  for (let wider = true; wider;) {
    const after = goes(to) ? read(from, to + 1) : null;
    const before = after === null && goes(from - 1) ? read(from - 1, to) : null;
    [from, to, query] = [before === null ? from : from - 1, after === null ? to : to + 1, after ?? before ?? query];
    wider = after !== null || before !== null;
  }
  const around = withPartsAround(query, one);
  const outside = clauses.filter((_clause, at) => at < from || at >= to);
  const first = outside.every(({ understood, length, dated, asks }) => (understood ? !dated : length > A_FEW_WORDS && (!asks || clauses[alone]?.asks === true)));
  return { alone: [...(around === null ? [] : [around]), query].map((each) => said(each, one)), first };
}

/** The query narrowed to what the rest of the message names, where it is of a kind that the query is not narrowed by. */
function withPartsAround(query: Query, { frame, ground: { catalogue } }: Case): Query | null {
  const told = query.metrics.map((id) => catalogue.metrics.get(id)?.dimensions ?? []);
  const used = new Set([...Object.keys(query.filters), ...Object.keys(query.excluding), ...[query.by ?? []].flat()]);
  const values = frame.main.values.filter(({ dimension }) => !used.has(dimension) && told.length > 0 && told.every((dimensions) => dimensions.includes(dimension)));
  return values.length === 0 || (query.versus !== null && typeof query.versus === 'object' && 'filters' in query.versus) ? null : { ...query, filters: { ...query.filters, ...selection(values) } };
}

interface Clause {
  readonly text: string;
  /** Whether no word of it was left. */
  readonly understood: boolean;
  /** How much it says of what is asked: nothing, where it does not name it. */
  readonly says: number;
  /** Whether it names a time, and whether it asks for something. */
  readonly dated: boolean;
  readonly asks: boolean;
  /** How many words it has. */
  readonly length: number;
}

function clausesOf(one: Case, left: readonly Leftover[]): readonly Clause[] {
  const ends = [...one.text.matchAll(BETWEEN_CLAUSES)].map(({ 0: between, index }) => index + between.length);
  const edges = [...new Set([0, ...ends, one.text.length])];
  const asking = one.spans.filter(({ meaning }) => ['metric', 'scorecard', 'ambiguous'].includes(meaning.kind));
  return edges.slice(1).map((to, at) => {
    const from = edges[at] ?? 0;
    const within = ({ start }: Leftover): boolean => (one.words[start]?.start ?? -1) >= from && (one.words[start]?.start ?? to) < to;
    const says = asking.some(within) ? one.spans.filter(within).length : 0;
    return { text: one.text.slice(from, to).trim().replace(/[,;:.]+$/, ''), understood: !left.some(within), says, dated: one.spans.some((span) => span.meaning.kind === 'period' && within(span)), asks: asksForSomething(one.text.slice(from, to)) || one.text.slice(from, to).trim().endsWith('?'), length: one.words.filter(({ start }) => start >= from && start < to).length };
  }).filter(({ text }) => text !== '');
}

/** What a wording comes to, cut again and again of what it does not know. */
function afterCutting(one: Case, wording: string, cuts: number): readonly string[] {
  const reading = wording === '' || cuts === 0 ? null : one.again(wording);
  switch (reading?.kind) {
    case 'query': return [said(reading.query, one)];
    case 'clarify': return reading.options.slice(0, 3).map((option) => {
      const chosen = one.again(option);
      return chosen.kind === 'query' ? said(chosen.query, one) : option;
    });
    case 'unknown': {
      const shorter = reading.words.reduce((text, word) => text.replace(word, ' '), wording).replace(/\s+/g, ' ').trim();
      return shorter === wording ? [] : afterCutting(one, shorter, cuts - 1);
    }
    case 'refused':
    case 'command':
    case undefined: return [];
  }
}

/** The words of a question without those left, and without what led to them. */
function without(one: Case, left: readonly Leftover[]): string {
  const cut = new Set(left.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, step) => start + step)));
  const kept = one.words.filter((_word, at) => !cut.has(at));
  while (LINKS.has(kept.at(-1)?.text ?? '')) {
    kept.pop();
  }
  while (DANGLING.has(kept[0]?.text ?? '')) {
    kept.shift();
  }
  return kept.map(({ typed }) => typed).join(' ');
}

/** Words that cannot open a question by themselves. */
const DANGLING = new Set(['for', 'in', 'at', 'of', 'on', 'to', 'with', 'and', 'or', 'from', 'than', 'has', 'have', 'is', 'are']);
/** Words that must not be left hanging when what they led to is cut. */
const LINKS = new Set(['for', 'in', 'at', 'of', 'on', 'by', 'to', 'with', 'the', 'a', 'an', 'and', 'or', 'from', 'our', 'is', 'per', 'each', 'has', 'have', 'are', 'was', 'were', 'than', 'vs', 'v']);
