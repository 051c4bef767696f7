import { readFile, rename, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { isMissing } from './found-file';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const coverageSchema = z.strictObject({
  extract: z.string(), from: day, to: day, bookedTo: day, dailyFrom: day.nullable(), dailyFromBy: z.record(z.string(), day), provisionalFrom: day.nullable(),
  columnsFrom: z.record(z.string(), day.nullable()),
  missingMonths: z.array(z.string()).readonly(), missingDays: z.array(day).readonly(), rows: z.int().min(0),
  byMetric: z.record(z.string(), z.strictObject({ from: day, to: day })),
  notices: z.array(z.strictObject({ notice: z.string(), from: day, to: day })).readonly(),
});

/** What is known of a snapshot without opening it. */
export const manifestSchema = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{12}$/),
  loadedAt: z.string(),
  notice: z.string().nullable(),
  catalogue: z.string(),
  coverage: z.record(z.string(), coverageSchema),
  rollUps: z.array(z.strictObject({
    name: z.string(), table: z.string(), date: z.string(), each: z.enum(['day', 'month']), columns: z.array(z.string()).readonly(), amounts: z.array(z.string()).readonly(),
  })),
  /** Mapping → its files with their rows of data. */
  sources: z.record(z.string(), z.array(z.strictObject({ file: z.string(), hash: z.string(), rows: z.int().min(0) }))),
  warnings: z.array(z.string()),
});
export type SnapshotManifest = z.infer<typeof manifestSchema>;

/**
 * Reads and checks a JSON file; null where it is not there, and also where a crash has left it broken: whatever is kept
 * this way can be made again from the extracts.
 */
export async function readJson<T>(path: string, schema: z.ZodType<T>): Promise<T | null> {
  try {
    return schema.safeParse(JSON.parse(await readFile(path, 'utf8'))).data ?? null;
  } catch (error) {
    if (isMissing(error) || error instanceof SyntaxError) {
      return null;
    }
    throw error;
  }
}

/** Writes a JSON file so that a reader sees the old one or the new one, never a part. */
export async function writeJson(path: string, value: unknown, unique: string): Promise<void> {
  const draft = `${path}.${unique}.tmp`;
  await writeFile(draft, `${JSON.stringify(value, null, 2)}\n`);
  await rename(draft, path);
}
