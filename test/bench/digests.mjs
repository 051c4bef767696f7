import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { dist } from './product.mjs';

// Five hundred digests due at once, by the wall clock: the product's own questions, cards, ledger and way out, to a
// Connector in a process of its own that refuses whoever sends faster than Teams lets through.

const DIGESTS = 500;
/** Digests of one busy channel; the others have a conversation each. */
const IN_ONE = 20;
/** Posts, and milliseconds within which Teams takes no more of them. Source: its rate limits for bots. */
const PER_CONVERSATION = [[7, 1_000], [8, 2_000], [60, 30_000], [1_800, 3_600_000]];
const PER_TENANT = [[50, 1_000]];
/** Milliseconds between two looks at what is due, as in the program. */
const POST_EVERY = 15_000;
/** Monday 2 November 2026, 08:00 in London: the day after the last that the bench has rows of. */
const DUE = Date.UTC(2026, 10, 2, 8);

/** @returns digests posted, posted twice and refused with 429, minutes from due to the last, and seconds of processor time of them all */
export async function postDigests({ tally, card }, folder) {
  const connector = spawn(process.execPath, [fileURLToPath(import.meta.url)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = await once(connector.stdout, 'data');
  const serviceUrl = `http://127.0.0.1:${String(port).trim()}/`;
  const clock = startedAt(DUE);
  const store = await dist('store', 'open-store.js').openStore(pathToFileURL(join(folder, 'state.db')).href, clock);
  const began = process.cpuUsage();
  try {
    const { topicOf } = dist('digests', 'subscription.js');
    const subscriptions = await setUp(store, tally, serviceUrl);
    const digests = openDigests(tally, card, store, clock);
    do {
      const next = Date.now() + POST_EVERY;
      await digests.tick();
      if (await store.ledger.unfinished() > 0) await pause(Math.max(0, next - Date.now()));
    } while (await store.ledger.unfinished() > 0);
    const { user, system } = process.cpuUsage(began);
    const states = await Promise.all(subscriptions.map(async (id) => (await store.ledger.history(topicOf({ id }), 2)).map(({ state }) => state).join()));
    const { taken, refused, minutes } = await (await fetch(serviceUrl)).json();
    return { due: DIGESTS, posted: states.filter((state) => state === 'sent').length, arrived: taken, refused, minutes, cpuSeconds: (user + system) / 1e6 };
  } finally {
    store.close();
    connector.kill();
  }
}

const startedAt = (instant) => {
  const began = Date.now();
  return () => instant + Date.now() - began;
};

async function setUp(store, tally, serviceUrl) {
  const { querySchema } = dist('engine', 'query.js');
  const query = JSON.stringify(querySchema.parse({ intent: 'breakdown', metrics: ['dna-rate'], by: 'specialty', period: { from: '2026-10-01', to: '2026-10-31', grain: 'month', label: 'October 2026', asked: 'last month' } }));
  const ids = Array.from({ length: DIGESTS }, (_, at) => `digest-${at}`);
  for (const [at, id] of ids.entries()) {
    const kind = at < IN_ONE ? 'channel' : ['channel', 'group', 'personal'][at % 3];
    await store.subscriptions.create({
      id, organisation: tally.catalogue.organisation.name, name: `Digest ${at}`, query, schedule: { every: 'week', on: 1, at: '08:00', zone: 'Europe/London' },
      to: { kind, conversation: at < IN_ONE ? '19:busy@thread.tacv2' : `19:place-${at}@thread.tacv2`, serviceUrl, tenant: 'bench', team: null },
      person: kind === 'personal' ? id : null, setUpBy: { id: 'bench', name: 'Bench' }, standing: 'active', why: '', since: DUE - 60_000,
    }, DUE - 60_000);
  }
  return ids;
}

function openDigests(tally, card, store, clock) {
  const { UNWATCHED } = dist('monitoring', 'watch.js');
  const { LocalAuthentication } = dist('teams', 'authentication.js');
  const { TeamsAdapter } = dist('teams', 'teams-adapter.js');
  const wait = (ms) => pause(ms);
  const authentication = new LocalAuthentication(UNWATCHED);
  const adapter = new TeamsAdapter(authentication);
  const failed = (error) => { throw error; };
  const port = dist('teams', 'proactive-post.js').portOver(adapter, { appId: '', mayPostTo: () => true, connectors: () => authentication.createConnectorFactory(adapter.identity('')) }, { clock, wait, patience: 10_000 }, { error: () => undefined });
  return dist('digests', 'open-digests.js').openDigests({
    ...store, catalogue: tally.catalogue, places: dist('store', 'known-places.js').knownPlaces(store), road: tally.road, render: card, port, clock, wait, failed, instance: 'bench',
    isInstaller: () => Promise.resolve(false), isRemoved: () => Promise.resolve(false), coverage: () => Promise.resolve({}),
    also: { owns: () => false, make: failed, tell: failed },
  });
}

/** Takes posts as Teams does, and tells whoever asks how many it took and refused. */
function connect() {
  const posts = [];
  let refused = 0;
  const server = createServer((request, response) => {
    const say = (status, body, headers = {}) => response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
    if (request.method === 'GET') return say(200, { taken: posts.length, refused, minutes: (posts.at(-1).at - posts[0].at) / 60_000 });
    let text = '';
    request.on('data', (part) => { text += part; });
    request.on('end', () => {
      const conversation = JSON.parse(text).channelData?.channel?.id ?? /conversations\/([^/]+)/.exec(request.url)[1];
      const at = Date.now();
      const tooMany = (all, limits) => limits.some(([most, span]) => all.filter((one) => at - one.at < span).length >= most);
      if (tooMany(posts, PER_TENANT) || tooMany(posts.filter((one) => one.conversation === conversation), PER_CONVERSATION)) {
        refused += 1;
        return say(429, {}, { 'retry-after': '2' });
      }
      posts.push({ conversation, at });
      return say(201, { id: `message-${posts.length}` });
    });
  });
  server.listen(0, '127.0.0.1', () => console.log(server.address().port));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) connect();
