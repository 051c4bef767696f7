import type { Meant } from './catalogue-questions';
import { BOARDROOM } from './boardroom-questions';
import { askedIn2024 } from './july-2024';
import { HELD, read } from './trust-language';

const ask = askedIn2024;

function wanted({ days, ...meant }: Meant): object {
  return {
    intent: 'value', metrics: [], scorecard: null, filters: {}, excluding: {}, having: null, by: null, versus: null, order: null, limit: null, ...meant,
    ...(days === undefined ? {} : { period: { from: days[0], to: days[1] } }),
  };
}

describe('questions as the people of a trust type them', () => {
  test.each(BOARDROOM.map(([words, meant]) => ({ words, meant })))('$words', ({ words, meant }) => {
    const reading = ask(words);
    expect(reading.kind === 'query' ? reading.query : reading).toMatchObject(wanted(meant));
  });
});

describe('asked back, with what was meant among the first three', () => {
  test.each([
    ['whats off target', 'what is off target in lead measures'],
    ['long waiters', '52-week waits'],
    ['variance ytd', 'Income against plan ytd'],
    ['day case plan vs actual ytd', 'day case Activity against plan ytd'],
    ['52+ by cmg trend', '52-week waits by cmg'],
    ['IP total variance', 'IP total Income against plan'],
  ])('%s', (text, meant) => {
    const reading = ask(text);
    expect(reading.kind === 'clarify' ? reading.options.slice(0, 3) : reading).toContain(meant);
  });
});

describe('named back, and never dropped', () => {
  test.each([
    ['dna rate for martians', '“martians”'],
    ['dna rate for left handed patients', 'left handed'],
    ['acpl for robots', '“robots”'],
    ['cataract lists cases per list', '“cataract”'],
    ['theatre 5 late starts', '“5”'],
    ['contribution from over-performance at 20% ytd', '“20%”'],
    ['rtt % by deprivation', 'It can be split by specialty, CMG, site and commissioner.'],
    ['activity by commissioner 23/24', 'Activity cannot be split by commissioner.'],
    ['endoscopy points per list by deprivation', 'cannot be split by deprivation'],
  ])('%s', (text, named) => {
    const reading = ask(text);
    expect(reading.kind === 'unknown' ? reading.sentence : reading.kind === 'clarify' && reading.words !== undefined ? reading.ask : reading).toContain(named);
  });
});

describe('every option of a question back reads without another', () => {
  test.each(['whats off target', 'so far', 'variance ytd', 'long waiters', 'utilisation', 'cancellations', 'productivity', 'A&E attendances by month since april', 'which theatres start latest', 'DI total'])('%s', (text) => {
    const reading = ask(text);
    const options = 'options' in reading ? reading.options : [];
    expect(options.map((option) => ask(option).kind)).toEqual(options.map(() => 'query'));
  });
});

describe('what a word is read as is said', () => {
  test.each([
    ['day case rate', 'day-case-rate', '“day case rate” is read as elective day case rate; it can also mean BADS day-case rate.'],
    ['waits over 18 weeks', 'rtt-eighteen-week-rate', '“waits over 18 weeks” is read as RTT within 18 weeks; it can also mean 52-week waits.'],
    ['productivity CIP so far', 'productivity-cip', '“So far” is read as the year to date.'],
  ])('%s', (text, metric, note) => {
    const reading = ask(text);
    expect(reading).toMatchObject({ kind: 'query', query: { metrics: [metric] } });
    expect(reading.kind === 'query' ? reading.notes : []).toContain(note);
  });
});

test.each([
  ['acpl last 18 weeks', ['acpl'], '2024-03-04'],
  ['dna rate for the last six weeks', ['dna-rate'], '2024-05-27'],
])('%s: weeks after "last" are a time, and no standard', (text, metrics, from) => {
  expect(ask(text)).toMatchObject({ kind: 'query', query: { metrics, period: { from, to: '2024-07-07' } } });
});

test('where the usual reading is not held, the first sentence says which one is given instead', () => {
  const printed = { from: '2024-04-01', to: '2024-05-31' };
  const published = HELD.coverage['published_values'];
  const coverage = published === undefined ? {} : { published_values: { ...published, byMetric: { 'bads-day-case-rate': printed } } };
  expect(read('day case rate', { today: '2024-07-11', coverage })).toMatchObject({
    kind: 'query', query: { metrics: ['bads-day-case-rate'] }, said: ['“day case rate” is read as BADS day-case rate, for no elective day case rate is held.'],
  });
});
