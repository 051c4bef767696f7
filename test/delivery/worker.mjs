import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

// One instance of the program, as far as posting goes, on every kind of store at once: the real stores, poster, pacing and
// Teams port. It is killed, not stopped, at the step it was told, the n-th time that it comes there with the store it was
// told; whatever it was doing with the others ends there too.

const [dist, connector, instance, step, after, aimed, planned, posts, ...stateUrls] = process.argv.slice(2);
const SLOT = '2024-07-15';
const load = createRequire(path.join(dist, 'worker.js'));
const { openStore } = load('./store/open-store');
const { Poster } = load('./delivery/poster');
const { Teller } = load('./delivery/teller');
const { Pace } = load('./delivery/pace');
const { UNWATCHED } = load('./monitoring/watch');
const { TeamsAdapter } = load('./teams/teams-adapter');
const { LocalAuthentication } = load('./teams/authentication');
const { portOver } = load('./teams/proactive-post');

let left = Number(after);
const clock = () => Date.now();
const wait = (ms) => pause(ms);
const authentication = new LocalAuthentication(UNWATCHED);
const adapter = new TeamsAdapter(authentication);
const port = portOver(adapter, { appId: '', mayPostTo: () => true, connectors: () => authentication.createConnectorFactory(adapter.identity('')) }, { clock, wait, patience: 1_000 }, { error: () => undefined });

async function work(stateUrl, number) {
  const at = (here) => {
    if (String(number) === aimed && here === step && (left -= 1) === 0) process.kill(process.pid, 'SIGKILL');
  };
  const steps = (name, call) => async (...args) => {
    at(`before ${name}`);
    const result = await call(...args);
    at(`after ${name}`);
    return result;
  };
  const store = await openStore(stateUrl, clock);
  const ledger = new Proxy(store.ledger, {
    get: (target, name) => {
      const call = Reflect.get(target, name);
      return typeof call === 'function' ? steps(name, call.bind(target)) : call;
    },
  });
  const pace = new Pace({ clock, wait, apart: 0, apartInOne: 0 });
  const failed = () => undefined;
  const poster = new Poster({
    ledger, clock, wait, instance, pace, failed,
    port: { post: steps('post', (...args) => port.post(...args)) },
    make: async ({ topic, slot }) => ({
      kind: 'post', summary: `${number} ${topic} ${slot}`, reason: '', card: { type: 'AdaptiveCard', version: '1.5', body: [] },
      to: { kind: topic.endsWith('0') ? 'channel' : 'personal', conversation: `a:${topic}`, serviceUrl: connector, tenant: null, team: null },
    }),
    limits: { making: 1_500, sending: 2_500, again: 50, together: 6 },
  });
  const teller = new Teller({
    ledger, clock, wait, port, pace, failed,
    tell: async ({ topic, slot }) => ({ to: { kind: 'personal', conversation: 'a:owner', serviceUrl: connector, tenant: null, team: null }, card: { type: 'AdaptiveCard', version: '1.5', body: [] }, summary: `told of ${number} ${topic} ${slot}` }),
    limits: { telling: 2_500, again: 50 },
  });
  // The last ones are planned by whoever comes, as what is due is.
  for (let at = Number(planned); at < Number(posts); at += 1) await ledger.plan({ topic: `digest:${at}`, slot: SLOT }, clock(), clock());
  for (;;) {
    await poster.tick();
    await teller.round();
    if ((await store.ledger.unfinished()) === 0 && (await store.ledger.untold(clock() + 60_000, 1)).length === 0) break;
    await pause(50);
  }
  store.close();
}

await Promise.all(stateUrls.map(work));
process.exit(0);
