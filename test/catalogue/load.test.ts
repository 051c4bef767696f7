import { loadCatalogue } from '../../src/catalogue/load';
import { catalogueWith, forgetFolders, ORGANISATION } from './folders';

afterAll(forgetFolders);

const trust = loadCatalogue({ trustFolder: 'deployment/trust' }).catalogue;

test('the demonstration trust holds the first ten theatre metrics and the first seven outpatient metrics', () => {
  expect([...trust.metrics.keys()]).toEqual(expect.arrayContaining([
    'acpl', 'cases-per-hour', 'capped-theatre-utilisation', 'uncapped-theatre-utilisation', 'booked-theatre-utilisation', 'late-starts',
    'early-finishes', 'on-the-day-cancellations', 'last-minute-cancellations', 'cancellation-28-day-breaches',
    'dna-rate', 'dna-rate-all-appointments', 'first-or-procedure-rate', 'new-to-follow-up-ratio', 'pifu-rate', 'clinic-utilisation', 'discharged-at-first',
  ]));
});

test('DNA can be split by appointment type, medium, age and deprivation', () => {
  expect(trust.metrics.get('dna-rate')?.dimensions).toEqual(expect.arrayContaining(['appointment-type', 'consultation-medium', 'age-band', 'deprivation']));
});

test('the demonstration trust says on every card that it is one', () => {
  expect(trust.organisation).toMatchObject({ name: 'Demonstration trust', scope: 'Trust', notice: 'Demonstration data: generated, not real patients or activity' });
  expect(trust.organisation.cmgs.map(({ key }) => key)).toEqual(['alliance', 'chuggs', 'csi', 'esm', 'itaps', 'mss', 'rrcv', 'wc']);
  expect(trust.organisation.sites.map(({ key, codes }) => [key, ...codes])).toEqual([
    ['lri', 'LRI'], ['lgh', 'LGH'], ['gh', 'GH'], ['empcc', 'EMPCC'], ['hinckley', 'HINCKLEY'], ['community', 'COMMUNITY'],
  ]);
});

test('specialty, group and site take their values from the organisation, under the codes that the data carries', () => {
  const valueOf = (dimension: string, key: string): unknown => trust.dimensions.get(dimension)?.values.find((value) => value.key === key);
  expect(valueOf('specialty', '120')).toMatchObject({ name: 'ENT', codes: ['120'] });
  expect(valueOf('site', 'gh')).toMatchObject({ name: 'Glenfield', codes: ['GH'] });
  expect(valueOf('cmg', 'wc')).toMatchObject({ name: "Women's & Children's", codes: ['wc'] });
  expect(trust.dimensions.get('theatre')?.values).toEqual([]);
});

test('every metric says who owns it, where it comes from and what its numbers count', () => {
  for (const metric of trust.metrics.values()) {
    expect([metric.owner, metric.source, metric.version, metric.definition, metric.counting]).not.toContain('');
  }
});

test('late starts keep both targets, and discharged at first has none', () => {
  const values = (id: string): (number | undefined)[] => trust.targets.filter(({ metric }) => metric === id).map(({ value }) => value);
  expect(values('late-starts')).toEqual([0, 0.049]);
  expect(values('discharged-at-first')).toEqual([]);
});

test('only consultants are a restricted dimension', () => {
  expect([...trust.dimensions.values()].filter(({ restricted }) => restricted).map(({ id }) => id)).toEqual(['consultant']);
});

test('a trust says otherwise field by field, and what it leaves out stays national', () => {
  const national = catalogueWith({}).metrics.get('late-starts');
  const local = catalogueWith({ 'metrics.yaml': 'metrics:\n  - id: late-starts\n    owner: Theatres\n    decimals: 2\n' }).metrics.get('late-starts');
  expect(local).toEqual({ ...national, owner: 'Theatres', decimals: 2 });
});

