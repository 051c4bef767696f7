import { cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import type { Answer } from '../../src/answers/answer';
import { londonInstant } from '../../src/calendar/instant';
import { createCards } from '../../src/cards/create-cards';
import { openTally, type Tally } from '../../src/tally';
import { DAY, emptyExtract, extractAt, NIGHTLY } from './small-day';

const ROOT = path.join(__dirname, '..', '..');
const cards = createCards({ templatesFolder: path.join(ROOT, 'cards'), chartAddress: null });
/** Cards are also written here, for whoever wants to look at them. */
const KEEP = process.env['DAY_CARDS'];

let folder: string;
let tally: Tally;
let now = londonInstant(`${DAY}T07:00`) ?? NaN;
let written = 0;

/** A file that was whole long before it was looked at; each newer than the one before. */
function put(name: string, text: string): void {
  const file = path.join(folder, 'extracts', name);
  writeFileSync(file, text);
  const then = Date.now() / 1000 - 7200 + (written += 1);
  utimesSync(file, then, then);
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'tally-day-'));
  mkdirSync(path.join(folder, 'extracts'));
  mkdirSync(path.join(folder, 'config'));
  for (const file of ['organisation.yaml', 'extracts-on-the-day.yaml']) cpSync(path.join(ROOT, 'deployment', 'trust', file), path.join(folder, 'config', file));
  const ids = Object.keys(NIGHTLY).map((file) => file.replace('.csv', ''));
  writeFileSync(path.join(folder, 'config', 'extracts.yaml'), `extracts:\n${ids.map((id) => `  - id: ${id}\n    table: ${id.replaceAll('-', '_')}\n    files: ${id}.csv\n    select: select * from file\n`).join('')}`);
  // Small numbers are lifted for whoever runs the day.
  writeFileSync(path.join(folder, 'config', 'grants.yaml'), 'grants:\n  - { may: [small-numbers], users: [lead], because: Runs the day., owner: Chief operating officer }\n');
  for (const [name, text] of Object.entries(NIGHTLY)) put(name, text);
  put('theatres-on-the-day.csv', extractAt('07:00'));
  tally = await openTally({ configFolder: path.join(folder, 'config'), extractsFolder: path.join(folder, 'extracts'), dataFolder: path.join(folder, 'data'), clock: () => now, log: pino({ level: 'silent' }) });
}, 60_000);
afterAll(async () => {
  await tally.close();
  rmSync(folder, { recursive: true });
});

/** The card of "today", asked by an on-call lead in a chat of their own, with what it was drawn from. */
async function today(clock: string, name: string, day = DAY): Promise<{ readonly answer: Answer; readonly card: string }> {
  now = londonInstant(`${day}T${clock}`) ?? NaN;
  await tally.onTheDay?.refresh();
  const answer = await tally.road.ask({ text: 'today', asker: { id: 'lead', name: null, tenant: null }, place: { kind: 'personal', id: 'lead' }, at: now, context: null });
  const card = JSON.stringify(cards.render(answer));
  if (KEEP !== undefined) writeFileSync(path.join(KEEP, `day-${name}.json`), card);
  return { answer, card };
}
async function afterExtract(clock: string): Promise<{ readonly answer: Answer; readonly card: string }> {
  put('theatres-on-the-day.csv', extractAt(clock));
  return today(clock, clock.replace(':', ''));
}

