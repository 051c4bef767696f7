import type { Feature } from '../vocabulary/meaning';
import type { Reading } from '../reading';
import { offered, reworded, typedWords, type Case } from '../frame/case';
import { leftovers, type Leftover } from '../frame/leftover';
import { correct } from '../words/correction';
import { leadingMetrics } from './leading';
import { listed, metricWords, plainQuestion } from './wording';

/** Milestones of the papers ("EMPCC opening"): named, but not measures. */
export function milestone(one: Case): Reading | null {
  const [span] = one.frame.milestones;
  if (span === undefined) {
    return null;
  }
  const words = typedWords(one.words, span);
  return unknown('not-a-measure', `“${words}” is a milestone in the plan, not something that is counted, so there is no figure for it.`, [words], nearestQuestions(one));
}

/** Measures that people ask for and that are not held, with the nearest that are. */
export function measureNotHeld(one: Case): Reading | null {
  const [first] = one.frame.notHeld;
  if (first === undefined) {
    return null;
  }
  const words = typedWords(one.words, first.span);
  const nearest = first.nearest.map((id) => metricWords(one.ground.catalogue, id));
  const swapped = first.nearest.map((id) => reworded(one.text, one.words, first.span, metricWords(one.ground.catalogue, id)));
  const options = offered(one, [...swapped, ...nearest], Math.max(1, nearest.length));
  const near = nearest.length > 0 ? ` Nearest: ${listed(nearest, 'or')}.` : '';
  return unknown('unknown-measure', first.because === null ? `I don't hold ${words}.${near}` : `${first.because}${near}`, [words], options);
}

const CANNOT: Readonly<Record<Feature, string>> = {
  explanation: 'I cannot say why a figure changed yet',
  projection: 'I cannot say where a figure is heading yet',
  schedule: 'I cannot post or send figures on a schedule yet',
  watch: 'I cannot watch a figure and tell you when it changes yet',
  peers: 'I cannot compare with other trusts yet',
  scorecard: 'I cannot show several measures on a scorecard yet',
  exceptions: 'I cannot pick out what is off target yet',
  plan: 'I do not hold the activity plan yet',
  grain: 'I can draw a trend month by month, and not yet in other steps',
  'which-period': 'I cannot search for a month or a day yet',
  median: 'I give totals and rates, not that statistic',
  opinion: 'I give figures, not advice',
};

/** What is understood and cannot be done yet: says so, with the nearest whole question. */
export function notSupported(one: Case): Reading | null {
  const [first] = one.frame.unsupported;
  if (first === undefined) {
    return null;
  }
  return unknown('not-supported', `${CANNOT[first.feature]}.`, [typedWords(one.words, first.span)], nearestQuestions(one));
}

/** A word that stands nowhere in the vocabulary is settled before any other doubt: no choice of readings would mend it. */
export function strangeWords(one: Case): Reading | null {
  const { milestones, notHeld, unsupported } = one.frame;
  const covered = (at: number): boolean => one.spans.some(({ start, end }) => start <= at && at < end);
  const strange = one.folded.some((word, at) => !covered(at) && !one.ground.vocabulary.knows(word));
  return strange && milestones.length + notHeld.length + unsupported.length === 0 ? unknownWords(one) : null;
}

/** Words that are part of nothing understood are named back, every one. */
export function unknownWords(one: Case): Reading | null {
  const metrics = one.frame.metrics.flatMap((id) => one.ground.catalogue.metrics.get(id) ?? []);
  const left = leftovers(one, metrics);
  if (left.length === 0) {
    return null;
  }
  const words = left.map((run) => typedWords(one.words, run));
  const options = one.offers ? offered(one, [...nearMisses(one, left), without(one, left)]) : [];
  const strange = left.some(({ start, end }) => one.folded.slice(start, end).some((word) => !one.ground.vocabulary.knows(word)));
  const quoted = listed(words.map((word) => `“${word}”`), strange ? 'or' : 'and');
  return unknown('unknown-word', strange ? `I don't know ${quoted}.` : `I could not place ${quoted} in that question.`, words, options);
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
  const { sure, near } = correct(word, one.ground.vocabulary);
  const code = /^[0-9]{3}$/.test(word) ? [`TFC ${word}`] : [];
  const names = one.ground.vocabulary.namesWith(one.folded[at] ?? '');
  return [...code, ...sure, ...names.slice(0, 4), ...near].slice(0, 8).map((instead) => reworded(one.text, one.words, { start: at, end: at + 1 }, instead));
}

function without(one: Case, left: readonly Leftover[]): string {
  const cut = new Set(left.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, step) => start + step)));
  const kept = one.words.filter((_word, at) => !cut.has(at));
  while (LINKS.has(kept.at(-1)?.text ?? '')) {
    kept.pop();
  }
  return kept.map(({ typed }) => typed).join(' ');
}

/** Words that must not be left hanging when what they led to is cut. */
const LINKS = new Set(['for', 'in', 'at', 'of', 'on', 'by', 'to', 'with', 'the', 'a', 'an', 'and', 'or', 'from', 'our', 'is', 'per', 'each']);

/** Whole questions near to one that cannot be answered: its metric with its filters, and its trend. */
function nearestQuestions(one: Case): readonly string[] {
  const { groups, metrics } = one.frame;
  const ofGroup = [...one.ground.catalogue.metrics.values()].filter((metric) => groups.some(({ group }) => group === metric.group));
  const asked = metrics.length > 0 ? metrics : (ofGroup.length > 0 ? ofGroup : leadingMetrics(one)).map(({ id }) => id).slice(0, 4);
  const plain = asked.flatMap((id) => plainQuestion(one, id) ?? []);
  return offered(one, metrics.length > 0 ? plain.flatMap((question) => [`${question} trend`, question]) : plain);
}

export function unknown(reason: string, sentence: string, words: readonly string[], options: readonly string[]): Reading {
  return { kind: 'unknown', reason, sentence, words, options };
}
