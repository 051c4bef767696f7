import { createRoad } from '../../src/ask';
import { NO_GRANTS } from '../../src/access/permit';
import type { Answer } from '../../src/answers/answer';
import { monthPeriod } from '../../src/calendar/period';
import { londonInstant } from '../../src/calendar/instant';
import { querySchema } from '../../src/engine/query';
import type { Snapshot } from '../../src/engine/snapshot';
import { createLanguage } from '../../src/language/language';
import { CATALOGUE, holdAtoms, type Atom } from './small-extract';

/** Missed and kept appointments a month of specialty 120 at one site: three in May, twenty in every other month. */
const PEOPLE: readonly (readonly [specialty: string, cmg: string, site: string, missed: number, kept: number])[] = [
  ['100', 'mss', 'gh', 40, 400], ['100', 'mss', 'lri', 60, 700], ['110', 'mss', 'gh', 30, 300], ['110', 'mss', 'lri', 50, 500],
  ['120', 'esm', 'gh', 45, 420], ['120', 'esm', 'lri', 20, 90],
];
const MAY = '2024-05-01';
const FEW = { specialty: ['120'], site: ['lri'] };
const atoms: readonly Atom[] = ['2024-04-01', MAY, '2024-06-01', '2024-07-01'].flatMap((month) => PEOPLE.flatMap(([specialty, cmg, site, missed, kept]): Atom[] => [
  { month, specialty, cmg, site, kind: 'missed', people: missed === 20 && month === MAY ? 3 : missed }, { month, specialty, cmg, site, kind: 'first', people: kept },
]));

let held: Snapshot & { close(): void };
beforeAll(async () => { held = await holdAtoms(atoms); });
afterAll(() => held.close());

const LANGUAGE = createLanguage(CATALOGUE);
function answerTo(more: object): Promise<Answer> {
  const snapshots = { lend: () => Promise.resolve({ snapshot: held, release: () => undefined }), problems: () => [] };
  const road = createRoad({ catalogue: CATALOGUE, language: LANGUAGE, snapshots, grants: NO_GRANTS, timeLimit: 20_000 });
  const query = querySchema.parse({ intent: 'value', metrics: ['dna-rate'], period: monthPeriod(2024, 7), filters: FEW, ...more });
  return road.run({ kind: 'query', query }, { asker: { id: 'someone', name: null, tenant: null }, place: { kind: 'personal', id: 'chat' }, at: londonInstant('2024-08-02T09:00') ?? 0 });
}
const WHY = '1 to 7 people could be recognised, or worked out from the rest';

test('a change from a month that is hidden is said to be one that cannot be told, and not that nothing is held of it', async () => {
  const { headline, metrics: [metric] } = await answerTo({ intent: 'explanation', versus: 'previous', period: monthPeriod(2024, 6) });
  // 20 of 110 is 18.2%.
  expect(headline).toBe(`Off target: dna-rate for 120, LRI 18.2% in June 2024, 13.2 percentage points over (target below 5%). May 2024 is hidden, because ${WHY}, so the change cannot be told.`);
  expect(metric?.drivers).toMatchObject({ unsplit: `May 2024 is hidden, because ${WHY}, so the change cannot be told.`, parts: [] });
});

test.each(['value', 'explanation', 'trend', 'projection'])('a figure that is hidden says why, and what can be asked, whatever is asked of it: %s', async (intent) => {
  expect((await answerTo({ intent, period: monthPeriod(2024, 5) })).headline)
    .toBe(`dna-rate for 120, LRI is hidden in May 2024, because ${WHY}; the target is below 5%. Over 12 months or for the whole trust it may be shown.${intent === 'trend' ? ' All of its 2 months are hidden so that nobody can be recognised.' : ''}`);
});

test('of two that are hidden the one is not said to be the target of the other', async () => {
  expect((await answerTo({ intent: 'comparison', versus: 'previous', period: monthPeriod(2024, 5) })).headline)
    .toBe(`dna-rate for 120, LRI is hidden in May 2024, and so is April 2024, because ${WHY}; the target is below 5%. Over 12 months or for the whole trust it may be shown.`);
});
