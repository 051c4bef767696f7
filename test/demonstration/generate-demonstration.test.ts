import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateDemonstration } from '../../src/demonstration/generate-demonstration';
import { trustAsOf } from './trust-as-of';

test('A day is the same whenever it is made, but for treatment dates, which become known', async () => {
  const earlier = await trustAsOf('2024-05-16');
  const later = await trustAsOf('2024-06-12');
  const digests = [
    "select count(*) as n, bit_xor(hash(a)) from appointments a where appointment_date < date '2024-05-16'",
    `select count(*) as n, bit_xor(hash(c)) from clinics c where "Session Date" < date '2024-05-16'`,
    "select count(*) as n, bit_xor(hash(l)) from lists l where list_date < date '2024-05-16'",
    "select count(*) as n, bit_xor(hash(o)) from (select * exclude (treated_on) from operations) o where op_date < date '2024-05-16'",
    'select count(*) as n, bit_xor(hash(h)) from history_appointments h', 'select count(*) as n, bit_xor(hash(h)) from history_operations h',
  ];
  for (const sql of digests) {
    const [before] = await earlier.rows(sql);
    expect(Number(before?.['n'])).toBeGreaterThan(0);
    expect(await later.rows(sql)).toEqual([before]);
  }
  expect(await later.number('select count(*) from operations where treated_on >= date \'2024-06-12\'')).toBe(0);
});

test('Records run from 1 April 2024 to the end of yesterday', async () => {
  const trust = await trustAsOf('2024-05-16');
  const dates = { appointments: 'appointment_date', clinics: '"Session Date"' };
  for (const [view, date] of Object.entries(dates)) {
    expect(await trust.rows(`select strftime(min(${date}), '%Y-%m-%d') as first, strftime(max(${date}), '%Y-%m-%d') as last from ${view}`))
      .toEqual([{ first: '2024-04-01', last: '2024-05-15' }]);
  }
  expect(await trust.rows(`select strftime(min("Month"), '%Y-%m') as first, strftime(max("Month"), '%Y-%m') as last, count(distinct "Month") as months from history_appointments`))
    .toEqual([{ first: '2019-04', last: '2024-03', months: 60n }]);
});

test('Lists of today and the next fortnight are planned, and turn into run lists with the same cases', async () => {
  const before = await trustAsOf('2024-05-16');
  const after = await trustAsOf('2024-06-12');
  expect(await before.rows(`select strftime(min(list_date), '%Y-%m-%d') as first, strftime(max(list_date), '%Y-%m-%d') as last from lists where list_status = 'Planned'`))
    .toEqual([{ first: '2024-05-16', last: '2024-05-30' }]);
  expect(await before.number("select count(*) from lists where list_date >= date '2024-05-16' and list_status <> 'Planned'")).toBe(0);
  expect(await before.number("select count(*) from operations where op_date >= date '2024-05-16' and (status <> 'P' or anaes_start is not null or canx_at is not null)")).toBe(0);

  const planned = (await before.rows("select case_ref from operations where status = 'P' order by 1")).map(({ case_ref }) => String(case_ref));
  const became = (await after.rows("select case_ref from operations where op_date between date '2024-05-16' and date '2024-05-30'")).map(({ case_ref }) => String(case_ref));
  expect(planned.length).toBeGreaterThan(600);
  expect(planned.filter((reference) => !new Set(became).has(reference))).toEqual([]);
  const booked = await before.number(`select sum(booked_mins) / (select sum(date_diff('minute', sched_start, sched_end)) from lists
    where list_type = 'EL' and list_date = date '2024-05-17') from operations where op_date = date '2024-05-17'`);
  expect(booked).toBeGreaterThan(0.7);
  expect(booked).toBeLessThan(1.1);
});

test('Keys are unique', async () => {
  const trust = await trustAsOf('2024-06-12');
  for (const [view, key] of Object.entries({ appointments: 'appointment_ref', clinics: '"Session Ref"', lists: 'list_ref', operations: 'case_ref' })) {
    expect(await trust.number(`select count(*) - count(distinct ${key}) from ${view}`)).toBe(0);
  }
  expect(await trust.number('select count(*) from operations anti join lists using (list_ref)')).toBe(0);
});

describe('The folder', () => {
  let parent: string;
  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'tally-folder-'));
  });
  afterEach(() => rm(parent, { recursive: true, force: true }));

  test('is left alone when it is complete for the day, replaced on the next, and nothing is left beside it', async () => {
    const folder = join(parent, 'extracts');
    const lines: string[] = [];
    const generate = (today: string): Promise<void> => generateDemonstration({ folder, today, log: (line) => lines.push(line) });
    // Only a counted month and planned lists exist in May 2019, which makes it quick.
    await generate('2019-05-02');
    const first = await stat(join(folder, 'complete.json'));
    await generate('2019-05-02');
    expect((await stat(join(folder, 'complete.json'))).mtimeMs).toBe(first.mtimeMs);
    await mkdir(`${folder}.partial-999999999`);
    await generate('2019-05-03');
    expect(JSON.parse(await readFile(join(folder, 'complete.json'), 'utf8'))).toMatchObject({ today: '2019-05-03' });
    expect(await readdir(parent)).toEqual(['extracts']);
    expect(lines).toHaveLength(2);
  });

  test('is refused when it holds files of somebody else', async () => {
    await writeFile(join(parent, 'theirs.csv'), 'a,b\n');
    await expect(generateDemonstration({ folder: parent, today: '2019-05-02' })).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
    expect(await readdir(parent)).toEqual(['theirs.csv']);
  });
});
