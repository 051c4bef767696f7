import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Before the first test: a folder for the PostgreSQL server of this run, which the first test that needs one starts. */
export default function begin() {
  process.env.TALLY_TEST_POSTGRES = mkdtempSync(join(tmpdir(), 'tally-postgres-'));
  process.env.TALLY_TEST_RUN = String(process.pid);
}
