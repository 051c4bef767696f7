import type { LoadedFile } from '../checked-rows';
import { gatheredNamed, saysNothingOf } from './parts';

/** Twelve weeks, over which a wait is to be validated and within which a validation or a visit counts. */
const TWELVE_WEEKS = 84;
const FOUR_WEEKS = 28;

/**
 * Validation is due of a non-admitted pathway that has waited over 12 weeks, unless the patient was seen or decided on
 * in the 12 weeks before the census or has an appointment in the 4 weeks after it. Source: the national outpatient
 * benchmarking definition of validated waiters.
 */
export function pathways(files: readonly LoadedFile[]): string {
  const unsaid = `(last_attendance_or_decision_date is null and ${saysNothingOf('last_attendance_or_decision_date', files)}
    or next_appointment_date is null and ${saysNothingOf('next_appointment_date', files)})`;
  const within = (day: string, from: string, to: string): string => `coalesce(${day} between ${from} and ${to}, false)`;
  const seen = within('last_attendance_or_decision_date', `census_date - ${TWELVE_WEEKS}`, 'census_date');
  const comes = within('next_appointment_date', 'census_date', `census_date + ${FOUR_WEEKS}`);
  return `
    select * exclude (days) replace (
      days as days_waiting,
      coalesce(validation_due, case
        when admitted_pathway or days <= ${TWELVE_WEEKS} then false
        when admitted_pathway is null or days is null then null
        when ${seen} or ${comes} then false
        when not ${unsaid} then true end) as validation_due,
      coalesce(validated_within_12_weeks, case
        when last_validation_date is null then case when ${saysNothingOf('last_validation_date', files)} then null else false end
        else last_validation_date between census_date - ${TWELVE_WEEKS} and census_date end) as validated_within_12_weeks)
    from (select *, coalesce(days_waiting, census_date - clock_start_date) as days from ${gatheredNamed('rtt_pathways')}) as waiting`;
}

/** Days past the date by which the follow-up was due; below 0 where that is still to come. */
export const FOLLOW_UPS = `
  select * replace (coalesce(days_overdue, census_date - due_date) as days_overdue) from ${gatheredNamed('follow_up_register')}`;
