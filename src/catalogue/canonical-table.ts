/** A column of a canonical table: what it holds and what is refused. Names follow the NHS Data Dictionary. */
export interface CanonicalColumn {
  readonly name: string;
  readonly type: 'text' | 'date' | 'timestamp' | 'number' | 'integer' | 'boolean';
  /** Must be given on every row. */
  readonly required?: boolean;
  /** Must be given on every row that stands for one record (not on pre-counted rows). */
  readonly requiredOnRecords?: boolean;
  /** The only values allowed. */
  readonly codes?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  /** Worked out at load where the source does not give it. */
  readonly derived?: boolean;
}

/**
 * A canonical table: one row a record, or one row a count (`weight` above 1, or `counted_by` month).
 * `date` names the column that places a row in time; `key` must be unique over record rows.
 */
export interface CanonicalTable {
  readonly name: string;
  readonly describes: string;
  readonly key: string;
  readonly date: string;
  /** Column and value that mark a row as looking ahead, so that it does not count towards what is held. */
  readonly ahead?: { readonly column: string; readonly value: string };
  readonly columns: readonly CanonicalColumn[];
}

/** Columns that every canonical table has beside its own. */
const shared: readonly CanonicalColumn[] = [
  { name: 'treatment_function_code', type: 'text' },
  { name: 'site_code', type: 'text' },
  { name: 'cmg', type: 'text', derived: true },
  { name: 'weight', type: 'integer', min: 0, max: 100_000_000, derived: true },
  { name: 'counted_by', type: 'text', codes: ['day', 'month'], derived: true },
  { name: 'provisional', type: 'boolean', derived: true },
];

export const CANONICAL_TABLES: readonly CanonicalTable[] = [
  {
    name: 'outpatient_appointments',
    describes: 'one outpatient appointment, kept, missed or cancelled',
    key: 'appointment_id',
    date: 'appointment_date',
    columns: [
      { name: 'appointment_id', type: 'text', requiredOnRecords: true },
      { name: 'appointment_date', type: 'date', required: true },
      ...shared,
      { name: 'clinic_code', type: 'text' },
      { name: 'consultant_code', type: 'text' },
      { name: 'first_attendance_code', type: 'text', codes: ['1', '2', '3', '4', '5'] },
      { name: 'attended_or_did_not_attend_code', type: 'text', required: true, codes: ['0', '2', '3', '4', '5', '6', '7'] },
      { name: 'outcome_of_attendance_code', type: 'text', codes: ['1', '2', '3', '4', '5'] },
      { name: 'administrative_category_code', type: 'text', codes: ['01', '02', '03', '04', '98', '99'] },
      { name: 'hrg_code', type: 'text' },
      { name: 'attendance_with_procedure', type: 'boolean', derived: true },
      { name: 'moved_to_pifu', type: 'boolean' },
      { name: 'age_band', type: 'text', codes: ['0-17', '18-39', '40-64', '65-79', '80+'] },
      { name: 'imd_quintile', type: 'text', codes: ['1', '2', '3', '4', '5'] },
    ],
  },
  {
    name: 'clinic_sessions',
    describes: 'one clinic session with its slots',
    key: 'clinic_session_id',
    date: 'session_date',
    columns: [
      { name: 'clinic_session_id', type: 'text', requiredOnRecords: true },
      { name: 'session_date', type: 'date', required: true },
      ...shared,
      { name: 'clinic_code', type: 'text' },
      { name: 'slots_available', type: 'integer', required: true, min: 0, max: 500 },
      { name: 'slots_blocked', type: 'integer', min: 0, max: 500 },
      { name: 'slots_booked', type: 'integer', required: true, min: 0, max: 500 },
      { name: 'slots_attended', type: 'integer', min: 0, max: 500 },
    ],
  },
  {
    name: 'theatre_sessions',
    describes: 'one planned theatre list',
    key: 'session_id',
    date: 'session_date',
    ahead: { column: 'session_status', value: 'planned' },
    columns: [
      { name: 'session_id', type: 'text', requiredOnRecords: true },
      { name: 'session_date', type: 'date', required: true },
      ...shared,
      { name: 'theatre_code', type: 'text' },
      { name: 'consultant_code', type: 'text' },
      { name: 'session_type', type: 'text', required: true, codes: ['elective', 'emergency', 'trauma'] },
      { name: 'session_status', type: 'text', required: true, codes: ['run', 'cancelled', 'fallow', 'planned'] },
      { name: 'planned_start', type: 'timestamp', requiredOnRecords: true },
      { name: 'planned_end', type: 'timestamp', requiredOnRecords: true },
      { name: 'planned_minutes', type: 'number', min: 1, max: 1440, derived: true },
      { name: 'touch_minutes', type: 'number', min: 0, max: 2880, derived: true },
      { name: 'touch_minutes_in_session', type: 'number', min: 0, max: 1440, derived: true },
      { name: 'booked_minutes', type: 'number', min: 0, max: 2880, derived: true },
      { name: 'start_delay_minutes', type: 'number', min: -720, max: 1440, derived: true },
      { name: 'early_finish_minutes', type: 'number', min: -1440, max: 1440, derived: true },
    ],
  },
  {
    name: 'theatre_cases',
    describes: 'one operation on a theatre list, done or cancelled',
    key: 'case_id',
    date: 'operation_date',
    ahead: { column: 'case_status', value: 'planned' },
    columns: [
      { name: 'case_id', type: 'text', requiredOnRecords: true },
      { name: 'session_id', type: 'text', requiredOnRecords: true },
      { name: 'operation_date', type: 'date', required: true },
      ...shared,
      { name: 'theatre_code', type: 'text' },
      { name: 'session_type', type: 'text', codes: ['elective', 'emergency', 'trauma'], derived: true },
      { name: 'session_status', type: 'text', codes: ['run', 'cancelled', 'fallow', 'planned'], derived: true },
      { name: 'case_status', type: 'text', required: true, codes: ['completed', 'cancelled', 'planned'] },
      { name: 'admission_method_code', type: 'text' },
      { name: 'intended_management_code', type: 'text', codes: ['1', '2', '3', '4', '5', '8', '9'] },
      { name: 'patient_classification_code', type: 'text', codes: ['1', '2', '3', '4', '5'] },
      { name: 'primary_procedure_code', type: 'text' },
      { name: 'booked_minutes', type: 'number', min: 0, max: 1440 },
      { name: 'anaesthetic_start', type: 'timestamp' },
      { name: 'left_theatre', type: 'timestamp' },
      { name: 'cancelled_at', type: 'timestamp' },
      { name: 'cancelled_on_the_day', type: 'boolean', derived: true },
      { name: 'cancellation_reason', type: 'text', codes: ['hospital-non-clinical', 'hospital-clinical', 'patient'] },
      { name: 'treated_date', type: 'date' },
      /** The day on which the 28 days after a last-minute cancellation ran out with no treatment. */
      { name: 'breach_date', type: 'date', derived: true },
    ],
  },
];

/** The canonical table of that name, or undefined. */
export function canonicalTable(name: string): CanonicalTable | undefined {
  return CANONICAL_TABLES.find((table) => table.name === name);
}
