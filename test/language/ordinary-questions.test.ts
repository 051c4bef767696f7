import { read } from './trust-language';

const asked = (text: string): unknown => {
  const reading = read(text);
  return reading.kind === 'query' ? reading.query : reading;
};
const optionsOf = (text: string): readonly string[] => {
  const reading = read(text);
  return reading.kind === 'clarify' || reading.kind === 'unknown' ? reading.options : [];
};

describe('asked to be sent', () => {
  test.each(["can you send me last month's DNA rate for ENT", "email me last month's DNA rate for ENT", 'post me the DNA rate for ENT last month'])('%s is a question', (text) => {
    expect(asked(text)).toMatchObject({ intent: 'value', metrics: ['dna-rate'], filters: { specialty: ['120'] }, period: { from: '2026-10-01' } });
  });

  test.each(['post DNA here every Monday', 'send me DNA every month', 'email me the DNA rate weekly', 'send DNA each Monday', 'send me DNA daily'])('%s is a schedule', (text) => {
    expect(read(text)).toMatchObject({ kind: 'command', command: { kind: 'digest', what: 'create', query: { metrics: ['dna-rate'] } } });
  });

  test.each(['DNA by postcode', 'DNA rate by ethnicity'])('%s cannot be split so', (text) => {
    expect(read(text)).toMatchObject({ kind: 'unknown', reason: 'cannot-split' });
  });

  test('"post" that opens nothing is named back', () => {
    expect(read('late starts post EMPCC').kind).toBe('unknown');
  });
});

describe('splits and spans', () => {
  test.each([
    ['ACPL by specialty and site', { by: ['specialty', 'site'], filters: {} }],
    ['DNA by specialty & site', { by: ['specialty', 'site'], filters: {} }],
    ['last 12 months by month DNA', { intent: 'trend', period: { from: '2025-11-01', to: '2026-10-31' } }],
    ['DNA rate last 12 months by month', { intent: 'trend', period: { from: '2025-11-01', to: '2026-10-31' } }],
    ['DNA by age', { by: 'age-band' }],
    ['DNA by age and site', { by: ['age-band', 'site'] }],
    ['DNA by quintile', { by: 'deprivation' }],
    ['DNA people aged 18-64', { filters: { 'age-band': ['18-39', '40-64'] } }],
    ['late starts LRI-T04', { filters: { theatre: ['LRI-T04'] } }],
    ['late starts theatre lri-t04', { filters: { theatre: ['LRI-T04'] } }],
    ['DNA clinic 120R48', { filters: { clinic: ['120R48'] } }],
  ])('%s', (text, expected) => {
    expect(asked(text)).toMatchObject(expected);
  });

  test('ages that cut a band are answered with the bands', () => {
    expect(read('DNA 75+')).toMatchObject({ kind: 'unknown', sentence: 'I hold ages in these bands: 0 to 17, 18 to 39, 40 to 64, 65 to 79, 80 and over. “75+” would cut one in two.' });
  });

  test.each(['DNA rate 15mins', 'DNA rate H7', 'DNA rate Q5'])('%s holds no code', (text) => {
    expect(read(text).kind).toBe('unknown');
  });
});

describe('a figure as a target', () => {
  // Targets of the demonstration trust: capped 85%; late starts 0% and 4.9%; DNA below 5%.
  test.each(['capped utilisation against the 85% target', 'did we hit 85% capped utilisation', 'late starts vs 4.9%', 'DNA against 5%', 'did we hit the DNA target'])('%s', (text) => {
    expect(asked(text)).toMatchObject({ intent: 'comparison', versus: 'target' });
  });

  test('any other figure is answered with the target', () => {
    const reading = read('DNA vs 4.9%');
    expect(reading).toMatchObject({ kind: 'unknown', reason: 'not-supported', options: ['DNA rate against target', 'DNA rate'] });
    expect(reading.kind === 'unknown' ? reading.sentence : '').toContain('below 5%');
  });

  test.each([
    ['which specialties missed the DNA target', { by: 'specialty', having: { op: 'above', value: 0.05 } }],
    ['specialties off target for DNA', { by: 'specialty', having: { op: 'above', value: 0.05 } }],
    ['which specialties are below target for DNA', { by: 'specialty', having: { op: 'below', value: 0.05 } }],
    ['which sites missed the capped utilisation target', { by: 'site', having: { op: 'below', value: 0.85 } }],
  ])('%s', (text, expected) => {
    expect(asked(text)).toMatchObject({ intent: 'breakdown', ...expected });
  });
});

describe('words people use', () => {
  test.each([
    ["patients DNA'd", 'dna-rate'], ['patients missed their appointment', 'dna-rate'], ['what proportion of appointments were missed', 'dna-rate'],
    ['discharged at first appt', 'discharged-at-first'], ['firsts and procs', 'first-or-procedure-rate'], ["i'd like to see late starts", 'late-starts'],
    ['% of late starts', 'late-starts'], ['proportion of lists starting late', 'late-starts'], ['list late starts by site', 'late-starts'],
  ])('%s: %s', (text, metric) => {
    expect(asked(text)).toMatchObject({ metrics: [metric] });
  });

  test.each(['who owns the DNA metric', 'where does ACPL data come from'])('%s asks for the definition', (text) => {
    expect(asked(text)).toMatchObject({ intent: 'definition' });
  });
});

describe('what is offered', () => {
  test.each([
    ['ENT frob DNA by site', 'DNA rate for ENT by site'],
    ['DNA rate has definition frob', 'DNA rate'],
  ])('%s: %s', (text, option) => {
    expect(optionsOf(text)).toContain(option);
  });

  test.each(['late starts frob to', 'patient late starts', 'ACPL frob', 'hospital ACPL frob', 'than DNA rate has frob'])('%s: no option adds a measure, repeats one or hangs in the air', (text) => {
    for (const option of optionsOf(text)) {
      const reading = read(option);
      expect(reading.kind === 'query' ? reading.query.metrics.length : reading).toBe(1);
      expect(option).not.toMatch(/\b(?:to|has|than|for|from)$|^(?:to|has|than|for|from)\b|(\b\w+) \1\b/i);
    }
  });
});
