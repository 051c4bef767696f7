import { monthPeriod, rangePeriod } from '../../src/calendar/period';
import { compilePeople, heldPeople } from '../../src/engine/compile-people';
import { everyPeople } from '../../src/engine/people';
import { querySchema, type Query } from '../../src/engine/query';
import { runQuery } from '../../src/engine/run';
import { runDayBoard } from '../../src/engine/run-day-board';
import type { Row, Snapshot } from '../../src/engine/snapshot';
import type { Statement } from '../../src/engine/statement';
import { copyIn } from '../../src/extracts/server/copy-in';
import { inTransaction } from '../../src/extracts/server/engine-server';
import { ServerSnapshot } from '../../src/extracts/server/server-snapshot';
import { manifestSchema, readJson } from '../../src/extracts/snapshot-manifest';
import type { Tally } from '../../src/tally';
import { postgresPlace, type Place } from '../store/stores';
import { loadedTrust, snapshotFolder } from './loaded-trust';

const TODAY = '2024-07-11';
const MAY = monthPeriod(2024, 5);
const signal = new AbortController().signal;

let tally: Tally;
let place: Place;
let lent: Awaited<ReturnType<Tally['snapshots']['lend']>>;
let embedded: Snapshot;
let onServer: ServerSnapshot;

beforeAll(async () => {
  [tally, place] = await Promise.all([loadedTrust(TODAY), postgresPlace()]);
  lent = await tally.snapshots.lend();
  if (lent === null) throw new Error('nothing serves');
  embedded = lent.snapshot;
  const folder = await snapshotFolder(TODAY, embedded.id);
  const manifest = await readJson(`${folder}/manifest.json`, manifestSchema);
  if (manifest === null) throw new Error('the snapshot has no manifest');
  await inTransaction(place.url, 'copying in', async (client) => {
    await client.query('create schema held');
    await copyIn(client, 'held', folder, () => null);
  });
  onServer = await ServerSnapshot.open(place.url, 'held', manifest);
});
afterAll(async () => {
  onServer.close();
  lent?.release();
  await Promise.all([tally.close(), place.clear()]);
});

const on = (snapshot: Snapshot, query: Query) => runQuery(query, { catalogue: tally.catalogue, snapshot, today: TODAY, signal });

/** Asks both, one after the other. */
async function sameAnswers(queries: readonly object[]): Promise<void> {
  for (const one of queries) {
    const query = querySchema.parse({ metrics: [], period: MAY, ...one });
    const expected = await on(embedded, query);
    expect(await on(onServer, query)).toEqual(expected);
  }
}

describe('the same question of the same extracts on PostgreSQL', () => {
  test('has the same answer for every metric, its course or its parts, to the last digit', async () => {
    const metrics = [...tally.catalogue.metrics.values()];
    await sameAnswers(metrics.map(({ id, dimensions }, at) =>
      at % 2 === 0 || dimensions.length === 0 ? { intent: 'trend', metrics: [id] } : { intent: 'breakdown', metrics: [id], by: dimensions[at % dimensions.length], period: rangePeriod('2024-04-01', '2024-06-30') }));
    expect(metrics.length).toBeGreaterThan(50);
  });

  test('has the same answer for every scorecard, for why and for where it is going', async () => {
    await sameAnswers([
      ...[...tally.catalogue.scorecards.keys()].map((scorecard) => ({ intent: 'scorecard', scorecard })),
      { intent: 'explanation', metrics: ['dna-rate'], filters: { specialty: ['120'] } }, { intent: 'projection', metrics: ['dna-rate'] },
    ]);
  });

  test('hides the same people, and counts the same day', async () => {
    const rowsOn = async (snapshot: Snapshot, { sql, parameters }: Statement): Promise<readonly string[]> =>
      (await snapshot.run(sql, parameters, signal)).map((row: Row) => JSON.stringify(row)).sort();
    const peoples = everyPeople(tally.catalogue);
    let kept = 0;
    for (const people of peoples) {
      const columns = [...new Set(people.dimensions.map(({ column }) => column))];
      const name = heldPeople(people, columns);
      const held = embedded.rollUps.some((one) => one.name === name) ? name : null;
      const statementFrom = (table: string | null): Statement => compilePeople(people, columns, people.isCensus, table, { from: '2024-04-01', to: '2024-06-30' });
      const counted = await rowsOn(embedded, statementFrom(null));
      expect([await rowsOn(embedded, statementFrom(held)), await rowsOn(onServer, statementFrom(held))]).toEqual([counted, counted]);
      kept += held === null ? 0 : 1;
    }
    expect(kept).toBeGreaterThan(0);
    const board = (nightly: Snapshot) => runDayBoard({ filters: {}, excluding: {}, by: null }, TODAY, { catalogue: tally.catalogue, nightly, reading: null, signal });
    expect(await board(onServer)).toEqual(await board(embedded));
    expect(peoples.length).toBeGreaterThan(5);
  });
});
