import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { prepare, root } from '../../deployment/prepare.mjs';
import { specialties, TRUST } from '../bench/product.mjs';
import { makeRows } from '../bench/rows.mjs';

// `npm run load -- --people 100 --questions 8 --rows 1000000`: the real program with so many people who ask at once: one
// instance, and then two on one PostgreSQL of which one is killed halfway. With `--engine` both answer from that server too.
const { values } = parseArgs({ options: { people: { type: 'string', default: '100' }, questions: { type: 'string', default: '8' }, rows: { type: 'string', default: '1000000' }, engine: { type: 'boolean', default: false } } });
prepare((line) => console.log(line));
const folder = mkdtempSync(path.join(tmpdir(), 'tally-load-'));
try {
  const known = specialties();
  const { csv } = await makeRows(folder, Number(values.rows), known.map(({ code }) => code));
  // One that was written just now may not be whole yet.
  utimesSync(csv, Date.now() / 1000 - 3600, Date.now() / 1000 - 3600);
  const load = JSON.stringify({ folder, trust: TRUST, specialties: known.map(({ name }) => name), people: Number(values.people), questions: Number(values.questions), rows: Number(values.rows), isEngineShared: values.engine });
  process.exitCode = spawnSync(process.execPath, [path.join(root, 'node_modules', 'jest', 'bin', 'jest.js'), '--testMatch', '**/*.load.ts'], { cwd: root, env: { ...process.env, TALLY_LOAD: load }, stdio: 'inherit' }).status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
