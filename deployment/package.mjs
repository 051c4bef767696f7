import { NotReady, prepare, root } from './prepare.mjs';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs, parseEnv } from 'node:util';

// `npm run package`: the Teams app package, built from deployment/teams and held to Microsoft's published schema.

/** The option that gives each blank of the manifest; the environment, and then .env, give what no option does. */
const BLANKS = {
  MicrosoftAppId: 'app-id',
  ORGANISATION_NAME: 'organisation',
  ORGANISATION_URL: 'website',
  PRIVACY_URL: 'privacy',
  TERMS_URL: 'terms',
};

try {
  prepare((line) => console.error(line));
  // Only now: on a fresh clone nothing that these need is installed before.
  const { buildPackage } = await import('./packaging/build-package.mjs');
  const { values } = parseArgs({ options: { ...Object.fromEntries(Object.values(BLANKS).map((name) => [name, { type: 'string' }])), out: { type: 'string' } } });
  const file = join(root, '.env');
  const env = { ...(existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}), ...process.env };
  const given = Object.fromEntries(Object.entries(BLANKS).map(([blank, option]) => [blank, (values[option] ?? env[blank] ?? '').trim()]));
  const built = buildPackage(join(root, 'deployment', 'teams'), given, (blank) => `set it in the environment or give --${BLANKS[blank]}`);
  if (built.faults.length > 0) {
    console.error(built.faults.join('\n'));
    process.exitCode = 1;
  } else {
    const out = resolve(values.out ?? join(root, `tally-teams-${built.version}.zip`));
    writeFileSync(out, built.zip);
    console.log(`${out}\n${built.entries.join(', ')}`);
  }
} catch (error) {
  if (error.code?.startsWith('ERR_PARSE_ARGS')) {
    console.error(`${error.message}\nOptions: ${[...Object.values(BLANKS), 'out'].map((name) => `--${name}`).join(' ')}`);
    process.exitCode = 2;
  } else if (error instanceof NotReady) {
    console.error(error.message);
    process.exitCode = 1;
  } else if (error.code === 'ERR_MODULE_NOT_FOUND') {
    console.error('The package is built in a checkout, with the development packages: npm ci --include=dev');
    process.exitCode = 1;
  } else throw error;
}
