/** Where the bot was put: `place` is `team:<id>` for a team, otherwise the conversation's id. */
export interface InstalledAt {
  readonly place: string;
  readonly conversation: string;
  readonly kind: 'personal' | 'group' | 'channel';
  readonly tenant: string | null;
  readonly serviceUrl: string;
}

/** Where the bot is installed, so that a place is welcomed once. `when` is milliseconds since 1970. */
export interface Installations {
  /** @returns true when the place was not installed before */
  install(at: InstalledAt, when: number): Promise<boolean>;
  remove(at: InstalledAt, when: number): Promise<void>;
}
