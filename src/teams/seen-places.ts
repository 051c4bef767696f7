import { calledWords } from '../digests/called';
import type { Place } from '../language/question';
import type { Incoming } from './incoming';

/** What Teams has said of places, remembered from when it said so. */
export interface SeenPlaces {
  remember(place: string, seen: { readonly isShared: boolean | null; readonly name: string | null }): Promise<void>;
  of(place: string): Promise<{ readonly isShared: boolean | null; readonly name: string | null }>;
}

const isShown = (place: Place): place is Place & { readonly kind: 'channel' | 'group' } => place.kind === 'channel' || place.kind === 'group';

/** What came in, with what its place is called; what it says of the place is remembered. A search may come from anywhere. */
export async function withNames(incoming: Incoming, seen: SeenPlaces): Promise<Incoming> {
  if (!('place' in incoming) || incoming.kind === 'search' || !isShown(incoming.place)) return incoming;
  const { place, team, names = {} } = incoming;
  const [conversation = place.id] = place.id.split(';');
  // A message says of what kind its channel is; other activities may leave it out.
  await seen.remember(conversation, { isShared: place.isMixed === true ? true : incoming.kind === 'question' ? false : null, name: names.place ?? null });
  if (team !== null && names.team !== undefined) await seen.remember(`team:${team}`, { isShared: null, name: names.team });
  const called = await calledWords({ kind: place.kind, conversation, team }, seen);
  return called === null ? incoming : { ...incoming, called };
}
