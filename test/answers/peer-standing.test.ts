import { peerStanding } from '../../src/answers/peer-standing';
import { loadCatalogue } from '../../src/catalogue/load';
import type { Metric } from '../../src/catalogue/metric';
import type { PeerFigure, Peers } from '../../src/engine/result';

const { catalogue } = loadCatalogue({ trustFolder: 'deployment/trust' });
const metric = (id: string): Metric => {
  const found = catalogue.metrics.get(id);
  if (found === undefined) {
    throw new Error(`no metric ${id}`);
  }
  return found;
};

/** Trusts with so many admissions each over so many people, the first one asking. */
function peersOf(admissions: readonly number[], people: number, per = 1): Peers {
  const providers = admissions.map((numerator, at): PeerFigure => ({
    provider: `P${at}`, name: `Trust ${at}`, own: at === 0, figure: { numerator, denominator: people, value: (numerator / people) * per, hidden: false },
  }));
  return {
    group: 'East of England', from: '2024-01-01', to: '2024-03-31', providers, national: null, median: null, document: 'Benchmarks', publishedOn: '2024-05-20', differenceInDefinition: null, before: [],
  };
}

describe('a rate per population among peers', () => {
  test('has the exact limits of a count where trusts vary no more than by chance: 100 admissions have 81.36 to 121.63', () => {
    // 500 over 20 thousand people for a year: 25 per thousand, so 100 are expected of each trust.
    const told = peerStanding(peersOf([110, 92, 104, 95, 99], 4), metric('emergency-admission-rate'));
    expect(told).toMatchObject({ position: 'within', centre: 25 });
    expect(told.lower95).toBeCloseTo(81.364 / 4, 3);
    expect(told.upper95).toBeCloseTo(121.627 / 4, 3);
    expect(told.words).toBe('Not to be told apart from other trusts (East of England): 27.5 in January to March 2024; 20.3 to 30.4 is what chance and their usual spread allow');
    // Fewer admissions are better: 110 are the most of five, and the next are well within its error.
    expect(told.rankWords).toMatch(/^5th of 5, best first, but chance alone could put it anywhere from \d\w\w to 5th$/);
  });

  test('stands where it stands whether a source counts its people singly or in thousands', () => {
    const admissions = [9_900, 9_000, 8_700, 9_300, 8_400, 9_600];
    const inThousands = peerStanding(peersOf(admissions, 250), metric('emergency-admission-rate'));
    const singly = peerStanding(peersOf(admissions, 250_000, 1_000), metric('emergency-admission-rate'));
    expect(singly.position).toBe(inThousands.position);
    expect(singly.rank).toEqual(inThousands.rank);
    expect(singly.upper998).toBeCloseTo(inThousands.upper998 ?? Number.NaN, 9);
  });

  test('is ranked as closely as thousands of admissions let it be', () => {
    // 8,930 are expected of each, so the error is 1 ÷ (2 √8,930) = 0.0053: the nearest on either side, √(8,500 ÷ 8,930) = 0.9756
    // and √(9,400 ÷ 8,930) = 1.0260, lie more than 2 × 1.96 errors = 0.0207 from the own √(9,000 ÷ 8,930) = 1.0039.
    expect(peerStanding(peersOf([9_000, 9_750, 8_500, 8_000, 9_400], 250), metric('emergency-admission-rate')).rank).toEqual({ value: 3, from: 3, to: 3, of: 5 });
  });

  test('a ratio of two counts varies with both of them', () => {
    // 100 over 100: each alone has an error of a tenth of it, both together √2 as much.
    const told = peerStanding(peersOf([100, 100, 100, 100, 100], 100), metric('new-to-follow-up-ratio'));
    const error = Math.sqrt(2 * (100 / 100.5 ** 2));
    expect(told.upper95).toBeCloseTo(Math.exp(1.959964 * error), 6);
  });
});
