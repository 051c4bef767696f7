import { sqlConstant } from './sql-text';

/** The extract of one month's appointments before the day `until`, from `appointments` to a Parquet file. */
export function appointmentExtract(file: string, until: string): string {
  return `copy (
    select reference as appointment_ref, day as appointment_date, specialty as treatment_function, site, clinic, consultant, first_attendance, attendance_status,
      outcome, admin_category, hrg, pifu, age as age_at_appointment, imd_decile
    from appointments where day < ${sqlConstant(until)}::date
  ) to ${sqlConstant(file)} (format parquet, compression zstd)`;
}

/**
 * The statements that hold the month's appointments against the slots of their clinics and write the clinic sessions
 * before the day `until` as CSV. Slots are as many as make `utilisation` over the whole month; some clinics are overbooked.
 */
export function clinicExtract(file: string, until: string, utilisation: number): readonly string[] {
  return [
    `create or replace temp table clinics as
     select day, specialty, site, clinic, (min(key) // 4096) * 4096 + (hash(clinic) % 4096)::bigint as key,
       count(*) filter (kind <> 'cancelled') as booked, count(*) filter (attended) as attended
     from appointments where kind in ('kept', 'private', 'cancelled') group by day, specialty, site, clinic having booked > 0`,
    `copy (
      with weighed as (
        select *, (unit(key, 'overbooked') < 0.09)::bigint * (1 + (unit(key, 'by two') < 0.2)::bigint) as overbooked,
          round(1000 * sqrt(booked) * exp(0.9 * normal(key, 'empty slots') + 0.4 * normal(specialty::integer, 'templates')))::bigint as weight
        from clinics
      ), filled as (
        select *, booked - overbooked + share_of(
            round(sum(booked) over () / ${utilisation})::bigint - (sum(booked) over ())::bigint + (sum(overbooked) over ())::bigint,
            sum(weight) over (order by unit(key, 'order'), key), weight, sum(weight) over ()) as available
        from weighed
      )
      select strftime(day, '%y%m%d') || '-' || clinic as "Session Ref", strftime(day, '%d/%m/%Y') as "Session Date", clinic as "Clinic Code",
        specialty as "Specialty", site as "Site", greatest(available, 0) as "Slots Available",
        case when unit(key, 'blocked') < 0.15 then 1 + floor(3 * unit(key, 'blocked slots'))::integer else 0 end as "Slots Blocked",
        booked as "Slots Booked", attended as "Slots Attended"
      from filled where day < ${sqlConstant(until)}::date order by day, clinic
    ) to ${sqlConstant(file)} (format csv, header)`,
  ];
}
