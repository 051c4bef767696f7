import { ALL_OPEN, type Access } from '../../src/access/access';
import type { Grants } from '../../src/access/permit';
import { WHOLE } from '../../src/access/scope';

/** Sees what is open in the whole trust, and these restricted things. */
export const accessWith = (...ids: readonly string[]): Access => ({ ...ALL_OPEN, restricted: new Map(ids.map((id) => [id, WHOLE])) });

/** Everybody holds these, everywhere. */
export const everybodyHolding = (...ids: readonly string[]): Grants => ({ of: () => ({ alone: accessWith(...ids), here: accessWith(...ids) }) });
