import type { Reading } from '../reading';
import type { Case } from '../frame/case';
import { reworded, thatRead } from '../frame/case';
import type { Comparing } from '../frame/comparing';
import { FUNCTION_WORDS } from '../words/function-words';
import { plays, type AskedPeriod } from '../frame/frame';
import { ambiguousPeriod, ambiguousWord } from './ambiguous';
import { cannotSplit } from './cannot-split';
import { groupsCompared } from './groups-compared';
import { helpAsked } from './help-asked';
import { isItAbove } from './is-it-above';
import { missedKind } from './missed-kind';
import { namedByShare, namedByTarget } from './named-by-target';
import { mostEachMonth } from './most-each-month';
import { nobodyWaits } from './nobody-waits';
import { noneOfThem } from './none-of-them';
import { overbooked } from './overbooked';
import { partsThatMoved } from './parts-that-moved';
import { whoAsked } from './who-asked';
import { noMetric, ofWhat, unsureDimension } from './incomplete';
import { asUnderstood } from './as-understood';
import { opening } from './opening';
import { partInBrackets } from './in-brackets';
import { milestone } from './milestone';
import { measureNotHeld, notSupported, sentEachMonth, strangeWords, unknown, unknownWords } from './not-understood';
import { peersAsked } from './peers';
import { plainIntent } from './plain-intents';
import { causeOfAChange, changeSinceLastYear, whatGoesOn } from './explanation';
import { deadlineNamed, withoutPace } from './forecast';
import { eachWithItsOwn, narrowedByMeasure, splitOrMeasure, withSharedHead } from './joined-measures';
import { basisAsked, pricesAsked } from './basis-asked';
import { toldApart, whichWayIsGood } from './defined-in-other-words';
import { linkBetween } from './link-between';
import { setBesideAnEvent } from './set-beside-an-event';
import { dayAhead, monthAhead } from './time-ahead';
import { freshnessAsked } from './freshness-asked';
import { gappedName } from './gapped-name';
import { planAsked } from './plan';
import { planFor } from './plan-for';
import { ruleAsked } from './rule-asked';
import { apart, besideOneAnother } from './side-by-side';
import { scorecardAsked, whichScorecard } from './scorecards';
import { writeQuery, type Plan } from './write-query';
import { countOfALine, rateOfALine } from './line-of-activity';
import { conditionUnclear } from './condition';
import { countNotRanked } from './count-asked';
import { notComparable, unequalStretches } from './not-comparable';
import { withoutItsOwnKind } from './own-kind';
import { shareOfTarget } from './share-of-target';
import { shortOf } from './short-of';
import { splitAsRatio } from './split-as-ratio';
import { whatCounts } from './what-counts';
import { severalByName } from './narrow-words';
import { agesCut, otherLimit } from './own-limit';
import { againstAnotherTarget, missedTarget } from './against-target';
import { askedAgain, listed, plainQuestion } from './wording';

/** What stands between a question and an answer, first to be settled first. Each gives a reading, or passes on. */
const BEFORE_A_FIGURE: readonly ((one: Case) => Reading | null)[] = [
  helpAsked, freshnessAsked, basisAsked, pricesAsked, whichWayIsGood, toldApart, setBesideAnEvent, linkBetween, opening, deadlineNamed, changeSinceLastYear, causeOfAChange, whatGoesOn, monthAhead, withoutPace, namedByTarget, missedKind, nobodyWaits, noneOfThem, overbooked, isItAbove, groupsCompared, withSharedHead, mostEachMonth, whatCounts, shareOfTarget, rateOfALine, countOfALine, shortOf, gappedName, partsThatMoved, strangeWords, scorecardAsked, whoAsked, ambiguousWord, milestone, measureNotHeld, missedTarget, planAsked, whichScorecard, peersAsked, notSupportedUnlessPlain, unknownWords, sentEachMonth, plainIntent, namedByShare, splitAsRatio, noMetric, ambiguousPeriod,
];

