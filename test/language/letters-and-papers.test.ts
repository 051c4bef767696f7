import { askedIn2024 } from './july-2024';

/** What a message comes to, and all that is said of it. */
function heard(text: string): { readonly query: object | null; readonly said: string } {
  const reading = askedIn2024(text);
  return { query: reading.kind === 'query' ? reading.query : null, said: reading.kind === 'query' ? reading.notes.join(' ') : JSON.stringify(reading) };
}
const JUNE = { from: '2024-06-01', to: '2024-06-30' };
const MAY = { from: '2024-05-01', to: '2024-05-31' };
const LAST_YEAR = { from: '2023-04-01', to: '2024-03-31' };

describe('a request from outside is read behind its number, its law and its heading', () => {
  test.each<[string, object]>([
    ['FOI 24/2290: how many complaints were received in 2023/24?', { metrics: ['complaints'], period: LAST_YEAR }],
    ['FOI/2024/0518 Please supply the DNA rate for each specialty for 2023/24', { metrics: ['dna-rate'], by: 'specialty', period: LAST_YEAR }],
    ['Freedom of Information request ref 20418 - please disclose the number of 65 week waits by specialty', { metrics: ['rtt-65-week-waits'], by: 'specialty', period: JUNE }],
    ['Under the Freedom of Information Act 2000, please provide the readmission rate for 2023/24 by age group', { metrics: ['readmission-rate'], by: 'age-band', period: LAST_YEAR }],
    ['Our ref: FOI-7731. Please release the number of complaints received in May', { metrics: ['complaints'], period: MAY }],
    ['PQ 20117 - what was the day case rate in May?', { metrics: ['day-case-rate'], period: MAY }],
    ['MP letter ref KLM/204 - how many people were waiting over 78 weeks in orthopaedics?', { metrics: ['rtt-78-week-waits'], filters: { specialty: ['110'] } }],
    ['FOI about readmissions - please send the figures split by site', { metrics: ['readmission-rate'], by: 'site' }],
    // A year behind the word is when it was.
    ['FOI 2023/24 - complaints by site', { metrics: ['complaints'], by: 'site', period: LAST_YEAR }],
    // What heads a request is what it is about.
    ['urology: can you send me the PIFU rate', { metrics: ['pifu-rate'], filters: { specialty: ['101'] } }],
    ['DNA rate - pls could you send by site', { metrics: ['dna-rate'], by: 'site' }],
    ['please send on the day cancellations for 2023/24', { metrics: ['on-the-day-cancellations'], period: LAST_YEAR }],
  ])('%s', (text, query) => {
    expect(heard(text).query).toMatchObject(query);
  });

  test.each([
    ['EIR re readmissions - please supply them split by ward', 'ward'],
    ['FOI 24/2290: please state the number of staff vacancies', 'vacancies'],
    ['FOI 24/2290: please state the number of complaints about smokers', 'smokers'],
    ['Please supply the 18 week performance figures broken down by consultant', 'cannot be split by consultant'],
  ])('%s: what is not held, or cannot be told so, is named', (text, named) => {
    const { query, said } = heard(text);
    expect(query).toBeNull();
    expect(said).toContain(named);
  });
});

describe('a figure that somebody read elsewhere is passed over where it is asked how it is now', () => {
  test.each<[string, object]>([
    ['The board paper has clinic utilisation at 84%. What is it now?', { metrics: ['clinic-utilisation'], period: JUNE }],
    ['IPR showed the PIFU rate as about four per cent, where are we now?', { metrics: ['pifu-rate'], period: JUNE }],
    ['Our slide puts ACPL for urology at 2.4. Is that still right?', { metrics: ['acpl'], filters: { specialty: ['101'] } }],
    ['The May report gives ACPL at 2.2. What is it currently?', { metrics: ['acpl'], period: JUNE }],
    // The time of the figure is none that is asked about.
    ['The report says the DNA rate was 9% in April. What is it now?', { metrics: ['dna-rate'], period: JUNE }],
  ])('%s', (text, query) => {
    const { query: found, said } = heard(text);
    expect(found).toMatchObject(query);
    expect(said).toContain('Passed over');
  });

  test.each([
    ['The paper gives ACPL at 2.1. Which specialties are below that?'],
    ['Our director said the DNA rate was 8% in May, what is it now?'],
    ['The robotics paper gives ACPL at 2.1. What is it now?'],
    ['The paper gives ACPL at 2.1 for robotics. What is it now?'],
  ])('%s: what would change the answer is asked about', (text) => {
    expect(heard(text).query).toBeNull();
  });
});

