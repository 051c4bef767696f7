import { loadCatalogue } from '../../src/catalogue/load';
import { EXAMPLES } from './example';

const { catalogue } = loadCatalogue({ trustFolder: 'deployment/trust' });

/** Every id of the contract, with what the domain reference says of it: unit, direction, what is counted, and how. */
const CONTRACT: readonly (readonly [id: string, unit: string, better: string, counting: string, kind: string])[] = [
  ['acpl', 'number', 'higher', 'sessions', 'ratio'],
  ['cases-per-hour', 'number', 'higher', 'sessions', 'ratio'],
  ['capped-theatre-utilisation', 'ratio', 'higher', 'minutes', 'ratio'],
  ['uncapped-theatre-utilisation', 'ratio', 'neutral', 'minutes', 'ratio'],
  ['booked-theatre-utilisation', 'ratio', 'higher', 'minutes', 'ratio'],
  ['late-starts', 'ratio', 'lower', 'sessions', 'ratio'],
  ['early-finishes', 'ratio', 'lower', 'sessions', 'ratio'],
  ['on-the-day-cancellations', 'ratio', 'lower', 'people', 'ratio'],
  ['last-minute-cancellations', 'count', 'lower', 'people', 'count'],
  ['cancellation-28-day-breaches', 'count', 'lower', 'people', 'count'],
  ['hvlc-cases-per-list', 'number', 'higher', 'sessions', 'ratio'],
  ['day-case-rate', 'ratio', 'higher', 'people', 'ratio'],
  ['bads-day-case-rate', 'ratio', 'higher', 'people', 'ratio'],
  ['length-of-stay', 'nights', 'lower', 'people', 'ratio'],
  ['emergency-length-of-stay', 'nights', 'lower', 'people', 'ratio'],
  ['hvlc-length-of-stay', 'nights', 'lower', 'people', 'ratio'],
  ['pre-operative-bed-days', 'nights', 'lower', 'people', 'ratio'],
  ['readmission-rate', 'ratio', 'lower', 'people', 'ratio'],
  ['post-operative-complications', 'ratio', 'lower', 'people', 'ratio'],
  ['dna-rate', 'ratio', 'lower', 'people', 'ratio'],
  ['dna-rate-all-appointments', 'ratio', 'lower', 'people', 'ratio'],
  ['first-or-procedure-rate', 'ratio', 'higher', 'people', 'ratio'],
  ['new-to-follow-up-ratio', 'number', 'lower', 'people', 'ratio'],
  ['pifu-rate', 'ratio', 'higher', 'people', 'ratio'],
  ['clinic-utilisation', 'ratio', 'higher', 'slots', 'ratio'],
  ['discharged-at-first', 'ratio', 'higher', 'people', 'ratio'],
  ['outpatient-cancellations', 'ratio', 'lower', 'people', 'ratio'],
  ['overdue-follow-ups', 'count', 'lower', 'people', 'count'],
  ['psfu-patients', 'count', 'higher', 'people', 'count'],
  ['referral-triage-rate', 'ratio', 'higher', 'people', 'ratio'],
  ['endoscopy-points-per-list', 'points', 'higher', 'sessions', 'ratio'],
  ['endoscopy-clinic-utilisation', 'ratio', 'higher', 'slots', 'ratio'],
  ['endoscopy-in-session-utilisation', 'ratio', 'higher', 'minutes', 'ratio'],
  ['imaging-utilisation', 'ratio', 'higher', 'minutes', 'ratio'],
  ['straight-to-test', 'count', 'higher', 'people', 'count'],
  ['diagnostic-dna-rate', 'ratio', 'lower', 'people', 'ratio'],
  ['diagnostic-six-week-rate', 'ratio', 'higher', 'people', 'ratio'],
  ['diagnostic-thirteen-week-waits', 'count', 'lower', 'people', 'count'],
  ['reporting-turnaround', 'number', 'lower', 'people', 'median'],
  ['cdc-tests', 'count', 'higher', 'people', 'count'],
  ['rtt-eighteen-week-rate', 'ratio', 'higher', 'people', 'ratio'],
  ['rtt-52-week-waits', 'count', 'lower', 'people', 'count'],
  ['rtt-65-week-waits', 'count', 'lower', 'people', 'count'],
  ['rtt-78-week-waits', 'count', 'lower', 'people', 'count'],
  ['rtt-104-week-waits', 'count', 'lower', 'people', 'count'],
  ['waiters-validated', 'ratio', 'higher', 'people', 'ratio'],
  ['activity', 'count', 'neutral', 'people', 'count'],
  ['income', 'gbp', 'neutral', 'money', 'count'],
  ['activity-against-plan', 'count', 'higher', 'people', 'difference'],
  ['income-against-plan', 'gbp', 'higher', 'money', 'difference'],
  ['productivity-contribution', 'gbp', 'higher', 'money', 'difference'],
  ['productivity-cip', 'gbp', 'higher', 'money', 'difference'],
  ['cpwau', 'gbp', 'lower', 'money', 'ratio'],
  ['cpwau-opportunity', 'gbp', 'lower', 'money', 'opportunity'],
  ['net-surplus', 'gbp', 'higher', 'money', 'difference'],
  ['implied-productivity-growth', 'ratio', 'higher', 'money', 'published'],
  ['implied-workforce-productivity-growth', 'ratio', 'higher', 'money', 'published'],
  ['emergency-admission-rate', 'number', 'lower', 'people', 'ratio'],
  ['elective-admission-rate', 'number', 'neutral', 'people', 'ratio'],
  ['friends-and-family', 'ratio', 'higher', 'people', 'ratio'],
  ['complaints', 'count', 'lower', 'people', 'count'],
];