/** The one place that decides between answering, asking and saying what is not known. */
export function decide(one: Case): Reading {
  const reading = decided(one);
  return reading.kind === 'clarify' && reading.options.length === 0 ? unknown('unknown-word', reading.ask, [], []) : reading;
}

function decided(asked: Case): Reading {
  const one = withoutNeedlessExclusion(dayAhead(asked) ?? sideBySide(asked) ?? asked);
  for (const step of BEFORE_A_FIGURE) {
    const reading = step(one);
    if (reading !== null) {
      return reading;
    }
  }
  const { plan, unsure } = planFor(one);
  const every = withoutItsOwnKind(one) ?? byEveryValue(one);
  if (every !== null) {
    return decided(every);
  }
  const doubt = ruleAsked(one) ?? partInBrackets(one) ?? splitOrMeasure(one) ?? narrowedByMeasure(one) ?? eachWithItsOwn(one) ?? agesCut(one) ?? otherLimit(one) ?? againstAnotherTarget(one) ?? countNotRanked(one) ?? besideExcluded(one) ?? conditionUnclear(one) ?? severalByName(one) ?? ofWhat(one, plan.by) ?? unsureDimension(one, unsure) ?? unclear(one, plan);
  if (doubt !== null) {
    return doubt;
  }
  const written = writeQuery(one, plan);
  return cannotSplit(one, written.query) ?? unequalStretches(one, written.query) ?? { kind: 'query', ...written };
}

/** "When was the data last updated" asks for freshness, though "when was" alone would ask for a search. */
function notSupportedUnlessPlain(one: Case): Reading | null {
  const aboutData = plays(one.frame, 'freshness') || (plays(one.frame, 'help') && one.frame.metrics.length === 0);
  return aboutData && one.frame.unsupported.every(({ feature }) => feature === 'which-period') ? null : notSupported(one);
}

/** "By whether it was in person or virtual": every value there is, named in the place of what they are values of. */
function byEveryValue(one: Case): Case | null {
  const { frame, folded, ground: { catalogue } } = one;
  const listed = (frame.roles.get('by') ?? []).flatMap(({ end }) => frame.main.values.filter(({ span }) => span.start >= end && folded.slice(end, span.start).every((word) => FUNCTION_WORDS.has(word))).slice(0, 1));
  const [dimension] = listed.map((value) => value.dimension);
  const own = frame.main.values.filter((value) => value.dimension === dimension);
  const keys = own.flatMap((value) => value.keys);
  const all = catalogue.dimensions.get(dimension ?? '')?.values.map(({ key }) => key) ?? [];
  return dimension === undefined || all.length < 2 || all.length > keys.length || !all.every((key) => keys.includes(key)) ? null
    : { ...one, frame: { ...frame, by: [...frame.by, dimension], main: { ...frame.main, values: frame.main.values.filter((value) => !own.includes(value)) } } };
}

