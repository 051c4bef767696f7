import type { PeerFunnel } from './peer-funnel';

/** Where a provider stands among its peers: a rank never without its interval, and never red or green. */
export interface PeerStanding {
  readonly group: string;
  readonly position: 'within' | 'above-95' | 'below-95' | 'above-998' | 'below-998' | 'not-told';
  /** "Not to be told apart from other trusts (East of England): 4.1 nights in January to March 2024; 3.2 nights to 5.1 nights is what chance and their usual spread allow" */
  readonly words: string;
  readonly centre: number | null;
  readonly lower95: number | null;
  readonly upper95: number | null;
  readonly lower998: number | null;
  readonly upper998: number | null;
  /** Places that chance alone could put it in, best first, of how many; null where it cannot be told. */
  readonly rank: { readonly value: number; readonly from: number; readonly to: number; readonly of: number } | null;
  /** "6th of 12, best first (7th the period before), but chance alone could put it anywhere from 4th to 8th" */
  readonly rankWords: string | null;
  /** "Within the spread of 12 trusts", "Above what the spread of 12 trusts explains"; empty where the position is not told. */
  readonly positionWords: string;
  /** "From 11th to 8th of 13 is a shift within random variation"; null where no rank is told. */
  readonly shift: string | null;
  readonly national: { readonly value: number; readonly display: string } | null;
  readonly median: { readonly value: number; readonly display: string; readonly from: string; /** "Peer median", or as the source calls it. */ readonly name: string } | null;
  readonly source: string;
  /** The organisation's own figure as the benchmark has it, and of which stretch of time: seldom the one asked about. */
  readonly own: { readonly value: number | null; readonly display: string; readonly label: string } | null;
  /** Null where the position is not told: without counts there are no limits to draw. */
  readonly funnel: PeerFunnel | null;
}
