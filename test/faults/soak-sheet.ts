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
