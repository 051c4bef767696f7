import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { moneyExtracts, type MoneyExtracts } from './money-extracts';
import { trustAsOf } from './trust-as-of';

// Expected values: Trust Board paper H of 11 July 2024, Tables 1, 3, 4 and 5, typed from the paper. The SQL reads the raw
// files; prices and groups are those of the trust's configuration.

const CONFIGURATION = join(__dirname, '..', '..', 'deployment', 'trust');
const configured = <Shape extends z.ZodType>(file: string, shape: Shape): z.output<Shape> => shape.parse(parse(readFileSync(join(CONFIGURATION, file), 'utf8')));
const { inflation } = configured('inflation.yaml', z.object({ inflation: z.object({ index: z.record(z.string(), z.number()) }) }));
const { organisation } = configured('organisation.yaml', z.object({
  organisation: z.object({
    sites: z.array(z.object({ key: z.string(), codes: z.array(z.string()) })),
    cmgs: z.array(z.object({ key: z.string(), sites: z.array(z.string()).default([]), specialties: z.array(z.unknown()).default([]) })),
  }),
}));

let trust: MoneyExtracts;
beforeAll(async () => {
  trust = await moneyExtracts('2024-06-12', (await trustAsOf('2024-06-12')).folder);
  const prices = Object.entries(inflation.index).map(([year, level]) => `(${year.slice(0, 4)}, ${level}e0)`).join(', ');
  const sites = organisation.cmgs.flatMap(({ key, sites: keys }) =>
    organisation.sites.filter((site) => keys.includes(site.key)).flatMap(({ codes }) => codes.map((code) => `('${code}', '${key}')`))).join(', ');
  const specialties = organisation.cmgs.flatMap(({ key, specialties: codes }) =>
    codes.map((each) => `('${typeof each === 'string' ? each : z.object({ code: z.string() }).parse(each).code}', '${key}')`)).join(', ');
  await trust.rows(`create table placed as
    select c.*, coalesce(s.cmg, t.cmg) as cmg, full_cost / level * 100 as in_base_prices
    from costs c join (values ${prices}) as p(year, level) on p.year = year(c.month) - case when month(c.month) < 4 then 1 else 0 end
    left join (values ${sites}) as s(site, cmg) on s.site = c.site left join (values ${specialties}) as t(tfc, cmg) on t.tfc = c.tfc`);
});
afterAll(async () => {
  await trust.close();
});

const MAY = "between date '2024-05-01' and date '2024-05-31'";
const BOTH = "between date '2024-04-01' and date '2024-05-31'";

/** As the paper prints a whole number: halves away from nought. */
const whole = (value: number): number => Math.sign(value) * Math.round(Math.abs(value));

describe('Table 1: all activity', () => {
  test.each([
    ['day-case', 10_500, 20_739, 19_651],
    ['inpatient', 1_956, 3_735, 3_195],
  ])('%s is %d in May and %d in the year to date, against a plan of %d', async (pod, may, yearToDate, planned) => {
    const of = (months: string): Promise<number> => trust.number(`select sum(activity) from contract where pod = '${pod}' and month ${months}`);
    expect(await of(MAY)).toBe(may);
    expect(await of(BOTH)).toBe(yearToDate);
    expect(whole(await trust.number(`select sum(planned_activity) from plan where pod = '${pod}' and plan_from = date '2024-04-01' and plan_to = date '2024-05-31'`))).toBe(planned);
  });

  test('The plan is for the year to date: none is held for May alone', async () => {
    expect(await trust.number("select count(*) from plan where plan_from = date '2024-05-01'")).toBe(0);
  });
});

