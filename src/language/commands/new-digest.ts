import { scheduleWords, type Schedule } from '../../calendar/schedule';
import type { Query } from '../../engine/query';
import type { Reading } from '../reading';
import type { CommandCase } from './command-case';
import { createWords } from './command-words';
import { digestSaid, POSTS, SETS_UP, SHOWS, withoutIdleEnd, withoutPlace, withoutPoliteness } from './command-verbs';
import { nameGiven } from './given-name';
import { isThis, questionInside, type Inside } from './question-inside';
import { wholeSchedule } from './whole-schedule';
import { cutSchedule, cutWithin } from './schedule-parts';
import type { Said } from './schedule-rules';

/** A text taken apart into the words of a digest and the question in it. */
interface Wished {
  readonly question: string;
  readonly said: readonly Said[];
  readonly name: string | null;
  readonly verb: 'posts' | 'shows' | 'sets-up' | null;
  readonly isDigest: boolean;
  readonly isHere: boolean;
  readonly typed: string;
}

const LONGEST_NAME = 60;

/** "Post the theatres scorecard here every Monday at 8": what is to be posted again and again; null for any other text. */
export function newDigest(text: string, one: CommandCase): Reading | null {
  const wished = takenApart(text);
  if (!isWished(wished)) {
    return null;
  }
  const { said, name } = wished;
  const { schedule, notes } = wholeSchedule(said);
  const again = (question: string, instead: Schedule = schedule): string => createWords(question, instead, name !== null && name.length > LONGEST_NAME ? null : name);
  const inside = contentOf(wished, one, again);
  if (inside.kind !== 'query') {
    return inside;
  }
  const question = isThis(wished.question) ? 'this' : wished.question;
  const ask = (sentence: string, schedules: readonly Schedule[]): Reading => ({ kind: 'clarify', ask: sentence, options: schedules.map((each) => again(question, each)), query: null });
  if (name !== null && name.length > LONGEST_NAME) {
    return { kind: 'clarify', ask: `A name may have ${LONGEST_NAME} letters. Set it up without one?`, options: [createWords(question, schedule, null)], query: null };
  }
  const [other] = said.flatMap((each) => (each.kind === 'other' ? [each] : []));
  if (other !== undefined) {
    return ask(`I post once a week, once a month or every working day, and not “${other.words}”. Which of these?`, nearTo(other.days, schedule));
  }
  if (!said.some(({ kind }) => kind === 'days') && !wished.isDigest) {
    return ask('How often should it be posted?', nearTo([], schedule));
  }
  return { kind: 'command', command: { kind: 'digest', what: 'create', query: inside.query, schedule, name }, notes: [...inside.notes, ...notes, ...unkept(wished, one), ...sameEachTime(inside.query)] };
}

function takenApart(text: string): Wished {
  const { rest: unnamed, name } = nameGiven(text, (words) => cutSchedule(words, 'right', []).rest);
  let rest = withoutPoliteness(unnamed);
  let said: readonly Said[] = [];
  let verb: Wished['verb'] = null;
  let isDigest = false;
  let isHere = false;
  const cut = (side: 'left' | 'right'): void => {
    const found = cutSchedule(rest, side, said);
    said = found.said;
    rest = side === 'left' ? withoutPoliteness(found.rest) : found.rest;
  };
  for (let before = ''; before !== rest;) {
    before = rest;
    cut('left');
    const lead: Lead | null = verb === null ? verbOf(rest) : null;
    if (lead !== null) {
      verb = lead.verb;
      rest = lead.rest;
    }
    const digest = isDigest ? null : digestSaid(rest);
    if (digest !== null) {
      isDigest = true;
      rest = digest.rest;
      said = digest.often === null ? said : cutSchedule(digest.often, 'right', said).said;
    }
    const placed = withoutPlace(rest);
    isHere = isHere || placed !== null;
    rest = withoutIdleEnd(placed ?? rest);
    cut('right');
  }
  if (verb !== null && !said.some(({ kind }) => kind === 'days' || kind === 'other')) {
    const within = cutWithin(rest, said);
    rest = within.rest;
    said = within.said;
  }
  return { question: rest, said, name, verb, isDigest, isHere, typed: text };
}

