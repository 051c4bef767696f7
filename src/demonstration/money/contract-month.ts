import { daysInMonth, monthOf, yearOf } from '../../calendar/day';
import { financialYear } from '../../calendar/financial-year';
import { normalDraw } from '../chance';
import { valueAt, type Course } from '../course';
import { PAPER_ALL_PLANNED, PAPER_VARIABLE } from './paper-contract';
import { workOfMonth } from './work-of-month';

export type Basis = 'variable' | 'fixed';

/** What one line of the contract adds up to in a month: units and pounds, done and planned. */
export interface ContractMonth {
  readonly month: string;
  readonly pod: string;
  readonly basis: Basis;
  readonly activity: number;
  readonly income: number;
  readonly plannedActivity: number;
  readonly plannedIncome: number;
}

interface Line {
  readonly pod: string;
  readonly basis: Basis;
  /** Pounds a unit in 2024/25. */
  readonly price: number;
  /** Units of a month. */
  readonly units: (month: string) => number;
}

/** Tariff prices against those of 2024/25. */
const PRICES: Readonly<Record<number, number>> = {
  2019: 0.84, 2020: 0.86, 2021: 0.885, 2022: 0.915, 2023: 0.955, 2024: 1, 2025: 1.022, 2026: 1.045, 2027: 1.068,
};
/** Attendances in the emergency department a day. They fell in the first waves of Covid-19. */
const EMERGENCIES: Course = [
  ['2019-04', 700], ['2020-02', 690], ['2020-04', 400], ['2020-08', 590], ['2021-01', 500], ['2021-06', 720], ['2022-06', 710], ['2024-05', 741],
  ['2026-11', 772],
];
/** A plan asks for this much of what was then done, but for April and May 2024, which are the paper's. */
const PLANNED_OF_DONE: Readonly<Record<number, number>> = { 2023: 1.015, 2024: 0.955, 2025: 0.985, 2026: 0.99, 2027: 0.99 };
/** Elective activity paid by the case, of all. */
const VARIABLE_SHARE = 0.929;

const SPRING = ['2024-04', '2024-05'] as const;
const spring = (of: (month: string) => number): number => (of(SPRING[0]) + of(SPRING[1])) / 2;
const noise = (purpose: string, month: string): number => 1 + 0.014 * normalDraw(`${purpose} ${month}`);
const clinics = (month: string): number => workOfMonth(month).outpatients.attended / spring((each) => workOfMonth(each).outpatients.attended);

/** Lines that other extracts of the demonstration count too, or that are not paid by the case. */
const COUNTED: Readonly<Record<string, (month: string) => number>> = {
  'day-case': (month) => workOfMonth(month).spells.dayCases,
  inpatient: (month) => workOfMonth(month).spells.inpatients,
  'new-outpatient': (month) => workOfMonth(month).outpatients.first - nonFaceToFace(month),
  'new-outpatient-nftf': nonFaceToFace,
  'outpatient-procedure': (month) => workOfMonth(month).outpatients.procedures,
  'follow-up-outpatient': (month) => workOfMonth(month).outpatients.attended - workOfMonth(month).outpatients.first - workOfMonth(month).outpatients.procedures,
  'non-elective': (month) => workOfMonth(month).spells.emergencies + workOfMonth(month).spells.maternity,
  'accident-and-emergency': (month) => daysInMonth(yearOf(month), monthOf(month)) * valueAt(EMERGENCIES, month, 'attendances', 0.012),
  // Not worked, or not counted, before its plan of nought.
  'cardiac-investigations': (month) => (month < SPRING[0] ? 0 : 236 * clinics(month) * noise('cardiac-investigations', month)),
};

const LINES: readonly Line[] = [
  ...Object.entries(PAPER_VARIABLE).map(([pod, { activity, income }]) => ({
    pod, basis: 'variable' as const, price: activity === 0 ? 0 : income / activity,
    units: (month: string): number => paperUnits(pod, activity, month) ?? variableUnits(pod, month) ?? (activity / 2) * clinics(month) * noise(pod, month),
  })),
  { pod: 'day-case', basis: 'fixed', price: 688.4, units: (month) => fixedUnits('day-case', month) },
  { pod: 'inpatient', basis: 'fixed', price: 4_610, units: (month) => fixedUnits('inpatient', month) },
  { pod: 'follow-up-outpatient', basis: 'fixed', price: 94.6, units: (month) => counted('follow-up-outpatient', month) },
  { pod: 'non-elective', basis: 'fixed', price: 3_360, units: (month) => counted('non-elective', month) },
  { pod: 'accident-and-emergency', basis: 'fixed', price: 165, units: (month) => counted('accident-and-emergency', month) },
];

