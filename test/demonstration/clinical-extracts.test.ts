import { join } from 'node:path';
import { loadCatalogue } from '../../src/catalogue/load';
import { CANONICAL_TABLES } from '../../src/catalogue/tables/canonical-tables';
import { isOnTheDay } from '../../src/catalogue/tables/on-the-day';
import { DAY_SURGERY } from '../../src/demonstration/day-surgery';
import { waitingListTarget } from '../../src/demonstration/waiting-list-target';
import type { Tally } from '../../src/tally';
import { loadedTrust } from './loaded-trust';
import { trustAsOf, type RawTrust } from './trust-as-of';

// Expected values: Trust Board paper H of 11 July 2024 (Tables 1 and 2, appendix 3), and the sources of each definition. The
// SQL reads the raw files, so that it shares nothing with the mapping, the engine or the generator.

const TRUST_FOLDER = join(__dirname, '..', '..', 'deployment', 'trust');
const MAY = "disch_date between date '2024-05-01' and date '2024-05-31'";
const YEAR_TO_DATE = "disch_date between date '2024-04-01' and date '2024-05-31'";
/** National statistics count episodes; a trust's own extracts do not. */
const NOT_GENERATED = new Set(['consultant_episodes']);
const ELECTIVE = "adm_method in ('11', '12', '13') and pat_class in ('1', '2')";

let trust: RawTrust;
beforeAll(async () => {
  trust = await trustAsOf('2024-06-12');
});

describe('Spells print what the paper prints', () => {
  const onList = `replace(opcs, '.', '') in (${DAY_SURGERY.map((code) => `'${code.replace('.', '')}'`).join(', ')})`;

  test('The operations fitted are those of the trust\'s day-surgery list', () => {
    const { catalogue } = loadCatalogue({ trustFolder: TRUST_FOLDER });
    const list = catalogue.procedureLists.find(({ id }) => id === 'bads');
    expect([...(list?.codes ?? [])].sort()).toEqual(DAY_SURGERY.map((code) => code.replace('.', '')).sort());
  });

  test.each([
    { period: 'May 2024', days: MAY, printed: '76.1' }, { period: 'the year to date', days: YEAR_TO_DATE, printed: '76.0' },
  ])('The BADS day-case rate of $period is $printed%', async ({ days, printed }) => {
    const rate = await trust.number(`select count(*) filter (pat_class = '2') / count(*) from spells where ${ELECTIVE} and ${onList} and ${days}`);
    expect((100 * rate).toFixed(1)).toBe(printed);
  });

  test.each([
    { kind: 'day cases', period: 'May 2024', classification: '2', days: MAY, count: 10_500 },
    { kind: 'day cases', period: 'the year to date', classification: '2', days: YEAR_TO_DATE, count: 20_739 },
    { kind: 'elective inpatients', period: 'May 2024', classification: '1', days: MAY, count: 1_956 },
    { kind: 'elective inpatients', period: 'the year to date', classification: '1', days: YEAR_TO_DATE, count: 3_735 },
  ])('Table 1 has the $count $kind of $period', async ({ classification, days, count }) => {
    expect(await trust.number(`select count(*) from spells where ${ELECTIVE} and pat_class = '${classification}' and ${days}`)).toBe(count);
  });
});

