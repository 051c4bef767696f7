import type { Reading } from '../../src/language/reading';
import { CATALOGUE, HELD, read } from './trust-language';

const queryOf = (text: string, held = HELD): unknown => {
  const reading = read(text, held);
  return reading.kind === 'query' ? reading.query : reading;
};
const optionsOf = (reading: Reading): readonly string[] => (reading.kind === 'clarify' || reading.kind === 'unknown' ? reading.options : []);

describe('a scorecard by any of its names', () => {
  test.each([...CATALOGUE.scorecards.values()].flatMap(({ id, name, synonyms }) => [name, ...synonyms].filter((words) => / /.test(words)).map((words) => [words, id] as const)))('%s: %s', (words, id) => {
    expect(queryOf(words)).toMatchObject({ intent: 'scorecard', scorecard: id, metrics: [] });
    expect(queryOf(`show me the ${words} for May 2024`)).toMatchObject({ intent: 'scorecard', scorecard: id, period: { from: '2024-05-01', to: '2024-05-31' } });
  });
});

describe('words that are a scorecard and a split of a measure', () => {
  test.each([
    ['CpWAU by CMG', { intent: 'scorecard', scorecard: 'cpwau-by-cmg' }],
    ['CpWAU by CMG and specialty', { intent: 'breakdown', metrics: ['cpwau'], by: ['cmg', 'specialty'] }],
    ['CpWAU for MSS by specialty', { intent: 'breakdown', metrics: ['cpwau'], by: 'specialty', filters: { cmg: ['mss'] } }],
    ['variable activity', { intent: 'scorecard', scorecard: 'variable-activity' }],
    ['income for variable activity', { intent: 'value', metrics: ['income'], filters: { 'plan-basis': ['variable-only'] } }],
    ['late starts by theatre', { intent: 'breakdown', metrics: ['late-starts'], by: 'theatre' }],
    ['late starts in theatres', { intent: 'value', metrics: ['late-starts'] }],
  ])('%s', (text, expected) => {
    expect(queryOf(text)).toMatchObject(expected);
  });
});

describe('what no scorecard can show', () => {
  test.each(['compare lead measures with last year', 'lead measures and ACPL', 'theatre performance trend'])('%s: the scorecard is offered whole', (text) => {
    const reading = read(text);
    expect(reading).toMatchObject({ kind: 'unknown', reason: 'not-supported' });
    expect(optionsOf(reading).map((option) => read(option))).toEqual([expect.objectContaining({ kind: 'query' })]);
  });

  test('lead measures by specialty: the measures of it that can be split so are offered, and the scorecard whole', () => {
    const reading = read('lead measures by specialty');
    expect(reading).toMatchObject({ kind: 'unknown', reason: 'not-supported' });
    const offered = optionsOf(reading).map((option) => read(option));
    expect(offered.at(-1)).toMatchObject({ query: { intent: 'scorecard', scorecard: 'lead-measures', by: null } });
    expect(offered.slice(0, -1).map((one) => (one.kind === 'query' ? [one.query.intent, one.query.by] : one))).toEqual([['breakdown', 'specialty'], ['breakdown', 'specialty'], ['breakdown', 'specialty']]);
  });

  test('a strange word beside it is named back', () => {
    expect(read('lead measures for frobnicate')).toMatchObject({ kind: 'unknown', reason: 'unknown-word', words: ['frobnicate'] });
  });

  test('a part that none of its measures can be told by', () => {
    expect(read('CpWAU by CMG for under 18s')).toMatchObject({ kind: 'unknown', reason: 'cannot-split' });
  });
});

describe('a scorecard, or what is off target, of nothing named', () => {
  test.each(['scorecard', 'scorecard for ENT', "what's off target", "what's off target for ENT ytd", 'anything red', 'theatres', 'outpatients', 'how do we compare with peers', 'plan'])('%s is asked back with whole questions', (text) => {
    const reading = read(text);
    expect(reading.kind).toBe('clarify');
    expect(optionsOf(reading).map((option) => [option, read(option).kind])).toEqual(optionsOf(reading).map((option) => [option, 'query']));
    expect(optionsOf(reading).length).toBeGreaterThan(1);
  });

  test('the scorecard leads where its area was named', () => {
    expect(optionsOf(read('theatres'))[0]).toBe('Theatres scorecard');
    expect(optionsOf(read("what's off target"))).toEqual([
      'what is off target in lead measures', 'what is off target in lag measures', 'what is off target in theatres', 'what is off target in outpatients', 'what is off target in diagnostics',
    ]);
  });
});

describe('a plan', () => {
  test.each(['ACPL against plan', 'late starts v plan', 'DNA rate versus the plan'])('%s: only activity and income have one', (text) => {
    const reading = read(text);
    expect(reading).toMatchObject({ kind: 'unknown', reason: 'not-supported' });
    expect(reading.kind === 'unknown' ? reading.sentence : '').toContain('has no plan, but a target');
  });

  test('a measure with a plan is of the latest complete month, as any other', () => {
    expect(read('income against plan')).toMatchObject({ kind: 'query', query: { period: { grain: 'month', asked: null } } });
  });
});

describe('peers', () => {
  test('trusts of a region are the peer group held, and that is told', () => {
    const own = CATALOGUE.organisation.peerGroup;
    const reading = read('length of stay against East of England trusts');
    expect(reading).toMatchObject({ kind: 'query', query: { intent: 'peers', filters: {} } });
    expect(reading.kind === 'query' && own !== null ? reading.notes.join(' ') : 'East of England').toContain('East of England');
  });

  test('one figure at a time stands beside other trusts', () => {
    expect(read('LOS by specialty against peers')).toMatchObject({ kind: 'clarify', options: ['Elective LOS against peers'] });
  });

  test('what cannot be told that way is not compared that way', () => {
    expect(read('readmissions by clinic against peers').kind).not.toBe('query');
    expect(read('readmissions for virtual appointments against peers')).toMatchObject({ kind: 'unknown', reason: 'cannot-split' });
  });
});
