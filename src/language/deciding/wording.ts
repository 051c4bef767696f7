import type { Catalogue } from '../../catalogue/catalogue';
import type { Case } from '../frame/case';
import type { Picked } from '../frame/frame';

/** The short spoken name of a metric: what a person would type for it. */
export function metricWords(catalogue: Catalogue, id: string): string {
  const metric = catalogue.metrics.get(id);
  return metric?.short ?? metric?.name ?? id;
}

/** "A", "A and B", "A, B and C". */
export function listed(things: readonly string[], joiner = 'and'): string {
  const last = things.at(-1);
  return last === undefined || things.length === 1 ? (last ?? '') : `${things.slice(0, -1).join(', ')} ${joiner} ${last}`;
}

/** The plain question of a case for one metric, with its filters and its period, ready for something to be added. */
export function plainQuestion(one: Case, metric: string | undefined): string | null {
  if (metric === undefined) {
    return null;
  }
  return `${metricWords(one.ground.catalogue, metric)}${tailOf(one)}`;
}

/** The filters and the period of a case, as they follow the name of what is asked for: " for ENT May", or nothing. */
export function tailOf(one: Case): string {
  const { main, excluded } = one.frame;
  const names = (values: readonly Picked[]): string => listed(values.map(({ name }) => name));
  const period = main.periods[0]?.reading;
  return [
    '',
    ...(main.values.length > 0 ? [`for ${names(main.values)}`] : []),
    ...(excluded.length > 0 ? [[...new Set(excluded.map(({ dimension }) => dimension))].map((dimension) => `excluding ${names(excluded.filter((out) => out.dimension === dimension))}`).join(' and ')] : []),
    ...(period?.kind === 'period' && period.period.asked !== null ? [period.period.asked] : []),
  ].join(' ');
}

/** The plain question with what it is split by, where that was said. */
export function askedAgain(one: Case, metric: string | undefined): string | null {
  const plain = plainQuestion(one, metric);
  const by = [...new Set(one.frame.by)].slice(0, 2).map((id) => dimensionWords(one.ground.catalogue, id));
  return plain === null || by.length === 0 ? plain : `${plain} by ${by.join(' and ')}`;
}

/** A dimension as it is said after "by". */
export function dimensionWords(catalogue: Catalogue, id: string, many = false): string {
  const dimension = catalogue.dimensions.get(id);
  const words = many ? (dimension?.plural ?? id) : (dimension?.name ?? id);
  return /^[A-Z][a-z]/.test(words) ? `${words.charAt(0).toLowerCase()}${words.slice(1)}` : words;
}
