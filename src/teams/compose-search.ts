import { z } from 'zod';
import type { Answer } from '../answers/answer';
import type { Render } from './render';

/** The one command of the message extension; the manifest names it so. */
const COMMAND = 'figure';
/** Fewer letters than these are the beginning of anything. */
export const FEWEST_LETTERS = 3;

const searchSchema = z.object({
  commandId: z.literal(COMMAND),
  parameters: z.array(z.object({ name: z.string().max(100), value: z.string().max(2_000).nullish() })).max(10).nullish(),
});

/**
 * What a person has typed so far into the search box of the message extension; null where the invoke is of another
 * command or another shape. Source: the `composeExtension/query` invoke of Teams.
 */
export function searchOf(value: unknown): string | null {
  const parsed = searchSchema.safeParse(value);
  return parsed.success ? (parsed.data.parameters?.find(({ name }) => name === 'question')?.value ?? '').trim() : null;
}

/** The body with which a search is answered: cards to choose from, or one sentence in their place. */
export interface ComposeBody {
  readonly composeExtension:
    | { readonly type: 'result'; readonly attachmentLayout: 'list'; readonly attachments: readonly object[] }
    | { readonly type: 'message'; readonly text: string };
}

/** A figure that can be put into the message: the card, and how it is called in the list. */
export function foundCards(answers: readonly Answer[], render: Render): ComposeBody {
  return {
    composeExtension: {
      type: 'result',
      attachmentLayout: 'list',
      attachments: answers.map((answer) => ({
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: render(answer),
        preview: { contentType: 'application/vnd.microsoft.card.thumbnail', content: { title: titleOf(answer), text: escaped(answer.headline) } },
      })),
    },
  };
}

export function composeMessage(text: string): ComposeBody {
  return { composeExtension: { type: 'message', text } };
}

/** "DNA rate · ENT · June 2024" */
function titleOf({ metrics, scorecard, definition, scope }: Answer): string {
  const name = scorecard?.name ?? definition?.name ?? metrics.map((metric) => metric.name).join(', ');
  return escaped([name, scope ?? ''].filter((words) => words !== '').join(' · '));
}

/** A thumbnail card reads its text as HTML. */
function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
