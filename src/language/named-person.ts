import { SURNAMES } from '../catalogue/persons/surnames';
import { FUNCTION_WORDS } from './words/function-words';
import { PERIOD_WORDS } from './words/period-words';
import { correct } from './words/correction';
import { fold } from './words/fold';
import type { Vocabulary } from './vocabulary/vocabulary';
import type { Word } from './words/word';

/** Titles that a name follows. "Mr" and "Mrs" are refused wherever they stand; these only with a strange word behind. */
const TITLES: ReadonlySet<string> = new Set(['dr', 'doctor', 'prof', 'professor', 'sister', 'nurse', 'matron', 'ms', 'miss', 'mr', 'mrs', 'sir', 'consultant', 'surgeon', 'patient', 'pt']);
/** What a person is asked about after. */
const LEADS: ReadonlySet<string> = new Set(['for', 'of', 'about', 'by', 'on', 'with']);

/** First names common in the United Kingdom, none of them a word of English, a month or a place in the catalogue. */
const FIRST_NAMES: ReadonlySet<string> = new Set(`
  aaron abdul abigail adam adrian ahmed aisha alan albert alex alexander alexandra alfie alice ali alison amanda amelia amina amir amy andrea andrew
  angela anita anjali ann anna anne anthony antony arjun arthur asha ashley barbara ben benjamin bernard beth bethany betty brenda brian carol
  caroline catherine charles charlie charlotte cheryl chloe chris christine christopher claire colin craig daniel darren dave david dawn deborah
  debbie deepak denise dennis derek diana diane dominic donald donna doreen dorothy doris duncan edith edward eileen elaine eleanor elizabeth ella
  ellen ellie emily emma eric ethan evelyn fatima fiona frances francis frank fred freya gareth gary gavin gemma geoff geoffrey george georgia
  gerald gillian gita gordon graham greg gurpreet hannah hardeep harriet harry harold hassan heather helen henry hilary howard hugh hussain ian
  ibrahim imran irene isaac isabel isabella isla ivy jack jacob jacqueline jake jamie jane janet janice jasmine jason jaswinder jayesh jean jeffrey
  jennifer jenny jeremy jessica jill joan joanna joanne joe john jonathan jordan joseph joshua joyce judith julia julian julie june kamal karen
  kate katherine kathleen kathryn katie keith kelly kenneth kevin khalid kim kiran kirsty kumar kyle laura lauren lee leo leon leonard lesley leslie
  lewis liam lily linda lisa louise lucy luke lynn malcolm manjit manoj margaret maria marie marion marjorie martin mary matthew maureen megan
  melanie melissa michael michelle mike mohamed mohammad mohammed molly monica muhammad muriel nadia naomi natalie natasha nathan neil nicholas
  nicola nigel nisha noah norman oliver olivia omar oscar pamela patricia patrick paul paula pauline peter philip phyllis poppy priya rachel raj
  rajesh ralph ravi raymond rebecca reginald rhys richard rita robert robin roger ronald rosemary ross roy ruth ryan sally sam samantha samir
  samuel sandra sanjay sara sarah scott sean shannon sharon sheila shirley sidney simon sita sophia sophie stacey stanley stephanie stephen steve
  steven stuart sunita susan suresh suzanne sylvia tariq teresa terence terry thomas tim timothy tina toby tom tony tracey tracy trevor usha
  vanessa vera victoria vijay vincent violet vivienne walter wayne wendy william yasmin yusuf yvonne zainab zoe
  agnes alf bernadette bernie beryl bessie clive cyril edna elsie enid ernest ernie ethel gladys glenys gwen hilda jimmy mabel maisie maud mavis nellie
  ronnie stan ted thelma vivien winifred
`.trim().split(/\s+/));

/** Whether a question names a person: a title, an initial or a first name with a word behind it that nothing else means, or a name by itself. */
export function namesAPerson(words: readonly Word[], vocabulary: Vocabulary): boolean {
  return words.some((word, at) => {
    const next = words[at + 1];
    if (standsAlone(words, at, vocabulary)) {
      return true;
    }
    if (next === undefined) {
      return false;
    }
    const named = isFirstName(word.text) && !vocabulary.knows(fold(word.text));
    if (!isStrange(next.text, vocabulary)) {
      return (TITLES.has(word.text) && isInitial(next) && isStrange(words[at + 2]?.text ?? '', vocabulary)) || (named && isCapital(word) && isCapital(next));
    }
    const before = words[at - 1]?.text ?? '';
    // "MR" is magnetic resonance.
    return named || (TITLES.has(word.text) && word.typed !== 'MR' && (isCapital(next) || FORMAL.has(word.text)))
      || (isInitial(word) && isCapital(next) && (LEADS.has(before) || TITLES.has(before)))
      || (LEADS.has(before) && isStrange(word.text, vocabulary) && isName(word, vocabulary) && isName(next, vocabulary) && !PLACE.test(next.text));
  });
}

const NO_WORD: Word = { typed: '', text: '', start: 0, end: 0 };

/** Whether a word is a common surname wherever it stands, or a first name that something is asked about. */
function standsAlone(words: readonly Word[], at: number, vocabulary: Vocabulary): boolean {
  const { text, typed } = words[at] ?? NO_WORD;
  const before = words[at - 1]?.text ?? '';
  const next = words[at + 1]?.text ?? '';
  const first = isFirstName(text) && !isIn(ELSEWHERE, text);
  const cancelled = UNDERGONE.has(fold(next)) && isName(words[at] ?? NO_WORD, vocabulary) && (before === 'was' || before === 'were');
  if (!(first || isSurname(text, typed) || cancelled) || vocabulary.knows(fold(text)) || HALLOWED.has(before) || PLACE.test(next)) {
    return false;
  }
  return !first || isIn(SURNAMES, text) || (ASKED_ABOUT.has(before) && !SAYING.has(next)) || (/s$/i.test(typed) && OWNED.has(fold(next)));
}

