import type { Query } from '../../src/engine/query';
import type { Reading } from '../../src/language/reading';
import { askedIn2024 } from './july-2024';

const queryOf = (text: string): Partial<Query> => {
  const reading = askedIn2024(text);
  return reading.kind === 'query' ? reading.query : {};
};
const toldOf = (reading: Reading): string => (reading.kind === 'query' ? reading.notes.join(' ') : JSON.stringify(reading));
const JUNE = { from: '2024-06-01', to: '2024-06-30' };

describe('what people write short', () => {
  test.each<[string, object]>([
    ['TFC 301, 306: DNA, follow-ups, 2023/24 Q4', { filters: { specialty: ['301', '306'], 'appointment-type': ['follow-up'] }, period: { from: '2024-01-01', to: '2024-03-31' } }],
    ['DC+EL activity against plan M3', { filters: { pod: ['day-case', 'inpatient'] }, period: JUNE }],
    ['RTT >52w 78H, May-24', { metrics: ['rtt-52-week-waits'], filters: { commissioner: ['78H'] } }],
    ['13+ wk waiters colonoscopy, Mar-24 to Jun-24 monthly', { intent: 'trend', metrics: ['diagnostic-thirteen-week-waits'], period: { from: '2024-03-01', to: '2024-06-30' } }],
    ['imaging util modality x site', { metrics: ['imaging-utilisation'], by: ['modality', 'site'] }],
    ['% discharged at 1st appt pain mgmt, same month last yr comparison', { metrics: ['discharged-at-first'], filters: { specialty: ['191'] }, versus: 'last-year' }],
    ['whats the diff between capped n uncapped', { intent: 'definition', metrics: ['capped-theatre-utilisation', 'uncapped-theatre-utilisation'] }],
    ['net deficit by specialty, elective PODs only (DC + EL), 23/24', { by: 'specialty', filters: { 'pod-group': ['ip'] } }],
  ])('%s', (text, expected) => {
    expect(queryOf(text)).toMatchObject(expected);
  });

  test.each<[string, string[]]>([['adult ENT dna rate', ['120']], ['78 week waits in adult ENT and paeds ENT', ['120', '215']]])('%s: what has a children\'s twin may be called the adults\'', (text, specialty) => {
    expect(queryOf(text).filters).toEqual({ specialty });
  });

  test('"adult" by itself is an age that is named back, and never passed over', () => {
    const reading = askedIn2024('adult DNA rate');
    expect(reading.kind).not.toBe('query');
    expect(toldOf(reading)).toContain('“adult”');
  });
});

describe('times', () => {
  test.each<[string, object]>([
    // Money is held to the end of June: July is answered with what is held of it, which is nothing, and never with last July.
    ['income July to date', { from: '2024-07-01' }],
    ['ACPL July to date', { from: '2024-07-01', to: '2024-07-10' }],
    ['DNA rate from May on', { from: '2024-05-01' }],
    ['late starts for the final quarter of last year', { from: '2024-01-01', to: '2024-03-31' }],
  ])('%s', (text, period) => {
    expect(queryOf(text).period).toMatchObject(period);
  });

  test('"what moved it between two quarters" asks why, and of the later one', () => {
    expect(queryOf('what moved readmissions between Q4 and Q1?')).toMatchObject({ intent: 'explanation', period: { from: '2024-04-01', to: '2024-06-30' }, versus: { period: { from: '2024-01-01', to: '2024-03-31' } } });
  });

  // Over more than 62 days that are no whole months a trend is drawn by the week; over whole months by the month.
  test('a trend by the week is just that where weeks are drawn', () => {
    expect(askedIn2024('weekly ACPL since 1 May excl LGH')).toMatchObject({ kind: 'query', query: { intent: 'trend', excluding: { site: ['lgh'] }, period: { from: '2024-05-01' } }, said: [] });
  });

  test.each([
    ['hvlc cases per list week by week through May and June', 'Drawn by the month, and not “week by week”.'],
    ['52 week waits weekly since April', 'Drawn by the month, and not “weekly”.'],
    ['weekly ACPL trend last 8 wks ENT', 'Drawn by the day, and not “weekly”.'],
  ])('%s: another step is said in the first sentence', (text, said) => {
    expect(askedIn2024(text)).toMatchObject({ kind: 'query', query: { intent: 'trend' }, said: [said] });
  });

  test.each(['daily DNA last week', 'weekly DNA rate in June'])('%s: a few weeks are no run of months, and it is asked', (text) => {
    expect(askedIn2024(text).kind).toBe('clarify');
  });

  test('"13 … monthly" is a question, and no wish for a post at one o\'clock', () => {
    expect(JSON.stringify(askedIn2024('13 week waiters colonoscopy, Mar-24 to Jun-24 monthly'))).not.toContain('13:00');
  });
});

