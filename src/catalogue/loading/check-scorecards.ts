import type { Fault } from '../fault';
import type { MeasuresSection, Scorecard, ScorecardColumn, SplitSection } from '../scorecard';
import { checkDeclared, checkFilters, type Report } from './check-filters';
import type { Checked } from './conform';
import { isOwn, keysOf, type Setting } from './setting';
import type { Path } from './yaml-file';

/** Names that a line of a scorecard's JSON has beside its columns. */
const TAKEN: ReadonlySet<string> = new Set(['kind', 'section']);

/** That every line and column of a scorecard names a metric that exists and can be narrowed and split as it says. */
export function checkScorecard(checked: Checked<Scorecard>, setting: Setting): Fault[] {
  const { value: scorecard, entry } = checked;
  const faults: Fault[] = [];
  const fault: Report = (path, message, fix) => {
    faults.push({ ...entry.place(path), message: `scorecard ${scorecard.id}: ${message}`, fix });
  };
  const isNational = !isOwn(checked, 'sections', setting);
  scorecard.sections.forEach((section, index) => {
    const at = ['sections', index];
    checkColumns(section.columns, [...at, 'columns'], setting, fault);
    if ('lines' in section) {
      checkMeasures(section, at, isNational, setting, fault);
    } else {
      checkSplit(section, at, isNational, setting, fault);
    }
  });
  return faults;
}

function checkColumns(columns: readonly ScorecardColumn[], at: Path, setting: Setting, fault: Report): void {
  columns.forEach(({ id, metric, part }, index) => {
    if (columns.slice(0, index).some((other) => other.id === id)) {
      fault([...at, index, 'id'], `there are two columns "${id}".`, 'Give each column of a section an id of its own.');
    }
    if (TAKEN.has(id)) {
      fault([...at, index, 'id'], `a column cannot be called "${id}".`, 'Give it another id.');
    }
    if (metric !== undefined) {
      checkMetricOf(metric, part, [...at, index], setting, fault);
    }
  });
}

function checkMetricOf(id: string, part: string | undefined, at: Path, { merged, metrics }: Setting, fault: Report): void {
  if (!merged.ids.metrics.has(id)) {
    fault([...at, 'metric'], `there is no metric "${id}".`, 'Use the id of a metric.');
  }
  const metric = metrics.get(id)?.value;
  if (part === 'denominator' && metric !== undefined && metric.denominator === null && metric.kind !== 'published') {
    fault([...at, 'part'], `${id} has no denominator.`, 'Write part: value.');
  }
}

function checkMeasures({ lines }: MeasuresSection, at: Path, isNational: boolean, setting: Setting, fault: Report): void {
  lines.forEach(({ metric, part, filters }, index) => {
    const line = [...at, 'lines', index];
    checkMetricOf(metric, part, line, setting, fault);
    checkFilters(filters, [...line, 'filters'], setting, fault);
    checkDeclared(metric, Object.keys(filters), [...line, 'filters'], isNational, setting, fault);
  });
}

function checkSplit(section: SplitSection, at: Path, isNational: boolean, setting: Setting, fault: Report): void {
  const { by, filters, columns, 'sub-totals': subTotals, order, keys } = section;
  checkFilters(filters, [...at, 'filters'], setting, fault);
  for (const [field, dimension] of [['by', by], ['sub-totals', subTotals]] as const) {
    if (dimension !== undefined && !setting.merged.ids.dimensions.has(dimension)) {
      fault([...at, field], `there is no dimension "${dimension}".`, 'Use the id of a dimension.');
    }
  }
  if (subTotals !== undefined && subTotals === by) {
    fault([...at, 'sub-totals'], `the lines are by ${by} already.`, 'Name the dimension that gathers them, or take it out.');
  }
  columns.forEach(({ id, metric }, index) => {
    if (metric === undefined) {
      fault([...at, 'columns', index], `column "${id}" says no metric.`, 'Add metric:.');
    } else {
      const needed = [by, ...(subTotals === undefined ? [] : [subTotals]), ...Object.keys(filters)];
      checkDeclared(metric, [...new Set(needed)], [...at, 'columns', index, 'metric'], isNational, setting, fault);
    }
  });
  if (order !== undefined && !columns.some(({ id }) => id === order.column)) {
    fault([...at, 'order', 'column'], `there is no column "${order.column}".`, `Use one of ${columns.map(({ id }) => id).join(', ')}.`);
  }
  const known = keysOf(by, setting);
  keys.forEach((key, index) => {
    if (known !== null && !known.has(key)) {
      fault([...at, 'keys', index], `there is no ${by} "${key}".`, `Use one of ${[...known].join(', ')}.`);
    } else if (keys.indexOf(key) !== index) {
      fault([...at, 'keys', index], `"${key}" is given twice.`, 'Take one out.');
    }
  });
}
