import { askedIn2024 } from './july-2024';

/** Nothing of these may be answered as if the word that turns them round were not there. */
describe('words that turn a question round', () => {
  test.each([
    "which specialties don't have a DNA rate below 5%", "specialties where DNA isn't over 8%", "which specialties weren't over 8% DNA rate in May",
    "specialties that haven't missed the DNA target", "what isn't off target in theatres", "which specialties won't hit the DNA target",
    "how many lists didn't start late", "late starts that weren't at LGH", "DNA rate by site, don't show LGH", "who hasn't hit the DNA target",
    'DNA rate in specialties but ENT', 'DNA rate not only ENT', 'DNA rate not just ENT', 'ENT DNA rate excluded', 'no ENT DNA rate', 'Forget ENT, DNA rate',
  ])('%s: is not answered without it, and the opposite is not offered', (text) => {
    const reading = askedIn2024(text);
    expect(reading.kind).not.toBe('query');
    expect('options' in reading ? reading.options.filter((option) => /ENT$|LGH$|late starts$/i.test(option)) : []).toEqual([]);
  });

  test.each([
    ['DNA rate for all sites but LGH', { excluding: { site: ['lgh'] }, filters: {} }],
    ['late starts in all theatres but LGH', { excluding: { site: ['lgh'] }, filters: {} }],
    ['PIFU rate for every CMG but MSS', { excluding: { cmg: ['mss'] }, filters: {} }],
    ['DNA rate w/o ENT', { excluding: { specialty: ['120'] }, filters: {} }],
    ['DNA rate !ENT', { excluding: { specialty: ['120'] }, filters: {} }],
    ["why aren't we hitting the DNA target", { intent: 'explanation', metrics: ['dna-rate'] }],
    ['biggest loss making specialties', { metrics: ['net-surplus'], order: 'lowest' }],
    ['specialties with a loss of over £500k in 2023/24', { metrics: ['net-surplus'], having: { op: 'below', value: -500_000 } }],
  ])('%s', (text, expected) => {
    const reading = askedIn2024(text);
    expect(reading.kind === 'query' ? reading.query : reading).toMatchObject(expected);
  });
});

describe('what would make the figure another one', () => {
  test.each(['complaints in outpatients', 'income in outpatients', 'late starts in outpatients', '52 week waits for outpatients', 'DNA rate in diagnostics'])('%s: the name of another group of measures is named back', (text) => {
    expect(askedIn2024(text).kind).not.toBe('query');
  });

  test.each(['DNA rate for patients waiting over 52 weeks', 'length of stay for readmitted patients', 'DNA rate for PIFU patients', 'capped utilisation of late starts', 'late starts causing early finishes'])('%s: one measure does not narrow another', (text) => {
    expect(askedIn2024(text).kind).not.toBe('query');
  });

  test('two questions in one are asked one at a time', () => {
    expect(askedIn2024('DNA rate for ENT. Late starts for LGH.')).toMatchObject({ kind: 'clarify', options: ['DNA rate for ENT', 'Late starts for LGH'] });
  });

  test('new and follow-up joined to a split are a part of it, and no measure beside the first', () => {
    expect(askedIn2024('dna rate by cmg and new/follow up')).toMatchObject({ kind: 'query', query: { metrics: ['dna-rate'], by: ['cmg', 'appointment-type'] } });
  });

  test('a rise since last year is against last year', () => {
    expect(askedIn2024("what's driving the rise in DNAs since last year")).toMatchObject({ query: { intent: 'explanation', period: { from: '2024-06-01' }, versus: 'last-year' } });
  });

  test.each([
    ['how many 65 week waits will there be in March', '2025-03-31'],
    ['what will the DNA rate be in September', '2024-09-30'],
    ['forecast DNA rate for March', '2025-03-31'],
  ])('%s: is about the month to come', (text, to) => {
    expect(askedIn2024(text)).toMatchObject({ query: { period: { to } } });
  });

  test.each(['activity vs 2019/20', 'activity compared with 2019'])('%s: a month of a count is not set against a year', (text) => {
    expect(askedIn2024(text)).toMatchObject({ kind: 'unknown', reason: 'not-comparable' });
  });

  test.each(['DNA rate stent', 'DNA rate father'])('%s: is not put right into a word that says nothing', (text) => {
    expect(askedIn2024(text).kind).not.toBe('query');
  });
});

describe('what a longer list of names must not take for its own', () => {
  test.each([
    'how many clinic slots were not booked in ENT last month', 'theatre time not used in ENT', 'PTL not validated in urology', 'discharges not readmitted as an emergency within 30 days in ENT',
    'complaints not answered in ENT', 'back operations by specialty', 'which specialties missed 5% of appointments last month', "specialties that didn't reach 8% DNA",
    'over 65s waiting more than 52 weeks in ENT', 'between 52 and 65 week waits', 'SOS appointments DNA rate', 'how full are clinics and endoscopy lists',
    'I want the female figure if possible please. Readmissions in June?', 'removed private patients already. Readmissions in June?', 'late starts planned versus actual in ENT',
  ])('%s: not answered', (text) => {
    expect([text, askedIn2024(text).kind]).not.toEqual([text, 'query']);
  });

  test('somebody named in a sentence before it is refused', () => {
    expect(askedIn2024('Our patient Karen keeps asking when. 52 week waits in ENT?').kind).toBe('refused');
  });

  test('a share named by what is left of it turns order and condition round, and says so', () => {
    const reading = askedIn2024('which clinics have the most empty slots');
    expect(reading).toMatchObject({ kind: 'query', query: { metrics: ['clinic-utilisation'], order: 'lowest' } });
    expect(reading.kind === 'query' ? reading.notes.join(' ') : '').toContain('what is left of 100%');
  });

  test('short of a number that people aim at is on its wrong side', () => {
    expect(askedIn2024('CMGs not meeting 85% capped utilisation')).toMatchObject({ kind: 'query', query: { by: 'cmg', having: { op: 'below', value: 0.85 } } });
  });
});