/** Combinations that no single query holds, asked back rather than half answered. */
function unclear(one: Case, { by, comparison }: Plan): Reading | null {
  const { frame } = one;
  const plain = plainQuestion(one, frame.metrics[0]) ?? '';
  const options = (...wordings: readonly string[]): readonly string[] => thatRead(wordings, one.again);
  const ask = (question: string, ...wordings: readonly string[]): Reading => ({ kind: 'clarify', ask: question, options: options(...wordings), query: null });
  if (frame.metrics.length > 6) {
    return unknown('not-supported', 'I can show six measures at a time.', [], []);
  }
  const compares = comparison.kind === 'versus' && !(comparison.versus.kind === 'word' && comparison.versus.word === 'target');
  // Parts can each be set against another time; against another part they cannot.
  const byTime = compares && comparison.versus.kind !== 'values' && by.length === 1;
  const unlike = notComparable(one, comparison);
  if (unlike !== null) {
    return unlike;
  }
  if (comparison.kind === 'incomplete') {
    return ask('Compared with what?', `${plain} compared with the month before`, `${plain} compared with last year`, `${plain} against target`);
  }
  if (comparison.kind === 'several') {
    return ask('I can make one comparison at a time. Which one?', `${plain} compared with the month before`, `${plain} compared with last year`, `${plain} against target`);
  }
  const times = apart([...frame.main.periods, ...frame.versus.periods]);
  if (times.length > 1 && !(comparison.kind === 'versus' && comparison.versus.kind === 'period')) {
    const asked = times.flatMap(({ reading }) => (reading.kind === 'period' && reading.period.asked !== null ? [reading.period.asked] : []));
    const bare = plain.replace(asked[0] ?? '', '').trim();
    // The day of a meeting is said as often as the day that is asked about: the longest stretch comes first, the question whole.
    const days = ({ reading }: AskedPeriod): number => (reading.kind === 'period' ? Date.parse(reading.period.to) - Date.parse(reading.period.from) : 0);
    const alone = [...times].sort((a, b) => days(b) - days(a)).map((time) => (
      [...times].filter((other) => other !== time).sort((a, b) => b.span.start - a.span.start).reduce((text, { span }) => reworded(text, one.words, span, ''), one.text)));
    const both = asked.length === 2 ? [`${bare} ${asked[0] ?? ''} vs ${asked[1] ?? ''}`] : [];
    const sideBySide = one.again(besideOneAnother(one, times) ?? '');
    if (sideBySide.kind === 'query') {
      return sideBySide;
    }
    return ask('Which of those times?', ...alone.slice(0, 1), ...both, ...alone.slice(1), ...asked.map((period) => `${bare} ${period}`));
  }
  const dimension = plays(frame, 'why') ? undefined : by[0];
  if (dimension !== undefined && (plays(frame, 'trend') || (compares && !byTime) || by.length > 2)) {
    const words = one.ground.catalogue.dimensions.get(dimension)?.name.toLowerCase() ?? dimension;
    const each = frame.main.values.filter((value) => value.dimension === dimension);
    const together = frame.by.length + frame.bare.length === 0 && each.length > 1 && plays(frame, 'trend') && !plays(frame, 'compare', 'versus') && by.length === 1 ? one.again(`${plain} trend combined`, true) : null;
    if (together?.kind === 'query') {
      const said = `${listed(each.map(({ name }) => name))} together: I draw one line at a time.`;
      return { ...together, notes: [...one.notes, said, ...together.notes], said: [...together.said, said] };
    }
    const metric = plainQuestion({ ...one, frame: { ...frame, main: { ...frame.main, values: [] } } }, frame.metrics[0]) ?? '';
    return ask('I can show one of these at a time. Which one?', `${plain} trend combined`, ...each.map(({ name }) => `${metric} trend for ${name}`), `${plain} by ${words}`, `${plain} trend`);
  }
  const trendWord = frame.roles.get('trend')?.[0];
  const drawn = !plays(frame, 'why') && trendWord !== undefined && !/^(?:got|any|better|worse|up|change|changed|moved|moving|improv|going|gone|getting|rising|risen|falling|fallen|worsen)/.test(one.folded[trendWord.start] ?? '');
  if (drawn && compares) {
    const compared = asUnderstood({ ...one, frame: { ...frame, roles: new Map([...frame.roles].filter(([role]) => role !== 'trend')) } });
    return ask('A trend or a comparison?', ...(compared === null ? [] : [compared]), `${plain} trend`, `${plain} compared with last year`, `${plain} compared with the month before`);
  }
  return partAndWhole(one, by, comparison) ?? excludedAndKept(one);
}

