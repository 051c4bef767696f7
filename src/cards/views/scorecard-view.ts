import type { Answer, ScorecardAnswer, ScorecardAnswerCell, ScorecardAnswerLine } from '../../answers/answer';
import { glossaryOf, lettersOf } from '../../answers/abbreviations';
import { inBrackets } from '../../answers/in-brackets';
import { rivalWords } from '../../answers/judge';
import { inSentence } from '../../answers/names';
import { isProvisional } from '../../answers/scorecard-headline';
import { isBelowPlan } from '../../answers/scorecard-plan';
import { WITHHELD } from '../../answers/withheld';
import type { Abbreviation } from '../../catalogue/abbreviation';
import type { CardDetail } from '../card-detail';
import { capitalised, plainText, shortened } from '../card-text';
import type { ChartAddress } from '../charts/chart-address';
import { explaining, frame, lines, safe, type Frame, type Line } from './frame';
import { letterWords, lineIcons } from './icon-view';
import { isLineOut, plainLine, type PlainLine } from './plain-lines-view';
import { ROUNDED } from './rounded';
import { scorecardVerdictView, type ScorecardVerdictView } from './scorecard-verdict-view';
import { provisionalView, statusView, type StatusView } from './status';

/** A measure with its number and status beside it. */
interface JudgedLine {
  readonly label: string;
  readonly value: string;
  readonly status: StatusView;
  /** What its run does and whether its target is met, as the NHS draws them; the words stand under the line. None where there is no room. */
  readonly icons: ReturnType<typeof lineIcons>;
  /** Target, other columns, what another document wants. */
  readonly under: readonly Line[];
}

interface LineGroup {
  readonly title: string;
  readonly colour: StatusView['colour'];
  readonly judged: readonly JudgedLine[];
  readonly plain: readonly PlainLine[];
}

/** Measures against their targets, what is off target first and the rest folded; or a table without targets, line by line. */
export interface ScorecardView extends Frame, ScorecardVerdictView {
  readonly name: string;
  readonly status: StatusView;
  readonly groups: readonly LineGroup[];
  /** Folded under a button; with no groups where all is shown. */
  readonly rest: { readonly show: string; readonly hide: string; readonly groups: readonly LineGroup[] };
  /** What the letters in the icons stand for; empty where there are none. */
  readonly letters: string;
  readonly kept: string;
  readonly restated: readonly Line[];
  readonly more: string;
  readonly hidden: string;
  /** The documents that set the targets. */
  readonly sources: string;
}

const HIDDEN = WITHHELD.replace('*', '\\*');

/** Lines of each kind a card shows, by how much detail it has left. */
const MOST_LINES = { full: 40, fewer: 26, least: 12 } as const;

