import type { Feature } from '../vocabulary/meaning';
import type { Reading } from '../reading';
import { offered, reworded, typedWords, type Case } from '../frame/case';
import { leftovers, type Leftover } from '../frame/leftover';
import { COMMON_WORDS } from '../words/common-words';
import { correct } from '../words/correction';
import { FUNCTION_WORDS } from '../words/function-words';
import { isOrdinary, isPlain } from '../words/ordinary';
import { PASSING_WORDS } from '../words/passing-words';
import { PERIOD_WORDS } from '../words/period-words';
import { ambiguousWord } from './ambiguous';
import { leadingMetrics } from './leading';
import { likelyMeasures } from './likely-measures';
import { isHeld } from '../held-range';
import { maybeSurname } from '../named-person';
import { plays } from '../frame/frame';
import { NOT_NEEDED } from './not-needed';
import { ruleAsked } from './rule-asked';
import { inSteps } from './trend-step';
import { splitByUnknown } from './split-by-unknown';
import { turnedRound, withoutLoose } from './without-loose-words';
import { listed, metricWords, plainQuestion } from './wording';

/** Measures that people ask for and that are not held, with the nearest that are. */
export function measureNotHeld(one: Case): Reading | null {
  const [first] = one.frame.notHeld;
  if (first === undefined || plays(one.frame, 'help')) {
    return null;
  }
  const rule = ruleAsked(one);
  if (rule !== null) {
    return rule;
  }
  const words = typedWords(one.words, first.span);
  const besides = one.frame.metrics.length === 0 ? [] : offered(one, withoutLoose(one, one.frame.notHeld.map(({ span }) => span)));
  if (besides.length > 0) {
    const metrics = one.frame.metrics.flatMap((id) => one.ground.catalogue.metrics.get(id) ?? []);
    const others = leftovers(one, metrics).filter(({ start, end }) => !one.frame.notHeld.some(({ span }) => span.start < end && start < span.end)).map((run) => typedWords(one.words, run));
    const strange = others.length === 0 ? '' : ` I could not place ${listed(others.map((other) => `“${other}”`), 'or')}.`;
    return { kind: 'clarify', ask: `I don't hold ${words}.${strange} Is this what you mean without it?`, options: besides, query: null, words: [words, ...others] };
  }
  const held = first.nearest.flatMap((id) => one.ground.catalogue.metrics.get(id) ?? [])
    .filter((metric) => isHeld(metric, one.ground.coverage)).map(({ id }) => id);
  const nearest = held.map((id) => one.ground.catalogue.metrics.get(id)?.name ?? id);
  const swapped = held.map((id) => reworded(one.text, one.words, first.span, metricWords(one.ground.catalogue, id)));
  const options = offered(one, [...swapped, ...nearest], Math.max(1, nearest.length));
  const near = nearest.length > 0 ? ` Nearest: ${listed(nearest, 'or')}.` : '';
  return unknown('unknown-measure', first.because === null ? `I don't hold ${words}.${near}` : `${first.because}${near}`, [words], options);
}

const CANNOT: Readonly<Record<Feature, string>> = {
  schedule: 'To have figures posted again and again, say what and when, such as “post the theatres scorecard here every Monday at 8”',
  watch: 'I cannot watch a figure and tell you when it changes yet',
  peers: 'I can set one measure beside other trusts, and nothing else with it',
  scorecard: 'I can show a scorecard whole, and nothing else with it',
  exceptions: 'I can say what is off target on a scorecard, or which specialties or sites are off target for one measure',
  plan: 'I can set only activity and income against the plan',
  grain: 'I draw a trend by the month, the week or the day, as its period has it',
  'which-period': 'I cannot search for a month or a day yet',
  median: 'I give totals and rates, not that statistic',
  opinion: 'I give figures, not advice',
  file: 'I cannot make a file here; whoever runs Tally can export the rows behind an answer',
};

