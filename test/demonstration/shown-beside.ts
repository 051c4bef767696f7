import type { Cell } from '../../src/engine/cell';
import { EVERY_PART } from '../../src/engine/keys';

/**
 * Whether a cell is hidden in an answer that is shown, as its reader sees it: by itself, or with every part of its period.
 *
 * @throws where the answer has neither, since nobody could then say what it shows
 */
export function hiddenIn(shown: readonly Cell[]): (cell: Cell) => boolean {
  const nameOf = (period: string | null, keys: readonly string[]): string => JSON.stringify([period, ...keys]);
  const hidden = new Map(shown.map(({ period, keys, figure }) => [nameOf(period, keys), figure.hidden === true]));
  return ({ period, keys }) => {
    const found = hidden.get(nameOf(period, keys)) ?? hidden.get(nameOf(period, keys.map(() => EVERY_PART)));
    if (found === undefined) throw new Error(`nothing is said of ${nameOf(period, keys)}`);
    return found;
  };
}
