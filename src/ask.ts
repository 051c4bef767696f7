import type { Audit, Way } from './access/audit';
import { fromOutside, refuseUnheld } from './access/from-outside';
import { admit, permit, type Grants, type Permission } from './access/permit';
import { withholdOfDay } from './access/small-numbers/day';
import { createSmallNumbers, type SmallNumbers } from './access/small-numbers/small-numbers';
import { recorded } from './answers/audited';
import { definitionAnswer, freshnessAnswer, helpAnswer, nothingLoadedAnswer } from './answers/conversation';
import { commandAnswer } from './answers/command-answer';
import { answerFromReading } from './answers/from-reading';
import { answerFromFrozen, isFrozenQuery, readKeptQuery, type FrozenScorecards } from './answers/frozen-answer';
import { answerFromResult } from './answers/from-result';
import { KeptAnswers } from './answers/kept-answers';
import { answerFromDayBoard } from './answers/on-the-day';
import { refusedAnswer } from './answers/refused-answer';
import type { Answer } from './answers/answer';
import { withYear, yearInstead } from './answers/year-instead';
import { londonDay, type Day } from './calendar/day';
import type { Catalogue } from './catalogue/catalogue';
import { asksOfToday, TODAYS_MEASURE } from './engine/asks-of-today';
import type { Query } from './engine/query';
import { runQuery } from './engine/run';
import { runDayBoard } from './engine/run-day-board';
import type { Snapshot, Snapshots } from './engine/snapshot';
import { timeLimited } from './engine/time-limit';
import { TallyError } from './errors';
import { withoutCount } from './language/deciding/count-asked';
import type { HeldNow, Language } from './language/language';
import { AUDIENCE, type Asker, type Place, type Question } from './language/question';
import { premiseOf, type Premise } from './language/premise';
import type { Reading } from './language/reading';
import type { Learning } from './learning/learning';
import { UNWATCHED, type Timed } from './monitoring/watch';

/** A pressed button: a query to run again, its working to show, or a card to bring up to now, "last month" being another by now. */
export interface Step {
  readonly kind: 'query' | 'working' | 'refresh';
  readonly query: Query;
}

export interface Who {
  readonly asker: Asker;
  readonly place: Place;
  /** The instant of asking, milliseconds since 1970. */
  readonly at: number;
  /** By which way the answer leaves, for the record; told from the step and the place where it is not given. */
  readonly way?: Way;
  /** Set where the answer is kept for others too: small numbers are hidden then, whoever asks. */
  readonly isForOthers?: true;
}

/** The one road: everything that answers goes through here, words and buttons alike. */
export interface Road {
  ask(question: Question): Promise<Answer>;
  run(step: Step, who: Who): Promise<Answer>;
}

export interface RoadParts {
  readonly catalogue: Catalogue;
  readonly language: Language;
  readonly snapshots: Snapshots;
  /** Readings of the theatre system during a day; null where none are extracted. */
  readonly onTheDay?: Snapshots | null;
  readonly grants: Grants;
  /** The record of who asked what; null where none is kept. What cannot be recorded is not answered. */
  readonly audit?: Audit | null;
  /** Where scorecards are kept under a name; null where nothing is. */
  readonly frozen?: FrozenScorecards | null;
  /** Told of what was asked and what it came to; null where nothing is learnt. */
  readonly learning?: Pick<Learning, 'heard'> | null;
  /** What is hidden in the snapshots that serve; the road's own where it is not given. */
  readonly smallNumbers?: SmallNumbers;
  /** Told how long each step took; nobody is where it is not given. */
  readonly timed?: Timed;
  /** Milliseconds a query may take. */
  readonly timeLimit: number;
}

/** What the reading of a question wants said with its answer; a button's query has nothing of the kind. */
type Told = Pick<Extract<Reading, { kind: 'query' }>, 'notes' | 'said'> & { readonly premise?: Premise | null };
const NOTHING_TOLD: Told = { notes: [], said: [] };

/** Ways of what nobody presses. */
const POSTED: ReadonlySet<Way> = new Set<Way>(['look', 'digest', 'watch']);

/** What is asked on the machine itself leaves there; what nobody asked for is a digest's where it does not say otherwise. */
function wayOf({ asker, place, way }: Pick<Who, 'asker' | 'place' | 'way'>, usual: Way): Way {
  return way ?? (place.kind === 'terminal' ? 'terminal' : asker.id === AUDIENCE ? 'digest' : usual);
}