/** Whether a name is among these, also where it owns something and the apostrophe was left out: "dorothys op". */
function isIn(names: ReadonlySet<string>, text: string): boolean {
  return names.has(text) || (text.length > 3 && text.endsWith('s') && names.has(text.slice(0, -1)));
}

/** A surname as it is, after an initial or with a figure, as people log in ("JSMITH1"), or with the prefix that only surnames have. */
function isSurname(text: string, typed: string): boolean {
  const letters = text.replace(/\d{1,3}$/, '');
  return isIn(SURNAMES, letters) || (letters.length > 5 && SURNAMES.has(letters.slice(1)))
    || (/^[od]'\p{L}{3,}$/iu.test(typed) && text !== 'oclock') || /^mc\p{L}{4,}$/u.test(text);
}

/** First names that are places, things or words too: by themselves they name nobody. */
const ELSEWHERE: ReadonlySet<string> = new Set(['victoria', 'alexandra', 'charlotte', 'georgia', 'jordan', 'dawn', 'frank', 'june', 'heather', 'violet', 'poppy', 'lily']);
/** What the name of a hospital begins with. */
const HALLOWED: ReadonlySet<string> = new Set(['st', 'saint', 'king', 'queen', 'prince', 'princess', 'royal']);
/** What stands before somebody whom a question is about: "is mary on the list". */
const ASKED_ABOUT: ReadonlySet<string> = new Set([...LEADS, 'is', 'was', 'has', 'did', 'does', 'when', 'where', 'why', 'patient', 'pt',
  'nan', 'nana', 'nanna', 'gran', 'granny', 'grandma', 'grandad', 'mum', 'mother', 'dad', 'father', 'wife', 'husband', 'son', 'daughter', 'brother', 'aunt', 'auntie', 'uncle']);
/** What becomes of a patient, and of few things that are written with a capital. */
const UNDERGONE: ReadonlySet<string> = new Set(['cancelled', 'readmitted', 'discharged', 'admitted'].map(fold));
/** What stands behind somebody who asks. */
const SAYING: ReadonlySet<string> = new Set(['has', 'asked', 'asks', 'says', 'said', 'wants', 'wanted', 'needs', 'asking']);
/** What a patient has, and a colleague not. */
const OWNED: ReadonlySet<string> = new Set(['operation', 'op', 'appointment', 'surgery', 'scan', 'referral', 'discharge', 'admission', 'treatment', 'procedure', 'wait', 'date', 'record', 'note', 'test', 'complaint', 'stay', 'length', 'followup', 'hip', 'knee', 'cataract']);

/** Whether a word in small letters is a first name common in the United Kingdom, also with a bare possessive s. */
function isFirstName(word: string): boolean {
  return isIn(FIRST_NAMES, word);
}

/** Whether a word in small letters is a first name or a surname common in the United Kingdom, also with a bare possessive s. */
export function isCommonName(word: string): boolean {
  return isFirstName(word) || isIn(SURNAMES, word);
}

/** What people are called by before their name: something that only a name follows ("Dr"), a word with other uses too ("nurse"), or null. */
export function titleOf({ text, typed }: Word): 'formal' | 'loose' | null {
  if (!TITLES.has(text)) {
    return null;
  }
  // "MR" is magnetic resonance.
  return FORMAL.has(text) || (['mr', 'mrs', 'ms'].includes(text) && typed !== 'MR') ? 'formal' : 'loose';
}

/** Titles that nothing else in a question is. */
const FORMAL: ReadonlySet<string> = new Set(['dr', 'prof', 'professor', 'sir']);
/** Two strange words of which the second ends so are a place sooner than a person. */
const PLACE = /(?:ton|ham|shire|ford|borough|keynes|bury|chester|hospital|trust|centre|unit|ward|street|road)$/;

/** A common name, or a capitalised word after "for" or "of" that nothing known is near, may be somebody's, and is not said again. */
export function maybeSurname(words: readonly Word[], at: number, vocabulary: Vocabulary): boolean {
  const word = words[at];
  if (word !== undefined && isCommonName(word.text) && !isIn(ELSEWHERE, word.text) && isStrange(word.text, vocabulary)) {
    return true;
  }
  if (word === undefined || !isName(word, vocabulary)) {
    return false;
  }
  const before = words[at - 1];
  return before !== undefined && (LEADS.has(before.text) || maybeSurname(words, at - 1, vocabulary));
}

function isName(word: Word, vocabulary: Vocabulary): boolean {
  return isCapital(word) && isStrange(word.text, vocabulary) && correct(word.text, vocabulary).sure.length === 0;
}

function isCapital({ typed }: Word): boolean {
  return /^\p{Lu}\p{Ll}+/u.test(typed);
}

function isInitial({ typed }: Word): boolean {
  return /^\p{Lu}$/u.test(typed);
}

function isStrange(word: string, vocabulary: Vocabulary): boolean {
  return /^\p{L}{2,}$/u.test(word) && !FUNCTION_WORDS.has(word) && !PERIOD_WORDS.has(word) && !vocabulary.knows(fold(word));
}
