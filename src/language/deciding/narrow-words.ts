import type { Reading } from '../reading';
import { thatRead, typedWords, type Case } from '../frame/case';
import { plays } from '../frame/frame';
import { dimensionWords, metricWords, plainQuestion } from './wording';

/** What the person is told where a word covers less, or more, than it seems to. */
export function narrowNotes(one: Case): readonly string[] {
  return [...namesakes(one), ...allAges(one), ...readAsOneOf(one), ...middle(one)];
}

/** "Paediatrics" is one treatment function, and paediatric surgery, ENT and the rest have codes of their own. */
function namesakes(one: Case): readonly string[] {
  const { specialties } = one.ground.catalogue.organisation;
  const { main, versus, excluded } = one.frame;
  return [...main.values, ...versus.values, ...excluded].flatMap(({ dimension, keys, name, span }) => {
    const stem = name.toLowerCase().replace(/s$/, '');
    const own = specialties.filter((other) => other.name.toLowerCase().startsWith(`${stem} `));
    const [first, second] = own;
    const general = dimension === 'specialty' && span.end - span.start === 1 && !/[\s&]/.test(name) && !/\d/.test(typedWords(one.words, span));
    return general && first !== undefined && second !== undefined
      ? [`${name} is treatment function ${keys.join(', ')} alone; ${first.name}, ${second.name} and ${own.length - 2} more have codes of their own.`]
      : [];
  });
}

/** A name that is a value of two dimensions, by either of which the measure can be told. */
function readAsOneOf(one: Case): readonly string[] {
  const { main, versus, excluded } = one.frame;
  return [...main.values, ...versus.values, ...excluded].flatMap(({ dimension, span }) => {
    const [other] = span.meaning.kind === 'value' ? span.meaning.rivals ?? [] : [];
    return other === undefined ? [] : [`“${typedWords(one.words, span)}” is read as a ${dimensionWords(one.ground.catalogue, dimension)}; it is the name of a ${dimensionWords(one.ground.catalogue, other.dimension)} too.`];
  });
}

/** "Average days to report" of what is told by its middle. */
function middle({ frame, ground: { catalogue } }: Case): readonly string[] {
  return plays(frame, 'average') && frame.metrics.some((id) => catalogue.metrics.get(id)?.kind === 'median') ? ['The figure is the median, the one in the middle, and not the mean.'] : [];
}

/** "Was not brought" is said of children, and counted within a rate that is of everyone. */
function allAges(one: Case): readonly string[] {
  const child = one.frame.metricSpans.some(({ start, end }) => one.folded.slice(start, end).some((word) => word === 'brought' || word === 'wnb'));
  const aged = [...one.frame.main.values, ...one.frame.versus.values].some(({ dimension }) => dimension === 'age-band') || one.frame.by.includes('age-band');
  return child && !aged ? ['This counts every age. For children alone, add “under 18”.'] : [];
}

/** "Paediatric specialties" are several, and the one that bears the name is not all of them. */
export function severalByName(one: Case): Reading | null {
  const { frame } = one;
  const [metric] = frame.metrics;
  const found = frame.bare.flatMap(({ dimension, span }) => {
    const value = frame.main.values.find((other) => other.dimension === dimension && other.span.end === span.start);
    const single = frame.main.values.filter((other) => other.dimension === dimension).length === 1;
    const plural = /s$/i.test(one.words[span.end - 1]?.typed ?? '');
    return plural && value !== undefined && single ? [{ start: value.span.start, end: span.end, value }] : [];
  })[0];
  if (found === undefined || metric === undefined) {
    return null;
  }
  const others = frame.main.values.filter((value) => value !== found.value);
  const rest = plainQuestion({ ...one, frame: { ...frame, main: { ...frame.main, values: others } } }, metric) ?? metricWords(one.ground.catalogue, metric);
  const options = thatRead([plainQuestion(one, metric) ?? '', `${rest} by ${one.ground.catalogue.dimensions.get(found.value.dimension)?.name.toLowerCase() ?? ''}`], one.again);
  return { kind: 'clarify', ask: `“${typedWords(one.words, found)}” may be several: ${found.value.name} alone, or all of them side by side?`, options, query: null };
}
