import path from 'node:path';
import type { Answer } from '../../src/answers/answer';
import { londonInstant } from '../../src/calendar/instant';
import { loadCatalogue } from '../../src/catalogue/load';
import { figures } from '../../src/engine/figures';
import { querySchema } from '../../src/engine/query';
import type { Tally } from '../../src/tally';
import { loadedTrust } from './loaded-trust';

// The board paper of that day prints what the trust only receives as a figure; before it nobody had.
const TODAY = '2024-07-11';
const at = londonInstant(`${TODAY}T09:00`) ?? 0;
const root = path.join(__dirname, '..', '..');
const configFolder = path.join(root, 'deployment', 'trust');
const { catalogue } = loadCatalogue({ trustFolder: configFolder });

const MAY = { from: '2024-05-01', to: '2024-05-31', grain: 'month', label: 'May 2024', asked: null } as const;
/** The demonstration's plan, like the paper's, is given for the year to date alone. */
const TO_DATE = { from: '2024-04-01', to: '2024-05-31', grain: 'ytd', label: 'April to May 2024', asked: null };

/** Splits in which one key alone has anything: all endoscopy is in one group, and all imaging in one specialty. */
const ONE_KEY = new Set([
  'endoscopy-points-per-list by cmg', 'endoscopy-clinic-utilisation by cmg', 'endoscopy-in-session-utilisation by cmg', 'reporting-turnaround by specialty',
]);

/** What has few people under most of its keys, so that no answer may say which keys it has. */
const FINE = new Set(['consultant', 'clinic', 'procedure', 'hrg']);

let tally: Tally;

beforeAll(async () => {
  tally = await loadedTrust(TODAY);
}, 240_000);

afterAll(() => tally.close());

/** Whoever the trust lets see consultants. */
const granted = catalogue.grants.find(({ may }) => may.includes('consultant'))?.users[0] ?? 'nobody';

function answerTo(id: string, by: string | null, user = granted): Promise<Answer> {
  const { numerator, denominator } = catalogue.metrics.get(id) ?? {};
  const isPlanned = [numerator, denominator].some((measure) => measure?.table === 'activity_plan');
  const query = querySchema.parse({ intent: by === null ? 'value' : 'breakdown', metrics: [id], period: isPlanned ? TO_DATE : MAY, by });
  return tally.road.run({ kind: 'query', query }, { asker: { id: user, name: null, tenant: null }, place: { kind: 'terminal', id: 'terminal' }, at });
}

/** How many keys of a dimension have a figure, whatever is hidden of them. */
async function keysHeld(id: string, by: string): Promise<number> {
  const metric = catalogue.metrics.get(id);
  const lent = await tally.snapshots.lend();
  if (metric === undefined || lent === null) throw new Error(id);
  const ground = { catalogue, snapshot: lent.snapshot, signal: AbortSignal.timeout(30_000) };
  const cells = await figures(ground, metric, { ...MAY, undated: false, filters: {}, excluding: {} }, { time: null, dimensions: [by] });
  lent.release();
  return cells.filter(({ figure: { value } }) => value !== null).length;
}

describe('every metric answers for the demonstration trust, as a whole and by each dimension of its definition', () => {
  test.each([...catalogue.metrics.values()].map(({ id, dimensions }) => [id, dimensions] as const))('%s', async (id, dimensions) => {
    const whole = await answerTo(id, null);
    expect([id, whole.outcome, whole.metrics[0]?.value ?? whole.headline]).toEqual([id, 'answered', expect.any(Number)]);
    for (const by of dimensions) {
      const answer = await answerTo(id, by);
      const rows = answer.metrics[0]?.rows ?? [];
      const held = rows.filter(({ value, suppressed }) => value !== null || suppressed);
      const few = ONE_KEY.has(`${id} by ${by}`) ? 'one' : 'several';
      if (FINE.has(by) && answer.metrics[0]?.hiddenParts?.every === true) {
        expect([by, answer.outcome, rows]).toEqual([by, 'answered', []]);
        expect(await keysHeld(id, by)).toBeGreaterThan(1);
        continue;
      }
      expect([by, answer.outcome, held.length === 1 ? 'one' : held.length > 1 ? 'several' : 'none']).toEqual([by, 'answered', few]);
    }
  }, 60_000);
});

test('a split by consultant is refused to whoever has no grant, whatever the metric', async () => {
  for (const { id } of [...catalogue.metrics.values()].filter(({ dimensions }) => dimensions.includes('consultant'))) {
    const { outcome, reason } = await answerTo(id, 'consultant', 'somebody');
    expect([id, outcome, reason]).toEqual([id, 'refused', 'not-permitted']);
  }
});
