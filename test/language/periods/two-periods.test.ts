import { readPhrase, told } from './reading';

/** Two periods in a question, as of 21 November 2026. */
const PAIRS: readonly (readonly [string, string, string])[] = [
  ['may vs june', '2026-05-01 2026-05-31 month', '2026-06-01 2026-06-30 month'],
  ['compare April and May', '2026-04-01 2026-04-30 month', '2026-05-01 2026-05-31 month'],
  ['difference between April and June', '2026-04-01 2026-04-30 month', '2026-06-01 2026-06-30 month'],
  ['compare q1 24/25 with q1 25/26', '2024-04-01 2024-06-30 quarter', '2025-04-01 2025-06-30 quarter'],
  ['M2 24/25 vs M2 23/24', '2024-05-01 2024-05-31 month', '2023-05-01 2023-05-31 month'],
  ['May 23 v May 24', '2023-05-01 2023-05-31 month', '2024-05-01 2024-05-31 month'],
  ['May vs June 2024', '2024-05-01 2024-05-31 month', '2024-06-01 2024-06-30 month'],
  ['June vs May 2024', '2024-06-01 2024-06-30 month', '2024-05-01 2024-05-31 month'],
  ['December vs January 2025', '2024-12-01 2024-12-31 month', '2025-01-01 2025-01-31 month'],
  ['May 2024 vs June', '2024-05-01 2024-05-31 month', '2024-06-01 2024-06-30 month'],
  ['Q1 vs Q2 24/25', '2024-04-01 2024-06-30 quarter', '2024-07-01 2024-09-30 quarter'],
  ['H1 vs H2 24/25', '2024-04-01 2024-09-30 half', '2024-10-01 2025-03-31 half'],
  ['May 2024 vs 2025', '2024-05-01 2024-05-31 month', '2025-05-01 2025-05-31 month'],
  ['Q1 24/25 vs 25/26', '2024-04-01 2024-06-30 quarter', '2025-04-01 2025-06-30 quarter'],
  ['24/25 vs 23/24', '2024-04-01 2025-03-31 year', '2023-04-01 2024-03-31 year'],
  ['this month v last month', '2026-11-01 2026-11-30 month', '2026-10-01 2026-10-31 month'],
  ['this week vs last week', '2026-11-16 2026-11-22 week', '2026-11-09 2026-11-15 week'],
  ['today vs yesterday', '2026-11-21 2026-11-21 day', '2026-11-20 2026-11-20 day'],
  ['May vs the month before', '2026-05-01 2026-05-31 month', '2026-04-01 2026-04-30 month'],
  ['May 24 vs same month last year', '2024-05-01 2024-05-31 month', '2023-05-01 2023-05-31 month'],
  ['May 24 vs a year ago', '2024-05-01 2024-05-31 month', '2023-05-01 2023-05-31 month'],
  ['May 24 vs last year', '2024-05-01 2024-05-31 month', '2023-05-01 2023-05-31 month'],
  ['YTD vs same period last year', '2026-04-01 2026-10-31 ytd', '2025-04-01 2025-10-31 ytd'],
  ['this year vs last year', '2026-04-01 2026-10-31 ytd', '2025-04-01 2025-10-31 ytd'],
  ['rolling 12 months vs a year ago', '2025-11-01 2026-10-31 rolling', '2024-11-01 2025-10-31 rolling'],
  ['April and June', '2026-04-01 2026-04-30 month', '2026-06-01 2026-06-30 month'],
  ['April to June 2024 vs April to June 2025', '2024-04-01 2024-06-30 range', '2025-04-01 2025-06-30 range'],
  ['Q1 24/25 vs Q2', '2024-04-01 2024-06-30 quarter', '2024-07-01 2024-09-30 quarter'],
];

describe('two periods in a question', () => {
  it.each(PAIRS)('"%s"', (phrase, first, second) => {
    expect(told(readPhrase(`acpl ${phrase}`, '2026-11-21'))).toEqual([first, second]);
  });

  it.each([
    ['may vs may 23', '2024-05-01 2024-05-31 month', '2023-05-01 2023-05-31 month'],
    ['june vs june 23', '2024-06-01 2024-06-30 month', '2023-06-01 2023-06-30 month'],
    ['q1 vs q1 23/24', '2024-04-01 2024-06-30 quarter', '2023-04-01 2023-06-30 quarter'],
    ['may 23 vs may', '2023-05-01 2023-05-31 month', '2024-05-01 2024-05-31 month'],
    ['april v april last year', '2024-04-01 2024-04-30 month', '2023-04-01 2023-04-30 month'],
    ['may vs m2 23/24', '2024-05-01 2024-05-31 month', '2023-05-01 2023-05-31 month'],
    ['h1 against h1 23/24', '2024-04-01 2024-09-30 half', '2023-04-01 2023-09-30 half'],
    ['3 june vs 3 june 2023', '2024-06-03 2024-06-03 day', '2023-06-03 2023-06-03 day'],
    ['may vs june 23', '2023-05-01 2023-05-31 month', '2023-06-01 2023-06-30 month'],
    ['may 24 vs may', '2024-05-01 2024-05-31 month', '? May 2023 | April 2024'],
    ['may vs may 24', '? May 2023 | April 2024', '2024-05-01 2024-05-31 month'],
    ['this month vs july', '2024-07-01 2024-07-31 month', '? July 2023 | June 2024'],
    ['last year vs 23/24', '2023-04-01 2024-03-31 year', '? 2022/23'],
  ])('"%s" compares no period with itself on 11 July 2024', (phrase, first, second) => {
    expect(told(readPhrase(`acpl ${phrase}`, '2024-07-11'))).toEqual([first, second]);
  });

  it.each([
    ['this year vs last year', '2024-04-01 2025-03-31 ytd', '2023-04-01 2024-03-31 ytd'],
    ['ytd vs ytd last year', '2024-04-01 2025-03-31 ytd', '2023-04-01 2024-03-31 ytd'],
    ['last year vs this year', '2024-04-01 2025-03-31 year', '? April 2023 to March 2024 (year to date)'],
  ])('"%s" does so neither on 1 April, before the year holds anything', (phrase, first, second) => {
    expect(told(readPhrase(`acpl ${phrase}`, '2025-04-01'))).toEqual([first, second]);
  });

  it('says so when a word is read in the light of the other period', () => {
    expect(readPhrase('May 2024 vs 2025', '2026-11-21').at(1)).toMatchObject({ notes: ['Calendar year 2025 is read as May 2025.'] });
    expect(readPhrase('May 24 vs last year', '2026-11-21').at(1)).toMatchObject({ notes: ['Compared with the same length of time: May 2023.'] });
  });
});
