import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { auditKeptSince, createAudit } from './access/audit';
import { nothingLoadedAnswer } from './answers/conversation';
import type { Answer } from './answers/answer';
import type { Road } from './ask';
import { drawOnThreads } from './cards/charts/draw-on-threads';
import { createChartAddress } from './cards/charts/chart-address';
import { createPictures } from './cards/charts/pictures';
import { openChart } from './cards/charts/signed-chart';
import { createCards } from './cards/create-cards';
import { isExistingFolder, readConfig, withEnvironmentFile } from './config';
import { TallyError } from './errors';
import type { Address } from './delivery/port';
import { nightlyThrough } from './engine/nightly-through';
import type { Snapshot, Snapshots } from './engine/snapshot';
import { createServer } from './http/create-server';
import { createFigures } from './monitoring/figures';
import { asRequest, createLog } from './monitoring/log';
import { SteadyClock } from './monitoring/steady-clock';
import { lookAt, stateLine, watchState, type WatchedSnapshot, type WatchedState } from './monitoring/state-figures';
import { reportsKeptSince } from './reports/report';
import { createReporting, type Reporting } from './reports/reporting';
import type { Commands } from './digests/commands';
import { openDigests, type OpenDigests } from './digests/open-digests';
import { keyOf } from './store/kept-secret';
import { knownPlaces } from './store/known-places';
import { openStore } from './store/open-store';
import { openTally, type Tally } from './tally';
import { createBot } from './teams/create-bot';
import { loggedFault } from './teams/fault-log';
import { openWatches, type OpenWatches } from './watches/open-watches';

const ROOT = path.join(__dirname, '..');

/** Milliseconds between two looks at the extracts folder, and at who may see what. */
const LOOK_EVERY = 30_000;

/** Milliseconds between two looks for what is due to be posted. */
const POST_EVERY = 15_000;

/** Milliseconds between two lines of the log that say how it stands. */
const TELL_EVERY = 5 * 60 * 1_000;

/** Milliseconds that a question waits for the first load; Teams delivers again after fifteen seconds. */
const LOADED_WITHIN = 10_000;

/** Milliseconds between two looks for what has been kept long enough. */
const FORGET_EVERY = 60 * 60 * 1_000;

/** Milliseconds that what became of a post is kept: somewhat more than a year, so that last year's is still told. */
const POSTS_KEPT = 400 * 24 * 60 * 60 * 1_000;

/** Chart pictures that are drawn at once, each on a thread of its own. */
const DRAWN_AT_ONCE = 2;

/** Milliseconds that a stop may take before the process ends all the same; container runtimes kill at ten seconds. */
const STOP_WITHIN = 8_000;

/** The snapshot that serves now, to be described and not read; null where none does. */
async function served(snapshots: Snapshots): Promise<Pick<Snapshot, 'id' | 'coverage'> | null> {
  const lent = await snapshots.lend();
  lent?.release();
  return lent?.snapshot ?? null;
}
const servedBy = async (snapshots: Snapshots): Promise<string | null> => (await served(snapshots))?.id ?? null;

/** What the bot is installed in: a team with all of its channels, or a chat. */
const installedIn = ({ team, conversation }: Address): string => (team === null ? conversation : `team:${team}`);

