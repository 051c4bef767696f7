import type { Found } from './found';

/** A finding with the atoms it takes in: from `start` to before `found.end`. */
export interface Placed {
  readonly start: number;
  readonly found: Found;
}
