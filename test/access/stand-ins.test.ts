import { readFileSync } from 'node:fs';
import path from 'node:path';
import { grantsOf } from '../../src/access/granted';
import { permit } from '../../src/access/permit';
import { querySchema } from '../../src/engine/query';
import { monthPeriod } from '../../src/calendar/period';
import { catalogueWith, forgetFolders, ORGANISATION } from '../catalogue/folders';

afterAll(forgetFolders);

/** Money, slots and lists are not hidden for being few: what the paper says that a trust can restrict instead is closed when it does. */
const paper = readFileSync(path.join(__dirname, '../../deployment/papers/data-protection.md'), 'utf8');
const catalogueClosing = (restricted: string) => catalogueWith({
  'organisation.yaml': ORGANISATION,
  'grants.yaml': `access:\n  restricted: [${restricted}]\n  because: Stands in for people\n  owner: Director of finance\ngrants:\n  - { users: [director], may: [${restricted}], because: Reports to the board, owner: Director of finance }\n  - { users: [manager], because: Manages, owner: Director of finance }\n`,
});
const asked = (catalogue: ReturnType<typeof catalogueClosing>, who: string, query: object) =>
  permit(querySchema.parse({ intent: 'value', period: monthPeriod(2024, 5), ...query }), { id: who, name: null, tenant: null }, { kind: 'personal', id: 'chat' }, catalogue, grantsOf(catalogue)).allowed;

test.each(['income', 'Activity and money', 'theatre', 'clinic', 'hrg', 'procedure'])('%s can be restricted, as the paper says', (restricted) => {
  expect(paper).toContain(`\`${restricted}\``);
  const catalogue = catalogueClosing(restricted);
  const dimension = catalogue.dimensions.get(restricted);
  const queries = dimension === undefined
    ? [...catalogue.metrics.values()].filter(({ id, group }) => id === restricted || group === restricted).map(({ id }) => ({ metrics: [id] }))
    : [...catalogue.metrics.values()].filter(({ dimensions }) => dimensions.includes(restricted)).flatMap(({ id }) => [
      { metrics: [id], intent: 'breakdown', by: restricted }, { metrics: [id], filters: { [restricted]: ['A1'] } }, { metrics: [id], excluding: { [restricted]: ['A1'] } },
    ]);
  expect(queries.length).toBeGreaterThan(0);
  expect(queries.filter((query) => asked(catalogue, 'manager', query))).toEqual([]);
  expect(queries.filter((query) => !asked(catalogue, 'director', query))).toEqual([]);
  expect(asked(catalogue, 'manager', { metrics: ['dna-rate'] })).toBe(true);
});
