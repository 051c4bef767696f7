import type { Query } from '../../src/engine/query';

/** What a hand-written question should come to. Whatever is not given is as in a plain value of October 2026. */
export interface Expected {
  readonly intent?: Query['intent'];
  readonly metrics: readonly string[];
  readonly filters?: Query['filters'];
  readonly excluding?: Query['excluding'];
  readonly by?: Query['by'];
  readonly versus?: unknown;
  readonly order?: Query['order'];
  readonly limit?: number;
  readonly having?: Query['having'];
  /** First and last day; null for no period. */
  readonly days?: readonly [string, string] | null;
}
export type Asked = readonly [question: string, expected: Expected];

const ENT = { specialty: ['120'] };
const TO = { specialty: ['110'] };
const EYES = { specialty: ['130'] };
const dna = (more: Omit<Expected, 'metrics'> = {}): Expected => ({ metrics: ['dna-rate'], ...more });
const acpl = (more: Omit<Expected, 'metrics'> = {}): Expected => ({ metrics: ['acpl'], ...more });
const of = (metric: string, more: Omit<Expected, 'metrics'> = {}): Expected => ({ metrics: [metric], ...more });
const SEPTEMBER = ['2026-09-01', '2026-09-30'] as const;
const OCTOBER = ['2026-10-01', '2026-10-31'] as const;
const NOVEMBER = ['2026-11-01', '2026-11-30'] as const;
const YTD = ['2026-04-01', '2026-10-31'] as const;
const YEAR = ['2025-11-01', '2026-10-31'] as const;
const MAY = ['2026-05-01', '2026-05-31'] as const;
const MAY24 = ['2024-05-01', '2024-05-31'] as const;
const period = (from: string, to: string): unknown => {
  const days: unknown = expect.objectContaining({ from, to });
  return { period: days };
};

export const FORMAL: readonly Asked[] = [
  ['What was the DNA rate for ENT last month?', dna({ filters: ENT, days: OCTOBER })],
  ['Please show me the average cases per list for Trauma and Orthopaedics in May 2024.', acpl({ filters: TO, days: MAY24 })],
  ['Could you give me the capped theatre utilisation at the Leicester General Hospital for the year to date?', of('capped-theatre-utilisation', { filters: { site: ['lgh'] }, days: YTD })],
  ['What is the proportion of late starts in urology this month?', of('late-starts', { filters: { specialty: ['101'] }, days: NOVEMBER })],
  ['Please provide the new to follow-up ratio by specialty.', of('new-to-follow-up-ratio', { intent: 'breakdown', by: 'specialty' })],
  ['How has the DNA rate changed over the last 12 months?', dna({ intent: 'trend', days: YEAR })],
  ['Which specialties have the highest DNA rate?', dna({ intent: 'ranking', by: 'specialty', order: 'highest' })],
  ['How does the DNA rate in October compare with the same month last year?', dna({ intent: 'comparison', versus: 'last-year', days: OCTOBER })],
  ['What proportion of patients were discharged at first appointment in dermatology?', of('discharged-at-first', { filters: { specialty: ['330'] } })],
  ['What does PIFU mean?', of('pifu-rate', { intent: 'definition', days: null })],
  ['How is capped theatre utilisation calculated?', of('capped-theatre-utilisation', { intent: 'definition', days: null })],
  ['When was the data last updated?', { intent: 'freshness', metrics: [], days: null }],
  ['Show the clinic utilisation for Women\'s and Children\'s by site, please.', of('clinic-utilisation', { intent: 'breakdown', filters: { cmg: ['wc'] }, by: 'site' })],
  ['What were cancellations on the day in Q1 24/25?', of('on-the-day-cancellations', { days: ['2024-04-01', '2024-06-30'] })],
  ['What was the ACPL for the trust in 2024/25?', acpl({ days: ['2024-04-01', '2025-03-31'] })],
  ['What is the DNA rate for face-to-face appointments?', dna({ filters: { 'consultation-medium': ['face-to-face'] } })],
  ['What is our DNA rate for first appointments compared with follow-ups?', dna({ intent: 'comparison', filters: { 'appointment-type': ['first'] }, versus: { filters: { 'appointment-type': ['follow-up'] } } })],
];

