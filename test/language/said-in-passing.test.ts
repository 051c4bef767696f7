import type { Query } from '../../src/engine/query';
import { askedIn2024 } from './july-2024';

/** What a question comes to, after another where one is given. */
function comesTo(text: string, before?: string): object {
  const earlier = before === undefined ? null : askedIn2024(before);
  const reading = askedIn2024(text, earlier?.kind === 'query' ? earlier.query : null);
  return reading.kind === 'query' ? reading.query : reading;
}
const MONTH = { from: '2024-06-01', to: '2024-06-30' };
const YEAR = { from: '2024-04-01', to: '2025-03-31' };

describe('how people speak of figures', () => {
  test.each<[string, Partial<Query> | object]>([
    // How a figure came out, went, and is to come.
    ['what did acpl come in at for june', { intent: 'value', metrics: ['acpl'], period: MONTH }],
    ['whats acpl been doing in orthopaedics over the last 12 months', { intent: 'trend', metrics: ['acpl'], period: { from: '2023-07-01' } }],
    ['has ACPL picked up in urology', { intent: 'trend', metrics: ['acpl'], filters: { specialty: ['101'] } }],
    ['is the CIP target doable', { intent: 'projection', metrics: ['productivity-cip'], period: YEAR }],
    ['can we still clear the 65 week waits by 30 September', { intent: 'projection', metrics: ['rtt-65-week-waits'], period: { to: '2024-09-30' } }],
    ['Are we going to deliver the £20m productivity CIP by 31 March?', { intent: 'projection', metrics: ['productivity-cip'], period: YEAR }],
    // What is over is no forecast, whatever was to be reached.
    ['did gastro get to 46% on firsts and procedures in June', { intent: 'comparison', metrics: ['first-or-procedure-rate'], period: MONTH, versus: 'target' }],
    // Why, and of what a change is made.
    ["what's making DNA go up", { intent: 'explanation', metrics: ['dna-rate'] }],
    ['break down the change in DNA rate by specialty', { intent: 'explanation', by: 'specialty' }],
    ["whats going on with DNA in gastro, it's shot up", { intent: 'explanation', filters: { specialty: ['301'] } }],
    ['main reasons ops got cancelled on the day', { by: 'cancellation-reason', metrics: ['on-the-day-cancellations'] }],
    // How something performed: its figure, or the scorecard that goes by its name.
    ['could you tell me how theatres performed in June', { intent: 'scorecard', scorecard: 'theatres', period: MONTH }],
    ['How did outpatients perform in May?', { intent: 'scorecard', scorecard: 'outpatients', period: { from: '2024-05-01' } }],
    ['how has ACPL performed this year', { metrics: ['acpl'], period: { from: '2024-04-01' } }],
    ['how have we performed on readmissions in urology', { intent: 'value', metrics: ['readmission-rate'], filters: { specialty: ['101'] } }],
    ['how has clinic utilisation held up at LRI', { intent: 'value', metrics: ['clinic-utilisation'], filters: { site: ['lri'] } }],
    ['how do CMGs perform on ACPL', { intent: 'breakdown', by: 'cmg', metrics: ['acpl'] }],
    ['which CMG performed worst on DNA', { intent: 'ranking', by: 'cmg', order: 'worst' }],
    ['how well did diagnostics perform', { intent: 'scorecard', scorecard: 'diagnostics' }],
    ['what is our position on 65 week waits in ENT', { intent: 'value', filters: { specialty: ['120'] } }],
    ['how is imaging utilisation looking', { intent: 'value', metrics: ['imaging-utilisation'] }],
    // What the measure's own definition says anyway.
    ['Which commissioner has the highest emergency admission rate per 1,000 population?', { intent: 'ranking', by: 'commissioner', order: 'highest', metrics: ['emergency-admission-rate'] }],
    ['elective admission rate per 1,000 registered people by commissioner', { by: 'commissioner', metrics: ['elective-admission-rate'] }],
    ['what share of vascular patients are readmitted within a month of us sending them home', { metrics: ['readmission-rate'], filters: { specialty: ['107'] } }],
    ['DNA rate as a % of all appts incl cancelled (the NHSE published version) for cardiology', { metrics: ['dna-rate-all-appointments'], filters: { specialty: ['320'] } }],
    ['how full are the derm clinics in May as a percentage of slots', { metrics: ['clinic-utilisation'], filters: { specialty: ['330'] } }],
    ['formal complaints received by CMG', { metrics: ['complaints'], by: 'cmg' }],
    ['52 week waits to start treatment by specialty', { metrics: ['rtt-52-week-waits'], by: 'specialty' }],
    ['imaging utilisation of minutes staffed and open', { metrics: ['imaging-utilisation'] }],
    // Side by side, neither measured by the other; compared, one is.
    ['imaging machine utilisation, CT and ultrasound side by side, q1', { intent: 'breakdown', by: 'modality', versus: null }],
    ['late starts at LGH, LRI and Glenfield side by side', { intent: 'breakdown', by: 'site' }],
    ['ENT vs urology DNA rate side by side', { intent: 'comparison' }],
    // What is asked of a definition is no part of the hospital, and its numbers bound nothing.
    ['definition of DNA rate please, and does a child who was not brought count?', { intent: 'definition', metrics: ['dna-rate'], filters: {} }],
    ['is readmission 28 or 30 days in your definition', { intent: 'definition', metrics: ['readmission-rate'] }],
    // Codes that look like weeks.
    ['elective admission rate, 03W compared with 04V', { filters: { commissioner: ['03W'] }, versus: { filters: { commissioner: ['04V'] } } }],
    ['hiya, hope ur well', { intent: 'greeting' }],
    // One measure, named by two of its words.
    ['how many nights do people stay after one of the high volume low complexity ops, by site', { intent: 'breakdown', metrics: ['hvlc-length-of-stay'], by: 'site' }],
    ['average stay for HVLC by specialty', { metrics: ['hvlc-length-of-stay'], by: 'specialty' }],
    // Days to come are too few to be projected.
    ['how many dnas are we expecting tomorrow', { intent: 'value', metrics: ['dna-rate'], period: { from: '2024-07-12', to: '2024-07-12' } }],
    ['how many late starts are we going to have tomorrow', { intent: 'value', metrics: ['late-starts'], period: { from: '2024-07-12', to: '2024-07-12' } }],
    // How far it is from a plan or a target.
    ['how far are we ahead of or behind the activity plan on elective inpatients, year to date', { intent: 'value', metrics: ['activity-against-plan'], filters: { pod: ['inpatient'] }, versus: null }],
    ['how far is orthopaedics behind the activity plan ytd', { metrics: ['activity-against-plan'], filters: { specialty: ['110'] } }],
    ['how far adrift of the income plan are we ytd', { intent: 'value', metrics: ['income-against-plan'], versus: null }],
    ["what's the distance to plan for day cases ytd", { metrics: ['activity-against-plan'], filters: { pod: ['day-case'] } }],
    ['how far above or below target is the DNA rate in ENT', { intent: 'comparison', metrics: ['dna-rate'], versus: 'target' }],
    ['how far under target are we on acpl', { intent: 'comparison', metrics: ['acpl'], versus: 'target' }],
    // Where somebody was who then went home.
    ['How many nights do my over 80s stay after elective T&O? 23/24', { metrics: ['length-of-stay'], filters: { 'age-band': ['80+'], specialty: ['110'] }, period: { from: '2023-04-01', to: '2024-03-31' } }],
    ['readmission rate following vascular surgery last year', { metrics: ['readmission-rate'], filters: { specialty: ['107'] } }],
    ['how long do people stay after cardiology', { metrics: ['length-of-stay'], filters: { specialty: ['320'] } }],
    // Exactly, which bounds nothing beside no number.
    ['Our lists keep being accused of starting late. What counts as a late start exactly?', { intent: 'definition', metrics: ['late-starts'] }],
    ['what is acpl exactly', { intent: 'definition', metrics: ['acpl'] }],
    ['how many 65 week waits are there exactly', { metrics: ['rtt-65-week-waits'] }],
    ['technically what counts as a dna', { intent: 'definition', metrics: ['dna-rate'] }],
    // Which of several.
    ['which sites got worse on late starts', { intent: 'breakdown', by: 'site', versus: 'previous', order: null }],
    ['which specialties have no 65 week waiters', { by: 'specialty', having: { op: 'below', value: 1 } }],
    ["who's missing the DNA target", { by: 'specialty', having: { op: 'above', value: 0.05 } }],
    ['which site gets the most complaints per month', { intent: 'ranking', by: 'site', order: 'highest' }],
    ['list all clinics with utilisation below 60%', { metrics: ['clinic-utilisation'], by: 'clinic', having: { op: 'below', value: 0.6 } }],
    ['do older people DNA more in derm', { intent: 'breakdown', by: 'age-band', filters: { specialty: ['330'] } }],
    // Measures by what is aimed at, missed, or part of another's name.
    ['which specialties are meeting the 46% target', { metrics: ['first-or-procedure-rate'], by: 'specialty', versus: 'target' }],
    ['missed gastroscopies by site', { metrics: ['diagnostic-dna-rate'], filters: { test: ['gastroscopy'] }, by: 'site' }],
    ['dna rate as % of all appointments', { metrics: ['dna-rate-all-appointments'] }],
    ['opportunity on CpWAU by specialty', { metrics: ['cpwau-opportunity'], by: 'specialty' }],
    ['what proportion of the CIP has been delivered', { metrics: ['productivity-cip'], versus: 'target' }],
    ['is theatre utilisation at Glenfield above 85%', { metrics: ['capped-theatre-utilisation'], versus: 'target', having: null, filters: { site: ['gh'] } }],
    // The data, and what may be asked.
    ['is the June data final', { intent: 'freshness' }],
    ['is there RTT data for July yet', { intent: 'freshness', metrics: ['rtt-eighteen-week-rate'] }],
    ['I have just joined the finance committee; what sort of things may I ask you?', { intent: 'help' }],
  ])('%s', (text, expected) => {
    expect(comesTo(text)).toMatchObject(expected);
  });

  test.each<[string, string, object]>([
    // The comparison stays where what is said anew does not touch it.
    ['MRI scanner utilisation LRI v Glenfield', 'CT?', { filters: { modality: ['ct'], site: ['lri'] }, versus: { filters: { modality: ['ct'], site: ['gh'] } } }],
    ['lead measures ytd', 'Which of those are not meeting their targets?', { intent: 'exceptions', scorecard: 'lead-measures', period: { from: '2024-04-01' } }],
    ['CpWAU by CMG', 'ESM only, month by month', { intent: 'trend', metrics: ['cpwau'], filters: { cmg: ['esm'] } }],
    ['income against plan ytd by CMG', 'same for activity', { metrics: ['activity-against-plan'], by: 'cmg' }],
    ['theatre utilisation by site last week', 'which theatres at LGH', { by: 'theatre', filters: { site: ['lgh'] } }],
    ['cancellations on the day by reason', 'for ENT', { intent: 'breakdown', by: 'cancellation-reason', filters: { specialty: ['120'] } }],
    // In other terms, one in the place of the other.
    ['activity against plan ytd by CMG', 'in pounds instead of activity', { metrics: ['income-against-plan'], by: 'cmg' }],
    ['income against plan ytd', 'activity rather than income', { metrics: ['activity-against-plan'], period: { from: '2024-04-01' } }],
    ['activity for day cases ytd', '£ not activity', { metrics: ['income'], filters: { pod: ['day-case'] } }],
    ['income for ENT in May', 'volumes instead', { metrics: ['activity'], filters: { specialty: ['120'] }, period: { from: '2024-05-01' } }],
    ['activity for ENT in May', 'can i have it in pounds instead', { metrics: ['income'], filters: { specialty: ['120'] } }],
    ['number of DNAs in ENT', 'as a percentage', { metrics: ['dna-rate'], filters: { specialty: ['120'] } }],
    ['late starts by site', 'percentage instead', { metrics: ['late-starts'], by: 'site' }],
    ['late starts at LRI', 'as a number', { metrics: ['late-starts'], filters: { site: ['lri'] } }],
    // For the same.
    ['Income v plan, outpatient procedures, year to date', 'and activity against plan for the same', { metrics: ['activity-against-plan'], filters: { pod: ['outpatient-procedure'] } }],
    ['DNA rate for each CMG for last month', 'And the same for outpatient cancellations if that’s OK', { metrics: ['outpatient-cancellations'], by: 'cmg' }],
    ['late starts at Glenfield in May', 'ACPL for exactly the same', { metrics: ['acpl'], filters: { site: ['gh'] }, period: { from: '2024-05-01' } }],
    ['cancelled on the day yesterday', 'split that by reason love', { by: 'cancellation-reason', period: { from: '2024-07-10' } }],
    // Another limit of the same kind of wait, and not a condition or a stretch of weeks.
    ['How many people have waited over 78 weeks in MSS', 'any over 104?', { intent: 'value', metrics: ['rtt-104-week-waits'], filters: { cmg: ['mss'] }, having: null }],
    ['52 week waits by specialty', 'over 65 weeks?', { metrics: ['rtt-65-week-waits'], by: 'specialty', having: null }],
    ['how many 52 week waits in T&O', 'any past 104 weeks', { metrics: ['rtt-104-week-waits'], filters: { specialty: ['110'] }, period: MONTH }],
    ['65 week waits at LRI', 'and how many of them are beyond 78', { metrics: ['rtt-78-week-waits'], filters: { site: ['lri'] } }],
  ])('%s → %s', (before, text, expected) => {
    expect(comesTo(text, before)).toMatchObject(expected);
  });

  test.each([['late starts after ENT', 'after'], ['elective length of stay after surgery', 'surgery'], ['readmissions after a fall', 'fall'], ['how far do patients travel for ENT', 'travel'], ['exactly 10 complaints which specialty', '10'], ['late starts thurs afternoon lri', 'afternoon']])('%s: “%s” is named back', (text, word) => {
    const reading = askedIn2024(text);
    expect(reading.kind).not.toBe('query');
    expect(JSON.stringify(reading)).toContain(word);
  });

  test('words of the definition are said beside the answer', () => {
    expect(askedIn2024('elective admission rate per 1,000 registered people')).toMatchObject({ kind: 'query', notes: [expect.stringContaining('“registered”')] });
  });

  test.each(['late starts after the first anaesthetic', 'DNA rate for expected ones', 'ACPL for completed lists only', 'complaints not received', 'capped utilisation over at the pain unit'])('%s: a word of a definition that may narrow the figure is none', (text) => {
    expect(askedIn2024(text)).not.toMatchObject({ kind: 'query', query: { intent: 'value' } });
  });

  test('a count that has no share says so, and offers it as it is told', () => {
    const before = askedIn2024('65 week waits in ENT');
    expect(askedIn2024('as a percentage', before.kind === 'query' ? before.query : null)).toMatchObject({ kind: 'unknown', reason: 'not-supported', words: ['percentage'] });
  });

  test('a service that is not held is named back', () => {
    const reading = askedIn2024('How many did not attend the phlebotomy service in June');
    expect(reading).toMatchObject({ kind: 'unknown', words: ['phlebotomy'] });
  });

  test('what a figure is blamed on is no part that it is told by', () => {
    expect(askedIn2024('late starts due to anaesthetics').kind).not.toBe('query');
    expect(comesTo('cancellations on the day due to clinical reasons')).toMatchObject({ intent: 'value', filters: { 'cancellation-reason': ['hospital-clinical'] } });
  });

  test('the largest loss is offered as the lowest surplus, and not as the highest', () => {
    const reading = askedIn2024("What's our biggest loss maker?");
    const options = reading.kind === 'clarify' ? reading.options.map((option) => comesTo(option)) : [];
    expect(options[0]).toMatchObject({ metrics: ['net-surplus'], order: 'lowest' });
  });
});
