import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { londonClock } from '../../src/calendar/instant';
import { Checkout } from '../cli/checkout';
import { freePorts } from '../deployment/ports';
import { seeded } from '../teams/mutated';
import { ArrivingExtracts } from './arriving-extracts';
import { FarSide } from './far-side';
import { goldenQuestions } from './golden-questions';
import { People, type Asked } from './people';
import { Program } from './program';
import { planOf, type Tried } from './soak-faults';
import { floors, grown, isLeak, JUDGED_FROM, quantile, readingOf, slope, type Reading } from './soak-sheet';

const MINUTES = Number(process.env['SOAK_MINUTES'] ?? 60);
const PER_MINUTE = Number(process.env['SOAK_PER_MINUTE'] ?? 60);
const PERSONS = Number(process.env['SOAK_PEOPLE'] ?? 8);
const IS_KILLED = process.env['SOAK_KILL'] === '1';
const SEED = Number(process.env['SOAK_SEED'] ?? 20_261_128);

const MINUTE = 60_000;
/** Milliseconds between two readings of memory, two lines of figures, two digests and two extracts of each kind. */
const EVERY = { reading: 15_000, line: Math.min(5, MINUTES / 5) * MINUTE, digest: MINUTE, ofTheDay: 2 * MINUTE, nightly: Math.max(3, Math.min(10, MINUTES / 4)) * MINUTE };
/** What is set up later than this before the end may not be posted by then. */
const LATEST = 3 * MINUTE;
/** The program is warm by then: a share of its life. */
const WARM = 0.2;

const random = seeded(SEED);
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const weekday = (at: number): string => new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'Europe/London' }).format(at);
const MEASURES = ['DNA rate', 'ACPL', 'late starts', 'day case rate', 'length of stay', 'clinic utilisation', 'PIFU rate', 'readmission rate'];

/** The chat of whoever sets the digests up, and the milliseconds within which they are told of one in doubt. */
const OWNER = 'a:person-1';
const TOLD_WITHIN = 5 * MINUTE;

/** Whether it is the word that a message may not have been answered, which whoever sets a digest up in a group reads there too. */
const isOwed = ({ said }: { readonly said: string }): boolean => said.includes('may not have been answered here');

/** Everything in a card that satisfies a condition, however deep. */
function within(card: unknown, is: (value: object) => boolean): object[] {
  if (typeof card !== 'object' || card === null) return [];
  return [...(is(card) ? [card] : []), ...Object.values(card).flatMap((value) => within(value, is))];
}