export const FRAGMENTS: readonly Asked[] = [
  ['dna ent', dna({ filters: ENT })],
  ['ent dna', dna({ filters: ENT })],
  ['dna rate for ent', dna({ filters: ENT })],
  ['acpl this month', acpl({ days: NOVEMBER })],
  ['acpl', acpl()],
  ['late starts t&o', of('late-starts', { filters: TO })],
  ['dna by site', dna({ intent: 'breakdown', by: 'site' })],
  ['pifu ytd', of('pifu-rate', { days: YTD })],
  ['pifu trend', of('pifu-rate', { intent: 'trend' })],
  ['dna trend ent', dna({ intent: 'trend', filters: ENT })],
  ['capped utilisation lri may 24', of('capped-theatre-utilisation', { filters: { site: ['lri'] }, days: MAY24 })],
  ['last 12 months of dna rate', dna({ intent: 'trend', days: YEAR })],
  ['dna rate last 12 months', dna({ days: YEAR })],
  ['dna m2 24/25', dna({ days: MAY24 })],
  ['early finishes glenfield', of('early-finishes', { filters: { site: ['gh'] } })],
  ['cases per hour by cmg', of('cases-per-hour', { intent: 'breakdown', by: 'cmg' })],
  ['worst specialties for dna', dna({ intent: 'ranking', by: 'specialty', order: 'worst' })],
  ['top 5 specialties acpl', acpl({ intent: 'ranking', by: 'specialty', order: 'highest', limit: 5 })],
  ['ent v t&o dna', dna({ intent: 'comparison', filters: ENT, versus: { filters: TO } })],
  ['dna may vs june', dna({ intent: 'comparison', days: MAY, versus: period('2026-06-01', '2026-06-30') })],
  ['dna vs target', dna({ intent: 'comparison', versus: 'target' })],
  ['eyes dna yesterday', dna({ filters: EYES, days: ['2026-11-20', '2026-11-20'] })],
  ['28 day breaches ytd', of('cancellation-28-day-breaches', { days: YTD })],
  ['booked utilisation next week', of('booked-theatre-utilisation', { days: ['2026-11-23', '2026-11-29'] })],
];

export const TYPOS: readonly Asked[] = [
  ['dna rate for opthalmology', dna({ filters: EYES })],
  ['dna rate opthamology', dna({ filters: EYES })],
  ['acpl for orthopeadics', acpl({ filters: TO })],
  ['latee starts urology', of('late-starts', { filters: { specialty: ['101'] } })],
  ['late strats urology', of('late-starts', { filters: { specialty: ['101'] } })],
  ['caped theatre utilisation', of('capped-theatre-utilisation')],
  ['capped theater utilization', of('capped-theatre-utilisation')],
  ['capped theatre utlisation lgh', of('capped-theatre-utilisation', { filters: { site: ['lgh'] } })],
  ['clinic utilsation last mnoth', of('clinic-utilisation', { days: OCTOBER })],
  ['dna rate lasst month', dna({ days: OCTOBER })],
  ['dna rate by speciality', dna({ intent: 'breakdown', by: 'specialty' })],
  ['dna rate by specialites', dna({ intent: 'breakdown', by: 'specialty' })],
  ['dna rate octobr', dna({ days: OCTOBER })],
  ['dna rate by stie', dna({ intent: 'breakdown', by: 'site' })],
  ['lastmonth dna rate', dna({ days: OCTOBER })],
  ['dnarate ent', dna({ filters: ENT })],
  ['cancelations on the day', of('on-the-day-cancellations')],
  ['waht is the dna rate for ent', dna({ filters: ENT })],
  ['dna rate dermatolgy', dna({ filters: { specialty: ['330'] } })],
  ['new to folow up ratio', of('new-to-follow-up-ratio')],
  ['dna rate compaired with last year', dna({ intent: 'comparison', versus: 'last-year' })],
  ['wrost specialties for dna rate', dna({ intent: 'ranking', by: 'specialty', order: 'worst' })],
  ['acpl tredn', acpl({ intent: 'trend' })],
  ['teh dna rate fro ent', dna({ filters: ENT })],
  ['early finshes gastroenterolgy', of('early-finishes', { filters: { specialty: ['301'] } })],
];

