import { dayLabel } from '../../calendar/day';
import type { Condition, Measure, Metric } from '../metric';
import type { ProcedureList } from '../procedure-list';
import type { Merged } from './merged-folders';

/**
 * Metrics that the extracts here feed and that count over a list which is not kept here, each with that for a reason: a
 * count over no codes would be nought, which is a number and wrong. A trust's own definition of that kind is a fault.
 */
export function withoutTheirLists({ metrics, sources, written }: Merged): readonly (readonly [id: string, because: string])[] {
  const fed = new Set(sources.map(({ value }) => value.table));
  return metrics.flatMap(({ value: { id, name, numerator, denominator, exclude } }) => {
    const measures = denominator === null ? [numerator] : [numerator, denominator];
    const read = measures.filter(({ table }) => fed.has(table));
    const named = read.flatMap(({ where }) => [...where, ...exclude.flatMap(({ when }) => when)].flatMap(listsIn));
    const missing = named.find((list) => !written.procedureLists.has(list));
    return missing === undefined ? [] : [[id, `${name} counts over the procedure list "${missing}", which is not kept here.`] as const];
  });
}

function listsIn(condition: Condition): readonly string[] {
  if ('any' in condition) {
    return condition.any.flatMap((branch) => branch.flatMap(listsIn));
  }
  return 'in-list' in condition ? [condition['in-list']] : [];
}

/** The metric with the codes of each procedure list in place of its name, and what a proxy list stands in for among its caveats. */
export function withLists(metric: Metric, lists: readonly ProcedureList[]): Metric {
  const used = new Set<ProcedureList>();
  const spelt = (condition: Condition): Condition => {
    if ('any' in condition) {
      return { any: condition.any.map((branch) => branch.map(spelt)) };
    }
    if (!('in-list' in condition)) {
      return condition;
    }
    const list = lists.find(({ id }) => id === condition['in-list']);
    if (list !== undefined) {
      used.add(list);
    }
    return { field: condition.field, is: list?.codes ?? [] };
  };
  const measure = (of: Measure): Measure => ({ ...of, where: of.where.map(spelt) });
  const numerator = measure(metric.numerator);
  const denominator = metric.denominator === null ? null : measure(metric.denominator);
  const exclude = metric.exclude.map(({ when, because }) => ({ when: when.map(spelt), because }));
  const caveats = [...used].flatMap(({ name, proxy, owner, date }) => (proxy === null ? [] : [`${proxy}: ${name}, kept by ${owner}, ${dayLabel(date)}.`]));
  return { ...metric, numerator, denominator, exclude, caveats: [...caveats, ...metric.caveats] };
}
