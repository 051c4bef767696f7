import type { InstalledAt } from '../store/installations';

/** Where the bot is installed, so that a place is welcomed once. `when` is milliseconds since 1970. */
export interface Installations {
  /** @returns true when the place was not installed before */
  install(at: InstalledAt, when: number): Promise<boolean>;
  remove(at: InstalledAt, when: number): Promise<void>;
  /** Who installed it, so that they may change what is posted there. */
  rememberInstaller(place: string, person: string): Promise<void>;
}
