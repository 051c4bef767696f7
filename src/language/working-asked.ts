import type { Query } from '../engine/query';
import { unknown } from './deciding/not-understood';
import type { Reading } from './reading';

const POLITE = '(?:(?:and|please|ok|now|so|can you|could you|can i see|i want|i need) )*';
/** "Show your working" and how a figure was come by, said of the answer before. How one is worked out in general is its definition. */
const ALONE = new RegExp(`^${POLITE}(?:(?:show|see|give|explain)(?: me)? )?(?:the |your |its |all (?:the |your )?)?workings?(?: out)?(?: (?:for|of|behind|on) (?:that|it|this))?(?: please)?[\\s.!?]*$`, 'i');
const COME_BY = new RegExp(`^${POLITE}(?:how (?:did|have) (?:you|we) (?:get|got|arrive at|arrived at|come to|come up with|reach|calculate|calculated|work out) (?:that|this|it)(?: (?:figure|number|rate|answer))?|how (?:did|have) (?:you|we) work(?:ed)? (?:that|this|it) out|where (?:did|does|do) (?:that|this|it|the) ?(?:figure|number|rate|answer)? ?(?:you get )?come from|where did you get (?:that|this|it)(?: (?:figure|number|rate|answer))?(?: from)?)[\\s.!?]*$`, 'i');
/** The same before or behind a question: "show the working for …", "…, with working". */
const BEFORE = new RegExp(`^${POLITE}(?:(?:show|see|give|explain)(?: me)? (?:the |your )?workings?|(?:the|your) workings?|workings)(?: out)? (?:for|of|behind) (?=\\S)|^${POLITE}how (?:did|have) you (?:get|got|arrive at|arrived at|come to) (?:the )?(?=\\S)`, 'i');
const BEHIND = /[\s,;:.?!–-]+(?:(?:and|please|with|show|showing|see|plus|including)\s+)+(?:me\s+)?(?:(?:the|your|its|full|all)\s+)*workings?(?: out)?(?: please)?[\s.!?]*$/i;

/** A question without its wish to see the working; null where there is none. Nothing is left of one that says only that. */
export function withoutWorking(text: string): string | null {
  if (ALONE.test(text) || COME_BY.test(text)) {
    return '';
  }
  const [found = ''] = BEFORE.exec(text) ?? [];
  if (found !== '') {
    return text.slice(found.length);
  }
  const behind = BEHIND.exec(text);
  return behind === null || behind.index === 0 ? null : text.slice(0, behind.index);
}

/**
 * The working of a question: of the answer before where nothing else is said, of what the rest reads to where it is a
 * query, and with every option of a question back.
 */
export function withWorking(rest: string, context: Query | null, read: (text: string) => Reading): Reading {
  if (rest !== '') {
    const reading = read(rest);
    switch (reading.kind) {
      case 'query': return withoutFigure(reading.query) ?? { ...reading, working: true };
      case 'clarify': return { ...reading, options: reading.options.map((option) => `${option}, with working`) };
      case 'command': return { ...reading, notes: [...reading.notes, 'It comes without its working.'] };
      case 'unknown':
      case 'refused': return reading;
    }
  }
  return context === null
    ? unknown('nothing-asked', 'The working of what? Ask for a measure, with its working.', [], [])
    : withoutFigure(context) ?? { kind: 'query', query: context, notes: [], said: [], working: true };
}

/** What was kept under a name is kept without its working. */
function withoutFigure({ frozen }: Query): Reading | null {
  return frozen === undefined ? null : unknown('not-supported', 'A scorecard that was kept shows no working. Ask for the scorecard as it is now, or for one of its measures, with its working.', [], []);
}
