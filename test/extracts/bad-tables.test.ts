import { faultSentence } from '../../src/extracts/fault';
import { inspectExtracts } from '../../src/extracts/inspect-extracts';
import { csv, SampleFolders, source } from './sample-trust';

let folders: SampleFolders;
beforeEach(() => { folders = new SampleFolders(); });
afterEach(() => folders.close());

/** Extracts that carry the canonical names; the file "spells-2.csv" feeds the table that the case names. */
interface BadTable {
  readonly called: string;
  readonly table: string;
  readonly files: Readonly<Record<string, string>>;
  readonly told: readonly string[];
}

const CORRECT = 'Correct the row and export again.';
const TWICE = 'Take one of the two out, or add them up where both are meant.';

const SPELLS = 'spell_id,admission_date,discharge_date,admission_method_code,patient_classification_code,procedure_date';
const TESTS = 'test_id,test_date,test_code,attended_or_did_not_attend_code,started_at,ended_at,reported_at';
const PATHWAYS = 'pathway_census_id,census_date,clock_start_date,counted_by,weight';
const FOLLOW_UPS = 'register_id,census_date,follow_up_type,weight,days_overdue';
const PLAN = 'plan_line_id,plan_from,plan_to,treatment_function_code,pod_code,plan_basis,planned_activity,planned_income';
const PRINTED = 'figure_id,metric,period_kind,period_from,period_to,part,value,document,place,published_on';
const PEERS = 'benchmark_id,metric,period_from,period_to,provider_code,provider_name,peer_group,value,document,published_on';
const LISTS = 'list_id,list_date,list_type,list_status,planned_start,planned_end,planned_points';

const bad = (called: string, table: string, content: string, ...told: readonly string[]): BadTable => ({ called, table, files: { 'a.csv': content }, told });

