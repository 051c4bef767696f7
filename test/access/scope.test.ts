import fc from 'fast-check';
import { common, covers, tidied, type Part, type Scope } from '../../src/access/scope';

/** Every row of a small trust: a group, a specialty and a site, one of each not named in any grant. */
const KEYS = { cmg: ['mss', 'wc', 'esm'], specialty: ['110', '120', '502'], site: ['lri', 'gh', 'other'] } as const;
const ROWS = KEYS.cmg.flatMap((cmg) => KEYS.specialty.flatMap((specialty) => KEYS.site.map((site) => ({ cmg, specialty, site }))));
type Row = (typeof ROWS)[number];

/** The same by counting rows one by one. */
const isIn = (row: Row, part: Part): boolean => (['cmg', 'specialty', 'site'] as const).every((dimension) => part[dimension]?.includes(row[dimension]) ?? true);
const rowsOf = (scope: Scope): ReadonlySet<Row> => new Set(ROWS.filter((row) => scope.some((part) => isIn(row, part))));

const keys = (of: readonly string[]) => fc.option(fc.subarray([...of], { minLength: 1 }), { nil: undefined });
const part: fc.Arbitrary<Part> = fc.record({ cmg: keys(KEYS.cmg), specialty: keys(KEYS.specialty), site: keys(KEYS.site) });
const scope = fc.array(part, { maxLength: 4 });

test('what is called within a scope has no row outside it, however the scope is put together', () => {
  let within = 0;
  fc.assert(fc.property(scope, part, (allowed, asked) => {
    if (!covers(allowed, asked)) return;
    within += 1;
    const rows = rowsOf(allowed);
    expect(ROWS.filter((row) => isIn(row, asked) && !rows.has(row))).toEqual([]);
  }), { numRuns: 2_000 });
  expect(within).toBeGreaterThan(100);
});

test('key by key, whatever of a grant is asked for together lies within it', () => {
  fc.assert(fc.property(scope, (allowed) => {
    for (const one of allowed) expect(covers(allowed, one)).toBe(true);
  }), { numRuns: 500 });
});

test('what two scopes have in common is the rows of both, and tidying loses and adds none', () => {
  fc.assert(fc.property(scope, scope, (one, other) => {
    const [a, b] = [rowsOf(one), rowsOf(other)];
    expect(rowsOf(common(one, other))).toEqual(new Set(ROWS.filter((row) => a.has(row) && b.has(row))));
    expect(rowsOf(tidied(one))).toEqual(a);
  }), { numRuns: 1_000 });
});