describe('what is to come', () => {
  test.each<[string, object, number]>([
    ['Will RTT 18-week performance get above 60% by Christmas at this rate?', { metrics: ['rtt-eighteen-week-rate'], period: { from: '2024-12-01', to: '2024-12-31' } }, 0.6],
    ['will ACPL hit 2 by March', { metrics: ['acpl'], period: { from: '2024-04-01', to: '2025-03-31' } }, 2],
  ])('%s: projected, against the figure that is asked about', (text, expected, value) => {
    const reading = askedIn2024(text);
    expect(reading).toMatchObject({ kind: 'query', query: { intent: 'projection', ...expected, aim: { value } } });
  });

  test.each<[string, object]>([
    ['Will the productivity CIP land by year end?', { intent: 'projection', metrics: ['productivity-cip'], period: { from: '2024-04-01', to: '2025-03-31' } }],
    ['Committee will ask: does 18 week performance reach 92% by March 2025?', { intent: 'projection', metrics: ['rtt-eighteen-week-rate'] }],
    ['13 wk breaches - zero by march?', { intent: 'projection', metrics: ['diagnostic-thirteen-week-waits'], period: { from: '2024-04-01', to: '2025-03-31' } }],
  ])('%s', (text, expected) => {
    expect(queryOf(text)).toMatchObject(expected);
  });
});

describe('what somebody tells of their own work is passed over, and said', () => {
  test.each<[string, object, string]>([
    ['late starts at LRI - I\'m on the train home', { metrics: ['late-starts'], filters: { site: ['lri'] } }, 'on the train home'],
  ])('%s', (text, expected, told) => {
    expect(queryOf(text)).toMatchObject(expected);
    expect(toldOf(askedIn2024(text))).toContain(told);
  });

  test.each([
    'complaints last month, we had some about food', 'complaints last month, I\'m after the parking', 'late starts, we\'ve got the robots', 'DNA rate, we had some with hoists',
    'late starts, I need the robotic ones', 'late starts, we had the power cut',
  ])('%s: what may be some of those who are counted is asked about', (text) => {
    expect(askedIn2024(text).kind).not.toBe('query');
  });
});

describe('a table of those chosen for a milestone', () => {
  test('is shown where it is asked which they are, and says what it is', () => {
    const reading = askedIn2024('which specialties are we putting through a deep dive');
    expect(reading).toMatchObject({ kind: 'query', query: { intent: 'scorecard', scorecard: 'deep-dive-priorities' } });
    expect(toldOf(reading)).toContain('milestone');
  });

  test('is not shown where it is asked when', () => {
    expect(askedIn2024('when are the deep dives').kind).not.toBe('query');
  });
});