describe('Spells', () => {
  test('run from admission through the operation to discharge, and a day case ends where it begins', async () => {
    expect(await trust.number(`select count(*) from spells where adm_date > disch_date or opcs_date < adm_date or opcs_date > disch_date
      or pat_class = '2' and adm_date <> disch_date or (opcs is null) <> (opcs_date is null)`)).toBe(0);
  });

  test('each completed elective theatre case of April has its spell', async () => {
    const codes = "select opcs, count(*) as n from operations where status = 'C' and pat_class = '2' and op_date between date '2024-04-01' and date '2024-04-30' group by opcs";
    expect(await trust.number(`select count(*) from (${codes}) done left join (select opcs, count(*) as n from spells where pat_class = '2' and adm_method like '1%'
      and disch_date between date '2024-04-01' and date '2024-04-30' group by opcs) ended using (opcs) where coalesce(ended.n, 0) < done.n`)).toBe(0);
  });

  test('between one in twenty and one in ten of those who go home come back as an emergency within 30 days', async () => {
    const rate = await trust.number(`select count(*) filter (exists (select 1 from spells e where e.pseudo_id = s.pseudo_id and e.adm_method like '2%' and e.spell_no <> s.spell_no
      and e.adm_date between s.disch_date and s.disch_date + 30)) / count(*) from spells s where disch_method <> '4' and pat_class <> '3' and disch_date between date '2024-04-08' and date '2024-05-08'`);
    expect(rate).toBeGreaterThan(0.05);
    expect(rate).toBeLessThan(0.1);
  });

  test('stay for sane lengths, and hold every kind that a definition leaves out', async () => {
    const mean = (where: string): Promise<number> => trust.number(`select avg(disch_date - adm_date) from spells where pat_class = '1' and ${where}`);
    expect(await mean("adm_method like '1%'")).toBeGreaterThan(2);
    expect(await mean("adm_method like '1%'")).toBeLessThan(5);
    expect(await mean("adm_method like '2%'")).toBeGreaterThan(4);
    expect(await mean("adm_method like '2%'")).toBeLessThan(8);
    const [left] = await trust.rows(`select count(*) filter (pat_class = '3') as regular, count(*) filter (admin_cat = '02') as private, count(*) filter (disch_method = '4') as died,
      count(*) filter (adm_method like '3%') as maternity, count(*) filter (pat_class = '1' and int_mgmt = '2') as kept_in from spells`);
    const common = Object.entries(left ?? {}).filter(([, count]) => Number(count) > 50).map(([kind]) => kind);
    expect(common).toEqual(['regular', 'private', 'died', 'maternity', 'kept_in']);
  });
});

describe('Diagnostics and waits', () => {
  test('A service list is planned at 10 to 11 points and delivers about 9; a training list carries about 60%', async () => {
    const planned = (kind: string): Promise<number> => trust.number(`select avg(points_planned) from endoscopy_lists where list_status = 'RUN' and list_kind = '${kind}'`);
    expect(await planned('S')).toBeGreaterThanOrEqual(10);
    expect(await planned('S')).toBeLessThanOrEqual(11);
    expect(await planned('T') / await planned('S')).toBeCloseTo(0.6, 1);
    const delivered = await trust.number(`select sum(points) filter (outcome = 'DONE') / count(distinct list_no) from endoscopies join endoscopy_lists using (list_no) where list_kind = 'S'`);
    expect(delivered).toBeGreaterThan(8.5);
    expect(delivered).toBeLessThan(9.5);
  });

  test('Endoscopies and scans follow one another in their room and on their machine', async () => {
    for (const [view, place, from, to] of [['endoscopies', 'list_no', 'in_room', 'out_room'], ['scans', 'machine, exam_date', 'exam_start', 'exam_end']]) {
      expect(await trust.number(`select count(*) from (select ${from} < lag(${to}) over (partition by ${place} order by ${from}) as overlapping from ${view} where ${from} is not null) where overlapping`)).toBe(0);
    }
  });

  test('Machines are busy for between half and all of the time that they are open', async () => {
    const shares = await trust.rows(`with busy as (select modality, sum(exams * avg_mins) as minutes from tests where modality is not null and attend_code in ('5', '6') group by modality
        union all select 'mri', sum(date_diff('minute', exam_start, exam_end)) from scans)
      select b.modality, minutes / open as share from busy b join (select "Modality" as modality, sum("Minutes Open") as open from machine_days group by 1) using (modality)`);
    expect(shares).toHaveLength(4);
    for (const { modality, share } of shares) {
      expect([modality, Number(share) > 0.5 && Number(share) < 1]).toEqual([modality, true]);
    }
  });

  test('The centre at the General does about 62,000 tests in 2023/24, and the one at Hinckley is not open yet', async () => {
    const tests = await trust.number(`select sum("Tests") from history_tests where "CDC" = 'Y' and "Attendance Status" in ('5', '6') and "Month" between date '2023-04-01' and date '2024-03-01'`);
    expect(tests).toBeGreaterThan(58_000);
    expect(tests).toBeLessThan(66_000);
    expect(await trust.number(`select count(*) from tests where site = 'HINCKLEY'`)).toBe(0);
  });

  test('By March 2024 85% wait less than six weeks for one of fifteen tests', async () => {
    const within = await trust.number(`select sum(waiting) filter (days_waited < 42) / sum(waiting) from test_waits where wait_kind = 'WL' and census_date = date '2024-03-31'`);
    expect(Math.round(100 * within)).toBe(85);
    expect(await trust.number('select count(distinct test) from test_waits')).toBe(15);
  });

  test.each(['2019-04', '2021-06', '2024-03', '2024-05'])('The waiting list of %s adds up to its target, band by band', async (month) => {
    const { bands, unknown } = waitingListTarget(month);
    const held = await trust.rows(`select coalesce(days_waited, -1) as days, sum(pathways)::integer as pathways from pathways where strftime(census_date, '%Y-%m') = '${month}' group by 1 order by 1`);
    expect(held.map(({ pathways }) => pathways)).toEqual([unknown, ...bands].filter((count) => count > 0));
  });

  test('Nobody waits 104 weeks from April 2023 on, fewer and fewer wait 52, 65 and 78, and some clocks are not known', async () => {
    const [year] = await trust.rows(`select sum(pathways) filter (days_waited >= 729) as two_years, sum(pathways) filter (days_waited is null) as unknown from pathways where census_date >= date '2023-04-30'`);
    expect(year?.['two_years']).toBeNull();
    expect(Number(year?.['unknown'])).toBeGreaterThan(0);
    const waiting = (days: number, census: string): Promise<number> => trust.number(`select coalesce(sum(pathways), 0) from pathways where days_waited >= ${days} and census_date = date '${census}'`);
    for (const days of [365, 456, 547]) {
      expect(await waiting(days, '2024-05-31')).toBeLessThan(await waiting(days, '2023-05-31'));
    }
    const inTime = await trust.number(`select sum(pathways) filter (days_waited <= 126) / sum(pathways) from pathways where census_date = date '2024-05-31'`);
    expect(inTime).toBeGreaterThan(0.55);
    expect(inTime).toBeLessThan(0.65);
  });
});