type Line = readonly [name: string, pods: readonly string[], planned: number, actual: number, variance: number, plannedIncome: number, income: number, incomeVariance: number];
const TABLE_4: readonly Line[] = [
  ['Day Case', ['day-case'], 18_527, 19_257, 730, 12_773_246, 13_566_041, 792_795],
  ['Inpatient', ['inpatient'], 2_958, 3_472, 514, 13_965_949, 16_332_920, 2_366_971],
  ['IP Total', ['day-case', 'inpatient'], 21_484, 22_729, 1_245, 26_739_194, 29_898_961, 3_159_766],
  ['New Outpatients', ['new-outpatient'], 35_383, 37_564, 2_181, 7_549_531, 8_005_001, 455_470],
  ['New Outpatients (NFTF)', ['new-outpatient-nftf'], 3_911, 3_556, -355, 807_492, 746_209, -61_282],
  ['Outpatient Procedures', ['outpatient-procedure'], 27_519, 31_190, 3_671, 4_616_527, 5_147_507, 530_980],
  ['OP Total', ['new-outpatient', 'new-outpatient-nftf', 'outpatient-procedure'], 66_813, 72_310, 5_497, 12_973_549, 13_898_718, 925_168],
  ['Direct Access (Cardiac)', ['direct-access-cardiac'], 914, 741, -173, 157_774, 124_470, -33_303],
  ['Direct Access (Diagnostics)', ['direct-access-diagnostics'], 34_271, 34_771, 500, 1_853_792, 2_104_961, 251_169],
  ['Direct Access (Respiratory)', ['direct-access-respiratory'], 0, 0, 0, 0, 0, 0],
  ['DA Total', ['direct-access-cardiac', 'direct-access-diagnostics', 'direct-access-respiratory'], 35_185, 35_512, 327, 2_011_566, 2_229_431, 217_865],
  ['Diagnostic Imaging', ['diagnostic-imaging'], 26_622, 30_804, 4_182, 3_392_810, 4_187_871, 795_061],
  ['Cardiac Investigations', ['cardiac-investigations'], 0, 472, 472, 0, 65_961, 65_961],
  ['Respiratory Physiology', ['respiratory-physiology'], 0, 0, 0, 0, 0, 0],
  ['Other Total', ['cardiac-investigations', 'respiratory-physiology'], 0, 472, 472, 0, 65_961, 65_961],
  ['Unbundled Inpatient HRGs', ['unbundled-inpatient'], 3_901, 5_328, 1_427, 1_284_629, 1_740_381, 455_752],
  ['Unbundled Outpatient HRGs', ['unbundled-outpatient'], 542, 966, 424, 83_072, 144_000, 60_927],
  ['UB Total', ['unbundled-inpatient', 'unbundled-outpatient'], 4_442, 6_294, 1_852, 1_367_701, 1_884_380, 516_679],
];
const GRAND_TOTAL = [154_546, 168_121, 13_575, 46_484_820, 52_165_321, 5_680_500];

describe('Table 4: variable activity, April and May 2024', () => {
  const cells = async (where: string): Promise<readonly number[]> => {
    const [row] = await trust.rows(`select
      (select sum(planned_activity)::double from plan where ${where} and payment = 'V' and plan_from = date '2024-04-01' and plan_to = date '2024-05-31') as pa,
      (select sum(activity)::double from contract where ${where} and payment = 'V' and month ${BOTH}) as aa,
      (select sum(planned_income)::double from plan where ${where} and payment = 'V' and plan_from = date '2024-04-01' and plan_to = date '2024-05-31') as pp,
      (select sum(income)::double from contract where ${where} and payment = 'V' and month ${BOTH}) as ap`);
    const { pa, aa, pp, ap } = z.object({ pa: z.number(), aa: z.number(), pp: z.number(), ap: z.number() }).parse(row);
    return [pa, aa, aa - pa, pp, ap, ap - pp].map(whole);
  };

  test.each(TABLE_4)('%s', async (_name, pods, ...printed) => {
    expect(await cells(`pod in (${pods.map((pod) => `'${pod}'`).join(', ')})`)).toEqual(printed);
  });

  test('Grand Total, and the £4,544,400 that a variable cost rate of 20% leaves of it', async () => {
    const total = await cells('true');
    expect(total).toEqual(GRAND_TOTAL);
    expect(whole((total[5] ?? 0) * 0.8)).toBe(4_544_400);
  });

  test('A line that is not planned has a plan of nought, not none', async () => {
    expect(await trust.rows(`select pod, sum(planned_activity)::double as planned from plan where plan_to = date '2024-05-31'
      and pod in ('cardiac-investigations', 'direct-access-respiratory', 'respiratory-physiology') group by pod order by pod`)).toEqual([
      { pod: 'cardiac-investigations', planned: 0 }, { pod: 'direct-access-respiratory', planned: 0 }, { pod: 'respiratory-physiology', planned: 0 },
    ]);
  });
});

