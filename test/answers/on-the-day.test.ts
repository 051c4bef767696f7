import { createCards } from '../../src/cards/create-cards';
import { BOARD, ON_THE_DAY, ON_THE_DAY_LATE, onTheDayAt } from '../fixtures/cards/on-the-day-answers';
import path from 'node:path';

const cards = createCards({ templatesFolder: path.join(__dirname, '../../cards'), chartAddress: null });

test('the verdict says first what was cancelled and what is usual by then, and calls nothing unusual on four days', () => {
  // 9 of 220 by 09:42; the four Thursdays were 5/60, 3/60, 0/50 and 1/50.
  expect(ON_THE_DAY.headline).toBe('7 of 64 cancelled so far (10.9%), usual by 09:42: 4.1% (0 to 8.3% on the last four Thursdays). Higher than on any of those days, which are too few to call it unusual.');
  expect(ON_THE_DAY.metrics[0]).toMatchObject({ status: 'none', target: null, numerator: 7, denominator: 64, data: { complete: false } });
});

test('an extract that stops coming is said in minutes', () => {
  expect(ON_THE_DAY_LATE.headline).toContain('These are the numbers of 09:42: no new extract has come for 38 minutes.');
  expect(ON_THE_DAY_LATE.onTheDay?.asOfWords).toBe('as of 09:42, 38 minutes old');
});

test('just after midnight nothing of the new day is known yet, and the card goes on refreshing', () => {
  const answer = onTheDayAt({ ...BOARD, day: '2026-11-27', isOfTheDay: false }, '2026-11-27T00:10');
  expect(answer).toMatchObject({ outcome: 'no-data', reason: 'no-reading-today', metrics: [] });
  expect(answer.headline).toBe("Nothing of today is known yet: the last on-the-day extract is of 09:42 on Thursday 26 November 2026, 868 minutes (14 hours) ago. Last night's extract had 64 elective operations planned for today.");
  expect(cards.render(answer)['refresh']).not.toHaveProperty('userIds');
});

test('a day without operations says so', () => {
  const none = { numerator: 0, denominator: 0, value: null, hidden: false };
  expect(onTheDayAt({ ...BOARD, figure: none, lists: [], plannedBefore: null }, '2026-11-26T09:42').headline).toBe('No elective operations are planned for today, Thursday 26 November 2026.');
});

test('a day whose operations were all cancelled before it is none that has not been read', () => {
  const none = { numerator: 0, denominator: 0, value: null, hidden: false };
  const answer = onTheDayAt({ ...BOARD, figure: none, cases: { done: 0, inTheatre: 0, toDo: 0 } }, '2026-11-26T09:42');
  expect([answer.outcome, answer.headline]).toEqual(['answered', "No elective operations are planned for today, Thursday 26 November 2026. Last night's extract had 64 elective operations planned for today."]);
});

test('an extract that was refused is said where nothing is known of the day', () => {
  expect(onTheDayAt({ ...BOARD, day: '2026-11-27', isOfTheDay: false, plannedBefore: null }, '2026-11-27T00:10', null, true).headline)
    .toBe('Nothing of today is known yet: a newer on-the-day extract came and was refused; whoever runs the extracts can see why. The last that could be used is of 09:42 on Thursday 26 November 2026, 868 minutes (14 hours) ago.');
  expect(onTheDayAt({ ...BOARD, readAt: null, snapshot: null, isOfTheDay: false, plannedBefore: null }, '2026-11-26T09:42', null, true).headline)
    .toBe('Nothing of today is known: the on-the-day extract that came was refused; whoever runs the extracts can see why.');
});

test('the card refreshes by itself, says as of when, and has at most 12,000 characters and four actions', () => {
  const card = cards.render(ON_THE_DAY);
  const text = JSON.stringify(card);
  expect(text.length).toBeLessThanOrEqual(12_000);
  expect(text).toContain('As of 09:42, updates by itself');
  expect(card['refresh']).not.toHaveProperty('userIds');
  expect(text.match(/"type":"Action\.Execute","title":"(?!Refresh)/g)?.length).toBeLessThanOrEqual(4);
});
