import type { QuestionKeeping } from '../catalogue/question-keeping';
import type { Query } from '../engine/query';
import type { Question } from '../language/question';
import type { Reading } from '../language/reading';
import type { Vocabulary } from '../language/vocabulary/vocabulary';
import { wordsOf } from '../language/words/word';
import { asKept } from './kept-query';
import type { Unanswered } from './kept-question';
import { markOf } from './mark';
import { forgetOld, limitsAt, type Kept } from './retention';
import { REMOVED, withoutPersonal } from './without-personal';

/** What a question came to in the end. */
export interface Came {
  readonly outcome: string;
  readonly reason: string | null;
}

/** A card as it was posted, or judged: the conversation and the message in it. */
export interface CardPlace {
  readonly conversation: string;
  readonly message: string;
}

/**
 * What is learnt from what could not be answered. Everything here returns at once and never throws: it is kept after the
 * answer is out, one thing after the other, and what cannot be kept is reported and otherwise lost.
 */
export interface Learning {
  /** Whether the configuration says that anything is kept. */
  readonly isKeeping: boolean;
  /** Keeps a question that was not answered; or, of one that reads, that it was chosen from what was offered. A refused one is passed over. */
  heard(question: Question, reading: Reading, came: Came): void;
  posted(place: CardPlace, query: Query, snapshot: string | null): void;
  disliked(place: CardPlace, asker: string): void;
  /** Deletes what has been kept long enough. */
  forgetOld(): void;
  /** Resolves when everything up to now is kept. */
  settled(): Promise<void>;
}

export interface LearningParts {
  readonly kept: Kept;
  readonly organisation: string;
  readonly keeping: QuestionKeeping | null;
  readonly vocabulary: Vocabulary;
  /** For the marks of who asked, and of messages. */
  readonly key: Buffer;
  /** Milliseconds since 1970: of the wall, whatever moment is asked about, since that is what 90 days are counted by. */
  readonly clock: () => number;
  /** Told of what could not be kept. */
  readonly lost: (what: 'question' | 'choice' | 'card' | 'thumbs-down' | 'deletion', error: unknown) => void;
}

/** Learning for one organisation. Where its configuration does not say so nothing is kept, and what is old is deleted all the same. */
export function createLearning({ kept, organisation, keeping, vocabulary, key, clock, lost }: LearningParts): Learning {
  const days = keeping?.keep === true ? keeping['for-days'] : null;
  let last = Promise.resolve();

  /** Runs a task after those before it, and after whatever is under way now: an answer goes out first. */
  function later(what: Parameters<LearningParts['lost']>[0], task: () => Promise<unknown>): void {
    const before = last;
    last = new Promise<void>((resolve) => { setImmediate(resolve); }).then(() => before).then(task).then(() => undefined, (error: unknown) => lost(what, error));
  }

  async function keep({ text, asker, place }: Question, at: number, outcome: Unanswered, reading: Reading, reason: string | null): Promise<void> {
    const cleared = withoutPersonal(text, vocabulary);
    const unknown = reading.kind === 'unknown' ? reading.words : [];
    await kept.questions.keep({
      organisation, at, outcome, reason,
      askedBy: markOf(key, organisation, place.id, asker.id),
      words: cleared.text,
      unknown: unknown.map((phrase) => stayed(phrase, cleared.words)).filter((phrase) => phrase !== ''),
      options: (reading.kind === 'clarify' || reading.kind === 'unknown' ? reading.options : []).flatMap(whole),
      query: reading.kind === 'query' ? asKept(reading.query) : null,
    });
    await forgetOld(kept, organisation, keeping, at);
  }

  async function choose({ text, asker, place }: Question, since: number, query: Query): Promise<void> {
    for (const words of whole(text)) {
      await kept.questions.choose({ organisation, askedBy: markOf(key, organisation, place.id, asker.id), words, query: asKept(query), since });
    }
  }

  /** A question as an option is kept; none where something was taken out of it, for several may then look the same. */
  function whole(text: string): readonly string[] {
    const cleared = withoutPersonal(text, vocabulary).text;
    return cleared === '' || cleared.includes(REMOVED) ? [] : [cleared];
  }

  const cardOf = ({ conversation, message }: CardPlace): string => markOf(key, organisation, threadless(conversation), message);
  return {
    isKeeping: days !== null,
    heard(question, reading, { outcome, reason }) {
      // What concerns a patient is not even looked at again; a command was understood, and its name may be anybody's.
      if (days === null || reading.kind === 'refused' || reading.kind === 'command') {
        return;
      }
      const at = clock();
      if (reading.kind === 'query') {
        later('choice', () => choose(question, limitsAt(at, days).choosing, reading.query));
      }
      if (isUnanswered(outcome)) {
        later('question', () => keep(question, at, outcome, reading, reason));
      }
    },
    posted(place, query, snapshot) {
      if (days !== null) {
        const at = clock();
        later('card', () => kept.cards.posted({ organisation, card: cardOf(place), query: asKept(query), snapshot, at }));
      }
    },
    disliked(place, asker) {
      if (days !== null) {
        const at = clock();
        const card = cardOf(place);
        later('thumbs-down', () => kept.cards.dislike({ card, judgedBy: markOf(key, card, asker), at, since: limitsAt(at, days).judging }));
      }
    },
    forgetOld() {
      const at = clock();
      later('deletion', () => forgetOld(kept, organisation, keeping, at));
    },
    settled: () => last,
  };
}

function isUnanswered(outcome: string): outcome is Unanswered {
  return outcome === 'clarify' || outcome === 'unknown' || outcome === 'no-data';
}

/** Those words of a phrase that stayed in the question. */
function stayed(phrase: string, words: ReadonlySet<string>): string {
  return wordsOf(phrase).filter(({ text }) => words.has(text)).map(({ typed }) => typed).join(' ');
}

/** In a channel the conversation may be named with its thread or without it; a message's id is the same in both. */
function threadless(conversation: string): string {
  return conversation.split(';')[0] ?? conversation;
}
