import type { Row } from '../../src/engine/snapshot';
import { ask, csv, SampleFolders, source } from './sample-trust';

let folders: SampleFolders;
beforeEach(() => { folders = new SampleFolders(); });
afterEach(() => folders.close());

const given = (table: string, files = `${table}*.csv`) => source({ id: files.replaceAll(/[^a-z]+/g, '-').replaceAll(/^-|-csv$|-$/g, ''), table, files, select: 'select * from file' });

/** Each row's key → what was worked out for it, all expected values worked by hand. */
async function worked(sources: readonly ReturnType<typeof given>[], table: string, key: string, columns: readonly string[]): Promise<Record<string, Row>> {
  const keeper = await folders.open(sources);
  expect(keeper.problems()).toEqual([]);
  const rows = await ask(keeper, `select coalesce(${key}, 'counted') as key, ${columns.join(', ')} from ${table}`);
  return Object.fromEntries(rows.map(({ key: name, ...rest }) => [String(name), rest]));
}

describe('a hospital spell', () => {
  const header = 'spell_id,person_key,admission_date,discharge_date,admission_method_code,patient_classification_code,discharge_method_code,procedure_date,weight,counted_by,nights,readmitted_within_30_days';
  const spell = (id: string, person: string, from: string, to: string, method: string, ended = '1', procedure = ''): string =>
    `${id},${person},2024-${from},2024-${to},${method},1,${ended},${procedure === '' ? '' : `2024-${procedure}`},,,,`;
  const stay = (nights: number | null, before: number | null, back: boolean | null): Row =>
    ({ nights, pre_operative_nights: before, readmitted_within_30_days: back, person_key: null });

  test('has its nights, the nights before its first procedure, and whether the patient came back as an emergency', async () => {
    folders.put('inpatient_spells.csv', csv(header,
      spell('back on the 30th day', 'p1', '04-01', '04-03', '11', '1', '04-02'), spell('that emergency', 'p1', '05-03', '05-03', '21'),
      spell('back on the 31st day', 'p2', '04-01', '04-03', '11'), spell('operated on before admission', 'p2', '05-04', '05-10', '2A', '1', '05-01'),
      spell('came back as planned', 'p2', '05-20', '05-21', '11'),
      spell('died', 'p3', '04-10', '04-12', '22', '4'), spell('nobody to link', '', '04-10', '04-12', '22'),
      spell('back on the day of discharge', 'p4', '04-20', '04-22', '28'), spell('that return', 'p4', '04-22', '04-30', '21'),
      spell('thirty days held after it', 'p5', '05-30', '06-01', '11'), spell('twenty-nine days held after it', 'p6', '05-30', '06-02', '11'),
      spell('back already but not held long enough', 'p7', '06-10', '06-12', '11'), spell('too late to know', 'p7', '06-20', '06-21', '21'),
      spell('the last admission', 'p8', '07-01', '07-01', '21'),
      'said by the source,p9,2024-04-01,2024-04-03,11,1,1,,,,7,true',
      ',,,2023-01-31,21,1,1,,40,month,3.5,false'));
    expect(await worked([given('inpatient_spells')], 'inpatient_spells', 'spell_id', ['nights', 'pre_operative_nights', 'readmitted_within_30_days', 'person_key'])).toEqual({
      'back on the 30th day': stay(2, 1, true),
      'that emergency': stay(0, null, false),
      'back on the 31st day': stay(2, null, false),
      'operated on before admission': stay(6, 0, false),
      'came back as planned': stay(1, null, false),
      'died': stay(2, null, null),
      'nobody to link': stay(2, null, null),
      'back on the day of discharge': stay(2, null, true),
      'that return': stay(8, null, false),
      'thirty days held after it': stay(2, null, false),
      'twenty-nine days held after it': stay(3, null, null),
      'back already but not held long enough': stay(2, null, null),
      'too late to know': stay(1, null, null),
      'the last admission': stay(0, null, null),
      'said by the source': stay(7, null, true),
      'counted': stay(3.5, null, false),
    });
  });
});

