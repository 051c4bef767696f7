import type { Period } from '../../calendar/period';
import type { Query } from '../../engine/query';
import type { Reading } from '../reading';
import { thatRead, type Case } from '../frame/case';
import { withDeadline } from '../deciding/forecast';
import { queryWords } from '../query-words';
import { plays } from '../frame/frame';
import { defaultPeriod } from '../periods/default-period';
import { heldFor } from '../held-range';
import { aboutTheAnswer } from './about-the-answer';
import { anotherSheet } from './another-sheet';
import { withoutJudging } from './answer-words';
import { fragmentOf, OF_THEM, ofTheSheet } from './fragment';
import { leaningOf, type Lean } from './leads';
import { leftOutNoLonger, lessOfIt } from './less-of-it';
import { measureOfASheet } from './measure-of-a-sheet';
import { periodAround, periodBefore, unitAlone } from './relative-period';
import { pointingBack, someOfThem } from './pointing-back';
import { siblingMeasure } from './sibling-measure';
import { ofThePlan } from './side-of-plan';
import { severalValues } from './several-values';
import { daysOfIt } from './days-of-it';
import { inOtherTerms } from './other-terms';
import { withoutSameTime, withoutThen } from './same-time';
import { dropped, oneOfThem, takenBack } from './taken-back';
import { whatStays } from './what-stays';
import { isMeasureAlone, isWhole } from './whole-question';

/** How the words of a follow-up are opened, and how a wording of the whole question is read. */
export interface Following {
  readonly open: (text: string) => Case;
  readonly read: (text: string) => Reading;
}