export const CAPITALS: readonly Asked[] = [
  ['DNA RATE FOR ENT LAST MONTH', dna({ filters: ENT, days: OCTOBER })],
  ['ACPL BY SITE', acpl({ intent: 'breakdown', by: 'site' })],
  ['LATE STARTS YTD MSS', of('late-starts', { filters: { cmg: ['mss'] }, days: YTD })],
  ['Dna Rate For Ent', dna({ filters: ENT })],
  ['CHUGGS ACPL', acpl({ filters: { cmg: ['chuggs'] } })],
  ['C.H.U.G.G.S ACPL', acpl({ filters: { cmg: ['chuggs'] } })],
  ['E.N.T. DNA RATE', dna({ filters: ENT })],
  ['PIFU RATE FOR W&C', of('pifu-rate', { filters: { cmg: ['wc'] } })],
  ['WHAT IS ACPL?', acpl({ intent: 'definition', days: null })],
  ['WORST 3 CMGS FOR LATE STARTS', of('late-starts', { intent: 'ranking', by: 'cmg', order: 'worst', limit: 3 })],
  ['T&O VS ENT DNA RATE', dna({ intent: 'comparison', filters: TO, versus: { filters: ENT } })],
  ['HELP', { intent: 'help', metrics: [], days: null }],
];

export const POSSESSIVES_AND_PLURALS: readonly Asked[] = [
  ['ENT\u2019s DNA rate', dna({ filters: ENT })],
  ["ENT's DNAs", dna({ filters: ENT })],
  ["T&O's late starts last month", of('late-starts', { filters: TO, days: OCTOBER })],
  ["Glenfield's ACPL", acpl({ filters: { site: ['gh'] } })],
  ['DNAs for ophthalmology', dna({ filters: EYES })],
  ['late start rate of urology', of('late-starts', { filters: { specialty: ['101'] } })],
  ['early finish for gynae', of('early-finishes', { filters: { specialty: ['502'] } })],
  ["Women's and Children's DNA rate", dna({ filters: { cmg: ['wc'] } })],
  ['DNA rates by CMGs', dna({ intent: 'breakdown', by: 'cmg' })],
  ['DNA rates across sites', dna({ intent: 'breakdown', by: 'site' })],
  ["the trust's ACPL", acpl()],
  ["this month's DNA rate", dna({ days: NOVEMBER })],
  ["last month's ACPL for urology", acpl({ filters: { specialty: ['101'] }, days: OCTOBER })],
  ["specialties' DNA rates ranked", dna({ intent: 'ranking', by: 'specialty', order: 'highest' })],
];

export const CHATTY: readonly Asked[] = [
  ['hi, can you tell me the DNA rate for ENT please?', dna({ filters: ENT })],
  ['morning! what was our ACPL last month? thanks', acpl({ days: OCTOBER })],
  ['hello tally, how are we doing on late starts?', of('late-starts')],
  ['hey could I get PIFU by specialty, cheers', of('pifu-rate', { intent: 'breakdown', by: 'specialty' })],
  ['quick one - what is the DNA rate at the LRI', dna({ filters: { site: ['lri'] } })],
  ['good morning, I would like to see clinic utilisation for ESM', of('clinic-utilisation', { filters: { cmg: ['esm'] } })],
  ["what's our acpl", acpl()],
  ["what's acpl", acpl({ intent: 'definition', days: null })],
  ['so how is ENT doing on DNAs then', dna({ filters: ENT })],
  ['ok and what does new to follow up ratio mean please', of('new-to-follow-up-ratio', { intent: 'definition', days: null })],
  ['I just want to know the DNA rate for the whole trust', dna()],
  ['how are we looking for cancellations on the day this month?', of('on-the-day-cancellations', { days: NOVEMBER })],
  ['DNA rate for ENT 😀 thanks!', dna({ filters: ENT })],
  ['thanks', { intent: 'greeting', metrics: [], days: null }],
  ['Good morning', { intent: 'greeting', metrics: [], days: null }],
  ['what can you do?', { intent: 'help', metrics: [], days: null }],
];

