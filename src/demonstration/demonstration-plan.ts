import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { addDays, monthKey, type Day } from '../calendar/day';
import { clinicHistory } from './clinic-history';
import { clinicalTasks } from './clinical-tasks';
import { daySurgeryStatements } from './day-surgery';
import { groundStatements, HISTORY_FROM, RECORDS_FROM } from './ground';
import { moneyTasks } from './money/money-tasks';
import { daysToCome } from './on-the-day-extract';
import { outpatientTarget, theatreTarget } from './month-target';
import { monthsFrom } from './months-from';
import { appointmentExtract, clinicExtract } from './outpatient-extract';
import { appointmentHistory, isHistory } from './outpatient-history';
import { outpatientMonthStatements } from './outpatient-month';
import { spellStatements } from './spell';
import { spellExtract, spellHistory } from './spell-extract';
import { THEATRE_CASE_STATEMENTS } from './theatre-case';
import { caseExtract, listExtract } from './theatre-extract';
import { caseHistory, listHistory } from './theatre-history';
import { theatreListStatements } from './theatre-list';
import { theatreTargetTable, timetableStatements } from './theatre-timetable';

/**
 * The SQL that writes the demonstration trust's extracts: `ground` first, then the tasks in any order, two at a time if
 * wished; statements of one task belong on one connection.
 */
export interface DemonstrationPlan {
  readonly ground: readonly string[];
  readonly tasks: readonly (readonly string[])[];
}

/** Plans the extracts as they stand on the morning of `today`, into `folder`. A pure function. */
export function demonstrationPlan(folder: string, today: Day): DemonstrationPlan {
  const lastAhead = addDays(today, 14);
  const months = monthsFrom(monthKey(HISTORY_FROM), monthKey(lastAhead));
  const history = new Map(months.filter((month) => isHistory(month, today)).map((month) => [month, outpatientTarget(month)] as const));
  const recorded = monthsFrom(monthKey(RECORDS_FROM), monthKey(addDays(today, -1)));
  const file = (name: string): string => join(folder, name);
  const targets = months.map((month) => {
    const { lists, completed, cancelledOnTheDay, late, utilisation } = theatreTarget(month);
    return [month, lists, completed, cancelledOnTheDay, late, utilisation] as const;
  });
  const theatres = [
    ...timetableStatements(), theatreTargetTable(targets), ...daySurgeryStatements(months), ...theatreListStatements(), ...THEATRE_CASE_STATEMENTS,
    ...monthsFrom(monthKey(RECORDS_FROM), monthKey(lastAhead)).flatMap((month) => [
      listExtract(file(`theatre-sessions-${month}.parquet`), month, today),
      caseExtract(file(`theatre-cases-${month}.parquet`), month, today),
    ]),
    ...daysToCome(folder, today),
    ...(history.size === 0 ? [] : [
      listHistory(file('history-theatre-sessions.csv'), today), caseHistory(file('history-theatre-cases.csv'), today),
    ]),
    ...spellStatements(months),
    ...recorded.map((month) => spellExtract(file(`inpatient-spells-${month}.parquet`), month, today)),
    ...(history.size === 0 ? [] : [spellHistory(file('history-inpatient-spells.parquet'), today)]),
  ];
  const outpatients = recorded.map((month) => {
    const target = outpatientTarget(month);
    return [
      ...outpatientMonthStatements(month, target),
      appointmentExtract(file(`outpatient-appointments-${month}.parquet`), today),
      ...clinicExtract(file(`clinic-sessions-${month}.csv`), today, target.clinicUtilisation),
    ];
  });
  const counted = history.size === 0 ? [] : [
    [...appointmentHistory(file('history-outpatient-appointments.csv'), history), ...clinicHistory(file('history-clinic-sessions.csv'), history)],
  ];
  return { ground: groundStatements(lastAhead), tasks: [theatres, ...clinicalTasks(folder, today, months, history.size > 0), ...counted, ...outpatients, ...moneyTasks(file, today)] };
}

/** Names what a plan for that day makes: it changes with the day and with anything in the generator. */
export function planFingerprint(today: Day): string {
  return createHash('sha256').update(JSON.stringify(demonstrationPlan('', today))).digest('hex');
}
