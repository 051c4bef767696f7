import type { Query } from '../engine/query';
import { unknown } from './deciding/not-understood';
import type { Reading } from './reading';
import { wordsOf, type Word } from './words/word';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const WORKING = set('working workings');
/** What opens a wish, and says nothing of what is wished for. */
const POLITE = set('and please ok okay now so can you could i we see want need to');
const SHOWING = set('show see give explain');
const WHOSE = set('the your its all full me');
const OF = set('for of behind on');
const POINTING = set('that it this figure number rate answer');
/** How an answer is said to have come about. */
const CAME_ABOUT = set('get got arrive arrived come came reach reached calculate calculated work worked');
const AROUND_IT = set('how where did does do have you we at to up with out from the please');
/** What leads to a wish for the working behind a question. */
const LEADING = set('and please with show showing see plus including');

/** A question without its wish to see the working; null where there is none. Nothing is left of one that says only that. */
export function withoutWorking(text: string): string | null {
  const words = wordsOf(text);
  const from = words.findIndex(({ text: word }) => !POLITE.has(word));
  const said = from < 0 ? [] : words.slice(from);
  if (isAlone(said) || asksHowItCame(said)) {
    return '';
  }
  return behind(text, words) ?? before(text, said);
}

/** "Show your working", and nothing else: that of the answer before. How one is worked out in general is its definition. */
function isAlone(said: readonly Word[]): boolean {
  return said.some(({ text }) => WORKING.has(text)) && said.every(({ text }) => [WORKING, POLITE, SHOWING, WHOSE, OF, POINTING].some((words) => words.has(text)) || text === 'out');
}

/** "How did you get that figure", "where does that come from". */
function asksHowItCame(said: readonly Word[]): boolean {
  const [how = '', did = ''] = said.map(({ text }) => text);
  const asks = (how === 'how' && ['did', 'have'].includes(did)) || (how === 'where' && ['did', 'does', 'do'].includes(did));
  return asks && said.some(({ text }) => CAME_ABOUT.has(text)) && said.some(({ text }) => POINTING.has(text)) && said.every(({ text }) => CAME_ABOUT.has(text) || POINTING.has(text) || AROUND_IT.has(text));
}

/** "Show the working for …", "how did you get …": what follows. */
function before(text: string, said: readonly Word[]): string | null {
  const words = said.map((word) => word.text);
  const [how = '', did = '', you = '', came = ''] = words;
  const at = words.findIndex((word) => WORKING.has(word));
  // "Working on the board paper" wishes for none.
  const led = (at > 0 || words[0] === 'workings') && words.slice(0, Math.max(0, at)).every((word) => SHOWING.has(word) || WHOSE.has(word));
  const of = led ? at + (words[at + 1] === 'out' ? 2 : 1) : -1;
  const rest = led && OF.has(words[of] ?? '') ? of + 1 : how === 'how' && ['did', 'have'].includes(did) && you === 'you' && CAME_ABOUT.has(came) ? 4 : -1;
  const first = rest < 0 ? undefined : said.slice(rest).find((word) => !['at', 'to', 'the'].includes(word.text));
  return first === undefined ? null : text.slice(first.start);
}

/** "…, with working": what stands before. */
function behind(text: string, words: readonly Word[]): string | null {
  let at = words.length - 1;
  const back = (kind: ReadonlySet<string>): number => {
    const from = at;
    while (at >= 0 && kind.has(words[at]?.text ?? '')) {
      at -= 1;
    }
    return from - at;
  };
  back(new Set(['please']));
  back(new Set(['out']));
  if (back(WORKING) !== 1) {
    return null;
  }
  back(WHOSE);
  const led = back(LEADING);
  const last = words[at];
  return led === 0 || last === undefined ? null : text.slice(0, last.end);
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
