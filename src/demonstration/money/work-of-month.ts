import { outpatientTarget, type OutpatientTarget } from '../month-target';
import { spellTarget, type SpellTarget } from '../spell-target';

/** What the hospital does in a month, as its other extracts count it. */
export interface WorkOfMonth {
  readonly outpatients: OutpatientTarget;
  readonly spells: SpellTarget;
}

const worked = new Map<string, WorkOfMonth>();

/** The work of a month, YYYY-MM; worked out once, for it never changes. */
export function workOfMonth(month: string): WorkOfMonth {
  const known = worked.get(month) ?? { outpatients: outpatientTarget(month), spells: spellTarget(month) };
  worked.set(month, known);
  return known;
}
