import type { Query } from '../../src/engine/query';
import { askedIn2024 } from './july-2024';

/** What a question comes to, and what is said of it. */
function answered(text: string): { readonly query: Partial<Query>; readonly notes: string } {
  const reading = askedIn2024(text);
  return reading.kind === 'query' ? { query: reading.query, notes: reading.notes.join(' ') } : { query: {}, notes: JSON.stringify(reading) };
}
const JUNE = { from: '2024-06-01', to: '2024-06-30' };
const Q1 = { from: '2024-04-01', to: '2024-06-30' };

describe('when an answer is due is no time that the question asks about', () => {
  test.each<[string, object, string]>([
    ['Action 12: "% of referrals clinically triaged, Cardiology and Respiratory" - due today!', { metrics: ['referral-triage-rate'], period: JUNE }, 'due today'],
    ['Action 3: late starts by site, June. Due Friday', { metrics: ['late-starts'], by: 'site', period: JUNE }, 'Due Friday'],
    ['late starts by site in June (due tomorrow)', { by: 'site', period: JUNE }, 'due tomorrow'],
    ['deadline is noon today - DNA rate by CMG for Q1', { by: 'cmg', period: Q1 }, 'deadline is noon today'],
    ['DNA rate by CMG for Q1, needed by Friday', { period: Q1 }, 'needed by Friday'],
    ['DNA rate by CMG for Q1 - deadline 12 July', { period: Q1 }, 'deadline 12 July'],
    ['Due: Friday 12 July. ACPL by CMG for June', { metrics: ['acpl'], period: JUNE }, 'Due: Friday 12 July'],
    ['DNA rate by CMG please - return by 12 noon Friday', { period: JUNE }, 'return by 12 noon Friday'],
    ['DNA rate by CMG. Response required by 14 July', { period: JUNE }, 'Response required by 14 July'],
    ['DNA rate by CMG. I need this today', { period: JUNE }, 'I need this today'],
    ['ACPL in urology - needs to be in by Thursday', { metrics: ['acpl'], filters: { specialty: ['101'] }, period: JUNE }, 'needs to be in by Thursday'],
  ])('%s', (text, query, passedOver) => {
    const { query: found, notes } = answered(text);
    expect(found).toMatchObject(query);
    expect(notes).toContain(passedOver);
  });

  test.each(['follow ups due today', 'overdue follow ups - due in July', 'how many patients are due today'])('%s: what is due is a kind of patient, and is not passed over', (text) => {
    expect(askedIn2024(text).kind).not.toBe('query');
  });

  test('when a target is to be reached is passed over by no question of what is to come', () => {
    const reading = askedIn2024('will we deliver the £20m productivity CIP, due by 31 March');
    const [first = ''] = reading.kind === 'clarify' ? reading.options : [];
    expect(answered(first).query).toMatchObject({ intent: 'projection', period: { from: '2024-04-01', to: '2025-03-31' } });
  });

  test('a time that is asked about is no day of an answer', () => {
    expect(answered('late starts by site today').query).toMatchObject({ period: { from: '2024-07-11' } });
    expect(answered('DNA rate in ENT - Friday').query).toMatchObject({ period: { from: '2024-07-05' } });
  });
});

describe('where in a paper a figure is wanted', () => {
  test.each<[string, object]>([
    ['FW: Perf review - slide 4 needs the PIFU rate for Q1 against target', { intent: 'comparison', metrics: ['pifu-rate'], period: Q1 }],
    ['RE: board deck: slide 7 wants complaints by site ytd', { metrics: ['complaints'], by: 'site' }],
    ['Slide 3 is missing the DNA rate for Q1', { intent: 'value', metrics: ['dna-rate'], period: Q1 }],
    ['page 6 should show ACPL by CMG in June', { metrics: ['acpl'], by: 'cmg' }],
    ['Row 12 needs FFT for June', { metrics: ['friends-and-family'] }],
    ['appendix B needs RTT 18 week performance for May', { metrics: ['rtt-eighteen-week-rate'], period: { from: '2024-05-01' } }],
  ])('%s', (text, query) => {
    expect(answered(text).query).toMatchObject(query);
  });
});

describe('what only says that a question comes next', () => {
  test.each<[string, object]>([
    ['Hi, Richard has asked for the following: "latest position on 65 week waits by specialty". Thanks', { metrics: ['rtt-65-week-waits'], by: 'specialty' }],
    ['Please see the question below: what is the DNA rate for ENT?', { metrics: ['dna-rate'], filters: { specialty: ['120'] } }],
    ['Please can you answer the below: ACPL for T&O last month', { metrics: ['acpl'], filters: { specialty: ['110'] } }],
    ['Question as follows: ACPL for T&O last month', { metrics: ['acpl'] }],
    ['Query below. DNA rate for urology in June?', { metrics: ['dna-rate'], filters: { specialty: ['101'] } }],
    ['As below - late starts by theatre last week', { metrics: ['late-starts'], by: 'theatre' }],
    ['Need the following for the board: complaints by site ytd', { metrics: ['complaints'], by: 'site' }],
  ])('%s', (text, query) => {
    expect(answered(text).query).toMatchObject(query);
  });

  test('below a figure is a condition', () => {
    expect(answered('which clinics are below 60% utilisation').query).toMatchObject({ having: { op: 'below', value: 0.6 } });
  });
});
