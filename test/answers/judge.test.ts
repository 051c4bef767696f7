import { judge, meets, rivalWords, statusOf, targetWords } from '../../src/answers/judge';
import { targetAndPath } from '../../src/answers/target-and-path';
import { targetSchema } from '../../src/catalogue/target';
import type { TargetHeld } from '../../src/catalogue/targets';
import { SMALL_CATALOGUE } from '../engine/small-catalogue';

const metricOf = (id: string) => {
  const metric = SMALL_CATALOGUE.metrics.get(id);
  if (metric === undefined) {
    throw new Error(id);
  }
  return metric;
};
const dna = metricOf('dna-rate');
const acpl = metricOf('acpl');
const target = (given: object): TargetHeld => {
  const stated = targetSchema.parse({ metric: 'x', comparator: 'below', source: 'Paper', from: '2024-04-01', value: 0.05, ...given });
  return { ...stated, value: stated.value ?? 0 };
};

test.each([
  ['below', 0.05, false], ['below', 0.0499, true],
  ['at-most', 0.05, true], ['at-most', 0.0501, false],
  ['at-least', 0.05, true], ['at-least', 0.0499, false],
  ['above', 0.05, false], ['above', 0.0501, true],
] as const)('a target of %s 5%% against %d: met is %s', (comparator, value, met) => {
  expect(meets(value, { comparator, value: 0.05 })).toBe(met);
});

test('a value that prints like its target but misses it is not called met', () => {
  expect(judge(0.05004, dna, [target({ comparator: 'at-most' })])?.met).toBe(false);
});

test('the gap of the paper: ACPL 1.57 against 1.89 is 0.32 under', () => {
  const verdict = judge(1.57, acpl, [target({ comparator: 'at-least', value: 1.89 })]);
  expect(verdict).toMatchObject({ met: false, gapWords: '0.32 under', display: '1.89' });
  expect(verdict?.gap).toBeCloseTo(-0.32, 10);
});

test('two targets that disagree are both kept, each with its source and its own verdict', () => {
  const verdict = judge(0.03, dna, [target({ comparator: 'at-most', value: 0, source: 'Table 2' }), target({ comparator: 'at-most', value: 0.049, source: 'Text' })]);
  expect(verdict).toMatchObject({ met: false, words: '0%', source: 'Table 2', others: [{ words: 'at most 4.9%', source: 'Text', met: true }] });
});

test('a place on a course says whether it is on course and what the month had to be, and its source only where the sum is shown', () => {
  const course = target({ comparator: 'at-most', value: 0.05, source: 'Appendix 3', trajectory: { from: 0.08, by: '2025-03-31' } });
  const asOf = { catalogue: { targets: [course] }, day: '2024-06-30' };
  const path = (value: number) => {
    const [rival] = judge(value, dna, [target({}), { ...course, value: 0.07259 }], asOf)?.others ?? [];
    return rival === undefined ? [] : [rivalWords(rival), rivalWords(rival, true)];
  };
  expect(path(0.08)[0]).toBe('Behind the planned path to 5% by March 2025: June had to be 7.3% or less');
  expect(path(0.07)[0]).toBe('On the planned path to 5% by March 2025: June had to be 7.3% or less');
  expect(path(0.07259)[0]).toBe('On the planned path to 5% by March 2025: June had to be 7.3% or less');
  expect(path(0.08)[1]).toBe('Behind the planned path to 5% by March 2025: June had to be 7.3% or less, on a straight line from 8% to 5% by 31 March 2025 (Appendix 3)');
});

test('off target and on the planned path are one sentence, which neither half of gainsays the other', () => {
  const course = target({ comparator: 'at-most', value: 0.05, source: 'Appendix 3', trajectory: { from: 0.08, by: '2025-03-31' } });
  const of = (value: number, leading: number) => {
    const verdict = judge(value, dna, [target({ value: leading }), { ...course, value: 0.07259 }], { catalogue: { targets: [course] }, day: '2024-06-30' });
    return verdict === null ? [] : targetAndPath(verdict);
  };
  expect(of(0.07, 0.05)).toEqual(['Off the 5% target, but on the planned path to it by March 2025 (June: 7.3% or less)']);
  expect(of(0.08, 0.05)).toEqual(['Off the 5% target, and behind the planned path to it by March 2025 (June: 7.3% or less)']);
  expect(of(0.04, 0.05)).toEqual(['On the 5% target, and on the planned path to it by March 2025 (June: 7.3% or less)']);
  // A path to another value is no path to this target.
  expect(of(0.07, 0.04)).toEqual(['On the planned path to 5% by March 2025: June had to be 7.3% or less']);
});

test('a named target says its name', () => {
  expect(targetWords(target({ name: 'local stretch', comparator: 'at-least', value: 0.065 }), dna)).toBe('at least 6.5%, local stretch');
});

test('a gap that rounds to nought is shown finer, and never as none', () => {
  expect(judge(0.0498, dna, [target({ comparator: 'at-least' })])).toMatchObject({ met: false, gapWords: '0.02 percentage points under' });
});

test('no target gives no verdict', () => {
  expect(judge(0.345, dna, [])).toBeNull();
  expect(statusOf(null, dna)).toEqual({ status: 'none', words: 'No target set' });
});

test('a metric with no good direction is not judged', () => {
  expect(statusOf({ met: false }, { ...dna, better: 'neutral' })).toEqual({ status: 'none', words: 'Not judged' });
});
