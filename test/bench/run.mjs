import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { prepare, root } from '../../deployment/prepare.mjs';

// `npm run bench`: builds the product, installs what it is measured against, and measures.
const here = join(root, 'test', 'bench');
prepare((line) => console.log(line));
const ran = existsSync(join(here, 'node_modules')) ? { status: 0 }
  : spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: here, stdio: 'inherit' });
if (ran.status !== 0) process.exit(1);
process.exit(spawnSync(process.execPath, [join(here, 'bench.mjs'), ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1);
