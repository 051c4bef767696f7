/** How many of numbers that nobody gave a check digit are NHS numbers all the same: one in eleven. */
const BY_CHANCE = 1 / 11;

/**
 * Whether so many of `all` numbers as are `valid` NHS numbers cannot be chance: by Chernoff's bound on the binomial, with
 * no more than `doubt` of being wrong about one number, and less the more there are, since a long extract is loaded often.
 */
export function isBeyondChance(valid: number, all: number, doubt: number): boolean {
  if (valid <= all * BY_CHANCE) {
    return false;
  }
  const share = valid / all;
  const rest = share === 1 ? 0 : (1 - share) * Math.log((1 - share) / (1 - BY_CHANCE));
  return Math.exp(-all * (share * Math.log(share / BY_CHANCE) + rest)) <= doubt / all;
}
