import type { Fault } from '../fault';
import type { Entry } from './entry';

/**
 * The national entries with the trust's over them, matched by `key`: what the trust gives replaces that field,
 * what is new is added. Two of one key in the same folder are a fault.
 */
export function merge(national: readonly Entry[], trust: readonly Entry[], key: string, what: string, faults: Fault[]): Entry[] {
  const merged = once(national, key, what, faults);
  for (const [id, entry] of once(trust, key, what, faults)) {
    merged.set(id, merged.get(id)?.under(entry) ?? entry);
  }
  return [...merged.values()];
}

function once(entries: readonly Entry[], key: string, what: string, faults: Fault[]): Map<string, Entry> {
  const seen = new Map<string, Entry>();
  for (const [index, entry] of entries.entries()) {
    const id = entry.text(key);
    const first = seen.get(id);
    if (id !== '' && first !== undefined) {
      const place = first.place();
      faults.push({ ...entry.place([key]), message: `There are two of ${what} "${id}"; the first is at ${place.file}:${place.line}.`, fix: 'Take one out or give it another name.' });
    } else {
      seen.set(id === '' ? `\u0000${index}` : id, entry);
    }
  }
  return seen;
}
