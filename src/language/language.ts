import type { Catalogue } from '../catalogue/catalogue';
import type { Day } from '../calendar/day';
import type { Query } from '../engine/query';
import type { Coverage } from '../engine/snapshot';
import { withoutDue } from './asides/due';
import { withPassedOver } from './asides/passed-over-note';
import { askedAfterTelling } from './asides/told-first';
import { questionWithin } from './asides/question-within';
import { commandAsked } from './commands/command-asked';
import { explanationOf, type Explanation } from './explain';
import { chosenOptions } from './following/chosen-option';
import { followUp } from './following/follow-up';
import { ofWhatWasOffered } from './following/of-what-was-offered';
import type { Ground } from './frame/case';
import { NOT_NEEDED } from './deciding/not-needed';
import { frozenAsked, type Frozen } from './frozen';
import { namesAPerson } from './named-person';
import { openedCase } from './open-case';
import { asOfNow } from './as-of-now';
import { onTheDayAsked } from './on-the-day';
import { concernsAPatient, NO_PATIENTS } from './patient-data';
import { holdsAPostcode } from './postcodes';
import type { Question } from './question';
import { withPlainOptions } from './plain-options';
import { readWording, type Tried } from './read-text';
import type { Reading } from './reading';
import { talkedAbout } from './talked-about';
import { buildVocabulary, type Vocabulary } from './vocabulary/vocabulary';
import { PERIOD_WORDS } from './words/period-words';
import { readable } from './words/readable';
import { wordsOf } from './words/word';
import { withoutWorking, withWorking } from './working-asked';

/** What the extracts hold and the day of asking, which a question is read against. */
export interface HeldNow {
  readonly coverage: Readonly<Record<string, Coverage>>;
  readonly today: Day;
  /** Scorecards kept under a name, where any may be shown again. */
  readonly frozen?: readonly Frozen[];
}

export interface Language {
  /** Reads a question: one query, a question back, or what is not known. Never throws; a function of its arguments alone. */
  read(question: Question, held: HeldNow): Reading;
  /** The same query with its periods as they would be read now: "last month" is another month than it was. */
  asOfNow(query: Query, held: HeldNow): Query;
  /** How the words of a question were taken, and what was decided. */
  explain(question: Question, held: HeldNow): Explanation;
  /** Everything that words can mean here. */
  readonly vocabulary: Vocabulary;
}

const REFUSED: Reading = { kind: 'refused', reason: 'patient-data', sentence: NO_PATIENTS };

