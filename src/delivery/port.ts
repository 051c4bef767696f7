import type { Delivery } from './delivery';

/** A person's own conversation with the bot, as Teams last gave it. */
export interface PersonalChat {
  readonly conversation: string;
  readonly serviceUrl: string;
  readonly tenant: string | null;
}

/** The way out for what nobody asked for just now. Teams fills it. Nothing here throws for a fault of the far side. */
export interface Port {
  /**
   * Posts a card in somebody's own conversation, attempted once.
   * @param summary what a notification shows
   */
  post(to: PersonalChat, card: object, summary: string): Promise<Delivery>;
}

/** Whose own conversation is known: everybody's who has written to the bot by themselves, until they remove it. */
export interface PersonalChats {
  remember(person: string, chat: PersonalChat, at: number): Promise<void>;
  forget(conversation: string): Promise<void>;
  /** Null where it is not known. */
  of(person: string, tenant: string | null): Promise<PersonalChat | null>;
}
