import type { Catalogue } from '../catalogue/catalogue';
import type { Reading } from '../language/reading';
import type { Answer } from './answer';
import { PLAIN } from './from-reading';

/** A command as it was understood, with what is said of it where there is nowhere to post to: it is carried out in Teams alone. */
export function commandAnswer({ organisation }: Pick<Catalogue, 'organisation'>, { command, notes }: Extract<Reading, { kind: 'command' }>): Answer {
  return {
    ...PLAIN,
    outcome: 'unknown',
    headline: 'That is something to be set up and not a question. Digests, alerts and what you follow are set up in Teams: say the same to me there.',
    lines: notes,
    reason: 'not-supported',
    notice: organisation.notice,
    command,
  };
}
