import { ALL_OPEN, type Access } from '../../src/access/access';
import type { Grants } from '../../src/access/permit';
import type { Answer } from '../../src/answers/answer';
import { createRoad, type Who } from '../../src/ask';
import { monthPeriod } from '../../src/calendar/period';
import { londonInstant } from '../../src/calendar/instant';
import { followedAnswer } from '../../src/digests/followed';
import { querySchema, type Query } from '../../src/engine/query';
import type { Snapshot } from '../../src/engine/snapshot';
import { createLanguage } from '../../src/language/language';
import { CATALOGUE, holdAtoms, type Atom } from '../access/small-extract';

const atoms: readonly Atom[] = ['2024-05-01', '2024-06-01', '2024-07-01'].flatMap((month) => ['100', '120'].flatMap((specialty): Atom[] => [
  { month, specialty, cmg: 'mss', site: 'gh', kind: 'missed', people: 40 }, { month, specialty, cmg: 'mss', site: 'gh', kind: 'first', people: 400 },
]));
let held: Snapshot & { close(): void };
beforeAll(async () => { held = await holdAtoms(atoms); });
afterAll(() => held.close());

const SPECIALTY_100: Access = { ...ALL_OPEN, open: [{ specialty: ['100'] }] };
const who: Who = { asker: { id: 'anna', name: 'Anna Ward', tenant: 't' }, place: { kind: 'personal', id: 'chat' }, at: londonInstant('2024-08-05T08:00') ?? 0, way: 'digest' };
const follow = (metric: string, specialty: string): Query => querySchema.parse({ intent: 'value', metrics: [metric], period: monthPeriod(2024, 7), filters: { specialty: [specialty] } });

function followed(queries: readonly Query[], access: Access): Promise<Answer> {
  const grants: Grants = { of: () => ({ alone: access, here: access }) };
  const snapshots = { lend: () => Promise.resolve({ snapshot: held, release: () => undefined }), problems: () => [] };
  const road = createRoad({ catalogue: CATALOGUE, language: createLanguage(CATALOGUE), snapshots, grants, timeLimit: 20_000 });
  const failed: unknown[] = [];
  return followedAnswer(queries, road, who, (error) => failed.push(error));
}

test('what somebody follows and may not see any more is refused, and not said to be nothing', async () => {
  const answer = await followed([follow('dna-rate', '120'), follow('first-rate', '120')], SPECIALTY_100);
  expect(answer).toMatchObject({ outcome: 'refused', reason: 'part-only', metrics: [], lines: [] });
  expect(answer.headline).toBe('You may not see any of the 2 measures that you follow here any more. You may see figures of 100 only, and this reaches beyond.');
});

test('where one of them may be seen it is told, with what may not be seen beside it', async () => {
  const answer = await followed([follow('dna-rate', '120'), follow('dna-rate', '100')], SPECIALTY_100);
  // 40 missed of 440.
  expect(answer).toMatchObject({ outcome: 'answered', metrics: [{ numerator: 40, denominator: 440 }] });
  expect(answer.metrics[0]?.caveats[0]).toBe('You may see figures of 100 only, and this reaches beyond.');
});

test('where the others are not measured any more, it is said how many may not be seen', async () => {
  const answer = await followed([follow('dna-rate', '120'), follow('gone', '100')], SPECIALTY_100);
  expect(answer).toMatchObject({ outcome: 'no-data', headline: 'None of the 2 measures you follow can be shown now: 1 of them may not be seen here any more.' });
  expect(answer.lines).toContain('You may see figures of 100 only, and this reaches beyond.');
});
