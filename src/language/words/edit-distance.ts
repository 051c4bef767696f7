/**
 * Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours each count one.
 * Gives `limit + 1` as soon as the distance is known to pass `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit || lettersApart(a, b) > 2 * limit) {
    return limit + 1;
  }
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      }
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) {
      return limit + 1;
    }
    before = above;
    above = current;
  }
  return above[b.length] ?? limit + 1;
}

/** How many letters of a to z stand in one word and not in the other; one edit changes at most two. */
function lettersApart(a: string, b: string): number {
  let different = letters(a) ^ letters(b);
  let count = 0;
  while (different !== 0) {
    different &= different - 1;
    count += 1;
  }
  return count;
}

function letters(word: string): number {
  let seen = 0;
  for (let at = 0; at < word.length; at += 1) {
    const place = word.charCodeAt(at) - 97;
    seen |= place >= 0 && place < 26 ? 1 << place : 0;
  }
  return seen;
}
