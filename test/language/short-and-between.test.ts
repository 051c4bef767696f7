import { askedIn2024 } from './july-2024';

const asked = (text: string): unknown => {
  const reading = askedIn2024(text);
  return reading.kind === 'query' ? reading.query : reading;
};
const FIRST_QUARTER = { from: '2024-04-01', to: '2024-06-30' };

describe('several months, quarters or halves of one year', () => {
  test.each([
    ['income M1-3', FIRST_QUARTER], ['income m1-m3', FIRST_QUARTER], ['months 1-3 income', FIRST_QUARTER], ['income month 1 to 3', FIRST_QUARTER], ['income M1 to 3', FIRST_QUARTER], ['income M1-3 23/24', { from: '2023-04-01', to: '2023-06-30' }],
    ['income q1-2 last year', { from: '2023-04-01', to: '2023-09-30' }],
  ])('%s', (text, period) => {
    expect(asked(text)).toMatchObject({ metrics: ['income'], period });
  });

  test.each(['income Q1-24', 'income M1-13', 'income M3-1'])('%s: a second number that is none of them is not taken for one', (text) => {
    expect(askedIn2024(text).kind).not.toBe('query');
  });

  test('more quarters than a year has are shown one after the other; a year of them is one figure', () => {
    expect(asked('rrcv cpwau, last 8 quarters')).toMatchObject({ intent: 'trend', period: { from: '2022-07-01', to: '2024-06-30' } });
    expect(asked('income last 4 quarters')).toMatchObject({ intent: 'value' });
    expect(asked('income last 8 quarters by cmg')).toMatchObject({ intent: 'breakdown', by: 'cmg' });
    expect(asked('total income last 8 quarters')).toMatchObject({ intent: 'value' });
  });
});

test('a month or quarter so far is the one that runs, also of what is not held of it yet', () => {
  expect(asked('total income in July so far')).toMatchObject({ metrics: ['income'], period: { from: '2024-07-01', to: '2024-07-31' } });
  expect(asked('income Q2 so far')).toMatchObject({ period: { from: '2024-07-01', to: '2024-09-30' } });
  expect(asked('complaints in August so far')).toMatchObject({ period: { from: '2023-08-01', to: '2023-08-31' } });
});

describe('what is written short', () => {
  test.each([
    ['worst 3 tests 6wk dx', { intent: 'ranking', metrics: ['diagnostic-six-week-rate'], by: 'test', order: 'worst', limit: 3 }],
    ['chuggs inc v plan m3', { metrics: ['income-against-plan'], filters: { cmg: ['chuggs'] } }],
    ['T&O new:FU by consultant Q1', { metrics: ['new-to-follow-up-ratio'], by: 'consultant', filters: { specialty: ['110'] } }],
    ['DNA by new:FU', { metrics: ['dna-rate'], by: 'appointment-type' }],
    ['theatres scorecard for MSS pls in a mtg in 5', { scorecard: 'theatres', filters: { cmg: ['mss'] } }],
  ])('%s', (text, expected) => {
    expect(asked(text)).toMatchObject(expected);
  });

  test.each(['28 day dx', 'time to dx', 'cancer dx waits', 'DNA inc telephone', 'DNA rate in 5'])('%s: may be something else, and is not answered', (text) => {
    expect(askedIn2024(text).kind).not.toBe('query');
  });
});

describe('a part named between "by" and what is split by', () => {
  test.each([
    ['late starts for each LRI theatre', { intent: 'breakdown', by: 'theatre', filters: { site: ['lri'] } }],
    ['late starts by LRI theatre', { intent: 'breakdown', by: 'theatre', filters: { site: ['lri'] } }],
    ['DNA rate for each T&O consultant', { intent: 'breakdown', by: 'consultant', filters: { specialty: ['110'] } }],
    ['DNA rate by ENT specialty', { intent: 'value', by: null, filters: { specialty: ['120'] } }],
  ])('%s', (text, expected) => {
    expect(asked(text)).toMatchObject(expected);
  });

  test('what cannot be split so is said to be, and by what it can', () => {
    expect(askedIn2024('cases per list for each T&O surgeon')).toMatchObject({ kind: 'unknown', reason: 'cannot-split', sentence: expect.stringContaining('cannot be split by consultant') as string });
  });
});

describe('two things that are set beside one another', () => {
  test.each([
    ['Is there a link between DNAs and deprivation? Last year\'s figures', { by: 'deprivation', period: { from: '2023-04-01', to: '2024-03-31' } }],
    ['any link between age and DNA rate', { metrics: ['dna-rate'], by: 'age-band' }],
  ])('%s: is seen in its parts', (text, expected) => {
    expect(asked(text)).toMatchObject({ intent: 'breakdown', ...expected });
  });

  test.each(['is there a link between DNA rate and late starts', 'is there a link between the weather and DNA rate', 'is there a link between DNA rate and ENT'])('%s: is not split by what it cannot be', (text) => {
    expect(askedIn2024(text).kind).not.toBe('query');
  });

  test('an event between two times that are named says why they are set against each other', () => {
    expect(asked('day case rate before and after covid hit, 19/20 vs 20/21')).toMatchObject({ intent: 'comparison', metrics: ['day-case-rate'], period: { from: '2019-04-01' }, versus: { period: { from: '2020-04-01', to: '2021-03-31' } } });
    const reading = askedIn2024('DNA rate before and after the new system, May v June');
    expect(reading.kind === 'query' && reading.notes.join(' ')).toContain('“before and after the new system”');
  });

  test.each(['DNA rate before and after covid', 'DNA rate before and after covid 19/20', 'DNA rate before and after 9am, 19/20 vs 20/21', 'late starts before and after lunch, May v June'])('%s: an event alone, or an hour, is not passed over', (text) => {
    expect(askedIn2024(text).kind).not.toBe('query');
  });

  test('what is left out in two splits of one column is told by the one that tells both', () => {
    expect(asked('activity variance to plan YTD excl NEL and A&E')).toMatchObject({ excluding: { 'pod-group': ['non-elective', 'accident-and-emergency'] } });
  });
});

describe('so many days at one end of a month', () => {
  test.each([
    ['DNA rate last 2 weeks of June', { from: '2024-06-17', to: '2024-06-30' }], ['DNA rate first ten days of May', { from: '2024-05-01', to: '2024-05-10' }], ['DNA rate in the last 10 days of May last year', { from: '2023-05-22', to: '2023-05-31' }],
  ])('%s', (text, period) => {
    expect(asked(text)).toMatchObject({ period });
  });

  test.each(['DNA rate last 5 weeks of June', 'DNA rate last 40 days of May'])('%s: more than it has is not answered', (text) => {
    expect(askedIn2024(text).kind).not.toBe('query');
  });
});

describe('a bar chart', () => {
  test.each([
    ['DNA rate by site as a bar chart', { intent: 'breakdown', by: 'site' }], ['bar chart of DNA rate by specialty in May', { intent: 'breakdown', by: 'specialty' }], ['bar chart of DNA rate for ENT', { intent: 'trend', filters: { specialty: ['120'] } }],
    ['DNA rate bar ENT', { excluding: { specialty: ['120'] } }],
  ])('%s', (text, expected) => {
    expect(asked(text)).toMatchObject(expected);
  });
});
