import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadCatalogue, readCatalogue } from './load';
import type { Catalogue } from './catalogue';
import type { Fault } from './fault';
import type { Grant } from './grant';

/** `refused`: the folder has faults as it is now, and the grants are those of when it last had none. */
export type LookedAt =
  | { readonly kind: 'as-before' }
  | { readonly kind: 'taken'; readonly grants: readonly Grant[] }
  | { readonly kind: 'refused'; readonly faults: readonly Fault[] };

const AS_BEFORE: LookedAt = { kind: 'as-before' };

/**
 * The catalogue as it was when the program started, and the grants of its folder as they are now: whoever is taken out of them
 * loses what they held without a restart. Grants alone are looked at again, in whichever file they stand; all else that is
 * configured is read once. A folder with any fault changes nothing.
 */
export class CurrentGrants {
  readonly catalogue: Catalogue;
  readonly #folder: string;
  #seen: string | null;
  #taken: string;
  #faults = 0;

  /** @throws CatalogueInvalid (code CATALOGUE_INVALID) with every fault at once */
  constructor(trustFolder: string) {
    this.#folder = trustFolder;
    this.#seen = markOf(trustFolder);
    this.catalogue = loadCatalogue({ trustFolder }).catalogue;
    this.#taken = JSON.stringify(this.catalogue.grants);
  }

  /** How many faults keep what the folder says now from being taken; 0 where what it says is what counts. */
  get faults(): number {
    return this.#faults;
  }

  /** Reads the folder again where anything in it is otherwise than it was at the last look. A second of work where it is, and next to none where it is not. Never throws. */
  look(): LookedAt {
    const seen = markOf(this.#folder);
    if (seen === this.#seen) {
      return AS_BEFORE;
    }
    this.#seen = seen;
    const { catalogue, faults } = seen === null ? gone(this.#folder) : this.#read();
    this.#faults = faults.length;
    if (catalogue === null) {
      return { kind: 'refused', faults };
    }
    const grants = JSON.stringify(catalogue.grants);
    if (grants === this.#taken) {
      return AS_BEFORE;
    }
    this.#taken = grants;
    return { kind: 'taken', grants: catalogue.grants };
  }

  #read(): ReturnType<typeof readCatalogue> {
    try {
      return readCatalogue({ trustFolder: this.#folder });
    } catch {
      // A file went while it was read. It is looked at again.
      this.#seen = null;
      return gone(this.#folder);
    }
  }
}

const gone = (file: string): { readonly catalogue: null; readonly faults: readonly Fault[]; readonly warnings: readonly Fault[] } => ({
  catalogue: null, warnings: [], faults: [{ file, line: 1, message: 'The folder could not be read.', fix: 'See that it is there and may be read.' }],
});

/** Another one whenever a file of the folder says anything else; null where it cannot be read. */
function markOf(folder: string): string | null {
  try {
    const hash = createHash('sha256');
    for (const name of readdirSync(folder).filter((one) => /\.ya?ml$/.test(one)).sort()) {
      hash.update(name).update('\0').update(readFileSync(path.join(folder, name))).update('\0');
    }
    return hash.digest('hex');
  } catch {
    return null;
  }
}
