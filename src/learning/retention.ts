import { LONGEST_KEPT_DAYS, type QuestionKeeping } from '../catalogue/question-keeping';
import type { CardsJudged } from './judged-card';
import type { QuestionsKept } from './kept-question';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** After this long what is asked next has nothing to do with what was offered; the same span as for "and for ENT?". */
const CHOOSING = 30 * MINUTE;
/** After this long nobody judges a card any more. */
const JUDGING = 30 * DAY;

/** Where what is learnt from is kept. */
export interface Kept {
  readonly questions: QuestionsKept;
  readonly cards: CardsJudged;
}

/** The earliest instants that still count at `at`. All are milliseconds since 1970. */
export interface Limits {
  /** Of a question that may yet be tied to a choice. */
  readonly choosing: number;
  /** Of a card that may yet be judged. */
  readonly judging: number;
  /** Of a question or a thumbs-down that may be read. */
  readonly keeping: number;
}

/** @param days how long questions are kept */
export function limitsAt(at: number, days: number): Limits {
  return { choosing: at - CHOOSING, judging: at - JUDGING, keeping: at - days * DAY };
}

/**
 * Deletes what has been kept long enough, of every organisation that shares the store; of this one what it says itself,
 * and everything where it says that nothing is to be kept. It must run also where nothing is kept any more.
 * @throws TallyError STORE_FAILED
 */
export async function forgetOld({ questions, cards }: Kept, organisation: string, keeping: QuestionKeeping | null, at: number): Promise<void> {
  const longest = limitsAt(at, LONGEST_KEPT_DAYS);
  await questions.forgetWho(longest.choosing);
  await cards.forgetPosted(longest.judging);
  await questions.forget(null, longest.keeping);
  await cards.forget(null, longest.keeping);
  if (keeping !== null) {
    const before = keeping.keep ? limitsAt(at, keeping['for-days']).keeping : Number.MAX_SAFE_INTEGER;
    await questions.forget(organisation, before);
    await cards.forget(organisation, before);
  }
}
