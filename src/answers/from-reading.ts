import type { Catalogue } from '../catalogue/catalogue';
import type { Reading } from '../language/reading';
import type { Answer } from './answer';
import { inSentence } from './names';

type NotAQuery = Exclude<Reading, { kind: 'query' | 'command' }>;

/** An answer with no numbers in it: the frame that the answers below fill. */
export const PLAIN: Answer = {
  outcome: 'answered', query: null, headline: '', scope: null, metrics: [], definition: null, lines: [], options: [],
  reason: null, next: [], notice: null, scorecard: null, showWorking: false,
};

/** A question back, a plain "not known", or a refusal; the options are whole questions to press. */
export function answerFromReading(catalogue: Catalogue, reading: NotAQuery): Answer {
  const { notice } = catalogue.organisation;
  switch (reading.kind) {
    case 'clarify':
      return { ...PLAIN, outcome: 'clarify', query: reading.query, headline: reading.ask, options: reading.options, notice };
    case 'unknown':
      return { ...PLAIN, outcome: 'unknown', headline: reading.sentence, ...kindsHeld(catalogue, reading), options: reading.options, reason: reading.reason, notice };
    case 'refused':
      return { ...PLAIN, outcome: 'refused', headline: reading.sentence, reason: reading.reason, notice };
  }
}

/** Where nothing near to what was asked is held: what kinds of measures are, and the way to all of them. */
function kindsHeld({ metrics }: Catalogue, { reason, options }: Extract<NotAQuery, { kind: 'unknown' }>): Partial<Pick<Answer, 'lines' | 'next'>> {
  const groups = [...new Set([...metrics.values()].map(({ group }) => inSentence(group)))];
  return options.length > 0 || !NOT_HELD.has(reason) || groups.length === 0 ? {} : {
    lines: [`Measures are held of ${new Intl.ListFormat('en-GB').format(groups)}.`],
    next: [{ title: 'What can I ask?', step: { kind: 'ask', text: 'help' } }],
  };
}

const NOT_HELD: ReadonlySet<string> = new Set(['unknown-word', 'unknown-measure', 'not-a-measure']);
