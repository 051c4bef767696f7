import type { Answer } from '../answers/answer';
import { PLAIN } from '../answers/from-reading';
import type { PostKey } from '../delivery/ledger';
import type { Address } from '../delivery/port';
import type { Command } from '../language/command';
import type { DigestCommands, Origin } from './carry-out';

/** What people command, and what happens to the places they command it for. */
export interface Commands {
  /** @returns what is said to whoever commanded. @throws TallyError STORE_FAILED */
  carryOut(command: Command, origin: Origin): Promise<Answer>;
  /** Somebody has looked whether a post arrived, or wants it again. */
  decide(what: 'arrived' | 'again', key: PostKey, origin: Origin): Promise<Answer>;
  placeInstalled(isThere: (to: Address) => boolean, at: number): Promise<void>;
  placeRemoved(isThere: (to: Address) => boolean, at: number): Promise<void>;
}

/** Carries out what there is to be carried out. Alerts and following are understood and not carried out yet, and that is said. */
export function commandsOver(digests: DigestCommands, notice: string | null): Commands {
  return {
    carryOut: (command, origin) => (command.kind === 'digest' ? digests.carryOut(command, origin) : Promise.resolve({
      ...PLAIN, outcome: 'unknown' as const, notice, reason: 'not-supported',
      headline: command.kind === 'watch' ? 'I understood an alert, and cannot watch a figure for you yet. A digest can be set up now.' : 'I understood that you want to follow a figure, and cannot do that yet. A digest can be set up now.',
      lines: ['Say, for example, “post the theatres scorecard here every Monday at 8”.'],
    })),
    decide: (what, key, origin) => digests.decide(what, key, origin),
    placeInstalled: (isThere, at) => digests.placeInstalled(isThere, at),
    placeRemoved: (isThere, at) => digests.placeRemoved(isThere, at),
  };
}
