import type { Query } from '../../src/engine/query';
import type { Reading } from '../../src/language/reading';
import { JULY_2024 } from './july-2024';
import { read } from './trust-language';

/** What the last of several questions of one person comes to, each after those before it. */
function after(...texts: readonly string[]): Reading {
  const last = texts.at(-1) ?? '';
  const context = texts.slice(0, -1).reduce<Query | null>((before, text) => {
    const reading = read(text, JULY_2024, before);
    return reading.kind === 'query' ? reading.query : before;
  }, null);
  return read(last, JULY_2024, context);
}
const queryAfter = (...texts: readonly string[]): unknown => {
  const reading = after(...texts);
  return reading.kind === 'query' ? reading.query : reading;
};

describe('words about the answer before', () => {
  test.each<[readonly string[], object]>([
    [['DNA rate for cardiology', 'is that good'], { intent: 'comparison', versus: 'target', filters: { specialty: ['320'] } }],
    [['DNA rate for cardiology', 'is that good compared to other trusts'], { intent: 'peers', versus: 'peers', filters: { specialty: ['320'] } }],
    [['DNA rate for ENT', 'does that count cancelled ones'], { intent: 'definition', metrics: ['dna-rate'] }],
    [['what is PIFU', 'whats ours'], { intent: 'value', metrics: ['pifu-rate'] }],
    [['DNA rate for ENT', 'and overall'], { intent: 'value', metrics: ['dna-rate'], filters: {} }],
    [['theatres scorecard for May', 'anything off target?'], { intent: 'exceptions', scorecard: 'theatres', period: { from: '2024-05-01', to: '2024-05-31' } }],
    [['theatres scorecard for May', 'same for diagnostics'], { intent: 'scorecard', scorecard: 'diagnostics', period: { from: '2024-05-01', to: '2024-05-31' } }],
    [['lead measures ytd', 'and the lag ones'], { intent: 'scorecard', scorecard: 'lag-measures', period: { from: '2024-04-01', to: '2024-06-30' } }],
    [['which specialties were over 10% for DNAs in May', 'make it 8%'], { having: { op: 'above', value: 0.08 }, by: 'specialty', period: { from: '2024-05-01', to: '2024-05-31' } }],
    [['readmission rate for general surgery 23/24', 'the year before?'], { period: { from: '2022-04-01', to: '2023-03-31' } }],
    [['on the day cancellations by specialty', 'leave out the patient ones'], { excluding: { 'cancellation-reason': ['patient'] }, by: 'specialty' }],
  ])('%j', (texts, expected) => {
    expect(queryAfter(...texts)).toMatchObject(expected);
  });

  test('everybody but those asked about is asked back: beside them, or without them', () => {
    const reading = after('DNA rate for ENT', 'what about the others');
    const options = reading.kind === 'clarify' ? reading.options.map((option) => read(option, JULY_2024)) : [];
    expect(options).toMatchObject([{ query: { by: 'specialty', filters: {} } }, { query: { by: null, excluding: { specialty: ['120'] } } }]);
  });

  test.each(['is that good for a Monday', 'is that good in children'])('“%s” is no question of the target alone', (text) => {
    expect(after('ACPL', text)).not.toMatchObject({ kind: 'query', query: { versus: 'target' } });
  });

  test('of two sides it is not told which is meant', () => {
    expect(after('DNA rate ENT vs urology', 'is that good').kind).not.toBe('query');
  });
});

describe('what is taken back', () => {
  test.each<[readonly string[], readonly string[]]>([
    [['DNA rate for ENT', 'not ENT sorry, plastics'], ['160']],
    [['DNA rate for ENT', 'gynae instead of ENT'], ['502']],
    // The other one stays.
    [['DNA rate for ENT and urology', 'gynae instead of ENT'], ['101', '502']],
    [['DNA rate for ENT and urology', 'not ENT sorry, plastics'], ['101', '160']],
  ])('%j', (texts, specialty) => {
    expect(queryAfter(...texts)).toMatchObject({ metrics: ['dna-rate'], filters: { specialty } });
  });

  test('what is dropped goes: the filter itself, or one of the parts of a split', () => {
    expect(queryAfter('DNA rate for ENT', 'drop ENT')).toMatchObject({ filters: {} });
    expect(queryAfter('DNA rate by specialty', 'drop ENT')).toMatchObject({ by: 'specialty', excluding: { specialty: ['120'] } });
  });
});