/** What is understood and cannot be done yet: says so, with the nearest whole question. */
export function notSupported(one: Case): Reading | null {
  // "How many more each week" is answered with the gap, told for a week too.
  const [first] = one.frame.unsupported.filter(({ feature }) => feature !== 'grain' || !plays(one.frame, 'forecast'));
  if (first === undefined) {
    return null;
  }
  const feature = asksForASchedule(one) ? 'schedule' : first.feature;
  const steps = one.folded.slice(first.span.start, first.span.end);
  if (feature === 'grain' && one.frame.metrics.length > 0 && !steps.some((word) => WITHIN_A_WEEK.has(word))) {
    const drawn = inSteps(one, first.span);
    if (drawn !== null) {
      return drawn;
    }
  }
  return unknown('not-supported', `${CANNOT[feature]}.`, [typedWords(one.words, first.span)], nearestQuestions(one));
}

/** A split by what recurs in every week is no trend at all. */
const WITHIN_A_WEEK: ReadonlySet<string> = new Set(['weekday', 'hour', 'the']);

/** "Send me the DNA rate daily": to be sent, again and again. */
function asksForASchedule(one: Case): boolean {
  return plays(one.frame, 'fetch') && one.frame.unsupported.some(({ feature }) => feature === 'schedule' || feature === 'grain');
}

/** "Send me the DNA rate every month" asks to be sent it, and not for its trend. */
export function sentEachMonth(one: Case): Reading | null {
  const again = (one.frame.roles.get('trend') ?? []).find(({ start }) => ['every', 'each', 'monthly'].includes(one.folded[start] ?? ''));
  return again !== undefined && plays(one.frame, 'fetch')
    ? unknown('not-supported', `${CANNOT.schedule}.`, [typedWords(one.words, again)], nearestQuestions(one))
    : null;
}

/** A word that stands nowhere in the vocabulary is settled before any other doubt: no choice of readings would mend it. */
export function strangeWords(one: Case): Reading | null {
  const { milestones, notHeld, unsupported } = one.frame;
  const covered = (at: number): boolean => one.spans.some(({ start, end }) => start <= at && at < end);
  const strange = one.folded.some((word, at) => !covered(at) && !one.ground.vocabulary.knows(word) && !PASSING_WORDS.has(one.words[at]?.text ?? ''));
  return strange && milestones.length + notHeld.length + unsupported.length === 0 ? asUsuallyMeant(one) ?? unknownWords(one) : null;
}

/** With a word of several meanings taken as it usually is ("DNA"), what stands beside it is understood the better. */
function asUsuallyMeant(one: Case): Reading | null {
  const span = one.spans.find(({ meaning }) => meaning.kind === 'ambiguous' && meaning.ambiguity.default !== null);
  if (span?.meaning.kind !== 'ambiguous' || span.meaning.ambiguity.default === null) {
    return null;
  }
  const reading = one.again(reworded(one.text, one.words, span, span.meaning.ambiguity.default), true);
  return reading.kind === 'query' ? ambiguousWord(one) : reading;
}

/** "How many operations": what would be counted is understood, and no measure counts it. Null for anything else that was left. */
function countNotHeld(one: Case, left: readonly Leftover[]): string | null {
  const [run] = left;
  const counts = run === undefined ? undefined : (one.frame.roles.get('count') ?? []).find(({ start, end }) => start === run.start && end <= run.end);
  if (run === undefined || counts === undefined || left.length !== 1 || one.frame.metrics.length + one.frame.scorecards.length > 0) {
    return null;
  }
  const counted = counts.end === run.end ? one.spans.find(({ start }) => start === counts.end) : { start: counts.end, end: run.end };
  const isKnown = counted !== undefined && one.folded.slice(counted.start, counted.end).every((word) => one.ground.vocabulary.knows(word) || FUNCTION_WORDS.has(word));
  return isKnown ? `I hold no count of “${typedWords(one.words, counted)}” by itself.` : null;
}

