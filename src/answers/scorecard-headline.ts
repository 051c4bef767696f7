import type { Catalogue } from '../catalogue/catalogue';
import type { Scorecard } from '../catalogue/scorecard';
import type { Query } from '../engine/query';
import type { ScorecardResult } from '../engine/result';
import type { ScorecardAnswer, ScorecardAnswerLine } from './answer';
import { inBrackets } from './in-brackets';
import { insightsOf } from './insights';
import { readsWords } from './caveats';
import { forWords, inSentence } from './names';
import { planHeadline } from './plan-headline';
import { isBelowPlan } from './scorecard-plan';

/** Most measures named in the sentence. */
const NAMED = 4;

interface Told {
  readonly answer: ScorecardAnswer;
  readonly all: ScorecardAnswer;
  readonly when: string;
  readonly result: ScorecardResult;
  /** Most measures named in the sentence; four where it is not given. */
  readonly most?: number;
}

/** What stands out of a scorecard whose lines are held to targets. */
export function standingOutOf(query: Query, { answer, all, result }: Told): readonly string[] {
  const lines = all.sections.flatMap((section) => section.lines).filter(({ kind }) => kind === 'line');
  const off = answer.sections.flatMap((section) => section.lines).filter(({ kind, status }) => kind === 'line' && status === 'off-target');
  return lines.every(({ status }) => status === 'none') ? [] : insightsOf(query.intent === 'exceptions' ? off : lines, result.provenance);
}

/**
 * "3 of 5 lead measures are off target in June 2024: ACPL, … 2 are held to a plan, not a target: … above plan.": the verdict
 * on a scorecard, before any number. Every line is accounted for: what is off target, what is held to a plan and on which
 * side of it that is, and what is not judged, with the reason.
 */
export function scorecardVerdict(catalogue: Catalogue, query: Query, scorecard: Scorecard, { answer, all, when, result, most = NAMED }: Told): string {
  const lines = all.sections.flatMap((section) => section.lines).filter(({ kind }) => kind === 'line');
  const judged = lines.filter(({ status }) => status !== 'none');
  // Named in the order in which they are shown.
  const off = answer.sections.flatMap((section) => section.lines).filter(({ kind, status }) => kind === 'line' && status === 'off-target');
  const about = `${inSentence(all.name)}${forWords(catalogue, query)}${when}`;
  if (judged.length === 0) {
    return query.intent === 'exceptions'
      ? `Nothing is off target: none of ${about} has a target to be held against.`
      : (scorecard.judged ? planHeadline(catalogue, result, about) ?? unjudgedWords(answer, about) : indicatorWords(lines, about));
  }
  const planned = lines.filter(({ plan, status }) => plan !== null && status === 'none');
  const unjudged = lines.filter(({ plan, status }) => plan === null && status === 'none');
  const on = judged.length - off.length;
  const met = off.length === 0 || on === 0 || judged.length === lines.length ? '' : ` ${on} ${on === 1 ? 'is' : 'are'} on target.`;
  const rest = `${met}${plannedWords(planned)}${notJudgedWords(unjudged)}`;
  const place = `${forWords(catalogue, query)}${when}`;
  const { several, within } = nouns(catalogue, scorecard);
  const below = planned.filter(isBelowPlan).length;
  return off.length === 0
    ? `Nothing is off target${within}${place}: ${judged.length} of ${lines.length} ${several} on target.${rest}`
    : `${howMany(off.length, lines.length)} ${several} ${off.length === 1 ? 'is' : 'are'} ${isProvisional(off) ? 'provisionally ' : ''}off target${below === 0 ? '' : ` and ${below} ${below === 1 ? 'is' : 'are'} below plan`}${within}${place}: ${named(off, most)}.${longerWords(catalogue, lines, result)}${rest}`;
}

/**
 * " June 2024 is one month, still being coded, and reads high, so some may yet come out on target. Over rolling 6 months E is
 * off target; over rolling 12 months E and R are off target.": of a table that has longer stretches beside the month, what each of them says.
 */
function longerWords(catalogue: Catalogue, lines: readonly ScorecardAnswerLine[], { period, provenance }: ScorecardResult): string {
  const told = lines.filter(({ offOver }) => offOver !== undefined);
  const [first] = told;
  const longer = first?.cells.slice(1).filter(({ id }) => id !== first.cells[0]?.id).map(({ label }) => label) ?? [];
  if (longer.length === 0) {
    return '';
  }
  const each = longer.map((label) => {
    const off = told.filter(({ offOver }) => offOver?.includes(label)).map((line) => line.label);
    return `over ${inSentence(label)} ${off.length === 0 ? 'none is' : `${new Intl.ListFormat('en-GB').format(off)} ${off.length === 1 ? 'is' : 'are'}`} off target`;
  });
  const metric = catalogue.metrics.get(first?.metric ?? '');
  const coding = provenance.maturesOn === null || metric === undefined ? '' : `, still being coded${metric['reads-until-mature'] === null ? '' : `, and ${readsWords(metric)}`}${lines.some((line) => line.mayTurn) ? ', so some may yet come out on target' : ''}`;
  return ` ${period.label} is one month${coding}. ${capital(each.join('; '))}.`;
}

