import type { Catalogue } from '../catalogue/catalogue';
import type { Post } from '../delivery/ledger';
import type { DigestCommands } from '../digests/carry-out';
import type { Commands } from '../digests/commands';
import type { AlsoPosted } from '../digests/open-digests';
import { commandsOver } from './commands';
import { FollowCommands, type FollowCommandsParts } from './follow-commands';
import { WatchCommands, type WatchCommandsParts } from './watch-commands';
import { recordedCommands, type RecordedCommandsParts } from './recorded-commands';
import { Watches, type WatchesParts } from './watches';

export interface OpenWatchesParts extends WatchesParts, Omit<FollowCommandsParts, 'catalogue' | 'road' | 'chats'>, Pick<WatchCommandsParts, 'isInstaller' | 'hasReadings'>, Omit<RecordedCommandsParts, 'catalogue'> {
  readonly catalogue: Catalogue;
}

export interface OpenWatches extends AlsoPosted {
  /** Everything that people command. */
  commandsBeside(digests: DigestCommands): Commands;
  /** Looks at what is watched, where anything new is held; a tick that is under way is not begun twice. Never throws. */
  tick(): Promise<void>;
  /** Begins nothing more, and resolves when the look under way is over. */
  stop(): Promise<void>;
}

/** Puts together what is watched and what is followed; their posts take their turn with the digests'. */
export function openWatches(parts: OpenWatchesParts): OpenWatches {
  const watches = new Watches(parts);
  let under: Promise<void> | null = null;
  let stopped = false;
  return {
    owns: (post: Post) => watches.owns(post),
    make: (post) => watches.make(post),
    tell: (post) => watches.tell(post),
    commandsBeside: (digests) => recordedCommands(commandsOver(digests, new WatchCommands({ ...parts, watches }), new FollowCommands(parts)), parts),
    tick: () => {
      if (stopped) return Promise.resolve();
      under ??= watches.look().catch(parts.failed).finally(() => { under = null; });
      return under;
    },
    stop: async () => {
      stopped = true;
      await under;
    },
  };
}
