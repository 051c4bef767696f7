/** A number that somebody says is wrong: which, on which data, whose it is, and whether its owner was told. */
export interface Report {
  readonly id: string;
  readonly organisation: string;
  /** Who says so: the id, and the name where Teams gave one. */
  readonly by: string;
  readonly byName: string | null;
  readonly metric: string;
  /** Whose number it is, as the catalogue names them. */
  readonly owner: string;
  /** JSON. */
  readonly query: string;
  /** The data that the number was seen on. */
  readonly snapshot: string;
  /** "DNA rate 8.0% · ENT · June 2024", worked out when it was reported; of a figure that not everybody may see the measure alone, and of a small one that it is withheld. */
  readonly said: string;
  /** The data that was worked out on: another, where newer data had come since it was seen. */
  readonly saidOn: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** `told`: at least one of the owner's people has it in Teams. `uncertain`: it may have arrived. `not-told`: it did not. */
export type Told = 'told' | 'uncertain' | 'not-told';

const DAY = 24 * 60 * 60_000;
const KEPT_DAYS = 365;

/** The earliest report that is still kept at `at`; both in milliseconds since 1970. */
export const reportsKeptSince = (at: number): number => at - KEPT_DAYS * DAY;

/** Where reports are kept. */
export interface ReportsKept {
  /** @returns false where the same person has reported the same number on the same data before */
  keep(report: Report): Promise<boolean>;
  /** Null where there is none of that id. */
  told(id: string): Promise<Told | null>;
  /** How many one person has reported since. */
  countBy(by: string, since: number): Promise<number>;
  tell(id: string, told: Told): Promise<void>;
  /** What was kept at `since` or after it, the latest first. */
  read(organisation: string, since: number): Promise<readonly (Report & { readonly told: Told })[]>;
  forget(before: number): Promise<void>;
}
