import type { Catalogue } from '../catalogue/catalogue';
import { Pace, TEAMS_PACE } from '../delivery/pace';
import { Poster } from '../delivery/poster';
import { DigestCommands, type CarryOutParts } from './carry-out';
import { commandsOver, type Commands } from './commands';
import { Digests, type DigestsParts } from './digests';

export interface OpenDigestsParts extends Pick<DigestsParts, 'subscriptions' | 'ledger' | 'road' | 'render' | 'port' | 'chats' | 'clock'>, Pick<CarryOutParts, 'isInstaller'> {
  readonly catalogue: CarryOutParts['catalogue'] & Pick<Catalogue, 'organisation'>;
  readonly wait: (ms: number) => Promise<void>;
  /** Names this process among all that share the ledger, and no other that ever was. */
  readonly instance: string;
  readonly failed: (error: unknown) => void;
}

export interface OpenDigests {
  readonly digests: Digests;
  readonly commands: Commands;
  /** Plans what has come due and posts it; a tick that is under way is not begun twice. Never throws. */
  tick(): Promise<void>;
  /** Begins nothing more, and resolves when what is on its way has been settled. */
  stop(): Promise<void>;
}

/** Puts together what is posted on a schedule: planned in the ledger, posted in its turn. */
export function openDigests(parts: OpenDigestsParts): OpenDigests {
  const { catalogue, ledger, port, clock, wait, instance, failed } = parts;
  const digests = new Digests({ ...parts, organisation: catalogue.organisation.name });
  const poster = new Poster({
    ledger, port, clock, wait, instance, failed, pace: new Pace({ clock, wait, ...TEAMS_PACE }), make: (post) => digests.make(post), tell: (post) => digests.tell(post),
  });
  let under: Promise<void> | null = null;
  let stopped = false;
  const once = async (): Promise<void> => {
    try {
      await digests.plan();
      await poster.tick();
    } catch (error) {
      failed(error);
    }
  };
  return {
    digests,
    commands: commandsOver(new DigestCommands({ ...parts, digests }), catalogue.organisation.notice),
    stop: async () => {
      stopped = true;
      await under;
    },
    tick: () => {
      if (stopped) return Promise.resolve();
      under ??= once().finally(() => { under = null; });
      return under;
    },
  };
}
