import type { CanonicalTable } from '../canonical-table';
import { DIAGNOSTIC_TESTS, DIAGNOSTIC_WAITS, ENDOSCOPY_CASES, ENDOSCOPY_LISTS, IMAGING_MACHINE_HOURS } from './diagnostics';
import { CONSULTANT_EPISODES, INPATIENT_SPELLS, POPULATION } from './inpatients';
import { ACTIVITY_PLAN, CONTRACT_ACTIVITY, SERVICE_COSTS } from './money';
import { CLINIC_SESSIONS, OUTPATIENT_APPOINTMENTS } from './outpatients';
import { ON_THE_DAY_TABLES } from './on-the-day';
import { COMPLAINTS, FRIENDS_AND_FAMILY_RESPONSES } from './experience';
import { BENCHMARK_VALUES, PUBLISHED_VALUES } from './printed-figures';
import { THEATRE_CASES, THEATRE_SESSIONS } from './theatres';
import { FOLLOW_UP_REGISTER, REFERRALS, RTT_PATHWAYS } from './waiting-lists';

/** Every canonical table, each the home of one kind of extract. */
export const CANONICAL_TABLES: readonly CanonicalTable[] = [
  OUTPATIENT_APPOINTMENTS, CLINIC_SESSIONS, THEATRE_SESSIONS, THEATRE_CASES, ...ON_THE_DAY_TABLES,
  INPATIENT_SPELLS, CONSULTANT_EPISODES, ENDOSCOPY_LISTS, ENDOSCOPY_CASES, DIAGNOSTIC_TESTS, IMAGING_MACHINE_HOURS, DIAGNOSTIC_WAITS,
  RTT_PATHWAYS, FOLLOW_UP_REGISTER, REFERRALS, FRIENDS_AND_FAMILY_RESPONSES, COMPLAINTS,
  CONTRACT_ACTIVITY, ACTIVITY_PLAN, SERVICE_COSTS, POPULATION, BENCHMARK_VALUES, PUBLISHED_VALUES,
];

/** The canonical table of that name, or undefined. */
export function canonicalTable(name: string): CanonicalTable | undefined {
  return CANONICAL_TABLES.find((table) => table.name === name);
}
