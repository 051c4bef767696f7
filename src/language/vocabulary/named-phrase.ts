import type { Meaning } from './meaning';

/** Some words of the catalogue with what they mean. `label` says so to a person who has to choose. */
export interface Phrase {
  readonly words: string;
  readonly meaning: Meaning;
  readonly label: string;
}