interface Lead {
  readonly verb: NonNullable<Wished['verb']>;
  readonly rest: string;
}

/** What a text opens by asking to be done. */
function verbOf(text: string): Lead | null {
  const verbs: readonly (readonly [NonNullable<Wished['verb']>, RegExp])[] = [['posts', POSTS], ...(/\bdigest\b/i.test(text) ? [['sets-up', SETS_UP] as const] : []), ['shows', SHOWS]];
  const [found] = verbs.filter(([, pattern]) => pattern.test(text));
  return found === undefined ? null : { verb: found[0], rest: text.replace(found[1], '').trim() };
}

/** Whether the words ask for something again and again, and not for a split, a trend or a figure. */
function isWished({ said, verb, isDigest, isHere, question, name }: Wished): boolean {
  const hasClock = said.some(({ kind }) => kind === 'clock');
  const [days] = said.flatMap((each) => (each.kind === 'days' || each.kind === 'other' ? [each] : []));
  if (days === undefined) {
    return (isDigest && (verb !== null || question !== '') && question !== '') || (verb === 'posts' && isHere && (isThis(question) || name !== null || hasClock));
  }
  const isFirm = days.kind === 'days' && days.isFirm;
  switch (verb) {
    case 'posts':
    case 'sets-up': return true;
    case 'shows': return isDigest || isHere || hasClock || isFirm || name !== null;
    case null: return isDigest || (hasClock && question !== '') || (isHere && question !== '');
  }
}

/** A scorecard, what is off target, or measures; a bare "theatres" stands for its scorecard. */
function contentOf({ question }: Wished, one: CommandCase, again: (question: string) => string): Inside {
  const inside = questionInside(question, one, again, 'Post');
  const sheet = inside.kind === 'clarify' && !isThis(question) ? one.read(`${question} scorecard`) : null;
  const content: Inside = sheet?.kind === 'query' && sheet.query.scorecard !== null ? sheet : inside;
  if (content.kind !== 'query') {
    return content;
  }
  if (content.query.frozen !== undefined) {
    return { kind: 'unknown', reason: 'not-supported', sentence: 'What is frozen under a name never changes, so it is not posted again and again. Name the scorecard itself.', words: [], options: [] };
  }
  const isShown = content.query.scorecard !== null || (content.query.metrics.length > 0 && content.query.period !== null);
  return isShown ? content : { kind: 'unknown', reason: 'not-supported', sentence: 'I can post a scorecard, what is off target on one, or measures.', words: [], options: [] };
}

/** Schedules that are kept, nearest first: on each of the days that were said, or the usual ones. */
function nearTo(days: readonly number[], schedule: Schedule): readonly Schedule[] {
  const said = days.map((on): Schedule => ({ ...schedule, every: 'week', on }));
  const usual: readonly Schedule[] = [{ ...schedule, every: 'week', on: 1 }, { ...schedule, every: 'month', on: 1 }, { ...schedule, every: 'working-day', on: null }];
  return [...said, ...usual].filter((each, at, all) => all.findIndex((other) => scheduleWords(other) === scheduleWords(each)) === at).slice(0, 4);
}

/** What was said and is done otherwise: by mail, or to one person in a place that others read. */
function unkept({ typed }: Wished, { place }: CommandCase): readonly string[] {
  const shared = place.kind === 'channel' || place.kind === 'group';
  return [
    ...(/\be?-?mail\b/i.test(typed) ? ['It is posted here in Teams, not sent by email.'] : []),
    ...(shared && /\b(?:send|give|show|get|email|ping|message|dm)(?: it)?(?: to)? me\b|\bremind me\b|\bto me\b/i.test(typed) ? ['It is posted here, where others read it. Ask in a chat with me alone to have it to yourself.'] : []),
  ];
}

/** A period told by dates is the same every time, and that may not be what was meant. */
function sameEachTime({ period }: Query): readonly string[] {
  const isFixed = period !== null && period.asked !== null && /\d{4}|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|^[qhm]\d/i.test(period.asked) && !/\b(?:last|this|since|rolling|to date|so far|ytd)\b/i.test(period.asked);
  return isFixed ? [`It is of ${period.label} each time.`] : [];
}
