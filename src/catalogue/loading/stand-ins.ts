import type { Fields } from './entry';
import type { StandIns } from './mend';

/** A day before all others: what holds on it alone overlaps with nothing. */
const NEVER: Fields = { from: '0001-01-01', to: '0001-01-01' };

/** The plainest metric: it has no part that another part must fit. */
const PLAIN: Fields = { kind: 'count', denominator: null, unit: 'count', less: null, 'base-year': null, splits: null };

export const METRIC_STAND_INS: StandIns = {
  name: { name: '-' }, short: { short: '-' }, group: { group: '-' }, synonyms: { synonyms: [] }, restated: { restated: [] }, definition: { definition: '-' },
  kind: PLAIN, unit: { unit: 'number' }, decimals: { decimals: 0 }, suffix: { suffix: '' }, rest: { rest: null }, queue: { queue: null }, better: { better: 'neutral' }, counting: { counting: 'sessions' },
  denominator: PLAIN, less: { less: null }, 'base-year': PLAIN, splits: { splits: null }, rolling: { rolling: 'ratio-of-sums' },
  'matures-after-days': { 'matures-after-days': 0 }, 'reads-until-mature': { 'reads-until-mature': null }, exclude: { exclude: [] }, dimensions: { dimensions: [], splits: null }, period: { period: 'month' },
  'fresh-for-days': { 'fresh-for-days': 1 }, 'looks-ahead': { 'looks-ahead': false }, restricted: { restricted: false }, caveats: { caveats: [] },
  owner: { owner: '-' }, source: { source: '-' }, version: { version: '-' },
};

const NO_TARGET: Fields = { value: 0, computed: undefined, trajectory: undefined };

export const TARGET_STAND_INS: StandIns = {
  value: NO_TARGET, computed: NO_TARGET, trajectory: { trajectory: undefined }, comparator: { comparator: 'below' }, where: { where: {}, ...NEVER },
  'only-there': { 'only-there': false }, for: { for: 'any', ...NEVER }, source: { source: '-', ...NEVER }, name: { name: '-', ...NEVER },
  owner: { owner: '-' }, first: { first: false }, from: { ...NEVER, trajectory: undefined }, to: { ...NEVER, trajectory: undefined },
};

export const SOURCE_STAND_INS: StandIns = {
  files: { files: '-' }, sheet: { sheet: '-' }, dates: { dates: [] }, 'date-times': { 'date-times': [] }, select: { select: 'file_row' },
  'allowed-fall': { 'allowed-fall': 0 }, optional: { optional: false }, notice: { notice: null },
};

export const ORGANISATION_STAND_INS: StandIns = {
  name: { name: '-' }, formerly: { formerly: [] }, scope: { scope: '-' }, scopeSynonyms: { scopeSynonyms: [] }, notice: { notice: null }, owner: { owner: '-' }, date: { date: '2000-01-01' },
  provider: { provider: null }, 'peer-group': { 'peer-group': null }, 'judged-from': { 'judged-from': null }, specialties: { specialties: [] },
};

export const SCORECARD_STAND_INS: StandIns = {
  name: { name: '-' }, synonyms: { synonyms: [] }, order: { order: 'given' }, period: { period: 'month' }, notes: { notes: [] }, owner: { owner: '-' }, source: { source: '-' },
};

export const EVENT_STAND_INS: StandIns = {
  name: { name: '-' }, from: NEVER, to: NEVER, groups: { groups: [] }, where: { where: {} }, source: { source: '-' },
};

export const PROCEDURE_LIST_STAND_INS: StandIns = {
  name: { name: '-' }, proxy: { proxy: null }, owner: { owner: '-' }, source: { source: '-' }, date: { date: '2000-01-01' },
};

export const INFLATION_STAND_INS: StandIns = { name: { name: '-' }, owner: { owner: '-' }, source: { source: '-' }, date: { date: '2000-01-01' } };

export const QUESTIONS_STAND_INS: StandIns = { keep: { keep: false }, 'for-days': { 'for-days': 90 }, owners: { owners: ['-'] }, because: { because: '-' } };

export const GRANT_STAND_INS: StandIns = {
  users: { users: ['-'] }, teams: { teams: ['-'] }, conversations: { conversations: ['-'] }, because: { because: '-' }, owner: { owner: '-' },
};

export const ACCESS_STAND_INS: StandIns = {
  everybody: { everybody: false }, restricted: { restricted: [] }, 'round-people-to': { 'round-people-to': 5 }, 'audit-days': { 'audit-days': 730 }, because: { because: '-' }, owner: { owner: '-' },
};
