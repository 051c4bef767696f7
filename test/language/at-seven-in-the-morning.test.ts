import type { Query } from '../../src/engine/query';
import type { Reading } from '../../src/language/reading';
import { JULY_2024 } from './july-2024';
import { read } from './trust-language';

/** What the last of several turns comes to, each read after the answer before it and what was offered since. */
function lastOf(...turns: readonly string[]): Reading {
  let context: Query | null = null;
  let offered: readonly string[] = [];
  let last: Reading | null = null;
  for (const text of turns) {
    last = read(text, JULY_2024, context, offered);
    context = last.kind === 'query' ? last.query : context;
    offered = last.kind === 'clarify' ? last.options : last.kind === 'query' ? [] : offered;
  }
  if (last === null) {
    throw new Error('no turns');
  }
  return last;
}
const queryOf = (...turns: readonly string[]): unknown => {
  const last = lastOf(...turns);
  return last.kind === 'query' ? last.query : last;
};
const ENT = { specialty: ['120'] };
const JUNE = { from: '2024-06-01', to: '2024-06-30' };

describe('what leans on the answer before', () => {
  test.each<[readonly string[], object]>([
    [['ent dna', 'hvlc cases per list only'], { metrics: ['hvlc-cases-per-list'], filters: ENT }],
    [['ent dna in May', 'just pifu'], { metrics: ['pifu-rate'], filters: ENT, period: { from: '2024-05-01' } }],
    [['ent dna', 'last 2 weeks of June'], { metrics: ['dna-rate'], filters: ENT, period: { from: '2024-06-17', to: '2024-06-30' } }],
    [['DNA rate for ENT and urology', 'compare the two'], { intent: 'comparison', filters: ENT, versus: { filters: { specialty: ['101'] } } }],
    [['outpatients scorecard', 'which ones are off'], { intent: 'exceptions', scorecard: 'outpatients' }],
    [['DNA rate by specialty', 'which are off'], { by: 'specialty', having: { op: 'above', value: 0.05 } }],
    [['DNA rate by specialty', 'biggest gap'], { intent: 'ranking', by: 'specialty', order: 'worst' }],
    [['late starts last week', 'and the month?'], { metrics: ['late-starts'], period: { from: '2024-07-01', to: '2024-07-31' } }],
    [['late starts 3 to 9 June', 'for the month'], { period: JUNE }],
    [['income v plan ytd', 'why is itaps behind'], { intent: 'explanation', metrics: ['income-against-plan'], filters: { cmg: ['itaps'] } }],
    [['income v plan ytd for itaps', 'why behind'], { intent: 'explanation', metrics: ['income-against-plan'], filters: { cmg: ['itaps'] } }],
    [['late starts at lgh in May', 'drop the site'], { intent: 'value', filters: {}, period: { from: '2024-05-01' } }],
    [['DNA rate for ENT by site', 'drop the site'], { intent: 'value', by: null, filters: ENT }],
    [['DNA rate for ENT by site', 'drop the specialty'], { intent: 'breakdown', by: 'site', filters: {} }],
    [['DNA rate for ENT by site and clinic', 'lose the split'], { intent: 'value', by: null, filters: ENT }],
    // Best of all of them, and not of the one that was asked about.
    [['DNA rate for ENT', 'which specialty is best'], { intent: 'ranking', by: 'specialty', order: 'best', filters: {} }],
    [['DNA rate for ENT at LRI', "who's worst"], { intent: 'ranking', by: 'specialty', order: 'worst', filters: { site: ['lri'] } }],
    [['DNA rate for ENT', 'whos best at it'], { intent: 'ranking', by: 'specialty', order: 'best', filters: {} }],
    [['DNA rate for ENT', 'by site worst first'], { by: 'site', filters: ENT }],
    [['52 week waits by specialty', 'only the ones over 50', 'take the 50 off again'], { by: 'specialty', having: null }],
    [['65 week waits by specialty in CHUGGS', 'take the 20 off again'], { metrics: ['rtt-65-week-waits'], by: 'specialty', having: null }],
    // Of a scorecard that was narrowed, a line of it is narrowed too.
    [['outpatients scorecard for ENT in May', 'chart the dna rate'], { intent: 'trend', metrics: ['dna-rate'], filters: ENT, period: { from: '2024-05-01' } }],
    [['outpatients scorecard for ENT', 'just the dna rate'], { intent: 'value', metrics: ['dna-rate'], filters: ENT }],
    [['outpatients scorecard for ENT', "what's off target", 'and pifu'], { intent: 'value', metrics: ['pifu-rate'], filters: ENT }],
    [['outpatients scorecard for ENT', 'the dna rate for urology'], { filters: { specialty: ['101'] } }],
    [['outpatients scorecard for ENT', 'what is the dna rate for the whole trust'], { metrics: ['dna-rate'], filters: {} }],
    [['outpatients scorecard for ENT', 'the readmission rate'], { metrics: ['readmission-rate'], filters: {} }],
    [['cpwau for itaps', 'is that in real terms'], { intent: 'definition', metrics: ['cpwau'] }],
    [['cpwau for itaps', 'what prices is it in'], { intent: 'definition', metrics: ['cpwau'] }],
  ])('%j', (turns, expected) => {
    expect(queryOf(...turns)).toMatchObject(expected);
  });

  test('two times that were asked one after the other are not known: compared with what is asked', () => {
    expect(lastOf('ent dna last week', 'and the week before', 'compare the two')).toMatchObject({ kind: 'clarify', ask: 'Compared with what?' });
  });

  test.each<[readonly string[]]>([[['52 week waits by specialty', 'biggest gap']], [['DNA rate for ENT', 'biggest gap']], [['late starts', 'drop the clinic']], [['late starts in May', 'and the month?']], [['DNA rate 12 months to June 2024', 'and the month']]])('%j: is not guessed', (turns) => {
    expect(lastOf(...turns).kind).not.toBe('query');
  });

  test('which month is meant is asked where the time before lies in no one', () => {
    expect(lastOf('DNA rate for ENT 12 months to June 2024', 'and the month?')).toMatchObject({ kind: 'clarify', ask: 'Which month?', options: ['DNA rate for ENT last month', 'DNA rate for ENT this month'] });
  });

  test.each([
    [['outpatients scorecard', "what's off target", 'which specialties'], 'which specialties are off target for DNA rate'], [['outpatients scorecard', 'for ENT', 'by site'], 'DNA rate by site for ENT'],
  ])('%j: a scorecard is shown whole, and its measures are offered', (turns, expected) => {
    const last = lastOf(...turns);
    expect(last.kind === 'unknown' && last.options).toContain(expected);
  });
});

