/** How much a card shows. A card that is too long is made again with the next, smaller one. */
export interface CardDetail {
  /** Points of the native chart and of its picture; 0 for no chart. */
  readonly points: number;
  readonly rows: number;
  readonly caveats: number;
  readonly actions: number;
  /** Longest single text, in characters. */
  readonly text: number;
  /** Said on the card where something that matters was left out; empty where nothing was. */
  readonly pointer: string;
}

const POINTER = 'Cut short here: ask for one part by name to see all of it.';

/** Most first: the chart goes before the rows, the rows before the caveats, and the verdict stays to the end. */
export const CARD_DETAILS: readonly CardDetail[] = [
  { points: 36, rows: 12, caveats: 8, actions: 4, text: 600, pointer: '' },
  { points: 13, rows: 12, caveats: 8, actions: 4, text: 600, pointer: '' },
  { points: 0, rows: 12, caveats: 8, actions: 4, text: 500, pointer: '' },
  { points: 0, rows: 8, caveats: 5, actions: 4, text: 300, pointer: '' },
  { points: 0, rows: 5, caveats: 3, actions: 4, text: 200, pointer: POINTER },
  { points: 0, rows: 3, caveats: 2, actions: 2, text: 160, pointer: POINTER },
  { points: 0, rows: 0, caveats: 1, actions: 0, text: 160, pointer: POINTER },
];
