import { readCsv } from '../../src/cli/csv-rows';
import { answerAsCsv } from '../../src/cli/answer-csv';
import { BREAKDOWN, DNA, TREND, VALUE } from '../fixtures/cards/answers';
import { LEAD_MEASURES } from '../fixtures/cards/board-paper-answers';

/** The rows of a file, read by another program than the one that wrote it. */
const rows = (csv: string): readonly Readonly<Record<string, string>>[] => readCsv(csv).rows.map(({ cells }) => cells);

test('a figure is one row, unrounded, with its parts, its target and where it is from; what it is compared with is a row each', () => {
  expect(rows(answerAsCsv(VALUE))).toEqual([expect.objectContaining({
    metric: 'dna-rate', period: 'October 2026', label: 'DNA rate', value: '0.0808', numerator: '235', denominator: '2908', target: '0.05', status: 'Off target', withheld: 'no', data_to: '2026-10-31', snapshot: '20261101-0612', notice: 'Demonstration data',
  }), expect.objectContaining({ label: 'September 2026', column: 'compared with', value: '0.079' }), expect.objectContaining({ label: 'October 2025', column: 'compared with', value: '0.084' })]);
});

test('a split is a row a part and one for the whole; what is withheld is empty and said to be', () => {
  const split = rows(answerAsCsv(BREAKDOWN));
  expect(split.map(({ label, value, withheld }) => [label, value, withheld])).toEqual([
    ['Leicester Royal Infirmary', '0.094', 'no'], ['Leicester General Hospital', '0.081', 'no'], ['Glenfield Hospital', '0.077', 'no'], ['East Midlands Planned Care Centre', '0.062', 'no'],
    ['Hinckley', '0.048', 'no'], ['Community', '', 'yes'], ['DNA rate', '0.0808', 'no'],
  ]);
  expect(split[5]).toMatchObject({ value: '', numerator: '', denominator: '' });
});

test('a trend is a row a month, a gap an empty one, and what is not over is said', () => {
  const months = rows(answerAsCsv(TREND));
  expect(months).toHaveLength(25);
  expect(months[7]).toMatchObject({ value: '' });
  expect(months[24]).toMatchObject({ period: '2026-10', value: '0.0808', status: 'Not complete' });
});

test('a scorecard is a row a number, its verdict beside the first of each line', () => {
  const cells = rows(answerAsCsv(LEAD_MEASURES));
  expect(cells.slice(0, 2)).toMatchObject([{ label: 'ACPL', column: 'Period', status: 'Off target' }, { label: 'ACPL', column: 'Year to date', status: '' }]);
});

test.each(['=', '+', '-', '@', '\t', '\r'])('text that begins with %j, which a spreadsheet would run, is made harmless', (first) => {
  const name = `${first}cmd|calc`;
  expect(answerAsCsv({ ...VALUE, metrics: [{ ...DNA, name }] })).toContain(`'${name}`);
});

test('text that a spreadsheet would run is made harmless, and a negative number stays one', () => {
  const csv = answerAsCsv({ ...VALUE, metrics: [{ ...DNA, value: -0.5, name: '=HYPERLINK("http://evil","x")' }] });
  expect(rows(csv)[0]).toMatchObject({ label: '\'=HYPERLINK("http://evil","x")', value: '-0.5' });
});

test('without numbers there is the header and nothing else', () => {
  expect(answerAsCsv({ ...VALUE, metrics: [] }).trim().split('\n')).toHaveLength(1);
});
