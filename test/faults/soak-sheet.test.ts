import { seeded } from '../teams/mutated';
import { grown, isLeak, type Reading } from './soak-sheet';

const MINUTE = 60_000;

/**
 * A life as one is measured: a reading every 15 seconds, a heap that fills and is collected, a load of extracts every ten
 * minutes that takes two and half a gigabyte, and a start that takes as much.
 * @param leaks megabytes an hour, of the heap and outside it
 */
function life(minutes: number, leaks: { readonly heap: number; readonly native: number }): Reading[] {
  const random = seeded(7);
  return Array.from({ length: minutes * 4 + 1 }, (_, number) => {
    const at = number * 15_000;
    const isLoading = at < 3 * MINUTE || at % (10 * MINUTE) < 2 * MINUTE;
    const held = (at / MINUTE / 60) * leaks.heap;
    const heap = 140 + held + (number % 7) * 15 + random() * 12 + (isLoading ? 200 : 0);
    return { at, heap, rss: heap + 300 + random() * 60 + (isLoading ? 300 : 0) + (at / MINUTE / 60) * leaks.native };
  });
}
const verdict = (minutes: number, leaks: { readonly heap: number; readonly native: number }): boolean | null => {
  const more = grown(life(minutes, leaks));
  return more === null ? null : isLeak(more);
};

test('an hour whose memory goes up and down and comes back is flat', () => {
  expect([verdict(60, { heap: 0, native: 0 }), verdict(27, { heap: 0, native: 0 })]).toEqual([false, false]);
});

test('an hour at 60 questions a minute of which each leaves 30 kB in the heap, or 120 kB outside it, is a leak', () => {
  expect([verdict(60, { heap: (30 * 3_600) / 1_024, native: 0 }), verdict(60, { heap: 0, native: (120 * 3_600) / 1_024 })]).toEqual([true, true]);
});

test('a life of less than twenty minutes is not judged', () => {
  expect([verdict(19, { heap: 0, native: 0 }), verdict(20, { heap: 0, native: 0 })]).toEqual([null, false]);
});
