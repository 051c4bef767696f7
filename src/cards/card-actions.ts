import type { NextStep } from '../answers/next-step';
import type { Query } from '../engine/query';
import type { Json } from './adaptive-card';
import { capitalised, plainText, shortened } from './card-text';

/** A button as a template binds it: `data` goes into Action.Execute and, for older clients, into Action.Submit alike. */
export interface Button {
  readonly title: string;
  readonly data: Json;
}

/** Longest title that a phone shows whole. */
const TITLE_LIMIT = 34;
/** A question longer than this is no button's: it would push the numbers off the card. */
export const DATA_LIMIT = 1_500;
/** The verb of every action on a card. */
export const VERB = 'tally';

/** Width of a phone's card in pixels, and a cautious guess at a button's: some clients cut a row of buttons off and wrap none. */
const ROW_WIDTH = 288;
const width = ({ title }: Button): number => title.length * 8 + 32;

/** Where the words that options have in common at their end may be cut off. */
const JOINTS: ReadonlySet<string> = new Set(['for', 'in', 'at', 'by', 'over', 'since', 'on', 'between', 'from', 'to', 'last', 'this']);

/** The answer's next steps as buttons, at most `most`; a step whose query is too long for a button is left out. */
export function nextButtons(next: readonly NextStep[], most: number): readonly Button[] {
  return next
    .map(({ title, step }) => button(title, dataOf(step)))
    .filter(({ data }) => JSON.stringify(data).length <= DATA_LIMIT)
    .slice(0, most);
}

function dataOf(step: NextStep['step']): { readonly kind: string; readonly [key: string]: Json } {
  switch (step.kind) {
    case 'ask': return { kind: 'ask', text: plainText(step.text) };
    case 'report': return { kind: 'report', query: asJson(step.query), snapshot: step.snapshot };
    case 'resume': return { kind: step.kind, topic: step.topic };
    case 'arrived':
    case 'again': return { kind: step.kind, topic: step.topic, slot: step.slot };
    case 'query':
    case 'working': return { kind: step.kind, query: asJson(step.query) };
  }
}

/** Buttons that stand side by side. */
export interface ButtonRow {
  readonly buttons: readonly Button[];
}

/** Buttons in rows, none of them wider than a phone; a title too long for company has a row to itself. */
export function buttonRows(buttons: readonly Button[]): readonly ButtonRow[] {
  const rows: Button[][] = [];
  for (const next of buttons) {
    const row = rows.at(-1);
    if (row !== undefined && [...row, next].reduce((sum, each) => sum + width(each), 0) <= ROW_WIDTH) {
      row.push(next);
    } else {
      rows.push([next]);
    }
  }
  return rows.map((row) => ({ buttons: row }));
}

/** Whole questions as buttons. Words that all of them end with are said once, by the question, and left off the titles. */
export function questionButtons(options: readonly string[], most: number): readonly Button[] {
  const titles = withoutCommonEnd(options);
  return options.slice(0, most).map((text, index) => button(titles[index] ?? text, { kind: 'ask', text: shortened(plainText(text), 500) }));
}

function button(title: string, step: { readonly kind: string; readonly [key: string]: Json }): Button {
  return { title: capitalised(shortened(plainText(title), TITLE_LIMIT)), data: { tally: { v: 1, ...step } } };
}

/** A query as a button carries it: what its schema fills in by itself is left out, for a card has little room. */
export function asJson(query: Query): Json {
  const kept = Object.entries(query).filter(([field, value]) => field === 'period' || !(value === null || JSON.stringify(value) === '{}'));
  // A parsed query is plain JSON; this only says so to the compiler, and drops what JSON would drop.
  return JSON.parse(JSON.stringify(Object.fromEntries(kept))) as Json;
}

/** ["A for ENT in May", "B for ENT in May"] → ["A", "B"]: cut only before a joining word, and never to nothing. */
function withoutCommonEnd(options: readonly string[]): readonly string[] {
  const split = options.map((option) => option.trim().split(/\s+/));
  const [first] = split;
  if (first === undefined || split.length < 2) {
    return options;
  }
  const shortest = Math.min(...split.map((words) => words.length));
  let common = 0;
  while (common < shortest - 1 && split.every((words) => words.at(-1 - common) === first.at(-1 - common))) {
    common += 1;
  }
  while (common > 0 && !JOINTS.has(first.at(-common)?.toLowerCase() ?? '')) {
    common -= 1;
  }
  return common === 0 ? options : split.map((words) => words.slice(0, -common).join(' '));
}
