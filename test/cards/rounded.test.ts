import path from 'node:path';
import type { Figure } from '../../src/engine/result';
import { createCards } from '../../src/cards/create-cards';
import { isDifferenceOut, isVisiblyOut } from '../../src/cards/views/rounded';
import { judged, resultFor } from '../answers/measured-result';
import { texts } from './walk';

const cards = createCards({ templatesFolder: path.join(__dirname, '../../cards'), chartAddress: null });
const less = (income: number, cost: number): Figure => ({ numerator: income, denominator: cost, value: income - cost, hidden: false });
const ROUNDED = 'Rounded: parts may not add up';

test('what is printed adds up or does not, as a reader would add it', () => {
  // 35,883,102 − 45,072,046 = −9,188,944.
  expect(isDifferenceOut('£35,883,102', '£45,072,046', '(£9,188,945)')).toBe(true);
  expect(isDifferenceOut('£35,883,102', '£45,072,046', '(£9,188,944)')).toBe(false);
  expect(isVisiblyOut(['275 below', '6,958 above'], '6,683 above')).toBe(false);
  expect(isVisiblyOut(['275 below', '6,958 above'], '6,684 above')).toBe(true);
  expect(isDifferenceOut('£24.1m', '£21.5m', '£2.7m above')).toBe(true);
  // Nobody adds pounds to millions of them, or what is hidden.
  expect(isDifferenceOut('£1.1m', '£1.1m', '£44,493 below')).toBe(false);
  expect(isVisiblyOut(['*', '5'], '9')).toBe(false);
});

describe('a card whose numbers are a pound out by rounding says so', () => {
  // 100.4 − 90.6 = 9.8: printed £100, £91 and £10.
  const out = less(100.4, 90.6);
  const even = less(100, 90);
  const rows = (...figures: readonly Figure[]) => ({ groups: figures.map((figure, at) => ({ keys: [`cmg-${at}`], figure })) });

  test('beside the figure, and nothing where they add up', () => {
    expect(texts(cards.render(judged(resultFor('net-surplus', out), { intent: 'value' }).answer))).toContain(ROUNDED);
    expect(texts(cards.render(judged(resultFor('net-surplus', even), { intent: 'value' }).answer))).not.toContain(ROUNDED);
  });

  test('under the rows of a split, of a row by itself and of all of them together', () => {
    const shown = (whole: Figure, ...figures: readonly Figure[]) => texts(cards.render(judged(resultFor('net-surplus', whole, rows(...figures)), { intent: 'breakdown', by: 'cmg' }).answer));
    expect(shown(less(200, 180), even, even)).not.toContain(ROUNDED);
    expect(shown(less(200.4, 180.6), even, out)).toContain(ROUNDED);
    // 10.4 + 10.4 = 20.8: printed £10, £10 and £21, each row by itself in order.
    expect(shown(less(200.8, 180), less(100.4, 90), less(100.4, 90))).toContain(ROUNDED);
  });
});
