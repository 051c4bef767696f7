export type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a button carries, and how a client brings the card up to now, is no part of what is seen. */
const HIDDEN: ReadonlySet<string> = new Set(['data', 'refresh']);

/** Every object of a card that has a `type`, fallbacks included. */
export function elements(value: unknown): readonly Node[] {
  if (Array.isArray(value)) {
    return value.flatMap(elements);
  }
  if (!isNode(value)) {
    return [];
  }
  const within = Object.entries(value).flatMap(([key, one]) => (HIDDEN.has(key) ? [] : elements(one)));
  return typeof value['type'] === 'string' ? [value, ...within] : within;
}

/** The elements of one type, without those that only stand in for another. */
export function shownOf(value: unknown, type: string): readonly Node[] {
  if (Array.isArray(value)) {
    return value.flatMap((one) => shownOf(one, type));
  }
  if (!isNode(value)) {
    return [];
  }
  const within = Object.entries(value).flatMap(([key, one]) => (HIDDEN.has(key) || key === 'fallback' ? [] : shownOf(one, type)));
  return value['type'] === type ? [value, ...within] : within;
}

/** Every text a reader can see, fallbacks included, in order. */
export function texts(card: unknown): readonly string[] {
  return elements(card).flatMap(({ type, text, title, facts }) => [
    ...(typeof text === 'string' ? [text] : []),
    ...(typeof type === 'string' && type.startsWith('Action.') && typeof title === 'string' ? [title] : []),
    ...(Array.isArray(facts) ? facts.flatMap((fact: unknown) => (isNode(fact) ? [String(fact['title']), String(fact['value'])] : [])) : []),
  ]);
}
