import { createSmallNumbers } from '../../src/access/small-numbers/small-numbers';
import { monthEnd } from '../../src/calendar/day';
import { figures } from '../../src/engine/figures';
import { loadedTrust } from './loaded-trust';
import { hiddenIn } from './shown-beside';

const MONTHS = ['2023-07', '2023-08', '2023-09', '2023-10', '2023-11', '2023-12', '2024-01', '2024-02', '2024-03', '2024-04', '2024-05', '2024-06'];
const SPLITS = [['specialty'], ['site'], ['cmg'], ['theatre'], ['procedure'], ['specialty', 'site']];
const REASON = 'hospital-non-clinical';

/** Last-minute cancellations are those on the day for the hospital's non-clinical reasons: where every one of these is of an elective admission, one number is the other. */
test('no hidden reason is told by the measure that counts it alone, and that measure is still shown where the reason is', async () => {
  const tally = await loadedTrust('2024-07-11');
  const lent = await tally.snapshots.lend();
  const [reasons, lastMinute] = ['on-the-day-cancellations', 'last-minute-cancellations'].map((id) => tally.catalogue.metrics.get(id));
  if (lent === null || reasons === undefined || lastMinute === undefined) throw new Error('nothing serves');
  const bare = { catalogue: tally.catalogue, snapshot: lent.snapshot, signal: AbortSignal.timeout(120_000) };
  const withheld = { ...bare, withhold: createSmallNumbers().withhold };

  const told: string[] = [];
  let both = 0;
  for (const month of MONTHS) {
    const slice = { from: `${month}-01`, to: monthEnd(`${month}-01`), grain: 'month' as const, undated: false, filters: {}, excluding: {} };
    for (const by of SPLITS) {
      const split = { time: null, dimensions: [...by, 'cancellation-reason'] };
      const [real, answer, alone] = await Promise.all([
        figures(bare, reasons, slice, split), figures(withheld, reasons, slice, split), figures(withheld, lastMinute, slice, { time: null, dimensions: by }),
      ]);
      const isHidden = hiddenIn(answer);
      const shown = new Set(alone.filter(({ figure }) => !figure.hidden).map(({ keys }) => keys.join('|')));
      const ofReason = real.filter(({ keys: [...at] }) => at.at(-1) === REASON);
      told.push(...ofReason.filter((cell) => isHidden(cell) && shown.has(cell.keys.slice(0, -1).join('|'))).map(({ keys }) => `${month} ${keys.join(' ')}`));
      both += ofReason.filter((cell) => !isHidden(cell) && shown.has(cell.keys.slice(0, -1).join('|'))).length;
    }
  }
  lent.release();
  await tally.close();
  expect(told).toEqual([]);
  // By two dimensions no reason is shown, nor what tells one.
  expect(both).toBeGreaterThan(10);
}, 120_000);
