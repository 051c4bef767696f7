import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Answer } from '../../src/answers/answer';
import { cards, openDayTrust, type DayTrust } from './day-trust';
import { DAY, emptyExtract, extractAt } from './small-day';

/** Cards are also written here, for whoever wants to look at them. */
const KEEP = process.env['DAY_CARDS'];

let trust: DayTrust;
beforeAll(async () => {
  // The nightly extract has seven operations for the Friday after.
  trust = await openDayTrust(Array.from({ length: 7 }, (_, at) => `P${at},S2024-07-04,2024-07-12,120,planned,11,2,,F341,60,,,,,\n`).join(''));
}, 60_000);
afterAll(() => trust.close());

/** The card of "today", asked by an on-call lead in a chat of their own, with what it was drawn from. */
async function today(clock: string, name: string, day = DAY): Promise<{ readonly answer: Answer; readonly card: string }> {
  const answer = await trust.ask('today', clock, day);
  const card = JSON.stringify(cards.render(answer));
  if (KEEP !== undefined) writeFileSync(path.join(KEEP, `day-${name}.json`), card);
  return { answer, card };
}
async function afterExtract(clock: string): Promise<{ readonly answer: Answer; readonly card: string }> {
  trust.read(extractAt(clock));
  return today(clock, clock.replace(':', ''));
}

// By hand, from small-day.ts: cancelled of the ten by then, and of the forty on the four Thursdays (08:00 and 15:00 on 4 July,
// 09:00 on 27 June, 11:00 on 20 June, none on 13 June). Emergency operations count for nothing.
const OVER = 'Higher than on any of those days, which are too few to call it unusual.';
test.each<[string, string, string, string]>([
  ['07:00', `1 of 10 cancelled so far (10.0%), usual by 07:00: 0.0% (0.0% on the last four Thursdays). ${OVER} No list has started; the first is planned for 08:30.`, '0 done, 0 in theatre, 9 to do', '4 lists: 0 running, 0 finished, 4 to start'],
  ['08:30', '1 of 10 cancelled so far (10.0%), usual by 08:30: 2.5% (0 to 10.0% on the last four Thursdays). Within the range of those days.', '0 done, 1 in theatre, 8 to do', '4 lists: 1 running, 0 finished, 3 to start'],
  ['09:42', `2 of 10 cancelled so far (20.0%), usual by 09:42: 5.0% (0 to 10.0% on the last four Thursdays). ${OVER}`, '1 done, 3 in theatre, 4 to do', '4 lists: 3 running, 0 finished, 1 to start'],
  ['12:00', `3 of 10 cancelled so far (30.0%), usual by 12:00: 7.5% (0 to 10.0% on the last four Thursdays). ${OVER}`, '4 done, 2 in theatre, 1 to do', '4 lists: 2 running, 1 finished, 1 to start'],
  ['17:30', `3 of 10 cancelled so far (30.0%), usual by 17:30: 10.0% (0 to 20.0% on the last four Thursdays). ${OVER}`, '6 done, 1 in theatre, 0 to do', '4 lists: 1 running, 3 finished, 0 to start'],
  ['23:50', `3 of 10 cancelled today (30.0%), usual by 23:50: 10.0% (0 to 20.0% on the last four Thursdays). ${OVER} Nothing is left to do.`, '7 done, 0 in theatre, 0 to do', '4 lists: 0 running, 4 finished, 0 to start'],
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
  expect(onTheDay?.notKnown).toEqual(['1 operation not begun yet: it may still be cancelled']);
  expect(card).toContain('for want of a bed');
});

test('lists at risk are named with their theatre, by minutes', async () => {
  const { answer } = await afterExtract('09:42');
  // 08:30 planned, 09:00 begun.
  expect(answer.onTheDay?.atRisk.map(({ key, words }) => `${key} ${words}`)).toContain('LRI-T02 started 30 minutes late');
});

