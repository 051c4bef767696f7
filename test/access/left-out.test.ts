import { createSmallNumbers } from '../../src/access/small-numbers/small-numbers';
import type { Catalogue } from '../../src/catalogue/catalogue';
import { ask, holding, resultOf } from '../engine/asking';
import { SMALL_CATALOGUE } from '../engine/small-catalogue';

const hold = holding();
const declared = SMALL_CATALOGUE.metrics.get('dna-rate');
if (declared === undefined) throw new Error('no DNA rate');
const IMAGING = { when: [{ any: [[{ field: 'treatment_function_code', is: ['812'] }]] }], because: 'Diagnostic imaging' };
const catalogue: Catalogue = { ...SMALL_CATALOGUE, metrics: new Map([...SMALL_CATALOGUE.metrics, ['dna-rate', { ...declared, exclude: [...declared.exclude, IMAGING] }]]) };
const appointment = (more: object) => ({ appointment_date: '2024-05-01', attended_or_did_not_attend_code: '5', first_attendance_code: '1', administrative_category_code: '01', treatment_function_code: '120', ...more });

test('how many people of one specialty a definition leaves out is told to nobody from whom small numbers are hidden; how many private patients the trust has is told', async () => {
  const snapshot = await hold({ outpatient_appointments: [
    ...Array.from({ length: 40 }, () => appointment({})), appointment({ treatment_function_code: '812' }), ...Array.from({ length: 9 }, () => appointment({ administrative_category_code: '02' })),
  ] }, { outpatient_appointments: {} });
  const [hidden, open] = [await resultOf(snapshot, ask('dna-rate'), { catalogue, withhold: createSmallNumbers().withhold }), await resultOf(snapshot, ask('dna-rate'), { catalogue })];
  expect([hidden.figure.denominator, open.figure.denominator]).toEqual([40, 40]);
  expect(hidden.excluded).toEqual([{ rows: 9, because: 'private patients' }]);
  expect(open.excluded).toEqual([{ rows: 9, because: 'private patients' }, { rows: 1, because: 'Diagnostic imaging' }]);
});
