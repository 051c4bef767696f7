import type { Reading } from '../reading';
import type { CommandCase } from './command-case';
import { followAsked } from './follow-asked';
import { keptDigest } from './kept-digest';
import { keptWatch } from './kept-watch';
import { newDigest } from './new-digest';
import { newWatch } from './new-watch';
import { withoutSlips } from './slips';

const READERS: readonly ((text: string, one: CommandCase) => Reading | null)[] = [keptWatch, followAsked, keptDigest, newWatch, newDigest];

/**
 * What a text wants done again and again, or changed of what is: a digest, an alert, a measure to follow. Its words are
 * cut off, and the question in it is read as any other, so that what is not understood is named back. Null for a question.
 */
export function commandAsked(typed: string, one: CommandCase): Reading | null {
  const { text, notes } = withoutSlips(typed, one.ground.vocabulary);
  for (const reader of READERS) {
    const reading = reader(text, one);
    if (reading !== null) {
      return reading.kind === 'command' ? { ...reading, notes: [...notes, ...reading.notes] } : reading;
    }
  }
  return null;
}
