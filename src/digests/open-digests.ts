import type { Catalogue } from '../catalogue/catalogue';
import { Pace, TEAMS_PACE } from '../delivery/pace';
import type { Post } from '../delivery/ledger';
import type { Port } from '../delivery/port';
import { Poster, type Made } from '../delivery/poster';
import { Teller, type Telling } from '../delivery/teller';
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
  tell(post: Post): Promise<Telling>;
}

export interface OpenDigestsParts extends Pick<DigestsParts, 'subscriptions' | 'followed' | 'ledger' | 'road' | 'render' | 'chats' | 'clock' | 'failed'>, Pick<CarryOutParts, 'isInstaller' | 'isRemoved'> {
  readonly catalogue: Catalogue;
  readonly port: Port;
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
  /** Plans what has come due and posts it, then tells of what did not arrive; neither is begun twice, and what comes due is posted while others are still told. Never throws. */
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
  const pace = new Pace({ clock, wait, ...TEAMS_PACE });
  const poster = new Poster({ ledger, port, clock, wait, instance, failed, pace, make: (post) => (also.owns(post) ? also : digests).make(post) });
  const teller = new Teller({ ledger, port, clock, wait, failed, pace, tell: (post) => (also.owns(post) ? also : digests).tell(post) });
  let posting: Promise<void> | null = null;
  let telling: Promise<void> | null = null;
  let stopped = false;
  let isReconciled = false;
  let hasLooked = false;
  const once = async (): Promise<void> => {
    try {
      if (!isReconciled) await declared.reconcile();
      isReconciled = true;
      hasLooked = false;
      await digests.plan();
      hasLooked = true;
      awake.looked(clock());
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
      teller.stop();
      await posting;
      await telling;
    },
    tick: async () => {
      if (stopped) return;
      // The looks go on while what they found is posted.
      if (posting !== null && hasLooked) awake.looked(clock());
      await (posting ??= once().finally(() => { posting = null; }));
      if (stopped) return;
      await (telling ??= teller.round().catch(failed).finally(() => { telling = null; }));
    },
  };
}