/** Words that are part of nothing understood are named back, every one. */
export function unknownWords(one: Case): Reading | null {
  const metrics = one.frame.metrics.flatMap((id) => one.ground.catalogue.metrics.get(id) ?? []);
  const left = leftovers(one, metrics);
  if (left.length === 0 || isOnlyHowFresh(one, left)) {
    return null;
  }
  const defined = definedFirst(one) ?? ruleAsked(one);
  if (defined !== null) {
    return defined;
  }
  const byUnknown = splitByUnknown(one, left);
  if (byUnknown !== null) {
    return byUnknown;
  }
  // What may be somebody's name is not said again.
  const unsaid = left.filter(({ start, end }) => Array.from({ length: end - start }, (_, step) => start + step).some((at) => maybeSurname(one.words, at, one.ground.vocabulary)));
  const words = left.filter((run) => !unsaid.includes(run)).map((run) => typedWords(one.words, run));
  const strange = left.filter(({ start, end }) => one.folded.slice(start, end).some((word) => !one.ground.vocabulary.knows(word)));
  const isShort = one.words.length <= FRAGMENT;
  const narrowing = left.filter((run) => !standsApart(one, run) && !isPlainTalk(one, run) && (strange.includes(run) || LEADS_TO_A_FILTER.has(one.folded[run.start] ?? '') || (isShort && leadsOrNames(one, run))));
  const nothingAsked = one.frame.metrics.length + one.frame.scorecards.length === 0;
  const near = unsaid.length > 0 || !one.offers ? [] : nearMisses(one, left);
  const likely = nothingAsked && one.offers && !plays(one.frame, 'help', 'freshness') ? likelyMeasures(one, left) : { questions: [], enough: false };
  const without = likely.questions.length > 0 ? likely.questions : one.offers && !(nothingAsked && strange.length === left.length) ? withoutLoose(one, left) : [];
  const ofAGroup = left.some((run) => one.frame.groups.some(({ span }) => run.start <= span.start && span.end <= run.end));
  const options = turnedRound(one, left) ? [] : offered(one, narrowing.length > 0 || ofAGroup ? [...near, ...without] : [...without, ...near]);
  const quoted = listed([...words.map((word) => `“${word}”`), ...(unsaid.length > 0 ? [words.length > 0 ? 'another of the words' : 'one of the words in that question'] : [])], strange.length > 0 ? 'or' : 'and');
  const sentence = countNotHeld(one, left) ?? (strange.length > 0 ? `I don't know ${quoted}.` : `I could not place ${quoted} in that question.`);
  // A strange word where a filter or a measure would stand is one that is not held; what else was not understood may be left out, and that is asked.
  const maybeHeld = !ofAGroup && (nothingAsked ? !likely.enough && (narrowing.length > 0 || near.length === 0) : (narrowing.length > 0 && (left.length === 1 || isShort)));
  const passing = one.notes.filter((note) => note.startsWith(NOT_NEEDED));
  const ask = likely.enough ? 'Is it one of these that you mean?' : 'Is this what you mean without it?';
  return unsaid.length === 0 && options.length > 0 && !maybeHeld
    ? { kind: 'clarify', ask: [sentence, ...passing, ask].join(' '), options, query: null, words }
    : unknown('unknown-word', sentence, words, options);
}

/** "What counts as a late start, does it include the ones that were our fault": a definition says all that is counted. */
function definedFirst(one: Case): Reading | null {
  const [opening = '', ...rest] = plays(one.frame, 'define', 'what-is') ? one.text.split(/[,;?.]\s+|\s+(?:and )?(?=(?:does|do|is|are) (?:it|that|this|they|we|you)\b)/i) : [];
  const reading = rest.length === 0 ? null : one.again(opening, true);
  return reading?.kind === 'query' && reading.query.intent === 'definition' ? { ...reading, notes: [...reading.notes, `${NOT_NEEDED}“${one.text.slice(opening.length).replace(/^[,;?.\s]+/, '')}”.`] } : null;
}

/** A question of no more words than this has hardly any that say nothing of it. */
const FRAGMENT = 8;

/** Known words that stand where a filter would, or that are part of the name of one: "for robots", "virology". */
function leadsOrNames(one: Case, { start, end }: Leftover): boolean {
  return LEADS_TO_A_FILTER.has(one.folded[start - 1] ?? '') || one.folded.slice(start, end).some((word) => one.ground.vocabulary.namesWith(word).length > 0);
}

/** Words that lead to a filter or a split, or that a kind of patient or care stands before. */
const LEADS_TO_A_FILTER: ReadonlySet<string> = new Set(['for', 'in', 'at', 'of', 'by', 'from', 'with', 'without', 'per', 'on', 'under', 'within', 'excluding', 'only', 'just', 'not', 'v', 'vs', 'versus', 'than']);
const KINDS: ReadonlySet<string> = new Set(['patient', 'appointment', 'clinic', 'list', 'case', 'operation', 'specialty', 'ward', 'site', 'referral', 'admission', 'test', 'surgery', 'people', 'session', 'theatre', 'service', 'unit', 'department', 'team', 'pathway']);

