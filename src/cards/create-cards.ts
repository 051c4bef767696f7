import type { Answer } from '../answers/answer';
import { CARD_LIMIT, type AdaptiveCard } from './adaptive-card';
import { CARD_DETAILS, type CardDetail } from './card-detail';
import { refreshOf } from './card-refresh';
import { cardView } from './card-view';
import type { ChartAddress } from './charts/chart-address';
import { loadTemplates } from './templates';
import { linesView } from './views/lines-view';

export interface Cards {
  /** The card of an answer: plain JSON of at most 12,000 characters. The same answer gives the same card. */
  render(answer: Answer): AdaptiveCard;
  /** The card of a fault: what happened and what to do, and a reference under which the log has the rest. */
  fault(sentence: string, reference: string | null): AdaptiveCard;
}

/**
 * The face of every answer. Templates are read and tried at once.
 *
 * @param templatesFolder the folder with `value.json` and the rest
 * @param chartAddress gives a chart's picture its address; null where nobody could fetch one, and words stand in
 * @throws TallyError CONFIG_INVALID where a template is missing or faulty
 */
export function createCards({ templatesFolder, chartAddress }: {
  readonly templatesFolder: string;
  readonly chartAddress: ChartAddress | null;
}): Cards {
  const templates = loadTemplates(templatesFolder);
  return {
    render: (answer) => {
      const refresh = refreshOf(answer);
      for (const detail of CARD_DETAILS) {
        const { kind, view } = cardView(answer, detail, chartAddress);
        const card = { ...templates(kind, view), ...(refresh === null ? {} : { refresh }) };
        if (JSON.stringify(card).length <= CARD_LIMIT) {
          return card;
        }
      }
      return templates('error', linesView(bare(answer), LEAST));
    },
    fault: (sentence, reference) => templates('error', linesView(faultAnswer(sentence, reference), LEAST)),
  };
}

const LEAST: CardDetail = { points: 0, rows: 1, caveats: 0, actions: 0, text: 300, pointer: '' };

/** The verdict alone, for an answer that fits on no card. */
const bare = (answer: Answer): Answer => ({ ...answer, metrics: [], scorecard: null, lines: [], options: [], next: [] });

function faultAnswer(sentence: string, reference: string | null): Answer {
  return {
    outcome: 'refused', query: null, headline: sentence, scope: null, metrics: [], definition: null,
    lines: reference === null ? [] : [`Reference ${reference}`], options: [], reason: 'fault', next: [], notice: null, scorecard: null, showWorking: false,
  };
}
