import { isNhsNumber } from '../../src/catalogue/persons/nhs-number';
import { concernsAPatient, NO_PATIENTS } from '../../src/language/patient-data';
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
    'which patients DNAed', "who didn't attend yesterday", 'hospital number S1234567', 'S1234567', 'RWE1234567', 'NHS number lookup', 'the nhs numbers of everyone past 78 weeks', 'hospital numbers for the patients over 65 weeks',
    'patient called John Smith', 'Mrs Jones DNA', 'when is Mr Smith booked', 'DOB 12/03/1964', 'John Smith 12/03/1964', 'date of birth', 'patient John Smith',
    'patient level data', 'export patients', '12345678',
    'who were the patients that didnt turn up to clinic yesterday', 'who are the patients still waiting in ENT', 'fracture clinic yesterday, need names + phone no.s', 'names and hospital numbers for yesterday',
    'DNA rate 943.476.5919', '943/476/5919', '943_476_5919', '943 . 476 . 5919', '94 34 76 59 19',
    'AB12345', 'M12345', 'SMITH12345', 'DNA rate for patient 12345', 'pt 1234 DNA', 'pat 12345 los', 'income over 9434765919', 'over 943476 5919',
  ])('%s', (text) => {
    const reading = read(text);
    expect(reading).toEqual({ kind: 'refused', reason: 'patient-data', sentence: NO_PATIENTS });
    const said = reading.kind === 'refused' ? reading.sentence : '';
    expect(said).not.toMatch(/\d|Smith|Jones/);
  });

  test.each([
    'John Smith LE1 5WW', 'DNA rate for le1 5ww', 'who lives at LE15WW', 'E14 5AB DNA', 'SW1A 1AA', 'M1 1AE waits', 'ENT EC1A-1BB', 'DNA rate cv37 6qw last month',
    'postcode of John Smith', 'post codes for the people waiting', 'what is the postcode for bed 4',
  ])('a postcode is refused: %s', (text) => {
    expect(read(text)).toEqual({ kind: 'refused', reason: 'patient-data', sentence: NO_PATIENTS });
  });

  test.each([
    'DNA rate by postcode', 'DNA rate by postcode for ENT', 'cancellations on ward E14', 'late starts in Th 12', 'theatre LRI-T04', 'ACPL M1 2nd quarter', 'ACPL W1 5th week', 'DNA rate m12 24/25', 'ACPL T12 3pm',
    'procedure W37.1', 'HRG AA22C', 'ct 6 week waits', 'E14 and E15', 'DNA M3 2yr trend', 'ENT H1 2nd half', 'LE1', 'CV37 DNA rate', 'clinic 120R48',
  ])('half a postcode, a ward, a theatre and a time are none: %s', (text) => {
    expect(concernsAPatient(text)).toBe(false);
  });

  test.each([
    'DNA rate 3-Apr-1961', 'born 3 April 1961', '3rd April 1961', '12-MAY-1948', 'DNA rate 3rd of April 1961', 'April 3rd, 1961', '3Apr1961', '1961-04-03', '03041961', '19610403',
    '3.4.1961', 'dob 3 April 61', 'born 3/4/61', '04.05.48 hip', '3-Apr-61',
  ])('a date of birth is refused: %s', (text) => {
    expect(read(text).kind).toBe('refused');
  });

  test.each([
    'list everyone waiting over 52 weeks', 'give me a list of the 52 week waiters', 'which people are waiting over 78 weeks', 'contact details for 52 week waiters', 'phone numbers for DNA',
    '52 week waiters by name', 'show me everyone who DNAd', 'who is still on the waiting list', 'who cancelled on the day', 'who missed their appointment', 'show patients names by site',
  ])('a list of people is refused: %s', (text) => {
    expect(read(text).kind).toBe('refused');
  });

  test.each([
    'show patient DNA rate', 'get patients DNA rate', 'show me patient cancellations on the day', 'show me patients waiting over 52 weeks by specialty', 'see patients cancelled on the day by site',
    'hospital no shows', 'patient no shows', 'number of hospital no shows', 'which patient age groups miss most appointments', 'which patient groups DNA most', 'what patients think of us',
    'who is on target', 'who is still off target for late starts', 'who cancelled on the day by reason', 'who missed the target for DNA', 'mr scanner utilisation', 'Mr utilisation', 'mr and ct waits', 'Miss Rate',
    'specialties with income over £1000000', 'specialties with income over 2500000', 'income above 2500000', 'income under £ 2500000', 'specialties with income more than 12000000',
    'list specialties with people over 65 weeks', 'give me a list of specialties by DNA rate', 'waiting list for T&O patients', '52/65/78 week waiters', 'babies born before 37 weeks',
    'DNA rate 01/04/2024-30/06/2024', 'DNA rate 01.04.2024 - 30.06.2024', 'DNA rate 20052024', 'DNA rate 2023/24 2024/25', 'ACPL Q12024', 'DNA rate Feb 2019', 'DNA rate for new patient 2024',
  ])('an ordinary question is not refused: %s', (text) => {
    expect(read(text).kind).not.toBe('refused');
  });

  test.each(['show patient DNA rate', 'show me patients waiting over 52 weeks by specialty', 'who cancelled on the day by reason', 'specialties with income over £1000000'])('nor left unanswered: %s', (text) => {
    expect(read(text).kind).toBe('query');
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
