import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePorts, holdPort, isFree } from './ports';

const root = path.join(__dirname, '..', '..');

/** Stands where the program stands, so that what surrounds it can be seen at work: it serves, or ends when told to. */
const PROGRAM = `
import { createServer } from 'node:http';
if (process.env['END_WITH'] !== undefined) process.exit(Number(process.env['END_WITH']));
createServer((_, reply) => reply.end()).listen(Number(process.env['PORT']), '127.0.0.1', () => console.log('serving'));
process.on('SIGTERM', () => { console.log('ending in good order'); process.exit(0); });
`;

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

describe('npm start', () => {
  let checkout: string;
  let ports: { readonly PORT: string; readonly PLAYGROUND_PORT: string };

  beforeAll(async () => {
    checkout = mkdtempSync(path.join(tmpdir(), 'tally-start-'));
    for (const name of ['deployment', 'package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json', '.npmrc']) {
      cpSync(path.join(root, name), path.join(checkout, name), { recursive: true });
    }
    symlinkSync(path.join(root, 'node_modules'), path.join(checkout, 'node_modules'), 'junction');
    mkdirSync(path.join(checkout, 'src', 'cli'), { recursive: true });
    writeFileSync(path.join(checkout, 'src', 'main.ts'), PROGRAM);
    writeFileSync(path.join(checkout, 'src', 'cli', 'ask.ts'), 'console.log(JSON.stringify(process.argv.slice(2)));');
    writeFileSync(path.join(checkout, 'src', 'cli', 'words.yaml'), 'a: b\n');
    const [bot, playground] = await freePorts(2);
    ports = { PORT: String(bot), PLAYGROUND_PORT: String(playground) };
  });

  afterAll(() => rmSync(checkout, { recursive: true, force: true }));

  test('builds once, and again only when a source changed', async () => {
    expect((await run('deployment/prepare.mjs')).err).toMatch(/^Building …\nBuilt in \d+\.\d s\.$/);
    expect(existsSync(path.join(checkout, 'dist', 'cli', 'words.yaml'))).toBe(true);
    expect(await run('deployment/prepare.mjs')).toEqual({ code: 0, out: '', err: '' });
    writeFileSync(path.join(checkout, 'src', 'later.ts'), 'export {};');
    expect((await run('deployment/prepare.mjs')).err).toContain('Built in');
    expect(existsSync(path.join(checkout, 'dist', 'later.js'))).toBe(true);
  });

  test('says which file cannot be built, and keeps the build it has', async () => {
    const broken = path.join(checkout, 'src', 'broken.ts');
    writeFileSync(broken, 'export const = 1;');
    const { code, err } = await run('deployment/start.mjs', ports);
    rmSync(broken);
    expect(code).toBe(1);
    expect(err).toContain('src/broken.ts(1,14): error');
    expect(existsSync(path.join(checkout, 'dist', 'main.js'))).toBe(true);
    expect((await run('deployment/prepare.mjs')).code).toBe(0);
  });

  test.each(['PORT', 'PLAYGROUND_PORT'] as const)('names a %s that is taken, in one line', async (name) => {
    const taken = await holdPort();
    const { code, out, err } = await run('deployment/start.mjs', { ...ports, [name]: String(taken.port) });
    await taken.release();
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(new RegExp(`^Port ${taken.port} is in use by another program.* ${name}=\\d+ npm start$`));
  });

  test('ends with the exit code of a bot that ends by itself', async () => {
    const { code, err } = await run('deployment/start.mjs', { ...ports, END_WITH: '7' });
    expect(code).toBe(7);
    expect(err).toContain('The bot ended (exit code 7)');
  });

  test('is the program alone in production, without a build or a playground', async () => {
    writeFileSync(path.join(checkout, 'src', 'later.ts'), 'export const changed = true;');
    const program = start('deployment/start.mjs', { ...ports, NODE_ENV: 'production' });
    const outcome = outcomeOf(program);
    await waitUntilServing(Number(ports.PORT));
    program.kill('SIGTERM');
    expect(await outcome).toEqual({ code: 0, out: 'serving\nending in good order', err: '' });
  });

  test('ends when npm is told to, though npm tells nobody', async () => {
    const npm = spawn('npm', ['start'], { cwd: checkout, env: environment({ ...ports, NODE_ENV: 'production' }), stdio: 'ignore' });
    await waitUntilServing(Number(ports.PORT));
    npm.kill('SIGTERM');
    await waitUntilFree(Number(ports.PORT));
    expect(npm.exitCode ?? npm.signalCode).not.toBeNull();
  });

  test('leaves standard output of npm run ask to the answer', async () => {
    const npm = spawn('npm', ['run', 'ask', '--', '--json', 'DNA rate for ENT'], { cwd: checkout, env: environment({}), shell: process.platform === 'win32' });
    expect((await outcomeOf(npm)).out).toBe('["--json","DNA rate for ENT"]');
  });

  const start = (script: string, env: Record<string, string> = {}): ChildProcess =>
    spawn(process.execPath, [path.join(checkout, script)], { cwd: tmpdir(), env: environment(env) });

  const run = (script: string, env: Record<string, string> = {}): Promise<Outcome> => outcomeOf(start(script, env));

  const environment = (env: Record<string, string>) => ({ PATH: process.env['PATH'], HOME: process.env['HOME'], DATA_DIR: path.join(checkout, 'data'), ...env });
});

async function outcomeOf(program: ChildProcess): Promise<Outcome> {
  let [out, err] = ['', ''];
  program.stdout?.on('data', (part: Buffer) => (out += part.toString()));
  program.stderr?.on('data', (part: Buffer) => (err += part.toString()));
  await once(program, 'close');
  return { code: program.exitCode, out: out.trim(), err: err.trim() };
}

async function waitUntilServing(port: number): Promise<void> {
  const served = await fetch(`http://127.0.0.1:${port}/`).then(({ ok }) => ok, () => false);
  if (served) return;
  await wait(50);
  await waitUntilServing(port);
}

async function waitUntilFree(port: number): Promise<void> {
  if (await isFree(port)) return;
  await wait(50);
  await waitUntilFree(port);
}
