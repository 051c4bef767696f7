import type { Query } from '../../src/engine/query';

/** What a question should come to. Whatever is not given is as in a plain value of October 2026. */
export interface Meant {
  readonly intent?: Query['intent'];
  readonly metrics?: readonly string[];
  readonly scorecard?: string;
  readonly filters?: Query['filters'];
  readonly excluding?: Query['excluding'];
  readonly by?: Query['by'];
  readonly versus?: unknown;
  readonly order?: Query['order'];
  readonly limit?: number;
  readonly having?: Query['having'];
  readonly days?: readonly [string, string];
}
export type Question = readonly [words: string, meant: Meant];

const of = (metric: string, more: Meant = {}): Meant => ({ metrics: [metric], ...more });
const sheet = (scorecard: string, more: Meant = {}): Meant => ({ intent: 'scorecard', scorecard, ...more });
const off = (scorecard: string, more: Meant = {}): Meant => ({ intent: 'exceptions', scorecard, ...more });
const peers = (metric: string, more: Meant = {}): Meant => ({ intent: 'peers', metrics: [metric], versus: 'peers', ...more });
const by = (metric: string, dimension: string, more: Meant = {}): Meant => ({ intent: 'breakdown', metrics: [metric], by: dimension, ...more });
const YTD = ['2026-04-01', '2026-10-31'] as const;
const MAY24 = ['2024-05-01', '2024-05-31'] as const;
const Q2 = ['2026-07-01', '2026-09-30'] as const;
const NOVEMBER = ['2026-11-01', '2026-11-30'] as const;
const SIX = ['2026-05-01', '2026-10-31'] as const;
const TWELVE = ['2025-11-01', '2026-10-31'] as const;
const ENT = { specialty: ['120'] };
const TO = { specialty: ['110'] };

export const INPATIENTS: readonly Question[] = [
  ['day-case rate last month', of('day-case-rate')],
  ['daycase rate for urology', of('day-case-rate', { filters: { specialty: ['101'] } })],
  ['day surgery rate by CMG', by('day-case-rate', 'cmg')],
  ['percentage of day cases at LGH', of('day-case-rate', { filters: { site: ['lgh'] } })],
  ['BADS', of('bads-day-case-rate')],
  ['BADS daycase rate May 24', of('bads-day-case-rate', { days: MAY24 })],
  ['day case rate for BADS procedures', of('bads-day-case-rate')],
  ['length of stay for ENT', of('length-of-stay', { filters: ENT })],
  ['LOS ytd', of('length-of-stay', { days: YTD })],
  ['what was our elective LOS in May 2024', of('length-of-stay', { days: MAY24 })],
  ['emergency LOS', of('emergency-length-of-stay')],
  ['emergency length of stay by site', by('emergency-length-of-stay', 'site')],
  ['non-elective length of stay for CHUGGS', of('emergency-length-of-stay', { filters: { cmg: ['chuggs'] } })],
  ['length of stay for HVLC specialities', of('hvlc-length-of-stay')],
  ['HVLC LOS', of('hvlc-length-of-stay')],
  ['average length of stay per consultant', by('length-of-stay', 'consultant')],
  ['length of stay by HRG', by('length-of-stay', 'hrg')],
  ['analysis of LOS by HRG by consultant', { intent: 'breakdown', metrics: ['length-of-stay'], by: ['hrg', 'consultant'] }],
  ['pre-op bed days', of('pre-operative-bed-days')],
  ['reducing pre-operative bed days', of('pre-operative-bed-days')],
  ['pre-operative LOS by HRG', by('pre-operative-bed-days', 'hrg')],
  ['specialties with length of stay over 5 nights', by('length-of-stay', 'specialty', { having: { op: 'above', value: 5 } })],
  ['readmissions', of('readmission-rate')],
  ['30 day readmission rate for T&O', of('readmission-rate', { filters: TO })],
  ['readmissions trend', of('readmission-rate', { intent: 'trend' })],
  ['complications for urology ytd', of('post-operative-complications', { filters: { specialty: ['101'] }, days: YTD })],
  ['complications post-surgery', of('post-operative-complications')],
  ['emergency admission rate by commissioner', by('emergency-admission-rate', 'commissioner')],
  ['elective admission rate by ICB', by('elective-admission-rate', 'commissioner')],
  ['surgical thresholds by PCT', by('elective-admission-rate', 'commissioner')],
  ['variation in emergency admissions by commissioner', by('emergency-admission-rate', 'commissioner')],
];

