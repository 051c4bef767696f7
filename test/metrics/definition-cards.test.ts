import { defineMetric } from '../../src/answers/definition';
import { loadCatalogue } from '../../src/catalogue/load';

const { catalogue } = loadCatalogue({ trustFolder: 'deployment/trust' });

function card(id: string) {
  const metric = catalogue.metrics.get(id);
  if (metric === undefined) {
    throw new Error(`no metric ${id}`);
  }
  return defineMetric(catalogue, metric, '2024-06-12');
}

const choice = (id: string, title: string) => card(id).choices.find((one) => one.title === title)?.words;

describe('a definition shows the formula that is worked', () => {
  test.each([
    ['dna-rate', 'missed appointments', '÷', 'appointments attended or missed'],
    ['income-against-plan', 'pounds of income', '−', 'pounds of income planned'],
    ['net-surplus', 'pounds of income', '−', 'pounds of cost'],
    ['cpwau-opportunity', 'pounds of cost in base-year prices', '−', 'weighted activity units × what one of them came to in 2019/20'],
    ['complaints', 'formal complaints received', null, null],
  ])('%s', (id, numerator, sign, denominator) => {
    expect(card(id)).toMatchObject({ numerator, sign, denominator });
  });

  test('with the share that is taken off a contribution', () => {
    expect(card('productivity-contribution').kind).toContain('the variable cost rate of 20% is taken off');
    expect(card('income-against-plan').kind).not.toContain('taken off');
  });

  test.each([
    'rtt-eighteen-week-rate', 'rtt-52-week-waits', 'waiters-validated', 'diagnostic-six-week-rate', 'diagnostic-thirteen-week-waits', 'overdue-follow-ups', 'psfu-patients',
  ])('%s is of one census day, and not called added up', (id) => {
    expect(card(id).kind).toContain('on the last census day of the period');
    expect(card(id).kind).not.toMatch(/both are added up|count, added up/);
  });
});

test.each([
  ['dna-rate', 'percentage, shown to 1 decimal place'], ['acpl', 'cases a list, shown to 2 decimal places'], ['length-of-stay', 'nights, shown to 1 decimal place'],
  ['cpwau', 'pounds, shown to the whole number'], ['rtt-52-week-waits', 'patients, shown to the whole number'],
])('the definition of %s names its unit', (id, words) => {
  expect(choice(id, 'Unit')).toBe(words);
});

describe('definitions say what is easily taken otherwise', () => {
  test.each([
    ['rtt-eighteen-week-rate', 'total less those over 18 weeks'],
    ['dna-rate-all-appointments', 'private patients too'],
    ['readmission-rate', 'the 30th day after discharge counts'],
    ['pre-operative-bed-days', 'as the national definition has it'],
    ['capped-theatre-utilisation', 'does not say which lists it counts'],
    ['last-minute-cancellations', 'within 24 hours is a postponement'],
    ['hvlc-cases-per-list', 'speaks of 17'],
    ['hvlc-length-of-stay', 'in line with GIRFT best practice targets'],
    ['activity-against-plan', 'approved business case'],
    ['income-against-plan', 'approved business case'],
    ['productivity-cip', 'increase of 10% in Trust income'],
    ['productivity-cip', 'Productivity Income procedure'],
    ['elective-admission-rate', 'other than for cancer'],
  ])('%s: %s', (id, warning) => {
    expect(card(id).caveats.join(' ')).toContain(warning);
  });
});

test('no source of a definition is a document that nobody has named', () => {
  expect([...catalogue.metrics.values()].filter(({ source }) => /dashboard definition/.test(source)).map(({ id }) => id)).toEqual([]);
});

test('last year’s own PIFU target is held against last year alone', () => {
  const stated = catalogue.targets.filter(({ metric, value }) => metric === 'pifu-rate' && value === 0.035);
  expect(stated.map(({ from, to }) => [from, to])).toEqual([['2023-04-01', '2024-03-31']]);
});
