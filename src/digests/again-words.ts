import type { Command } from '../language/command';
import { moveWords } from '../language/commands/command-words';

/** What is commanded of digests that there are. */
export type Kept = Exclude<Extract<Command, { readonly kind: 'digest' }>, { readonly what: 'create' }>;

/** What was commanded, of one digest by its name; null where it takes more words than these. */
export function againWords(command: Kept, name: string): string | null {
  switch (command.what) {
    case 'history': return `history of the "${name}" digest`;
    case 'preview':
    case 'pause':
    case 'resume':
    case 'stop': return `${command.what} the "${name}" digest`;
    case 'change':
      if (command.rename !== undefined) return `rename the "${name}" digest to "${command.rename}"`;
      return command.query === undefined && command.filters === undefined ? moveWords(`the "${name}" digest`, command.schedule) : null;
    case 'list': return null;
  }
}