export const DIAGNOSTICS: readonly Question[] = [
  ['endoscopy ACPL', of('endoscopy-points-per-list')],
  ['ACPL', of('acpl')],
  ['points per list at LGH', of('endoscopy-points-per-list', { filters: { site: ['lgh'] } })],
  ['JAG points ytd', of('endoscopy-points-per-list', { days: YTD })],
  ['endoscopy clinic utilisation', of('endoscopy-clinic-utilisation')],
  ['clinic utilisation', of('clinic-utilisation')],
  ['endoscopy in-session utilisation by site', by('endoscopy-in-session-utilisation', 'site')],
  ['imaging machine utilisation', of('imaging-utilisation')],
  ['imaging utilisation by modality', by('imaging-utilisation', 'modality')],
  ['scanner utilisation for MRI', of('imaging-utilisation', { filters: { modality: ['mri'] } })],
  ['number of straight to test pathways', of('straight-to-test')],
  ['STT for gastro', of('straight-to-test', { filters: { specialty: ['301'] } })],
  ['diagnostic DNA rate', of('diagnostic-dna-rate')],
  ['imaging DNAs last month', of('diagnostic-dna-rate')],
  ['diagnostics DNA by test', by('diagnostic-dna-rate', 'test')],
  ['DNA for MRI', of('diagnostic-dna-rate', { filters: { modality: ['mri'] } })],
  ['DM01', of('diagnostic-six-week-rate')],
  ['six week diagnostics for colonoscopy', of('diagnostic-six-week-rate', { filters: { test: ['colonoscopy'] } })],
  ['six weeks by test', by('diagnostic-six-week-rate', 'test')],
  ['diagnostic waits', of('diagnostic-six-week-rate')],
  ['13 week diagnostic waits', of('diagnostic-thirteen-week-waits')],
  ['diagnostics over 13 weeks by site', by('diagnostic-thirteen-week-waits', 'site')],
  ['reporting turnaround for CT', of('reporting-turnaround', { filters: { modality: ['ct'] } })],
  ['median reporting time by modality', by('reporting-turnaround', 'modality')],
  ['median reporting turnaround', of('reporting-turnaround')],
  ['CDC tests', of('cdc-tests')],
  ['CDC tests last month at Hinckley', of('cdc-tests', { filters: { site: ['hinckley'] } })],
  ['endoscpy ACPL', of('endoscopy-points-per-list')],
  ['imaging utilsation', of('imaging-utilisation')],
];

export const WAITING_LISTS: readonly Question[] = [
  ['RTT 18 weeks for ENT', of('rtt-eighteen-week-rate', { filters: ENT })],
  ['RTT performance', of('rtt-eighteen-week-rate')],
  ['referral to treatment by specialty', by('rtt-eighteen-week-rate', 'specialty')],
  ['52 week waits', of('rtt-52-week-waits')],
  ['how many patients are waiting over 52 weeks', of('rtt-52-week-waits')],
  ['65 week waiters by specialty', by('rtt-65-week-waits', 'specialty')],
  ['78 week waits for T&O', of('rtt-78-week-waits', { filters: TO })],
  ['104 week breaches', of('rtt-104-week-waits')],
  ['T&O 65 week waits trend', of('rtt-65-week-waits', { intent: 'trend', filters: TO })],
  ['52 week waits compared with last year', of('rtt-52-week-waits', { intent: 'comparison', versus: 'last-year' })],
  ['which specialties have the most 52 week waits', { intent: 'ranking', metrics: ['rtt-52-week-waits'], by: 'specialty', order: 'highest' }],
  ['waiting list validation', of('waiters-validated')],
  ['patients contacted and validated', of('waiters-validated')],
  ['waiters validated by CMG', by('waiters-validated', 'cmg')],
];

