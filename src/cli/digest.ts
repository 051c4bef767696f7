import path from 'node:path';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { londonInstant } from '../calendar/instant';
import { scheduleWords } from '../calendar/schedule';
import type { Catalogue } from '../catalogue/catalogue';
import { loadCatalogue } from '../catalogue/load';
import { DeclaredDigests, isDeclared } from '../digests/declared';
import { standingWords } from '../digests/digest-answer';
import { Digests } from '../digests/digests';
import { Awake } from '../digests/lateness';
import { runLine } from '../digests/runs';
import { topicOf, type Subscription } from '../digests/subscription';
import { TallyError } from '../errors';
import { knownPlaces } from '../store/known-places';
import { openStore, type Store } from '../store/open-store';
import { openTally, type Tally } from '../tally';
import { answerAsText } from './answer-text';
import { readSettings, type Settings } from './settings';

const ROOT = path.join(__dirname, '..', '..');
const USAGE = `Usage: npm run digest -- preview NAME [--now ISO] | list | history NAME | resend NAME DATE   [--config DIR] [--data DIR]

  preview NAME       prints what the digest would post now, written with the access of those who read it
  list               every digest that is set up, where, when, by whom, and how it stands
  history NAME       its last posts and what became of each
  resend NAME DATE   has the post of a date (2024-07-15) that failed, was skipped or is not known to have arrived posted again,
                     once, by the running bot`;

const MOST_SHOWN = 10;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** The digest of that name; says which there are where it is none or several. */
function meant(all: readonly Subscription[], name: string): Subscription | null {
  const found = all.filter((one) => one.name.toLowerCase() === name.trim().toLowerCase() || one.id === name);
  const [only, second] = found;
  if (only !== undefined && second === undefined) {
    return only;
  }
  say(found.length === 0 ? `There is no digest “${name}”.` : `There are ${found.length} digests “${name}”: name one by its id.`);
  (found.length === 0 ? all : found).forEach((one) => say(`  ${one.name} (${one.id})`));
  return null;
}

function listLine(one: Subscription, now: number): string {
  const { kind, conversation, team, called } = one.to;
  const where = kind === 'personal' ? `person ${one.person ?? conversation}` : `${called ?? `a ${kind}`} (${conversation}${team === null ? '' : `, team ${team}`})`;
  return `${one.name} (${one.id}): ${scheduleWords(one.schedule)}, to ${where}, set up by ${one.setUpBy.name ?? one.setUpBy.id}; ${standingWords(one, now)}`;
}

interface Ground {
  readonly catalogue: Catalogue;
  readonly store: Store;
  readonly clock: () => number;
  /** Reads the extracts, which only a preview needs. */
  readonly withTally: (use: (tally: Tally) => Promise<number>) => Promise<number>;
}

/** @returns the exit code */
async function act(words: readonly string[], { catalogue, store, clock, withTally }: Ground): Promise<number> {
  const [what, name = '', date = ''] = words;
  const organisation = catalogue.organisation.name;
  const ledger = store.ledger.of(organisation);
  const places = knownPlaces(store);
  const declared = new DeclaredDigests({ catalogue, subscriptions: store.subscriptions, ledger, clock, places });
  // Those of the folder as it is now, also where the bot has not been started since, as they stand by what became of them.
  const all = [...(await store.subscriptions.all(organisation)).filter((each) => !isDeclared(each)), ...await declared.asDeclared()];
  if (what === 'list') {
    all.forEach((one) => say(listLine(one, clock())));
    if (all.length === 0) say(`${organisation}: no digest is set up.`);
    return 0;
  }
  const one = meant(all, name);
  if (one === null) return 1;
  switch (what) {
    case 'preview': return withTally(async (tally) => {
      const digests = new Digests({
        organisation, subscriptions: store.subscriptions, ledger, followed: store.followed, road: tally.road, chats: store.chats, clock, places, declared, awake: new Awake(),
        render: (answer) => answer, nightlyThrough: () => Promise.resolve(null), failed: (error) => { throw error; },
      });
      say(answerAsText(one.name, await digests.preview(one, null)));
      say(listLine(one, clock()));
      return 0;
    });
    case 'history':
      (await ledger.history(topicOf(one), MOST_SHOWN)).forEach((post) => say(runLine(post)));
      return 0;
    case undefined:
    default: {
      if (one.standing !== 'active') {
        say(`The digest of ${date} cannot be posted again: “${one.name}” is ${standingWords(one, clock())}.`);
        return 1;
      }
      const again = await ledger.again({ topic: topicOf(one), slot: date }, clock());
      say(again ? `The digest of ${date} is posted again by the bot, within a minute of its running.` : `Nothing to resend: the digest of ${date} neither failed, nor was skipped, nor is it in doubt.`);
      return again ? 0 : 1;
    }
  }
}

async function withStore(settings: Settings, clock: () => number, run: (ground: Ground) => Promise<number>): Promise<number> {
  const { catalogue } = loadCatalogue({ trustFolder: settings.configFolder });
  const store = await openStore(settings.stateUrl, () => Date.now());
  const withTally: Ground['withTally'] = async (use) => {
    const tally = await openTally({ ...settings, clock, log: pino({ level: 'silent' }), audit: { kept: store.audit, clock: () => Date.now() } });
    try {
      return await use(tally);
    } finally {
      await tally.close();
    }
  };
  try {
    return await run({ catalogue, store, clock, withTally });
  } finally {
    store.close();
  }
}

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true, options: { config: { type: 'string' }, data: { type: 'string' }, now: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help === true) {
    say(USAGE);
    return 0;
  }
  const [what, name, date] = positionals;
  const isWhole = what === 'list' || ((what === 'preview' || what === 'history') && name !== undefined) || (what === 'resend' && name !== undefined && DAY.test(date ?? ''));
  const at = values.now === undefined ? null : londonInstant(values.now);
  if (!isWhole || (values.now !== undefined && at === null)) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const clock = (): number => at ?? Date.now();
  return withStore(readSettings({ config: values.config, data: values.data }, ROOT, process.env), clock, (ground) => act(positionals, ground));
}

run().then((code) => {
  process.exitCode = code;
}, (error: unknown) => {
  process.stderr.write(`${error instanceof TallyError ? error.sentence : error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