describe('an endoscopy list', () => {
  const lists = 'list_id,list_date,list_type,list_status,planned_start,planned_end,planned_points,planned_minutes,treatment_function_code,site_code';
  const list = (id: string, start: string, end: string, status = 'run', minutes = ''): string =>
    `${id},2024-07-01,service,${status},${start === '' ? '' : `2024-07-01 ${start}`},${end === '' ? '' : `2024-07-01 ${end}`},12,${minutes},120,R1`;
  const cases = 'case_id,list_id,case_date,points,case_status,started_at,ended_at,list_type';
  const on = (id: string, listId: string, points: number, start = '', end = '', status = 'completed'): string =>
    `${id},${listId},2024-07-01,${points},${status},${start === '' ? '' : `2024-07-01 ${start}`},${end === '' ? '' : `2024-07-01 ${end}`},`;
  const put = (): void => {
    folders.put('endoscopy_lists.csv', csv(lists, list('ordinary', '09:00', '13:00'), list('no end', '09:00', '13:00'), list('fallow', '09:00', '13:00', 'fallow'),
      list('nobody came', '09:00', '13:00'), list('overlapping', '09:00', '10:00'), list('no plan', '', ''), list('length given', '09:00', '13:00', 'run', '200')));
    folders.put('endoscopy_cases.csv', csv(cases,
      on('1', 'ordinary', 1, '09:10', '09:40'), on('2', 'ordinary', 2, '12:40', '13:30'), on('3', 'ordinary', 1, '', '', 'missed'), on('4', 'ordinary', 2, '', '', 'cancelled'),
      on('5', 'no end', 1, '09:10'), on('6', 'overlapping', 1, '09:00', '10:00'), on('7', 'overlapping', 2, '09:10', '10:00'),
      on('8', 'no plan', 1, '09:00', '09:30'), `${on('9', 'length given', 1, '08:50', '09:30')}training`));
  };

  test('has its length, the points booked on it and the room minutes inside its planned time', async () => {
    put();
    const minutes = (planned: number | null, points: number | null, room: number | null): Row => ({ planned_minutes: planned, booked_points: points, room_minutes_in_session: room });
    expect(await worked([given('endoscopy_lists'), given('endoscopy_cases')], 'endoscopy_lists', 'list_id', ['planned_minutes', 'booked_points', 'room_minutes_in_session'])).toEqual({
      'ordinary': minutes(240, 6, 50), 'no end': minutes(240, 1, null), 'fallow': minutes(240, null, null), 'nobody came': minutes(240, 0, 0),
      'overlapping': minutes(60, 3, 60), 'no plan': minutes(null, 1, null), 'length given': minutes(200, 1, 30),
    });
  });

  test('says what its cases do not say themselves', async () => {
    put();
    const cells = await worked([given('endoscopy_lists'), given('endoscopy_cases')], 'endoscopy_cases', 'case_id', ['list_type', 'list_status', 'treatment_function_code', 'cmg']);
    expect(cells['1']).toEqual({ list_type: 'service', list_status: 'run', treatment_function_code: '120', cmg: 'mss' });
    expect(cells['9']).toMatchObject({ list_type: 'training', list_status: 'run' });
  });
});

describe('a diagnostic test', () => {
  test('has its minutes on the machine and whole days to its report', async () => {
    const test = (id: string, start: string, end: string, reported: string): string => `${id},2024-07-01,computed-tomography,5,${start},${end},${reported},`;
    folders.put('diagnostic_tests.csv', csv('test_id,test_date,test_code,attended_or_did_not_attend_code,started_at,ended_at,reported_at,weight',
      test('reported after midnight', '2024-07-01 09:00', '2024-07-01 09:25:30', '2024-07-03 00:10'), test('same day', '', '', '2024-07-01 23:59'), test('no report', '2024-07-01 09:00', '', '')));
    expect(await worked([given('diagnostic_tests')], 'diagnostic_tests', 'test_id', ['busy_minutes', 'days_to_report'])).toEqual({
      'reported after midnight': { busy_minutes: 25.5, days_to_report: 2 }, 'same day': { busy_minutes: null, days_to_report: 0 }, 'no report': { busy_minutes: null, days_to_report: null },
    });
  });
});

