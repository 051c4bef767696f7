import { askedIn2024 } from './july-2024';

/** What a message comes to, and all that is said of it. */
function heard(text: string): { readonly query: object | null; readonly said: string } {
  const reading = askedIn2024(text);
  return { query: reading.kind === 'query' ? reading.query : null, said: reading.kind === 'query' ? reading.notes.join(' ') : JSON.stringify(reading) };
}
const MONTH = { from: '2024-06-01', to: '2024-06-30' };
const MAY = { from: '2024-05-01', to: '2024-05-31' };

describe('a request in the middle of a message is found, and what stands around it is passed over by name', () => {
  test.each<[string, object, string]>([
    // What comes before.
    ['Good morning, on the back of yesterday’s contract call would you be able to send us capped utilisation for Leicester General in May?', { metrics: ['capped-theatre-utilisation'], filters: { site: ['lgh'] }, period: MAY }, 'on the back of'],
    ['Further to our conversation on 2 July, grateful if you could confirm income against plan for the year to date.', { metrics: ['income-against-plan'], period: { from: '2024-04-01', to: '2024-06-30' } }, 'Further to our conversation on 2 July'],
    ['to close off action 7, kindly advise the DNA rate in dermatology for May', { filters: { specialty: ['330'] }, period: MAY }, 'to close off action 7'],
    ['re my voicemail - please confirm the number of 65 week waits in T&O', { metrics: ['rtt-65-week-waits'], filters: { specialty: ['110'] }, period: MONTH }, 're my voicemail'],
    ['Apologies for the late notice but would anyone be able to pull together ACPL by CMG?', { metrics: ['acpl'], by: 'cmg' }, 'Apologies for the late notice'],
    ['Thanks for the biscuits yesterday! Could somebody share the DNA rate for urology', { filters: { specialty: ['101'] }, period: MONTH }, 'biscuits'],
    ['following our catch up, any chance you could dig out late starts at Glenfield?', { metrics: ['late-starts'], filters: { site: ['gh'] } }, 'following our catch up'],
    // What is told in sentences of their own.
    ['I’ve got the tier 1 call with NHSE this pm. Late starts by site please', { metrics: ['late-starts'], by: 'site' }, 'got the tier 1'],
    ['The porters were late again. What was the DNA rate in ENT in June?', { filters: { specialty: ['120'] }, period: MONTH }, 'The porters were late again'],
    ['I need to fill a gap on our diagnostics slide: CT utilisation at Glenfield in Q1', { metrics: ['imaging-utilisation'], filters: { site: ['gh'] } }, 'diagnostics slide'],
    ['for the M2 flash report can I have income against plan ytd', { metrics: ['income-against-plan'], period: { from: '2024-04-01', to: '2024-06-30' } }, 'flash report'],
    ['late starts at LRI in May? The matron reckons it is about 40%', { filters: { site: ['lri'] }, period: MAY }, 'The matron reckons'],
    ['why is income over plan in CHUGGS - price, volume or case mix?', { intent: 'explanation' }, 'price'],
    ['Our two heads of nursing have a bet on. How did the FFT in CHUGGS compare with MSS in May?', { metrics: ['friends-and-family'], filters: { cmg: ['chuggs'] }, versus: { filters: { cmg: ['mss'] } }, period: MAY }, 'bet on'],
    ['It says we did more day cases than planned in May. What was activity against plan for day cases in May?', { metrics: ['activity-against-plan'], filters: { pod: ['day-case'] }, period: MAY }, 'It says we did more'],
    ['There is a 90% target for validating patients and nobody can agree what counts. How is waiters validated defined?', { intent: 'definition', metrics: ['waiters-validated'] }, 'nobody can agree'],
    ['I look after outpatients for CHUGGS. Which CHUGGS specialties were under 5% for PIFU in May?', { by: 'specialty', filters: { cmg: ['chuggs'] }, having: { op: 'below', value: 0.05 } }, 'I look after outpatients'],
    ['What drove the drop in the day case rate at LGH in May? As far as I know we lost nothing.', { intent: 'explanation', filters: { site: ['lgh'] }, period: MAY }, 'we lost nothing'],
    // A question that leans on what was told first.
    ['At the meeting we were told that 52 week waiters in ENT are coming down. Could you show me the trend from April 2023 to June 2024?', { intent: 'trend', metrics: ['rtt-52-week-waits'], filters: { specialty: ['120'] }, period: { from: '2023-04-01', to: '2024-06-30' } }, 'At the meeting'],
    ['We put on extra clinics at Glenfield in June and I was expecting clinic utilisation to go up. What was it in June compared with May?', { intent: 'comparison', metrics: ['clinic-utilisation'], filters: { site: ['gh'] }, period: MONTH }, 'what was said before'],
    // Whoever asks.
    ['Margaret wants the readmission rate for cardiology', { metrics: ['readmission-rate'], filters: { specialty: ['320'] } }, 'wants'],
    ['our non-exec is after the PIFU rate, she is on the radio at noon', { metrics: ['pifu-rate'] }, 'our non-exec is after'],
    ['The scrutiny panel have asked whether we can provide DNA rate by age band', { by: 'age-band' }, 'The scrutiny panel have asked'],
    ['The ICB would like to know whether you could supply diagnostics within six weeks by test at the end of May', { metrics: ['diagnostic-six-week-rate'], by: 'test', period: MAY }, 'The ICB would like'],
    ['Further to the below, execs need 52 week waits by CMG by close of play today', { metrics: ['rtt-52-week-waits'], by: 'cmg', period: MONTH }, 'by close of play today'],
    ['Hi, Mark would like the DNA rate for each CMG for last month please. Many thanks, Jo', { by: 'cmg', period: MONTH }, 'Mark would like'],
    ['Grace needs ACPL by site', { metrics: ['acpl'], by: 'site' }, ' needs'],
    ['theatres scorecard for MSS pls, signal patchy so keep it short', { intent: 'scorecard', filters: { cmg: ['mss'] } }, 'signal patchy'],
    // What it is for, and by when.
    ['DNA rate for ENT please, it’s going on the poster outside the lift', { filters: { specialty: ['120'] } }, 'poster outside the lift'],
    ['whats acpl in gynae so I can tell the union', { metrics: ['acpl'], filters: { specialty: ['502'] } }, 'so I can tell the union'],
    ['any chance of getting readmission rate for cardiology, the chairman keeps mithering me', { metrics: ['readmission-rate'] }, 'mithering'],
    ['what’s the DNA rate in ENT to put in my newsletter', { filters: { specialty: ['120'] } }, 'newsletter'],
    ['need 65 week waits by specialty by end of the week pls', { by: 'specialty', period: MONTH }, 'by end of the week'],
    ['Please supply clinic utilisation for ophthalmology by site before 4pm', { by: 'site', period: MONTH }, 'before 4pm'],
    ['when was this last refreshed, i need it for the leaflet', { intent: 'freshness' }, 'leaflet'],
  ])('%s', (text, query, passedOver) => {
    const { query: found, said } = heard(text);
    expect(found).toMatchObject(query);
    expect(said).toContain(passedOver);
  });

  test.each([
    'in our robotics lists could you tell me late starts',
    'regarding the robotics lists, please send late starts',
    'I look after robotics, can you send me late starts',
    'could you let me have the DNA rate for smokers by friday',
    'ENT DNA rate only for smokers, it’s for the quiz',
    'DNA rate for the bunion patients please, I need it for the leaflet',
    'as we only do robotics please confirm late starts',
    'the registrar wants the weekend DNA rate',
    'could you send the DNA rate, excluding the smokers',
    'our cancer lead has asked for the DNA rate',
    'DNA rate, and I said weekends',
    'We are at Wakefield this week. What is the DNA rate?',
    'We want private patients left out. What is the DNA rate?',
    'It is all about robotics for us. Late starts in June',
    'Late starts in June. We only have the robots.',
    // A part or a time that was told and is not in the question.
    'Glenfield is doing well. What is the DNA rate in ENT?',
    'ENT had a bad June. What was the DNA rate?',
    'The wards at Wakefield are shut. What is the DNA rate?',
    'We look after robotics. How many late starts in May?',
    'What are late starts in urology? We leave the robots out.',
  ])('%s: what may narrow the figure is never passed over', (text) => {
    expect(heard(text).query).toBeNull();
  });

  test('a day by which a target is to be reached is the time of the question', () => {
    expect(heard('will we hit the 65 week target by the end of September').query).toMatchObject({ intent: 'projection', period: { to: '2024-09-30' } });
  });

  test('a month that only the message around a request names may be the one that is asked about', () => {
    expect(heard('following on from the May numbers could you confirm the DNA rate').query).toBeNull();
  });
});
