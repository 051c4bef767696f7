import { createRoad } from '../../src/ask';
import { NO_GRANTS } from '../../src/access/permit';
import { monthPeriod, rollingPeriod } from '../../src/calendar/period';
import { londonInstant } from '../../src/calendar/instant';
import { querySchema } from '../../src/engine/query';
import type { Snapshot, Snapshots } from '../../src/engine/snapshot';
import type { Catalogue } from '../../src/catalogue/catalogue';
import { createLanguage } from '../../src/language/language';
import { holdRows } from '../engine/held-rows';
import { SMALL_CATALOGUE } from '../engine/small-catalogue';

const who = { asker: { id: 'someone', name: null, tenant: null }, place: { kind: 'personal', id: 'chat' }, at: londonInstant('2024-06-12T09:00') ?? 0 } as const;
const query = querySchema.parse({ intent: 'value', metrics: ['dna-rate'], period: monthPeriod(2024, 5) });
const rows = [
  { appointment_date: '2024-05-01', attended_or_did_not_attend_code: '3', treatment_function_code: '120' },
  { appointment_date: '2024-05-01', attended_or_did_not_attend_code: '5', treatment_function_code: '120' },
];

let held: Snapshot & { close(): void };
beforeAll(async () => { held = await holdRows({ outpatient_appointments: rows }, { outpatient_appointments: {} }); });
afterAll(() => held.close());

function lending(snapshot: Snapshot | null): Snapshots & { out: number } {
  const lender = {
    out: 0,
    lend: () => {
      lender.out += 1;
      return Promise.resolve(snapshot === null ? null : { snapshot, release: () => { lender.out -= 1; } });
    },
    problems: () => ['appointments.csv, row 3: 31/02/2024 is not a date.'],
  };
  return lender;
}

const roadOver = (snapshots: Snapshots, catalogue: Catalogue = SMALL_CATALOGUE) =>
  createRoad({ catalogue, language: createLanguage(catalogue), snapshots, grants: NO_GRANTS, timeLimit: 5_000 });

test('a pressed button runs its query and hands the snapshot back', async () => {
  const snapshots = lending(held);
  const answer = await roadOver(snapshots).run({ kind: 'query', query }, who);
  expect(answer).toMatchObject({ outcome: 'answered', metrics: [{ value: 0.5 }] });
  expect(snapshots.out).toBe(0);
});

test('show working gives the definition, what is left out, the owner and the numbers', async () => {
  const { lines, showWorking, metrics, next } = await roadOver(lending(held)).run({ kind: 'working', query }, who);
  expect(showWorking).toBe(true);
  expect(metrics[0]).toMatchObject({ numerator: 1, denominator: 2, data: { snapshot: 'snapshot-1', extracts: ['outpatient-appointments'] } });
  expect(next.at(-1)?.title).toBe('Back to the answer');
  expect(lines.join('\n')).toMatch(/What it is\.[\s\S]*Left out: private patients[\s\S]*Informatics/);
});

test('before any data is loaded the answer says so: why, to a terminal, and to a chat no more than that there is a reason', async () => {
  const road = roadOver(lending(null));
  const inTerminal = await road.run({ kind: 'query', query }, { ...who, place: { kind: 'terminal', id: 'terminal' } });
  expect(inTerminal).toMatchObject({ outcome: 'no-data', reason: 'nothing-loaded', lines: ['appointments.csv, row 3: 31/02/2024 is not a date.'] });
  const inChat = await road.run({ kind: 'query', query }, who);
  expect(inChat).toMatchObject({ outcome: 'no-data', lines: ['Newer files were refused. Whoever runs the extracts can see why in the log.'] });
});

test('a button cannot give a period a name that its days do not have', async () => {
  const forged = { ...query, period: { ...monthPeriod(2024, 5), label: 'January 1999' } };
  expect((await roadOver(lending(held)).run({ kind: 'query', query: forged }, who)).scope).toBe('Trust · May 2024');
  const honest = { ...query, period: rollingPeriod('2024-05-31', 3) };
  expect((await roadOver(lending(held)).run({ kind: 'query', query: honest }, who)).scope).toBe('Trust · 3 months to May 2024');
});

test('a restricted metric is refused by name and not dressed up as missing data, from a button too', async () => {
  const metrics = new Map([...SMALL_CATALOGUE.metrics].map(([id, metric]) => [id, { ...metric, restricted: true }]));
  const answer = await roadOver(lending(held), { ...SMALL_CATALOGUE, metrics }).run({ kind: 'query', query }, who);
  expect(answer).toMatchObject({ outcome: 'refused', reason: 'not-permitted', headline: 'You may not see DNA rate here. It is restricted; ask its owner for access.', metrics: [] });
});

test('a restricted split is refused even where the metric is open', async () => {
  const dimensions = new Map([...SMALL_CATALOGUE.dimensions].map(([id, dimension]) => [id, { ...dimension, restricted: id === 'specialty' }]));
  const road = roadOver(lending(held), { ...SMALL_CATALOGUE, dimensions });
  const split = querySchema.parse({ ...query, intent: 'breakdown', by: 'specialty' });
  expect((await road.run({ kind: 'query', query: split }, who)).outcome).toBe('refused');
  expect((await road.run({ kind: 'query', query }, who)).outcome).toBe('answered');
});

test('the snapshot is handed back even when the query fails', async () => {
  const broken: Snapshot = { ...held, run: () => Promise.reject(new Error('secret path /srv/x')) };
  const snapshots = lending(broken);
  await expect(roadOver(snapshots).run({ kind: 'query', query }, who)).rejects.toMatchObject({ code: 'ENGINE_FAILED' });
  expect(snapshots.out).toBe(0);
});

test('an answer kept for one snapshot is not given for the next', async () => {
  const next = await holdRows({ outpatient_appointments: rows.slice(1) }, { outpatient_appointments: {} });
  let serving: Snapshot = held;
  const road = roadOver({ lend: () => Promise.resolve({ snapshot: serving, release: () => undefined }), problems: () => [] });
  const before = await road.run({ kind: 'query', query }, who);
  serving = { ...next, id: 'snapshot-2', run: (...given) => next.run(...given) };
  const after = await road.run({ kind: 'query', query }, who);
  expect([before.metrics[0]?.value, after.metrics[0]?.value]).toEqual([0.5, 0]);
  next.close();
});

test('each step of the road is timed in its order, and none but the permission where the answer is had already', async () => {
  const steps: string[] = [];
  const road = createRoad({
    catalogue: SMALL_CATALOGUE, language: createLanguage(SMALL_CATALOGUE), snapshots: lending(held), grants: NO_GRANTS, timeLimit: 5_000,
    timed: async (stage, work) => { steps.push(stage); return work(); },
  });
  await road.ask({ text: 'DNA rate in May', context: null, ...who });
  expect(steps.splice(0)).toEqual(['language', 'access', 'engine', 'answers']);
  await road.ask({ text: 'DNA rate in May', context: null, ...who });
  expect(steps).toEqual(['language', 'access']);
});
