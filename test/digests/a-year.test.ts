import { londonInstant } from '../../src/calendar/instant';
import { slotsBetween, type Schedule } from '../../src/calendar/schedule';
import { PLAIN } from '../../src/answers/from-reading';
import { openDigests } from '../../src/digests/open-digests';
import { querySchema } from '../../src/engine/query';
import { knownPlaces } from '../../src/store/known-places';
import { openStore } from '../../src/store/open-store';
import { CATALOGUE } from '../language/trust-language';
import { STORES } from '../store/stores';

const HOUR = 60 * 60_000;
const from = Date.parse('2023-12-31T12:00Z');
const to = Date.parse('2024-12-31T23:59Z');
const utc = (schedule: Schedule): readonly string[] => slotsBetween(schedule, from, to).map(({ at }) => new Date(at).toISOString().slice(0, 16));
const days = (schedule: Schedule): readonly string[] => slotsBetween(schedule, from, to).map(({ day }) => day.slice(5));

describe('the times of a year, from a calendar on the wall', () => {
  test('every Sunday of 2024, fifty-two, at one instant each, also when the clocks change in the night', () => {
    const sundays = utc({ every: 'week', on: 7, at: '01:30', zone: 'Europe/London' });
    expect(sundays).toHaveLength(52);
    // On 31 March there is no half past one: it comes an hour later by the wall. On 27 October it comes twice: the first counts.
    expect(sundays.filter((at) => /^2024-(?:03-(?:24|31)|04-07|10-(?:20|27)|11-03)/.test(at))).toEqual(['2024-03-24T01:30', '2024-03-31T01:30', '2024-04-07T00:30', '2024-10-20T00:30', '2024-10-27T00:30', '2024-11-03T01:30']);
  });

  test('the last day of each month, February in a leap year among them', () => {
    expect(days({ every: 'month', on: 31, at: '08:00', zone: 'Europe/London' })).toEqual(['01-31', '02-29', '03-31', '04-30', '05-31', '06-30', '07-31', '08-31', '09-30', '10-31', '11-30', '12-31']);
    expect(days({ every: 'month', on: 30, at: '08:00', zone: 'Europe/London' })).toEqual(['01-30', '02-29', '03-30', '04-30', '05-30', '06-30', '07-30', '08-30', '09-30', '10-30', '11-30', '12-30']);
  });

  test('working days: no weekend and no bank holiday of England, and both working days between Christmas and the New Year', () => {
    const working = days({ every: 'working-day', on: null, at: '07:15', zone: 'Europe/London' });
    // 2024 has 262 days from Monday to Friday and eight bank holidays, all of them on such a day.
    expect(working).toHaveLength(254);
    for (const holiday of ['01-01', '03-29', '04-01', '05-06', '05-27', '08-26', '12-25', '12-26']) expect(working).not.toContain(holiday);
    expect(working.slice(-5)).toEqual(['12-23', '12-24', '12-27', '12-30', '12-31']);
  });

  test.each<[string, readonly string[]]>([
    // New York changes its clocks on 10 March and 3 November.
    ['America/New_York', ['2024-03-04T13:00', '2024-03-11T12:00', '2024-10-28T12:00', '2024-11-04T13:00']],
    ['Asia/Kolkata', ['2024-03-04T02:30', '2024-03-11T02:30', '2024-10-28T02:30', '2024-11-04T02:30']],
    ['Australia/Lord_Howe', ['2024-03-03T21:00', '2024-03-10T21:00', '2024-10-27T21:00', '2024-11-03T21:00']],
  ])('Mondays at eight by the clock of %s', (zone, expected) => {
    const all = utc({ every: 'week', on: 1, at: '08:00', zone });
    expect(all).toHaveLength(53);
    expect(all).toEqual(expect.arrayContaining([...expected]));
  });
});

const SCHEDULES: readonly (readonly [name: string, schedule: Schedule, posts: number])[] = [
  ['Sundays', { every: 'week', on: 7, at: '01:30', zone: 'Europe/London' }, 52],
  ['Month ends', { every: 'month', on: 31, at: '08:00', zone: 'Europe/London' }, 12],
  ['Working days', { every: 'working-day', on: null, at: '07:15', zone: 'Europe/London' }, 254],
  ['New York', { every: 'week', on: 1, at: '08:00', zone: 'America/New_York' }, 53],
];

test.each(STORES)('a year gone through, kept in %s, slot by slot and hour by hour where the clocks change, posts each of them once and in time', async (_name, placeOf) => {
  const place = await placeOf();
  let now = from;
  const posted = new Map<string, string[]>();
  const store = await openStore(place.url, () => now);
  try {
    const digests = openDigests({
      catalogue: { ...CATALOGUE, digests: [] }, subscriptions: store.subscriptions, followed: store.followed, ledger: store.ledger, chats: store.chats, clock: () => now, wait: () => Promise.resolve(), instance: 'one',
      road: { run: () => Promise.resolve({ ...PLAIN, outcome: 'answered', headline: 'A figure.' }) }, render: (answer) => answer, isInstaller: () => Promise.resolve(false), isRemoved: () => Promise.resolve(false),
      places: knownPlaces(store),
      also: { owns: () => false, make: () => Promise.reject(new Error('nothing else is posted')), tell: () => Promise.resolve('nobody') },
      coverage: () => Promise.resolve({}),
      port: { post: ({ conversation }, __, summary) => {
        posted.set(conversation, [...posted.get(conversation) ?? [], `${new Date(now).toISOString().slice(0, 13)} ${summary}`]);
        return Promise.resolve({ outcome: 'sent', message: null });
      } },
      failed: (error) => { throw error; },
    });
    for (const [name, schedule] of SCHEDULES) {
      await store.subscriptions.create({
        id: name, organisation: CATALOGUE.organisation.name, name, query: JSON.stringify(querySchema.parse({ intent: 'value', metrics: ['dna-rate'], period: { from: '2024-05-01', to: '2024-05-31', grain: 'month', label: 'May 2024', asked: null } })), schedule,
        to: { kind: 'channel', conversation: name, serviceUrl: 'https://smba.trafficmanager.net/uk/', tenant: null, team: null }, person: null, setUpBy: { id: 'anna', name: null }, standing: 'active', why: '', since: from,
      }, from);
    }
    // Looked at when something is due, an hour later, and at every hour of the nights on which clocks change; other hours hold nothing.
    const looks = new Set(SCHEDULES.flatMap(([, schedule]) => slotsBetween(schedule, from, to).flatMap(({ at }) => [at, at + HOUR])));
    for (const night of ['2024-03-31', '2024-10-27']) for (let hour = 0; hour < 12; hour += 1) looks.add((londonInstant(night) ?? NaN) + hour * HOUR);
    for (const look of [...looks].sort((a, b) => a - b)) {
      now = look;
      await digests.tick();
    }
    for (const [name, , posts] of SCHEDULES) {
      const own = posted.get(name) ?? [];
      expect([name, own.length, new Set(own).size]).toEqual([name, posts, posts]);
      expect(own.filter((one) => !one.endsWith(' A figure.'))).toEqual([]);
    }
  } finally {
    store.close();
    await place.clear();
  }
}, 60_000);
