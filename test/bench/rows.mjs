import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

/** The first day of the rows, and how many days they run: 36 months. The bench asks as of the day after the last. */
export const FIRST_DAY = '2023-11-01';
export const DAYS = 1096;
export const NOW = '2026-11-01T09:00';

/**
 * Outpatient appointments as a CSV and a Parquet file in `folder`, made from their own number and so the same every time:
 * some specialties see many more patients than others, and about one appointment in thirteen is missed.
 */
export async function makeRows(folder, rows, specialties) {
  const csv = join(folder, 'extracts', 'appointments.csv');
  const parquet = join(folder, 'appointments.parquet');
  if (existsSync(csv) && existsSync(parquet)) return { csv, parquet };
  mkdirSync(join(folder, 'extracts'), { recursive: true });
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const codes = specialties.map((code) => `'${code}'`).join(', ');
  // The square of an even draw falls on the first few far more often.
  await connection.run(`copy (
    select 'A' || i as appointment_id,
      date '${FIRST_DAY}' + cast(i * ${DAYS} // ${rows} as integer) as appointment_date,
      [${codes}][1 + cast(floor(${specialties.length} * pow(hash(i * 7 + 1) % 10000 / 10000.0, 2)) as integer)] as treatment_function_code,
      ['N1', 'S1', 'E1'][1 + cast(hash(i * 7 + 2) % 3 as integer)] as site_code,
      case when hash(i * 7 + 3) % 3 = 0 then '1' else '2' end as first_attendance_code,
      case when hash(i * 7 + 4) % 100 < 8 then '3' when hash(i * 7 + 4) % 100 < 13 then '4' else '5' end as attended_or_did_not_attend_code
    from range(${rows}) as numbers(i)
  ) to '${parquet}.part' (format parquet, compression zstd)`);
  await connection.run(`copy (from read_parquet('${parquet}.part')) to '${csv}.part' (header)`);
  renameSync(`${csv}.part`, csv);
  renameSync(`${parquet}.part`, parquet);
  connection.closeSync();
  instance.closeSync();
  return { csv, parquet };
}
