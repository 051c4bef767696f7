import { NotReady, prepare, root, seconds } from './prepare.mjs';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { runForTeams } from './local/child.mjs';
import { runLocally } from './local/run.mjs';

// `npm start`: from a fresh clone to an address to open, or, with Teams credentials, the production start.

const began = Date.now();
try {
  prepare((line) => console.log(line));
  const file = join(root, '.env');
  const env = { ...(existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}), ...process.env };
  const forTeams = Boolean(env.MicrosoftAppId?.trim()) || env.NODE_ENV?.trim() === 'production';
  if (forTeams) await runForTeams(env);
  else await runLocally({ env, dataFolder: resolve(root, env.DATA_DIR?.trim() || 'data'), elapsed: () => seconds(began) });
} catch (error) {
  if (!(error instanceof NotReady)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
