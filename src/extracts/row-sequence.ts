import type { CanonicalTable } from '../catalogue/canonical-table';
import type { LoadedRow } from './load-rows';
import type { RowCheck } from './row-check';
import { identifier } from './sql-text';

const CORRECT = 'Correct the row and export again';

/** That `later` does not come before `earlier`, whichever of the two is given. */
function follows(earlier: string, later: string, says: string): RowCheck {
  return { column: later, fails: `${identifier(later)} < ${identifier(earlier)}`, shows: [earlier, later], says: () => says, remedy: CORRECT };
}

const startsAndEnds = (called: string): readonly RowCheck[] => [
  follows('planned_start', 'planned_end', `the ${called} ends before it starts`),
  {
    column: 'planned_end', fails: 'planned_end = planned_start', shows: ['planned_start'],
    says: () => `the ${called} ends when it starts`, remedy: CORRECT,
  },
];

const clockStart: RowCheck = {
  ...follows('clock_start_date', 'census_date', 'the clock starts after the census'),
  column: 'clock_start_date',
};

/** Lists of procedures are by OPCS-4 code without its dot and in capitals; written otherwise, a code would be on none of them. */
const procedureCode: RowCheck = {
  column: 'primary_procedure_code', fails: "not regexp_matches(primary_procedure_code, '^[A-Z0-9&-]+$')", shows: ['primary_procedure_code'],
  says: () => 'is no OPCS-4 code in capitals without its dot, as W371',
  remedy: "Write upper(replace(…, '.', '')) in the mapping",
};

/** A figure of a part is found by its part word for word: each "dimension=key", in the order of the dimensions' names. */
const printedPart: RowCheck = {
  column: 'part', fails: `part <> '' and (not regexp_matches(part, '^[a-z][a-z-]*=[^=;]+(; [a-z][a-z-]*=[^=;]+)*$')
    or list_sort(list_transform(string_split(part, '; '), lambda one: split_part(one, '=', 1))) <> list_transform(string_split(part, '; '), lambda one: split_part(one, '=', 1)))`,
  shows: ['part'],
  says: () => 'is not dimension=key, with "; " between several in the order of the dimensions\' names',
  remedy: 'Write it as "plan-basis=variable-only; pod=day-case", or leave it empty for the whole',
};

const benchmarkGiven: RowCheck = {
  column: 'value', fails: 'value is null and (numerator is null or denominator is null)', shows: ['provider_code'],
  says: () => 'is empty, and there is no numerator with a denominator either', remedy: 'Give the value, or both of the others',
};

/** Pairs of times that must follow each other, and what else one column alone cannot say. */
const SEQUENCES: Readonly<Record<string, readonly RowCheck[]>> = {
  theatre_sessions: startsAndEnds('session'),
  theatre_cases: [
    follows('anaesthetic_start', 'left_theatre', 'the patient leaves theatre before the anaesthetic starts'),
    procedureCode,
  ],
  on_the_day_lists: startsAndEnds('list'),
  on_the_day_cases: [
    follows('anaesthetic_start', 'left_theatre', 'the patient leaves theatre before the anaesthetic starts'),
  ],
  inpatient_spells: [
    { ...follows('admission_date', 'discharge_date', 'the discharge is before the admission'),
      fails: 'discharge_date < admission_date and not counted' },
    { ...follows('procedure_date', 'discharge_date', 'the procedure is after the discharge'),
      fails: 'procedure_date > discharge_date and not counted', column: 'procedure_date' },
    procedureCode,
  ],
  endoscopy_lists: startsAndEnds('list'),
  endoscopy_cases: [follows('started_at', 'ended_at', 'the case ends before it starts')],
  diagnostic_tests: [
    follows('started_at', 'ended_at', 'the test ends before it starts'),
    { ...follows('test_date', 'reported_at', 'the report is before the test'),
      fails: 'cast(reported_at as date) < test_date and not counted' },
  ],
  diagnostic_waits: [clockStart],
  rtt_pathways: [clockStart],
  published_values: [printedPart],
  benchmark_values: [benchmarkGiven],
};

/** A stretch has two ends, in their order, or neither where the table allows it to be undated. */
function stretchChecks(table: CanonicalTable): readonly RowCheck[] {
  if (table.from === undefined) {
    return [];
  }
  const [from, to] = [table.from, table.date];
  const undated = table.columns.some(({ name, required }) => name === from && required !== true);
  return [
    follows(from, to, 'the stretch ends before it begins'),
    ...(undated ? [{
      column: to, fails: `(${identifier(from)} is null) <> (${identifier(to)} is null)`, shows: [from, to],
      says: (row: LoadedRow) => (row[to] === null ? `is empty where ${from} is given` : `is given where ${from} is empty`),
      remedy: 'Give both ends of the stretch, or neither',
    }] : []),
  ];
}

/** A census is of a day: one counted "by the month" could be any of its days, or several taken as one. */
function censusChecks(table: CanonicalTable): readonly RowCheck[] {
  return table.standsFor !== 'census' ? [] : [{
    column: 'counted_by', fails: "counted_by = 'month'", shows: [table.date],
    says: () => 'a census is of one day and cannot be counted by the month',
    remedy: `Leave counted_by out of the mapping, and give the day of the census as ${table.date}`,
  }];
}

/** Every check of one column of a row against another. */
export const sequenceChecks = (table: CanonicalTable): readonly RowCheck[] =>
  [...(SEQUENCES[table.name] ?? []), ...stretchChecks(table), ...censusChecks(table)];
