import { root } from './prepare.mjs';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// `npm run sbom`: what a production install holds, as CycloneDX.
//
// npm's own `--omit dev` leaves out whatever a development package needs too, such as the PostgreSQL client: so npm lists
// everything, and what the lock file calls development's is taken out here.

const nameOf = (folder) => folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
const args = ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'];
const own = process.env.npm_execpath;
const [command, rest] = own?.endsWith('.js') ? [process.execPath, [own, ...args]] : ['npm', args];
const { status, stdout, stderr, error } = spawnSync(command, rest, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26, shell: process.platform === 'win32' });
if (error || status !== 0) {
  console.error(`npm could not list the packages: ${error?.message ?? stderr}`);
  process.exitCode = 1;
} else {
  const bom = JSON.parse(stdout);
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const kept = new Set(Object.entries(packages).filter(([folder, { dev }]) => folder !== '' && !dev).map(([folder, { version }]) => `${nameOf(folder)}@${version}`));
  bom.components = bom.components.filter(({ name, version }) => kept.has(`${name}@${version}`));
  // npm calls the whole by the folder it lies in.
  bom.metadata.component.name = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).name;
  const refs = new Set([bom.metadata.component['bom-ref'], ...bom.components.map((one) => one['bom-ref'])]);
  bom.dependencies = bom.dependencies.filter(({ ref }) => refs.has(ref)).map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.has(one)) }));
  process.stdout.write(`${JSON.stringify(bom, null, 2)}\n`);
}
