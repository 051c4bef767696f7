import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { Checkout } from '../cli/checkout';
import { freePorts } from '../deployment/ports';
import { OwnServer } from '../store/server/own-server';
import { FarSide } from './far-side';
import { People, type Asked } from './people';
import { Program } from './program';
import { quantile } from './soak-sheet';
import { spentBetween, spentOf, spentTogether, type Spent } from './spent';

const { folder, trust, specialties, people: PEOPLE, questions: QUESTIONS, rows: ROWS, isEngineShared } = z.object({
  folder: z.string(), trust: z.string(), specialties: z.array(z.string()).nonempty(), people: z.int().positive(), questions: z.int().positive(), rows: z.int().positive(), isEngineShared: z.boolean(),
}).parse(JSON.parse(process.env['TALLY_LOAD'] ?? '{}'));

jest.setTimeout(1_200_000);

/** Milliseconds that whoever was not answered waits before asking something else, and that all wait to be told. */
const PATIENCE = 10_000;
const TOLD_WITHIN = 180_000;
/** Questions one after another, and rounds in which all ask at once. */
const ALONE = 40;
const ROUNDS = 5;
/** Beyond what is read: it takes the same way in and out, and nothing is worked out for it. */
const TOO_LONG = 'please '.repeat(100);
const MONTHS = Array.from({ length: 24 }, (_, month) => new Date(Date.UTC(2024, 10 + month)).toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }));
const OURS = ['language', 'access', 'engine', 'answers', 'card'];

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length);
const percent = (share: number): string => `${Math.round(share * 100)}%`;
const quantiles = (took: readonly number[]): string => `p50 ${quantile(took, 0.5)} ms, p99 ${quantile(took, 0.99)} ms, longest ${Math.max(0, ...took)} ms`;

let questions = 0;
/** Each another, so that nothing is answered from what was answered before. */
function question(): string {
  const number = (questions += 1);
  return `DNA rate for ${specialties[number % specialties.length]} ${MONTHS[Math.floor(number / specialties.length) % MONTHS.length]}`;
}

/** A month of few patients is said to be hidden. */
const isAnswered = ({ arrived }: Asked): boolean => arrived().some(({ said }) => /^DNA rate for .* (\d+\.\d%|is hidden) in /.test(said));
const tookOf = (asked: readonly Asked[]): number[] => asked.flatMap(({ at, reply }) => (reply === null ? [] : [reply.at - at]));

let checkout: Checkout;
let farSide: FarSide;
let server: OwnServer;
beforeAll(async () => {
  checkout = new Checkout();
  [farSide, server] = await Promise.all([FarSide.open(), OwnServer.start()]);
});
afterAll(async () => {
  await farSide.close();
  await server.close();
  checkout.close();
});

async function begun(name: string, env: Readonly<Record<string, string>> = {}): Promise<Program> {
  const [port = 0] = await freePorts(1);
  const data = path.join(folder, name);
  mkdirSync(data);
  return new Program({ checkout: checkout.folder, port, farSide: farSide.port, config: trust, extracts: path.join(folder, 'extracts'), data, env }).ready();
}

