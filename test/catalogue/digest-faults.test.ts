import path from 'node:path';
import { readCatalogue } from '../../src/catalogue/load';
import { catalogueWith, forgetFolders, readWith } from './folders';

afterAll(forgetFolders);

const digest = (fields: Readonly<Record<string, string>>): string => `digests:\n${Object.entries({
  id: 'theatres-monday', name: 'Theatres', scorecard: 'theatres', when: "{ every: Monday, at: '08:00' }", where: '{ group: 19:g }', owner: '{ id: anna, name: Anna Ward }', ...fields,
}).filter(([, value]) => value !== '').map(([key, value], index) => `  ${index === 0 ? '-' : ' '} ${key}: ${value}`).join('\n')}\n`;

test.each<[string, Readonly<Record<string, string>>, number, RegExp]>([
  ['a scorecard that there is none of', { scorecard: 'zebras' }, 4, /there is no scorecard "zebras"/],
  ['a scorecard and metrics both', { metrics: '[dna-rate]' }, 2, /a scorecard or metrics, one of the two/],
  ['neither', { scorecard: '' }, 2, /a scorecard or metrics, one of the two/],
  ['a metric that there is none of', { scorecard: '', metrics: '[dna-rates]' }, 7, /there is no metric "dna-rates"/],
  ['a specialty that there is none of', { filters: "{ specialty: ['999'] }" }, 8, /there is no specialty "999"/],
  ['a day that there is none of', { when: "{ every: Moonday, at: '08:00' }" }, 5, /"when\.every" is "Moonday"/],
  ['a time that there is none of', { when: "{ every: Monday, at: '25:00' }" }, 5, /"when\.at" is "25:00"/],
  ['a month without its day', { when: "{ every: month, at: '08:00' }" }, 5, /no day is said/],
  ['a day of the month for a week', { when: "{ every: Monday, on: 3, at: '08:00' }" }, 5, /has no day of the month/],
  ['a zone that there is none of', { when: "{ every: Monday, at: '08:00', zone: Europe/Leicester }" }, 5, /there is no time zone "Europe\/Leicester"/],
  ['two places', { where: '{ group: 19:g, person: anna }' }, 6, /it goes to one place/],
  ['a channel without its team', { where: '{ channel: 19:c }' }, 6, /a channel is named with its team/],
  ['a person whose chat is shared', { where: '{ person: anna, shared: true }' }, 6, /is shared with nobody/],
  ['no owner', { owner: '' }, 2, /"owner" is missing/],
])('a digest with %s is refused, with file and line', (_, fields, line, message) => {
  const [fault] = readWith({ 'digests.yaml': digest(fields) }).faults;
  expect(fault).toMatchObject({ line });
  expect(path.basename(fault?.file ?? '')).toBe('digests.yaml');
  expect(fault?.message).toMatch(message);
  expect(fault?.fix).not.toBe('');
});

test('two digests of one id, or of one name in one place, are refused', () => {
  const twice = `${digest({})}${digest({ name: 'Another' }).replace('digests:\n', '')}`;
  expect(readWith({ 'digests.yaml': twice }).faults.map(({ message }) => message)).toEqual(['digest theatres-monday: there are two of that id.']);
  const named = `${digest({})}${digest({ id: 'other', name: 'THEATRES' }).replace('digests:\n', '')}`;
  expect(readWith({ 'digests.yaml': named }).faults.map(({ message }) => message)).toEqual(['digest other: there is another of that name in the same place.']);
});

test('what is not said is as usual: London, the whole trust, nobody else', () => {
  const [one] = catalogueWith({ 'digests.yaml': digest({}) }).digests;
  expect(one).toEqual({
    id: 'theatres-monday', name: 'Theatres', scorecard: 'theatres', filters: {}, when: { every: 'Monday', at: '08:00', zone: 'Europe/London' }, where: { group: '19:g' }, owner: { id: 'anna', name: 'Anna Ward' }, 'may-change': [],
  });
});

test('the demonstration trust declares two', () => {
  expect(readCatalogue({ trustFolder: 'deployment/trust' }).catalogue?.digests.map(({ name }) => name)).toEqual(['Theatres', 'Head and neck outpatients']);
});