// By hand, from small-day.ts: cancelled of the ten by then, and of the forty on the four Thursdays (08:00 and 15:00 on 4 July,
// 09:00 on 27 June, 11:00 on 20 June, none on 13 June). Emergency operations count for nothing.
const OVER = 'More than on any of those days, which are too few to call it unusual.';
test.each<[string, string, string, string]>([
  ['07:00', `1 of 10 cancelled so far (10.0%), usual by 07:00: 0.0% (0.0% on the last four Thursdays). ${OVER} No list has started; the first is planned for 08:30.`, '0 done, 0 in theatre, 9 to do', '4 lists: 0 running, 0 finished, 4 to start'],
  ['08:30', '1 of 10 cancelled so far (10.0%), usual by 08:30: 2.5% (0 to 10% on the last four Thursdays). Within the range of those days.', '0 done, 1 in theatre, 8 to do', '4 lists: 1 running, 0 finished, 3 to start'],
  ['09:42', `2 of 10 cancelled so far (20.0%), usual by 09:42: 5.0% (0 to 10% on the last four Thursdays). ${OVER}`, '1 done, 3 in theatre, 4 to do', '4 lists: 3 running, 0 finished, 1 to start'],
  ['12:00', `3 of 10 cancelled so far (30.0%), usual by 12:00: 7.5% (0 to 10% on the last four Thursdays). ${OVER}`, '4 done, 2 in theatre, 1 to do', '4 lists: 2 running, 1 finished, 1 to start'],
  ['17:30', `3 of 10 cancelled so far (30.0%), usual by 17:30: 10.0% (0 to 20% on the last four Thursdays). ${OVER}`, '6 done, 1 in theatre, 0 to do', '4 lists: 1 running, 3 finished, 0 to start'],
  ['23:50', `3 of 10 cancelled today (30.0%), usual by 23:50: 10.0% (0 to 20% on the last four Thursdays). ${OVER} Nothing is left to do.`, '7 done, 0 in theatre, 0 to do', '4 lists: 0 running, 4 finished, 0 to start'],
])('at %s', async (clock, headline, cases, lists) => {
  const { answer, card } = await afterExtract(clock);
  expect(answer.headline).toBe(headline);
  expect([answer.onTheDay?.casesWords, answer.onTheDay?.listsWords]).toEqual([cases, lists]);
  expect(card).toContain(`s of ${clock}`);
  expect(card.length).toBeLessThan(12_000);
  // Neither an operation nor a list is ever named by its number.
  expect(card).not.toMatch(/\b(?:A1|B2|C3|D2|L1|E1)\b/);
});

test('by 12:00 the card says why, where, for want of a bed, what is at risk and what nobody can know yet', async () => {
  const { answer, card } = await afterExtract('12:00');
  const { onTheDay } = answer;
  const words = (rows: readonly { readonly label: string; readonly words: string }[] = []): readonly string[] => rows.map((row) => `${row.label} ${row.words}`);
  expect([...words(onTheDay?.reasons)].sort()).toEqual(['Hospital (clinical) 1', 'Hospital (non-clinical) 1', "Patient's own 1"]);
  expect(onTheDay?.bedWords).toBe('1 operation cancelled for want of a bed');
  expect(words(onTheDay?.specialties)).toEqual(['Trauma & Orthopaedics 2 of 5 (40.0%)', 'General Surgery 1 of 2 (50.0%)', 'ENT 0 of 3 (0.0%)']);
  expect(words(onTheDay?.sites)).toEqual(expect.arrayContaining(['LRI 1 of 5 (20.0%)', 'LGH 1 of 3 (33.3%)', 'Glenfield 1 of 2 (50.0%)']));
  // The list of the second theatre began at 09:00 instead of 08:30, and has finished by now.
  expect(onTheDay?.notKnown).toEqual(['3 operations not finished yet: any of them may still be cancelled']);
  expect(card).toContain('for want of a bed');
});

test('lists at risk are named with their theatre, by minutes', async () => {
  const { answer } = await afterExtract('09:42');
  // 08:30 planned, 09:00 begun.
  expect(answer.onTheDay?.atRisk.map(({ key, words }) => `${key} ${words}`)).toContain('LRI-T02 started 30 minutes late');
});

test('when the extract stops coming the card says so, in minutes', async () => {
  put('theatres-on-the-day.csv', extractAt('09:42'));
  const { answer, card } = await today('10:20', 'stopped');
  expect(answer.headline).toBe(`2 of 10 cancelled so far (20.0%), usual by 09:42: 5.0% (0 to 10% on the last four Thursdays). ${OVER} These are the numbers of 09:42: no new extract has come for 38 minutes.`);
  expect(card).toContain('38 minutes old');
});

test('ten minutes past midnight nothing of the new day is known, and the last of the old is not passed off as it', async () => {
  put('theatres-on-the-day.csv', extractAt('23:50'));
  const { answer } = await today('00:10', '0010', '2024-07-12');
  expect(answer.outcome).toBe('no-data');
  expect(answer.headline).toMatch(/^Nothing of today is known yet: the last on-the-day extract is of 23:50 on Thursday 11 July 2024, 20 minutes ago\./);
});

test('a day with no lists says that there are none', async () => {
  put('theatres-on-the-day.csv', emptyExtract('14/07/2024 07:00'));
  const { answer, card } = await today('07:05', 'no-lists', '2024-07-14');
  expect(answer.headline).toBe('No elective operations are planned for today, Sunday 14 July 2024.');
  // Nothing is counted where there is nothing to count, and nothing is offered that would show nothing.
  expect(card).not.toMatch(/\b0 (?:of 0|done|lists)/);
  expect(answer.next.map(({ title }) => title)).toEqual(['Yesterday']);
});

