import type { Case } from '../frame/case';
import { leftovers } from '../frame/leftover';
import type { Role } from '../vocabulary/meaning';
import { wordsOf } from '../words/word';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** What points at the answer before, or at what it told of. */
const POINTING = set('that this it they those these them there here figure figures number rate answer one ones');
/** What stands around a question about an answer and says nothing of it. */
const AROUND = set('and so ok okay but sorry just also only exactly then now please about what whats how hows is are was were be been does do did has have would of in on as for at a an the to we you i any meant supposed considered actually currently still really');

const ASKING = set('is are was were');
const DOING = set('do does did is are would');
const COUNTING = set('count counts counting include includes including exclude excludes excluding cover covers covering');
const SOURCE = set('come comes source from');
const DEFINING = set('mean means meaning definition define defined calculated measured counted count counts include includes included cover covers worked work works');
const GOOD = set('lot worrying concerning good bad ok okay alright fine normal high low reasonable acceptable');
const AROUND_GOOD = set('or not enough off all target above below within hitting meeting yet where should');
const OURS = set('ours our us');
const AROUND_OURS = set('doing running position score moment');
const MANY = set('many numbers count actual raw');
const AROUND_MANY = set('out real patient patients people appointment appointments case cases list lists operation operations in total altogether overall all together come add up everyone trust');
const EVERYBODY = set('overall total altogether everyone everybody trustwide');
const AROUND_EVERYBODY = set('whole across board trust wide all us together');
const OTHERS = set('others other rest else');
const AROUND_OTHERS = set('sites site hospitals specialties cmgs groups clinics theatres everyone everybody doing like compared vs with all');
/** Where what follows says compared with what. */
const COMPARED = set('compared v vs versus against than next beside relative');

/** The words of a text about an answer, in small letters. */
export function saidWords(text: string): readonly string[] {
  return wordsOf(text).map((word) => word.text);
}

/** Whether words hold one of a kind, and nothing but those that may stand around it. */
function only(said: readonly string[], kind: ReadonlySet<string>, around: ReadonlySet<string>): boolean {
  return said.some((word) => kind.has(word)) && said.every((word) => kind.has(word) || around.has(word) || AROUND.has(word) || POINTING.has(word));
}

/** The words from the first that is more than "and", "so" or "sorry". */
function opened(said: readonly string[]): readonly string[] {
  return said.slice(said.findIndex((word) => !['and', 'so', 'ok', 'okay', 'but', 'sorry'].includes(word)));
}

/** "Does that count cancelled ones": what the measure before is made of. */
export function asksWhatCounts(said: readonly string[]): boolean {
  const [verb = '', what = '', ...rest] = opened(said).filter((word) => !['the', 'also', 'just', 'only'].includes(word));
  return DOING.has(verb) && POINTING.has(what) && rest.slice(0, 2).some((word) => COUNTING.has(word) || word === 'leave');
}

/** "What does that mean", "how is that worked out", "what's that". */
export function asksWhatItMeans(said: readonly string[]): boolean {
  const [what = '', is = '', it = '', ...rest] = opened(said).filter((word) => word !== 'exactly');
  const bare = (what === 'whats' && ['that', 'it', 'this'].includes(is) && it === '') || (what === 'what' && is === 'is' && ['that', 'it', 'this'].includes(it) && rest.length === 0);
  return bare || only(said, DEFINING, set('out')) || (only(said, SOURCE, set('where wheres')) && (said.includes('where') || said.includes('source')));
}

/** "What's ours", "how are we doing on that": the figure of what was told of, or of others, before. */
export function asksForOurs(said: readonly string[]): boolean {
  const isOfUs = said.some((word) => OURS.has(word) || word === 'we') || (['what', 'whats'].includes(opened(said)[0] ?? '') && said.includes('it'));
  return isOfUs && said.every((word) => OURS.has(word) || AROUND_OURS.has(word) || AROUND.has(word) || POINTING.has(word) || word === 'where');
}

/** "How many is that", "in actual numbers": how many the rate before is of. */
export function asksHowMany(said: readonly string[]): boolean {
  return only(said, MANY, AROUND_MANY);
}

/** "And overall": everybody taken together. */
export function asksForEverybody(said: readonly string[]): boolean {
  return only(said, EVERYBODY, AROUND_EVERYBODY) || ['as a whole', 'across the board', 'trust wide', 'in all', 'all together', 'all of us', 'all of them'].some((phrase) => said.join(' ').endsWith(phrase) && only(said, set(phrase), AROUND_EVERYBODY));
}

/** "What about the others": everybody but those asked about. */
export function asksForOthers(said: readonly string[]): boolean {
  return only(said, OTHERS, AROUND_OTHERS);
}

/** "Is that good", "are we where we should be": against what is aimed at. */
export function isJudged(said: readonly string[]): boolean {
  const [verb = '', what = ''] = opened(said);
  const judged = said.some((word) => GOOD.has(word)) || said.includes('target') || said.includes('should');
  return judged && ASKING.has(verb) && (POINTING.has(what) || what === 'we') && said.every((word) => GOOD.has(word) || AROUND_GOOD.has(word) || AROUND.has(word) || POINTING.has(word));
}

/** A text without asking whether it is good, where it goes on to say compared with what: "is that good compared to other trusts". */
export function withoutJudging(text: string): string {
  const words = wordsOf(text);
  const at = words.findIndex(({ text: word }, place) => COMPARED.has(word) || (word === 'for' && ['us', 'a', 'an'].includes(words[place + 1]?.text ?? '')));
  const start = words[at]?.start;
  return start !== undefined && isJudged(words.slice(0, at).map((word) => word.text)) ? text.slice(start) : text;
}

/** Parts of grammar that may stand beside "off target" without asking for more. */
const BESIDE: ReadonlySet<Role> = new Set<Role>(['by', 'target', 'doing', 'figure', 'fetch', 'latest', 'greeting', 'place', 'versus-target', 'what-is']);

/** "Which of those are not meeting their targets", "anything red": nothing but what is off target. */
export function saysOffTarget(one: Case): boolean {
  const { frame, spans } = one;
  const left = leftovers(one, []).filter(({ start, end }) => one.words.slice(start, end).some(({ text }) => !POINTING.has(text) && !AROUND.has(text) && text !== 'which' && text !== 'what'));
  return frame.unsupported.length > 0 && frame.unsupported.every(({ feature }) => feature === 'exceptions')
    && spans.every(({ meaning }) => meaning.kind === 'unsupported' || (meaning.kind === 'role' && BESIDE.has(meaning.role)))
    && left.every(({ start, end }) => spans.some((span) => span.start <= start && end <= span.end && span.meaning.kind === 'role' && BESIDE.has(span.meaning.role)));
}