export function scorecardView(answer: Answer, held: ScorecardAnswer, detail: CardDetail, address: ChartAddress | null): ScorecardView {
  const scorecard = answer.query?.period?.grain === 'ytd' ? withoutRepeated(held) : held;
  const all = scorecard.sections.flatMap((section) => section.lines);
  const measured = all.filter(({ kind }) => kind === 'line');
  const judged = measured.filter(({ status }) => status !== 'none');
  const off = judged.filter(({ status }) => status === 'off-target').length;
  const isJudged = judged.length > 0;
  const shown = isJudged ? judgedGroups(scorecard, answer.letters ?? [], detail, address) : plainGroups(scorecard, detail);
  const lineCount = [...shown.groups, ...shown.rest].reduce((sum, group) => sum + group.judged.length + group.plain.length, 0);
  const more = all.length - lineCount;
  const isDrawn = [...shown.groups, ...shown.rest].some((group) => group.judged.some(({ icons }) => icons.length > 0));
  const folded = shown.rest.reduce((sum, group) => sum + group.judged.length, 0);
  const whole = frame(withLettersOf(answer, [...shown.groups, ...(folded > 0 ? [] : shown.rest)]), { ...detail, actions: Math.min(detail.actions, 3) });
  const isBelow = isUnderWorking(answer, detail, more);
  return {
    ...whole,
    ...scorecardVerdictView(scorecard.said, { detail, isListed: isJudged && off > 0 && detail.rows > 0 }),
    // Read aloud, the verdict ends where what stands out begins: each of that is on its line.
    speech: shortened(plainText([scorecard.said.opening, scorecard.said.verdict].join(' ')), 600),
    pointer: isBelow ? '' : whole.pointer,
    caveats: [...(shown.groups.some(({ plain }) => plain.some(isLineOut)) ? [{ text: ROUNDED }] : []), ...whole.caveats, ...(isBelow ? [{ text: 'Other targets and notes are under Show working.' }] : [])],
    name: safe(capitalised(scorecard.name), detail, 160),
    status: isJudged ? provisionalView(off > 0 ? 'off-target' : 'on-target', offWords({ off, all: measured.length, belowPlan: measured.filter(isBelowPlan).length }, answer.query?.intent === 'exceptions'), isProvisional(measured.filter(({ status }) => status === 'off-target'))) : statusView('none', scorecard.judged ? '' : 'Indicators, not targets'),
    groups: shown.groups,
    rest: { show: `Show the other ${folded}`, hide: 'Hide them again', groups: shown.rest },
    letters: isDrawn ? letterWords(all.flatMap(({ process }) => process ?? [])) : '',
    kept: scorecard.frozen === null ? '' : safe(keptWords(scorecard.restated), detail, 160),
    restated: lines(scorecard.restated, detail, detail.caveats),
    more: more <= 0 ? '' : `and ${more} more: ask for one by name, or for the whole in a terminal`,
    hidden: all.some(({ suppressed }) => suppressed) ? HIDDEN : '',
    sources: scorecard.judged ? safe(sourcesOf(all), detail, 400) : '',
  };
}

/** Letters that stand in folded lines alone are explained under these, and not on a card that does not show them. */
function withLettersOf(answer: Answer, groups: readonly LineGroup[]): Answer {
  const { scorecard } = answer;
  const said = [scorecard?.said.verdict ?? '', ...(scorecard?.said.standingOut ?? []), scorecard?.name ?? '', ...groups.flatMap(({ title, judged, plain }) => [title, ...judged.map(({ label }) => label), ...plain.map(({ label }) => label)])];
  return explaining(answer, said);
}

/** "6 of 8 off target, 1 below plan", of all its lines; where only what is off target is shown, how many that is. */
function offWords({ off, all, belowPlan }: { readonly off: number; readonly all: number; readonly belowPlan: number }, isOnlyOff: boolean): string {
  const words = off === 0 ? 'Nothing off target' : isOnlyOff ? `${off} off target` : `${off} of ${all} off target`;
  return belowPlan === 0 ? words : `${words}, ${belowPlan} below plan`;
}

/** Of the year to date, the number of the year to date is the first, and is not said again beside it. */
function withoutRepeated(scorecard: ScorecardAnswer): ScorecardAnswer {
  const once = (cells: readonly ScorecardAnswerCell[]): readonly ScorecardAnswerCell[] => cells.filter(({ label, display }, at) => at === 0 || label !== 'Year to date' || display !== cells[0]?.display);
  return { ...scorecard, sections: scorecard.sections.map((section) => ({ ...section, lines: section.lines.map((line) => ({ ...line, cells: once(line.cells) })) })) };
}

/** Whether every line is shown and its other targets alone had no room: then they stand under a button, and nothing is lost. */
function isUnderWorking({ next }: Answer, { pointer, rows }: CardDetail, more: number): boolean {
  return pointer !== '' && more <= 0 && rows >= 5 && next.slice(0, 3).some(({ step }) => step.kind === 'working');
}

