import { offered, reworded, typedWords, type Case } from '../frame/case';
import type { Leftover } from '../frame/leftover';
import { maybeSurname } from '../named-person';
import type { Reading } from '../reading';
import { correct } from '../words/correction';
import { dimensionWords, listed, metricWords, plainQuestion } from './wording';

/** "DNA by postcode": a split that is not held, with those that are. */
export function splitByUnknown(one: Case, left: readonly Leftover[]): Reading | null {
  const [run, second] = left;
  const [metric] = one.frame.metrics;
  const before = run === undefined ? undefined : one.folded[run.start];
  if (run === undefined || second !== undefined || metric === undefined || before !== 'by' || run.end !== run.start + 2 || one.spans.some(({ start }) => start === run.start + 1)
    || maybeSurname(one.words, run.start + 1, one.ground.vocabulary)) {
    return null;
  }
  const { near, sure } = correct(one.words[run.start + 1]?.text ?? '', one.ground.vocabulary);
  const asked = typedWords(one.words, { start: run.start + 1, end: run.end });
  const { catalogue } = one.ground;
  const can = (catalogue.metrics.get(metric)?.dimensions ?? []).filter((id) => catalogue.dimensions.get(id)?.restricted !== true).map((id) => dimensionWords(catalogue, id));
  const plain = plainQuestion(one, metric) ?? '';
  const close = [...sure, ...near].map((instead) => reworded(one.text, one.words, { start: run.start + 1, end: run.end }, instead));
  return {
    kind: 'unknown', reason: 'cannot-split', words: [asked],
    sentence: `${metricWords(catalogue, metric)} cannot be split by “${asked}”. It can be split by ${listed(can)}.`,
    options: offered(one, [...close, ...can.slice(0, 3).map((words) => `${plain} by ${words}`), plain]),
  };
}
