import type { Catalogue } from '../catalogue/catalogue';
import { Pace, TEAMS_PACE } from '../delivery/pace';
import type { Post } from '../delivery/ledger';
import { Poster, type Made, type Told } from '../delivery/poster';
import { nightlyThrough } from '../engine/nightly-through';
import type { Snapshot } from '../engine/snapshot';
import { DigestCommands, type CarryOutParts } from './carry-out';
import { DeclaredDigests } from './declared';
import type { Places } from './declared-address';
import { Digests, type DigestsParts } from './digests';
import { Awake } from './lateness';

/** What else is posted through the same ledger, in the same turns: each post by whoever owns its topic. */
export interface AlsoPosted {
  owns(post: Post): boolean;
  make(post: Post): Promise<Made>;
  tell(post: Post): Promise<Told>;
}

export interface OpenDigestsParts extends Pick<DigestsParts, 'subscriptions' | 'followed' | 'ledger' | 'road' | 'render' | 'port' | 'chats' | 'clock' | 'failed'>, Pick<CarryOutParts, 'isInstaller' | 'isRemoved'> {
  readonly catalogue: Catalogue;
  readonly places: Places;
  readonly wait: (ms: number) => Promise<void>;
  /** Names this process among all that share the ledger, and no other that ever was. */
  readonly instance: string;
  /** What the nightly extracts hold now; nothing while none are loaded. */
  readonly coverage: () => Promise<Snapshot['coverage']>;
  readonly also: AlsoPosted;
}

export interface OpenDigests {
  readonly digests: Digests;
  readonly commands: DigestCommands;
  /** Plans what has come due and posts it; a tick that is under way is not begun twice. Never throws. */
  tick(): Promise<void>;
  /** Begins nothing more, and resolves when what is on its way has been settled. */
  stop(): Promise<void>;
}

/** Puts together what is posted on a schedule: planned in the ledger, posted in its turn. */
export function openDigests(parts: OpenDigestsParts): OpenDigests {
  const { catalogue, ledger, port, clock, wait, instance, failed, also } = parts;
  const declared = new DeclaredDigests(parts);
  const awake = new Awake();
  const digests = new Digests({ ...parts, declared, awake, organisation: catalogue.organisation.name, nightlyThrough: async (queries) => nightlyThrough(catalogue, await parts.coverage(), queries) });
  const poster = new Poster({
    ledger, port, clock, wait, instance, failed, pace: new Pace({ clock, wait, ...TEAMS_PACE }),
    make: (post) => (also.owns(post) ? also : digests).make(post), tell: (post) => (also.owns(post) ? also : digests).tell(post),
  });
  let under: Promise<void> | null = null;
  let stopped = false;
  let isReconciled = false;
  const once = async (): Promise<void> => {
    try {
      if (!isReconciled) await declared.reconcile();
      isReconciled = true;
      await digests.plan();
      await poster.tick();
    } catch (error) {
      failed(error);
    }
  };
  return {
    digests,
    commands: new DigestCommands({ ...parts, digests }),
    stop: async () => {
      stopped = true;
      poster.stop();
      await under;
    },
    tick: () => {
      if (stopped) return Promise.resolve();
      awake.looked(clock());
      under ??= once().finally(() => { under = null; });
      return under;
    },
  };
}
