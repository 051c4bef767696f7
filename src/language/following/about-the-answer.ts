import type { Query } from '../../engine/query';
import type { Case } from '../frame/case';
import { asksItsBasis } from '../deciding/basis-asked';
import { asksWhichWay } from '../deciding/defined-in-other-words';
import { asksForEverybody, asksForOthers, asksForOurs, asksHowMany, asksWhatCounts, asksWhatItMeans, isJudged, saidWords, saysOffTarget } from './answer-words';

/** "If a list runs over does that count". */
const IF_IT_COUNTS = /^(?:and |so |but )?if .{3,100}?,? (?:does|do|would|will) (?:that|it|they|those) (?:still |also )?counts?(?: as well| too)?[\s?.!]*$/i;

/**
 * The whole questions that words about the answer before may stand for, in which nothing of it is named again: what it
 * counts, whether it is good, what it is here, how many it is of, what of it is off target. None, where they are no such words.
 * @param words a query in words that read to it again
 * @param open opens a text into what its words mean
 */
export function aboutTheAnswer(text: string, before: Query, words: (query: Query) => string, open: (text: string) => Case): readonly string[] {
  const said = saidWords(text);
  const figure: Query = { ...before, intent: 'value', by: null, having: null, order: null, limit: null, versus: null };
  if (before.scorecard !== null) {
    return isJudged(said) || saysOffTarget(open(text)) ? [words({ ...before, intent: 'exceptions', order: null })] : [];
  }
  const [metric, second] = before.metrics;
  if (metric === undefined) {
    return [];
  }
  if (asksWhatCounts(said) || asksWhatItMeans(said) || IF_IT_COUNTS.test(text) || asksWhichWay(text) || asksItsBasis(text)) {
    return second === undefined ? [words({ ...figure, intent: 'definition', filters: {}, excluding: {}, period: null })] : [];
  }
  if (['definition', 'freshness', 'peers'].includes(before.intent) && asksForOurs(said)) {
    return [words(figure)];
  }
  if (asksHowMany(said)) {
    return [`number of ${words(figure)}`];
  }
  if (asksForEverybody(said)) {
    const whole = { ...figure, filters: {} };
    return Object.keys(before.excluding).length === 0 ? [words(whole)] : [words(whole), words({ ...whole, excluding: {} })];
  }
  const [narrowed, another] = Object.keys(before.filters);
  if (narrowed !== undefined && another === undefined && before.by === null && asksForOthers(said)) {
    return [words({ ...figure, filters: {}, intent: 'breakdown', by: narrowed }), words({ ...figure, filters: {}, excluding: before.filters })];
  }
  // Of two sides it is not told which is meant.
  const sides = before.versus !== null && typeof before.versus === 'object' && 'filters' in before.versus;
  return isJudged(said) && !sides ? [words({ ...figure, intent: 'comparison', versus: 'target' })] : [];
}
