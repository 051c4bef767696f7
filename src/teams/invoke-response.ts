/** The body with which an `adaptiveCard/action` invoke is answered. Source: the Universal Actions protocol. */
export interface InvokeBody {
  readonly statusCode: number;
  readonly type: 'application/vnd.microsoft.card.adaptive' | 'application/vnd.microsoft.activity.message' | 'application/vnd.microsoft.error';
  readonly value: object | string;
}

/** The body with which an opinion of a card is answered: nothing more is shown. Source: the feedback loop of Teams' bot messages. */
export type EmptyBody = Readonly<Record<string, never>>;

/** Puts a new card in the place of the one that was pressed, for the person who pressed and until the chat is reopened. */
export function replacingCard(card: object): InvokeBody {
  return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card };
}

/** Leaves the pressed card as it is. */
export function acknowledged(words: string): InvokeBody {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: words };
}

/** @param status 400 for a button that is not understood, 500 for one that could not be carried out */
export function refusedInvoke(status: 400 | 500, sentence: string): InvokeBody {
  const code = status === 400 ? 'BadRequest' : 'InternalError';
  return { statusCode: status, type: 'application/vnd.microsoft.error', value: { code, message: sentence } };
}
