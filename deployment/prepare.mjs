import './node-version.mjs';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

// Makes a checkout ready to run: its packages installed and its TypeScript built, each only when
// something changed. Plain Node and nothing else, because on a fresh clone there is nothing else.
// When all is up to date this takes a few milliseconds, so every command can begin with it.

export const root = resolve(fileURLToPath(import.meta.url), '..', '..');
const packages = join(root, 'node_modules');
const packagesStamp = join(packages, '.tally-lock');
const dist = join(root, 'dist');
const distStamp = join(dist, '.built-from');

/** A fault whose sentence is all that a person needs to see. */
export class NotReady extends Error {}

/**
 * Installs and builds what is missing or out of date.
 *
 * Under NODE_ENV=production what an image was built with is taken as it is: development packages are
 * never installed, and an existing `dist` is never rebuilt.
 *
 * @param {(line: string) => void} say receives progress, one line at a time, only when there is work to do
 * @throws {NotReady} when installing or building fails
 */
export function prepare(say) {
  const production = process.env.NODE_ENV === 'production';
  install(production, say);
  build(production, say);
}

function install(production, say) {
  const digest = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
  if (existsSync(packages)) {
    if (production) return;
    if (existsSync(packagesStamp) && readFileSync(packagesStamp, 'utf8') === digest) return;
    // Installed by hand, with `npm install`: as good, when it is what the lock file names.
    if (installedAsLocked()) {
      writeFileSync(packagesStamp, digest);
      return;
    }
  }
  say('Installing packages (about a minute, this once) …');
  const began = Date.now();
  const choice = production ? '--omit=dev' : '--include=dev';
  npm(['ci', choice, '--loglevel=error', '--no-audit', '--no-fund', '--no-progress', '--no-update-notifier']);
  writeFileSync(packagesStamp, digest);
  say(`Packages installed in ${seconds(began)}.`);
}

function installedAsLocked() {
  const hidden = join(packages, '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const held = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(locked).every(([path, entry]) => path === '' || entry.optional || held[path]?.version === entry.version);
}

function npm(args) {
  // Under `npm start` npm names its own script; run with this Node it needs no shell on any system.
  const own = process.env.npm_execpath;
  const result = own?.endsWith('.js')
    ? spawnSync(process.execPath, [own, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' })
    : spawnSync('npm', args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', shell: process.platform === 'win32' });
  if (result.error) throw new NotReady(`npm could not be started: ${result.error.message}`);
  if (result.status !== 0) throw new NotReady(`The packages could not be installed. npm says:\n${result.stdout}${result.stderr}`);
}

function build(production, say) {
  if (production && existsSync(dist)) return;
  const source = fingerprint();
  if (existsSync(distStamp) && readFileSync(distStamp, 'utf8') === source) return;
  const compiler = join(packages, 'typescript', 'bin', 'tsc');
  if (!existsSync(compiler)) throw new NotReady('The program has not been built. Run `npm ci --include=dev --loglevel=error && npm run build` first.');
  say('Building …');
  const began = Date.now();
  // Built beside and swapped in whole: a program that starts meanwhile finds the old build or the new one.
  const fresh = `${dist}.${process.pid}`;
  const old = `${dist}.${process.pid}.old`;
  try {
    // Types are the business of `npm test` and `npm run build`; starting need not wait for them.
    const result = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json', '--noCheck', '--outDir', fresh], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
    });
    if (result.status !== 0) throw new NotReady(`The program could not be built:\n${result.stdout}${result.stderr}`);
    const src = join(root, 'src');
    cpSync(src, fresh, { recursive: true, filter: (path) => statSync(path).isDirectory() || !path.endsWith('.ts') });
    writeFileSync(join(fresh, '.built-from'), source);
    if (existsSync(dist)) renameSync(dist, old);
    renameSync(fresh, dist);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
  say(`Built in ${seconds(began)}.`);
}

/** Name, size and time of everything the build reads. */
function fingerprint() {
  const hash = createHash('sha256');
  const note = (path) => {
    const { mtimeMs, size } = statSync(path);
    hash.update(`${path.slice(root.length)} ${mtimeMs} ${size}\n`);
  };
  const walk = (folder) => {
    const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else note(path);
    }
  };
  walk(join(root, 'src'));
  for (const name of ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json']) note(join(root, name));
  return hash.digest('hex');
}

/** "12.3 s" since an instant. */
export function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    // On standard error: standard output belongs to the command that follows.
    prepare((line) => console.error(line));
  } catch (error) {
    if (!(error instanceof NotReady)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
