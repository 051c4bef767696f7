import type { Reading } from '../reading';
import { typedWords, type Case } from '../frame/case';
import { plays } from '../frame/frame';
import { leftovers } from '../frame/leftover';
import { querySchema } from '../../engine/query';
import { NOT_NEEDED } from './not-needed';

/** "Are cancelled appointments in the DNA rate figure". */
const IN_WHICH = /^(?:so |and )*(?:is|are) [^?]{3,40} (?:in|included in|counted in|excluded from|left out of) (?:the|our|your) [^?]{2,40}? ?(?:figures?|rates?|number|count)[?.! ]*$/i;

/** How somebody asks what a measure counts, one way a line. */
const ASKS_A_RULE = new RegExp(`(?:${[
  // "If someone comes back on day 31 is that a readmission", "does that count".
  '\\b(?:does|do|is|are|would|should) (?:that|it|this|they|those) (?:still |also )?(?:counts?|counted|included|excluded|left out)\\b',
  '^if [^?]{3,100}\\b(?:is|are) (?:that|it|this|they|those) (?:still |also |counted as )?an? ',
  // "How is activity against plan phased", "how are points per list worked out".
  '\\bhow (?:is|are|do (?:you|we)|does (?:it|tally)) [^?]{0,60}\\b(?:defined|calculated|worked out|measured|counted|phased|computed|derived|count|define|measure(?! up)|calculate|classify|treat)\\b',
  // "Is day 30 in or out", "are cancelled appointments in the DNA rate figure".
  '\\b(?:is|are|do|does) [^?]{3,60} (?:in or out|in the (?:denominator|numerator|definition))\\b',
  IN_WHICH.source,
  // "Does your six week figure follow DM01 rules".
  '\\bfollows? (?:the )?[^?]{2,30} (?:rules|guidance|definition)\\b',
  '^(?:so |and )*(?:is|are) [^?]{3,40} (?:measured|counted|timed|taken) (?:from|as|at)\\b',
  // "Is readmission 28 or 30 days here".
  '^(?:so |and )*(?:is|are) [^?]{3,40} \\d+ or \\d+\\b',
  '\\bwhat (?:exactly )?(?:counts|goes into|is counted)\\b',
].join('|')})`, 'i');

/** What is told before the question is passed over by itself. */
const TOLD_FIRST = /[^.]\.\s+\S/;

/**
 * "If someone comes back on day 31 is that a readmission": what a measure counts is told in full by its definition, whatever
 * case somebody thinks of, and shows no figure that the words could have narrowed. They are named back. Null where no such
 * rule, or not just one or two measures, are asked about.
 */
export function ruleAsked(one: Case): Reading | null {
  const { frame, text } = one;
  // "Are cancelled appointments in the DNA rate figure": of the one that they may be in.
  const of = IN_WHICH.test(text) ? [...frame.metricSpans].sort((a, b) => a.start - b.start).slice(-1).flatMap(({ meaning }) => (meaning.kind === 'metric' ? [meaning.id] : [])) : frame.metrics;
  const metrics = [...new Set(of)];
  const { main, versus } = frame;
  const figures = frame.by.length + frame.having.length + frame.scorecards.length + frame.excluded.length + main.values.length + main.periods.length + versus.values.length + versus.periods.length + versus.scopes.length > 0 || frame.order !== null;
  if (metrics.length === 0 || metrics.length > 2 || figures || plays(frame, 'why', 'forecast', 'trend', 'versus', 'versus-target', 'target', 'compare', 'moved') || TOLD_FIRST.test(text) || !ASKS_A_RULE.test(text)) {
    return null;
  }
  const left = leftovers(one, metrics.flatMap((id) => one.ground.catalogue.metrics.get(id) ?? [])).map((run) => typedWords(one.words, run));
  const notes = left.length === 0 ? [] : [`${NOT_NEEDED}${left.map((words) => `“${words}”`).join(', ')}.`];
  return { kind: 'query', query: Object.freeze(querySchema.parse({ intent: 'definition', metrics, period: null, filters: {} })), notes: [...one.notes, ...notes], said: [] };
}
