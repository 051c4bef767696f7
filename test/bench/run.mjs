import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { prepare, root } from '../../deployment/prepare.mjs';

// `npm run bench`: builds the product, installs what it is measured against, and measures. With `--providers`: so many trusts
// on one PostgreSQL instead, which needs nothing installed.
const here = join(root, 'test', 'bench');
prepare((line) => console.log(line));
if (process.argv.includes('--providers')) process.exit(spawnSync(process.execPath, [join(here, 'providers.mjs'), ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1);
const ran = existsSync(join(here, 'node_modules')) ? { status: 0 }
  : spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: here, stdio: 'inherit' });
if (ran.status !== 0) process.exit(1);
process.exit(spawnSync(process.execPath, [join(here, 'bench.mjs'), ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1);