export const OUTPATIENTS: readonly Question[] = [
  ['outpatient cancellations', of('outpatient-cancellations')],
  ['cancelled outpatient appointments for dermatology', of('outpatient-cancellations', { filters: { specialty: ['330'] } })],
  ['clinic cancellations by specialty', by('outpatient-cancellations', 'specialty')],
  ['overdue follow-ups', of('overdue-follow-ups')],
  ['follow-up backlog by specialty', by('overdue-follow-ups', 'specialty')],
  ['PSFU', of('psfu-patients')],
  ['personalised stratified follow-up for urology', of('psfu-patients', { filters: { specialty: ['101'] } })],
  ['referral triage rate', of('referral-triage-rate')],
  ['e-triage by specialty', by('referral-triage-rate', 'specialty')],
  ['discharged at first outpatient appointment', of('discharged-at-first')],
  ['DNA', of('dna-rate')],
  ['friends and family', of('friends-and-family')],
  ['FFT by site', by('friends-and-family', 'site')],
  ['number of complaints', of('complaints')],
  ['complaints for W&C ytd', of('complaints', { filters: { cmg: ['wc'] }, days: YTD })],
];

export const THEATRES: readonly Question[] = [
  ['HVLC cases per list', of('hvlc-cases-per-list')],
  ['HVLC ACPL for ophthalmology', of('hvlc-cases-per-list', { filters: { specialty: ['130'] } })],
  ['cancellations on the day by procedure', by('on-the-day-cancellations', 'procedure')],
  ['cancellations on the day for W37.1', of('on-the-day-cancellations', { filters: { procedure: ['W371'] } })],
  ['cancellations on the day for procedure w371', of('on-the-day-cancellations', { filters: { procedure: ['W371'] } })],
  ['late starts theatre LRI-T04', of('late-starts', { filters: { theatre: ['LRI-T04'] } })],
  ['late starts by consultant', by('late-starts', 'consultant')],
  ['Average Case Per List', of('acpl')],
];

export const MONEY: readonly Question[] = [
  ['activity', of('activity')],
  ['activity by point of delivery', by('activity', 'pod')],
  ['activity for day cases in May 24', of('activity', { filters: { pod: ['day-case'] }, days: MAY24 })],
  ['income ytd', of('income', { days: YTD })],
  ['income by POD ytd', by('income', 'pod', { days: YTD })],
  ['income for new outpatients (NFTF)', of('income', { filters: { pod: ['new-outpatient-nftf'] } })],
  ['activity against plan', of('activity-against-plan')],
  ['activity vs plan ytd', of('activity-against-plan', { days: YTD })],
  ['day cases against plan', of('activity-against-plan', { filters: { pod: ['day-case'] } })],
  ['day cases vs the plan in May 24', of('activity-against-plan', { filters: { pod: ['day-case'] }, days: MAY24 })],
  ['elective inpatients against plan', of('activity-against-plan', { filters: { pod: ['inpatient'] } })],
  ['Performance against operational plan - Daycase', of('activity-against-plan', { filters: { pod: ['day-case'] } })],
  ['Performance against operational plan - Inpatient', of('activity-against-plan', { filters: { pod: ['inpatient'] } })],
  ['activity against plan by POD', by('activity-against-plan', 'pod')],
  ['activity against plan for ENT', of('activity-against-plan', { filters: ENT })],
  ['activity against plan variable only', of('activity-against-plan', { filters: { 'plan-basis': ['variable-only'] } })],
  ['income against plan', of('income-against-plan')],
  ['income v plan for variable activity', of('income-against-plan', { filters: { 'plan-basis': ['variable-only'] } })],
  ['overperformance', of('income-against-plan')],
  ['contribution', of('productivity-contribution')],
  ['contribution from over-performance by CMG', by('productivity-contribution', 'cmg')],
  ['productivity CIP', of('productivity-cip')],
  ['CIP', of('productivity-cip')],
  ['savings this year so far', of('productivity-cip', { days: YTD })],
  ['CIP attached to productivity in May 24', of('productivity-cip', { days: MAY24 })],
  ['CpWAU', of('cpwau')],
  ['CpWUAU', of('cpwau')],
  ['cost per weighted activity unit', of('cpwau')],
  ['cost per unit of weighted activity for ESM', of('cpwau', { filters: { cmg: ['esm'] } })],
  ['rolling 6 months CpWAU', of('cpwau', { days: SIX })],
  ['CpWAU rolling 12', of('cpwau', { days: TWELVE })],
  ['CpWAU rolling 12 months for MSS', of('cpwau', { filters: { cmg: ['mss'] }, days: TWELVE })],
  ['CpWAU by specialty', by('cpwau', 'specialty')],
  ['worst CMGs for CpWAU', { intent: 'ranking', metrics: ['cpwau'], by: 'cmg', order: 'worst' }],
  ['CpWAU opportunity by specialty', by('cpwau-opportunity', 'specialty')],
  ['CpWAU to 1920 opportunity for cardiology', of('cpwau-opportunity', { filters: { specialty: ['320'] } })],
  ['net deficit', of('net-surplus')],
  ['net surplus / deficit by specialty ytd', by('net-surplus', 'specialty', { days: YTD })],
  ['which specialties have the largest net deficit', { intent: 'ranking', metrics: ['net-surplus'], by: 'specialty', order: 'lowest' }],
  ['top 5 specialties by net deficit', { intent: 'ranking', metrics: ['net-surplus'], by: 'specialty', order: 'lowest', limit: 5 }],
  ['which specialties have the largest net surplus', { intent: 'ranking', metrics: ['net-surplus'], by: 'specialty', order: 'highest' }],
  ['worst specialties for net deficit', { intent: 'ranking', metrics: ['net-surplus'], by: 'specialty', order: 'worst' }],
  ['which specialties have a net deficit over £5m', by('net-surplus', 'specialty', { having: { op: 'below', value: -5_000_000 } })],
  ['which CMGs have CpWAU over £4,500', by('cpwau', 'cmg', { having: { op: 'above', value: 4500 } })],
  ['implied productivity growth', of('implied-productivity-growth', { days: MAY24 })],
  ['implied workforce productivity', of('implied-workforce-productivity-growth', { days: MAY24 })],
  ['activity trend', of('activity', { intent: 'trend' })],
  ['activity agianst plan', of('activity-against-plan')],
];