export const QUESTION_WORDS: readonly Asked[] = [
  ['which site has the lowest ACPL', acpl({ intent: 'ranking', by: 'site', order: 'lowest' })],
  ['which CMGs are worst for late starts', of('late-starts', { intent: 'ranking', by: 'cmg', order: 'worst' })],
  ['which specialties have a DNA rate over 8%', dna({ intent: 'breakdown', by: 'specialty', having: { op: 'above', value: 0.08 } })],
  ['which specialties are above 10 percent DNA', dna({ intent: 'breakdown', by: 'specialty', having: { op: 'above', value: 0.1 } })],
  ['which specialties have an ACPL below 1.5', acpl({ intent: 'breakdown', by: 'specialty', having: { op: 'below', value: 1.5 } })],
  ['what is the DNA rate for ENT', dna({ filters: ENT })],
  ['what is ACPL this month', acpl({ days: NOVEMBER })],
  ['what is ACPL', acpl({ intent: 'definition', days: null })],
  ['what are late starts', of('late-starts', { intent: 'definition', days: null })],
  ['how is the PIFU rate worked out', of('pifu-rate', { intent: 'definition', days: null })],
  ['how fresh is the data', { intent: 'freshness', metrics: [], days: null }],
  ['how up to date is the DNA rate', dna({ intent: 'freshness', days: null })],
  ['how many DNAs did ENT have', dna({ filters: ENT })],
  ['where are we with PIFU', of('pifu-rate')],
  ['how is ACPL trending', acpl({ intent: 'trend' })],
  ['are we hitting the DNA target', dna({ intent: 'comparison', versus: 'target' })],
  ['is late starts better than last year', of('late-starts', { intent: 'comparison', versus: 'last-year' })],
  ['how does ENT compare with the trust on DNA rate', dna({ intent: 'comparison', filters: ENT, versus: { filters: {} } })],
  ['what was capped utilisation in the week ending 15 November', of('capped-theatre-utilisation', { days: ['2026-11-09', '2026-11-15'] })],
  ['who is worst for DNA, by specialty', dna({ intent: 'ranking', by: 'specialty', order: 'worst' })],
];

export const REVERSED: readonly Asked[] = [
  ['last month ENT DNA rate', dna({ filters: ENT, days: OCTOBER })],
  ['for urology, in May 24, ACPL', acpl({ filters: { specialty: ['101'] }, days: MAY24 })],
  ['by site, the DNA rate', dna({ intent: 'breakdown', by: 'site' })],
  ['YTD for MSS late starts', of('late-starts', { filters: { cmg: ['mss'] }, days: YTD })],
  ['at LGH last month what was capped utilisation', of('capped-theatre-utilisation', { filters: { site: ['lgh'] }, days: OCTOBER })],
  ['excluding ENT, DNA rate by specialty', dna({ intent: 'breakdown', by: 'specialty', excluding: ENT })],
  ['compared with last year, how is PIFU', of('pifu-rate', { intent: 'comparison', versus: 'last-year' })],
  ['LRI and LGH DNA rate', dna({ intent: 'breakdown', by: 'site', filters: { site: ['lri', 'lgh'] } })],
  ['over the last 12 months, DNA rate chart', dna({ intent: 'trend', days: YEAR })],
  ['utilisation of clinics in cardiology', of('clinic-utilisation', { filters: { specialty: ['320'] } })],
  ['since April, DNA rate for ENT', dna({ filters: ENT, days: ['2026-04-01', '2026-11-20'] })],
];

export const ABBREVIATIONS: readonly Asked[] = [
  ['WNB paeds', dna({ filters: { specialty: ['420'] } })],
  ['N:FU for rheum', of('new-to-follow-up-ratio', { filters: { specialty: ['410'] } })],
  ['dna gastro & derm', dna({ intent: 'breakdown', by: 'specialty', filters: { specialty: ['301', '330'] } })],
  ['acpl COTE', acpl({ filters: { specialty: ['430'] } })],
  ['dna TFC 120', dna({ filters: ENT })],
  ['dna specialty 110', dna({ filters: TO })],
  ['acpl T/O', acpl({ filters: TO })],
  ['acpl T & O', acpl({ filters: TO })],
  ['acpl t and o', acpl({ filters: TO })],
  ['pifu ITAPS', of('pifu-rate', { filters: { cmg: ['itaps'] } })],
  ['dna EMPCC', dna({ filters: { site: ['empcc'] } })],
  ['dna F2F', dna({ filters: { 'consultation-medium': ['face-to-face'] } })],
  ['dna by IMD', dna({ intent: 'breakdown', by: 'deprivation' })],
  ['QMCO ytd', of('last-minute-cancellations', { days: YTD })],
  ['HES DNA rate ent', of('dna-rate-all-appointments', { filters: ENT })],
  ['acpl yoy', acpl({ intent: 'comparison', versus: 'last-year' })],
];

