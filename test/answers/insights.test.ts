import type { ScorecardAnswerLine } from '../../src/answers/answer';
import { insightsOf, standingOutWords } from '../../src/answers/insights';
import type { ProcessAnswer } from '../../src/answers/process-answer';
import type { Variation } from '../../src/statistics/spc';

const FRESH = { stale: false, through: '2024-05-31' } as const;

/** A line whose process says this of its last month, and of the month before. */
function line(label: string, variation: Variation, more: { readonly before?: Variation; readonly isAsked?: boolean; readonly isNewlyOutOfReach?: boolean } = {}): ScorecardAnswerLine {
  const { before = variation, isAsked = true, isNewlyOutOfReach = false } = more;
  const process = { variation, variationWords: 'Improving (special cause)', changeWords: `Said of ${label}`, month: 'May 2024', isAsked, isNewlyOutOfReach, series: [{ variation: before }, { variation }] };
  return { label, process: process as unknown as ProcessAnswer, concentration: null } as ScorecardAnswerLine;
}

test('what varies by chance alone does not stand out', () => {
  expect(insightsOf([line('DNA rate', 'common-cause')], FRESH)).toEqual([]);
  expect(standingOutWords([])).toBe('');
});

test('the new comes before what goes on, and worse before better', () => {
  expect(insightsOf([
    line('A', 'improvement'), line('B', 'concern', { before: 'concern' }), line('C', 'improvement', { before: 'common-cause' }), line('D', 'concern', { before: 'common-cause' }),
  ], FRESH)).toEqual(['D said of D (new in May 2024)', 'C said of C (new in May 2024)', 'B said of B']);
});

test('a target newly out of reach comes after a new special cause and before one that goes on', () => {
  expect(insightsOf([
    line('A', 'concern'), line('B', 'common-cause', { isNewlyOutOfReach: true }), line('C', 'improvement', { before: 'common-cause' }),
  ], FRESH)).toEqual(['C said of C (new in May 2024)', 'B: now consistently failing the target', 'A said of A']);
});

test('where one specialty makes up most of a missed target is said after what goes on getting worse, and before what goes on otherwise', () => {
  const concentrated = { ...line('B', 'common-cause'), concentration: { key: '120', share: 0.624, words: 'ENT alone has 33 of the 53 missed appointments over target' } };
  expect(insightsOf([line('D', 'improvement'), line('A', 'concern'), concentrated], FRESH))
    .toEqual(['A said of A', 'B: ENT alone has 33 of the 53 missed appointments over target', 'D said of D']);
});

test('late data is said first, since the rest can only be as new as it is', () => {
  const told = insightsOf([line('A', 'concern', { isAsked: false })], { ...FRESH, stale: true });
  expect(standingOutWords(told)).toBe('Standing out: data late, with none since 31 May 2024; A said of A (to May 2024).');
});

test('what goes on being better is told as one, by name, so that none of it is left out', () => {
  expect(insightsOf([line('A', 'improvement'), line('B', 'improvement', { isAsked: false }), line('C', 'improvement'), line('D', 'improvement'), line('E', 'concern')], FRESH))
    .toEqual(['E said of E', 'A, B (to May 2024), C and D are improving (special cause)']);
});