const BAD: readonly BadTable[] = [
  bad('a spell that ends before it begins', 'inpatient_spells', csv(SPELLS, 's1,2024-05-02,2024-05-03,11,1,', 's2,2024-05-03,2024-05-02,11,1,'),
    `a.csv, row 3, column discharge_date: the discharge is before the admission. ${CORRECT}`),
  bad('a procedure after the discharge', 'inpatient_spells', csv(SPELLS, 's1,2024-05-02,2024-05-03,11,1,2024-05-04'),
    `a.csv, row 2, column procedure_date: the procedure is after the discharge. ${CORRECT}`),
  bad('an unknown admission method and an empty classification', 'inpatient_spells', csv(SPELLS, 's1,2024-05-02,2024-05-03,2E,,'),
    'a.csv, row 2, column admission_method_code: is not one of 11, 12, 13, 21, 22, 23, 24, 25, 28, 2A, 2B, 2C, 2D, 31, 32, 81, 82, 83. Correct the row, or turn the code into one of these in the mapping.',
    `a.csv, row 2, column patient_classification_code: is empty. ${CORRECT}`),
  bad('a test that ends before it starts', 'diagnostic_tests', csv(TESTS, 't1,2024-05-02,dexa-scan,5,2024-05-02 10:00,2024-05-02 09:00,'),
    `a.csv, row 2, column ended_at: the test ends before it starts. ${CORRECT}`),
  bad('a report from before its test', 'diagnostic_tests', csv(TESTS, 't1,2024-05-02,dexa-scan,5,,,2024-05-01 23:00'),
    `a.csv, row 2, column reported_at: the report is before the test. ${CORRECT}`),
  bad('a clock that starts after the census', 'rtt_pathways', csv(PATHWAYS, 'p1,2024-05-31,2024-06-01,,'),
    `a.csv, row 2, column clock_start_date: the clock starts after the census. ${CORRECT}`),
  bad('a census counted by the month, in which two of its days would be taken as one', 'rtt_pathways', csv(PATHWAYS, ',2024-05-15,,month,10', ',2024-05-31,,month,12'),
    'a.csv, row 2, column counted_by: a census is of one day and cannot be counted by the month. Leave counted_by out of the mapping, and give the day of the census as census_date.',
    'a.csv, row 3, column counted_by: a census is of one day and cannot be counted by the month. Leave counted_by out of the mapping, and give the day of the census as census_date.'),
  { called: 'a census given row by row and counted as well', table: 'follow_up_register', files: {
    'a.csv': csv(FOLLOW_UPS, 'r1,2024-05-31,booked,,3', 'r2,2024-05-31,pifu,,3'), 'b.csv': csv(FOLLOW_UPS, ',2024-05-31,booked,900,4', ',2024-05-31,psfu,20,4', ',2024-04-30,pifu,20,4'),
  }, told: ['b.csv, column census_date: the census of 2024-05-31 is counted here and given row by row in a.csv, so that it would be counted twice. Leave the day out of one of the two.'] },
  bad('a procedure with the dot of its code', 'inpatient_spells', csv(`${SPELLS},primary_procedure_code`, 's1,2024-05-02,2024-05-03,11,1,,W37.1', 's2,2024-05-02,2024-05-03,11,1,,W371', 's3,2024-05-02,2024-05-03,11,1,,w371'),
    "a.csv, row 2, column primary_procedure_code: is no OPCS-4 code in capitals without its dot, as W371. Write upper(replace(…, '.', '')) in the mapping.",
    "a.csv, row 4, column primary_procedure_code: is no OPCS-4 code in capitals without its dot, as W371. Write upper(replace(…, '.', '')) in the mapping."),
  bad('a line of a month given twice under one key', 'population', csv('population_id,month_start,commissioner_code,people', 'p1,2024-05-01,04C,412000', 'p1,2024-05-01,04C,412000'),
    'a.csv, row 3, column population_id: is already in a.csv, row 2. Take one of the two out; a record may be given once.'),
  bad('a printed figure whose part is not written in the order of names', 'published_values', csv(PRINTED, '1,income,ytd,2024-04-01,2024-05-31,pod=day-case; plan-basis=variable-only,1,Paper,Table 4,2024-07-11', '2,income,ytd,2024-04-01,2024-05-31,plan-basis=variable-only; pod=day-case,1,Paper,Table 4,2024-07-11'),
    'a.csv, row 2, column part: is not dimension=key, with "; " between several in the order of the dimensions\' names. Write it as "plan-basis=variable-only; pod=day-case", or leave it empty for the whole.'),
  bad('a benchmark without a value or what it is divided from', 'benchmark_values', csv(PEERS, '1,length-of-stay,2024-01-01,2024-03-31,A,Peer A,Peers,,Source,2024-06-01'),
    'a.csv, row 2, column value: is empty, and there is no numerator with a denominator either. Give the value, or both of the others.'),
  bad('a list that ends when it starts', 'endoscopy_lists', csv(LISTS, 'l1,2024-05-02,service,run,2024-05-02 09:00,2024-05-02 09:00,10'),
    `a.csv, row 2, column planned_end: the list ends when it starts. ${CORRECT}`),
  bad('a plan line given twice for one stretch', 'activity_plan', csv(PLAN,
    '1,2024-04-01,2024-04-30,110,day-case,variable,10,100', '2,2024-04-01,2024-04-30,110,day-case,fixed,10,100', '3,2024-04-01,2024-04-30,110,day-case,variable,12,120'),
    `a.csv, row 4: the same line for the same stretch is already in a.csv, row 2. ${TWICE}`),
  bad('plan stretches that cut across each other', 'activity_plan', csv(PLAN, '1,2024-04-01,2024-04-30,110,day-case,variable,10,100', '2,2024-04-15,2024-05-14,110,day-case,variable,10,100'),
    'a.csv, row 3: the plan cuts across the one of the same line in a.csv, row 2. Give plans for whole months, or for stretches that hold each other.'),
  bad('a plan that ends before it begins', 'activity_plan', csv(PLAN, '1,2024-04-30,2024-04-01,110,day-case,variable,10,100'),
    `a.csv, row 2, column plan_to: the stretch ends before it begins. ${CORRECT}`),
  { called: 'a printed figure given twice, in two files', table: 'published_values', files: {
    'a.csv': csv(PRINTED, 'f1,cpwau,month,,,cmg=chuggs,3500,Paper,Table 3,2024-07-11', 'f2,cpwau,month,,,,3600,Paper,Table 3,2024-07-11'),
    'b.csv': csv(PRINTED, 'f3,cpwau,month,,,,3601,Paper,Table 5,2024-07-11', 'f4,cpwau,month,,,,3601,Another paper,Table 5,2024-07-11'),
  }, told: [`b.csv, row 2: the same line for the same stretch is already in a.csv, row 3. ${TWICE}`] },
  bad('a printed figure with one end of its stretch', 'published_values', csv(PRINTED, 'f1,cpwau,month,2024-05-01,,,3500,Paper,Table 3,2024-07-11', 'f2,cpwau,month,,2024-05-31,,3500,Paper,Table 4,2024-07-11'),
    'a.csv, row 2, column period_to: is empty where period_from is given. Give both ends of the stretch, or neither.',
    'a.csv, row 3, column period_to: is given where period_from is empty. Give both ends of the stretch, or neither.'),
  bad('one provider twice in one comparison', 'benchmark_values', csv(PEERS,
    'b1,length-of-stay,2006-04-01,2006-06-30,RWE,Leicester,east,3.1,BVBC,2007-01-01', 'b2,length-of-stay,2006-04-01,2006-06-30,RWE,Leicester,acute,3.1,BVBC,2007-01-01', 'b3,length-of-stay,2006-04-01,2006-06-30,RWE,Leicester,east,3.2,BVBC,2007-01-01'),
    `a.csv, row 4: the same line for the same stretch is already in a.csv, row 2. ${TWICE}`),
];