test('a trust adds a synonym, a specialty’s name and a milestone of its own', () => {
  const catalogue = catalogueWith({
    'words.yaml': "specialties:\n  - '120; Ear, Nose & Throat; tonsils'\n  - code: '100'\n    name: Surgery\nmilestones:\n  - New car park\n",
  });
  expect(catalogue.organisation.specialties.find(({ code }) => code === '120')).toEqual({ code: '120', name: 'Ear, Nose & Throat', synonyms: ['tonsils'] });
  expect(catalogue.organisation.specialties.find(({ code }) => code === '100')).toMatchObject({ name: 'Surgery', synonyms: ['gen surg', 'general surgical'] });
  expect(catalogue.milestones).toEqual(['New car park']);
});

test('a trust’s ambiguity stands in place of the national one that shares a word with it', () => {
  const catalogue = catalogueWith({ 'words.yaml': 'ambiguities:\n  - words: [Endo]\n    ask: Which?\n    readings: [Endocrinology, Paediatric Endocrinology]\n' });
  expect(catalogue.ambiguities.filter(({ words }) => words.some((word) => /^endo$/i.test(word)))).toEqual([
    { words: ['Endo'], ask: 'Which?', readings: ['Endocrinology', 'Paediatric Endocrinology'], default: null, about: {}, today: null },
  ]);
});

test('an organisation that names its specialties holds no others', () => {
  const catalogue = catalogueWith({ 'organisation.yaml': `${ORGANISATION}  specialties: ['120', '110']\n` });
  expect(catalogue.organisation.specialties.map(({ code }) => code)).toEqual(['110', '120']);
});

test('what is omitted is no longer a metric, a target or a reading, and is named as not held with the reason', () => {
  const catalogue = catalogueWith({
    'omit.yaml': 'omit:\n  - metrics: [clinic-utilisation, pifu-rate]\n    because: The file does not hold it.\n',
    'targets.yaml': 'targets:\n  - { metric: clinic-utilisation, value: 0.95, comparator: at-least, source: Plan, from: 2024-04-01 }\n',
  });
  expect(catalogue.metrics.has('clinic-utilisation')).toBe(false);
  expect(catalogue.targets).toEqual([]);
  const { readings = [] } = catalogue.ambiguities.find(({ words }) => words.includes('utilisation')) ?? {};
  expect(readings).toEqual(expect.arrayContaining(['capped theatre utilisation', 'booked theatre utilisation', 'uncapped theatre utilisation']));
  expect(readings).not.toContain('clinic utilisation');
  expect(catalogue.notHeld.find(({ words }) => words.includes('clinic fill rate'))).toMatchObject({ because: 'The file does not hold it.', nearest: [] });
  expect(catalogue.notHeld.flatMap(({ nearest }) => nearest)).not.toContain('pifu-rate');
});

test('the fingerprint is the same for the same content however it is written, and changes with any definition', () => {
  const one = catalogueWith({ 'metrics.yaml': 'metrics:\n  - id: acpl\n    owner: A\n    decimals: 1\n' });
  const same = catalogueWith({ 'a.yaml': '# moved\nmetrics:\n  - { decimals: 1, owner: A, id: acpl }\n' });
  const other = catalogueWith({ 'metrics.yaml': 'metrics:\n  - id: acpl\n    owner: B\n    decimals: 1\n' });
  expect(one.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  expect(same.fingerprint).toBe(one.fingerprint);
  expect(other.fingerprint).not.toBe(one.fingerprint);
});

test('nobody can change a catalogue once it is loaded', () => {
  const acpl = trust.metrics.get('acpl');
  expect(() => Reflect.set(trust, 'fingerprint', 'x')).not.toThrow();
  expect(trust.fingerprint).not.toBe('x');
  expect(Object.isFrozen(acpl?.numerator.where[0])).toBe(true);
  expect(Object.isFrozen(trust.organisation.sites[0]?.codes)).toBe(true);
  expect(() => trust.metrics instanceof Map && trust.metrics.set('x', acpl)).toThrow('frozen');
  expect(() => trust.metrics instanceof Map && trust.metrics.delete('acpl')).toThrow('frozen');
  expect(() => trust.dimensions instanceof Map && trust.dimensions.clear()).toThrow('frozen');
});
