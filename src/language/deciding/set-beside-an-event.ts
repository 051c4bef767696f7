import type { Case } from '../frame/case';
import type { Reading } from '../reading';
import { NOT_NEEDED } from './not-needed';

const EVENT = `(?:the )?(?:${[
  'covid(?:[- ]?19)?', 'pandemic', 'lockdowns?', '(?:first|second) wave', '(?:junior doctors\'? |nurses\'? )?strikes?', 'industrial action', 'merger', 'reorgani[sz]ation', 'restructure', 'reconfiguration', 'change|changes', 'go[- ]?live', 'switch', 'election',
  'new (?:system|epr|pas|building|contract|tariff|rules|way of working|software)', 'epr', 'pas',
].join('|')})(?: (?:hit|struck|started|began|came in|happened|went live|go[- ]?live))?`;
const AROUND = new RegExp(`[\\s,;:–-]*\\b(?:(?:before and after|before (?:vs?|versus) after|either side of)|pre[- ]?(?:and|&|/|vs?|versus)[- ]?post)[- ]${EVENT}(?![\\p{L}\\d])[\\s,;:–-]*`, 'iu');

/**
 * "Day case rate before and after covid hit, 19/20 vs 20/21": what lies between two times that are named says only why
 * they are set against each other. Null where the event alone would have to say which times are meant.
 */
export function setBesideAnEvent(one: Case): Reading | null {
  const around = AROUND.exec(one.text)?.[0];
  const { main, versus } = one.frame;
  if (around === undefined || main.periods.length + versus.periods.length < 2) {
    return null;
  }
  const rest = one.text.replace(AROUND, ' ').trim();
  const reading = one.again(rest);
  const isCompared = reading.kind === 'query' && reading.query.versus !== null && reading.query.versus !== 'target';
  const plain = isCompared ? one.again(rest, true) : null;
  return plain?.kind === 'query' ? { ...plain, notes: [...plain.notes, `${NOT_NEEDED}“${around.replace(/^[\s,;:–-]+|[\s,;:–-]+$/g, '')}”.`] } : null;
}