/** "CT and ultrasound side by side": each is shown, and neither is measured by the other. */
function sideBySide(one: Case): Case | null {
  const { frame, folded } = one;
  const compared = frame.roles.get('compare') ?? [];
  const only = compared.length > 0 && compared.every(({ start, end }) => folded.slice(start, end).join(' ') === 'side by side') && !plays(frame, 'versus');
  const [first, second] = frame.main.values;
  const listed = first !== undefined && frame.main.values.length > 1 && first.dimension === second?.dimension && frame.main.periods.length < 2 && frame.metrics.length === 1;
  return only && listed ? { ...one, frame: { ...frame, roles: new Map([...frame.roles].filter(([role]) => role !== 'compare')) } } : null;
}

/** "ENT and the trust" asks for both; one figure cannot be both, and a comparison shows them side by side. */
function partAndWhole(one: Case, by: readonly string[], comparison: Comparing): Reading | null {
  const { main } = one.frame;
  const beside = main.scopes.some(({ start, end }) => one.folded[start - 1] === 'and' || one.folded[end] === 'and'
    || (one.folded[start - 2] === 'and' && one.folded[start - 1] === 'the'));
  if (!beside || main.values.length === 0 || by.length > 0 || comparison.kind !== 'none') {
    return null;
  }
  const plain = plainQuestion(one, one.frame.metrics[0]) ?? '';
  const whole = one.ground.catalogue.organisation.scope;
  return { kind: 'clarify', ask: 'Which of these?', options: thatRead([`${plain} compared with ${whole}`, plain], one.again), query: null };
}

/** "Excluding ENT at LRI" and "not virtual ENT": whether the second is left out too, or is what is asked for. */
function besideExcluded(one: Case): Reading | null {
  const { frame } = one;
  const other = frame.besideExcluded;
  if (other === null) {
    return null;
  }
  const out = frame.excluded.map(({ name }) => name).join(' and ');
  const kept = askedAgain({ ...one, frame: { ...frame, main: { ...frame.main, values: [...frame.main.values, other] } } }, frame.metrics[0]) ?? '';
  const both = askedAgain({ ...one, frame: { ...frame, excluded: [...frame.excluded, other] } }, frame.metrics[0]) ?? '';
  return { kind: 'clarify', ask: `Leave ${out} out of ${other.name}, or leave ${out} and ${other.name} out of everything?`, options: thatRead([kept, both], one.again), query: null };
}

/** "Clinical oncology, not medical oncology": what is no part of what is shown is left out anyway, which is said. */
function withoutNeedlessExclusion(one: Case): Case {
  const { main, excluded } = one.frame;
  const needless = excluded.filter((out) => {
    const kept = main.values.filter((value) => value.dimension === out.dimension).flatMap(({ keys }) => keys);
    return kept.length > 0 && !out.keys.some((key) => kept.includes(key));
  });
  const shown = main.values.filter((value) => needless.some((out) => out.dimension === value.dimension)).map(({ name }) => name);
  const { frame } = one;
  const sides = frame.versus.values.length + frame.versus.scopes.length + main.scopes.length + frame.by.length + frame.bare.length > 0 || frame.order !== null || plays(frame, 'versus', 'compare', 'ranked');
  return needless.length === 0 || needless.length < excluded.length || frame.besideExcluded !== null || sides ? one : {
    ...one, frame: { ...one.frame, excluded: [] }, notes: [...one.notes, `Only ${listed(shown)}, so nothing of ${listed(needless.map(({ name }) => name))} is in it.`],
  };
}

/** What is both asked for and left out. */
function excludedAndKept(one: Case): Reading | null {
  const { main, excluded } = one.frame;
  const clash = excluded.find((out) => main.values.some((value) => value.dimension === out.dimension));
  return clash === undefined ? null : {
    kind: 'clarify',
    ask: `Leave ${clash.name} out, or show only ${main.values.map(({ name }) => name).join(' and ')}?`,
    options: thatRead([
      plainQuestion({ ...one, frame: { ...one.frame, excluded: [] } }, one.frame.metrics[0]) ?? '',
      plainQuestion({ ...one, frame: { ...one.frame, main: { ...main, values: [] } } }, one.frame.metrics[0]) ?? '',
    ], one.again),
    query: null,
  };
}