export const SCORECARDS: readonly Question[] = [
  ['lead measures', sheet('lead-measures')],
  ['lag measures', sheet('lag-measures')],
  ['lead measures for May 24', sheet('lead-measures', { days: MAY24 })],
  ['show me the lead measures please', sheet('lead-measures')],
  ['what are the lag measures this month', sheet('lag-measures', { days: NOVEMBER })],
  ['lag measures ytd', sheet('lag-measures', { days: YTD })],
  ['leed measures', sheet('lead-measures')],
  ['lead measures scorecard', sheet('lead-measures')],
  ['table 1', sheet('lead-measures')],
  ['Table 2', sheet('lag-measures')],
  ['table 3', sheet('cpwau-by-cmg')],
  ['table 4', sheet('variable-activity', { days: YTD })],
  ['board paper table 5', sheet('deep-dive-priorities')],
  ['theatres scorecard', sheet('theatres')],
  ['theatre scorecard', sheet('theatres')],
  ['theatre dashboard', sheet('theatres')],
  ['how are theatres doing', sheet('theatres')],
  ['how are theatres doing at LGH last month', sheet('theatres', { filters: { site: ['lgh'] } })],
  ['how is outpatients performing', sheet('outpatients')],
  ['show me the outpatients scorecard', sheet('outpatients')],
  ['outpatients scorecard for ENT', sheet('outpatients', { filters: ENT })],
  ['scorecard for outpatients', sheet('outpatients')],
  ['scorecard for outpatients excluding ENT', sheet('outpatients', { excluding: ENT })],
  ['diagnostics scorecard Q2', sheet('diagnostics', { days: Q2 })],
  ['how are diagnostics doing', sheet('diagnostics')],
  ['outpatient scorecard worst first', sheet('outpatients', { order: 'worst' })],
  ['clinical productivity indicators', sheet('clinical-productivity', { days: Q2 })],
  ['quarterly scorecard for Q1 24/25', sheet('clinical-productivity', { days: ['2024-04-01', '2024-06-30'] })],
  ['better value better care', sheet('clinical-productivity', { days: Q2 })],
  ['CpWAU by CMG', sheet('cpwau-by-cmg')],
  ['CpWAU by CMG for May 24', sheet('cpwau-by-cmg', { days: MAY24 })],
  ['variable activity', sheet('variable-activity', { days: YTD })],
  ['variable activity for ENT', sheet('variable-activity', { filters: ENT, days: YTD })],
  ['deep dive priorities', sheet('deep-dive-priorities')],
  ['which specialties should be reviewed first', sheet('deep-dive-priorities')],
  ['specialties prioritised first for review', sheet('deep-dive-priorities')],
];