/** "For the same specialty": so is what it was narrowed to. */
const SAME_PART = /\s+(?:for|in|at|by|of) (?:the|that) same (?:specialty|speciality|site|hospital|cmg|group|service|area|patients|people|place|theatre|clinic|team)(?: please)?(?=[\s.?!]*$)|\s+(?:for|on|in|with|at) (?:the|that|exactly the) same(?: (?:thing|one|ones|lot|cut|filters?|selection|stuff))?(?: please| if (?:that'?s|thats|you) (?:ok|okay|alright|fine|can|possible|poss))?(?=[\s.?!]*$)/i;
/** "Activity instead of £": one in the place of the other. */
const NOT_THE_OTHER = /\b(?:instead|rather than|not)\b/i;
/** "Now", by itself. */
const NOW = /^(?:and |ok |so |but )*(?:(?:what|how) about )?(?:right )?now[\s.?!]*$/i;
/** Periods whose latest is another of their kind; a day or a week is none of those that are shown without a time. */
const OF_MONTHS: ReadonlySet<Period['grain']> = new Set<Period['grain']>(['month', 'quarter', 'year', 'ytd', 'rolling', 'half']);
/** "Elective I meant, not emergency": one in the place of the other. */
const MEANT = /^(\p{L}+(?: \p{L}+)?),? i meant,? not \p{L}+(?: \p{L}+)?[.!]*$/iu;
/** "Which ones are off". */
const ARE_OFF = /^((?:(?:and|so) )*(?:which|what|any)(?: ones?| of (?:them|those|these|the measures|the ones))? (?:are|is|were|was)(?: we)?(?: still)?) off(?=[\s.?!]*$)/i;
/** "Who's best at it" of one specialty: which of them all. */
const WHO_RANKS = /^((?:and |so |ok )*)who(?:'s|s| is)? (?:the )?(best|worst)(?: at (?:it|that|this))?(?=[\s.?!]*$)/i;
/** "Biggest gap", "who has the smallest gap", once a measure was split. */
const GAP = /^(?:(?:and|so|ok) )*(?:(?:who|what|which|where)(?: one| of (?:them|those|these))?(?: has|'s|s| is|'s got| got)? )?(?:the |our )?(biggest|largest|widest|worst|smallest|narrowest) gaps?[\s.?!]*$/i;
/** "How recent is that": of what was asked about. */
const OF_IT = /^(?:and |so |but )*how (?:recent|fresh|old|current|up to date) (?:is|are) (?:it|that|this|they|these|those)(?: figures?| numbers?)?[\s?.!]*$/i;
/** "How does that compare": with what is asked back. */
const COMPARES_HOW = /^(?:and |so |but )*how (?:does|do|did) (?:it|that|this|they|those|we) compare[\s?.!]*$/i;
/** "Compare the two", "compare them". */
const COMPARES_THE_TWO = /^(?:and |so |now |ok |can you |please )*(?:compare|contrast)(?: (?:the two|the 2|both|them|those|these|that|it|the two of them|both of them))?(?: please| pls| then| now)*[\s?.!]*$/i;
/** "Has that number been coming down over the past two years": which way it went, and since when. */
const ITS_COURSE = /^(?:and |so |but )*(has|have|had|is|are|was|were) (?:it|they|(?:that|this|those|these)(?: (?:number|figure|rate|percentage|total|count)s?)?) (?=(?:(?:been|really|actually|ever) )*(?:coming|going|gone|come|rising|risen|falling|fallen|dropping|dropped|climbing|creeping|drifting)\b)/i;
/** A split and nothing else. */
const BY_WHAT = /^by (?:the )?[\p{L}-]+(?: [\p{L}-]+)?[\s.?!]*$/iu;
/** A word or two with a question mark; a measure's name may have two more. */
const BARE_QUESTION = /^[^\s?]+(?: [^\s?]+)?\s*\?$/;
const BARE_MEASURE = /^[^\s?]+(?: [^\s?]+){0,3}\s*\?$/;
/** "Compared with the twelve months before that". */
const COMPARES = /^(?:compared?|comparing|vs?|versus|against|relative to|set against)\b/i;
const AS_LONG = /\b(?:months|weeks|days)\b/i;

/**
 * "And for T&O?", "by site", "why", "same for LGH": a question that says only what is different from the one before. It
 * is read as a whole question in words, so that it means what it would mean written out. Null where it stands by itself.
 */
export function followUp(typed: string, before: Query, { open, read }: Following): Reading | null {
  const text = gapToTarget(withoutThen(typed).replace(MEANT, 'i meant $1').replace(ARE_OFF, '$1 off target').replace(before.by === null && before.metrics.length === 1 && before.filters['specialty']?.length === 1 ? WHO_RANKS : /$^/, '$1which specialty is $2'), before, open(''));
  const leaning = leaningOf(text);
  const back = takenBack(leaning.rest, before, open) ?? takenBack(text, before, open);
  const instead = back?.instead ?? null;
  if (back !== null && Object.keys(back.stay).length > 0) {
    return oneOfThem(back.instead, back.stay, before, { open, read });
  }
  const bare = open('');
  const asked = before.period ?? defaultPeriod(heldFor(before.metrics, bare.ground.catalogue, bare.ground.coverage, bare.ground.today), bare.ground.today);
  const timed = withoutSameTime(withoutJudging(leaning.rest), asked);
  const sameTime = text !== typed || timed !== withoutJudging(leaning.rest);
  const same = SAME_PART.test(leaning.rest) || sameTime;
  const rest = instead ?? ofThePlan(timed.replace(SAME_PART, ''), before);
  // "Uncapped?" asks the same of another measure.
  const leans = BARE_QUESTION.test(text) || (BARE_MEASURE.test(text) && isMeasureAlone(open(text))) || instead !== null || same ? new Set<Lean>([...leaning.leans, 'carries-on']) : leaning.leans;
  if (leans.has('apart')) {
    return rest === '' ? null : read(rest);
  }
  const words = (query: Query): string => queryWords(query, bare.ground, { usual: true });
  // "And now?": the same at the latest time there is.
  if (NOW.test(text) && before.versus === null && before.intent !== 'trend' && before.period !== null && OF_MONTHS.has(before.period.grain)) {
    return read(words({ ...before, period: null }));
  }
  if (rest === '') {
    return null;
  }
  const fresh = OF_IT.test(text) && before.metrics.length > 0 ? read(text) : null;
  if (fresh?.kind === 'query' && fresh.query.intent === 'freshness' && fresh.query.metrics.length === 0) {
    return { ...fresh, query: { ...fresh.query, metrics: before.metrics } };
  }
  const course = ITS_COURSE.exec(text);
  if (course !== null && before.metrics.length === 1 && ['value', 'trend'].includes(before.intent) && before.versus === null) {
    const reading = read(`${course[1] ?? ''} ${words({ ...before, intent: 'value', period: null })} ${text.slice(course[0].length)}`);
    if (reading.kind === 'query') {
      return reading;
    }
  }
  if (COMPARES_THE_TWO.test(text)) {
    const both = comparedWithin(before);
    if (both !== null) {
      return read(words(both));
    }
  }
  if ((COMPARES_HOW.test(text) || COMPARES_THE_TWO.test(text)) && before.metrics.length === 1 && before.versus === null) {
    return read(`compare ${words({ ...before, intent: 'value', by: null, having: null, order: null, limit: null })}`);
  }
  const less = lessOfIt(rest, before, open, bare.ground.catalogue);
  if (less !== null) {
    return read(words(less));
  }
  const sibling = siblingMeasure(rest, before, bare.ground.catalogue) ?? siblingMeasure(text, before, bare.ground.catalogue);
  if (sibling !== null) {
    return read(words(sibling));
  }
  const inTerms = before.scorecard === null ? inOtherTerms(NOT_THE_OTHER.test(text) ? text : timed, before, bare.ground.catalogue, { words, read }) : null;
  if (inTerms !== null) {
    return inTerms;
  }
  const [about, otherwise] = [rest, text].map((said) => aboutTheAnswer(said, before, words, open)).find((questions) => questions.length > 0) ?? [];
  if (about !== undefined) {
    return otherwise === undefined || otherwise === about ? read(about) : { kind: 'clarify', ask: 'Which of these?', options: [about, otherwise], query: null };
  }
  const sheet = anotherSheet(rest, before, leans, open, words);
  if (sheet !== null) {
    return read(sheet);
  }
  const without = dropped(rest, before, open, words);
  if (without !== null) {
    return read(without);
  }
  const earlier = periodBefore(rest, asked) ?? daysOfIt(rest, asked) ?? periodAround(rest, asked);
  const unit = earlier === null ? unitAlone(rest) : null;
  if (unit !== null && before.versus === null) {
    const untimed = words({ ...before, period: null });
    return { kind: 'clarify', ask: `Which ${unit}?`, options: thatRead([`${untimed} last ${unit}`, `${untimed} this ${unit}`], read), query: null };
  }
  const carriesPeriod = earlier !== null && (leans.size > 0 || earlier.words === rest.replace(/[\s.?!]+$/, ''));
  const dated = COMPARES.test(rest) && earlier !== null && earlier.period.to < asked.from && AS_LONG.test(earlier.words) ? rest.replace(earlier.words, 'the previous period') : carriesPeriod ? rest.replace(earlier.words, earlier.period.label) : rest;
  const said = plays(open(dated).frame, 'forecast') ? withDeadline(dated, bare.ground.today) ?? dated : dated;
  const one = open(said);
  const oneOfSeveral = severalValues(one, (words) => followUp(words, before, { open, read }));
  if (oneOfSeveral !== null) {
    return oneOfSeveral;
  }
  const apart = OF_THEM.test(text) ? someOfThem(text, read(text), before, bare.ground.catalogue, words) : null;
  if (apart !== null) {
    return apart;
  }
  if (leans.size === 0) {
    const whole = read(text);
    const pointed = pointingBack(text, whole, before, { catalogue: bare.ground.catalogue, vocabulary: bare.ground.vocabulary, words, read });
    if (pointed !== null || (isWhole(whole, one, before) && !ofTheSheet(one, before, false))) {
      return pointed;
    }
  }
  const fragment = fragmentOf(one, said, before, leans, sameTime);
  if (fragment === null) {
    return BY_WHAT.test(rest) && before.metrics.length > 0 ? read(`${words({ ...before, by: null, having: null, order: null, limit: null, intent: 'value', versus: null })} ${rest}`) : null;
  }
  // "With ENT" after leaving it out.
  const again = leans.has('adds') ? leftOutNoLonger(one.frame, before) : null;
  if (again !== null) {
    return read(words(again));
  }
  const stays = whatStays(measureOfASheet(before, one.frame, one.ground.catalogue), { frame: one.frame, leans, hasPeriod: one.frame.main.periods.length > 0 }, one.ground.catalogue);
  const wording = fragment.metrics
    ? `${fragment.text} ${words({ ...stays, ...(before.scorecard === null ? {} : { intent: 'value' as const, order: null }), metrics: [], scorecard: null, having: null, aim: undefined })}`
    : `${words(fragment.having === true ? { ...stays, having: null } : stays)} ${fragment.text}`;
  const reading = read(wording.replace(/\s+/g, ' ').trim());
  if (fragment.loose) {
    return reading.kind === 'clarify' || reading.kind === 'query' ? reading : null;
  }
  return reading.kind === 'unknown' && reading.reason === 'unknown-word' ? null : reading;
}

/** "Biggest gap" after a split is that to the target, where there is one and nothing else was set against it: furthest off first. */
function gapToTarget(text: string, before: Query, { ground: { catalogue } }: Case): string {
  const size = GAP.exec(text)?.[1];
  const aims = before.metrics.length === 1 && catalogue.targets.some(({ metric }) => metric === before.metrics[0]);
  return size === undefined || before.by === null || !aims || (before.versus !== null && before.versus !== 'target') ? text : /^(?:smallest|narrowest)$/i.test(size) ? 'best' : 'worst';
}

/** Two parts that were shown one beside the other, set against each other; a comparison stays as it is. Null where there are not two. */
function comparedWithin(before: Query): Query | null {
  if (before.versus !== null && before.versus !== 'target') {
    return before;
  }
  const dimension = typeof before.by === 'string' ? before.by : undefined;
  const [one, other, more] = before.filters[dimension ?? ''] ?? [];
  return dimension === undefined || one === undefined || other === undefined || more !== undefined ? null
    : { ...before, intent: 'comparison', by: null, having: null, order: null, limit: null, filters: { ...before.filters, [dimension]: [one] }, versus: { filters: { ...before.filters, [dimension]: [other] } } };
}
