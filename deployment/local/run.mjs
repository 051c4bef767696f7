import { createWriteStream, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { NotReady, root } from '../prepare.mjs';
import { askedToStop, start, stop } from './child.mjs';

// The local start: the bot on loopback, and beside it the Microsoft 365 Agents Playground, a chat
// client in the browser that stands where Teams will stand.

const QUESTIONS = ['DNA rate for ENT', 'worst specialties for DNA rate', 'ACPL last 12 months'];

/** Seconds of silence after which a line says that the work goes on. */
const PATIENCE = 10;

/** pino's level numbers. */
const WARNING = 40;
const INFORMATION = 30;

/**
 * Runs both until one ends or a person stops them. Sets the exit code: 0 when a person stopped it.
 *
 * @param {{ env: Record<string, string | undefined>, dataFolder: string, elapsed: () => string }} options
 *   `elapsed` says how long the whole start has taken so far
 * @throws {NotReady} when a port is taken or not a port
 */
export async function runLocally({ env, dataFolder, elapsed }) {
  const botPort = portOf(env, 'PORT', 3978);
  const playgroundPort = portOf(env, 'PLAYGROUND_PORT', 56150);
  await mustBeFree(botPort, '127.0.0.1', 'PORT');
  // The playground listens on every address.
  await mustBeFree(playgroundPort, undefined, 'PLAYGROUND_PORT');
  mkdirSync(dataFolder, { recursive: true });

  const children = [];
  const stopped = askedToStop().then(() => null);
  let ready = false;
  const log = createWriteStream(join(dataFolder, 'tally.log'), { flags: 'a' });
  try {
    console.log('Starting the bot …');
    const bot = start('The bot', [join('dist', 'main.js')], {
      env: { ...env, PORT: String(botPort) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    children.push(bot);
    show(bot.process, log, () => !ready);

    const playground = start('The playground', [join('node_modules', '@microsoft', 'm365agentsplayground', 'cli.js'), 'start',
      '-e', `http://127.0.0.1:${botPort}/api/messages`, '-c', 'msteams', '-p', String(playgroundPort), '--disable-telemetry'], {
      env: {
        ...env,
        TEAMSAPPTESTER_BROWSER: 'none',
        M365_AGENTS_PLAYGROUND_CONFIG_PATH: join(root, 'deployment', 'local', 'playground.yml'),
        M365_AGENTS_PLAYGROUND_LOGFILE: join(dataFolder, 'playground.log'),
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    children.push(playground);

    const ended = Promise.race([bot.ended, playground.ended, stopped]);
    const answering = Promise.all([
      answers(`http://127.0.0.1:${botPort}/readyz`, ended),
      answers(`http://127.0.0.1:${playgroundPort}/_debug/ping`, ended),
    ]);
    const patience = setInterval(() => console.log(`Still preparing the data … ${elapsed()}`), PATIENCE * 1000);
    const first = await Promise.race([answering.then(() => 'ready'), ended]);
    clearInterval(patience);
    if (first === 'ready') {
      ready = true;
      console.log(welcome({ env, playgroundPort, dataFolder, elapsed: elapsed() }));
    }
    // Ctrl-C reaches every program of the terminal at once: one that ended of it did not fail.
    const end = await Promise.race([ended.then((how) => (how === null ? null : wait(200).then(() => how))), stopped]);
    if (end === null) {
      console.log('Stopping …');
      process.exitCode = 0;
    } else {
      console.error(`${end.name} ended (${end.how}); stopping. Its log is in ${relative(process.cwd(), dataFolder) || '.'}.`);
      process.exitCode = end.code === 0 ? 1 : end.code;
    }
  } finally {
    await Promise.all(children.map(stop));
    log.end();
  }
  process.exit();
}

/**
 * The bot's log goes to its file whole. A person sees its warnings, what it says outside its log, and, until it is
 * ready, its progress.
 */
function show(program, log, starting) {
  let said = '';
  for (const [stream, print] of [[program.stdout, console.log], [program.stderr, console.error]]) {
    createInterface({ input: stream }).on('line', (line) => {
      log.write(`${line}\n`);
      const entry = logEntry(line);
      if (entry === null) print(line);
      // The same of one file after another is said once; the log names them all.
      else if (entry.msg !== said && (entry.level >= WARNING || (starting() && entry.level >= INFORMATION))) print(`  ${entry.msg}`);
      said = entry?.msg ?? '';
    });
  }
}

/** What one line of the bot's output says, where it is an entry of its log; null where it is plain words. */
function logEntry(line) {
  if (!line.startsWith('{"level":')) return null;
  const { level, msg } = JSON.parse(line);
  return { level, msg: msg ?? '' };
}

function portOf(env, name, otherwise) {
  const written = env[name]?.trim() || String(otherwise);
  const port = Number(written);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new NotReady(`${name}: ${written} is not a port number, 1 to 65535.`);
  return port;
}

async function mustBeFree(port, host, name) {
  const taken = await new Promise((settle) => {
    const probe = createServer();
    probe.once('error', (error) => settle(error.code));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => settle(null)));
  });
  if (taken === null) return;
  const why = taken === 'EADDRINUSE' ? 'is in use by another program' : `cannot be listened on (${taken})`;
  throw new NotReady(`Port ${port} ${why}. Stop that, or choose another port: ${name}=${port === 65535 ? port - 1 : port + 1} npm start`);
}

/** Settles when the address answers 200; gives up when `ended` settles. */
async function answers(address, ended) {
  let over = false;
  void ended.then(() => (over = true));
  while (!over) {
    const answered = await fetch(address, { signal: AbortSignal.timeout(2000) }).then(
      async (reply) => {
        await reply.arrayBuffer();
        return reply.ok;
      },
      () => false, // nothing listens yet
    );
    if (answered) return;
    await wait(150);
  }
}

function welcome({ env, playgroundPort, dataFolder, elapsed }) {
  const extracts = env.EXTRACTS_DIR?.trim();
  const what = extracts ? `on the extracts in ${extracts}` : 'on generated demonstration data';
  return [
    '',
    `Tally is ready, ${what} (${elapsed}).`,
    '',
    `  Open   http://localhost:${playgroundPort}`,
    '',
    ...QUESTIONS.map((question, at) => `  ${at === 0 ? 'Type' : '    '}   ${question}`),
    '',
    'In the channel and in the group chat mention it first: @Tally DNA rate for ENT',
    `Ctrl-C stops it. Log: ${join(relative(process.cwd(), dataFolder), 'tally.log')}`,
    '',
  ].join('\n');
}