export const OFF_TARGET: readonly Question[] = [
  ["what's off target in outpatients", off('outpatients')],
  ['what is off target in theatres', off('theatres')],
  ['anything red in theatres', off('theatres')],
  ['anything off target in diagnostics ytd', off('diagnostics', { days: YTD })],
  ['which lead measures are off target', off('lead-measures')],
  ["what's off target on the lag measures for May 24", off('lag-measures', { days: MAY24 })],
  ['what is off target in outpatients for ENT', off('outpatients', { filters: ENT })],
  ['exceptions in theatres', off('theatres')],
  ['is the DNA rate off target', of('dna-rate', { intent: 'comparison', versus: 'target' })],
];

export const PEERS: readonly Question[] = [
  ['how does our LOS compare with peers', peers('length-of-stay')],
  ['length of stay against East of England trusts', peers('length-of-stay')],
  ['are we an outlier on readmissions', peers('readmission-rate')],
  ['peers for day case rate', peers('day-case-rate')],
  ['day case rate for T&O against peers in Q2', peers('day-case-rate', { filters: TO, days: Q2 })],
  ['how do we compare with other trusts on DNA rate', peers('dna-rate')],
  ['DNA rate against our peers', peers('dna-rate')],
  ['BADS versus other hospitals', peers('bads-day-case-rate')],
  ['which quartile are we in for emergency length of stay', peers('emergency-length-of-stay')],
  ['DNA rate versus the national average', peers('dna-rate', { versus: 'national' })],
  ['new to follow-up ratio nationally', peers('new-to-follow-up-ratio', { versus: 'national' })],
  ['DNA rate compared with national for ENT in Q2', peers('dna-rate', { versus: 'national', filters: ENT, days: Q2 })],
  ['are we above peers on LOS', peers('length-of-stay')],
  ['where do we rank for length of stay', peers('length-of-stay')],
];

export const AS_PRINTED: readonly Question[] = [
  ['Capped Theatre Utilisation', of('capped-theatre-utilisation')],
  ['Outpatient first appointments and appointments with an outpatient procedure as a % of all outpatient appointments', of('first-or-procedure-rate')],
  ['Improving BADS daycase rates', of('bads-day-case-rate')],
  ['Reduce Late starts (%)', of('late-starts')],
  ['Reduce cancellations on the day', of('on-the-day-cancellations')],
  ['Cancellations on the day (%)', of('on-the-day-cancellations')],
  ['Discharged at first outpatient appointment (%)', of('discharged-at-first')],
  ['Patients discharged at first outpatient appointment (%)', of('discharged-at-first')],
  ['Patient Initiated Follow up (PIFU)', of('pifu-rate')],
  ['Clinic Utilisation', of('clinic-utilisation')],
  ['Endoscopy ACPL', of('endoscopy-points-per-list')],
  ['Imaging Machine utilisation', of('imaging-utilisation')],
  ['Number of straight to test pathways', of('straight-to-test')],
  ['Reducing length of stay', of('length-of-stay')],
  ['Increasing daycase surgery rates', of('day-case-rate')],
  ['Reducing pre-operative bed days', of('pre-operative-bed-days')],
  ['CpWAU by CMG', sheet('cpwau-by-cmg')],
  ['2024/25 Early Cut - Variable Activity', sheet('variable-activity', { days: ['2024-04-01', '2025-03-31'] })],
  ['Net Surplus / Deficit', of('net-surplus')],
  ['CpWAU (to 1920 Opp)', of('cpwau-opportunity')],
  ['Implied workforce productivity growth', of('implied-workforce-productivity-growth', { days: MAY24 })],
  ['friends and family, number of complaints', { metrics: ['friends-and-family', 'complaints'] }],
];

export const CODES: readonly Question[] = [
  ['length of stay for HRG HT12A', of('length-of-stay', { filters: { hrg: ['HT12A'] } })],
  ['day case rate for aa22c', of('day-case-rate', { filters: { hrg: ['AA22C'] } })],
  ['elective LOS for W37.1', of('length-of-stay', { filters: { procedure: ['W371'] } })],
  ['elective LOS for procedure W371 at LGH', of('length-of-stay', { filters: { procedure: ['W371'], site: ['lgh'] } })],
  ['emergency admission rate for 04C', of('emergency-admission-rate', { filters: { commissioner: ['04C'] } })],
  ['52 week waits for commissioner 04C', of('rtt-52-week-waits', { filters: { commissioner: ['04C'] } })],
  ['elective LOS for consultant C1234', of('length-of-stay', { filters: { consultant: ['C1234'] } })],
  ['DNA clinic 120R48', of('dna-rate', { filters: { clinic: ['120R48'] } })],
];