const ARTICLES: ReadonlySet<string> = new Set(['the', 'a', 'an', 'our', 'my', 'your', 'their', 'this', 'that', 'these', 'those']);

/** Whether words stand neither where a filter would nor beside a measure or a value, so that they narrow nothing. */
function standsApart(one: Case, { start, end }: Leftover): boolean {
  const led = ARTICLES.has(one.folded[start - 1] ?? '') ? start - 1 : start;
  const beside = one.spans.some((span) => (span.end === led || span.start === end) && ['metric', 'value', 'dimension', 'scorecard', 'group'].includes(span.meaning.kind));
  return !beside && !LEADS_TO_A_FILTER.has(one.folded[led - 1] ?? '') && !KINDS.has(one.folded[end] ?? '') && !one.folded.slice(start, end).some((word) => KINDS.has(word));
}

/** "When was it last loaded and up to which date does it run": how fresh the data is tells all of that. */
function isOnlyHowFresh(one: Case, left: readonly Leftover[]): boolean {
  const { frame } = one;
  const narrows = frame.metrics.length + frame.main.values.length + frame.main.periods.length + frame.excluded.length + frame.notHeld.length > 0;
  return plays(frame, 'freshness') && !narrows && left.every(({ start, end }) => one.words.slice(start, end).every(({ text }) => FUNCTION_WORDS.has(text) || OF_DATA.has(text)));
}

/** What is said of how far data goes. */
const OF_DATA: ReadonlySet<string> = new Set(['up', 'to', 'date', 'run', 'runs', 'go', 'goes', 'latest', 'last', 'until', 'till', 'extract', 'extracts', 'feed', 'load', 'loaded', 'refresh', 'day', 'data']);

/** Everyday words that stand where no filter would: "complaints received last quarter" names none. */
function isPlainTalk(one: Case, { start, end }: Leftover): boolean {
  const led = [one.folded[start - 1], ...one.folded.slice(start, end)].some((word) => LEADS_TO_A_FILTER.has(word ?? ''));
  return !led && !KINDS.has(one.folded[end] ?? '') && one.words.slice(start, end).every((word) => isPlain(word) || FUNCTION_WORDS.has(word.text));
}

/** The question with a near miss put right, where the miss was too wide to be put right in silence. */
function nearMisses(one: Case, left: readonly Leftover[]): readonly string[] {
  const places = left.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, step) => start + step));
  const strange = places.filter((at) => !one.ground.vocabulary.knows(one.folded[at] ?? ''));
  const [at] = strange.length > 0 ? strange : places;
  const word = one.words[at ?? -1]?.text;
  if (at === undefined || word === undefined || (strange.length === 0 ? places : strange).length > 1) {
    return [];
  }
  if (FUNCTION_WORDS.has(word) || (isOrdinary(word) && !COMMON_WORDS.has(word))) {
    return [];
  }
  const { sure, near } = correct(word, one.ground.vocabulary);
  const code = /^[0-9]{3}$/.test(word) ? [`TFC ${word}`] : [];
  const names = one.ground.vocabulary.namesWith(one.folded[at] ?? '');
  return [...code, ...sure, ...names.slice(0, 4), ...near.filter((instead) => PERIOD_WORDS.has(instead) || (!FUNCTION_WORDS.has(instead) && one.ground.vocabulary.meaningOf([instead]) !== undefined))].slice(0, 8).map((instead) => reworded(one.text, one.words, { start: at, end: at + 1 }, instead));
}

/** Whole questions near to one that cannot be answered: its metric with its filters, and its trend. */
export function nearestQuestions(one: Case): readonly string[] {
  const { groups, metrics } = one.frame;
  const ofGroup = [...one.ground.catalogue.metrics.values()].filter((metric) => groups.some(({ group }) => group === metric.group));
  const asked = metrics.length > 0 ? metrics : (ofGroup.length > 0 ? ofGroup : leadingMetrics(one)).map(({ id }) => id).slice(0, 4);
  const plain = asked.flatMap((id) => plainQuestion(one, id) ?? []);
  return offered(one, metrics.length > 0 ? plain.flatMap((question) => [`${question} trend`, question]) : plain);
}

export function unknown(reason: string, sentence: string, words: readonly string[], options: readonly string[]): Reading {
  return { kind: 'unknown', reason, sentence, words, options };
}
