import { createSmallNumbers } from '../../src/access/small-numbers/small-numbers';
import { compileEverybody, heldPeople } from '../../src/engine/compile-people';
import { everyPeople } from '../../src/engine/people';
import type { Row, Snapshot } from '../../src/engine/snapshot';
import { hiddenOf, readsPeople, recording, SPLITS } from './hidden-of';
import { atomsOf, CATALOGUE, holdAtoms } from './small-extract';

let held: Snapshot & { close(): void };
beforeAll(async () => { held = await holdAtoms(atomsOf(4)); });
afterAll(() => held.close());

test('what is hidden is the same whoever asks first and in whatever order, worked out beforehand or not', async () => {
  const prepared = createSmallNumbers();
  await prepared.prepare({ catalogue: CATALOGUE, snapshot: held });
  const hidden = await hiddenOf(held, prepared);
  expect(hidden.length).toBeGreaterThan(50);
  expect(await hiddenOf(held, createSmallNumbers())).toEqual(hidden);
  expect(await hiddenOf(held, createSmallNumbers(), [...SPLITS].reverse())).toEqual(hidden);
});

test('once it is worked out, a question reads nobody for it', async () => {
  const { snapshot, statements } = recording(held);
  const smallNumbers = createSmallNumbers();
  await smallNumbers.prepare({ catalogue: CATALOGUE, snapshot });
  expect(statements.filter(readsPeople).length).toBeGreaterThan(3);
  statements.length = 0;
  await hiddenOf(snapshot, smallNumbers);
  expect(statements.length).toBeGreaterThan(10);
  expect(statements.filter(readsPeople)).toEqual([]);
});

test('what the snapshot holds of people hides the same as their rows', async () => {
  const rollUps = everyPeople(CATALOGUE).map((people) => {
    const columns = people.dimensions.map(({ column }) => column);
    return { name: heldPeople(people, columns), table: people.table, date: people.date, each: people.isCensus ? 'day' as const : 'month' as const, columns, amounts: ['kind', 'people'], rows: compileEverybody(people, columns, people.isCensus) };
  });
  const other = await holdAtoms(atomsOf(4), rollUps);
  const { snapshot, statements } = recording(other);
  const hidden = await hiddenOf(snapshot, createSmallNumbers());
  other.close();
  expect(statements.filter((sql) => sql.includes('kind > 0'))).toEqual([]);
  expect(statements.filter(readsPeople).length).toBeGreaterThan(3);
  expect(hidden).toEqual(await hiddenOf(held, createSmallNumbers()));
});

test('others have their turn while it is worked out', async () => {
  const known = new Map<string, readonly Row[]>();
  const run: Snapshot['run'] = async (sql, parameters, signal) => {
    const rows = known.get(sql) ?? await held.run(sql, parameters, signal);
    known.set(sql, rows);
    return rows;
  };
  await createSmallNumbers().prepare({ catalogue: CATALOGUE, snapshot: { ...held, run } });
  // Now nothing waits for the database any more, so that every turn is one that is given.
  let turns = 0;
  let isOver = false;
  const tick = (): void => {
    turns += 1;
    if (!isOver) {
      setImmediate(tick);
    }
  };
  setImmediate(tick);
  await createSmallNumbers().prepare({ catalogue: CATALOGUE, snapshot: { ...held, run } });
  isOver = true;
  expect(turns).toBeGreaterThan(20);
});
