import { cleanText } from './clean-text';
import { writtenOut } from './thumbed';

/** A typed question as it is read: plain text, with what is written short written out. */
export function readable(typed: string): string {
  return writtenOut(cleanText(typed));
}