/** Builds the language of a catalogue. Its vocabulary is built once; reading keeps nothing between questions. */
export function createLanguage(catalogue: Catalogue): Language {
  const vocabulary = buildVocabulary(catalogue, PERIOD_WORDS);
  const aboutAPerson = (text: string): boolean => concernsAPatient(text) || namesAPerson(wordsOf(text), vocabulary);

  /** `heard` is told every whole wording that is read on the way, the one that counts last. */
  function readHearing(question: Question, held: HeldNow, ground: Ground, heard: (words: string) => void): Reading {
    const tried: Tried = new Map();
    const known = new Map<string, Reading>();
    const read = (words: string): Reading => {
      heard(words);
      const reading = known.get(words) ?? readWording(words, ground, tried);
      known.set(words, reading);
      return reading;
    };
    const inside = (words: string): Reading => (aboutAPerson(words) ? REFUSED : inItsPlace(words, { ...question, offered: [] }, ground, read));
    const command = (words: string): Reading | null => commandAsked(words, { ground, place: question.place, before: question.context, read: inside });
    const whole = (words: string): Reading => frozenAsked(words, held.frozen ?? [], read) ?? command(words) ?? inItsPlace(words, question, ground, read, command);
    // As it was typed: "5ww" within a postcode is no wait of weeks.
    if (holdsAPostcode(question.text)) {
      return REFUSED;
    }
    const text = readable(question.text);
    const rest = withoutWorking(text);
    if (rest !== null) {
      return withWorking(rest, question.context, (words) => readHearing({ ...question, text: words }, held, ground, heard));
    }
    const due = withoutDue(text, held.today);
    const asked = due === null || aboutAPerson(text) ? null : readHearing({ ...question, text: due.rest }, held, ground, heard);
    if (due !== null && (asked?.kind === 'query' || asked?.kind === 'clarify')) {
      return withPassedOver(asked, [due.due], vocabulary);
    }
    const plain = aboutAPerson(text) ? REFUSED : whole(text);
    // Somebody who signs with a name is no patient; a number that is one's, or a list of people, is refused wherever it stands.
    if (plain.kind === 'query' || plain.kind === 'command' || (plain.kind === 'unknown' && plain.reason === 'unknown-frozen') || concernsAPatient(text)) {
      return plain;
    }
    const within = questionWithin(question.text, plain, ground, (words) => (aboutAPerson(words) ? REFUSED : whole(words)));
    const told = within.kind === 'query' || within.kind === 'command' ? null : askedAfterTelling(text, ground, {
      read: (words) => (aboutAPerson(words) ? REFUSED : whole(words)), alone: (words) => (aboutAPerson(words) ? REFUSED : read(words)), follow: (words, before) => (aboutAPerson(words) ? REFUSED : followUp(words, before, { open: (said) => openedCase(said, ground), read })),
    });
    if (told !== null) {
      return told;
    }
    // What is asked back of words that were understood may hang on what stands around the question, and is settled only by an answer.
    return plain.kind === 'clarify' && plain.words === undefined && within.kind !== 'query' ? plain : within;
  }

  const ground = (question: Question, held: HeldNow): Ground => ({
    catalogue, vocabulary, coverage: held.coverage, today: held.today, about: talkedAbout(question, catalogue),
  });
  return {
    vocabulary,
    read(question, held) {
      const own = ground(question, held);
      return saidOnce(withPlainOptions(readHearing(question, held, own, () => undefined), own));
    },
    asOfNow: (query, { coverage, today }) => asOfNow(query, { catalogue, coverage, today }),
    explain(question, held) {
      let wording = readable(question.text);
      const own = ground(question, held);
      const reading = readHearing(question, held, own, (words) => {
        wording = words;
      });
      return reading.kind === 'refused'
        ? { readAs: '', words: [], left: [], notes: [], decided: `refuse (${reading.reason})` }
        : explanationOf(wording, reading, own);
    },
  };
}

/** Each note once, however often a question was reworded on the way, and what was not needed in one. */
function saidOnce(reading: Reading): Reading {
  if (reading.kind !== 'query') {
    return reading;
  }
  const notes = [...new Set(reading.notes)];
  const unneeded = notes.filter((note) => note.startsWith(NOT_NEEDED) && !reading.said.includes(note));
  const [first = ''] = unneeded;
  const words = [...new Set(unneeded.flatMap((note) => note.slice(NOT_NEEDED.length).replace(/\.$/, '').split(/, (?=“)/)))];
  return { ...reading, notes: notes.filter((note) => note === first || !unneeded.includes(note)).map((note) => (note === first ? `${NOT_NEEDED}${words.join(', ')}.` : note)) };
}

/** What a person chose of a question back, what leans on the question before, or what the words say by themselves. */
function inItsPlace(text: string, { context, offered = [] }: Question, ground: Ground, read: (words: string) => Reading, command: (words: string) => Reading | null = () => null): Reading {
  const chosen = chosenOptions(text, offered);
  const [only, second] = chosen;
  if (only !== undefined) {
    return second === undefined ? command(only) ?? read(only) : { kind: 'clarify', ask: 'Which of these?', options: chosen, query: null };
  }
  const today = onTheDayAsked(text, context, read);
  if (today !== null) {
    return today;
  }
  const following = { open: (words: string) => openedCase(words, ground), read };
  const unsettled = ofWhatWasOffered(text, { context, offered }, ground, following);
  if (unsettled !== null) {
    return unsettled;
  }
  return (context === null ? null : followUp(text, context, following)) ?? read(text);
}
