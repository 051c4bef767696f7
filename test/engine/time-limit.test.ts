import { timeLimited } from '../../src/engine/time-limit';

beforeEach(() => { jest.useFakeTimers({ advanceTimers: false }); });
afterEach(() => { jest.useRealTimers(); });

/** Work that is under way until it is let go. */
function work() {
  let finish = (): void => undefined;
  const over = new Promise<void>((resolve) => { finish = resolve; });
  return { over, finish: () => finish() };
}

test('a limit is reached after its milliseconds, and told as one', () => {
  const limit = timeLimited(1_000);
  jest.advanceTimersByTime(999);
  expect(limit.signal.aborted).toBe(false);
  jest.advanceTimersByTime(1);
  expect(limit.signal.aborted).toBe(true);
  expect(limit.signal.reason).toMatchObject({ name: 'TimeoutError' });
});

test('it stands still while work does not count, however much of it there is at once, and what was left is left after it', async () => {
  const limit = timeLimited(1_000);
  jest.advanceTimersByTime(400);
  const [one, other] = [work(), work()];
  const [first, second] = [limit.uncounted(() => one.over)(), limit.uncounted(() => other.over)()];
  jest.advanceTimersByTime(50_000);
  one.finish();
  await first;
  jest.advanceTimersByTime(50_000);
  other.finish();
  await second;
  expect(limit.signal.aborted).toBe(false);
  jest.advanceTimersByTime(599);
  expect(limit.signal.aborted).toBe(false);
  jest.advanceTimersByTime(1);
  expect(limit.signal.aborted).toBe(true);
});

test('work that fails is told, and the time goes on after it', async () => {
  const limit = timeLimited(1_000);
  await expect(limit.uncounted(() => Promise.reject(new Error('it failed')))()).rejects.toThrow('it failed');
  jest.advanceTimersByTime(1_000);
  expect(limit.signal.aborted).toBe(true);
});

test('nothing is stopped after its end, whatever was still under way', async () => {
  const limit = timeLimited(1_000);
  const late = work();
  const paused = limit.uncounted(() => late.over)();
  limit.end();
  late.finish();
  await paused;
  jest.advanceTimersByTime(10_000);
  expect(limit.signal.aborted).toBe(false);
});