test.each(CONTRACT)('%s is defined: %s, %s is better, counting %s, a %s', (id, unit, better, counting, kind) => {
  expect(catalogue.metrics.get(id)).toMatchObject({ id, unit, better, counting, kind });
});

test('every metric of the catalogue is in the contract and has an example worked by hand', () => {
  const ids = [...catalogue.metrics.keys()].sort();
  expect(ids).toEqual(CONTRACT.map(([id]) => id).sort());
  expect([...new Set(EXAMPLES.map(({ metric }) => metric))].sort()).toEqual(ids);
});

test.each([...catalogue.metrics.values()].map((metric) => [metric.id, metric] as const))(
  '%s says what its numbers count, who owns it, where it comes from and which version it is', (_id, metric) => {
    const { owner, source, version, definition, counting, numerator, denominator } = metric;
    for (const said of [owner, source, version, counting, numerator.counts, denominator?.counts ?? 'no denominator']) {
      expect(said.trim()).not.toBe('');
    }
    expect(definition).toMatch(/^[A-Z].*[.]$/s);
    expect(definition).not.toMatch(/ {2}|\n\n/);
  },
);

describe('definitions that the NHS does not fix are the trust’s, with an owner and a date', () => {
  test.each([
    'acpl', 'late-starts', 'early-finishes', 'on-the-day-cancellations', 'clinic-utilisation', 'discharged-at-first', 'bads-day-case-rate',
    'hvlc-length-of-stay', 'hvlc-cases-per-list', 'endoscopy-points-per-list', 'endoscopy-clinic-utilisation',
    'endoscopy-in-session-utilisation', 'imaging-utilisation', 'straight-to-test', 'reporting-turnaround', 'overdue-follow-ups', 'referral-triage-rate',
  ])('%s', (id) => {
    expect(catalogue.metrics.get(id)?.version).toMatch(/^Local (definition|list), \d{1,2} [A-Z][a-z]+ \d{4}$/);
  });

  test('the list of day-surgery procedures is called a proxy wherever it is used, with its keeper and its date', () => {
    const saying = [...catalogue.metrics.values()].filter(({ caveats }) => caveats.some((caveat) => caveat.includes('Proxy, not BADS')));
    expect(saying.map(({ id }) => id)).toEqual(['bads-day-case-rate']);
    expect(saying[0]?.caveats[0]).toBe('Proxy, not BADS: Day-surgery procedures, kept by Clinical director, planned care, 1 April 2024.');
  });

  test.each(catalogue.procedureLists.map((list) => [list.id, list] as const))('the codes of the list %s are OPCS-4 without the dot, each once', (_id, { codes }) => {
    expect(codes.filter((code) => !/^[A-Z]\d{3}$/.test(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });
});

describe('what the reference warns of is said with every figure', () => {
  test.each([
    ['readmission-rate', 'The window is 30 days'],
    ['clinic-utilisation', 'Not accurate'],
    ['acpl', 'an all-day list counts once'],
    ['length-of-stay', 'never mixed'],
    ['diagnostic-six-week-rate', 'can only mean less than six'],
    ['rtt-eighteen-week-rate', 'weekly national minimum data set'],
    ['straight-to-test', 'number of pathways'],
    ['imaging-utilisation', 'scans over expected scans'],
    ['pre-operative-bed-days', 'Day cases'],
    ['day-case-rate', 'finished consultant episodes'],
    ['hvlc-length-of-stay', 'Each specialty has a target of its own'],
    ['hvlc-length-of-stay', 'not reported and not nought'],
    ['emergency-admission-rate', 'not standardised'],
    ['implied-productivity-growth', 'Quartile 1 is the lowest productivity'],
    ['productivity-contribution', 'business case'],
  ])('%s: %s', (id, warning) => {
    expect(catalogue.metrics.get(id)?.caveats.join(' ')).toContain(warning);
  });

  test('what is coded after the event is called immature until its coding has come', () => {
    const coded = ['bads-day-case-rate', 'hvlc-length-of-stay', 'pre-operative-bed-days', 'post-operative-complications', 'first-or-procedure-rate'];
    expect(coded.filter((id) => (catalogue.metrics.get(id)?.['matures-after-days'] ?? 0) < 30)).toEqual([]);
    expect(catalogue.metrics.get('readmission-rate')?.['matures-after-days']).toBe(31);
  });

  test.each([['income', 'low'], ['activity', 'low'], ['productivity-contribution', 'low'], ['first-or-procedure-rate', 'low'], ['cpwau', 'high'], ['cpwau-opportunity', 'high'], ['bads-day-case-rate', null]])('%s errs %s until it is coded', (id, way) => {
    expect(catalogue.metrics.get(id)?.['reads-until-mature']).toBe(way);
  });
});

test.each([[52, 365], [65, 456], [78, 547], [104, 729]])('the band of more than %p weeks begins the day after them, on day %p', (weeks, day) => {
  expect(day).toBe(7 * weeks + 1);
  expect(catalogue.metrics.get(`rtt-${weeks}-week-waits`)?.numerator.where).toEqual([{ field: 'days_waiting', 'at-least': day }]);
});

describe('recorded events', () => {
  const groups = new Set([...catalogue.metrics.values()].map(({ group }) => group));

  test.each(catalogue.events.map((event) => [event.name, event.from, event] as const))('%s of %s bears on groups that there are, and ends after it begins', (_name, from, event) => {
    expect(event.groups.filter((group) => !groups.has(group))).toEqual([]);
    expect((event.to ?? from) >= from).toBe(true);
    expect(event.source).not.toBe('');
  });

  test('both that the board paper names are there, each strike with the days that were published of it', () => {
    const names = catalogue.events.map(({ name }) => name);
    expect(names).toContain('Nervecentre roll-out');
    expect(catalogue.events.filter(({ name }) => name.startsWith('Industrial action')).map(({ from, to }) => [from, to])).toEqual([
      ['2023-03-13', '2023-03-16'], ['2023-04-11', '2023-04-15'], ['2023-06-14', '2023-06-17'], ['2023-07-13', '2023-07-18'],
      ['2023-08-11', '2023-08-15'], ['2023-09-20', '2023-09-23'], ['2023-10-02', '2023-10-05'], ['2023-12-20', '2023-12-23'],
      ['2024-01-03', '2024-01-09'], ['2024-02-24', '2024-02-28'], ['2024-06-27', '2024-07-02'],
    ]);
  });
});
