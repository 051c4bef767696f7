import type { Answer, MetricAnswer } from '../../answers/answer';
import { WITHHELD } from '../../answers/withheld';
import { eventLines } from '../../answers/events';
import { glossaryOf, lettersOf, splitByTitle } from '../../answers/abbreviations';
import { dayLabel } from '../../calendar/day';
import { londonTime } from '../../calendar/instant';
import { buttonRows, nextButtons, type ButtonRow } from '../card-actions';
import type { CardDetail } from '../card-detail';
import { capitalised, cardText, plainText, shortened } from '../card-text';

/** A line of its own; templates repeat an element over a list of these. */
export interface Line {
  readonly text: string;
}

/** Characters of a verdict that stay while there is room for any rows at all. */
const VERDICT = 480;

/** What every card has. Every text is ready to be shown; one that does not apply is empty, never missing. */
export interface Frame {
  /** What has happened, above all else; empty on what was asked for. */
  readonly alert: string;
  readonly scope: string;
  /** Under the title: what letters in it stand for. Empty where there are none. */
  readonly meaning: string;
  readonly verdict: string;
  /** The verdict without markdown: read aloud, and shown where no card can be. */
  readonly speech: string;
  readonly notice: string;
  readonly source: string;
  readonly caveats: readonly Line[];
  readonly pointer: string;
  readonly actions: readonly ButtonRow[];
}

/** Text from an answer, cut to what the card has room for and made harmless. */
export function safe(text: string, detail: CardDetail, most = detail.text): string {
  return cardText(shortened(plainText(text), Math.min(most, detail.text)));
}

export function lines(texts: readonly string[], detail: CardDetail, most: number): readonly Line[] {
  const shown = texts.slice(0, most).map((text) => ({ text: safe(text, detail) }));
  return texts.length > most && most > 0 ? [...shown, { text: `and ${texts.length - most} more` }] : shown;
}

/** The answer with those of its letters alone that stand in what a card says: nothing is explained that is not on it. */
export function explaining(answer: Answer, said: readonly string[]): Answer {
  const all = glossaryOf(answer.letters ?? []);
  const kept = (texts: readonly string[]): readonly string[] => texts.filter((text) => !all.includes(text));
  return {
    ...answer,
    letters: lettersOf(answer.letters ?? [], said.join('\n')),
    metrics: answer.metrics.map((metric) => ({ ...metric, caveats: kept(metric.caveats) })),
    scorecard: answer.scorecard === null ? null : { ...answer.scorecard, notes: kept(answer.scorecard.notes) },
  };
}

export function frame(answer: Answer, detail: CardDetail): Frame {
  const events = answer.outcome === 'no-data' ? [] : eventLines(answer.metrics.flatMap((metric) => (metric.undated ? [] : metric.events.filter(({ isNow }) => isNow))));
  // Where rows are starred the star is explained below them.
  const isExplained = answer.metrics.some(({ rows, drivers }) => rows.some(({ suppressed }) => suppressed) || drivers?.parts.some(({ suppressed }) => suppressed) === true);
  // What a measure only stands in for is said under its name, and not among the notes.
  const [first] = answer.metrics;
  const proxy = first?.caveats.find((caveat) => /^proxy\b/i.test(caveat)) ?? '';
  const standsFor = proxy.replace(/^Proxy, not ([^:]+): /i, "Stands in for $1: counted over the trust's own list, ");
  const { inTitle, elsewhere } = splitByTitle(answer.letters ?? [], titleOf(answer));
  const glossary = glossaryOf(answer.letters ?? []);
  const caveats = [...new Set([...answer.metrics.flatMap((metric) => metric.caveats.map((caveat) => (glossary.includes(caveat) ? caveat : ofWhich(answer, metric, caveat)))), ...(answer.scorecard?.notes ?? []), ...events])].filter((caveat) => (!isExplained || caveat !== WITHHELD) && (caveat !== proxy || answer.metrics.length > 1) && !glossary.includes(caveat));
  return {
    alert: safe(answer.alert ?? '', detail, VERDICT),
    scope: safe(scopeOf(answer), detail, 200),
    meaning: safe([...glossaryOf(inTitle), ...(proxy === '' || answer.metrics.length > 1 ? [] : [standsFor])].map((words) => words.replace(/\.$/, '')).join('. '), detail, 240),
    // The verdict is what the card is for: it is cut last.
    verdict: safe(answer.headline, detail.rows === 0 ? detail : { ...detail, text: Math.max(detail.text, VERDICT) }),
    speech: shortened(plainText([answer.alert ?? '', answer.headline].join(' ')), 600),
    notice: safe(answer.notice ?? '', detail, 200),
    source: answer.outcome === 'no-data' && SAYS_WHAT_IS_HELD.has(answer.reason ?? '') ? '' : sourceLine(answer.outcome === 'no-data', [...answer.metrics, ...(answer.scorecard === null ? [] : [answer.scorecard])], answer.refreshedAt ?? null, detail),
    caveats: lines([...caveats, ...glossaryOf(elsewhere)], detail, detail.caveats),
    pointer: detail.pointer,
    actions: buttonRows(nextButtons(answer.next, detail.actions)),
  };
}