const DAYS: readonly (readonly [view: string, date: string, later: string])[] = [
  ['spells', 'disch_date', ''], ['endoscopy_lists', 'list_date', ''], ['endoscopies', 'case_date', ''], ['tests', 'exam_date', 'report_days'], ['scans', 'exam_date', 'reported'],
  ['endoscopy_tests', 'test_date', ''], ['machine_days', '"Date"', ''], ['test_waits', 'census_date', ''], ['pathways', 'census_date', ''], ['register', 'census_date', ''],
  ['referrals', 'received', ''], ['answers', 'answered_on', ''], ['complaints', '"Received"', ''], ['history_spells', 'month', ''], ['history_tests', '"Month"', ''], ['history_referrals', '"Month"', ''],
];

test.each(DAYS)('A day of %s is the same whenever it is made, but for reports, which come in time', async (view, date, later) => {
  const earlier = await trustAsOf('2024-05-16');
  const kept = later === '' ? '*' : `* exclude (${later})`;
  const digest = `select count(*) as n, bit_xor(hash(d)) as digest from (select ${kept} from ${view} where ${date} < date '2024-05-16') d`;
  const [before] = await earlier.rows(digest);
  expect(Number(before?.['n'])).toBeGreaterThan(0);
  expect(await trust.rows(digest)).toEqual([before]);
});

describe('The program loads it', () => {
  let tally: Tally;
  beforeAll(async () => {
    tally = await loadedTrust('2024-06-12');
  });
  afterAll(() => tally.close());

  test('without a fault in any file', () => {
    expect(tally.snapshots.problems()).toEqual([]);
  });

  test('with no month since April 2019 missing from any table of what happened', async () => {
    const lent = await tally.snapshots.lend();
    const held = CANONICAL_TABLES.filter(({ name, standsFor }) => standsFor !== 'stretch' && !NOT_GENERATED.has(name) && !isOnTheDay(name)).map(({ name }) => {
      const coverage = lent?.snapshot.coverage[name];
      return { name, from: coverage?.from.slice(0, 7), missingMonths: coverage?.missingMonths };
    });
    lent?.release();
    expect(held.length).toBeGreaterThan(16);
    expect(held).toEqual(held.map(({ name }) => ({ name, from: '2019-04', missingMonths: [] })));
  });
});

test.each([
  ['spells', 'consultant'], ['spells', 'purchaser'], ['spells', 'hrg'], ['spells', 'opcs'], ['spells', 'site'], ['spells', 'tfc'], ['spells', 'imd_decile'], ['tests', 'modality'], ['tests', 'exam'],
  ['tests', 'site'], ['test_waits', 'site'], ['pathways', 'tfc'], ['pathways', 'site'], ['pathways', 'purchaser'], ['register', 'site'], ['referrals', 'purchaser'], ['answers', 'tfc'],
  ['endoscopy_lists', 'site'], ['endoscopy_lists', 'tfc'], ['history_spells', 'purchaser'],
])('%s differ by %s', async (view, column) => {
  expect(await trust.number(`select count(distinct ${column}) from ${view}`)).toBeGreaterThan(1);
});
