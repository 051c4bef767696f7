/** The share of planned time that emergency and trauma lists use, and of them that start late. */
const UNPLANNED_USE = '0.62e0';
const UNPLANNED_LATE = '0.24e0';

/**
 * The statements that make every theatre list of every month as the table `lists`, with what it will come to: whether it
 * runs, how late it starts, how many cases are completed, lost on the day and cancelled before it, and its minutes.
 * Months add up to `theatre_targets`; which lists come late and so on is drawn by propensity, as for appointments.
 */
export function theatreListStatements(): readonly string[] {
  return [
    `create table scheduled as ${SCHEDULED}`,
    `create table run_lists as ${STARTED}`,
    `create table case_counts as ${caseCounts()}`,
    `create table lists as ${LISTS}`,
  ];
}

const SCHEDULED = `
  with planned as (
    select d.day, d.month, d.number * 1000 + t.slot as key, d.number as day_number, d.usual, t.*, t.type = 'elective' as elective
    from days d join timetable t using (weekday) where d.day >= t.opens
  ), ranked as (
    select p.* exclude (usual), t.* exclude (month),
      case when elective then row_number() over (partition by p.month, elective
          order by unit(key, 'run') / (usual * exp(0.06e0 * normal(p.day_number, 'theatres of the day') + 0.05e0 * normal(slot, 'theatre slot'))), key) <= t.lists
        else unit(key, 'run') < 0.985e0 end as run
    from planned p join theatre_targets t using (month)
  )
  select *, case when run then 'run' when elective and unit(key, 'stood down') < 0.33e0 then 'cancelled' else 'fallow' end as status from ranked`;

/** Some lists start before time, a good many on the dot, and some exactly 15 minutes late, which is not yet a late start. */
const STARTED = `
  with ranked as (
    select s.*, coalesce(p.cases, 1) as cases, coalesce(p.lost, 1) as lost_propensity, coalesce(p.turnround, 16) as turnround,
      unit(key, 'late') as late_draw, row_number() over (partition by month, elective order by late_draw / (coalesce(p.late, 1)
        * case when starts > 720 then 0.78e0 else 1.06e0 end * case when weekday = 1 then 1.1e0 else 1 end * case site when 'LRI' then 1.06e0 when 'EMPCC' then 0.85e0 else 1 end
        * exp(0.1e0 * normal(hash(theatre) % 1000000, 'theatre') + 0.12e0 * normal(day_number, 'late on the day'))), key) as late_rank
    from scheduled s left join surgical p using (specialty) where run
  )
  select * exclude (late, late_draw, late_rank, run), case when elective then late_rank <= late else late_draw < ${UNPLANNED_LATE} end as late_start,
    case when late_start then 16 + least(74, floor(15 * exponential(key, 'delay'))) when unit(key, 'delay kind') < 0.06e0 then -1 - floor(9 * unit(key, 'delay'))
      when unit(key, 'delay kind') < 0.1e0 then 15 when unit(key, 'delay kind') < 0.34e0 then 0 else 1 + floor(14 * unit(key, 'delay')) end::bigint as wanted_delay
  from ranked`;

/**
 * Cases arrive as in a queue: a list's n-th further case has a score that grows with n, and the month's lowest scores are
 * taken. Scores beyond `bound` are never reached, and left out to save sorting them.
 */