/** Each document once, with where in it; for a table without targets that it has none, but its plan. */
function sourcesOf(all: readonly ScorecardAnswerLine[]): string {
  const sources = [...new Set(all.flatMap(({ target }) => target?.source ?? []))];
  const documents = [...new Set(sources.map(documentOf))].map((document) => {
    const places = sources.filter((source) => documentOf(source) === document).map((source) => placeOf(source.slice(document.length).replace(/^, /, '')));
    return [withoutLetters(document), new Intl.ListFormat('en-GB').format([...new Set(places)].sort((a, b) => a.localeCompare(b, 'en')))].filter((words) => words !== '').join(', ');
  });
  const isPlanned = all.some(({ plan, cells }) => plan !== null || cells.some(({ id }) => id.startsWith('plan')));
  return sources.length === 0 ? (isPlanned ? 'Held against plan; no other target is set' : 'No targets are set for these') : `Targets: ${documents.join('; ')}`;
}

/** "Trust Board paper H, 11 July 2024" of its "Table 2". */
const documentOf = (source: string): string => /^(.*), Table\b/.exec(source)?.[1] ?? source;

/** "Table 2" of 'Table 2 ("85% for BADS")': the place, and not the words that stand there. */
const placeOf = (place: string): string => /^Table \w+/.exec(place)?.[0] ?? place;

/** Letters of a collection say nothing to whoever does not know it: "Cancelled Operations Guidance (QMCO), 28-day standard". */
const withoutLetters = (document: string): string => document.replace(/ \([A-Z0-9]+\)/g, '');

const keptWords = (restated: readonly string[]): string => (restated.length === 0 ? 'Nothing has changed since it was kept' : 'Changed since it was kept');

/**
 * What is off target under one heading, whatever its section, and what is concerning without being so, or is told to
 * stand out, under another; the rest by section, folded.
 */
function judgedGroups({ sections, said }: ScorecardAnswer, letters: readonly Abbreviation[], detail: CardDetail, address: ChartAddress | null): { groups: readonly LineGroup[]; rest: readonly LineGroup[] } {
  const isOff = ({ kind, status }: ScorecardAnswerLine): boolean => kind === 'line' && status === 'off-target';
  const isTotal = ({ kind }: ScorecardAnswerLine): boolean => kind === 'total';
  const isTold = ({ label, process }: ScorecardAnswerLine): boolean => process !== null && process.variation !== 'common-cause' && said.standingOut.some((words) => words.includes(label));
  const isWorse = (line: ScorecardAnswerLine): boolean => line.kind === 'line' && !isOff(line) && (line.process?.variation === 'concern' || isTold(line));
  const off = sections.flatMap((section) => section.lines.filter(isOff));
  const worse = sections.flatMap((section) => section.lines.filter(isWorse));
  const totals = sections.flatMap((section) => section.lines.filter(isTotal));
  const others = sections.map(({ title, lines: own }) => ({ title, lines: own.filter((line) => !isOff(line) && !isWorse(line) && !isTotal(line)) })).filter(({ lines: own }) => own.length > 0);
  const most = detail.rows >= 12 ? MOST_LINES.full : detail.rows * 2;
  const first = off.slice(0, most);
  const next = worse.slice(0, Math.max(0, most - first.length));
  const left = Math.max(0, most - first.length - next.length - totals.length);
  const group = (title: string, own: readonly ScorecardAnswerLine[]): LineGroup => ({ title, colour: 'Default', judged: own.map((line) => judgedLine(line, detail, address)), plain: [] });
  const inAll = totals.length === 0 ? [] : [group('Overall', totals)];
  // The heading says it of each: the words are not said again, line by line.
  const isTurning = isProvisional(off);
  const headed: LineGroup = { ...group(`${first.some(({ offOver }) => offOver !== undefined) ? 'Off target in the month' : 'Off target'}${isTurning ? ', provisional' : ''}`, first), colour: isTurning ? 'Default' : 'Attention', judged: first.map((line) => ({ ...judgedLine(line, detail, address), status: statusView(line.status, '') })) };
  const worsening = next.length === 0 ? [] : [group([...new Set(next.flatMap(({ process }) => (process === null ? [] : [process.variationWords])))].map((words, at) => (at === 0 ? words : inSentence(words))).join(' or '), next)];
  const groups = off.length === 0 ? [] : [headed, ...worsening, ...inAll];
  const rest = others.map(({ title, lines: own }) => ({ title: safe(title, detail, 120), colour: 'Default' as const, judged: own.slice(0, left).map((line) => judgedLine(line, detail, address, off.length === 0 ? [] : lettersOf(letters, line.label))), plain: [] }));
  // With nothing off target there is nothing to fold the rest behind.
  return off.length === 0
    ? { groups: [...worsening, ...rest, ...inAll], rest: [] }
    : { groups, rest: rest.filter(({ judged }) => judged.length > 0) };
}

