import { HELD, read } from './trust-language';

const JULY = { from: '2024-05-01', to: '2024-05-31', grain: 'month' as const, label: 'May 2024', asked: null };
const WITH_ONE = { ...HELD, frozen: [{ name: 'Board pack July', scorecard: 'lead-measures', period: JULY }] };

describe('a scorecard kept under a name', () => {
  test.each([
    ['freeze lead measures as board pack July', 'lead-measures', 'board pack July'],
    ['please freeze the lag measures as "Quarter end"', 'lag-measures', 'Quarter end'],
    ['save theatres scorecard as ENT worst 5', 'theatres', 'ENT worst 5'],
    ['freeze CpWAU by CMG under the name costs 24/25', 'cpwau-by-cmg', 'costs 24/25'],
  ])('%s', (text, scorecard, name) => {
    expect(read(text)).toMatchObject({ kind: 'query', query: { intent: 'scorecard', scorecard, period: { label: 'October 2026' }, frozen: { name, what: 'freeze' } } });
  });

  test('the period and the filters asked for are those that are frozen', () => {
    expect(read('freeze outpatients scorecard for ENT May 24 as ENT pack')).toMatchObject({
      kind: 'query', query: { scorecard: 'outpatients', filters: { specialty: ['120'] }, period: { from: '2024-05-01' }, frozen: { name: 'ENT pack', what: 'freeze' } },
    });
  });

  test('without a name it is asked for one', () => {
    const reading = read('freeze lead measures');
    expect(reading).toMatchObject({ kind: 'clarify', options: ['freeze lead measures as board pack October 2026'] });
    expect(read('freeze lead measures as board pack October 2026')).toMatchObject({ kind: 'query', query: { frozen: { what: 'freeze' } } });
  });

  test('a single measure is not frozen', () => {
    expect(read('freeze the DNA rate as my pack')).toMatchObject({ kind: 'unknown', reason: 'not-supported' });
  });

  test('a name that holds a number of a patient is refused', () => {
    expect(read('freeze lead measures as 943 476 5919')).toMatchObject({ kind: 'refused' });
  });

  test.each(['board pack July', 'show board pack july', 'show me the Board Pack July', 'open frozen board pack July', 'Board pack July again', 'show frozen board pack July.'])('%s is shown again', (text) => {
    expect(read(text, WITH_ONE)).toMatchObject({ kind: 'query', query: { intent: 'scorecard', scorecard: 'lead-measures', metrics: [], period: JULY, frozen: { name: 'Board pack July', what: 'show' } } });
  });

  test('an unknown name is said, with those there are', () => {
    expect(read('show frozen board pack June', WITH_ONE)).toMatchObject({
      kind: 'unknown', reason: 'unknown-frozen', words: ['board pack June'], options: ['show frozen Board pack July'],
    });
    expect(read('show frozen board pack June')).toMatchObject({ kind: 'unknown', reason: 'unknown-frozen', options: [] });
  });

  test('a name that means something else is shown only as frozen', () => {
    const held = { ...HELD, frozen: [{ name: 'Lag measures', scorecard: 'lag-measures', period: JULY }] };
    expect(read('lag measures', held)).toMatchObject({ kind: 'query', query: { period: { label: 'October 2026' } } });
    expect(read('show frozen lag measures', held)).toMatchObject({ kind: 'query', query: { period: JULY, frozen: { what: 'show' } } });
  });

  test('which are frozen', () => {
    expect(read('which scorecards are frozen', WITH_ONE)).toMatchObject({ kind: 'clarify', options: ['show frozen Board pack July'] });
    expect(read('what is frozen')).toMatchObject({ kind: 'unknown', reason: 'unknown-frozen' });
  });

  test('a name that nobody gave is no frozen scorecard', () => {
    expect(read('board pack July').kind).toBe('unknown');
    expect(read('lead measures', WITH_ONE)).toMatchObject({ kind: 'query', query: { period: { label: 'October 2026' } } });
  });
});
