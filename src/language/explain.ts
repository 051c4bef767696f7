import type { Reading } from './reading';
import type { Ground } from './frame/case';
import { typedWords } from './frame/case';
import { leftovers } from './frame/leftover';
import type { Span } from './frame/span';
import { openedCase } from './open-case';

/** Which words became what, which were left, and what the question was decided to be. */
export interface Explanation {
  /** The question as it was read, after what leans on the one before it was written out. */
  readonly readAs: string;
  readonly words: readonly { readonly typed: string; readonly as: string }[];
  readonly left: readonly string[];
  readonly notes: readonly string[];
  readonly decided: string;
}

/** How the words of a wording were taken, and what they came to. */
export function explanationOf(text: string, reading: Reading, ground: Ground): Explanation {
  const one = openedCase(text, ground);
  const metrics = one.frame.metrics.flatMap((id) => ground.catalogue.metrics.get(id) ?? []);
  return {
    readAs: text,
    words: one.spans.map((span) => ({ typed: typedWords(one.words, span), as: nameOf(span) })),
    left: leftovers(one, metrics).map((run) => typedWords(one.words, run)),
    notes: reading.kind === 'query' || reading.kind === 'command' ? reading.notes : one.notes,
    decided: decidedOn(reading),
  };
}

function decidedOn(reading: Reading): string {
  switch (reading.kind) {
    case 'query': return `answer: ${reading.query.intent}`;
    case 'clarify': return `ask: ${reading.ask}`;
    case 'unknown': return `say (${reading.reason}): ${reading.sentence}`;
    case 'refused': return `refuse (${reading.reason})`;
    case 'command': return `carry out: ${reading.command.kind}, ${reading.command.what}`;
  }
}

function nameOf({ meaning }: Span): string {
  switch (meaning.kind) {
    case 'metric': return `metric ${meaning.id}`;
    case 'value': return `${meaning.dimension} ${meaning.keys.join(', ')}`;
    case 'dimension': return `dimension ${meaning.id}`;
    case 'scope': return 'everything';
    case 'scorecard': return `scorecard ${meaning.id}`;
    case 'group': return `group ${meaning.group}`;
    case 'ambiguous': return `one of ${meaning.ambiguity.readings.join(', ')}`;
    case 'not-held': return 'not held';
    case 'milestone': return 'milestone';
    case 'role': return meaning.role;
    case 'unsupported': return `not supported: ${meaning.feature}`;
    case 'number': return `number ${meaning.value}`;
    case 'ages': return `ages ${meaning.from} to ${meaning.to}`;
    case 'period': return meaning.reading.kind === 'period' ? `period ${meaning.reading.period.label}` : 'a period to be asked about';
  }
}
