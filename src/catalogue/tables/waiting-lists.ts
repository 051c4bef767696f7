import { SHARED_COLUMNS, type CanonicalTable } from '../canonical-table';

export const RTT_PATHWAYS: CanonicalTable = {
  name: 'rtt_pathways',
  describes: 'one open referral-to-treatment pathway on the day of the census',
  key: 'pathway_census_id',
  date: 'census_date',
  standsFor: 'census',
  columns: [
    { name: 'pathway_census_id', type: 'text', requiredOnRecords: true },
    { name: 'census_date', type: 'date', required: true },
    ...SHARED_COLUMNS,
    { name: 'commissioner_code', type: 'text' },
    /** Empty where the clock start is not known: then the pathway counts in all and in no band. */
    { name: 'clock_start_date', type: 'date' },
    { name: 'admitted_pathway', type: 'boolean' },
    { name: 'last_validation_date', type: 'date' },
    { name: 'last_attendance_or_decision_date', type: 'date' },
    { name: 'next_appointment_date', type: 'date' },
    /** Census less clock start. */
    { name: 'days_waiting', type: 'number', min: 0, max: 7300, derived: true },
    /** Non-admitted, over 12 weeks, and neither seen in the last 12 weeks nor due in the next 4. */
    { name: 'validation_due', type: 'boolean', derived: true },
    { name: 'validated_within_12_weeks', type: 'boolean', derived: true },
  ],
};

export const FOLLOW_UP_REGISTER: CanonicalTable = {
  name: 'follow_up_register',
  describes: 'one patient on a follow-up list on the day of the census',
  key: 'register_id',
  date: 'census_date',
  standsFor: 'census',
  columns: [
    { name: 'register_id', type: 'text', requiredOnRecords: true },
    { name: 'census_date', type: 'date', required: true },
    ...SHARED_COLUMNS,
    { name: 'follow_up_type', type: 'text', required: true, codes: ['booked', 'pifu', 'psfu'] },
    { name: 'due_date', type: 'date' },
    /** Census less due date; below 0 where it is still to come. */
    { name: 'days_overdue', type: 'number', min: -7300, max: 7300, derived: true },
  ],
};

export const REFERRALS: CanonicalTable = {
  name: 'referrals',
  describes: 'one referral received',
  key: 'referral_id',
  date: 'referral_date',
  standsFor: 'event',
  columns: [
    { name: 'referral_id', type: 'text', requiredOnRecords: true },
    { name: 'referral_date', type: 'date', required: true },
    ...SHARED_COLUMNS,
    { name: 'commissioner_code', type: 'text' },
    /** Whether a clinician looked at the referral before anything was booked. */
    { name: 'triaged', type: 'boolean' },
    { name: 'first_activity', type: 'text', codes: ['appointment', 'diagnostic-test', 'advice', 'returned'] },
  ],
};
