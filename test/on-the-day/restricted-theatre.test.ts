import { openDayTrust, type DayTrust } from './day-trust';
import { extractAt } from './small-day';

/** One theatre on one day is often one surgeon's list: a trust that keeps that to a few restricts theatres. */
let trust: DayTrust;
beforeAll(async () => {
  trust = await openDayTrust('', ['theatre']);
  trust.read(extractAt('09:42'));
}, 60_000);
afterAll(() => trust.close());

test('the day names no theatre to whoever may not see theatres, also where small numbers are lifted', async () => {
  const answer = await trust.ask('today', '09:42');
  expect(answer.outcome).toBe('answered');
  expect(answer.onTheDay?.listsWords).toMatch(/^4 lists: /);
  expect(JSON.stringify(answer)).not.toMatch(/(?:LRI|LGH|GH)-T\d/);
});

test.each(['cancellations today by theatre', 'late starts by theatre on 4 July 2024', 'late starts in theatre LRI-T01 on 4 July 2024', 'late starts by theatre last month'])('%s is refused', async (text) => {
  expect(await trust.ask(text, '09:45')).toMatchObject({ outcome: 'refused', reason: 'not-permitted', headline: 'You may not see theatres here. It is restricted; ask its owner for access.' });
});

describe('where theatres are open', () => {
  let open: DayTrust;
  beforeAll(async () => {
    open = await openDayTrust();
    open.read(extractAt('09:42'));
  }, 60_000);
  afterAll(() => open.close());

  test('whoever runs the day has its lists by theatre, and nobody a consultant with them', async () => {
    expect(JSON.stringify(await open.ask('today', '09:42'))).toMatch(/LRI-T\d/);
    for (const text of ['late starts by theatre on 4 July 2024', 'late starts by theatre and specialty on 4 July 2024']) {
      const answer = await open.ask(text, '09:45', undefined, 'manager');
      expect(answer.outcome).not.toBe('refused');
      // The only list of that day is C1's.
      expect(JSON.stringify(answer)).not.toContain('C1');
    }
    for (const text of ['late starts by theatre and consultant on 4 July 2024', 'late starts by consultant on 4 July 2024']) {
      expect(await open.ask(text, '09:45', undefined, 'manager')).toMatchObject({ outcome: 'refused', reason: 'not-permitted' });
    }
  });
});
