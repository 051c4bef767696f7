import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, cpSync, linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseEnv } from 'node:util';
import { parse } from 'yaml';
import { z } from 'zod';
import { Checkout } from '../cli/checkout';
import { freePorts } from './ports';

jest.setTimeout(60_000);

const ROOT = path.join(__dirname, '..', '..');
/** The user that the image runs as. Source: the documentation of the image `node`. */
const NODE_USER = 1000;
const ID = '2f7c1e6a-0d7c-4a53-9a52-0c6f0a1f6b11';

/** A trust that comes with the program, in the place of /config and /extracts. */
const CONFIG_DIR = path.join('deployment', 'board-paper');
const EXTRACTS_DIR = path.join(CONFIG_DIR, 'extracts');

interface Instruction {
  readonly name: string;
  readonly rest: string;
}

/** The instructions of each stage, continued lines made one. */
function stages(): Instruction[][] {
  const text = readFileSync(path.join(ROOT, 'deployment', 'container', 'Dockerfile'), 'utf8').replace(/^#.*\n/gm, '').replace(/\\\n\s*/g, '');
  const found: Instruction[][] = [];
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const [, name = '', rest = ''] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
    if (name === 'FROM') found.push([]);
    found.at(-1)?.push({ name, rest });
  }
  return found;
}

const [building = [], final = []] = stages();
const all = (stage: readonly Instruction[], name: string): string[] => stage.filter((one) => one.name === name).map(({ rest }) => rest);
const args = (text: string): string[] => z.array(z.string()).parse(JSON.parse(text));
const environment = Object.fromEntries(all(final, 'ENV').flatMap((rest) => rest.split(/\s+/)).map((pair) => pair.split('=') as [string, string]));

/** As `npm prune --omit=dev` leaves it: the packages that the lock file does not call development's, files linked and not copied. */
function productionPackages(target: string): void {
  const { packages } = z.object({ packages: z.record(z.string(), z.looseObject({ dev: z.boolean().optional() })) }).parse(JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')));
  const installed = Object.entries(packages).filter(([name, { dev }]) => name !== '' && dev !== true).map(([name]) => name);
  for (const name of installed) linked(path.join(ROOT, name), path.join(target, path.relative('node_modules', name)));
}

function linked(from: string, to: string): void {
  let entries;
  try {
    entries = readdirSync(from, { withFileTypes: true });
  } catch {
    // Made for another kind of machine, and not installed on this one.
    return;
  }
  mkdirSync(to, { recursive: true });
  for (const entry of entries) {
    const [source, copy] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory() && entry.name !== 'node_modules') linked(source, copy);
    else if (entry.isFile()) {
      try {
        linkSync(source, copy);
      } catch {
        // On another file system.
        copyFileSync(source, copy);
      }
    }
  }
}

let checkout: Checkout;
let folder: string;
let image: string;
let data: string;
let node: string;
let running: ChildProcess | null = null;

beforeAll(() => {
  checkout = new Checkout();
  folder = mkdtempSync(path.join(tmpdir(), 'tally-image-'));
  chmodSync(folder, 0o755);
  [image, data] = [path.join(folder, 'tally'), path.join(folder, 'data')];
  mkdirSync(data);
  for (const copied of all(final, 'COPY')) {
    const [, from = '', to = ''] = /^(?:--from=build \/tally\/)?(\S+) (\S+)$/.exec(copied) ?? [];
    const target = path.join(image, to === './' ? from : to);
    if (from === 'node_modules') productionPackages(target);
    else cpSync(path.join(from === 'dist' ? checkout.folder : ROOT, from), target, { recursive: true, preserveTimestamps: true });
  }
  // Nothing can be made in it, nor in any folder that it may take for a temporary one: by the image's user where this is
  // root, who may always write, and by nobody where it is not.
  if (process.getuid?.() === 0) chownSync(data, NODE_USER, NODE_USER);
  else for (const entry of [image, ...readdirSync(image).map((name) => path.join(image, name))]) chmodSync(entry, 0o555);
  // This run's Node may lie where the image's user may not look.
  node = path.join(folder, 'node');
  copyFileSync(process.execPath, node);
});

afterEach(() => { running?.kill('SIGKILL'); });
afterAll(() => {
  for (const entry of readdirSync(image)) chmodSync(path.join(image, entry), 0o755);
  chmodSync(image, 0o755);
  rmSync(folder, { recursive: true, force: true });
  checkout.close();
});

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