test('when the extract stops coming the card says so, in minutes', async () => {
  trust.read(extractAt('09:42'));
  const { answer, card } = await today('10:20', 'stopped');
  expect(answer.headline).toBe(`2 of 10 cancelled so far (20.0%), usual by 09:42: 5.0% (0 to 10.0% on the last four Thursdays). ${OVER} These are the numbers of 09:42: no new extract has come for 38 minutes.`);
  expect(card).toContain('38 minutes old');
});

test('ten minutes past midnight nothing of the new day is known, and the last of the old is not passed off as it', async () => {
  trust.read(extractAt('23:50'));
  const { answer } = await today('00:10', '0010', '2024-07-12');
  expect(answer.outcome).toBe('no-data');
  expect(answer.headline).toMatch(/^Nothing of today is known yet: the last on-the-day extract is of 23:50 on Thursday 11 July 2024, 20 minutes ago\./);
});

test('five minutes past midnight a reading that holds yesterday alone is no day without operations, and names the lists still running', async () => {
  // D1 is in theatre since 13:40, on the list of the Glenfield theatre; all others are out, or never came in.
  trust.read(extractAt('17:30').replaceAll('11/07/2024 17:30', '12/07/2024 00:05'));
  const { answer, card } = await today('00:06', '0006', '2024-07-12');
  expect([answer.outcome, answer.reason, answer.onTheDay?.planned, answer.onTheDay?.lists]).toEqual(['no-data', 'no-reading-today', null, null]);
  expect(answer.headline).toBe("Nothing of today, Friday 12 July 2024, is in the on-the-day extract yet. Last night's extract had 7 elective operations planned for today. Still running at 00:05 from Thursday 11 July 2024: GH-T01, General Surgery.");
  expect(card).toContain('Still running at 00:05');
  expect(card).toContain('"refresh"');
});

test('a list of yesterday that runs on is said beside the day that has begun', async () => {
  const [, ...yesterday] = extractAt('17:30').replaceAll('11/07/2024 17:30', '12/07/2024 00:05').trim().split('\n');
  // Lists and operations have references of their own each day: the second and the eleventh column.
  const renamed = yesterday.map((row) => row.split(',').map((cell, at) => (at === 1 || at === 10 ? `Y${cell}` : cell)).join(','));
  trust.read(`${extractAt('07:00').replaceAll('11/07/2024', '12/07/2024').replaceAll('12/07/2024 07:00', '12/07/2024 00:05')}${renamed.join('\n')}\n`);
  const { answer } = await today('00:06', '0006-begun', '2024-07-12');
  expect(answer.outcome).toBe('answered');
  expect(answer.onTheDay?.stillRunningWords).toBe('Still running at 00:05 from Thursday 11 July 2024: GH-T01, General Surgery');
});

test('a newer extract that was refused is said to have come, without why, and since when the numbers are', async () => {
  trust.read(extractAt('09:42'));
  await today('09:42', 'before-refused');
  trust.read(extractAt('09:50').replaceAll('Spec', 'Sp'));
  const { answer, card } = await today('09:52', 'refused');
  expect(answer.headline).toMatch(/ A newer extract came and was refused; whoever runs the extracts can see why\. These are the numbers of 09:42, 10 minutes ago\.$/);
  expect(answer.headline).not.toContain('no new extract');
  expect(card).toContain('As of 09:42, a newer extract was refused');
  expect(card).not.toContain('theatres-on-the-day.csv');
  trust.read(extractAt('10:00'));
  expect((await today('10:00', 'mended')).answer.headline).not.toContain('refused');
});

test('a day with no lists says that there are none', async () => {
  trust.read(emptyExtract('14/07/2024 07:00'));
  const { answer, card } = await today('07:05', 'no-lists', '2024-07-14');
  expect(answer.headline).toBe('No elective operations are planned for today, Sunday 14 July 2024.');
  // Nothing is counted where there is nothing to count, and nothing is offered that would show nothing.
  expect(card).not.toMatch(/\b0 (?:of 0|done|lists)/);
  expect(answer.next.map(({ title }) => title)).toEqual(['Yesterday']);
});

