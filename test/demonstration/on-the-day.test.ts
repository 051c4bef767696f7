import path from 'node:path';
import { tmpdir } from 'node:os';
import { pino } from 'pino';
import type { Answer } from '../../src/answers/answer';
import { londonInstant } from '../../src/calendar/instant';
import { openTally, type Tally } from '../../src/tally';
import { trustAsOf } from './trust-as-of';

jest.setTimeout(240_000);

const DAY = '2024-07-11';
const TIMES = ['07:00', '08:30', '09:42', '12:00', '17:30', '23:50'];
let now = londonInstant(`${DAY}T${TIMES[0] ?? ''}`) ?? NaN;
let tally: Tally;

async function ask(text: string, at: number): Promise<Answer> {
  return tally.road.ask({ text, asker: { id: 'on.call.lead', name: null, tenant: null }, place: { kind: 'terminal', id: 'terminal' }, at, context: null });
}

beforeAll(async () => {
  tally = await openTally({
    configFolder: path.join(__dirname, '..', '..', 'deployment', 'trust'), extractsFolder: null, dataFolder: path.join(tmpdir(), 'tally-on-the-day-test'),
    clock: () => now, log: pino({ level: 'silent' }),
  });
});
afterAll(() => tally.close());

test('a day replayed extract by extract only ever adds to what is known, and everything planned is done, under way, to do or cancelled', async () => {
  const seen: NonNullable<Answer['onTheDay']>[] = [];
  for (const time of TIMES) {
    now = londonInstant(`${DAY}T${time}`) ?? NaN;
    await tally.onTheDay?.refresh();
    const { onTheDay, outcome } = await ask('today', now);
    expect([outcome, onTheDay?.asOf]).toEqual(['answered', `${DAY}T${time}`]);
    seen.push(...(onTheDay === undefined ? [] : [onTheDay]));
  }
  for (const [at, { planned, done, inTheatre, toDo, cancelled }] of seen.entries()) {
    expect((done ?? 0) + (inTheatre ?? 0) + (toDo ?? 0) + (cancelled ?? 0)).toBe(planned);
    expect(planned).toBe(seen[0]?.planned);
    expect(done).toBeGreaterThanOrEqual(seen[at - 1]?.done ?? 0);
    expect(cancelled).toBeGreaterThanOrEqual(seen[at - 1]?.cancelled ?? 0);
  }
  expect([seen[0]?.done, seen.at(-1)?.toDo, seen.at(-1)?.inTheatre]).toEqual([0, 0, 0]);
});

test('at its end the day stands as the nightly extract will say next morning', async () => {
  const { onTheDay } = await ask('cancellations today', now);
  const trust = await trustAsOf('2024-07-12');
  const [nextMorning] = await trust.rows(`
    select count(*) filter (o.status = 'X')::int as cancelled, count(*)::int as planned from operations o join lists l using (list_ref)
    where l.list_type = 'EL' and o.op_date = '${DAY}' and (o.status = 'C' or o.status = 'X' and o.canx_at::date = o.op_date)`);
  expect([nextMorning?.['cancelled'], nextMorning?.['planned']]).toEqual([onTheDay?.cancelled, onTheDay?.planned]);
});

test('ten minutes past midnight, with no new extract, nothing of the new day is known', async () => {
  const { outcome, headline } = await ask('on call', londonInstant('2024-07-12T00:10') ?? NaN);
  expect(outcome).toBe('no-data');
  expect(headline).toContain('the last on-the-day extract is of 23:50 on Thursday 11 July 2024, 20 minutes ago.');
});
