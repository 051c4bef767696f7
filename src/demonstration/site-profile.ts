/** A site of the demonstration trust: its code in the extracts, the letter in its clinic codes, and its part in the figures. */
export interface SiteProfile {
  readonly code: string;
  readonly letter: string;
  /** How often appointments here are missed, against the trust's average of 1. */
  readonly dna: number;
  /** From this day the site takes its whole share; before, `share` of it. */
  readonly opens?: { readonly day: string; readonly share: number };
}

/** The planned care centre and the diagnostic centre open fully on the dates in the trust's plan of 2024/25. */
export const SITES: readonly SiteProfile[] = [
  { code: 'LRI', letter: 'R', dna: 1.08 },
  { code: 'LGH', letter: 'G', dna: 1 },
  { code: 'GH', letter: 'F', dna: 0.92 },
  { code: 'EMPCC', letter: 'E', dna: 0.88, opens: { day: '2024-12-02', share: 0.4 } },
  { code: 'HINCKLEY', letter: 'H', dna: 0.9, opens: { day: '2025-01-06', share: 0.6 } },
  { code: 'COMMUNITY', letter: 'C', dna: 0.95 },
];
export type SiteCode = 'LRI' | 'LGH' | 'GH' | 'EMPCC' | 'HINCKLEY' | 'COMMUNITY';
/** How something is shared over the sites, on any scale; a site that is not named has none of it. */
export type SiteShares = Readonly<Partial<Record<SiteCode, number>>>;
