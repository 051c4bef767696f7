import { decoded, readCsv } from '../../src/cli/csv-rows';
import { periodBetween, periodWritten } from '../../src/cli/reconcile-period';

const HELD = { from: '2022-04-01', to: '2024-06-30', bookedTo: '2024-06-30', dailyFrom: '2024-04-01' };
const written = (text: string): unknown => {
  const period = periodWritten(text, HELD, '2024-07-11');
  return typeof period === 'string' ? period : [period.from, period.to, period.grain];
};
const between = (from: string, to: string): unknown => {
  const period = periodBetween(from, to);
  return typeof period === 'string' ? period : [period.label, period.grain];
};

test.each<[text: string, from: string, to: string, grain: string]>([
  ['May 2024', '2024-05-01', '2024-05-31', 'month'], ['2024-05', '2024-05-01', '2024-05-31', 'month'], ['Q1 2024/25', '2024-04-01', '2024-06-30', 'quarter'],
  ['2023/24', '2023-04-01', '2024-03-31', 'year'], ['April to May 2024', '2024-04-01', '2024-05-31', 'range'], ['12 months to May 2024', '2023-06-01', '2024-05-31', 'rolling'],
])('%s is %s to %s, a %s', (text, from, to, grain) => {
  expect(written(text)).toEqual([from, to, grain]);
});

test.each(['', 'soon', '2024-13', 'May 2024 or May 2023', 'elective May 2024'])('%j is not a period', (text) => {
  expect(written(text)).toBe('is not a period');
});

test.each<[from: string, to: string, label: string, grain: string]>([
  ['2024-05-01', '2024-05-31', 'May 2024', 'month'], ['2024-04-01', '2025-03-31', '2024/25', 'year'], ['2024-04-01', '2024-05-31', 'April to May 2024', 'range'],
])('%s to %s is %s, a %s', (from, to, label, grain) => {
  expect(between(from, to)).toEqual([label, grain]);
});

test('days that are none, or that run backwards, are refused', () => {
  expect(between('2024-02-31', '2024-03-31')).toMatch(/is not a day/);
  expect(between('31/02/2024', '2024-06-30')).toMatch(/is not a day/);
  expect(between('2024-06-01', '2024-05-31')).toBe('ends before it begins');
});

test('a row is numbered as a spreadsheet counts it, over blank rows and line ends inside quotes', () => {
  const { columns, rows } = readCsv('\uFEFFmetric,value,filters\r\ndna-rate,6.5%,"telephone, and\nvideo ""kept"" out"\r\n\r\n,,\r\nacpl , 1.89 ,\r\n');
  expect(columns).toEqual(['metric', 'value', 'filters']);
  expect(rows).toEqual([
    { row: 2, cells: { metric: 'dna-rate', value: '6.5%', filters: 'telephone, and\nvideo "kept" out' } },
    { row: 5, cells: { metric: 'acpl', value: '1.89', filters: '' } },
  ]);
});

test('a file that Excel wrote keeps its pound signs', () => {
  expect(decoded(Uint8Array.of(0xa3, 0x35))).toBe('£5');
  expect(decoded(Uint8Array.of(0xc2, 0xa3, 0x35))).toBe('£5');
});
