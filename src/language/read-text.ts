import { settleTorn } from './deciding/corrections';
import { decide } from './deciding/decide';
import { unknown } from './deciding/not-understood';
import { splitBeside } from './deciding/split-beside';
import { typedWords, type Case, type Ground } from './frame/case';
import { leftovers } from './frame/leftover';
import { caseKeepingStrange } from './open-case';
import type { Reading } from './reading';
import type { Role } from './vocabulary/meaning';
import { wordsOf } from './words/word';

/** How deep a question may be reworded while it is read: a slip, an ambiguous word, another, and the check of an option. */
const DEEPEST = 4;
/** How many wordings are tried in all, so that a text made of nothing but ambiguous words costs no more than any other. */
const MOST_WORDINGS = 30;
/** More words than one question has. */
const MOST_WORDS = 60;

/** What wordings that were only tried came to: the same one is met again and again while one question is read. */
export type Tried = Map<string, Reading>;

/** What one reading shares with its rewordings: how many are left to try, and what those tried came to. */
interface Budget {
  left: number;
  readonly tried: Tried;
}

/**
 * Reads one wording by itself: a query, a question back, or what is not known.
 * @param tried what was tried for the same question on the same ground, which is added to
 */
export function readWording(text: string, ground: Ground, tried: Tried = new Map()): Reading {
  return readText(text, ground, { depth: 0, offers: true, budget: { left: MOST_WORDINGS, tried } });
}

interface Attempt {
  readonly depth: number;
  /** Whether the person will see what this wording comes to. */
  readonly offers: boolean;
  readonly budget: Budget;
}

function readText(text: string, ground: Ground, attempt: Attempt): Reading {
  const { offers, budget: { tried } } = attempt;
  const known = offers ? undefined : tried.get(text);
  if (known !== undefined) {
    return known;
  }
  const reading = readAnew(text, ground, attempt);
  // What came of having no tries left says nothing of the wording.
  if (!offers && attempt.budget.left >= 0) {
    tried.set(text, reading);
  }
  return reading;
}

function readAnew(text: string, ground: Ground, { depth, offers, budget }: Attempt): Reading {
  budget.left -= 1;
  if (depth > DEEPEST || budget.left < 0) {
    return unknown('unknown-word', 'I could not make one question of that.', [], []);
  }
  const length = wordsOf(text).length;
  if (length === 0) {
    return unknown('nothing-asked', 'Ask for a measure, and if you like a specialty, a site and a time.', [], []);
  }
  if (length > MOST_WORDS) {
    return unknown('too-long', 'That is too long for one question. Ask for a measure, and if you like a specialty, a site and a time.', [], []);
  }
  const again: Case['again'] = (wording, inItsPlace = false) => (
    readText(wording, ground, { depth: depth + 1, offers: offers && inItsPlace, budget }));
  const plainly: Case['plainly'] = () => readText(text, { ...ground, vocabulary: { ...ground.vocabulary, ...ground.vocabulary.withoutScorecards } }, { depth: depth + 1, offers, budget: { left: Math.floor(budget.left / 2), tried: new Map() } });
  const { one, torn } = caseKeepingStrange(text, ground, { again, plainly, offers });
  const beside = splitBeside(one);
  if (beside !== null) {
    return withNotes(beside, one.notes);
  }
  const settled = torn === null ? null : settleTorn(one.text, one.words, torn, one);
  return settled === null ? namingWhatIsLeft(namingCorrections(decide(one), one.notes), one) : withNotes(settled, one.notes);
}

/** A question back that leaves a word out of every option says that it is not known: nobody presses past it unawares. */
function namingWhatIsLeft(reading: Reading, one: Case): Reading {
  if (reading.kind !== 'clarify' || reading.words !== undefined || !one.offers) {
    return reading;
  }
  const metrics = one.frame.metrics.flatMap((id) => one.ground.catalogue.metrics.get(id) ?? []);
  const said = [reading.ask, ...reading.options].join(' ').toLowerCase();
  const idle = (at: number): boolean => one.spans.some(({ start, end, meaning }) => start <= at && at < end && meaning.kind === 'role' && IDLE.has(meaning.role));
  const loose = leftovers(one, metrics).filter(({ start, end }) => Array.from({ length: end - start }, (_, step) => start + step).some((at) => !idle(at)));
  const left = loose.map((run) => typedWords(one.words, run)).filter((words) => !said.includes(words.toLowerCase()));
  return left.length === 0 ? reading : { ...reading, ask: `I could not place ${left.map((words) => `“${words}”`).join(' or ')}. ${reading.ask}` };
}

/** Parts of grammar that narrow nothing, wherever they stand. */
const IDLE: ReadonlySet<Role> = new Set<Role>(['figure', 'share', 'average', 'count', 'place', 'doing', 'latest', 'by', 'fetch', 'during', 'moved', 'pace']);

/** What is not understood is named as it was typed, even where it was first taken for another word. */
function namingCorrections(reading: Reading, notes: readonly string[]): Reading {
  return reading.kind === 'unknown' ? { ...reading, sentence: [...notes.filter((note) => note.includes(' is read as ')), reading.sentence].join(' ') } : reading;
}

function withNotes(reading: Reading, notes: readonly string[]): Reading {
  return reading.kind === 'query' ? { ...reading, notes: [...new Set([...notes, ...reading.notes])] } : reading;
}