describe('whoever asks says what they are, and their part of the hospital is asked about', () => {
  test.each<[string, object]>([
    ['I\'m one of the gynae consultants - how\'s our DNA rate looking?', { filters: { specialty: ['502'] } }],
    ['as one of the urology surgeons, what\'s our ACPL', { metrics: ['acpl'], filters: { specialty: ['101'] } }],
    ['I am the general manager for MSS; what was our income last month', { metrics: ['income'], filters: { cmg: ['mss'] } }],
    ['I\'m a registrar in gastro – what\'s our DNA rate', { filters: { specialty: ['301'] } }],
    ['im the matron for ENT whats our complaints', { metrics: ['complaints'], filters: { specialty: ['120'] } }],
  ])('%s', (text, query) => {
    const found = heard(text).query;
    expect(found).toMatchObject({ by: null, ...query });
  });

  test.each([
    'I\'m a gynae consultant, what\'s my DNA rate?',
    'I\'m one of the robotics consultants - what\'s our DNA rate',
    'I\'m the private patients manager - what\'s our income',
    'I\'m one of the patients – what\'s our DNA rate',
  ])('%s: whose figures are meant is asked', (text) => {
    expect(heard(text).query).toBeNull();
  });
});

describe('a meeting may go by its hour', () => {
  test.each<[string, object, string]>([
    ['theatres scorecard for my 8.45', { scorecard: 'theatres' }, 'for my 8.45'],
    ['urology PIFU rate needed for the half nine', { metrics: ['pifu-rate'], filters: { specialty: ['101'] } }, 'half nine'],
    ['RTT in time for the 4 o\'clock', { metrics: ['rtt-eighteen-week-rate'] }, '4 o\'clock'],
    ['complaints in May for tomorrow\'s 8am', { metrics: ['complaints'], period: MAY }, '8am'],
  ])('%s', (text, query, passedOver) => {
    const { query: found, said } = heard(text);
    expect(found).toMatchObject(query);
    expect(said).toContain(passedOver);
  });

  test.each(['late starts for the 8.30 list', 'late starts before 9am', 'DNA rate for the 2pm clinic', 'DNA for my 2pm patients', 'DNA rate in the 9am slot'])('%s: an hour of care is named back', (text) => {
    expect(heard(text).query).toBeNull();
  });
});

describe('parts that are named and then told apart', () => {
  test.each<[string, object]>([
    ['what are ENT and T&O each running at for ACPL', { metrics: ['acpl'], by: 'specialty', filters: { specialty: ['120', '110'] } }],
    ['LRI and LGH each, late starts in May', { metrics: ['late-starts'], by: 'site', filters: { site: ['lri', 'lgh'] }, period: MAY }],
    ['do LGH lists start late more often than LRI? late starts by site please', { metrics: ['late-starts'], by: 'site', filters: {} }],
    ['are virtual appointments missed more than face to face? DNA rate by consultation medium in May', { by: 'consultation-medium', filters: {}, versus: null, period: MAY }],
    ['is urology worse than gynae for late starts? by specialty', { by: 'specialty', versus: null }],
    ['do the most deprived DNA more?', { metrics: ['dna-rate'], by: 'deprivation', filters: {} }],
    ['do under 18s DNA more in ENT?', { by: 'age-band', filters: { specialty: ['120'] } }],
  ])('%s', (text, query) => {
    expect(heard(text).query).toMatchObject(query);
  });

  test.each(['DNA rate for ENT each', 'DNA rate for ENT and LRI each', 'do LGH patients DNA more? show by specialty', 'does ENT DNA more than urology? DNA by site'])('%s: is asked about', (text) => {
    expect(heard(text).query).toBeNull();
  });

  test('the same part at another time is a comparison still', () => {
    expect(heard('do the over 80s DNA more than a year ago?').query).not.toMatchObject({ by: 'age-band' });
  });
});

describe('a noun that says again what is counted', () => {
  test.each<[string, object]>([
    ['New:FU in gynae for 23/24', { metrics: ['new-to-follow-up-ratio'], filters: { specialty: ['502'] }, period: LAST_YEAR }],
    ['1st/fu gastro', { metrics: ['new-to-follow-up-ratio'], filters: { specialty: ['301'] } }],
    ['DNA rate split new:fu ENT', { metrics: ['dna-rate'], by: 'appointment-type', filters: { specialty: ['120'] } }],
    ['triage rate of our urology referrals in May', { metrics: ['referral-triage-rate'], filters: { specialty: ['101'] }, period: MAY }],
    ['what proportion of new gynae referrals are discharged at first appointment', { metrics: ['discharged-at-first'], filters: { specialty: ['502'] } }],
    ['DNA rate of all appointments for ENT as NHSE count it', { metrics: ['dna-rate-all-appointments'], filters: { specialty: ['120'] } }],
  ])('%s', (text, query) => {
    expect(heard(text).query).toMatchObject(query);
  });

  test.each(['referral triage rate for GP referrals', 'discharged at first appointment for urgent referrals', 'how many referrals did ENT get', 'DNA rate for GP referrals', 'late starts seen in clinic'])('%s: a kind of it is named back', (text) => {
    expect(heard(text).query).toBeNull();
  });
});