describe('what stands beside a comparison', () => {
  test.each<[string, object]>([
    ['capped v uncapped in urology', { metrics: ['capped-theatre-utilisation', 'uncapped-theatre-utilisation'], filters: { specialty: ['101'] }, versus: null }],
    ['DNA rate vs DNA rate of all appointments for ENT', { metrics: ['dna-rate', 'dna-rate-all-appointments'], filters: { specialty: ['120'] }, versus: null }],
    ['late starts at LGH vs late starts at LRI', { filters: { site: ['lgh'] }, versus: { filters: { site: ['lri'] } } }],
    ['activity sitting under ENT', { intent: 'value', filters: { specialty: ['120'] }, versus: null }],
    ['what was booked utilisation, not capped, at Glenfield last week', { metrics: ['booked-theatre-utilisation'], filters: { site: ['gh'] } }],
    ['activity and income against plan, outpatient procedures in derm, M2', { metrics: ['activity-against-plan', 'income-against-plan'], filters: { pod: ['outpatient-procedure'], specialty: ['330'] } }],
    ['pifu in may compared to last may, gastro', { period: { from: '2024-05-01' }, versus: { period: { from: '2023-05-01', to: '2023-05-31' } } }],
    ['specialties with net surplus below -£250k', { intent: 'breakdown', having: { op: 'below', value: -250_000 } }],
    ['specialties with a deficit worse than £250k in Q1', { intent: 'breakdown', metrics: ['net-surplus'], having: { op: 'below', value: -250_000 } }],
    ['what is driving the CpWAU movement in MSS between 22/23 and 23/24?', { intent: 'explanation', metrics: ['cpwau'], period: { from: '2023-04-01', to: '2024-03-31' }, versus: { period: { from: '2022-04-01', to: '2023-03-31' } } }],
    ['ENT cancelled ops on the day in June, was it us or the patient?', { intent: 'breakdown', by: 'cancellation-reason', filters: { specialty: ['120'] } }],
    ['radiology are telling me reports are getting slower. Median days scan to report for CT, month by month since January?', { intent: 'trend', metrics: ['reporting-turnaround'], filters: { modality: ['ct'] } }],
    ['emergency los compared to last june', { intent: 'comparison', period: { from: '2024-06-01', to: '2024-06-30' }, versus: { period: { from: '2023-06-01', to: '2023-06-30' } } }],
    ['65s?', { metrics: ['rtt-65-week-waits'] }],
    ['complications ENT last june and this june', { intent: 'comparison', filters: { specialty: ['120'] }, period: { from: '2024-06-01', to: '2024-06-30' }, versus: { period: { from: '2023-06-01', to: '2023-06-30' } } }],
    ['52 week waits by specialty end of march and end of june', { intent: 'breakdown', by: 'specialty', period: { from: '2024-06-01', to: '2024-06-30' }, versus: { period: { from: '2024-03-01', to: '2024-03-31' } } }],
    ['DNA rate April and May', { intent: 'value', period: { from: '2024-04-01', to: '2024-05-31' }, versus: null }],
    ['H1 last year against H1 the year before, readmissions', { period: { from: '2023-04-01', to: '2023-09-30' }, versus: { period: { from: '2022-04-01', to: '2022-09-30' } } }],
  ])('%s: the whole is never set against a part that was only named', (text, expected) => {
    expect(queryOf(text)).toMatchObject(expected);
  });

  test.each<[string, object, string]>([
    ['clinical oncology dna, not medical oncology', { filters: { specialty: ['800'] }, excluding: {} }, 'nothing of Medical Oncology is in it'],
    ['65 week waits T&O but not paediatric T&O', { filters: { specialty: ['110'] }, excluding: {} }, 'nothing of Paediatric Trauma & Orthopaedics is in it'],
  ])('%s: only what was asked for, and the rest is said to be no part of it', (text, expected, said) => {
    expect(queryOf(text)).toMatchObject(expected);
    expect(toldOf(askedIn2024(text))).toContain(said);
  });

  test('"5 or more" of what is counted has 5 in it', () => {
    expect(queryOf('which specialties had 5 or more complaints in May')).toMatchObject({ having: { op: 'above', value: 4 } });
  });

  test('a waiting list as of a day is that day\'s, which no count of another day answers', () => {
    expect(queryOf('52 wk waits as of yesterday').period).toMatchObject({ from: '2024-07-10', to: '2024-07-10' });
    expect(queryOf('52 wk waits as at 31 May').period).toMatchObject({ from: '2024-05-01', to: '2024-05-31' });
  });
});