export const RICHER: readonly Asked[] = [
  ['DNA rate for ENT and T&O', dna({ intent: 'breakdown', by: 'specialty', filters: { specialty: ['120', '110'] } })],
  ['DNA rate for ENT and T&O combined', dna({ filters: { specialty: ['120', '110'] } })],
  ['DNA rate for ENT at LRI in September', dna({ filters: { specialty: ['120'], site: ['lri'] }, days: SEPTEMBER })],
  ['ACPL and DNA rate', { metrics: ['acpl', 'dna-rate'] }],
  ['late starts and early finishes for urology last month', { metrics: ['late-starts', 'early-finishes'], filters: { specialty: ['101'] }, days: OCTOBER }],
  ['DNA rate by site and specialty', dna({ intent: 'breakdown', by: ['site', 'specialty'] })],
  ['DNA rate by specialty excluding ENT and urology', dna({ intent: 'breakdown', by: 'specialty', excluding: { specialty: ['120', '101'] } })],
  ['ACPL everything but LGH', acpl({ excluding: { site: ['lgh'] } })],
  ['ACPL except LGH for urology', acpl({ excluding: { site: ['lgh'] }, filters: { specialty: ['101'] } })],
  ['DNA rate for under 18s', dna({ filters: { 'age-band': ['0-17'] } })],
  ['DNA rate for over 80s', dna({ filters: { 'age-band': ['80+'] } })],
  ['DNA rate for the over 65s', dna({ filters: { 'age-band': ['65-79', '80+'] } })],
  ['DNA rate aged 65 and over', dna({ filters: { 'age-band': ['65-79', '80+'] } })],
  ['DNA rate in the most deprived', dna({ filters: { deprivation: ['quintile-1'] } })],
  ['DNA rate by age band for ENT', dna({ intent: 'breakdown', by: 'age-band', filters: ENT })],
  ['DNA rate for virtual appointments in dermatology', dna({ filters: { 'consultation-medium': ['virtual'], specialty: ['330'] } })],
  ['virtual vs face to face DNA rate', dna({ intent: 'comparison', filters: { 'consultation-medium': ['virtual'] }, versus: { filters: { 'consultation-medium': ['face-to-face'] } } })],
  ['compare LRI and LGH for ACPL', acpl({ intent: 'comparison', filters: { site: ['lri'] }, versus: { filters: { site: ['lgh'] } } })],
  ['DNA rate ENT vs T&O at LRI in May', dna({ intent: 'comparison', filters: { specialty: ['120'], site: ['lri'] }, versus: { filters: { specialty: ['110'], site: ['lri'] } }, days: MAY })],
  ['DNA rate this month vs last month', dna({ intent: 'comparison', days: NOVEMBER, versus: period(...OCTOBER) })],
  ['DNA rate versus last month', dna({ intent: 'comparison', versus: 'previous' })],
  ['ACPL against target', acpl({ intent: 'comparison', versus: 'target' })],
  ['ACPL in May compared to the month before', acpl({ intent: 'comparison', versus: 'previous', days: MAY })],
  ['compare May and June DNA rate', dna({ intent: 'comparison', days: MAY, versus: period('2026-06-01', '2026-06-30') })],
  ['compare sites for DNA rate', dna({ intent: 'breakdown', by: 'site' })],
  ['bottom 3 sites for ACPL', acpl({ intent: 'ranking', by: 'site', order: 'lowest', limit: 3 })],
  ['five best specialties for PIFU', of('pifu-rate', { intent: 'ranking', by: 'specialty', order: 'best', limit: 5 })],
  ['specialties with DNA over 8% last month', dna({ intent: 'breakdown', by: 'specialty', having: { op: 'above', value: 0.08 }, days: OCTOBER })],
  ['DNA rate for CHUGGS by specialty in Q1', dna({ intent: 'breakdown', by: 'specialty', filters: { cmg: ['chuggs'] }, days: ['2026-04-01', '2026-06-30'] })],
  ['DNA rate in all specialties', dna()],
  ['overall DNA rate', dna()],
  ['latest DNA rate', dna()],
  ['current ACPL for urology', acpl({ filters: { specialty: ['101'] } })],
  ['DNA rate monthly for ENT', dna({ intent: 'trend', filters: ENT })],
  ['chart late starts since April', of('late-starts', { intent: 'trend', days: ['2026-04-01', '2026-11-20'] })],
  ['cancellations on the day by reason', of('on-the-day-cancellations', { intent: 'breakdown', by: 'cancellation-reason' })],
  ['split PIFU by CMG', of('pifu-rate', { intent: 'breakdown', by: 'cmg' })],
  ['specialty breakdown of late starts', of('late-starts', { intent: 'breakdown', by: 'specialty' })],
  ['late starts in theatres', of('late-starts')],
  ['late starts per theatre', of('late-starts', { intent: 'breakdown', by: 'theatre' })],
  ['DNA&nbsp;rate for T&amp;O', dna({ filters: TO })],
  ['DNA\u00a0rate\u200b for ENT', dna({ filters: ENT })],
  ['\u201cDNA rate\u201d for ENT', dna({ filters: ENT })],
];
