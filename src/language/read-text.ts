import { settleTorn } from './deciding/corrections';
import { decide } from './deciding/decide';
import { unknown } from './deciding/not-understood';
import type { Case, Ground } from './frame/case';
import { caseKeepingStrange } from './open-case';
import type { Reading } from './reading';
import { wordsOf } from './words/word';

/** How deep a question may be reworded while it is read: a slip, an ambiguous word, another, and the check of an option. */
const DEEPEST = 4;
/** How many wordings are tried in all, so that a text made of nothing but ambiguous words costs no more than any other. */
const MOST_WORDINGS = 30;
/** More words than one question has. */
const MOST_WORDS = 60;

/** What one reading shares with its rewordings: how many are left to try. */
interface Budget {
  left: number;
}

/** Reads one wording by itself: a query, a question back, or what is not known. */
export function readWording(text: string, ground: Ground): Reading {
  return readText(text, ground, { depth: 0, offers: true, budget: { left: MOST_WORDINGS } });
}

interface Attempt {
  readonly depth: number;
  /** Whether the person will see what this wording comes to. */
  readonly offers: boolean;
  readonly budget: Budget;
}

function readText(text: string, ground: Ground, { depth, offers, budget }: Attempt): Reading {
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
  const plainly: Case['plainly'] = () => readText(text, { ...ground, vocabulary: ground.plainVocabulary }, { depth: depth + 1, offers, budget });
  const { one, torn } = caseKeepingStrange(text, ground, { again, plainly, offers });
  const settled = torn === null ? null : settleTorn(one.text, one.words, torn, one);
  return settled === null ? namingCorrections(decide(one), one.notes) : withNotes(settled, one.notes);
}

/** What is not understood is named as it was typed, even where it was first taken for another word. */
function namingCorrections(reading: Reading, notes: readonly string[]): Reading {
  return reading.kind === 'unknown' ? { ...reading, sentence: [...notes.filter((note) => note.includes(' is read as ')), reading.sentence].join(' ') } : reading;
}

function withNotes(reading: Reading, notes: readonly string[]): Reading {
  return reading.kind === 'query' ? { ...reading, notes: [...notes, ...reading.notes] } : reading;
}
