import type { TeamsActivity } from './activity';

/** The longest question that is read. Cutting a longer one could drop the very word that matters. */
export const LONGEST_QUESTION = 500;
/** Beyond this nothing can shrink to a question; it also bounds the work below. */
const LONGEST_RAW = 8_000;

const NAMED_ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', pound: '£' };

/** What a person said, without the markup of Teams; `too-long` where it is more than one question can be. */
export type Spoken = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'too-long' };

/**
 * Reads the words out of a message: the bot's own mentions removed wherever they stand, other people's mentions kept
 * as their names, entities decoded once, invisible characters removed, white space collapsed, Unicode NFKC.
 * @returns the words, '' where only the bot was mentioned or nothing was said
 */
export function spokenText(activity: Pick<TeamsActivity, 'text' | 'entities' | 'recipient'>): Spoken {
  const raw = activity.text ?? '';
  if (raw.length > LONGEST_RAW) return { kind: 'too-long' };
  const text = decodeEntities(withoutMentions(raw, activity))
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cs}\p{Co}]/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return [...text].length > LONGEST_QUESTION ? { kind: 'too-long' } : { kind: 'text', text };
}

/** Whether the bot is among those mentioned; in a shared place nothing else is meant for it. */
export function mentionsBot(activity: Pick<TeamsActivity, 'entities' | 'recipient'>): boolean {
  return (activity.entities ?? []).some((entity) => entity.type === 'mention' && entity.mentioned?.id === activity.recipient.id);
}

function withoutMentions(raw: string, { entities, recipient }: Pick<TeamsActivity, 'entities' | 'recipient'>): string {
  const ownNames = new Set<string>();
  const add = (name: string | null | undefined) => {
    if (name) ownNames.add(nameKey(name));
  };
  add(recipient.name);
  for (const entity of entities ?? []) {
    if (entity.type !== 'mention' || entity.mentioned?.id !== recipient.id) continue;
    add(entity.mentioned.name);
    add(entity.text?.replace(/<\/?at\b[^<>]*>/gi, ''));
  }
  return raw
    .replace(/<at\b[^<>]*>([^<>]*)<\/at\s*>/gi, (_, name: string) => (ownNames.has(nameKey(name)) ? ' ' : name))
    .replace(/<\/?at\b[^<>]*>/gi, ' ');
}

function nameKey(name: string): string {
  return decodeEntities(name).normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED_ENTITIES[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number.parseInt(decimal, 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
  });
}
