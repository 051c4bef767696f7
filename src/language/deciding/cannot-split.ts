import type { Query } from '../../engine/query';
import type { Reading } from '../reading';
import type { Case } from '../frame/case';
import { offered, reworded } from '../frame/case';
import { isHeld } from '../held-range';
import { unknown } from './not-understood';
import { askedAgain, dimensionWords, listed, metricWords, plainQuestion } from './wording';

/** Every dimension that a query touches. */
function touched(query: Query): readonly string[] {
  const versus = query.versus !== null && typeof query.versus === 'object' && 'filters' in query.versus ? Object.keys(query.versus.filters) : [];
  const by = query.by === null ? [] : typeof query.by === 'string' ? [query.by] : query.by;
  return [...new Set([...by, ...Object.keys(query.filters), ...Object.keys(query.excluding), ...versus])];
}

/** The same question of a measure that bears this one's name within its own and can be told that way: "Diagnostic DNA rate for MRI". */
function namesakes(one: Case, id: string, dimension: string): readonly string[] {
  const { catalogue, coverage } = one.ground;
  const name = metricWords(catalogue, id).toLowerCase();
  const others = [...catalogue.metrics.values()].filter((metric) => metric.id !== id && isHeld(metric, coverage) && metric.dimensions.includes(dimension) && metric.name.toLowerCase().includes(name));
  return others.flatMap((metric) => askedAgain(one, metric.id) ?? []);
}

/** "DNA rate for MRI": where one other measure bears the name within its own and can be told that way, it is what is meant, and said. */
function onlyNamesake(one: Case, id: string, dimension: string): Reading | null {
  const { catalogue, coverage } = one.ground;
  const name = metricWords(catalogue, id).toLowerCase();
  const [other, rival] = [...catalogue.metrics.values()].filter((metric) => metric.id !== id && isHeld(metric, coverage) && metric.dimensions.includes(dimension) && metric.name.toLowerCase().includes(name));
  const [span] = one.frame.metricSpans;
  if (other === undefined || rival !== undefined || span === undefined || one.frame.metricSpans.length > 1) {
    return null;
  }
  const reading = one.again(reworded(one.text, one.words, span, other.name), true);
  const words = dimensionWords(catalogue, dimension);
  return reading.kind === 'query' ? { ...reading, notes: [`Read as ${other.name}: ${metricWords(catalogue, id)} is not told by ${words}.`, ...reading.notes] } : null;
}

/** A metric that cannot be split or filtered in that way: says by what it can. */
export function cannotSplit(one: Case, query: Query): Reading | null {
  const { catalogue } = one.ground;
  for (const id of query.metrics) {
    const allowed = catalogue.metrics.get(id)?.dimensions ?? [];
    const wrong = touched(query).find((dimension) => !allowed.includes(dimension));
    if (wrong === undefined) {
      continue;
    }
    const namesake = onlyNamesake(one, id, wrong);
    if (namesake !== null) {
      return namesake;
    }
    const open = allowed.filter((dimension) => catalogue.dimensions.get(dimension)?.restricted !== true);
    const can = open.map((dimension) => dimensionWords(catalogue, dimension));
    const name = metricWords(catalogue, id);
    const sentence = `${name} cannot be split by ${dimensionWords(catalogue, wrong)}.${can.length > 0 ? ` It can be split by ${listed(can)}.` : ''}`;
    const plain = plainQuestion(one, id);
    const options = offered(one, [...namesakes(one, id, wrong), ...(plain === null ? [] : [plain]), ...can.map((words) => `${name} by ${words}`)]);
    return unknown('cannot-split', sentence, [dimensionWords(catalogue, wrong)], options);
  }
  return null;
}
