import path from 'node:path';
import fc from 'fast-check';
import type { CanonicalColumn, CanonicalTable } from '../../src/catalogue/canonical-table';
import { loadCatalogue } from '../../src/catalogue/load';
import { CANONICAL_TABLES } from '../../src/catalogue/tables/canonical-tables';
import { addDays } from '../../src/calendar/day';
import { additivityOf } from '../../src/engine/additivity';
import { compileMeasures, type Reading } from '../../src/engine/compile';
import { amountColumn, plannedRollUps, rollUpFor } from '../../src/engine/roll-up';
import type { Grouping, Slice } from '../../src/engine/slice';
import type { Snapshot, SqlValue } from '../../src/engine/snapshot';
import { sumsOf } from '../../src/engine/sums';
import { holdRows } from './held-rows';

const { catalogue } = loadCatalogue({ trustFolder: path.join(__dirname, '..', '..', 'deployment', 'trust') });
const EVENTS = CANONICAL_TABLES.filter(({ standsFor }) => standsFor === 'event');
const GRAINS = [null, 'day', 'week_start', 'month_start'] as const;
const MEASURES = [...catalogue.metrics.values()].flatMap((metric) => [metric.numerator, ...(metric.denominator === null ? [] : [metric.denominator])]
  .map((measure, at) => ({ metric, measure, isNumerator: at === 0 })));
/** Several metrics share a measure, and it need be looked at only once. */
const ADDITIVE = [...new Map(MEASURES.filter(({ metric, measure }) => additivityOf(metric, measure) === 'additive')
  .map((one) => [JSON.stringify([one.measure.table, one.measure.date, amountColumn(one.metric, one.measure), one.metric.dimensions, one.isNumerator]), one])).values()];
const signal = new AbortController().signal;

const RUNS = 4;

/** Few values each, so that rows fall into the same cells, and now and then none. */
function valueOf({ name, type, codes }: CanonicalColumn): fc.Arbitrary<SqlValue> {
  switch (type) {
    case 'date': return fc.integer({ min: 0, max: 70 }).map((days) => addDays('2024-03-25', days));
    case 'timestamp': return fc.integer({ min: 0, max: 70 }).map((days) => `${addDays('2024-03-25', days)} 09:00:00`);
    case 'boolean': return fc.option(fc.boolean());
    case 'integer': return name === 'weight' ? fc.integer({ min: 0, max: 9 }) : fc.option(fc.integer({ min: 0, max: 90 }), { freq: 8 });
    case 'number': return fc.option(fc.integer({ min: 0, max: 900 }).map((tenths) => tenths / 10), { freq: 8 });
    case 'text': return name === 'counted_by' ? fc.constant('day') : fc.option(codes === undefined ? fc.constantFrom('120', 'a', 'b') : fc.constantFrom(...codes), { freq: 8 });
  }
}

const rowOf = (table: CanonicalTable): fc.Arbitrary<Readonly<Record<string, SqlValue>>> =>
  fc.record(Object.fromEntries(table.columns.map((column) => [column.name, column.name === table.date ? valueOf(column).map((day) => day ?? '2024-04-01') : valueOf(column)])));
const tables = fc.record(Object.fromEntries(EVENTS.map((table) => [table.name, fc.array(rowOf(table), { minLength: 3, maxLength: 12 })])));

const slice = (part: Partial<Slice>): Slice => ({ from: '2024-04-01', to: '2024-05-31', grain: 'range', undated: false, filters: {}, excluding: {}, ...part });

/** Every way in which one measure is cut: whole, by each grain and dimension, narrowed to values and without one. */
function readingsOf({ metric, measure, isNumerator }: (typeof ADDITIVE)[number]): readonly Reading[] {
  const cuts: readonly (readonly [Slice, Grouping])[] = [
    ...GRAINS.map((time) => [slice({}), { time, dimensions: [] }] as const),
    [slice({ from: '2024-04-10' }), { time: 'month_start', dimensions: [] }],
    [slice({ to: '2024-05-20' }), { time: null, dimensions: [] }],
    ...metric.dimensions.flatMap((id) => [
      [slice({}), { time: 'month_start', dimensions: [id] }],
      [slice({ filters: { [id]: ['120', 'a'] }, excluding: { [id]: ['b'] } }), { time: null, dimensions: [] }],
    ] as const),
  ];
  return cuts.map(([over, grouping]) => ({ catalogue, metric, measure, slice: over, grouping, isNumerator }));
}

const sumsFrom = async (snapshot: Snapshot, reading: Reading): Promise<unknown> => [...(await sumsOf({ catalogue, snapshot, signal }, reading)).byCell].sort(([a], [b]) => (a < b ? -1 : 1));

test('every measure that adds up, by every dimension and grain, is the same from a roll-up of days or months as from the rows', async () => {
  const rollUps = plannedRollUps(catalogue).flat();
  let held = 0;
  await fc.assert(fc.asyncProperty(tables, async (rows) => {
    const snapshot = await holdRows(rows, {}, rollUps);
    const fromRows = { ...snapshot, rollUps: [] };
    const daily = { ...snapshot, rollUps: rollUps.filter(({ each }) => each === 'day') };
    // Each run looks at a part of them: together they see all.
    for (const reading of ADDITIVE.filter((_, at) => at % RUNS === held % RUNS).flatMap(readingsOf)) {
      const { grouping: { time }, slice: { from, to } } = reading;
      const fine = time === 'day' || time === 'week_start' || from !== '2024-04-01' || to !== '2024-05-31';
      const names = rollUps.filter(({ each }) => each === (fine ? 'day' : 'month')).map(({ name }) => name);
      const { sql } = compileMeasures([reading], null, rollUps);
      const sums = await sumsFrom(fromRows, reading);
      expect([names.some((name) => sql.includes(`"${name}"`)), await sumsFrom(snapshot, reading), await sumsFrom(daily, reading)]).toEqual([true, sums, sums]);
    }
    held += 1;
    snapshot.close();
  }), { numRuns: RUNS, endOnFailure: true });
  expect(held).toBeGreaterThanOrEqual(RUNS);
}, 60_000);

test('a waiting list, a median and a plan are never read from sums made beforehand', () => {
  const refused = MEASURES.filter(({ metric, measure }) => additivityOf(metric, measure) !== 'additive');
  const tablesOf = (kind: string): string[] => [...new Set(refused.filter(({ metric, measure }) => additivityOf(metric, measure) === kind).map(({ measure }) => measure.table))].sort();
  expect(tablesOf('not-over-time')).toEqual(['diagnostic_waits', 'follow_up_register', 'rtt_pathways']);
  expect(refused.filter(({ metric }) => metric.kind === 'median').map(({ metric }) => metric.id)).toEqual(['reporting-turnaround']);
  const everything = { rollUps: plannedRollUps(catalogue).flat(), months: true };
  expect(refused.filter(({ metric, measure }) => rollUpFor(metric, [measure], [], everything) !== null)).toEqual([]);
});

test('a definition that has changed since the snapshot was made is read from the rows', () => {
  const rollUps = plannedRollUps(catalogue).flat();
  const dna = catalogue.metrics.get('dna-rate');
  if (dna === undefined) {
    throw new Error('no DNA rate');
  }
  expect(rollUpFor(dna, [dna.numerator], ['treatment_function_code'], { rollUps, months: true })).not.toBeNull();
  const changed = { ...dna.numerator, where: [{ field: 'attended_or_did_not_attend_code', is: ['3'] }] };
  expect(rollUpFor(dna, [changed], ['treatment_function_code'], { rollUps, months: true })).toBeNull();
});
