import type { LoadedFile } from '../checked-rows';
import { gatheredNamed, saysNothingOf } from './parts';

/** A procedure is a known HRG that is neither WF (none) nor U (ungroupable), face to face. Source: the national outpatient definition. */
export function appointments(files: readonly LoadedFile[]): string {
  return `select * replace (coalesce(attendance_with_procedure, case
      when hrg_code is null then case when ${saysNothingOf('hrg_code', files)} then null else false end
      else hrg_code not like 'WF%' and hrg_code not like 'U%' and coalesce(first_attendance_code in ('1', '2'), false)
    end) as attendance_with_procedure) from ${gatheredNamed('outpatient_appointments')}`;
}