/** @param letters those of its name that are explained nowhere else */
function judgedLine(line: ScorecardAnswerLine, detail: CardDetail, address: ChartAddress | null, letters: readonly Abbreviation[] = []): JudgedLine {
  const { target, rivals, plan, cells, notes, kind, process } = line;
  const run = process === null ? [] : [process.lineWords];
  const isUnjudged = line.status === 'none';
  // That no target is set the verdict says of all such lines together.
  const numbers = joined([...(isUnjudged && line.statusWords !== '' && line.statusWords !== 'No target set' ? [line.statusWords] : []), ...(target === null ? [] : [`Target ${target.words}`]), ...(plan === null ? [] : [`Plan ${plan.words}`]), ...cells.slice(1).map(cellWords), ...notes.filter(isUnit)]);
  // What the run promises is said with its course, where the line has one.
  const alone = process === null ? [] : [rivals.some(({ promises }) => promises === true) ? process.runLine : process.lineWords];
  const under = detail.rows < 8 ? joined([...run, ...numbers])
    : [...alone, ...numbers, ...rivals.map((rival) => rivalWords(rival, rival.path === null && detail.rows >= 12)), ...notes.filter((note) => !isUnit(note))];
  return {
    label: safe(kind === 'line' ? line.label : capitalised(line.label), detail, 120),
    value: line.suppressed ? '\\*' : safe(line.display, detail, 24),
    // What has no verdict says so among its numbers: a column beside it is for verdicts.
    status: provisionalView(line.status, isUnjudged ? '' : line.statusWords, line.mayTurn === true && !isUnjudged),
    icons: lineIcons(process, detail, address),
    under: lines([...glossaryOf(letters).map((words) => words.replace(/\.$/, '')), ...under], detail, 6),
  };
}

/** "in cases a list": said with the numbers, and on no line of its own. */
const isUnit = (note: string): boolean => note.startsWith('in ');

/** What belongs on one line, where there is anything. */
const joined = (words: readonly string[]): readonly string[] => (words.length === 0 ? [] : [words.join(' · ')]);

/** A table without targets keeps its order and its sections; where room is short, sub-totals and totals stay. */
function plainGroups({ sections }: ScorecardAnswer, detail: CardDetail): { groups: readonly LineGroup[]; rest: readonly LineGroup[] } {
  const most = detail.rows >= 12 ? MOST_LINES.full : detail.rows >= 8 ? MOST_LINES.fewer : detail.rows === 0 ? 0 : MOST_LINES.least;
  const groups = sections.map(({ title, lines: own }) => {
    const kept = own.length <= most ? own : own.filter(({ kind }) => kind !== 'line').slice(-most);
    const chosen = kept.length > 0 ? kept : own.slice(0, Math.min(most, 5));
    return { title: safe(title, detail, 120), colour: 'Default' as const, judged: [], plain: chosen.map((line) => plainLine(line, detail)) };
  });
  return { groups: groups.filter(({ plain }) => plain.length > 0), rest: [] };
}

function cellWords({ label, display, reason }: ScorecardAnswerCell): string {
  return `${label} ${display}${reason === null ? '' : ` ${inBrackets(reason)}`}`;
}
