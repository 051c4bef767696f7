import { SHARED_COLUMNS, type CanonicalTable } from '../canonical-table';

const ADMISSION_METHODS = ['11', '12', '13', '21', '22', '23', '24', '25', '28', '2A', '2B', '2C', '2D', '31', '32', '81', '82', '83'] as const;

export const INPATIENT_SPELLS: CanonicalTable = {
  name: 'inpatient_spells',
  describes: 'one hospital provider spell that has ended, from admission to discharge',
  key: 'spell_id',
  date: 'discharge_date',
  standsFor: 'event',
  columns: [
    { name: 'spell_id', type: 'text', requiredOnRecords: true },
    { name: 'admission_date', type: 'date', requiredOnRecords: true },
    { name: 'discharge_date', type: 'date', required: true },
    ...SHARED_COLUMNS,
    { name: 'consultant_code', type: 'text' },
    { name: 'commissioner_code', type: 'text' },
    { name: 'admission_method_code', type: 'text', required: true, codes: ADMISSION_METHODS },
    { name: 'patient_classification_code', type: 'text', required: true, codes: ['1', '2', '3', '4', '5'] },
    { name: 'intended_management_code', type: 'text', codes: ['1', '2', '3', '4', '5', '8', '9'] },
    { name: 'administrative_category_code', type: 'text', codes: ['01', '02', '03', '04', '98', '99'] },
    { name: 'discharge_method_code', type: 'text', codes: ['1', '2', '3', '4', '5', '8', '9'] },
    { name: 'primary_procedure_code', type: 'text' },
    /** The earliest procedure of the spell. */
    { name: 'procedure_date', type: 'date' },
    { name: 'hrg_code', type: 'text' },
    /** A pseudonym, read only to link readmissions at load. */
    { name: 'person_key', type: 'text' },
    { name: 'age_band', type: 'text', codes: ['0-17', '18-39', '40-64', '65-79', '80+'] },
    { name: 'imd_quintile', type: 'text', codes: ['1', '2', '3', '4', '5'] },
    { name: 'post_operative_complication', type: 'boolean' },
    /** Discharge less admission, in days. */
    { name: 'nights', type: 'number', min: 0, max: 3650, derived: true },
    /** Earliest procedure less admission, in days; a procedure before admission counts 0; empty without a procedure. */
    { name: 'pre_operative_nights', type: 'number', min: 0, max: 3650, derived: true },
    /** Whether the same person came back as an emergency within 30 days of this discharge; empty where that is not known yet. */
    { name: 'readmitted_within_30_days', type: 'boolean', derived: true },
  ],
};

export const CONSULTANT_EPISODES: CanonicalTable = {
  name: 'consultant_episodes',
  describes: 'finished consultant episodes, as national statistics count them',
  key: 'episode_id',
  date: 'episode_end_date',
  standsFor: 'event',
  columns: [
    { name: 'episode_id', type: 'text', requiredOnRecords: true },
    { name: 'episode_end_date', type: 'date', required: true },
    ...SHARED_COLUMNS,
    { name: 'patient_classification_code', type: 'text', codes: ['1', '2', '3', '4', '5'] },
  ],
};

export const POPULATION: CanonicalTable = {
  name: 'population',
  describes: 'the people registered with a commissioner, for one month',
  key: 'population_id',
  date: 'month_start',
  standsFor: 'event',
  monthly: true,
  columns: [
    { name: 'population_id', type: 'text' },
    { name: 'month_start', type: 'date', required: true },
    ...SHARED_COLUMNS,
    { name: 'commissioner_code', type: 'text', required: true },
    { name: 'people', type: 'number', required: true, min: 0, max: 100_000_000 },
  ],
};