function caseCounts(): string {
  const places = [1, 2, 3, 4, 5, 6, 7, 8];
  const scores = (purpose: string): string => places.map((n) => `${n === 1 ? '' : `${purpose}_${n - 1} + `}exponential(key * 16 + ${n}, '${purpose}') as ${purpose}_${n}`).join(', ');
  const queue = (purpose: string, rate: string, bound: number): string => `
    select key, month, elective, completed - lists as more_wanted, lost as lost_wanted, score / rate as score from (
      select *, ${rate} as rate, unnest([${places.map((n) => `${purpose}_${n}`).join(', ')}]) as score, unnest([${places.join(', ')}]) as place
      from (select *, ${scores(purpose)} from run_lists)
    ) where place < minutes // 30 and score <= ${bound} * rate`;
  return `
  with more as (
    select key, count(*) as more from (
      select key, case when elective then row_number() over (partition by month, elective order by score, key) <= more_wanted else score <= 1 end as taken
      from (${queue('more', 'case when elective then cases * pow(minutes / 240e0, 0.9e0) * exp(0.25e0 * normal(key, \'cases\')) else 2.1e0 end', 3)})
    ) where taken group by key
  ), lost as (
    select key, count(*) as lost from (
      select key, row_number() over (partition by month order by score, key) <= lost_wanted as taken
      from (${queue('lost', 'lost_propensity', 1)}) where elective
    ) where taken group by key
  )
  select r.key, 1 + coalesce(more, 0) as done, coalesce(l.lost, 0) as lost from run_lists r left join more using (key) left join lost l using (key)`;
}

/**
 * Minutes of each list that is run. What is left of it after delay, turn-round and early finish is touch time inside the
 * session; the longer early finishes are scaled so that the month's capped utilisation is the target's. Some lists overrun instead.
 */
const LISTS = `
  with sized as (
    select r.* exclude (lost, lists, completed, cases, lost_propensity), c.done, c.lost,
      least(wanted_delay, minutes - 24 * done) as delay,
      greatest(3, least(floor(turnround * exp(0.15e0 * normal(key, 'turnround')))::bigint, (minutes - greatest(delay, 0) - 16 * done) // done)) as gap,
      minutes - greatest(delay, 0) - (done - 1) * gap as capacity, greatest(0, least(capacity - 15 * done, minutes * 65 // 100)) as most_early,
      unit(key, 'finish') as finish_draw, finish_draw < 0.2e0 as overruns
    from run_lists r join case_counts c using (key)
  ), wanted as (
    select *, sum(capacity) over grouped - round(sum(minutes) over grouped * case when elective then utilisation else ${UNPLANNED_USE} end)::bigint as all_early,
      not overruns and most_early > 31 and finish_draw < 0.2e0 + least(0.72e0, all_early / count(*) over grouped / 140e0) as very_early,
      case when overruns then 0 when very_early then 31 else least(most_early, floor(31 * unit(key, 'a little early')))::bigint end as first_minutes,
      case when very_early then 1 + floor(1000 * exponential(key, 'very early') * minutes / 336e0)::bigint else 0 end as further_weight
    from sized window grouped as (partition by month, elective)
  ), scaled as (
    select *, all_early - sum(first_minutes) over grouped as further, least(most_early - first_minutes,
        (further_weight * further) // sum(further_weight) over grouped) as scaled, very_early and most_early - first_minutes - scaled >= 30 as adjustable
    from wanted window grouped as (partition by month, elective)
  ), rest as (
    select *, further - sum(scaled) over (partition by month, elective) as left_over,
      count(*) filter (adjustable) over (partition by month, elective) as adjustables,
      row_number() over (partition by month, elective, adjustable order by unit(key, 'left over'), key) as adjusted
    from scaled
  ), early as (
    select *, first_minutes + scaled + case when adjustable then left_over // adjustables + (adjusted <= left_over % adjustables)::bigint else 0 end as early from rest
  ), finished as (
    select key, done, lost, delay, gap, capacity - early as inside, case when overruns then 5 + least(145, floor(30 * exponential(key, 'overrun by')))::bigint else 0 end as over,
      late_start, early
    from early
  )
  select s.key, s.day, s.month, s.specialty, s.site, s.theatre, s.consultant, s.type, s.elective, s.status, s.minutes,
    'TL' || strftime(s.day, '%y%m%d') || '-' || replace(s.theatre, '-', '') || case when s.starts > 720 then 'P' else 'A' end as reference,
    s.day + to_minutes(s.starts) as planned_start, s.day + to_minutes(s.starts + s.minutes) as planned_end, f.* exclude (key)
  from scheduled s left join finished f using (key)`;
