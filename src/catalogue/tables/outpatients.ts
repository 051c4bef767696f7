import { SHARED_COLUMNS, type CanonicalTable } from '../canonical-table';

export const OUTPATIENT_APPOINTMENTS: CanonicalTable = {
  name: 'outpatient_appointments',
  describes: 'one outpatient appointment, kept, missed or cancelled',
  key: 'appointment_id',
  date: 'appointment_date',
  standsFor: 'event',
  columns: [
    { name: 'appointment_id', type: 'text', requiredOnRecords: true },
    { name: 'appointment_date', type: 'date', required: true },
    ...SHARED_COLUMNS,
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
};

export const CLINIC_SESSIONS: CanonicalTable = {
  name: 'clinic_sessions',
  describes: 'one clinic session with its slots',
  key: 'clinic_session_id',
  date: 'session_date',
  standsFor: 'event',
  columns: [
    { name: 'clinic_session_id', type: 'text', requiredOnRecords: true },
    { name: 'session_date', type: 'date', required: true },
    ...SHARED_COLUMNS,
    { name: 'clinic_code', type: 'text' },
    { name: 'slots_available', type: 'integer', required: true, min: 0, max: 500 },
    { name: 'slots_blocked', type: 'integer', min: 0, max: 500 },
    { name: 'slots_booked', type: 'integer', required: true, min: 0, max: 500 },
    { name: 'slots_attended', type: 'integer', min: 0, max: 500 },
  ],
};