describe('Table 3: inflation-adjusted cost per weighted activity unit', () => {
  const STRETCHES = [
    "between date '2019-04-01' and date '2020-03-31'", MAY, "between date '2023-12-01' and date '2024-05-31'", "between date '2023-06-01' and date '2024-05-31'",
  ];
  test.each([
    ['Alliance & Elective Care', "cmg = 'alliance'", 4_448, 3_624, 3_915, 3_958],
    ['C.H.U.G.G.S', "cmg = 'chuggs'", 3_991, 3_615, 3_911, 3_957],
    ['Clinical Support and Imaging', "cmg = 'csi'", 4_778, 3_408, 4_499, 4_674],
    ['Emergency & Specialist Medicine', "cmg = 'esm'", 4_396, 5_061, 5_187, 5_067],
    ['I.T.A.P.S', "cmg = 'itaps'", 3_490, 2_855, 2_858, 3_271],
    ['Musculo & Specialist Surgery', "cmg = 'mss'", 5_202, 4_884, 5_046, 5_033],
    ['Renal, Respiratory, Cardiac & Vascular', "cmg = 'rrcv'", 4_010, 3_584, 4_012, 4_006],
    ['Womens & Childrens', "cmg = 'wc'", 3_890, 3_193, 3_681, 3_803],
    ['Grand Total', 'true', 4_217, 3_904, 4_260, 4_276],
  ])('%s', async (_name, where, ...printed) => {
    const unitCosts = await Promise.all(STRETCHES.map((months) => trust.number(`select sum(in_base_prices) / sum(wau) from placed where ${where} and month ${months}`)));
    expect(unitCosts.map(whole)).toEqual(printed);
  });

  test('Every row belongs to a group', async () => {
    expect(await trust.number('select count(*) from placed where cmg is null')).toBe(0);
  });
});

describe('Table 5: specialties to be reviewed first, in the twelve months to May 2024', () => {
  const YEAR = "between date '2023-06-01' and date '2024-05-31'";
  const BASE = "between date '2019-04-01' and date '2020-03-31'";
  const ranked = async (where: string, count: number): Promise<Record<string, unknown>[]> => trust.rows(`
    with services as (
      select tfc, sum(income) filter (month ${YEAR}) as income, sum(income - full_cost) filter (month ${YEAR}) as surplus,
        sum(in_base_prices) filter (month ${YEAR}) - sum(in_base_prices) filter (month ${BASE}) / sum(wau) filter (month ${BASE}) * sum(wau) filter (month ${YEAR}) as opportunity
      from placed where ${where} group by tfc
    )
    select tfc, (select sum(activity)::double from contract c where c.tfc = services.tfc and ${where} and month ${YEAR}) as activity,
      round(income)::double as income, round(surplus)::double as surplus, round(opportunity)::double as opportunity
    from services order by services.surplus limit ${count}`);

  test('Elective points of delivery', async () => {
    expect(await ranked("pod in ('day-case', 'inpatient')", 4)).toEqual([
      { tfc: '110', activity: 3_682, income: 15_048_185, surplus: -8_994_566, opportunity: 4_435_325 },
      { tfc: '320', activity: 3_057, income: 12_794_165, surplus: -7_702_561, opportunity: 4_802_163 },
      { tfc: '100', activity: 3_360, income: 11_584_179, surplus: -5_738_896, opportunity: 1_111_889 },
      { tfc: '172', activity: 526, income: 8_887_443, surplus: -3_671_611, opportunity: 1_094_463 },
    ]);
  });

  test('All points of delivery', async () => {
    expect(await ranked('true', 3)).toEqual([
      { tfc: '300', activity: 66_082, income: 67_218_132, surplus: -27_997_494, opportunity: 10_969_280 },
      { tfc: '340', activity: 67_345, income: 46_610_526, surplus: -17_476_482, opportunity: 5_017_047 },
      { tfc: '430', activity: 21_339, income: 29_528_387, surplus: -15_887_781, opportunity: 8_334_583 },
    ]);
  });

  test.each(['2024-04-01', '2023-04-01'])('The same specialties have the largest deficits of the financial year from %s, as far as it is held', async (from) => {
    const largest = async (where: string, count: number): Promise<unknown[]> => (await trust.rows(`select tfc from costs where ${where}
      and month between date '${from}' and date '${from}' + interval 11 months group by tfc order by sum(income - full_cost) limit ${count}`)).map(({ tfc }) => tfc).sort();
    expect(await largest("pod in ('day-case', 'inpatient')", 4)).toEqual(['100', '110', '172', '320']);
    expect(await largest('true', 3)).toEqual(['300', '340', '430']);
  });
});
