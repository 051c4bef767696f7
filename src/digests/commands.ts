import type { Answer } from '../answers/answer';
import type { PostKey } from '../delivery/ledger';
import type { Address } from '../delivery/port';
import type { Command } from '../language/command';
import type { Origin } from './carry-out';

/** What people command, and what happens to the places they command it for. */
export interface Commands {
  /** @returns what is said to whoever commanded. @throws TallyError STORE_FAILED */
  carryOut(command: Command, origin: Origin): Promise<Answer>;
  /** Somebody has looked whether a post arrived, or wants it again. */
  decide(what: 'arrived' | 'again', key: PostKey, origin: Origin): Promise<Answer>;
  placeInstalled(isThere: (to: Address) => boolean, at: number): Promise<void>;
  placeRemoved(isThere: (to: Address) => boolean, at: number): Promise<void>;
}
