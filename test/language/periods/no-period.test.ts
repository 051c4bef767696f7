import { readPhrase, told } from './reading';

const NO_PERIOD: readonly string[] = [
  'may i see the dna rate', 'we may need acpl', 'who may have breached', 'this may be wrong', 'dr may', 'march ward late starts',
  'dna rate now', 'mon clinics', 'sat lists', 'fri lists', 'where we sat', 'on the 5th quintile', 'on the 1st appointment', 'weekend', 'by weekend', 'every fri', 'second opinion', 'first or procedure rate', 'discharged at first', 'day case rate',
  '28 day breaches', 'rtt 18 week rate', '52 week waits', '104 week waits', 'cancellations on the day', 'pre-operative bed days',
  'dna rate by month', 'monthly dna rate', 'month on month', 'month-on-month', 'weekly', 'every monday', 'post it every month',
  'over 2000 patients', 'top 10 specialties', 'worst 5', 'over 8%', '1.57', '2-3 weeks', 'q5', 'm13', 'h3', 'ct 24 hours', 'month', 'year',
  'quarter', 'week 12', 'lri', 'new to follow up ratio', 'mid-may', 'a level', 'hrg aa22c', 'nhs 9434765919', '', '-', '( )',
];

describe('words that are no period', () => {
  it.each(NO_PERIOD)('"%s"', (phrase) => {
    expect(readPhrase(phrase, '2026-11-21')).toEqual([]);
  });

  it.each([
    ['top 5 may', '2026-05-01 2026-05-31 month'],
    ['theatre 5 may 24', '2024-05-01 2024-05-31 month'],
    ['worst 3 specialties in may', '2026-05-01 2026-05-31 month'],
    ['dna rate for first appointments in may', '2026-05-01 2026-05-31 month'],
    ['28 day breaches last month', '2026-10-01 2026-10-31 month'],
    ['patients waiting over 52 weeks in 24/25', '2024-04-01 2025-03-31 year'],
    ['may i see dna for may', '2026-05-01 2026-05-31 month'],
  ])('"%s" has one beside them', (phrase, expected) => {
    expect(told(readPhrase(phrase, '2026-11-21'))).toEqual([expected]);
  });
});
