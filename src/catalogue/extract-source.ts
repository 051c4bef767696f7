import { z } from 'zod';

/**
 * One file, or one family of files, that feeds a canonical table. `select` is plain SQL over `file`, the file as
 * a table of text columns (typed columns for Parquet), and must give `file_row` through so that a fault can name its row.
 */
export const extractSourceSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  table: z.string().min(1),
  /** File name pattern with * in the extracts folder, e.g. "outpatients-*.csv". */
  files: z.string().min(1),
  /** For XLSX: the sheet's name; the first where none is given. */
  sheet: z.string().optional(),
  /** How dates and times are written, as strptime patterns, tried in order; ISO where none is given. */
  dates: z.array(z.string().min(1)).default([]),
  'date-times': z.array(z.string().min(1)).default([]),
  select: z.string().min(1),
  /** A fall in rows against the last good load beyond this share is refused; 0.5 by default. */
  'allowed-fall': z.number().min(0).max(1).default(0.5),
  optional: z.boolean().default(false),
  /** Said on every card that rests on its rows, where they are not real: "Artificial data". */
  notice: z.string().min(1).nullable().default(null),
});
export type ExtractSource = z.infer<typeof extractSourceSchema>;
