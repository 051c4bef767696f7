import { gatheredNamed } from './parts';

const GATHERED = gatheredNamed('inpatient_spells');

/** A patient who comes back on the 30th day after discharge was readmitted within 30 days. */
const READMISSION_DAYS = 30;

/**
 * Nights are discharge less admission; nights before the first procedure likewise, none where it came before admission.
 * An emergency admission (admission method 2) of the same person is a readmission of every spell that ended in the 30
 * days before it. Unknown where 30 days of admissions are not held yet, where nobody can be linked, and where the
 * patient died (discharge method 4). The key that links them is let go here and never written.
 */
export const SPELLS = `
  with emergencies as (
    select person_key, spell_id, admission_date from ${GATHERED}
    where not counted and person_key is not null and admission_method_code like '2%'),
  returned as (
    select distinct s.spell_id from ${GATHERED} as s
    join emergencies as e on e.person_key = s.person_key and e.admission_date >= s.discharge_date
      and e.admission_date <= s.discharge_date + ${READMISSION_DAYS} and e.spell_id <> s.spell_id
    where not s.counted),
  held as (select max(admission_date) as last_admission from ${GATHERED} where not counted)
  select s.* replace (
    coalesce(s.nights, case when not s.counted then s.discharge_date - s.admission_date end) as nights,
    coalesce(s.pre_operative_nights, case when not s.counted and s.procedure_date is not null then greatest(0, s.procedure_date - s.admission_date) end) as pre_operative_nights,
    coalesce(s.readmitted_within_30_days, case
      when s.counted or s.person_key is null or coalesce(s.discharge_method_code = '4', false) then null
      when s.discharge_date + ${READMISSION_DAYS} <= h.last_admission then r.spell_id is not null end) as readmitted_within_30_days,
    cast(null as varchar) as person_key)
  from ${GATHERED} as s cross join held as h
  left join returned as r on r.spell_id = case when not s.counted then s.spell_id end`;
