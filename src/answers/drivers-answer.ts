import type { ContributionStyle } from './contribution';
import type { DailyChange } from './per-working-day';

/** One part of a change: its figure before and after, and what it did to the whole. */
export interface DriverRow {
  readonly key: string;
  readonly keys: readonly string[];
  readonly label: string;
  readonly from: number | null;
  readonly fromDisplay: string;
  readonly to: number | null;
  readonly toDisplay: string;
  /** In the metric's unit, by its own rate and by its share of the whole; null where the split is into parts of a sum. */
  readonly rateEffect: number | null;
  readonly mixEffect: number | null;
  /** In the metric's unit: over all parts these add up to the change. Null where the part is withheld. */
  readonly contribution: number | null;
  /** The contribution in what is counted, at the later denominator: missed appointments. */
  readonly cases: number | null;
  /** "+0.12", in the unit that the answer names; "*" where the part is withheld. */
  readonly display: string;
  /** "+112"; empty where the contribution is counted in the same thing. */
  readonly casesDisplay: string;
  readonly suppressed: boolean;
}

/** One side of a change: "May 2024", 6.2%, "in May 2024". */
export interface ChangeSide {
  readonly label: string;
  readonly value: number | null;
  readonly display: string;
  readonly when: string;
}

/** Where a figure's change lies: both sides of it, and what each part did. */
export interface DriversAnswer {
  readonly with: 'time' | 'target';
  /** Dimensions of the split; empty where the change is not split. */
  readonly by: readonly string[];
  /** "specialty", "specialty and site" */
  readonly split: string;
  readonly plural: string;
  readonly from: ChangeSide;
  readonly to: ChangeSide;
  /** In the metric's unit; null where there is nothing to hold the figure against. */
  readonly change: number | null;
  /** "up 0.3 percentage points"; "unchanged" where both sides print the same. */
  readonly changeWords: string;
  /** How a volume changed for each working day; null where both have as many, and for anything else. */
  readonly daily: DailyChange | null;
  /** How contributions are written. */
  readonly style: ContributionStyle;
  /** "percentage points": what contributions are in. Empty where the metric's own words say it. */
  readonly unit: string;
  /** "missed appointments": what cases are. */
  readonly counts: string;
  /** Set where numbers of people in its parts are rounded: they then need not add up to the change. */
  readonly isRounded?: true;
  /** Largest first, whichever way it went. */
  readonly parts: readonly DriverRow[];
  /** How much of the change is the parts' own rates and how much their shares; null where it is not split so. */
  readonly effects: { readonly rate: number; readonly mix: number; readonly words: string } | null;
  readonly total: { readonly contribution: number | null; readonly cases: number | null; readonly display: string; readonly casesDisplay: string };
  /** "579 fewer missed appointments in all (5,846 to 5,267): 215 fewer by the rate, 364 fewer by the number of appointments": what was counted on both sides, and what of it is the rate's. Empty of what is no rate of counts. */
  readonly countedWords: string;
  /** Why the change is not split, as a sentence; null where it is. */
  readonly unsplit: string | null;
}
