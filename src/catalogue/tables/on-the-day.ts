import { SHARED_COLUMNS, type CanonicalTable } from '../canonical-table';

/**
 * Tables of how theatres stand at one moment of a day, from an extract that comes every few minutes. They are kept in a
 * snapshot of their own, so that a new reading is served at once and a bad nightly file never holds one up.
 */

/** That the theatre system was read, and when: on a day with no lists it is all there is to know. */
const ON_THE_DAY_READINGS: CanonicalTable = {
  name: 'on_the_day_readings',
  describes: 'one reading of the theatre system during a day',
  key: 'read_at',
  date: 'reading_date',
  standsFor: 'event',
  columns: [
    { name: 'read_at', type: 'timestamp', required: true },
    { name: 'reading_date', type: 'date', required: true },
    ...SHARED_COLUMNS,
  ],
};

const ON_THE_DAY_LISTS: CanonicalTable = {
  name: 'on_the_day_lists',
  describes: 'one theatre list of the day, as it stood when the theatre system was read',
  key: 'session_id',
  date: 'session_date',
  standsFor: 'event',
  columns: [
    { name: 'session_id', type: 'text', requiredOnRecords: true },
    { name: 'session_date', type: 'date', required: true },
    ...SHARED_COLUMNS,
    { name: 'theatre_code', type: 'text' },
    { name: 'session_type', type: 'text', required: true, codes: ['elective', 'emergency', 'trauma'] },
    /** Whether it was stood down. That it runs or has finished is read off its cases. */
    { name: 'session_status', type: 'text', required: true, codes: ['planned', 'cancelled'] },
    { name: 'planned_start', type: 'timestamp', requiredOnRecords: true },
    { name: 'planned_end', type: 'timestamp', requiredOnRecords: true },
  ],
};

const ON_THE_DAY_CASES: CanonicalTable = {
  name: 'on_the_day_cases',
  describes: 'one operation on a theatre list of the day, as it stood when the theatre system was read',
  key: 'case_id',
  date: 'operation_date',
  standsFor: 'event',
  columns: [
    { name: 'case_id', type: 'text', requiredOnRecords: true },
    { name: 'session_id', type: 'text', requiredOnRecords: true },
    { name: 'operation_date', type: 'date', required: true },
    ...SHARED_COLUMNS,
    { name: 'theatre_code', type: 'text' },
    { name: 'session_type', type: 'text', codes: ['elective', 'emergency', 'trauma'], derived: true },
    { name: 'case_status', type: 'text', required: true, codes: ['planned', 'in-theatre', 'completed', 'cancelled'] },
    { name: 'planned_order', type: 'integer', min: 1, max: 100 },
    { name: 'booked_minutes', type: 'number', min: 0, max: 1440 },
    { name: 'anaesthetic_start', type: 'timestamp' },
    { name: 'left_theatre', type: 'timestamp' },
    { name: 'cancelled_at', type: 'timestamp' },
    { name: 'cancellation_reason', type: 'text', codes: ['hospital-non-clinical', 'hospital-clinical', 'patient'] },
    { name: 'cancelled_for_want_of_a_bed', type: 'boolean' },
  ],
};

export const ON_THE_DAY_TABLES: readonly CanonicalTable[] = [ON_THE_DAY_READINGS, ON_THE_DAY_LISTS, ON_THE_DAY_CASES];

/** Whether a table of that name holds how a day stands, and not what a night's extract says of it. */
export const isOnTheDay = (name: string): boolean => ON_THE_DAY_TABLES.some((table) => table.name === name);
