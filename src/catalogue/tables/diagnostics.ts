import { SHARED_COLUMNS, type CanonicalTable } from '../canonical-table';

/** The fifteen key tests of the monthly diagnostics return (DM01), and plain radiography, which it leaves out. */
const TEST_CODES = [
  'magnetic-resonance-imaging', 'computed-tomography', 'non-obstetric-ultrasound', 'barium-enema', 'dexa-scan', 'audiology-assessments',
  'echocardiography', 'electrophysiology', 'peripheral-neurophysiology', 'sleep-studies', 'urodynamics', 'colonoscopy',
  'flexi-sigmoidoscopy', 'cystoscopy', 'gastroscopy', 'plain-radiography',
] as const;
const MODALITIES = ['ct', 'mri', 'ultrasound', 'xray'] as const;
const ATTENDED = ['0', '2', '3', '4', '5', '6', '7'] as const;

export const ENDOSCOPY_LISTS: CanonicalTable = {
  name: 'endoscopy_lists',
  describes: 'one endoscopy list',
  key: 'list_id',
  date: 'list_date',
  standsFor: 'event',
  columns: [
    { name: 'list_id', type: 'text', requiredOnRecords: true },
    { name: 'list_date', type: 'date', required: true },
    ...SHARED_COLUMNS,
    { name: 'room_code', type: 'text' },
    { name: 'list_type', type: 'text', required: true, codes: ['service', 'training'] },
    { name: 'list_status', type: 'text', required: true, codes: ['run', 'cancelled', 'fallow'] },
    { name: 'planned_start', type: 'timestamp' },
    { name: 'planned_end', type: 'timestamp' },
    { name: 'planned_points', type: 'number', required: true, min: 0, max: 60 },
    { name: 'planned_minutes', type: 'number', min: 1, max: 1440, derived: true },
    /** Points of the cases booked on the list, those missed or cancelled on the day among them. */
    { name: 'booked_points', type: 'number', min: 0, max: 120, derived: true },
    /** Minutes of cases inside the planned start and end; over-runs earn nothing. */
    { name: 'room_minutes_in_session', type: 'number', min: 0, max: 1440, derived: true },
  ],
};

export const ENDOSCOPY_CASES: CanonicalTable = {
  name: 'endoscopy_cases',
  describes: 'one patient on an endoscopy list',
  key: 'case_id',
  date: 'case_date',
  standsFor: 'event',
  columns: [
    { name: 'case_id', type: 'text', requiredOnRecords: true },
    { name: 'list_id', type: 'text', requiredOnRecords: true },
    { name: 'case_date', type: 'date', required: true },
    ...SHARED_COLUMNS,
    { name: 'test_code', type: 'text', codes: TEST_CODES },
    /** The trust's points table turned the procedure into points. */
    { name: 'points', type: 'number', required: true, min: 0, max: 12 },
    { name: 'case_status', type: 'text', required: true, codes: ['completed', 'cancelled', 'missed'] },
    { name: 'list_type', type: 'text', codes: ['service', 'training'], derived: true },
    { name: 'list_status', type: 'text', codes: ['run', 'cancelled', 'fallow'], derived: true },
    { name: 'started_at', type: 'timestamp' },
    { name: 'ended_at', type: 'timestamp' },
  ],
};

export const DIAGNOSTIC_TESTS: CanonicalTable = {
  name: 'diagnostic_tests',
  describes: 'one diagnostic test booked, an imaging examination among them: done, missed or cancelled',
  key: 'test_id',
  date: 'test_date',
  standsFor: 'event',
  columns: [
    { name: 'test_id', type: 'text', requiredOnRecords: true },
    { name: 'test_date', type: 'date', required: true },
    ...SHARED_COLUMNS,
    { name: 'test_code', type: 'text', required: true, codes: TEST_CODES },
    { name: 'modality', type: 'text', codes: MODALITIES },
    { name: 'machine_code', type: 'text' },
    { name: 'attended_or_did_not_attend_code', type: 'text', required: true, codes: ATTENDED },
    { name: 'community_diagnostic_centre', type: 'boolean' },
    { name: 'started_at', type: 'timestamp' },
    { name: 'ended_at', type: 'timestamp' },
    { name: 'reported_at', type: 'timestamp' },
    /** Minutes on the machine. */
    { name: 'busy_minutes', type: 'number', min: 0, max: 1440, derived: true },
    /** Whole days from the test to its report. */
    { name: 'days_to_report', type: 'number', min: 0, max: 3650, derived: true },
  ],
};

export const IMAGING_MACHINE_HOURS: CanonicalTable = {
  name: 'imaging_machine_hours',
  describes: 'one imaging machine on one day',
  key: 'machine_day_id',
  date: 'machine_date',
  standsFor: 'event',
  columns: [
    { name: 'machine_day_id', type: 'text', requiredOnRecords: true },
    { name: 'machine_date', type: 'date', required: true },
    ...SHARED_COLUMNS,
    { name: 'modality', type: 'text', required: true, codes: MODALITIES },
    { name: 'machine_code', type: 'text' },
    /** Minutes staffed and open to patients; cleaning and breaks are left out. */
    { name: 'operational_minutes', type: 'number', required: true, min: 0, max: 1440 },
  ],
};

export const DIAGNOSTIC_WAITS: CanonicalTable = {
  name: 'diagnostic_waits',
  describes: 'one patient waiting for a diagnostic test on the day of the census',
  key: 'wait_id',
  date: 'census_date',
  standsFor: 'census',
  columns: [
    { name: 'wait_id', type: 'text', requiredOnRecords: true },
    { name: 'census_date', type: 'date', required: true },
    ...SHARED_COLUMNS,
    { name: 'test_code', type: 'text', required: true, codes: TEST_CODES },
    { name: 'wait_type', type: 'text', required: true, codes: ['waiting-list', 'planned', 'unscheduled'] },
    { name: 'clock_start_date', type: 'date' },
    { name: 'days_waiting', type: 'number', min: 0, max: 7300, derived: true },
  ],
};
