import type { Catalogue } from '../catalogue/catalogue';
import type { Address } from '../delivery/port';
import type { Asker } from '../language/question';

export interface MayChangeParts {
  readonly catalogue: Pick<Catalogue, 'questions'>;
  /** Whether somebody installed the bot there. */
  readonly isInstaller: (person: string, address: Address) => Promise<boolean>;
}

/** Whether somebody may change what is posted somewhere: whoever set it up, whoever installed the bot there, and those named in the configuration. */
export async function mayChange({ setUpBy, to }: { readonly setUpBy: { readonly id: string }; readonly to: Address }, { id }: Asker, { catalogue, isInstaller }: MayChangeParts): Promise<boolean> {
  const named = catalogue.questions?.owners ?? [];
  return setUpBy.id === id || named.some((owner) => owner.trim().toLowerCase() === id.toLowerCase()) || await isInstaller(id, to);
}