test.each(['its own SQLite', 'PostgreSQL'])(`one instance with its state in %s, ${PEOPLE} people who ask at once`, async (state) => {
  const program = await begun(state, state === 'PostgreSQL' ? { STATE_URL: server.url } : {});
  const people = new People(farSide, () => program);
  const spent = async (): Promise<Spent> => spentOf((await program.send('GET', '/metrics')).text);
  const measured = async (ask: () => Promise<readonly Asked[]>): Promise<{ readonly asked: readonly Asked[]; readonly spent: Spent }> => {
    const before = await spent();
    const asked = await ask();
    return { asked, spent: spentBetween(before, await spent()) };
  };
  const all = (words: () => string) => measured(() => Promise.all(Array.from({ length: PEOPLE }, (_, person) => people.ask(person, words()))));
  // One person after another, so that nobody is in anybody's way.
  const one = (words: () => string, person: number) => measured(async () => [await people.ask(person, words())]);
  const [asked, alone, atOnce, nothing]: Awaited<ReturnType<typeof all>>[][] = [[], [], [], []];
  try {
    await all(question);
    for (let number = 0; number < ALONE; number += 1) {
      asked?.push(await one(question, number));
      alone?.push(await one(() => TOO_LONG, number + ALONE));
    }
    for (let round = 0; round < ROUNDS; round += 1) {
      atOnce?.push(await all(question));
      nothing?.push(await all(() => TOO_LONG));
    }
  } finally {
    await program.kill();
  }
  const flat = (runs: typeof asked = []): Asked[] => runs.flatMap((run) => run.asked);
  const report = (called: string, real: typeof asked = [], bare: typeof asked = []): void => {
    const [took, without] = [tookOf(flat(real)), tookOf(flat(bare))];
    const [of, ofBare] = [spentTogether(real.map((run) => run.spent)), spentTogether(bare.map((run) => run.spent))];
    const each = (seconds: number, runs: number): string => `${(seconds * 1_000 / runs).toFixed(1)} ms`;
    print(`${called}: ${took.length} questions, ${quantiles(took)}; restify, token check, store and Connector alone: ${quantiles(without)}`);
    print(`  of the time ${percent(1 - mean(without) / mean(took))} is ours, of the processor’s ${percent(1 - (ofBare.processor / without.length) / (of.processor / took.length))} (${each(of.processor, took.length)} a question, ${each(ofBare.processor, without.length)} without)`);
    print(`  each step, on average: ${Object.entries(of.stages).filter(([, seconds]) => seconds > 0).map(([stage, seconds]) => `${stage} ${each(seconds, took.length)}`).join(', ')}; ours together ${percent(OURS.reduce((sum, stage) => sum + (of.stages[stage] ?? 0), 0) * 1_000 / (mean(took) * took.length))} of the time`);
  };
  print(`\n${ROWS.toLocaleString('en-GB')} appointments, one instance, its state in ${state}`);
  report('One after another', asked, alone);
  report(`${PEOPLE} at once, ${ROUNDS} rounds`, atOnce, nothing);
  const errors = [...flat(asked), ...flat(atOnce)].filter((one_) => !isAnswered(one_));
  for (const { words, status, reply } of errors.slice(0, 5)) print(`  not answered: ${words}: status ${status}, ${reply?.said ?? 'nothing'}`);
  print(`  errors ${errors.length}, answered twice ${people.repeated}`);
  expect({ errors: errors.length, repeated: people.repeated }).toEqual({ errors: 0, repeated: 0 });
});

test(`two instances on one PostgreSQL, of which one is killed while ${PEOPLE} people ask`, async () => {
  const shared = { STATE_URL: server.url, SHARED_SECRET: 'the two instances of a load test', ...(isEngineShared ? { ENGINE_URL: server.url } : {}) };
  const [first, second] = [await begun('first', shared), await begun('second', shared)];
  // As a load balancer does: everybody has their instance, and goes to the other one once theirs is gone.
  const people = new People(farSide, (person) => (person % 2 === 0 && first.isAlive ? first : second));
  const all: Asked[] = [];
  let killedAt = Number.POSITIVE_INFINITY;
  try {
    await Promise.all(Array.from({ length: PEOPLE }, async (_, person) => {
      for (let number = 0; number < QUESTIONS; number += 1) {
        all.push(await people.ask(person, question(), PATIENCE));
        if (all.length === Math.floor(PEOPLE * QUESTIONS / 2)) {
          killedAt = Date.now();
          await first.kill();
        }
      }
    }));
    const isTold = ({ conversation, at }: Asked): boolean => people.unasked.some((one) => one.conversation === conversation && one.at > at && one.said.includes('may not have been answered'));
    const silent = (): readonly Asked[] => all.filter(({ arrived }) => arrived().length === 0);
    const lost = (): readonly Asked[] => silent().filter((one) => !isTold(one));
    for (const until = Date.now() + TOLD_WITHIN; lost().length > 0 && Date.now() < until;) await pause(500);
    const answered = all.filter(isAnswered);
    const errors = all.filter((one) => one.arrived().length > 0 && !isAnswered(one));
    const before = tookOf(answered.filter(({ reply }) => reply !== null && reply.at < killedAt));
    const after = tookOf(answered.filter(({ reply }) => reply !== null && reply.at >= killedAt));
    print(`\n${ROWS.toLocaleString('en-GB')} appointments, two instances that share a PostgreSQL for their state${isEngineShared ? ' and their engine' : ''}; one killed with SIGKILL halfway`);
    print(`  asked ${all.length}, answered ${answered.length}, told that they may not have been ${silent().length - lost().length}, answered twice ${people.repeated}, lost ${lost().length}, errors ${errors.length}`);
    print(`  before the kill, two instances: ${quantiles(before)}; from the kill on, one: ${quantiles(after)}`);
    for (const { words, status, reply } of errors.slice(0, 5)) print(`  an error: ${words}: status ${status}, ${reply?.said ?? 'nothing'}`);
    for (const { words, status, deliveries, at } of lost().slice(0, 5)) print(`  lost: ${words}: status ${status} after ${deliveries} deliveries, sent ${killedAt - at} ms before the kill`);
    expect({ asked: all.length, lost: lost().length, repeated: people.repeated, errors: errors.length }).toEqual({ asked: PEOPLE * QUESTIONS, lost: 0, repeated: 0, errors: 0 });
    expect(killedAt).toBeLessThan(Number.POSITIVE_INFINITY);
  } finally {
    for (const one of [first, second]) if (one.isAlive) await one.kill();
  }
});