describe('what leans on several turns', () => {
  const after = (...turns: readonly string[]): Reading => {
    let context: Query | null = null;
    let reading = askedIn2024(turns[0] ?? '');
    for (const turn of turns.slice(1)) {
      context = reading.kind === 'query' ? reading.query : context;
      reading = askedIn2024(turn, context);
    }
    return reading;
  };

  test('all sites again takes the site away from both sides, and nothing else', () => {
    const reading = after('DNA first v follow ups cardiology in May', 'just Glenfield', 'ok all sites again');
    expect(reading).toMatchObject({ query: { filters: { 'appointment-type': ['first'], specialty: ['320'] }, versus: { filters: { 'appointment-type': ['follow-up'], specialty: ['320'] } } } });
    expect(JSON.stringify(reading)).not.toContain('"site"');
  });

  test.each<[readonly string[], object]>([
    [['78ww by CMG end of April', 'and now?'], { by: 'cmg', period: JUNE }],
    [['% of 12 week waiters validated by CMG', 'how recent is that?'], { intent: 'freshness', metrics: ['waiters-validated'] }],
    [['late starts LGH May', 'how full were those lists booked'], { metrics: ['booked-theatre-utilisation'], filters: { site: ['lgh'] }, period: { from: '2024-05-01', to: '2024-05-31' } }],
    [['emergency length of stay respiratory by site Q1', 'elective i meant, not emergency'], { metrics: ['length-of-stay'], filters: { specialty: ['340'] }, by: 'site' }],
  ])('%j', (turns, expected) => {
    expect(after(...turns)).toMatchObject({ kind: 'query', query: expected });
  });

  test('lists of another kind are asked about, and those of the same kind come first', () => {
    const reading = after('scope points per list, LGH, May', 'how full were those lists booked');
    expect(reading).toMatchObject({ kind: 'clarify' });
    expect(reading.kind === 'clarify' ? reading.options[0] : '').toBe('Endoscopy clinic utilisation for LGH May 2024');
  });

  test('some of those who were counted are never answered with a count of others', () => {
    const reading = after('DNA rate ENT May', 'how many of those patients waited over 52 weeks');
    expect(reading).toMatchObject({ kind: 'clarify' });
    expect(reading.kind === 'clarify' ? reading.ask : '').toContain('I cannot tell which patients are in both');
  });
});

