import type { InstalledAt } from '../store/installations';

/** Where the bot is installed, so that a place is welcomed once. `when` is milliseconds since 1970. */
export interface Installations {
  /** @returns true when the place was not installed before */
  install(at: InstalledAt, when: number): Promise<boolean>;
  /** Whoever installed it there has no right by that any more. */
  remove(at: InstalledAt, when: number): Promise<void>;
  /** 'installed', 'removed', or null for a place never seen. */
  state(place: string): Promise<'installed' | 'removed' | null>;
  /** Who installed it, so that they may change what is posted there. */
  rememberInstaller(place: string, person: string): Promise<void>;
}