function start(command: readonly string[], env: Readonly<Record<string, string>>): { process: ChildProcess; ended: Promise<Ended> } {
  const [, ...rest] = command;
  const user = process.getuid?.() === 0 ? { uid: NODE_USER, gid: NODE_USER } : {};
  const child = spawn(node, rest, { cwd: image, env: { ...environment, DATA_DIR: data, TMPDIR: image, HOME: image, ...env }, ...user });
  const parts: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => parts.push(part));
  child.stderr.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise<Ended>((settle, fail) => {
    child.on('error', fail);
    child.on('close', (code) => settle({ code, output: Buffer.concat(parts).toString('utf8') }));
  });
  return { process: child, ended };
}

/** The lines of a log, none of which may be anything else than an entry. */
const linesOf = (output: string) => output.trim().split('\n').map((line) => z.looseObject({ level: z.number(), code: z.string(), msg: z.string() }).parse(JSON.parse(line)));

const program = args(all(final, 'CMD')[0] ?? '[]');
const healthCheck = args(/CMD (\[.*\])$/.exec(all(final, 'HEALTHCHECK')[0] ?? '')?.[1] ?? '[]');

test('the image is built by the commands whose outcome is laid out here, and runs as nobody who may change it', () => {
  expect(all(building, 'RUN')).toEqual([
    'npm ci --include=dev --loglevel=error --no-audit --no-fund',
    'npm run build && npm prune --omit=dev --loglevel=error --no-audit --no-fund',
  ]);
  expect(all(final, 'RUN')).toEqual(['mkdir /data && chown node:node /data']);
  expect(all(final, 'USER')).toEqual(['node']);
  expect(final.findIndex(({ name }) => name === 'USER')).toBeGreaterThan(final.findLastIndex(({ name }) => name === 'COPY'));
  expect(all(final, 'COPY').join(' ')).not.toContain('--chown');
  expect(environment).toEqual({ NODE_ENV: 'production', PORT: '3978', DATA_DIR: '/data' });
});

test('in a tree that it cannot write to, without development packages, it starts, is healthy and ready, checks who calls, and stops in good order', async () => {
  const [port = 0] = await freePorts(1);
  const env = {
    PORT: String(port), MicrosoftAppId: ID, MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: ID, MicrosoftAppPassword: 'no real password', ALLOWED_TENANTS: ID,
    PUBLIC_URL: 'https://tally.example.nhs.uk', CONFIG_DIR, EXTRACTS_DIR,
  };
  const { process: child, ended } = start(program, env);
  running = child;
  const status = async (route: string, init?: RequestInit): Promise<number> => (await fetch(`http://127.0.0.1:${port}${route}`, init).catch(() => null))?.status ?? 0;
  const until = async (route: string): Promise<void> => {
    while ((await status(route)) !== 200 && child.exitCode === null) await wait(50);
  };
  await until('/healthz');
  await until('/readyz');
  if (child.exitCode !== null) throw new Error((await ended).output);
  expect((await start(healthCheck, { PORT: String(port) }).ended).code).toBe(0);
  expect(await status('/api/messages', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ type: 'message' }) })).toBeGreaterThanOrEqual(400);
  expect(readdirSync(data).sort()).toEqual(expect.arrayContaining(['chart.key', 'held', 'state.db']));
  expect(() => readdirSync(path.join(image, 'node_modules', 'typescript'))).toThrow('ENOENT');
  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
  expect((await start(healthCheck, { PORT: String(port) }).ended).code).toBe(1);
});

/** What the program is given: the image's own, what a copied .env.example says above it, and what the start says above that. */
const FROM_FILE = parseEnv(readFileSync(path.join(ROOT, '.env.example'), 'utf8')) as Record<string, string>;
const README = readFileSync(path.join(ROOT, 'deployment', 'container', 'README.md'), 'utf8').replace(/\\\n\s*/g, '');
const RUN_LINE = /^ *docker run .*$/m.exec(README)?.[0] ?? '';
const COMPOSE = z.object({
  services: z.object({ tally: z.looseObject({ volumes: z.array(z.string()), ports: z.array(z.string()), environment: z.record(z.string(), z.string()) }) }), volumes: z.record(z.string(), z.unknown()),
}).parse(parse(readFileSync(path.join(ROOT, 'deployment', 'container', 'compose.yaml'), 'utf8')));
const STARTS: readonly (readonly [called: string, given: Readonly<Record<string, string>>])[] = [
  ['the line of the README', Object.fromEntries([...RUN_LINE.matchAll(/-e (\w+)=(\S+)/g)].map(([, name = '', value = '']) => [name, value]))],
  ['Docker Compose', COMPOSE.services.tally.environment],
];