describe('what leans on a question back that was not answered', () => {
  const CANCELLED = ['elective length of stay for T&O', 'cancelled ops last month'];

  test('is asked of what was offered, and not of the answer before it', () => {
    for (const text of ['whats the main reason', 'at lgh', 'by site', 'bar chart by week pls']) {
      const last = lastOf(...CANCELLED, text);
      const metrics = last.kind === 'clarify' ? last.options.flatMap((option) => {
        const chosen = read(option, JULY_2024);
        return chosen.kind === 'query' ? chosen.query.metrics : [];
      }) : [];
      expect([text, metrics.length > 1, metrics.every((id) => id.includes('cancellation'))]).toEqual([text, true, true]);
    }
  });

  test('a whole question, or one of those offered, is taken as it is', () => {
    expect(queryOf(...CANCELLED, 'DNA rate for ENT')).toMatchObject({ metrics: ['dna-rate'], filters: ENT });
    expect(queryOf(...CANCELLED, 'the first one')).toMatchObject({ metrics: ['on-the-day-cancellations'] });
  });

  test('where what was offered is about the same as the answer before, it leans on that answer', () => {
    expect(queryOf('52 week waits by specialty', 'biggest gap', 'just T&O')).toMatchObject({ metrics: ['rtt-52-week-waits'], filters: { specialty: ['110'] } });
  });
});
