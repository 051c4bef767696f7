import type { Answer, MetricAnswer } from '../../src/answers/answer';
import type { Post } from '../../src/delivery/ledger';
import { newSince, shownBy } from '../../src/digests/what-changed';
import { DNA, trend, VALUE } from '../fixtures/cards/answers';
import { processOf } from '../fixtures/cards/process-of';

const percent = (value: number): string => `${(value * 100).toFixed(1)}%`;
/** Twelve months of 8.0% and 8.2% in turn, and the last as given. */
const runTo = (last: number): MetricAnswer => {
  const run = trend(13, (at) => (at === 12 ? last : at % 2 === 0 ? 0.08 : 0.082), percent);
  return { ...DNA, value: last, display: percent(last), trend: run, process: processOf(run, 0.05) };
};
const target = (metric: string, name: string, display: string, words: string, met: boolean): MetricAnswer => ({
  ...DNA, metric, name, display, process: null, status: met ? 'on-target' : 'off-target', target: { value: 1, display: '', words, met, gap: 0, gapWords: '', source: 'Paper', others: [] },
});
const answer = (...metrics: readonly MetricAnswer[]): Answer => ({ ...VALUE, metrics });
const post = (of: Answer | null, state: Post['state'] = 'sent', slot = '2024-07-08'): Post => ({
  topic: 'digest:one', slot, state, dueAt: 0, notBefore: 0, attempts: 1, reason: '', message: null, changedAt: 0, shown: of === null ? null : shownBy(of, null), isAsked: false, doubts: 0,
});

const CALM = runTo(0.081);
// By hand: the mean of the thirteen is (12 × 8.1 + 12.0) ÷ 13 = 8.4; the moving ranges are eleven of 0.2 and one of 3.8, 0.5 on
// average; the limits 8.4 ± 2.66 × 0.5 are 7.07 and 9.73. So 12.0 is a special cause, and 8.1 before it is none.
const WORSE = runTo(0.12);
const BEFORE = answer(CALM, target('acpl', 'ACPL', '1.90', 'at least 1.89', true), target('late-starts', 'Late starts', '5.2%', 'below 4.9%', false));

test('what is new comes worst first: the special cause, the target newly missed, the one newly met', () => {
  const now = answer(target('late-starts', 'Late starts', '4.1%', 'below 4.9%', true), target('acpl', 'ACPL', '1.57', 'at least 1.89', false), WORSE);
  const [said = ''] = newSince(now, [post(BEFORE)]);
  expect(said).toMatch(/^New since the digest of 8 July 2024: DNA rate concerning \(special cause\).*; ACPL now off target \(1\.57, target at least 1\.89\); Late starts now on target \(4\.1%, target below 4\.9%\)\.$/);
});

test('a special cause that was one in the last digest is not new, and neither is a target missed then', () => {
  expect(newSince(answer(WORSE), [post(answer(WORSE))])).toEqual(['Nothing new since the digest of 8 July 2024.']);
});

test('it is held against the last that arrived, and not against one that did not or is in doubt', () => {
  const now = answer(WORSE);
  const said = newSince(now, [post(now, 'failed', '2024-07-22'), post(now, 'ambiguous', '2024-07-15'), post(answer(CALM))]);
  expect(said[0]).toContain('since the digest of 8 July 2024: DNA rate concerning (special cause)');
});

test('the first digest, and the first of other content, say nothing of what is new', () => {
  expect(newSince(answer(WORSE), [])).toEqual([]);
  expect(newSince(answer(WORSE), [post(null)])).toEqual([]);
  expect(newSince(answer(WORSE), [post(answer(target('acpl', 'ACPL', '1.90', 'at least 1.89', true)))])).toEqual([]);
});

test('of what cannot be judged on both days nothing is said, and not that nothing is new', () => {
  const unjudged: MetricAnswer = { ...DNA, process: null, status: 'none', target: null };
  expect(newSince(answer({ ...unjudged, value: 0.24 }), [post(answer(unjudged))])).toEqual([]);
  expect(newSince(answer(target('acpl', 'ACPL', '1.57', 'at least 1.89', false)), [post(answer({ ...unjudged, metric: 'acpl', name: 'ACPL' }))])).toEqual([]);
});

test('what somebody follows is the same measure when its month is another', () => {
  const followed = (month: string, met: boolean): Answer => answer(target('dna-rate', `DNA rate, ENT · ${month}`, '4.8%', 'below 5%', met));
  expect(newSince(followed('June 2024', true), [post(followed('May 2024', false))])).toEqual(['New since the digest of 8 July 2024: DNA rate, ENT · June 2024 now on target (4.8%, target below 5%).']);
});

test('of more than three the rest is counted', () => {
  const five = ['a', 'b', 'c', 'd', 'e'];
  const all = (met: boolean): Answer => answer(...five.map((id) => target(id, id.toUpperCase(), '1', 'at least 1', met)));
  expect(newSince(all(false), [post(all(true))])[0]).toMatch(/^New since the digest of 8 July 2024: A now off target .*; B .*; C .*; 2 more below\.$/);
});
