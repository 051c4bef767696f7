import { createHash } from 'node:crypto';

/**
 * SQL macros for draws that look random and never change: the same key and purpose give the same draw whenever
 * and in whatever order rows are made. `purpose` must be a constant, so that its hash is worked out once.
 */
export const CHANCE_MACROS = [
  // hash() of an integer mixes every bit; hash(a, b) would not do, for draws of one row for two purposes then move together.
  `create or replace macro unit(key, purpose) as (((hash(xor(key::ubigint, hash(purpose))) >> 11)::double + 5e-1) / 9007199254740992e0)`,
  `create or replace macro exponential(key, purpose) as (-ln(unit(key, purpose)))`,
  `create or replace macro normal(key, purpose) as
     (sqrt(-2 * ln(unit(key, purpose || ' radius'))) * cos(2 * pi() * unit(key, purpose || ' angle')))`,
  // Shares a whole total over rows: given the running sum of integer weights to this row and the row's own, how many it gets.
  `create or replace macro share_of(total, running, own, everything) as
     ((total::bigint * running::bigint) // everything::bigint - (total::bigint * (running - own)::bigint) // everything::bigint)`,
];

/** A draw between 0 and 1 that depends on `key` alone. */
export function unitDraw(key: string): number {
  return createHash('sha256').update(key).digest().readUIntBE(0, 6) / 2 ** 48;
}

/** A draw from the standard normal distribution that depends on `key` alone. */
export function normalDraw(key: string): number {
  const radius = Math.sqrt(-2 * Math.log(1 - unitDraw(`${key} radius`)));
  return radius * Math.cos(2 * Math.PI * unitDraw(`${key} angle`));
}