/**
 * "Data to 31 October 2026, provisional · refreshed 2 November 2026 at 09:42": how far the numbers go and how far to lean on them; which version of the data they are of stands under Show working.
 * What a document prints without its period has only the day it was printed; what no extract holds has nothing.
 */
function sourceLine(isNothing: boolean, metrics: readonly Pick<MetricAnswer, 'data' | 'printedOn'>[], refreshedAt: number | null, detail: CardDetail): string {
  const held = metrics.filter(({ data }) => data.extracts.length > 0);
  const through = [...new Set(held.map(({ data, printedOn }) => [
    printedOn === null ? `Data to ${dayLabel(data.through)}` : `Printed ${dayLabel(printedOn)}`,
    // Of a stretch of which nothing is held, no part is.
    ...(data.complete || isNothing ? [] : ['part of the period']),
    ...(data.provisional && !isNothing ? ['provisional'] : []),
    ...(data.stale ? ['not up to date'] : []),
  ].join(', ')))];
  const refreshed = refreshedAt === null ? [] : [`refreshed ${londonTime(refreshedAt)}`];
  return safe(capitalised([...through, ...refreshed].join(' · ')), detail, 300);
}

/** Beside several measures, of which of them a caveat is that is not of all. */
function ofWhich({ metrics }: Answer, { name, metric }: MetricAnswer, caveat: string): string {
  const isOfOne = metrics.length > 1 && metrics.some((other) => other.metric !== metric) && caveat !== WITHHELD && metrics.some((other) => !other.caveats.includes(caveat));
  return isOfOne ? `${name}: ${caveat}` : caveat;
}

/** Where there is no number that says it, of which measure there is none. */
function scopeOf({ outcome, metrics: [metric], scope }: Answer): string {
  return [...(outcome === 'no-data' && metric !== undefined ? [metric.name] : []), ...(scope === null ? [] : [scope])].join(' · ');
}

/** Why there is no number where the verdict says from when to when data is held. */
const SAYS_WHAT_IS_HELD: ReadonlySet<string> = new Set(['before-data', 'after-data', 'monthly-only', 'no-activity', 'gap']);

/** Most letters that have room under a title of a scorecard's measures; more are told below. */
const FEW = 2;

/** What the letters under the title are looked for in: its measure's name, or, where they are few, the names of all its lines. */
function titleOf({ metrics, definition, scorecard, letters = [] }: Answer): string {
  const [metric, another] = metrics;
  return definition?.name ?? (metric !== undefined && another === undefined ? metric.name : '')
    + (scorecard !== null && letters.length <= FEW ? [scorecard.name, ...scorecard.sections.flatMap(({ lines: own }) => own.map(({ label }) => label))].join('\n') : '');
}