describe.each(STARTS)('by %s, with a copied .env.example', (_, given) => {
  const env = { ...FROM_FILE, ...given };

  test('it has the folders and the port of the container', () => {
    expect({ ...environment, ...env }).toMatchObject({ NODE_ENV: 'production', DATA_DIR: '/data', CONFIG_DIR: '/config', EXTRACTS_DIR: '/extracts', PORT: '3978', HOST: '0.0.0.0' });
  });

  test('it does not start without credentials, and says what is missing', async () => {
    const { code, output } = await start(program, { ...env, DATA_DIR: data, CONFIG_DIR, EXTRACTS_DIR }).ended;
    expect({ code, said: linesOf(output).map(({ code: kind, msg }) => `${kind} ${msg}`) }).toEqual({ code: 1, said: expect.arrayContaining(['START_FAILED MicrosoftAppId: is needed when NODE_ENV is production']) as unknown });
  });

  test('it starts once they are filled in, and keeps its state where it may', async () => {
    const [port = 0] = await freePorts(1);
    const filledIn = { MicrosoftAppId: ID, MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppTenantId: ID, ALLOWED_TENANTS: ID, PUBLIC_URL: 'https://tally.example.nhs.uk' };
    const { process: child, ended } = start(program, { ...env, ...filledIn, HOST: '127.0.0.1', PORT: String(port), DATA_DIR: data, CONFIG_DIR, EXTRACTS_DIR });
    running = child;
    while ((await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null))?.status !== 200 && child.exitCode === null) await wait(50);
    if (child.exitCode !== null) throw new Error((await ended).output);
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
  });
});

test('with a folder for its data that belongs to somebody else it does not start, and says which, on lines of its log', async () => {
  const credentials = { MicrosoftAppId: ID, MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppTenantId: ID, ALLOWED_TENANTS: ID, PUBLIC_URL: 'https://tally.example.nhs.uk' };
  const { code, output } = await start(program, { ...credentials, DATA_DIR: path.join(image, 'data'), CONFIG_DIR, EXTRACTS_DIR }).ended;
  const said = linesOf(output);
  expect({ code, codes: new Set(said.map((line) => line.code)) }).toEqual({ code: 1, codes: new Set(['START_FAILED']) });
  expect(said.map(({ msg }) => msg)).toContain('DATA_DIR, or the folder of STATE_URL where one is set, cannot be written to by the user that the program runs as.');
});

test('a copied .env.example takes "production" away from no container', () => {
  expect({ ...environment, ...FROM_FILE }).toMatchObject(environment);
});

test('by either start only this machine reaches the port, nothing but the data can be written to, and the log has an end', () => {
  expect(COMPOSE.services.tally).toMatchObject({ ports: ['127.0.0.1:3978:3978'], logging: { driver: 'json-file', options: { 'max-size': '50m', 'max-file': '5' } } });
  for (const option of ['-p 127.0.0.1:3978:3978', '--read-only', '--cap-drop ALL', '--security-opt no-new-privileges', '--log-opt max-size=50m', '--log-opt max-file=5', ':/extracts:ro', ':/config:ro']) expect(RUN_LINE).toContain(option);
});

test('the tree can truly not be written to by whoever the program is', async () => {
  const { output } = await start(['node', '-e', "require('node:fs').writeFileSync('written', '')"], {}).ended;
  expect(output).toMatch(/EACCES|EROFS/);
});

test('with Docker Compose it has what it reads to read only, and one folder to write to', () => {
  const { services: { tally }, volumes } = COMPOSE;
  expect(tally).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
  const writable = tally.volumes.filter((volume) => !volume.endsWith(':ro'));
  expect(writable).toEqual([`${Object.keys(volumes)[0]}:${environment['DATA_DIR']}`]);
  for (const folderInside of [tally.environment['CONFIG_DIR'], tally.environment['EXTRACTS_DIR']]) expect(tally.volumes.some((volume) => volume.endsWith(`:${folderInside}:ro`))).toBe(true);
});
