import fc from 'fast-check';
import '../seed';
import { addDays, daysBetween, type Day } from '../../src/calendar/day';
import { ask, csv, SampleFolders, source } from './sample-trust';

const SPELLS = source({ id: 'spells', table: 'inpatient_spells', files: 'spells.csv', select: 'select * from file' });

interface Spell {
  readonly person: string | null;
  readonly from: Day;
  readonly to: Day;
  readonly method: string;
  readonly ended: string;
}

const spell: fc.Arbitrary<Spell> = fc.record({
  person: fc.constantFrom('p1', 'p2', 'p3', 'p4', null), start: fc.nat(120), nights: fc.nat(12),
  method: fc.constantFrom('11', '12', '21', '25', '28', '2A', '2D', '31', '81'), ended: fc.constantFrom('1', '1', '1', '2', '4'),
}).map(({ person, start, nights, method, ended }) => ({ person, from: addDays('2024-01-01', start), to: addDays('2024-01-01', start + nights), method, ended }));

/** The definition, read out spell by spell. */
function cameBack(one: Spell, all: readonly Spell[]): boolean | null {
  const lastAdmission = all.reduce<Day>((last, { from }) => (from > last ? from : last), '2000-01-01');
  if (one.person === null || one.ended === '4' || addDays(one.to, 30) > lastAdmission) {
    return null;
  }
  return all.some((other) => {
    const days = daysBetween(one.to, other.from);
    return other !== one && other.person === one.person && other.method.startsWith('2') && days >= 0 && days <= 30;
  });
}

test('whoever came back within thirty days is found, and nobody else, however the stays of a person lie', async () => {
  await fc.assert(fc.asyncProperty(fc.array(spell, { minLength: 40, maxLength: 60 }), async (spells) => {
    const folders = new SampleFolders();
    try {
      folders.put('spells.csv', csv('spell_id,person_key,admission_date,discharge_date,admission_method_code,patient_classification_code,discharge_method_code',
        ...spells.map((one, index) => `s${index},${one.person ?? ''},${one.from},${one.to},${one.method},1,${one.ended}`)));
      const keeper = await folders.open([SPELLS]);
      const found = await ask(keeper, 'select spell_id, readmitted_within_30_days as back, person_key from inpatient_spells');
      const back = new Map(found.map((row) => [row['spell_id'], row['back']]));
      expect(spells.map((_, index) => back.get(`s${index}`))).toEqual(spells.map((one) => cameBack(one, spells)));
      expect(found).toHaveLength(spells.length);
      expect(new Set(found.map((row) => row['person_key']))).toEqual(new Set([null]));
    } finally {
      await folders.close();
    }
  }), { numRuns: 6 });
});
