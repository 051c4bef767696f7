import type { Organisation } from '../../src/catalogue/organisation';
import { ask, catalogueOf, csv, ORGANISATION, SampleFolders, source, withSnapshot } from './sample-trust';

let folders: SampleFolders;
beforeEach(() => { folders = new SampleFolders(); });
afterEach(() => folders.close());

const mapped = source({ id: 'outpatients', table: 'outpatient_appointments', files: 'o*.csv', select: 'select * from file' });
const figures = source({ id: 'figures', table: 'published_values', files: 'f*.csv', select: 'select * from file' });
const member = (code: string, from: string | null = null, to: string | null = null) => ({ code, from, to });
const group = (key: string, specialties: readonly ReturnType<typeof member>[], sites: string[] = []): Organisation['cmgs'][number] =>
  ({ key, name: key, synonyms: [], specialties: [...specialties], sites });

/** Trauma & Orthopaedics moved on 1 April 2024; ENT never did. */
const MOVED: Organisation = { ...ORGANISATION, cmgs: [
  group('alliance', [], ['hinckley']), group('mss', [member('110', null, '2024-03-31'), member('120')]), group('surgery', [member('110', '2024-04-01')]),
] };

const rows = csv('appointment_id,appointment_date,attended_or_did_not_attend_code,treatment_function_code,site_code',
  'a,2023-06-01,5,110,R1', 'b,2024-03-31,5,110,R1', 'c,2024-04-01,5,110,R1', 'd,2024-07-01,5,110,R1', 'e,2024-03-31,5,120,R1', 'f,2024-04-01,5,120,R1', 'g,2024-03-31,5,110,H1', 'h,2024-04-01,5,110,H1');

const groups = async (organisation: Organisation): Promise<readonly unknown[]> => {
  folders.put('o.csv', rows);
  const keeper = await folders.open([mapped], { catalogue: catalogueOf([mapped], { organisation }) });
  return (await ask(keeper, 'select cmg from outpatient_appointments order by appointment_id')).map((one) => one['cmg']);
};

describe('a specialty that moves to another group', () => {
  test('keeps its history: the date of the row decides, and the site that a group claims comes first', async () => {
    expect(await groups(MOVED)).toEqual(['mss', 'mss', 'surgery', 'surgery', 'mss', 'mss', 'alliance', 'alliance']);
  });

  test('is in no group while none claims it, and in the first where two do', async () => {
    expect(await groups({ ...ORGANISATION, cmgs: [
      group('first', [member('110', '2024-03-01', '2024-03-31')]), group('second', [member('110', '2024-03-15', '2024-04-30')]), group('third', [member('120', '2024-04-01')]),
    ] })).toEqual([null, 'first', 'second', null, null, 'third', 'first', 'second']);
  });

  test('never makes two rows of one', async () => {
    expect(await groups({ ...MOVED, cmgs: [...MOVED.cmgs, group('again', [member('110'), member('120', '2020-01-01')])] })).toHaveLength(8);
  });

  test('is where it is now for a figure without a date', async () => {
    folders.put('f.csv', csv('metric,period_kind,period_from,period_to,treatment_function_code,value,document,place,published_on',
      'cpwau,month,,,110,1,Paper,Table 3,2024-07-11', 'cpwau,month,2024-03-01,2024-03-31,110,2,Paper,Table 3,2024-07-11'));
    const keeper = await folders.open([figures], { catalogue: catalogueOf([figures], { organisation: MOVED }) });
    expect(keeper.problems()).toEqual([]);
    expect(await ask(keeper, 'select cmg, value from published_values order by value')).toEqual([{ cmg: 'surgery', value: 1 }, { cmg: 'mss', value: 2 }]);
  });

  test('makes another snapshot of the same files when the day of the move changes', async () => {
    folders.put('o.csv', rows);
    const idUnder = async (organisation: Organisation): Promise<string> =>
      withSnapshot(await folders.open([mapped], { catalogue: catalogueOf([mapped], { organisation }) }), (snapshot) => snapshot.id);
    const other: Organisation = { ...MOVED, cmgs: MOVED.cmgs.map((one) => (one.key === 'surgery' ? group('surgery', [member('110', '2024-05-01')]) : one)) };
    expect(await idUnder(other)).not.toBe(await idUnder(MOVED));
  });
});
