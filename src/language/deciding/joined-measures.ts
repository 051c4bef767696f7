import type { Reading } from '../reading';
import { offered, reworded, typedWords, type Case } from '../frame/case';
import { plays } from '../frame/frame';
import type { Span } from '../frame/span';
import { FUNCTION_WORDS } from '../words/function-words';
import { unknown } from './not-understood';
import { metricWords, plainQuestion } from './wording';

/** What sets a second measure beside the first. */
const BESIDE: ReadonlySet<string> = new Set(['and', 'or', 'plus', '&', 'v', 'vs', 'versus', 'then', 'also']);
/** What makes a second measure narrow the first: "DNA rate for patients waiting over 52 weeks". */
const NARROWS: ReadonlySet<string> = new Set(['for', 'of', 'about', 'from', 'with', 'in', 'among', 'after', 'during', 'within', 'causing', 'to']);

/** A measure of those whom another measure counts is not held: "length of stay for readmitted patients", "late starts causing early finishes". */
export function narrowedByMeasure(one: Case): Reading | null {
  const [first, second] = one.frame.metricSpans;
  if (first === undefined || second === undefined || one.frame.metrics.length < 2 || plays(one.frame, 'compare')) {
    return null;
  }
  const [left, right] = first.start < second.start ? [first, second] : [second, first];
  // "Rate for PIFU" may itself be the name of a measure.
  const between = one.folded.slice(left.end, one.folded[right.start + 1] === 'for' ? right.start + 2 : right.start);
  const held = one.spans.some(({ start, end, meaning }) => start >= left.end && end <= right.start && meaning.kind !== 'role');
  const narrows = between.some((word) => NARROWS.has(word)) && !between.some((word) => BESIDE.has(word)) && !/[,;]/.test(textBetween(one, left, right));
  if (!held && right.start === left.end && !/[,;&+/]/.test(textBetween(one, left, right))) {
    // "SOS appointments DNA rate": one of them may say of whom the other is.
    const each = one.frame.metrics.flatMap((id) => plainQuestion(one, id) ?? []);
    const both = one.frame.metrics.map((id) => metricWords(one.ground.catalogue, id)).join(' and ');
    return { kind: 'clarify', ask: 'One of these, or both side by side?', options: offered(one, [...each, plainQuestion(one, one.frame.metrics[0])?.replace(metricWords(one.ground.catalogue, one.frame.metrics[0] ?? ''), both) ?? both]), query: null };
  }
  if (held || !narrows) {
    return null;
  }
  const { catalogue } = one.ground;
  const names = one.frame.metrics.flatMap((id) => (catalogue.metrics.has(id) ? [metricWords(catalogue, id)] : []));
  const sentence = `I hold ${names[0] ?? 'that'} for everybody it counts, and not for “${typedWords(one.words, right)}” alone.`;
  return unknown('unknown-word', sentence, [typedWords(one.words, right)], offered(one, one.frame.metrics.flatMap((id) => plainQuestion(one, id) ?? [])));
}

/** "Endoscopy in-session and clinic utilisation": what heads the first name may head the second too, which is another measure then. Null for any other question. */
export function withSharedHead(one: Case): Reading | null {
  const [first, second, third] = [...one.frame.metricSpans].sort((a, b) => a.start - b.start);
  if (first?.meaning.kind !== 'metric' || second?.meaning.kind !== 'metric' || third !== undefined) {
    return null;
  }
  const between = one.folded.slice(first.end, second.start);
  const isJoined = between.length > 0 ? between.every((word) => BESIDE.has(word)) : /[&+/]/.test(textBetween(one, first, second));
  const headed = one.ground.vocabulary.meaningOf([one.folded[first.start] ?? '', ...one.folded.slice(second.start, second.end)]);
  if (!isJoined || headed?.kind !== 'metric' || headed.id === second.meaning.id) {
    return null;
  }
  const [own, beside] = [second.meaning.id, first.meaning.id].map((id) => metricWords(one.ground.catalogue, id));
  const options = [
    reworded(one.text, one.words, second, `${one.words[first.start]?.typed ?? ''} ${typedWords(one.words, second)}`),
    plainQuestion(one, second.meaning.id)?.replace(own ?? '', `${own ?? ''} and ${beside ?? ''}`) ?? '',
  ];
  return { kind: 'clarify', ask: `Which “${typedWords(one.words, second)}”?`, options: offered(one, options), query: null };
}

/** "DNA rate for ENT, late starts for LGH": each measure with a part of its own is a question of its own. */
export function eachWithItsOwn(one: Case): Reading | null {
  const spans = [...one.frame.metricSpans].sort((a, b) => a.start - b.start);
  const [first, second] = spans;
  if (first === undefined || second === undefined || one.frame.metrics.length < 2) {
    return null;
  }
  const values = [...one.frame.main.values, ...one.frame.versus.values].map(({ span }) => span);
  const own = values.filter(({ start }) => start >= first.end && start < second.start);
  const after = values.filter(({ start }) => start >= second.end);
  return own.length === 0 || after.length === 0 || own.every((span) => joinsOn(one, span, second)) ? null : {
    kind: 'clarify',
    ask: 'I can answer one of these at a time. Which one?',
    options: offered(one, [one.text.slice(0, one.words[second.start]?.start ?? 0), one.text.slice(one.words[second.start]?.start ?? 0)].map((part) => part.replace(/[\s,.;:]+(?:and|vs?|versus|plus|&)?[\s,.;:]*$/i, '').trim())),
    query: null,
  };
}

/** "DNA rate, ENT late starts at LGH": a part that stands right before the second measure is of the second. */
function joinsOn(one: Case, span: Span, metric: Span): boolean {
  return one.folded.slice(span.end, metric.start).every((word) => FUNCTION_WORDS.has(word) && !BESIDE.has(word)) && !/[,;.]/.test(one.text.slice(one.words[span.end - 1]?.end ?? 0, one.words[metric.start]?.start ?? 0));
}

function textBetween(one: Case, left: Span, right: Span): string {
  return one.text.slice(one.words[left.end - 1]?.end ?? 0, one.words[right.start]?.start ?? 0);
}

/** "By CMG and new/follow up": what is joined to a part of a split is a part as well, and no measure beside it. */
export function splitOrMeasure(one: Case): Reading | null {
  const { folded, spans, frame } = one;
  const after = frame.metricSpans.find(({ start }) => {
    const split = spans.find(({ end, meaning }) => end === start - 1 && meaning.kind === 'dimension');
    return folded[start - 1] === 'and' && split !== undefined && folded[split.start - 1] === 'by';
  });
  if (after === undefined || frame.metrics.length < 2) {
    return null;
  }
  const before = one.text.slice(0, one.words[after.start - 1]?.start ?? 0).trim();
  return {
    kind: 'clarify',
    ask: `Split by “${typedWords(one.words, after)}” too, or that measure beside the first?`,
    options: offered(one, [before, `${metricWords(one.ground.catalogue, frame.metrics[0] ?? '')} and ${before.replace(/^.*\bby\b/i, `${metricWords(one.ground.catalogue, frame.metrics[1] ?? '')} by`)}`]),
    query: null,
  };
}
