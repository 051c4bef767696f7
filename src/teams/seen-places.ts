import { calledWords } from '../digests/called';
import type { Place } from '../language/question';
import { BETWEEN_TWO, type Incoming } from './incoming';

/** What Teams has said of places, remembered from when it said so. */
export interface SeenPlaces {
  remember(place: string, seen: { readonly isShared: boolean | null; readonly name: string | null }): Promise<void>;
  of(place: string): Promise<{ readonly isShared: boolean | null; readonly name: string | null }>;
}

const isShown = (place: Place): place is Place & { readonly kind: 'channel' | 'group' } => place.kind === 'channel' || place.kind === 'group';

/**
 * What came in, with what is known of its place: what it is called, and whether others than its team or its chat read it. A
 * message says that of its channel, and what says nothing of it (a pressed button, a card brought up to now, a search) is
 * judged by what was said before; where nothing was, it counts as read by others.
 */
export async function withPlaceSeen(incoming: Incoming, seen: SeenPlaces): Promise<Incoming> {
  if (!('place' in incoming) || !isShown(incoming.place)) return incoming;
  const { place, team, names = {} } = incoming;
  const [conversation = place.id] = place.id.split(';');
  // A search may come from anywhere, also from where the bot is not.
  if (incoming.kind !== 'search') {
    await seen.remember(conversation, { isShared: place.isMixed === true ? true : incoming.kind === 'question' ? false : null, name: names.place ?? null });
    if (team !== null && names.team !== undefined) await seen.remember(`team:${team}`, { isShared: null, name: names.team });
  }
  const isMixed = place.isMixed === true || (!BETWEEN_TWO.test(conversation) && (await seen.of(conversation)).isShared !== false);
  const called = await calledWords({ kind: place.kind, conversation, team }, seen);
  return { ...incoming, place: { ...place, ...(isMixed ? { isMixed } : {}) }, ...(called === null ? {} : { called }) };
}