describe('a waiting list', () => {
  test('counts days from the clock start to the census, and keeps the days that a count gives', async () => {
    folders.put('diagnostic_waits.csv', csv('wait_id,census_date,test_code,wait_type,clock_start_date,days_waiting,weight',
      'a,2024-06-30,colonoscopy,waiting-list,2024-06-01,,', 'b,2024-06-30,colonoscopy,waiting-list,,,', ',2024-05-31,colonoscopy,waiting-list,,45,12'));
    expect(await worked([given('diagnostic_waits')], 'diagnostic_waits', 'wait_id', ['days_waiting', 'weight', 'census_date'])).toEqual({
      a: { days_waiting: 29, weight: 1, census_date: '2024-06-30' }, b: { days_waiting: null, weight: 1, census_date: '2024-06-30' },
      counted: { days_waiting: 45, weight: 12, census_date: '2024-05-31' },
    });
  });

  // The census is of 30 June 2024; 84 days before it is 7 April, and 28 days after it 28 July.
  const header = 'pathway_census_id,census_date,admitted_pathway,clock_start_date,last_validation_date,last_attendance_or_decision_date,next_appointment_date,weight,days_waiting,validation_due,validated_within_12_weeks';
  const waits = (id: string, start: string, { admitted = 'false', validated = '', seen = '', next = '' } = {}): string => `${id},2024-06-30,${admitted},${start},${validated},${seen},${next},,,,`;
  const due = (days: number | null, validationDue: boolean | null, validated: boolean | null): Row => ({ days_waiting: days, validation_due: validationDue, validated_within_12_weeks: validated });

  test('has a pathway due for validation over twelve weeks, unless the patient was seen lately or comes soon', async () => {
    folders.put('rtt_pathways.csv', csv(header,
      waits('85 days', '2024-04-06'), waits('84 days', '2024-04-07'), waits('admitted', '2024-01-01', { admitted: 'true' }),
      waits('seen 84 days ago', '2024-01-01', { seen: '2024-04-07' }), waits('seen 85 days ago', '2024-01-01', { seen: '2024-04-06' }),
      waits('comes in 28 days', '2024-01-01', { next: '2024-07-28' }), waits('comes in 29 days', '2024-01-01', { next: '2024-07-29' }),
      waits('an appointment gone by', '2024-01-01', { next: '2024-06-29' }), waits('no clock start', ''), waits('nobody says whether admitted', '2024-01-01', { admitted: '' }),
      waits('validated 84 days ago', '2024-01-01', { validated: '2024-04-07' }), waits('validated 85 days ago', '2024-01-01', { validated: '2024-04-06' }),
      ',2024-05-31,false,,,,,50,200,true,false', ',2024-04-30,false,2024-01-01,,,,50,,,'));
    const columns = ['days_waiting', 'validation_due', 'validated_within_12_weeks'];
    const { counted, ...records } = await worked([given('rtt_pathways')], 'rtt_pathways', 'pathway_census_id', columns);
    expect(records).toEqual({
      '85 days': due(85, true, false), '84 days': due(84, false, false), 'admitted': due(181, false, false),
      'seen 84 days ago': due(181, false, false), 'seen 85 days ago': due(181, true, false),
      'comes in 28 days': due(181, false, false), 'comes in 29 days': due(181, true, false), 'an appointment gone by': due(181, true, false),
      'no clock start': due(null, null, false), 'nobody says whether admitted': due(181, null, false),
      'validated 84 days ago': due(181, true, true), 'validated 85 days ago': due(181, true, false),
    });
    // What a count does not say is not known, and what it says is kept: 1 January to 30 April is 120 days.
    expect(counted).toBeDefined();
    const keeper = await folders.open([given('rtt_pathways')]);
    expect(await ask(keeper, `select ${columns.join(', ')} from rtt_pathways where weight = 50 order by census_date`)).toEqual([due(120, null, null), due(200, true, false)]);
  });

  test('does not know what is due where its extract does not say who was seen', async () => {
    folders.put('rtt_pathways.csv', csv('pathway_census_id,census_date,admitted_pathway,clock_start_date', 'long,2024-06-30,false,2024-01-01', 'short,2024-06-30,false,2024-06-01', 'admitted,2024-06-30,true,2024-01-01'));
    expect(await worked([given('rtt_pathways')], 'rtt_pathways', 'pathway_census_id', ['validation_due', 'validated_within_12_weeks'])).toEqual({
      long: { validation_due: null, validated_within_12_weeks: null }, short: { validation_due: false, validated_within_12_weeks: null }, admitted: { validation_due: false, validated_within_12_weeks: null },
    });
  });

  test('of follow-ups has the days each is overdue, below nothing where it is still to come', async () => {
    folders.put('follow_up_register.csv', csv('register_id,census_date,follow_up_type,due_date', 'late,2024-06-30,booked,2024-06-20', 'early,2024-06-30,pifu,2024-07-05', 'open,2024-06-30,psfu,'));
    expect(await worked([given('follow_up_register')], 'follow_up_register', 'register_id', ['days_overdue'])).toEqual({ late: { days_overdue: 10 }, early: { days_overdue: -5 }, open: { days_overdue: null } });
  });
});
