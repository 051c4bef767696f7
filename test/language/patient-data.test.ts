import { concernsAPatient, isNhsNumber, NO_PATIENTS } from '../../src/language/patient-data';
import { CATALOGUE, read } from './trust-language';

describe('an NHS number', () => {
  // 943 476 5919 is the example of the NHS Data Dictionary: 9×10+4×9+3×8+4×7+7×6+6×5+5×4+9×3+1×2 = 299; 11 − 299 mod 11 = 9.
  test.each([['9434765919', true], ['9434765918', false], ['943476591', false], ['94347659190', false], ['0000000000', true]])('%s: %s', (digits, valid) => {
    expect(isNhsNumber(digits)).toBe(valid);
  });
});

describe('anything about a person is refused and nothing of it repeated', () => {
  test.each([
    '9434765919', '943 476 5919', '943-476-5919', 'DNA history for 943 476 5919', '9434765919 ENT', 'ENT 943 476 5918',
    'list the patients', 'show me the patients who missed ENT', 'names of patients on the list', 'patient list for ENT', 'give me all patients',
    'which patients DNAed', "who didn't attend yesterday", 'hospital number S1234567', 'S1234567', 'RWE1234567', 'NHS number lookup',
    'patient called John Smith', 'Mrs Jones DNA', 'when is Mr Smith booked', 'DOB 12/03/1964', 'John Smith 12/03/1964', 'date of birth', 'patient John Smith',
    'patient level data', 'export patients', '12345678',
  ])('%s', (text) => {
    const reading = read(text);
    expect(reading).toEqual({ kind: 'refused', reason: 'patient-data', sentence: NO_PATIENTS });
    const said = reading.kind === 'refused' ? reading.sentence : '';
    expect(said).not.toMatch(/\d|Smith|Jones/);
  });

  test.each([
    'patient initiated follow up', 'show patient initiated follow up by site', 'show DNA rate for patients under 18', 'number of patients who did not attend ENT',
    'DNA rate 01/04/2024 to 30/06/2024', 'DNA rate 2024-04-01', 'DNA rate 2024-04-01 to 2024-06-30', 'ACPL 20240501', 'FY2024/25 ACPL', 'patients discharged at first appointment',
    'list late starts by site', 'MR scanning',
  ])('%s is no request for a person', (text) => {
    expect(concernsAPatient(text)).toBe(false);
  });

  test('no name in the catalogue is taken for a person', () => {
    const names = [
      ...[...CATALOGUE.metrics.values()].flatMap(({ name, synonyms }) => [name, ...synonyms]),
      ...CATALOGUE.organisation.specialties.flatMap(({ name, synonyms }) => [name, ...synonyms]),
      ...[...CATALOGUE.dimensions.values()].flatMap(({ name, synonyms, values }) => [name, ...synonyms, ...values.flatMap((value) => [value.name, ...value.synonyms])]),
    ];
    expect(names.filter(concernsAPatient)).toEqual([]);
  });
});
