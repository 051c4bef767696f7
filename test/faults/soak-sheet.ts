/** What a run measured of the process at a moment. */
export interface Reading {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Megabytes. */
  readonly rss: number;
  readonly heap: number;
}

const MB = 1024 * 1024;
const HOUR = 60 * 60_000;

/** Milliseconds that a process has to live for its memory to be judged: several loads in each quarter of its life. */
export const JUDGED_FROM = 20 * 60_000;

/**
 * Megabytes that a process may hold more in the last quarter of its life than in the second. At 60 questions a minute for
 * an hour 1,800 lie between the two, so that a heap in which each leaves 20 kB behind is found out, and outside it 80 kB.
 * Below that it cannot be told from what the collector happens to leave and how the engine's memory lies.
 */
export const MAY_GROW = { heap: 36, rss: 144 } as const;

/** Reads memory from the figures of the program; null where it does not show them. */
export function readingOf(figures: string, at: number): Reading | null {
  const value = (name: string): number => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(figures)?.[1]);
  const [rss, heap] = [value('process_resident_memory_bytes') / MB, value('nodejs_heap_size_used_bytes') / MB];
  return Number.isFinite(rss) && Number.isFinite(heap) ? { at, rss, heap } : null;
}

/**
 * The least of each stretch of so many milliseconds: what is held, and not what waits to be collected or is used to load an
 * extract.
 */
export function floors(readings: readonly Reading[], each: number): readonly Reading[] {
  const found = new Map<number, Reading>();
  for (const one of readings) {
    const stretch = Math.floor(one.at / each);
    const before = found.get(stretch) ?? one;
    found.set(stretch, { at: stretch * each, rss: Math.min(before.rss, one.rss), heap: Math.min(before.heap, one.heap) });
  }
  return [...found.values()];
}

/** The least of a quarter of a life, 0 to 3, by time. */
function floorOf(life: readonly Reading[], quarter: number): Pick<Reading, 'rss' | 'heap'> {
  const [from = 0, to = 0] = [life[0]?.at, life.at(-1)?.at];
  const within = life.filter(({ at }) => Math.min(3, Math.floor(((at - from) / (to - from)) * 4)) === quarter);
  return { rss: Math.min(...within.map(({ rss }) => rss)), heap: Math.min(...within.map(({ heap }) => heap)) };
}

/**
 * Megabytes that the least of the last quarter of a life lies above the least of its second: what is held, and neither what
 * a start takes, nor what waits to be collected, nor what a load of extracts uses. Null for a life too short to be judged.
 */
export function grown(life: readonly Reading[]): Pick<Reading, 'rss' | 'heap'> | null {
  if ((life.at(-1)?.at ?? 0) - (life[0]?.at ?? 0) < JUDGED_FROM) return null;
  const [second, last] = [floorOf(life, 1), floorOf(life, 3)];
  return { rss: last.rss - second.rss, heap: last.heap - second.heap };
}

/** Whether it holds more than it may. */
export const isLeak = (more: Pick<Reading, 'rss' | 'heap'>): boolean => more.heap > MAY_GROW.heap || more.rss > MAY_GROW.rss;

/** Megabytes an hour by least squares; 0 for fewer than two readings. */
export function slope(readings: readonly Reading[], of: 'rss' | 'heap'): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length);
  const [times, values] = [readings.map(({ at }) => at / HOUR), readings.map((one) => one[of])];
  const [middle, level] = [mean(times), mean(values)];
  const spread = times.reduce((sum, time) => sum + (time - middle) ** 2, 0);
  return spread === 0 ? 0 : times.reduce((sum, time, at) => sum + (time - middle) * ((values[at] ?? 0) - level), 0) / spread;
}

/** The value below which a share of them lies: 0.5 for the median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
