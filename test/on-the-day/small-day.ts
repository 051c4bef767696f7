/**
 * A Thursday of ten elective operations on four lists, and one emergency list that counts for nothing here, as a theatre
 * system would give it out at any time of that day; and four Thursdays before it, of ten operations each.
 */
export const DAY = '2024-07-11';

export interface Operation {
  readonly id: string;
  readonly list: string;
  /** Times of the day; empty where it did not come to that. */
  readonly in: string;
  readonly out: string;
  readonly cancelled: string;
  readonly reason: '' | 'HNC' | 'HC' | 'PT';
  readonly noBed: boolean;
}

interface List {
  readonly id: string;
  readonly specialty: string;
  readonly site: string;
  readonly theatre: string;
  readonly type: 'EL' | 'EM';
  readonly from: string;
  readonly to: string;
}

const LISTS: readonly List[] = [
  { id: 'L1', specialty: '120', site: 'LRI', theatre: 'LRI-T01', type: 'EL', from: '08:30', to: '12:30' },
  { id: 'L2', specialty: '110', site: 'LRI', theatre: 'LRI-T02', type: 'EL', from: '08:30', to: '12:30' },
  { id: 'L3', specialty: '110', site: 'LGH', theatre: 'LGH-T01', type: 'EL', from: '09:00', to: '17:00' },
  { id: 'L4', specialty: '100', site: 'GH', theatre: 'GH-T01', type: 'EL', from: '13:30', to: '17:30' },
  { id: 'E1', specialty: '110', site: 'LRI', theatre: 'LRI-T09', type: 'EM', from: '08:00', to: '18:00' },
];

const operation = (id: string, list: string, into: string, out: string, more: Partial<Operation> = {}): Operation => ({ id, list, in: into, out, cancelled: '', reason: '', noBed: false, ...more });

export const OPERATIONS: readonly Operation[] = [
  operation('A1', 'L1', '08:25', '09:20'), operation('A2', 'L1', '09:30', '10:40'), operation('A3', 'L1', '11:00', '12:25'),
  // The list of trauma and orthopaedics begins half an hour late.
  operation('B1', 'L2', '09:00', '11:30'), operation('B2', 'L2', '', '', { cancelled: '06:45', reason: 'PT' }),
  operation('C1', 'L3', '09:05', '11:00'), operation('C2', 'L3', '11:15', '14:00'), operation('C3', 'L3', '', '', { cancelled: '09:10', reason: 'HNC', noBed: true }),
  operation('D1', 'L4', '13:40', '18:10'), operation('D2', 'L4', '', '', { cancelled: '11:50', reason: 'HC' }),
  operation('E1a', 'E1', '08:10', '09:00'), operation('E1b', 'E1', '', '', { cancelled: '08:00', reason: 'HC' }),
];

const british = (time: string): string => `11/07/2024 ${time}`;
const upTo = (time: string, now: string): string => (time !== '' && time <= now ? british(time) : '');

const HEADER = 'Read At,List Ref,List Date,Specialty,Site,Theatre,List Type,List Status,Sched Start,Sched End,Case Ref,Case Status,Order,Booked Mins,Anaes Start,Out Theatre,Canx At,Canx Reason,No Bed';

/** The extract of the day at a time: what has happened by then, and nothing of what comes. */
export function extractAt(now: string, operations = OPERATIONS): string {
  const rows = operations.map((one, at) => {
    const list = LISTS.find(({ id }) => id === one.list);
    if (list === undefined) throw new Error(`no list ${one.list}`);
    const [into, out, cancelled] = [upTo(one.in, now), upTo(one.out, now), upTo(one.cancelled, now)];
    const state = cancelled !== '' ? 'X' : out !== '' ? 'C' : into !== '' ? 'T' : 'P';
    return [british(now), list.id, '11/07/2024', list.specialty, list.site, list.theatre, list.type, 'Planned', british(list.from), british(list.to), one.id, state, at + 1, 60, into, out, cancelled, cancelled === '' ? '' : one.reason, cancelled !== '' && one.noBed ? 'Y' : 'N'].join(',');
  });
  return `${[HEADER, ...rows].join('\n')}\n`;
}

/** A day with no lists: only when it was read. */
export const emptyExtract = (readAt: string): string => `${HEADER}\n${readAt}${','.repeat(HEADER.split(',').length - 1)}\n`;

/** The Thursdays before, with the time at which an operation was cancelled on each; nine or eight others were done. */
const BEFORE: readonly (readonly [day: string, cancelled: readonly string[]])[] = [
  ['2024-06-13', []], ['2024-06-20', ['11:00']], ['2024-06-27', ['09:00']], ['2024-07-04', ['08:00', '15:00']],
];

export const NIGHTLY: Readonly<Record<string, string>> = {
  'theatre-sessions.csv': `session_id,session_date,treatment_function_code,site_code,theatre_code,consultant_code,session_type,session_status,planned_start,planned_end\n${BEFORE.map(([day]) => `S${day},${day},120,LRI,LRI-T01,C1,elective,run,${day} 08:30:00,${day} 17:00:00`).join('\n')}\n`,
  'theatre-cases.csv': `case_id,session_id,operation_date,treatment_function_code,case_status,admission_method_code,intended_management_code,patient_classification_code,primary_procedure_code,booked_minutes,anaesthetic_start,left_theatre,cancelled_at,cancellation_reason,treated_date\n${BEFORE.flatMap(([day, cancelled]) => Array.from({ length: 10 }, (_, at) => {
    const when = cancelled[at];
    return `K${day}-${at},S${day},${day},120,${when === undefined ? 'completed' : 'cancelled'},11,2,${when === undefined ? '2' : ''},F341,60,${when === undefined ? `${day} 09:00:00,${day} 10:00:00` : ','},${when === undefined ? ',' : `${day} ${when}:00,patient`},`;
  })).join('\n')}\n`,
};