describe('a bad extract of the newer tables', () => {
  test.each(BAD.map((one) => [one.called, one] as const))('%s is refused by name', async (_, { table, files, told }) => {
    for (const [name, content] of Object.entries(files)) {
      folders.put(name, content);
    }
    const { faults } = await inspectExtracts(folders.options([source({ id: 'mapped', table, files: '*.csv', select: 'select * from file' })]));
    expect(faults.map(faultSentence)).toEqual(told);
  });

  test('endoscopy cases that name lists which are not there are refused where they are many', async () => {
    folders.put('lists.csv', csv(LISTS, 'l1,2024-05-02,service,run,,,10'));
    folders.put('cases.csv', csv('case_id,list_id,case_date,points,case_status', 'c1,l1,2024-05-02,1,completed', 'c2,L1,2024-05-02,1,completed'));
    const sources = [source({ id: 'lists', table: 'endoscopy_lists', files: 'lists.csv', select: 'select * from file' }), source({ id: 'cases', table: 'endoscopy_cases', files: 'cases.csv', select: 'select * from file' })];
    const { faults } = await inspectExtracts(folders.options(sources));
    expect(faults.map(faultSentence)).toEqual([
      'cases.csv, column list_id: 1 of 2 cases name a list that endoscopy_lists does not hold, where one in ten is allowed. Export the lists of the same dates, or write list_id the same way in both mappings.',
    ]);
  });

  test('plans of months within the year to date, and of another basis, are no fault', async () => {
    folders.put('a.csv', csv(PLAN, '1,2024-04-01,2024-04-30,110,day-case,variable,10,100', '2,2024-05-01,2024-05-31,110,day-case,variable,10,100', '3,2024-04-01,2024-05-31,110,day-case,variable,20,200',
      '4,2024-04-01,2024-06-30,110,day-case,variable,30,300', '5,2024-04-01,2024-04-30,120,day-case,variable,10,100', '6,2024-04-01,2024-04-30,110,day-case,fixed,10,100'));
    const { faults, coverage } = await inspectExtracts(folders.options([source({ id: 'plan', table: 'activity_plan', files: 'a.csv', select: 'select * from file' })]));
    expect(faults).toEqual([]);
    expect(coverage?.['activity_plan']).toMatchObject({ from: '2024-04-01', to: '2024-06-30', missingMonths: [], missingDays: [], rows: 6 });
  });
});
