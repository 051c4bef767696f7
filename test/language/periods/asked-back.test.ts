import { readPhrase, told } from './reading';

/** Phrases of two readings, as of 21 November 2026, with the phrases offered in their place. */
const ASKED: readonly (readonly [string, readonly string[]])[] = [
  ['FY25', ['2024/25', '2025/26']],
  ['FY 2025', ['2024/25', '2025/26']],
  ['financial year 2025', ['2024/25', '2025/26']],
  ['May FY25', ['May 2024/25', 'May 2025/26']],
  ['Q1 FY25', ['Q1 2024/25', 'Q1 2025/26']],
  ['Q1 2025', ['Q1 2025/26', 'Q1 2024/25', 'January to March 2025']],
  ['2025 Q1', ['Q1 2025/26', 'Q1 2024/25', 'January to March 2025']],
  ['Q4 25', ['Q4 2025/26', 'Q4 2024/25', 'October to December 2025']],
  ['H1 2025', ['H1 2025/26', 'H1 2024/25', 'January to June 2025']],
  ['M2 2024', ['M2 2024/25', 'M2 2023/24', 'February 2024']],
  ['24/5', ['24 May 2026', 'May 2024']],
  ['03/04', ['3 April 2026', '2003/04']],
  ['2010-11', ['2010/11', 'November 2010']],
  ['last October', ['October 2026', 'October 2025']],
  ['last Q1', ['Q1 2026/27', 'Q1 2025/26']],
  ['last Monday', ['16 November 2026', '9 November 2026']],
  ['15th to 30th', ['15 November to 30 November 2026', '15 October to 30 October 2026']],
  ['15th to 31st', ['15 November to 30 November 2026', 'November 2026']],
  ['Fri to Mon last week', ['6 November to 9 November 2026', '13 November to 16 November 2026']],
  ['July 14', ['14 July 2026', 'July 2014']],
  ['31 June 2024', ['30 June 2024', 'June 2024']],
  ['29/02/2023', ['28 February 2023', 'February 2023']],
  ['07/14/2024', ['14 July 2024', 'July 2024']],
  ['week ending 31 June 2024', ['week ending 30 June 2024', 'June 2024']],
  ['over the last year', ['last 12 months', '2025/26']],
  ['last few months', ['last 3 months', 'last 6 months', 'last 12 months']],
  ['from May', ['May 2026', 'since May 2026']],
  ['before May', ['April 2026', 'year to date to April 2026', '12 months to April 2026']],
  ['until May', ['May 2026', 'year to date to May 2026', '12 months to May 2026']],
  ['until 14 July', ['14 July 2026', '30 days to 14 July 2026']],
  ['after May', ['since 1 June 2026', 'May 2026']],
  ['year to May 2024', ['12 months to May 2024', 'April to May 2024']],
  ['YTD 24/25', ['April 2024 to October 2024 (year to date)', '2024/25']],
  ['Nov to Feb', ['November 2025 to February 2026', 'November 2026 to February 2027']],
  ['as at 31 May', ['May 2026', 'April 2026 to May 2026 (year to date)', '31 May 2026']],
  ['as at 20 May 2024', ['1 May to 20 May 2024', '1 April to 20 May 2024 (year to date)', '20 May 2024']],
  ['as of the end of April', ['April 2026', '30 April 2026']],
  ['as of yesterday', ['1 November to 20 November 2026', '1 April to 20 November 2026 (year to date)', '20 November 2026']],
  ['first week of June 2024', ['Week ending Sunday 2 June 2024', 'Week ending Sunday 9 June 2024']],
  ['last week of July 2024', ['Week ending Sunday 4 August 2024', 'Week ending Sunday 28 July 2024']],
  ['FY24 to FY25', ['2023/24 to 2024/25', '2024/25 to 2025/26']],
  ['Q1 2025 to Q3 2025', ['Q1 2025/26 to Q3 2025/26', 'Q1 2024/25 to Q3 2024/25', 'January 2025 to September 2025']],
  ['Q1 to Q3 2025', ['Q1 to Q3 2025/26', 'Q1 to Q3 2024/25']],
  ['since Q1 2025', ['since Q1 2025/26', 'since Q1 2024/25', 'since January 2025']],
  ['since FY25', ['since 2024/25', 'since 2025/26']],
  ['12 months to FY25', ['12 months to 2024/25', '12 months to 2025/26']],
];

describe('a period with two readings', () => {
  it.each(ASKED)('"%s" is asked back', (phrase, options) => {
    const readings = readPhrase(`dna rate ${phrase}`, '2026-11-21');
    expect(told(readings)).toEqual([`? ${options.join(' | ')}`]);
  });

  it.each(ASKED)('"%s" offers phrases that ask nothing more', (_phrase, options) => {
    for (const option of options) {
      const readings = readPhrase(option, '2026-11-21');
      expect(readings.map(({ kind, start, end }) => [kind, start, end])).toEqual([['period', 0, option.split(' ').length]]);
    }
  });

  it('takes up the words that its options replace', () => {
    const [reading] = readPhrase('dna rate for q1 2025 by site', '2026-11-21');
    expect([reading?.start, reading?.end]).toEqual([3, 5]);
  });
});
