import type { Delivery } from './delivery';

/** A person's own conversation with the bot, as Teams last gave it. */
export interface PersonalChat {
  readonly conversation: string;
  readonly serviceUrl: string;
  readonly tenant: string | null;
}

/** Somewhere that can be posted to. In a channel a post is a thread of its own. */
export interface Address extends PersonalChat {
  readonly kind: 'personal' | 'group' | 'channel';
  /** The team that a channel is in; null for any other. */
  readonly team: string | null;
  /** Set where others than the members of a team or a chat read it: a channel shared with other teams, and the chat of a meeting. */
  readonly isMixed?: true | undefined;
  /** What it is called: "the channel “Theatres” of “Surgery”". */
  readonly called?: string | undefined;
}

/** The way out for what nobody asked for just now. Teams fills it. Nothing here throws for a fault of the far side. */
export interface Port {
  /**
   * Posts a card, attempted once but for what the Connector asks to be sent again.
   * @param summary what a notification shows
   */
  post(to: Address, card: object, summary: string): Promise<Delivery>;
}

/** Whose own conversation is known: everybody's who has written to the bot by themselves, until they remove it. */
export interface PersonalChats {
  remember(person: string, chat: PersonalChat, at: number): Promise<void>;
  forget(conversation: string): Promise<void>;
  /** Null where it is not known. */
  of(person: string, tenant: string | null): Promise<PersonalChat | null>;
}
