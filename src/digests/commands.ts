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
  /** Somebody wants what goes by a topic resumed: that one, whatever else is called so. */
  resume(topic: string, origin: Origin): Promise<Answer>;
  /** What was suspended there goes on. @param because only what was suspended for one of these reasons; whatever it was where it is not given */
  placeInstalled(isThere: (to: Address) => boolean, at: number, because?: readonly string[]): Promise<void>;
  placeRemoved(isThere: (to: Address) => boolean, why: string): Promise<void>;
}
