import { bookedOn, readPhrase, told } from './reading';

/** Today, days booked ahead, phrase, what it comes to. 1 April 2025 is a Tuesday, 11 July 2024 a Thursday. */
const AHEAD: readonly (readonly [string, number, string, string])[] = [
  ['2025-04-01', 14, 'this month', '2025-04-01 2025-04-30 month'],
  ['2025-04-01', 14, 'April', '2025-04-01 2025-04-30 month'],
  ['2025-04-01', 14, 'M1', '2025-04-01 2025-04-30 month'],
  ['2025-04-01', 14, 'this week', '2025-03-31 2025-04-06 week'],
  ['2025-04-01', 14, 'next week', '2025-04-07 2025-04-13 week'],
  ['2025-04-01', 14, '14 April', '2025-04-14 2025-04-14 day'],
  ['2025-04-01', 14, '7 to 14 April', '2025-04-07 2025-04-14 range'],
  ['2025-04-01', 14, 'w/c 14 April', '2025-04-14 2025-04-20 week'],
  ['2025-04-01', 14, '14 March', '2025-03-14 2025-03-14 day'],
  // Lists of the next four weeks are spoken of before they are booked.
  ['2025-04-01', 14, '20 April', '2025-04-20 2025-04-20 day'],
  ['2025-04-01', 14, '20 May', '2024-05-20 2024-05-20 day'],
  ['2025-04-01', 14, 'last month', '2025-03-01 2025-03-31 month'],
  ['2025-04-01', 14, 'May', '2024-05-01 2024-05-31 month'],
  ['2025-04-01', 42, 'May', '? May 2025 | May 2024'],
  ['2025-04-01', 42, 'May 2025', '2025-05-01 2025-05-31 month'],
  ['2024-07-11', 14, 'on Friday', '2024-07-12 2024-07-12 day'],
  ['2024-07-11', 14, 'Monday', '2024-07-15 2024-07-15 day'],
  ['2024-07-11', 14, 'last Friday', '2024-07-05 2024-07-05 day'],
  ['2024-07-11', 14, 'next Friday', '2024-07-12 2024-07-12 day'],
  ['2024-07-11', 14, 'on Thursday', '? 11 July 2024 | 18 July 2024'],
  ['2024-07-11', 2, 'on Monday', '? 8 July 2024 | 15 July 2024'],
  ['2024-07-11', 0, 'w/c 15 July', '2024-07-15 2024-07-21 week'],
  ['2024-07-11', 0, 'w/c 8 July', '2024-07-08 2024-07-14 week'],
  ['2024-07-11', 0, 'week of 15 July', '2024-07-15 2024-07-21 week'],
];

describe('what looks ahead', () => {
  it.each(AHEAD)('on %s, booked for %s days, "%s" is %s', (today, daysAhead, phrase, expected) => {
    expect(told(readPhrase(phrase, today, bookedOn(today, daysAhead)))).toEqual([expected]);
  });

  it('says nothing of a month that is booked and has yet to begin', () => {
    expect(readPhrase('this month', '2025-04-01', bookedOn('2025-04-01', 14))).toMatchObject([{ notes: [] }]);
  });

  it('says which weekday was taken', () => {
    expect(readPhrase('on friday', '2024-07-11', bookedOn('2024-07-11', 14))).toMatchObject([
      { notes: ['Friday is read as the coming one, 12 July 2024; for the one before, write 5 July 2024.'] }]);
  });

  it('does not say that nothing is held for a year that is booked', () => {
    expect(readPhrase('ytd', '2025-04-01', bookedOn('2025-04-01', 14))).toMatchObject([
      { notes: ['No day of 2025/26 is over yet: this is 2024/25 as far as it is held.'] }]);
    expect(readPhrase('since april', '2025-04-01', bookedOn('2025-04-01', 14))).toMatchObject([{ period: { from: '2025-04-01' }, notes: [] }]);
  });
});
