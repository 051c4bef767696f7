import type { Catalogue } from '../catalogue/catalogue';
import type { Asker } from '../language/question';
import type { Origin } from './carry-out';
import { declarationOf } from './declared';
import { isMeant } from './digest-name';
import { mayChange, type MayChangeParts } from './may-change';
import type { Subscription, SubscriptionsKept } from './subscription';

export interface MeantDigestParts extends MayChangeParts {
  readonly catalogue: Catalogue;
  readonly subscriptions: Pick<SubscriptionsKept, 'all'>;
}

/** Whose digests are whose, and which are meant by somebody who speaks of them from where they are. */
export class MeantDigest {
  readonly #parts: MeantDigestParts;

  constructor(parts: MeantDigestParts) {
    this.#parts = parts;
  }

  /** @throws TallyError STORE_FAILED */
  all(): Promise<readonly Subscription[]> {
    return this.#parts.subscriptions.all(this.#parts.catalogue.organisation.name);
  }

  /** Those that are posted in a conversation. @throws TallyError STORE_FAILED */
  async here(conversation: string): Promise<readonly Subscription[]> {
    return (await this.all()).filter(({ to }) => to.conversation === conversation);
  }

  /** Those here; in a chat of one's own, those that are one's own elsewhere too; in a terminal all. @throws TallyError STORE_FAILED */
  async shownTo({ address, asker, place }: Origin): Promise<readonly Subscription[]> {
    const all = await this.all();
    return address === null ? all : all.filter((one) => one.to.conversation === address.conversation || (place.kind === 'personal' && this.#isOwner(one, asker)));
  }

  /**
   * Those here that go by a name, or all of them where none is given. Where there is none, and it is said in a chat of one's
   * own: those elsewhere that this person may change, but for other people's own, which show what those may see.
   * @throws TallyError STORE_FAILED
   */
  async meant(name: string | null, { address, asker, place }: Origin): Promise<readonly Subscription[]> {
    const named = (all: readonly Subscription[]): readonly Subscription[] => (name === null ? all : all.filter((one) => isMeant(one, name, this.#parts.catalogue)));
    const here = named(address === null ? [] : await this.here(address.conversation));
    if (here.length > 0 || place.kind !== 'personal') return here;
    const elsewhere: Subscription[] = [];
    for (const one of named(await this.all())) {
      if ((one.person === null || one.person.trim().toLowerCase() === asker.id.toLowerCase()) && (await this.may(one, asker))) elsewhere.push(one);
    }
    return elsewhere;
  }

  /** Whether somebody may change it, or decide on its posts. @throws TallyError STORE_FAILED */
  async may(one: Subscription, asker: Asker): Promise<boolean> {
    return this.#isOwner(one, asker) || mayChange(one, asker, this.#parts);
  }

  #isOwner(one: Subscription, { id }: Asker): boolean {
    const { digests, organisation: { formerly } } = this.#parts.catalogue;
    const may = declarationOf(one, digests, formerly)?.['may-change'] ?? [];
    return [one.setUpBy.id, ...may].some((each) => each.trim().toLowerCase() === id.toLowerCase());
  }
}