describe('parts that belong together', () => {
  test.each<[string, object]>([
    // Two splits of one column: in both at once there would be nothing.
    ['Activity vs plan, A&E and NEL, M1 to M3', { filters: { pod: ['accident-and-emergency', 'non-elective'] } }],
    ['activity for day cases and NEL', { filters: { pod: ['day-case', 'non-elective'] } }],
    ['NFTF new outpatient activity MSS, april', { filters: { pod: ['new-outpatient-nftf'], cmg: ['mss'] } }],
    ['non clinical hospital cancellations on the day', { filters: { 'cancellation-reason': ['hospital-non-clinical'] } }],
    ['on the day cancellations by the hospital', { intent: 'value', filters: { 'cancellation-reason': ['hospital-non-clinical', 'hospital-clinical'] } }],
    ['on the day cancellations by hospital', { by: 'site' }],
    // Adrift of a plan is below it: the variance is negative.
    ['specialties more than £100k adrift of income plan in month 3', { metrics: ['income-against-plan'], having: { op: 'below', value: -100_000 } }],
    ['booked v capped utilisation ENT in June', { metrics: ['booked-theatre-utilisation', 'capped-theatre-utilisation'], filters: { specialty: ['120'] }, versus: null }],
    ['24/25 v 23/24 elective inpatient activity, April to June', { metrics: ['activity'], filters: { pod: ['inpatient'] }, period: { from: '2024-04-01', to: '2024-06-30' }, versus: 'last-year' }],
    ['dna yesterday vs the same day last week', { period: { from: '2024-07-10' }, versus: { period: { from: '2024-07-03', to: '2024-07-03' } } }],
  ])('%s', (text, expected) => {
    expect(queryOf(text)).toMatchObject(expected);
  });

  test.each(['outpatient cancellations where the patient cancelled', 'outpatient cancellations, the ones where the patient cancelled'])('%s: one of two who may cancel is never part of the definition', (text) => {
    expect(askedIn2024(text).kind).not.toBe('query');
  });

  test.each<[readonly string[], object]>([
    [['new to follow up ratio by cmg 23/24', 'excluding CSI', 'put CSI back in'], { by: 'cmg', excluding: {} }],
    [['late starts by site in May', 'without LRI', 'add early finishes', 'actually drop the late starts'], { metrics: ['early-finishes'], excluding: { site: ['lri'] }, by: 'site' }],
    [['DNA rate gynae June', 'by clinic', 'only the ones over 10%', 'take the 10% off again'], { by: 'clinic', having: null, filters: { specialty: ['502'] } }],
    [['readmissions in cardiology, May', 'over 80s only', 'no, all ages'], { filters: { specialty: ['320'] } }],
    [['52 week waits by specialty', 'only chuggs', 'just those above 20', 'same for 65 weeks'], { metrics: ['rtt-65-week-waits'], filters: { cmg: ['chuggs'] }, by: 'specialty' }],
  ])('%j', (turns, expected) => {
    let context: Query | null = null;
    for (const turn of turns) {
      const reading = askedIn2024(turn, context);
      context = reading.kind === 'query' ? reading.query : context;
    }
    expect(context).toMatchObject(expected);
  });
});

describe('what a measure counts', () => {
  test.each<[string, string[], string]>([
    ['if someone comes back on day 31 is that a readmission', ['readmission-rate'], 'day 31'],
    ['How is \'activity against plan\' phased - working days or twelfths?', ['activity-against-plan'], 'twelfths'],
    ['are cancelled appointments in the DNA rate figure?', ['dna-rate'], ''],
    ['does your six week figure follow DM01 rules, i.e. all 15 tests?', ['diagnostic-six-week-rate'], ''],
  ])('%s: the definition, with the case that somebody thought of named back', (text, metrics, named) => {
    expect(queryOf(text)).toMatchObject({ intent: 'definition', metrics });
    expect(toldOf(askedIn2024(text))).toContain(named);
  });

  test.each(['DNA rate for amputees', 'how many DNAs for amputees are counted in ENT', 'readmissions of amputees last month'])('%s: a figure is no rule', (text) => {
    expect(queryOf(text).intent).not.toBe('definition');
  });

  test('a trend of several is drawn of all together, which is said first', () => {
    const reading = askedIn2024('13wk waits for colonoscopy, gastroscopy and flexi sig - trend since jan');
    expect(reading).toMatchObject({ kind: 'query', query: { intent: 'trend', filters: { test: ['colonoscopy', 'gastroscopy', 'flexi-sigmoidoscopy'] } } });
    expect(reading.kind === 'query' ? reading.said.join(' ') : '').toContain('together');
  });
});

