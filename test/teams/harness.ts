import { mkdtempSync, rmSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import nock from 'nock';
import type { Answer } from '../../src/answers/answer';
import { createAudit } from '../../src/access/audit';
import { grantsOf } from '../../src/access/granted';
import { createServer, type Server } from '../../src/http/create-server';
import { createFigures, type Figures } from '../../src/monitoring/figures';
import { createLog } from '../../src/monitoring/log';
import type { Question } from '../../src/language/question';
import { knownPlaces } from '../../src/store/known-places';
import { openStore, type Store } from '../../src/store/open-store';
import type { Learning } from '../../src/learning/learning';
import type { Catalogue } from '../../src/catalogue/catalogue';
import type { Address } from '../../src/delivery/port';
import type { Commands } from '../../src/digests/commands';
import type { Snapshot } from '../../src/engine/snapshot';
import { openDigests, type OpenDigests } from '../../src/digests/open-digests';
import { openWatches, type OpenWatches } from '../../src/watches/open-watches';
import type { HeldSnapshots } from '../../src/watches/watches';
import { createReporting, type Reporting, type ReportingParts } from '../../src/reports/reporting';
import { createBot, type BotParts } from '../../src/teams/create-bot';
import { loggedFault } from '../../src/teams/fault-log';
import type { Road, Step, Who } from '../../src/ask';
import { ANSWER } from './scripted-answer';
import { APP_ID, TENANT, type OpenId } from './open-id';

export const NOW = Date.UTC(2024, 6, 11, 8, 42);
const CONNECTOR = 'https://smba.trafficmanager.net';

// nock takes hold of node's own http module as it is loaded, and test files share that module with whatever runs
// after them in the same process: it is let go of whenever no house is open.
nock.restore();
let housesOpen = 0;


/** What the road was asked, and what it says; each test may say otherwise. */
export class ScriptedRoad implements Road {
  readonly asked: Question[] = [];
  readonly ran: { step: Step; who: Who }[] = [];
  says: () => Promise<Answer> = () => Promise.resolve(ANSWER);
  ask(question: Question): Promise<Answer> {
    this.asked.push(question);
    return this.says();
  }
  run(step: Step, who: Who): Promise<Answer> {
    this.ran.push({ step, who });
    return this.says();
  }
}

/** A request that reached the fake Connector. */
export interface Sent {
  readonly path: string;
  readonly body: { readonly type: string; readonly text?: string; readonly summary?: string; readonly channelData?: unknown; readonly attachments?: { readonly contentType: string; readonly content: unknown }[]; readonly conversation: { readonly id: string } };
  readonly authorization: string | null;
}

export interface House {
  readonly road: ScriptedRoad;
  readonly store: Store;
  readonly sent: Sent[];
  readonly tokens: { requested: number };
  readonly waits: number[];
  readonly logged: string[];
  readonly port: number;
  readonly figures: Figures;
  /** Looks at what is watched, and posts what is due. */
  tick(): Promise<void>;
  /** Tells of answers that may not have arrived. */
  tellOwed(): Promise<void>;
  /** Real HTTP to the real server. */
  deliver(activity: unknown, authorization?: string | null): Promise<{ status: number; text: string }>;
  close(): Promise<void>;
}

export interface HouseOptions {
  readonly typingAfter?: number;
  readonly searchWithin?: number;
  /** How much is taken on within a minute; as much as a test likes where it is not given. */
  readonly limits?: BotParts['limits'];
  /** Reply of the fake Connector to the n-th request, from 0; 201 where it is not given. */
  readonly connector?: (n: number, sent: Sent) => { status: number; headers?: Record<string, string>; body?: unknown } | 'reset';
  /** What Microsoft's sign-in answers to the bot's request for a token of its own; 200 where it is not given. */
  readonly signIn?: () => number;
  readonly render?: BotParts['render'];
  readonly local?: boolean;
  /** What is learnt over the house's store; nothing where it is not given. */
  readonly learning?: (store: Store) => Learning;
  readonly folder?: string;
  /** What answers, in place of what a test scripts. */
  readonly answering?: Road;
  /** Whose numbers can be reported, and who they are; nobody reports anything where it is not given. */
  readonly owners?: ReportingParts['catalogue'];
  /** Whose digests can be set up; nobody commands anything where it is not given. */
  readonly digests?: Catalogue;
  /** What the nightly extracts hold. */
  readonly coverage?: () => Snapshot['coverage'];
  /** The snapshots that serve, for what is watched; the same ones all the time where it is not given. */
  readonly held?: () => HeldSnapshots;
  /** Milliseconds since 1970; NOW, standing still, where it is not given. */
  readonly clock?: () => number;
  /** How the house waits before a post; not at all where it is not given. */
  readonly wait?: (ms: number) => Promise<void>;
  /** Where its state is; a file of its own where it is not given. */
  readonly stateUrl?: string;
}

/** The real server, adapter and store over HTTP; only the Connector, the token endpoint and the road are stood in for. */
export async function openHouse(openId: OpenId, options: HouseOptions = {}): Promise<House> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'tally-teams-'));
  const sent: Sent[] = [];
  const tokens = { requested: 0 };
  const waits: number[] = [];
  const logged: string[] = [];
  if (!nock.isActive()) nock.activate();
  housesOpen += 1;
  nock.disableNetConnect();
  nock.enableNetConnect(/127\.0\.0\.1|localhost/);
  nock('https://login.microsoftonline.com').persist().post((path) => path.startsWith(`/${TENANT}/oauth2/v2.0/token`)).reply(() => {
    tokens.requested += 1;
    const status = options.signIn?.() ?? 200;
    return [status, status === 200 ? { token_type: 'Bearer', expires_in: 3600, access_token: 'the-bots-own-token' } : { error: 'temporarily_unavailable' }];
  });
  let posts = 0;
  const scope = nock(CONNECTOR).persist();
  scope.post(/.*/).reply(async (request: Request) => {
    const body = (await request.json()) as Sent['body'];
    const url = new URL(request.url);
    const one: Sent = { path: decodeURIComponent(url.pathname), body, authorization: request.headers.get('authorization') };
    sent.push(one);
    const reply = options.connector?.(posts, one) ?? { status: 201 };
    posts += 1;
    if (reply === 'reset') throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
    return [reply.status, reply.body ?? { id: `reply-${posts}` }, reply.headers ?? {}];
  });

  const scripted = new ScriptedRoad();
  const road: Road = options.answering ?? scripted;
  const store = await openStore(options.stateUrl ?? pathToFileURL(join(folder, 'state.db')).href, () => NOW);
  const log = createLog({ level: 'trace', fault: loggedFault, to: { write: (line: string) => void logged.push(line) } });
  const figures = createFigures({ ofTheProcess: false });
  const credentials = options.local ? null : { appId: APP_ID, appType: 'SingleTenant' as const, tenantId: TENANT, password: 'a-password' };
  const learning = options.learning?.(store) ?? null;
  const render = options.render ?? ((answer: Answer) => ({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: answer.headline }] }));
  let reports: Reporting | null = null;
  let posting: { readonly digests: OpenDigests; readonly watches: OpenWatches; readonly commands: Commands } | null = null;
  const nobody = (): Promise<Answer> => Promise.reject(new Error('nobody commands anything here'));
  const bot = createBot({
    learning: () => learning,
    config: { credentials, allowedTenants: options.local ? [] : [TENANT] },
    road,
    render,
    store,
    commands: {
      carryOut: (command, origin) => posting?.commands.carryOut(command, origin) ?? nobody(),
      decide: (what, key, origin) => posting?.commands.decide(what, key, origin) ?? nobody(),
      resume: (topic, origin) => posting?.commands.resume(topic, origin) ?? nobody(),
      placeInstalled: (...there) => posting?.commands.placeInstalled(...there) ?? Promise.resolve(),
      placeRemoved: (...there) => posting?.commands.placeRemoved(...there) ?? Promise.resolve(),
    },
    reporting: { report: (reported, who) => reports?.report(reported, who) ?? Promise.reject(new Error('nobody reports anything here')) },
    log,
    watch: figures,
    clock: options.clock ?? (() => NOW),
    typingAfter: options.typingAfter ?? 900,
    ...(options.searchWithin === undefined ? {} : { searchWithin: options.searchWithin }),
    limits: options.limits ?? { person: 1e6, tenant: 1e6, process: 1e6 },
    wait: (ms) => (waits.push(ms), options.wait?.(ms) ?? Promise.resolve()),
    network: { openIdMetadataUrl: openId.metadataUrl, serviceHosts: ['smba.trafficmanager.net'], outbound: null },
  });
  if (options.owners !== undefined) {
    reports = createReporting({ catalogue: options.owners, road, kept: store.reports, chats: store.chats, port: bot.port, render, failed: (error) => log.error({ code: 'REPORT_NOT_TOLD', name: error instanceof Error ? error.name : 'unknown' }, 'not told') });
  }
  if (options.digests !== undefined) {
    const shared = {
      catalogue: options.digests, subscriptions: store.subscriptions, followed: store.followed, ledger: store.ledger.of(options.digests.organisation.name), road, render, port: bot.port, chats: store.chats, clock: options.clock ?? (() => NOW), places: knownPlaces(store),
      failed: (error: unknown) => void logged.push(String(error)),
      isRemoved: async ({ team, conversation }: Address) => (await store.installations.state(team === null ? conversation : `team:${team}`)) === 'removed',
      isInstaller: (person: string, { team, conversation }: Address) => store.installations.isInstaller(team === null ? conversation : `team:${team}`, person),
    };
    const watches = openWatches({ ...shared, grants: grantsOf(options.digests), audit: createAudit(store.audit, options.digests, options.clock ?? (() => NOW)), kept: store.watches, hasReadings: true, held: () => Promise.resolve(options.held?.() ?? { nightly: 'a-snapshot', onTheDay: 'a-reading' }) });
    const digests = openDigests({ ...shared, coverage: () => Promise.resolve(options.coverage?.() ?? {}), also: watches, wait: options.wait ?? (() => Promise.resolve()), instance: 'this-house' });
    posting = { digests, watches, commands: watches.commandsBeside(digests.commands) };
  }
  const server: Server = createServer({
    config: { mode: options.local ? 'local' : 'teams', host: '127.0.0.1', port: 0, metricsToken: null },
    bot,
    ready: () => store.ready(),
    chart: () => Promise.resolve(null),
    figures,
    log,
  });
  const { port } = await server.listen();
  return {
    road: scripted, store, sent, tokens, waits, logged, port, figures,
    tick: async () => {
      await posting?.watches.tick();
      await posting?.digests.tick();
    },
    tellOwed: () => bot.tellOwed(),
    async deliver(activity, authorization = `Bearer ${openId.token()}`) {
      return post(port, JSON.stringify(activity), authorization === null ? {} : { authorization });
    },
    async close() {
      await server.close(500);
      store.close();
      housesOpen -= 1;
      if (housesOpen === 0) {
        nock.cleanAll();
        nock.enableNetConnect();
        nock.restore();
      }
      if (options.folder === undefined) rmSync(folder, { recursive: true });
    },
  };
}

/** Node's own client: nock's stand-in for fetch cannot send a body on. */
function post(port: number, body: string, headers: Record<string, string>): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, path: '/api/messages', method: 'POST', agent: false, headers: { 'content-type': 'application/json', ...headers } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk)).on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    request.on('error', reject).end(body);
  });
}
