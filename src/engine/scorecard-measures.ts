import type { Metric } from '../catalogue/metric';
import type { MeasuresSection, ScorecardColumn } from '../catalogue/scorecard';
import type { Period } from '../calendar/period';
import { computedTargets } from './computed-targets';
import type { Query, Selection } from './query';
import { dimensionsIn, heldOf, noCells, onlyCell, provenanceOfNothing, reckon, type Reckoned, type Setting, type Wanted } from './reckon';
import type { ScorecardCell, ScorecardLine } from './result';
import { courseOf, printedCourse } from './trend';
import { columnPeriod, isEmpty, metricNamed, narrowedTo, type SectionLines } from './scorecard-column';

const SPECIALTY = 'specialty';

/** A list of measures: a line each in the order given, every line under the same columns. */
export async function measureLines(setting: Setting, query: Query, section: MeasuresSection, period: Period): Promise<SectionLines> {
  const lines = await Promise.all(section.lines.map(async (line, index) => {
    const metric = metricNamed(setting, line.metric);
    const cells = await Promise.all(section.columns.map(async (column) => {
      const shown = column.metric === undefined ? metric : metricNamed(setting, column.metric);
      const over = columnPeriod(column, period);
      const narrowed = narrowedTo(setting, query, shown, line.filters);
      const reckoned: Reckoned = narrowed === null || isEmpty(narrowed.filters)
        ? noCells(provenanceOfNothing(setting.snapshot, over), narrowed === null ? 'not-narrowed' : 'no-activity')
        : await reckon(setting, { metric: shown, period: over, ...narrowed, by: [], heldBy: [], undated: true });
      const { asAt, printed, figure } = onlyCell(reckoned);
      const part = column.part ?? line.part;
      const cell: ScorecardCell = {
        column: column.id, metric: shown.id, part, period: over, figure, missing: figure[part] === null ? reckoned.missing : null,
        ...(printed === null ? {} : { printed }), ...(asAt === null ? {} : { asAt }),
      };
      return { cell, provenance: reckoned.provenance };
    }));
    const narrowed = narrowedTo(setting, query, metric, line.filters);
    const filters: Selection = narrowed?.filters ?? line.filters;
    const found: ScorecardLine = {
      key: keyOf(section, index), kind: 'line', label: line.label ?? null, filters,
      cells: cells.map(({ cell }) => cell),
      // Of a line that cannot be narrowed as asked nothing is told: what it is as a whole was not asked for.
      trend: narrowed === null ? [] : await trendOfLine(setting, query, metric, { part: section.columns[0]?.part ?? line.part, period, filters }),
      computedTargets: narrowed === null ? {} : await computedTargets(setting, metric, period, filters),
      specialties: await specialtiesOf(setting, query, metric, { column: section.columns[0], part: section.columns[0]?.part ?? line.part, period, own: line.filters }),
    };
    return { line: found, provenances: cells.map(({ provenance }) => provenance) };
  }));
  return {
    section: { title: section.title, by: null, lines: lines.map(({ line }) => line) },
    provenances: lines.flatMap(({ provenances }) => provenances),
  };
}

/** How the measure itself has run, month by month, up to the period's end; one of its parts alone is judged by no chart. */
async function trendOfLine(
  setting: Setting, query: Query, metric: Metric, { part, period, filters }: { readonly part: ScorecardCell['part']; readonly period: Period; readonly filters: Selection },
): Promise<ScorecardLine['trend']> {
  const wanted: Wanted = { metric, period, filters, excluding: query.excluding, by: [], heldBy: [], undated: true };
  const held = part !== 'value' || isEmpty(filters) ? null : await heldOf(setting, metric, dimensionsIn(setting, filters, query.excluding));
  return held === null || held.kind === 'not-held' ? [] : (await (held.kind === 'printed' ? printedCourse(setting, wanted) : courseOf(setting, wanted, { ...query, intent: 'value' }, held.holding))).run;
}

/** The first column's figure specialty by specialty, where the two sums it is made of add up over them. */
async function specialtiesOf(
  setting: Setting, query: Query, metric: Metric,
  { column, part, period, own }: { readonly column: ScorecardColumn | undefined; readonly part: ScorecardCell['part']; readonly period: Period; readonly own: Selection },
): Promise<ScorecardLine['specialties']> {
  const narrowed = narrowedTo(setting, query, metric, own);
  const isOpen = setting.catalogue.dimensions.get(SPECIALTY)?.restricted !== true;
  const adds = isOpen && (metric.kind === 'ratio' || metric.kind === 'count') && part === 'value' && metric.dimensions.includes(SPECIALTY);
  if (!adds || column === undefined || column.metric !== undefined || narrowed === null || isEmpty(narrowed.filters) || SPECIALTY in narrowed.filters) {
    return [];
  }
  const { cells } = await reckon(setting, { metric, period: columnPeriod(column, period), ...narrowed, by: [SPECIALTY], heldBy: [], undated: true });
  return cells.map(({ keys, figure }) => ({ key: keys[0] ?? '', figure }));
}

/** The metric's id; where several lines show one metric, what each is narrowed to after it, and their number where that is not enough. */
function keyOf({ lines }: MeasuresSection, index: number): string {
  const names = lines.map(({ metric, filters }) => ({ metric, narrowed: [metric, ...Object.values(filters).flat()].join(':') }));
  const own = names[index] ?? { metric: '', narrowed: '' };
  if (names.filter(({ metric }) => metric === own.metric).length === 1) {
    return own.metric;
  }
  return names.filter(({ narrowed }) => narrowed === own.narrowed).length === 1 ? own.narrowed : `${own.narrowed}:${index + 1}`;
}
