import { isZone } from '../../calendar/schedule';

/** A zone's own name ("Europe/Paris", "(America/New York)", "UTC"), or the time of a place ("Paris time"), as patterns. */
export const ZONES_SAID: readonly string[] = [
  '\\(?(?:(?:in|by|on) )?(?:[a-z]+(?:/[a-z][a-z0-9_+-]*(?: [a-z][a-z0-9_-]*){0,3}){1,2}|utc)\\)?',
  '\\(?(?:(?:in|by|on) )?(?:the )?[a-z]+ time\\)?',
  '\\(?(?:(?:in|by|on) )?(?:the )?[a-z]+ [a-z]+ time\\)?',
];

const HERE: ReadonlySet<string> = new Set(['uk', 'british', 'local', 'our', 'london', 'english', 'gmt', 'bst', 'uk local']);
const CONTINENTS = ['Europe', 'America', 'Asia', 'Africa', 'Australia', 'Pacific', 'Atlantic', 'Indian'] as const;

/** The zone that words name, as the tz database spells it; null where they name none. */
export function zoneOf(words: string): string | null {
  const plain = words.replace(/[()]/g, '').trim().replace(/^(?:in|by|on) /i, '').replace(/^the /i, '');
  const [, city] = /^(.+) time$/i.exec(plain) ?? [];
  if (city === undefined) {
    return spelt(plain);
  }
  return HERE.has(city.toLowerCase()) ? 'Europe/London' : CONTINENTS.flatMap((continent) => spelt(`${continent}/${city}`) ?? [])[0] ?? null;
}

const ZONES: ReadonlyMap<string, string> = new Map(['UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => [zone.toLowerCase().replaceAll('_', ' '), zone]));

/** A zone under its own spelling, whatever the capitals it was typed with. */
function spelt(typed: string): string | null {
  const zone = ZONES.get(typed.toLowerCase().replaceAll('_', ' ')) ?? typed.trim().replaceAll(' ', '_');
  return /^UTC$|\//.test(zone) && isZone(zone) ? zone : null;
}