/** The contract's lines of a month, YYYY-MM, trust-wide. The same whenever it is asked for. */
export function contractMonth(month: string): readonly ContractMonth[] {
  return LINES.map((line) => {
    const done = doneOf(line, month);
    return { month, pod: line.pod, basis: line.basis, ...done, ...plannedOf(line, month, done) };
  });
}

/** What a month's work, YYYY-MM, is worth at the prices of 2024/25, in pounds. */
export function workload(month: string): number {
  return LINES.reduce((sum, { price, units }) => sum + units(month) * price, 0);
}

type Done = Pick<ContractMonth, 'activity' | 'income'>;
type Planned = Pick<ContractMonth, 'plannedActivity' | 'plannedIncome'>;

function doneOf({ pod, basis, price, units }: Line, month: string): Done {
  const activity = Math.round(units(month));
  const printed = PAPER_VARIABLE[pod];
  if (basis === 'variable' && printed !== undefined && isSpring(month)) {
    const april = pence(printed.activity === 0 ? 0 : (printed.income * Math.round(units(SPRING[0]))) / printed.activity);
    return { activity, income: month === SPRING[0] ? april : pence(printed.income - april) };
  }
  const year = PRICES[financialYear(`${month}-01`)] ?? 1;
  return { activity, income: pence(activity * price * year * (1 + 0.008 * normalDraw(`price ${pod} ${basis} ${month}`))) };
}

/** What the paper prints for two months, shared between them as they were worked. */
function paperUnits(pod: string, both: number, month: string): number | undefined {
  if (!isSpring(month)) {
    return undefined;
  }
  const work = COUNTED[pod] ?? clinics;
  const april = Math.round((both * work(SPRING[0])) / (work(SPRING[0]) + work(SPRING[1])));
  return month === SPRING[0] ? april : both - april;
}

function variableUnits(pod: string, month: string): number | undefined {
  const all = COUNTED[pod]?.(month);
  return all !== undefined && pod in PAPER_ALL_PLANNED ? Math.round(all * VARIABLE_SHARE * noise(`${pod} variable`, month)) : all;
}

function fixedUnits(pod: string, month: string): number {
  const variable = paperUnits(pod, PAPER_VARIABLE[pod]?.activity ?? 0, month) ?? variableUnits(pod, month) ?? 0;
  return counted(pod, month) - variable;
}

function counted(pod: string, month: string): number {
  return COUNTED[pod]?.(month) ?? 0;
}

function plannedOf(line: Line, month: string, done: Done): Planned {
  const printed = PAPER_VARIABLE[line.pod];
  if (isSpring(month) && line.basis === 'variable' && printed !== undefined) {
    return half(month, printed.plannedActivity, printed.plannedIncome);
  }
  const all = PAPER_ALL_PLANNED[line.pod];
  if (isSpring(month) && all !== undefined) {
    const activity = all - (printed?.plannedActivity ?? 0);
    return half(month, activity, activity * line.price);
  }
  if (printed?.plannedActivity === 0) {
    return { plannedActivity: 0, plannedIncome: 0 };
  }
  const share = (PLANNED_OF_DONE[financialYear(`${month}-01`)] ?? 1) * (1 + 0.01 * normalDraw(`plan ${line.pod} ${month}`));
  return { plannedActivity: pence(done.activity * share), plannedIncome: pence(done.income * share) };
}

/** A plan of two months, each a half; what does not divide falls in the second. */
function half(month: string, activity: number, income: number): Planned {
  const first = { plannedActivity: pence(activity / 2), plannedIncome: pence(income / 2) };
  return month === SPRING[0] ? first : { plannedActivity: pence(activity - first.plannedActivity), plannedIncome: pence(income - first.plannedIncome) };
}

function nonFaceToFace(month: string): number {
  const printed = PAPER_VARIABLE['new-outpatient-nftf']?.activity ?? 0;
  const aprilFirst = workOfMonth(SPRING[0]).outpatients.first;
  const april = Math.round(printed * aprilFirst / (aprilFirst + workOfMonth(SPRING[1]).outpatients.first));
  if (isSpring(month)) {
    return month === SPRING[0] ? april : printed - april;
  }
  const remote = workOfMonth(month).outpatients.remote / workOfMonth(SPRING[0]).outpatients.remote;
  return Math.round(workOfMonth(month).outpatients.first * 0.0865 * Math.min(remote, 1.8));
}

function isSpring(month: string): boolean {
  return month === SPRING[0] || month === SPRING[1];
}

function pence(pounds: number): number {
  return Math.round(pounds * 100) / 100;
}
