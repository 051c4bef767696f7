import type { DigestCommands } from '../digests/carry-out';
import type { Commands } from '../digests/commands';
import type { FollowCommands } from './follow-commands';
import { watchIn } from './watch';
import type { WatchCommands } from './watch-commands';

/** Carries out what there is to be carried out, each kind by those who look after it. */
export function commandsOver(digests: Pick<DigestCommands, 'carryOut' | 'decide' | 'resume' | 'placeInstalled' | 'placeRemoved'>, watches: WatchCommands, follows: FollowCommands): Commands {
  return {
    carryOut: (command, origin) => {
      switch (command.kind) {
        case 'digest': return digests.carryOut(command, origin);
        case 'watch': return watches.carryOut(command, origin);
        case 'follow': return follows.carryOut(command, origin);
      }
    },
    decide: (what, key, origin) => (watchIn(key.topic) === null ? digests : watches).decide(what, key, origin),
    resume: (topic, origin) => (watchIn(topic) === null ? digests : watches).resume(topic, origin),
    placeInstalled: async (isThere, at, because) => {
      await digests.placeInstalled(isThere, at, because);
      await watches.placeInstalled(isThere, at, because);
    },
    placeRemoved: async (isThere, why) => {
      await digests.placeRemoved(isThere, why);
      await watches.placeRemoved(isThere, why);
    },
  };
}