test(`${MINUTES} minutes of people who ask ${PER_MINUTE} times a minute lose nothing, and no process that lives for ${JUDGED_FROM / MINUTE} of them holds more and more memory`, async () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'tally-soak-'));
  const checkout = new Checkout();
  const farSide = await FarSide.open();
  const extracts = new ArrivingExtracts(scratch);
  print(`Making the demonstration trust’s extracts in ${scratch} …`);
  await extracts.make();
  const [port = 0] = await freePorts(1);
  const begin = (): Program => new Program({ checkout: checkout.folder, port, farSide: farSide.port, config: path.join(checkout.folder, 'deployment', 'trust'), extracts: extracts.folder, data: path.join(scratch, 'data'), env: { LOG_LEVEL: 'warn' } });
  let program = begin();
  try {
    const began = Date.now();
    await program.ready();
    print(`Ready after ${Math.round((Date.now() - began) / 1_000)} s. ${PERSONS} people, ${PER_MINUTE} questions and buttons a minute, for ${MINUTES} minutes; seed ${SEED}.`);
    const people = new People(farSide, () => program);
    const questions = goldenQuestions();
    const asked: Asked[] = [];
    const tried: Tried[] = [];
    const digests: { readonly group: string; readonly due: number }[] = [];
    let groups = 0;
    /** One for each life of the process. */
    const lives: Reading[][] = [[]];
    const pictures = { fetched: 0, failed: 0 };
    const start = Date.now();
    const end = start + MINUTES * MINUTE;

    const person = async (number: number): Promise<void> => {
      const apart = (PERSONS * MINUTE) / PER_MINUTE;
      /** When the next question is due; whoever waits long for an answer makes up for it. */
      let next = start + random() * apart;
      const took = (one: Asked): void => {
        asked.push({ ...one, reply: one.reply === null ? null : { ...one.reply, card: null } });
        next += apart;
      };
      while (next < end) {
        await pause(Math.max(0, next - Date.now()));
        let last: Asked | null = null;
        for (const words of questions[Math.floor(random() * questions.length)] ?? []) {
          last = await people.ask(number, words);
          took(last);
        }
        const card = last?.reply?.card;
        for (const { url } of within(card, (value) => 'url' in value).slice(0, 1) as { url?: unknown }[]) {
          if (typeof url !== 'string' || random() > 0.5) continue;
          const { status } = await program.send('GET', new URL(url).pathname);
          pictures.fetched += 1;
          pictures.failed += status === 200 ? 0 : 1;
        }
        const [button] = within(card, (value) => 'kind' in value && 'query' in value && 'v' in value);
        if (button !== undefined && random() < 0.3) {
          took(await people.press(number, button));
        }
      }
    };
    const every = async (ms: number, until: number, work: () => unknown): Promise<void> => {
      for (let at = Date.now() + ms; at < until; at += ms) {
        await pause(Math.max(0, at - Date.now()));
        await work();
      }
    };
    const setUp = async (): Promise<void> => {
      const due = Math.ceil((Date.now() + MINUTE / 2) / MINUTE) * MINUTE;
      groups += 1;
      const group = `19:digest-${groups}@thread.v2`;
      const { reply } = await people.say(group, 1, `post ${MEASURES[groups % MEASURES.length]} here every ${weekday(due)} at ${londonClock(due).slice(11)}`);
      if (reply?.said.startsWith('Set up') === true) digests.push({ group, due });
      else print(`  a digest was not set up: ${reply?.said ?? 'no reply'}`);
    };
    const read = async (): Promise<void> => {
      const reading = readingOf((await program.send('GET', '/metrics')).text, Date.now());
      if (reading !== null) lives.at(-1)?.push(reading);
    };
    const line = (): void => {
      const took = asked.flatMap(({ at, reply }) => (reply === null ? [] : [reply.at - at]));
      const now = lives.at(-1)?.at(-1);
      print(`${String(Math.round((Date.now() - start) / MINUTE)).padStart(3)} min: asked ${asked.length}, answered ${took.length}, p50 ${quantile(took, 0.5)} ms, p99 ${quantile(took, 0.99)} ms; digests set up ${digests.length}, posted ${people.unasked.filter((one) => one.conversation.startsWith('19:digest') && !isOwed(one)).length}; RSS ${Math.round(now?.rss ?? 0)} MB, heap ${Math.round(now?.heap ?? 0)} MB; faults tried ${tried.length}`);
    };
    const restart = async (how: 'kill' | 'stop'): Promise<void> => {
      if (how === 'kill') await program.kill();
      else print(`  it stopped with exit code ${await program.stop()}`);
      program = begin();
      lives.push([]);
      await program.ready();
    };
    const trying = async (): Promise<void> => {
      for (const { called, from, lasts, begin: cause } of planOf({ minutes: MINUTES, isKilled: IS_KILLED, farSide, extracts, restart })) {
        await pause(Math.max(0, start + from - Date.now()));
        const mend = await cause();
        await pause(lasts);
        await mend();
        const mended = Date.now();
        const survived = await recovers(people, () => program);
        tried.push({ called, survived, after: Date.now() - mended });
        print(`  tried: ${called}; ${survived ? `answers ${Math.round((Date.now() - mended) / 100) / 10} s after it ended` : 'DID NOT RECOVER'}`);
      }
    };

    await read();
    await Promise.all([
      ...Array.from({ length: PERSONS }, (_, number) => person(number)),
      every(EVERY.reading, end, read), every(EVERY.line, end, line), every(EVERY.digest, end - LATEST, setUp),
      every(EVERY.ofTheDay, end, () => extracts.ofTheDay()), every(EVERY.nightly, end - 2 * MINUTE, () => extracts.nightly()), trying(),
    ]);
    // Whoever was not answered is told within minutes.
    const unanswered = asked.filter(({ reply }) => reply === null);
    if (unanswered.length > 0) await pause(3 * MINUTE);
    line();

    const told = (one: Asked): boolean => one.isRefused || one.isReplaced || people.unasked.some(({ conversation, at }) => conversation === one.conversation && at > one.at);
    const lost = unanswered.filter((one) => !told(one));
    /** Whoever set a digest up is told in their own chat where it is not known whether it arrived: it is not posted again by itself. */
    const isInDoubt = (due: number): boolean => people.unasked.some(({ conversation, said, at }) => conversation === OWNER && /whether the digest of .* is not known/.test(said) && at > due && at < due + TOLD_WITHIN);
    const posts = digests.map(({ group }) => people.unasked.filter((one) => one.conversation === group && !isOwed(one)).length);
    const failedWords = asked.filter(({ reply }) => /could not be|took too long|too much at once/.test(reply?.said ?? ''));
    const judged: Pick<Reading, 'rss' | 'heap'>[] = [];
    for (const [number, life] of lives.entries()) {
      const [first, last] = [life[0], life.at(-1)];
      if (first === undefined || last === undefined) continue;
      const warm = floors(life.filter(({ at }) => at >= first.at + (last.at - first.at) * WARM), MINUTES * MINUTE / 12);
      const more = grown(life);
      if (more !== null) judged.push(more);
      print(`process ${number + 1}, ${more === null ? 'too short to be judged, ' : `heap ${more.heap.toFixed(0)} MB and RSS ${more.rss.toFixed(0)} MB more in its last quarter than in its second, `}${Math.round((last.at - first.at) / MINUTE)} min: RSS ${Math.round(first.rss)} MB at its start, ${Math.round(last.rss)} MB at its end, at most ${Math.round(Math.max(...life.map(({ rss }) => rss)))} MB, ${slope(warm, 'rss').toFixed(1)} MB an hour at the least of each twelfth once warm; heap ${Math.round(first.heap)} MB, ${Math.round(last.heap)} MB, ${slope(warm, 'heap').toFixed(1)} MB an hour`);
    }
    print(`questions and buttons ${asked.length}, ${(asked.length / MINUTES).toFixed(1)} a minute; answered ${asked.length - unanswered.length}, of which with a fault in words ${failedWords.length}; not answered and told so ${unanswered.length - lost.length}; answered twice ${people.repeated}; lost: ${lost.length}`);
    const unposted = digests.filter((_, at) => posts[at] === 0);
    const untold = unposted.filter(({ due }) => !isInDoubt(due));
    print(`pictures fetched ${pictures.fetched}, failed ${pictures.failed}; digests due ${digests.length}, posted ${posts.filter((count) => count > 0).length}, not known to have arrived and told so ${unposted.length - untold.length}, twice ${posts.filter((count) => count > 1).length}, lost: ${untold.length}`);
    print(`faults tried ${tried.length}, survived ${tried.filter(({ survived }) => survived).length}`);
    for (const { group } of digests.filter((_, at) => (posts[at] ?? 0) > 1)) {
      for (const { at, said } of people.unasked.filter(({ conversation }) => conversation === group)) print(`  twice in ${group}: ${londonClock(at)} ${said}`);
    }
    for (const { words, status } of lost.slice(0, 5)) print(`  lost: ${words} (status ${status})`);
    expect(Math.abs(asked.length / MINUTES / PER_MINUTE - 1)).toBeLessThan(0.1);
    expect(judged.filter(isLeak)).toEqual([]);
    expect({ lost: lost.length, repeated: people.repeated, digests: posts.filter((count) => count > 1).length + untold.length, faults: tried.filter(({ survived }) => !survived).length }).toEqual({ lost: 0, repeated: 0, digests: 0, faults: 0 });
  } finally {
    await program.kill();
    await farSide.close();
    checkout.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}, (MINUTES + 30) * MINUTE);

/** Whether it is ready, and answers somebody, within two minutes. */
async function recovers(people: People, program: () => Program): Promise<boolean> {
  for (const until = Date.now() + 2 * MINUTE; Date.now() < until; await pause(500)) {
    if ((await program().status('/readyz')) !== 200) continue;
    const { reply } = await people.ask(999, 'DNA rate for ENT');
    if (reply?.said.includes('DNA rate for ENT') === true) return true;
  }
  return false;
}
