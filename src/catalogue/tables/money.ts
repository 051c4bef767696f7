import { SHARED_COLUMNS, type CanonicalColumn, type CanonicalTable } from '../canonical-table';

/** Points of delivery, as the contract with commissioners names its lines. */
const POD_CODES = [
  'day-case', 'inpatient', 'new-outpatient', 'new-outpatient-nftf', 'outpatient-procedure', 'direct-access-cardiac', 'direct-access-diagnostics',
  'direct-access-respiratory', 'diagnostic-imaging', 'cardiac-investigations', 'respiratory-physiology', 'unbundled-inpatient',
  'unbundled-outpatient', 'follow-up-outpatient', 'non-elective', 'accident-and-emergency',
] as const;

const MOST_MONEY = 10_000_000_000;
const money = (name: string, required: boolean): CanonicalColumn => ({ name, type: 'number', required, min: -MOST_MONEY, max: MOST_MONEY });

/** Which plan a line stands in: every line is in "all activity"; those paid by the case are in "variable only" too. */
const PLAN_BASIS: CanonicalColumn = { name: 'plan_basis', type: 'text', required: true, codes: ['variable', 'fixed'] };

export const CONTRACT_ACTIVITY: CanonicalTable = {
  name: 'contract_activity',
  describes: 'activity and its income for one month, point of delivery and specialty, as charged to commissioners',
  key: 'line_id',
  date: 'activity_month',
  standsFor: 'event',
  monthly: true,
  columns: [
    { name: 'line_id', type: 'text' },
    { name: 'activity_month', type: 'date', required: true },
    ...SHARED_COLUMNS,
    { name: 'pod_code', type: 'text', required: true, codes: POD_CODES },
    PLAN_BASIS,
    /** Whether an approved business case funds it: then it is outside the plan and outside the savings. */
    { name: 'business_case', type: 'boolean' },
    { name: 'activity', type: 'number', required: true, min: -100_000_000, max: 100_000_000 },
    money('income', true),
  ],
};

export const ACTIVITY_PLAN: CanonicalTable = {
  name: 'activity_plan',
  describes: 'the planned activity and income of one point of delivery and specialty, for a month or for the year to date',
  key: 'plan_line_id',
  date: 'plan_to',
  standsFor: 'stretch',
  from: 'plan_from',
  columns: [
    { name: 'plan_line_id', type: 'text' },
    { name: 'plan_from', type: 'date', required: true },
    { name: 'plan_to', type: 'date', required: true },
    ...SHARED_COLUMNS,
    { name: 'pod_code', type: 'text', required: true, codes: POD_CODES },
    PLAN_BASIS,
    { name: 'planned_activity', type: 'number', required: true, min: 0, max: 100_000_000 },
    money('planned_income', true),
  ],
};

export const SERVICE_COSTS: CanonicalTable = {
  name: 'service_costs',
  describes: 'what one month of a specialty and point of delivery cost (PLICS), what it earned and what it weighs',
  key: 'cost_line_id',
  date: 'cost_month',
  standsFor: 'event',
  monthly: true,
  columns: [
    { name: 'cost_line_id', type: 'text' },
    { name: 'cost_month', type: 'date', required: true },
    ...SHARED_COLUMNS,
    { name: 'pod_code', type: 'text', required: true, codes: POD_CODES },
    money('total_cost', true),
    money('pay_cost', false),
    money('income', true),
    /** Weighted activity units: activity weighed by tariff, one unit an average episode of elective care. */
    { name: 'weighted_activity_units', type: 'number', required: true, min: 0, max: 100_000_000 },
  ],
};