/** What is kept under a name, as the language asks for it again; one that cannot be asked any more is left out. */
async function frozenNow(frozen: FrozenScorecards | null, organisation: string): Promise<NonNullable<HeldNow['frozen']>> {
  const kept = frozen === null ? [] : await frozen.names(organisation);
  return kept.flatMap(({ name, query }) => {
    const read = readKeptQuery(query);
    return read === null || read.scorecard === null || read.period === null ? [] : [{ name, scorecard: read.scorecard, period: read.period }];
  });
}

/** What the reading wants told, beside an answer that has no figure to tell it with. */
function withNotes(answer: Answer, notes: readonly string[]): Answer {
  return notes.length === 0 ? answer : { ...answer, lines: [...answer.lines, ...notes] };
}

/**
 * Puts the road together: words → query → permission → numbers → judgement. Answers are kept by query, snapshot,
 * configuration and day, after permission was given anew. Throws TallyError QUERY_INVALID, QUERY_TIMEOUT, ENGINE_FAILED,
 * AUDIT_FAILED.
 */
export function createRoad({ catalogue, language, snapshots, onTheDay = null, grants, audit = null, frozen = null, learning = null, timed = UNWATCHED.timed, smallNumbers = createSmallNumbers(), timeLimit }: RoadParts): Road {
  const kept = new KeptAnswers();

  async function onSnapshot({ place }: Pick<Who, 'place'>, answer: (snapshot: Snapshot) => Promise<Answer>): Promise<Answer> {
    const lent = await snapshots.lend();
    if (lent === null) {
      return nothingLoadedAnswer(problemsFor(place), catalogue.organisation.notice);
    }
    try {
      return await answer(lent.snapshot);
    } finally {
      lent.release();
    }
  }

  /** What is wrong with a file is for whoever mends it: a chat is told that there is something, and never a value. */
  function problemsFor(place: Place): readonly string[] {
    const problems = snapshots.problems();
    return place.kind === 'terminal' || problems.length === 0 ? problems : ['Newer files were refused. Whoever runs the extracts can see why in the log.'];
  }

  /** `mayLift`: whether small numbers are shown to somebody who may see them here. */
  async function answerQuery(step: Step, told: Told, who: Who, snapshot: Snapshot, mayLift = true): Promise<Answer> {
    const { query } = step;
    const { asker, place, at } = who;
    const today = londonDay(at);
    const permitted = (asked: Query): Permission => permit(asked, asker, place, catalogue, grants);
    const refusal = (asked: Query, given = permitted(asked)): Answer | null => (given.allowed ? null : refusedAnswer(asked, given, snapshot.notice));
    const permission = await timed('access', () => permitted(query));
    if (!permission.allowed) {
      return refusedAnswer(query, permission, snapshot.notice);
    }
    const isLifted = mayLift && who.isForOthers !== true && permission.smallNumbers;
    if (isFrozenQuery(query)) {
      // The same road again without the name: what is kept, and what it is later held against, passes permission anew. It is
      // kept for others too, and so with small numbers hidden.
      const answer = (asked: Query): Promise<Answer> => answerQuery({ kind: 'query', query: asked }, told, who, snapshot, false);
      return answerFromFrozen(query, { catalogue, frozen, at, by: asker.id, showWorking: step.kind === 'working', answer, refusal });
    }
    switch (query.intent) {
      case 'help':
      case 'greeting':
        return helpAnswer(catalogue, query, query.intent === 'greeting');
      case 'definition':
        return withNotes(definitionAnswer(catalogue, query, today), told.notes);
      case 'freshness':
        return withNotes(freshnessAnswer(query, snapshot, problemsFor(place)), told.notes);
      case 'value':
      case 'trend':
      case 'breakdown':
      case 'ranking':
      case 'comparison':
      case 'explanation':
      case 'projection':
      case 'scorecard':
      case 'exceptions':
      case 'peers':
        return onTheDay !== null && asksOfToday(query, today) ? ofToday(step, told, { who, isLifted }, snapshot, onTheDay) : measured(step, told, isLifted, snapshot, today);
    }
  }

  /** How the day of asking stands. It is another answer every minute, and quickly had, so that none is kept. */
  async function ofToday({ kind, query }: Step, { notes }: Told, { who: { at, place }, isLifted }: { readonly who: Who; readonly isLifted: boolean }, nightly: Snapshot, readings: Snapshots): Promise<Answer> {
    const metric = catalogue.metrics.get(TODAYS_MEASURE);
    if (metric === undefined) {
      throw new TallyError('QUERY_INVALID', `no metric ${TODAYS_MEASURE}`);
    }
    const lent = await readings.lend();
    try {
      const setting = { catalogue, nightly, reading: lent?.snapshot ?? null, signal: AbortSignal.timeout(timeLimit) };
      const read = await timed('engine', () => runDayBoard(query, londonDay(at), setting));
      const board = isLifted ? read : withholdOfDay(read, query);
      const answer = answerFromDayBoard(board, { catalogue, query, metric, at, notes: withoutCount(notes), showWorking: kind === 'working', isRefused: readings.problems().length > 0 });
      // A chat is told in the headline that there is something wrong with a file.
      return place.kind === 'terminal' ? withNotes(answer, readings.problems()) : answer;
    } finally {
      lent?.release();
    }
  }

  async function measured({ kind, query }: Step, { notes, said, premise = null }: Told, isLifted: boolean, snapshot: Snapshot, today: Day): Promise<Answer> {
    const key = JSON.stringify([kind, query, notes, said, premise, catalogue.fingerprint, today, isLifted]);
    const before = kept.of(snapshot.id, key);
    if (before !== undefined) {
      return before;
    }
    const limit = timeLimited(timeLimit);
    const result = await timed('engine', () => runQuery(query, { catalogue, snapshot, today, signal: limit.signal, ...(isLifted ? {} : { withhold: limit.uncounted(smallNumbers.withhold) }) })).finally(() => limit.end());
    const plain = await timed('answers', () => answerFromResult(catalogue, result, { notes, said, premise, showWorking: kind === 'working' }));
    const year = yearInstead(query, plain);
    const answer = year === null ? plain : withYear(catalogue, plain, await measured({ kind, query: year }, { notes, said }, isLifted, snapshot, today));
    kept.keep(snapshot.id, key, answer);
    return answer;
  }

  /** Every answer that leaves is recorded once before it does. */
  function leaving(who: Who, way: Way, asked: Query | null, work: () => Promise<Answer>): Promise<Answer> {
    const isLifted = ({ query }: Answer): boolean => {
      // What is kept under a name, or for others, is as everybody may see it.
      const permission = query === null || isFrozenQuery(query) || who.isForOthers === true ? null : permit(query, who.asker, who.place, catalogue, grants);
      return permission?.allowed === true && permission.smallNumbers;
    };
    return audit === null || way === 'look' ? work() : recorded(audit, { asker: who.asker, place: who.place, way }, asked, work, isLifted);
  }

  return {
    ask: (question) => leaving(question, wayOf(question, question.fleeting === true ? 'search' : 'chat'), null, () =>
      onSnapshot(question, async (snapshot) => {
        const refusal = admit(question.asker, question.place, grants);
        if (refusal !== null) {
          return refusedAnswer(null, refusal, snapshot.notice);
        }
        const held = { coverage: snapshot.coverage, today: londonDay(question.at), frozen: await frozenNow(frozen, catalogue.organisation.name) };
        const read = await timed('language', () => language.read(question, held));
        // What is typed on the way to something else keeps nothing under a name.
        const reading: Reading = question.fleeting === true && read.kind === 'query' && read.query.frozen?.what === 'freeze' ? { ...read, query: { ...read.query, frozen: undefined } } : read;
        const answer = reading.kind === 'query'
          ? await answerQuery({ kind: reading.working === true ? 'working' : 'query', query: reading.query }, { ...reading, premise: reading.query.intent === 'explanation' ? premiseOf(question.text) : null }, question, snapshot)
          : reading.kind === 'command' ? commandAnswer(catalogue, reading) : answerFromReading(catalogue, reading);
        if (question.fleeting !== true) {
          learning?.heard(question, reading, answer);
        }
        return answer;
      })),
    run: ({ kind, query }, who) => leaving(who, wayOf(who, kind === 'refresh' ? 'refresh' : 'button'), query, () =>
      onSnapshot(who, async (snapshot) => {
        const moment = { catalogue, coverage: snapshot.coverage, today: londonDay(who.at) };
        const given = fromOutside(query, moment);
        // Whoever may not ask is not told what is held either, and what nobody pressed was asked in words once.
        if (!POSTED.has(wayOf(who, 'button')) && permit(given, who.asker, who.place, catalogue, grants).allowed) {
          await refuseUnheld(given, { catalogue, snapshot, signal: AbortSignal.timeout(timeLimit) });
        }
        if (kind !== 'refresh') {
          return answerQuery({ kind, query: given }, NOTHING_TOLD, who, snapshot);
        }
        const now = language.asOfNow(given, moment);
        return { ...await answerQuery({ kind: 'query', query: now }, NOTHING_TOLD, who, snapshot), refreshedAt: who.at };
      })),
  };
}
