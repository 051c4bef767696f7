import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { prepare, root } from '../../deployment/prepare.mjs';

// `npm run soak -- --minutes 60 --per-minute 60 --people 8 --kill`: the real program under load for as long, with faults.
const { values } = parseArgs({ options: { minutes: { type: 'string' }, 'per-minute': { type: 'string' }, people: { type: 'string' }, seed: { type: 'string' }, kill: { type: 'boolean' } } });
prepare((line) => console.log(line));
const env = { ...process.env };
for (const [name, value] of Object.entries(values)) env[`SOAK_${name.toUpperCase().replace('-', '_')}`] = value === true ? '1' : value;
process.exit(spawnSync(process.execPath, [path.join(root, 'node_modules', 'jest', 'bin', 'jest.js'), '--testMatch', '**/*.soak.ts'], { cwd: root, env, stdio: 'inherit' }).status ?? 1);