/** Whether every line that is off target may yet come out on it. */
export const isProvisional = (off: readonly Pick<ScorecardAnswerLine, 'mayTurn'>[]): boolean => off.length > 0 && off.every((line) => line.mayTurn === true);

/** "3 of 5"; "Both" and "All 6" where every one of several is off target. */
const howMany = (off: number, all: number): string => (off < all || all === 1 ? `${off} of ${all}` : all === 2 ? 'Both' : `All ${all}`);

/** What the lines are called: "lead measures", "measures … on the theatres scorecard", "CMGs … for cost per weighted activity unit". */
function nouns(catalogue: Catalogue, { name, sections }: Scorecard): { readonly several: string; readonly within: string } {
  const [first] = sections;
  const split = first !== undefined && 'by' in first ? catalogue.dimensions.get(first.by) : undefined;
  const called = inSentence(name);
  if (split !== undefined) {
    return { several: inSentence(split.plural), within: ` for ${called.replace(/ by .*$/, '')}` };
  }
  return /(?:measures|indicators)$/.test(called) ? { several: called, within: '' } : { several: 'measures', within: ` on the ${called}` };
}

/** " 2 are held to a plan, not a target: Day cases and Inpatients above plan, year to date.": what has a plan and no target, below plan first. */
function plannedWords(lines: readonly ScorecardAnswerLine[]): string {
  const sides = [...new Set([...lines.filter(isBelowPlan), ...lines].map(({ statusWords }) => statusWords))].map((words) => {
    const names = lines.filter(({ statusWords }) => statusWords === words).map(({ label }) => label.replace(/ against (?:the )?plan$/i, ''));
    return `${new Intl.ListFormat('en-GB').format(names)} ${inSentence(words)}`;
  });
  return lines.length === 0 ? '' : ` ${lines.length} ${lines.length === 1 ? 'is' : 'are'} held to a plan, not a target: ${sides.join('; ')}.`;
}

/** " 4 more are not judged: no target set.": how many lines have neither a target's verdict nor a plan, and why. */
function notJudgedWords(lines: readonly ScorecardAnswerLine[]): string {
  const whys = lines.map(({ suppressed, statusWords }) => (suppressed ? 'hidden' : statusWords === 'Not judged' ? 'neither higher nor lower is better' : inSentence(statusWords)));
  const each = [...new Set(whys)].map((why, _, all) => (all.length === 1 ? why : `${why} (${whys.filter((other) => other === why).length})`));
  return lines.length === 0 ? '' : ` The other ${lines.length === 1 ? 'one is' : `${lines.length} are`} not judged: ${each.join(', ')}.`;
}

/** Indicators that are no targets are told as they stand, and none of them as good or bad. */
function indicatorWords(lines: readonly ScorecardAnswerLine[], about: string): string {
  return `${capital(about)}, not targets: ${named(lines.filter(({ value }) => value !== null))}.`;
}

/** Sections that are each in an order of their own: which line comes first in which. */
function firstWords(sections: ScorecardAnswer['sections'], about: string): string {
  const firsts = sections.flatMap(({ title, lines: [first] }) => (first === undefined ? [] : [{ title: inSentence(title), label: first.label }]));
  const labels = [...new Set(firsts.map(({ label }) => label))];
  const told = labels.map((label) => `${label} ${inBrackets(firsts.filter((first) => first.label === label).map(({ title }) => title).join('; '))}`);
  return `${capital(about)}: first ${told.length === 1 ? 'is' : 'are'} ${new Intl.ListFormat('en-GB').format(told)}.`;
}

const capital = (words: string): string => `${words.charAt(0).toLocaleUpperCase('en-GB')}${words.slice(1)}`;

/** A table without targets or plans: its total leads, or its first line where it has none. */
function unjudgedWords(answer: ScorecardAnswer, about: string): string {
  const [section] = answer.sections;
  const lines = section?.lines ?? [];
  const total = lines.find(({ kind }) => kind === 'total') ?? lines[0];
  const name = capital(about);
  if (answer.sections.length > 1 && answer.sections.every(({ title, lines: own }) => title !== '' && own.every(({ kind }) => kind === 'line'))) {
    return firstWords(answer.sections, about);
  }
  if (total === undefined) {
    return `${name}: nothing is held.`;
  }
  const cells = total.cells.filter(({ value }) => value !== null).map(({ label, display }) => `${inSentence(label)} ${display}`).slice(0, NAMED);
  const lead = total.kind === 'total' ? 'overall' : `first is ${total.label}`;
  return `${name}: ${lead}, ${cells.join(', ')}.`;
}

function named(lines: readonly ScorecardAnswerLine[], most = NAMED): string {
  const first = lines.slice(0, most).map(({ label, display }) => `${label} ${display}`);
  return new Intl.ListFormat('en-GB').format(lines.length > most ? [...first, `${lines.length - most} more`] : first);
}