async function start(): Promise<void> {
  const config = readConfig(withEnvironmentFile(path.join(ROOT, '.env'), process.env), isExistingFolder, ROOT);
  const log = createLog({ level: config.logLevel, fault: loggedFault });
  quieten(log);
  const figures = createFigures({ ofTheProcess: true });
  const clock = () => Date.now();
  const store = await openStore(config.stateUrl, clock);
  const secrets = { shared: config.sharedSecret, folder: config.dataDir };
  const key = (await keyOf('chart.key', secrets)).toString('base64');
  const publicUrl = config.publicUrl ?? `http://127.0.0.1:${config.port}`;
  const cards = createCards({ templatesFolder: path.join(ROOT, 'cards'), chartAddress: createChartAddress({ publicUrl, key, clock }) });
  let tally: Tally | null = null;
  let opened: (tally: Tally) => void = () => undefined;
  const opening = new Promise<Tally>((resolve) => { opened = resolve; });
  const begun = async (): Promise<Tally | null> => tally ?? Promise.race([opening, pause(LOADED_WITHIN, null, { ref: false })]);
  const notYet = (): Promise<Answer> => Promise.resolve(nothingLoadedAnswer([], null));
  const road: Road = {
    ask: async (question) => (await begun())?.road.ask(question) ?? notYet(),
    run: async (step, who) => (await begun())?.road.run(step, who) ?? notYet(),
  };
  const render = (answer: Answer) => figures.timedNow('card', () => cards.render(answer));
  let reports: Reporting | null = null;
  const reporting: Reporting = { report: (reported, who) => reports?.report(reported, who) ?? notYet() };
  let posting: { readonly digests: OpenDigests; readonly watches: OpenWatches; readonly commands: Commands } | null = null;
  const commands: Commands = {
    carryOut: (command, origin) => posting?.commands.carryOut(command, origin) ?? notYet(),
    decide: (what, key, origin) => posting?.commands.decide(what, key, origin) ?? notYet(),
    resume: (topic, origin) => posting?.commands.resume(topic, origin) ?? notYet(),
    placeInstalled: (...there) => posting?.commands.placeInstalled(...there) ?? Promise.resolve(),
    placeRemoved: (...there) => posting?.commands.placeRemoved(...there) ?? Promise.resolve(),
  };
  const bot = createBot({ config, road, render, reporting, commands, store, clock, log, watch: figures, learning: () => tally?.learning ?? null });
  const ready = async (): Promise<boolean> => (await tally?.snapshots.answers()) === true && store.ready();
  const watched: WatchedState = { snapshots: () => watchedSnapshots(tally), refusedGrants: () => tally?.refusedGrants() ?? 0, posts: () => store.ledger.standing(), ready, clock };
  watchState(figures, watched);
  const drawing = drawOnThreads(DRAWN_AT_ONCE);
  const server = createServer({
    config,
    bot,
    figures,
    log,
    ready,
    chart: createPictures({ open: (token) => openChart(token, key, clock()), draw: drawing.draw }),
  });
  // The first load takes a while. The process is alive meanwhile, and says so; it is ready once data is served.
  const { host, port } = await server.listen();
  log.info({ host, port, mode: config.mode }, 'listening');
  const tell = (): void => void lookAt(watched).then((looked) => log.info(stateLine(looked), 'state'));
  setInterval(tell, TELL_EVERY).unref();
  const stop = async (): Promise<void> => {
    // A stop that hangs is given up: whoever runs the program would kill it then, and what is on its way is written down.
    setTimeout(() => process.exit(1), STOP_WITHIN).unref();
    // A post that is on its way is settled, so that nobody has to be asked whether it arrived.
    await Promise.all([server.close(STOP_WITHIN / 2), posting?.digests.stop(), posting?.watches.stop()]);
    await Promise.all([tally?.close(), drawing.close()]);
    store.close();
  };
  let stopping = false;
  const stopOnce = (): void => {
    if (!stopping) {
      stopping = true;
      // Whatever a library still holds open must not keep it.
      void stop().then(() => process.exit(0));
    }
  };
  process.once('SIGTERM', stopOnce);
  process.once('SIGINT', stopOnce);
  tally = await openTally({
    configFolder: config.configDir ?? path.join(ROOT, 'deployment', 'trust'),
    extractsFolder: config.demonstration ? null : config.extractsDir,
    dataFolder: config.dataDir,
    engineUrl: config.engineUrl,
    isPrepared: true,
    clock,
    log,
    audit: { kept: store.audit, clock },
    timed: figures.timed,
    frozen: store.frozen,
    learning: { kept: store, clock, shared: config.sharedSecret },
  });
  opened(tally);
  tell();
  const { catalogue, learning } = tally;
  await store.keepUnderName(catalogue.organisation.name, catalogue.organisation.formerly);
  reports = createReporting({ catalogue, road, kept: store.reports, chats: store.chats, port: bot.port, render, failed: (error) => log.error({ code: 'REPORT_NOT_TOLD', why: error instanceof TallyError ? error.code : 'UNKNOWN' }, 'an owner could not be told of a report') });
  const shared = {
    catalogue, ledger: store.ledger.of(catalogue.organisation.name), followed: store.followed, subscriptions: store.subscriptions, road, render, port: bot.port, chats: store.chats, clock, places: knownPlaces(store),
    isInstaller: (person: string, to: Address) => store.installations.isInstaller(installedIn(to), person),
    isRemoved: async (to: Address) => (await store.installations.state(installedIn(to))) === 'removed',
    failed: (error: unknown) => log.error({ code: 'POSTING_FAILED', why: error instanceof TallyError ? error.message : error instanceof Error ? error.name : 'UNKNOWN' }, 'what is posted could not be looked after'),
  };
  const { snapshots, onTheDay } = tally;
  const watches = openWatches({ ...shared, grants: tally.grants, audit: createAudit(store.audit, catalogue, clock), kept: store.watches, hasReadings: onTheDay !== null, held: async () => ({ nightly: await servedBy(snapshots), onTheDay: onTheDay === null ? null : await servedBy(onTheDay) }) });
  const digests = openDigests({ ...shared, coverage: async () => (await served(snapshots))?.coverage ?? {}, also: watches, wait: (ms) => pause(ms), instance: randomUUID() });
  posting = { digests, watches, commands: watches.commandsBeside(digests.commands) };
  const steady = new SteadyClock({ clock, running: () => performance.now() });
  let forgottenAt = -Infinity;
  const forgetOld = (): void => {
    if (!steady.isSteady || performance.now() - forgottenAt < FORGET_EVERY) return;
    forgottenAt = performance.now();
    learning?.forgetOld();
    const auditedBefore = auditKeptSince(clock(), catalogue.access);
    for (const [what, deleted] of [
      ['reports', store.reports.forget(reportsKeptSince(clock()))], ['posts in the ledger', store.ledger.forget(clock() - POSTS_KEPT)],
      ['records of who asked what', store.audit.forget([catalogue.organisation.name, ...catalogue.organisation.formerly], auditedBefore)],
    ] as const) {
      deleted.catch((error: unknown) => log.error({ code: 'NOT_FORGOTTEN', why: error instanceof TallyError ? error.code : 'UNKNOWN' }, `old ${what} were not deleted`));
    }
  };
  const look = (): void => {
    const by = steady.look();
    if (by !== 0) log.warn({ code: 'CLOCK_SET', seconds: Math.round(by / 1_000) }, "this machine's clock was set: nothing is posted until it has gone evenly for a minute");
    if (steady.wasJustSet) return;
    void asRequest(randomUUID(), () => Promise.all([watches.tick(), digests.tick(), bot.tellOwed()]));
    forgetOld();
  };
  look();
  setInterval(look, POST_EVERY).unref();
  if (catalogue.grants.every(({ users }) => users.length === 0) && catalogue.access?.everybody !== true) {
    log.warn({ code: 'NOBODY_ADMITTED' }, 'no grant names anybody: nobody may ask');
  }
  prepareEvery(LOOK_EVERY, tally, log);
  setInterval(() => tally?.lookAtGrants(), LOOK_EVERY).unref();
  tally.snapshots.watch(LOOK_EVERY);
  tally.onTheDay?.watch(LOOK_EVERY);
}

