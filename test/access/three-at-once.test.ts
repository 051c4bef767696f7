import { createSmallNumbers } from '../../src/access/small-numbers/small-numbers';
import { querySchema } from '../../src/engine/query';
import { runQuery } from '../../src/engine/run';
import type { MetricResult } from '../../src/engine/result';
import type { Snapshot } from '../../src/engine/snapshot';
import { CATALOGUE, holdAtoms, type Atom } from './small-extract';

const MONTH = { from: '2024-05-01', to: '2024-05-31', grain: 'month', label: 'May 2024' };

/** Hundreds everywhere, so that no number of one dimension or two, nor of all three, is small. */
const atomsBy = (cmgsOf: (specialty: string, site: string) => readonly string[]): readonly Atom[] => ['2024-04-01', '2024-05-01', '2024-06-01', '2024-07-01'].flatMap((month) =>
  ['100', '110'].flatMap((specialty) => ['gh', 'lri'].flatMap((site) => cmgsOf(specialty, site).flatMap((cmg): Atom[] => [
    { month, specialty, cmg, site, kind: 'missed', people: 150 }, { month, specialty, cmg, site, kind: 'first', people: 700 },
  ]))));

async function asked(snapshot: Snapshot, more: object): Promise<MetricResult | undefined> {
  const query = querySchema.parse({ intent: 'value', metrics: ['dna-rate'], period: MONTH, ...more });
  const { metrics: [metric] } = await runQuery(query, { catalogue: CATALOGUE, snapshot, today: '2024-08-02', signal: new AbortController().signal, withhold: createSmallNumbers().withhold });
  return metric;
}

test('people are shown by two dimensions at once and by no third, neither what there is of them nor that there is nobody', async () => {
  // The alliance is at Glenfield alone, so that nobody of it is at the LRI.
  const held = await holdAtoms(atomsBy((_specialty, site) => (site === 'gh' ? ['mss', 'alliance'] : ['mss'])));
  const everywhere = await holdAtoms(atomsBy((_specialty, site) => (site === 'gh' ? ['mss', 'alliance'] : ['mss', 'esm'])));
  try {
    expect(await asked(held, { filters: { specialty: ['100'], cmg: ['alliance'] } })).toMatchObject({ figure: { hidden: false, numerator: 150 } });
    expect(await asked(everywhere, { filters: { specialty: ['100'], site: ['gh'] } })).toMatchObject({ figure: { hidden: false, numerator: 300 } });
    expect(await asked(everywhere, { filters: { specialty: ['100'], site: ['gh'], cmg: ['mss'] } })).toMatchObject({ figure: { hidden: true, numerator: null } });
    expect(await asked(everywhere, { filters: { specialty: ['100'], site: ['lri'], cmg: ['alliance'] } })).toMatchObject({ figure: { hidden: true, numerator: null } });
    const split = await asked(everywhere, { intent: 'breakdown', by: 'specialty', filters: { cmg: ['mss'] }, excluding: { site: ['lri'] } });
    // Which parts there are would tell of whom there is nobody.
    expect(split?.groups.map(({ keys, figure }) => ({ keys, hidden: figure.hidden }))).toEqual([{ keys: ['*'], hidden: true }]);
  } finally {
    held.close();
    everywhere.close();
  }
});

test('a third dimension that two of them tell is no third: a specialty at a site with the CMG that it is of there', async () => {
  const held = await holdAtoms(atomsBy((specialty, site) => (specialty === '100' && site === 'gh' ? ['alliance'] : ['mss'])));
  try {
    expect(await asked(held, { filters: { specialty: ['100'], site: ['gh'], cmg: ['alliance'] } })).toMatchObject({ figure: { hidden: false, numerator: 150 } });
    const split = await asked(held, { intent: 'breakdown', by: 'specialty', filters: { cmg: ['mss'], site: ['lri'] } });
    expect(split?.groups.map(({ figure }) => figure.numerator)).toEqual([150, 150]);
  } finally {
    held.close();
  }
});
