import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadCatalogue } from '../../src/catalogue/load';
import { exampleFiles } from '../../src/cli/reference-files';
import { REFERENCE_BEGINS, REFERENCE_ENDS, referenceTable, withReference } from '../../src/cli/reference-table';

const ROOT = path.join(__dirname, '..', '..');
const { catalogue } = loadCatalogue({ trustFolder: path.join(ROOT, 'deployment', 'trust') });
const examples = exampleFiles(ROOT);

test('the reference in the README is what the catalogue says now: run npm run reference -- --write', () => {
  const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
  expect(withReference(readme, referenceTable(catalogue, examples))).toBe(readme);
});

test('every metric has one row, with the extracts that feed it and the documents that its targets are from', () => {
  const rows = referenceTable(catalogue, []).split('\n').slice(2);
  expect(rows).toHaveLength(catalogue.metrics.size);
  const dna = rows.find((row) => row.includes('`dna-rate`'));
  expect(dna).toContain('outpatient_appointments (');
  expect(dna).toContain('Trust Board paper H, 11 July 2024, Table 2');
  expect(rows.find((row) => row.includes('`late-starts`'))).toContain('text ("Reduce late starts")');
});

test('the example of a metric is found however its entry is written, and not by the beginning of its name', () => {
  const example = (text: string): string | undefined => referenceTable(catalogue, [{ path: 'test/metrics/one.yaml', text }])
    .split('\n').find((row) => row.includes('`dna-rate`'))?.split(' | ').at(-1);
  expect(example('- metric: dna-rate\n  rows: []')).toBe('test/metrics/one.yaml |');
  expect(example("  - { metric: 'dna-rate', rows: [] }")).toBe('test/metrics/one.yaml |');
  expect(example('- metric: dna-rate-all-appointments\n')).toBe('none |');
});

test('what stands around the reference is kept, and a text without a place for it is refused', () => {
  const text = `Before\n${REFERENCE_BEGINS}\nold\n${REFERENCE_ENDS}\nAfter\n`;
  expect(withReference(text, '| new |')).toBe(`Before\n${REFERENCE_BEGINS}\n\n| new |\n\n${REFERENCE_ENDS}\nAfter\n`);
  expect(() => withReference('Before', '| new |')).toThrow(RangeError);
});