/** What a library prints is no line of the log, and may be of what came in: that it did is logged, and nothing of it. */
function quieten(log: Logger): void {
  for (const level of ['debug', 'error', 'info', 'log', 'warn'] as const) {
    console[level] = (said: unknown) => log.info({ code: 'LIBRARY_PRINTED', level, name: said instanceof Error ? said.name : typeof said }, 'a library printed something');
  }
}

/** Keeps what is hidden worked out for whichever snapshot serves. */
function prepareEvery(ms: number, tally: Tally, log: Logger): void {
  void tally.prepare()
    .catch((error: unknown) => log.warn({ err: error }, 'what is hidden could not be worked out before anybody asks'))
    .finally(() => setTimeout(() => prepareEvery(ms, tally, log), ms).unref());
}

async function watchedSnapshots(tally: Tally | null): Promise<readonly WatchedSnapshot[]> {
  if (tally === null) return [];
  const { catalogue, snapshots, onTheDay } = tally;
  const everything = [{ metrics: [...catalogue.metrics.keys()], scorecard: null }];
  const nightly = watchedSnapshot('nightly', snapshots, (coverage) => nightlyThrough(catalogue, coverage, everything));
  const ofTheDay = onTheDay === null ? [] : [watchedSnapshot('on-the-day', onTheDay, (coverage) => Object.values(coverage).map(({ to }) => to).sort().at(-1) ?? null)];
  return Promise.all([nightly, ...ofTheDay]);
}

async function watchedSnapshot(extracts: WatchedSnapshot['extracts'], keeper: Tally['snapshots'], lastDayOf: (coverage: Snapshot['coverage']) => string | null): Promise<WatchedSnapshot> {
  const lent = await keeper.lend();
  lent?.release();
  const held = lent?.snapshot ?? null;
  return { extracts, loadedAt: held === null ? null : Date.parse(held.loadedAt), through: held === null ? null : lastDayOf(held.coverage), refused: keeper.problems().length };
}

/** Why the start failed, a line each: our own words whole, of what the system refused its sentence, of any other error its name alone. */
function startFault(error: unknown): readonly string[] {
  if (error instanceof TallyError) {
    // The message of a configuration's fault repeats its sentence on one line.
    return [...error.sentence.split('\n'), ...(error.code === 'CONFIG_INVALID' ? [] : error.message.split('\n'))];
  }
  return [`The program could not start: ${error instanceof Error ? ('syscall' in error ? error.message : error.name) : typeof error}`];
}

start().catch((error: unknown) => {
  // Lines of the log as any other, whatever level was asked for: whoever collects it reads no other form.
  const log = createLog({ level: 'error', fault: loggedFault });
  const { code, ...fault } = loggedFault(error);
  startFault(error).forEach((line, index) => log.error({ code: 'START_FAILED', why: code, ...(index === 0 ? { at: fault.at, cause: fault.cause } : {}) }, line));
  // The server may listen already, and would keep it.
  process.exit(1);
});
