import type { ScorecardAnswerCell, ScorecardAnswerLine } from '../../answers/answer';
import type { CardDetail } from '../card-detail';
import { capitalised } from '../card-text';
import { isDifferenceOut } from './rounded';
import { lines, safe, type Line } from './frame';

/** A line of a table: its name, and below it every number of it with what it is. A phone has no room for columns of money. */
export interface PlainLine {
  readonly label: string;
  readonly weight: 'Default' | 'Bolder';
  readonly isSeparate: boolean;
  readonly under: readonly Line[];
}

export function plainLine(line: ScorecardAnswerLine, detail: CardDetail): PlainLine {
  const under = detail.rows >= 8 ? byUnit(line.cells) : [byUnit(line.cells).join('; ')];
  return {
    label: safe(capitalised(line.label), detail, 120),
    weight: line.kind === 'line' ? 'Default' : 'Bolder',
    isSeparate: line.kind === 'total',
    under: lines([...under, ...line.notes], detail, 4),
  };
}

const SPLIT_LABEL = /^(.+?) \(([^)]+)\)$/;

interface Part {
  readonly label: string;
  readonly unit: string;
  readonly display: string;
}

/** A unit is what several columns have in common; "Q4 2023/24 (January to March 2024)" is a name of one column alone. */
function partsOf(cells: readonly ScorecardAnswerCell[]): readonly Part[] {
  const unitOf = (label: string): string => SPLIT_LABEL.exec(label)?.[2] ?? '';
  const units = cells.map(({ label }) => unitOf(label));
  return cells.map(({ label: whole, display }, at) => {
    const unit = units.filter((other) => other === units[at]).length > 1 ? (units[at] ?? '') : '';
    return { label: unit === '' ? whole : (SPLIT_LABEL.exec(whole)?.[1] ?? whole).toLocaleLowerCase('en-GB'), unit, display };
  });
}

/** "Variance (activity)" and "Plan (activity)" belong together: one line for each such unit. */
function byUnit(cells: readonly ScorecardAnswerCell[]): readonly string[] {
  const parts = partsOf(cells);
  return [...new Set(parts.map(({ unit }) => unit))].map((unit) => {
    const own = parts.filter((part) => part.unit === unit);
    const [first, ...rest] = own;
    if (unit === '' || first === undefined) {
      return own.map(({ label, display }) => `${label} ${display}`).join(' · ');
    }
    if (own.every(({ display }) => display === NONE)) {
      return `${unit === '£' ? 'Income' : capitalised(unit)} ${NONE}`;
    }
    const lead = own.some(({ display }) => display.includes(unit)) ? first.display : `${unit} ${first.display}`;
    return againstPlan(own) ?? capitalised(`${lead}: ${rest.map(({ label, display }) => `${label} ${display}`).join(', ')}`);
  });
}

const NONE = '–';

/** "28,518 done, plan 27,332 (+1,186)", "£746,209 earned, plan £807,492 (−£61,282)"; null where the columns are others, or one has no number. */
function againstPlan(parts: readonly Part[]): string | null {
  const [actual, plan, variance] = ['actual', 'plan', 'variance'].map((wanted) => parts.find(({ label }) => label === wanted)?.display);
  if (parts.length !== 3 || [actual, plan, variance].some((display) => display === undefined || display === NONE)) {
    return null;
  }
  return `${actual ?? ''} ${actual?.includes('£') === true ? 'earned' : 'done'}, plan ${plan ?? ''}${signed(variance ?? '')}`;
}

/** Whether a line's actual and plan, as they are printed, visibly differ by another number than its variance. */
export function isLineOut({ under }: PlainLine): boolean {
  return under.some(({ text }) => {
    const [, actual, plan, sign, variance] = /^(\S+) (?:earned|done), plan (\S+) \(([+−])(\S+)\)$/.exec(text) ?? [];
    return actual !== undefined && plan !== undefined && variance !== undefined && isDifferenceOut(actual, plan, sign === '−' ? `−${variance}` : variance);
  });
}

/** A variance as a paper prints it, in brackets where it is below plan, with its sign; nothing where there is none. */
function signed(variance: string): string {
  const below = /^\((.*)\)$/.exec(variance)?.[1];
  return below !== undefined ? ` (−${below})` : /[1-9]/.test(variance) ? ` (+${variance})` : '';
}