describe('what stands beside such words is never lost', () => {
  test.each<[string, object]>([
    ['activity for IP (day case and inpatient, excluding ENT)', { excluding: { specialty: ['120'] } }],
    ['activity for IP (day case + inpatient in May vs April)', { period: { from: '2024-05-01' } }],
    ['does RTT meet target by specialty', { intent: 'breakdown', by: 'specialty' }],
    ['does capped utilisation meet 85% by theatre', { by: 'theatre' }],
    ['DNA rate for april 4 ENT', { period: { from: '2024-04-04', to: '2024-04-04' } }],
    ['DNA rate quintile 4 ENT', { filters: { specialty: ['120'] } }],
    ['complaints to date this month', { period: { from: '2024-07-01' } }],
    ['late starts consultant and theatre', { by: ['consultant', 'theatre'] }],
    ['latest 52 week waiters received', { intent: 'value' }],
    ['plain english: what is ACPL for ENT last month', { intent: 'value', filters: { specialty: ['120'] } }],
    ['late starts, I mean not at Glenfield', { intent: 'value', excluding: { site: ['gh'] } }],
    ['ENT DNA rate I mean not follow ups', { intent: 'value', excluding: { 'appointment-type': ['follow-up'] } }],
    ['how is DNA rate measured against target', { intent: 'comparison' }],
  ])('%s', (text, expected) => {
    const reading = askedIn2024(text);
    expect(reading.kind === 'query' ? reading.query : expected).toMatchObject(expected);
  });

  test.each<[string, string]>([
    ['65 week waiters waiting anywhere but LRI', '"site":["lri"]'], ['anyone left anywhere but LRI over 65 weeks', '"site":["lri"]'],
    ['is DNA in line with April', '"from":"2024-04-01","to":"2024-04-30","grain":"month","label":"April 2024","asked":"april"},"filters":{},"excluding":{},"having":null,"by":null,"versus":null'],
    ['net surplus by CMG excluding zeros', '"op":"above","value":0'], ['pull ENT DNA rate off please', '"excluding":{"specialty"'],
    ['did we beat our plan in May for activity', '"from":"2024-04-01"'], ['not our fault, clinical cancellations on the day', '"excluding":{"cancellation-reason"'],
    ['P2 activity', '"from":"2024-05-01"'], ['what would it take to get DNA under 3% by March', '"kind":"query"'], 
    ['I want to show the female split, DNA rate', '"kind":"query"'], ['need it for the weekend, late starts', '"kind":"query"'],
    ['DNA for ENT vs the trust excluding urology', 'nothing of Urology'],
  ])('%s', (text, never) => {
    expect(JSON.stringify(askedIn2024(text))).not.toContain(never);
  });

  test.each<[readonly string[], string]>([
    [['DNA rate excluding ENT in May', 'outpatient cancellations for those patients'], '"excluding":{"specialty":["120"]}'],
    [['late starts and early finishes', 'drop the late starts under 10%'], 'late-starts'],
    [['late starts and early finishes by site', 'drop the late starts by LRI'], 'late-starts'],
    [['DNA rate by specialty', 'put ENT back in'], '"by":"specialty"'],
    [['late starts yesterday', 'and now'], '2024-07'],
  ])('%j', (turns, kept) => {
    let context: Query | null = null;
    let reading = askedIn2024(turns[0] ?? '');
    for (const turn of turns.slice(1)) {
      context = reading.kind === 'query' ? reading.query : context;
      reading = askedIn2024(turn, context);
    }
    expect(reading.kind === 'query' ? JSON.stringify(reading) : kept).toContain(kept);
  });

  test.each(['list of those missing the DNA target by specialty', 'RTT pathway numbers for ENT', 'who are patients complaining about', 'list of children waiting over 52 weeks by specialty'])('%s: asks for no person', (text) => {
    expect(askedIn2024(text).kind).not.toBe('refused');
  });

  test.each(['UBRNs of those over 65 weeks', 'can I have the ids of pathways over 52 weeks', 'initials of the two 104 week breaches', 'is there anyone over 104 weeks at LRI and who', 'list of children who weren\'t brought to clinic yesterday'])('%s: asks for people', (text) => {
    expect(askedIn2024(text).kind).toBe('refused');
  });
});
