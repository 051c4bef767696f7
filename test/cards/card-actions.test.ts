import { buttonRows, nextButtons, questionButtons } from '../../src/cards/card-actions';
import { VALUE } from '../fixtures/cards/answers';
import { teamsFaults } from './teams-schema';

const titles = (options: readonly string[]): readonly string[] => questionButtons(options, 4).map(({ title }) => title);

describe('the titles of questions', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['lose the end they have in common', ['Day case rate for ENT in May', 'BADS day case rate for ENT in May'], ['Day case rate', 'BADS day case rate']],
    ['keep words that are part of what differs', ['DNA rate for General Surgery', 'DNA rate for Colorectal Surgery'], ['DNA rate for General Surgery', 'DNA rate for Colorectal Surgery']],
    ['keep the period where it is what differs', ['DNA rate last month', 'DNA rate this month'], ['DNA rate last month', 'DNA rate this month']],
    ['are whole where there is but one', ['DNA rate for ENT in May'], ['DNA rate for ENT in May']],
    ['are never empty', ['for ENT', 'for ENT'], ['For ENT', 'For ENT']],
    ['are cut where a phone has no room', ['Referral to treatment within eighteen weeks for Urology', 'Length of stay'], ['Referral to treatment within…', 'Length of stay']],
  ])('%s', (_, options, expected) => {
    expect(titles(options)).toEqual(expected);
  });

  test('leave the whole question in the button', () => {
    expect(questionButtons(['A for ENT', 'B for ENT'], 1)).toEqual([{ title: 'A', data: { tally: { v: 1, kind: 'ask', text: 'A for ENT' } } }]);
  });
});

test('a next step whose query is too long for a button is left out, and the others move up', () => {
  const long = { title: 'Long', step: { kind: 'ask', text: 'x'.repeat(5_000) } } as const;
  expect(nextButtons([long, ...VALUE.next], 2).map(({ title }) => title)).toEqual(['By site', 'Last 12 months']);
});

test('buttons stand in rows that a phone shows whole', () => {
  const named = (title: string) => ({ title, data: null });
  const rows = buttonRows(['By site', 'Last 12 months', 'What is this?', 'Compared with the year before'].map(named));
  expect(rows.map(({ buttons }) => buttons.map(({ title }) => title))).toEqual([['By site', 'Last 12 months'], ['What is this?'], ['Compared with the year before']]);
});

test('the schema that cards are checked against knows a wrong one, and says why in a line', () => {
  const card = (body: unknown) => ({ type: 'AdaptiveCard', version: '1.5', body: [body] });
  expect(teamsFaults(card({ type: 'TextBlock', text: 'x', size: 'Small' }))).toEqual([]);
  expect(teamsFaults(card({ type: 'TextBlock', text: 'x', size: 'Tiny' }))).toHaveLength(1);
  expect(teamsFaults(card({ type: 'Badge', text: 'x', style: 'Bad' }))).toHaveLength(1);
  expect(teamsFaults(card({ type: 'Chart.Lines' })).length).toBeGreaterThan(0);
  expect(teamsFaults(card({ type: 'TextBlock', txt: 'x' })).length).toBeGreaterThan(0);
});
